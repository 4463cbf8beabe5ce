//! Manners of the command line: formats for programs, completions, pages of the manual.

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use std::fs;
use std::io;
use std::path::Path;

use common::{Project, stderr, stdout};
use serde_json::Value;

/// An error and a warning, in two files.
fn wrong() -> io::Result<Project> {
    let project = Project::with(Path::new("tests/errori/G005-voce-sconosciuta"))?;
    project.write("content/prova/2023/risultati/altri.yaml", "risultati: []\n")?;
    Ok(project)
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn programs_get_every_problem_with_its_place() -> io::Result<()> {
    let project = wrong()?;
    let output = project.griglia(&["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "");
    let told = parsed(&stdout(&output));
    assert_eq!(told["errori"], 2);
    let second = &told["problemi"][1];
    assert_eq!(second["codice"], "G005");
    assert_eq!(
        second["luogo"]["file"],
        "content/prova/2023/obiettivi/tecnico.yaml"
    );
    assert_eq!(second["luogo"]["riga"], 3);
    assert_eq!(second["rimedio"], "forse «titolo»?");
    Ok(())
}

#[test]
fn editors_get_sarif() -> io::Result<()> {
    let output = wrong()?.griglia(&["check", "--format=sarif"]);
    let told = parsed(&stdout(&output));
    assert_eq!(told["version"], "2.1.0");
    let run = &told["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "G005");
    let region = &run["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        (&region["startLine"], &region["startColumn"]),
        (&11.into(), &1.into())
    );
    Ok(())
}

#[test]
fn a_project_without_problems_is_an_empty_list() -> io::Result<()> {
    let output = Project::new()?.griglia(&["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        parsed(&stdout(&output))["problemi"],
        Value::Array(Vec::new())
    );
    Ok(())
}

#[test]
fn warnings_can_be_left_out() -> io::Result<()> {
    let project = Project::with(Path::new("tests/errori/G040-non-valutato"))?;
    let all = stderr(&project.griglia(&["check"]));
    assert!(all.contains("avviso["), "{all}");
    let output = project.griglia(&["check", "--severita", "errore"]);
    assert!(!stderr(&output).contains("avviso["), "{}", stderr(&output));
    Ok(())
}

#[test]
fn another_folder_can_be_worked_in() -> io::Result<()> {
    let project = Project::new()?;
    let output = project.griglia(&["check", "--directory", "content", "--contenuti", "."]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let output = project.griglia(&["-C", "nessuna", "check"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("«nessuna» non esiste"),
        "{}",
        stderr(&output)
    );
    Ok(())
}

#[test]
fn shells_and_man_know_every_command() -> io::Result<()> {
    let project = Project::new()?;
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = stdout(&project.griglia(&["completamento", shell]));
        assert!(
            script.contains("check") && script.contains("severita"),
            "{shell}: {script}"
        );
    }
    let output = project.griglia(&["completamento", "tcsh"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("bash, zsh, fish, powershell"),
        "{}",
        stderr(&output)
    );
    let output = project.griglia(&["man", "man1"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    // Every page that one of them leads to is there.
    for (name, page) in common::files(&project.path("man1"))? {
        let page = String::from_utf8_lossy(&page).replace('\\', "");
        for other in page.lines().filter_map(|line| line.strip_suffix("(1)")) {
            let other = format!("man1/{other}.1");
            assert!(project.path(&other).exists(), "{name} leads to {other}");
        }
    }
    let page = std::fs::read_to_string(project.path("man1/griglia-check.1"))?;
    assert!(
        page.contains(".SH OPZIONI") && page.contains("severita"),
        "{page}"
    );
    assert!(!page.contains(".SH OPTIONS"), "{page}");
    Ok(())
}

#[test]
fn help_is_in_italian_and_has_examples() -> io::Result<()> {
    let project = Project::new()?;
    for args in [
        ["--aiuto"].as_slice(),
        &["build", "--aiuto"],
        &["check", "-h"],
    ] {
        let help = stdout(&project.griglia(args));
        for word in [
            "Usage", "OPTIONS", "Options", "Commands", "default", "possible",
        ] {
            assert!(!help.contains(word), "«{word}» in {help}");
        }
        assert!(help.contains("Esempi") || args.len() == 1, "{help}");
    }
    Ok(())
}

#[test]
fn what_could_be_said_better_is_told_when_asked_for() -> io::Result<()> {
    let project = Project::new()?;
    let long = "parola ".repeat(45);
    project.write(
        "content/prova/pagine/aiuto.md",
        &format!("# Aiuto\n\n{long}.\n"),
    )?;
    let card = "content/prova/2023/obiettivi/tecnico.yaml";
    let text = fs::read_to_string(project.path(card))?;
    project.write(card, &text.replace("atteso: 12 km", "atteso: almeno 12 km"))?;
    let output = project.griglia(&["check"]);
    assert_eq!(stdout(&output), "9 file letti: nessun problema.\n");
    let output = project.griglia(&["check", "--severita", "nota"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("3 note"), "{}", stdout(&output));
    assert!(
        stderr(&output).contains("nota[G125]"),
        "{}",
        stderr(&output)
    );
    assert!(
        stderr(&output).contains("nota[G048]: «almeno 12 km» resta un testo"),
        "{}",
        stderr(&output)
    );
    assert!(
        stderr(&output).contains("nota[G145]: questa frase ha 45 parole"),
        "{}",
        stderr(&output)
    );
    Ok(())
}
