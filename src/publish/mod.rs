//! From rendered files to what is online, without ever leaving it broken.
//!
//! This module owns the staging folder and the swap. It never renders and never judges.
//!
//! Everything is written into a staging folder inside the output folder (same file system, so that
//! moving is renaming). When the last byte is there, each published folder changes places with its
//! successor. Where the system can exchange two folders in one step (Linux), there is no moment in
//! which the address leads nowhere; elsewhere the old folder is moved aside first and moved back if
//! the new one cannot take its place. A failure before the swap leaves the previous output as it was.

mod swap;

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

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

/// Publishes folders, and single files at the root of the output folder.
///
/// # Errors
/// When something cannot be written or put in its place; see [`PublishError`].
pub fn publish(output: &Path, folders: &[Folder], root: &[OutputFile]) -> Result<(), PublishError> {
    let prepare = |path: &Path, cause| failed(Step::Prepare, path, Cause::Io(cause));
    fs::create_dir_all(output).map_err(|error| prepare(output, error))?;
    for folder in folders {
        let place = output.join(&folder.name);
        if is_foreign(&place).map_err(|error| prepare(&place, error))? {
            return Err(failed(Step::Prepare, &place, Cause::ForeignFolder));
        }
    }
    let staging = tempfile::Builder::new()
        .prefix(".griglia-")
        .tempdir_in(output)
        .map_err(|error| prepare(output, error))?;
    let new = staging.path().join("nuovo");
    for folder in folders {
        let place = new.join(&folder.name);
        make_folder(&place)?;
        for file in &folder.files {
            write(&place, file)?;
        }
    }
    for file in root {
        write(&new, file)?;
    }
    let old = staging.path().join("precedente");
    make_folder(&old)?;
    for folder in folders {
        let place = output.join(&folder.name);
        swap::folder(&new.join(&folder.name), &place, &old.join(&folder.name))
            .map_err(|error| failed(Step::Swap, &place, Cause::Io(error)))?;
    }
    for file in root {
        let place = output.join(&file.path);
        if let Some(parent) = place.parent() {
            make_folder(parent)?;
        }
        fs::rename(new.join(&file.path), &place)
            .map_err(|error| failed(Step::Swap, &place, Cause::Io(error)))?;
    }
    Ok(())
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
    if let Some(parent) = path.parent() {
        make_folder(parent)?;
    }
    fs::write(&path, &file.bytes).map_err(|error| failed(Step::Write, &path, Cause::Io(error)))
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
