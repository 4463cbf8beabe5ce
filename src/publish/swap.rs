//! Putting a folder in the place of another, whole on the disk first.

use std::fs;
use std::io;
use std::path::Path;

/// Puts `new` at `place`; what stood there ends at `aside`, or at `new`'s old path. Where the current fails, one of
/// the two stands there whole: `new` is on the disk before it changes places.
pub(super) fn folder(new: &Path, place: &Path, aside: &Path) -> io::Result<()> {
    settle(new)?;
    if !place.exists() {
        return fs::rename(new, place);
    }
    match exchange(new, place) {
        Ok(()) => Ok(()),
        Err(_) => one_after_the_other(new, place, aside),
    }
}

/// Waits until what a folder holds is on the disk: with one call for its whole file system, which for hundreds of
/// small files is much sooner than one for each.
#[cfg(target_os = "linux")]
fn settle(folder: &Path) -> io::Result<()> {
    rustix::fs::syncfs(fs::File::open(folder)?).map_err(io::Error::from)
}

/// Waits until what a folder holds is on the disk.
#[cfg(not(target_os = "linux"))]
fn settle(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            settle(&entry.path())?;
        } else {
            // Some systems ask for the right to write; for what may not be written, this is as far as it goes.
            match fs::File::options().write(true).open(entry.path()) {
                Ok(file) => file.sync_all()?,
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn exchange(new: &Path, place: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, place, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_new: &Path, _place: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// For file systems that cannot exchange.
fn one_after_the_other(new: &Path, place: &Path, aside: &Path) -> io::Result<()> {
    fs::rename(place, aside)?;
    fs::rename(new, place).inspect_err(|_| {
        // The old folder goes back; if even that fails, the first error is the one to tell.
        let _ = fs::rename(aside, place);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(path: &Path, word: &str) -> io::Result<()> {
        fs::create_dir_all(path)?;
        fs::write(path.join("a.txt"), word)
    }

    #[test]
    fn without_exchange_the_old_folder_comes_back_when_the_new_one_fails() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        let (place, aside) = (root.path().join("caluso"), root.path().join("precedente"));
        folder_with(&place, "prima")?;
        let missing = root.path().join("mai-scritto");
        assert!(one_after_the_other(&missing, &place, &aside).is_err());
        assert_eq!(fs::read_to_string(place.join("a.txt"))?, "prima");

        let new = root.path().join("nuovo");
        folder_with(&new, "dopo")?;
        one_after_the_other(&new, &place, &aside)?;
        assert_eq!(fs::read_to_string(place.join("a.txt"))?, "dopo");
        assert_eq!(fs::read_to_string(aside.join("a.txt"))?, "prima");
        Ok(())
    }

    #[test]
    fn a_folder_takes_the_place_of_another() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        let (new, place) = (root.path().join("nuovo"), root.path().join("caluso"));
        let aside = root.path().join("precedente");
        for word in ["uno", "due"] {
            if new.exists() {
                fs::remove_dir_all(&new)?;
            }
            folder_with(&new, word)?;
            folder(&new, &place, &aside)?;
            assert_eq!(fs::read_to_string(place.join("a.txt"))?, word);
        }
        Ok(())
    }
}
