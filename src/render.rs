//! A checked ente to finished files: the PDFs and the open data of each ciclo, then the pages that
//! link to them.
//!
//! This module owns the order of things and nothing else: what a document says is
//! [`crate::allegati`]'s, how it looks [`crate::layout`]'s, its bytes [`crate::pdf`]'s, the data
//! [`crate::dati`]'s, the pages [`crate::site`]'s. It does no I/O: a [`Sink`] takes what is made.

mod ciclo;
mod ledger;

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use self::ciclo::{Files, Made};
use self::ledger::Ledger;
use crate::dati;
use crate::integrity::{self, FileImpronta, InBreve};
use crate::model::{Codice, Ente, Lingua};
use crate::parole::Lingue;
use crate::pdf;
use crate::publish::{OutputFile, PublishError, Sink};
use crate::site::{self, Downloads};
use crate::theme::{PdfLook, Rejected, Theme, ThemeError};

/// What every rendering needs, loaded once.
pub struct Kit {
    theme: Theme,
    look: PdfLook,
    languages: Lingue,
}

/// What came out of an ente, in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// How many cicli it has.
    pub cicli: usize,
    /// How many objectives, in all of them.
    pub obiettivi: usize,
    /// How many pages the site has.
    pub html_pages: usize,
    /// The size of all its files but the two lists that prove them.
    pub bytes: u64,
    /// Its PDFs.
    pub pdfs: Vec<RenderedPdf>,
}

impl Rendered {
    fn of(ente: &Ente, files: &[FileImpronta], pdfs: Vec<RenderedPdf>) -> Self {
        let cicli = ente.cicli.iter();
        Self {
            cicli: ente.cicli.len(),
            obiettivi: cicli.map(|ciclo| ciclo.obiettivi.len()).sum(),
            html_pages: files.iter().filter(|file| is_html(file)).count(),
            bytes: files.iter().map(|file| file.byte).sum(),
            pdfs,
        }
    }
}

/// A PDF in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedPdf {
    /// Below the folder of the ente.
    pub path: String,
    /// Its pages.
    pub pages: usize,
    /// Its size.
    pub bytes: u64,
    /// Characters of its text that no face can draw.
    pub missing: BTreeSet<char>,
}

/// What is being rendered now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// A PDF.
    Document {
        /// Its title.
        title: &'a str,
    },
    /// The pages of an ente.
    Pages {
        /// Its name.
        ente: &'a str,
    },
}

/// Why something could not be rendered. Content that passed the checks does not lead here; a theme
/// that is broken does.
#[derive(Debug)]
pub enum RenderError {
    /// The theme's templates or files.
    Theme(ThemeError),
    /// What the theme says of the look of the PDFs: a mistake of who wrote it.
    Look(Rejected),
    /// A page.
    Site(site::SiteError),
    /// A document.
    Pdf(pdf::PdfError),
    /// A file of open data.
    Data(dati::DatiError),
    /// The lists that prove what was published.
    Lists(serde_json::Error),
    /// A finished file could not be kept.
    Sink(PublishError),
}

impl From<site::SiteError> for RenderError {
    fn from(error: site::SiteError) -> Self {
        Self::Site(error)
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Theme(error) => write!(formatter, "errore: il tema non è utilizzabile: {error}"),
            Self::Look(rejected) => {
                write!(formatter, "errore: il tema non è utilizzabile: {rejected}")
            }
            Self::Site(error) => {
                write!(formatter, "errore: una pagina non si può comporre: {error}")
            }
            Self::Pdf(error) => write!(formatter, "errore: un PDF non si può comporre: {error}"),
            Self::Lists(error) => write!(
                formatter,
                "errore: l'elenco dei file non si può scrivere: {error}"
            ),
            Self::Sink(error) => write!(
                formatter,
                "errore: «{}» non si può scrivere",
                error.path.display()
            ),
            Self::Data(error) => write!(
                formatter,
                "errore: i dati aperti non si possono scrivere: {error}"
            ),
        }
    }
}

