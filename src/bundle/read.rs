//! Archives read again, in memory: nothing that they say is believed before it is looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};

use zip::ZipArchive;

use super::{Parte, is_leggimi, own};
use crate::integrity::SUMS;

/// More than this, unpacked, is no site.
const MOST: u64 = 4_000_000_000;
/// Below this, unpacked, nobody is harmed.
const HARMLESS: u64 = 50_000_000;
/// How many times its size a site may have, unpacked: text becomes ten or twenty times smaller, a bomb a
/// thousand.
const RATIO: u64 = 100;

/// Why an archive is refused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guasto {
    /// It is no archive, or is cut off.
    NonZip,
    /// A name leads out of the folder.
    NomePericoloso {
        /// Which.
        nome: String,
    },
    /// There are two files of one name.
    NomiDoppi,
    /// Two files share their bytes.
    Sovrapposti,
    /// A file is a link.
    Collegamento {
        /// Which.
        nome: String,
    },
    /// A file wants a password.
    Cifrato {
        /// Which.
        nome: String,
    },
    /// Unpacked it is out of all measure.
    TroppoGrande,
    /// A file is not what the archive says of it.
    Danneggiato {
        /// Which.
        nome: String,
    },
    /// Besides its files it has something that is not written here: dates, attributes, comments, bytes between them.
    AltroOltreAiFile,
    /// A file is in another archive as well.
    InPiuParti {
        /// Which.
        nome: String,
    },
    /// Other archives belong to this one.
    MancanoParti {
        /// Their numbers.
        quali: Vec<usize>,
        /// How many there are in all.
        di: usize,
    },
}

/// What is wrong with some archives, each with its name.
pub type Guasti = Vec<(String, Guasto)>;

/// Reads the files of a folder from its archives, each with its name and size: by their path in the folder.
/// What lies beside the folder has a path that begins with `../`.
///
/// # Errors
/// What keeps them from being read, with the name of the archive.
pub fn read<R: Read + Seek>(
    archives: Vec<(String, u64, R)>,
) -> Result<BTreeMap<String, Vec<u8>>, Guasti> {
    let mut files = BTreeMap::new();
    let mut guasti = Vec::new();
    let mut parti = BTreeSet::new();
    let mut last = String::new();
    for (name, size, file) in archives {
        match one(file, size, &mut files) {
            Ok(parte) => parti.extend(parte),
            Err(found) => guasti.extend(found.into_iter().map(|guasto| (name.clone(), guasto))),
        }
        last = name;
    }
    if let (true, Some(guasto)) = (guasti.is_empty(), missing(&parti)) {
        guasti.push((last, guasto));
    }
    if guasti.is_empty() {
        Ok(in_folder(files))
    } else {
        Err(guasti)
    }
}

/// Reads one archive; which of how many it says that it is.
fn one<R: Read + Seek>(
    file: R,
    size: u64,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<Option<Parte>, Vec<Guasto>> {
    let mut archive = ZipArchive::new(file).map_err(|_| vec![Guasto::NonZip])?;
    let mut guasti = Vec::new();
    if archive.has_duplicate_names() {
        guasti.push(Guasto::NomiDoppi);
    }
    if !matches!(archive.has_overlapping_entries(), Ok(false)) {
        guasti.push(Guasto::Sovrapposti);
    }
    // Names first: of an archive that means harm nothing is unpacked.
    let mut total = 0_u64;
    for at in 0..archive.len() {
        let Ok(entry) = archive.by_index_raw(at) else {
            guasti.push(Guasto::NonZip);
            continue;
        };
        let nome = String::from_utf8_lossy(entry.name_raw()).into_owned();
        total = total.saturating_add(entry.size());
        if entry.name().is_err() || !is_safe(&nome, entry.is_dir()) {
            guasti.push(Guasto::NomePericoloso { nome });
        } else if entry.is_symlink() {
            guasti.push(Guasto::Collegamento { nome });
        } else if entry.encrypted() {
            guasti.push(Guasto::Cifrato { nome });
        }
    }
    if total > MOST || total > HARMLESS.max(size.saturating_mul(RATIO)) {
        guasti.push(Guasto::TroppoGrande);
    }
    if guasti.is_empty() {
        guasti = unpack(&mut archive, files);
    }
    let parte = Parte::of_comment(archive.comment());
    if guasti.is_empty() && !own::is_nothing_but_files(archive).unwrap_or(false) {
        guasti.push(Guasto::AltroOltreAiFile);
    }
    if guasti.is_empty() {
        Ok(parte)
    } else {
        Err(guasti)
    }
}

fn unpack<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Vec<Guasto> {
    let mut guasti = Vec::new();
    for at in 0..archive.len() {
        let Ok(mut entry) = archive.by_index(at) else {
            guasti.push(Guasto::NonZip);
            continue;
        };
        if entry.is_dir() {
            continue;
        }
        let nome = String::from_utf8_lossy(entry.name_raw()).into_owned();
        let declared = entry.size();
        let mut bytes = Vec::new();
        let read = entry.by_ref().take(declared + 1).read_to_end(&mut bytes);
        if read.is_err() || bytes.len() as u64 != declared {
            guasti.push(Guasto::Danneggiato { nome });
        } else if !is_leggimi(&nome) && files.contains_key(&nome) {
            guasti.push(Guasto::InPiuParti { nome });
        } else {
            files.insert(nome, bytes);
        }
    }
    guasti
}

/// Whether a name stays in the folder, on every system.
fn is_safe(name: &str, is_dir: bool) -> bool {
    let name = match name.strip_suffix('/') {
        Some(name) if is_dir => name,
        _ => name,
    };
    let part = |part: &str| !matches!(part, "" | "." | "..");
    name.split('/').all(part)
        && !name
            .chars()
            .any(|c| matches!(c, '\\' | ':') || c.is_control())
}

/// The archives that should be there as well.
fn missing(parti: &BTreeSet<Parte>) -> Option<Guasto> {
    let di = parti.iter().map(|parte| parte.of).max()?;
    let quali: Vec<usize> = (1..=di.min(100_000))
        .filter(|which| {
            !parti.contains(&Parte {
                which: *which,
                of: di,
            })
        })
        .collect();
    (!quali.is_empty()).then_some(Guasto::MancanoParti { quali, di })
}

/// The paths seen from the folder that has the list; a zip of the bare files has no folder.
fn in_folder(files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let folder = files.keys().find_map(|name| {
        let folder = name.strip_suffix(SUMS)?.strip_suffix('/')?;
        (!folder.contains('/')).then(|| format!("{folder}/"))
    });
    let folder = match folder {
        Some(folder) if !files.contains_key(SUMS) => folder,
        _ => String::new(),
    };
    let explained = files.into_iter().filter(|(name, _)| !is_leggimi(name));
    explained
        .map(|(name, bytes)| match name.strip_prefix(&folder) {
            Some(below) => (below.to_owned(), bytes),
            None => (format!("../{name}"), bytes),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_the_folder() {
        for name in ["caluso/index.html", "caluso/2023/a b.pdf", "LEGGIMI.txt"] {
            assert!(is_safe(name, false), "{name}");
        }
        assert!(is_safe("caluso/", true));
        for name in [
            "../fuori.txt",
            "caluso/../../fuori.txt",
            "/etc/passwd",
            "C:/a.txt",
            "caluso\\a.txt",
            "caluso//a.txt",
            "./a.txt",
            "a\0.txt",
            "",
        ] {
            assert!(!is_safe(name, false), "{name:?}");
        }
    }
}
