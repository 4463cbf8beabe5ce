//! Acts, and what they change in the plan.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ObiettivoDati, codice};
use crate::dati::parole::parola;
use crate::model::{
    Atto, Cambio, Effetto, Firma, Modifica, NomiPersonale, Numerazione, Presenza, RuoloAtto, Seduta,
};

/// An act of the ente.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AttoDati {
    /// `piano`, `peg`, `modifica` or `relazione`.
    pub ruolo: String,
    /// Who adopts it.
    pub organo: String,
    /// The organ's initials.
    pub sigla: String,
    /// Its number as text, once it is adopted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numero: Option<String>,
    /// The day of the sitting, once it is adopted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<NaiveDate>,
    /// Its subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oggetto: Option<String>,
    /// Who signed it, in order.
    pub firme: Vec<FirmaDati>,
}

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FirmaDati {
    /// In which office.
    pub ruolo: String,
    /// Who.
    pub nome: String,
}

impl From<&Firma> for FirmaDati {
    fn from(firma: &Firma) -> Self {
        Self {
            ruolo: firma.ruolo.scritto().to_owned(),
            nome: firma.nome.clone(),
        }
    }
}

impl From<&Atto> for AttoDati {
    fn from(atto: &Atto) -> Self {
        Self {
            ruolo: parola(&RuoloAtto::PAROLE, &atto.ruolo).to_owned(),
            firme: atto.firme.iter().map(FirmaDati::from).collect(),
            organo: atto.organo.clone(),
            sigla: atto.sigla.clone(),
            numero: match &atto.numerazione {
                Numerazione::Adottato { numero, .. } => Some(numero.clone()),
                Numerazione::DaAdottare => None,
            },
            data: atto.data(),
            oggetto: atto.oggetto.clone(),
        }
    }
}

/// A change of the plan by an act; a draft until the act has its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ModificaDati {
    /// Its code.
    pub codice: String,
    /// The act.
    pub atto: AttoDati,
    /// The sitting.
    pub seduta: SedutaDati,
    /// Why the plan changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub motivazione: Option<String>,
    /// From what the change was reconstructed, when its act is not among the documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ricostruita: Option<String>,
    /// What changes, in the order of the plan.
    pub cambi: Vec<CambioDati>,
}

impl ModificaDati {
    pub(super) fn di(modifica: &Modifica, nomi: NomiPersonale) -> Self {
        let cambi = modifica.cambi.iter();
        Self {
            codice: codice(&modifica.codice),
            atto: (&modifica.atto).into(),
            seduta: (&modifica.seduta).into(),
            motivazione: modifica.motivazione.clone(),
            ricostruita: modifica.ricostruita.clone(),
            cambi: cambi.map(|cambio| CambioDati::di(cambio, nomi)).collect(),
        }
    }
}

/// What an act does to one card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CambioDati {
    /// `modificato`, `eliminato` or `inserito`.
    pub cambio: String,
    /// The code of the objective.
    pub obiettivo: String,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub motivo: Option<String>,
    /// The card as it was, where it is known; absent for one that is put in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prima: Option<Box<ObiettivoDati>>,
    /// The card from now on; absent for one that is taken out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dopo: Option<Box<ObiettivoDati>>,
}

impl CambioDati {
    fn di(cambio: &Cambio, nomi: NomiPersonale) -> Self {
        let scheda = |obiettivo| Box::new(ObiettivoDati::di(obiettivo, nomi));
        Self {
            cambio: cambio.genere().parola().to_owned(),
            obiettivo: codice(&cambio.scheda().codice),
            motivo: cambio.motivo.clone(),
            prima: cambio.prima().map(scheda),
            dopo: match &cambio.effetto {
                Effetto::Modificato { dopo, .. } | Effetto::Inserito(dopo) => Some(scheda(dopo)),
                Effetto::Eliminato(_) => None,
            },
        }
    }
}

/// The sitting that adopted an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SedutaDati {
    /// At what time it began, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ora: Option<String>,
    /// From when its act is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pubblicata: Option<NaiveDate>,
    /// From when its act is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub esecutiva: Option<NaiveDate>,
    /// The acts that it recalls.
    pub richiami: Vec<String>,
    /// Who was called: members of the organ.
    pub componenti: Vec<ComponenteDati>,
    /// Who presided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub presidente: Option<String>,
    /// Who kept the minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segretario: Option<String>,
}

/// A member of the organ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ComponenteDati {
    /// Who.
    pub nome: String,
    /// As what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carica: Option<String>,
    /// Whether they were there.
    pub presente: bool,
}

impl From<&Seduta> for SedutaDati {
    fn from(seduta: &Seduta) -> Self {
        let componenti = seduta.componenti.iter();
        Self {
            ora: seduta.ora.clone(),
            pubblicata: seduta.pubblicata,
            esecutiva: seduta.esecutiva,
            richiami: seduta.richiami.clone(),
            componenti: componenti
                .map(|componente| ComponenteDati {
                    nome: componente.nome.clone(),
                    carica: componente.carica.clone(),
                    presente: componente.presenza == Presenza::Presente,
                })
                .collect(),
            presidente: seduta.presidente.clone(),
            segretario: seduta.segretario.clone(),
        }
    }
}
