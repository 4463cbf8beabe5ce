//! The site: what citizens read.
//!
//! This module owns page models, templates and links. It turns an [`Ente`] into finished files in
//! memory: a pure function, same input, same bytes. It never computes a score ([`crate::score`]),
//! never decides what stands in a table of the griglia ([`crate::griglia`]) and never touches the disk
//! ([`crate::publish`]).
//!
//! ```text
//!                       ┌─ pages::ente ────── index.html
//!  Ente ── Sito ────────┼─ pages::anno ────── 2023/index.html
//!  documents            ├─ pages::settore ─── 2023/settori/finanziario/index.html
//!  theme                ├─ pages::ufficio ─── 2023/settori/finanziario/tributi/index.html
//!                       ├─ pages::obiettivo ─ 2023/obiettivi/FIN-03/index.html
//!                       ├─ pages::modifica ── 2023/modifiche/gc-106/index.html
//!                       ├─ pages::piano ───── 2023/piano/gc-106/index.html
//!                       ├─ pages::programmazione  2023/programmazione/index.html
//!                       └─ pages::pagina ──── note-legali/index.html
//! ```
//!
//! Each page is a serializable model (what the page says, as words and links) and a Tera template of
//! the same name (how it looks). Templates only loop and choose; every word that depends on the data
//! is made in Rust, where it is tested. A model begins with its [`cornice`], what every page has
//! around its content.
//!
//! Three promises hold on every page, and `tests/web` checks them in a browser: links are relative
//! ([`links`]), nothing is asked of another host, and nothing is said by colour alone ([`stato`]).

mod barra;
mod blocks;
mod cornice;
mod frase;
mod glossario;
mod html;
mod links;
mod pages;
mod riepilogo;
mod scheda;
mod stato;
mod tabella;

use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::{Atto, Ciclo, Codice, Ente, RuoloAtto};
use crate::publish::OutputFile;
use crate::storia::Storie;
use crate::theme::Theme;
use links::SitePath;
use pages::pagina::PaginaLetta;

/// A document to download, as the pages list it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedDocument {
    /// The ciclo that it belongs to.
    pub ciclo: Codice,
    /// What it is, without the year.
    pub title: String,
    /// Where it stands below the folder of the ente, with `/`.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// Its date, from the content.
    pub date: Option<NaiveDate>,
    /// The act that it is attached to: `G.C. n. 48 del 3 maggio 2024`.
    pub act: Option<String>,
    /// Whether the act that approves it exists yet.
    pub status: DocumentStatus,
}

/// Whether a document may be taken for the approved one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentStatus {
    /// The approving act has a number.
    Approved,
    /// It has none yet.
    Draft,
}

/// A file of open data, as the page of its year lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedData {
    /// The ciclo that it belongs to.
    pub ciclo: Codice,
    /// What it holds, in a word or two.
    pub title: String,
    /// What it says, in a sentence.
    pub description: String,
    /// Where it stands below the folder of the ente, with `/`.
    pub path: String,
    /// Its size.
    pub bytes: u64,
}

/// What there is to download beside the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Downloads<'a> {
    /// The PDFs.
    pub documents: &'a [PublishedDocument],
    /// The open data.
    pub data: &'a [PublishedData],
}

/// The site of an ente: every page and every file of the theme, by path below the ente's folder.
///
/// # Errors
/// When a template does not fit its model, which only a changed theme can cause.
pub fn render(
    ente: &Ente,
    downloads: Downloads<'_>,
    theme: &Theme,
) -> Result<Vec<OutputFile>, SiteError> {
    let sito = Sito::new(ente, downloads, theme);
    let mut files = vec![pages::ente::render(&sito)?];
    for ciclo in &ente.cicli {
        let risultati = crate::score::risultati(ciclo);
        files.push(pages::anno::render(&sito, ciclo, &risultati)?);
        for risultato in &risultati {
            files.push(pages::settore::render(&sito, ciclo, risultato)?);
        }
        for settore in &ciclo.settori {
            for ufficio in &settore.uffici {
                files.push(pages::ufficio::render(&sito, ciclo, settore, ufficio)?);
            }
        }
        let eliminati = ciclo.eliminati().into_iter().map(|(scheda, _)| scheda);
        for obiettivo in ciclo.obiettivi.iter().chain(eliminati) {
            files.push(pages::obiettivo::render(&sito, ciclo, obiettivo)?);
        }
        for modifica in &ciclo.modifiche {
            files.push(pages::modifica::render(&sito, ciclo, modifica)?);
        }
        for versione in pages::piano::versioni(ciclo) {
            files.push(pages::piano::render(&sito, ciclo, &versione)?);
        }
        if !ciclo.programmazione.is_empty() {
            files.push(pages::programmazione::render(&sito, ciclo)?);
        }
    }
    for pagina in &sito.pagine {
        files.extend(pages::pagina::render(&sito, pagina)?);
    }
    files.extend(assets(theme));
    Ok(files)
}

