//! Where the lines of a text are: asked once for every message, of which a file may have a million.

use std::ops::Range;
use std::sync::OnceLock;

/// Bytes between two places whose line and column are kept: so many are counted for each question.
const STEP: usize = 1024;

/// Line and column of every [`STEP`]th byte of a text, counted when somebody first asks.
#[derive(Debug, Clone, Default)]
pub(super) struct LineIndex(OnceLock<Vec<Position>>);

/// Line and column, both from 1, the column in characters.
#[derive(Debug, Clone, Copy)]
struct Position {
    line: usize,
    column: usize,
}

/// The index says nothing that the text does not.
impl PartialEq for LineIndex {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for LineIndex {}

impl LineIndex {
    /// Line and column of a byte of the text; past its end, those of its end.
    pub(super) fn at(&self, text: &str, offset: usize) -> (usize, usize) {
        let marks = self.0.get_or_init(|| marks(text));
        let offset = offset.min(text.len());
        let index = offset / STEP;
        let mark = marks.get(index).copied().unwrap_or(Position::FIRST);
        let between = text.as_bytes().get(index * STEP..offset);
        let Position { line, column } = mark.after(between.unwrap_or_default());
        (line, column)
    }
}

impl Position {
    const FIRST: Self = Self { line: 1, column: 1 };

    /// The position after some more bytes.
    fn after(self, bytes: &[u8]) -> Self {
        bytes.iter().fold(self, |own, byte| match byte {
            b'\n' => Self {
                line: own.line + 1,
                column: 1,
            },
            // A byte that goes on with a character.
            0x80..0xc0 => own,
            _ => Self {
                column: own.column + 1,
                ..own
            },
        })
    }
}

fn marks(text: &str) -> Vec<Position> {
    let chunks = text.as_bytes().chunks(STEP);
    let mut marks = Vec::with_capacity(chunks.len() + 1);
    let mut position = Position::FIRST;
    marks.push(position);
    for chunk in chunks {
        position = position.after(chunk);
        marks.push(position);
    }
    marks
}

/// The lines that a stretch of a text is on, without what is further from it than `reach` bytes.
pub(super) fn around(text: &str, stretch: Range<usize>, reach: usize) -> Range<usize> {
    let boundary = |at| text.floor_char_boundary(at);
    let (first, last) = (boundary(stretch.start), boundary(stretch.end));
    let far = boundary(first.saturating_sub(reach));
    let before = text.get(far..first).unwrap_or_default();
    let start = before.rfind('\n').map_or(far, |newline| far + newline + 1);
    let far = boundary(last.saturating_add(reach));
    let after = text.get(last..far).unwrap_or_default();
    let end = after.find('\n').map_or(far, |newline| last + newline + 1);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(text: &str, offset: usize) -> (usize, usize) {
        let before = text.get(..offset).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let own = before.rsplit('\n').next().unwrap_or_default();
        (line, own.chars().count() + 1)
    }

    #[test]
    fn every_place_has_the_line_and_column_that_counting_gives() {
        let long = "città è perché 😀 ".repeat(400);
        for text in ["", "a", "\n", "a\nè\n\nb", &format!("x\n{long}\n{long}")] {
            let index = LineIndex::default();
            for (offset, _) in text.char_indices() {
                assert_eq!(index.at(text, offset), counted(text, offset));
            }
            assert_eq!(index.at(text, text.len()), counted(text, text.len()));
            assert_eq!(index.at(text, text.len() + 9), counted(text, text.len()));
        }
    }

    #[test]
    fn a_line_is_shown_whole_unless_it_is_long() {
        let text = "prima\nuna riga\nultima";
        assert_eq!(text.get(around(text, 8..9, 100)), Some("una riga\n"));
        assert_eq!(text.get(around(text, 16..17, 100)), Some("ultima"));
        assert_eq!(text.get(around(text, 2..9, 100)), Some("prima\nuna riga\n"));
        let long = "è".repeat(50);
        assert_eq!(long.get(around(&long, 50..52, 5)), Some("èèèèèè"));
    }
}
