//! Documents and data to download as pages list them: title, format, size, and where they come from.

use serde::Serialize;

use crate::lingua;
use crate::model::Codice;
use crate::parole::Parole;
use crate::site::links::{Href, SitePath};
use crate::site::{DocumentStatus, PublishedData, PublishedDocument, Sito};

/// A file to download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct DocumentoScritto {
    titolo: String,
    href: Href,
    formato: String,
    dimensione: String,
    icona: &'static str,
    /// Of a document, its date and the act that it is attached to; of data, what they say.
    nota: Option<String>,
    bozza: bool,
}

impl DocumentoScritto {
    /// A document as seen from a page.
    pub(super) fn new(document: &PublishedDocument, path: &SitePath, parole: &Parole) -> Self {
        Self {
            titolo: document.title.clone(),
            href: path.to(&SitePath::file(&document.path)),
            formato: formato(&document.path),
            dimensione: lingua::dimensione(document.bytes, parole),
            icona: icona(&document.path),
            nota: origine(
                document.date.map(|cosa| lingua::data(cosa, parole)),
                document.act.as_deref(),
                parole,
            ),
            bozza: document.status == DocumentStatus::Draft,
        }
    }

    /// A file of open data as seen from a page.
    fn dati(data: &PublishedData, path: &SitePath, parole: &Parole) -> Self {
        Self {
            titolo: data.title.clone(),
            href: path.to(&SitePath::file(&data.path)),
            formato: formato(&data.path),
            dimensione: lingua::dimensione(data.bytes, parole),
            icona: icona(&data.path),
            nota: Some(data.description.clone()),
            bozza: false,
        }
    }
}

/// The open data of a ciclo, as seen from a page.
pub(super) fn dati_di(sito: &Sito<'_>, ciclo: &Codice, path: &SitePath) -> Vec<DocumentoScritto> {
    let dati = sito.data.iter().filter(|data| data.ciclo == *ciclo);
    dati.map(|data| DocumentoScritto::dati(data, path, sito.parole))
        .collect()
}

/// The document of a ciclo that has a file's name, as seen from a page; none if it is not published.
pub(super) fn di_percorso(
    sito: &Sito<'_>,
    ciclo: &Codice,
    file: &str,
    path: &SitePath,
) -> Vec<DocumentoScritto> {
    let documenti = sito.documents.iter();
    let suoi = documenti.filter(|document| {
        document.ciclo == *ciclo && document.path.ends_with(&format!("/{file}"))
    });
    suoi.map(|document| DocumentoScritto::new(document, path, sito.parole))
        .collect()
}

/// The date is said once: an act as acts quote each other has it already.
fn origine(data: Option<String>, atto: Option<&str>, parole: &Parole) -> Option<String> {
    let detti = &parole.documenti;
    match (data, atto) {
        (Some(data), Some(atto)) if !atto.contains(&data) => {
            Some(detti.del_giorno.con(&[("data", &data), ("atto", atto)]))
        }
        (_, Some(atto)) => Some(detti.allegato_a.con(&[("atto", atto)])),
        (data, None) => data,
    }
}

fn formato(path: &str) -> String {
    path.rsplit_once('.')
        .map_or_else(|| "file".to_owned(), |(_, ending)| ending.to_uppercase())
}

/// The icon of a file; it only repeats the format, which is said in words.
fn icona(path: &str) -> &'static str {
    match formato(path).as_str() {
        "CSV" => "it-file-csv",
        "JSON" => "it-file-json",
        "PDF" => "it-file-pdf",
        _ => "it-file",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_said_once() {
        let parole = crate::parole::italiano();
        let giorno = || Some("3 maggio 2024".to_owned());
        for (data, atto, detto) in [
            (
                giorno(),
                Some("G.C. n. 48 del 3 maggio 2024"),
                Some("Allegato a G.C. n. 48 del 3 maggio 2024"),
            ),
            (
                giorno(),
                Some("G.C. n. 50 del 7 maggio 2024"),
                Some("3 maggio 2024, allegato a G.C. n. 50 del 7 maggio 2024"),
            ),
            (giorno(), None, Some("3 maggio 2024")),
            (None, None, None),
        ] {
            assert_eq!(origine(data, atto, &parole).as_deref(), detto);
        }
    }
}
