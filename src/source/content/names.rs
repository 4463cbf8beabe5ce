//! Which files of a folder are content, by their names, and how messages name them.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::source::Stray;

/// The path as messages show it: from the name of the content folder, with `/`.
pub(super) fn shown(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    std::iter::once(name(root))
        .chain(parts)
        .collect::<Vec<_>>()
        .join("/")
}

/// The file of a folder of `modifiche/` that holds the act, by either ending.
pub(super) const ATTO: [&str; 2] = ["atto.yaml", "atto.yml"];

/// The endings of YAML files.
pub(super) const YAML: [&str; 2] = ["yaml", "yml"];

/// The endings of pictures, in small letters.
pub(super) const PICTURES: [&str; 4] = ["png", "jpg", "jpeg", "svg"];

/// The endings of documents that people keep among texts.
const DOCUMENTS: [&str; 9] = [
    "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "csv", "pdf",
];

/// What may keep a file that looks like content from being read; `None` for one that does not.
pub(super) fn stray(path: &Path) -> Option<Stray> {
    let name = name(path);
    let small = name.to_lowercase();
    let bare = small.strip_suffix(".txt").unwrap_or(&small);
    let (stem, ending) = bare.rsplit_once('.')?;
    // Programs leave a file of their own beside one that is open.
    if DOCUMENTS.contains(&ending) && bare == small && !name.starts_with(['~', '.']) {
        return Some(Stray::Document);
    }
    // These two have one name only.
    let one_name = matches!(bare, "ente.yml" | "ciclo.yml");
    let right = match ending {
        "yml" if !one_name => "yml",
        "yaml" | "yml" => "yaml",
        "md" if stem != "readme" => "md",
        _ => return None,
    };
    let right = format!("{}.{right}", name.get(..stem.len())?);
    Some(if right == name {
        Stray::Folder
    } else {
        Stray::Ending { name: right }
    })
}

/// The last part of a path.
pub(super) fn name(folder: &Path) -> String {
    folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The folders right below one, in order of name; hidden ones are left out.
pub(super) fn folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    entries(folder, 1, |entry| entry.file_type().is_dir())
}

/// The files of some endings below a folder, at any depth, in order of path; none if there is no
/// such folder.
pub(super) fn files(folder: &Path, endings: &[&str]) -> io::Result<Vec<PathBuf>> {
    if !is_folder(folder) {
        return Ok(Vec::new());
    }
    entries(folder, usize::MAX, |entry| {
        let ending = entry.path().extension().and_then(|ending| ending.to_str());
        entry.file_type().is_file() && ending.is_some_and(|ending| endings.contains(&ending))
    })
}

/// Whether a folder stands somewhere: not a link to one.
pub(super) fn is_folder(path: &Path) -> bool {
    path.is_dir() && !path.is_symlink()
}

/// Whether an entry is a file with one of some endings, in small or capital letters.
pub(super) fn is_file(entry: &walkdir::DirEntry, endings: &[&str]) -> bool {
    let ending = entry.path().extension().and_then(|ending| ending.to_str());
    let ending = ending.map(str::to_ascii_lowercase);
    entry.file_type().is_file() && ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// What stands below a folder, in order of name; hidden files and folders are left out.
pub(in crate::source) fn entries(
    folder: &Path,
    depth: usize,
    wanted: impl Fn(&walkdir::DirEntry) -> bool,
) -> io::Result<Vec<PathBuf>> {
    let visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let mut found = Vec::new();
    let walk = WalkDir::new(folder)
        .min_depth(1)
        .max_depth(depth)
        .follow_links(false)
        .sort_by_file_name();
    for entry in walk.into_iter().filter_entry(visible) {
        let entry = entry?;
        if wanted(&entry) {
            found.push(entry.into_path());
        }
    }
    Ok(found)
}
