//! From placed strips to what pages draw: the last step.
//!
//! Here relative positions become absolute, page numbers and links find their places, and every text
//! becomes part of a marked-content sequence that its slot in the tree remembers. A page is given away at once, but
//! for what asks where other pages are.

use std::collections::{BTreeMap, BTreeSet};

use super::composer::Composer;
use super::pages::{
    Artifact, Book, Dots, Drawing, Figure, Graphic, Leaf, Mark, Part, Piece, Sequence, Shape, Text,
};
use super::paginate::{PlacedStrips, Showing};
use super::places::Places;
use super::running::Position;
use super::sheet::{Orientation, Sheet};
use super::strip::{self, Body, Item, PageNumber, Strip};
use super::text::Look;
use super::tree::{LinkArea, MarkRef, NodeId, SlotId, Tree};
use crate::document::Document;

/// Distance between the dots of a leader, em.
const DOT_STEP: f64 = 0.5;
/// Width of a dot, em.
const DOT_SIZE: f64 = 0.085;
/// White space at both ends of a leader, pt.
const DOT_PAD: f64 = 5.0;

/// Gives away what pages draw, page by page, and what it means, branch by branch.
pub(super) struct Emitter<'d> {
    document: &'d Document,
    /// How many pages at the beginning have neither head nor foot.
    covers: usize,
    give: &'d mut dyn FnMut(Piece),
    places: Places,
    /// The pages so far, and how their paper is held.
    leaves: Vec<(Leaf, Orientation)>,
    stamps: Vec<Figure>,
    stamped: BTreeMap<Orientation, Option<usize>>,
    /// Pages that say on which page something stands.
    waiting: Vec<(usize, Sheet, PlacedStrips)>,
    /// The branches of the tree that stand on them.
    held: BTreeSet<usize>,
    /// The first branch of which it is not known that it stands on pages that have ended.
    next_branch: usize,
}

impl<'d> Emitter<'d> {
    /// For a document whose first `covers` pages have neither head nor foot.
    pub(super) fn new(
        document: &'d Document,
        covers: usize,
        give: &'d mut dyn FnMut(Piece),
    ) -> Self {
        Self {
            document,
            covers,
            give,
            places: Places::default(),
            leaves: Vec::new(),
            stamps: Vec::new(),
            stamped: BTreeMap::new(),
            waiting: Vec::new(),
            held: BTreeSet::new(),
            next_branch: 0,
        }
    }

    /// Whether there is no page yet.
    pub(super) const fn is_empty(&self) -> bool {
        self.leaves.is_empty()
    }

    /// The next pages.
    pub(super) fn pages(
        &mut self,
        composer: &mut Composer<'_>,
        orientation: Orientation,
        pages: &mut Vec<PlacedStrips>,
    ) {
        for page in pages.drain(..) {
            self.page(composer, orientation, page);
        }
    }

    /// The next page.
    pub(super) fn page(
        &mut self,
        composer: &mut Composer<'_>,
        orientation: Orientation,
        strips: PlacedStrips,
    ) {
        let sheet = Sheet::of(composer.style, orientation);
        let behind = *self.stamped.entry(orientation).or_insert_with(|| {
            let stamp = composer.stamp(&self.document.status, sheet.size)?;
            self.stamps.push(stamp);
            Some(self.stamps.len() - 1)
        });
        let index = self.leaves.len();
        let size = sheet.size;
        self.leaves.push((Leaf { size, behind }, orientation));
        self.places.note(index, &strips, sheet.margins.top);
        if strips.iter().any(|placed| placed.strip.asks_for_a_page()) {
            for placed in &strips {
                placed.strip.branches(&mut |branch| {
                    self.held.insert(branch);
                });
            }
            self.waiting.push((index, sheet, strips));
        } else {
            self.draw(composer, index, &strips, &sheet);
        }
    }

