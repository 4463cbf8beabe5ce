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
//!                       ├─ pages::confronto ─ confronto/2022-2023/index.html
//!                       ├─ pages::pagina ──── note-legali/index.html
//!                       ├─ pages::raccolta ── documenti/index.html
//!                       ├─ pages::dati ────── dati/index.html
//!                       ├─ pages::mappa ───── mappa/index.html
//!                       ├─ pages::altrove ─── addresses that pages had before
//!                       ├─ pages::ricerca ─── ricerca/index.html, ricerca/indice.js
//!                       ├─ pages::non_trovata  404.html
//!                       └─ feed, sitemap, catalogo   for machines
//! ```
//!
//! Each page is a serializable model (what the page says, as words and links) and a Tera template of
//! the same name (how it looks). Templates only loop and choose; every word that depends on the data
//! is made in Rust, where it is tested. A model begins with its [`cornice`], what every page has
//! around its content.
//!
//! Three promises hold on every page, and `tests/web` checks them in a browser: links are relative
//! ([`links`]), nothing is asked of another host, and nothing is said by colour alone ([`stato`]).

mod accanto;
mod andamento;
mod barra;
mod blocks;
mod catalogo;
mod collegati;
mod contatti;
mod cornice;
mod da_fare;
mod feed;
mod frase;
mod glossario;
mod html;
mod icone;
mod indice_ricerca;
mod links;
mod misure;
mod pages;
mod pesi;
mod regole_scritte;
mod riepilogo;
mod scheda;
mod sigle;
mod sitemap;
mod spiegazioni;
mod stato;
mod tabella;
mod tabella_obiettivi;
mod tinta;
mod web;
mod xml;

use std::fmt;
use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;

use crate::integrity::InBreve;
use crate::model::{Atto, Ciclo, Codice, Ente, FormatoAllegato, RuoloAtto, TipoAllegato};
use crate::parole::Parole;
use crate::publish::OutputFile;
use crate::score::RisultatoSettore;
use crate::storia::Storie;
use crate::theme::{Theme, Words};
use accanto::Accanto;
use indice_ricerca::Indice;
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
    /// SHA-256 of its bytes, in hexadecimal: the *impronta* that an act may quote.
    pub sha256: String,
    /// Its date, from the content.
    pub date: Option<NaiveDate>,
    /// What it is, which says where the law wants it.
    pub kind: TipoAllegato,
    /// How it is written.
    pub format: FormatoAllegato,
    /// Who made it.
    pub origin: DocumentOrigin,
    /// The act that it is attached to: `G.C. n. 48 del 3 maggio 2024`.
    pub act: Option<String>,
    /// Whether the act that approves it exists yet.
    pub status: DocumentStatus,
}

impl PublishedDocument {
    /// Its title with its years, said once.
    fn title_with(&self, anni: &str) -> String {
        if self.title.ends_with(anni) {
            self.title.clone()
        } else {
            format!("{} {anni}", self.title)
        }
    }
}

/// Who made a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentOrigin {
    /// It is made of the content.
    Composed,
    /// The ciclo carries it as a file.
    Carried,
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

/// How a file of open data is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Formato {
    /// A table.
    Csv,
    /// Everything.
    Json,
}

impl Formato {
    const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Json => "application/json",
        }
    }
}

impl PublishedData {
    fn formato(&self) -> Formato {
        match Path::new(&self.path).extension() {
            Some(ending) if ending == "csv" => Formato::Csv,
            _ => Formato::Json,
        }
    }
}

/// What there is to download beside the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Downloads<'a> {
    /// The PDFs.
    pub documents: &'a [PublishedDocument],
    /// The open data.
    pub data: &'a [PublishedData],
}

/// Makes the site of an ente: every page and every file of the theme, by path below the ente's folder.
/// Each is given away as soon as it is made; pages are made side by side.
///
/// # Errors
/// When a template does not fit its model, which only a changed theme can cause; when a file cannot be
/// given away.
pub fn render<E: From<SiteError> + Send>(
    ente: &Ente,
    downloads: Downloads<'_>,
    theme: &Theme,
    parole: &Parole,
    give: &(dyn Fn(OutputFile) -> Result<(), E> + Sync),
) -> Result<(), E> {
    let vesti = Vesti {
        theme,
        words: &Words::of(parole),
    };
    let sito = Sito::new(ente, downloads, vesti, parole);
    let risultati: Vec<(&Ciclo, Vec<RisultatoSettore>)> = ente
        .cicli
        .iter()
        .map(|ciclo| (ciclo, crate::score::risultati(ciclo)))
        .collect();
    let pagine = da_fare::pagine(&risultati);
    let given = |file: OutputFile| {
        let path = file.path.clone();
        give(file).map(|()| path)
    };
    let mut paths = da_fare::fatte(&pagine, &sito, &given)?;
    if let Some(file) = pages::confronto::render_elenco(&sito)? {
        paths.push(given(file)?);
    }
    for (prima, dopo) in pages::confronto::coppie(&sito) {
        paths.push(given(pages::confronto::render(&sito, prima, dopo)?)?);
    }
    for pagina in &sito.pagine {
        for file in pages::pagina::render(&sito, pagina)? {
            paths.push(given(file)?);
        }
    }
    // Some of these are as long as the plan.
    let indice = Indice::di(&sito);
    paths.push(given(pages::ricerca::render(&sito, &indice)?)?);
    paths.push(given(indice.file()?)?);
    drop(indice);
    paths.push(given(pages::raccolta::render(&sito)?)?);
    paths.push(given(pages::dati::render(&sito)?)?);
    paths.push(given(pages::mappa::render(&sito)?)?);
    let mut last = per_macchine(&sito, &paths);
    last.extend(pages::altrove::render(&sito, &paths)?);
    last.push(pages::non_trovata::render(&sito)?);
    last.extend(assets(theme));
    last.extend(aspetto(ente));
    last.into_iter().try_for_each(give)
}

