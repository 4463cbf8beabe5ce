//! From inlines to runs of characters: looks, places in the tree, collapsed white space.

use std::ops::Range;

use super::composer::Composer;
use super::faces::FaceKey;
use super::shape::{drawn, printable};
use super::tags::Tag;
use super::text::{Decoration, Look, Spaces};
use super::tree::{LinkTarget, NodeId, SlotId, Tree};
use crate::document::{Block, Footnote, Inline, Target, plain_text};

/// Size of a machine's words among others: monospaced letters look larger than they are.
const CODE_SIZE: f64 = 0.92;
/// Size of a footnote's number among other words.
const NOTE_SIZE: f64 = 0.66;
/// How far it stands above their baseline, em.
const NOTE_RISE: f64 = 0.36;

/// Text gathered from inlines.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Its characters.
    pub(super) text: String,
    /// Look, place in the tree and first byte of each run.
    pub(super) runs: Vec<(Look, SlotId, usize)>,
    /// Where a line must end.
    pub(super) forced: Vec<usize>,
    /// Where the text itself allows a hyphen.
    pub(super) soft_hyphens: Vec<usize>,
    /// Words of other languages, which the patterns of the document's do not divide.
    pub(super) undivided: Vec<Range<usize>>,
    /// The footnotes that it refers to first: their numbers from 0, and what they say.
    pub(super) notes: Vec<(usize, Vec<Block>)>,
}

impl Gathered {
    fn ends_with_space(&self) -> bool {
        self.text.is_empty() || self.text.ends_with(' ')
    }

    /// Takes spaces off its end.
    pub(super) fn trim_end(&mut self) {
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        let length = self.text.len();
        self.runs.retain(|(_, _, start)| *start < length);
        self.forced.retain(|at| *at < length);
        self.soft_hyphens.retain(|at| *at < length);
    }
}

