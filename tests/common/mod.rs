//! A small project in a temporary folder, and `griglia` run in it as a person would.

#![allow(
    dead_code,
    clippy::expect_used,
    reason = "shared by several test binaries, each using a part; a test that cannot start may panic"
)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

pub struct Project {
    root: TempDir,
}

impl Project {
    /// `tests/progetto` as `content`.
    pub fn new() -> io::Result<Self> {
        let root = tempfile::tempdir()?;
        copy(Path::new("tests/progetto"), &root.path().join("content"))?;
        Ok(Self { root })
    }

    /// The same with the files of a folder laid over it.
    pub fn with(overlay: &Path) -> io::Result<Self> {
        let project = Self::new()?;
        copy(overlay, &project.path("content"))?;
        Ok(project)
    }

    /// The content of this repository.
    pub fn caluso() -> io::Result<Self> {
        let root = tempfile::tempdir()?;
        copy(Path::new("content"), &root.path().join("content"))?;
        Ok(Self { root })
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.root.path().join(below)
    }

    pub fn write(&self, below: &str, text: &str) -> io::Result<()> {
        fs::write(self.path(below), text)
    }

    pub fn griglia(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_griglia"))
            .args(args)
            .current_dir(self.root.path())
            .env("NO_COLOR", "1")
            .output()
            .expect("the binary under test runs")
    }
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every file below a folder, by its path from there with `/`, in order.
pub fn files(folder: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
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
