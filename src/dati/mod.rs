//! The open data of a ciclo: what the pages say, for spreadsheets and programs.
//!
//! This module owns the files under `<ciclo>/dati/`: which there are, their columns and keys, how a
//! value is written in them. It computes no score ([`crate::score`] does), judges nothing, and touches no
//! disk: the same ciclo gives the same bytes, to whoever takes them.
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
use std::io::{self, BufWriter, Write};

use crate::model::{Ciclo, Ente};
use schema::CicloDati;
pub use tabella::{Colonna, SEPARATORE, Tipo};
pub use testo::{libera, proteggi};

/// A file of open data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileDati {
    /// What it holds.
    pub genere: GenereDati,
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
    /// All there are, in the order in which pages list them.
    pub const TUTTI: [Self; 4] = [
        Self::Obiettivi,
        Self::Indicatori,
        Self::Risultati,
        Self::Ciclo,
    ];

    /// The name of its file in the folder `dati` of the ciclo: `obiettivi.csv`.
    #[must_use]
    pub const fn nome(self) -> &'static str {
        match self {
            Self::Obiettivi => OBIETTIVI,
            Self::Indicatori => INDICATORI,
            Self::Risultati => RISULTATI,
            Self::Ciclo => CICLO,
        }
    }

    /// Its media type (RFC 7111, RFC 8259).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
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

/// Why a file could not be written. No content leads here: it is an error of this program, or of the place where the
/// bytes go.
#[derive(Debug)]
pub enum DatiError {
    /// A table.
    Csv(csv::ErrorKind),
    /// The whole ciclo.
    Json(serde_json::Error),
    /// The place where the bytes go does not take them.
    Scrittura(io::Error),
}

impl From<io::Error> for DatiError {
    fn from(errore: io::Error) -> Self {
        Self::Scrittura(errore)
    }
}

impl From<csv::Error> for DatiError {
    fn from(errore: csv::Error) -> Self {
        match errore.into_kind() {
            csv::ErrorKind::Io(errore) => Self::Scrittura(errore),
            altro => Self::Csv(altro),
        }
    }
}

impl From<serde_json::Error> for DatiError {
    fn from(errore: serde_json::Error) -> Self {
        if errore.is_io() {
            Self::Scrittura(errore.into())
        } else {
            Self::Json(errore)
        }
    }
}

impl fmt::Display for DatiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Csv(errore) => write!(formatter, "una tabella CSV: {errore:?}"),
            Self::Json(errore) => write!(formatter, "il file JSON: {errore}"),
            Self::Scrittura(errore) => errore.fmt(formatter),
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

/// The files of a ciclo, always the same four, in memory.
///
/// # Errors
/// Never for what a ciclo holds; see [`DatiError`].
pub fn del_ciclo(ente: &Ente, ciclo: &Ciclo) -> Result<Vec<FileDati>, DatiError> {
    let files = GenereDati::TUTTI.map(|genere| {
        let mut bytes = Vec::new();
        scrivi(genere, ente, ciclo, &mut bytes)?;
        Ok(FileDati { genere, bytes })
    });
    files.into_iter().collect()
}

/// Writes a file of a ciclo: a long one is never all in memory.
///
/// # Errors
/// When the bytes find no place.
pub fn scrivi(
    genere: GenereDati,
    ente: &Ente,
    ciclo: &Ciclo,
    out: &mut dyn Write,
) -> Result<(), DatiError> {
    // JSON is made of words of a few bytes.
    let mut out = BufWriter::with_capacity(ROOM, out);
    match genere {
        GenereDati::Obiettivi => obiettivi::tabella(ente, ciclo, &mut out)?,
        GenereDati::Indicatori => indicatori::tabella(ente, ciclo, &mut out)?,
        GenereDati::Risultati => risultati::tabella(ente, ciclo, &mut out)?,
        GenereDati::Ciclo => {
            serde_json::to_writer_pretty(&mut out, &CicloDati::di(ente, ciclo))?;
            out.write_all(b"\n")?;
        }
    }
    Ok(out.flush()?)
}

/// How many bytes go out at once.
const ROOM: usize = 1 << 16;

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
