//! A card, the form of a ciclo or of an ente, as a file of a whole project: read, checked, and if it passes turned
//! into open data.
#![no_main]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use griglia::parole::Lingue;
use griglia::theme::Theme;
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

static PROJECT: LazyLock<TempDir> = LazyLock::new(|| {
    let root = tempfile::tempdir().unwrap();
    copy(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/progetto")), root.path());
    root
});

static LINGUE: LazyLock<Lingue> = LazyLock::new(|| Theme::embedded().unwrap().languages().unwrap_or_else(|_| panic!()));

/// The files that the first byte chooses among.
const FILES: [&str; 4] = [
    "prova/2023/obiettivi/tecnico.yaml",
    "prova/2023/ciclo.yaml",
    "prova/ente.yaml",
    "prova/2023/risultati/tutti.yaml",
];

fuzz_target!(|data: &[u8]| {
    let Some((which, data)) = data.split_first() else { return };
    let root = PROJECT.path();
    let path = root.join(FILES[usize::from(*which) % FILES.len()]);
    let before = fs::read(&path).unwrap();
    fs::write(&path, data).unwrap();
    let content = griglia::source::read(root);
    fs::write(&path, before).unwrap();
    let content = content.unwrap();
    let verdetto = griglia::check::check(&content, &|_| true);
    for problema in &verdetto.problemi {
        let parole = griglia::check::parole(problema);
        assert!(!parole.messaggio.is_empty());
        if let Some(luogo) = &problema.luogo {
            let _ = content.sources.line_and_column(luogo);
        }
    }
    for ente in &verdetto.enti {
        for ciclo in &ente.cicli {
            let _ = griglia::score::risultati(ciclo);
            griglia::dati::del_ciclo(ente, ciclo).unwrap();
            let _ = griglia::allegati::del_ciclo(ente, ciclo, LINGUE.parole(&ente.lingua));
        }
    }
});

fn copy(from: &Path, to: &Path) {
    let entries: Vec<PathBuf> = fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    for path in entries {
        let place = to.join(path.file_name().unwrap());
        if path.is_dir() {
            fs::create_dir_all(&place).unwrap();
            copy(&path, &place);
        } else {
            fs::copy(&path, &place).unwrap();
        }
    }
}
