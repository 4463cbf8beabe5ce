//! What came of an objective: what was validated, what was declared, what the checks found.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{SegnalazioneDati, codice, punti};
use crate::dati::parole;
use crate::model::{Dichiarazione, Esito, Risultato, Scostamento, Valutazione, Verifica};

/// A judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ValutazioneDati {
    /// `grado`, `punti`, or the judgement in words: `raggiunto`, `parzialmente raggiunto`,
    /// `non raggiunto`, `non valutabile`, `rinviato`.
    pub genere: String,
    /// How many points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub punti: Option<Decimal>,
    /// Out of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub punti_massimi: Option<Decimal>,
    /// The percentage that it is worth; absent where nobody said how far, or it has no part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grado_percento: Option<Decimal>,
}

impl From<Valutazione> for ValutazioneDati {
    fn from(valutazione: Valutazione) -> Self {
        let (ottenuti, massimi) = match valutazione {
            Valutazione::Punti { ottenuti, massimo } => (Some(ottenuti), Some(massimo)),
            _ => (None, None),
        };
        Self {
            genere: parole::valutazione(valutazione).to_owned(),
            punti: ottenuti.map(|punti| punti.normalize()),
            punti_massimi: massimi.map(|punti| punti.normalize()),
            grado_percento: valutazione.grado().map(punti),
        }
    }
}

/// What came of an objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RisultatoDati {
    /// What was validated, where it is one for the whole objective; absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valutazione: Option<ValutazioneDati>,
    /// What was validated by code of the settore, where it is one for each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_settore: Option<BTreeMap<String, ValutazioneDati>>,
    /// What the responsabile declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dichiarato: Option<DichiarazioneDati>,
    /// How the griglia sums the indicators up, in words of its own.
    pub in_griglia: Vec<String>,
    /// What came out, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risultati_ottenuti: Option<String>,
    /// Why the grade is far from what the indicators say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub motivazione: Option<String>,
    /// What there is to add.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nota: Option<String>,
    /// The check during the year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verifica_intermedia: Option<VerificaDati>,
    /// The check at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verifica_finale: Option<VerificaDati>,
    /// What the act has wrong and keeps.
    pub segnalazioni: Vec<SegnalazioneDati>,
}

impl From<&Risultato> for RisultatoDati {
    fn from(risultato: &Risultato) -> Self {
        let (valutazione, per_settore) = match &risultato.esito {
            Esito::Unico(valutazione) => (valutazione.map(Into::into), None),
            Esito::PerSettore(valutazioni) => {
                let valutazioni = valutazioni.iter();
                let valutazioni = valutazioni.map(|(settore, v)| (codice(settore), (*v).into()));
                (None, Some(valutazioni.collect()))
            }
        };
        Self {
            valutazione,
            per_settore,
            dichiarato: risultato.dichiarato.as_ref().map(Into::into),
            in_griglia: risultato.in_griglia.clone(),
            risultati_ottenuti: risultato.ottenuti.clone(),
            motivazione: risultato.motivazione.clone(),
            nota: risultato.nota.clone(),
            verifica_intermedia: risultato.intermedia.as_deref().map(Into::into),
            verifica_finale: risultato.finale.as_deref().map(Into::into),
            segnalazioni: risultato.segnalazioni.iter().map(Into::into).collect(),
        }
    }
}

/// What somebody declared of an objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DichiarazioneDati {
    /// How far it was reached.
    pub grado_percento: Decimal,
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub da: Option<String>,
}

impl From<&Dichiarazione> for DichiarazioneDati {
    fn from(dichiarazione: &Dichiarazione) -> Self {
        Self {
            grado_percento: punti(dichiarazione.grado),
            da: dichiarazione.da.clone(),
        }
    }
}

/// A check, as the card states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VerificaDati {
    /// The day that it looks at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub al: Option<NaiveDate>,
    /// *Media valore raggiunto %*, where the card states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valore_raggiunto_percento: Option<Decimal>,
    /// *Media rispetto dei tempi %*, where the card states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rispetto_tempi_percento: Option<Decimal>,
    /// What is behind the plan; absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scostamento: Option<ScostamentoDati>,
}

impl From<&Verifica> for VerificaDati {
    fn from(verifica: &Verifica) -> Self {
        let scostamento = &verifica.scostamento;
        Self {
            al: verifica.al,
            valore_raggiunto_percento: verifica.valore_raggiunto.map(punti),
            rispetto_tempi_percento: verifica.rispetto_tempi.map(punti),
            scostamento: (!scostamento.vuoto()).then(|| scostamento.into()),
        }
    }
}

/// What is behind the plan, and what is done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScostamentoDati {
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// Why, where the reason lies outside the office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause_esterne: Option<String>,
    /// With which effects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effetti: Option<String>,
    /// What has been done about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provvedimenti_intrapresi: Option<String>,
    /// What is to be done about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provvedimenti_da_attivare: Option<String>,
}

impl From<&Scostamento> for ScostamentoDati {
    fn from(scostamento: &Scostamento) -> Self {
        Self {
            cause: scostamento.cause.clone(),
            cause_esterne: scostamento.cause_esterne.clone(),
            effetti: scostamento.effetti.clone(),
            provvedimenti_intrapresi: scostamento.intrapresi.clone(),
            provvedimenti_da_attivare: scostamento.da_attivare.clone(),
        }
    }
}
