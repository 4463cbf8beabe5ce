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
    /// The list of all lines, if there are any.
    list: Option<NodeId>,
    /// The heading of each line, and how many lists its line is in besides.
    lines: Vec<(usize, u8)>,
}

/// A line of the contents, prepared when it is set: there may be as many as objectives.
struct Entry {
    words: Paragraph,
    heading: usize,
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
        let lines: Vec<(usize, u8)> = found
            .iter()
            .map(|(index, heading)| (*index, heading.depth - shallowest.unwrap_or(heading.depth)))
            .collect();
        let list = (!lines.is_empty()).then(|| self.tree.child(node, Tag::Contents));
        Prepared::Contents(PreparedContents {
            title: Box::new(title),
            list,
            lines,
        })
    }

    fn prepare_entry(&mut self, list: NodeId, heading: usize, depth: u8) -> Entry {
        let outline = self.outline;
        let title = outline.heading(heading);
        let title = title.map_or("", |heading| heading.title.as_str());
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
            slot,
            link,
        }
    }

    pub(super) fn set_contents(&mut self, contents: PreparedContents, width: f64) -> Vec<Strip> {
        let mut strips = self.set_all(vec![*contents.title], width);
        // One list per depth, the deeper inside the shallower (ISO 32000-1, table 333).
        let mut lists: Vec<NodeId> = contents.list.into_iter().collect();
        for (heading, depth) in contents.lines {
            lists.truncate(usize::from(depth) + 1);
            let Some(mut list) = lists.last().copied() else {
                break;
            };
            while lists.len() < usize::from(depth) + 1 {
                list = self.tree.child(list, Tag::Contents);
                lists.push(list);
            }
            let entry = self.prepare_entry(list, heading, depth);
            let indent = STEP * f64::from(depth);
            let measure = (width - NUMBER_ROOM - indent).max(NUMBER_ROOM);
            let mut lines = self.set(&entry.words, measure, Align::Start);
            for line in &mut lines {
                line.x += indent;
            }
            if let Some(last) = lines.last_mut() {
                self.number(&entry, last, width - indent);
            }
            strip::keep_ends(&mut lines);
            let before = if depth == 0 { 5.0 } else { 1.0 };
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
