//! What the elements of the structure tree mean: the standard structure types of ISO 32000-1, 14.8.4, and what
//! some of them say besides.

/// The meaning of an element: the standard structure types of ISO 32000-1, 14.8.4.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tag {
    /// `H1` to `H6`.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list, and what its labels are.
    List(Numbering),
    /// An item of a list.
    ListItem,
    /// The label of an item.
    Label,
    /// The content of an item.
    ListBody,
    /// A table.
    Table,
    /// The title of a table.
    Caption,
    /// Its header rows.
    TableHead,
    /// Its rows.
    TableBody,
    /// Its totals.
    TableFoot,
    /// A row.
    TableRow,
    /// A cell that heads others.
    HeaderCell(Scope, CellShape),
    /// A cell of data.
    DataCell(CellShape),
    /// A table of contents, or a deeper level of one.
    Contents,
    /// A line of it.
    ContentsItem,
    /// What points to another place of the document.
    Reference,
    /// What can be clicked.
    Link,
    /// Words of importance; maps to `Span`.
    Strong,
    /// Words with stress; maps to `Span`.
    Emphasis,
    /// Words no longer valid: a `Span` with a line through it.
    Struck,
    /// Words of a machine.
    Code,
    /// Somebody else's words.
    Quote,
    /// Something to see, with the words that stand for it.
    Figure(Box<str>),
    /// Blocks that belong together without a meaning of their own: a figure and its caption.
    Division,
    /// A footnote, by its name in the file.
    Note(Box<str>),
    /// Words of another language (BCP 47): a `Span` with a language.
    Foreign(Box<str>),
    /// A short form: a `Span` with what it stands for.
    Abbreviation(Box<str>),
}

impl Tag {
    /// Whether it is part of a line rather than a block of its own.
    #[must_use]
    pub const fn is_inline(&self) -> bool {
        matches!(
            self,
            Self::Reference
                | Self::Link
                | Self::Strong
                | Self::Emphasis
                | Self::Struck
                | Self::Code
                | Self::Foreign(_)
                | Self::Abbreviation(_)
        )
    }
}

/// What the labels of a list are (ISO 32000-1, table 347).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// Terms and meanings.
    None,
    /// Bullets.
    Disc,
    /// 1, 2, 3.
    Decimal,
}

/// What a header cell heads (ISO 32000-1, table 349).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The cells below.
    Column,
    /// The cells after.
    Row,
}

/// A cell's extent, and its headers where scopes alone would not tell them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellShape {
    /// Columns covered.
    pub columns: u32,
    /// Rows covered.
    pub rows: u32,
    /// By which names it and its headers are known; seldom needed.
    pub names: Option<Box<CellNames>>,
}

impl CellShape {
    /// Its own name.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.names.as_ref()?.id.as_deref()
    }

    /// The names of its headers.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        self.names.as_ref().map_or(&[], |names| &names.headers)
    }
}

/// The names that tell which cells head which.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellNames {
    /// A cell's own name, for others to refer to.
    pub id: Option<String>,
    /// The names of its headers.
    pub headers: Vec<String>,
}
