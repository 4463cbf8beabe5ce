//! From rendered files to what is online, without ever leaving it broken.
//!
//! This module owns the staging folder, its lock and the swap. It never renders and never judges.
//!
//! Everything is written into a staging folder inside the output folder (same file system, so that
//! moving is renaming), each file as soon as it is made ([`Sink`]). When the last byte of a folder is there,
//! it changes places with its predecessor, whatever happens to the others. Where the system can exchange two folders in one step (Linux), there is no moment in
//! which the address leads nowhere; elsewhere the old folder is moved aside first and moved back if
//! the new one cannot take its place. A failure before the swap leaves the previous output as it was.
//!
//! A file that did not change is not written: after its bytes were compared it is linked (a hard link, so that owner,
//! times and bytes stay) from the published folder into its successor. The old folder goes right after the swap, and
//! nothing is ever written into a file that stands: who edits a published file edits that file alone, copies made by
//! links keep what they had, and the next build finds other bytes and writes a new file. A folder in which nothing
//! changed is not touched.

mod archives;
mod compare;
mod growing;
mod interruption;
mod lock;
mod staging;
mod swap;

pub use self::archives::{Placed, archives};

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use self::growing::Whole;

pub use self::compare::{Changes, Comparison};
pub use self::growing::Growing;
pub use self::interruption::{Interruption, Stopped};
pub use self::staging::{Staged, Staging, Work, clear_leftovers};

/// A finished file of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Where it goes, below the folder of the ente, with `/`: `2023/index.html`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A folder to be published as a whole: it takes the place of its predecessor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Its name in the output folder; one path segment.
    pub name: String,
    /// Its files.
    pub files: Vec<OutputFile>,
}

/// Why the output could not be published. The previous one is as it was.
#[derive(Debug)]
pub struct PublishError {
    /// What was being done.
    pub step: Step,
    /// With which file or folder.
    pub path: PathBuf,
    /// What went wrong.
    pub cause: Cause,
}

/// A step of publishing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Making the output and staging folders.
    Prepare,
    /// Writing a file.
    Write,
    /// Putting a folder in its place.
    Swap,
}

/// What went wrong.
#[derive(Debug)]
pub enum Cause {
    /// The operating system says no.
    Io(io::Error),
    /// A folder stands there that was not made here: it may hold somebody's work.
    ForeignFolder,
    /// Another build is making the same folder.
    Busy,
}

/// What marks a folder as made here: pages carry it in their head.
pub const GENERATOR: &str = "name=\"generator\" content=\"griglia";

/// Where finished files go, one at a time, in any order and from several threads: a site of ten
/// thousand pages is never held whole in memory.
pub trait Sink: Sync {
    /// Takes a file of the folder.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn take(&self, file: OutputFile) -> Result<(), PublishError>;

    /// Begins a file of the folder that comes piece by piece.
    fn open(&self, path: String) -> Box<dyn Growing + '_>;
}

/// A sink that keeps the files in memory, in order of path.
#[derive(Debug, Default)]
pub struct Kept {
    files: Mutex<Vec<OutputFile>>,
}

impl Kept {
    /// The files that it was given, as a folder.
    #[must_use]
    pub fn into_folder(self, name: String) -> Folder {
        let files = self.files.into_inner();
        let mut files = files.unwrap_or_else(PoisonError::into_inner);
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Folder { name, files }
    }
}

impl Sink for Kept {
    fn take(&self, file: OutputFile) -> Result<(), PublishError> {
        let files = self.files.lock();
        files.unwrap_or_else(PoisonError::into_inner).push(file);
        Ok(())
    }

    fn open(&self, path: String) -> Box<dyn Growing + '_> {
        Box::new(Whole::new(self, path))
    }
}

fn failed(step: Step, path: &Path, cause: Cause) -> PublishError {
    PublishError {
        step,
        path: path.to_owned(),
        cause,
    }
}
