//! Changes into the texts of the results, and what `check` says of them: told by the cell that they come from.

use std::collections::BTreeMap;
use std::ops::Range;

use super::difetto::Difetto;
use super::esame::Cambio;
use super::modulo::Scritti;
use super::yaml::{self, Passo};
use crate::check::{self, Genere, Gravita, Problema};
use crate::source::written::RisultatiScritti;
use crate::source::{Content, FileId, form_in};

/// A file of results as it will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nuovo {
    /// Its path.
    pub file: String,
    /// Its text; none where there is no such file yet.
    pub prima: Option<String>,
    /// Its new text.
    pub dopo: String,
    /// How many values change.
    pub quanti: usize,
}

/// Makes the changes, all or none.
///
/// # Errors
/// When one cannot be made without touching anything else.
pub fn applica(scritti: &Scritti, cambi: &[Cambio]) -> Result<Vec<Nuovo>, Vec<Difetto>> {
    let mut nuovi: BTreeMap<&str, Nuovo> = BTreeMap::new();
    let mut difetti = Vec::new();
    for cambio in cambi {
        let nuovo = nuovi.entry(&cambio.file).or_insert_with(|| {
            let mut file = scritti.file.iter();
            let prima = file.find(|file| file.percorso == cambio.file);
            let prima = prima.map(|file| file.testo.clone());
            Nuovo {
                file: cambio.file.clone(),
                dopo: prima.clone().unwrap_or_default(),
                prima,
                quanti: 0,
            }
        });
        match yaml::applica(&nuovo.dopo, &cambio.cambiamento) {
            Ok(dopo) if arrivato(&dopo, cambio) => {
                nuovo.dopo = dopo;
                nuovo.quanti += 1;
            }
            Ok(_) => difetti.push(Difetto::in_casella(
                cambio.dove.clone(),
                "nell'obiettivo ci sono più indicatori con lo stesso nome, e i risultati si danno in ordine",
                "compilare prima quelli con lo stesso nome che stanno sopra",
            )),
            Err(yaml::NonScrivibile) => difetti.push(Difetto::in_casella(
                cambio.dove.clone(),
                format!(
                    "in {} questo valore è scritto in un modo che il programma non sa cambiare senza toccare altro",
                    cambio.file
                ),
                format!("scriverlo a mano: {}", cambio.cambiamento.valore),
            )),
        }
    }
    if difetti.is_empty() {
        Ok(nuovi.into_values().collect())
    } else {
        Err(difetti)
    }
}

/// Whether a change can be found again where it should be.
fn arrivato(testo: &str, cambio: &Cambio) -> bool {
    let percorso = &cambio.cambiamento.percorso;
    crate::source::tree_of(testo)
        .and_then(|radice| yaml::parole(&radice, percorso))
        .is_some_and(|parole| parole == cambio.cambiamento.valore)
}

