//! What proves a published folder: the lists, `sha256sum`, `griglia verify`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

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

/// The defects that `griglia verify` tells of `output/prova`, one a line.
fn told(project: &Project) -> Vec<String> {
    let output = project.griglia(&["verify", "output/prova"]);
    assert_eq!(output.status.code(), Some(1), "{}", stdout(&output));
    let told = stderr(&output);
    told.lines()
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

const RELAZIONE: &str = "2023/documenti/relazione-performance-2023.pdf";

#[test]
fn one_byte_changed_is_one_message() {
    let project = built();
    let page = project.path("output/prova/2023/index.html");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replacen("<title>", "<title>X", 1)).unwrap();
    let told = told(&project);
    assert_eq!(
        told,
        ["difetto: 2023/index.html è stato cambiato: non è quello scritto da griglia"]
    );
}

#[test]
fn one_file_missing_is_named_first() {
    let project = built();
    fs::remove_file(project.path("output/prova").join(RELAZIONE)).unwrap();
    let told = told(&project);
    assert_eq!(
        told.first().map(String::as_str),
        Some(format!("difetto: manca {RELAZIONE}").as_str())
    );
    assert!(
        told.iter()
            .skip(1)
            .all(|line| line.contains("non porta a niente")),
        "{told:?}"
    );
}

#[test]
fn one_file_added_is_one_message() {
    let project = built();
    project
        .write("output/prova/2023/documenti/bozza.txt", "bozza")
        .unwrap();
    assert_eq!(
        told(&project),
        ["difetto: 2023/documenti/bozza.txt è in più: non l'ha scritto griglia"]
    );
}

/// A page of text that nobody tagged.
fn inaccessible() -> Vec<u8> {
    use lopdf::{Document, Object, Stream, dictionary};
    let mut pdf = Document::with_version("1.7");
    let pages = pdf.new_object_id();
    let content = pdf.add_object(Stream::new(dictionary! {}, b"0 0 100 100 re f".to_vec()));
    let page = pdf.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    let kids: Vec<Object> = vec![page.into()];
    pdf.objects.insert(
        pages,
        dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 }.into(),
    );
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    pdf.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_pdf_replaced_by_an_inaccessible_one_is_told_even_when_the_lists_agree() {
    let project = built();
    let folder = project.path("output/prova");
    let old = griglia::integrity::digest(&fs::read(folder.join(RELAZIONE)).unwrap());
    fs::write(folder.join(RELAZIONE), inaccessible()).unwrap();
    let before = told(&project);
    assert!(
        before[0].contains("relazione-performance-2023.pdf è stato cambiato"),
        "{before:?}"
    );
    // Whoever replaced it also wrote the lists again.
    let new = griglia::integrity::digest(&inaccessible());
    let manifest = folder.join("manifest.json");
    let was = griglia::integrity::digest(&fs::read(&manifest).unwrap());
    let text = fs::read_to_string(&manifest).unwrap().replace(&old, &new);
    fs::write(&manifest, &text).unwrap();
    let sums = fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
    let sums = sums
        .replace(&old, &new)
        .replace(&was, &griglia::integrity::digest(text.as_bytes()));
    fs::write(folder.join("SHA256SUMS"), sums).unwrap();
    let after = told(&project);
    let [archive, access] = after.as_slice() else {
        panic!("{after:?}")
    };
    assert!(
        archive.contains(&format!(
            "{RELAZIONE} non è più adatto alla conservazione (PDF/A)"
        )),
        "{archive}"
    );
    for words in [
        "non è più accessibile (PDF/UA-1)",
        "manca la struttura per i lettori di schermo",
        "manca la lingua",
    ] {
        assert!(access.contains(words), "{access}");
    }
}

#[test]
fn files_that_an_ente_attaches_as_they_are_are_not_judged() {
    let project = Project::new().unwrap();
    let folder = project.path("content/prova/2023/allegati");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("contratto.pdf"), inaccessible()).unwrap();
    let ciclo = project.path("content/prova/2023/ciclo.yaml");
    let text = fs::read_to_string(&ciclo).unwrap();
    let attached = "allegati:\n  - file: allegati/contratto.pdf\n    titolo: Contratto\n    data: 18/04/2024\n";
    fs::write(&ciclo, format!("{text}\n{attached}")).unwrap();
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let output = project.griglia(&["verify", "output/prova"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
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
