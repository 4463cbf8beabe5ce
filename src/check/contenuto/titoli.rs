//! Headings without the space after their marks: Markdown takes them for text.

use super::{GenereContenuto, LuogoRiga, Trovato, righe};
use crate::source::SourceFile;

/// Deepest heading of Markdown.
const LIVELLI: usize = 6;

/// The lines of a Markdown file that were meant as headings.
pub(super) fn check(file: &SourceFile) -> impl Iterator<Item = Trovato> + '_ {
    let lines = righe(file).filter(|line| line.luogo == LuogoRiga::Testo);
    lines.filter_map(|line| {
        let words = line.testo.trim_end();
        let titolo = words.trim_start_matches('#');
        let marks = words.get(..words.len() - titolo.len())?;
        let meant = (1..=LIVELLI).contains(&marks.len()) && titolo.starts_with(char::is_alphabetic);
        meant.then(|| {
            let giusto = format!("{marks} {titolo}");
            (
                line.inizio..line.inizio + words.len(),
                GenereContenuto::TitoloAttaccato { giusto },
            )
        })
    })
}
