//! The shape of `ciclo.json`: a ciclo as plain values that any program can read.
//!
//! Each type here mirrors one of [`crate::model`] and is made of it, never the other way: the model may
//! change its types without changing what is published. The rules of the file:
//!
//! - keys are Italian, in `snake_case`, always in the same order; what the documents do not say has no
//!   key; lists are always there, empty where there is nothing;
//! - figures with decimals are **strings** with a point (`"98.75"`): they are exact, and a JSON number
//!   would become a binary fraction in most readers. Counts and years are numbers;
//! - dates are ISO 8601 (`"2024-05-03"`), months too (`"2024-05"`);
//! - percentages are points and say so in their name: `grado_percento: "95"`;
//! - [`VERSIONE`] grows by a minor step when keys are added, by a major one when a key goes or changes
//!   its meaning.

mod atti;
mod indicatore;
mod organizzazione;
mod punteggi;
mod regole;
mod risultato;
mod scheda;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use super::parole;
use crate::model::{
    Anni, Ciclo, Codice, Ente, Mesi, Modifica, NomiPersonale, Obiettivo, Percentuale, Relazione,
};

pub use atti::{AttoDati, CambioDati, ComponenteDati, FirmaDati, ModificaDati, SedutaDati};
pub(super) use indicatore::parziale;
pub use indicatore::{IndicatoreDati, ValoreDati};
pub use organizzazione::{SegnalazioneDati, SettoreDati, UfficioDati, VicendaDati};
pub use punteggi::{ComplessivoDati, PunteggiDati, PunteggioDati, TotaleDati, VoceDati};
pub use regole::{FasciaDati, NodoDati, RegoleDati};
pub use risultato::{
    DichiarazioneDati, RisultatoDati, ScostamentoDati, ValutazioneDati, VerificaDati,
};
pub use scheda::{
    AmbitoDati, AnnualitaDati, ContinuazioneDati, FaseDati, MisuraDati, ObiettivoDati, PersonaDati,
    QuotaDati, RisorseDati,
};

/// The version of the shape of `ciclo.json`.
pub const VERSIONE: &str = "1.0";

/// `ciclo.json`: a plan and its results, whole, but for the form of the cards. Read, it holds its cards; to be
/// written, it makes each as its turn comes ([`Schede`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "CicloDati")]
pub struct CicloDati<S = Vec<ObiettivoDati>> {
    /// The version of this shape: [`VERSIONE`].
    pub schema_version: String,
    /// The licence, by its SPDX identifier.
    pub licenza: String,
    /// Whose it is.
    pub ente: EnteDati,
    /// The code of the ciclo.
    pub codice: String,
    /// Codes that it had before.
    pub alias: Vec<String>,
    /// The years that it plans.
    pub anni: AnniDati,
    /// The three years of the plan that it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub triennio: Option<AnniDati>,
    /// `intero`, or `parziale` where the documents have only some cards: sums would say nothing.
    pub estensione: String,
    /// What the objectives of the whole entity are called.
    pub nome_struttura: String,
    /// When the content was last checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aggiornato: Option<NaiveDate>,
    /// How weights and grades are counted.
    pub regole: RegoleDati,
    /// What stands above the objectives.
    pub programmazione: Vec<NodoDati>,
    /// The acts, in the order of the content.
    pub atti: Vec<AttoDati>,
    /// The settori, in the order of the griglia.
    pub settori: Vec<SettoreDati>,
    /// The plan in force with its results, in the order of the plan.
    pub obiettivi: S,
    /// The plan as first approved; absent where no act changes it, for then it is `obiettivi` without
    /// results.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub piano_originario: Option<S>,
    /// What acts changed, by date.
    pub modifiche: Vec<ModificaDati>,
    /// The narrative.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relazione: Option<RelazioneDati>,
    /// What the grades amount to.
    pub risultati: PunteggiDati,
    /// The files that everything was read from.
    pub fonti: Vec<FonteDati>,
}

/// A file that a ciclo was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FonteDati {
    /// Its path below the folder of the ciclo.
    pub percorso: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

