//! What an objective is measured by, and what came of it.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{mesi, punti};
use crate::dati::parole::{self, parola};
use crate::model::{
    ChiaveValore, EsitoIndicatore, Indicatore, Valore, ValoreScritto, Valori, Verso,
};
use crate::score;

/// What an objective is measured by: an index of result, or an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IndicatoreDati {
    /// What it measures, or what is to be done.
    pub nome: String,
    /// `quantità`, `tempo`, `costo`, `qualità` or `attività`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categoria: Option<String>,
    /// When, in the words of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tempistica: Option<String>,
    /// The months planned, of an activity ticked month by month: `2024-05`.
    pub mesi: Vec<String>,
    /// `peso`, `condizione` or `senza peso`.
    pub conta: String,
    /// Its weight within its objective.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peso: Option<Decimal>,
    /// `alto`: more is better; `basso`: less is.
    pub meglio: String,
    /// Where it started from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<ValoreDati>,
    /// What it was in years past, each with its year.
    pub storico: Vec<ValoreDati>,
    /// The target: none, one, or one for each year or settore.
    pub atteso: Vec<ValoreDati>,
    /// How it is computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// Where its figures come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fonte: Option<String>,
    /// The result: none, one, or one for each year or settore.
    pub raggiunto: Vec<ValoreDati>,
    /// The months done.
    pub mesi_svolti: Vec<String>,
    /// What somebody judged of it: `raggiunto`, `parziale` or `non raggiunto`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub esito: Option<String>,
    /// How far it was reached, where the judgement is `parziale`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub esito_percento: Option<Decimal>,
    /// What there is to add.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nota: Option<String>,
    /// How far it was reached, computed ([`score::raggiungimento`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misura_percento: Option<Decimal>,
}

impl From<&Indicatore> for IndicatoreDati {
    fn from(indicatore: &Indicatore) -> Self {
        let ottenuto = &indicatore.ottenuto;
        let categoria = indicatore.categoria.map(parole::categoria);
        let storico = indicatore.storico.iter();
        Self {
            nome: indicatore.nome.clone(),
            categoria: categoria.map(str::to_owned),
            tempistica: indicatore.tempistica.clone(),
            mesi: mesi(indicatore.mesi.as_ref()),
            conta: parole::conta(indicatore.conta).to_owned(),
            peso: indicatore.conta.peso().map(|peso| peso.normalize()),
            meglio: parola(&Verso::PAROLE, &indicatore.verso).to_owned(),
            base: indicatore.base.as_ref().map(Into::into),
            storico: storico
                .map(|(anno, valore)| ValoreDati::per(&ChiaveValore::Anno(*anno), valore))
                .collect(),
            atteso: valori(&indicatore.atteso),
            formula: indicatore.formula.clone(),
            fonte: indicatore.fonte.clone(),
            raggiunto: valori(&ottenuto.valori),
            mesi_svolti: mesi(ottenuto.mesi.as_ref()),
            esito: ottenuto.esito.map(|esito| parole::esito(esito).to_owned()),
            esito_percento: parziale(ottenuto.esito),
            nota: ottenuto.nota.clone(),
            misura_percento: score::raggiungimento(indicatore).map(punti),
        }
    }
}

/// How far somebody judged an indicator to be reached, where it is in part.
pub(in crate::dati) fn parziale(esito: Option<EsitoIndicatore>) -> Option<Decimal> {
    match esito {
        Some(EsitoIndicatore::Parziale(quanto)) => Some(punti(quanto)),
        Some(EsitoIndicatore::Raggiunto | EsitoIndicatore::NonRaggiunto) | None => None,
    }
}

fn valori(valori: &Valori) -> Vec<ValoreDati> {
    match valori {
        Valori::Assenti => Vec::new(),
        Valori::Unico(valore) => vec![valore.into()],
        Valori::Per(valori) => {
            let valori = valori.iter();
            valori
                .map(|(chiave, valore)| ValoreDati::per(chiave, valore))
                .collect()
        }
    }
}

/// A value as the office wrote it, and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ValoreDati {
    /// The year that it is for, where there is one for each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anno: Option<i32>,
    /// The code of the settore that it is for, where there is one for each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settore: Option<String>,
    /// The words on the card.
    pub scritto: String,
    /// What they mean: `percentuale`, `numero`, `quantità`, `data`; else `testo`.
    pub tipo: String,
    /// The figure of the first three; of a percentage, in points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numero: Option<Decimal>,
    /// Of what: `%` for a percentage, the words of the card for a quantity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unita: Option<String>,
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<NaiveDate>,
}

impl ValoreDati {
    fn per(chiave: &ChiaveValore, valore: &ValoreScritto) -> Self {
        let (anno, settore) = match chiave {
            ChiaveValore::Anno(anno) => (Some(*anno), None),
            ChiaveValore::Settore(settore) => (None, Some(settore.to_string())),
        };
        Self {
            anno,
            settore,
            ..valore.into()
        }
    }
}

impl From<&ValoreScritto> for ValoreDati {
    fn from(valore: &ValoreScritto) -> Self {
        let (numero, unita, data) = match &valore.valore {
            Valore::Percentuale(quanto) => (Some(quanto.punti()), Some("%"), None),
            Valore::Numero(numero) => (Some(*numero), None, None),
            Valore::Quantita { numero, unita } => (Some(*numero), Some(unita.as_str()), None),
            Valore::Data(data) => (None, None, Some(*data)),
            Valore::Testo => (None, None, None),
        };
        Self {
            anno: None,
            settore: None,
            scritto: valore.scritto.clone(),
            tipo: parole::valore(&valore.valore).to_owned(),
            numero: numero.map(|numero| numero.normalize()),
            unita: unita.map(str::to_owned),
            data,
        }
    }
}
