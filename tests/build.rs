//! `griglia build` as a person runs it: what is written, and what stays when something goes wrong.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use common::{Project, files, stderr, stdout};

type Tree = BTreeMap<String, Vec<u8>>;

fn tree(folder: &Path) -> io::Result<Tree> {
    Ok(files(folder)?.into_iter().collect())
}

fn pages_of(folder: &Path) -> io::Result<Vec<String>> {
    let paths = files(folder)?.into_iter().map(|(path, _)| path);
    Ok(paths.filter(|path| !path.contains("assets/")).collect())
}

#[test]
fn the_output_has_the_paths_of_the_design() -> io::Result<()> {
    let project = Project::new()?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    insta::assert_snapshot!("percorsi", pages_of(&project.path("output"))?.join("\n"));
    Ok(())
}

#[test]
fn the_summary_has_figures() -> io::Result<()> {
    let project = Project::new()?;
    let said = stdout(&project.griglia(&["build"]));
    for words in [
        "1 ente, 1 ciclo, 3 obiettivi",
        "15 pagine, 4 PDF (",
        "output/prova/index.html",
    ] {
        assert!(said.contains(words), "{words} in:\n{said}");
    }
    assert_eq!(stdout(&project.griglia(&["build", "--quiet"])), "");
    Ok(())
}

#[test]
fn the_same_content_gives_the_same_bytes() -> io::Result<()> {
    let (one, other) = (Project::new()?, Project::new()?);
    one.griglia(&["build"]);
    let output = Command::new(env!("CARGO_BIN_EXE_griglia"))
        .args(["build", "-c", "content", "-o", "altrove"])
        .current_dir(other.path(""))
        .envs([
            ("TZ", "Asia/Tokyo"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("SOURCE_DATE_EPOCH", "1"),
        ])
        .output()?;
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(tree(&one.path("output"))?, tree(&other.path("altrove"))?);
    Ok(())
}

#[test]
fn a_mistake_leaves_the_previous_output_as_it_was() -> io::Result<()> {
    let project = Project::new()?;
    project.griglia(&["build"]);
    let before = tree(&project.path("output"))?;
    project.write(
        "content/prova/2023/obiettivi/tecnico.yaml",
        "codice: TEC-01\n",
    )?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stdout(&output).contains("il sito di prima è rimasto com'era"),
        "{}",
        stdout(&output)
    );
    assert_eq!(tree(&project.path("output"))?, before);
    Ok(())
}

