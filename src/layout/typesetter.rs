//! Blocks in, pages out: each block goes through all the steps before the next one comes.

use super::composer::Composer;
use super::emit::Emitter;
use super::pages::Book;
use super::paginate::Paginator;
use super::set::Column;
use super::sheet::{Orientation, Sheet};
use super::strip::Strip;
use crate::document::Block;

/// Sets the blocks of a document.
pub(super) struct Typesetter<'d, 'a> {
    composer: Composer<'a>,
    emitter: Emitter<'d>,
    pages: Paginator,
    /// The section that is being set.
    section: Option<Section>,
    /// What stands above the first block, until there is a section to put it in.
    start: Option<Vec<Strip>>,
}

/// A run of blocks on pages of one orientation.
struct Section {
    orientation: Orientation,
    column: Column,
}

impl<'d, 'a> Typesetter<'d, 'a> {
    /// For what comes below `start`.
    pub(super) fn new(composer: Composer<'a>, emitter: Emitter<'d>, start: Vec<Strip>) -> Self {
        Self {
            composer,
            emitter,
            pages: Paginator::default(),
            section: None,
            start: Some(start),
        }
    }

    /// Sets the next block.
    pub(super) fn take(&mut self, block: &Block) {
        match block {
            Block::Landscape(inner) => {
                // What stands above the first block is never on its side.
                if self.start.is_some() {
                    self.begin(Orientation::Upright);
                }
                self.end();
                self.begin(Orientation::Turned);
                for block in inner {
                    self.set(block);
                }
                self.end();
            }
            block => {
                if self.section.is_none() {
                    self.begin(Orientation::Upright);
                }
                self.set(block);
            }
        }
    }

    /// Ends the last page.
    pub(super) fn finish(mut self) -> Book {
        if self.start.is_some() {
            self.begin(Orientation::Upright);
        }
        self.end();
        let Self {
            mut composer,
            mut emitter,
            ..
        } = self;
        if emitter.is_empty() {
            emitter.page(&mut composer, Orientation::Upright, Vec::new());
        }
        emitter.finish(composer)
    }

    fn begin(&mut self, orientation: Orientation) {
        let sheet = Sheet::of(self.composer.style, orientation);
        self.composer.depth = sheet.depth();
        self.pages.begin(sheet.depth());
        self.pages.take(self.start.take().unwrap_or_default());
        let column = Column::new(sheet.measure());
        self.section = Some(Section {
            orientation,
            column,
        });
    }

    fn set(&mut self, block: &Block) {
        if let Some(Section {
            orientation,
            column,
        }) = &mut self.section
        {
            let orientation = *orientation;
            let strips = column.take(&mut self.composer, block);
            let unset = column.first_branch();
            self.place(strips);
            self.emit(orientation, unset);
        }
    }

    fn end(&mut self) {
        if let Some(section) = self.section.take() {
            let strips = section.column.end(&mut self.composer);
            self.place(strips);
            self.pages.end();
            self.emit(section.orientation, None);
        }
    }

    /// Gives away the pages that have ended, and the branches of the tree that stand on no other; those from `unset` on
    /// have not been set.
    fn emit(&mut self, orientation: Orientation, unset: Option<usize>) {
        if self.pages.done.is_empty() {
            return;
        }
        self.emitter
            .pages(&mut self.composer, orientation, &mut self.pages.done);
        let open = [unset, self.pages.first_branch()];
        let first = open.into_iter().flatten().min();
        self.emitter.branches(&mut self.composer.tree, first);
    }

    /// Puts strips on pages, with the notes that they refer to.
    fn place(&mut self, strips: Vec<Strip>) {
        self.composer.set_notes(&mut self.pages.notes);
        self.pages.take(strips);
    }
}
