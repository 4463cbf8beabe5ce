//! Characters that no face of the PDFs can draw: told before a document has a hole.

use std::collections::BTreeSet;
use std::ops::Range;

use super::problema::{Genere, Problema};
use crate::source::{Content, Place, SourceFile};

/// Checks the characters of some files; the same ones are told once a file, where they first stand.
pub(super) fn check(
    content: &Content,
    files: Range<usize>,
    disegnabile: &dyn Fn(char) -> bool,
) -> Vec<Problema> {
    let mut problemi = Vec::new();
    for (id, file) in content.sources.range(files) {
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
    }
    problemi
}

/// Neighbouring characters that cannot be drawn, as one, with the byte at which they stand.
fn non_disegnabili(file: &SourceFile, disegnabile: &dyn Fn(char) -> bool) -> Vec<(usize, String)> {
    let mut trovati: Vec<(usize, String)> = Vec::new();
    for (at, carattere) in scritti(file) {
        if carattere.is_ascii() || disegnabile(carattere) {
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
