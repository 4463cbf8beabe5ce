//! `sitemap.xml`: every page and document, with when it was last changed, for search engines
//! (sitemaps.org).
//!
//! It needs absolute addresses: without one of the ente's there is none. `robots.txt`, which could name
//! it, counts only at the root of a host, where this site seldom stands.

use std::path::Path;

use super::links::SitePath;
use super::xml::Xml;
use super::{Sito, aggiornamento};
use crate::publish::OutputFile;

/// Where it stands below the folder of the ente.
const FILE: &str = "sitemap.xml";

/// The map of some pages, if the ente says where they are published.
pub(super) fn file(sito: &Sito<'_>, pages: &[String]) -> Option<OutputFile> {
    sito.ente.pubblicazione.indirizzo.as_ref()?;
    let mut xml = Xml::new(
        "urlset",
        &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")],
    );
    let documenti = sito.documents.iter().map(|document| {
        let giorno = document.date.or_else(|| giorno(sito, &document.path));
        (document.path.as_str(), giorno)
    });
    let pagine = pages
        .iter()
        .map(String::as_str)
        .filter(|path| Path::new(path).extension().is_some_and(|e| e == "html"))
        .map(|path| (path, giorno(sito, path)));
    for (path, giorno) in pagine.chain(documenti) {
        let Some(indirizzo) = sito.indirizzo_di(&SitePath::file(path)) else {
            continue;
        };
        xml.open("url", &[]);
        xml.element("loc", &indirizzo);
        if let Some(giorno) = giorno {
            xml.element("lastmod", &giorno.to_string());
        }
        xml.close("url");
    }
    Some(OutputFile {
        path: FILE.to_owned(),
        bytes: xml.finish("urlset"),
    })
}

/// What stands below a ciclo is as old as that, anything else as the newest of all.
fn giorno(sito: &Sito<'_>, path: &str) -> Option<chrono::NaiveDate> {
    let cartella = path.split('/').next().unwrap_or_default();
    let mut cicli = sito.ente.cicli.iter();
    let ciclo = cicli.find(|ciclo| ciclo.codice.as_str() == cartella);
    ciclo
        .and_then(aggiornamento)
        .or_else(|| sito.aggiornamento())
}
