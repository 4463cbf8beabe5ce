//! Each PDF of a folder against PDF/A and PDF/UA-1, by a checker that knows nothing of how it was made.
//!
//! The files that an ente attaches as they are (`documenti/allegati/`) are its own: nobody promised that
//! they are archival or accessible, and `griglia check` has spoken of them already.

use std::collections::BTreeMap;

use lopdf::Document;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use rayon::prelude::*;

use super::Difetto;

/// Where a ciclo's own files stand, carried as they are.
const OWN: &str = "/documenti/allegati/";
/// How a PDF that carries data says that it is PDF/A-3.
const PART_3: &[u8] = b"<pdfaid:part>3</pdfaid:part>";

/// A norm that every PDF written here keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Norma {
    /// Archival: PDF/A-2a, or 3a for one that carries data.
    Archivio,
    /// Accessible: PDF/UA-1.
    Accessibile,
}

/// What a PDF lacks, of what a reader feels most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mancanza {
    /// Tags: without them a screen reader does not know what is a heading or a table.
    Struttura,
    /// The language to read it in.
    Lingua,
    /// Metadata, with title and author.
    Metadati,
}

/// The PDFs that are not what they were made to be, in order of path.
pub(super) fn faults(files: &BTreeMap<String, Vec<u8>>) -> Vec<Difetto> {
    let pdfs: Vec<(&String, &Vec<u8>)> = files.iter().filter(|(path, _)| is_ours(path)).collect();
    pdfs.par_iter()
        .flat_map_iter(|(path, bytes)| examined(path, bytes))
        .collect()
}

/// Whether a PDF was made here, and not only carried.
fn is_ours(path: &str) -> bool {
    let pdf = matches!(path.rsplit_once('.'), Some((_, end)) if end.eq_ignore_ascii_case("pdf"));
    pdf && !path.contains(OWN)
}

fn examined(path: &str, bytes: &[u8]) -> Vec<Difetto> {
    let archival = if bytes.windows(PART_3.len()).any(|part| part == PART_3) {
        ValidationProfile::PdfA3a
    } else {
        ValidationProfile::PdfA2a
    };
    let mut faults = Vec::new();
    for (norma, profile) in [
        (Norma::Archivio, archival),
        (Norma::Accessibile, ValidationProfile::PdfUa1),
    ] {
        let percorso = path.to_owned();
        let options = ValidationOptions::default().profile(profile);
        let Ok(report) = validate_pdf_bytes(bytes, &options) else {
            return vec![Difetto::PdfIlleggibile { percorso }];
        };
        if report.failures.is_empty() {
            continue;
        }
        let rules = report.failures.into_iter().map(|failure| failure.rule_id);
        faults.push(Difetto::PdfNonConforme {
            percorso,
            norma,
            regole: rules.collect(),
            mancanze: Vec::new(),
        });
    }
    // Said once, with the norm that is about people if it is broken.
    if let Some(Difetto::PdfNonConforme { mancanze, .. }) = faults.last_mut() {
        *mancanze = missing(bytes);
    }
    faults
}

/// What is plainly not there.
fn missing(bytes: &[u8]) -> Vec<Mancanza> {
    let Ok(document) = Document::load_mem(bytes) else {
        return Vec::new();
    };
    let Ok(catalog) = document.catalog() else {
        return Vec::new();
    };
    let needed = [
        (b"StructTreeRoot".as_slice(), Mancanza::Struttura),
        (b"Lang", Mancanza::Lingua),
        (b"Metadata", Mancanza::Metadati),
    ];
    let absent = needed.into_iter().filter(|(key, _)| !catalog.has(key));
    absent.map(|(_, mancanza)| mancanza).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_ente_attaches_is_its_own() {
        assert!(is_ours("2023/documenti/relazione.pdf"));
        assert!(!is_ours("2023/documenti/allegati/contratto.pdf"));
        assert!(!is_ours("2023/index.html"));
    }

    #[test]
    fn what_is_no_pdf_cannot_be_read() {
        let files = BTreeMap::from([("a.pdf".to_owned(), b"niente".to_vec())]);
        let percorso = "a.pdf".to_owned();
        assert_eq!(faults(&files), [Difetto::PdfIlleggibile { percorso }]);
    }
}
