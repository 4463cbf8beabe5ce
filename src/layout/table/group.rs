//! Rows that stand or fall together: a row, or several tied by a cell that spans them.
//!
//! A group is whole as long as it fits on a page. One that is longer is cut: between two rows if it
//! can be, else between the lines of its cells, each cell going on where it stopped.

use super::super::pages::Shape;
use super::super::strip::{self, Body, Keep, Strip};
use super::super::style::Colour;

/// A thin or a strong line, or none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) struct Rule {
    /// Its thickness, pt.
    pub(in super::super) thickness: f64,
    /// Its colour.
    pub(in super::super) colour: Colour,
}

/// A cell with its place and its set content.
#[derive(Debug, Clone)]
pub(in super::super) struct SetCell {
    /// Left edge, from the table's.
    pub(in super::super) x: f64,
    /// Width.
    pub(in super::super) width: f64,
    /// White space at left and right of the content.
    pub(in super::super) pad_x: f64,
    /// White space above and below it.
    pub(in super::super) pad_y: f64,
    /// First row in the group.
    pub(in super::super) row: usize,
    /// How many rows.
    pub(in super::super) rows: usize,
    /// Its ground.
    pub(in super::super) ground: Option<Colour>,
    /// The line under it.
    pub(in super::super) rule: Option<Rule>,
    /// The line above it.
    pub(in super::super) top_rule: Option<Rule>,
    /// Its content.
    pub(in super::super) content: Vec<Strip>,
}

impl SetCell {
    fn height(&self) -> f64 {
        2.0f64.mul_add(self.pad_y, strip::stack(&self.content).1)
    }

    /// Cuts off what fits into `height`, at least nothing; the rest remains.
    fn cut(&mut self, height: f64) -> Vec<Strip> {
        let room = height - self.pad_y;
        let (tops, _) = strip::stack(&self.content);
        let fitting = tops
            .iter()
            .zip(&self.content)
            .take_while(|(top, strip)| *top + strip.height <= room + 0.01)
            .count();
        // Lines that should stay together do, unless nothing would be left here.
        let fitting = (1..=fitting)
            .rev()
            .find(|count| {
                let last = self.content.get(count - 1);
                last.is_none_or(|strip| strip.keep == Keep::Free)
            })
            .unwrap_or(fitting);
        let rest = self.content.split_off(fitting);
        let mut head = std::mem::replace(&mut self.content, rest);
        let split = match (self.content.first_mut(), tops.get(fitting)) {
            (Some(first), Some(top)) => match &mut first.body {
                Body::Rows(inner) => inner.split(room - top),
                _ => None,
            },
            _ => None,
        };
        if let (Some(part), Some(first)) = (split, self.content.first_mut()) {
            if let Body::Rows(rest) = &first.body {
                first.height = rest.height();
            }
            let mut piece = Strip::rows(part);
            (piece.x, piece.before) = (first.x, first.before);
            head.push(piece);
        }
        head
    }
}

/// Rows that belong together.
#[derive(Debug, Clone)]
pub(in super::super) struct RowGroup {
    cells: Vec<SetCell>,
    heights: Vec<f64>,
    /// The line where a page cuts the group.
    seam: Rule,
}

/// Where a cell stands in its group, pt.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct CellBox<'a> {
    /// The cell.
    pub(in super::super) cell: &'a SetCell,
    /// Its upper edge.
    pub(in super::super) y: f64,
    /// Its height.
    pub(in super::super) height: f64,
}

impl CellBox<'_> {
    /// Ground and rules.
    pub(in super::super) fn shapes(&self) -> impl Iterator<Item = Shape> {
        let cell = self.cell;
        let shape = move |y, height, colour| Shape {
            x: cell.x,
            y,
            width: cell.width,
            height,
            colour,
        };
        let (y, height) = (self.y, self.height);
        let ground = cell.ground.map(|colour| shape(y, height, colour));
        let above = cell
            .top_rule
            .map(|rule| shape(y, rule.thickness, rule.colour));
        let below = cell
            .rule
            .map(|rule| shape(y + height - rule.thickness, rule.thickness, rule.colour));
        [ground, above, below].into_iter().flatten()
    }
}

