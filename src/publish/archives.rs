//! The archives of a folder, in their place: each appears whole, in one step.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::{Cause, PublishError, Step, failed};
use crate::bundle::{self, Archive};

/// What became of the archives of an ente.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// Written, because they are new or changed.
    pub written: Vec<PathBuf>,
    /// As they were.
    pub unchanged: Vec<PathBuf>,
    /// Of an earlier division of the folder: gone.
    pub removed: Vec<PathBuf>,
}

/// Puts the archives of an ente into a folder. One that is the same already is not touched; those of an
/// earlier division go, once the new ones are there.
///
/// # Errors
/// When one cannot be written, or a file stands there that was not made here.
pub fn archives(output: &Path, ente: &str, archives: &[Archive]) -> Result<Placed, PublishError> {
    fs::create_dir_all(output).map_err(|error| failed(Step::Prepare, output, Cause::Io(error)))?;
    let mut placed = Placed::default();
    let mut changed = Vec::new();
    for archive in archives {
        let place = output.join(&archive.name);
        if fs::read(&place).is_ok_and(|old| old == archive.bytes) {
            placed.unchanged.push(place);
        } else if is_foreign(&place) {
            return Err(failed(Step::Prepare, &place, Cause::ForeignFolder));
        } else {
            changed.push((archive, place));
        }
    }
    for (archive, place) in changed {
        put(output, archive, &place)
            .map_err(|error| failed(Step::Write, &place, Cause::Io(error)))?;
        placed.written.push(place);
    }
    let leftovers = leftovers(output, ente, archives)
        .map_err(|error| failed(Step::Prepare, output, Cause::Io(error)))?;
    for old in leftovers {
        fs::remove_file(&old).map_err(|error| failed(Step::Swap, &old, Cause::Io(error)))?;
        placed.removed.push(old);
    }
    Ok(placed)
}

/// Whether something stands at a place that was not made here.
fn is_foreign(place: &Path) -> bool {
    match fs::symlink_metadata(place) {
        Err(error) => error.kind() != io::ErrorKind::NotFound,
        Ok(metadata) if !metadata.is_file() => true,
        Ok(_) => !fs::File::open(place).is_ok_and(bundle::is_ours),
    }
}

fn put(output: &Path, archive: &Archive, place: &Path) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".griglia-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any other file: what the system's mask takes away is taken away.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(output)?;
    file.write_all(&archive.bytes)?;
    file.as_file().sync_all()?;
    file.persist(place).map_err(|error| error.error)?;
    Ok(())
}

/// The archives of the same ente that are not of this division.
fn leftovers(output: &Path, ente: &str, archives: &[Archive]) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(output)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let current = archives.iter().any(|archive| archive.name == name);
        if !current && bundle::is_named_after(ente, &name) && !is_foreign(&entry.path()) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}
