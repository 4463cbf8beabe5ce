//! Acts as pages list them.

use serde::Serialize;

use crate::lingua;
use crate::model::{Atto, RuoloAtto};

/// An act: what it does, which one it is, what it says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct AttoScritto {
    ruolo: &'static str,
    estremi: String,
    oggetto: Option<String>,
}

impl AttoScritto {
    /// With the organ in full and its subject.
    pub(super) fn intero(atto: &Atto) -> Self {
        Self {
            estremi: lingua::atto_intero(atto),
            oggetto: atto.oggetto.clone(),
            ..Self::breve(atto)
        }
    }

    /// As acts quote each other.
    pub(super) fn breve(atto: &Atto) -> Self {
        Self {
            ruolo: match atto.ruolo {
                RuoloAtto::Piano => "Approva il piano",
                RuoloAtto::Peg => "Approva il piano esecutivo di gestione (PEG)",
                RuoloAtto::Modifica => "Modifica il piano",
                RuoloAtto::Relazione => "Approva la relazione sui risultati",
            },
            estremi: lingua::atto(atto),
            oggetto: None,
        }
    }
}
