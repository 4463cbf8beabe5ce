//! Organisational units: who answers, and what happens to them during a year.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codice;
use crate::dati::parole;
use crate::model::{
    LegameStruttura, Rendiconto, Responsabile, Segnalazione, Settore, Ufficio, Vicenda,
};

/// An organisational unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SettoreDati {
    /// Its code.
    pub codice: String,
    /// Its full name.
    pub nome: String,
    /// Its name where room is short.
    pub nome_breve: String,
    /// `settore`, `area`, `direzione`, `servizio`, `ufficio` or `altro`.
    pub tipo: String,
    /// The body that it belongs to, in a plan of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ente: Option<String>,
    /// Who answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsabile: Option<String>,
    /// Whether the objectives of struttura bear on it.
    pub partecipa_alla_struttura: bool,
    /// Whether the relazione reports on it.
    pub compreso_nella_relazione: bool,
    /// The units inside it.
    pub uffici: Vec<UfficioDati>,
    /// What happened to it during the year, by date.
    pub vicende: Vec<VicendaDati>,
    /// What the act has wrong and keeps.
    pub segnalazioni: Vec<SegnalazioneDati>,
}

impl From<&Settore> for SettoreDati {
    fn from(settore: &Settore) -> Self {
        Self {
            codice: codice(&settore.codice),
            nome: settore.nome.clone(),
            nome_breve: settore.nome_breve.clone(),
            tipo: parole::tipo_unita(settore.tipo).to_owned(),
            ente: settore.ente.clone(),
            responsabile: nome(settore.responsabile.as_ref()),
            partecipa_alla_struttura: settore.struttura == LegameStruttura::Partecipa,
            compreso_nella_relazione: settore.rendiconto == Rendiconto::Compreso,
            uffici: settore.uffici.iter().map(Into::into).collect(),
            vicende: settore.vicende.iter().map(Into::into).collect(),
            segnalazioni: settore.segnalazioni.iter().map(Into::into).collect(),
        }
    }
}

/// A unit inside a settore.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UfficioDati {
    /// Its code, unique in its settore.
    pub codice: String,
    /// Its name.
    pub nome: String,
    /// Who answers for it, where that is not the settore's responsabile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsabile: Option<String>,
}

impl From<&Ufficio> for UfficioDati {
    fn from(ufficio: &Ufficio) -> Self {
        Self {
            codice: codice(&ufficio.codice),
            nome: ufficio.nome.clone(),
            responsabile: nome(ufficio.responsabile.as_ref()),
        }
    }
}

/// What happens to a unit on a day of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VicendaDati {
    /// From which day.
    pub dal: NaiveDate,
    /// Its name from then on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nome: Option<String>,
    /// Who answers from then on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsabile: Option<String>,
    /// The code of the settore that it becomes part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confluisce_in: Option<String>,
    /// Why, or by which act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nota: Option<String>,
}

impl From<&Vicenda> for VicendaDati {
    fn from(vicenda: &Vicenda) -> Self {
        Self {
            dal: vicenda.dal,
            nome: vicenda.nome.clone(),
            responsabile: nome(vicenda.responsabile.as_ref()),
            confluisce_in: vicenda.confluisce_in.as_ref().map(codice),
            nota: vicenda.nota.clone(),
        }
    }
}

/// Something wrong in the approved act, kept as approved and flagged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SegnalazioneDati {
    /// The words or the figure as they stand in the act.
    pub come_approvato: String,
    /// What is wrong with them.
    pub motivazione: String,
}

impl From<&Segnalazione> for SegnalazioneDati {
    fn from(segnalazione: &Segnalazione) -> Self {
        Self {
            come_approvato: segnalazione.come_approvato.clone(),
            motivazione: segnalazione.motivazione.clone(),
        }
    }
}

/// Who answers, by name: a holder of office, therefore published.
pub(super) fn nome(responsabile: Option<&Responsabile>) -> Option<String> {
    responsabile.map(|responsabile| responsabile.0.clone())
}
