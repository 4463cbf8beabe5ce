//! Markdown to semantic blocks.
//!
//! The narrative is written in `CommonMark` with tables, strikethrough, footnotes and definition lists.
//! Pages and PDFs are both made from the blocks that [`parse`] returns, so they say the same. What
//! blocks cannot hold is reported as a [`Fault`] with its place, never dropped in silence. Raw HTML is
//! refused: it would say something in the page that the PDF cannot.
//!
//! Two things `CommonMark` has no words for are said with its links and titles: words of another
//! language are a link to it, `[smart working](lang:en)`; the title of a picture that stands alone,
//! `![what it shows](file.png "caption")`, is its caption.
//!
//! A line that holds nothing but `{{ name }}` is a [`Marker`]: the place where the caller puts
//! content of its own.

mod builder;
mod footnotes;
mod limits;
mod links;

use std::ops::Range;

use pulldown_cmark::{Options, Parser};

pub use self::links::is_language;
use super::Block;

/// What texts may have beyond `CommonMark`.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_DEFINITION_LIST);

/// A text as blocks, with the places left open and what could not be held.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parsed {
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// The places left open, in order.
    pub markers: Vec<Marker>,
    /// The pictures that it shows, in order.
    pub pictures: Vec<PictureUse>,
    /// What is wrong with the text, in order.
    pub faults: Vec<Fault>,
}

/// A picture that a text shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureUse {
    /// Its file, as written: a path from the folder of the text.
    pub name: String,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

/// A place left open for the caller's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// The word between the braces.
    pub name: String,
    /// The content goes before this block of [`Parsed::blocks`].
    pub before: usize,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

/// Something that the text says and blocks cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// What it is.
    pub kind: FaultKind,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// HTML in the text.
    RawHtml,
    /// A picture among other words: figures stand alone.
    PictureInWords,
    /// A picture without words for who does not see it (WCAG 1.1.1).
    PictureWithoutWords,
    /// A picture that is not a file below the folder of the text.
    PictureElsewhere {
        /// The address as written.
        address: String,
    },
    /// A reference to a footnote that the text does not have.
    UnknownFootnote {
        /// The label as written.
        label: String,
    },
    /// A footnote that nothing refers to: nobody would ever read it.
    UnusedFootnote {
        /// Its label.
        label: String,
    },
    /// A second footnote of one label.
    RepeatedFootnote {
        /// The label.
        label: String,
    },
    /// A footnote inside a footnote.
    FootnoteInFootnote {
        /// The label referred to.
        label: String,
    },
    /// `lang:` followed by no language.
    UnknownLanguage {
        /// What is written after it.
        tag: String,
    },
    /// A heading more than one level deeper than the one before it (WCAG 1.3.1, PDF/UA-1 7.4.2).
    HeadingJump {
        /// The level before.
        from: u8,
        /// The level found.
        to: u8,
    },
    /// Lists, quotes and emphasis one inside the other, deeper than anybody reads.
    TooDeep,
    /// A table with more columns than a sheet could hold.
    WideTable {
        /// How many it has.
        columns: usize,
        /// How many it may have.
        most: usize,
    },
    /// More letters and signs without a space than any word or address has.
    LongWord {
        /// How many there may be.
        most: usize,
    },
    /// A paragraph, a heading or a cell that goes on for pages.
    LongParagraph {
        /// How many bytes it may have.
        most: usize,
    },
    /// A heading without words.
    EmptyHeading,
    /// A link without words to click.
    EmptyLink,
    /// A link that does not lead to a page, a mail address or a heading of the same text.
    UnsafeLink {
        /// The address as written.
        address: String,
    },
    /// A link to a heading that the text does not have.
    UnknownAnchor {
        /// The name as written.
        name: String,
        /// The names of the text's headings.
        known: Vec<String>,
    },
    /// A table whose head has an empty cell (WCAG 1.3.1).
    EmptyTableHead,
}

/// Parses a text.
#[must_use]
pub fn parse(markdown: &str) -> Parsed {
    if let Some(fault) = limits::exceeded(markdown) {
        return Parsed {
            faults: vec![fault],
            ..Parsed::default()
        };
    }
    let events = Parser::new_ext(markdown, OPTIONS).into_offset_iter();
    let mut builder = builder::Builder::new(markdown);
    for (event, span) in events {
        builder.take(event, span);
    }
    builder.finish()
}

impl FaultKind {
    /// Whether nothing else of the text has been read.
    #[must_use]
    pub const fn ends_reading(&self) -> bool {
        matches!(
            self,
            Self::TooDeep
                | Self::WideTable { .. }
                | Self::LongWord { .. }
                | Self::LongParagraph { .. }
        )
    }
}

impl Parsed {
    /// The blocks, with the caller's content at each marker.
    pub fn fill(self, mut content: impl FnMut(&str) -> Vec<Block>) -> Vec<Block> {
        let mut markers = self.markers.into_iter().peekable();
        let mut filled = Vec::with_capacity(self.blocks.len());
        let mut place = |index: usize, filled: &mut Vec<Block>| {
            while let Some(marker) = markers.next_if(|marker| marker.before <= index) {
                filled.extend(content(&marker.name));
            }
        };
        let last = self.blocks.len();
        for (index, block) in self.blocks.into_iter().enumerate() {
            place(index, &mut filled);
            filled.push(block);
        }
        place(last, &mut filled);
        filled
    }
}

/// A name for addresses made from words: `Principio di miglioramento` → `principio-di-miglioramento`.
#[must_use]
pub fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ä' => slug.push('a'),
            'è' | 'é' | 'ê' | 'ë' => slug.push('e'),
            'ì' | 'í' | 'î' | 'ï' => slug.push('i'),
            'ò' | 'ó' | 'ô' | 'ö' => slug.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => slug.push('u'),
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    while slug.ends_with('-') {
        slug.pop();
    }
    if slug.is_empty() {
        "sezione".to_owned()
    } else {
        slug
    }
}

#[cfg(test)]
mod tests;
