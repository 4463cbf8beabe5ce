//! The table of contents: titles, dots, page numbers; every line is a link.
//!
//! Page numbers are not known while the contents are set; [`super::strip::PageNumber`] keeps their
//! place, of fixed width, so filling them in later moves nothing.

use super::composer::{Composer, Prepared};
use super::faces::FaceKey;
use super::hyphenate::Ease;
use super::strip::{self, Body, Item, PageNumber, Strip};
use super::style::TextStyle;
use super::tags::Tag;
use super::text::{Look, Paragraph, Setting};
use super::tree::{LinkId, LinkTarget, NodeId, SlotId};
use crate::document::{Align, Inline, Level};

/// Room for dots and a page number, pt.
const NUMBER_ROOM: f64 = 40.0;
/// Indent of each level, pt.
const STEP: f64 = 14.0;

/// A prepared table of contents.
#[derive(Debug, Clone)]
pub(super) struct PreparedContents {
    title: Box<Prepared>,
    entries: Vec<Entry>,
}

/// A line of the contents.
#[derive(Debug, Clone)]
struct Entry {
    words: Paragraph,
    heading: usize,
    depth: u8,
    slot: SlotId,
    link: LinkId,
}

impl Composer<'_> {
    pub(super) fn prepare_contents(
        &mut self,
        title: &str,
        deepest: Level,
        node: NodeId,
    ) -> Prepared {
        let title = self.prepare_heading(&[Inline::text(title)], node);
        let outline = self.outline;
        let found: Vec<_> = outline.after(self.headings, deepest).collect();
        let shallowest = found.iter().map(|(_, heading)| heading.depth).min();
        let mut entries = Vec::with_capacity(found.len());
        // One list per depth, the deeper inside the shallower (ISO 32000-1, table 333).
        let mut lists: Vec<NodeId> = Vec::new();
        for (index, heading) in found {
            let depth = heading.depth - shallowest.unwrap_or(heading.depth);
            lists.truncate(usize::from(depth) + 1);
            while lists.len() < usize::from(depth) + 1 {
                let parent = lists.last().copied().unwrap_or(node);
                lists.push(self.tree.child(parent, Tag::Contents));
            }
            let list = lists.last().copied().unwrap_or(node);
            entries.push(self.prepare_entry(list, index, &heading.title, depth));
        }
        Prepared::Contents(PreparedContents {
            title: Box::new(title),
            entries,
        })
    }

    fn prepare_entry(&mut self, list: NodeId, heading: usize, title: &str, depth: u8) -> Entry {
        let item = self.tree.child(list, Tag::ContentsItem);
        let reference = self.tree.child(item, Tag::Reference);
        let node = self.tree.child(reference, Tag::Link);
        let target = LinkTarget::Heading(heading);
        let link = self.tree.open_link(node, target, title.trim().to_owned());
        let (face, colour) = if depth == 0 {
            (FaceKey::Bold, self.style.headings[0].text.colour)
        } else {
            (FaceKey::Regular, self.style.body.colour)
        };
        let style = TextStyle {
            colour,
            ..self.style.body
        };
        let setting = Setting {
            ease: Ease::Reluctant,
            look: Look {
                link: Some(link),
                ..Look::of(style, face)
            },
            ..Setting::of(style, face)
        };
        // A space closes the title, so that whoever reads aloud hears it apart from the number.
        let words = self.paragraph(&[Inline::text(title)], node, setting);
        let slot = self.tree.slot(node);
        self.tree.close_link(node, link);
        Entry {
            words,
            heading,
            depth,
            slot,
            link,
        }
    }

    pub(super) fn set_contents(&mut self, contents: &PreparedContents, width: f64) -> Vec<Strip> {
        let mut strips = self.set_all(std::slice::from_ref(&contents.title), width);
        for entry in &contents.entries {
            let indent = STEP * f64::from(entry.depth);
            let measure = (width - NUMBER_ROOM - indent).max(NUMBER_ROOM);
            let mut lines = self.set(&entry.words, measure, Align::Start);
            for line in &mut lines {
                line.x += indent;
            }
            if let Some(last) = lines.last_mut() {
                self.number(entry, last, width - indent);
            }
            strip::keep_ends(&mut lines);
            let before = if entry.depth == 0 { 5.0 } else { 1.0 };
            strip::space(&mut lines, before, 0.0);
            strips.append(&mut lines);
        }
        strip::space(&mut strips, 0.0, self.style.block_gap);
        strips
    }

    fn number(&self, entry: &Entry, line: &mut Strip, right: f64) {
        let Body::Items(items) = &mut line.body else {
            return;
        };
        let end = items
            .iter()
            .filter_map(|item| match item {
                Item::Area {
                    place: [x, _, width, _],
                    ..
                } => Some(x + width),
                _ => None,
            })
            .fold(0.0, f64::max);
        // The whole line can be clicked, not only its words.
        items.retain(|item| !matches!(item, Item::Area { .. }));
        items.push(Item::PageNumber(PageNumber {
            heading: entry.heading,
            left: end,
            right,
            y: line.baseline,
            slot: entry.slot,
            face: FaceKey::Regular,
            size: self.style.body.size,
            colour: self.style.body.colour,
        }));
        items.push(Item::Area {
            link: entry.link,
            place: [0.0, 0.0, right, line.height],
        });
    }
}
