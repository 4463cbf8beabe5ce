//! From blocks to prepared blocks: words shaped, structure tree grown, nothing yet as wide as a page.
//!
//! Composing has two steps. *Preparing* walks the blocks once, in reading order: it shapes every
//! paragraph and makes the elements of the structure tree. *Setting* ([`super::set`]) gives the
//! prepared blocks a width and yields strips. Between the two a block can be asked how narrow and how
//! wide it could be, which is how the columns of a table find their widths.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use harfrust::Buffer;
use hypher::Lang;

use super::alphabet::Alphabet;
use super::contents::PreparedContents;
use super::faces::{FaceKey, Faces};
use super::figures::PreparedFigure;
use super::hyphenate::{self, Ease};
use super::lists::{PreparedDefinitions, PreparedList};
use super::notes::PreparedNote;
use super::outline::{Heading, Outline};
use super::style::{Style, TextStyle};
use super::table::PreparedTable;
use super::tags::Tag;
use super::text::{Look, Paragraph, Setting, Spaces};
use super::tree::{LinkTarget, NodeId, Tree};
use crate::document::{
    Align, Anchor, Block, Document, Inline, ParagraphRole, Pictures, Table, Target,
};
use crate::picture::Picture;

/// What composing reads and what it gathers on its way.
pub(super) struct Composer<'a> {
    /// How things look.
    pub(super) style: &'a Style,
    /// The faces.
    pub(super) faces: &'a Faces,
    /// The headings.
    pub(super) outline: &'a Outline,
    /// The language whose words are divided.
    pub(super) language: Option<Lang>,
    /// The structure tree so far.
    pub(super) tree: Tree,
    /// The letters set so far.
    pub(super) alphabet: Alphabet,
    /// Characters that no face has.
    pub(super) missing_characters: BTreeSet<char>,
    /// Anchors that no heading has.
    pub(super) missing_anchors: BTreeSet<Anchor>,
    /// Room for the shaper.
    pub(super) buffer: Buffer,
    /// Height of the text on the pages that are being set, pt.
    pub(super) depth: f64,
    /// How many headings have been composed.
    pub(super) headings: usize,
    /// How many tables have been composed.
    pub(super) tables: usize,
    /// The footnotes, by number from 0; `None` until they are prepared.
    pub(super) notes: Vec<Option<PreparedNote>>,
    /// Their numbers.
    pub(super) note_numbers: BTreeMap<Anchor, usize>,
    /// What a reference to one is called.
    pub(super) note_label: &'a str,
    /// The pictures that figures name.
    pub(super) pictures: &'a Pictures,
    /// The rasters shown so far.
    pub(super) rasters: Vec<Arc<Picture>>,
    /// Names of pictures that are not there.
    pub(super) missing_pictures: BTreeSet<String>,
}

/// How the blocks of some place are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// Their letters.
    pub(super) text: TextStyle,
    /// Their face.
    pub(super) face: FaceKey,
    /// How their lines are aligned.
    pub(super) align: Align,
    /// White space between them, pt.
    pub(super) gap: f64,
    /// White space around tables, quotes and such, pt.
    pub(super) block_gap: f64,
    /// How many lists they are in.
    pub(super) depth: usize,
}

/// A block ready to be given a width.
#[derive(Debug, Clone)]
pub(super) enum Prepared {
    /// Running text.
    Paragraph(PreparedParagraph),
    /// A heading.
    Heading {
        /// Its words.
        paragraph: Paragraph,
        /// Its number in the outline.
        index: usize,
        /// White space above and below, pt.
        space: (f64, f64),
    },
    /// A list.
    List(PreparedList),
    /// Terms and what they mean.
    Definitions(PreparedDefinitions),
    /// A figure.
    Figure(Box<PreparedFigure>),
    /// Who signed.
    Signatures(Vec<Paragraph>, f64),
    /// Blocks one under the other.
    Blocks(Vec<Prepared>),
    /// A table.
    Table(Box<PreparedTable>),
    /// A table of contents.
    Contents(PreparedContents),
    /// A quotation.
    Quote(Vec<Prepared>, f64),
    /// Text where spaces count.
    Preformatted(Paragraph, f64),
    /// A thin line.
    Separator(f64),
    /// The end of a page.
    PageBreak,
}

