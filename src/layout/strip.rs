//! Strips: the column of a document before it is cut into pages.
//!
//! Composing turns blocks into a list of strips, each as high as what it holds: a line of text, a
//! group of table rows, a thin line. Positions inside a strip are relative to its upper left corner,
//! so a strip can be put on any page. Only groups of rows can be cut; everything else is whole.

use super::faces::FaceKey;
use super::pages::{Graphic, Shape, Text};
use super::style::Colour;
use super::table::group::RowGroup;
use super::tree::{LinkId, NodeId, SlotId};

/// Whether a page may end between a strip and the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// It may.
    Free,
    /// It should not.
    WithNext,
}

/// A piece of the column.
#[derive(Debug, Clone)]
pub(super) struct Strip {
    /// Indent, pt.
    pub(super) x: f64,
    /// White space above; the larger of this and the white space below the strip before counts.
    pub(super) before: f64,
    /// White space below.
    pub(super) after: f64,
    /// Its height without them.
    pub(super) height: f64,
    /// The baseline of its first line, from its top.
    pub(super) baseline: f64,
    /// Whether the next strip must follow on the same page.
    pub(super) keep: Keep,
    /// What it holds.
    pub(super) body: Body,
    /// The heading that starts here.
    pub(super) heading: Option<usize>,
    /// The table whose header rows are repeated when a page starts with this strip.
    pub(super) table: Option<TableId>,
    /// The table whose header rows this strip is.
    pub(super) table_head: Option<TableId>,
    /// The footnotes that it refers to first, by number: they stand at the foot of its page.
    pub(super) notes: Vec<usize>,
    /// The footnote that starts here.
    pub(super) note: Option<usize>,
}

/// A table with header rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TableId(pub(super) usize);

/// What a strip holds.
#[derive(Debug, Clone)]
pub(super) enum Body {
    /// Text and shapes, whole.
    Items(Vec<Item>),
    /// Rows of a table that belong together.
    Rows(RowGroup),
    /// Nothing: the page ends here.
    PageBreak,
}

/// What is drawn, relative to its strip.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// Text that is read.
    Text {
        /// Where it hangs in the tree.
        slot: SlotId,
        /// The text.
        text: Text,
    },
    /// A rectangle.
    Shape(Shape),
    /// What a figure shows.
    Graphic {
        /// The figure.
        figure: NodeId,
        /// Where it hangs in the tree.
        slot: SlotId,
        /// What is drawn.
        graphic: Graphic,
    },
    /// A clickable area: `x`, `y`, `width`, `height`.
    Area {
        /// Its link.
        link: LinkId,
        /// Its place; the colour means nothing.
        place: [f64; 4],
    },
    /// The number of the page on which a heading stands, with dots that lead to it.
    PageNumber(PageNumber),
}

/// A page number that is known once the pages are.
#[derive(Debug, Clone, Copy)]
pub(super) struct PageNumber {
    /// Which heading.
    pub(super) heading: usize,
    /// Where the dots start.
    pub(super) left: f64,
    /// Where the number ends.
    pub(super) right: f64,
    /// The baseline.
    pub(super) y: f64,
    /// Where the number hangs in the tree.
    pub(super) slot: SlotId,
    /// The face.
    pub(super) face: FaceKey,
    /// The size, pt.
    pub(super) size: f64,
    /// The colour of the number.
    pub(super) colour: Colour,
}

impl Item {
    /// The branch of the tree on which it hangs.
    fn branch(&self) -> Option<usize> {
        match self {
            Self::Text { slot, .. } | Self::Graphic { slot, .. } => Some(slot.branch()),
            Self::Area { link, .. } => Some(link.branch()),
            Self::PageNumber(number) => Some(number.slot.branch()),
            Self::Shape(_) => None,
        }
    }
}

