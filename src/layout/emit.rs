//! From placed strips to pages: the last step, when page numbers are known.
//!
//! Here relative positions become absolute, page numbers and links find their places, and every text
//! becomes part of a marked-content sequence that its slot in the tree remembers.

use super::composer::Composer;
use super::outline::Outline;
use super::pages::{Artifact, Bookmark, Dots, Mark, Page, Sequence, Shape, Text};
use super::paginate::{PlacedStrip, Showing};
use super::running::Position;
use super::strip::{self, Body, Item, PageNumber, Strip};
use super::style::Style;
use super::text::Look;
use super::tree::{LinkArea, LinkTarget, MarkRef, Place, SlotId};
use crate::document::Document;

/// Distance between the dots of a leader, em.
const DOT_STEP: f64 = 0.5;
/// Width of a dot, em.
const DOT_SIZE: f64 = 0.085;
/// White space at both ends of a leader, pt.
const DOT_PAD: f64 = 5.0;

/// Where every heading stands.
pub(super) type Places = Vec<Option<Place>>;

/// Finds the headings on the pages.
pub(super) fn places(pages: &[Vec<PlacedStrip>], style: &Style) -> Places {
    let mut places = Vec::new();
    for (page, strips) in pages.iter().enumerate() {
        for placed in strips {
            if placed.showing == Showing::First {
                find(
                    &placed.strip,
                    page,
                    style.margins.top + placed.y,
                    &mut places,
                );
            }
        }
    }
    places
}

fn find(strip: &Strip, page: usize, y: f64, places: &mut Places) {
    if let Some(heading) = strip.heading {
        if places.len() <= heading {
            places.resize(heading + 1, None);
        }
        if let Some(place @ None) = places.get_mut(heading) {
            *place = Some(Place { page, y });
        }
    }
    if let Body::Rows(group) = &strip.body {
        for own in group.boxes() {
            let (tops, _) = strip::stack(&own.cell.content);
            for (top, inner) in tops.iter().zip(&own.cell.content) {
                find(inner, page, y + own.y + own.cell.pad_y + top, places);
            }
        }
    }
}

/// The bookmarks: every heading that has words and a place.
pub(super) fn bookmarks(outline: &Outline, places: &Places) -> Vec<Bookmark> {
    places
        .iter()
        .enumerate()
        .filter_map(|(index, place)| {
            let heading = outline.heading(index)?;
            let title = heading.title.trim();
            (!title.is_empty()).then_some(Bookmark {
                title: title.to_owned(),
                level: heading.depth.saturating_sub(outline.covered()).max(1),
                place: (*place)?,
            })
        })
        .collect()
}

/// Gives links to headings their places.
pub(super) fn resolve(composer: &mut Composer<'_>, places: &Places) {
    for link in composer.tree.links_mut() {
        if let LinkTarget::Heading(heading) = link.target
            && let Some(place) = places.get(heading).copied().flatten()
        {
            link.target = LinkTarget::Place(place);
        }
    }
}

/// Draws the pages; the first `covers` have neither head nor foot.
pub(super) fn emit(
    composer: &mut Composer<'_>,
    document: &Document,
    pages: &[Vec<PlacedStrip>],
    places: &Places,
    covers: usize,
) -> Vec<Page> {
    let stamp = composer.stamp(&document.status);
    let count = pages.len();
    pages
        .iter()
        .enumerate()
        .map(|(index, strips)| {
            let mut page = Page {
                behind: stamp.clone(),
                ..Page::default()
            };
            if index >= covers {
                composer.run_head(&mut page, &document.running);
            }
            let mut pen = Pen {
                composer: &mut *composer,
                places,
                page,
                index,
                sequences: 0,
            };
            let margins = pen.composer.style.margins;
            for placed in strips {
                let x = margins.left + placed.strip.x;
                let y = margins.top + placed.y;
                pen.strip(&placed.strip, (x, y), placed.gap, placed.showing);
            }
            let mut page = pen.page;
            if index >= covers {
                let number = index + 1;
                composer.run_foot(&mut page, document, Position { number, count });
            }
            page
        })
        .collect()
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
        let Some(place) = self.places.get(number.heading).copied().flatten() else {
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

    /// Text that is read.
    fn read(&mut self, slot: SlotId, text: Text) {
        if let Some(last) = self.page.content.last_mut()
            && matches!(last.mark, Mark::Content { slot: known, .. } if known == slot)
        {
            return last.texts.push(text);
        }
        let number = self.sequences;
        self.sequences += 1;
        let page = self.index;
        self.composer.tree.mark(slot, MarkRef { page, number });
        self.page.content.push(Sequence {
            mark: Mark::Content { slot, number },
            texts: vec![text],
        });
    }

    /// Text that is not.
    fn skip(&mut self, text: Text) {
        let mark = Mark::Artifact(Artifact::Layout);
        match self.page.content.last_mut() {
            Some(last) if last.mark == mark => last.texts.push(text),
            _ => self.page.content.push(Sequence {
                mark,
                texts: vec![text],
            }),
        }
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
