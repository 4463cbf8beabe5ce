//! First drafts of content: a folder that builds at once, and new files for one that exists.
//!
//! This module owns what a draft says; it never touches the disk ([`crate::cli`] writes, and only where
//! nothing stands) and never judges content ([`crate::check`]).
//!
//! Drafts are for people who have never seen YAML: every line that must change says so in a comment, and a
//! draft never has problems of its own.

mod ciclo;
mod modifica;
mod obiettivo;
mod progetto;
mod risultati;
mod yaml;

pub use self::ciclo::{Prossimo, prossimo};
pub use self::modifica::{NuovaModifica, SchedaInVigore, in_vigore, modifica};
pub use self::obiettivo::{NuovoObiettivo, SchedaEsistente, obiettivo};
pub use self::progetto::{Risposte, progetto};
pub use self::risultati::risultati;

use crate::schema::{CARTELLA, Modulo};

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bozza {
    /// Where, below the folder that holds `content/`, with `/`.
    pub path: String,
    /// What it says.
    pub testo: String,
}

impl Bozza {
    /// A file of YAML: its first line tells editors what may stand in it.
    fn yaml(modulo: Modulo, path: impl Into<String>, testo: &str) -> Self {
        let path = path.into();
        let testo = modulo.riga(&path) + testo;
        Self { path, testo }
    }

    /// The schema that editors check a kind of file with.
    #[must_use]
    pub fn schema(modulo: Modulo) -> Self {
        Self::new(format!("{CARTELLA}/{}", modulo.file()), modulo.testo())
    }

    fn new(path: impl Into<String>, testo: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            testo: testo.into(),
        }
    }
}
