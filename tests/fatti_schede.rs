//! Every fact of the cards of the source documents is in what comes out: Caluso 2022 (as changed by
//! the act), 2023 and 2024, Calusco d'Adda 2025-2027.
//!
//! `tests/fatti` lists the facts as the acts print them, written from the acts and not from the YAML;
//! here they are looked for in the text of the PDFs and of the pages.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use common::testi::{normal, page_text, pdf_text};
use common::{Project, files, stderr};

/// A card as the act prints it.
#[derive(Default)]
struct Card {
    settore: String,
    anno: String,
    numero: String,
    titolo: String,
    peso: String,
    /// Label of the card, or its kind.
    nota: String,
    responsabile: Option<String>,
    /// Each with the month that the cronoprogramma has for it, where it has one.
    fasi: Vec<(String, String)>,
    /// Kind, name and target.
    indicatori: Vec<[String; 3]>,
    /// Name, time and target.
    attivita: Vec<[String; 3]>,
    /// Other fields, in their words.
    testi: Vec<String>,
}

impl Card {
    /// Number and title are two facts (with weight, kind and year), a step one, an indicator two, an
    /// activity three, anything else one.
    fn facts(&self) -> usize {
        2 + self.fasi.len()
            + 2 * self.indicatori.len()
            + 3 * self.attivita.len()
            + self.testi.len()
            + usize::from(self.responsabile.is_some())
    }
}

struct List {
    cards: Vec<Card>,
    words: Vec<String>,
}

/// The title without the year of an objective of several, which the program adds by itself.
fn title(words: &str) -> String {
    let words = normal(words);
    let mut title = words.as_str();
    for year in [
        "(2° annualità)",
        "(seconda annualità)",
        "(obiettivo biennale)",
    ] {
        title = title.trim_end_matches(year).trim_end();
    }
    // The same title in two years is written with the same dash.
    title.trim_end_matches('.').replace('\u{2013}', "-")
}

fn facts(list: &str) -> io::Result<List> {
    let (mut cards, mut words): (Vec<Card>, Vec<String>) = (Vec::new(), Vec::new());
    for line in fs::read_to_string(format!("tests/fatti/{list}.txt"))?.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let n = |words: &&str| normal(words);
        match (fields.as_slice(), cards.last_mut()) {
            (["scheda", settore, anno, numero, titolo, tipo], _) if list.starts_with("calusco") => {
                cards.push(Card {
                    settore: n(settore),
                    anno: n(anno),
                    numero: n(numero),
                    titolo: title(titolo),
                    nota: n(tipo),
                    ..Card::default()
                });
            }
            (["scheda", settore, numero, titolo, peso, altro @ ..], _) => cards.push(Card {
                settore: n(settore),
                numero: n(numero),
                titolo: title(titolo),
                peso: n(peso),
                nota: altro.first().map(n).unwrap_or_default(),
                ..Card::default()
            }),
            (["responsabile", nome], Some(card)) => card.responsabile = Some(n(nome)),
            (["fase", fase, mese @ ..], Some(card)) => {
                let mese = mese.first().map(n).unwrap_or_default();
                card.fasi.push((n(fase), mese));
            }
            (["indicatore", categoria, nome, atteso], Some(card)) => {
                card.indicatori.push([n(categoria), n(nome), n(atteso)]);
            }
            (["attivita", nome, quando, previsto], Some(card)) => {
                card.attivita.push([n(nome), n(quando), n(previsto)]);
            }
            (
                [
                    "umane" | "risorse_strumentali" | "costi" | "attesi" | "ottenuti",
                    testo,
                ],
                Some(card),
            ) => card.testi.push(n(testo)),
            (["testo", testo], _) => words.push(n(testo)),
            _ => assert!(
                line.is_empty() || line.starts_with('#'),
                "not a fact: {line}"
            ),
        }
    }
    Ok(List { cards, words })
}

