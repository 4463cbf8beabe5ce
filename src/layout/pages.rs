//! What layout hands over: positioned text and shapes, page by page, and the tree of their meaning, branch by branch.
//!
//! Coordinates are points from the upper left corner of the page, downwards. A page draws what lies
//! behind it, then its [`Shape`]s (all of them artifacts: rules, grounds, underlines), then its text,
//! sequence by sequence in reading order, so that a sequence of marked content is never cut by a rule.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::alphabet::Alphabet;
use super::faces::FaceKey;
use super::places::Places;
use super::style::{Colour, Size};
use super::tree::{Branch, Kid, Node, Place, SlotId, Tree};
use crate::document::Anchor;
use crate::picture::{FillRule, Picture};

pub use crate::picture::{Contour, Segment};

/// A laid-out document: what its pages draw, and all that is known besides.
#[derive(Debug, Clone, PartialEq)]
pub struct Pages {
    /// What each page draws.
    pub drawings: Vec<Drawing>,
    /// What that means.
    pub tree: Tree,
    /// What is known besides.
    pub book: Book,
}

impl Pages {
    /// How many pages there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.book.count()
    }

    /// The text as a screen reader reads it: in the order of the tree, without artifacts, a line for
    /// each paragraph, cell or label.
    #[must_use]
    pub fn text(&self) -> String {
        let mut sequences = BTreeMap::new();
        for (index, drawing) in self.drawings.iter().enumerate() {
            for sequence in &drawing.content {
                if let Mark::Content { number, .. } = sequence.mark {
                    sequences.insert((index, number), sequence.texts.as_slice());
                }
            }
        }
        let mut words = String::new();
        for branch in self.tree.branches() {
            if let Some((_, node)) = branch.nodes().next() {
                self.read(branch, node, &sequences, &mut words);
            }
        }
        words
    }

    fn read(&self, branch: &Branch, node: &Node, sequences: &Sequences<'_>, words: &mut String) {
        for kid in branch.kids(node) {
            match kid {
                Kid::Node(kid) => {
                    if let Some(kid) = branch.node(kid) {
                        self.read(branch, kid, sequences, words);
                    }
                }
                Kid::Slot(slot) => {
                    for mark in branch.marks(slot) {
                        let texts = sequences.get(&(mark.page(), mark.number()));
                        for text in texts.copied().unwrap_or_default() {
                            let letters = self.book.alphabet.letters(text);
                            words.extend(letters.map(|letter| &*letter.characters));
                        }
                    }
                }
                Kid::Areas(_) => {}
            }
        }
        if !node.tag.is_inline() && !words.ends_with('\n') {
            words.push('\n');
        }
    }
}

/// The texts of each marked-content sequence, by page and number.
type Sequences<'a> = BTreeMap<(usize, usize), &'a [Text]>;

/// What is known of a laid-out document besides what its pages draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// The paper of each page.
    pub leaves: Vec<Leaf>,
    /// The bookmarks, in order.
    pub outline: Vec<Bookmark>,
    /// Where links lead.
    pub places: Places,
    /// The letters that the texts are made of.
    pub alphabet: Alphabet,
    /// Characters that no face has; a replacement stands in their place.
    pub missing_characters: BTreeSet<char>,
    /// Anchors that links lead to and no heading has; their links are plain text.
    pub missing_anchors: BTreeSet<Anchor>,
    /// Pictures that no figure's name leads to; nothing stands in their place but their words.
    pub missing_pictures: BTreeSet<String>,
    /// What lies behind pages, by number.
    pub stamps: Vec<Figure>,
    /// The rasters that pages show, by number.
    pub rasters: Vec<Arc<Picture>>,
}

impl Book {
    /// How many pages there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.leaves.len()
    }

    /// The height of a page, pt.
    #[must_use]
    pub fn height(&self, page: usize) -> f64 {
        self.leaves.get(page).map_or(0.0, |leaf| leaf.size.height)
    }
}

