//! Walking `content/`: one folder per ente, in it one folder per ciclo.

mod names;
mod walk;

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use self::names::name;
use self::walk::Walk;
use super::attached::Attached;
use super::written::{CicloScritto, EnteScritto, ModificaScritta, RisultatoScritto, SchedaScritta};
use super::{Fault, FileId, Sources};

pub(super) use self::names::entries;

/// Everything that is written, and what could not be read.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// The files.
    pub sources: Sources,
    /// The entities, in order of folder name.
    pub enti: Vec<EnteFiles>,
    /// What could not be read, in order of reading.
    pub faults: Vec<Fault>,
}

/// The folder of an ente.
#[derive(Debug, Clone)]
pub struct EnteFiles {
    /// The folder's name.
    pub cartella: String,
    /// `ente.yaml`.
    pub file: FileId,
    /// What it says; `None` when it could not be read.
    pub ente: Option<EnteScritto>,
    /// `pagine/*.md`.
    pub pagine: Vec<TestoScritto>,
    /// Pictures beside `ente.yaml`: the stemma.
    pub stemmi: Vec<ImmagineScritta>,
    /// Pictures in `pagine/`.
    pub immagini: Vec<ImmagineScritta>,
    /// Its cicli, in order of folder name.
    pub cicli: Vec<CicloFiles>,
    /// Every file of the folder that was read, by its number in [`Sources`].
    pub fonti: Range<usize>,
}

/// The folder of a ciclo.
#[derive(Debug, Clone)]
pub struct CicloFiles {
    /// The folder's name.
    pub cartella: String,
    /// `ciclo.yaml`.
    pub file: FileId,
    /// What it says; `None` when it could not be read.
    pub ciclo: Option<CicloScritto>,
    /// The cards of `obiettivi/`.
    pub schede: Vec<SchedaScritta>,
    /// Whether every file of `obiettivi/` could be read.
    pub schede_complete: bool,
    /// The folders of `modifiche/`, in order of name.
    pub modifiche: Vec<ModificaFiles>,
    /// The results of `risultati/`.
    pub risultati: Vec<RisultatoScritto>,
    /// The chapters of `relazione/`.
    pub capitoli: Vec<TestoScritto>,
    /// Pictures in `relazione/`.
    pub immagini: Vec<ImmagineScritta>,
    /// The files that `allegati` names, in the order of `ciclo.yaml`, each once.
    pub allegati: Vec<Attached>,
    /// Every file of the folder that was read, by its number in [`Sources`].
    pub fonti: Range<usize>,
}

impl CicloFiles {
    /// Every card: of the plan as approved, and of the acts that change it.
    #[must_use]
    pub fn tutte_le_schede(&self) -> impl DoubleEndedIterator<Item = &SchedaScritta> {
        let cambiate = self.modifiche.iter().flat_map(|modifica| &modifica.schede);
        self.schede.iter().chain(cambiate)
    }

    /// Whether every file of cards could be read: only then a code without card has none.
    #[must_use]
    pub fn tutte_complete(&self) -> bool {
        self.schede_complete
            && self
                .modifiche
                .iter()
                .all(|modifica| modifica.schede_complete)
    }
}

/// A folder of `modifiche/`: an act that changes the plan, and its cards.
#[derive(Debug, Clone)]
pub struct ModificaFiles {
    /// The folder's name.
    pub cartella: String,
    /// `atto.yaml`, or where it should be.
    pub file: FileId,
    /// Whether it is there at all.
    pub atto_presente: bool,
    /// What it says; `None` when it is missing or could not be read.
    pub atto: Option<ModificaScritta>,
    /// The changed and new cards.
    pub schede: Vec<SchedaScritta>,
    /// Whether every file of the folder could be read.
    pub schede_complete: bool,
}

/// A Markdown file.
#[derive(Debug, Clone)]
pub struct TestoScritto {
    /// The file's name without ending.
    pub nome: String,
    /// The file; its text is in [`Sources`].
    pub file: FileId,
}

/// A file of a picture.
#[derive(Debug, Clone)]
pub struct ImmagineScritta {
    /// Its path below the folder of the texts that show it, with `/`.
    pub nome: String,
    /// The file.
    pub file: FileId,
    /// Its bytes; none when it could not be read, which is a fault.
    pub bytes: Vec<u8>,
}

/// The folder of an ente, before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cartella {
    /// Where it is.
    pub path: PathBuf,
    /// Another folder with its name but for capital letters.
    gemella: Option<String>,
}

impl Cartella {
    /// Its name.
    #[must_use]
    pub fn nome(&self) -> String {
        name(&self.path)
    }
}

/// The folders of the entities of a content folder, in order of name.
///
/// # Errors
/// When the folder cannot be listed.
pub fn enti(content: &Path) -> io::Result<Vec<Cartella>> {
    // A link to a folder counts, so that it can be told.
    let mut paths = entries(content, 1, |entry| {
        entry.file_type().is_dir() || (entry.path_is_symlink() && entry.path().is_dir())
    })?;
    paths.retain(|folder| folder.join("ente.yaml").is_file());
    let mut alike: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in &paths {
        let name = name(path);
        alike.entry(name.to_lowercase()).or_default().push(name);
    }
    let cartella = |path: PathBuf| {
        let own = name(&path);
        let alike = alike.get(&own.to_lowercase());
        let gemella = alike.and_then(|names| names.iter().find(|other| **other != own).cloned());
        Cartella { path, gemella }
    };
    Ok(paths.into_iter().map(cartella).collect())
}

/// Reads a content folder. Links are not followed.
///
/// # Errors
/// When the folder itself cannot be listed; a file that cannot be read is a fault.
pub fn read(content: &Path) -> io::Result<Content> {
    read_enti(content, &enti(content)?)
}

/// Reads some of the entities of a content folder, each by its folder. Links are not followed.
///
/// # Errors
/// When a folder cannot be listed; a file that cannot be read is a fault.
pub fn read_enti(content: &Path, folders: &[Cartella]) -> io::Result<Content> {
    let mut walk = Walk::begin(content);
    let mut enti = Vec::new();
    for folder in folders {
        enti.push(walk.ente(folder)?);
    }
    Ok(Content { enti, ..walk.end() })
}
