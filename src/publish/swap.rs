//! Putting a folder in the place of another.

use std::fs;
use std::io;
use std::path::Path;

/// Puts `new` at `place`; what stood there ends at `aside`, or at `new`'s old path.
pub(super) fn folder(new: &Path, place: &Path, aside: &Path) -> io::Result<()> {
    if !place.exists() {
        return fs::rename(new, place);
    }
    match exchange(new, place) {
        Ok(()) => Ok(()),
        Err(_) => one_after_the_other(new, place, aside),
    }
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
