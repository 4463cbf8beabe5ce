//! Rules on indicators: kind, target, weight, and what they were before.

use chrono::Datelike as _;
use rust_decimal::Decimal;

use super::inspection::{Inspection, parole};
use super::numeri::{conta, fra_le_parole};
use super::problema::{Chiave, Forma, Genere, Vocabolario};
use super::settore::noto;
use super::valori::valore;
use crate::model::{
    Anni, CategoriaIndicatore, ChiaveValore, Conta, Indicatore, Ottenuto, Settore, Valore,
    ValoreScritto, Valori, Verso, leggi_mesi,
};
use crate::source::form::{Scritto, UnoOVoci, Voci};
use crate::source::written::IndicatoreScritto;

/// What the values of a card are read against.
#[derive(Clone, Copy)]
pub(super) struct Anno<'a> {
    /// The years that the card is for: a date without year is of the last.
    pub(super) anni: Anni,
    /// The settori that values may be told apart by.
    pub(super) settori: &'a [Settore],
}

/// Checks an indicator.
pub(super) fn indicatore(
    scritto: &IndicatoreScritto,
    anno: Anno<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<Indicatore> {
    let categoria = scritto.categoria.as_ref().and_then(|categoria| {
        let vocabolario = Vocabolario::CategoriaIndicatore;
        fra_le_parole(
            categoria,
            &CategoriaIndicatore::PAROLE,
            vocabolario,
            inspection,
        )
    });
    let verso = scritto
        .meglio
        .as_ref()
        .and_then(|meglio| fra_le_parole(meglio, &Verso::PAROLE, Vocabolario::Verso, inspection));
    let conta = scritto.peso.as_ref();
    let conta = conta.and_then(|peso| conta_su_cento(peso, inspection));
    let mesi = scritto.mesi.as_ref();
    let mesi = mesi.and_then(|mesi| self::mesi(mesi, anno.anni.dal(), inspection));
    let atteso = uno_di(
        [
            ("atteso", scritto.atteso.as_ref()),
            ("previsto", scritto.previsto.as_ref()),
        ],
        inspection,
    );
    let atteso = atteso.map_or(Valori::Assenti, |atteso| valori(atteso, anno, inspection));
    termini_lontani(scritto, &atteso, anno.anni, inspection);
    let base = scritto.base.as_ref();
    let about = &scritto.about;
    let nome = inspection.dovuto(scritto.nome.as_ref(), "nome", Forma::Indicatore, about)?;
    Some(Indicatore {
        categoria,
        tempistica: parole(scritto.tempistica.as_ref()),
        mesi,
        conta: conta.unwrap_or(Conta::SenzaPeso),
        verso: verso.unwrap_or(Verso::Alto),
        base: base.map(|base| valore(base, anno.anni.al(), inspection)),
        storico: storico(scritto.storico.as_ref(), inspection),
        atteso,
        formula: parole(scritto.formula.as_ref()),
        fonte: parole(scritto.fonte.as_ref()),
        ottenuto: Ottenuto::default(),
        ..Indicatore::nuovo(&nome.testo)
    })
}

fn conta_su_cento(scritto: &Scritto, inspection: &mut Inspection<'_>) -> Option<Conta> {
    conta(scritto, Decimal::ONE_HUNDRED, inspection)
}

/// Months, each with its year.
pub(super) fn mesi(
    scritti: &Scritto,
    anno: i32,
    inspection: &mut Inspection<'_>,
) -> Option<crate::model::Mesi> {
    let leggi = |testo: &str| leggi_mesi(testo, anno);
    inspection.letto(scritti, leggi, |scritto| Genere::MesiNonValidi { scritto })
}

/// The value of two keys that say the same thing; notes it if both are there.
pub(super) fn uno_di<'s>(
    [(una, prima), (altra, seconda)]: [(Chiave, Option<&'s UnoOVoci>); 2],
    inspection: &mut Inspection<'_>,
) -> Option<&'s UnoOVoci> {
    if let (Some(_), Some(seconda)) = (prima, seconda) {
        let luogo = match seconda {
            UnoOVoci::Uno(scritto) => Some(&scritto.luogo),
            UnoOVoci::Voci(Voci(voci)) => voci.first().map(|(chiave, _)| &chiave.luogo),
        };
        if let Some(luogo) = luogo {
            inspection.nota(luogo, Genere::DueModi { una, altra });
        }
    }
    prima.or(seconda)
}

/// A value, or one for each year or settore.
pub(super) fn valori(
    scritti: &UnoOVoci,
    anno: Anno<'_>,
    inspection: &mut Inspection<'_>,
) -> Valori {
    match scritti {
        UnoOVoci::Uno(scritto) => Valori::Unico(valore(scritto, anno.anni.al(), inspection)),
        UnoOVoci::Voci(Voci(voci)) => {
            let voci = voci.iter().filter_map(|(chiave, scritto)| {
                let chiave = self::chiave(chiave, anno, inspection)?;
                let suo = match &chiave {
                    ChiaveValore::Anno(anno) => *anno,
                    ChiaveValore::Settore(_) => anno.anni.al(),
                };
                Some((chiave, valore(scritto, suo, inspection)))
            });
            Valori::Per(voci.collect())
        }
    }
}

fn chiave(
    scritta: &Scritto,
    anno: Anno<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<ChiaveValore> {
    match scritta.testo.parse() {
        Ok(anno @ 1900..=2199) => Some(ChiaveValore::Anno(anno)),
        _ => noto(scritta, anno.settori, inspection).map(ChiaveValore::Settore),
    }
}

fn storico(scritto: Option<&Voci>, inspection: &mut Inspection<'_>) -> Vec<(i32, ValoreScritto)> {
    let mut storico = Vec::new();
    for (chiave, scritto) in scritto.iter().flat_map(|Voci(voci)| voci) {
        let leggi = |testo: &str| match testo.parse::<i32>() {
            Ok(anno @ 1900..=2199) => Ok(anno),
            _ => Err(()),
        };
        let anno = inspection.letto(chiave, leggi, |scritto| Genere::AnnoNonValido { scritto });
        storico.extend(anno.map(|anno| (anno, valore(scritto, anno, inspection))));
    }
    storico.sort_by_key(|(anno, _)| *anno);
    storico
}

/// A target may fall in the year after the card's, rarely later: further off it is most likely a slip.
fn termini_lontani(
    scritto: &IndicatoreScritto,
    atteso: &Valori,
    anni: Anni,
    inspection: &mut Inspection<'_>,
) {
    let lontano = |valore: &ValoreScritto| match valore.valore {
        // Of a ciclo whose years cannot be read that is told, and nothing is far from them.
        Valore::Data(_) if anni.dal() == 0 => false,
        Valore::Data(data) => !(anni.dal() - 1..=anni.al() + 2).contains(&data.year()),
        _ => false,
    };
    let uno = [&scritto.atteso, &scritto.previsto].into_iter().flatten();
    for uno in uno {
        if let (UnoOVoci::Uno(scritto), Valori::Unico(valore)) = (uno, atteso)
            && lontano(valore)
        {
            let genere = Genere::DataLontana {
                scritto: scritto.testo.clone(),
                anni,
            };
            inspection.nota(&scritto.luogo, genere);
        }
    }
}
