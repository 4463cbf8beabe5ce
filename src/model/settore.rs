//! Organisational units: who answers, and what happens to them during a year.

use chrono::NaiveDate;

use super::Codice;

/// An organisational unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settore {
    /// The segment in addresses.
    pub codice: Codice,
    /// Its full name.
    pub nome: String,
    /// Its name where room is short: *Territorio e OOPP*.
    pub nome_breve: String,
    /// What kind of unit it is called.
    pub tipo: TipoUnita,
    /// The body that it belongs to, in a plan of several: *Comune di Montalto*.
    pub ente: Option<String>,
    /// Who answers for it, if the documents say so.
    pub responsabile: Option<Responsabile>,
    /// Whether the objectives of struttura bear on it.
    pub struttura: LegameStruttura,
    /// Whether the relazione reports on it.
    pub rendiconto: Rendiconto,
    /// The units inside it.
    pub uffici: Vec<Ufficio>,
    /// What happened to it during the year, by date.
    pub vicende: Vec<Vicenda>,
    /// What the act has wrong and keeps.
    pub segnalazioni: Vec<Segnalazione>,
}

impl Settore {
    /// A settore like most, of that code and name.
    pub fn nuovo(codice: Codice, nome: impl Into<String>) -> Self {
        let nome = nome.into();
        Self {
            codice,
            nome_breve: nome.clone(),
            nome,
            tipo: TipoUnita::Settore,
            ente: None,
            responsabile: None,
            struttura: LegameStruttura::Partecipa,
            rendiconto: Rendiconto::Compreso,
            uffici: Vec::new(),
            vicende: Vec::new(),
            segnalazioni: Vec::new(),
        }
    }

    /// Its name with what it is: *Settore Finanziario*, *Messo comunale*.
    #[must_use]
    pub fn nome_intero(&self) -> String {
        let nome = self.nome_distinto();
        match self.tipo.parola() {
            Some(parola) => format!("{parola} {nome}"),
            None => nome,
        }
    }

    /// Its name, in a plan of several bodies with that of its own, for each may have a *Tecnico*:
    /// *Tecnico (Comune di Montalto)*.
    #[must_use]
    pub fn nome_distinto(&self) -> String {
        match &self.ente {
            Some(ente) => format!("{} ({ente})", self.nome),
            None => self.nome.clone(),
        }
    }

    /// The ufficio of that code.
    #[must_use]
    pub fn ufficio(&self, codice: &Codice) -> Option<&Ufficio> {
        self.uffici.iter().find(|ufficio| ufficio.codice == *codice)
    }
}

/// A unit inside a settore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ufficio {
    /// Its code, unique in its settore.
    pub codice: Codice,
    /// Its name: *Ufficio Segreteria*.
    pub nome: String,
    /// Who answers for it, where that is not the settore's responsabile.
    pub responsabile: Option<Responsabile>,
}

/// Who answers for a settore: a holder of office, therefore published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Responsabile(pub String);

/// What a unit is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TipoUnita {
    /// *Settore …*
    Settore,
    /// *Area …*
    Area,
    /// *Direzione …*
    Direzione,
    /// *Servizio …*
    Servizio,
    /// *Ufficio …*
    Ufficio,
    /// Its name says it: *Messo comunale*.
    Altro,
}

impl TipoUnita {
    /// The kinds with the words that `ciclo.yaml` uses for them.
    pub const PAROLE: [(&'static str, Self); 6] = [
        ("settore", Self::Settore),
        ("area", Self::Area),
        ("direzione", Self::Direzione),
        ("servizio", Self::Servizio),
        ("ufficio", Self::Ufficio),
        ("altro", Self::Altro),
    ];

    /// The word before the name; none where the name says it.
    #[must_use]
    pub const fn parola(self) -> Option<&'static str> {
        match self {
            Self::Settore => Some("Settore"),
            Self::Area => Some("Area"),
            Self::Direzione => Some("Direzione"),
            Self::Servizio => Some("Servizio"),
            Self::Ufficio => Some("Ufficio"),
            Self::Altro => None,
        }
    }
}

/// Whether the objectives of struttura bear on a settore.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegameStruttura {
    /// They do, as on every settore.
    Partecipa,
    /// They do not: the segretario comunale is assessed on objectives of his own alone.
    Autonomo,
}

/// Whether the relazione reports on a settore.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rendiconto {
    /// It does.
    Compreso,
    /// It does not: the segretario comunale is assessed by the sindaco, in another act.
    Escluso,
}

/// What happens to a unit on a day of the year: from then on it has another name, another
/// responsabile, or is part of another unit. What was before stays as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vicenda {
    /// From which day.
    pub dal: NaiveDate,
    /// Its name from then on.
    pub nome: Option<String>,
    /// Who answers from then on.
    pub responsabile: Option<Responsabile>,
    /// The settore that it becomes part of.
    pub confluisce_in: Option<Codice>,
    /// Why, or by which act.
    pub nota: Option<String>,
}

/// Something wrong in the approved act, kept as approved and flagged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segnalazione {
    /// The words or the figure as they stand in the act.
    pub come_approvato: String,
    /// What is wrong with them.
    pub motivazione: String,
}
