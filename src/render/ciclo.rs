//! The files of a ciclo: its PDFs, the files that it carries, its open data.

use std::io::Write as _;

use rayon::prelude::*;

use super::ledger::Ledger;
use super::{RenderError, RenderedPdf, Step};
use crate::allegati::{self, Allegato, Raccontato};
use crate::dati::{self, DatiError, FileDati, GenereDati};
use crate::document::{Attachment, Block, Status};
use crate::integrity::{self, FileImpronta};
use crate::layout::{self, Content};
use crate::lingua;
use crate::model::{Ciclo, DatiAllegati, Ente, FileAllegato, FormatoAllegato, TipoAllegato};
use crate::parole::Parole;
use crate::pdf::{self, PdfError};
use crate::publish::OutputFile;
use crate::site::{DocumentOrigin, DocumentStatus, PublishedData, PublishedDocument};
use crate::theme::PdfLook;

/// The most objectives of a ciclo whose documents are made side by side. Those of a larger one are made one after
/// the other, each with all processors, so that only one is in memory.
const SIDE_BY_SIDE: usize = 400;

/// What the cicli of an ente have given so far, for the pages that link to it.
#[derive(Default)]
pub(super) struct Made {
    pub(super) documents: Vec<PublishedDocument>,
    pub(super) data: Vec<PublishedData>,
    pub(super) pdfs: Vec<RenderedPdf>,
}

/// The files of a ciclo, to be made.
pub(super) struct Files<'a> {
    pub(super) ente: &'a Ente,
    pub(super) ciclo: &'a Ciclo,
    pub(super) parole: &'a Parole,
    pub(super) look: &'a PdfLook,
    pub(super) ledger: &'a Ledger<'a>,
}

