//! Words of an author that YAML takes for something else and drops without a sound.
//!
//! Every value of a file is looked at, so only what stands right beside it may be: a hostile file is one line of
//! megabytes.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::line::Line;
use super::slips::{LONGEST, quoted};
use crate::source::fault::Lost;
use crate::source::node::{Node, NodeKind};

/// Longest name of an anchor that is looked for, in bytes.
const LONGEST_NAME: usize = 128;

/// What of a text is in none of its values though its author most likely meant it to be.
pub(crate) fn words(node: &Node, text: &str) -> Vec<(Range<usize>, Lost)> {
    let mut search = Search {
        text,
        referred: OnceCell::new(),
        found: Vec::new(),
    };
    search.within(node);
    search.found
}

struct Search<'t> {
    text: &'t str,
    /// The names that something refers to, gathered when the first anchor is met.
    referred: OnceCell<BTreeSet<&'t str>>,
    found: Vec<(Range<usize>, Lost)>,
}

impl<'t> Search<'t> {
    fn within(&mut self, node: &Node) {
        match &node.kind {
            NodeKind::Null | NodeKind::Scalar(_) => self.scalar(node),
            NodeKind::Sequence(items) => items.iter().for_each(|item| self.within(item)),
            NodeKind::Mapping(entries) => {
                for (key, value) in entries {
                    if value.kind == NodeKind::Null {
                        let lost = self.comment(key.span.end + 1);
                        self.found.extend(lost);
                    }
                    self.within(value);
                }
            }
        }
    }

    fn scalar(&mut self, node: &Node) {
        let sigil = self.sigil(node.span.start);
        self.found.extend(sigil);
        let NodeKind::Scalar(words) = &node.kind else {
            return;
        };
        let typed = self.text.get(node.span.clone()).unwrap_or_default();
        let plain = !typed.starts_with(['"', '\'', '|', '>']) && !typed.ends_with('\n');
        // After a bare figure a remark is a remark, however it is written.
        if plain && words.contains(char::is_alphabetic) {
            let lost = self.comment(node.span.end);
            self.found.extend(lost);
        }
    }

    /// A mark before a value: `&name` unless something refers to it, `!name`.
    fn sigil(&self, start: usize) -> Option<(Range<usize>, Lost)> {
        let from = start.saturating_sub(LONGEST_NAME);
        let from = self.text.ceil_char_boundary(from);
        let before = self.text.get(from..start)?;
        let end = from + before.trim_end_matches([' ', '\t']).len();
        let mark = self.text.get(from..end)?;
        let parts = |c: char| c.is_whitespace() || matches!(c, '[' | '{' | ',');
        let mark = mark.rsplit(parts).next()?;
        let lost = match mark.split_at_checked(1)? {
            ("&", name) if !name.is_empty() && !self.referred().contains(name) => Lost::Anchor,
            ("!", name) if !name.starts_with('!') => Lost::Tag,
            _ => return None,
        };
        Some((end - mark.len()..end, lost))
    }

    fn referred(&self) -> &BTreeSet<&'t str> {
        self.referred.get_or_init(|| {
            let names = self.text.split('*').skip(1);
            let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
            names.filter_map(|rest| rest.split(ends).next()).collect()
        })
    }

    /// Words after a `#` that stands against them: `Sportello #1`.
    fn comment(&self, after: usize) -> Option<(Range<usize>, Lost)> {
        let rest = self.text.get(after..)?;
        let mark = rest.trim_start_matches([' ', '\t']);
        let against = mark.strip_prefix('#')?.starts_with(char::is_alphanumeric);
        if !against || mark.len() == rest.len() {
            return None;
        }
        let words = mark.lines().next()?.trim_end();
        // A colour without quotes has a rule of its own.
        let hexadecimal = |byte: u8| byte.is_ascii_hexdigit();
        if words.len() == 7 && words.bytes().skip(1).all(hexadecimal) {
            return None;
        }
        let line = Line::at(self.text, after);
        let short = line.words.len() <= LONGEST;
        let mended = short.then(|| line.with_value(&quoted(line.value())));
        let start = after + rest.len() - mark.len();
        Some((start..start + words.len(), Lost::Comment { mended }))
    }
}
