//! How an ente counts, and what stands above its objectives.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ValutazioneDati, punti};
use crate::dati::parole::parola;
use crate::model::{AmbitoPesi, Nodo, RegolaPesi, Regole};

/// How the weights and grades of a ciclo are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RegoleDati {
    /// Whose weights are summed: `settore`, `ente` or `persona`.
    pub ambito_pesi: String,
    /// What they sum to.
    pub totale_pesi: Decimal,
    /// `somma`: they must be the total; `riproporzionati`: each counts in proportion.
    pub regola_pesi: String,
    /// The bands that grades fall into, from the highest down.
    pub fasce: Vec<FasciaDati>,
    /// The highest grade, in points of a hundred.
    pub grado_massimo_percento: Decimal,
    /// Who validates the grades.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validatore: Option<String>,
}

/// A band of grades.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FasciaDati {
    /// Its name.
    pub nome: String,
    /// The lowest grade in it.
    pub da_percento: Decimal,
    /// What every grade in it counts; absent where each counts what it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vale_percento: Option<Decimal>,
}

impl From<&Regole> for RegoleDati {
    fn from(regole: &Regole) -> Self {
        let fasce = regole.fasce.iter();
        Self {
            ambito_pesi: parola(&AmbitoPesi::PAROLE, &regole.pesi.ambito).to_owned(),
            totale_pesi: regole.pesi.totale.normalize(),
            regola_pesi: parola(&RegolaPesi::PAROLE, &regole.pesi.regola).to_owned(),
            fasce: fasce
                .map(|fascia| FasciaDati {
                    nome: fascia.nome.clone(),
                    da_percento: punti(fascia.da),
                    vale_percento: fascia.vale.map(punti),
                })
                .collect(),
            grado_massimo_percento: punti(regole.grado_massimo),
            validatore: regole.validatore.clone(),
        }
    }
}

/// Something above the objectives: a linea di mandato, a missione, a programma.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NodoDati {
    /// Its code; zeros at the beginning stay.
    pub codice: String,
    /// What it is.
    pub livello: String,
    /// Its title.
    pub titolo: String,
    /// The codes of what stands above it.
    pub sotto: Vec<String>,
    /// What was validated of it as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valutazione: Option<ValutazioneDati>,
    /// What there is to add to that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nota: Option<String>,
}

impl From<&Nodo> for NodoDati {
    fn from(nodo: &Nodo) -> Self {
        Self {
            codice: nodo.codice.clone(),
            livello: nodo.livello.clone(),
            titolo: nodo.titolo.clone(),
            sotto: nodo.sotto.clone(),
            valutazione: nodo.risultato.map(Into::into),
            nota: nodo.nota.clone(),
        }
    }
}