/// The paper of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leaf {
    /// Its size.
    pub size: Size,
    /// What lies behind everything else: the word that says draft, by its number among the stamps. An
    /// artifact.
    pub behind: Option<usize>,
}

/// What is given away while a document is laid out.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Something that a page draws.
    Part(Part),
    /// What some of it means: all that hangs on the branch has been drawn. Branches come in the order of reading, but
    /// for those on pages that wait.
    Branch(Branch),
}

/// Something that a page draws. Those of a page come in the order in which they are drawn; those of different pages in
/// any order: a page can be drawn as soon as it ends, but its foot, which says how many pages there are, only when
/// all have ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Index of the page.
    pub page: usize,
    /// Its paper.
    pub size: Size,
    /// What is drawn.
    pub drawing: Drawing,
}

/// What a page draws.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// Rectangles behind the text; artifacts all.
    pub shapes: Vec<Shape>,
    /// Leaders; artifacts too.
    pub dots: Vec<Dots>,
    /// The text, in reading order.
    pub content: Vec<Sequence>,
}

impl Drawing {
    /// Adds what is drawn after it.
    pub fn append(&mut self, mut other: Self) {
        self.shapes.append(&mut other.shapes);
        self.dots.append(&mut other.dots);
        self.content.append(&mut other.content);
    }
}

/// A filled rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Its colour.
    pub colour: Colour,
}

/// A row of round dots.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dots {
    /// Middle of the first dot.
    pub x: f64,
    /// Middle of all dots.
    pub y: f64,
    /// Where no dot may be any more.
    pub end: f64,
    /// From dot to dot.
    pub step: f64,
    /// Width of a dot.
    pub size: f64,
    /// Colour of the dots.
    pub colour: Colour,
}

/// A filled figure of lines and curves.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its colour.
    pub colour: Colour,
    /// What counts as its inside.
    pub rule: FillRule,
    /// Its contours.
    pub contours: Vec<Contour>,
}

/// What a figure of the document draws.
#[derive(Debug, Clone, PartialEq)]
pub enum Graphic {
    /// A rectangle.
    Rectangle(Shape),
    /// Lines and curves.
    Figure(Figure),
    /// A raster.
    Raster {
        /// Its number among the document's rasters.
        raster: usize,
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
    },
}

/// A marked-content sequence.
#[derive(Debug, Clone, PartialEq)]
pub struct Sequence {
    /// What it is.
    pub mark: Mark,
    /// What it draws, first.
    pub graphics: Vec<Graphic>,
    /// What it says.
    pub texts: Vec<Text>,
}

impl Sequence {
    /// A sequence that draws nothing yet.
    #[must_use]
    pub const fn of(mark: Mark) -> Self {
        Self {
            mark,
            graphics: Vec::new(),
            texts: Vec::new(),
        }
    }
}

/// Whether a sequence is read or skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Content of the tree.
    Content {
        /// Where it hangs.
        slot: SlotId,
        /// Its number on the page.
        number: usize,
    },
    /// Of no meaning to a reader who does not see the page.
    Artifact(Artifact),
}

/// Kinds of artifacts (ISO 32000-1, 14.8.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Artifact {
    /// Head of the page.
    Header,
    /// Foot of the page.
    Footer,
    /// Repeated header rows, leaders.
    Layout,
}

/// A run of glyphs on one baseline, in one face.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Where it starts.
    pub x: f64,
    /// Its baseline.
    pub y: f64,
    /// Its face.
    pub face: FaceKey,
    /// Its size, pt.
    pub size: f64,
    /// Its colour.
    pub colour: Colour,
    /// Its glyphs.
    pub glyphs: Vec<Glyph>,
}

/// A letter in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// Its number among the letters of its face.
    pub letter: u16,
    /// How far the pen goes back before it from where the font's own advances have brought it, font units: kerning,
    /// and glyphs that stand beside the pen.
    pub back: i16,
}

/// A line of the navigation panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// Its words.
    pub title: String,
    /// Its depth, from 1.
    pub level: u8,
    /// Where it leads.
    pub place: Place,
}
