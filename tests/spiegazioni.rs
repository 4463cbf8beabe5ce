//! `griglia spiega`: every rule is explained, and the examples are true: laid into the small project
//! of the tests, the wrong one breaks its rule and the right one does not.

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test fails by panicking; the files are ours"
)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use common::{Project, stderr, stdout};
use griglia::check::spiegazione::{Esempio, Prova, pagina, spiegazioni};

/// Every code that a problem can have.
fn codes() -> io::Result<BTreeSet<String>> {
    let mut codes = BTreeSet::new();
    for file in [
        "src/check/problema.rs",
        "src/check/aspetto.rs",
        "src/check/pubblicazione.rs",
        "src/check/contenuto/mod.rs",
        "src/check/documenti/mod.rs",
        "src/check/lingua.rs",
        "src/check/valori.rs",
    ] {
        let text = fs::read_to_string(file)?;
        let words = text.split('"').map(str::to_owned);
        codes.extend(words.filter(|word| word.len() == 4 && word.starts_with('G')));
    }
    Ok(codes)
}

#[test]
fn every_rule_is_explained_and_every_explanation_has_a_rule() -> io::Result<()> {
    let all: Vec<String> = spiegazioni().map(|one| one.codice.to_owned()).collect();
    let explained: BTreeSet<String> = all.iter().cloned().collect();
    let rules = codes()?;
    let missing: Vec<_> = rules.difference(&explained).collect();
    assert!(
        missing.is_empty(),
        "rules without an explanation: write one for {missing:?} in a file of src/check/spiegazioni/, \
         in the form of the others"
    );
    let idle: Vec<_> = explained.difference(&rules).collect();
    assert!(idle.is_empty(), "explanations of no rule: {idle:?}");
    assert_eq!(all.len(), explained.len(), "a code is explained twice");
    Ok(())
}

/// A file with the example in its place, each line as far in as the line that it replaces.
fn laid(text: &str, prova: Prova, esempio: Esempio) -> String {
    let Some(posto) = prova.posto else {
        let text = text.trim_end();
        return format!(
            "{text}\n{}{}\n",
            if prova.file.ends_with(".md") {
                "\n"
            } else {
                ""
            },
            esempio.righe
        );
    };
    let old: Vec<&str> = posto.split(" / ").collect();
    let lines: Vec<&str> = text.lines().collect();
    let at = lines
        .windows(old.len())
        .position(|some| some.iter().map(|line| line.trim()).eq(old.iter().copied()))
        .unwrap_or_else(|| panic!("{prova:?}: no such lines in\n{text}"));
    let indent = lines[at].len() - lines[at].trim_start().len();
    let new = esempio.righe.lines();
    let new: Vec<String> = new.map(|line| " ".repeat(indent) + line).collect();
    [
        lines[..at].join("\n"),
        new.join("\n"),
        lines[at + old.len()..].join("\n"),
    ]
    .join("\n")
        + "\n"
}

#[test]
fn the_examples_are_true() -> io::Result<()> {
    let mut untried = Vec::new();
    let mut wrong = Vec::new();
    for one in spiegazioni() {
        let Some(prova) = one.prova else {
            untried.push(one.codice);
            continue;
        };
        for (esempio, breaks) in [(one.sbagliato, true), (one.giusto, false)] {
            let project = match prova.sopra {
                Some(case) => Project::with(&Path::new("tests/errori").join(case))?,
                None => Project::new()?,
            };
            project.write(
                "content/prova/2023/relazione/municipio.svg",
                r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>"#,
            )?;
            project.write(
                "content/prova/2023/relazione/municipio.png",
                "non è un'immagine",
            )?;
            let text = fs::read_to_string(project.path(prova.file)).unwrap_or_default();
            project.write(prova.file, &laid(&text, prova, esempio))?;
            let told = stderr(&project.griglia(&["check", "--severita", "nota"]));
            if told.contains(&format!("[{}]", one.codice)) != breaks {
                wrong.push(format!(
                    "{} (should break it: {breaks}):\n{told}",
                    one.codice
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(
        untried.len() <= 23,
        "too many examples are not tried: {untried:?}"
    );
    Ok(())
}

#[test]
fn the_page_of_the_manual_is_in_step() -> io::Result<()> {
    if std::env::var_os("AGGIORNA_REGOLE").is_some() {
        fs::write("docs/regole.md", pagina())?;
    }
    assert_eq!(
        fs::read_to_string("docs/regole.md")?,
        pagina(),
        "write the page again: AGGIORNA_REGOLE=1 cargo test --test spiegazioni"
    );
    Ok(())
}

#[test]
fn a_code_is_found_however_it_is_written() -> io::Result<()> {
    let project = Project::new()?;
    let whole = stdout(&project.griglia(&["spiega", "G012"]));
    assert!(
        whole.starts_with("G012: ") && whole.contains("Sbagliato"),
        "{whole}"
    );
    for code in ["g012", "g12", "12"] {
        assert_eq!(stdout(&project.griglia(&["spiega", code])), whole, "{code}");
    }
    let list = stdout(&project.griglia(&["spiega"]));
    assert_eq!(list.lines().count(), spiegazioni().count());
    for (code, near) in [("G009", "forse «G008»?"), ("pippo", "nessuna regola")] {
        let output = project.griglia(&["spiega", code]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(near), "{}", stderr(&output));
    }
    let about = stdout(&project.griglia(&["spiega", "cancelletto"]));
    assert!(about.starts_with("G007  Il # non taglia"), "{about}");
    Ok(())
}

#[test]
fn check_and_sarif_lead_to_the_explanation() -> io::Result<()> {
    let project = Project::with(Path::new("tests/errori/G013-data-non-valida"))?;
    let hint = "Per capire meglio una regola: griglia spiega G013\n";
    assert!(stdout(&project.griglia(&["check"])).ends_with(hint));
    assert_eq!(stdout(&project.griglia(&["check", "--quiet"])), "");
    let sarif = stdout(&project.griglia(&["check", "--format=sarif"]));
    assert!(
        sarif.contains("shortDescription") && !sarif.contains(hint),
        "{sarif}"
    );
    Ok(())
}
