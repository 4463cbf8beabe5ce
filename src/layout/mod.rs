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
//!    reading order. A block is prepared when the one before is about to be set, and dropped with it.
//! 3. **Set** (`set`, `lines`, `lists`, `figures`): blocks get a width and become
//!    [strips](strip::Strip), each as high as what it holds. The column is as wide on every page of a
//!    section, so no page is needed for that.
//! 4. **Paginate** (`paginate`): strips are put on pages, footnotes at the foot of theirs; header rows come
//!    again, long rows are cut. Landscape sections have pages of their own.
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
mod figures;
mod gather;
mod hyphenate;
mod letterhead;
mod lines;
mod lists;
mod names;
mod notes;
mod outline;
mod pages;
mod paginate;
mod running;
mod set;
mod shape;
mod sheet;
mod signatures;
mod stamp;
mod strip;
mod style;
mod table;
mod text;
mod tree;
mod typeset;

pub use self::faces::{Face, FaceBytes, FaceKey, Faces, FontError};
pub use self::pages::{
    Artifact, Bookmark, Contour, Dots, Figure, Glyph, Graphic, Mark, Page, Pages, Segment,
    Sequence, Shape, Text,
};
pub use self::style::{Colour, HeadingStyle, Margins, Size, Style, TableStyle, TextStyle};
pub use self::tree::{
    Bounds, CellShape, Kid, Link, LinkArea, LinkId, LinkTarget, MarkRef, Node, NodeId, Numbering,
    Place, Scope, SlotId, Tag, Tree,
};

use self::composer::Composer;
use self::outline::Outline;
use self::sheet::{Orientation, Sheet};
use crate::document::{Block, Document};

/// Lays out a document. The same document, style and faces give the same pages.
#[must_use]
pub fn lay_out(document: &Document, style: &Style, faces: &Faces) -> Pages {
    consume(&mut document.clone(), style, faces)
}

/// The same for a document whose blocks nobody needs any more: each is dropped as soon as it has been set, so that
/// of a long document only the lines are in memory.
#[must_use]
pub fn consume(document: &mut Document, style: &Style, faces: &Faces) -> Pages {
    let outline = Outline::of(document);
    let blocks = std::mem::take(&mut document.blocks);
    let document = &*document;
    let mut composer = Composer::new(document, style, faces, &outline);
    let upright = Sheet::of(style, Orientation::Upright);
    let mut pages = Vec::new();
    let mut start = Vec::new();
    match &document.cover {
        Some(cover) => {
            let cover = composer.cover(cover, document);
            pages.extend(cover.into_iter().map(|page| (Orientation::Upright, page)));
        }
        None => start = composer.head_of_first_page(document),
    }
    let covers = pages.len();
    let sections: Vec<_> = sections(blocks)
        .into_iter()
        .map(|(orientation, blocks)| {
            let sheet = Sheet::of(style, orientation);
            composer.depth = sheet.depth();
            let mut strips = std::mem::take(&mut start);
            strips.append(&mut composer.column(blocks, sheet.measure()));
            (orientation, strips)
        })
        .collect();
    composer.depth = upright.depth();
    // Notes are as wide as an upright page on every page: lines of one length, whatever stands above.
    let mut notes = composer.set_notes(upright.measure());
    for (orientation, strips) in sections {
        let sheet = Sheet::of(style, orientation);
        let cut = paginate::paginate(strips, &mut notes, sheet.depth());
        pages.extend(cut.into_iter().map(|page| (orientation, page)));
    }
    if pages.is_empty() {
        pages.push((Orientation::Upright, Vec::new()));
    }
    emit::pages(composer, document, pages, covers)
}

/// The blocks of a document in runs of one orientation.
fn sections(blocks: Vec<Block>) -> Vec<(Orientation, Vec<Block>)> {
    let mut sections: Vec<(Orientation, Vec<Block>)> = Vec::new();
    for block in blocks {
        match (block, sections.last_mut()) {
            (Block::Landscape(inner), None) => {
                sections.push((Orientation::Upright, Vec::new()));
                sections.push((Orientation::Turned, inner));
            }
            (Block::Landscape(inner), Some(_)) => sections.push((Orientation::Turned, inner)),
            (block, Some((Orientation::Upright, own))) => own.push(block),
            (block, _) => sections.push((Orientation::Upright, vec![block])),
        }
    }
    if sections.is_empty() {
        sections.push((Orientation::Upright, Vec::new()));
    }
    sections
}

/// A count as a length's factor.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
