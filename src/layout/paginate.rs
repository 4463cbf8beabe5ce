//! Where the pages end.
//!
//! Strips are taken in chunks: a strip and all that must stay with it. A chunk that does not fit goes
//! to the next page; one that is longer than a page is cut where that hurts least. The footnotes that a
//! strip refers to first count with it: they stand at the foot of its page, and what of them does not fit
//! goes on at the foot of the next. Nothing is ever left out, and nothing is drawn here.

use super::notes::SetNotes;
use super::strip::{self, Body, Keep, Strip, TableId};

/// Whether a strip stands here for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Showing {
    /// The first time: it is read.
    First,
    /// Header rows once more: an artifact.
    Again,
}

/// A strip on a page.
#[derive(Debug, Clone)]
pub(super) struct PlacedStrip {
    /// Distance from the top of the text area, pt.
    pub(super) y: f64,
    /// The white space above it that was really left, pt.
    pub(super) gap: f64,
    /// The strip.
    pub(super) strip: Strip,
    /// Whether it was there before.
    pub(super) showing: Showing,
}

/// The part of a page below which a chunk that is too long anyway does not start.
const LEAST_START: f64 = 0.3;

/// Cuts a column without notes into pages of a height.
pub(super) fn paginate(strips: Vec<Strip>, height: f64) -> Vec<PlacedStrips> {
    let mut pages = Paginator::default();
    pages.begin(height);
    pages.take(strips);
    pages.end();
    pages.done
}

/// The strips of a page.
pub(super) type PlacedStrips = Vec<PlacedStrip>;

/// Cuts the column into pages as it comes, section by section.
#[derive(Debug, Default)]
pub(super) struct Paginator {
    /// The height of the pages, pt.
    height: f64,
    /// The pages that have ended; nothing comes back to them.
    pub(super) done: Vec<PlacedStrips>,
    /// The notes that no page has yet.
    pub(super) notes: SetNotes,
    /// Strips that must stay together, as far as they have come.
    chunk: Vec<Strip>,
    page: PlacedStrips,
    y: f64,
    /// The header rows of the last table.
    head: Option<(TableId, Strip)>,
    /// The notes of this page.
    foot: Vec<Strip>,
}

impl Paginator {
    /// Begins a section of pages of a height, pt.
    pub(super) const fn begin(&mut self, height: f64) {
        self.height = height;
    }

    /// Takes the next strips of the column; the notes that they refer to must be there.
    pub(super) fn take(&mut self, strips: Vec<Strip>) {
        for strip in strips {
            let stays = self
                .chunk
                .last()
                .is_some_and(|last| last.keep == Keep::WithNext)
                && !matches!(strip.body, Body::PageBreak);
            if !stays {
                self.place_waiting();
            }
            self.chunk.push(strip);
        }
    }

    /// Ends the section, and its last page.
    pub(super) fn end(&mut self) {
        self.place_waiting();
        self.end_page();
        // The end of a long note needs pages of its own.
        while !self.foot.is_empty() {
            self.end_page();
        }
    }

    /// The first branch of the tree on which something hangs that has come and stands on no page that has ended.
    pub(super) fn first_branch(&self) -> Option<usize> {
        let placed = self.page.iter();
        let shown = placed.filter(|placed| placed.showing == Showing::First);
        let strips = shown.map(|placed| &placed.strip);
        let mut first = None;
        for strip in strips.chain(&self.chunk).chain(&self.foot) {
            strip.branches(&mut |branch| {
                first = Some(first.map_or(branch, |first: usize| first.min(branch)));
            });
        }
        first
    }

    fn place_waiting(&mut self) {
        let chunk = std::mem::take(&mut self.chunk);
        if !chunk.is_empty() {
            self.place_chunk(chunk);
        }
    }

    fn place_chunk(&mut self, chunk: Vec<Strip>) {
        if let [
            Strip {
                body: Body::PageBreak,
                ..
            },
        ] = chunk.as_slice()
        {
            return self.end_page();
        }
        let (_, own) = strip::stack(&chunk);
        let above = chunk.first().map_or(0.0, |first| self.gap(first));
        let notes = self.height_of_notes(&chunk);
        if self.y + above + own + notes <= self.height + 0.01 {
            return chunk.into_iter().for_each(|strip| self.put(strip));
        }
        let repeated = chunk.first().map_or(0.0, |first| self.head_height(first));
        let fits_alone = own + repeated + notes <= self.height + 0.01;
        let late = self.y > self.height * (1.0 - LEAST_START);
        if fits_alone || late {
            self.end_page();
        }
        for strip in chunk {
            self.place(strip);
        }
    }

