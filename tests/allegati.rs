//! The files that a ciclo carries: published byte for byte, listed wherever documents are, and never taken
//! from outside the folder of the ciclo.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::fs;
use std::path::Path;

use common::{Project, stderr, stdout};

fn project() -> Project {
    Project::with(Path::new("tests/allegati")).unwrap()
}

fn built(project: &Project) {
    let output = project.griglia(&["build"]);
    assert_eq!(
        (output.status.code(), stderr(&output).contains("errore")),
        (Some(0), false),
        "{}",
        stderr(&output)
    );
}

fn page(project: &Project, path: &str) -> String {
    fs::read_to_string(project.path("output/prova").join(path)).unwrap()
}

const VALIDAZIONE: &str = "2023/documenti/allegati/validazione-nucleo.pdf";

#[test]
fn files_are_published_as_they_are() {
    let project = project();
    built(&project);
    for (da, a) in [
        ("Validazione Nucleo.pdf", "validazione-nucleo.pdf"),
        ("smvp.pdf", "smvp.pdf"),
        ("verbali/conferenza.odt", "verbali/conferenza.odt"),
    ] {
        let written = fs::read(Path::new("tests/allegati/prova/2023/allegati").join(da)).unwrap();
        let output = project.path("output/prova/2023/documenti/allegati").join(a);
        assert!(fs::read(output).unwrap() == written, "{a}");
    }
    let verify = project.griglia(&["verify", "output/prova", "--contenuti", "content"]);
    assert_eq!(verify.status.code(), Some(0), "{}", stderr(&verify));
    assert!(page(&project, "SHA256SUMS").contains(VALIDAZIONE));
}

#[test]
fn they_stand_where_documents_stand() {
    let project = project();
    let ente = fs::read_to_string(project.path("content/prova/ente.yaml")).unwrap();
    let indirizzo = "indirizzo: https://www.comune.prova.it/performance\ncodice_ipa: c_a123\n";
    project
        .write("content/prova/ente.yaml", &format!("{ente}{indirizzo}"))
        .unwrap();
    built(&project);
    for path in [
        "2023/index.html",
        "documenti/index.html",
        "feed.atom",
        "sitemap.xml",
        "ricerca/indice.js",
        "manifest.json",
    ] {
        assert!(
            page(&project, path).contains("documenti/allegati/validazione-nucleo.pdf"),
            "{path}"
        );
    }
    let feed = page(&project, "feed.atom");
    assert!(feed.contains("type=\"application/vnd.oasis.opendocument.text\""));
    assert!(feed.contains("Documento in ODT."));
    assert!(page(&project, "2023/index.html").contains("\"DigitalDocument\""));
}

#[test]
fn the_page_of_documents_says_where_the_law_wants_each() {
    let project = project();
    built(&project);
    let documenti = page(&project, "documenti/index.html");
    let places: Vec<usize> = [
        ">Sistema di misurazione e valutazione della Performance</h3>",
        "2023/documenti/allegati/smvp.pdf\"",
        ">Piano della Performance</h3>",
        "schede-obiettivi-2023.pdf\"",
        ">Relazione sulla Performance</h3>",
        "relazione-performance-2023.pdf\"",
        ">Organismi indipendenti di valutazione",
        "sezione «Controlli e rilievi sull’amministrazione»",
        "2023/documenti/allegati/validazione-nucleo.pdf\"",
        "18 aprile 2024",
        ">Altri documenti</h3>",
        "conferenza.odt\"",
    ]
    .iter()
    .map(|words| {
        let place = documenti.find(words);
        place.unwrap_or_else(|| panic!("{words} is not in\n{documenti}"))
    })
    .collect();
    assert!(places.is_sorted(), "{places:?}");
    let bytes = fs::read(project.path("output/prova").join(VALIDAZIONE)).unwrap();
    assert!(documenti.contains(&griglia::integrity::digest(&bytes)));
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_folder_is_not_followed() {
    let project = project();
    project.write("segreto.pdf", "%PDF-1.7 segreto").unwrap();
    let file = project.path("content/prova/2023/allegati/smvp.pdf");
    fs::remove_file(&file).unwrap();
    std::os::unix::fs::symlink(project.path("segreto.pdf"), &file).unwrap();
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("[G111]"), "{}", stderr(&output));

    // Nor is a folder that is a link.
    let folder = project.path("content/prova/2023/allegati/verbali");
    fs::rename(&folder, project.path("verbali")).unwrap();
    std::os::unix::fs::symlink(project.path("verbali"), &folder).unwrap();
    let told = stderr(&project.griglia(&["check"]));
    assert_eq!(told.matches("[G111]").count(), 2, "{told}");
}

#[cfg(unix)]
#[test]
fn a_link_is_refused_also_inside_the_folder() {
    let project = project();
    let folder = project.path("content/prova/2023/allegati");
    fs::rename(folder.join("smvp.pdf"), folder.join("vero.pdf")).unwrap();
    std::os::unix::fs::symlink("vero.pdf", folder.join("smvp.pdf")).unwrap();
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("errore[G170]"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn what_is_too_large_is_not_read() {
    let project = project();
    let file = project.path("content/prova/2023/allegati/smvp.pdf");
    let file = fs::File::options().write(true).open(file).unwrap();
    file.set_len(33 * 1024 * 1024).unwrap();
    let output = project.griglia(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("G114-allegato-troppo-grande", stderr(&output));
}

#[test]
fn a_format_that_is_not_open_is_told_to_who_asks() {
    let project = project();
    let ciclo = fs::read_to_string(project.path("content/prova/2023/ciclo.yaml")).unwrap();
    project
        .write(
            "content/prova/2023/ciclo.yaml",
            &ciclo.replace("conferenza.odt", "conferenza.docx"),
        )
        .unwrap();
    project
        .write(
            "content/prova/2023/allegati/verbali/conferenza.docx",
            "PK\u{3}\u{4} word/document.xml",
        )
        .unwrap();
    let output = project.griglia(&["check"]);
    assert!(!stderr(&output).contains("G122"), "{}", stderr(&output));
    let output = project.griglia(&["check", "--severita", "nota"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(
        stderr(&output).contains("nota[G122]"),
        "{}{}",
        stderr(&output),
        stdout(&output)
    );
}