impl Files<'_> {
    /// Makes them, and gives each away as soon as it is whole.
    pub(super) fn make(
        &self,
        progress: &(dyn Fn(Step<'_>) + Sync),
        made: &mut Made,
    ) -> Result<(), RenderError> {
        // Data that documents carry must be whole; others leave as they are made.
        let open_data = match self.ente.dati_allegati {
            DatiAllegati::No => Vec::new(),
            DatiAllegati::Si => {
                dati::del_ciclo(self.ente, self.ciclo).map_err(RenderError::Data)?
            }
        };
        for genere in GenereDati::TUTTI {
            let whole = open_data.iter().find(|file| file.genere == genere);
            let impronta = self.give_data(genere, whole)?;
            made.data.push(self.listed(genere, impronta));
        }
        for (document, pdf) in self.documents(&open_data, progress)? {
            made.documents.push(document);
            made.pdfs.push(pdf);
        }
        for file in &self.ciclo.documenti {
            let document = self.carried(file);
            self.ledger.give(OutputFile {
                path: document.path.clone(),
                bytes: file.bytes.to_vec(),
            })?;
            made.documents.push(document);
        }
        self.ledger.give(OutputFile {
            path: dati::csvw::percorso(&self.ciclo.codice),
            bytes: dati::csvw::file(self.ente, self.ciclo),
        })
    }

    /// The PDFs: side by side, or one after the other when they are long.
    fn documents(
        &self,
        open_data: &[FileDati],
        progress: &(dyn Fn(Step<'_>) + Sync),
    ) -> Result<Vec<(PublishedDocument, RenderedPdf)>, RenderError> {
        let draw = |raccontato: Raccontato<'_>| {
            progress(Step::Document {
                title: &raccontato.allegato.titolo,
            });
            self.document(raccontato, open_data)
        };
        let Self {
            ente,
            ciclo,
            parole,
            ..
        } = self;
        if ciclo.obiettivi.len() > SIDE_BY_SIDE {
            let allegati = allegati::uno_alla_volta(ente, ciclo, parole);
            return allegati.map(draw).collect();
        }
        let allegati = allegati::del_ciclo(ente, ciclo, parole);
        let allegati = allegati.into_par_iter().map(Raccontato::from);
        allegati.map(draw).collect()
    }

    /// A document as a PDF.
    fn document(
        &self,
        raccontato: Raccontato<'_>,
        open_data: &[FileDati],
    ) -> Result<(PublishedDocument, RenderedPdf), RenderError> {
        let Raccontato {
            mut allegato,
            racconto,
        } = raccontato;
        // Of a long document neither blocks nor pages nor the file are ever all in memory.
        let path = format!("{}/documenti/{}", self.ciclo.codice, allegato.file);
        let mut entry = self.ledger.open(path);
        let mut press = pdf::Press::new(&self.look.faces, &mut entry);
        let mut take = |piece| press.take(piece);
        let tell;
        let content = match &racconto {
            Some(racconto) => {
                tell = |to: &mut dyn FnMut(Block)| racconto.racconta(to);
                Content::Told(&tell)
            }
            None => Content::Written(std::mem::take(&mut allegato.documento.blocks)),
        };
        let style = (&self.look.style, &self.look.faces);
        let book = layout::press(&allegato.documento, content, style, &mut take);
        let attached: Vec<Attachment> = match allegato.dati {
            DatiAllegati::Si => open_data.iter().map(|file| self.attached(file)).collect(),
            DatiAllegati::No => Vec::new(),
        };
        press
            .bind(&book, &allegato.documento.info, &attached)
            .map_err(|error| match error {
                PdfError::Write(cause) => entry.failure(cause),
                error => RenderError::Pdf(error),
            })?;
        let impronta = entry.close()?;
        let pdf = RenderedPdf {
            path: impronta.percorso,
            pages: book.count(),
            bytes: impronta.byte,
            missing: book.missing_characters,
        };
        let published = self.composed(&allegato, &pdf, impronta.sha256);
        Ok((published, pdf))
    }

    /// Gives a file of open data away: one that is whole already, or as it is made.
    fn give_data(
        &self,
        genere: GenereDati,
        whole: Option<&FileDati>,
    ) -> Result<FileImpronta, RenderError> {
        let path = format!("{}/dati/{}", self.ciclo.codice, genere.nome());
        let mut entry = self.ledger.open(path);
        let written = match whole {
            Some(file) => entry.write_all(&file.bytes).map_err(DatiError::from),
            None => dati::scrivi(genere, self.ente, self.ciclo, &mut entry),
        };
        written.map_err(|error| match error {
            DatiError::Scrittura(cause) => entry.failure(cause),
            error => RenderError::Data(error),
        })?;
        entry.close()
    }

    /// A file of open data as the pages list it.
    fn listed(&self, genere: GenereDati, impronta: FileImpronta) -> PublishedData {
        let (title, description) = lingua::file_di_dati(genere, self.parole);
        PublishedData {
            ciclo: self.ciclo.codice.clone(),
            title: title.to_owned(),
            description: description.to_owned(),
            path: impronta.percorso,
            bytes: impronta.byte,
        }
    }

    /// A file of open data as it rides inside a PDF.
    fn attached(&self, file: &FileDati) -> Attachment {
        // The type alone: a PDF name has no place for parameters such as the character set.
        let media_type = file
            .genere
            .media_type()
            .split(';')
            .next()
            .unwrap_or_default();
        Attachment {
            name: file.genere.nome().to_owned(),
            media_type: media_type.trim().to_owned(),
            description: lingua::file_di_dati(file.genere, self.parole).1.to_owned(),
            bytes: file.bytes.clone(),
        }
    }

    /// A document as it is published.
    fn composed(
        &self,
        allegato: &Allegato,
        pdf: &RenderedPdf,
        sha256: String,
    ) -> PublishedDocument {
        let atto = allegato.atto.as_ref();
        PublishedDocument {
            ciclo: self.ciclo.codice.clone(),
            title: allegato.titolo.clone(),
            path: pdf.path.clone(),
            bytes: pdf.bytes,
            sha256,
            date: Some(allegato.data),
            kind: TipoAllegato::del_ruolo(allegato.ruolo),
            format: FormatoAllegato::Pdf,
            origin: DocumentOrigin::Composed,
            act: atto.map(|atto| lingua::atto(atto, self.parole)),
            status: match allegato.documento.status {
                Status::Approved => DocumentStatus::Approved,
                Status::Draft { .. } => DocumentStatus::Draft,
            },
        }
    }

    /// A file that the ciclo carries, as it is published.
    fn carried(&self, file: &FileAllegato) -> PublishedDocument {
        PublishedDocument {
            ciclo: self.ciclo.codice.clone(),
            title: file.titolo.clone(),
            path: format!("{}/documenti/allegati/{}", self.ciclo.codice, file.nome),
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
}
