//! A document as meaning, before it has pages.
//!
//! This module owns the vocabulary in which every PDF is said: headings, paragraphs, lists, tables
//! with header rows and spans, figures, footnotes, tables of contents. It never knows a coordinate, a font size or what
//! an objective is. Whoever writes a document ([`crate::allegati`]) speaks in these words;
//! [`crate::layout`] turns them into pages, [`crate::pdf`] turns pages into bytes.
//!
//! # Why meaning first
//!
//! A PDF that a blind citizen can read carries a second document beside the drawn one: a tree of
//! structure elements (ISO 32000-1, 14.8) that says *this is a heading of the second level, this is
//! the header of that column*. PDF/UA-1 (ISO 14289-1) asks that the tree be complete and in reading
//! order. If the tree is guessed afterwards from what was drawn it is wrong; so the tree comes first
//! and the drawing follows from it.
//!
//! # The shape
//!
//! A [`Document`] is a list of [`Block`]s; blocks hold [`Inline`]s; lists and table cells hold blocks
//! again. Words are Unicode text without markup, in the language of [`Info::language`].

mod figure;
pub mod glossary;
mod inline;
pub mod markdown;
mod table;
pub mod walk;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use figure::{Bar, Bars, Figure, FigureContent, Interval, Task, Timeline};
pub use inline::{Footnote, Inline, Target, plain_text};
pub use table::{Align, Cell, CellRole, Column, ColumnWidth, Row, Table};

use crate::picture::Picture;

/// A whole document: what it is, what every page repeats, and its content in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Title, author, language, date: becomes the XMP metadata and the document information.
    pub info: Info,
    /// What stands at the head and foot of every page.
    pub running: Running,
    /// What a reference to a footnote is called, before its number, with its space: `"Nota "`.
    pub note_label: String,
    /// Whether the act that approves the document exists yet.
    pub status: Status,
    /// Whose document it is: above the title of its first page.
    pub letterhead: Option<Letterhead>,
    /// First page of its own, without running header; `None` for a document that starts at once.
    pub cover: Option<Cover>,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// The pictures that figures name.
    pub pictures: Pictures,
}

/// Pictures by the name that figures call them.
pub type Pictures = BTreeMap<String, Arc<Picture>>;

/// Whose document it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Letterhead {
    /// The body: *Comune di Caluso*.
    pub body: String,
    /// What stands under the body: *Città metropolitana di Torino*.
    pub detail: Option<String>,
    /// Its coat of arms.
    pub emblem: Option<Emblem>,
}

/// A coat of arms.
#[derive(Debug, Clone, PartialEq)]
pub struct Emblem {
    /// What is drawn.
    pub picture: Arc<Picture>,
    /// What it shows, for who does not see it. Never empty.
    pub alt: String,
}

/// A file that rides inside a document (ISO 19005-3, 6.8). With any the document is PDF/A-3, without
/// PDF/A-2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its file name.
    pub name: String,
    /// Its media type: `text/csv`.
    pub media_type: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What the document says of itself to catalogues and readers.
#[derive(Debug, Clone, PartialEq)]
pub struct Info {
    /// Shown in the window's title bar (PDF/UA-1 7.1 asks for it). Never empty.
    pub title: String,
    /// The body that publishes it.
    pub author: String,
    /// One sentence on the content.
    pub subject: String,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// BCP 47 tag of the main language, for example `it-IT`.
    pub language: String,
    /// The date of the document, from its content or `SOURCE_DATE_EPOCH`, never from the clock.
    pub date: chrono::NaiveDate,
}

/// What every page repeats. Drawn as artifacts: a screen reader skips it.
#[derive(Debug, Clone, PartialEq)]
pub struct Running {
    /// Head of the page, left.
    pub head_start: String,
    /// Head of the page, right.
    pub head_end: String,
    /// Foot of the page, left; the page number stands at its right.
    pub foot: String,
    /// How a page names itself.
    pub page_label: PageLabel,
}

/// The words around a page number: `before` n `between` m, as in *pagina 2 di 7*.
#[derive(Debug, Clone, PartialEq)]
pub struct PageLabel {
    /// Before the number of the page, with its space: `"pagina "`.
    pub before: String,
    /// Between the number of the page and the number of pages, with its spaces: `" di "`.
    pub between: String,
}

