//! Rules on what an objective is tied to: planning, the objective it is a part of, earlier years.

use std::collections::BTreeSet;

use super::inspection::{Inspection, parole};
use super::problema::{Genere, Riferimento};
use super::regole::sotto;
use crate::model::{Cambio, Ciclo, Codice, Continuazione, Legami};
use crate::source::form::Scritto;
use crate::source::written::SchedaScritta;
use crate::source::{CicloFiles, EnteFiles};

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

/// A part must have its whole, in the same ciclo, which is no part itself. The whole of a part in
/// force is in force too.
pub(super) fn parti(ciclo: &Ciclo, files: &CicloFiles, inspection: &mut Inspection<'_>) {
    for scritta in files.tutte_le_schede() {
        let Some(intero) = &scritta.parte_di else {
            continue;
        };
        let suo = parole(scritta.codice.as_ref());
        let vale = ciclo.obiettivi.iter().any(|obiettivo| {
            let parte_di = obiettivo.legami.parte_di.as_ref();
            Some(obiettivo.codice.as_str()) == suo.as_deref()
                && parte_di.is_some_and(|codice| codice.as_str() == intero.testo)
        });
        let cambiate = ciclo.modifiche.iter().flat_map(|modifica| &modifica.cambi);
        let storiche = ciclo.superati.iter().chain(cambiate.map(Cambio::scheda));
        let schede = ciclo.obiettivi.iter();
        let schede = schede.chain(storiche.filter(|_| !vale));
        let intere = schede.filter(|scheda| scheda.conta_da_solo());
        let codici = intere.map(|intera| intera.codice.to_string());
        let noti = senza_ripetizioni(codici.filter(|codice| Some(codice) != suo.as_ref()));
        if Codice::leggi(&intero.testo).is_ok() && !noti.contains(&intero.testo) {
            sconosciuto(Riferimento::Obiettivo, intero, noti, inspection);
        }
    }
}

/// What a card goes on from must be another card of the same ciclo or one of another.
pub(super) fn precedenti(files: &EnteFiles, inspection: &mut Inspection<'_>) {
    for ciclo in &files.cicli {
        for scritta in ciclo.tutte_le_schede() {
            if let Some(continua) = &scritta.continua {
                precedente(continua, scritta, ciclo, files, inspection);
            }
        }
    }
}

fn precedente(
    continua: &Scritto,
    scritta: &SchedaScritta,
    ciclo: &CicloFiles,
    files: &EnteFiles,
    inspection: &mut Inspection<'_>,
) {
    let qui = ciclo.cartella.as_str();
    let (per_esteso, dove, quale) = match continua.testo.split_once('/') {
        Some((dove, quale)) => (true, dove.trim(), quale.trim()),
        None => (false, qui, continua.testo.as_str()),
    };
    // As the card writes it: a suggestion can be copied.
    let nome = |cartella: &str, scheda: &str| {
        if per_esteso {
            format!("{cartella}/{scheda}")
        } else {
            scheda.to_owned()
        }
    };
    let noti = match files.cicli.iter().find(|altro| altro.cartella == dove) {
        // Which cards an unreadable file holds nobody can say.
        Some(altro) if !altro.tutte_complete() => return,
        Some(altro) => {
            let suo = parole(scritta.codice.as_ref());
            let codici = altro.tutte_le_schede();
            let codici = codici.filter_map(|scheda| parole(scheda.codice.as_ref()));
            let codici = codici.filter(|codice| dove != qui || Some(codice) != suo.as_ref());
            senza_ripetizioni(codici.map(|codice| nome(dove, &codice)))
        }
        None => files
            .cicli
            .iter()
            .map(|altro| nome(&altro.cartella, quale))
            .collect(),
    };
    let scritto_bene = Codice::leggi(quale).is_ok() && Codice::leggi(dove).is_ok();
    if scritto_bene && !noti.contains(&nome(dove, quale)) {
        sconosciuto(Riferimento::Precedente, continua, noti, inspection);
    }
}

fn senza_ripetizioni(codici: impl Iterator<Item = String>) -> Vec<String> {
    let codici: BTreeSet<String> = codici.collect();
    codici.into_iter().collect()
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
