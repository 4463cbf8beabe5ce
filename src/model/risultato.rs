//! What came of an objective: what was validated, what was declared, what the checks found.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Codice, Percentuale, Segnalazione};

/// What came of an objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risultato {
    /// What the Nucleo/OIV validated.
    pub esito: Esito,
    /// What the responsabile declared, beside what was validated.
    pub dichiarato: Option<Dichiarazione>,
    /// How the griglia sums the indicators up, where it does so in words of its own.
    pub in_griglia: Vec<String>,
    /// What came out, in words: *risultati ottenuti*.
    pub ottenuti: Option<String>,
    /// Why the grade is far from what the indicators say.
    pub motivazione: Option<String>,
    /// What there is to add.
    pub nota: Option<String>,
    /// The check during the year.
    pub intermedia: Option<Box<Verifica>>,
    /// The check at the end.
    pub finale: Option<Box<Verifica>>,
    /// What the act has wrong and keeps.
    pub segnalazioni: Vec<Segnalazione>,
}

impl Risultato {
    /// Nothing yet, in the form that the objective's scope asks for.
    #[must_use]
    pub const fn vuoto(esito: Esito) -> Self {
        Self {
            esito,
            dichiarato: None,
            in_griglia: Vec::new(),
            ottenuti: None,
            motivazione: None,
            nota: None,
            intermedia: None,
            finale: None,
            segnalazioni: Vec::new(),
        }
    }
}

/// The validated outcome, in the form that the objective's scope asks for.
///
/// A missing one is *non valutato*: it is shown as such and is never counted as zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Esito {
    /// One for the whole objective.
    Unico(Option<Valutazione>),
    /// One per settore.
    PerSettore(BTreeMap<Codice, Valutazione>),
}

/// A judgement on an objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Valutazione {
    /// A percentage.
    Grado(Percentuale),
    /// Points: *18 su 20*.
    Punti {
        /// How many.
        ottenuti: Decimal,
        /// Out of how many; positive.
        massimo: Decimal,
    },
    /// Reached.
    Raggiunto,
    /// Reached in part, nobody said how far: it is never scored.
    InParte,
    /// Not reached.
    NonRaggiunto,
    /// Cannot be assessed: it has no part in the result.
    NonValutabile,
    /// Put off to another year: it has no part in the result.
    Rinviato,
}

impl Valutazione {
    /// The judgements in words, with the words that results use for them.
    pub const PAROLE: [(&'static str, Self); 6] = [
        ("raggiunto", Self::Raggiunto),
        ("parzialmente raggiunto", Self::InParte),
        ("parziale", Self::InParte),
        ("non raggiunto", Self::NonRaggiunto),
        ("non valutabile", Self::NonValutabile),
        ("rinviato", Self::Rinviato),
    ];

    /// Whether it has a part in results: what cannot be assessed, or was put off, has none.
    #[must_use]
    pub const fn ha_parte(self) -> bool {
        !matches!(self, Self::NonValutabile | Self::Rinviato)
    }

    /// The percentage that it is worth; none where it has no part in the result.
    #[must_use]
    pub fn grado(self) -> Option<Percentuale> {
        match self {
            Self::Grado(grado) => Some(grado),
            Self::Punti { ottenuti, massimo } => (ottenuti * Decimal::ONE_HUNDRED)
                .checked_div(massimo)
                .map(Percentuale::new),
            Self::Raggiunto => Some(Percentuale::CENTO),
            Self::NonRaggiunto => Some(Percentuale::new(Decimal::ZERO)),
            Self::InParte | Self::NonValutabile | Self::Rinviato => None,
        }
    }
}

/// What somebody declared of an objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dichiarazione {
    /// How far it was reached.
    pub grado: Percentuale,
    /// Who says so.
    pub da: Option<String>,
}

/// A check: during the year (*intermedia*) or at its end (*finale*).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verifica {
    /// The day that it looks at.
    pub al: Option<NaiveDate>,
    /// *Media valore raggiunto %*, where the card states it; else it is computed.
    pub valore_raggiunto: Option<Percentuale>,
    /// *Media rispetto dei tempi %*, where the card states it; else it is computed.
    pub rispetto_tempi: Option<Percentuale>,
    /// What is behind the plan, and what is done about it.
    pub scostamento: Scostamento,
}

/// What is behind the plan, and what is done about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scostamento {
    /// Why.
    pub cause: Option<String>,
    /// Why, where the reason lies outside the office.
    pub cause_esterne: Option<String>,
    /// With which effects.
    pub effetti: Option<String>,
    /// What has been done.
    pub intrapresi: Option<String>,
    /// What is to be done.
    pub da_attivare: Option<String>,
}

impl Scostamento {
    /// Whether nothing is written.
    #[must_use]
    pub fn vuoto(&self) -> bool {
        *self == Self::default()
    }
}
