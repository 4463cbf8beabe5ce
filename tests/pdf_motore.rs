//! The PDF engine as a whole: a document with everything in it, laid out, written, checked from
//! outside (by `page_validation` and, where it is installed, by `pdftotext` and `qpdf`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

#[path = "pdf/a_pezzi.rs"]
mod a_pezzi;
mod common;

use std::process::Command;

use common::{assert_conforming, faces, style};

use griglia::document::{
    Align, Anchor, Block, Cell, CellRole, Column, ColumnWidth, Cover, Document, Info, Inline,
    Level, List, ListKind, PageLabel, ParagraphRole, Row, Running, Status, Table, Target,
};
use griglia::layout::{Artifact, Branch, Faces, Mark, Pages, lay_out};
use griglia::pdf;

fn document(status: Status, cover: Option<Cover>, blocks: Vec<Block>) -> Document {
    Document {
        info: Info {
            title: "Relazione sulla performance 2023 – più «città»".into(),
            author: "Comune di Caluso".into(),
            subject: "Obiettivi & risultati <2023>".into(),
            keywords: vec!["performance".into(), "trasparenza".into()],
            language: "it-IT".into(),
            date: chrono::NaiveDate::from_ymd_opt(2024, 5, 3).unwrap(),
        },
        running: Running {
            head_start: "Comune di Caluso".into(),
            head_end: "Relazione 2023".into(),
            foot: "Allegato alla deliberazione G.C. n. 48".into(),
            page_label: PageLabel {
                before: "pagina ".into(),
                between: " di ".into(),
            },
        },
        note_label: "Nota ".into(),
        letterhead: None,
        pictures: griglia::document::Pictures::new(),
        status,
        cover,
        blocks,
    }
}

fn bozza() -> Status {
    Status::Draft {
        label: "BOZZA".into(),
    }
}

#[allow(clippy::unnecessary_wraps, reason = "as a document wants it")]
fn copertina() -> Option<Cover> {
    Some(Cover {
        title: "Relazione sulla performance".into(),
        subtitle: Some("Anno 2023".into()),
        notes: vec!["Deliberazione G.C. n. 48 del 3 maggio 2024".into()],
    })
}

fn columns(hints: &[(ColumnWidth, Align)]) -> Vec<Column> {
    hints
        .iter()
        .map(|(width, align)| Column {
            width: *width,
            align: *align,
        })
        .collect()
}

fn row(role: CellRole, words: &[&str]) -> Row {
    Row {
        cells: words.iter().map(|words| Cell::text(role, *words)).collect(),
    }
}

/// Header rows with spans, a footer, as many rows as asked for.
fn long_table(rows: usize) -> Table {
    let hints = [
        (ColumnWidth::Share(1.0), Align::Start),
        (ColumnWidth::Share(3.0), Align::Start),
        (ColumnWidth::Content, Align::End),
        (ColumnWidth::Content, Align::End),
    ];
    let head = |words| Cell::text(CellRole::ColumnHeader, words);
    Table {
        caption: Some(vec![Inline::text("Griglia di valutazione")]),
        columns: columns(&hints),
        header: vec![
            Row {
                cells: vec![
                    head("Settore").down(2),
                    head("Obiettivo").down(2),
                    head("Grado di raggiungimento").across(2),
                ],
            },
            row(CellRole::ColumnHeader, &["Misurato", "Validato"]),
        ],
        body: (0..rows)
            .map(|index| Row {
                cells: vec![
                    Cell::text(CellRole::RowHeader, format!("Settore{index}")),
                    Cell::text(
                        CellRole::Data,
                        format!("Obiettivo numero {index} dell’amministrazione"),
                    ),
                    Cell::text(CellRole::Data, "98,75 %"),
                    Cell::text(CellRole::Data, "100 %"),
                ],
            })
            .collect(),
        footer: vec![Row {
            cells: vec![
                Cell::text(CellRole::Total, "Media ponderata").across(3),
                Cell::text(CellRole::Total, "99,50 %"),
            ],
        }],
    }
}

