//! What a PDF says of itself: whether it is closed with a password, and what it lacks for who does not
//! read it with the eyes (PDF/UA-1, 7.1; WCAG 2.1, 2.4.2 and 3.1.1).
//!
//! It never says that a PDF *is* accessible: only a person can.

use lopdf::{Dictionary, Document, Error, LoadOptions, Object};

/// What came of looking at a PDF.
pub(super) enum Esame {
    /// It cannot be read.
    Guasto,
    /// It has a password, or restrictions on its use.
    Cifrato,
    /// It lacks these things, or nothing.
    Letto(Mancanze),
}

/// What a PDF lacks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mancanze {
    /// No tags: a screen reader finds a heap of words, or a picture of paper.
    pub etichette: Manca,
    /// No title.
    pub titolo: Manca,
    /// It does not say in which language it is.
    pub lingua: Manca,
}

/// Whether something is lacking.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Manca {
    /// It is there.
    #[default]
    No,
    /// It is not.
    Si,
}

impl Manca {
    const fn se(presente: bool) -> Self {
        if presente { Self::No } else { Self::Si }
    }
}

/// The most that a compressed part of a file may unfold to: a small file can hide a huge one.
const MASSIMO_APERTO: usize = 64 * 1024 * 1024;

/// Looks at a PDF.
pub(super) fn esamina(bytes: &[u8]) -> Esame {
    let options = LoadOptions {
        max_decompressed_size: Some(MASSIMO_APERTO),
        ..LoadOptions::default()
    };
    let document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) => document,
        Err(Error::InvalidPassword | Error::Decryption(_)) => return Esame::Cifrato,
        Err(_) => return Esame::Guasto,
    };
    if document.was_encrypted() || document.trailer.has(b"Encrypt") {
        return Esame::Cifrato;
    }
    let Ok(catalog) = document.catalog() else {
        return Esame::Guasto;
    };
    if document.get_pages().is_empty() {
        return Esame::Guasto;
    }
    Esame::Letto(Mancanze {
        etichette: Manca::se(etichettato(&document, catalog)),
        titolo: Manca::se(ha_titolo(&document, catalog)),
        lingua: Manca::se(testo(&document, catalog, b"Lang")),
    })
}

fn etichettato(document: &Document, catalog: &Dictionary) -> bool {
    let mark = catalog.get(b"MarkInfo").ok();
    let mark = mark.and_then(|mark| dizionario(document, mark));
    let marked = mark.and_then(|mark| mark.get(b"Marked").ok());
    let marked = marked.and_then(|marked| document.dereference(marked).ok());
    let marked = marked.is_some_and(|(_, marked)| matches!(marked, Object::Boolean(true)));
    let tree = catalog.get(b"StructTreeRoot").ok();
    let tree = tree.and_then(|tree| dizionario(document, tree));
    marked && tree.is_some_and(|tree| tree.has(b"K"))
}

/// A title stands in the document information, or in the metadata.
fn ha_titolo(document: &Document, catalog: &Dictionary) -> bool {
    let info = document.trailer.get(b"Info").ok();
    let info = info.and_then(|info| dizionario(document, info));
    let in_info = info.is_some_and(|info| testo(document, info, b"Title"));
    in_info || nei_metadati(document, catalog).unwrap_or(false)
}

fn nei_metadati(document: &Document, catalog: &Dictionary) -> Option<bool> {
    let metadata = catalog.get(b"Metadata").ok()?;
    let (_, metadata) = document.dereference(metadata).ok()?;
    let stream = metadata.as_stream().ok()?;
    let xml = stream.get_plain_content_with_limit(MASSIMO_APERTO).ok()?;
    let xml = String::from_utf8_lossy(&xml);
    let (_, dopo) = xml.split_once("<dc:title")?;
    let (titolo, _) = dopo.split_once("</dc:title>")?;
    // What stands outside the marks: the words.
    let mut pezzi = titolo.split('>').skip(1);
    Some(pezzi.any(|pezzo| {
        let parole = pezzo.split('<').next().unwrap_or_default();
        !parole.trim().is_empty()
    }))
}

/// Whether a text is there, with something in it.
fn testo(document: &Document, dictionary: &Dictionary, key: &[u8]) -> bool {
    let valore = dictionary.get(key).ok();
    let valore = valore.and_then(|valore| document.dereference(valore).ok());
    let bytes = valore.and_then(|(_, valore)| valore.as_str().ok());
    // Without the mark of UTF-16 and spaces of either encoding.
    bytes.is_some_and(|bytes| {
        let mut visibili = bytes.iter().filter(|byte| byte.is_ascii_graphic());
        visibili.next().is_some()
    })
}

fn dizionario<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    let (_, object) = document.dereference(object).ok()?;
    object.as_dict().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic, reason = "a test fails by panicking")]

    use super::*;

    /// A file of one page, with these entries in its catalog and document information.
    fn file(catalog: &str, info: &str) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut at = Vec::new();
        for (number, object) in [
            format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>"),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>".to_owned(),
            "<< /Type /StructTreeRoot /K [] >>".to_owned(),
            format!("<< {info} >>"),
        ]
        .iter()
        .enumerate()
        {
            at.push(bytes.len());
            bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
        }
        let xref = bytes.len();
        bytes.extend(b"xref\n0 6\n0000000000 65535 f \n");
        for offset in at {
            bytes.extend(format!("{offset:010} 00000 n \n").bytes());
        }
        let end =
            format!("trailer\n<< /Size 6 /Root 1 0 R /Info 5 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        bytes.extend(end.bytes());
        bytes
    }

    fn mancanze(catalog: &str, info: &str) -> Mancanze {
        match esamina(&file(catalog, info)) {
            Esame::Letto(mancanze) => mancanze,
            Esame::Guasto => panic!("broken"),
            Esame::Cifrato => panic!("encrypted"),
        }
    }

    #[test]
    fn what_is_lacking_is_told_apart() {
        let whole = "/Lang (it-IT) /MarkInfo << /Marked true >> /StructTreeRoot 4 0 R";
        let title = "/Title (Validazione)";
        assert_eq!(mancanze(whole, title), Mancanze::default());
        let untitled = mancanze(whole, "/Title (\u{20})");
        assert_eq!((untitled.titolo, untitled.lingua), (Manca::Si, Manca::No));
        let untagged = mancanze("/Lang (it) /MarkInfo << /Marked true >>", title);
        assert_eq!(untagged.etichette, Manca::Si);
        let unmarked = mancanze("/StructTreeRoot 4 0 R", title);
        assert_eq!(
            (unmarked.etichette, unmarked.lingua),
            (Manca::Si, Manca::Si)
        );
    }

    #[test]
    fn no_cut_and_no_wrong_byte_brings_the_check_down() {
        let whole = file("/Lang (it) /StructTreeRoot 4 0 R", "/Title (a)");
        for end in 0..whole.len() {
            let _ = esamina(whole.get(..end).unwrap_or_default());
        }
        for at in 0..whole.len() {
            for byte in [0, b'(', b'<', b'[', b'9', 0xff] {
                let mut wrong = whole.clone();
                if let Some(place) = wrong.get_mut(at) {
                    *place = byte;
                }
                let _ = esamina(&wrong);
            }
        }
        let deep = format!("/Deep {}", "[".repeat(100_000));
        let _ = esamina(&file(&deep, ""));
        let deep = format!("/Deep {}", "<</A ".repeat(100_000));
        let _ = esamina(&file(&deep, ""));
    }

    #[test]
    fn a_wall_of_brackets_is_no_pdf() {
        assert!(matches!(esamina(b"%PDF-1.7\n"), Esame::Guasto));
    }
}
