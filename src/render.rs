//! A checked ente to finished files: the PDFs and the open data of each ciclo, then the pages that
//! link to them.
//!
//! This module owns the order of things and nothing else: what a document says is
//! [`crate::allegati`]'s, how it looks [`crate::layout`]'s, its bytes [`crate::pdf`]'s, the data
//! [`crate::dati`]'s, the pages [`crate::site`]'s. It does no I/O: a [`Sink`] takes what is made.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::allegati::{self, Allegato, Raccontato};
use crate::dati::{self, FileDati};
use crate::document::{Attachment, Block, Status};
use crate::integrity::{self, FileImpronta, InBreve};
use crate::layout::{self, Content};
use crate::lingua;
use crate::model::{
    Ciclo, Codice, DatiAllegati, Ente, FileAllegato, FormatoAllegato, Lingua, TipoAllegato,
};
use crate::parole::{Lingue, Parole};
use crate::pdf;
use crate::publish::{OutputFile, PublishError, Sink};
use crate::site::{
    self, DocumentOrigin, DocumentStatus, Downloads, PublishedData, PublishedDocument,
};
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

/// The most objectives of a ciclo whose documents are made side by side. Those of a larger one are made one after
/// the other, each with all processors, so that only one is in memory.
const SIDE_BY_SIDE: usize = 400;

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
        files_of(ente, ciclo, kit, &ledger, progress, &mut made)?;
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

/// What the cicli of an ente have given so far, for the pages that link to it.
#[derive(Default)]
struct Made {
    documents: Vec<PublishedDocument>,
    data: Vec<PublishedData>,
    pdfs: Vec<RenderedPdf>,
}

/// The files of a ciclo: its PDFs, those that it carries, its open data.
fn files_of(
    ente: &Ente,
    ciclo: &Ciclo,
    kit: &Kit,
    ledger: &Ledger<'_>,
    progress: &(dyn Fn(Step<'_>) + Sync),
    made: &mut Made,
) -> Result<(), RenderError> {
    let parole = kit.languages.parole(&ente.lingua);
    let mut open_data = Vec::new();
    for file in dati::uno_alla_volta(ente, ciclo) {
        let file = file.map_err(RenderError::Data)?;
        made.data.push(listed(ciclo, &file, parole));
        match ente.dati_allegati {
            // Data that no document carries are given away before the next are made.
            DatiAllegati::No => give_data(ciclo, file, ledger)?,
            DatiAllegati::Si => open_data.push(file),
        }
    }
    let draw = |raccontato: Raccontato<'_>| {
        progress(Step::Document {
            title: &raccontato.allegato.titolo,
        });
        document(ciclo, raccontato, (&open_data, parole), &kit.look, ledger)
    };
    let drawn: Vec<(PublishedDocument, RenderedPdf)> = if ciclo.obiettivi.len() > SIDE_BY_SIDE {
        let allegati = allegati::uno_alla_volta(ente, ciclo, parole);
        allegati.map(draw).collect::<Result<_, _>>()
    } else {
        let allegati = allegati::del_ciclo(ente, ciclo, parole);
        let allegati = allegati.into_par_iter().map(Raccontato::from);
        allegati.map(draw).collect::<Result<_, _>>()
    }?;
    for (document, pdf) in drawn {
        made.documents.push(document);
        made.pdfs.push(pdf);
    }
    for file in &ciclo.documenti {
        let document = carried(ciclo, file);
        ledger.give(OutputFile {
            path: document.path.clone(),
            bytes: file.bytes.to_vec(),
        })?;
        made.documents.push(document);
    }
    let colonne = dati::csvw::file(ente, ciclo);
    ledger.give(OutputFile {
        path: dati::csvw::percorso(&ciclo.codice),
        bytes: colonne,
    })?;
    let mut open_data = open_data.into_iter();
    open_data.try_for_each(|file| give_data(ciclo, file, ledger))
}

fn give_data(ciclo: &Ciclo, file: FileDati, ledger: &Ledger<'_>) -> Result<(), RenderError> {
    let path = data_path(ciclo, &file);
    let bytes = file.bytes;
    ledger.give(OutputFile { path, bytes })
}

fn data_path(ciclo: &Ciclo, file: &FileDati) -> String {
    format!("{}/dati/{}", ciclo.codice, file.nome)
}

/// What has gone into a sink.
struct Ledger<'a> {
    sink: &'a dyn Sink,
    listed: Mutex<Vec<FileImpronta>>,
}

