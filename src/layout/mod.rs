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
mod tags;
mod text;
mod tree;
mod typeset;
mod typesetter;

pub use self::alphabet::{Alphabet, Letter, Letters};
pub use self::faces::{Face, FaceBytes, FaceKey, Faces, FontError};
pub use self::pages::{
    Artifact, Book, Bookmark, Contour, Dots, Drawing, Figure, Glyph, Graphic, Leaf, Mark, Pages,
    Part, Piece, Segment, Sequence, Shape, Text,
};
pub use self::places::Places;
pub use self::style::{Colour, HeadingStyle, Margins, Size, Style, TableStyle, TextStyle};
pub use self::tags::{CellNames, CellShape, Numbering, Scope, Tag};
pub use self::tree::{
    Bounds, Branch, Kid, Link, LinkArea, LinkId, LinkTarget, MarkRef, Node, NodeId, Place, SlotId,
    Tree,
};

use self::composer::Composer;
use self::emit::Emitter;
use self::outline::Outline;
use self::sheet::Orientation;
use self::typesetter::Typesetter;
use crate::document::{Block, Document};

/// Lays out a document. The same document, style and faces give the same pages.
#[must_use]
pub fn lay_out(document: &Document, style: &Style, faces: &Faces) -> Pages {
    let mut drawings: Vec<Drawing> = Vec::new();
    let mut tree = Tree::default();
    let mut keep = |piece| match piece {
        Piece::Part(part) => {
            if drawings.len() <= part.page {
                drawings.resize_with(part.page + 1, Drawing::default);
            }
            if let Some(drawing) = drawings.get_mut(part.page) {
                drawing.append(part.drawing);
            }
        }
        Piece::Branch(branch) => tree.put(branch),
    };
    let content = Content::Written(document.blocks.clone());
    let book = press(document, content, (style, faces), &mut keep);
    Pages {
        drawings,
        tree,
        book,
    }
}

/// What a document says.
pub enum Content<'a> {
    /// Blocks; each is dropped when it has been set.
    Written(Vec<Block>),
    /// Blocks that are told anew each time, one by one: of a long document they are never all in memory.
    Told(&'a Tell<'a>),
}

/// What tells blocks, one by one, to whoever asks.
pub type Tell<'a> = dyn Fn(&mut dyn FnMut(Block)) + 'a;

/// The same page by page, for a document and what it says (its own blocks do not count): what a page draws is given
/// away as soon as the page has ended, what it means as soon as all of a [`Branch`] has. Of a long document neither
/// blocks nor lines nor the tree are ever all in memory.
pub fn press(
    document: &Document,
    content: Content<'_>,
    (style, faces): (&Style, &Faces),
    give: &mut dyn FnMut(Piece),
) -> Book {
    let outline = Outline::of(document, &content);
    let mut composer = Composer::new(document, style, faces, &outline);
    let (covers, start) = match &document.cover {
        Some(cover) => (composer.cover(cover, document), Vec::new()),
        None => (Vec::new(), composer.head_of_first_page(document)),
    };
    let mut emitter = Emitter::new(document, covers.len(), give);
    for page in covers {
        emitter.page(&mut composer, Orientation::Upright, page);
    }
    let mut typesetter = Typesetter::new(composer, emitter, start);
    match content {
        Content::Written(blocks) => {
            for block in blocks {
                typesetter.take(&block);
            }
        }
        Content::Told(tell) => tell(&mut |block| typesetter.take(&block)),
    }
    typesetter.finish()
}

/// A count as a length's factor.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