/// What the rules say of the new texts: errors and warnings that come of a change.
#[must_use]
pub fn controlla(
    content: &Content,
    ente: &str,
    ciclo: &str,
    nuovi: &[Nuovo],
    cambi: &[Cambio],
) -> Vec<Difetto> {
    let mut prova = Content {
        sources: content.sources.clone(),
        enti: content
            .enti
            .iter()
            .filter(|e| e.cartella == ente)
            .cloned()
            .collect(),
        faults: Vec::new(),
    };
    let mut file: BTreeMap<FileId, &Nuovo> = BTreeMap::new();
    let mut letti = Vec::new();
    for nuovo in nuovi {
        let byte = nuovo.dopo.clone().into_bytes();
        let (id, form, faults) =
            form_in::<RisultatiScritti>(&mut prova.sources, nuovo.file.clone(), byte);
        prova.faults.extend(faults);
        letti.push((nuovo, form));
        file.insert(id, nuovo);
    }
    let quanti = prova.sources.count();
    for files in &mut prova.enti {
        files.fonti.end = quanti;
        for ciclo in files.cicli.iter_mut().filter(|c| c.cartella == ciclo) {
            for (nuovo, form) in &mut letti {
                ciclo.risultati.retain(|risultato| {
                    let suo = content.sources.file(risultato.about.posto.file);
                    suo.is_none_or(|suo| suo.path != nuovo.file)
                });
                ciclo.risultati.extend(
                    form.take()
                        .and_then(|form| form.risultati)
                        .unwrap_or_default(),
                );
            }
        }
    }
    let verdetto = check::check(&prova, &|_| true);
    let suoi = verdetto.problemi.iter().filter_map(|problema| {
        let luogo = problema.luogo.as_ref()?;
        Some((problema, *file.get(&luogo.file)?, luogo.span.start))
    });
    let mut difetti: Vec<Difetto> = suoi
        .filter_map(|(problema, nuovo, byte)| di_chi(problema, nuovo, byte, cambi))
        .collect();
    if verdetto.enti.is_empty() && !difetti.iter().any(|d| d.gravita == Gravita::Errore) {
        let errori = verdetto.problemi.iter();
        let errori = errori.filter(|p| p.genere.gravita() == Gravita::Errore);
        difetti.extend(errori.map(|problema| detto(problema, None)));
    }
    difetti
}

/// The cell that a problem comes from: the one whose value it stands in, else one of the same entry.
fn di_chi(problema: &Problema, nuovo: &Nuovo, byte: usize, cambi: &[Cambio]) -> Option<Difetto> {
    let gravita = problema.genere.gravita();
    if gravita == Gravita::Nota || matches!(problema.genere, Genere::NonValutato { .. }) {
        return None;
    }
    let suoi = || cambi.iter().filter(|cambio| cambio.file == nuovo.file);
    let esatto = suoi().find(|cambio| {
        let luogo = yaml::luogo(&nuovo.dopo, &cambio.cambiamento.percorso);
        luogo.is_some_and(|luogo: Range<usize>| luogo.contains(&byte))
    });
    let vicino = || {
        suoi().find(|cambio| {
            let percorso = &cambio.cambiamento.percorso;
            (1..percorso.len())
                .rev()
                .any(|quanti| inizio(&nuovo.dopo, percorso, quanti) == Some(byte))
        })
    };
    let cambio = esatto.or_else(|| vicino().filter(|_| gravita == Gravita::Errore))?;
    Some(detto(problema, Some(cambio)))
}

/// Where the entry begins that so many steps of a path lead to.
fn inizio(testo: &str, percorso: &[Passo], quanti: usize) -> Option<usize> {
    let sopra = percorso.get(..quanti)?;
    let Some(Passo::Voce { chiave, .. }) = sopra.last() else {
        return None;
    };
    let chiave = Passo::Chiave((*chiave).to_owned());
    let fino: Vec<Passo> = sopra.iter().cloned().chain([chiave]).collect();
    yaml::luogo(testo, &fino).map(|luogo| luogo.start)
}

fn detto(problema: &Problema, cambio: Option<&Cambio>) -> Difetto {
    let parole = check::parole(problema);
    Difetto {
        gravita: problema.genere.gravita(),
        codice: Some(problema.genere.codice()),
        dove: cambio.map(|cambio| cambio.dove.clone()),
        messaggio: parole.messaggio,
        rimedio: cambio
            .and_then(|_| nel_foglio(&problema.genere))
            .map_or(parole.rimedio, str::to_owned),
    }
}

/// What to do in a cell, where the words of the rule are about lines of YAML.
const fn nel_foglio(genere: &Genere) -> Option<&'static str> {
    match genere {
        Genere::GradoNonValido { .. } => Some(
            "scrivere una percentuale, per esempio 95%; se l'obiettivo non è stato valutato, lasciare vuota la casella",
        ),
        Genere::GenereDiverso { .. } => Some(
            "scrivere il raggiunto nella stessa forma dell'atteso, oppure scegliere com'è andata nella colonna «Esito»",
        ),
        _ => None,
    }
}
