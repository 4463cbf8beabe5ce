//! Acts: the deliberations that approve, change and close a plan.

use chrono::NaiveDate;

/// An act of the ente.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atto {
    /// What the act does for the cycle.
    pub ruolo: RuoloAtto,
    /// Who adopts it: *Giunta comunale*.
    pub organo: String,
    /// The organ's initials as the acts quote them: *G.C.*
    pub sigla: String,
    /// Its number and date, once it has them.
    pub numerazione: Numerazione,
    /// Its subject.
    pub oggetto: Option<String>,
    /// Who signed it, in order.
    pub firme: Vec<Firma>,
}

/// A signature, printed in place of the handwritten one (D.Lgs. 39/1993, art. 3 c. 2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Firma {
    /// In which office.
    pub ruolo: RuoloFirma,
    /// Who.
    pub nome: String,
}

/// The office in which somebody signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuoloFirma {
    /// Who presides over the sitting.
    Presidente,
    /// Who keeps its minutes.
    Segretario,
    /// Another, in the words of the act.
    Altro(String),
}

impl RuoloFirma {
    const PRESIDENTE: &'static str = "Il Presidente";
    const SEGRETARIO: &'static str = "Il Segretario comunale";

    /// The office that acts call so.
    #[must_use]
    pub fn leggi(scritto: String) -> Self {
        match scritto.as_str() {
            Self::PRESIDENTE => Self::Presidente,
            Self::SEGRETARIO => Self::Segretario,
            _ => Self::Altro(scritto),
        }
    }

    /// As the acts call it.
    #[must_use]
    pub fn scritto(&self) -> &str {
        match self {
            Self::Presidente => Self::PRESIDENTE,
            Self::Segretario => Self::SEGRETARIO,
            Self::Altro(scritto) => scritto,
        }
    }
}

impl Atto {
    /// Whether it is another one's act: of the same organ, with the same number and date.
    #[must_use]
    pub fn e_lo_stesso(&self, altro: &Self) -> bool {
        self.data().is_some() && self.sigla == altro.sigla && self.numerazione == altro.numerazione
    }

    /// The day of the sitting, once it is adopted.
    #[must_use]
    pub const fn data(&self) -> Option<NaiveDate> {
        match self.numerazione {
            Numerazione::Adottato { data, .. } => Some(data),
            Numerazione::DaAdottare => None,
        }
    }
}

/// What an act does for the cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuoloAtto {
    /// Approves the plan (piano della performance, PIAO).
    Piano,
    /// Approves the piano esecutivo di gestione.
    Peg,
    /// Changes the plan during the year.
    Modifica,
    /// Approves the relazione and its griglia.
    Relazione,
}

impl RuoloAtto {
    /// The roles with the words that `ciclo.yaml` uses for them.
    pub const PAROLE: [(&'static str, Self); 4] = [
        ("piano", Self::Piano),
        ("peg", Self::Peg),
        ("modifica", Self::Modifica),
        ("relazione", Self::Relazione),
    ];
}

/// Whether an act has its number. Until it does, the documents attached to it are drafts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Numerazione {
    /// Adopted.
    Adottato {
        /// Kept as text: some registers write `48/2024` or `48-bis`.
        numero: String,
        /// The day of the sitting.
        data: NaiveDate,
    },
    /// Not adopted yet.
    DaAdottare,
}
