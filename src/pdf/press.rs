//! Pages on their way into the file: drawn and compressed as they come, some at a time on all cores.
//!
//! What a page draws comes in parts (its foot last of all, see [`Part`]), each a content stream of its own: a page
//! draws its streams one after the other as if they were one (ISO 32000-1, 7.8.2).

use std::io::Write;

use lopdf::{Dictionary, ObjectId, Stream};
use rayon::prelude::*;

use super::catalog::{self, Resources};
use super::deflate::Squeezer;
use super::file::File;
use super::tree::Branches;
use super::{PdfError, content, fonts, rasters};
use crate::document::{Attachment, Info};
use crate::layout::{Book, Faces, Part, Piece};

/// How many parts are drawn together.
const TOGETHER: usize = 64;

/// Takes the pieces of a document, and writes a file of them as they come.
pub struct Press<'f> {
    faces: &'f Faces,
    file: File<'f>,
    waiting: Vec<Part>,
    sheets: Sheets,
    branches: Branches,
}

/// What is in the file of a page.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    /// Its own object, which comes last.
    pub(super) id: ObjectId,
    /// Its height, pt.
    pub(super) height: f64,
    /// Its content streams.
    pub(super) contents: Vec<ObjectId>,
}

/// All pages, by index.
#[derive(Debug, Default)]
pub(super) struct Sheets(Vec<Sheet>);

impl Sheets {
    /// Makes room for a page and those before it.
    fn reach(&mut self, file: &mut File<'_>, page: usize) {
        while self.0.len() <= page {
            self.0.push(Sheet {
                id: file.reserve(),
                height: 0.0,
                contents: Vec::new(),
            });
        }
    }

    /// A page.
    pub(super) fn get(&self, page: usize) -> Option<&Sheet> {
        self.0.get(page)
    }

    /// The object of a page.
    pub(super) fn id(&self, page: usize) -> Option<ObjectId> {
        self.get(page).map(|sheet| sheet.id)
    }

    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.0.len()
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Sheet> {
        self.0.iter()
    }
}

impl<'f> Press<'f> {
    /// For a document in some faces, and a file that goes somewhere.
    #[must_use]
    pub fn new(faces: &'f Faces, out: &'f mut dyn Write) -> Self {
        let mut file = File::new(out);
        let branches = Branches::new(&mut file);
        Self {
            faces,
            file,
            waiting: Vec::new(),
            sheets: Sheets::default(),
            branches,
        }
    }

    /// Takes a piece. That it cannot be written is said in the end.
    pub fn take(&mut self, piece: Piece) {
        match piece {
            Piece::Part(part) => {
                self.sheets.reach(&mut self.file, part.page);
                if let Some(sheet) = self.sheets.0.get_mut(part.page) {
                    sheet.height = part.size.height;
                }
                self.waiting.push(part);
                if self.waiting.len() >= TOGETHER {
                    self.draw();
                }
            }
            Piece::Branch(branch) => self.branches.take(&mut self.file, &self.sheets, branch),
        }
    }

    /// Draws what waits.
    fn draw(&mut self) {
        let faces = self.faces;
        let parts = self.waiting.par_drain(..);
        let drawn = parts.map_init(Squeezer::new, |squeezer, part| {
            (part.page, squeezer.stream(content::part(&part, faces)))
        });
        let drawn: Vec<(usize, Stream)> = drawn.collect();
        for (page, stream) in drawn {
            let id = self.file.add(stream);
            if let Some(sheet) = self.sheets.0.get_mut(page) {
                sheet.contents.push(id);
            }
        }
    }

    /// Binds the pages into a PDF file: PDF/A-2a, or PDF/A-3a when other files ride inside.
    ///
    /// # Errors
    ///
    /// A [`PdfError`] when a font cannot be subset or a picture not embedded, neither of which depends on the words of
    /// the document; or when the file could not be written where it goes.
    pub fn bind(
        mut self,
        book: &Book,
        info: &Info,
        attachments: &[Attachment],
    ) -> Result<(), PdfError> {
        self.draw();
        if let Some(last) = book.count().checked_sub(1) {
            self.sheets.reach(&mut self.file, last);
        }
        let Self {
            faces,
            mut file,
            sheets,
            branches,
            ..
        } = self;
        let resources = Resources {
            stamps: stamps(&mut file, book, faces),
            fonts: fonts::embed(&mut file, &book.alphabet, faces)?,
            images: rasters::embed(&mut file, &book.rasters)?,
        };
        let (sheets, attached) = ((sheets, branches), (info, attachments));
        catalog::complete(file, book, sheets, resources, attached)
    }
}

/// What lies behind pages.
fn stamps(file: &mut File<'_>, book: &Book, faces: &Faces) -> Vec<ObjectId> {
    let stamps = book.stamps.iter().enumerate();
    let drawn = stamps.map(|(index, stamp)| {
        let under = book.leaves.iter().find(|leaf| leaf.behind == Some(index));
        let height = under.map_or(0.0, |leaf| leaf.size.height);
        let content = content::behind(stamp, height, faces);
        file.add(Stream::new(Dictionary::new(), content))
    });
    drawn.collect()
}