impl std::error::Error for RenderError {}

impl Kit {
    /// The theme inside the binary.
    ///
    /// # Errors
    /// When a template or face of the theme cannot be used.
    pub fn embedded() -> Result<Self, RenderError> {
        Self::with_theme(Theme::embedded().map_err(RenderError::Theme)?)
    }

    /// A theme.
    ///
    /// # Errors
    /// When what it says of the PDFs cannot be used: see [`RenderError::Look`].
    pub fn with_theme(theme: Theme) -> Result<Self, RenderError> {
        theme.identity().map_err(RenderError::Look)?;
        let look = theme.pdf_look().map_err(RenderError::Look)?;
        let languages = theme.languages().map_err(RenderError::Look)?;
        Ok(Self {
            theme,
            look,
            languages,
        })
    }

    /// Its theme.
    #[must_use]
    pub const fn theme(&self) -> &Theme {
        &self.theme
    }

    /// The languages that there are words for.
    #[must_use]
    pub const fn languages(&self) -> &Lingue {
        &self.languages
    }
}

impl Kit {
    /// Whether the PDFs can show a character.
    #[must_use]
    pub fn draws(&self, character: char) -> bool {
        self.look.faces.draws(character)
    }
}

/// Renders an ente: its documents side by side, then its pages. Each file goes into the sink as soon as it is
/// made.
///
/// # Errors
/// See [`RenderError`].
pub fn ente(
    ente: &Ente,
    kit: &Kit,
    sink: &dyn Sink,
    progress: &(dyn Fn(Step<'_>) + Sync),
) -> Result<Rendered, RenderError> {
    let parole = kit.languages.parole(&ente.lingua);
    let ledger = Ledger::new(sink);
    let mut made = Made::default();
    for ciclo in &ente.cicli {
        let files = Files {
            ente,
            ciclo,
            parole,
            look: &kit.look,
            ledger: &ledger,
        };
        files.make(progress, &mut made)?;
    }
    let Made {
        documents,
        data,
        pdfs,
    } = made;
    ledger.give(OutputFile {
        path: dati::descrizione::FILE.to_owned(),
        bytes: dati::descrizione::schema(),
    })?;
    progress(Step::Pages {
        ente: &ente.denominazione,
    });
    let downloads = Downloads {
        documents: &documents,
        data: &data,
    };
    site::render(ente, downloads, &kit.theme, parole, &|file| {
        ledger.give(file)
    })?;
    let listed = ledger.close();
    let rendered = Rendered::of(ente, &listed, pdfs);
    let atti = documents.iter().filter_map(|document| {
        let act = document.act.clone()?;
        Some((document.path.clone(), act))
    });
    let lists = integrity::seal(ente, listed, &atti.collect()).map_err(RenderError::Lists)?;
    for list in lists {
        sink.take(list).map_err(RenderError::Sink)?;
    }
    Ok(rendered)
}

fn is_html(file: &FileImpronta) -> bool {
    let ending = Path::new(&file.percorso).extension();
    ending.is_some_and(|ending| ending == "html")
}

/// The page that lists the entities, each with its folder, when there are several.
///
/// # Errors
/// See [`RenderError`].
pub fn index(enti: &[(Codice, InBreve)], kit: &Kit) -> Result<Vec<OutputFile>, RenderError> {
    if enti.len() < 2 {
        return Ok(Vec::new());
    }
    // A page for all is in the language of all, if there is one.
    let lingue: BTreeSet<Option<&str>> = enti
        .iter()
        .map(|(_, ente)| ente.lingua.as_deref())
        .collect();
    let common = lingue.into_iter().collect::<Vec<_>>();
    let lingua = match common.as_slice() {
        [Some(lingua)] => Lingua::leggi(lingua).unwrap_or_default(),
        _ => Lingua::default(),
    };
    let parole = kit.languages.parole(&lingua);
    site::render_index(enti, &kit.theme, parole).map_err(RenderError::Site)
}