/// A row that is longer than a page, beside a cell that spans it and the next.
fn endless_row() -> Table {
    let words: Vec<Block> = (0..120)
        .map(|index| Block::paragraph(format!("Capoverso {index} di una riga senza fine.")))
        .collect();
    Table {
        caption: None,
        columns: columns(&[
            (ColumnWidth::Share(1.0), Align::Start),
            (ColumnWidth::Share(2.0), Align::Start),
        ]),
        header: vec![row(CellRole::ColumnHeader, &["Voce", "Testo"])],
        body: vec![
            Row {
                cells: vec![
                    Cell::text(CellRole::RowHeader, "Tutte e due le righe").down(2),
                    Cell::new(CellRole::Data, words),
                ],
            },
            row(CellRole::Data, &["Ultima riga"]),
        ],
        footer: Vec::new(),
    }
}

fn nested_lists(depth: usize) -> List {
    let mut item = vec![Block::paragraph(format!("Voce al livello {depth}"))];
    if depth > 0 {
        item.push(Block::List(nested_lists(depth - 1)));
    }
    List {
        kind: if depth.is_multiple_of(2) {
            ListKind::Bulleted
        } else {
            ListKind::Numbered { start: 9 }
        },
        items: vec![item, vec![Block::paragraph("Altra voce")], Vec::new()],
    }
}

fn everything() -> Vec<Block> {
    let heading =
        |level, words: &str, anchor: &str| Block::heading(Level::new(level), words, anchor);
    vec![
        Block::Contents {
            title: "Indice".into(),
            depth: Level::new(3),
        },
        heading(1, "Presentazione", "presentazione"),
        Block::Paragraph {
            content: vec![Inline::text("Che cosa contiene questa relazione.")],
            role: ParagraphRole::Lead,
        },
        // A depth is skipped here, and another that is deeper than any.
        heading(4, "Perché «così» – à è é ì ò ù € °", "perche"),
        Block::Paragraph {
            content: vec![
                Inline::text("L’attività "),
                Inline::Strong(vec![
                    Inline::text("importante e "),
                    Inline::Emphasis(vec![Inline::text("urgente")]),
                ]),
                Inline::text(" costa "),
                Inline::Struck(vec![Inline::text("80 €")]),
                Inline::text(" 95 €; si veda "),
                Inline::Link {
                    target: Target::Anchor(Anchor("griglia".into())),
                    content: vec![Inline::text("la griglia dei risultati")],
                },
                Inline::text(", "),
                Inline::Link {
                    target: Target::Address("https://www.comune.it/città".into()),
                    content: vec![Inline::strong("il sito"), Inline::text(" del comune")],
                },
                Inline::text(" e "),
                Inline::Link {
                    target: Target::Anchor(Anchor("che non esiste".into())),
                    content: vec![Inline::text("nient’altro")],
                },
                Inline::text(". Il file "),
                Inline::Code("content/caluso/ente.yaml".into()),
                Inline::LineBreak,
                Inline::text("e un segno di ripiego ✓, e un segno inesistente 🏛."),
            ],
            role: ParagraphRole::Body,
        },
        Block::paragraph(
            "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(4),
        ),
        Block::paragraph(
            "amministrazione organizzazione programmazione rendicontazione ".repeat(30),
        ),
        Block::List(nested_lists(3)),
        Block::Quote(vec![
            Block::paragraph("Parole di altri."),
            Block::List(nested_lists(0)),
        ]),
        Block::Preformatted("chiave: valore\n\n\taltro:   spazi".into()),
        Block::Separator,
        heading(2, "Griglia", "griglia"),
        Block::paragraph("La tabella dice:"),
        Block::Table(long_table(300)),
        Block::PageBreak,
        Block::Table(endless_row()),
        Block::Paragraph {
            content: vec![Inline::text("Fonte: dati del comune.")],
            role: ParagraphRole::Note,
        },
        Block::Paragraph {
            content: vec![Inline::text("Caluso, 3 maggio 2024")],
            role: ParagraphRole::Closing,
        },
    ]
}

