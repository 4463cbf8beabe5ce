//! Tables: header rows, spans, and what each cell is to the cells around it.

use super::{Block, Inline};

/// A table of data: header rows, body rows, closing rows (totals).
///
/// Cells stand row by row in reading order; a cell that spans rows is written once, in its first
/// row, as in HTML. A table inside a cell is laid out too, but a column narrower than a letter lets it
/// stand out of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What the table is about; shown above it.
    pub caption: Option<Vec<Inline>>,
    /// One hint per column: their number is the table's width in cells.
    pub columns: Vec<Column>,
    /// Repeated on every page that the table touches.
    pub header: Vec<Row>,
    /// The data.
    pub body: Vec<Row>,
    /// Totals, kept with the last row of the body.
    pub footer: Vec<Row>,
}

/// How a column asks for room and sets its text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its share of the width.
    pub width: ColumnWidth,
    /// How its cells are aligned.
    pub align: Align,
}

/// A column's claim on the width of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ColumnWidth {
    /// As wide as its longest line, if there is room for it.
    Content,
    /// A share of what the other columns leave, in proportion to the number.
    Share(f32),
}

/// Where text stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Left, ragged right.
    Start,
    /// Right, for figures.
    End,
    /// Centre.
    Center,
}

/// A row of cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells, without those that a row above spans into it.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its content; an empty list is an empty cell.
    pub content: Vec<Block>,
    /// Whether it is data or the header of data.
    pub role: CellRole,
    /// How many columns it covers, at least 1.
    pub columns: usize,
    /// How many rows it covers, at least 1.
    pub rows: usize,
    /// Its own alignment, instead of its column's.
    pub align: Option<Align>,
}

/// What a cell is to the cells around it (ISO 32000-1, table 349, `Scope`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellRole {
    /// Header of the cells below it.
    ColumnHeader,
    /// Header of the cells after it in its row (and of all the rows it spans).
    RowHeader,
    /// Data.
    Data,
    /// Data that sums up the rows above.
    Total,
}

impl Cell {
    /// A cell of one row and one column.
    #[must_use]
    pub const fn new(role: CellRole, content: Vec<Block>) -> Self {
        Self {
            content,
            role,
            columns: 1,
            rows: 1,
            align: None,
        }
    }

    /// A cell of plain words.
    pub fn text(role: CellRole, words: impl Into<String>) -> Self {
        Self::new(role, vec![Block::paragraph(words)])
    }

    /// The same cell over `columns` columns.
    #[must_use]
    pub const fn across(mut self, columns: usize) -> Self {
        self.columns = columns;
        self
    }

    /// The same cell over `rows` rows.
    #[must_use]
    pub const fn down(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// The same cell with an alignment of its own.
    #[must_use]
    pub const fn aligned(mut self, align: Align) -> Self {
        self.align = Some(align);
        self
    }
}