/// The site of `content/`, built once for all the tests.
fn built() -> PathBuf {
    static SITE: OnceLock<Project> = OnceLock::new();
    SITE.get_or_init(|| {
        let project = Project::caluso().expect("content can be copied");
        let output = project.griglia(&["build"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        project
    })
    .path("output")
}

/// The parts of a PDF's text that are each card's own. A group of cards begins with its heading right
/// before that of its first card; a card with its heading, after that of the card before it.
fn own_texts(text: &str, cards: &[Card], group: impl Fn(&Card) -> String) -> Vec<String> {
    let text = text.replace('\u{2013}', "-");
    let mut starts = Vec::new();
    for (index, card) in cards.iter().enumerate() {
        let anno = match card.anno.as_str() {
            "" | "2025-2027" => String::new(),
            anno => format!(" ({anno})"),
        };
        let heading = format!("obiettivo n. {} - {}", card.numero, card.titolo);
        let new_group = index == 0 || cards[index - 1].settore != card.settore;
        let from = if new_group {
            let first = format!("{} obiettivo n. ", group(card));
            text.find(&first).unwrap_or_else(|| panic!("{first}"))
        } else {
            starts[index - 1] + 1
        };
        let start = text[from..]
            .find(&heading)
            .unwrap_or_else(|| panic!("{heading} after {}", &text[from..from + 80]));
        let own = &text[from + start + heading.len()..];
        // From the second year on the title says which year it is.
        let own = own.trim_start_matches('.');
        let own = own.trim_start_matches(" (seconda annualità)");
        assert!(own.starts_with(&anno), "{heading}: {anno}");
        starts.push(from + start);
    }
    let end = |start: usize| starts.iter().filter(move |other| **other > start).min();
    starts
        .iter()
        .map(|start| text[*start..*end(*start).unwrap_or(&text.len())].to_owned())
        .collect()
}

/// Everything that a card says stands in its own part, each indicator beside its target and under its
/// kind.
fn assert_whole(card: &Card, own: &str) {
    let of = |words: &str| words.replace('\u{2013}', "-");
    let has = |words: &str| assert!(own.contains(&of(words)), "{}: {words}\n{own}", card.titolo);
    if !card.peso.is_empty() {
        has(&format!("peso {}/100", card.peso));
    }
    if let Some(chi) = &card.responsabile {
        has(&format!("responsabile {chi}"));
    }
    for (fase, _) in &card.fasi {
        has(fase);
    }
    for [categoria, nome, atteso] in &card.indicatori {
        let cells = format!("{nome} {atteso}");
        let cells = of(cells.trim_end());
        has(&cells);
        // Two indicators of one card can have the same words, of different kinds.
        let kinds: Vec<&str> = own
            .match_indices(&cells)
            .filter_map(|(at, _)| own[..at].rsplit("indici di ").next())
            .collect();
        let right = kinds
            .iter()
            .any(|kind| kind.starts_with(categoria.as_str()));
        assert!(right, "{}: {categoria}: {nome}\n{own}", card.titolo);
    }
    for [nome, quando, previsto] in &card.attivita {
        has(format!("{nome} {quando} {previsto}").trim_end());
    }
    for testo in &card.testi {
        has(testo);
    }
}

fn settore(codice: &str) -> &'static str {
    match codice {
        "struttura" => "obiettivi di struttura",
        "finanziario" => "settore finanziario",
        "amministrativo" => "settore amministrativo e servizi alla persona",
        "polizia" => "settore polizia municipale e protezione civile",
        "tecnico" => "settore tecnico manutentivo, patrimonio, ambiente",
        "territorio" => "settore territorio ed opere pubbliche",
        "staff" => "settore ufficio di staff e segreteria del sindaco",
        "segretario" => "settore segretario comunale",
        altro => panic!("{altro}"),
    }
}

fn assert_pdf(list: &List, file: &Path, group: impl Fn(&Card) -> String) -> io::Result<()> {
    let text = normal(&pdf_text(&built().join(file))?);
    let own = own_texts(&text, &list.cards, group);
    for (card, own) in list.cards.iter().zip(&own) {
        assert_whole(card, own);
    }
    Ok(())
}

/// The pages of a ciclo, each with its path and words.
fn pages(ciclo: &str) -> io::Result<Vec<(String, String)>> {
    let pages = files(&built().join(ciclo))?.into_iter();
    Ok(pages
        .filter(|(path, _)| path.ends_with("/index.html") || path == "index.html")
        .map(|(path, bytes)| {
            let words = normal(&page_text(&String::from_utf8_lossy(&bytes)));
            (path, words.replace('\u{2013}', "-"))
        })
        .collect())
}

/// A page of an objective has the whole card; of a changed one what has changed may stand on the page
/// of the act.
fn assert_pages(list: &List, ciclo: &str) -> io::Result<()> {
    let pages = pages(ciclo)?;
    let changes: String = pages
        .iter()
        .filter(|(path, _)| path.starts_with("modifiche/") || path.starts_with("piano/"))
        .map(|(_, words)| words.as_str())
        .collect();
    for card in &list.cards {
        let facts: Vec<String> = card
            .fasi
            .iter()
            .map(|(fase, _)| fase)
            .chain(card.indicatori.iter().flat_map(|i| &i[1..]))
            .chain(card.attivita.iter().flatten())
            .chain(&card.testi)
            .chain(&card.responsabile)
            .map(|fact| fact.replace('\u{2013}', "-"))
            .collect();
        let own = |words: &str| {
            let missing = |fact: &&String| !words.contains(*fact) && !changes.contains(*fact);
            words.contains(&card.titolo) && facts.iter().filter(missing).count() == 0
        };
        let mut objectives = pages
            .iter()
            .filter(|(path, _)| path.starts_with("obiettivi/"));
        let changed = changes.contains(&card.titolo);
        let found = objectives.any(|(_, words)| {
            own(words)
                || changed
                    && facts
                        .iter()
                        .all(|f| words.contains(f) || changes.contains(f))
        });
        assert!(found, "no page has {}: {facts:#?}", card.titolo);
    }
    Ok(())
}

fn count(list: &List) -> (usize, usize) {
    let facts = list.cards.iter().map(Card::facts).sum::<usize>();
    (list.cards.len(), facts + list.words.len())
}

#[test]
fn caluso_2024_every_card() -> io::Result<()> {
    let list = facts("caluso-2024")?;
    assert_eq!(count(&list), (32, 314));
    let pdf = Path::new("caluso/2024/documenti/schede-obiettivi-2024.pdf");
    assert_pdf(&list, pdf, |card| settore_2024(&card.settore))?;
    assert_pages(&list, "caluso/2024")
}

/// In 2022 and 2024 the settore tecnico has attività produttive too.
fn settore_2024(codice: &str) -> String {
    match codice {
        "tecnico" => format!("{} ed attività produttive", settore(codice)),
        altro => settore(altro).to_owned(),
    }
}

#[test]
fn caluso_2023_every_card_of_the_plan_as_approved() -> io::Result<()> {
    let list = facts("caluso-2023-piano")?;
    assert_eq!(count(&list), (35, 385));
    let pdf = Path::new("caluso/2023/documenti/schede-obiettivi-2023.pdf");
    assert_pdf(&list, pdf, |card| settore(&card.settore).to_owned())?;
    assert_pages(&list, "caluso/2023")?;
    let plan = built().join("caluso/2023/piano/originario/index.html");
    let plan = normal(&page_text(&fs::read_to_string(plan)?));
    for card in &list.cards {
        let row = format!("{} {}", card.numero, card.peso);
        let title = plan.match_indices(&card.titolo);
        let mut after = title.map(|(at, _)| &plan[at + card.titolo.len()..]);
        let found = after.any(|after| {
            let after = after
                .trim_start_matches(" (seconda annualità)")
                .trim_start();
            after.starts_with(&row)
        });
        assert!(found, "{}: {row}", card.titolo);
    }
    Ok(())
}

#[test]
fn caluso_2022_every_card_of_the_act_and_the_act_itself() -> io::Result<()> {
    let list = facts("caluso-2022")?;
    assert_eq!(count(&list), (13, 212));
    let pdf = Path::new("caluso/2022/documenti/modifiche-gc-100-2022.pdf");
    assert_pdf(&list, pdf, |card| settore_2024(&card.settore))?;
    assert_pages(&list, "caluso/2022")?;
    let text = normal(&pdf_text(&built().join(pdf))?);
    let page = built().join("caluso/2022/modifiche/gc-100/index.html");
    let page = normal(&page_text(&fs::read_to_string(page)?));
    let own = own_texts(&text, &list.cards, |card| settore_2024(&card.settore));
    for words in &list.words {
        assert!(text.contains(words), "PDF: {words}");
        assert!(page.contains(words), "page: {words}");
    }
    for (card, own) in list.cards.iter().zip(&own) {
        assert!(own.contains(&card.nota), "{}: {}", card.titolo, card.nota);
    }
    Ok(())
}

#[test]
fn caluso_2022_the_months_of_the_cronoprogramma() -> io::Result<()> {
    let list = facts("caluso-2022")?;
    let mut months = 0;
    for card in &list.cards {
        for (index, (_, month)) in card.fasi.iter().enumerate() {
            let Some((name, year)) = month.split_once(' ') else {
                continue;
            };
            let code = format!("{}-0{}", &card.settore[..3].to_uppercase(), card.numero);
            let page = built().join(format!("caluso/2022/obiettivi/{code}/index.html"));
            let page = fs::read_to_string(page)?;
            let row = format!("Fase {} ({year})</th>", index + 1);
            let (_, row) = page
                .split_once(&row)
                .unwrap_or_else(|| panic!("{code}: {row}"));
            let row = row.split("</tr>").next().unwrap_or_default();
            let marked: Vec<usize> = row
                .split("<td")
                .skip(1)
                .enumerate()
                .filter_map(|(month, cell)| cell.contains(">in corso<").then_some(month + 1))
                .collect();
            let number = griglia::model::MESI.iter().position(|mese| *mese == name);
            assert_eq!(marked, [number.unwrap_or(99) + 1], "{code} {month}");
            months += 1;
        }
    }
    assert_eq!(months, 9);
    Ok(())
}

#[test]
fn calusco_d_adda_2025_2027_every_card() -> io::Result<()> {
    let mut list = facts("calusco-2025")?;
    assert_eq!(count(&list), (81, 845));
    // The document has the uffici in an order of its own; the plan has them by settore and ufficio.
    let order = [
        "struttura",
        "segreteria",
        "ragioneria",
        "peg",
        "demografici",
        "messo",
        "tecnico",
        "persona",
        "polizia",
    ];
    let place = |card: &Card| order.iter().position(|section| *section == card.settore);
    list.cards
        .sort_by_key(|card| (place(card), card.anno.clone()));
    let group = |card: &Card| {
        let group = match card.settore.as_str() {
            "struttura" => "obiettivi intersettoriali",
            "segreteria" => "settore amministrativo finanziario - ufficio segreteria",
            "ragioneria" => "settore amministrativo finanziario - ufficio ragioneria",
            "peg" => "settore amministrativo finanziario",
            "demografici" => "servizi demografici e personale",
            "messo" => "messo comunale",
            "tecnico" => "settore tecnico",
            "persona" => "settore servizi alla persona",
            "polizia" => "settore polizia locale",
            altro => panic!("{altro}"),
        };
        group.to_owned()
    };
    let pdf = Path::new("calusco-d-adda/2025-2027/documenti/schede-obiettivi-2025-2027.pdf");
    assert_pdf(&list, pdf, group)?;
    assert_pages(&list, "calusco-d-adda/2025-2027")?;
    let text = normal(&pdf_text(&built().join(pdf))?);
    for (card, own) in list.cards.iter().zip(own_texts(&text, &list.cards, group)) {
        if !card.nota.is_empty() {
            assert!(
                own.contains(&format!("tipo {}", card.nota)),
                "{}",
                card.titolo
            );
        }
    }
    Ok(())
}

/// Names of employees who hold no office, which the documents have and nothing that is published may.
#[test]
fn no_name_of_an_employee_is_published() -> io::Result<()> {
    let names = [
        "brivio",
        "foresti",
        "filippazzo",
        "micheletti",
        "stucchi",
        "castelli",
        "martinelli",
        "simona",
        "brunella",
        "gelsomina",
    ];
    let pdf = "calusco-d-adda/2025-2027/documenti/schede-obiettivi-2025-2027.pdf";
    let printed = normal(&pdf_text(&built().join(pdf))?);
    let published = pages("calusco-d-adda")?.into_iter();
    for (path, words) in published.chain([(pdf.to_owned(), printed)]) {
        for name in names {
            let mut all = words.split(|c: char| !c.is_alphanumeric());
            assert!(all.all(|word| word != name), "{path}: {name}");
        }
    }
    Ok(())
}

fn weights(cards: &[Card], settore: &str) -> u32 {
    let own = cards.iter().filter(|card| card.settore == settore);
    own.filter_map(|card| card.peso.parse::<u32>().ok()).sum()
}

#[test]
fn the_weights_of_2023_and_2024_sum_to_100() -> io::Result<()> {
    for list in ["caluso-2023-piano", "caluso-2024"] {
        let cards = facts(list)?.cards;
        for settore in [
            "finanziario",
            "amministrativo",
            "polizia",
            "tecnico",
            "territorio",
            "staff",
        ] {
            let sum = weights(&cards, "struttura") + weights(&cards, settore);
            assert_eq!(sum, 100, "{list}: {settore}");
        }
        assert_eq!(weights(&cards, "segretario"), 100, "{list}");
    }
    Ok(())
}
