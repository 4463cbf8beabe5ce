//! The entity: a comune, an unione, a provincia.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Ciclo, Codice, Colore, Fonte, Lingua, Pubblicazione};
use crate::picture::Picture;

/// An entity and everything that it publishes.
#[derive(Debug, Clone, PartialEq)]
pub struct Ente {
    /// The folder's name and the segment in addresses: `caluso`.
    pub codice: Codice,
    /// The language of its pages and PDFs.
    pub lingua: Lingua,
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
    /// Where it publishes, and on which terms.
    pub pubblicazione: Pubblicazione,
    /// Where its institutional site answers.
    pub recapiti: Recapiti,
    /// Whether it publishes the names of employees who hold no office.
    pub personale: NomiPersonale,
    /// Its coat of arms.
    pub stemma: Option<Stemma>,
    /// The colour of its pages, on which white words can be read; without it, the theme's.
    pub colore: Option<Colore>,
    /// Its short forms, each with what it stands for, in order.
    pub abbreviazioni: Vec<(String, String)>,
    /// Words of other languages that it uses, each with its language (BCP 47).
    pub parole_straniere: Vec<(String, String)>,
    /// Whether the PDFs that close a year carry its open data.
    pub dati_allegati: DatiAllegati,
    /// Pages of text, in order of file name.
    pub pagine: Vec<Pagina>,
    /// From the most recent.
    pub cicli: Vec<Ciclo>,
    /// The files that all of it was made from, by path below its folder.
    pub fonti: Vec<Fonte>,
}

/// Whether the names of employees who hold no office are published (D.Lgs. 33/2013, art. 7-bis; the
/// Garante's guidelines of 15 May 2014: only data that are needed).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NomiPersonale {
    /// They are not: cards say category and share of work only.
    Riservati,
    /// They are: the ente has decided so.
    Pubblicati,
}

/// The addresses of the institutional site that stand at the foot of every page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recapiti {
    /// The privacy policy.
    pub privacy: Option<String>,
    /// The frequent questions.
    pub faq: Option<String>,
    /// Where to report what does not work.
    pub segnalazioni: Option<String>,
    /// Who answers to citizens.
    pub contatti: Contatti,
}

/// Who answers to citizens: an office, and how it is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contatti {
    /// *Ufficio relazioni con il pubblico*.
    pub ufficio: Option<String>,
    /// As people write it: *011 1234567*.
    pub telefono: Option<String>,
    /// Its e-mail.
    pub email: Option<String>,
    /// Its certified e-mail.
    pub pec: Option<String>,
    /// When it is open, in words.
    pub orari: Option<String>,
}

impl Contatti {
    /// Whether nothing is said.
    #[must_use]
    pub fn sono_vuoti(&self) -> bool {
        *self == Self::default()
    }
}

/// A coat of arms.
#[derive(Debug, Clone, PartialEq)]
pub struct Stemma {
    /// What is drawn.
    pub immagine: Arc<Picture>,
    /// What it shows, for who does not see it (WCAG 1.1.1). Never empty.
    pub testo_alternativo: String,
}

/// Whether the PDFs that close a year carry its open data (PDF/A-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatiAllegati {
    /// They do not: PDF/A-2.
    No,
    /// They do.
    Si,
}

/// A page of text of the site.
#[derive(Debug, Clone, PartialEq)]
pub struct Pagina {
    /// The file's name without ending and the segment in addresses: `note-legali`.
    pub codice: Codice,
    /// Its content.
    pub testo: Testo,
}

/// Markdown as written, with the file it stands in.
#[derive(Debug, Clone, PartialEq)]
pub struct Testo {
    /// The file's path below `content/`, with `/`.
    pub file: String,
    /// `CommonMark` with tables, footnotes and definition lists.
    pub markdown: String,
    /// The pictures that it shows, by the name that it calls them.
    pub immagini: Immagini,
}

/// Pictures by the name that a text calls them.
pub type Immagini = BTreeMap<String, Arc<Picture>>;
