//! A checked ente to finished files: the PDFs and the open data of each ciclo, then the pages that
//! link to them.
//!
//! This module owns the order of things and nothing else: what a document says is
//! [`crate::allegati`]'s, how it looks [`crate::layout`]'s, its bytes [`crate::pdf`]'s, the data
//! [`crate::dati`]'s, the pages [`crate::site`]'s. It does no I/O.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use rayon::prelude::*;

use crate::allegati::{self, Allegato};
use crate::dati::{self, FileDati};
use crate::document::{Attachment, Status};
use crate::integrity;
use crate::layout;
use crate::lingua;
use crate::model::{Ciclo, DatiAllegati, Ente};
use crate::parole::Lingue;
use crate::pdf;
use crate::publish::{Folder, OutputFile};
use crate::site::{self, DocumentStatus, Downloads, PublishedData, PublishedDocument};
use crate::theme::{PdfLook, Rejected, Theme, ThemeError};

/// What every rendering needs, loaded once.
pub struct Kit {
    theme: Theme,
    look: PdfLook,
    languages: Lingue,
}

/// An ente as finished files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// Its files.
    pub folder: Folder,
    /// How many pages the site has.
    pub html_pages: usize,
    /// Its PDFs.
    pub pdfs: Vec<RenderedPdf>,
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

/// Renders an ente: its documents side by side, then its pages.
///
/// # Errors
/// See [`RenderError`].
pub fn ente(
    ente: &Ente,
    kit: &Kit,
    progress: &(dyn Fn(Step<'_>) + Sync),
) -> Result<Rendered, RenderError> {
    let parole = kit.languages.parole(&ente.lingua);
    let mut files = Vec::new();
    let mut documents = Vec::new();
    let mut data = Vec::new();
    let mut pdfs = Vec::new();
    for ciclo in &ente.cicli {
        let open_data = dati::del_ciclo(ente, ciclo).map_err(RenderError::Data)?;
        let allegati: Vec<Allegato> = allegati::del_ciclo(ente, ciclo, parole);
        let drawn: Vec<(PublishedDocument, RenderedPdf, OutputFile)> = allegati
            .par_iter()
            .map(|allegato| {
                progress(Step::Document {
                    title: &allegato.titolo,
                });
                document(ciclo, allegato, &open_data, &kit.look)
            })
            .collect::<Result<_, _>>()?;
        for (document, pdf, file) in drawn {
            documents.push(document);
            pdfs.push(pdf);
            files.push(file);
        }
        let colonne = dati::csvw::file(ente, ciclo);
        files.push(OutputFile {
            path: dati::csvw::percorso(&ciclo.codice),
            bytes: colonne.bytes,
        });
        for file in open_data {
            let listed = listed(ciclo, &file);
            let (path, bytes) = (listed.path.clone(), file.bytes);
            data.push(listed);
            files.push(OutputFile { path, bytes });
        }
    }
    files.push(OutputFile {
        path: dati::descrizione::FILE.to_owned(),
        bytes: dati::descrizione::schema(),
    });
    progress(Step::Pages {
        ente: &ente.denominazione,
    });
    let downloads = Downloads {
        documents: &documents,
        data: &data,
    };
    let pages = site::render(ente, downloads, &kit.theme, parole).map_err(RenderError::Site)?;
    let html_pages = pages.iter().filter(|file| is_html(file)).count();
    files.extend(pages);
    let name = ente.codice.to_string();
    let atti = documents.iter().filter_map(|document| {
        let act = document.act.clone()?;
        Some((document.path.clone(), act))
    });
    let lists = integrity::seal(&name, &files, &ente.fonti, &atti.collect());
    files.extend(lists.map_err(RenderError::Lists)?);
    Ok(Rendered {
        folder: Folder { name, files },
        html_pages,
        pdfs,
    })
}

/// A document as a PDF.
fn document(
    ciclo: &Ciclo,
    allegato: &Allegato,
    open_data: &[FileDati],
    look: &PdfLook,
) -> Result<(PublishedDocument, RenderedPdf, OutputFile), RenderError> {
    let path = format!("{}/documenti/{}", ciclo.codice, allegato.file);
    let documento = &allegato.documento;
    let drawn = layout::lay_out(documento, &look.style, &look.faces);
    let attached: Vec<Attachment> = match allegato.dati {
        DatiAllegati::Si => open_data.iter().map(attached).collect(),
        DatiAllegati::No => Vec::new(),
    };
    let bytes =
        pdf::write(&drawn, &documento.info, &attached, &look.faces).map_err(RenderError::Pdf)?;
    let pdf = RenderedPdf {
        path: path.clone(),
        pages: drawn.count(),
        bytes: bytes.len() as u64,
        missing: drawn.missing_characters,
    };
    let published = published(ciclo, allegato, &pdf, integrity::digest(&bytes));
    Ok((published, pdf, OutputFile { path, bytes }))
}

fn is_html(file: &OutputFile) -> bool {
    let ending = Path::new(&file.path).extension();
    ending.is_some_and(|ending| ending == "html")
}

/// The page that lists the entities, when there are several.
///
/// # Errors
/// See [`RenderError`].
pub fn index(enti: &[Ente], kit: &Kit) -> Result<Vec<OutputFile>, RenderError> {
    if enti.len() < 2 {
        return Ok(Vec::new());
    }
    // A page for all is in the language of all, if there is one.
    let first = enti.first().map(|ente| &ente.lingua);
    let common = first.filter(|first| enti.iter().all(|ente| ente.lingua == **first));
    let parole = kit.languages.parole(&common.cloned().unwrap_or_default());
    site::render_index(enti, &kit.theme, parole).map_err(RenderError::Site)
}

fn listed(ciclo: &Ciclo, file: &FileDati) -> PublishedData {
    PublishedData {
        ciclo: ciclo.codice.clone(),
        title: file.titolo.to_owned(),
        description: file.descrizione.to_owned(),
        path: format!("{}/dati/{}", ciclo.codice, file.nome),
        bytes: file.bytes.len() as u64,
    }
}

/// A file of open data as it rides inside a PDF.
fn attached(file: &FileDati) -> Attachment {
    // The type alone: a PDF name has no place for parameters such as the character set.
    let media_type = file.media_type.split(';').next().unwrap_or_default();
    Attachment {
        name: file.nome.to_string(),
        media_type: media_type.trim().to_owned(),
        description: file.descrizione.to_string(),
        bytes: file.bytes.clone(),
    }
}

fn published(
    ciclo: &Ciclo,
    allegato: &Allegato,
    pdf: &RenderedPdf,
    sha256: String,
) -> PublishedDocument {
    PublishedDocument {
        ciclo: ciclo.codice.clone(),
        title: allegato.titolo.clone(),
        path: pdf.path.clone(),
        bytes: pdf.bytes,
        sha256,
        date: Some(allegato.data),
        act: allegato.atto.as_ref().map(lingua::atto),
        status: match allegato.documento.status {
            Status::Approved => DocumentStatus::Approved,
            Status::Draft { .. } => DocumentStatus::Draft,
        },
    }
}
