//! Tables get their width: columns, then rows, then rules.

use std::borrow::Cow;

use super::columns;
use super::group::{RowGroup, Rule, SetCell};
use super::{Part, PreparedRow, PreparedTable};
use crate::document::Align;
use crate::layout::composer::Composer;
use crate::layout::strip::{self, Keep, Strip};

/// Steps by which the text of a table that is too wide shrinks.
const SHRINK: f64 = 0.94;

/// The part of a page below which a table is not torn at all.
const SMALL: f64 = 0.25;

impl Composer<'_> {
    /// Sets a table as strips.
    pub(in super::super) fn set_table(&mut self, table: &PreparedTable, width: f64) -> Vec<Strip> {
        let mut fitted = Cow::Borrowed(table);
        while columns::least(&fitted.extents()) > width
            && fitted.size * SHRINK >= self.style.table.smallest_size
        {
            fitted.to_mut().scale(SHRINK);
        }
        let table = fitted.as_ref();
        let extents = table.extents();
        let widths = columns::widths(&table.hints, &extents, width);
        let mut strips = Vec::new();
        if let Some(caption) = &table.caption {
            strips = self.set(caption, width, Align::Start);
            for strip in &mut strips {
                strip.keep = Keep::WithNext;
            }
            strip::space(&mut strips, 0.0, 5.0);
        }
        let header = self.set_rows(table, &table.header, &widths, Part::Header);
        let repeats = !header.is_empty();
        strips.extend(header.into_iter().map(|mut strip| {
            strip.keep = Keep::WithNext;
            strip
        }));
        let mut body = self.set_rows(table, &table.body, &widths, Part::Body);
        if repeats {
            for strip in &mut body {
                strip.table = Some(table.id);
            }
        }
        let mut footer = self.set_rows(table, &table.footer, &widths, Part::Footer);
        if !footer.is_empty() {
            strip::keep_with_next(&mut body);
        }
        strips.append(&mut body);
        strips.append(&mut footer);
        let (_, height) = strip::stack(&strips);
        if height < self.depth * SMALL {
            for strip in &mut strips {
                strip.keep = Keep::WithNext;
            }
        }
        // A header with nothing under it keeps nothing.
        if let Some(last) = strips.last_mut() {
            last.keep = Keep::Free;
        }
        strip::space(&mut strips, table.gap, table.gap);
        strips
    }

    /// Rows as strips: header and footer whole, the body group by group.
    fn set_rows(
        &mut self,
        table: &PreparedTable,
        rows: &[PreparedRow],
        widths: &[f64],
        part: Part,
    ) -> Vec<Strip> {
        let mut strips = Vec::new();
        let mut start = 0;
        while start < rows.len() {
            let end = match part {
                Part::Header | Part::Footer => rows.len(),
                Part::Body => group_end(rows, start),
            };
            let group = rows.get(start..end).unwrap_or_default();
            let edges = Edges {
                first: start == 0,
                last: end == rows.len(),
                part,
            };
            let mut strip = Strip::rows(self.set_group(table, group, widths, edges));
            if part == Part::Header {
                strip.table_head = Some(table.id);
            }
            strips.push(strip);
            start = end;
        }
        strips
    }

    fn set_group(
        &mut self,
        table: &PreparedTable,
        rows: &[PreparedRow],
        widths: &[f64],
        edges: Edges,
    ) -> RowGroup {
        let mut cells = Vec::new();
        for (row, prepared) in rows.iter().enumerate() {
            for cell in prepared {
                let x = widths.iter().take(cell.column).sum();
                let own = widths.iter().skip(cell.column).take(cell.columns);
                let width: f64 = own.sum();
                let pad_x = table.pads.0.min(width * 0.15);
                let is_last = row + cell.rows >= rows.len();
                cells.push(SetCell {
                    x,
                    width,
                    pad_x,
                    pad_y: table.pads.1,
                    row,
                    rows: cell.rows,
                    ground: cell.ground,
                    rule: Some(if is_last {
                        self.last_rule(edges)
                    } else {
                        self.thin_rule()
                    }),
                    top_rule: self.rule_above(table, edges, row),
                    content: self.set_all(&cell.content, width - 2.0 * pad_x),
                });
            }
        }
        RowGroup::new(cells, rows.len(), self.thin_rule())
    }

    /// The rule below the last row of a group.
    fn last_rule(&self, edges: Edges) -> Rule {
        let ends = match edges.part {
            Part::Header | Part::Footer => true,
            Part::Body => edges.last,
        };
        if ends {
            self.strong_rule()
        } else {
            self.thin_rule()
        }
    }

    fn rule_above(&self, table: &PreparedTable, edges: Edges, row: usize) -> Option<Rule> {
        let bare = table.header.is_empty() && edges.part == Part::Body;
        (bare && edges.first && row == 0).then(|| self.strong_rule())
    }

    const fn thin_rule(&self) -> Rule {
        Rule {
            thickness: self.style.table.rule,
            colour: self.style.table.rule_colour,
        }
    }

    const fn strong_rule(&self) -> Rule {
        Rule {
            thickness: self.style.table.strong_rule,
            colour: self.style.table.strong_rule_colour,
        }
    }
}

/// Where a group of rows stands in its table.
#[derive(Debug, Clone, Copy)]
struct Edges {
    part: Part,
    first: bool,
    last: bool,
}

/// The row after the last of those that cells tie to row `start`.
fn group_end(rows: &[PreparedRow], start: usize) -> usize {
    let mut end = start + 1;
    let mut row = start;
    while row < end.min(rows.len()) {
        let reach = rows
            .get(row)
            .into_iter()
            .flatten()
            .map(|cell| row + cell.rows)
            .max();
        end = end.max(reach.unwrap_or(end));
        row += 1;
    }
    end.min(rows.len())
}
