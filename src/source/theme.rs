//! The folder of a theme beside `content/`: which of its files stand in for those of the program.

use std::io;
use std::path::{Path, PathBuf};

use super::content::entries;
use super::files::read_bounded;
use super::{Fault, Place, Sources};

/// What a theme is made of, below its folder. The rest (the sources of its style sheet, its
/// documentation) is for those who build it.
const FOLDERS: [&str; 3] = ["templates", "dist", "lingua"];
/// What the theme says of the PDFs and of itself, below its folder.
const FILES: [&str; 2] = ["pdf.yaml", "theme.yaml"];

/// The files of a theme's folder.
#[derive(Debug, Default)]
pub struct ThemeFiles {
    /// Path below the folder, with `/`, and content; in order of path.
    pub files: Vec<(String, Vec<u8>)>,
    /// What could not be read, in order of path.
    pub faults: Vec<Fault>,
    /// The files that the faults stand in.
    pub sources: Sources,
}

/// Where the theme of a content folder stands: `themes/italia` beside it.
#[must_use]
pub fn theme_folder(content: &Path) -> PathBuf {
    let beside = match (content.file_name(), content.parent()) {
        (Some(_), Some(parent)) => parent.to_owned(),
        // `.` and `..` have no name: what is beside them is one level up.
        _ => content.join(".."),
    };
    beside.join("themes").join("italia")
}

/// Reads `templates/`, `dist/`, `lingua/`, `pdf.yaml` and `theme.yaml` of a theme's folder; nothing if there is no such
/// folder. Links are not followed, hidden files are left out.
///
/// # Errors
/// When a folder cannot be listed; a file that cannot be read is a fault.
pub fn read_theme(folder: &Path) -> io::Result<ThemeFiles> {
    let mut read = ThemeFiles::default();
    let is_file = |entry: &walkdir::DirEntry| entry.file_type().is_file();
    let mut paths = Vec::new();
    if folder.is_dir() {
        paths = entries(folder, 1, |entry| {
            is_file(entry) && FILES.iter().any(|name| entry.file_name() == *name)
        })?;
    }
    for below in FOLDERS.map(|name| folder.join(name)) {
        if below.is_dir() && !below.is_symlink() {
            paths.extend(entries(&below, usize::MAX, is_file)?);
        }
    }
    for path in paths {
        let below = shown(path.strip_prefix(folder).unwrap_or(&path));
        match read_bounded(&path) {
            Ok(bytes) => read.files.push((below, bytes)),
            Err(kind) => {
                let file = read.sources.missing(format!("themes/italia/{below}"));
                let place = Place::start_of(file);
                read.faults.push(Fault { place, kind });
            }
        }
    }
    Ok(read)
}

/// A path with `/`, whatever the system writes.
fn shown(path: &Path) -> String {
    let parts = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_stands_beside_the_content() {
        for (content, theme) in [
            ("content", "themes/italia"),
            ("content/", "themes/italia"),
            ("/srv/comune/content", "/srv/comune/themes/italia"),
            ("../altrove/schede", "../altrove/themes/italia"),
            (".", "./../themes/italia"),
            ("..", "../../themes/italia"),
        ] {
            assert_eq!(
                theme_folder(Path::new(content)),
                Path::new(theme),
                "{content}"
            );
        }
    }
}
