//! Headings without the space after their marks: Markdown takes them for text.

use super::{GenereContenuto, Trovato};
use crate::source::SourceFile;

/// Deepest heading of Markdown.
const LIVELLI: usize = 6;

/// The lines of a Markdown file that were meant as headings.
pub(super) fn check(file: &SourceFile) -> impl Iterator<Item = Trovato> + '_ {
    let markdown = file.path.to_lowercase().ends_with(".md");
    let mut at = 0;
    let mut fenced = false;
    let lines = file.text.split_inclusive('\n').filter(move |_| markdown);
    lines.filter_map(move |line| {
        let start = at;
        at += line.len();
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        let words = line.trim_end();
        let titolo = words.trim_start_matches('#');
        let marks = words.get(..words.len() - titolo.len())?;
        let meant = (1..=LIVELLI).contains(&marks.len()) && titolo.starts_with(char::is_alphabetic);
        (meant && !fenced).then(|| {
            let giusto = format!("{marks} {titolo}");
            (
                start..start + words.len(),
                GenereContenuto::TitoloAttaccato { giusto },
            )
        })
    })
}
