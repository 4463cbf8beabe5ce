use proptest::prelude::*;

use super::super::{Block, FigureContent, Inline, ListKind, Target, plain_text};
use super::{FaultKind, parse, slug};

fn kinds(markdown: &str) -> Vec<FaultKind> {
    parse(markdown)
        .faults
        .into_iter()
        .map(|fault| fault.kind)
        .collect()
}

#[test]
fn headings_lists_tables_and_emphasis_become_blocks() {
    let parsed = parse(
        "# Albero\n\nTesto *con* **enfasi** e [legge](https://example.org).\n\n- uno\n  - due\n- tre\n\n1. primo\n\n| A | B |\n|---|--:|\n| x | 1 |\n",
    );
    assert_eq!(parsed.faults, []);
    let [
        Block::Heading { anchor, .. },
        Block::Paragraph { content, .. },
        Block::List(nested),
        Block::List(numbered),
        Block::Table(table),
    ] = parsed.blocks.as_slice()
    else {
        panic!("{:#?}", parsed.blocks)
    };
    assert_eq!(anchor.0, "albero");
    assert_eq!(plain_text(content), "Testo con enfasi e legge.");
    assert!(content.iter().any(
        |inline| matches!(inline, Inline::Link { target: Target::Address(a), .. } if a == "https://example.org")
    ));
    assert!(
        matches!(nested.items.as_slice(), [first, _] if matches!(first.as_slice(), [_, Block::List(_)]))
    );
    assert_eq!(numbered.kind, ListKind::Numbered { start: 1 });
    assert_eq!(
        (table.header.len(), table.body.len(), table.columns.len()),
        (1, 1, 2)
    );
}

#[test]
fn a_marker_is_a_place_and_not_a_paragraph() {
    let parsed = parse("prima\n\n{{ griglia }}\n\ndopo");
    assert_eq!(parsed.blocks.len(), 2);
    let filled = parsed.fill(|name| vec![Block::paragraph(format!("<{name}>"))]);
    let words: Vec<String> = filled
        .iter()
        .map(|block| match block {
            Block::Paragraph { content, .. } => plain_text(content),
            _ => String::new(),
        })
        .collect();
    assert_eq!(words, ["prima", "<griglia>", "dopo"]);
}

#[test]
fn what_cannot_be_said_is_reported_with_its_kind() {
    assert_eq!(
        kinds("un <b>grassetto</b>").first(),
        Some(&FaultKind::RawHtml)
    );
    assert_eq!(
        kinds("<script>alert(1)</script>").first(),
        Some(&FaultKind::RawHtml)
    );
    assert_eq!(
        kinds("# A\n\n### B"),
        [FaultKind::HeadingJump { from: 1, to: 3 }]
    );
    assert_eq!(kinds("[](https://example.org)"), [FaultKind::EmptyLink]);
    assert_eq!(
        kinds("[qui](javascript:alert(1))"),
        [FaultKind::UnsafeLink {
            address: "javascript:alert(1)".into()
        }]
    );
    assert_eq!(
        kinds("| A | |\n|---|---|\n| x | y |"),
        [FaultKind::EmptyTableHead]
    );
}

#[test]
fn links_within_a_text_must_arrive() {
    assert_eq!(
        kinds("# Il piano\n\n[qui](#il-piano) e [qui](#piano)"),
        [FaultKind::UnknownAnchor {
            name: "piano".into(),
            known: vec!["il-piano".into()]
        }]
    );
}

