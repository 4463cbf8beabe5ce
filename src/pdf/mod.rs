//! From pages to bytes: PDF 1.7 that is PDF/A-2a and PDF/UA-1 at once.
//!
//! This module owns the file format: operations, fonts, the structure tree, metadata, the archival
//! finish. It never moves a word ([`crate::layout`] did that) and never asks a clock.
//!
//! # Two standards, one file
//!
//! *PDF/A-2* (ISO 19005-2; with files inside, PDF/A-3, ISO 19005-3) promises that the file looks the same in fifty years: every font inside,
//! colours defined, nothing to fetch. Level *a* adds, and *PDF/UA-1* (ISO 14289-1) sharpens, that it
//! can be read by who does not see it: all content tagged or declared an artifact, a language, a title,
//! a tree whose types are standard ones. What one requires the other allows; the rules live here:
//!
//! | rule | source | where |
//! |---|---|---|
//! | all content marked | UA 7.1 | `content` |
//! | tree, parent tree, `Headers`, `Scope` | UA 7.5, 7.18 | `tree` |
//! | figures with words and bounds, notes with names | UA 7.3, 7.9 | `tree` |
//! | pictures without alpha, uninterpolated | A 6.2.8 | `rasters` |
//! | attached files described | A-3 6.8 | `attachments` |
//! | links with words and quadrilaterals | UA 7.18.5 | `links` |
//! | fonts embedded, widths exact, every glyph means characters | A 6.2.11, UA 7.21 | `fonts` |
//! | output intent | A 6.2.3 | `profile` |
//! | stream lengths, compression | A 6.1.7 | `file` |
//! | XMP with both claims, equal to the information dictionary | A 6.6, UA 5 | `metadata` |
//! | title shown, language set | UA 7.1, 7.2 | `catalog` |
//!
//! # How
//!
//! Every object becomes bytes of the file as soon as it is made, and the bytes leave as they come (`file`): pages when
//! they have ended, the elements of the structure tree when all they say stands on pages ([`Press`]). A long document
//! is never whole in memory, nor is its file. What is many (operators, elements of the structure tree) is spelt out
//! directly, the rest goes through the objects of `lopdf`. The same pages give the same bytes: nothing is random, the
//! file's identifier is a hash of it.

mod attachments;
mod catalog;
mod content;
mod deflate;
mod file;
mod fonts;
mod links;
mod metadata;
mod objects;
mod operators;
mod outline;
mod packed;
mod press;
mod profile;
mod rasters;
mod spelling;
mod tags;
mod tree;

pub use self::press::Press;
pub use self::tree::outline_of as structure;

use std::io;

use crate::document::{Attachment, Info};
use crate::layout::{FaceKey, Faces, Pages, Part, Piece};

/// Why no PDF came out.
#[derive(Debug)]
pub enum PdfError {
    /// A face could not be subset.
    Subset(FaceKey),
    /// The colour profile could not be made.
    Profile,
    /// A picture is not what it says it is.
    Raster,
    /// It could not be written where it goes.
    Write(io::Error),
}

impl std::fmt::Display for PdfError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Subset(face) => write!(out, "the {face:?} face cannot be subset"),
            Self::Raster => write!(out, "a picture cannot be embedded"),
            Self::Profile => write!(out, "the colour profile cannot be made"),
            Self::Write(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for PdfError {}

/// Writes pages as a PDF file, all at once; see [`Press`] for page by page.
///
/// # Errors
///
/// See [`Press::bind`].
pub fn write(
    pages: &Pages,
    info: &Info,
    attachments: &[Attachment],
    faces: &Faces,
) -> Result<Vec<u8>, PdfError> {
    let mut bytes = Vec::new();
    let mut press = Press::new(faces, &mut bytes);
    let drawings = pages.drawings.iter().enumerate();
    for ((page, drawing), leaf) in drawings.zip(&pages.book.leaves) {
        press.take(Piece::Part(Part {
            page,
            size: leaf.size,
            drawing: drawing.clone(),
        }));
    }
    for branch in pages.tree.branches() {
        press.take(Piece::Branch(branch.clone()));
    }
    press.bind(&pages.book, info, attachments)?;
    Ok(bytes)
}
