//! Acts as pages list them.

use serde::Serialize;

use crate::lingua;
use crate::model::Atto;
use crate::parole::Parole;

/// An act: what it does, which one it is, what it says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct AttoScritto {
    ruolo: String,
    estremi: String,
    oggetto: Option<String>,
}

impl AttoScritto {
    /// With the organ in full and its subject.
    pub(super) fn intero(atto: &Atto, parole: &Parole) -> Self {
        Self {
            estremi: lingua::atto_intero(atto, parole),
            oggetto: atto.oggetto.clone(),
            ..Self::breve(atto, parole)
        }
    }

    /// As acts quote each other.
    pub(super) fn breve(atto: &Atto, parole: &Parole) -> Self {
        Self {
            ruolo: lingua::ruolo(atto.ruolo, parole).to_owned(),
            estremi: lingua::atto(atto, parole),
            oggetto: None,
        }
    }
}
