//! Walking `content/`: one folder per ente, in it one folder per ciclo.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::attached::{self, Attached};
use super::files::Loaded;
use super::form::{Form, Reader};
use super::node::{Node, NodeKind};
use super::text::tree;
use super::written::{
    CicloScritto, EnteScritto, ModificaScritta, RisultatiScritti, RisultatoScritto, SchedaScritta,
};
use super::{Fault, FaultKind, FileId, Place, Sources, Stray};

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
    let mut walk = Walk {
        root: content,
        done: Content::default(),
    };
    let mut enti = Vec::new();
    for folder in folders {
        enti.push(walk.ente(folder)?);
    }
    walk.done.enti = enti;
    Ok(walk.done)
}

/// One reading of one content folder.
struct Walk<'a> {
    root: &'a Path,
    done: Content,
}

impl Walk<'_> {
    fn ente(&mut self, cartella: &Cartella) -> io::Result<EnteFiles> {
        let first = self.done.sources.count();
        let folder = cartella.path.as_path();
        let file = folder.join("ente.yaml");
        if folder.is_symlink() {
            return Ok(self.linked(folder, &file));
        }
        self.links(folder)?;
        let (file, node) = self.yaml(&file);
        if let Some(other) = cartella.gemella.clone() {
            let place = Place { file, span: 0..0 };
            let kind = FaultKind::Twin { other };
            self.done.faults.push(Fault { place, kind });
        }
        let ente = node.and_then(|node| self.form(file, &node));
        let pagine = self.markdown(&folder.join("pagine"))?;
        let immagini = self.pictures(&folder.join("pagine"), usize::MAX)?;
        let stemmi = self.pictures(folder, 1)?;
        let mut cicli = Vec::new();
        for ciclo in folders(folder)? {
            let file = ciclo.join("ciclo.yaml");
            if file.is_file() {
                cicli.push(self.ciclo(&ciclo, &file)?);
            }
        }
        self.strays(folder, first)?;
        Ok(EnteFiles {
            cartella: name(folder),
            file,
            ente,
            pagine,
            stemmi,
            immagini,
            cicli,
            fonti: first..self.done.sources.count(),
        })
    }

    /// An ente whose folder is a link: nothing of it is read.
    fn linked(&mut self, folder: &Path, file: &Path) -> EnteFiles {
        let first = self.done.sources.count();
        self.link(folder);
        let shown = shown(self.root, file);
        EnteFiles {
            cartella: name(folder),
            file: self.done.sources.missing(shown),
            ente: None,
            pagine: Vec::new(),
            stemmi: Vec::new(),
            immagini: Vec::new(),
            cicli: Vec::new(),
            fonti: first..self.done.sources.count(),
        }
    }

    /// Tells every link below a folder, but those that are told when they are read.
    fn links(&mut self, folder: &Path) -> io::Result<()> {
        let links = entries(folder, usize::MAX, walkdir::DirEntry::path_is_symlink)?;
        for link in links {
            if !matches!(name(&link).as_str(), "ente.yaml" | "ciclo.yaml") {
                self.link(&link);
            }
        }
        Ok(())
    }

    /// Notes the files of an ente that look like content and have not been read.
    fn strays(&mut self, folder: &Path, first: usize) -> io::Result<()> {
        let done: BTreeSet<String> = self
            .done
            .sources
            .iter()
            .skip(first)
            .map(|file| file.path.clone())
            .collect();
        for path in entries(folder, usize::MAX, |entry| entry.file_type().is_file())? {
            let shown = shown(self.root, &path);
            let Some(kind) = stray(&path).filter(|_| !done.contains(&shown)) else {
                continue;
            };
            let file = self.done.sources.missing(shown);
            let place = Place::start_of(file);
            let kind = FaultKind::Stray(kind);
            self.done.faults.push(Fault { place, kind });
        }
        Ok(())
    }

    fn link(&mut self, path: &Path) {
        let shown = shown(self.root, path);
        let file = self.done.sources.missing(shown);
        let place = Place { file, span: 0..0 };
        let kind = FaultKind::Link;
        self.done.faults.push(Fault { place, kind });
    }

    fn ciclo(&mut self, folder: &Path, file: &Path) -> io::Result<CicloFiles> {
        let first = self.done.sources.count();
        let (file, node) = self.yaml(file);
        let ciclo: Option<CicloScritto> = node.and_then(|node| self.form(file, &node));
        let cards = files(&folder.join("obiettivi"), &YAML)?;
        let (schede, schede_complete) = self.cards(&cards);
        let modifiche = self.modifiche(&folder.join("modifiche"))?;
        let mut risultati = Vec::new();
        for file in files(&folder.join("risultati"), &YAML)? {
            let (file, node) = self.yaml(&file);
            let scritti = node.and_then(|node| self.form::<RisultatiScritti>(file, &node));
            risultati.extend(
                scritti
                    .and_then(|scritti| scritti.risultati)
                    .unwrap_or_default(),
            );
        }
        let capitoli = self.markdown(&folder.join("relazione"))?;
        let immagini = self.pictures(&folder.join("relazione"), usize::MAX)?;
        let allegati = self.attached(folder, ciclo.as_ref());
        Ok(CicloFiles {
            cartella: name(folder),
            file,
            ciclo,
            schede,
            schede_complete,
            modifiche,
            risultati,
            capitoli,
            immagini,
            allegati,
            fonti: first..self.done.sources.count(),
        })
    }

    /// The cards of some files, and whether every file could be read. A ciclo has hundreds of such
    /// files: they are read side by side.
    fn cards(&mut self, files: &[PathBuf]) -> (Vec<SchedaScritta>, bool) {
        let FileId(first) = self.done.sources.next();
        let root = self.root;
        let read: Vec<(Loaded, Card)> = files
            .par_iter()
            .enumerate()
            .map(|(index, path)| {
                let loaded = Loaded::read(path, shown(root, path));
                let card = Card::of(FileId(first + index), &loaded);
                (loaded, card)
            })
            .collect();
        let mut schede = Vec::new();
        let mut complete = true;
        for (loaded, card) in read {
            self.done
                .faults
                .extend(self.done.sources.push(loaded).1.err());
            self.done.faults.extend(card.faults);
            match card.schede {
                Some(lette) => schede.extend(lette),
                None => complete = false,
            }
        }
        (schede, complete)
    }

    fn modifiche(&mut self, folder: &Path) -> io::Result<Vec<ModificaFiles>> {
        if !is_folder(folder) {
            return Ok(Vec::new());
        }
        for stray in entries(folder, 1, |entry| {
            let ending = entry.path().extension().and_then(|ending| ending.to_str());
            entry.file_type().is_file() && ending.is_some_and(|ending| YAML.contains(&ending))
        })? {
            let (file, _) = self.open(&stray);
            let place = Place { file, span: 0..0 };
            let kind = FaultKind::Misplaced;
            self.done.faults.push(Fault { place, kind });
        }
        let folders = folders(folder)?;
        let modifiche = folders.iter().map(|folder| self.modifica(folder));
        modifiche.collect()
    }

    fn modifica(&mut self, folder: &Path) -> io::Result<ModificaFiles> {
        let mut cards = files(folder, &YAML)?;
        let atto = ATTO.map(|name| folder.join(name));
        let atto = atto.into_iter().find(|atto| cards.contains(atto));
        let (file, scritto) = if let Some(atto) = &atto {
            cards.retain(|card| card != atto);
            let (file, node) = self.yaml(atto);
            (file, node.and_then(|node| self.form(file, &node)))
        } else {
            let [atto, _] = ATTO.map(|name| folder.join(name));
            let shown = shown(self.root, &atto);
            (self.done.sources.missing(shown), None)
        };
        let (schede, schede_complete) = self.cards(&cards);
        Ok(ModificaFiles {
            cartella: name(folder),
            file,
            atto_presente: atto.is_some(),
            atto: scritto,
            schede,
            schede_complete,
        })
    }

    fn markdown(&mut self, folder: &Path) -> io::Result<Vec<TestoScritto>> {
        let mut testi = Vec::new();
        for path in files(folder, &["md"])? {
            let nome = path
                .file_stem()
                .map(|stem| stem.to_string_lossy().into_owned())
                .unwrap_or_default();
            let file = self.open(&path).0;
            testi.push(TestoScritto { nome, file });
        }
        Ok(testi)
    }

    /// The pictures of a folder, down to a depth.
    fn pictures(&mut self, folder: &Path, depth: usize) -> io::Result<Vec<ImmagineScritta>> {
        let mut immagini = Vec::new();
        if !is_folder(folder) {
            return Ok(immagini);
        }
        for path in entries(folder, depth, |entry| is_file(entry, &PICTURES))? {
            let below = path.strip_prefix(folder).unwrap_or(&path);
            let parts = below.components();
            let parts = parts.map(|part| part.as_os_str().to_string_lossy().into_owned());
            let nome = parts.collect::<Vec<_>>().join("/");
            let shown = shown(self.root, &path);
            let (file, bytes) = self.done.sources.read_binary(&path, shown);
            let bytes = bytes.unwrap_or_else(|fault| {
                self.done.faults.push(fault);
                Vec::new()
            });
            immagini.push(ImmagineScritta { nome, file, bytes });
        }
        Ok(immagini)
    }

    /// The files that a ciclo carries; what keeps one from being read is told where it is named.
    fn attached(&mut self, folder: &Path, ciclo: Option<&CicloScritto>) -> Vec<Attached> {
        let mut allegati: Vec<Attached> = Vec::new();
        let scritti = ciclo
            .iter()
            .flat_map(|ciclo| ciclo.allegati.iter().flatten());
        for nome in scritti.filter_map(|scritto| scritto.file.as_ref()) {
            let nome = nome.testo.as_str();
            if allegati.iter().any(|gia| gia.nome == nome) {
                continue;
            }
            let letto = attached::read(folder, nome).map(|(path, bytes)| {
                let shown = shown(self.root, &path);
                self.done.sources.binary(shown, &bytes);
                bytes
            });
            let nome = nome.to_owned();
            allegati.push(Attached { nome, letto });
        }
        allegati
    }

    /// Reads a file as YAML; one that holds nothing is a mapping without keys.
    fn yaml(&mut self, path: &Path) -> (FileId, Option<Node>) {
        let (file, opened) = self.open(path);
        if matches!(opened, Opened::Faulty) {
            return (file, None);
        }
        let text = self.done.sources.file(file).map(|file| file.text.as_str());
        match tree(file, text.unwrap_or_default()) {
            Ok(node) => (file, Some(node)),
            Err(fault) => {
                self.done.faults.push(fault);
                (file, None)
            }
        }
    }

    fn form<T: Form>(&mut self, file: FileId, node: &Node) -> Option<T> {
        let mut reader = Reader::new(file);
        let form = T::read(node, &mut reader);
        self.done.faults.extend(reader.into_faults());
        form
    }

    fn open(&mut self, path: &Path) -> (FileId, Opened) {
        let (file, result) = self.done.sources.read(path, shown(self.root, path));
        match result {
            Ok(()) => (file, Opened::Whole),
            Err(fault) => {
                self.done.faults.push(fault);
                (file, Opened::Faulty)
            }
        }
    }
}