/// A prepared paragraph.
#[derive(Debug, Clone)]
pub(super) struct PreparedParagraph {
    /// Its words.
    pub(super) words: Paragraph,
    /// How its lines are aligned.
    pub(super) align: Align,
    /// What it is.
    pub(super) role: ParagraphRole,
    /// White space above and below, pt.
    pub(super) gap: f64,
}

impl<'a> Composer<'a> {
    pub(super) fn new(
        document: &'a Document,
        style: &'a Style,
        faces: &'a Faces,
        outline: &'a Outline,
    ) -> Self {
        Self {
            style,
            faces,
            outline,
            language: hyphenate::language(&document.info.language),
            tree: Tree::default(),
            alphabet: Alphabet::default(),
            missing_characters: BTreeSet::new(),
            missing_anchors: BTreeSet::new(),
            buffer: Buffer::new(),
            depth: style.depth(),
            headings: 0,
            tables: 0,
            notes: Vec::new(),
            note_numbers: BTreeMap::new(),
            note_label: &document.note_label,
            pictures: &document.pictures,
            rasters: Vec::new(),
            missing_pictures: BTreeSet::new(),
        }
    }

    /// The manner of the main column.
    pub(super) const fn flow(&self) -> Manner {
        Manner {
            text: self.style.body,
            face: FaceKey::Regular,
            align: Align::Start,
            gap: self.style.paragraph_gap,
            block_gap: self.style.block_gap,
            depth: 0,
        }
    }

    /// Prepares blocks as kids of `node`.
    pub(super) fn prepare(
        &mut self,
        blocks: &[Block],
        node: NodeId,
        manner: Manner,
    ) -> Vec<Prepared> {
        blocks
            .iter()
            .filter_map(|block| self.prepare_block(block, node, manner))
            .collect()
    }

    /// Where a link leads; `None`, and a report, when there is no such place.
    pub(super) fn resolve(&mut self, target: &Target) -> Option<LinkTarget> {
        match target {
            Target::Address(address) => Some(LinkTarget::Address(address.clone())),
            Target::Anchor(anchor) => {
                let found = self.outline.anchored(anchor);
                if found.is_none() {
                    self.missing_anchors.insert(anchor.clone());
                }
                found.map(LinkTarget::Heading)
            }
        }
    }

    /// Prepares a block as a kid of `node`; `None` when it leaves nothing on the page.
    pub(super) fn prepare_block(
        &mut self,
        block: &Block,
        node: NodeId,
        manner: Manner,
    ) -> Option<Prepared> {
        match block {
            Block::Heading { content, .. } => Some(self.prepare_heading(content, node)),
            Block::Paragraph { content, role } => {
                self.prepare_paragraph(content, *role, node, manner)
            }
            Block::List(list) => Some(self.prepare_list(list, node, manner)),
            Block::Table(table) if has_rows(table) => {
                let table = self.prepare_table(table, node, manner);
                Some(Prepared::Table(Box::new(table)))
            }
            // A title with no table under it is a paragraph.
            Block::Table(table) => {
                let words = table.caption.as_deref().unwrap_or_default();
                self.prepare_paragraph(words, ParagraphRole::Body, node, manner)
            }
            Block::Definitions(definitions) => {
                Some(self.prepare_definitions(definitions, node, manner))
            }
            Block::Figure(figure) => Some(self.prepare_figure(figure, node, manner)),
            Block::Signatures(signatures) => Some(self.prepare_signatures(signatures, node)),
            // At the top of a document these are pages of their own before they come here.
            Block::Landscape(inner) => Some(Prepared::Blocks(self.prepare(inner, node, manner))),
            Block::Contents { title, depth } => Some(self.prepare_contents(title, *depth, node)),
            Block::Quote(inner) => {
                let quote = self.tree.child(node, Tag::Quote);
                let inner = self.prepare(inner, quote, manner);
                Some(Prepared::Quote(inner, manner.block_gap))
            }
            Block::Preformatted(text) => self.prepare_preformatted(text, node, manner),
            Block::Separator => Some(Prepared::Separator(manner.block_gap)),
            Block::PageBreak => Some(Prepared::PageBreak),
        }
    }

