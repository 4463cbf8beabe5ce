//! What can be wrong with the language of pages and PDFs. What is wrong in a file of words,
//! [`crate::parole`] finds; that a language has its words is looked at here, once it is known which there
//! are.

use super::{Genere, Gravita, Problema, Verdetto};
use crate::model::Lingua;
use crate::parole::Lingue;
use crate::source::Content;

/// What is wrong with a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GenereLingua {
    /// A language without a file of words.
    NonPrevista {
        /// As written.
        scritta: String,
        /// Those that have one.
        previste: Vec<String>,
    },
    /// A word with an open place that Italian has not.
    PostoSconosciuto {
        /// The place.
        posto: String,
        /// Those that Italian has.
        noti: Vec<String>,
    },
    /// A word without an open place that Italian has.
    PostoMancante {
        /// The places.
        posti: Vec<String>,
        /// What Italian says.
        italiano: String,
    },
    /// A language that leaves some words in Italian.
    ParoleMancanti {
        /// The language.
        lingua: String,
        /// How many.
        quante: usize,
    },
}

impl GenereLingua {
    pub(super) const fn codice(&self) -> &'static str {
        match self {
            Self::NonPrevista { .. } => "G126",
            Self::PostoSconosciuto { .. } => "G127",
            Self::PostoMancante { .. } => "G128",
            Self::ParoleMancanti { .. } => "G129",
        }
    }

    pub(super) const fn gravita(&self) -> Gravita {
        match self {
            Self::ParoleMancanti { .. } => Gravita::Nota,
            _ => Gravita::Errore,
        }
    }
}

/// Adds to a verdict what is wrong with the languages of its enti, now that it is known which there are.
#[must_use]
pub fn check(verdetto: Verdetto, content: &Content, lingue: &Lingue) -> Verdetto {
    let Verdetto { enti, mut problemi } = verdetto;
    let enti = enti
        .into_iter()
        .filter(|ente| lingue.trova(&ente.lingua).is_some());
    let scritte = content
        .enti
        .iter()
        .filter_map(|files| files.ente.as_ref()?.lingua.as_ref());
    for scritta in scritte {
        let Ok(lingua) = Lingua::leggi(&scritta.testo) else {
            continue;
        };
        let genere = match lingue.trova(&lingua) {
            Some(parole) if parole.mancanti() == 0 => continue,
            Some(parole) => GenereLingua::ParoleMancanti {
                lingua: lingua.to_string(),
                quante: parole.mancanti(),
            },
            None => GenereLingua::NonPrevista {
                scritta: scritta.testo.clone(),
                previste: lingue.nomi().into_iter().map(Lingua::to_string).collect(),
            },
        };
        problemi.push(Problema {
            luogo: Some(scritta.luogo.clone()),
            genere: Genere::Lingua(genere),
        });
    }
    problemi.sort_by_key(super::posto);
    Verdetto {
        enti: enti.collect(),
        problemi,
    }
}
