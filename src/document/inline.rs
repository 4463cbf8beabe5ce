//! Words inside a block: runs of text and what they mean.

use super::{Anchor, Block};

/// A run of text and what it means.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words of strong importance.
    Strong(Vec<Inline>),
    /// Words with stress.
    Emphasis(Vec<Inline>),
    /// Words no longer valid.
    Struck(Vec<Inline>),
    /// Words of a machine: a file name, a key.
    Code(String),
    /// Words that lead elsewhere.
    Link {
        /// Where.
        target: Target,
        /// What is read and clicked; never empty.
        content: Vec<Inline>,
    },
    /// Words of another language than the document's.
    Foreign {
        /// BCP 47 tag: `en`.
        language: String,
        /// The words.
        content: Vec<Inline>,
    },
    /// A short form and what it stands for: *PEG*, *Piano esecutivo di gestione*.
    Abbreviation {
        /// What is seen.
        short: String,
        /// What is meant, and may be read aloud.
        expansion: String,
    },
    /// A footnote, where the text first refers to it; its number comes from its place.
    Footnote(Footnote),
    /// Another reference to a footnote that the text referred to before.
    FootnoteAgain(Anchor),
    /// A line ends here, the paragraph goes on.
    LineBreak,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct Footnote {
    /// What other references call it. Unique within a document.
    pub anchor: Anchor,
    /// What it says.
    pub content: Vec<Block>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A heading of this document.
    Anchor(Anchor),
    /// An address outside it, absolute.
    Address(String),
}

impl Inline {
    /// Plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// Words of strong importance.
    pub fn strong(words: impl Into<String>) -> Self {
        Self::Strong(vec![Self::text(words)])
    }
}

/// The words of some inlines, without their markup and notes: for bookmarks, titles, searches.
#[must_use]
pub fn plain_text(content: &[Inline]) -> String {
    fn gather(content: &[Inline], words: &mut String) {
        for inline in content {
            match inline {
                Inline::Text(text) | Inline::Code(text) => words.push_str(text),
                Inline::Abbreviation { short, .. } => words.push_str(short),
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Struck(inner)
                | Inline::Foreign { content: inner, .. }
                | Inline::Link { content: inner, .. } => gather(inner, words),
                Inline::LineBreak => words.push(' '),
                Inline::Footnote(_) | Inline::FootnoteAgain(_) => {}
            }
        }
    }
    let mut words = String::new();
    gather(content, &mut words);
    words
}
