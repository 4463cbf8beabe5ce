//! The entity: a comune, an unione, a provincia.

use super::{Ciclo, Codice};

/// An entity and everything that it publishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ente {
    /// The folder's name and the segment in addresses: `caluso`.
    pub codice: Codice,
    /// *Comune di Caluso*.
    pub denominazione: String,
    /// The name of the place alone: *Caluso*.
    pub luogo: String,
    /// What it belongs to: *Città metropolitana di Torino*.
    pub territorio: Option<String>,
    /// Address of its institutional site.
    pub sito: Option<String>,
    /// Address of its accessibility declaration on `AgID`'s form (L. 4/2004).
    pub dichiarazione_accessibilita: Option<String>,
    /// Pages of text, in order of file name.
    pub pagine: Vec<Pagina>,
    /// From the most recent.
    pub cicli: Vec<Ciclo>,
}

/// A page of text of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pagina {
    /// The file's name without ending and the segment in addresses: `note-legali`.
    pub codice: Codice,
    /// Its content.
    pub testo: Testo,
}

/// Markdown as written, with the file it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Testo {
    /// The file's path below `content/`, with `/`.
    pub file: String,
    /// `CommonMark` with tables.
    pub markdown: String,
}
