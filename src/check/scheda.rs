//! Rules on cards.

use std::collections::BTreeMap;

use super::inspection::{Inspection, parola, parole};
use super::problema::{Forma, Genere, Vocabolario};
use crate::model::{
    Ambito, CategoriaIndicatore, Codice, Esito, Fase, Indicatore, Obiettivo, Responsabile, Settore,
    leggi_annualita, leggi_mesi, leggi_peso, leggi_valore,
};
use crate::source::Place;
use crate::source::form::Scritto;
use crate::source::written::{FaseScritta, IndicatoreScritto, SchedaScritta};

/// The word that stands for the whole entity where a settore's code is due.
const STRUTTURA: &str = "struttura";

/// The cards of a ciclo.
pub(super) struct Schede {
    pub(super) obiettivi: Vec<Obiettivo>,
    /// Whether every card became an objective: only then sums over them say something.
    pub(super) tutte_lette: bool,
}

/// Checks the cards of a ciclo.
pub(super) fn check(
    scritte: &[SchedaScritta],
    settori: &[Settore],
    anno: i32,
    inspection: &mut Inspection<'_>,
) -> Schede {
    let mut obiettivi = Vec::new();
    let mut primi: BTreeMap<String, Place> = BTreeMap::new();
    for scritta in scritte {
        let Some(obiettivo) = obiettivo(scritta, settori, anno, inspection) else {
            continue;
        };
        let luogo = scritta
            .codice
            .as_ref()
            .map_or(&scritta.about.posto, |c| &c.luogo);
        if let Some(primo) = primi.get(&obiettivo.codice.senza_maiuscole()) {
            let (codice, primo) = (obiettivo.codice.to_string(), primo.clone());
            inspection.nota(luogo, Genere::CodiceRipetuto { codice, primo });
        } else {
            primi.insert(obiettivo.codice.senza_maiuscole(), luogo.clone());
            obiettivi.push(obiettivo);
        }
    }
    let tutte_lette = obiettivi.len() == scritte.len();
    Schede {
        obiettivi,
        tutte_lette,
    }
}

fn obiettivo(
    scritta: &SchedaScritta,
    settori: &[Settore],
    anno: i32,
    inspection: &mut Inspection<'_>,
) -> Option<Obiettivo> {
    let about = &scritta.about;
    let codice = inspection
        .dovuto(scritta.codice.as_ref(), "codice", Forma::Scheda, about)
        .and_then(|codice| inspection.codice(codice));
    let titolo = inspection
        .dovuto(scritta.titolo.as_ref(), "titolo", Forma::Scheda, about)
        .map(|titolo| titolo.testo.clone());
    let ambito = inspection
        .dovuto(scritta.settore.as_ref(), "settore", Forma::Scheda, about)
        .and_then(|settore| ambito(settore, settori, inspection));
    let peso = inspection
        .dovuto(scritta.peso.as_ref(), "peso", Forma::Scheda, about)
        .and_then(|peso| {
            inspection.letto(peso, leggi_peso, |scritto| Genere::PesoNonValido {
                scritto,
            })
        });
    let annualita = match &scritta.annualita {
        None => Some(None),
        Some(annualita) => inspection
            .letto(annualita, leggi_annualita, |scritto| {
                Genere::AnnualitaNonValida { scritto }
            })
            .map(Some),
    };
    let indicatori = scritta.indicatori.iter().flatten();
    let indicatori = indicatori
        .filter_map(|scritto| indicatore(scritto, anno, inspection))
        .collect();
    let fasi = scritta.fasi.iter().flatten();
    let fasi = fasi
        .filter_map(|scritta| fase(scritta, inspection))
        .collect();
    let ambito = ambito?;
    Some(Obiettivo {
        codice: codice?,
        numero: parole(scritta.numero.as_ref()),
        titolo: titolo?,
        annualita: annualita?,
        esito: match ambito {
            Ambito::Struttura => Esito::DiStruttura(BTreeMap::new()),
            Ambito::Settore(_) => Esito::DiSettore(None),
        },
        ambito,
        peso: peso?,
        responsabile: parole(scritta.responsabile.as_ref()).map(Responsabile),
        descrizione: parole(scritta.descrizione.as_ref()),
        fasi,
        indicatori,
    })
}

fn ambito(
    scritto: &Scritto,
    settori: &[Settore],
    inspection: &mut Inspection<'_>,
) -> Option<Ambito> {
    if scritto.testo.eq_ignore_ascii_case(STRUTTURA) {
        return Some(Ambito::Struttura);
    }
    settore(scritto, settori, inspection).map(Ambito::Settore)
}

/// The settore of a code; notes it if there is none.
pub(super) fn settore(
    scritto: &Scritto,
    settori: &[Settore],
    inspection: &mut Inspection<'_>,
) -> Option<Codice> {
    let noto = settori
        .iter()
        .find(|settore| settore.codice.as_str() == scritto.testo);
    if noto.is_none() {
        let genere = Genere::SettoreSconosciuto {
            scritto: scritto.testo.clone(),
            noti: settori.iter().map(|s| s.codice.to_string()).collect(),
        };
        inspection.nota(&scritto.luogo, genere);
    }
    noto.map(|settore| settore.codice.clone())
}

fn fase(scritta: &FaseScritta, inspection: &mut Inspection<'_>) -> Option<Fase> {
    let about = &scritta.about;
    let mesi = scritta.mesi.as_ref().and_then(|mesi| {
        inspection.letto(mesi, leggi_mesi, |scritto| Genere::MesiNonValidi {
            scritto,
        })
    });
    let dovuta = scritta.descrizione.as_ref();
    let descrizione = inspection.dovuto(dovuta, "descrizione", Forma::Fase, about)?;
    Some(Fase {
        descrizione: descrizione.testo.clone(),
        mesi,
    })
}

fn indicatore(
    scritto: &IndicatoreScritto,
    anno: i32,
    inspection: &mut Inspection<'_>,
) -> Option<Indicatore> {
    let categoria = scritto.categoria.as_ref().and_then(|categoria| {
        let leggi = |testo: &str| parola(testo, &CategoriaIndicatore::PAROLE).ok_or(());
        inspection.letto(categoria, leggi, |scritto| Genere::ParolaNonAmmessa {
            scritto,
            vocabolario: Vocabolario::CategoriaIndicatore,
        })
    });
    let about = &scritto.about;
    let nome = inspection.dovuto(scritto.nome.as_ref(), "nome", Forma::Indicatore, about)?;
    Some(Indicatore {
        nome: nome.testo.clone(),
        categoria,
        atteso: scritto
            .atteso
            .as_ref()
            .map(|atteso| leggi_valore(&atteso.testo, anno)),
        raggiunto: None,
    })
}
