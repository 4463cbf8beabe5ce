//! What the validated grades amount to ([`crate::score`]).

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ValutazioneDati, codice, punti};
use crate::dati::parole;
use crate::model::Ciclo;
use crate::score::{self, Totale};

/// The results of a ciclo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PunteggiDati {
    /// Of every settore, in the order of the griglia.
    pub settori: Vec<PunteggioDati>,
    /// Of the whole ente or of each person, where the ente sums weights that way.
    pub complessivi: Vec<ComplessivoDati>,
}

/// The result of a settore.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PunteggioDati {
    /// The code of the settore.
    pub settore: String,
    /// The weighted mean.
    pub totale: TotaleDati,
    /// What bears on it: objectives of struttura, then its own.
    pub voci: Vec<VoceDati>,
}

/// A result that is not of a settore.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ComplessivoDati {
    /// Of whom.
    pub di: String,
    /// The weighted mean.
    pub totale: TotaleDati,
}

/// A weighted mean and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TotaleDati {
    /// `completo`; `parziale` where something is not assessed yet; `annullato` where a condition was
    /// not met; `non valutato`.
    pub stato: String,
    /// The mean; 0 where it is cancelled, absent where nothing is assessed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valore_percento: Option<Decimal>,
    /// The weight that is assessed, of a partial one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peso_valutato: Option<Decimal>,
    /// The weight of everything, of a partial one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peso_totale: Option<Decimal>,
}

/// An objective as it bears on one settore.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VoceDati {
    /// The code of the objective.
    pub obiettivo: String,
    /// How much it counts there: its weight, or 1 where the plan has no weights; a condition 0.
    pub quanto: Decimal,
    /// What was validated of it for that settore; absent while nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valutazione: Option<ValutazioneDati>,
    /// The grade that counts: the validated one, or what its band is worth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conta_percento: Option<Decimal>,
    /// Weight × grade / 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub punti: Option<Decimal>,
}

impl PunteggiDati {
    pub(super) fn di(ciclo: &Ciclo) -> Self {
        let settori = score::risultati(ciclo).into_iter();
        let complessivi = score::complessivi(ciclo).into_iter();
        Self {
            settori: settori
                .map(|risultato| PunteggioDati {
                    settore: codice(&risultato.settore.codice),
                    totale: risultato.totale.into(),
                    voci: risultato.voci.iter().map(Into::into).collect(),
                })
                .collect(),
            complessivi: complessivi
                .map(|(di, totale)| ComplessivoDati {
                    di,
                    totale: totale.into(),
                })
                .collect(),
        }
    }
}

impl From<&score::Voce<'_>> for VoceDati {
    fn from(voce: &score::Voce<'_>) -> Self {
        Self {
            obiettivo: codice(&voce.obiettivo.codice),
            quanto: voce.quanto.normalize(),
            valutazione: voce.valutazione.map(Into::into),
            conta_percento: voce.conta.map(punti),
            punti: voce.punti().map(|punti| punti.normalize()),
        }
    }
}

impl From<Totale> for TotaleDati {
    fn from(totale: Totale) -> Self {
        let (valutato, tutto) = match totale {
            Totale::Parziale {
                peso_valutato,
                peso_totale,
                ..
            } => (Some(peso_valutato), Some(peso_totale)),
            Totale::Completo(_) | Totale::Annullato | Totale::NonValutato => (None, None),
        };
        Self {
            stato: parole::totale(totale).to_owned(),
            valore_percento: totale.valore().map(punti),
            peso_valutato: valutato.map(|peso| peso.normalize()),
            peso_totale: tutto.map(|peso| peso.normalize()),
        }
    }
}
