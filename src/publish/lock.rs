//! One build at a time for each ente of an output.
//!
//! The staging folder itself is locked (`flock`): there is no lock file to leave behind, and the lock of a process
//! that was killed ends with it. Where a file system or a system cannot lock folders there is no lock.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

/// What came of trying to hold a folder.
#[derive(Debug)]
pub(super) enum Held {
    /// It is held as long as the file lives.
    Alone(File),
    /// Somebody else holds it.
    Busy,
    /// It went away in the meantime: its holder has finished.
    Gone,
    /// Folders cannot be held here.
    Impossible,
}

/// Tries to hold a folder.
pub(super) fn take(folder: &Path) -> Held {
    let file = match File::open(folder) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Held::Gone,
        Err(_) => return Held::Impossible,
    };
    match file.try_lock() {
        Ok(()) if stands(&file, folder) => Held::Alone(file),
        Ok(()) => Held::Gone,
        Err(TryLockError::WouldBlock) => Held::Busy,
        Err(TryLockError::Error(_)) => Held::Impossible,
    }
}

/// Whether what was opened is still what stands at its path.
#[cfg(unix)]
fn stands(file: &File, folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), std::fs::symlink_metadata(folder)) {
        (Ok(held), Ok(standing)) => held.dev() == standing.dev() && held.ino() == standing.ino(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn stands(_file: &File, folder: &Path) -> bool {
    folder.exists()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn who_holds_a_folder_keeps_the_others_out() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let held = take(folder.path());
        assert!(matches!(held, Held::Alone(_)));
        assert!(matches!(take(folder.path()), Held::Busy));
        drop(held);
        assert!(matches!(take(folder.path()), Held::Alone(_)));
        assert!(matches!(take(&folder.path().join("manca")), Held::Gone));
        Ok(())
    }
}
