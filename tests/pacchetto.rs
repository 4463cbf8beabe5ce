//! A published folder as a zip: made, divided, verified, and zips that mean harm.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use common::{Project, files, stderr, stdout};
use griglia::bundle;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A project that has been built and packed.
fn packed(more: &[&str]) -> Project {
    let project = Project::new().unwrap();
    let ente = project.path("content/prova/ente.yaml");
    let text = fs::read_to_string(&ente).unwrap();
    let address = "indirizzo: https://www.comune.esempio.it/performance/\n";
    fs::write(&ente, format!("{text}\n{address}")).unwrap();
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    pack(&project, more);
    project
}

fn pack(project: &Project, more: &[&str]) -> String {
    let output = project.griglia(&[&["pacchetto", "output/prova"], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stdout(&output)
}

/// The files of an archive, by an independent walk through it.
fn unpacked(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut found = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        assert_eq!(file.unix_mode().unwrap() & 0o777, 0o644);
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        found.push((file.name().unwrap().into_owned(), bytes));
    }
    found
}

fn zips(project: &Project) -> Vec<String> {
    let entries = fs::read_dir(project.path("output")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: BTreeSet<String> = names
        .filter(|name| name.contains(".zip") || name.starts_with('.'))
        .collect();
    names.into_iter().collect()
}

/// What `griglia verify` says of some archives that it refuses.
fn refused(project: &Project, zips: &[&str]) -> String {
    let output = project.griglia(&[&["verify"], zips].concat());
    assert_eq!(output.status.code(), Some(1), "{}", stdout(&output));
    stderr(&output)
}

/// What `griglia verify` says of an archive that somebody has changed.
fn refused_bytes(project: &Project, bytes: impl AsRef<[u8]>) -> String {
    fs::write(project.path("cambiato.zip"), bytes).unwrap();
    refused(project, &["cambiato.zip"])
}

#[test]
fn the_archive_is_the_folder_and_a_text_that_explains_it() {
    let project = packed(&[]);
    let mut inside = unpacked(&project.path("output/prova.zip"));
    let (name, text) = inside.remove(0);
    assert_eq!(name, "LEGGIMI.txt");
    let text = String::from_utf8(text).unwrap();
    for words in [
        "Amministrazione trasparente",
        "«Performance»",
        "Estrarre tutto",
        "https://www.comune.esempio.it/performance/",
        "sha256sum -c SHA256SUMS",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let folder = files(&project.path("output/prova")).unwrap();
    let mut folder: Vec<_> = folder
        .into_iter()
        .map(|(path, bytes)| (format!("prova/{path}"), bytes))
        .collect();
    folder.sort();
    assert!(inside == folder, "the files differ, or their order");
}

#[test]
fn two_archives_of_the_same_content_are_the_same_bytes() {
    let (one, other) = (packed(&[]), packed(&[]));
    let read = |project: &Project| fs::read(project.path("output/prova.zip")).unwrap();
    assert!(read(&one) == read(&other));
}

#[test]
fn an_archive_that_is_the_same_is_not_written_again() {
    let project = packed(&[]);
    let zip = project.path("output/prova.zip");
    let before = fs::metadata(&zip).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(20));
    let said = pack(&project, &[]);
    assert!(said.contains("non è cambiato"), "{said}");
    let after = fs::metadata(&zip).unwrap();
    assert_eq!(before.modified().unwrap(), after.modified().unwrap());
    assert_eq!(zips(&project), ["prova.zip"]);
}

#[test]
fn volumes_stay_below_the_limit_and_give_the_folder_together() {
    let project = packed(&[]);
    let folder = files(&project.path("output/prova")).unwrap();
    let largest = folder.iter().map(|(_, bytes)| bytes.len()).max().unwrap();
    let limit = largest as u64 + 8_000;
    pack(&project, &["--volume", &format!("{limit}B")]);
    let names = zips(&project);
    let of = names.len();
    assert!(of > 1, "{names:?}");
    let mut together = BTreeSet::new();
    for (at, name) in names.iter().enumerate() {
        assert_eq!(*name, format!("prova-{}-di-{of}.zip", at + 1));
        let path = project.path("output").join(name);
        assert!(fs::metadata(&path).unwrap().len() <= limit, "{name}");
        for (name, bytes) in unpacked(&path) {
            assert!(together.insert((name, bytes)), "twice");
        }
    }
    let explained = together
        .iter()
        .filter(|(name, _)| name.starts_with("LEGGIMI"))
        .count();
    assert_eq!(explained, of);
    assert_eq!(together.len(), folder.len() + of);

    let paths: Vec<String> = names.iter().map(|name| format!("output/{name}")).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let output = project.griglia(&[&["verify", "-c", "content"], paths.as_slice()].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let (_, but_first) = paths.split_first().unwrap();
    let said = refused(&project, but_first);
    assert!(said.contains("manca la parte 1"), "{said}");
    let mut twice = paths.clone();
    twice.push(but_first.first().unwrap());
    let said = refused(&project, &twice);
    assert!(said.contains("è anche in un'altra parte"), "{said}");

    // Divided otherwise: those of before would confuse.
    fs::write(project.path("output/prova-9-di-9.zip"), "di altri").unwrap();
    let said = pack(&project, &[]);
    assert!(said.contains("di una divisione precedente"), "{said}");
    assert_eq!(zips(&project), ["prova-9-di-9.zip", "prova.zip"]);
}

#[test]
fn a_limit_that_is_too_small_says_for_which_file() {
    let project = packed(&[]);
    for (limit, words) in [
        ("20kB", "da solo non sta in un file di 20\u{a0}kB"),
        ("1kB", "non sta niente"),
        ("50", "50MB, 800kB, 2GB"),
    ] {
        let output = project.griglia(&["pacchetto", "output/prova", "--volume", limit]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
    }
    assert_eq!(zips(&project), ["prova.zip"]);
}

#[test]
fn only_a_folder_that_is_whole_is_packed_and_no_other_file_overwritten() {
    let project = packed(&[]);
    let zip = project.path("output/prova.zip");
    let before = fs::read(&zip).unwrap();
    project.write("output/prova/in-piu.txt", "x").unwrap();
    let output = project.griglia(&["pacchetto", "output/prova"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("in-piu.txt è in più"));
    assert!(stderr(&output).contains("il pacchetto non è stato fatto"));
    assert!(fs::read(&zip).unwrap() == before);

    fs::remove_file(project.path("output/prova/in-piu.txt")).unwrap();
    fs::write(&zip, "un lavoro di altri").unwrap();
    let output = project.griglia(&["pacchetto", "output/prova"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("non è stata scritta da griglia"));
    assert_eq!(fs::read(&zip).unwrap(), b"un lavoro di altri");

    let output = project.griglia(&["pacchetto", "output/prova", "-o", "output/prova/2023"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("dentro la cartella"));
}

#[test]
fn from_inside_the_folder_the_archive_goes_beside_it() {
    let project = packed(&[]);
    let output = project.griglia(&["-C", "output/prova", "pacchetto", "."]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(
        stdout(&output).contains("non è cambiato"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn an_archive_as_it_was_made_is_whole() {
    let project = packed(&[]);
    let before = files(&project.path("")).unwrap().len();
    let output = project.griglia(&["verify", "output/prova.zip", "--contenuti", "content"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("tutti presenti e inalterati"));
    assert_eq!(files(&project.path("")).unwrap().len(), before);
}

#[test]
fn one_byte_changed_is_told_with_the_name_of_its_file() {
    let project = packed(&[]);
    let bytes = fs::read(project.path("output/prova.zip")).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let places: Vec<(String, u64)> = (1..archive.len())
        .step_by(9)
        .map(|at| {
            let file = archive.by_index(at).unwrap();
            let middle = file.data_start().unwrap() + file.compressed_size() / 2;
            (file.name().unwrap().into_owned(), middle)
        })
        .collect();
    assert!(places.len() > 3);
    for (name, at) in places {
        let mut changed = bytes.clone();
        *changed.get_mut(usize::try_from(at).unwrap()).unwrap() ^= 1;
        let said = refused_bytes(&project, changed);
        let words = format!("«{name}» è stato cambiato o è danneggiato");
        assert!(said.contains(&words), "{said}");
    }
    let (half, _) = bytes.split_at(bytes.len() / 2);
    let said = refused_bytes(&project, half);
    assert!(
        said.contains("non è un file zip, oppure è incompleto"),
        "{said}"
    );
}

#[test]
fn a_file_changed_and_packed_again_is_told() {
    let project = packed(&[]);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, mut bytes) in unpacked(&project.path("output/prova.zip")) {
        if name == "prova/2023/index.html" {
            *bytes.last_mut().unwrap() ^= 1;
        }
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&bytes).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert_eq!(
        refused_bytes(&project, bytes),
        "difetto: 2023/index.html è stato cambiato: non è quello scritto da griglia\n"
    );
}

/// The archive with other files written into it, each as a zip tool would.
fn with(project: &Project, more: &[(&str, &[u8])]) -> Vec<u8> {
    let bytes = fs::read(project.path("output/prova.zip")).unwrap();
    let mut writer = ZipWriter::new_append(Cursor::new(bytes)).unwrap();
    for (name, bytes) in more {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn files_too_many_are_told_inside_the_folder_and_beside_it() {
    let project = packed(&[]);
    let bytes = with(&project, &[("prova/altro.txt", b"x"), ("fuori.txt", b"x")]);
    let said = refused_bytes(&project, bytes);
    assert!(said.contains("altro.txt è in più"), "{said}");
    assert!(said.contains("../fuori.txt è in più"), "{said}");
}

#[test]
fn names_that_lead_out_of_the_folder_are_refused() {
    let project = packed(&[]);
    for name in [
        "../fuori.txt",
        "/etc/fuori.txt",
        "prova/../../x",
        "C:\\x.txt",
    ] {
        let said = refused_bytes(&project, with(&project, &[(name, b"x")]));
        assert!(
            said.contains("porta fuori dalla cartella"),
            "{name}: {said}"
        );
    }
}

#[test]
fn two_files_of_one_name_are_refused() {
    let project = packed(&[]);
    let bytes = with(
        &project,
        &[("prova/aaaa.txt", b"x"), ("prova/bbbb.txt", b"y")],
    );
    let mut changed = bytes.clone();
    for at in 0..bytes.len() - 14 {
        if bytes.get(at..at + 14) == Some(b"prova/bbbb.txt") {
            changed
                .get_mut(at..at + 14)
                .unwrap()
                .copy_from_slice(b"prova/aaaa.txt");
        }
    }
    let said = refused_bytes(&project, changed);
    assert!(said.contains("due file hanno lo stesso nome"), "{said}");
}

#[test]
fn a_bomb_is_not_unpacked() {
    let project = packed(&[]);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .start_file("prova/SHA256SUMS", SimpleFileOptions::default())
        .unwrap();
    let zeros = vec![0; 1_000_000];
    for _ in 0..60 {
        writer.write_all(&zeros).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert!(bytes.len() < 600_000);
    let said = refused_bytes(&project, bytes);
    assert!(said.contains("estratto sarebbe enorme"), "{said}");
}

/// Where the central header of a file begins.
fn central(bytes: &[u8], name: &str) -> usize {
    let name = name.as_bytes();
    let found = (0..bytes.len()).find(|at| {
        let header = bytes.get(*at..at + 4) == Some(b"PK\x01\x02");
        header && bytes.get(at + 46..at + 46 + name.len()) == Some(name)
    });
    found.unwrap()
}

#[test]
fn a_link_inside_an_archive_is_refused() {
    let project = packed(&[]);
    let bytes = fs::read(project.path("output/prova.zip")).unwrap();
    let mut writer = ZipWriter::new_append(Cursor::new(bytes)).unwrap();
    let options = SimpleFileOptions::default();
    writer
        .add_symlink("prova/segreti.txt", "/etc/passwd", options)
        .unwrap();
    let bytes = writer.finish().unwrap().into_inner();
    let said = refused_bytes(&project, bytes);
    assert!(said.contains("prova/segreti.txt"), "{said}");
    assert!(said.contains("è un collegamento"), "{said}");
}

#[test]
fn a_file_with_a_password_is_refused() {
    let project = packed(&[]);
    let mut bytes = with(&project, &[("prova/chiuso.txt", b"x")]);
    // The first bit of the flags says that a file is encrypted (APPNOTE 4.4.4).
    let at = central(&bytes, "prova/chiuso.txt");
    *bytes.get_mut(at + 8).unwrap() |= 1;
    let said = refused_bytes(&project, bytes);
    assert!(said.contains("prova/chiuso.txt"), "{said}");
    assert!(said.contains("password"), "{said}");
}

#[test]
fn files_that_share_their_bytes_are_refused() {
    let project = packed(&[]);
    let mut bytes = with(
        &project,
        &[("prova/uno.txt", b"x"), ("prova/due.txt", b"x")],
    );
    // Both headers lead to the same place (APPNOTE 4.4.16): so bombs are made that are small and unpack to much.
    let (one, other) = (
        central(&bytes, "prova/uno.txt") + 42,
        central(&bytes, "prova/due.txt") + 42,
    );
    bytes.copy_within(one..one + 4, other);
    let said = refused_bytes(&project, bytes);
    assert!(said.contains("stessi byte"), "{said}");
}

#[test]
fn what_cannot_be_verified_together_is_wrong_use() {
    let project = packed(&[]);
    let output = project.griglia(&["verify", "output/prova", "output/prova.zip"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("una cartella alla volta"));
    let output = project.griglia(&["verify", "nessuno.zip"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("non esiste"));
}

#[test]
fn what_is_not_in_the_files_is_proved_too() {
    let project = packed(&[]);
    let bytes = fs::read(project.path("output/prova.zip")).unwrap();
    let words = "l'archivio è stato cambiato";
    // The day of a file, in both of its headers (APPNOTE 4.4.6).
    let header = central(&bytes, "prova/index.html");
    let mut dated = bytes.clone();
    *dated.get_mut(header + 14).unwrap() ^= 2;
    *dated.get_mut(12).unwrap() ^= 2;
    assert!(refused_bytes(&project, dated).contains(words));
    // Bytes before the first file, and after the last.
    let before = [b"altro".as_slice(), &bytes].concat();
    assert!(refused_bytes(&project, before).contains(words));
    let mut writer = ZipWriter::new_append(Cursor::new(bytes)).unwrap();
    writer.set_comment("un altro commento").unwrap();
    let commented = writer.finish().unwrap().into_inner();
    assert!(refused_bytes(&project, commented).contains(words));
}

/// The files of an archive, if it can be read.
fn read_again(bytes: &[u8]) -> Option<BTreeMap<String, Vec<u8>>> {
    let archive = ("a.zip".to_owned(), bytes.len() as u64, Cursor::new(bytes));
    bundle::read(vec![archive]).ok()
}

#[test]
fn whichever_bit_of_an_archive_is_changed_is_told() {
    let in_breve = serde_json::from_str(r#"{"denominazione":"Comune di Prova"}"#).unwrap();
    let files: BTreeMap<String, Vec<u8>> = [
        ("SHA256SUMS", "x".to_owned()),
        ("index.html", "<p>Una pagina</p>".repeat(9)),
        ("2023/città.pdf", "%PDF-".to_owned()),
    ]
    .map(|(name, text)| (name.to_owned(), text.into_bytes()))
    .into();
    let archive = bundle::pack("prova", &in_breve, &files, None).unwrap();
    let bytes = &archive.first().unwrap().bytes;
    assert_eq!(read_again(bytes), Some(files.clone()));
    // After the last packed byte of a file a few bits have no meaning (RFC 1951, 3.2.3).
    let mut written = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let spare: BTreeSet<u64> = (0..written.len())
        .map(|at| {
            let file = written.by_index(at).unwrap();
            file.data_start().unwrap() + file.compressed_size() - 1
        })
        .collect();
    let mut unnoticed = Vec::new();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut changed = bytes.clone();
            *changed.get_mut(at).unwrap() ^= 1 << bit;
            if !spare.contains(&(at as u64)) && read_again(&changed).as_ref() == Some(&files) {
                unnoticed.push((at, bit));
            }
        }
    }
    assert_eq!(unnoticed, []);
}
