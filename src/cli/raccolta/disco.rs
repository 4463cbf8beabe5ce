//! Files written whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::cli::outcome::Failure;
use crate::raccolta::scrittura::Nuovo;
use crate::source::{Content, digest};

/// Writes the new texts, each whole or not at all; none where one has changed meanwhile.
pub(super) fn write(folder: &Path, content: &Content, nuovi: &[Nuovo]) -> Result<(), Failure> {
    let above = folder.parent().unwrap_or(Path::new("."));
    let mut ready = Vec::new();
    for nuovo in nuovi {
        let path = above.join(&nuovo.file);
        let failure = |error| Failure::Draft {
            path: path.clone(),
            error,
        };
        let text = before(content, nuovo, &path)?;
        let parent = path.parent().unwrap_or(above);
        fs::create_dir_all(parent).map_err(failure)?;
        let mut file = NamedTempFile::new_in(parent).map_err(failure)?;
        file.write_all(text.as_bytes()).map_err(failure)?;
        file.as_file().sync_all().map_err(failure)?;
        let permissions = match fs::metadata(&path) {
            Ok(old) => old.permissions(),
            Err(_) => usual_permissions(content, above, file.as_file()).map_err(failure)?,
        };
        file.as_file()
            .set_permissions(permissions)
            .map_err(failure)?;
        ready.push((path, file));
    }
    for (path, file) in ready {
        file.persist(&path).map_err(|error| Failure::Draft {
            path: path.clone(),
            error: error.error,
        })?;
    }
    Ok(())
}

/// A new file is as readable as the others: a temporary one is its owner's only.
fn usual_permissions(
    content: &Content,
    above: &Path,
    file: &fs::File,
) -> io::Result<fs::Permissions> {
    let mut others = content.sources.iter().map(|file| above.join(&file.path));
    match others.find_map(|path| fs::metadata(path).ok()) {
        Some(other) => Ok(other.permissions()),
        None => Ok(file.metadata()?.permissions()),
    }
}

/// The new text with the byte-order mark that the file had; fails if the file is not as it was read.
fn before(content: &Content, nuovo: &Nuovo, path: &Path) -> Result<String, Failure> {
    let changed = || Failure::Answer {
        what: format!(
            "{} è cambiato mentre si importava: non è stato scritto niente",
            nuovo.file
        ),
    };
    let read = content.sources.iter().find(|file| file.path == nuovo.file);
    match (fs::read(path), read) {
        (Ok(bytes), Some(read)) if read.sha256.as_deref() == Some(digest(&bytes).as_str()) => {
            let mark = if bytes.starts_with(b"\xEF\xBB\xBF") {
                "\u{feff}"
            } else {
                ""
            };
            Ok(format!("{mark}{}", nuovo.dopo))
        }
        (Err(error), None) if error.kind() == io::ErrorKind::NotFound => Ok(nuovo.dopo.clone()),
        _ => Err(changed()),
    }
}

/// Writes a file where none stands, whole or not at all.
pub(super) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    let file = file.persist_noclobber(path).map_err(|error| error.error)?;
    readable(&file)
}

/// A temporary file is its owner's only; a workbook is to be sent around.
#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}
