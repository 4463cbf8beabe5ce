//! Tables: prepared cell by cell, set as groups of rows.
//!
//! A table becomes strips like every other block: its title, its header rows (one strip), its body
//! (one strip for every row, or for rows that a spanning cell ties together), its totals. Pagination
//! repeats the header strip, as an artifact, at the top of each page that starts inside the body.
//!
//! For readers who do not see it, every header cell says what it heads (`Scope`); where headers span
//! or stand in several rows, cells also name their headers (`Headers`), as PDF/UA-1, 7.5 asks.

mod columns;
mod grid;
pub(super) mod group;
mod headers;
mod setting;

use self::columns::Claim;
use self::grid::{Grid, Placed, Section};
use self::headers::Headers;
use super::composer::{Composer, Manner, Prepared};
use super::faces::FaceKey;
use super::lines::Extent;
use super::set::extent;
use super::strip::TableId;
use super::style::{Colour, TextStyle};
use super::tags::{CellShape, Scope, Tag};
use super::text::{Paragraph, Setting};
use super::tree::NodeId;
use crate::document::{Align, CellRole, Column, ColumnWidth, Table};

/// A prepared table.
#[derive(Debug, Clone)]
pub(super) struct PreparedTable {
    id: TableId,
    caption: Option<Paragraph>,
    hints: Vec<ColumnWidth>,
    header: Vec<PreparedRow>,
    body: Vec<PreparedRow>,
    footer: Vec<PreparedRow>,
    size: f64,
    pads: (f64, f64),
    gap: f64,
}

/// A row: cells in order of columns.
type PreparedRow = Vec<PreparedCell>;

#[derive(Debug, Clone)]
struct PreparedCell {
    column: usize,
    columns: usize,
    rows: usize,
    ground: Option<Colour>,
    content: Vec<Prepared>,
}

/// Which part of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Header,
    Body,
    Footer,
}

impl Composer<'_> {
    pub(super) fn prepare_table(
        &mut self,
        table: &Table,
        parent: NodeId,
        manner: Manner,
    ) -> PreparedTable {
        let grid = Grid::of(table);
        let id = TableId(self.tables);
        self.tables += 1;
        let node = self.tree.child(parent, Tag::Table);
        let caption = table.caption.as_ref().map(|words| {
            let caption = self.tree.child(node, Tag::Caption);
            let setting = Setting::of(self.style.caption, FaceKey::Bold);
            self.paragraph(words, caption, setting)
        });
        let headers = Headers::of(&grid, id.0);
        let mut prepare = |section: &Section<'_>, part| {
            self.prepare_section(section, part, node, (table, &headers), manner)
        };
        let (header, body, footer) = (
            prepare(&grid.header, Part::Header),
            prepare(&grid.body, Part::Body),
            prepare(&grid.footer, Part::Footer),
        );
        let hints = (0..grid.columns)
            .map(|column| {
                table
                    .columns
                    .get(column)
                    .map_or(ColumnWidth::Content, |own| own.width)
            })
            .collect();
        PreparedTable {
            id,
            caption: caption.filter(|words| !words.is_empty()),
            hints,
            header,
            body,
            footer,
            size: self.style.table.text.size,
            pads: (self.style.table.pad_x, self.style.table.pad_y),
            gap: manner.block_gap,
        }
    }

    fn prepare_section(
        &mut self,
        section: &Section<'_>,
        part: Part,
        table_node: NodeId,
        (table, headers): (&Table, &Headers<'_>),
        manner: Manner,
    ) -> Vec<PreparedRow> {
        if section.rows.is_empty() {
            return Vec::new();
        }
        let tag = match part {
            Part::Header => Tag::TableHead,
            Part::Body => Tag::TableBody,
            Part::Footer => Tag::TableFoot,
        };
        let node = self.tree.child(table_node, tag);
        section
            .rows
            .iter()
            .map(|row| {
                let node = self.tree.child(node, Tag::TableRow);
                row.iter()
                    .map(|cell| {
                        let column = table.columns.get(cell.column).copied();
                        let shape = headers.shape(part, cell);
                        self.prepare_cell(cell, part, column, shape, node, manner)
                    })
                    .collect()
            })
            .collect()
    }

    fn prepare_cell(
        &mut self,
        cell: &Placed<'_>,
        part: Part,
        column: Option<Column>,
        shape: CellShape,
        row: NodeId,
        manner: Manner,
    ) -> PreparedCell {
        let tag = match cell.role {
            CellRole::ColumnHeader => Tag::HeaderCell(Scope::Column, shape),
            CellRole::RowHeader => Tag::HeaderCell(Scope::Row, shape),
            CellRole::Data | CellRole::Total => Tag::DataCell(shape),
        };
        let node = self.tree.child(row, tag);
        let style = self.style.table;
        let strong = cell.role == CellRole::ColumnHeader || cell.role == CellRole::Total;
        let (face, colour) = if strong {
            (FaceKey::Bold, style.strong_rule_colour)
        } else {
            (FaceKey::Regular, style.text.colour)
        };
        let text = TextStyle {
            colour,
            ..style.text
        };
        let align = cell
            .align
            .or(column.map(|column| column.align))
            .unwrap_or(Align::Start);
        let inner = Manner {
            face,
            align,
            ..manner.of_cell(text, style.pad_y * 0.8)
        };
        let ground = match (part, cell.role) {
            (Part::Header, _) | (_, CellRole::ColumnHeader) => Some(style.header_ground),
            (Part::Footer, _) => Some(style.total_ground),
            _ => None,
        };
        PreparedCell {
            column: cell.column,
            columns: cell.columns,
            rows: cell.rows,
            ground,
            content: self.prepare_item(cell.content, node, inner),
        }
    }
}

impl PreparedTable {
    /// How narrow and how wide it can be.
    pub(super) fn extent(&self) -> Extent {
        let sum = |of: fn(&Extent) -> f64| self.extents().iter().map(of).sum();
        Extent {
            divided: sum(|extent| extent.divided),
            word: sum(|extent| extent.word),
            line: sum(|extent| extent.line),
        }
    }

    /// The same table with smaller letters and less white space.
    pub(super) fn scale(&mut self, by: f64) {
        self.size *= by;
        self.pads = (self.pads.0 * by, self.pads.1 * by);
        let rows = [&mut self.header, &mut self.body, &mut self.footer];
        for cell in rows.into_iter().flatten().flatten() {
            cell.content.iter_mut().for_each(|block| block.scale(by));
        }
    }

    fn extents(&self) -> Vec<Extent> {
        let claim = |cell: &PreparedCell, part| {
            let mut own = extent(&cell.content);
            if part == Part::Header {
                // A long header over short figures does not make the column wide: it has lines.
                own.line = own.word;
            }
            Claim {
                column: cell.column,
                columns: cell.columns,
                extent: own.widened(2.0 * self.pads.0 + 0.1),
            }
        };
        let sections = [
            (&self.header, Part::Header),
            (&self.body, Part::Body),
            (&self.footer, Part::Footer),
        ];
        let claims: Vec<Claim> = sections
            .into_iter()
            .flat_map(|(rows, part)| rows.iter().flatten().map(move |cell| claim(cell, part)))
            .collect();
        columns::extents(self.hints.len(), &claims)
    }
}
