//! A document that is given away piece by piece: in which order the pieces come, and a file that finds no room.

use std::collections::BTreeSet;
use std::io::{self, Write};

use griglia::document::{Block, Document, Status};
use griglia::layout::{Book, Content, Kid, Piece, press};
use griglia::pdf::{self, PdfError};

use crate::common::{faces, style};
use crate::{copertina, document, everything};

#[test]
fn a_document_that_is_told_is_the_one_that_is_written() {
    let document = document(
        Status::Draft {
            label: "Bozza".to_owned(),
        },
        copertina(),
        everything(),
    );
    let tell = |to: &mut dyn FnMut(Block)| document.blocks.iter().cloned().for_each(to);
    let (told, told_book) = pieces(&document, Content::Told(&tell));
    let (written, book) = pieces(&document, Content::Written(document.blocks.clone()));
    assert_eq!(told, written);
    assert_eq!(told_book, book);
    // The contents and the feet come last, whatever page they are on.
    let pages: Vec<usize> = written.iter().filter_map(page_of_part).collect();
    assert!(!pages.is_sorted());
    assert_eq!(pages.last().map(|page| page + 1), Some(book.count()));
}

/// What a branch says comes before the branch; a branch comes as soon as that can be.
#[test]
fn the_tree_comes_with_the_pages() {
    let document = document(Status::Approved, copertina(), everything());
    let (pieces, book) = pieces(&document, Content::Written(document.blocks.clone()));
    let mut drawn = BTreeSet::new();
    let mut numbers = Vec::new();
    let mut early = 0_usize;
    for piece in &pieces {
        let branch = match piece {
            Piece::Part(part) => {
                drawn.insert(part.page);
                continue;
            }
            Piece::Branch(branch) => branch,
        };
        numbers.push(branch.number());
        early += usize::from(drawn.len() < book.count());
        for (_, node) in branch.nodes() {
            for kid in branch.kids(node) {
                if let Kid::Slot(slot) = kid {
                    let mut marks = branch.marks(slot);
                    assert!(marks.all(|mark| drawn.contains(&mark.page())));
                }
            }
        }
    }
    assert!(early > 5, "{early} branches came before the last page");
    assert!(!numbers.is_sorted(), "the contents wait for all pages");
    numbers.sort_unstable();
    assert!(
        numbers.iter().copied().eq(0..numbers.len()),
        "each comes once"
    );
}

/// A place for some bytes and no more.
struct Narrow(usize);

impl Write for Narrow {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self
            .0
            .checked_sub(bytes.len())
            .ok_or(io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn that_there_is_no_room_is_told_in_the_end() {
    let document = document(Status::Approved, copertina(), everything());
    let faces = faces();
    let pressed = |out: &mut dyn Write| {
        let mut press = pdf::Press::new(&faces, out);
        let (pieces, book) = pieces(&document, Content::Written(document.blocks.clone()));
        for piece in pieces {
            press.take(piece);
        }
        press.bind(&book, &document.info, &[])
    };
    let mut whole = Vec::new();
    pressed(&mut whole).unwrap();
    for room in [0, 1, 2000, whole.len() / 2, whole.len() - 1] {
        match pressed(&mut Narrow(room)) {
            Err(PdfError::Write(error)) => assert_eq!(error.kind(), io::ErrorKind::StorageFull),
            other => panic!("{other:?}"),
        }
    }
    assert!(pressed(&mut Narrow(whole.len())).is_ok());
}

fn pieces(document: &Document, content: Content<'_>) -> (Vec<Piece>, Book) {
    let mut pieces = Vec::new();
    let book = press(document, content, (&style(), &faces()), &mut |piece| {
        pieces.push(piece);
    });
    (pieces, book)
}

const fn page_of_part(piece: &Piece) -> Option<usize> {
    match piece {
        Piece::Part(part) => Some(part.page),
        Piece::Branch(_) => None,
    }
}
