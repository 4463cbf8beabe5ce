//! Rules on what an objective is tied to: planning, the objective it is a part of, earlier years.

use super::inspection::{Inspection, parole};
use super::problema::{Genere, Riferimento};
use super::regole::sotto;
use crate::model::{Ciclo, Codice, Continuazione, Legami, Obiettivo};
use crate::source::EnteFiles;
use crate::source::form::Scritto;
use crate::source::written::SchedaScritta;

/// What a card says that it is tied to.
pub(super) fn legami(
    scritta: &SchedaScritta,
    programmi: &[String],
    inspection: &mut Inspection<'_>,
) -> Legami {
    let parte_di = scritta.parte_di.as_ref();
    let continua = scritta.continua.as_ref();
    Legami {
        dup: parole(scritta.collegamento_dup.as_ref()),
        sotto: sotto(scritta.sotto.as_ref(), programmi, inspection),
        parte_di: parte_di.and_then(|codice| inspection.codice(codice)),
        continua: continua.and_then(|scritto| continuazione(scritto, inspection)),
    }
}

/// `FIN-01` of the same ciclo, `2022/FIN-01` of another.
fn continuazione(scritto: &Scritto, inspection: &mut Inspection<'_>) -> Option<Continuazione> {
    let leggi = |testo: &str| {
        let (ciclo, codice) = match testo.split_once('/') {
            Some((ciclo, codice)) => (Some(Codice::leggi(ciclo.trim())?), codice),
            None => (None, testo),
        };
        let codice = Codice::leggi(codice.trim())?;
        Ok::<_, crate::model::CodiceNonValido>(Continuazione { ciclo, codice })
    };
    inspection.letto(scritto, leggi, |scritto| Genere::CodiceNonValido {
        scritto,
    })
}

/// A part must have its whole, in the same ciclo, and be no part of itself.
pub(super) fn parti(
    scritte: &[SchedaScritta],
    obiettivi: &[Obiettivo],
    inspection: &mut Inspection<'_>,
) {
    for scritta in scritte {
        let Some(intero) = &scritta.parte_di else {
            continue;
        };
        let suo = parole(scritta.codice.as_ref());
        let noti: Vec<String> = obiettivi
            .iter()
            .filter(|obiettivo| obiettivo.conta_da_solo())
            .map(|obiettivo| obiettivo.codice.to_string())
            .filter(|codice| Some(codice) != suo.as_ref())
            .collect();
        if Codice::leggi(&intero.testo).is_ok() && !noti.contains(&intero.testo) {
            sconosciuto(Riferimento::Obiettivo, intero, noti, inspection);
        }
    }
}

/// What a card goes on from must be a card of the same ciclo or of an earlier one.
pub(super) fn precedenti(files: &EnteFiles, cicli: &[Ciclo], inspection: &mut Inspection<'_>) {
    for ciclo in &files.cicli {
        let Ok(codice) = Codice::leggi(&ciclo.cartella) else {
            continue;
        };
        let cambiate = ciclo.modifiche.iter().flat_map(|modifica| &modifica.schede);
        for scritta in ciclo.schede.iter().chain(cambiate) {
            let Some(continua) = &scritta.continua else {
                continue;
            };
            let (dove, quale) = match continua.testo.split_once('/') {
                Some((dove, quale)) => (dove.trim(), quale.trim()),
                None => (codice.as_str(), continua.testo.as_str()),
            };
            // A ciclo with errors has been told already.
            let letto = cicli.iter().find(|altro| altro.codice.as_str() == dove);
            let esiste = files.cicli.iter().any(|altro| altro.cartella == dove);
            let noti: Vec<String> = match letto {
                Some(letto) => codici(letto),
                None if esiste => continue,
                None => files.cicli.iter().map(|c| c.cartella.clone()).collect(),
            };
            if !noti.iter().any(|noto| noto == quale) {
                sconosciuto(Riferimento::Precedente, continua, noti, inspection);
            }
        }
    }
}

/// The codes of a ciclo's cards, taken out or not.
fn codici(ciclo: &Ciclo) -> Vec<String> {
    let originari = ciclo.originari.iter().chain(&ciclo.obiettivi);
    let cambiati = ciclo.modifiche.iter().flat_map(|modifica| &modifica.cambi);
    let mut codici: Vec<String> = originari
        .chain(cambiati.map(crate::model::Cambio::scheda))
        .map(|obiettivo| obiettivo.codice.to_string())
        .collect();
    codici.sort_unstable();
    codici.dedup();
    codici
}

fn sconosciuto(
    a: Riferimento,
    scritto: &Scritto,
    noti: Vec<String>,
    inspection: &mut Inspection<'_>,
) {
    let genere = Genere::RiferimentoSconosciuto {
        a,
        scritto: scritto.testo.clone(),
        noti,
    };
    inspection.nota(&scritto.luogo, genere);
}
