#![allow(clippy::panic, reason = "a test fails by panicking")]

use super::{Answer, Snapshot};
use crate::publish::{Folder, OutputFile};

fn site() -> Snapshot {
    let file = |path: &str, text: &str| OutputFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let files = vec![
        file("index.html", "<html><body>prima</body></html>"),
        file("2023/documenti/a b.pdf", "%PDF"),
        file("2023/index.html", "<html><body>anno</body></html>"),
    ];
    let name = "caluso".to_owned();
    Snapshot::new("1".to_owned(), vec![Folder { name, files }], Vec::new())
}

fn text(answer: Answer) -> String {
    match answer {
        Answer::File { bytes, .. } => String::from_utf8_lossy(&bytes).into_owned(),
        other => format!("{other:?}"),
    }
}

#[test]
fn pages_load_themselves_again_and_files_are_as_they_are() {
    let page = text(site().answer("/caluso/2023/"));
    assert!(page.starts_with("<html><body>anno<script"), "{page}");
    assert!(page.ends_with("</body></html>"), "{page}");
    assert_eq!(
        text(site().answer("/caluso/2023/documenti/a%20b.pdf")),
        "%PDF"
    );
}

#[test]
fn a_folder_without_its_slash_and_the_root_lead_on() {
    let to = |path: &str| site().answer(path);
    assert_eq!(to("/"), Answer::Elsewhere("/caluso/index.html".to_owned()));
    assert_eq!(
        to("/caluso/2023"),
        Answer::Elsewhere("/caluso/2023/".to_owned())
    );
}

#[test]
fn nothing_outside_can_be_read() {
    for path in [
        "/../Cargo.toml",
        "/caluso/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/caluso/..%2f..%2fCargo.toml",
        "/caluso/..%5c..%5cCargo.toml",
        "//etc/passwd",
        "/caluso/%00",
        "/caluso/%zz",
        "/caluso/%",
        "/caluso/nessuna.html",
    ] {
        let answer = site().answer(path);
        assert!(
            matches!(answer, Answer::Nothing { .. }),
            "{path}: {answer:?}"
        );
    }
}

#[test]
fn what_is_asked_for_is_shown_as_words() {
    let Answer::Nothing { page } = site().answer("/%3Cscript%3E") else {
        panic!("a page that is not there");
    };
    assert!(
        page.contains("&lt;script&gt;") && !page.contains("<script>"),
        "{page}"
    );
}
