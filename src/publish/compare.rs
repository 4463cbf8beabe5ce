//! How what is made stands to what is published: byte by byte, whatever lists say.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use walkdir::WalkDir;

use super::growing::Whole;
use super::{Cause, GENERATOR, Growing, OutputFile, PublishError, Sink, Step, failed};

/// What differs from the output of before: paths below the output folder, with `/`, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were not there.
    pub added: Vec<String>,
    /// Files with other bytes.
    pub changed: Vec<String>,
    /// Files that are there no more.
    pub removed: Vec<String>,
    /// How many files are as they were, and were not written.
    pub same: usize,
}

impl Changes {
    /// Whether everything is as it was.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }

    pub(super) fn count(&mut self, path: String, state: State) {
        match state {
            State::Same => self.same += 1,
            State::Changed => self.changed.push(path),
            State::Added => self.added.push(path),
        }
    }
}

/// How a file stands to what is at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// The same bytes are there.
    Same,
    /// Something else is there.
    Changed,
    /// Nothing is there.
    Added,
}

/// Compares bytes with what stands at a place.
pub(super) fn state(place: &Path, bytes: &[u8]) -> State {
    // Bytes in memory can always be read.
    state_of(place, bytes.len() as u64, bytes).unwrap_or(State::Changed)
}

/// Compares a file with what stands at a place, piece by piece.
pub(super) fn state_of_file(place: &Path, made: &Path) -> io::Result<State> {
    let made = File::open(made)?;
    state_of(place, made.metadata()?.len(), BufReader::new(made))
}

/// Compares so many bytes with what stands at a place; what cannot be read there is something else.
fn state_of(place: &Path, length: u64, mut own: impl BufRead) -> io::Result<State> {
    let Ok(standing) = fs::symlink_metadata(place) else {
        return Ok(State::Added);
    };
    if !standing.is_file() || standing.len() != length {
        return Ok(State::Changed);
    }
    let Ok(there) = File::open(place) else {
        return Ok(State::Changed);
    };
    let mut there = BufReader::new(there);
    loop {
        let (Ok(left), right) = (there.fill_buf(), own.fill_buf()?) else {
            return Ok(State::Changed);
        };
        let length = left.len().min(right.len());
        if left.get(..length) != right.get(..length) || left.is_empty() != right.is_empty() {
            return Ok(State::Changed);
        }
        if length == 0 {
            return Ok(State::Same);
        }
        there.consume(length);
        own.consume(length);
    }
}

/// What a folder that is being made changes; it can be asked once the last file has been seen.
#[derive(Debug)]
pub(super) struct Record {
    name: String,
    place: PathBuf,
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    changes: Changes,
    paths: BTreeSet<String>,
}

impl Record {
    /// Of a folder of an output.
    ///
    /// # Errors
    /// When one of that name stands there that was not made here.
    pub(super) fn new(output: &Path, name: &str) -> Result<Self, PublishError> {
        let place = output.join(name);
        match is_foreign(&place) {
            Ok(false) => {}
            Ok(true) => return Err(failed(Step::Prepare, &place, Cause::ForeignFolder)),
            Err(error) => return Err(failed(Step::Prepare, &place, Cause::Io(error))),
        }
        Ok(Self {
            name: name.to_owned(),
            place,
            seen: Mutex::default(),
        })
    }

    /// Where the folder is published.
    pub(super) fn place(&self) -> &Path {
        &self.place
    }

    pub(super) fn see(&self, path: String, state: State) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let full = format!("{}/{path}", self.name);
        seen.changes.count(full, state);
        if state != State::Added {
            seen.paths.insert(path);
        }
    }

    pub(super) fn close(self) -> Result<Changes, PublishError> {
        let Seen { mut changes, paths } =
            (self.seen.into_inner()).unwrap_or_else(PoisonError::into_inner);
        let standing = listing(&self.place)
            .map_err(|error| failed(Step::Prepare, &self.place, Cause::Io(error)))?;
        let removed = standing.into_iter().filter(|path| !paths.contains(path));
        changes.removed = removed
            .map(|path| format!("{}/{path}", self.name))
            .collect();
        changes.added.sort();
        changes.changed.sort();
        changes.removed.sort();
        Ok(changes)
    }
}

/// A sink that keeps nothing, and tells what publishing would change.
#[derive(Debug)]
pub struct Comparison {
    record: Record,
}

impl Comparison {
    /// With a folder of an output.
    ///
    /// # Errors
    /// When one of that name stands there that was not made here.
    pub fn new(output: &Path, name: &str) -> Result<Self, PublishError> {
        let record = Record::new(output, name)?;
        Ok(Self { record })
    }

    /// What would change, of all files that were seen.
    ///
    /// # Errors
    /// When the published folder cannot be read.
    pub fn changes(self) -> Result<Changes, PublishError> {
        self.record.close()
    }
}

impl Sink for Comparison {
    fn take(&self, file: OutputFile) -> Result<(), PublishError> {
        let state = state(&self.record.place.join(&file.path), &file.bytes);
        self.record.see(file.path, state);
        Ok(())
    }

    fn open(&self, path: String) -> Box<dyn Growing + '_> {
        Box::new(Whole::new(self, path))
    }
}

/// Every file and link below a place, with `/`.
fn listing(place: &Path) -> io::Result<Vec<String>> {
    let mut standing = Vec::new();
    if fs::symlink_metadata(place).is_err() {
        return Ok(standing);
    }
    for entry in WalkDir::new(place) {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            let below = entry.path().strip_prefix(place).unwrap_or(entry.path());
            let parts = below.components();
            let parts = parts.map(|part| part.as_os_str().to_string_lossy().into_owned());
            standing.push(parts.collect::<Vec<_>>().join("/"));
        }
    }
    Ok(standing)
}

/// Whether something stands at a place that griglia did not make: `--output content` must not
/// replace somebody's cards with their site.
fn is_foreign(place: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
        Ok(metadata) if !metadata.is_dir() => return Ok(true),
        Ok(_) => {}
    }
    let mut start = String::new();
    match File::open(place.join("index.html")) {
        Ok(file) => {
            // A page that is not text was not made here either.
            let _ = file.take(4096).read_to_string(&mut start);
            Ok(!start.contains(GENERATOR))
        }
        Err(_) => Ok(fs::read_dir(place)?.next().is_some()),
    }
}
