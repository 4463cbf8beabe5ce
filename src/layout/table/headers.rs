//! Which cells head which (ISO 32000-1, table 349: `Headers`).
//!
//! One row of column headers needs no more than `Scope`. When headers span, or stand in several rows,
//! every header cell gets a name and every cell names its headers: those of its columns, from the
//! outermost in, then those of its rows.

use std::collections::BTreeMap;

use super::Part;
use super::grid::{Grid, Placed};
use crate::document::CellRole;
use crate::layout::tags::{CellNames, CellShape};

/// A header cell and its name.
#[derive(Debug, Clone)]
struct Header<'a> {
    cell: Placed<'a>,
    id: String,
}

/// The header cells of a table; none when scopes tell everything.
#[derive(Debug, Clone, Default)]
pub(super) struct Headers<'a> {
    /// Those of the header rows.
    columns: Vec<Header<'a>>,
    /// Those of the rows of body and footer, by section and row.
    rows: BTreeMap<(Part, usize), Vec<Header<'a>>>,
}

impl<'a> Headers<'a> {
    /// The headers of table number `table`.
    pub(super) fn of(grid: &Grid<'a>, table: usize) -> Self {
        let mut headers = Self::default();
        if !needs_names(grid) {
            return headers;
        }
        let mut count = 0;
        let mut named = |cell: &Placed<'a>| {
            count += 1;
            Header {
                cell: *cell,
                id: format!("t{table}h{count}"),
            }
        };
        let is_header = |cell: &&Placed<'_>| is_header(cell);
        let columns = grid.header.rows.iter().flatten().filter(is_header);
        headers.columns = columns.map(&mut named).collect();
        for (part, section) in [(Part::Body, &grid.body), (Part::Footer, &grid.footer)] {
            for cell in section.rows.iter().flatten().filter(is_header) {
                let header = named(cell);
                for row in cell.row..cell.row + cell.rows {
                    let known = headers.rows.entry((part, row)).or_default();
                    known.push(header.clone());
                }
            }
        }
        headers
    }

    /// A cell's extent with its own name and those of its headers.
    pub(super) fn shape(&self, part: Part, cell: &Placed<'_>) -> CellShape {
        let mut names = CellNames::default();
        for header in &self.columns {
            let own = part == Part::Header && same_place(&header.cell, cell);
            let above = part != Part::Header
                || header.cell.row < cell.row && header.cell.role == CellRole::ColumnHeader;
            if own {
                names.id = Some(header.id.clone());
            } else if above && header.cell.shares_column(cell) {
                names.headers.push(header.id.clone());
            }
        }
        for row in cell.row..cell.row + cell.rows {
            for header in self.rows.get(&(part, row)).into_iter().flatten() {
                if same_place(&header.cell, cell) {
                    names.id = Some(header.id.clone());
                } else if header.cell.role == CellRole::RowHeader
                    && header.cell.column < cell.column
                    && header.cell.shares_row(cell)
                    && !names.headers.contains(&header.id)
                {
                    names.headers.push(header.id.clone());
                }
            }
        }
        let named = names.id.is_some() || !names.headers.is_empty();
        CellShape {
            columns: u32::try_from(cell.columns).unwrap_or(u32::MAX),
            rows: u32::try_from(cell.rows).unwrap_or(u32::MAX),
            names: named.then(|| Box::new(names)),
        }
    }
}

const fn same_place(one: &Placed<'_>, other: &Placed<'_>) -> bool {
    one.row == other.row && one.column == other.column
}

const fn is_header(cell: &Placed<'_>) -> bool {
    matches!(cell.role, CellRole::ColumnHeader | CellRole::RowHeader)
}

fn needs_names(grid: &Grid<'_>) -> bool {
    let spans = |cell: &Placed<'_>| is_header(cell) && (cell.columns > 1 || cell.rows > 1);
    grid.header.rows.len() > 1
        || [&grid.header, &grid.body, &grid.footer]
            .iter()
            .flat_map(|section| section.rows.iter().flatten())
            .any(spans)
}