/// The page that leads to several enti, with the files of the theme, by path below the output folder.
///
/// # Errors
/// When a template does not fit its model, which only a changed theme can cause.
pub fn render_index(enti: &[Ente], theme: &Theme) -> Result<Vec<OutputFile>, SiteError> {
    let mut files = vec![pages::indice::render(enti, theme)?];
    files.extend(assets(theme));
    Ok(files)
}

fn assets(theme: &Theme) -> impl Iterator<Item = OutputFile> {
    theme.assets().map(|(name, bytes)| OutputFile {
        path: SitePath::asset(name).as_str().to_owned(),
        bytes: bytes.to_vec(),
    })
}

/// What every page of an ente may draw on.
struct Sito<'a> {
    ente: &'a Ente,
    documents: &'a [PublishedDocument],
    data: &'a [PublishedData],
    theme: &'a Theme,
    pagine: Vec<PaginaLetta>,
    storie: Storie<'a>,
}

impl<'a> Sito<'a> {
    fn new(ente: &'a Ente, downloads: Downloads<'a>, theme: &'a Theme) -> Self {
        Self {
            ente,
            documents: downloads.documents,
            data: downloads.data,
            theme,
            pagine: ente
                .pagine
                .iter()
                .map(PaginaLetta::leggi)
                .chain(pages::comuni::mancanti(ente))
                .collect(),
            storie: Storie::di(ente),
        }
    }

    /// When something of the ente was last said.
    fn aggiornamento(&self) -> Option<NaiveDate> {
        self.ente.cicli.iter().filter_map(aggiornamento).max()
    }
}

/// When something of a ciclo was last said or checked: the date of its relazione, of its latest act, or
/// one of its own.
fn aggiornamento(ciclo: &Ciclo) -> Option<NaiveDate> {
    let atti = ciclo.tutti_gli_atti();
    let atti = atti.into_iter().filter_map(Atto::data);
    let relazione = ciclo
        .relazione
        .as_ref()
        .and_then(|relazione| relazione.data);
    atti.chain(relazione).chain(ciclo.aggiornato).max()
}

/// Until something is assessed there is only the plan; until an act approves the relazione, results
/// may still change.
fn avviso(ciclo: &Ciclo) -> Option<&'static str> {
    match ciclo.atto_adottato(RuoloAtto::Relazione) {
        Some(_) => None,
        None if !ciclo.ha_rendiconto() => {
            Some("I risultati non ci sono ancora: qui c’è che cosa è previsto.")
        }
        None => Some("Dati provvisori: manca ancora l’atto che approva i risultati."),
    }
}

/// The file that a template makes of a model.
fn page(
    theme: &Theme,
    path: &SitePath,
    template: &str,
    model: &impl Serialize,
) -> Result<OutputFile, SiteError> {
    let html = theme.render(template, model).map_err(|source| SiteError {
        path: path.as_str().to_owned(),
        source,
    })?;
    Ok(OutputFile {
        path: path.as_str().to_owned(),
        bytes: html.into_bytes(),
    })
}

/// A page that could not be made.
#[derive(Debug)]
pub struct SiteError {
    /// The page.
    pub path: String,
    /// What its template says.
    pub source: tera::Error,
}

impl fmt::Display for SiteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "la pagina {} non si può scrivere: {}",
            self.path, self.source
        )
    }
}

impl std::error::Error for SiteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

#[cfg(test)]
mod tests;