impl<'a> CicloDati<Schede<'a>> {
    /// A ciclo of an ente.
    #[must_use]
    pub fn di(ente: &Ente, ciclo: &'a Ciclo) -> Self {
        let nomi = ente.personale;
        let in_vigore = Schede {
            obiettivi: ciclo.obiettivi.iter().collect(),
            leggi: ObiettivoDati::di,
            nomi,
        };
        let originarie = || Schede {
            obiettivi: ciclo.originari(),
            leggi: |obiettivo, nomi| ObiettivoDati::di(&obiettivo.senza_risultati(), nomi),
            nomi,
        };
        let modifiche = ciclo.modifiche.iter();
        Self {
            schema_version: VERSIONE.to_owned(),
            licenza: ente.pubblicazione.licenza_dati.spdx().to_owned(),
            ente: ente.into(),
            codice: ciclo.codice.to_string(),
            alias: ciclo.alias.iter().map(codice).collect(),
            anni: ciclo.anni.into(),
            triennio: ciclo.triennio.map(Into::into),
            estensione: parole::estensione(ciclo.estensione).to_owned(),
            nome_struttura: ciclo.nome_struttura_usuale().to_owned(),
            aggiornato: ciclo.aggiornato,
            regole: (&ciclo.regole).into(),
            programmazione: ciclo.programmazione.iter().map(Into::into).collect(),
            atti: ciclo.atti.iter().map(Into::into).collect(),
            settori: ciclo.settori.iter().map(Into::into).collect(),
            obiettivi: in_vigore,
            piano_originario: (!ciclo.modifiche.is_empty()).then(originarie),
            modifiche: modifiche
                .map(|modifica: &Modifica| ModificaDati::di(modifica, nomi))
                .collect(),
            relazione: ciclo.relazione.as_ref().map(Into::into),
            fonti: ciclo
                .fonti
                .iter()
                .map(|fonte| FonteDati {
                    percorso: fonte.percorso.clone(),
                    sha256: fonte.sha256.clone(),
                })
                .collect(),
            risultati: PunteggiDati::di(ciclo),
        }
    }
}

/// Cards that are still to be written: of ten thousand only one at a time is held in the shape of the file.
#[derive(Debug, Clone)]
pub struct Schede<'a> {
    obiettivi: Vec<&'a Obiettivo>,
    leggi: fn(&Obiettivo, NomiPersonale) -> ObiettivoDati,
    nomi: NomiPersonale,
}

impl Serialize for Schede<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let schede = self.obiettivi.iter();
        serializer.collect_seq(schede.map(|scheda| (self.leggi)(scheda, self.nomi)))
    }
}

/// Whose the data are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EnteDati {
    /// Its code, which is also its folder: `caluso`.
    pub codice: String,
    /// *Comune di Caluso*.
    pub denominazione: String,
    /// The name of the place alone.
    pub luogo: String,
    /// What it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub territorio: Option<String>,
    /// The address of its institutional site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sito: Option<String>,
}

impl From<&Ente> for EnteDati {
    fn from(ente: &Ente) -> Self {
        Self {
            codice: ente.codice.to_string(),
            denominazione: ente.denominazione.clone(),
            luogo: ente.luogo.clone(),
            territorio: ente.territorio.clone(),
            sito: ente.sito.clone(),
        }
    }
}

/// One year, or several in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AnniDati {
    /// The first.
    pub dal: i32,
    /// The last; the same where it is one.
    pub al: i32,
}

impl From<Anni> for AnniDati {
    fn from(anni: Anni) -> Self {
        let (dal, al) = (anni.dal(), anni.al());
        Self { dal, al }
    }
}

/// The narrative part of the relazione.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RelazioneDati {
    /// Where it is signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub luogo: Option<String>,
    /// When it is signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<NaiveDate>,
    /// Its chapters in order, each as Markdown.
    pub capitoli: Vec<CapitoloDati>,
}

/// A chapter of the relazione.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CapitoloDati {
    /// Its file below the folder of all contents, with `/`.
    pub file: String,
    /// `CommonMark` with tables.
    pub markdown: String,
}

impl From<&Relazione> for RelazioneDati {
    fn from(relazione: &Relazione) -> Self {
        let capitoli = relazione.capitoli.iter();
        Self {
            luogo: relazione.luogo.clone(),
            data: relazione.data,
            capitoli: capitoli
                .map(|capitolo| CapitoloDati {
                    file: capitolo.file.clone(),
                    markdown: capitolo.markdown.clone(),
                })
                .collect(),
        }
    }
}

/// The points of a percentage, without zeros at the end.
pub(in crate::dati) fn punti(percentuale: Percentuale) -> Decimal {
    percentuale.punti().normalize()
}

/// A code as text.
fn codice(codice: &Codice) -> String {
    codice.to_string()
}

/// Months, ISO 8601: `2024-05`; none where nothing is said of them.
pub(in crate::dati) fn mesi(mesi: Option<&Mesi>) -> Vec<String> {
    let mesi = mesi.into_iter().flat_map(Mesi::elenco);
    mesi.map(|mese| format!("{}-{:02}", mese.anno, mese.mese))
        .collect()
}
