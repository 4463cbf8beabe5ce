//! From prepared blocks to strips: everything gets its width here.

use super::composer::{Composer, Manner, Prepared, PreparedParagraph};
use super::lines::Extent;
use super::pages::Shape;
use super::strip::{self, Body, Item, Keep, Strip};
use super::text::Paragraph;
use super::tree::Tree;
use crate::document::{Align, Block, ParagraphRole};

/// The narrowest measure that an indent may leave, pt.
const NARROWEST: f64 = 60.0;
/// How far a quote stands in from its bar, pt.
const QUOTE_INDENT: f64 = 13.0;
/// Width of the bar, pt.
const QUOTE_BAR: f64 = 2.0;
/// White space around preformatted text on its ground, pt.
const GROUND_PAD: f64 = 7.0;

/// The main column of a section. Setting adds no branch to the tree, so each block is set, and dropped, as soon as
/// the next one is known.
pub(super) struct Column {
    width: f64,
    above: Above,
    waiting: Option<Prepared>,
    /// The first branch of the tree that the waiting block may hang on.
    branch: usize,
}

impl Column {
    /// A column of a width, pt.
    pub(super) const fn new(width: f64) -> Self {
        Self {
            width,
            above: Above::Other,
            waiting: None,
            branch: 0,
        }
    }

    /// Prepares the next block, and sets the one before it.
    pub(super) fn take(&mut self, composer: &mut Composer<'_>, block: &Block) -> Vec<Strip> {
        let flow = composer.flow();
        let branch = composer.tree.count();
        let Some(next) = composer.prepare_block(block, Tree::ROOT, flow) else {
            return Vec::new();
        };
        let strips = self.set_waiting(composer, Some(&next));
        self.waiting = Some(next);
        self.branch = branch;
        strips
    }

    /// The first branch of the tree on which something hangs that is not set yet.
    pub(super) fn first_branch(&self) -> Option<usize> {
        self.waiting.as_ref().map(|_| self.branch)
    }

    /// Sets the last block.
    pub(super) fn end(mut self, composer: &mut Composer<'_>) -> Vec<Strip> {
        self.set_waiting(composer, None)
    }

    fn set_waiting(&mut self, composer: &mut Composer<'_>, next: Option<&Prepared>) -> Vec<Strip> {
        let Some(block) = self.waiting.take() else {
            return Vec::new();
        };
        let above = std::mem::replace(&mut self.above, Above::of(&block));
        composer.set_among(above, block, next, self.width)
    }
}

