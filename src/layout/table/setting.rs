//! Tables get their width: columns, then rows, then rules.

use super::columns;
use super::group::{RowGroup, Rule, SetCell};
use super::{Part, PreparedRow, PreparedTable};
use crate::document::Align;
use crate::layout::composer::Composer;
use crate::layout::strip::{self, Keep, Strip, TableId};

/// Steps by which the text of a table that is too wide shrinks.
const SHRINK: f64 = 0.94;

/// The part of a page below which a table is not torn at all.
const SMALL: f64 = 0.25;

impl Composer<'_> {
    /// Sets a table as strips; each row is dropped when it is set.
    pub(in super::super) fn set_table(
        &mut self,
        mut table: PreparedTable,
        width: f64,
    ) -> Vec<Strip> {
        while columns::least(&table.extents()) > width
            && table.size * SHRINK >= self.style.table.smallest_size
        {
            table.scale(SHRINK);
        }
        let widths = columns::widths(&table.hints, &table.extents(), width);
        let frame = Frame {
            id: table.id,
            pads: table.pads,
            widths,
            headed: !table.header.is_empty(),
        };
        let mut strips = Vec::new();
        if let Some(caption) = &table.caption {
            strips = self.set(caption, width, Align::Start);
            for strip in &mut strips {
                strip.keep = Keep::WithNext;
            }
            strip::space(&mut strips, 0.0, 5.0);
        }
        let header = self.set_rows(&frame, table.header, Part::Header);
        strips.extend(header.into_iter().map(|mut strip| {
            strip.keep = Keep::WithNext;
            strip
        }));
        let mut body = self.set_rows(&frame, table.body, Part::Body);
        if frame.headed {
            for strip in &mut body {
                strip.table = Some(frame.id);
            }
        }
        let mut footer = self.set_rows(&frame, table.footer, Part::Footer);
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
    fn set_rows(&mut self, frame: &Frame, rows: Vec<PreparedRow>, part: Part) -> Vec<Strip> {
        let ends = match part {
            Part::Header | Part::Footer if rows.is_empty() => Vec::new(),
            Part::Header | Part::Footer => vec![rows.len()],
            Part::Body => group_ends(&rows),
        };
        let count = rows.len();
        let mut rows = rows.into_iter();
        let mut start = 0;
        let mut strips = Vec::with_capacity(ends.len());
        for end in ends {
            let edges = Edges {
                first: start == 0,
                last: end == count,
                part,
            };
            let group = rows.by_ref().take(end - start).collect();
            let mut strip = Strip::rows(self.set_group(frame, group, edges));
            if part == Part::Header {
                strip.table_head = Some(frame.id);
            }
            strips.push(strip);
            start = end;
        }
        strips
    }

    fn set_group(&mut self, frame: &Frame, rows: Vec<PreparedRow>, edges: Edges) -> RowGroup {
        let mut cells = Vec::new();
        let count = rows.len();
        for (row, prepared) in rows.into_iter().enumerate() {
            for cell in prepared {
                let x = frame.widths.iter().take(cell.column).sum();
                let own = frame.widths.iter().skip(cell.column).take(cell.columns);
                let width: f64 = own.sum();
                let pad_x = frame.pads.0.min(width * 0.15);
                let is_last = row + cell.rows >= count;
                cells.push(SetCell {
                    x,
                    width,
                    pad_x,
                    pad_y: frame.pads.1,
                    row,
                    rows: cell.rows,
                    ground: cell.ground,
                    rule: Some(if is_last {
                        self.last_rule(edges)
                    } else {
                        self.thin_rule()
                    }),
                    top_rule: self.rule_above(frame, edges, row),
                    content: self.set_all(cell.content, width - 2.0 * pad_x),
                });
            }
        }
        RowGroup::new(cells, count, self.thin_rule())
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

    fn rule_above(&self, frame: &Frame, edges: Edges, row: usize) -> Option<Rule> {
        let bare = !frame.headed && edges.part == Part::Body;
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

/// What the rows of a table share.
struct Frame {
    id: TableId,
    /// White space beside and above the content of cells, pt.
    pads: (f64, f64),
    /// The columns' widths, pt.
    widths: Vec<f64>,
    /// Whether it has header rows.
    headed: bool,
}

/// Where a group of rows stands in its table.
#[derive(Debug, Clone, Copy)]
struct Edges {
    part: Part,
    first: bool,
    last: bool,
}

/// Where the groups of rows end that cells tie together.
fn group_ends(rows: &[PreparedRow]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        start = group_end(rows, start);
        ends.push(start);
    }
    ends
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