#[test]
fn names_of_equal_headings_differ() {
    let parsed = parse("# Città\n\n## Città\n");
    let anchors: Vec<&str> = parsed
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { anchor, .. } => Some(anchor.0.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(anchors, ["citta", "citta-2"]);
    assert_eq!(slug("!!"), "sezione");
}

proptest! {
    #[test]
    fn any_text_parses(markdown in "[#*_`>\\-\\[\\]()|{}<!~:^\\n a-z0-9à]{0,200}") {
        let _ = parse(&markdown);
    }
}

/// The only block of a text.
fn only(markdown: &str) -> Block {
    let parsed = parse(markdown);
    assert_eq!(parsed.faults, [], "{markdown}");
    let [block] = parsed.blocks.as_slice() else {
        panic!("{:#?}", parsed.blocks)
    };
    block.clone()
}

#[test]
fn a_picture_alone_is_a_figure_with_its_words() {
    let Block::Figure(figure) = only("![La biblioteca](immagini/foto.jpg \"Dopo i lavori\")")
    else {
        panic!("no figure")
    };
    assert_eq!(figure.alt, "La biblioteca");
    assert_eq!(
        figure.content,
        FigureContent::Picture("immagini/foto.jpg".into())
    );
    assert_eq!(
        figure.caption.as_deref().map(plain_text).as_deref(),
        Some("Dopo i lavori")
    );
    let listed = parse("- ![uno](a.png)\n- due");
    assert_eq!(listed.faults, []);
    assert_eq!(listed.pictures.len(), 1);
}

#[test]
fn a_picture_elsewhere_or_without_words_is_told() {
    assert_eq!(
        kinds("prima ![foto](a.png) dopo"),
        [FaultKind::PictureInWords]
    );
    assert_eq!(
        kinds("| A |\n|---|\n| ![foto](a.png) |"),
        [FaultKind::PictureInWords]
    );
    assert_eq!(kinds("![](a.png)"), [FaultKind::PictureWithoutWords]);
    for address in [
        "../a.png",
        "/etc/passwd",
        "https://example.org/a.png",
        "a\\b.png",
    ] {
        assert_eq!(
            kinds(&format!("![foto](<{}>)", address.replace('\\', "\\\\"))),
            [FaultKind::PictureElsewhere {
                address: address.into()
            }]
        );
    }
}

#[test]
fn a_footnote_stands_where_it_is_first_referred_to() {
    let parsed = parse("[^b]: Seconda.\n\nUno[^a], due[^b], ancora[^a].\n\n[^a]: Prima *nota*.\n");
    assert_eq!(parsed.faults, []);
    let [Block::Paragraph { content, .. }] = parsed.blocks.as_slice() else {
        panic!("{:#?}", parsed.blocks)
    };
    let notes: Vec<&str> = content
        .iter()
        .filter_map(|inline| match inline {
            Inline::Footnote(note) => Some(note.anchor.0.as_str()),
            Inline::FootnoteAgain(_) => Some("again"),
            _ => None,
        })
        .collect();
    assert_eq!(notes, ["a", "b", "again"]);
}

#[test]
fn footnotes_that_do_not_meet_are_told() {
    let label = || "x".to_owned();
    assert_eq!(
        kinds("Testo[^x]."),
        [FaultKind::UnknownFootnote { label: label() }]
    );
    assert_eq!(
        kinds("Testo.\n\n[^x]: Nota.\n"),
        [FaultKind::UnusedFootnote { label: label() }]
    );
    assert_eq!(
        kinds("Testo[^x].\n\n[^x]: Nota.\n\n[^x]: Altra.\n"),
        [FaultKind::RepeatedFootnote { label: label() }]
    );
    assert_eq!(
        kinds("Testo[^x].\n\n[^x]: Nota[^x].\n"),
        [FaultKind::FootnoteInFootnote { label: label() }]
    );
    let fault = parse("Prima riga.\n\nTesto[^x].").faults.remove(0);
    assert_eq!(fault.span, 18..22, "the place of the reference itself");
}

#[test]
fn terms_have_meanings() {
    let Block::Definitions(definitions) =
        only("PEG\n: Piano esecutivo\n: di gestione\n\nDUP\n: Documento\n")
    else {
        panic!("no definitions")
    };
    let shape: Vec<(usize, usize)> = definitions
        .iter()
        .map(|definition| (definition.terms.len(), definition.meanings.len()))
        .collect();
    assert_eq!(shape, [(1, 2), (1, 1)]);
}

#[test]
fn words_of_another_language_say_which() {
    let Block::Paragraph { content, .. } = only("lo [smart working](lang:en) resta") else {
        panic!("no paragraph")
    };
    assert!(matches!(
        content.get(1),
        Some(Inline::Foreign { language, .. }) if language == "en"
    ));
    assert_eq!(
        kinds("[parole](lang:inglese)"),
        [FaultKind::UnknownLanguage {
            tag: "inglese".into()
        }]
    );
}

#[test]
fn what_no_page_could_hold_is_refused_and_what_looks_like_it_is_not() {
    let refused = |text: &str| {
        let faults = parse(text).faults;
        faults
            .first()
            .is_some_and(|fault| fault.kind.ends_reading())
    };
    let row = |cell: &str, columns: usize| format!("|{}\n", cell.repeat(columns));
    let table = |columns| row(" a |", columns) + &row("-|", columns) + &row(" b |", columns);
    assert!(!refused(&table(50)));
    assert!(refused(&table(51)));
    assert!(!refused(&"a".repeat(2000)));
    assert!(refused(&"a".repeat(2001)));
    let padded = format!("| a |\n|{}|\n| b |\n", "-".repeat(3000));
    assert!(!refused(&padded));
    let sentence = "**Parole** e parole.\n";
    assert!(!refused(&sentence.repeat(800)));
    assert!(refused(&sentence.repeat(1200)));
    assert!(!refused(&format!("{sentence}\n").repeat(1200)));
    assert!(!refused(&format!("```\n{}```\n", sentence.repeat(1200))));
    assert!(!refused(&"---\n\n".repeat(5000)));
    assert!(!refused(&"* ".repeat(60)));
    assert!(!refused(&"- ".repeat(60)));
    assert!(refused(&format!("{}a", "- ".repeat(60))));
    assert!(refused(&format!("{}a", "1. ".repeat(60))));
    assert!(refused(&format!("{}- a", " ".repeat(500))));
}