impl Composer<'_> {
    /// Sets blocks one under the other.
    pub(super) fn set_all(&mut self, blocks: Vec<Prepared>, width: f64) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        let mut above = Above::Other;
        let mut blocks = blocks.into_iter().peekable();
        while let Some(block) = blocks.next() {
            let own = Above::of(&block);
            strips.append(&mut self.set_among(above, block, blocks.peek(), width));
            above = own;
        }
        strips
    }

    /// Sets a block that stands between two others.
    fn set_among(
        &mut self,
        above: Above,
        block: Prepared,
        next: Option<&Prepared>,
        width: f64,
    ) -> Vec<Strip> {
        let most = stays_with_next(above, &block, next);
        let mut own = self.set_block(block, width);
        if own.len() <= most {
            strip::keep_with_next(&mut own);
        }
        own
    }

    fn set_block(&mut self, block: Prepared, width: f64) -> Vec<Strip> {
        match block {
            Prepared::Paragraph(paragraph) => self.set_paragraph(&paragraph, width),
            Prepared::Heading {
                paragraph,
                index,
                space: (before, after),
            } => {
                let mut strips = self.set(&paragraph, paragraph.balanced(width), Align::Start);
                if strips.is_empty() {
                    strips.push(Strip::items(0.0, 0.0, Vec::new()));
                }
                for strip in &mut strips {
                    strip.keep = Keep::WithNext;
                }
                if let Some(first) = strips.first_mut() {
                    first.heading = Some(index);
                }
                strip::space(&mut strips, before, after);
                strips
            }
            Prepared::List(list) => self.set_list(list, width),
            Prepared::Definitions(definitions) => self.set_definitions(definitions, width),
            Prepared::Figure(figure) => self.set_figure(&figure, width),
            Prepared::Signatures(signatures, gap) => self.set_signatures(&signatures, gap, width),
            Prepared::Blocks(inner) => self.set_all(inner, width),
            Prepared::Table(table) => self.set_table(*table, width),
            Prepared::Contents(contents) => self.set_contents(contents, width),
            Prepared::Quote(inner, gap) => self.set_quote(inner, gap, width),
            Prepared::Preformatted(words, gap) => self.set_preformatted(&words, gap, width),
            Prepared::Separator(gap) => vec![self.set_separator(gap, width)],
            Prepared::PageBreak => vec![Strip::page_break()],
        }
    }

    fn set_paragraph(&mut self, paragraph: &PreparedParagraph, width: f64) -> Vec<Strip> {
        let mut strips = self.set(&paragraph.words, width, paragraph.align);
        strip::keep_ends(&mut strips);
        let gap = match paragraph.role {
            ParagraphRole::Closing => paragraph.gap * 2.0,
            _ => paragraph.gap,
        };
        strip::space(&mut strips, gap, paragraph.gap);
        strips
    }

    fn set_quote(&mut self, inner: Vec<Prepared>, gap: f64, width: f64) -> Vec<Strip> {
        let indent = affordable(QUOTE_INDENT, width);
        let mut strips = self.set_all(inner, width - indent);
        indented(&mut strips, indent);
        let mut above: Option<f64> = None;
        for strip in &mut strips {
            let reach = above.map_or(0.0, |after| after.max(strip.before));
            above = Some(strip.after);
            let bar = Shape {
                x: -strip.x,
                y: -reach,
                width: QUOTE_BAR.min(indent),
                height: strip.height + reach,
                colour: self.style.accent,
            };
            if let Body::Items(items) = &mut strip.body {
                items.push(Item::Shape(bar));
            }
        }
        strip::space(&mut strips, gap, gap);
        strips
    }

    fn set_preformatted(&mut self, words: &Paragraph, gap: f64, width: f64) -> Vec<Strip> {
        let pad = affordable(GROUND_PAD, width);
        let mut strips = self.set(words, width - 2.0 * pad, Align::Start);
        strip::keep_ends(&mut strips);
        let count = strips.len();
        for (index, strip) in strips.iter_mut().enumerate() {
            let above = if index == 0 { pad } else { 0.0 };
            let below = if index + 1 == count { pad } else { 0.0 };
            strip.x = pad;
            strip.height += above + below;
            strip.baseline += above;
            if let Body::Items(items) = &mut strip.body {
                for item in &mut *items {
                    item.shift(0.0, above);
                }
                items.push(Item::Shape(Shape {
                    x: -pad,
                    y: 0.0,
                    width,
                    height: strip.height,
                    colour: self.style.tint,
                }));
            }
        }
        strip::space(&mut strips, gap, gap);
        strips
    }

    fn set_separator(&self, gap: f64, width: f64) -> Strip {
        let line = Item::Shape(Shape {
            x: 0.0,
            y: 0.0,
            width,
            height: 0.5,
            colour: self.style.rule_colour,
        });
        let mut strip = Strip::items(0.5, 0.0, vec![line]);
        (strip.before, strip.after) = (gap, gap);
        strip
    }
}

impl Prepared {
    /// How narrow and how wide it can be.
    pub(super) fn extent(&self) -> Extent {
        match self {
            Self::Paragraph(paragraph) => paragraph.words.extent(),
            Self::Heading { paragraph, .. } => paragraph.extent(),
            Self::Preformatted(paragraph, _) => paragraph.extent().widened(2.0 * GROUND_PAD),
            Self::List(list) => list.extent(),
            Self::Definitions(definitions) => definitions.extent(),
            Self::Figure(figure) => figure.extent(),
            Self::Signatures(signatures, _) => signatures
                .iter()
                .map(Paragraph::extent)
                .fold(Extent::default(), Extent::or),
            Self::Blocks(inner) => extent(inner),
            Self::Table(table) => table.extent(),
            Self::Quote(inner, _) => extent(inner).widened(QUOTE_INDENT),
            Self::Contents(_) | Self::Separator(_) | Self::PageBreak => Extent::default(),
        }
    }

