//! Documents to download as pages list them: title, format, size, date, act.

use serde::Serialize;

use crate::lingua;
use crate::site::links::{Href, SitePath};
use crate::site::{DocumentStatus, PublishedDocument};

/// A document to download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct DocumentoScritto {
    titolo: String,
    href: Href,
    formato: String,
    dimensione: String,
    /// Its date and the act that it is attached to.
    origine: Option<String>,
    bozza: bool,
}

impl DocumentoScritto {
    /// As seen from a page.
    pub(super) fn new(document: &PublishedDocument, path: &SitePath) -> Self {
        let data = document.date.map(lingua::data);
        let atto = document
            .act
            .as_ref()
            .map(|atto| format!("allegato a {atto}"));
        let origine: Vec<String> = data.into_iter().chain(atto).collect();
        Self {
            titolo: document.title.clone(),
            href: path.to(&SitePath::file(&document.path)),
            formato: formato(&document.path),
            dimensione: dimensione(document.bytes),
            origine: (!origine.is_empty()).then(|| origine.join(", ")),
            bozza: document.status == DocumentStatus::Draft,
        }
    }
}

fn formato(path: &str) -> String {
    path.rsplit_once('.')
        .map_or_else(|| "file".to_owned(), |(_, ending)| ending.to_uppercase())
}

/// A size as people say it: `84 kB`, `1,3 MB`.
fn dimensione(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} kB", bytes.div_ceil(1000).max(1))
    } else {
        let decimi = bytes.div_ceil(100_000);
        format!("{},{} MB", decimi / 10, decimi % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_as_people_say_them() {
        assert_eq!(dimensione(0), "1 kB");
        assert_eq!(dimensione(83_200), "84 kB");
        assert_eq!(dimensione(1_250_000), "1,3 MB");
    }
}