#[test]
fn a_failure_while_writing_leaves_the_previous_output_as_it_was() -> io::Result<()> {
    let project = Project::new()?;
    project.griglia(&["build"]);
    let before = tree(&project.path("output"))?;
    // The staging folder cannot be made where a file stands.
    fs::write(project.path("occupato"), "un file")?;
    let output = project.griglia(&["build", "--output", "occupato"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("«occupato» non si può preparare"),
        "{}",
        stderr(&output)
    );
    assert_eq!(fs::read_to_string(project.path("occupato"))?, "un file");
    assert_eq!(tree(&project.path("output"))?, before);
    Ok(())
}

#[test]
fn a_new_build_takes_the_place_of_the_old_one_whole() -> io::Result<()> {
    let project = Project::new()?;
    project.write("content/prova/pagine/aiuto.md", "# Aiuto\n\nDi prima.\n")?;
    project.griglia(&["build"]);
    assert!(project.path("output/prova/aiuto/index.html").exists());
    fs::write(project.path("output/prova/vecchio.html"), "di prima")?;
    fs::remove_file(project.path("content/prova/pagine/aiuto.md"))?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(!project.path("output/prova/vecchio.html").exists());
    assert!(!project.path("output/prova/aiuto").exists());
    let left: Vec<_> = fs::read_dir(project.path("output"))?.collect::<Result<_, _>>()?;
    assert_eq!(
        left.len(),
        1,
        "nothing of the staging folder is left: {left:?}"
    );
    Ok(())
}

#[test]
fn a_folder_that_griglia_did_not_write_is_never_replaced() -> io::Result<()> {
    let project = Project::new()?;
    let before = tree(&project.path("content"))?;
    let output = project.griglia(&["build", "--output", "content"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("non è stata scritta da griglia"),
        "{}",
        stderr(&output)
    );
    assert_eq!(tree(&project.path("content"))?, before);
    Ok(())
}

#[test]
fn of_two_entities_the_broken_one_does_not_stop_the_other() -> io::Result<()> {
    let project = Project::new()?;
    for (below, bytes) in files(&project.path("content/prova"))? {
        let path = project.path("content/seconda").join(below);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        fs::write(path, bytes)?;
    }
    assert_eq!(project.griglia(&["build"]).status.code(), Some(0));
    let index = fs::read_to_string(project.path("output/index.html"))?;
    assert!(index.contains("prova/index.html") && index.contains("seconda/index.html"));

    let before = tree(&project.path("output/seconda"))?;
    project.write("content/seconda/ente.yaml", "nome: x\n")?;
    project.write(
        "content/prova/ente.yaml",
        "denominazione: Comune di Prova Nuova\n",
    )?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(tree(&project.path("output/seconda"))?, before);
    assert!(fs::read_to_string(project.path("output/prova/index.html"))?.contains("Prova Nuova"));
    Ok(())
}

#[test]
fn short_forms_are_explained_where_a_page_first_says_them() -> io::Result<()> {
    let project = Project::new()?;
    let ente = "denominazione: Comune di Prova\nluogo: Prova\nabbreviazioni:\n  DUP: Documento unico di programmazione\n  PEG: Piano esecutivo di gestione\n";
    project.write("content/prova/ente.yaml", ente)?;
    let scheda = "content/prova/2023/obiettivi/tecnico.yaml";
    let text = fs::read_to_string(project.path(scheda))?;
    let text = text
        .replace(
            "Le frazioni vengono prima.",
            "Lo chiede il DUP; il DUP e le frazioni vengono prima.",
        )
        .replace("Gara d’appalto", "Gara, dopo il DUP e il PEG");
    project.write(scheda, &text)?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let page = |path: &str| fs::read_to_string(project.path("output/prova").join(path));
    let objective = page("2023/obiettivi/TEC-01/index.html")?;
    let explained = "<abbr title=\"Documento unico di programmazione\">DUP</abbr>";
    assert_eq!(objective.matches(explained).count(), 1);
    assert!(objective.contains(&format!("Lo chiede il {explained}; il DUP e le frazioni")));
    assert!(
        objective
            .contains("dopo il DUP e il <abbr title=\"Piano esecutivo di gestione\">PEG</abbr>")
    );
    assert!(!page("2023/obiettivi/AFF-01/index.html")?.contains(">DUP<"));
    Ok(())
}

#[test]
fn a_list_in_a_card_is_a_list_on_its_page_and_in_the_pdf() -> io::Result<()> {
    let project = Project::new()?;
    let card = "content/prova/2023/obiettivi/tecnico.yaml";
    let text = fs::read_to_string(project.path(card))?;
    let list = "Le frazioni vengono prima:\n  - Arè;\n  - Vallo.\n\n  Poi:\n  1. il centro\n  2. le rotonde";
    project.write(card, &text.replace("Le frazioni vengono prima.", list))?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let page = project.path("output/prova/2023/obiettivi/TEC-01/index.html");
    let page: String = fs::read_to_string(page)?
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    for element in [
        "<p class=\"testo\">Le frazioni vengono prima:</p> <ul class=\"testo\"> <li>Arè;</li> <li>Vallo.</li> </ul>",
        "<p class=\"testo\">Poi:</p> <ol class=\"testo\"> <li>il centro</li> <li>le rotonde</li> </ol>",
    ] {
        assert!(page.contains(element), "{element} in:\n{page}");
    }
    let pdf = project.path("output/prova/2023/documenti/schede-obiettivi-2023.pdf");
    let tree = Command::new("pdfinfo")
        .arg("-struct-text")
        .arg(&pdf)
        .output()?;
    let tree = stdout(&tree)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    for part in [
        "L (block): /ListNumbering /Disc LI (block) Lbl (block) \"•\" LBody (block) \"Arè;\"",
        "L (block): /ListNumbering /Decimal LI (block) Lbl (block) \"1.\" LBody (block) \"il centro\"",
    ] {
        assert!(tree.contains(part), "{part} in:\n{tree}");
    }
    common::assert_conforming("lists in a card", &fs::read(pdf)?);
    Ok(())
}

#[test]
fn what_is_not_assessed_is_said_and_never_zero() -> io::Result<()> {
    let project = Project::with(Path::new("tests/errori/G040-non-valutato"))?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let page = fs::read_to_string(project.path("output/prova/2023/obiettivi/AFF-01/index.html"))?;
    assert!(page.to_lowercase().contains("non valutato"));
    assert!(!page.contains(">0%<") && !page.contains("0 %"), "{page}");
    let text =
        pdf_text(&project.path("output/prova/2023/documenti/griglia-report-valutazione-2023.pdf"))?;
    assert!(text.contains("non valutato"), "{text}");
    assert!(!text.lines().any(|line| line.trim() == "0%"), "{text}");
    Ok(())
}

#[test]
fn a_year_without_any_grade_has_a_griglia_that_says_so() -> io::Result<()> {
    let project = Project::new()?;
    fs::remove_file(project.path("content/prova/2023/risultati/tutti.yaml"))?;
    fs::remove_dir_all(project.path("content/prova/2023/relazione"))?;
    let documents = |project: &Project| -> io::Result<Vec<String>> {
        let files = files(&project.path("output/prova/2023/documenti"))?;
        Ok(files.into_iter().map(|(path, _)| path).collect())
    };
    project.griglia(&["build"]);
    assert_eq!(documents(&project)?, ["schede-obiettivi-2023.pdf"]);

    // Cards without steps are no plan to publish: the griglia stands for them.
    let card = "content/prova/2023/obiettivi/tecnico.yaml";
    let text = fs::read_to_string(project.path(card))?;
    let (before, rest) = text.split_once("fasi:").unwrap_or((&text, ""));
    let after = rest
        .split_once("indicatori:")
        .map_or("", |(_, after)| after);
    project.write(card, &format!("{before}indicatori:{after}"))?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(
        documents(&project)?,
        ["griglia-report-valutazione-2023.pdf"]
    );
    let griglia = project.path("output/prova/2023/documenti/griglia-report-valutazione-2023.pdf");
    assert!(pdf_text(&griglia)?.contains("non valutato"));
    Ok(())
}

#[test]
fn characters_come_from_another_face_or_are_told() -> io::Result<()> {
    let project = Project::new()?;
    let card = "content/prova/2023/obiettivi/tecnico.yaml";
    let text = fs::read_to_string(project.path(card))?;
    project.write(card, &text.replace("strade", "strade ✓ Ω Ж"))?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let griglia = project.path("output/prova/2023/documenti/griglia-report-valutazione-2023.pdf");
    let drawn = pdf_text(&griglia)?;
    for sign in ["✓", "Ω", "Ж"] {
        assert!(drawn.contains(sign), "{sign}");
    }
    let bytes = fs::read(&griglia)?;
    common::assert_conforming("with a fallback face", &bytes);
    project.write(card, &text.replace("strade", "strade 🏛"))?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("«🏛» (U+1F3DB)"),
        "{}",
        stderr(&output)
    );
    assert_eq!(fs::read(&griglia)?, bytes, "the document of before stays");
    Ok(())
}

#[test]
fn without_the_approving_act_every_page_is_a_draft() -> io::Result<()> {
    let project = Project::with(Path::new("tests/errori/G042-approvazione-mancante"))?;
    project.griglia(&["build"]);
    for name in [
        "griglia-report-valutazione-2023.pdf",
        "relazione-performance-2023.pdf",
    ] {
        let path = project.path("output/prova/2023/documenti").join(name);
        let text = pdf_text(&path)?;
        let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        assert!(
            pages.iter().all(|page| page.contains("BOZZA")),
            "{name}: {text}"
        );
    }
    Ok(())
}

#[test]
fn every_pdf_conforms_to_pdf_a_2a_and_pdf_ua_1() -> io::Result<()> {
    for project in [
        Project::caluso()?,
        Project::new()?,
        Project::with(Path::new("tests/errori/G042-approvazione-mancante"))?,
        Project::with(Path::new("tests/errori/G041-settore-senza-obiettivi"))?,
    ] {
        project.griglia(&["build"]);
        let mut seen = 0;
        for (path, bytes) in files(&project.path("output"))? {
            if path.rsplit('.').next() == Some("pdf") {
                seen += 1;
                common::assert_conforming(&path, &bytes);
                let checked = Command::new("qpdf")
                    .arg("--check")
                    .arg(project.path("output").join(&path))
                    .output()?;
                assert!(checked.status.success(), "{path}: {}", stderr(&checked));
            }
        }
        assert!(seen >= 2);
    }
    Ok(())
}

fn pdf_text(file: &Path) -> io::Result<String> {
    let output = Command::new("pdftotext").arg(file).arg("-").output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
