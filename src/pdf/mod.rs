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
//! | fonts embedded, widths exact, every glyph means characters | A 6.2.11, UA 7.21 | `fonts`, `codes` |
//! | output intent | A 6.2.3 | `profile` |
//! | stream lengths, compression | A 6.1.7 | `save` |
//! | XMP with both claims, equal to the information dictionary | A 6.6, UA 5 | `metadata` |
//! | title shown, language set | UA 7.1, 7.2 | `catalog` |
//!
//! # How
//!
//! The document is a tree of `lopdf` objects hung on its [`catalog`]. What is many (the pages' content, the
//! elements of the structure tree) is written straight to bytes, the pages on all cores.
//! The same pages give the same bytes: nothing is random, the file's identifier is a hash of it.

mod attachments;
mod catalog;
mod codes;
mod content;
mod deflate;
mod fonts;
mod links;
mod metadata;
mod objects;
mod operators;
mod outline;
mod packed;
mod profile;
mod rasters;
mod save;
mod spelling;
mod tree;

pub use self::tree::outline_of as structure;

use lopdf::{Dictionary, Document, Stream};
use rayon::prelude::*;

use self::catalog::{Drawn, Resources};
use self::codes::Codes;
use crate::document::{Attachment, Info};
use crate::layout::{FaceKey, Faces, Pages};

/// Why no PDF came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfError {
    /// A face could not be subset.
    Subset(FaceKey),
    /// The colour profile could not be made.
    Profile,
    /// A picture is not what it says it is.
    Raster,
}

impl std::fmt::Display for PdfError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Subset(face) => write!(out, "the {face:?} face cannot be subset"),
            Self::Raster => write!(out, "a picture cannot be embedded"),
            Self::Profile => write!(out, "the colour profile cannot be made"),
        }
    }
}

impl std::error::Error for PdfError {}

/// Writes pages as a PDF file: PDF/A-2a, or PDF/A-3a when other files ride inside.
///
/// # Errors
///
/// A [`PdfError`] when a font cannot be subset or a picture not embedded; neither depends on the words of
/// the document.
pub fn write(
    pages: &Pages,
    info: &Info,
    attachments: &[Attachment],
    faces: &Faces,
) -> Result<Vec<u8>, PdfError> {
    let (document, hung) = begin(pages, faces)?;
    let (document, packed) = catalog::complete(document, pages, hung, (info, attachments))?;
    Ok(save::save(document, packed))
}

/// The same for pages that nobody needs any more: what is on them is dropped when it has been drawn, so that
/// a long document needs half of the memory.
///
/// # Errors
///
/// See [`write()`].
pub fn finish(
    mut pages: Pages,
    info: &Info,
    attachments: &[Attachment],
    faces: &Faces,
) -> Result<Vec<u8>, PdfError> {
    let (document, hung) = begin(&pages, faces)?;
    for page in &mut pages.pages {
        page.shapes = Vec::new();
        page.dots = Vec::new();
        page.content = Vec::new();
    }
    let (document, packed) = catalog::complete(document, &pages, hung, (info, attachments))?;
    drop(pages);
    Ok(save::save(document, packed))
}

/// What is drawn, with its fonts and pictures.
fn begin(pages: &Pages, faces: &Faces) -> Result<(Document, (Drawn, Resources)), PdfError> {
    let codes = Codes::of(pages);
    let drawn = draw(pages, &codes, faces);
    let mut document = Document::new();
    let resources = Resources {
        fonts: fonts::embed(&mut document, &codes, faces)?,
        images: rasters::embed(&mut document, &pages.rasters)?,
    };
    Ok((document, (drawn, resources)))
}

/// Draws all pages, and compresses what they draw.
fn draw(pages: &Pages, codes: &Codes<'_>, faces: &Faces) -> Drawn {
    let stamps = pages.stamps.iter().enumerate().map(|(index, stamp)| {
        let under = pages.pages.iter().find(|page| page.behind == Some(index));
        let height = under.map_or(0.0, |page| page.size.height);
        compressed(content::behind(stamp, height, codes, faces))
    });
    let drawn = pages.pages.par_iter();
    Drawn {
        pages: drawn
            .map(|page| compressed(content::page(page, codes, faces)))
            .collect(),
        stamps: stamps.collect(),
    }
}

fn compressed(content: Vec<u8>) -> Stream {
    let mut stream = Stream::new(Dictionary::new(), content);
    deflate::compress(&mut stream);
    stream
}