    /// The same block with smaller or larger letters.
    pub(super) fn scale(&mut self, by: f64) {
        match self {
            Self::Paragraph(paragraph) => paragraph.words.scale(by),
            Self::Heading { paragraph, .. } | Self::Preformatted(paragraph, _) => {
                paragraph.scale(by);
            }
            Self::List(list) => list.scale(by),
            Self::Definitions(definitions) => definitions.scale(by),
            Self::Figure(figure) => figure.scale(by),
            Self::Signatures(signatures, _) => {
                for words in signatures.iter_mut() {
                    words.scale(by);
                }
            }
            Self::Table(table) => table.scale(by),
            Self::Blocks(inner) | Self::Quote(inner, _) => {
                for block in inner {
                    block.scale(by);
                }
            }
            Self::Contents(_) | Self::Separator(_) | Self::PageBreak => {}
        }
    }
}

impl Paragraph {
    /// The same words, smaller or larger: shaping does not depend on size.
    pub(super) fn scale(&mut self, by: f64) {
        self.style.size *= by;
        self.hyphen *= by;
        for run in &mut self.runs {
            run.look.size *= by;
            run.look.rise *= by;
        }
        self.pens.iter_mut().for_each(|pen| *pen *= by);
        for place in &mut self.breaks {
            place.visible *= by;
            place.next *= by;
        }
    }
}

impl Item {
    /// Moves it inside its strip.
    pub(super) fn shift(&mut self, right: f64, down: f64) {
        match self {
            Self::Text { text, .. } => {
                text.x += right;
                text.y += down;
            }
            Self::Shape(shape) => {
                shape.x += right;
                shape.y += down;
            }
            Self::Graphic { graphic, .. } => graphic.shift(right, down),
            Self::Area {
                place: [x, y, ..], ..
            } => {
                *x += right;
                *y += down;
            }
            Self::PageNumber(number) => {
                number.left += right;
                number.right += right;
                number.y += down;
            }
        }
    }
}

impl Manner {
    /// The manner of a table's cells.
    pub(super) const fn of_cell(self, text: super::style::TextStyle, gap: f64) -> Self {
        Self {
            text,
            gap,
            block_gap: gap * 1.5,
            depth: 0,
            ..self
        }
    }
}

/// How narrow and how wide blocks can be together.
pub(super) fn extent(blocks: &[Prepared]) -> Extent {
    blocks
        .iter()
        .map(Prepared::extent)
        .fold(Extent::default(), Extent::or)
}

/// As much of an indent as a measure can afford.
pub(super) fn affordable(indent: f64, width: f64) -> f64 {
    indent.min((width - NARROWEST).max(0.0))
}

/// Moves strips to the right.
pub(super) fn indented(strips: &mut [Strip], indent: f64) {
    for strip in strips {
        strip.x += indent;
    }
}

/// As many lines between a heading and a table stay with both.
const FEW_LINES: usize = 3;

/// What stands above a block, as far as the block asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Above {
    Heading,
    Other,
}

impl Above {
    /// For the block below it.
    const fn of(block: &Prepared) -> Self {
        match block {
            Prepared::Heading { .. } => Self::Heading,
            _ => Self::Other,
        }
    }
}

/// The most lines with which a page must not end between a block and the next one: what a lead announces or a colon
/// opens belongs to it, a few lines between a heading and a table belong to both, and place and date are
/// never alone on the last page.
fn stays_with_next(above: Above, block: &Prepared, next: Option<&Prepared>) -> usize {
    let closing = |block: &Prepared| match block {
        Prepared::Paragraph(words) => words.role == ParagraphRole::Closing,
        Prepared::Signatures(..) => true,
        _ => false,
    };
    let (introduces, between) = match block {
        Prepared::Paragraph(words) => (
            words.role == ParagraphRole::Lead || ends_with_colon(&words.words),
            above == Above::Heading && matches!(next, Some(Prepared::Table(_))),
        ),
        _ => (false, false),
    };
    if introduces || next.is_some_and(closing) {
        usize::MAX
    } else if between {
        FEW_LINES
    } else {
        0
    }
}

fn ends_with_colon(words: &Paragraph) -> bool {
    words.text.trim_end().ends_with(':')
}
