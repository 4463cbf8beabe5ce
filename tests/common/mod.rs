//! A small project in a temporary folder, and `griglia` run in it as a person would.

#![allow(
    dead_code,
    clippy::expect_used,
    reason = "shared by several test binaries, each using a part; a test that cannot start may panic"
)]

pub(crate) mod testi;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use griglia::layout::{Faces, Style};
use griglia::model::Lingua;
use griglia::parole::Parole;
use griglia::theme::{PdfLook, Theme};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use tempfile::TempDir;

pub(crate) struct Project {
    root: TempDir,
}

impl Project {
    /// `tests/progetto` as `content`.
    pub(crate) fn new() -> io::Result<Self> {
        let root = tempfile::tempdir()?;
        copy(Path::new("tests/progetto"), &root.path().join("content"))?;
        Ok(Self { root })
    }

    /// The same with the files of a folder laid over it.
    pub(crate) fn with(overlay: &Path) -> io::Result<Self> {
        let project = Self::new()?;
        copy(overlay, &project.path("content"))?;
        Ok(project)
    }

    /// `tests/progetto` with a folder laid over `themes/italia`.
    pub(crate) fn themed(overlay: &Path) -> io::Result<Self> {
        let project = Self::new()?;
        copy(overlay, &project.path("themes/italia"))?;
        Ok(project)
    }

    /// An entity alone, as `content/<name>`.
    pub(crate) fn of(entity: &Path, name: &str) -> io::Result<Self> {
        let root = tempfile::tempdir()?;
        copy(entity, &root.path().join("content").join(name))?;
        Ok(Self { root })
    }

    /// The content of this repository.
    pub(crate) fn caluso() -> io::Result<Self> {
        let root = tempfile::tempdir()?;
        copy(Path::new("content"), &root.path().join("content"))?;
        Ok(Self { root })
    }

    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.root.path().join(below)
    }

    pub(crate) fn write(&self, below: &str, text: &str) -> io::Result<()> {
        let path = self.path(below);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, text)
    }

    pub(crate) fn griglia(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_griglia"))
            .args(args)
            .current_dir(self.root.path())
            .env("NO_COLOR", "1")
            .output()
            .expect("the binary under test runs")
    }
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every file below a folder, by its path from there with `/`, in order.
pub(crate) fn files(folder: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let below = below.to_string_lossy().replace('\\', "/");
            found.push((below, fs::read(entry.path())?));
        }
    }
    Ok(found)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for (below, bytes) in files(from)? {
        let path = to.join(below);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// Asserts that a PDF has no failure for PDF/A-2a (or 3a, where it says so) and PDF/UA-1, by an
/// independent checker.
pub(crate) fn assert_conforming(name: &str, pdf: &[u8]) {
    let part_3 = b"<pdfaid:part>3</pdfaid:part>";
    let archival = if pdf.windows(part_3.len()).any(|bytes| bytes == part_3) {
        ValidationProfile::PdfA3a
    } else {
        ValidationProfile::PdfA2a
    };
    for profile in [archival, ValidationProfile::PdfUa1] {
        let report = validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile));
        let report = report.expect("the checker reads the file");
        assert!(report.failures.is_empty(), "{name}: {:#?}", report.failures);
    }
}

/// The words of the theme in the binary.
pub(crate) fn italiano() -> Parole {
    let theme = Theme::embedded().expect("the theme's templates parse");
    let languages = theme.languages().expect("the theme's words are whole");
    languages.parole(&Lingua::default()).clone()
}

/// How the theme in the binary makes PDFs look.
pub(crate) fn look() -> PdfLook {
    let theme = Theme::embedded().expect("the theme's templates parse");
    theme
        .pdf_look()
        .expect("the theme's look is without mistakes")
}

/// The faces of that look.
pub(crate) fn faces() -> Faces {
    look().faces
}

/// The measures and colours of that look.
pub(crate) fn style() -> Style {
    look().style
}
