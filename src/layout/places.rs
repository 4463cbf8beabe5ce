//! Where headings and footnotes stand, found as the pages come.

use std::collections::BTreeMap;

use super::outline::Outline;
use super::pages::Bookmark;
use super::paginate::{PlacedStrip, Showing};
use super::strip::{self, Body, Strip};
use super::tree::{LinkTarget, Place};

/// Where headings and footnotes stand, by number.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Places {
    headings: BTreeMap<usize, Place>,
    notes: BTreeMap<usize, Place>,
}

impl Places {
    /// Notes what stands on a page whose text begins `top` points from its upper edge.
    pub(super) fn note(&mut self, page: usize, strips: &[PlacedStrip], top: f64) {
        for placed in strips {
            if placed.showing == Showing::First {
                let y = top + placed.y;
                self.find(&placed.strip, Place { page, y });
            }
        }
    }

    /// Where a heading stands, if its page has come.
    pub(super) fn heading(&self, heading: usize) -> Option<Place> {
        self.headings.get(&heading).copied()
    }

    /// The bookmarks: every heading that has words and a place.
    pub(super) fn bookmarks(&self, outline: &Outline) -> Vec<Bookmark> {
        self.headings
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

    /// Where a link leads inside the document; `None` for one that leads outside, or to what stands nowhere.
    #[must_use]
    pub fn of(&self, target: &LinkTarget) -> Option<Place> {
        match target {
            LinkTarget::Heading(heading) => self.heading(*heading),
            LinkTarget::Note(note) => self.notes.get(note).copied(),
            LinkTarget::Address(_) => None,
        }
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
