//! Properties that hold for any document, however odd: no panic, nothing lost, nothing outside the
//! margins, both standards satisfied.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod common;

use std::sync::LazyLock;

use griglia::document::{
    Align, Anchor, Block, Cell, CellRole, Column, ColumnWidth, Document, Info, Inline, Level, List,
    ListKind, PageLabel, ParagraphRole, Row, Running, Status, Table, Target, plain_text,
};
use griglia::layout::{Mark, Pages, Style, Text, lay_out};
use griglia::pdf;
use griglia::theme::PdfLook;
use proptest::collection::vec;
use proptest::prelude::*;

static LOOK: LazyLock<PdfLook> = LazyLock::new(common::look);

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => vec("[a-zàèéìòù]{1,14}|[A-Z]{2,12}|[0-9]{1,4}%|n\\. [0-9]|«[a-z]+»", 1..25)
            .prop_map(|words| words.join(" ")),
        1 => "[a-z]{60,160}",
        1 => "\\PC{0,30}",
        1 => any::<String>(),
    ]
}

fn inline() -> impl Strategy<Value = Inline> {
    let leaf = prop_oneof![
        8 => words().prop_map(Inline::Text),
        1 => "[a-z/._]{1,30}".prop_map(Inline::Code),
        1 => Just(Inline::LineBreak),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        let some = vec(inner, 0..3);
        prop_oneof![
            some.clone().prop_map(Inline::Strong),
            some.clone().prop_map(Inline::Emphasis),
            some.clone().prop_map(Inline::Struck),
            (any::<bool>(), some).prop_map(|(inside, content)| Inline::Link {
                target: if inside {
                    Target::Anchor(Anchor("a".into()))
                } else {
                    Target::Address("https://esempio.it/è".into())
                },
                content,
            }),
        ]
    })
}

fn role() -> impl Strategy<Value = CellRole> + Clone {
    prop_oneof![
        Just(CellRole::ColumnHeader),
        Just(CellRole::RowHeader),
        Just(CellRole::Data),
        Just(CellRole::Total),
    ]
}

fn table(inner: impl Strategy<Value = Block> + Clone + 'static) -> impl Strategy<Value = Block> {
    let cell = (role(), vec(inner, 0..3), 1..4usize, 1..4usize).prop_map(
        |(role, content, across, down)| Cell::new(role, content).across(across).down(down),
    );
    let rows = |count| {
        vec(
            vec(cell.clone(), 0..4).prop_map(|cells| Row { cells }),
            count,
        )
    };
    let column = prop_oneof![
        Just(ColumnWidth::Content),
        (0.1f32..4.0).prop_map(ColumnWidth::Share),
    ]
    .prop_map(|width| Column {
        width,
        align: Align::End,
    });
    (
        proptest::option::of(vec(inline(), 0..2)),
        vec(column, 0..5),
        rows(0..3usize),
        rows(0..12usize),
        rows(0..2usize),
    )
        .prop_map(|(caption, columns, header, body, footer)| {
            Block::Table(Table {
                caption,
                columns,
                header,
                body,
                footer,
            })
        })
}

fn leaf() -> impl Strategy<Value = Block> {
    prop_oneof![
        6 => vec(inline(), 0..5).prop_map(|content| Block::Paragraph { content, role: ParagraphRole::Body }),
        1 => words().prop_map(|words| Block::Paragraph { content: vec![Inline::Text(words)], role: ParagraphRole::Closing }),
        2 => (0u8..9, vec(inline(), 0..3)).prop_map(|(level, content)| Block::Heading {
            level: Level::new(level), content, anchor: Anchor("a".into()) }),
        1 => "[a-z :\\n]{0,80}".prop_map(Block::Preformatted),
        1 => Just(Block::Separator),
        1 => Just(Block::PageBreak),
    ]
}

/// Blocks whose tables may stand in the cells of other tables.
fn any_block() -> impl Strategy<Value = Block> {
    leaf().prop_recursive(
        3,
        40,
        6,
        |inner| prop_oneof![2 => nested(inner.clone()), 1 => table(inner)],
    )
}