impl Strip {
    /// A whole strip.
    pub(super) const fn items(height: f64, baseline: f64, items: Vec<Item>) -> Self {
        Self {
            x: 0.0,
            before: 0.0,
            after: 0.0,
            height,
            baseline,
            keep: Keep::Free,
            body: Body::Items(items),
            heading: None,
            table: None,
            table_head: None,
            notes: Vec::new(),
            note: None,
        }
    }

    /// A group of rows.
    pub(super) fn rows(group: RowGroup) -> Self {
        let mut strip = Self::items(group.height(), group.baseline(), Vec::new());
        strip.body = Body::Rows(group);
        strip
    }

    /// The footnotes that it or the rows it holds refer to first.
    pub(super) fn all_notes(&self) -> Vec<usize> {
        let mut notes = self.notes.clone();
        if let Body::Rows(group) = &self.body {
            for own in group.boxes() {
                let inner = own.cell.content.iter().flat_map(Self::all_notes);
                notes.extend(inner);
            }
        }
        notes
    }

    /// Whether it, or a row that it holds, says on which page something stands.
    pub(super) fn asks_for_a_page(&self) -> bool {
        match &self.body {
            Body::Items(items) => items.iter().any(|item| matches!(item, Item::PageNumber(_))),
            Body::Rows(group) => group
                .boxes()
                .any(|own| own.cell.content.iter().any(Self::asks_for_a_page)),
            Body::PageBreak => false,
        }
    }

    /// The branches of the tree on which it hangs, or something that it holds, by number.
    pub(super) fn branches(&self, see: &mut dyn FnMut(usize)) {
        match &self.body {
            Body::Items(items) => items.iter().filter_map(Item::branch).for_each(see),
            Body::Rows(group) => {
                for own in group.boxes() {
                    for inner in &own.cell.content {
                        inner.branches(see);
                    }
                }
            }
            Body::PageBreak => {}
        }
    }

    /// The end of a page.
    pub(super) fn page_break() -> Self {
        let mut strip = Self::items(0.0, 0.0, Vec::new());
        strip.body = Body::PageBreak;
        strip
    }
}

/// White space between a strip and the one above it.
pub(super) fn gap(above: Option<&Strip>, below: &Strip) -> f64 {
    above.map_or(0.0, |above| above.after.max(below.before))
}

/// The strips one under the other: each with its distance from the top, and the height of all.
pub(super) fn stack(strips: &[Strip]) -> (Vec<f64>, f64) {
    let mut above = None;
    let mut y = 0.0;
    let tops = strips
        .iter()
        .map(|strip| {
            y += gap(above, strip);
            above = Some(strip);
            let top = y;
            y += strip.height;
            top
        })
        .collect();
    (tops, y)
}

/// The items of strips one under the other as those of one, and the height of all.
pub(super) fn stacked(strips: Vec<Strip>) -> (Vec<Item>, f64) {
    let (tops, height) = stack(&strips);
    let mut all = Vec::new();
    for (top, strip) in tops.into_iter().zip(strips) {
        if let Body::Items(mut items) = strip.body {
            for item in &mut items {
                item.shift(strip.x, top);
            }
            all.append(&mut items);
        }
    }
    (all, height)
}

/// White space around a block: above its first strip and below its last.
pub(super) fn space(strips: &mut [Strip], before: f64, after: f64) {
    if let Some(first) = strips.first_mut() {
        first.before = first.before.max(before);
    }
    if let Some(last) = strips.last_mut() {
        last.after = last.after.max(after);
    }
}

/// Asks that the page not end inside a block's first `head` strips, nor before its last two.
pub(super) fn keep_ends(strips: &mut [Strip]) {
    let count = strips.len();
    for (index, strip) in strips.iter_mut().enumerate() {
        let orphan = index == 0 && count > 1;
        let widow = index + 2 == count;
        if orphan || widow {
            strip.keep = Keep::WithNext;
        }
    }
}

/// Asks that a block stay with what follows it.
pub(super) fn keep_with_next(strips: &mut [Strip]) {
    if let Some(last) = strips.last_mut() {
        last.keep = Keep::WithNext;
    }
}
