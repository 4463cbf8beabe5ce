//! Where a value stands.

use std::ops::Range;

/// A file of [`super::Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub(super) usize);

/// A stretch of a file, in bytes of its text; empty at a point between two bytes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The bytes.
    pub span: Range<usize>,
}

impl Place {
    /// The beginning of a file: for what concerns it as a whole.
    #[must_use]
    pub const fn start_of(file: FileId) -> Self {
        Self { file, span: 0..0 }
    }
}
