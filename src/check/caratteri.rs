//! Characters that no face of the PDFs can draw: told before a document has a hole.

use std::collections::BTreeSet;
use std::ops::Range;

use super::problema::{Genere, Problema};
use crate::source::{Content, FaultKind, FileId, Place, SourceFile};

/// Checks the characters of some files; the same ones are told once a file, where they first stand.
pub(super) fn check(
    content: &Content,
    files: Range<usize>,
    disegnabile: &dyn Fn(char) -> bool,
) -> Vec<Problema> {
    let mut problemi = Vec::new();
    // What is no text has been told as such.
    let no_text: BTreeSet<FileId> = content
        .faults
        .iter()
        .filter(|fault| matches!(fault.kind, FaultKind::NotUtf8 { .. }))
        .map(|fault| fault.place.file)
        .collect();
    let files = content.sources.range(files);
    for (id, file) in files.filter(|(id, _)| !no_text.contains(id)) {
        let mut detti = BTreeSet::new();
        for (at, caratteri) in non_disegnabili(file, disegnabile) {
            if !detti.insert(caratteri.clone()) {
                continue;
            }
            let luogo = Place {
                file: id,
                span: at..at + caratteri.len(),
            };
            problemi.push(Problema {
                luogo: Some(luogo),
                genere: Genere::CaratteriNonDisegnabili { caratteri },
            });
        }
        problemi.extend(invisibili(id, file));
    }
    problemi
}

/// Characters that nobody sees and that change how others are read; the same one is told once a file.
fn invisibili(id: FileId, file: &SourceFile) -> Vec<Problema> {
    let mut detti = BTreeSet::new();
    scritti(file)
        .filter(|(_, carattere)| inganna(*carattere) && detti.insert(*carattere))
        .map(|(at, carattere)| Problema {
            luogo: Some(Place {
                file: id,
                span: at..at + carattere.len_utf8(),
            }),
            genere: Genere::CaratteriInvisibili {
                caratteri: carattere.to_string(),
            },
        })
        .collect()
}

/// Whether a character is a control, an override of the direction of the text or a tag (Unicode Technical
/// Report 36, 3.1 and 3.6). A soft hyphen and the joiners of other scripts are not.
fn inganna(carattere: char) -> bool {
    match carattere {
        '\t' | '\n' | '\r' => false,
        '\u{061c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0001}'..='\u{e007f}' => true,
        altro => altro.is_control(),
    }
}

/// Neighbouring characters that cannot be drawn, as one, with the byte at which they stand.
fn non_disegnabili(file: &SourceFile, disegnabile: &dyn Fn(char) -> bool) -> Vec<(usize, String)> {
    let mut trovati: Vec<(usize, String)> = Vec::new();
    for (at, carattere) in scritti(file) {
        if carattere.is_ascii() || inganna(carattere) || disegnabile(carattere) {
            continue;
        }
        match trovati.last_mut() {
            Some((inizio, prima)) if *inizio + prima.len() == at => prima.push(carattere),
            _ => trovati.push((at, carattere.to_string())),
        }
    }
    trovati
}

/// The characters of a file that a document may print: not those of comments.
fn scritti(file: &SourceFile) -> impl Iterator<Item = (usize, char)> {
    let (_, ending) = file.path.rsplit_once('.').unwrap_or_default();
    let markdown = ending.eq_ignore_ascii_case("md");
    let mut at = 0;
    let lines = file.text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    });
    lines
        .filter(move |(_, line)| markdown || !line.trim_start().starts_with('#'))
        .flat_map(|(start, line)| {
            let characters = line.char_indices();
            characters.map(move |(at, carattere)| (start + at, carattere))
        })
}
