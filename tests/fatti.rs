//! Every fact of the source documents is in what comes out.
//!
//! `tests/fatti` lists the facts as the acts print them, written from the acts and not from the
//! YAML; here they are looked for in the text of the PDFs and of the pages.

mod common;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// Words without what print and file may differ in: case, kinds of space and apostrophe, the acts'
/// capital vowel with apostrophe for an accented one, a hyphen at the end of a line.
fn normal(words: &str) -> String {
    let mut words = words
        .to_lowercase()
        .replace('\u{2019}', "'")
        .replace('\u{a0}', " ");
    for stem in ["modalit", "attivit", "citt", "legittimit", "annualit"] {
        words = words.replace(&format!("{stem}a'"), &format!("{stem}à"));
    }
    let words = words.replace("\u{ad}\n", "").replace('\u{ad}', "");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
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

/// The text of a PDF in the order of its content, which is that of its structure tree.
fn pdf_text(file: &Path) -> io::Result<String> {
    let output = Command::new("pdftotext")
        .arg("-raw")
        .arg(file)
        .arg("-")
        .output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The words of a page, without its markup.
fn page_text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    for (entity, c) in [
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, c);
    }
    text
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
    assert_eq!(pages.len(), 25);
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

/// A card of the plan as the act prints it.
struct Card {
    settore: String,
    numero: String,
    titolo: String,
    peso: String,
    fasi: Vec<String>,
    /// Name and target of each indicator.
    indicatori: Vec<(String, String)>,
}

fn cards() -> io::Result<Vec<Card>> {
    let mut cards: Vec<Card> = Vec::new();
    for line in fs::read_to_string("tests/fatti/caluso-2024.txt")?.lines() {
        let fields: Vec<String> = line.split('\t').map(normal).collect();
        match (fields.as_slice(), cards.last_mut()) {
            ([kind, settore, numero, titolo, peso], _) if kind == "scheda" => cards.push(Card {
                settore: settore.clone(),
                numero: numero.clone(),
                titolo: titolo.replace("(2° annualità)", "").trim().to_owned(),
                peso: peso.clone(),
                fasi: Vec::new(),
                indicatori: Vec::new(),
            }),
            ([kind, fase], Some(card)) if kind == "fase" => card.fasi.push(fase.clone()),
            ([kind, _, nome, atteso], Some(card)) if kind == "indicatore" => {
                card.indicatori.push((nome.clone(), atteso.clone()));
            }
            _ => assert!(
                line.is_empty() || line.starts_with('#'),
                "not a fact: {line}"
            ),
        }
    }
    Ok(cards)
}

#[test]
fn every_card_of_2024_is_in_its_pdf_whole() -> io::Result<()> {
    let cards = cards()?;
    let facts: usize = cards
        .iter()
        .map(|card| 2 + card.fasi.len() + 2 * card.indicatori.len())
        .sum();
    assert_eq!((cards.len(), facts), (32, 314));
    let (_project, site) = built()?;
    let text = normal(&pdf_text(
        &site.join("2024/documenti/schede-obiettivi-2024.pdf"),
    )?);
    // The part of the text that is each card's own begins with its heading: the last of that title,
    // after the table of contents.
    let starts: Vec<usize> = cards
        .iter()
        .map(|card| {
            let heading = format!("obiettivo n. {} – {}", card.numero, card.titolo);
            text.rfind(&heading).unwrap_or_else(|| panic!("{heading}"))
        })
        .collect();
    for (card, start) in cards.iter().zip(&starts) {
        let end = starts
            .iter()
            .filter(|other| *other > start)
            .min()
            .copied()
            .unwrap_or(text.len());
        let own = &text[*start..end];
        assert!(
            own.contains(&format!("peso {}/100", card.peso)),
            "{}: {}",
            card.titolo,
            card.peso
        );
        for fase in &card.fasi {
            assert!(
                own.contains(fase.as_str()),
                "{}: {fase}\n{own}",
                card.titolo
            );
        }
        for (nome, atteso) in &card.indicatori {
            let cells = format!("{nome} {atteso}");
            assert!(
                own.contains(cells.trim_end()),
                "{}: {cells}\n{own}",
                card.titolo
            );
        }
    }
    Ok(())
}

#[test]
fn every_card_of_2024_has_its_page() -> io::Result<()> {
    let (_project, site) = built()?;
    for card in cards()? {
        let code = card.settore.get(..3).unwrap_or_default().to_uppercase();
        let code = format!("{code}-0{}", card.numero);
        let page = fs::read_to_string(site.join(format!("2024/obiettivi/{code}/index.html")))?;
        let page = normal(&page_text(&page));
        let targets = card
            .indicatori
            .iter()
            .flat_map(|(nome, atteso)| [nome, atteso]);
        for words in [&card.titolo, &card.peso]
            .into_iter()
            .chain(&card.fasi)
            .chain(targets)
        {
            assert!(page.contains(words.as_str()), "{code}: {words}");
        }
    }
    Ok(())
}

#[test]
fn the_weights_of_2024_sum_to_100() -> io::Result<()> {
    let cards = cards()?;
    let sum = |settore: &str| -> u32 {
        let own = cards.iter().filter(|card| card.settore == settore);
        own.filter_map(|card| card.peso.parse::<u32>().ok()).sum()
    };
    for settore in [
        "finanziario",
        "amministrativo",
        "polizia",
        "tecnico",
        "territorio",
        "staff",
    ] {
        assert_eq!(sum("struttura") + sum(settore), 100, "{settore}");
    }
    assert_eq!(sum("segretario"), 100);
    Ok(())
}
