//! A document as meaning, before it has pages.
//!
//! This module owns the vocabulary in which every PDF is said: headings, paragraphs, lists, tables
//! with header rows and spans, tables of contents. It never knows a coordinate, a font size or what
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

pub mod markdown;
mod table;

pub use table::{Align, Cell, CellRole, Column, ColumnWidth, Row, Table};

/// A whole document: what it is, what every page repeats, and its content in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Title, author, language, date: becomes the XMP metadata and the document information.
    pub info: Info,
    /// What stands at the head and foot of every page.
    pub running: Running,
    /// Whether the act that approves the document exists yet.
    pub status: Status,
    /// First page of its own, without running header; `None` for a document that starts at once.
    pub cover: Option<Cover>,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
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
    /// The body: *Comune di Caluso*.
    pub body: String,
    /// What stands under the body: *Città metropolitana di Torino*.
    pub body_detail: Option<String>,
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
    /// A line ends here, the paragraph goes on.
    LineBreak,
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

/// The words of some inlines, without their markup: for bookmarks, titles, searches.
#[must_use]
pub fn plain_text(content: &[Inline]) -> String {
    fn gather(content: &[Inline], words: &mut String) {
        for inline in content {
            match inline {
                Inline::Text(text) | Inline::Code(text) => words.push_str(text),
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Struck(inner)
                | Inline::Link { content: inner, .. } => gather(inner, words),
                Inline::LineBreak => words.push(' '),
            }
        }
    }
    let mut words = String::new();
    gather(content, &mut words);
    words
}
