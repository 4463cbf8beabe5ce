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
mod links;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

pub use self::links::is_language;
use super::Block;

/// Deepest nesting accepted: a list in a list in a list, with emphasis, has nine levels.
const DEEPEST: usize = 24;

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
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST;
    if let Some(span) = too_deep(markdown, options) {
        let kind = FaultKind::TooDeep;
        return Parsed {
            faults: vec![Fault { span, kind }],
            ..Parsed::default()
        };
    }
    let events = Parser::new_ext(markdown, options).into_offset_iter();
    let mut builder = builder::Builder::new(markdown);
    for (event, span) in events {
        builder.take(event, span);
    }
    builder.finish()
}

/// Where a text is nested deeper than what is made of it could bear.
fn too_deep(markdown: &str, options: Options) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    for (event, span) in Parser::new_ext(markdown, options).into_offset_iter() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(span.start..span.start);
        }
    }
    None
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
