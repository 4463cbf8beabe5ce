//! The files that have been read.

use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::Path;

use sha2::{Digest, Sha256};

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
        let before = self
            .file(place.file)
            .and_then(|file| file.text.get(..place.span.start))
            .unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before
            .get(line_start..)
            .map_or(0, |line| line.chars().count())
            + 1;
        (line, column)
    }

    /// A file that should be there and is not: it has a path for problems to stand in.
    pub(super) fn missing(&mut self, path: String) -> FileId {
        let id = FileId(self.files.len());
        let text = String::new();
        let sha256 = None;
        self.files.push(SourceFile { path, text, sha256 });
        id
    }

    /// Reads a file. It gets an id whatever happens, so that a fault has a file to stand in.
    pub(super) fn read(&mut self, file: &Path, path: String) -> (FileId, Result<(), Fault>) {
        match read_bounded(file) {
            Ok(bytes) => self.add(path, bytes),
            Err(kind) => {
                let id = self.missing(path);
                let place = Place::start_of(id);
                (id, Err(Fault { place, kind }))
            }
        }
    }

    /// Adds a file that has been read; its bytes should be UTF-8.
    pub(super) fn add(&mut self, path: String, bytes: Vec<u8>) -> (FileId, Result<(), Fault>) {
        let id = FileId(self.files.len());
        let sha256 = Some(digest(&bytes));
        let (text, result) = match String::from_utf8(bytes) {
            Ok(text) => (text, Ok(())),
            Err(error) => {
                let offset = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let place = Place {
                    file: id,
                    span: offset..offset,
                };
                let kind = FaultKind::NotUtf8 { offset };
                (text, Err(Fault { place, kind }))
            }
        };
        let text = match text.strip_prefix('\u{feff}') {
            Some(text) => text.to_owned(),
            None => text,
        };
        self.files.push(SourceFile { path, text, sha256 });
        (id, result)
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
        self.files.push(SourceFile { path, text, sha256 });
        (id, bytes)
    }
}

/// SHA-256 in hexadecimal, as `sha256sum` prints it.
fn digest(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut text = String::with_capacity(64);
    for byte in digest {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The bytes of a file of a size that a person may have written.
pub(super) fn read_bounded(file: &Path) -> Result<Vec<u8>, FaultKind> {
    let unreadable = |error: std::io::Error| FaultKind::Unreadable {
        reason: error.kind(),
    };
    let bytes = fs::metadata(file).map_err(unreadable)?.len();
    if bytes > MAX_BYTES {
        let limit = MAX_BYTES;
        return Err(FaultKind::TooLarge { bytes, limit });
    }
    fs::read(file).map_err(unreadable)
}
