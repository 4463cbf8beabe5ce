//! The same content gives the same bytes, wherever and by whomever it is built.

#![cfg(unix)]

mod common;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use common::{files, stderr};

type Files = Vec<(String, Vec<u8>)>;

/// What differs from one machine to another.
struct Machine {
    zone: &'static str,
    locale: &'static str,
    umask: &'static str,
    threads: &'static str,
    /// Where the content stands, below the folder of the machine.
    content: &'static str,
    output: &'static str,
    /// Where the program is run, likewise.
    from: &'static str,
    /// When the sources were written, in seconds from 1970.
    written: u64,
    order: fn(&mut Files),
}

const ONE: Machine = Machine {
    zone: "Pacific/Kiritimati",
    locale: "it_IT.UTF-8",
    umask: "022",
    threads: "1",
    content: "content",
    output: "output",
    from: ".",
    written: 1_000_000_000,
    order: |_| {},
};

const OTHER: Machine = Machine {
    zone: "Pacific/Pago_Pago",
    locale: "C",
    umask: "077",
    threads: "7",
    content: "dati del comune/content",
    output: "un'altra cartella/sito",
    from: "altrove/ancora",
    written: 1_700_000_000,
    order: |files| files.reverse(),
};

/// What a machine makes of some sources.
fn built(machine: &Machine, mut sources: Files) -> io::Result<Files> {
    let root = tempfile::tempdir()?;
    let place = |below: &str| root.path().join(below);
    (machine.order)(&mut sources);
    let content = place(machine.content);
    let written = SystemTime::UNIX_EPOCH + Duration::from_secs(machine.written);
    for (below, bytes) in sources {
        write(&content.join(below), &bytes, written)?;
    }
    for folder in [machine.from, "casa"] {
        fs::create_dir_all(place(folder))?;
    }
    let run = format!("umask {}; exec \"$0\" \"$@\"", machine.umask);
    let output = Command::new("sh")
        .args(["-c", &run, env!("CARGO_BIN_EXE_griglia"), "build"])
        .arg("--contenuti")
        .arg(&content)
        .arg("--output")
        .arg(place(machine.output))
        .current_dir(place(machine.from))
        .env("TZ", machine.zone)
        .env("LC_ALL", machine.locale)
        .env("LANG", machine.locale)
        .env("HOME", place("casa"))
        .env("RAYON_NUM_THREADS", machine.threads)
        .output()?;
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    files(&place(machine.output))
}

fn write(path: &Path, bytes: &[u8], written: SystemTime) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, bytes)?;
    File::options()
        .write(true)
        .open(path)?
        .set_modified(written)
}

fn assert_same(sources: &Files) -> io::Result<()> {
    let one = built(&ONE, sources.clone())?;
    let other = built(&OTHER, sources.clone())?;
    let names = |files: &Files| {
        let names = files.iter().map(|(path, _)| path.clone());
        names.collect::<Vec<_>>()
    };
    assert_eq!(names(&one), names(&other));
    assert!(one.iter().any(|(path, _)| path.contains("/documenti/")));
    for ((path, bytes), (_, others)) in one.iter().zip(&other) {
        assert!(bytes == others, "{path} differs");
    }
    Ok(())
}

#[test]
fn two_machines_make_the_same_bytes() -> io::Result<()> {
    let model = files(Path::new("tests/progetto"))?;
    let mut sources = Files::new();
    // Several enti: then there is a page of all of them, too.
    for (below, bytes) in model {
        if let Ok(below) = PathBuf::from(&below).strip_prefix("prova") {
            for ente in ["prova", "altro"] {
                sources.push((format!("{ente}/{}", below.display()), bytes.clone()));
            }
        } else {
            sources.push((below, bytes));
        }
    }
    assert_same(&sources)
}

#[test]
#[ignore = "minutes: make prova-lunga"]
fn two_machines_make_the_same_bytes_of_the_content_of_this_repository() -> io::Result<()> {
    assert_same(&files(Path::new("content"))?)
}