impl Composer<'_> {
    /// Gathers inlines whose text hangs on `node`.
    pub(super) fn gather(
        &mut self,
        content: &[Inline],
        node: NodeId,
        look: Look,
        spaces: Spaces,
        into: &mut Gathered,
    ) {
        let mut slot = None;
        for inline in content {
            let (tag, look, inner) = match inline {
                Inline::Text(words) => {
                    self.gather_words(words, node, &mut slot, look, spaces, into);
                    continue;
                }
                Inline::LineBreak => {
                    self.gather_break(node, &mut slot, look, spaces, into);
                    continue;
                }
                Inline::Code(words) => {
                    self.gather_code(words, node, look, spaces, into);
                    slot = None;
                    continue;
                }
                Inline::Strong(inner) => {
                    let face = look.face.bold();
                    (Tag::Strong, Look { face, ..look }, inner)
                }
                Inline::Emphasis(inner) => {
                    let face = look.face.italic();
                    (Tag::Emphasis, Look { face, ..look }, inner)
                }
                Inline::Struck(inner) => {
                    let decoration = Decoration::Through;
                    (Tag::Struck, Look { decoration, ..look }, inner)
                }
                Inline::Link { target, content } => {
                    self.gather_link(target, content, node, look, spaces, into);
                    slot = None;
                    continue;
                }
                Inline::Foreign { language, content } => {
                    let start = into.text.len();
                    let child = self
                        .tree
                        .child(node, Tag::Foreign(language.as_str().into()));
                    self.gather(content, child, look, spaces, into);
                    into.undivided.push(start..into.text.len());
                    slot = None;
                    continue;
                }
                Inline::Abbreviation { short, expansion } => {
                    let child = self
                        .tree
                        .child(node, Tag::Abbreviation(expansion.as_str().into()));
                    self.gather_words(short, child, &mut None, look, spaces, into);
                    slot = None;
                    continue;
                }
                Inline::Footnote(note) => {
                    self.gather_note(note, node, look, spaces, into);
                    slot = None;
                    continue;
                }
                Inline::FootnoteAgain(anchor) => {
                    let number = self.note_numbers.get(anchor).copied();
                    self.gather_reference(number, None, node, look, spaces, into);
                    slot = None;
                    continue;
                }
            };
            let child = self.tree.child(node, tag);
            self.gather(inner, child, look, spaces, into);
            slot = None;
        }
    }

    /// Words that a figure shows: they hang where the rest of the figure does.
    pub(super) fn gather_drawn(&mut self, words: &str, slot: SlotId, look: Look) -> Gathered {
        let mut gathered = Gathered::default();
        let mut slot = Some(slot);
        self.gather_words(
            words,
            Tree::ROOT,
            &mut slot,
            look,
            Spaces::Collapse,
            &mut gathered,
        );
        gathered
    }

    /// A line ends with a space, so that its last word and the next line's first stay apart.
    fn gather_break(
        &mut self,
        node: NodeId,
        slot: &mut Option<SlotId>,
        look: Look,
        spaces: Spaces,
        into: &mut Gathered,
    ) {
        if !into.text.is_empty() {
            self.gather_words(" ", node, slot, look, spaces, into);
            into.forced.push(into.text.len());
        }
    }

    fn gather_code(
        &mut self,
        words: &str,
        node: NodeId,
        look: Look,
        spaces: Spaces,
        into: &mut Gathered,
    ) {
        let look = Look {
            face: FaceKey::Mono,
            size: look.size * CODE_SIZE,
            ..look
        };
        let code = self.tree.child(node, Tag::Code);
        self.gather_words(words, code, &mut None, look, spaces, into);
    }

    /// The first reference to a footnote.
    fn gather_note(
        &mut self,
        note: &Footnote,
        node: NodeId,
        look: Look,
        spaces: Spaces,
        into: &mut Gathered,
    ) {
        let number = self.notes.len();
        self.notes.push(None);
        self.note_numbers.insert(note.anchor.clone(), number);
        into.notes.push((number, note.content.clone()));
        self.gather_reference(Some(number), Some(number), node, look, spaces, into);
    }

    /// The raised number that leads to a footnote; nothing for a footnote that is nowhere.
    fn gather_reference(
        &mut self,
        number: Option<usize>,
        first: Option<usize>,
        node: NodeId,
        look: Look,
        spaces: Spaces,
        into: &mut Gathered,
    ) {
        let Some(number) = number else { return };
        let shown = (number + 1).to_string();
        let reference = self.tree.child(node, Tag::Reference);
        let look = Look {
            rise: look.size * NOTE_RISE,
            size: look.size * NOTE_SIZE,
            colour: self.style.accent,
            note: first,
            ..look
        };
        // Inside a link the number leads where the link does.
        if look.link.is_some() {
            return self.gather_words(&shown, reference, &mut None, look, spaces, into);
        }
        let child = self.tree.child(reference, Tag::Link);
        let link = self.tree.open_link(
            child,
            LinkTarget::Note(number),
            format!("{}{shown}", self.note_label),
        );
        let look = Look {
            link: Some(link),
            ..look
        };
        self.gather_words(&shown, child, &mut None, look, spaces, into);
        self.tree.close_link(child, link);
    }

    /// A link inside a link, or to a heading that does not exist, is plain text.
    fn gather_link(
        &mut self,
        target: &Target,
        content: &[Inline],
        node: NodeId,
        look: Look,
        spaces: Spaces,
        into: &mut Gathered,
    ) {
        let words = plain_text(content);
        let words = words.trim();
        let Some(target) = self.resolve(target) else {
            return self.gather(content, node, look, spaces, into);
        };
        if look.link.is_some() || words.is_empty() {
            return self.gather(content, node, look, spaces, into);
        }
        let description = match &target {
            LinkTarget::Address(address) if address != words => format!("{words} ({address})"),
            _ => words.to_owned(),
        };
        let child = self.tree.child(node, Tag::Link);
        let look = Look {
            colour: self.style.accent,
            decoration: Decoration::Under,
            link: None,
            ..look
        };
        let link = self.tree.open_link(child, target, description);
        let look = Look {
            link: Some(link),
            ..look
        };
        self.gather(content, child, look, spaces, into);
        self.tree.close_link(child, link);
    }

    fn gather_words(
        &mut self,
        words: &str,
        node: NodeId,
        slot: &mut Option<SlotId>,
        look: Look,
        spaces: Spaces,
        into: &mut Gathered,
    ) {
        for character in printable(words) {
            if character == '\u{AD}' {
                into.soft_hyphens.push(into.text.len());
                continue;
            }
            if character == ' ' && spaces == Spaces::Collapse && into.ends_with_space() {
                continue;
            }
            let slot = *slot.get_or_insert_with(|| self.tree.slot(node));
            let look = self.fit(look, character);
            let same = into
                .runs
                .last()
                .is_some_and(|(last, last_slot, _)| *last == look && *last_slot == slot);
            if !same {
                into.runs.push((look, slot, into.text.len()));
            }
            into.text.push(character);
        }
    }

    /// The look with a face that has the character; reports the character when no face has.
    fn fit(&mut self, look: Look, character: char) -> Look {
        let faces = self.faces;
        let found = std::iter::once(look.face)
            .chain(faces.others())
            .find(|face| drawn(faces.face(*face), character).is_some());
        if found.is_none() {
            self.missing_characters.insert(character);
        }
        Look {
            face: found.unwrap_or(look.face),
            ..look
        }
    }
}
