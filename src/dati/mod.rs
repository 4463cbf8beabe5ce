//! The open data of a ciclo: what the pages say, for spreadsheets and programs.
//!
//! This module owns the files under `<ciclo>/dati/`: which there are, their columns and keys, how a
//! value is written in them. It computes no score ([`crate::score`] does), judges nothing, and does no
//! I/O: the same ciclo gives the same bytes.
//!
//! ```text
//!               ┌─ obiettivi, indicatori, risultati ─▶ tabella ─▶ CSV     a row for each thing
//! Ente, Ciclo ──┤       columns, each with its words
//!               └─ schema ───────────────────────────▶ serde_json ─▶ JSON  the whole ciclo
//! ```
//!
//! How they are written:
//!
//! | | CSV | JSON |
//! |---|---|---|
//! | figures | exact, a point before the decimals, no thousands | the same, as strings ([`schema`]) |
//! | days, months | ISO 8601: `2024-05-03`, `2024-05` | the same |
//! | percentages | points; the column is called `…_percento` | points; the key is called `…_percento` |
//! | nothing written | an empty cell; never 0 | no key; an empty list |
//! | texts | as written, but for the apostrophe of [`proteggi`] | as written |
//!
//! The names of employees who hold no office are in them only where the ente publishes them
//! ([`crate::model::NomiPersonale`]): the model does not hold others, and [`schema`] asks again.

pub mod csvw;
pub mod descrizione;
mod indicatori;
mod obiettivi;
mod parole;
mod risultati;
pub mod schema;
mod tabella;
mod testo;

use std::fmt;

use crate::model::{Ciclo, Ente};
use schema::CicloDati;
pub use tabella::{Colonna, SEPARATORE, Tipo};
pub use testo::{libera, proteggi};

/// A file of open data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileDati {
    /// Its name in the folder `dati` of the ciclo: `obiettivi.csv`.
    pub nome: &'static str,
    /// What it holds.
    pub genere: GenereDati,
    /// Its media type (RFC 7111, RFC 8259).
    pub media_type: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What a file of open data holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GenereDati {
    /// The objectives, one in each row.
    Obiettivi,
    /// Their indicators.
    Indicatori,
    /// What came of them, settore by settore.
    Risultati,
    /// Everything, for programs.
    Ciclo,
}

impl GenereDati {
    const fn media_type(self) -> &'static str {
        match self {
            Self::Obiettivi | Self::Indicatori | Self::Risultati => CSV,
            Self::Ciclo => JSON,
        }
    }
}

/// The columns of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TabellaDati {
    /// The file's name.
    pub file: &'static str,
    /// Its columns, from left to right.
    pub colonne: Vec<Colonna>,
}

/// Why a file could not be written. No content leads here: it is an error of this program.
#[derive(Debug)]
pub enum DatiError {
    /// A table.
    Csv(csv::Error),
    /// The whole ciclo.
    Json(serde_json::Error),
}

impl fmt::Display for DatiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Csv(errore) => write!(formatter, "una tabella CSV: {errore}"),
            Self::Json(errore) => write!(formatter, "il file JSON: {errore}"),
        }
    }
}

impl std::error::Error for DatiError {}

const OBIETTIVI: &str = "obiettivi.csv";
const INDICATORI: &str = "indicatori.csv";
const RISULTATI: &str = "risultati.csv";
const CICLO: &str = "ciclo.json";

const CSV: &str = "text/csv; charset=utf-8; header=present";
const JSON: &str = "application/json";

/// The files of a ciclo, always the same four.
///
/// # Errors
/// Never for what a ciclo holds; see [`DatiError`].
pub fn del_ciclo(ente: &Ente, ciclo: &Ciclo) -> Result<Vec<FileDati>, DatiError> {
    uno_alla_volta(ente, ciclo).collect()
}

/// The same files, each made when it is asked for: who gives one away before the next holds only one.
pub fn uno_alla_volta<'a>(
    ente: &'a Ente,
    ciclo: &'a Ciclo,
) -> impl Iterator<Item = Result<FileDati, DatiError>> {
    let files: [(&'static str, GenereDati, Scrivi); 4] = [
        (OBIETTIVI, GenereDati::Obiettivi, |ente, ciclo| {
            obiettivi::tabella(ente, ciclo).map_err(DatiError::Csv)
        }),
        (INDICATORI, GenereDati::Indicatori, |ente, ciclo| {
            indicatori::tabella(ente, ciclo).map_err(DatiError::Csv)
        }),
        (RISULTATI, GenereDati::Risultati, |ente, ciclo| {
            risultati::tabella(ente, ciclo).map_err(DatiError::Csv)
        }),
        (CICLO, GenereDati::Ciclo, |ente, ciclo| {
            json(ente, ciclo).map_err(DatiError::Json)
        }),
    ];
    files.into_iter().map(move |(nome, genere, scrivi)| {
        Ok(FileDati {
            nome,
            genere,
            media_type: genere.media_type(),
            bytes: scrivi(ente, ciclo)?,
        })
    })
}

/// What makes a file of open data.
type Scrivi = fn(&Ente, &Ciclo) -> Result<Vec<u8>, DatiError>;

/// The columns of every table, with what each means.
#[must_use]
pub fn colonne() -> Vec<TabellaDati> {
    vec![
        TabellaDati {
            file: OBIETTIVI,
            colonne: obiettivi::colonne(),
        },
        TabellaDati {
            file: INDICATORI,
            colonne: indicatori::colonne(),
        },
        TabellaDati {
            file: RISULTATI,
            colonne: risultati::colonne(),
        },
    ]
}

/// More than a card takes in the JSON file, most times.
const BYTE_PER_SCHEDA: usize = 6 * 1024;

fn json(ente: &Ente, ciclo: &Ciclo) -> Result<Vec<u8>, serde_json::Error> {
    // A file of tens of megabytes is not moved as it grows: then there would be two of it.
    let mut bytes = Vec::with_capacity(ciclo.obiettivi.len() * BYTE_PER_SCHEDA);
    serde_json::to_writer_pretty(&mut bytes, &CicloDati::di(ente, ciclo))?;
    bytes.push(b'\n');
    Ok(bytes)
}
