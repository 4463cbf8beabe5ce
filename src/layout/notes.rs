//! Footnotes: prepared where the text refers to them, set for the foot of the page.
//!
//! In the tree a note follows the paragraph that refers to it, so that nobody hears it in the middle of a
//! sentence (ISO 32000-1, table 338: *Note* stands beside the text it explains). On the page it stands at the
//! foot; [`super::paginate`] brings it there.

use super::composer::{Composer, Manner, Prepared};
use super::faces::FaceKey;
use super::pages::Shape;
use super::set::indented;
use super::sheet::{Orientation, Sheet};
use super::strip::{Body, Item, Strip};
use super::style::Colour;
use super::tags::Tag;
use super::text::{Paragraph, Setting};
use super::tree::NodeId;
use crate::document::{Align, Block, Inline, ParagraphRole, walk};

/// White space between the text and the line above the notes, pt.
const ABOVE: f64 = 12.0;
/// Width of that line, pt.
const LINE: f64 = 72.0;
/// White space between the line and the first note, and between two notes, pt.
const BETWEEN: f64 = 4.0;

/// A prepared footnote.
#[derive(Debug, Clone)]
pub(super) struct PreparedNote {
    label: Paragraph,
    content: Vec<Prepared>,
}

/// What stands at the foot of pages.
#[derive(Debug, Clone, Default)]
pub(super) struct SetNotes {
    /// The line between the text and the notes.
    pub(super) line: Option<Strip>,
    /// The notes, by number from 0.
    pub(super) notes: Vec<Vec<Strip>>,
}

impl Composer<'_> {
    /// Prepares the notes that a paragraph on `node` refers to first.
    pub(super) fn prepare_notes(&mut self, notes: Vec<(usize, Vec<Block>)>, node: NodeId) {
        let owner = self.owner_of_notes(node);
        for (number, content) in notes {
            let name = format!("nota-{}", number + 1);
            let note = self.tree.child(owner, Tag::Note(name.into()));
            let manner = Manner {
                text: self.style.note,
                face: FaceKey::Regular,
                align: Align::Start,
                gap: self.style.item_gap,
                block_gap: self.style.item_gap * 2.0,
                depth: 0,
            };
            let label = self.tree.child(note, Tag::Label);
            let setting = Setting::of(manner.text, manner.face);
            let label = self.paragraph(&[Inline::text((number + 1).to_string())], label, setting);
            let content = self.prepare(&without_headings(content), note, manner);
            if let Some(own) = self.notes.get_mut(number) {
                *own = Some(PreparedNote { label, content });
            }
        }
    }

    /// A paragraph or heading is whole; a cell, an item or a caption keeps its notes inside.
    fn owner_of_notes(&self, node: NodeId) -> NodeId {
        let own = self.tree.node(node);
        own.filter(|node| matches!(node.tag, Tag::Paragraph | Tag::Heading(_)))
            .map_or(node, |node| node.parent)
    }

    /// Sets the notes that have been prepared since the last time. They are as wide, and as high, as an upright page
    /// on every page: lines of one length, whatever stands above.
    pub(super) fn set_notes(&mut self, set: &mut SetNotes) {
        if self.notes.len() == set.notes.len() {
            return;
        }
        set.line.get_or_insert_with(|| line(self.style.rule_colour));
        let upright = Sheet::of(self.style, Orientation::Upright);
        let depth = std::mem::replace(&mut self.depth, upright.depth());
        for number in set.notes.len()..self.notes.len() {
            let note = self.notes.get_mut(number).and_then(Option::take);
            let own = self.set_note(number, note, upright.measure());
            set.notes.push(own);
        }
        self.depth = depth;
    }

    fn set_note(&mut self, number: usize, note: Option<PreparedNote>, width: f64) -> Vec<Strip> {
        let Some(PreparedNote { label, content }) = note else {
            return Vec::new();
        };
        let indent = label.extent().line + 5.0;
        let mut strips = self.set_all(content, width - indent);
        strips.retain(|strip| !matches!(strip.body, Body::PageBreak));
        indented(&mut strips, indent);
        let mut strips = self.labelled(&label, strips, indent);
        if let Some(first) = strips.first_mut() {
            (first.note, first.before) = (Some(number), BETWEEN);
        }
        strips
    }
}

/// The line between the text and the notes.
fn line(colour: Colour) -> Strip {
    let line = Item::Shape(Shape {
        x: 0.0,
        y: 0.0,
        width: LINE,
        height: 0.5,
        colour,
    });
    let mut line = Strip::items(0.5, 0.0, vec![line]);
    (line.before, line.after) = (ABOVE, BETWEEN);
    line
}

/// Nothing in a note is a heading of the document.
fn without_headings(mut content: Vec<Block>) -> Vec<Block> {
    content.retain(|block| !matches!(block, Block::Contents { .. }));
    walk::blocks_mut(&mut content, &mut |block| match block {
        Block::Heading { content, .. } => {
            let words = Inline::Strong(std::mem::take(content));
            *block = Block::words(ParagraphRole::Body, vec![words]);
        }
        Block::Contents { title, .. } => *block = Block::paragraph(std::mem::take(title)),
        _ => {}
    });
    content
}
