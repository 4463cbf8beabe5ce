//! Every fact of the relazione 2023 is in what comes out.
//!
//! `tests/fatti` lists the facts as the acts print them, written from the acts and not from the
//! YAML; here they are looked for in the text of the PDFs and of the pages. The cards of the plans have
//! their own test, `fatti_schede.rs`.

mod common;

use std::fs;
use std::io;
use std::path::PathBuf;

use common::testi::{normal, page_text, pdf_text};
use common::{Project, files, stderr};

/// A row of the griglia as the act prints it.
struct Row {
    settore: String,
    titolo: String,
    peso: String,
    indicatori: String,
    grado: String,
}

struct Facts {
    rows: Vec<Row>,
    /// Objectives of struttura: the grade is of the settore named.
    structure: Vec<Row>,
    words: Vec<String>,
}

fn facts() -> io::Result<Facts> {
    let mut facts = Facts {
        rows: Vec::new(),
        structure: Vec::new(),
        words: Vec::new(),
    };
    for line in fs::read_to_string("tests/fatti/caluso-2023.txt")?.lines() {
        let fields: Vec<String> = line.split('\t').map(normal).collect();
        match fields.as_slice() {
            [kind, words] if kind == "testo" => facts.words.push(words.clone()),
            [kind, titolo, peso, indicatori, settore, grado] if kind == "struttura" => {
                facts
                    .structure
                    .push(row(settore, titolo, peso, indicatori, grado));
            }
            [settore, titolo, peso, indicatori, grado] => {
                facts
                    .rows
                    .push(row(settore, titolo, peso, indicatori, grado));
            }
            _ => assert!(
                line.is_empty() || line.starts_with('#'),
                "not a fact: {line}"
            ),
        }
    }
    Ok(facts)
}

fn row(settore: &str, titolo: &str, peso: &str, indicatori: &str, grado: &str) -> Row {
    Row {
        settore: settore.to_owned(),
        titolo: without_marks(titolo),
        peso: peso.to_owned(),
        indicatori: without_marks(indicatori),
        grado: grado.to_owned(),
    }
}

/// Also without the marks between the items of a list.
fn without_marks(words: &str) -> String {
    let words = normal(words).replace(['•', ';'], " ").replace(". ", " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_end_matches('.').to_owned()
}

/// Whether the grades come right after the cells of a row; the last indicator may end with a full stop.
fn follows(text: &str, cells: &str, grades: &str) -> bool {
    ["", "."]
        .iter()
        .any(|stop| text.contains(&format!("{cells}{stop} {grades}")))
}

fn built() -> io::Result<(Project, PathBuf)> {
    let project = Project::caluso()?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let site = project.path("output/caluso");
    Ok((project, site))
}

#[test]
fn every_row_of_the_griglia_is_in_both_pdfs_cell_after_cell() -> io::Result<()> {
    let facts = facts()?;
    assert_eq!((facts.rows.len(), facts.structure.len()), (22, 15));
    let (_project, site) = built()?;
    for file in [
        "griglia-report-valutazione-2023.pdf",
        "relazione-performance-2023.pdf",
    ] {
        let text = without_marks(&pdf_text(&site.join("2023/documenti").join(file))?);
        for fact in &facts.rows {
            let Row {
                settore,
                titolo,
                peso,
                indicatori,
                grado,
            } = fact;
            let row = format!("{settore} {titolo} peso {peso}/100 {indicatori}");
            assert!(follows(&text, &row, grado), "{file}: {row} {grado}");
        }
        for objective in facts.structure.chunks(5) {
            let [
                Row {
                    titolo,
                    peso,
                    indicatori,
                    ..
                },
                ..,
            ] = objective
            else {
                continue;
            };
            let grades: Vec<String> = objective
                .iter()
                .map(|row| format!("{} {}", row.settore, row.grado))
                .collect();
            let cells = format!("{titolo} peso {peso}/100 {indicatori}");
            let grades = grades.join(" ");
            assert!(
                follows(&text, &cells, &grades),
                "{file}: {cells} {grades}
{text}"
            );
        }
    }
    Ok(())
}

#[test]
fn every_other_fact_is_in_the_relazione() -> io::Result<()> {
    let (_project, site) = built()?;
    let text = normal(&pdf_text(
        &site.join("2023/documenti/relazione-performance-2023.pdf"),
    )?);
    let missing: Vec<String> = facts()?
        .words
        .into_iter()
        .filter(|words| !text.contains(words))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
    Ok(())
}

#[test]
fn every_row_of_the_griglia_has_its_page() -> io::Result<()> {
    let facts = facts()?;
    let (_project, site) = built()?;
    let pages: Vec<String> = files(&site.join("2023/obiettivi"))?
        .into_iter()
        .map(|(_, bytes)| without_marks(&page_text(&String::from_utf8_lossy(&bytes))))
        .collect();
    // Those of the griglia, four that left the plan, nine that the relazione does not report on.
    assert_eq!(pages.len(), 25 + 4 + 9);
    for fact in facts.rows.iter().chain(&facts.structure) {
        let Row {
            settore,
            titolo,
            peso,
            indicatori,
            grado,
        } = fact;
        let page = pages
            .iter()
            .find(|page| page.contains(indicatori.as_str()) && page.contains(titolo.as_str()));
        let Some(page) = page else {
            panic!("no page says: {titolo}: {indicatori}")
        };
        for words in [peso, grado] {
            assert!(page.contains(words.as_str()), "{titolo}: {words}");
        }
        // Pages of struttura call the settori by their full name.
        let own = facts.rows.iter().any(|row| row.titolo == *titolo);
        assert!(
            !own || page.contains(settore.as_str()),
            "{titolo}: {settore}"
        );
    }
    Ok(())
}

#[test]
fn the_settori_have_the_results_of_the_act() -> io::Result<()> {
    let (_project, site) = built()?;
    for (settore, risultato) in [
        ("amministrativo", "83%"),
        ("finanziario", "98,75%"),
        ("tecnico", "99,5%"),
        ("territorio", "99,5%"),
        ("polizia", "91,5%"),
    ] {
        let page = fs::read_to_string(site.join(format!("2023/settori/{settore}/index.html")))?;
        assert!(page_text(&page).contains(risultato), "{settore}");
    }
    let text = normal(&pdf_text(
        &site.join("2023/documenti/griglia-report-valutazione-2023.pdf"),
    )?);
    for row in [
        "amministrativo e servizi alla persona 29,5 su 30 53,5 su 70 83%",
        "finanziario 29,5 su 30 69,25 su 70 98,75%",
        "tecnico manutentivo, patrimonio, ambiente 29,5 su 30 70 su 70 99,5%",
        "territorio ed opere pubbliche 29,5 su 30 70 su 70 99,5%",
        "polizia municipale e protezione civile 29,5 su 30 62 su 70 91,5%",
    ] {
        assert!(text.contains(row), "{row}");
    }
    Ok(())
}