/// Blocks whose tables stand in no other table: three deep, columns get narrower than a letter.
fn block() -> impl Strategy<Value = Block> {
    let plain = leaf().prop_recursive(2, 20, 4, nested).boxed();
    prop_oneof![3 => plain.clone(), 1 => table(plain)].prop_recursive(2, 20, 4, nested)
}

fn nested(inner: BoxedStrategy<Block>) -> impl Strategy<Value = Block> {
    prop_oneof![
        vec(vec(inner.clone(), 0..3), 0..4).prop_map(|items| Block::List(List {
            kind: ListKind::Bulleted,
            items
        })),
        vec(inner, 0..3).prop_map(Block::Quote),
    ]
}

fn document(block: impl Strategy<Value = Block>) -> impl Strategy<Value = Document> {
    vec(block, 0..14).prop_map(|blocks| Document {
        info: Info {
            title: "Prova".into(),
            author: "Comune".into(),
            subject: String::new(),
            keywords: Vec::new(),
            language: "it-IT".into(),
            date: chrono::NaiveDate::from_ymd_opt(2024, 5, 3).unwrap(),
        },
        running: Running {
            head_start: "Comune".into(),
            head_end: "Prova".into(),
            foot: "Atto".into(),
            page_label: PageLabel {
                before: "pagina ".into(),
                between: " di ".into(),
            },
        },
        status: Status::Approved,
        cover: None,
        blocks,
    })
}

/// The characters of a document in reading order, without those that a page does not carry.
fn said(blocks: &[Block], all: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
                all.push_str(&plain_text(content));
            }
            Block::Preformatted(text) => all.push_str(text),
            Block::List(list) => {
                for item in &list.items {
                    all.push('•');
                    said(item, all);
                }
            }
            Block::Quote(inner) => said(inner, all),
            Block::Table(table) => {
                all.push_str(&plain_text(table.caption.as_deref().unwrap_or_default()));
                let rows = [&table.header, &table.body, &table.footer];
                for cell in rows.into_iter().flatten().flat_map(|row| &row.cells) {
                    said(&cell.content, all);
                }
            }
            Block::Contents { .. } | Block::Separator | Block::PageBreak => {}
        }
    }
}

/// Letters and figures only: what white space, bullets and replacements leave.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .filter(|letter| !matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}'))
        .collect()
}

fn right_edge(text: &Text) -> f64 {
    let face = LOOK.faces.face(text.face);
    let mut at = 0;
    let mut pen = 0;
    let mut edge = 0;
    for glyph in &text.glyphs {
        let characters = text.characters.get(at..at + glyph.length).unwrap();
        at += glyph.length;
        pen += glyph.advance;
        if !characters.trim().is_empty() {
            edge = pen;
        }
    }
    text.x + face.scale(edge, text.size)
}

fn assert_inside(pages: &Pages, style: &Style) {
    let (left, top) = (style.margins.left, style.margins.top);
    let (right, bottom) = (left + style.measure(), top + style.depth());
    for page in &pages.pages {
        for sequence in &page.content {
            if !matches!(sequence.mark, Mark::Content { .. }) {
                continue;
            }
            for text in &sequence.texts {
                let words = &text.characters;
                assert!(text.x >= left - 0.1, "{words:?} starts at {}", text.x);
                assert!(
                    right_edge(text) <= right + 0.5,
                    "{words:?} ends at {}",
                    right_edge(text)
                );
                assert!(
                    (top..=bottom + 0.1).contains(&text.y),
                    "{words:?} stands at {}",
                    text.y
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost(document in document(any_block())) {
        let pages = lay_out(&document, &LOOK.style, &LOOK.faces);
        let mut expected = String::new();
        said(&document.blocks, &mut expected);
        prop_assert_eq!(letters(&pages.text()), letters(&expected));
    }

    #[test]
    fn nothing_leaves_the_page(document in document(block())) {
        let style = &LOOK.style;
        assert_inside(&lay_out(&document, style, &LOOK.faces), style);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_document_is_archival_and_accessible(document in document(any_block())) {
        let pages = lay_out(&document, &LOOK.style, &LOOK.faces);
        let bytes = pdf::write(&pages, &document.info, &LOOK.faces).unwrap();
        common::assert_conforming("a random document", &bytes);
    }
}
