//! What stands beside the text: footnotes, figures, definitions, signatures, pages on their side, files
//! inside the file. Laid out, written, and checked from outside.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use std::process::Command;
use std::sync::Arc;

use common::{assert_conforming, look};
use griglia::document::glossary::Glossary;
use griglia::document::{
    Anchor, Attachment, Bar, Bars, Block, Cover, Definition, Document, Emblem, Figure,
    FigureContent, Footnote, Info, Inline, Interval, Letterhead, Level, PageLabel, ParagraphRole,
    Pictures, Running, Signature, Status, Task, Timeline,
};
use griglia::layout::{Branch, Mark, Pages, lay_out};
use griglia::pdf;
use griglia::picture::{self, Picture};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

const STEMMA: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 50'><path d='M2 2h36v26c0 12-8 17-18 21C10 45 2 40 2 28z' fill='#06c'/><circle cx='20' cy='20' r='8' fill='#fff'/></svg>";

fn outline() -> Arc<Picture> {
    Arc::new(picture::read(STEMMA.as_bytes()).unwrap())
}

fn raster() -> Arc<Picture> {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 100'><defs><linearGradient id='g'><stop stop-color='#06c'/><stop offset='1' stop-color='#fff'/></linearGradient></defs><rect width='300' height='100' fill='url(#g)'/></svg>";
    Arc::new(picture::read(svg.as_bytes()).unwrap())
}

fn document(cover: Option<Cover>, blocks: Vec<Block>) -> Document {
    Document {
        info: Info {
            title: "Relazione 2023".into(),
            author: "Comune di Prova".into(),
            subject: "Prova del motore".into(),
            keywords: vec!["performance".into()],
            language: "it-IT".into(),
            date: chrono::NaiveDate::from_ymd_opt(2024, 5, 3).unwrap(),
        },
        running: Running {
            head_start: "Comune di Prova".into(),
            head_end: "Relazione 2023".into(),
            foot: "Bozza".into(),
            page_label: PageLabel {
                before: "pagina ".into(),
                between: " di ".into(),
            },
        },
        note_label: "Nota ".into(),
        status: Status::Draft {
            label: "BOZZA".into(),
        },
        letterhead: Some(Letterhead {
            body: "Comune di Prova".into(),
            detail: Some("Provincia di Prova".into()),
            emblem: Some(Emblem {
                picture: outline(),
                alt: "Stemma del Comune di Prova".into(),
            }),
        }),
        cover,
        blocks,
        pictures: [("foto", raster()), ("schema", outline())]
            .map(|(name, picture)| (name.to_owned(), picture))
            .into_iter()
            .collect::<Pictures>(),
    }
}

#[allow(clippy::unnecessary_wraps, reason = "as a document wants it")]
fn cover() -> Option<Cover> {
    Some(Cover {
        title: "Relazione sulla performance".into(),
        subtitle: Some("Anno 2023".into()),
        notes: vec!["Atto di approvazione da indicare".into()],
    })
}

fn note(name: &str, words: &str) -> Inline {
    Inline::Footnote(Footnote {
        anchor: Anchor(name.into()),
        content: vec![Block::paragraph(words)],
    })
}

fn figure(content: FigureContent, alt: &str, caption: Option<&str>) -> Block {
    Block::Figure(Figure {
        content,
        alt: alt.into(),
        caption: caption.map(|words| vec![Inline::text(words)]),
    })
}

fn bars() -> FigureContent {
    let bar = |label: &str, value: &str, thousandths| Bar {
        label: label.into(),
        value: value.into(),
        thousandths,
    };
    FigureContent::Bars(Bars {
        bars: vec![
            bar("Amministrativo e servizi alla persona", "83%", 830),
            bar("Finanziario", "98,75%", 988),
        ],
    })
}

fn timeline() -> FigureContent {
    let task = |label: &str, first, count| Task {
        label: label.into(),
        intervals: vec![Interval { first, count }],
    };
    let periods = [
        "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic",
    ];
    FigureContent::Timeline(Timeline {
        periods: periods.map(str::to_owned).into(),
        tasks: vec![
            task("Allineamento del ruolo con l’anagrafe", 0, 5),
            task("Solleciti di pagamento", 9, 3),
        ],
    })
}

