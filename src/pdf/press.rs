//! Pages on their way into the file: drawn and compressed as they come, some at a time on all cores.
//!
//! What a page draws comes in parts (its foot last of all, see [`Part`]); of each part only its compressed bytes are kept.

use std::collections::BTreeMap;

use lopdf::{Dictionary, ObjectId, Stream};
use rayon::prelude::*;

use super::catalog::{self, Resources};
use super::deflate::{Squeezed, Squeezer};
use super::file::File;
use super::{PdfError, content, fonts, rasters};
use crate::document::{Attachment, Info};
use crate::layout::{Book, Faces, Part};

/// How many parts are drawn together.
const TOGETHER: usize = 64;

/// Takes the parts of a document's pages, and makes a file of them.
pub struct Press<'f> {
    faces: &'f Faces,
    waiting: Vec<Part>,
    pages: Vec<Squeezed>,
}

impl<'f> Press<'f> {
    /// For a document in some faces.
    #[must_use]
    pub const fn new(faces: &'f Faces) -> Self {
        Self {
            faces,
            waiting: Vec::new(),
            pages: Vec::new(),
        }
    }

    /// Takes a part.
    pub fn take(&mut self, part: Part) {
        self.waiting.push(part);
        if self.waiting.len() >= TOGETHER {
            self.draw();
        }
    }

    /// Draws what waits, page by page.
    fn draw(&mut self) {
        let mut by_page: BTreeMap<usize, Vec<Part>> = BTreeMap::new();
        for part in self.waiting.drain(..) {
            by_page.entry(part.page).or_default().push(part);
        }
        let last = by_page.last_key_value();
        let count = last.map_or(0, |(page, _)| page + 1);
        if self.pages.len() < count {
            self.pages.resize_with(count, Squeezed::default);
        }
        let faces = self.faces;
        let own = by_page.into_iter().map(|(page, parts)| {
            let so_far = self.pages.get_mut(page).map(std::mem::take);
            (page, so_far.unwrap_or_default(), parts)
        });
        let own: Vec<_> = own.collect();
        let drawn =
            own.into_par_iter()
                .map_init(Squeezer::new, |squeezer, (page, mut so_far, parts)| {
                    for part in parts {
                        so_far.add(&content::part(&part, faces), squeezer);
                    }
                    (page, so_far)
                });
        let drawn: Vec<_> = drawn.collect();
        for (page, drawn) in drawn {
            if let Some(own) = self.pages.get_mut(page) {
                *own = drawn;
            }
        }
    }

    /// Binds the pages into a PDF file: PDF/A-2a, or PDF/A-3a when other files ride inside.
    ///
    /// # Errors
    ///
    /// A [`PdfError`] when a font cannot be subset or a picture not embedded; neither depends on the words of
    /// the document.
    pub fn bind(
        mut self,
        book: &Book,
        info: &Info,
        attachments: &[Attachment],
    ) -> Result<Vec<u8>, PdfError> {
        self.draw();
        self.pages.resize_with(book.count(), Squeezed::default);
        let drawn: usize = self.pages.iter().map(Squeezed::room).sum();
        // What is not drawn (tree, fonts) takes about as much as a third of that.
        let mut file = File::with_room(drawn + drawn / 3);
        let pages = self.pages.into_iter();
        let resources = Resources {
            contents: pages.map(|page| file.add(page.finish())).collect(),
            stamps: stamps(&mut file, book, self.faces),
            fonts: fonts::embed(&mut file, &book.alphabet, self.faces)?,
            images: rasters::embed(&mut file, &book.rasters)?,
        };
        catalog::complete(file, book, resources, (info, attachments))
    }
}

/// What lies behind pages.
fn stamps(file: &mut File, book: &Book, faces: &Faces) -> Vec<ObjectId> {
    let stamps = book.stamps.iter().enumerate();
    let drawn = stamps.map(|(index, stamp)| {
        let under = book.leaves.iter().find(|leaf| leaf.behind == Some(index));
        let height = under.map_or(0.0, |leaf| leaf.size.height);
        let content = content::behind(stamp, height, faces);
        file.add(Stream::new(Dictionary::new(), content))
    });
    drawn.collect()
}