    /// Draws a page but for its foot.
    fn draw(
        &mut self,
        composer: &mut Composer<'_>,
        page: usize,
        strips: &PlacedStrips,
        sheet: &Sheet,
    ) {
        let mut drawing = Drawing::default();
        if page >= self.covers {
            composer.run_head(&mut drawing, &self.document.running, sheet);
        }
        let mut pen = Pen {
            composer,
            places: &self.places,
            drawing,
            page,
            sequences: 0,
        };
        for placed in strips {
            let x = sheet.margins.left + placed.strip.x;
            let y = sheet.margins.top + placed.y;
            pen.strip(&placed.strip, (x, y), placed.gap, placed.showing);
        }
        let (size, drawing) = (sheet.size, pen.drawing);
        (self.give)(Piece::Part(Part {
            page,
            size,
            drawing,
        }));
    }

    /// Gives away the branches before `first`, or all: every page on which they stand has ended. Those that stand on
    /// pages that wait, wait with them.
    pub(super) fn branches(&mut self, tree: &mut Tree, first: Option<usize>) {
        let end = first.unwrap_or_else(|| tree.count());
        for number in self.next_branch..end {
            if !self.held.contains(&number)
                && let Some(branch) = tree.take(number)
            {
                (self.give)(Piece::Branch(branch));
            }
        }
        self.next_branch = self.next_branch.max(end);
    }

    /// Draws what waited for all pages to be there: those that say where others are, and every foot.
    pub(super) fn finish(mut self, mut composer: Composer<'_>) -> Book {
        for (page, sheet, strips) in std::mem::take(&mut self.waiting) {
            self.draw(&mut composer, page, &strips, &sheet);
        }
        self.held.clear();
        self.next_branch = 0;
        self.branches(&mut composer.tree, None);
        let count = self.leaves.len();
        for (page, (leaf, orientation)) in self.leaves.iter().enumerate().skip(self.covers) {
            let sheet = Sheet::of(composer.style, *orientation);
            let mut drawing = Drawing::default();
            let number = page + 1;
            composer.run_foot(
                &mut drawing,
                self.document,
                Position { number, count },
                &sheet,
            );
            (self.give)(Piece::Part(Part {
                page,
                size: leaf.size,
                drawing,
            }));
        }
        Book {
            leaves: self.leaves.into_iter().map(|(leaf, _)| leaf).collect(),
            outline: self.places.bookmarks(composer.outline),
            places: self.places,
            alphabet: composer.alphabet,
            missing_characters: composer.missing_characters,
            missing_anchors: composer.missing_anchors,
            missing_pictures: composer.missing_pictures,
            stamps: self.stamps,
            rasters: composer.rasters,
        }
    }
}

/// Draws on one page.
struct Pen<'p, 'a> {
    composer: &'p mut Composer<'a>,
    places: &'p Places,
    drawing: Drawing,
    page: usize,
    sequences: usize,
}

impl Pen<'_, '_> {
    fn strip(&mut self, strip: &Strip, (x, y): (f64, f64), gap: f64, showing: Showing) {
        match &strip.body {
            Body::PageBreak => {}
            Body::Items(items) => {
                for item in items {
                    self.item(item, (x, y), gap, showing);
                }
            }
            Body::Rows(group) => {
                for own in group.boxes() {
                    for shape in own.shapes() {
                        self.shape(shape, (x, y));
                    }
                    let cell = own.cell;
                    let (tops, _) = strip::stack(&cell.content);
                    for (top, inner) in tops.iter().zip(&cell.content) {
                        let left = x + cell.x + cell.pad_x + inner.x;
                        let upper = y + own.y + cell.pad_y + top;
                        self.strip(inner, (left, upper), 0.0, showing);
                    }
                }
            }
        }
    }

    fn item(&mut self, item: &Item, (x, y): (f64, f64), gap: f64, showing: Showing) {
        match item {
            Item::Text { slot, text } => {
                let mut text = text.clone();
                text.x += x;
                text.y += y;
                match showing {
                    Showing::First => self.read(*slot, text),
                    Showing::Again => self.skip(text),
                }
            }
            Item::Shape(shape) => {
                // What reaches up into white space that the page's top swallowed is cut.
                let top = shape.y.max(-gap);
                let height = shape.height - (top - shape.y);
                let cut = Shape {
                    y: top,
                    height,
                    ..*shape
                };
                self.shape(cut, (x, y));
            }
            Item::Graphic {
                figure,
                slot,
                graphic,
            } => {
                let mut graphic = graphic.clone();
                graphic.shift(x, y);
                self.draw(*figure, *slot, graphic, showing);
            }
            Item::Area {
                link,
                place: [left, top, width, height],
            } => {
                if showing == Showing::First {
                    let area = LinkArea {
                        page: self.page,
                        x: x + left,
                        y: y + top,
                        width: *width,
                        height: *height,
                    };
                    self.composer.tree.area(*link, area);
                }
            }
            Item::PageNumber(number) => self.page_number(*number, (x, y)),
        }
    }

