//! Writing HTML by hand, safely: what comes from the content is always escaped.

use std::fmt::Write as _;

use serde::Serialize;

/// Finished HTML: the only text that templates may let through unescaped.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub(super) struct Html(String);

impl Html {
    /// Adds markup as it is.
    pub(super) fn markup(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Adds words, escaped for text and for quoted attributes.
    pub(super) fn text(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                c => self.0.push(c),
            }
        }
    }

    /// Adds an attribute with its value.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        self.text(value);
        self.0.push('"');
    }

    /// Adds a number.
    pub(super) fn number(&mut self, number: impl std::fmt::Display) {
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{number}");
    }

    /// What has been written.
    #[cfg(test)]
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}