fn everything() -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(Level::FIRST, "Presentazione", "presentazione"),
        Block::words(
            ParagraphRole::Body,
            vec![
                Inline::text("Il PEG"),
                note("peg", "Approvato con la deliberazione G.C. n. 1."),
                Inline::text(" e lo smart working dell’amministrazione, ancora"),
                Inline::FootnoteAgain(Anchor("peg".into())),
                Inline::text("."),
            ],
        ),
        Block::Definitions(vec![Definition {
            terms: vec![vec![Inline::text("DUP")]],
            meanings: vec![
                vec![Block::paragraph("Documento unico di programmazione")],
                vec![Block::paragraph("Che il Consiglio approva")],
            ],
        }]),
        figure(
            FigureContent::Picture("foto".into()),
            "Una sfumatura",
            Some("La sfumatura, dopo i lavori"),
        ),
        figure(FigureContent::Picture("schema".into()), "Uno scudo", None),
        figure(bars(), "Amministrativo 83%; Finanziario 98,75%.", None),
        figure(
            timeline(),
            "Allineamento da gennaio a maggio; solleciti da ottobre a dicembre.",
            Some("Cronoprogramma"),
        ),
        Block::Landscape(vec![
            Block::heading(Level::new(2), "Di traverso", "traverso"),
            Block::words(
                ParagraphRole::Body,
                vec![
                    Inline::text("Largo"),
                    note("largo", "Nota su un foglio girato."),
                ],
            ),
        ]),
        Block::paragraph("Di nuovo in piedi: à è é ì ò ù ’ « » – € ° ✓ Ω."),
        Block::Signatures(vec![
            Signature {
                office: "Il Presidente".into(),
                name: "F.to Il Presidente".into(),
            },
            Signature {
                office: "Il Segretario comunale".into(),
                name: "F.to Il Segretario".into(),
            },
        ]),
    ];
    let glossary = Glossary::new(
        [
            ("PEG", "Piano esecutivo di gestione"),
            ("G.C.", "Giunta comunale"),
        ],
        [("smart working", "en")],
    );
    glossary.mark(&mut blocks);
    blocks
}

fn written(document: &Document) -> (Pages, Vec<u8>) {
    let look = look();
    let pages = lay_out(document, &look.style, &look.faces);
    let bytes = pdf::write(&pages, &document.info, &[], &look.faces).unwrap();
    (pages, bytes)
}

/// The index of the page whose content says some words.
fn page_of(pages: &Pages, words: &str) -> usize {
    let says = |drawing: &griglia::layout::Drawing| {
        drawing.content.iter().any(|sequence| {
            let read = matches!(sequence.mark, Mark::Content { .. });
            let said: String = sequence
                .texts
                .iter()
                .map(|text| pages.book.alphabet.words(text))
                .collect();
            read && said.contains(words)
        })
    };
    pages.drawings.iter().position(says).expect(words)
}

#[test]
fn every_construct_satisfies_both_standards() {
    for cover in [cover(), None] {
        let (_, bytes) = written(&document(cover, everything()));
        assert_conforming("figures and notes", &bytes);
        let path = std::env::temp_dir().join(format!("figure-{}.pdf", std::process::id()));
        std::fs::write(&path, &bytes).unwrap();
        let checked = Command::new("qpdf").arg("--check").arg(&path).output();
        std::fs::remove_file(&path).unwrap();
        if let Ok(checked) = checked {
            assert!(checked.status.success(), "{checked:?}");
        }
    }
}

#[test]
fn the_tree_says_what_everything_is() {
    let (pages, _) = written(&document(cover(), everything()));
    insta::assert_snapshot!(pdf::structure(&pages.tree));
}

#[test]
fn the_text_reads_whole_and_notes_after_their_paragraph() {
    let (pages, _) = written(&document(None, everything()));
    insta::assert_snapshot!(pages.text().replace('\u{AD}', ""));
}

