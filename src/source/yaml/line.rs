//! A line of YAML as a person sees it: its indent, its dashes, its key, its value.
//!
//! It is read without a parser, because it is asked about where the parser has given up.

use std::ops::Range;

/// A line, and where it begins in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'t> {
    /// The text of the file.
    whole: &'t str,
    /// Byte at which the line begins.
    start: usize,
    /// Its characters, without the line end.
    pub(super) words: &'t str,
}

impl<'t> Line<'t> {
    /// The line of a byte.
    pub(super) fn at(whole: &'t str, offset: usize) -> Self {
        let (before, after) = whole.split_at_checked(offset).unwrap_or((whole, ""));
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let end = before.len() + after.find('\n').unwrap_or(after.len());
        let words = whole.get(start..end).unwrap_or_default();
        Self {
            whole,
            start,
            words: words.trim_end_matches('\r'),
        }
    }

    /// The line above, of those that are neither empty nor a comment.
    pub(super) fn above(self) -> Option<Self> {
        let mut line = self;
        loop {
            line = Self::at(self.whole, line.start.checked_sub(1)?);
            let words = line.words.trim();
            if !words.is_empty() && !words.starts_with('#') {
                return Some(line);
            }
        }
    }

    /// How many blanks it begins with, of those that YAML counts.
    pub(super) fn indent(self) -> usize {
        self.words.len() - self.words.trim_start_matches(' ').len()
    }

    /// What follows the indent.
    pub(super) fn body(self) -> &'t str {
        self.words.trim_start_matches(' ')
    }

    /// What follows the indent and the dashes of a list.
    pub(super) fn entry(self) -> &'t str {
        let mut entry = self.body();
        while let Some(rest) = entry.strip_prefix("- ") {
            entry = rest.trim_start_matches(' ');
        }
        entry
    }

    /// The value: what follows the key and its colon, or else the dash.
    pub(super) fn value(self) -> &'t str {
        let entry = self.entry();
        let value = entry.split_once(": ").map_or(entry, |(_, value)| value);
        value.trim()
    }

    /// The line with another value, without its indent.
    pub(super) fn with_value(self, value: &str) -> String {
        let body = self.body();
        let kept = body.len() - body.trim_end().len() + self.value().len();
        let before = body.get(..body.len() - kept).unwrap_or_default();
        format!("{before}{value}")
    }

    /// A part of the line, as bytes of the text.
    pub(super) fn place(self, part: &str) -> Range<usize> {
        // Parts are slices of `words`: their distance from its beginning is their place.
        let from = (part.as_ptr() as usize).saturating_sub(self.words.as_ptr() as usize);
        let from = self.start + from.min(self.words.len());
        from..from + part.len()
    }

    /// The column, from 1 and in characters, at which a part of the line begins.
    pub(super) fn column(self, part: &str) -> usize {
        let from = self.place(part).start - self.start;
        self.words.get(..from).unwrap_or_default().chars().count() + 1
    }
}