fn written(document: &Document, faces: &Faces) -> (Pages, Vec<u8>) {
    let pages = lay_out(document, &style(), faces);
    let bytes = pdf::write(&pages, &document.info, &[], faces).unwrap();
    (pages, bytes)
}

fn assert_valid(bytes: &[u8]) {
    assert_conforming("the document", bytes);
}

/// What a program says of a file; `None` where the program is not installed.
fn told(program: &str, arguments: &[&str], bytes: &[u8]) -> Option<String> {
    let path = std::env::temp_dir().join(format!("motore-{program}-{}.pdf", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    let mut command = Command::new(program);
    let before = arguments.iter().filter(|argument| **argument != "-");
    command.args(before).arg(&path);
    if arguments.contains(&"-") {
        command.arg("-");
    }
    let output = command.output().ok()?;
    std::fs::remove_file(&path).unwrap();
    assert!(output.status.success(), "{program}: {output:?}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn a_document_with_everything_satisfies_both_standards() {
    let faces = faces();
    for (status, cover) in [
        (bozza(), copertina()),
        (Status::Approved, None),
        (bozza(), None),
    ] {
        let document = document(status, cover, everything());
        let (_, bytes) = written(&document, &faces);
        assert_valid(&bytes);
        if let Some(said) = told("qpdf", &["--check"], &bytes) {
            assert!(
                said.contains("No syntax or stream encoding errors"),
                "{said}"
            );
        }
    }
}

#[test]
fn an_empty_document_is_a_page() {
    let faces = faces();
    let document = document(Status::Approved, None, Vec::new());
    let (pages, bytes) = written(&document, &faces);
    assert_eq!(pages.count(), 1);
    assert!(bytes.starts_with(b"%PDF-1.7"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let faces = faces();
    let document = document(bozza(), copertina(), everything());
    let first = written(&document, &faces).1;
    let again = written(&document, &self::faces()).1;
    assert!(first == again, "two runs differ");
}

#[test]
fn words_are_whole_for_who_copies_them() {
    let faces = faces();
    let words =
        "amministrazione di organizzazione e di programmazione o rendicontazione ".repeat(40);
    let narrow = Table {
        caption: None,
        columns: columns(&[(ColumnWidth::Share(1.0), Align::Start); 5]),
        header: vec![row(CellRole::ColumnHeader, &["a", "b", "c", "d", "e"])],
        body: vec![row(CellRole::Data, &[words.as_str(); 5])],
        footer: Vec::new(),
    };
    let blocks = vec![Block::paragraph(words.as_str()), Block::Table(narrow)];
    let document = document(Status::Approved, None, blocks);
    let (pages, bytes) = written(&document, &faces);
    let text = pages.text();
    assert!(text.contains('\u{AD}'), "nothing was hyphenated");
    assert_eq!(text.replace('\u{AD}', "").matches(words.trim()).count(), 6);
    // Poppler draws the soft hyphen at the end of a line and joins nothing by itself.
    if let Some(said) = told("pdftotext", &["-raw", "-"], &bytes) {
        let joined = said
            .replace("\u{AD}\n", "")
            .replace("\u{AD} ", "")
            .replace('\u{AD}', "");
        let known = [
            "amministrazione",
            "organizzazione",
            "programmazione",
            "rendicontazione",
        ];
        for word in joined.split_whitespace().filter(|word| word.len() > 8) {
            let foot = document.running.foot.contains(word);
            assert!(
                known.contains(&word) || foot || word == "Relazione",
                "torn: {word}"
            );
        }
    }
}

#[test]
fn header_rows_are_read_once_and_seen_on_every_page() {
    let faces = faces();
    let table = Block::Table(long_table(300));
    let document = document(Status::Approved, None, vec![table]);
    let pages = lay_out(&document, &style(), &faces);
    assert!(pages.count() > 3);
    assert_eq!(pages.text().matches("Misurato").count(), 1);
    for drawing in &pages.drawings {
        let seen = drawing.content.iter().any(|sequence| {
            let texts = sequence.texts.iter();
            texts
                .into_iter()
                .any(|text| pages.book.alphabet.words(text).contains("Misurato"))
        });
        assert!(seen, "a page without the header rows");
    }
    let repeated = pages.drawings.iter().skip(1).all(|drawing| {
        drawing
            .content
            .iter()
            .any(|sequence| sequence.mark == Mark::Artifact(Artifact::Layout))
    });
    assert!(repeated);
}

#[test]
fn spanning_headers_are_named_by_the_cells_they_head() {
    let faces = faces();
    let table = Block::Table(long_table(1));
    let document = document(Status::Approved, None, vec![table]);
    let tree = pdf::structure(&lay_out(&document, &style(), &faces).tree);
    let expected = "\
Document
  Table
    Caption
    THead
      TR
        TH rows=2
        TH rows=2
        TH columns=2
      TR
        TH headers=t0h3
        TH headers=t0h3
    TBody
      TR
        TH headers=t0h1
        TD headers=t0h2,t0h6
        TD headers=t0h3,t0h4,t0h6
        TD headers=t0h3,t0h5,t0h6
    TFoot
      TR
        TD columns=3 headers=t0h1,t0h2,t0h3,t0h4
        TD headers=t0h3,t0h5
";
    assert_eq!(tree, expected);
}

#[test]
fn depths_of_headings_never_jump() {
    let faces = faces();
    let headings = [2, 4, 6, 2, 3].map(|level| Block::heading(Level::new(level), "Titolo", "t"));
    for (cover, expected) in [
        (None, ["H1", "H2", "H3", "H1", "H2"].as_slice()),
        (copertina(), ["H1", "H2", "H3", "H4", "H2", "H3"].as_slice()),
    ] {
        let document = document(Status::Approved, cover, headings.to_vec());
        let tree = pdf::structure(&lay_out(&document, &style(), &faces).tree);
        let found: Vec<&str> = tree
            .lines()
            .map(str::trim)
            .filter(|tag| tag.starts_with('H'))
            .collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn contents_and_links_lead_to_the_page_of_their_heading() {
    let faces = faces();
    let document = document(Status::Approved, copertina(), everything());
    let pages = lay_out(&document, &style(), &faces);
    let griglia = pages
        .book
        .outline
        .iter()
        .find(|bookmark| bookmark.title == "Griglia")
        .unwrap();
    assert!(
        pages
            .text()
            .contains(&format!("Griglia {}\n", griglia.place.page + 1))
    );
    let places = &pages.book.places;
    let led = pages
        .tree
        .branches()
        .flat_map(Branch::links)
        .filter(|link| places.of(&link.target) == Some(griglia.place))
        .count();
    assert_eq!(led, 2, "from the contents and from the text");
}

#[test]
fn what_no_face_has_and_no_heading_bears_is_reported() {
    let faces = faces();
    let document = document(Status::Approved, None, everything());
    let pages = lay_out(&document, &style(), &faces);
    assert!(pages.book.missing_characters.iter().eq(&['🏛']));
    assert!(
        pages
            .book
            .missing_anchors
            .iter()
            .eq(&[Anchor("che non esiste".into())])
    );
    assert!(pages.text().contains("inesistente 🏛."), "the text keeps it");
}

#[test]
fn a_draft_says_so_on_every_page_and_once_in_the_text() {
    let faces = faces();
    let document = document(bozza(), copertina(), everything());
    let pages = lay_out(&document, &style(), &faces);
    assert!(pages.book.leaves.iter().all(|leaf| leaf.behind.is_some()));
    assert_eq!(pages.text().matches("BOZZA").count(), 1);
}
