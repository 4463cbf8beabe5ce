//! From meaning to pages.
//!
//! This module owns everything with a coordinate: faces, line breaking, hyphenation, tables across
//! pages, the table of contents, running heads. It never knows what an objective is (it speaks only
//! the words of [`crate::document`]) nor how a PDF is written ([`crate::pdf`] reads its [`Pages`]).
//!
//! # The steps
//!
//! Each is a function of what the one before made; nothing is guessed twice and nothing goes back. The blocks go
//! through all of them one after the other: a page is given away when it has ended, and dropped.
//!
//! 1. **Outline** (`outline`): the headings are found and get depths that never jump.
//! 2. **Prepare** (`composer`, `text`, `table`): words are shaped, once; the structure tree grows in
//!    reading order. A block is prepared when the one before is about to be set, and dropped with it.
//! 3. **Set** (`set`, `lines`, `lists`, `figures`): blocks get a width and become
//!    [strips](strip::Strip), each as high as what it holds. The column is as wide on every page of a
//!    section, so no page is needed for that. Glyphs become letters of the document's `alphabet`.
//! 4. **Paginate** (`paginate`): strips are put on pages, footnotes at the foot of theirs; header rows come
//!    again, long rows are cut. Landscape sections have pages of their own.
//! 5. **Emit** (`emit`, `running`): everything on the page gets its place. Pages that say on which page
//!    something stands (the table of contents) wait until that is known (`places`), and so does every page's foot.
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

mod alphabet;
mod chains;
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
mod places;
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

pub use self::alphabet::{Alphabet, Letter, Letters};
pub use self::faces::{Face, FaceBytes, FaceKey, Faces, FontError};
pub use self::pages::{
    Artifact, Book, Bookmark, Contour, Dots, Drawing, Figure, Glyph, Graphic, Leaf, Mark, Pages,
    Part, Segment, Sequence, Shape, Text,
};
pub use self::style::{Colour, HeadingStyle, Margins, Size, Style, TableStyle, TextStyle};
pub use self::tree::{
    Bounds, CellNames, CellShape, Kid, Link, LinkArea, LinkId, LinkTarget, MarkRef, Node, NodeId,
    Numbering, Place, Scope, SlotId, Tag, Tree,
};

use self::composer::Composer;
use self::emit::Emitter;
use self::outline::Outline;
use self::paginate::Paginator;
use self::set::Column;
use self::sheet::{Orientation, Sheet};
use crate::document::{Block, Document};

/// Lays out a document. The same document, style and faces give the same pages.
#[must_use]
pub fn lay_out(document: &Document, style: &Style, faces: &Faces) -> Pages {
    let mut drawings: Vec<Drawing> = Vec::new();
    let mut keep = |part: Part| {
        if drawings.len() <= part.page {
            drawings.resize_with(part.page + 1, Drawing::default);
        }
        if let Some(drawing) = drawings.get_mut(part.page) {
            drawing.append(part.drawing);
        }
    };
    let book = press(&mut document.clone(), style, faces, &mut keep);
    Pages { drawings, book }
}

/// The same for a document whose blocks nobody needs any more, page by page: what a page draws is given away as
/// soon as the page has ended. Of a long document neither the blocks nor the lines are ever all in memory.
pub fn press(
    document: &mut Document,
    style: &Style,
    faces: &Faces,
    give: &mut dyn FnMut(Part),
) -> Book {
    let outline = Outline::of(document);
    let blocks = std::mem::take(&mut document.blocks);
    let document = &*document;
    let mut composer = Composer::new(document, style, faces, &outline);
    let upright = Sheet::of(style, Orientation::Upright);
    let mut start = Vec::new();
    let mut covers = Vec::new();
    match &document.cover {
        Some(cover) => covers = composer.cover(cover, document),
        None => start = composer.head_of_first_page(document),
    }
    let mut emitter = Emitter::new(document, covers.len(), give);
    for page in covers {
        emitter.page(&mut composer, Orientation::Upright, page);
    }
    let mut pages = Paginator::default();
    for (orientation, blocks) in sections(blocks) {
        let sheet = Sheet::of(style, orientation);
        composer.depth = sheet.depth();
        pages.begin(sheet.depth());
        let mut column = Column::new(sheet.measure());
        let mut strips = std::mem::take(&mut start);
        for block in blocks {
            strips.append(&mut column.take(&mut composer, &block));
            composer.set_notes(&upright, &mut pages.notes);
            pages.take(std::mem::take(&mut strips));
            emitter.pages(&mut composer, orientation, &mut pages.done);
        }
        strips.append(&mut column.end(&mut composer));
        composer.set_notes(&upright, &mut pages.notes);
        pages.take(strips);
        pages.end();
        emitter.pages(&mut composer, orientation, &mut pages.done);
    }
    if emitter.is_empty() {
        emitter.page(&mut composer, Orientation::Upright, Vec::new());
    }
    emitter.finish(composer)
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
