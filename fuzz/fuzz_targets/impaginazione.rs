//! Any blocks to pages and a PDF.
#![no_main]

mod documento;

use arbitrary::Arbitrary;
use griglia::document::{
    Align, Anchor, Block, Cell, CellRole, Column, ColumnWidth, Definition, Inline, Level, List, ListKind,
    ParagraphRole, Row, Signature, Table,
};
use libfuzzer_sys::fuzz_target;

#[derive(Debug, Arbitrary)]
enum Some {
    Heading(bool, Vec<Words>),
    Paragraph(Vec<Words>),
    List(bool, Vec<Vec<Some>>),
    Table(Vec<(u8, bool)>, Vec<Vec<(Vec<Words>, u8, u8)>>),
    Definitions(Vec<(Vec<Words>, Vec<Words>)>),
    Signatures(Vec<(String, String)>),
    Landscape(Vec<Some>),
    Quote(Vec<Some>),
    Preformatted(String),
    Separator,
    PageBreak,
}

#[derive(Debug, Arbitrary)]
enum Words {
    Text(String),
    Strong(String),
    Emphasis(String),
    Struck(String),
    Code(String),
}

fn words(some: Vec<Words>) -> Vec<Inline> {
    let one = |text: String| vec![Inline::Text(text)];
    some.into_iter()
        .map(|some| match some {
            Words::Text(text) => Inline::Text(text),
            Words::Strong(text) => Inline::Strong(one(text)),
            Words::Emphasis(text) => Inline::Emphasis(one(text)),
            Words::Struck(text) => Inline::Struck(one(text)),
            Words::Code(text) => Inline::Code(text),
        })
        .collect()
}

fn blocks(some: Vec<Some>, depth: usize) -> Vec<Block> {
    if depth > 6 {
        return Vec::new();
    }
    some.into_iter().map(|some| block(some, depth + 1)).collect()
}

fn block(some: Some, depth: usize) -> Block {
    match some {
        Some::Heading(deep, content) => Block::Heading {
            level: if deep { Level::new(2) } else { Level::FIRST },
            content: words(content),
            anchor: Anchor("x".into()),
        },
        Some::Paragraph(content) => Block::Paragraph { content: words(content), role: ParagraphRole::Body },
        Some::List(numbered, items) => Block::List(List {
            kind: if numbered { ListKind::Numbered { start: 1 } } else { ListKind::Bulleted },
            items: items.into_iter().map(|item| blocks(item, depth)).collect(),
        }),
        Some::Table(columns, rows) => table(columns, rows),
        Some::Definitions(all) => Block::Definitions(
            all.into_iter()
                .map(|(term, meaning)| Definition {
                    terms: vec![words(term)],
                    meanings: vec![vec![Block::words(ParagraphRole::Body, words(meaning))]],
                })
                .collect(),
        ),
        Some::Signatures(all) => {
            Block::Signatures(all.into_iter().map(|(office, name)| Signature { office, name }).collect())
        }
        Some::Landscape(inner) => Block::Landscape(blocks(inner, depth)),
        Some::Quote(inner) => Block::Quote(blocks(inner, depth)),
        Some::Preformatted(text) => Block::Preformatted(text),
        Some::Separator => Block::Separator,
        Some::PageBreak => Block::PageBreak,
    }
}

fn table(columns: Vec<(u8, bool)>, rows: Vec<Vec<(Vec<Words>, u8, u8)>>) -> Block {
    let columns: Vec<Column> = columns
        .into_iter()
        .take(12)
        .map(|(share, end)| Column {
            width: if share == 0 { ColumnWidth::Content } else { ColumnWidth::Share(f32::from(share)) },
            align: if end { Align::End } else { Align::Start },
        })
        .collect();
    let cell = |(content, columns, rows): (Vec<Words>, u8, u8), role| Cell {
        content: vec![Block::words(ParagraphRole::Body, words(content))],
        role,
        columns: usize::from(columns % 3) + 1,
        rows: usize::from(rows % 3) + 1,
        align: None,
    };
    let mut rows = rows.into_iter();
    let row = |cells: Vec<_>, role: fn() -> CellRole| Row {
        cells: cells.into_iter().map(|one| cell(one, role())).collect(),
    };
    let header = rows.next().map(|cells| row(cells, || CellRole::ColumnHeader));
    Block::Table(Table {
        caption: None,
        columns,
        header: header.into_iter().collect(),
        body: rows.map(|cells| row(cells, || CellRole::Data)).collect(),
        footer: Vec::new(),
    })
}

fuzz_target!(|some: Vec<Some>| {
    documento::draw(blocks(some, 0));
});
