//! From rendered files to what is online, without ever leaving it broken.
//!
//! This module owns the staging folder and the swap. It never renders and never judges.
//!
//! Everything is written into a staging folder inside the output folder (same file system, so that
//! moving is renaming), each file as soon as it is made ([`Sink`]). When the last byte of a folder is there,
//! it changes places with its predecessor, whatever happens to the others. Where the system can exchange two folders in one step (Linux), there is no moment in
//! which the address leads nowhere; elsewhere the old folder is moved aside first and moved back if
//! the new one cannot take its place. A failure before the swap leaves the previous output as it was.

mod archives;
mod swap;

pub use self::archives::{Placed, archives};

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::TempDir;

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
}

/// The staging folder of a build. Dropping it leaves nothing behind.
#[derive(Debug)]
pub struct Staging {
    output: PathBuf,
    folder: TempDir,
}

impl Staging {
    /// Makes it, in an output folder that is made if need be.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn begin(output: &Path) -> Result<Self, PublishError> {
        let prepare = |error| failed(Step::Prepare, output, Cause::Io(error));
        fs::create_dir_all(output).map_err(prepare)?;
        let folder = tempfile::Builder::new()
            .prefix(".griglia-")
            .tempdir_in(output)
            .map_err(prepare)?;
        Ok(Self {
            output: output.to_owned(),
            folder,
        })
    }

    /// Begins a folder to be published as a whole.
    ///
    /// # Errors
    /// When one of that name stands in the output that was not made here.
    pub fn folder(&self, name: &str) -> Result<Staged<'_>, PublishError> {
        let place = self.output.join(name);
        match is_foreign(&place) {
            Ok(false) => {}
            Ok(true) => return Err(failed(Step::Prepare, &place, Cause::ForeignFolder)),
            Err(error) => return Err(failed(Step::Prepare, &place, Cause::Io(error))),
        }
        let new = self.folder.path().join("nuovo").join(name);
        make_folder(&new)?;
        let old = self.folder.path().join("precedente");
        make_folder(&old)?;
        let old = old.join(name);
        Ok(Staged {
            staging: self,
            place,
            new,
            old,
        })
    }

    /// Puts single files at the root of the output, each in one step.
    ///
    /// # Errors
    /// When one cannot be written or put in its place.
    pub fn root(&self, files: &[OutputFile]) -> Result<(), PublishError> {
        let new = self.folder.path().join("radice");
        for file in files {
            write(&new, file)?;
        }
        for file in files {
            let place = self.output.join(&file.path);
            if let Some(parent) = place.parent() {
                make_folder(parent)?;
            }
            fs::rename(new.join(&file.path), &place)
                .map_err(|error| failed(Step::Swap, &place, Cause::Io(error)))?;
        }
        Ok(())
    }
}

/// A folder in the making.
#[derive(Debug)]
pub struct Staged<'a> {
    staging: &'a Staging,
    place: PathBuf,
    new: PathBuf,
    old: PathBuf,
}

impl Staged<'_> {
    /// Puts it in the place of its predecessor, which is thrown away.
    ///
    /// # Errors
    /// When it cannot be put there: the predecessor is as it was.
    pub fn swap(self) -> Result<(), PublishError> {
        swap::folder(&self.new, &self.place, &self.old)
            .map_err(|error| failed(Step::Swap, &self.place, Cause::Io(error)))?;
        // Of thousands of predecessors none is kept until the end; one that resists goes with the staging
        // folder.
        for left in [&self.new, &self.old] {
            if left.starts_with(self.staging.folder.path()) {
                let _ = fs::remove_dir_all(left);
            }
        }
        Ok(())
    }
}

impl Sink for Staged<'_> {
    fn take(&self, file: OutputFile) -> Result<(), PublishError> {
        write(&self.new, &file)
    }
}

fn failed(step: Step, path: &Path, cause: Cause) -> PublishError {
    PublishError {
        step,
        path: path.to_owned(),
        cause,
    }
}

fn make_folder(folder: &Path) -> Result<(), PublishError> {
    fs::create_dir_all(folder).map_err(|error| failed(Step::Write, folder, Cause::Io(error)))
}

fn write(folder: &Path, file: &OutputFile) -> Result<(), PublishError> {
    let path = folder.join(&file.path);
    let written = match fs::write(&path, &file.bytes) {
        // The first file of its folder.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(parent) = path.parent() {
                make_folder(parent)?;
            }
            fs::write(&path, &file.bytes)
        }
        written => written,
    };
    written.map_err(|error| failed(Step::Write, &path, Cause::Io(error)))
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
    match fs::File::open(place.join("index.html")) {
        Ok(file) => {
            // A page that is not text was not made here either.
            let _ = file.take(4096).read_to_string(&mut start);
            Ok(!start.contains(GENERATOR))
        }
        Err(_) => Ok(fs::read_dir(place)?.next().is_some()),
    }
}