#[test]
fn a_note_stands_on_the_page_of_its_reference_and_is_led_to() {
    let (pages, _) = written(&document(None, everything()));
    let page = page_of(&pages, "Approvato con la deliberazione");
    assert_eq!(page, page_of(&pages, "dell’amministrazione"));
    let links = pages.tree.branches().flat_map(Branch::links);
    let to_notes = links.filter(|link| {
        let place = pages.book.places.of(&link.target);
        place.is_some_and(|place| place.page == page) && link.description == "Nota 1"
    });
    assert_eq!(to_notes.count(), 2, "from both references");
    let foot = pages.drawings[page]
        .content
        .iter()
        .flat_map(|sequence| &sequence.texts);
    let lowest = foot.map(|text| text.y).fold(0.0, f64::max);
    assert!(lowest > pages.book.height(page) - 110.0, "{lowest}");
}

#[test]
fn what_a_page_cannot_hold_of_a_note_goes_on_at_the_foot_of_the_next() {
    let long = "Una nota che non finisce più. ".repeat(700);
    let blocks = vec![Block::words(
        ParagraphRole::Body,
        vec![Inline::text("Testo"), note("lunga", &long)],
    )];
    let (pages, bytes) = written(&document(None, blocks));
    assert!(pages.count() > 2, "{} pages", pages.count());
    let said = pages.text();
    assert_eq!(said.matches("non finisce").count(), 700);
    assert_conforming("a long note", &bytes);
}

#[test]
fn a_section_on_its_side_has_wide_pages_and_the_rest_does_not() {
    let (pages, _) = written(&document(None, everything()));
    let wide = page_of(&pages, "Largo");
    let is_wide = |leaf: &griglia::layout::Leaf| leaf.size.width > leaf.size.height;
    let found: Vec<usize> = (0..pages.count())
        .filter(|page| is_wide(&pages.book.leaves[*page]))
        .collect();
    assert_eq!(found, [wide]);
    assert_eq!(wide, page_of(&pages, "Nota su un foglio girato"));
    assert!(page_of(&pages, "Di nuovo in piedi") > wide);
}

#[test]
fn a_picture_that_is_not_there_leaves_its_words() {
    let missing = figure(
        FigureContent::Picture("altra".into()),
        "La biblioteca",
        None,
    );
    let (pages, bytes) = written(&document(None, vec![missing]));
    assert!(pages.text().contains("La biblioteca"));
    assert!(pages.book.missing_pictures.contains("altra"));
    assert_conforming("a missing picture", &bytes);
}

#[test]
fn files_ride_inside_as_pdf_a_3() {
    let document = document(None, everything());
    let csv = "codice,grado\r\nFIN-03,95\r\n";
    let attached = [Attachment {
        name: "risultati.csv".into(),
        media_type: "text/csv".into(),
        description: "Grado di ogni obiettivo".into(),
        bytes: csv.into(),
    }];
    let look = look();
    let pages = lay_out(&document, &look.style, &look.faces);
    let bytes = pdf::write(&pages, &document.info, &attached, &look.faces).unwrap();
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        let report = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile));
        let failures = report.unwrap().failures;
        assert!(failures.is_empty(), "{failures:#?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("allegati.pdf");
    std::fs::write(&path, &bytes).unwrap();
    let taken_out = Command::new("pdfdetach")
        .args(["-saveall", "-o"])
        .arg(folder.path())
        .arg(&path)
        .output();
    if taken_out.is_ok() {
        let found = std::fs::read_to_string(folder.path().join("risultati.csv")).unwrap();
        assert_eq!(found, csv);
    }
}

#[test]
fn copied_words_keep_every_letter() {
    let (_, bytes) = written(&document(None, everything()));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("testo.pdf");
    std::fs::write(&path, &bytes).unwrap();
    if let Ok(said) = Command::new("pdftotext")
        .arg("-raw")
        .arg(&path)
        .arg("-")
        .output()
    {
        let said = String::from_utf8(said.stdout).unwrap();
        assert!(said.contains("à è é ì ò ù ’ « » – € ° ✓ Ω"), "{said}");
    }
}

/// Leaves the documents where a person can look at them: `GUARDA=cartella cargo test --test pdf_figure`.
#[test]
fn to_be_looked_at() {
    if let Some(folder) = std::env::var_os("GUARDA") {
        let folder = std::path::PathBuf::from(folder);
        for (name, cover) in [("con-copertina.pdf", cover()), ("senza.pdf", None)] {
            std::fs::write(folder.join(name), written(&document(cover, everything())).1).unwrap();
        }
    }
}