/// What a file of cards says.
struct Card {
    /// One card, or a list of them; `None` when the file cannot be read.
    schede: Option<Vec<SchedaScritta>>,
    faults: Vec<Fault>,
}

impl Card {
    fn of(file: FileId, loaded: &Loaded) -> Self {
        let (mut schede, mut faults) = (None, Vec::new());
        match loaded.text().map(|text| tree(file, text)) {
            Some(Ok(node)) => {
                let mut reader = Reader::new(file);
                schede = if matches!(node.kind, NodeKind::Sequence(_)) {
                    Form::read(&node, &mut reader)
                } else {
                    Form::read(&node, &mut reader).map(|scheda| vec![scheda])
                };
                faults = reader.into_faults();
            }
            Some(Err(fault)) => faults.push(fault),
            None => {}
        }
        Self { schede, faults }
    }
}

/// The path as messages show it: from the name of the content folder, with `/`.
fn shown(root: &Path, path: &Path) -> String {
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
const ATTO: [&str; 2] = ["atto.yaml", "atto.yml"];

/// The endings of YAML files.
const YAML: [&str; 2] = ["yaml", "yml"];

/// The endings of pictures, in small letters.
const PICTURES: [&str; 4] = ["png", "jpg", "jpeg", "svg"];

/// What may keep a file that looks like content from being read; `None` for one that does not.
fn stray(path: &Path) -> Option<Stray> {
    let name = name(path);
    let small = name.to_lowercase();
    let bare = small.strip_suffix(".txt").unwrap_or(&small);
    let (stem, ending) = bare.rsplit_once('.')?;
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

/// Whether a file could be read.
enum Opened {
    Whole,
    Faulty,
}

fn name(folder: &Path) -> String {
    folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The folders right below one, in order of name; hidden ones are left out.
fn folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    entries(folder, 1, |entry| entry.file_type().is_dir())
}

/// The files of some endings below a folder, at any depth, in order of path; none if there is no
/// such folder.
fn files(folder: &Path, endings: &[&str]) -> io::Result<Vec<PathBuf>> {
    if !is_folder(folder) {
        return Ok(Vec::new());
    }
    entries(folder, usize::MAX, |entry| {
        let ending = entry.path().extension().and_then(|ending| ending.to_str());
        entry.file_type().is_file() && ending.is_some_and(|ending| endings.contains(&ending))
    })
}

/// Whether a folder stands somewhere: not a link to one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() && !path.is_symlink()
}

/// Whether an entry is a file with one of some endings, in small or capital letters.
fn is_file(entry: &walkdir::DirEntry, endings: &[&str]) -> bool {
    let ending = entry.path().extension().and_then(|ending| ending.to_str());
    let ending = ending.map(str::to_ascii_lowercase);
    entry.file_type().is_file() && ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// What stands below a folder, in order of name; hidden files and folders are left out.
pub(super) fn entries(
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