/// The coat of arms and the colour of an ente, as files beside its pages.
fn aspetto(ente: &Ente) -> impl Iterator<Item = OutputFile> {
    let stemma = ente.stemma.as_ref().map(|stemma| {
        let (ending, bytes) = blocks::figura::file(&stemma.immagine);
        OutputFile {
            path: SitePath::stemma(ending).as_str().to_owned(),
            bytes,
        }
    });
    let tinta = ente.colore.map(|colore| OutputFile {
        path: SitePath::tinta().as_str().to_owned(),
        bytes: tinta::foglio(colore).into_bytes(),
    });
    stemma.into_iter().chain(tinta).chain(web::cartolina(ente))
}

/// What is not read by people.
fn per_macchine(sito: &Sito<'_>, pages: &[String]) -> Vec<OutputFile> {
    let files = [
        feed::file(sito),
        sitemap::file(sito, pages),
        catalogo::file(sito),
    ];
    files.into_iter().flatten().collect()
}

/// The page that leads to several enti, with the files of the theme, by path below the output folder.
///
/// # Errors
/// When a template does not fit its model, which only a changed theme can cause.
pub fn render_index(
    enti: &[(Codice, InBreve)],
    theme: &Theme,
    parole: &Parole,
) -> Result<Vec<OutputFile>, SiteError> {
    let vesti = Vesti {
        theme,
        words: &Words::of(parole),
    };
    let mut files = vec![pages::indice::render(enti, vesti, parole)?];
    files.extend(assets(theme));
    Ok(files)
}

fn assets(theme: &Theme) -> impl Iterator<Item = OutputFile> {
    theme.assets().map(|(name, bytes)| OutputFile {
        path: SitePath::asset(name).as_str().to_owned(),
        bytes: bytes.to_vec(),
    })
}

/// What makes a page of a model: templates, and words for them.
#[derive(Clone, Copy)]
struct Vesti<'a> {
    theme: &'a Theme,
    words: &'a Words,
}

/// What every page of an ente may draw on.
struct Sito<'a> {
    ente: &'a Ente,
    documents: &'a [PublishedDocument],
    data: &'a [PublishedData],
    theme: Vesti<'a>,
    parole: &'a Parole,
    pagine: Vec<PaginaLetta>,
    storie: Storie<'a>,
    accanto: Accanto<'a>,
}

impl<'a> Sito<'a> {
    fn new(ente: &'a Ente, downloads: Downloads<'a>, theme: Vesti<'a>, parole: &'a Parole) -> Self {
        Self {
            ente,
            documents: downloads.documents,
            data: downloads.data,
            theme,
            parole,
            pagine: ente
                .pagine
                .iter()
                .map(PaginaLetta::leggi)
                .chain(pages::comuni::mancanti(ente, parole))
                .collect(),
            storie: Storie::di(ente),
            accanto: Accanto::di(ente),
        }
    }

    /// The public address of a place, if the ente says where its site is published.
    fn indirizzo_di(&self, path: &SitePath) -> Option<String> {
        let indirizzo = self.ente.pubblicazione.indirizzo.as_ref()?;
        Some(indirizzo.di(path.as_str()))
    }

    /// The public address of a place; without one, the link to it.
    fn indirizzo_o_link(&self, from: &SitePath, path: &SitePath) -> String {
        self.indirizzo_di(path)
            .unwrap_or_else(|| from.to(path).as_str().to_owned())
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
fn avviso<'p>(ciclo: &Ciclo, parole: &'p Parole) -> Option<&'p str> {
    match ciclo.atto_adottato(RuoloAtto::Relazione) {
        Some(_) => None,
        None if e_solo_previsto(ciclo) => Some(&parole.comune.solo_previsto),
        None => Some(&parole.comune.provvisori),
    }
}

/// Whether nothing came of a plan yet, which its pages say once and for all.
fn e_solo_previsto(ciclo: &Ciclo) -> bool {
    ciclo.atto_adottato(RuoloAtto::Relazione).is_none() && !ciclo.ha_rendiconto()
}

/// The file that a template makes of a model. A model as long as the plan is given away: of what the template
/// reads there is then one copy.
fn page(
    theme: Vesti<'_>,
    path: &SitePath,
    template: &str,
    model: impl Serialize,
) -> Result<OutputFile, SiteError> {
    let html = theme.theme.render(template, model, theme.words);
    let html = html.map_err(|source| SiteError {
        path: path.as_str().to_owned(),
        source,
    })?;
    Ok(OutputFile {
        path: path.as_str().to_owned(),
        bytes: icone::solo_usate(html).into_bytes(),
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
            self.path,
            crate::theme::template_fault(&self.source)
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