impl RowGroup {
    pub(in super::super) fn new(cells: Vec<SetCell>, rows: usize, seam: Rule) -> Self {
        let heights = heights(&cells, rows);
        Self {
            cells,
            heights,
            seam,
        }
    }

    /// Height of all rows.
    pub(in super::super) fn height(&self) -> f64 {
        self.heights.iter().sum()
    }

    /// The baseline of the first line of its first cell with text.
    pub(in super::super) fn baseline(&self) -> f64 {
        self.cells
            .iter()
            .find_map(|cell| {
                cell.content
                    .first()
                    .map(|strip| strip.baseline + cell.pad_y)
            })
            .unwrap_or_default()
    }

    /// The cells in reading order, with their places.
    pub(in super::super) fn boxes(&self) -> impl Iterator<Item = CellBox<'_>> {
        self.cells.iter().map(|cell| {
            let above = self.heights.iter().take(cell.row);
            let own = self.heights.iter().skip(cell.row).take(cell.rows);
            CellBox {
                cell,
                y: above.sum(),
                height: own.sum(),
            }
        })
    }

    /// Cuts off rows that fit into `height` and keeps the rest; `None` when nothing sensible fits.
    pub(in super::super) fn split(&mut self, height: f64) -> Option<Self> {
        let mut bottom = 0.0;
        let whole = self
            .heights
            .iter()
            .take_while(|own| {
                bottom += **own;
                bottom <= height + 0.01
            })
            .count();
        if whole == self.heights.len() {
            return None;
        }
        let (rows, kept) = if whole > 0 { (whole, whole) } else { (1, 0) };
        let above: f64 = self.heights.iter().take(whole).sum();
        let room = if whole > 0 { above } else { height };
        let part = self.cut(rows, kept, room)?;
        self.heights = heights(&self.cells, self.heights.len() - kept);
        Some(part)
    }

    /// Moves the first `rows` rows, or as much of them as `room` holds, into a group of their own;
    /// `kept` of them leave this one for good.
    fn cut(&mut self, rows: usize, kept: usize, room: f64) -> Option<Self> {
        let (mut head, mut tail) = (Vec::new(), Vec::new());
        let mut moved = kept > 0;
        for mut cell in std::mem::take(&mut self.cells) {
            if cell.row >= rows {
                cell.row -= kept;
                tail.push(cell);
                continue;
            }
            let last = cell.row + cell.rows;
            if last <= kept {
                head.push(cell);
                continue;
            }
            let above: f64 = self.heights.iter().take(cell.row).sum();
            let content = cell.cut(room - above);
            moved |= !content.is_empty();
            head.push(SetCell {
                rows: rows - cell.row,
                rule: Some(self.seam),
                content,
                ..cell.clone()
            });
            cell.rows = last - kept.max(cell.row);
            cell.row = cell.row.saturating_sub(kept);
            tail.push(cell);
        }
        self.cells = tail;
        moved.then(|| Self::new(head, rows, self.seam))
    }
}

/// Each row is as high as its highest cell; what a cell of several rows still needs goes to its last.
fn heights(cells: &[SetCell], rows: usize) -> Vec<f64> {
    let mut heights = vec![0.0f64; rows];
    for cell in cells.iter().filter(|cell| cell.rows == 1) {
        if let Some(height) = heights.get_mut(cell.row) {
            *height = height.max(cell.height());
        }
    }
    for cell in cells.iter().filter(|cell| cell.rows > 1) {
        let own = heights.iter().skip(cell.row).take(cell.rows);
        let lack = cell.height() - own.sum::<f64>();
        if lack > 0.0
            && let Some(last) = heights.get_mut(cell.row + cell.rows - 1)
        {
            *last += lack;
        }
    }
    heights
}
