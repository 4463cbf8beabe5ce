use proptest::prelude::*;

use super::super::{Block, Inline, ListKind, Target, plain_text};
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
    assert_eq!(kinds("![foto](a.png)"), [FaultKind::Image]);
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
    fn any_text_parses(markdown in "[#*_`>\\-\\[\\]()|{}<!~\\n a-z0-9à]{0,200}") {
        let _ = parse(&markdown);
    }
}
