//! The preview: what a clerk sees while writing, before anything is published.
//!
//! This module owns what is answered to an address of the preview, and the page that tells problems. It
//! keeps finished files in memory: what is not among them cannot be read, whatever the address says. It never
//! reads content and never renders; [`crate::cli`] does that at each change and hands over a
//! [`Snapshot`].
//!
//! Every page asks [`server`] whether there is a newer one, and loads itself again when there is.

mod address;
mod problems;
pub mod server;

use std::collections::BTreeMap;

use crate::check::{Gravita, Problema, conteggio};
use crate::publish::{Folder, OutputFile};
use crate::source::Sources;
use crate::uri;

/// The site at a moment, with what is wrong in its content.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    version: String,
    files: BTreeMap<String, Vec<u8>>,
    problems: Option<Problems>,
}

#[derive(Debug, Clone)]
struct Problems {
    page: String,
    /// In a few words: *1 errore, 2 avvisi*.
    count: String,
    gravest: Gravita,
}

/// What an address gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A file.
    File {
        /// Its media type.
        media_type: &'static str,
        /// Its content.
        bytes: Vec<u8>,
    },
    /// Another address of the preview.
    Elsewhere(String),
    /// Nothing stands there.
    Nothing {
        /// A page that says so.
        page: String,
    },
}

/// Addresses of the preview itself, which no file of a site has.
const OWN: &str = "_griglia/";
const SCRIPT: &str = include_str!("ricarica.js");
const STYLE: &str = include_str!("anteprima.css");

impl Snapshot {
    /// A site, told apart from every other by its version.
    #[must_use]
    pub fn new(version: String, folders: Vec<Folder>, root: Vec<OutputFile>) -> Self {
        let in_folders = folders.into_iter().flat_map(|folder| {
            let name = folder.name;
            let files = folder.files.into_iter();
            files.map(move |file| (format!("{name}/{}", file.path), file.bytes))
        });
        let at_root = root.into_iter().map(|file| (file.path, file.bytes));
        Self {
            version,
            files: in_folders.chain(at_root).collect(),
            problems: None,
        }
    }

    /// The same with what is wrong in its content.
    #[must_use]
    pub fn with_problems(mut self, problemi: &[Problema], sources: &Sources) -> Self {
        // What could be said better is for who asks: a page in the making has enough to look at.
        let told: Vec<Problema> = problemi
            .iter()
            .filter(|problema| problema.genere.gravita() != Gravita::Nota)
            .cloned()
            .collect();
        let gravest = told.iter().map(|problema| problema.genere.gravita()).min();
        if let Some(gravest) = gravest {
            self.problems = Some(Problems {
                page: problems::page(&told, sources),
                count: conteggio(&told).unwrap_or_default(),
                gravest,
            });
        }
        self
    }

    /// What tells it from every other.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What an address gets: the path of a request, percent-encoded, with its first `/`.
    ///
    /// While the content has errors every page shows them: the site of before would be taken for
    /// what has been written.
    #[must_use]
    pub fn answer(&self, path: &str) -> Answer {
        let Some(path) = address::decoded(path) else {
            return nothing(path);
        };
        match path.strip_prefix(OWN) {
            Some("ricarica.js") => return file("text/javascript; charset=utf-8", SCRIPT),
            Some("anteprima.css") => return file("text/css; charset=utf-8", STYLE),
            Some("problemi") => return self.problems_page(),
            _ => {}
        }
        if path.is_empty() && !self.files.contains_key("index.html") {
            return match self.first_page() {
                Some(first) if !self.has_errors() => Answer::Elsewhere(format!("/{first}")),
                _ => self.problems_page(),
            };
        }
        let name = match path.as_str() {
            "" => "index.html".to_owned(),
            folder if folder.ends_with('/') => format!("{folder}index.html"),
            file => file.to_owned(),
        };
        match self.files.get(&name) {
            Some(_) if address::is_page(&name) && self.has_errors() => self.problems_page(),
            Some(bytes) if address::is_page(&name) => self.page(bytes),
            Some(bytes) => file(address::media_type(&name), bytes),
            None if self.files.contains_key(&format!("{name}/index.html")) => {
                Answer::Elsewhere(format!("/{}/", uri::encoded(&name)))
            }
            // Of a site with errors nothing may be there at all.
            None if self.has_errors() && (path.ends_with('/') || address::is_page(&name)) => {
                self.problems_page()
            }
            None => nothing(&path),
        }
    }

    fn has_errors(&self) -> bool {
        let gravest = self.problems.as_ref().map(|problems| problems.gravest);
        gravest == Some(Gravita::Errore)
    }

    fn first_page(&self) -> Option<&str> {
        let pages = self.files.keys().map(String::as_str);
        let mut of_enti = pages.filter(|name| name.ends_with("/index.html"));
        of_enti.find(|name| name.matches('/').count() == 1)
    }

    /// A page that loads itself again, with a word on warnings.
    fn page(&self, bytes: &[u8]) -> Answer {
        let page = String::from_utf8_lossy(bytes);
        let bar = self.problems.as_ref().map_or_else(String::new, |problems| {
            let (own, count) = (OWN, &problems.count);
            format!(
                "<link rel=\"stylesheet\" href=\"/{own}anteprima.css\"><p class=\"griglia-avvisi\"><a href=\"/{own}problemi\">{count} nei contenuti</a></p>"
            )
        });
        let (before, after) = page.rsplit_once("</body>").unwrap_or((&page, ""));
        let end = if after.is_empty() { "" } else { "</body>" };
        let script = self.script();
        file(
            "text/html; charset=utf-8",
            format!("{before}{bar}{script}{end}{after}"),
        )
    }

    fn problems_page(&self) -> Answer {
        let page = self
            .problems
            .as_ref()
            .map(|problems| problems.page.as_str());
        let page = page.unwrap_or(problems::NONE);
        let page = page.replace("</body>", &format!("{}</body>", self.script()));
        file("text/html; charset=utf-8", page)
    }

    fn script(&self) -> String {
        let version = &self.version;
        format!("<script src=\"/{OWN}ricarica.js\" data-versione=\"{version}\" async></script>")
    }
}

fn file(media_type: &'static str, bytes: impl AsRef<[u8]>) -> Answer {
    Answer::File {
        media_type,
        bytes: bytes.as_ref().to_vec(),
    }
}

fn nothing(path: &str) -> Answer {
    Answer::Nothing {
        page: problems::missing(path),
    }
}

#[cfg(test)]
mod tests;
