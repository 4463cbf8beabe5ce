//! Rows of cells that are no table: without headers they would be shown as lines full of bars.

use std::ops::Range;

use super::{LuogoRiga, righe};
use crate::source::SourceFile;

/// The first row of each group of rows of a Markdown file that has no row of dashes below it.
pub(super) fn check(file: &SourceFile) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut above = false;
    let mut lines = righe(file).peekable();
    std::iter::from_fn(move || {
        loop {
            let line = lines.next()?;
            let row = line.luogo == LuogoRiga::Testo && is_row(line.testo);
            let first = row && !above;
            above = row;
            if first && !lines.peek().is_some_and(|below| is_rule(below.testo)) {
                let words = line.testo.trim_start();
                let start = line.inizio + line.testo.len() - words.len();
                return Some(start..start + words.trim_end().len());
            }
        }
    })
}

/// `| a | b |`.
fn is_row(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2 && line.starts_with('|') && line.ends_with('|')
}

/// `|---|:--|`.
fn is_rule(line: &str) -> bool {
    line.contains('-')
        && line
            .trim()
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_without_headers_are_found_and_tables_are_not() {
        let found = |text: &str| {
            let path = "content/prova/pagine/a.md".to_owned();
            let file = SourceFile::new(path, text.to_owned(), None);
            check(&file).count()
        };
        assert_eq!(found("# T\n\n| a | b |\n| c | d |\n"), 1);
        assert_eq!(found("| a | b |\n|---|:-:|\n| c | d |\n"), 0);
        assert_eq!(found("```\n| a | b |\n| c | d |\n```\n"), 0);
        assert_eq!(found("a | b\n\n| c |\n\n| d |"), 2);
    }
}