    /// Dots, then the number; the space before it parts it from the title for who hears it.
    fn page_number(&mut self, number: PageNumber, (x, y): (f64, f64)) {
        let Some(place) = self.places.heading(number.heading) else {
            return;
        };
        let look = Look {
            size: number.size,
            colour: number.colour,
            ..Look::of(self.composer.style.body, number.face)
        };
        let (mut text, width) = self.composer.plain(&format!(" {}", place.page + 1), look);
        text.x = x + number.right - width;
        text.y = y + number.y;
        let dots = Look {
            colour: self.composer.style.lead.colour,
            ..look
        };
        self.leader(x + number.left + DOT_PAD, text.x, text.y, dots);
        self.read(number.slot, text);
    }

    /// A row of dots on the same grid in every line, so that they stand one under the other.
    fn leader(&mut self, from: f64, to: f64, y: f64, look: Look) {
        let step = look.size * DOT_STEP;
        let size = look.size * DOT_SIZE;
        let first = (from / step).ceil() * step;
        if first + step < to {
            self.drawing.dots.push(Dots {
                x: first,
                y: y - size / 2.0,
                end: to,
                step,
                size,
                colour: look.colour,
            });
        }
    }

    /// What a figure shows.
    fn draw(&mut self, figure: NodeId, slot: SlotId, graphic: Graphic, showing: Showing) {
        let sequence = match showing {
            Showing::First => {
                let bounds = graphic.bounds(self.page);
                self.composer.tree.draw(figure, bounds);
                self.sequence(slot)
            }
            Showing::Again => self.artifact(),
        };
        if let Some(sequence) = sequence {
            sequence.graphics.push(graphic);
        }
    }

    /// Text that is read.
    fn read(&mut self, slot: SlotId, text: Text) {
        if let Some(sequence) = self.sequence(slot) {
            sequence.texts.push(text);
        }
    }

    /// Text that is not.
    fn skip(&mut self, text: Text) {
        if let Some(sequence) = self.artifact() {
            sequence.texts.push(text);
        }
    }

    /// The sequence of a slot: the last one, or a new one.
    fn sequence(&mut self, slot: SlotId) -> Option<&mut Sequence> {
        let goes_on = self.drawing.content.last().is_some_and(
            |last| matches!(last.mark, Mark::Content { slot: known, .. } if known == slot),
        );
        if !goes_on {
            let number = self.sequences;
            self.sequences += 1;
            let page = self.page;
            self.composer.tree.mark(slot, MarkRef::new(page, number));
            self.drawing
                .content
                .push(Sequence::of(Mark::Content { slot, number }));
        }
        self.drawing.content.last_mut()
    }

    /// The sequence of what is skipped: the last one, or a new one.
    fn artifact(&mut self) -> Option<&mut Sequence> {
        let mark = Mark::Artifact(Artifact::Layout);
        if self
            .drawing
            .content
            .last()
            .is_none_or(|last| last.mark != mark)
        {
            self.drawing.content.push(Sequence::of(mark));
        }
        self.drawing.content.last_mut()
    }

    /// A rectangle; grows the one beside it when both are parts of the same rule or ground.
    fn shape(&mut self, shape: Shape, (x, y): (f64, f64)) {
        let own = Shape {
            x: shape.x + x,
            y: shape.y + y,
            ..shape
        };
        let same = |a: f64, b: f64| (a - b).abs() < 0.005;
        let beside = self.drawing.shapes.iter_mut().rev().take(3).find(|left| {
            left.colour == own.colour
                && same(left.y, own.y)
                && same(left.height, own.height)
                && same(left.x + left.width, own.x)
        });
        match beside {
            Some(left) => left.width += own.width,
            None if own.width > 0.0 && own.height > 0.0 => self.drawing.shapes.push(own),
            None => {}
        }
    }
}
