//! From placed strips to pages: the last step, when page numbers are known.
//!
//! Here relative positions become absolute, page numbers and links find their places, and every text
//! becomes part of a marked-content sequence that its slot in the tree remembers.

use std::collections::BTreeMap;

use super::composer::Composer;
use super::outline::Outline;
use super::pages::{
    Artifact, Bookmark, Dots, Figure, Graphic, Mark, Page, Pages, Sequence, Shape, Text,
};
use super::paginate::{PlacedStrip, Showing};
use super::running::Position;
use super::sheet::{Orientation, Sheet};
use super::strip::{self, Body, Item, PageNumber, Strip};
use super::style::Style;
use super::text::Look;
use super::tree::{LinkArea, LinkTarget, MarkRef, NodeId, Place, SlotId};
use crate::document::Document;

/// Distance between the dots of a leader, em.
const DOT_STEP: f64 = 0.5;
/// Width of a dot, em.
const DOT_SIZE: f64 = 0.085;
/// White space at both ends of a leader, pt.
const DOT_PAD: f64 = 5.0;

/// The pages before they are drawn.
pub(super) type Cut = (Orientation, Vec<PlacedStrip>);

/// Where headings and footnotes stand, by number.
#[derive(Debug, Default)]
struct Places {
    headings: BTreeMap<usize, Place>,
    notes: BTreeMap<usize, Place>,
}

impl Places {
    fn of(pages: &[Cut], style: &Style) -> Self {
        let mut places = Self::default();
        for (page, (_, strips)) in pages.iter().enumerate() {
            for placed in strips {
                if placed.showing == Showing::First {
                    let y = style.margins.top + placed.y;
                    places.find(&placed.strip, Place { page, y });
                }
            }
        }
        places
    }

    fn find(&mut self, strip: &Strip, place: Place) {
        if let Some(heading) = strip.heading {
            self.headings.entry(heading).or_insert(place);
        }
        if let Some(note) = strip.note {
            self.notes.entry(note).or_insert(place);
        }
        if let Body::Rows(group) = &strip.body {
            for own in group.boxes() {
                let (tops, _) = strip::stack(&own.cell.content);
                for (top, inner) in tops.iter().zip(&own.cell.content) {
                    let y = place.y + own.y + own.cell.pad_y + top;
                    self.find(inner, Place { y, ..place });
                }
            }
        }
    }
}

/// Draws the pages, now that everything has its place; the first `covers` have neither head nor foot.
pub(super) fn pages(
    mut composer: Composer<'_>,
    document: &Document,
    cut: Vec<Cut>,
    covers: usize,
) -> Pages {
    let places = Places::of(&cut, composer.style);
    let mut stamps = Vec::new();
    let pages = emit(&mut composer, document, cut, (&places, covers), &mut stamps);
    resolve(&mut composer, &places);
    Pages {
        pages,
        outline: bookmarks(composer.outline, &places),
        tree: composer.tree,
        missing_characters: composer.missing_characters,
        missing_anchors: composer.missing_anchors,
        missing_pictures: composer.missing_pictures,
        stamps,
        rasters: composer.rasters,
    }
}

/// The bookmarks: every heading that has words and a place.
fn bookmarks(outline: &Outline, places: &Places) -> Vec<Bookmark> {
    places
        .headings
        .iter()
        .filter_map(|(index, place)| {
            let heading = outline.heading(*index)?;
            let title = heading.title.trim();
            (!title.is_empty()).then_some(Bookmark {
                title: title.to_owned(),
                level: heading.depth.saturating_sub(outline.covered()).max(1),
                place: *place,
            })
        })
        .collect()
}

/// Gives links to headings and footnotes their places.
fn resolve(composer: &mut Composer<'_>, places: &Places) {
    for link in composer.tree.links_mut() {
        let place = match &link.target {
            LinkTarget::Heading(heading) => places.headings.get(heading),
            LinkTarget::Note(note) => places.notes.get(note),
            LinkTarget::Place(_) | LinkTarget::Address(_) => None,
        };
        if let Some(place) = place {
            link.target = LinkTarget::Place(*place);
        }
    }
}

fn emit(
    composer: &mut Composer<'_>,
    document: &Document,
    cut: Vec<Cut>,
    (places, covers): (&Places, usize),
    stamps: &mut Vec<Figure>,
) -> Vec<Page> {
    let count = cut.len();
    let mut known: BTreeMap<Orientation, Option<usize>> = BTreeMap::new();
    let mut pages = Vec::with_capacity(count);
    // What has been drawn is dropped: a long document is not held twice.
    for (index, (orientation, strips)) in cut.into_iter().enumerate() {
        let sheet = Sheet::of(composer.style, orientation);
        let behind = *known.entry(orientation).or_insert_with(|| {
            let stamp = composer.stamp(&document.status, sheet.size)?;
            stamps.push(stamp);
            Some(stamps.len() - 1)
        });
        let mut page = Page {
            size: sheet.size,
            behind,
            shapes: Vec::new(),
            dots: Vec::new(),
            content: Vec::new(),
        };
        if index >= covers {
            composer.run_head(&mut page, &document.running, &sheet);
        }
        let mut pen = Pen {
            composer: &mut *composer,
            places,
            page,
            index,
            sequences: 0,
        };
        for placed in &strips {
            let x = sheet.margins.left + placed.strip.x;
            let y = sheet.margins.top + placed.y;
            pen.strip(&placed.strip, (x, y), placed.gap, placed.showing);
        }
        let mut page = pen.page;
        if index >= covers {
            let number = index + 1;
            composer.run_foot(&mut page, document, Position { number, count }, &sheet);
        }
        pages.push(page);
    }
    pages
}

/// Draws on one page.
struct Pen<'p, 'a> {
    composer: &'p mut Composer<'a>,
    places: &'p Places,
    page: Page,
    index: usize,
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
                        page: self.index,
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
        let Some(place) = self.places.headings.get(&number.heading).copied() else {
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
            self.page.dots.push(Dots {
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
                let bounds = graphic.bounds(self.index);
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
        let goes_on = self.page.content.last().is_some_and(
            |last| matches!(last.mark, Mark::Content { slot: known, .. } if known == slot),
        );
        if !goes_on {
            let number = self.sequences;
            self.sequences += 1;
            let page = self.index;
            self.composer.tree.mark(slot, MarkRef { page, number });
            self.page
                .content
                .push(Sequence::of(Mark::Content { slot, number }));
        }
        self.page.content.last_mut()
    }

    /// The sequence of what is skipped: the last one, or a new one.
    fn artifact(&mut self) -> Option<&mut Sequence> {
        let mark = Mark::Artifact(Artifact::Layout);
        if self
            .page
            .content
            .last()
            .is_none_or(|last| last.mark != mark)
        {
            self.page.content.push(Sequence::of(mark));
        }
        self.page.content.last_mut()
    }

    /// A rectangle; grows the one beside it when both are parts of the same rule or ground.
    fn shape(&mut self, shape: Shape, (x, y): (f64, f64)) {
        let own = Shape {
            x: shape.x + x,
            y: shape.y + y,
            ..shape
        };
        let same = |a: f64, b: f64| (a - b).abs() < 0.005;
        let beside = self.page.shapes.iter_mut().rev().take(3).find(|left| {
            left.colour == own.colour
                && same(left.y, own.y)
                && same(left.height, own.height)
                && same(left.x + left.width, own.x)
        });
        match beside {
            Some(left) => left.width += own.width,
            None if own.width > 0.0 && own.height > 0.0 => self.page.shapes.push(own),
            None => {}
        }
    }
}
