//! The files that a ciclo carries: reading their bytes, and nothing outside its folder.

use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// Largest file accepted. What a citizen downloads on a phone should be far smaller.
const MAX_BYTES: u64 = 32 * 1024 * 1024;

/// A file that `ciclo.yaml` names.
#[derive(Debug, Clone)]
pub struct Attached {
    /// As it is written.
    pub nome: String,
    /// Its bytes.
    pub letto: Result<Vec<u8>, NotAttached>,
}

/// Why a file that is named cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAttached {
    /// Nothing stands there, or a folder.
    Missing,
    /// It leads out of the folder of the ciclo: by its words, or by a symbolic link.
    Outside,
    /// It is too large.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The largest size accepted.
        limit: u64,
    },
    /// It cannot be opened.
    Unreadable {
        /// What kind of trouble the operating system has with it.
        reason: io::ErrorKind,
    },
}

/// Reads a file below a folder: where it stands, and its bytes.
pub(super) fn read(folder: &Path, nome: &str) -> Result<(PathBuf, Vec<u8>), NotAttached> {
    let path = folder.join(below(nome)?);
    // Every link on the way is followed here: what is left must still stand in the folder.
    let real = fs::canonicalize(&path).map_err(|error| trouble(&error))?;
    let root = fs::canonicalize(folder).map_err(|error| trouble(&error))?;
    if !real.starts_with(&root) {
        return Err(NotAttached::Outside);
    }
    let file = fs::File::open(&real).map_err(|error| trouble(&error))?;
    let known = file.metadata().map_err(|error| trouble(&error))?;
    if !known.is_file() {
        return Err(NotAttached::Missing);
    }
    let too_large = |bytes| {
        let limit = MAX_BYTES;
        Err(NotAttached::TooLarge { bytes, limit })
    };
    if known.len() > MAX_BYTES {
        return too_large(known.len());
    }
    let mut bytes = Vec::new();
    let read = file.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| trouble(&error))?;
    if bytes.len() as u64 > MAX_BYTES {
        return too_large(bytes.len() as u64);
    }
    Ok((path, bytes))
}

/// A path that only goes down. Offices on Windows write `\`.
fn below(nome: &str) -> Result<PathBuf, NotAttached> {
    let nome = nome.replace('\\', "/");
    let drive = nome.chars().nth(1) == Some(':');
    let mut path = PathBuf::new();
    for part in Path::new(&nome).components() {
        match part {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                return Err(NotAttached::Outside);
            }
        }
    }
    if drive {
        return Err(NotAttached::Outside);
    }
    Ok(path)
}

fn trouble(error: &io::Error) -> NotAttached {
    match error.kind() {
        // A name with a NUL byte, or of something that is no folder, names nothing.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidInput => {
            NotAttached::Missing
        }
        reason => NotAttached::Unreadable { reason },
    }
}
