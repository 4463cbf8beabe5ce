//! The files that have been read.

use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::ops::Range;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::encoding;
use super::lines::{self, LineIndex};
use super::{Fault, FaultKind, FileId, Place};

/// Largest file accepted: a year of a large city's cards has less than a megabyte.
const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// The files that have been read, in order of reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    files: Vec<SourceFile>,
}

/// A file and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path from the folder that holds `content/`, with `/`: `content/caluso/ente.yaml`.
    pub path: String,
    /// Its text, without byte-order mark; what could not be decoded is replaced.
    pub text: String,
    /// SHA-256 of its bytes as they are on disk, in hexadecimal; `None` when it could not be read.
    pub sha256: Option<String>,
    lines: LineIndex,
}

impl SourceFile {
    /// A file that has been read.
    #[must_use]
    pub fn new(path: String, text: String, sha256: Option<String>) -> Self {
        Self {
            path,
            text,
            sha256,
            lines: LineIndex::default(),
        }
    }

    /// Line and column of a byte of the text, both from 1, the column in characters. It takes no longer at the end of a
    /// long file than at its beginning.
    #[must_use]
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        self.lines.at(&self.text, offset)
    }

    /// The lines that a stretch of the text is on, without what is further from it than `reach` bytes.
    #[must_use]
    pub fn lines_around(&self, stretch: Range<usize>, reach: usize) -> Range<usize> {
        lines::around(&self.text, stretch, reach)
    }
}

impl Sources {
    /// A file.
    #[must_use]
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0)
    }

    /// How many files there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.files.len()
    }

    /// Some consecutive files, each with its name here.
    pub fn range(&self, range: Range<usize>) -> impl Iterator<Item = (FileId, &SourceFile)> {
        let files = self.files.get(range.clone()).unwrap_or_default();
        range.map(FileId).zip(files)
    }

    /// Every file.
    pub fn iter(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }

    /// Line and column of a place, both from 1, the column in characters.
    #[must_use]
    pub fn line_and_column(&self, place: &Place) -> (usize, usize) {
        self.file(place.file)
            .map_or((1, 1), |file| file.line_and_column(place.span.start))
    }

    /// The id that the next file gets.
    pub(super) const fn next(&self) -> FileId {
        FileId(self.files.len())
    }

    /// A file that should be there and is not: it has a path for problems to stand in.
    pub(super) fn missing(&mut self, path: String) -> FileId {
        let file = Loaded::nothing(path, None);
        self.push(file).0
    }

    /// Reads a file. It gets an id whatever happens, so that a fault has a file to stand in.
    pub(super) fn read(&mut self, file: &Path, path: String) -> (FileId, Result<(), Fault>) {
        self.push(Loaded::read(file, path))
    }

    /// Adds a file that has been read.
    pub(super) fn push(&mut self, loaded: Loaded) -> (FileId, Result<(), Fault>) {
        let id = self.next();
        self.files.push(loaded.file);
        let fault = loaded.fault.map(|(at, kind)| {
            let place = Place {
                file: id,
                span: at..at,
            };
            Fault { place, kind }
        });
        (id, fault.map_or(Ok(()), Err))
    }

    /// Reads a file that is no text; its entry has no text.
    pub(super) fn read_binary(
        &mut self,
        file: &Path,
        path: String,
    ) -> (FileId, Result<Vec<u8>, Fault>) {
        let id = FileId(self.files.len());
        let bytes = read_bounded(file).map_err(|kind| Fault {
            place: Place {
                file: id,
                span: 0..0,
            },
            kind,
        });
        let sha256 = bytes.as_deref().ok().map(digest);
        let text = String::new();
        self.files.push(SourceFile::new(path, text, sha256));
        (id, bytes)
    }

    /// Adds a file that is no text and has been read; its entry has no text.
    pub(super) fn binary(&mut self, path: String, bytes: &[u8]) {
        let (text, sha256) = (String::new(), Some(digest(bytes)));
        self.files.push(SourceFile::new(path, text, sha256));
    }
}

/// A file that has been read, before it has its place among the others: files can be read side by
/// side.
pub(super) struct Loaded {
    file: SourceFile,
    /// What kept it from being read whole, and at which byte.
    fault: Option<(usize, FaultKind)>,
}

impl Loaded {
    /// Reads a file that should be UTF-8.
    pub(super) fn read(file: &Path, path: String) -> Self {
        match read_bounded(file) {
            Ok(bytes) => Self::of(path, bytes),
            Err(kind) => Self::nothing(path, Some((0, kind))),
        }
    }

    /// A file whose bytes are known; they should be UTF-8.
    pub(super) fn of(path: String, bytes: Vec<u8>) -> Self {
        let sha256 = Some(digest(&bytes));
        let (text, other) = encoding::decode(bytes);
        let fault =
            other.map(|(offset, encoding)| (offset, FaultKind::NotUtf8 { offset, encoding }));
        let text = match text.strip_prefix('\u{feff}') {
            Some(text) => text.to_owned(),
            None => text,
        };
        Self {
            file: SourceFile::new(path, text, sha256),
            fault,
        }
    }

    fn nothing(path: String, fault: Option<(usize, FaultKind)>) -> Self {
        let (text, sha256) = (String::new(), None);
        Self {
            file: SourceFile::new(path, text, sha256),
            fault,
        }
    }

    /// Its text; `None` when it could not be read whole.
    pub(super) fn text(&self) -> Option<&str> {
        self.fault.is_none().then_some(self.file.text.as_str())
    }
}

/// SHA-256 in hexadecimal, as `sha256sum` prints it.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The bytes of a file of a size that a person may have written.
pub(super) fn read_bounded(file: &Path) -> Result<Vec<u8>, FaultKind> {
    let unreadable = |error: std::io::Error| FaultKind::Unreadable {
        reason: error.kind(),
    };
    let metadata = fs::symlink_metadata(file).map_err(unreadable)?;
    if metadata.is_symlink() {
        return Err(FaultKind::Link);
    }
    let bytes = metadata.len();
    if bytes > MAX_BYTES {
        let limit = MAX_BYTES;
        return Err(FaultKind::TooLarge { bytes, limit });
    }
    // A file that grows meanwhile is not read for ever.
    let mut read = Vec::with_capacity(usize::try_from(bytes).unwrap_or_default());
    let file = fs::File::open(file).map_err(unreadable)?;
    let mut file = file.take(MAX_BYTES + 1);
    file.read_to_end(&mut read).map_err(unreadable)?;
    match u64::try_from(read.len()) {
        Ok(bytes) if bytes <= MAX_BYTES => Ok(read),
        _ => Err(FaultKind::TooLarge {
            bytes: MAX_BYTES + 1,
            limit: MAX_BYTES,
        }),
    }
}