    /// Places a strip here, or cuts it, or puts it on the next page.
    fn place(&mut self, mut strip: Strip) {
        loop {
            self.repeat_head(&strip);
            let notes = self.height_of_notes(std::slice::from_ref(&strip));
            let room = self.height - notes - self.y - self.gap(&strip);
            // A label beside a table has no height of its own, but its letters must stand on the page.
            if strip.height.max(strip.baseline) <= room + 0.01 {
                return self.put(strip);
            }
            let fresh = self.is_fresh();
            let full = self.height - notes - self.head_height(&strip);
            let longer = strip.height > full + 0.01;
            let part = match &mut strip.body {
                Body::Rows(group) if longer && (fresh || room > self.height * LEAST_START) => {
                    let mut part = group.split(room);
                    if part.is_none() && fresh {
                        // Notes give way: what of them finds no room goes on at the foot of the next page.
                        part = group.split(room + notes);
                    }
                    strip.height = group.height();
                    part
                }
                _ => None,
            };
            match part {
                Some(part) => {
                    let mut piece = Strip {
                        height: part.height(),
                        body: Body::Rows(part),
                        ..strip.clone()
                    };
                    piece.after = 0.0;
                    (strip.heading, strip.before) = (None, 0.0);
                    self.put(piece);
                    self.end_page();
                }
                // Nothing can be done: an empty page would not help either.
                None if fresh => return self.put(strip),
                None => self.end_page(),
            }
        }
    }

    fn put(&mut self, strip: Strip) {
        self.repeat_head(&strip);
        if let Some(table) = strip.table_head {
            self.head = Some((table, strip.clone()));
        }
        // Most documents have no notes: nobody looks for them in every cell.
        if self.notes.line.is_some() {
            for note in strip.all_notes() {
                self.take_note(note);
            }
        }
        self.set_down(strip, Showing::First);
    }

    fn set_down(&mut self, strip: Strip, showing: Showing) {
        let gap = self.gap(&strip);
        let y = self.y + gap;
        self.y = y + strip.height;
        self.page.push(PlacedStrip {
            y,
            gap,
            strip,
            showing,
        });
    }

    /// Starts a page that begins inside a table with its header rows.
    fn repeat_head(&mut self, strip: &Strip) {
        if self.page.is_empty()
            && let Some(head) = self.head(strip).cloned()
        {
            self.set_down(head, Showing::Again);
        }
    }

    /// The header rows to repeat above a strip; none that would fill half a page.
    fn head(&self, strip: &Strip) -> Option<&Strip> {
        let table = strip.table?;
        self.head
            .as_ref()
            .filter(|(known, _)| *known == table)
            .map(|(_, head)| head)
            .filter(|head| head.height < self.height / 2.0)
    }

    fn head_height(&self, strip: &Strip) -> f64 {
        self.head(strip).map_or(0.0, |head| head.height)
    }

    /// Whether the page holds nothing but repeated header rows.
    fn is_fresh(&self) -> bool {
        self.page
            .iter()
            .all(|placed| placed.showing == Showing::Again)
    }

    fn gap(&self, strip: &Strip) -> f64 {
        match self.page.last() {
            Some(above) if above.showing == Showing::First => strip::gap(Some(&above.strip), strip),
            _ => 0.0,
        }
    }

    /// Puts a note, and those that it refers to itself, at the foot of this page.
    fn take_note(&mut self, note: usize) {
        let Some(own) = self.notes.notes.get_mut(note) else {
            return;
        };
        let own = std::mem::take(own);
        let inner: Vec<usize> = own.iter().flat_map(Strip::all_notes).collect();
        self.foot.extend(own);
        for note in inner {
            self.take_note(note);
        }
    }

    /// How much room the foot of the page takes with the notes of some strips.
    fn height_of_notes(&self, strips: &[Strip]) -> f64 {
        let Some(line) = &self.notes.line else {
            return 0.0;
        };
        let mut own: f64 = 0.0;
        let mut waiting: Vec<usize> = strips.iter().flat_map(Strip::all_notes).collect();
        while let Some(note) = waiting.pop() {
            let set = self.notes.notes.get(note).map_or(&[][..], Vec::as_slice);
            own += set.iter().map(needs).sum::<f64>();
            waiting.extend(set.iter().flat_map(Strip::all_notes));
        }
        own += self.foot.iter().map(needs).sum::<f64>();
        if own > 0.0 { own + needs(line) } else { 0.0 }
    }

    /// Puts the notes at the foot of the page, as many lines as there is room for.
    fn set_foot(&mut self) {
        let Some(line) = self.notes.line.clone() else {
            return;
        };
        if self.foot.is_empty() {
            return;
        }
        let mut room = self.height - self.y - needs(&line);
        let fitting = self
            .foot
            .iter()
            .take_while(|strip| {
                room -= needs(strip);
                room >= -0.01
            })
            .count();
        let least = usize::from(self.page.is_empty());
        let rest = self.foot.split_off(fitting.max(least));
        let foot = std::mem::replace(&mut self.foot, rest);
        if foot.is_empty() {
            return;
        }
        let own: f64 = foot.iter().map(needs).sum::<f64>() + needs(&line);
        let mut y = (self.height - own).max(self.y);
        for strip in std::iter::once(line).chain(foot) {
            y += strip.before;
            let bottom = y + strip.height + strip.after;
            self.page.push(PlacedStrip {
                y,
                gap: 0.0,
                strip,
                showing: Showing::First,
            });
            y = bottom;
        }
    }

    fn end_page(&mut self) {
        if self.page.is_empty() && self.foot.is_empty() {
            return;
        }
        self.set_foot();
        self.done.push(std::mem::take(&mut self.page));
        self.y = 0.0;
    }
}

/// The height of a strip with the white space around it.
fn needs(strip: &Strip) -> f64 {
    strip.before + strip.height + strip.after
}
