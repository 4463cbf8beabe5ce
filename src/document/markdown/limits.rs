//! What no page could hold, refused before time is spent on it.
//!
//! The parser goes back to every open quote at every line, and whoever breaks lines looks at a word from each place where it
//! could end: texts made for that would take hours.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{Fault, FaultKind, OPTIONS};

/// Deepest nesting accepted: a list in a list in a list, with emphasis, has nine levels.
const DEEPEST: usize = 24;
/// The furthest to the right that a quote or an item of a list may begin: more than [`DEEPEST`] levels of the widest marks.
const INDENT: usize = 400;
/// The most columns of a table: on a sheet each would have five millimetres.
const COLUMNS: usize = 50;
/// The most characters without a space: the longest addresses have as many.
const WORD: usize = 2000;
/// The most bytes of a paragraph, a heading or a cell: seven pages without a break.
const PARAGRAPH: usize = 20_000;

/// The first thing in a text that is beyond the limits.
pub(super) fn exceeded(markdown: &str) -> Option<Fault> {
    too_long(markdown)
        .or_else(|| marked_too_deep(markdown))
        .or_else(|| too_large(markdown))
}

/// A word that no line holds.
fn too_long(markdown: &str) -> Option<Fault> {
    let mut at = 0;
    for word in markdown.split(char::is_whitespace) {
        let end = at + word.len();
        // The line of dashes of a table is as long as its longest cell.
        let dashes = || word.bytes().all(|byte| matches!(byte, b'-' | b'|' | b':'));
        if word.len() > WORD && word.chars().count() > WORD && !dashes() {
            let kind = FaultKind::LongWord { most: WORD };
            return Some(Fault {
                span: at..end,
                kind,
            });
        }
        let space = markdown.get(end..).and_then(|rest| rest.chars().next());
        at = end + space.map_or(0, char::len_utf8);
    }
    None
}

/// A line that opens more quotes and lists than are accepted.
fn marked_too_deep(markdown: &str) -> Option<Fault> {
    let mut at = 0;
    for line in markdown.split_inclusive('\n') {
        if let Some(place) = too_many_marks(line) {
            return Some(too_deep(at + place));
        }
        at += line.len();
    }
    None
}

/// Where the marks at the beginning of a line are too many.
fn too_many_marks(line: &str) -> Option<usize> {
    let words = line.trim_end();
    let rule = words
        .bytes()
        .all(|byte| matches!(byte, b' ' | b'\t' | b'-'))
        || words
            .bytes()
            .all(|byte| matches!(byte, b' ' | b'\t' | b'*'));
    if rule {
        return None;
    }
    let (mut marks, mut column) = (0_usize, 0_usize);
    for (place, byte) in words.bytes().enumerate() {
        let next = words.as_bytes().get(place + 1);
        let space = next.is_none_or(|next| matches!(next, b' ' | b'\t'));
        match byte {
            b' ' => column += 1,
            b'\t' => column += 4,
            b'>' => marks += 1,
            b'-' | b'+' | b'*' | b':' | b'.' | b')' if space => marks += 1,
            b'0'..=b'9' => continue,
            _ => return None,
        }
        if marks > DEEPEST || marks > 0 && column > INDENT {
            return Some(place);
        }
    }
    None
}

/// Elements inside each other deeper than what is made of them could bear; a table wider than a sheet, words that go on for
/// pages.
fn too_large(markdown: &str) -> Option<Fault> {
    let mut depth = 0_usize;
    // The words since the last block began or ended.
    let mut words = 0..0;
    let mut code = false;
    for (event, span) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::Table(columns)) if columns.len() > COLUMNS => {
                return Some(wide(markdown, span, columns.len()));
            }
            Event::Start(tag) => {
                depth += 1;
                code = matches!(tag, Tag::CodeBlock(_));
                if !is_of_words(tag.to_end()) {
                    words = span.start..span.start;
                }
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                code = false;
                if !is_of_words(tag) {
                    words = span.end..span.end;
                }
            }
            Event::Rule => words = span.end..span.end,
            _ if !code => words.end = span.end,
            _ => {}
        }
        if depth > DEEPEST {
            return Some(too_deep(span.start));
        }
        if words.len() > PARAGRAPH {
            let kind = FaultKind::LongParagraph { most: PARAGRAPH };
            let span = words.start..words.start;
            return Some(Fault { span, kind });
        }
    }
    None
}

/// Whether an element stands among words: what is left is a block.
const fn is_of_words(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

const fn too_deep(at: usize) -> Fault {
    Fault {
        span: at..at,
        kind: FaultKind::TooDeep,
    }
}

/// The fault stands at the head of the table.
fn wide(markdown: &str, table: Range<usize>, columns: usize) -> Fault {
    let head = markdown.get(table.clone()).unwrap_or_default();
    let head = head.lines().next().map_or(0, |line| line.trim_end().len());
    Fault {
        span: table.start..table.start + head,
        kind: FaultKind::WideTable {
            columns,
            most: COLUMNS,
        },
    }
}
