//! Rules on a ciclo: its year, its weights taken together, what is not assessed yet.

use rust_decimal::Decimal;

use super::atto::{atto, date_lontane};
use super::inspection::{Inspection, data, parole};
use super::problema::{Forma, Genere};
use super::settore::{luogo_del_settore, settori};
use super::{risultati, scheda, testi};
use crate::model::{
    Ambito, Atto, Ciclo, Obiettivo, Relazione, RuoloAtto, Settore, Triennio, leggi_triennio,
};
use crate::score;
use crate::source::written::CicloScritto;
use crate::source::{CicloFiles, Place};

/// Checks a ciclo; `None` when it cannot be built.
pub(super) fn check(files: &CicloFiles, inspection: &mut Inspection<'_>) -> Option<Ciclo> {
    let inizio = Place::start_of(files.file);
    let codice = inspection.codice_del_nome(&files.cartella, &inizio);
    let scritto = files.ciclo.as_ref()?;
    let anno = anno(scritto, inspection);
    let triennio = triennio(scritto, anno, inspection);
    date_lontane(scritto, anno, inspection);
    anno_diverso(&files.cartella, scritto, anno, inspection);
    let atti = scritto.atti.iter().flatten();
    let atti: Vec<Atto> = atti
        .filter_map(|scritto| atto(scritto, inspection))
        .collect();
    let settori = settori(scritto, inspection);
    let schede = scheda::check(
        &files.schede,
        &settori,
        anno.unwrap_or_default(),
        inspection,
    );
    let mut obiettivi = schede.obiettivi;
    risultati::check(
        files,
        &settori,
        anno.unwrap_or_default(),
        &mut obiettivi,
        inspection,
    );
    let capitoli = testi::capitoli(&files.capitoli, inspection);
    let chiusura = scritto.relazione.as_ref();
    let data = chiusura
        .and_then(|relazione| relazione.data.as_ref())
        .and_then(|scritta| data(scritta, anno, inspection));
    let relazione = (!capitoli.is_empty()).then(|| Relazione {
        luogo: parole(chiusura.and_then(|relazione| relazione.luogo.as_ref())),
        data,
        capitoli,
    });

    let ciclo = Ciclo {
        codice: codice?,
        anno: anno?,
        triennio,
        atti,
        settori,
        obiettivi: in_ordine(obiettivi, scritto),
        relazione,
    };
    if files.schede_complete && schede.tutte_lette {
        pesi(&ciclo, scritto, inspection);
    }
    valutazioni(&ciclo, files, inspection);
    Some(ciclo)
}

fn anno(scritto: &CicloScritto, inspection: &mut Inspection<'_>) -> Option<i32> {
    let about = &scritto.about;
    let anno = inspection.dovuto(scritto.anno.as_ref(), "anno", Forma::Ciclo, about)?;
    let leggi = |testo: &str| {
        let anno = testo.parse::<i32>().map_err(drop)?;
        // The performance cycle exists since D.Lgs. 150/2009.
        if (2009..=2199).contains(&anno) {
            Ok(anno)
        } else {
            Err(())
        }
    };
    inspection.letto(anno, leggi, |scritto| Genere::AnnoNonValido { scritto })
}

fn anno_diverso(
    cartella: &str,
    scritto: &CicloScritto,
    anno: Option<i32>,
    inspection: &mut Inspection<'_>,
) {
    let nome = cartella.parse::<i32>().ok();
    if let (Some(nome), Some(anno), Some(luogo)) = (nome, anno, &scritto.anno)
        && nome != anno
    {
        let cartella = cartella.to_owned();
        inspection.nota(&luogo.luogo, Genere::AnnoDiverso { cartella, anno });
    }
}

/// The triennio must hold the year of the ciclo.
fn triennio(
    scritto: &CicloScritto,
    anno: Option<i32>,
    inspection: &mut Inspection<'_>,
) -> Option<Triennio> {
    let leggi = |testo: &str| {
        let triennio = leggi_triennio(testo).map_err(drop)?;
        let compreso = anno.is_none_or(|anno| (triennio.dal()..=triennio.al()).contains(&anno));
        if compreso { Ok(triennio) } else { Err(()) }
    };
    inspection.letto(scritto.triennio.as_ref()?, leggi, |scritto| {
        Genere::TriennioNonValido { scritto }
    })
}

/// Objectives of struttura first, then in the order of the settori; each by number, then by code.
fn in_ordine(mut obiettivi: Vec<Obiettivo>, scritto: &CicloScritto) -> Vec<Obiettivo> {
    let codici: Vec<&str> = scritto
        .settori
        .iter()
        .flatten()
        .filter_map(|settore| settore.codice.as_ref())
        .map(|codice| codice.testo.as_str())
        .collect();
    obiettivi.sort_by_key(|obiettivo| {
        let settore = match &obiettivo.ambito {
            Ambito::Struttura => None,
            Ambito::Settore(codice) => codici.iter().position(|c| *c == codice.as_str()),
        };
        let numero = obiettivo
            .numero
            .as_ref()
            .and_then(|numero| numero.parse::<u32>().ok());
        (
            settore,
            numero.unwrap_or(u32::MAX),
            obiettivo.codice.clone(),
        )
    });
    obiettivi
}

fn pesi(ciclo: &Ciclo, scritto: &CicloScritto, inspection: &mut Inspection<'_>) {
    for settore in &ciclo.settori {
        let luogo = luogo_del_settore(scritto, &settore.codice);
        let propri: Decimal = ciclo
            .obiettivi_propri(&settore.codice)
            .map(|obiettivo| obiettivo.peso.valore())
            .sum();
        let tutti = score::peso_complessivo(ciclo, settore);
        let settore = settore.nome.clone();
        if propri.is_zero() {
            inspection.nota(luogo, Genere::SettoreSenzaObiettivi { settore });
        } else if tutti != Decimal::ONE_HUNDRED {
            let struttura = tutti - propri;
            let genere = Genere::PesiNonCento {
                settore,
                propri,
                struttura,
            };
            inspection.nota(luogo, genere);
        }
    }
}

/// Once a grade is there, the year is being closed: missing grades and a missing act deserve a look.
fn valutazioni(ciclo: &Ciclo, files: &CicloFiles, inspection: &mut Inspection<'_>) {
    if !ciclo.ha_valutazioni() {
        return;
    }
    for obiettivo in &ciclo.obiettivi {
        let mancanti: Vec<&Settore> = ciclo
            .settori
            .iter()
            .filter(|settore| {
                obiettivo.riguarda(settore)
                    && obiettivo.grado(settore).is_none()
                    && !risultati::scritto(files, &obiettivo.codice, &settore.codice)
            })
            .collect();
        let mut schede = files
            .schede
            .iter()
            .filter_map(|scheda| scheda.codice.as_ref());
        let scheda = schede.find(|codice| codice.testo == obiettivo.codice.as_str());
        if let (false, Some(scheda)) = (mancanti.is_empty(), scheda) {
            let settori = match obiettivo.ambito {
                Ambito::Struttura => mancanti.iter().map(|s| s.nome_breve.clone()).collect(),
                Ambito::Settore(_) => Vec::new(),
            };
            let obiettivo = obiettivo.codice.to_string();
            inspection.nota(&scheda.luogo, Genere::NonValutato { obiettivo, settori });
        }
    }
    if ciclo.atto_adottato(RuoloAtto::Relazione).is_none() {
        inspection.nota(&Place::start_of(files.file), Genere::ApprovazioneMancante);
    }
}
