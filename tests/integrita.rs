//! What proves a published folder: the lists, `sha256sum`, `griglia verify`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::fs;
use std::process::Command;

use common::{Project, files, stderr, stdout};
use griglia::integrity::Manifest;

/// A project that has been built.
fn built() -> Project {
    let project = Project::new().unwrap();
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    project
}

#[test]
fn a_folder_as_it_was_made_is_whole() {
    let project = built();
    let output = project.griglia(&["verify", "output/prova", "--contenuti", "content"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(
        stdout(&output).contains("tutti presenti e inalterati"),
        "{}",
        stdout(&output)
    );
    assert!(
        stdout(&output).contains("I contenuti sono quelli"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn plain_sha256sum_agrees() {
    let project = built();
    let folder = project.path("output/prova");
    if let Ok(said) = Command::new("sha256sum")
        .args(["--check", "--strict", "--quiet", "SHA256SUMS"])
        .current_dir(&folder)
        .output()
    {
        assert!(
            said.status.success(),
            "{}",
            String::from_utf8_lossy(&said.stdout)
        );
    }
    let listed = fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
    assert_eq!(listed.lines().count() + 1, files(&folder).unwrap().len());
}

#[test]
fn the_manifest_says_where_things_come_from() {
    let project = built();
    let manifest = fs::read(project.path("output/prova/manifest.json")).unwrap();
    let manifest: Manifest = serde_json::from_slice(&manifest).unwrap();
    assert_eq!(manifest.ente, "prova");
    let relazione = "2023/documenti/relazione-performance-2023.pdf";
    let relazione = manifest
        .file
        .iter()
        .find(|file| file.percorso == relazione)
        .unwrap();
    assert_eq!(
        relazione.atto.as_deref(),
        Some("G.C. n. 40 del 20 aprile 2024")
    );
    let own: Vec<_> = manifest
        .fonti
        .iter()
        .map(|fonte| fonte.percorso.as_str())
        .collect();
    assert!(
        own.contains(&"ente.yaml") && own.contains(&"2023/obiettivi/tecnico.yaml"),
        "{own:?}"
    );
}

#[test]
fn what_is_not_as_it_was_made_is_told() {
    let project = built();
    let folder = project.path("output/prova");
    let pdf = folder.join("2023/documenti/relazione-performance-2023.pdf");
    let mut bytes = fs::read(&pdf).unwrap();
    let last = bytes.len() - 30;
    *bytes.get_mut(last).unwrap() ^= 1;
    fs::write(&pdf, bytes).unwrap();
    fs::remove_file(folder.join("2023/obiettivi/TEC-01/index.html")).unwrap();
    fs::write(folder.join("2023/altro.html"), "<p>").unwrap();
    let output = project.griglia(&["verify", "output/prova"]);
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    for words in [
        "2023/documenti/relazione-performance-2023.pdf è stato cambiato",
        "manca 2023/obiettivi/TEC-01/index.html",
        "2023/altro.html è in più",
        "il collegamento «obiettivi/TEC-01/index.html» non porta a niente",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn content_that_changed_since_is_told() {
    let project = built();
    project
        .write("content/prova/2023/obiettivi/tecnico.yaml", "codice: X\n")
        .unwrap();
    let output = project.griglia(&["verify", "output/prova", "-c", "content"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("2023/obiettivi/tecnico.yaml"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_folder_of_somebody_else_has_no_list() {
    let project = built();
    let output = project.griglia(&["verify", "content"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("manca SHA256SUMS"),
        "{}",
        stderr(&output)
    );
    let output = project.griglia(&["verify", "nessuna"]);
    assert_eq!(output.status.code(), Some(2));
}
