//! First drafts of content: a folder that builds at once, and new files for one that exists.
//!
//! This module owns what a draft says; it never touches the disk ([`crate::cli`] writes, and only where
//! nothing stands) and never judges content ([`crate::check`]).
//!
//! Drafts are for people who have never seen YAML: every line that must change says so in a comment, and a
//! draft never has problems of its own.

mod ciclo;
mod obiettivo;
mod progetto;
mod risultati;
mod yaml;

pub use self::ciclo::{Prossimo, prossimo};
pub use self::obiettivo::{NuovoObiettivo, SchedaEsistente, obiettivo};
pub use self::progetto::{Risposte, progetto};
pub use self::risultati::risultati;

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bozza {
    /// Where, below the folder that holds `content/`, with `/`.
    pub path: String,
    /// What it says.
    pub testo: String,
}

impl Bozza {
    fn new(path: impl Into<String>, testo: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            testo: testo.into(),
        }
    }
}