impl<'a> Ledger<'a> {
    fn new(sink: &'a dyn Sink) -> Self {
        let listed = Mutex::default();
        Self { sink, listed }
    }

    fn give(&self, file: OutputFile) -> Result<(), RenderError> {
        let impronta = FileImpronta::of(&file);
        self.sink.take(file).map_err(RenderError::Sink)?;
        let listed = self.listed.lock();
        listed
            .unwrap_or_else(PoisonError::into_inner)
            .push(impronta);
        Ok(())
    }

    fn close(self) -> Vec<FileImpronta> {
        let listed = self.listed.into_inner();
        listed.unwrap_or_else(PoisonError::into_inner)
    }
}

/// A document as a PDF.
fn document(
    ciclo: &Ciclo,
    raccontato: Raccontato<'_>,
    (open_data, parole): (&[FileDati], &Parole),
    look: &PdfLook,
    ledger: &Ledger<'_>,
) -> Result<(PublishedDocument, RenderedPdf), RenderError> {
    let Raccontato {
        mut allegato,
        racconto,
    } = raccontato;
    let path = format!("{}/documenti/{}", ciclo.codice, allegato.file);
    // Of a long document neither the blocks nor the pages are ever all in memory.
    let mut press = pdf::Press::new(&look.faces);
    let mut take = |part| press.take(part);
    let tell;
    let content = match &racconto {
        Some(racconto) => {
            tell = |to: &mut dyn FnMut(Block)| racconto.racconta(to);
            Content::Told(&tell)
        }
        None => Content::Written(std::mem::take(&mut allegato.documento.blocks)),
    };
    let style = (&look.style, &look.faces);
    let book = layout::press(&allegato.documento, content, style, &mut take);
    let (count, missing) = (book.count(), book.missing_characters.clone());
    let attached: Vec<Attachment> = match allegato.dati {
        DatiAllegati::Si => open_data
            .iter()
            .map(|file| attached(file, parole))
            .collect(),
        DatiAllegati::No => Vec::new(),
    };
    let bytes = press
        .bind(&book, &allegato.documento.info, &attached)
        .map_err(RenderError::Pdf)?;
    drop(book);
    let pdf = RenderedPdf {
        path: path.clone(),
        pages: count,
        bytes: bytes.len() as u64,
        missing,
    };
    let published = published((ciclo, parole), &allegato, &pdf, integrity::digest(&bytes));
    ledger.give(OutputFile { path, bytes })?;
    Ok((published, pdf))
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

fn listed(ciclo: &Ciclo, file: &FileDati, parole: &Parole) -> PublishedData {
    let (title, description) = lingua::file_di_dati(file.genere, parole);
    PublishedData {
        ciclo: ciclo.codice.clone(),
        title: title.to_owned(),
        description: description.to_owned(),
        path: data_path(ciclo, file),
        bytes: file.bytes.len() as u64,
    }
}

/// A file of open data as it rides inside a PDF.
fn attached(file: &FileDati, parole: &Parole) -> Attachment {
    // The type alone: a PDF name has no place for parameters such as the character set.
    let media_type = file.media_type.split(';').next().unwrap_or_default();
    Attachment {
        name: file.nome.to_string(),
        media_type: media_type.trim().to_owned(),
        description: lingua::file_di_dati(file.genere, parole).1.to_owned(),
        bytes: file.bytes.clone(),
    }
}

fn published(
    (ciclo, parole): (&Ciclo, &Parole),
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
        kind: TipoAllegato::del_ruolo(allegato.ruolo),
        format: FormatoAllegato::Pdf,
        origin: DocumentOrigin::Composed,
        act: allegato
            .atto
            .as_ref()
            .map(|atto| lingua::atto(atto, parole)),
        status: match allegato.documento.status {
            Status::Approved => DocumentStatus::Approved,
            Status::Draft { .. } => DocumentStatus::Draft,
        },
    }
}

/// A file that a ciclo carries, as it is published.
fn carried(ciclo: &Ciclo, file: &FileAllegato) -> PublishedDocument {
    PublishedDocument {
        ciclo: ciclo.codice.clone(),
        title: file.titolo.clone(),
        path: format!("{}/documenti/allegati/{}", ciclo.codice, file.nome),
        bytes: file.bytes.len() as u64,
        sha256: integrity::digest(&file.bytes),
        date: Some(file.data),
        kind: file.tipo,
        format: file.formato,
        origin: DocumentOrigin::Carried,
        act: file.atto.clone(),
        status: DocumentStatus::Approved,
    }
}
