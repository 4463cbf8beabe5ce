//! The folders of an ente and of its cicli, read in the order of their names.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::names::{
    ATTO, PICTURES, YAML, entries, files, folders, is_file, is_folder, name, shown, stray,
};
use super::{
    Cartella, CicloFiles, Content, EnteFiles, ImmagineScritta, ModificaFiles, TestoScritto,
};
use crate::source::attached::{self, Attached};
use crate::source::files::Loaded;
use crate::source::form::Form;
use crate::source::text;
use crate::source::written::{CicloScritto, RisultatiScritti, SchedaScritta, SchedeScritte};
use crate::source::{Fault, FaultKind, FileId, Place};

/// One reading of one content folder.
pub(super) struct Walk<'a> {
    root: &'a Path,
    done: Content,
    /// The files that a ciclo says it carries, read or not.
    named: BTreeSet<String>,
}

impl<'a> Walk<'a> {
    /// Begins it.
    pub(super) fn begin(root: &'a Path) -> Self {
        Self {
            root,
            done: Content::default(),
            named: BTreeSet::new(),
        }
    }

    /// The files that were read and the faults; the entities are with whom asked for them.
    pub(super) fn end(self) -> Content {
        self.done
    }

    /// Reads the folder of an ente.
    pub(super) fn ente(&mut self, cartella: &Cartella) -> io::Result<EnteFiles> {
        let first = self.done.sources.count();
        let folder = cartella.path.as_path();
        let file = folder.join("ente.yaml");
        if folder.is_symlink() {
            return Ok(self.linked(folder, &file));
        }
        self.links(folder)?;
        let (file, ente) = self.form(&file);
        if let Some(other) = cartella.gemella.clone() {
            let place = Place { file, span: 0..0 };
            let kind = FaultKind::Twin { other };
            self.done.faults.push(Fault { place, kind });
        }
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
            if done.contains(&shown) || self.named.contains(&shown) {
                continue;
            }
            let Some(kind) = stray(&path) else {
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
        let (file, ciclo) = self.form::<CicloScritto>(file);
        let cards = files(&folder.join("obiettivi"), &YAML)?;
        let (schede, schede_complete) = self.cards(&cards);
        let modifiche = self.modifiche(&folder.join("modifiche"))?;
        let mut risultati = Vec::new();
        for file in files(&folder.join("risultati"), &YAML)? {
            let (_, scritti) = self.form::<RisultatiScritti>(&file);
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
            self.form(atto)
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
            self.named.insert(shown(self.root, &folder.join(nome)));
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

    /// Reads a file as a form.
    fn form<T: Form>(&mut self, path: &Path) -> (FileId, Option<T>) {
        let (file, opened) = self.open(path);
        if matches!(opened, Opened::Faulty) {
            return (file, None);
        }
        let text = self.done.sources.file(file).map(|file| file.text.as_str());
        let (form, faults) = text::form(file, text.unwrap_or_default());
        self.done.faults.extend(faults);
        (file, form)
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
        let read = loaded
            .text()
            .map(|text| text::form::<SchedeScritte>(file, text));
        let (schede, faults) = read.unwrap_or_default();
        Self {
            schede: schede.map(|SchedeScritte(schede)| schede),
            faults,
        }
    }
}

/// Whether a file could be read.
enum Opened {
    Whole,
    Faulty,
}
