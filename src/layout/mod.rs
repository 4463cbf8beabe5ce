//! From meaning to pages.
//!
//! This module owns everything with a coordinate: faces, line breaking, hyphenation, tables across
//! pages, the table of contents, running heads. It never knows what an objective is (it speaks only
//! the words of [`crate::document`]) nor how a PDF is written ([`crate::pdf`] reads its [`Pages`]).
//!
//! # The steps
//!
//! Each is a function of what the one before made; nothing is guessed twice and nothing goes back.
//!
//! 1. **Outline** (`outline`): the headings are found and get depths that never jump.
//! 2. **Prepare** (`composer`, `text`, `table`): words are shaped, once; the structure tree grows in
//!    reading order.
//! 3. **Set** (`set`, `lines`): blocks get a width and become [strips](strip::Strip), each as high as
//!    what it holds. The column is as wide on every page, so no page is needed for that.
//! 4. **Paginate** (`paginate`): strips are put on pages; header rows come again, long rows are cut.
//! 5. **Emit** (`emit`, `running`): now that pages have numbers, everything gets its place.
//!
//! # What readers who do not see the page get
//!
//! No validator can tell whether a tree says the truth. These rules are kept by construction:
//!
//! * The order of the content on a page is the order of reading.
//! * Words are parted by real spaces, also where a line ends; a hyphen that only the line needs is a
//!   soft hyphen (U+00AD), so that words stay whole (ISO 32000-1, 14.8.2.2.3).
//! * What repeats (running heads, header rows), leads (dots) or decorates (rules, grounds) is an
//!   artifact (14.8.2.2).
//! * Whatever is cut by the end of a page is one element with several pieces of marked content.

mod composer;
mod contents;
mod cover;
mod emit;
mod faces;
mod gather;
mod hyphenate;
mod lines;
mod names;
mod outline;
mod pages;
mod paginate;
mod running;
mod set;
mod shape;
mod stamp;
mod strip;
mod style;
mod table;
mod text;
mod tree;
mod typeset;

pub use self::faces::{Face, FaceBytes, FaceKey, Faces, FontError};
pub use self::pages::{
    Artifact, Bookmark, Contour, Dots, Figure, Glyph, Mark, Page, Pages, Segment, Sequence, Shape,
    Text,
};
pub use self::style::{Colour, HeadingStyle, Margins, Size, Style, TableStyle, TextStyle};
pub use self::tree::{
    CellShape, Kid, Link, LinkArea, LinkId, LinkTarget, MarkRef, Node, NodeId, Numbering, Place,
    Scope, SlotId, Tag, Tree,
};

use self::composer::Composer;
use self::outline::Outline;
use crate::document::Document;

/// Lays out a document. The same document, style and faces give the same pages.
#[must_use]
pub fn lay_out(document: &Document, style: &Style, faces: &Faces) -> Pages {
    let outline = Outline::of(document);
    let mut composer = Composer::new(document, style, faces, &outline);
    let mut pages = Vec::new();
    let mut strips = Vec::new();
    match &document.cover {
        Some(cover) => pages = composer.cover(cover, &document.status),
        None => strips.extend(composer.draft_label(&document.status)),
    }
    let covers = pages.len();
    let flow = composer.flow();
    let prepared = composer.prepare(&document.blocks, Tree::ROOT, flow);
    strips.append(&mut composer.set_all(&prepared, style.measure()));
    pages.append(&mut paginate::paginate(strips, style.depth()));
    if pages.is_empty() {
        pages.push(Vec::new());
    }
    let places = emit::places(&pages, style);
    let drawn = emit::emit(&mut composer, document, &pages, &places, covers);
    emit::resolve(&mut composer, &places);
    Pages {
        size: style.page,
        pages: drawn,
        outline: emit::bookmarks(&outline, &places),
        tree: composer.tree,
        missing_characters: composer.missing_characters,
        missing_anchors: composer.missing_anchors,
    }
}

/// A count as a length's factor.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