    /// Prepares the next heading of the outline.
    pub(super) fn prepare_heading(&mut self, content: &[Inline], node: NodeId) -> Prepared {
        let index = self.headings;
        self.headings += 1;
        let depth = self
            .outline
            .heading(index)
            .map_or(1, |heading| heading.depth);
        let [.., last] = &self.style.headings;
        let style = *self
            .style
            .headings
            .get(usize::from(depth) - 1)
            .unwrap_or(last);
        // What has no words but a footnote's number heads nothing: the outline does not count on it.
        let titled = self.outline.heading(index).is_none_or(Heading::says);
        let tag = if titled {
            Tag::Heading(depth)
        } else {
            Tag::Paragraph
        };
        let node = self.tree.child(node, tag);
        let setting = Setting {
            look: Look::of(style.text, FaceKey::Bold),
            style: style.text,
            spaces: Spaces::Collapse,
            ease: Ease::Reluctant,
        };
        Prepared::Heading {
            paragraph: self.paragraph(content, node, setting),
            index,
            space: (style.before, style.after),
        }
    }

    fn prepare_paragraph(
        &mut self,
        content: &[Inline],
        role: ParagraphRole,
        node: NodeId,
        manner: Manner,
    ) -> Option<Prepared> {
        let node = self.tree.child(node, Tag::Paragraph);
        self.prepare_words(content, role, node, manner)
    }

    /// Prepares words that hang on `node` itself.
    pub(super) fn prepare_words(
        &mut self,
        content: &[Inline],
        role: ParagraphRole,
        node: NodeId,
        manner: Manner,
    ) -> Option<Prepared> {
        let style = match role {
            ParagraphRole::Body | ParagraphRole::Closing => manner.text,
            ParagraphRole::Lead => self.style.lead,
            ParagraphRole::Note => self.style.note,
        };
        let words = self.paragraph(content, node, Setting::of(style, manner.face));
        (!words.is_empty()).then_some(Prepared::Paragraph(PreparedParagraph {
            words,
            align: manner.align,
            role,
            gap: manner.gap,
        }))
    }

    /// Prepares the blocks of an item or a cell. One plain paragraph needs no `P` of its own.
    pub(super) fn prepare_item(
        &mut self,
        blocks: &[Block],
        node: NodeId,
        manner: Manner,
    ) -> Vec<Prepared> {
        match blocks {
            [Block::Paragraph { content, role }] => self
                .prepare_words(content, *role, node, manner)
                .into_iter()
                .collect(),
            blocks => self.prepare(blocks, node, manner),
        }
    }

    fn prepare_preformatted(
        &mut self,
        text: &str,
        node: NodeId,
        manner: Manner,
    ) -> Option<Prepared> {
        let mut content = Vec::new();
        for line in text.trim_end().lines() {
            if !content.is_empty() {
                content.push(Inline::LineBreak);
            }
            content.push(Inline::Text(line.replace('\t', "    ")));
        }
        let style = TextStyle {
            size: manner.text.size * 0.85,
            ..manner.text
        };
        let paragraph = self.tree.child(node, Tag::Paragraph);
        let code = self.tree.child(paragraph, Tag::Code);
        let setting = Setting {
            spaces: Spaces::Keep,
            ease: Ease::Reluctant,
            ..Setting::of(style, FaceKey::Mono)
        };
        let words = self.paragraph(&content, code, setting);
        (!words.is_empty()).then_some(Prepared::Preformatted(words, manner.block_gap))
    }
}

impl Setting {
    /// Ordinary text.
    pub(super) const fn of(style: TextStyle, face: FaceKey) -> Self {
        Self {
            look: Look::of(style, face),
            style,
            spaces: Spaces::Collapse,
            ease: Ease::Willing,
        }
    }
}

const fn has_rows(table: &Table) -> bool {
    !(table.header.is_empty() && table.body.is_empty() && table.footer.is_empty())
}
