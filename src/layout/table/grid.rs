//! A table as a grid: every cell knows its column and its row, every place has a cell.
//!
//! Rows of a [`Table`] are written as in HTML, without the places that a cell above covers. Here they
//! get them back. What does not fit is mended, never dropped: a span that leaves the section ends
//! with it, a row that is too short gets empty cells, a row that is too long makes the table wider
//! (PDF/UA-1, 7.5 asks that a table be regular).

use crate::document::{Align, Block, CellRole, Row, Table};

/// A cell and its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'a> {
    /// Its content.
    pub(super) content: &'a [Block],
    /// What it is to others.
    pub(super) role: CellRole,
    /// Its first column.
    pub(super) column: usize,
    /// How many columns it covers.
    pub(super) columns: usize,
    /// Its first row in the section.
    pub(super) row: usize,
    /// How many rows it covers.
    pub(super) rows: usize,
    /// Its own alignment.
    pub(super) align: Option<Align>,
}

impl Placed<'_> {
    /// Whether both stand in a common column.
    pub(super) const fn shares_column(&self, other: &Self) -> bool {
        self.column < other.column + other.columns && other.column < self.column + self.columns
    }

    /// Whether both stand in a common row of their section.
    pub(super) const fn shares_row(&self, other: &Self) -> bool {
        self.row < other.row + other.rows && other.row < self.row + self.rows
    }
}

/// The cells of a header, a body or a footer, row by row.
#[derive(Debug, Clone, Default)]
pub(super) struct Section<'a> {
    /// The cells of each row, in order of columns.
    pub(super) rows: Vec<Vec<Placed<'a>>>,
}

/// The three sections, equally wide.
#[derive(Debug, Clone)]
pub(super) struct Grid<'a> {
    /// Header rows.
    pub(super) header: Section<'a>,
    /// Body rows.
    pub(super) body: Section<'a>,
    /// Closing rows.
    pub(super) footer: Section<'a>,
    /// How many columns there are.
    pub(super) columns: usize,
}

impl<'a> Grid<'a> {
    pub(super) fn of(table: &'a Table) -> Self {
        let (header, body, footer) = sections(table);
        let declared = table.columns.len().max(1);
        let columns = [header, body, footer]
            .into_iter()
            .map(|rows| place(rows, declared, declared).1)
            .fold(declared, usize::max);
        let [header, body, footer] =
            [header, body, footer].map(|rows| place(rows, declared, columns).0);
        Self {
            header,
            body,
            footer,
            columns,
        }
    }
}

/// The rows of the sections. A header or footer with no body between them is a body itself: a table
/// must have one (PDF/UA-1, 7.2).
fn sections(table: &Table) -> (&[Row], &[Row], &[Row]) {
    let (header, body, footer) = (&*table.header, &*table.body, &*table.footer);
    match (header, body, footer) {
        (header, [], []) => (&[], header, &[]),
        (header, [], footer) => (header, footer, &[]),
        whole => whole,
    }
}

/// Places the cells of a section written for `declared` columns and fills its rows to `columns`; also
/// says how many columns it needs.
fn place(rows: &[Row], declared: usize, columns: usize) -> (Section<'_>, usize) {
    // For each column, the first row that no cell from above covers.
    let mut free_from = vec![0; declared];
    let mut section = Section::default();
    for (row, written) in rows.iter().enumerate() {
        let mut placed: Vec<Placed<'_>> = Vec::with_capacity(columns);
        let mut column = 0;
        for cell in &written.cells {
            while free_from.get(column).is_some_and(|from| *from > row) {
                column += 1;
            }
            let room = free_from
                .iter()
                .skip(column)
                .take_while(|from| **from <= row)
                .count();
            let span = cell.columns.clamp(1, room.max(1));
            let down = cell.rows.clamp(1, rows.len() - row);
            if column + span > free_from.len() {
                free_from.resize(column + span, 0);
            }
            for from in free_from.iter_mut().skip(column).take(span) {
                *from = row + down;
            }
            placed.push(Placed {
                content: &cell.content,
                role: cell.role,
                column,
                columns: span,
                row,
                rows: down,
                align: cell.align,
            });
            column += span;
        }
        fill(&mut placed, &free_from, row, columns);
        section.rows.push(placed);
    }
    (section, free_from.len())
}

/// Puts empty cells where a row has none.
fn fill(placed: &mut Vec<Placed<'_>>, free_from: &[usize], row: usize, columns: usize) {
    for column in 0..columns {
        if free_from.get(column).is_none_or(|from| *from <= row) {
            placed.push(Placed {
                content: &[],
                role: CellRole::Data,
                column,
                columns: 1,
                row,
                rows: 1,
                align: None,
            });
        }
    }
    placed.sort_by_key(|cell| cell.column);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Cell, Column, ColumnWidth};

    fn table(widths: usize, body: Vec<Vec<Cell>>) -> Table {
        let column = Column {
            width: ColumnWidth::Content,
            align: Align::Start,
        };
        Table {
            caption: None,
            columns: vec![column; widths],
            header: Vec::new(),
            body: body.into_iter().map(|cells| Row { cells }).collect(),
            footer: Vec::new(),
        }
    }

    fn cell() -> Cell {
        Cell::text(CellRole::Data, "x")
    }

    fn places(table: &Table) -> Vec<Vec<(usize, usize, usize)>> {
        let grid = Grid::of(table);
        let rows = grid.body.rows.iter();
        rows.map(|row| {
            row.iter()
                .map(|cell| (cell.column, cell.columns, cell.rows))
                .collect()
        })
        .collect()
    }

    #[test]
    fn a_cell_that_spans_rows_moves_the_next_row_to_the_right() {
        let table = table(2, vec![vec![cell().down(2), cell()], vec![cell()]]);
        assert_eq!(
            places(&table),
            [vec![(0, 1, 2), (1, 1, 1)], vec![(1, 1, 1)]]
        );
    }

    #[test]
    fn short_rows_are_filled_and_long_rows_widen_the_table() {
        let table = table(1, vec![vec![cell(), cell()], vec![cell()]]);
        assert_eq!(
            places(&table),
            [vec![(0, 1, 1), (1, 1, 1)], vec![(0, 1, 1), (1, 1, 1)]]
        );
    }

    #[test]
    fn a_row_that_is_too_long_does_not_widen_the_spans_of_its_cells() {
        let table = table(0, vec![vec![cell().across(2), cell()]]);
        assert_eq!(places(&table), [vec![(0, 1, 1), (1, 1, 1)]]);
    }

    #[test]
    fn a_table_always_has_a_body() {
        let mut table = table(1, vec![vec![cell()]]);
        std::mem::swap(&mut table.body, &mut table.footer);
        let grid = Grid::of(&table);
        assert_eq!((grid.body.rows.len(), grid.footer.rows.len()), (1, 0));
    }

    #[test]
    fn spans_end_with_the_table() {
        let table = table(2, vec![vec![cell().across(9).down(9)], vec![]]);
        assert_eq!(places(&table), [vec![(0, 2, 2)], vec![]]);
    }
}