/// Whether the document may be taken for the approved one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// The approving act has a number.
    Approved,
    /// No act yet: the word stands on every page (drawn as an artifact) and once in the text.
    Draft {
        /// The word itself: `BOZZA`.
        label: String,
    },
}

/// The first page of a document that has one.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// The document's title. It is the document's only H1.
    pub title: String,
    /// What stands under the title: *Anno 2023*.
    pub subtitle: Option<String>,
    /// Lines at the foot of the cover: the act, the date.
    pub notes: Vec<String>,
}

/// Names a place that links and the table of contents can lead to. Unique within a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Anchor(pub String);

/// A heading's depth, 1 to 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// The first level, the title of a document without a cover.
    pub const FIRST: Self = Self(1);

    /// A level clamped to 1–6.
    #[must_use]
    pub const fn new(depth: u8) -> Self {
        match depth {
            0 => Self(1),
            1..=6 => Self(depth),
            _ => Self(6),
        }
    }

    /// The depth, 1 to 6.
    #[must_use]
    pub const fn depth(self) -> u8 {
        self.0
    }
}

/// One piece of content, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading, in the bookmarks and in the table of contents.
    Heading {
        /// Its depth; depths never jump (PDF/UA-1 7.4.2).
        level: Level,
        /// Its words.
        content: Vec<Inline>,
        /// Where links to it lead.
        anchor: Anchor,
    },
    /// Running text.
    Paragraph {
        /// Its words.
        content: Vec<Inline>,
        /// How it stands out from the text around it.
        role: ParagraphRole,
    },
    /// A bulleted or numbered list.
    List(List),
    /// A table of data.
    Table(Table),
    /// The table of contents, made from the headings that follow in the document.
    Contents {
        /// The heading above it.
        title: String,
        /// The deepest level of heading shown.
        depth: Level,
    },
    /// Terms, each with what it means.
    Definitions(Vec<Definition>),
    /// Something to see, with words for who does not.
    Figure(Figure),
    /// Who signed, side by side where there is room.
    Signatures(Vec<Signature>),
    /// Content on pages turned on their side, for wide tables. Elsewhere than at the top of a document
    /// the blocks stand as if they were not wrapped.
    Landscape(Vec<Block>),
    /// Somebody else's words, set off from the text.
    Quote(Vec<Block>),
    /// Text where every space counts.
    Preformatted(String),
    /// A pause between two thoughts, drawn as a thin line.
    Separator,
    /// What follows starts on a new page.
    PageBreak,
}

/// How a paragraph stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphRole {
    /// Ordinary text.
    Body,
    /// A few words under a title that say what follows; kept with it.
    Lead,
    /// Smaller text: sources, how a figure is computed.
    Note,
    /// Place and date at the end, or who signs.
    Closing,
}

/// Terms that mean the same, and what they mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    /// The terms; at least one.
    pub terms: Vec<Vec<Inline>>,
    /// Each of their meanings.
    pub meanings: Vec<Vec<Block>>,
}

/// A signature as printed acts show it (D.Lgs. 39/1993, art. 3 c. 2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// In which office: *Il Segretario comunale*.
    pub office: String,
    /// Who, with the formula: *F.to Nome Cognome*.
    pub name: String,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// Bullets or numbers.
    pub kind: ListKind,
    /// The items, each a list of blocks; nested lists are blocks of an item.
    pub items: Vec<Vec<Block>>,
}

/// What stands before each item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// A bullet.
    Bulleted,
    /// Consecutive numbers from `start`.
    Numbered {
        /// The first number.
        start: u64,
    },
}

impl Block {
    /// A paragraph of ordinary text.
    pub fn paragraph(words: impl Into<String>) -> Self {
        Self::words(ParagraphRole::Body, vec![Inline::text(words)])
    }

    /// A paragraph of some role, its words with their meaning.
    #[must_use]
    pub const fn words(role: ParagraphRole, content: Vec<Inline>) -> Self {
        Self::Paragraph { content, role }
    }

    /// A heading of plain words.
    pub fn heading(level: Level, words: impl Into<String>, anchor: impl Into<String>) -> Self {
        Self::Heading {
            level,
            content: vec![Inline::text(words)],
            anchor: Anchor(anchor.into()),
        }
    }
}
