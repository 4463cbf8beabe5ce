//! Properties that hold for any document, however odd: no panic, nothing lost, nothing outside the
//! margins, both standards satisfied.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use griglia::document::{
    Align, Anchor, Bar, Bars, Block, Cell, CellRole, Column, ColumnWidth, Definition, Document,
    Figure, FigureContent, Footnote, Info, Inline, Interval, Level, List, ListKind, PageLabel,
    ParagraphRole, Pictures, Row, Running, Signature, Status, Table, Target, Task, Timeline,
};
use griglia::layout::{Alphabet, Graphic, Mark, Pages, Style, Text, lay_out};
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
        1 => "[a-c]".prop_map(|name| Inline::FootnoteAgain(Anchor(name))),
        1 => words().prop_map(|short| Inline::Abbreviation { short, expansion: "per esteso".into() }),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        let some = vec(inner, 0..3);
        prop_oneof![
            some.clone().prop_map(|content| Inline::Foreign {
                language: "en".into(),
                content
            }),
            ("[a-c]", vec(some.clone(), 0..3)).prop_map(|(name, said)| Inline::Footnote(
                Footnote {
                    anchor: Anchor(name),
                    content: said
                        .into_iter()
                        .map(|words| Block::words(ParagraphRole::Body, words))
                        .collect(),
                }
            )),
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
        (
            vec(vec(inline(), 0..2), 1..3),
            vec(vec(inner.clone(), 0..2), 0..3)
        )
            .prop_map(|(terms, meanings)| Block::Definitions(vec![Definition { terms, meanings }])),
        vec(inner, 0..3).prop_map(Block::Quote),
    ]
}

fn figure() -> impl Strategy<Value = Block> {
    let bar = (words(), "[0-9]{1,3}%", any::<u16>()).prop_map(|(label, value, thousandths)| Bar {
        label,
        value,
        thousandths,
    });
    let task = (words(), vec((0..14usize, any::<usize>()), 0..3)).prop_map(|(label, intervals)| {
        let intervals = intervals.into_iter();
        let intervals = intervals.map(|(first, count)| Interval { first, count });
        Task {
            label,
            intervals: intervals.collect(),
        }
    });
    let content = prop_oneof![
        vec(bar, 0..9).prop_map(|bars| FigureContent::Bars(Bars { bars })),
        (vec("[a-z]{3}", 0..13), vec(task, 0..9))
            .prop_map(|(periods, tasks)| { FigureContent::Timeline(Timeline { periods, tasks }) }),
        "png|svg|none".prop_map(FigureContent::Picture),
    ];
    (content, proptest::option::of(vec(inline(), 0..3))).prop_map(|(content, caption)| {
        Block::Figure(Figure {
            content,
            alt: "figura".into(),
            caption,
        })
    })
}

/// What may stand only at the top of a document, among other blocks.
fn top(block: impl Strategy<Value = Block> + 'static) -> impl Strategy<Value = Block> {
    let block = block.boxed();
    prop_oneof![
        8 => block.clone(),
        1 => figure(),
        1 => vec(prop_oneof![3 => block, 1 => figure()], 0..4).prop_map(Block::Landscape),
        1 => vec((words(), words()), 0..5).prop_map(|signatures| Block::Signatures(
            signatures.into_iter().map(|(office, name)| Signature { office, name }).collect()
        )),
    ]
}

static PICTURES: LazyLock<Pictures> = LazyLock::new(|| {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 900 300'><rect width='900' height='300' fill='#06c'/></svg>";
    let raster = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 90'><rect width='30' height='90' fill='#c00' opacity='.5'/></svg>";
    [("svg", svg), ("png", raster)]
        .into_iter()
        .map(|(name, file)| {
            let picture = griglia::picture::read(file.as_bytes()).unwrap();
            (name.to_owned(), Arc::new(picture))
        })
        .collect()
});

fn document(block: impl Strategy<Value = Block> + 'static) -> impl Strategy<Value = Document> {
    vec(top(block), 0..14).prop_map(|blocks| Document {
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
        note_label: "Nota ".into(),
        letterhead: None,
        pictures: PICTURES.clone(),
        status: Status::Approved,
        cover: None,
        blocks,
    })
}

/// The characters of a document in reading order: a footnote after the words that refer to it.
#[derive(Default)]
struct Said {
    all: String,
    notes: usize,
    numbers: BTreeMap<Anchor, usize>,
}

impl Said {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
                self.words(content);
            }
            Block::Preformatted(text) => self.all.push_str(text),
            Block::List(list) => list.items.iter().for_each(|item| self.blocks(item)),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    definition.terms.iter().for_each(|term| self.words(term));
                    definition.meanings.iter().for_each(|own| self.blocks(own));
                }
            }
            Block::Quote(inner) | Block::Landscape(inner) => self.blocks(inner),
            Block::Table(table) => {
                self.words(table.caption.as_deref().unwrap_or_default());
                let rows = [&table.header, &table.body, &table.footer];
                for cell in rows.into_iter().flatten().flat_map(|row| &row.cells) {
                    self.blocks(&cell.content);
                }
            }
            Block::Figure(figure) => {
                self.figure(&figure.content, &figure.alt);
                self.words(figure.caption.as_deref().unwrap_or_default());
            }
            Block::Signatures(signatures) => {
                for Signature { office, name } in signatures {
                    self.all.extend([office.as_str(), name.as_str()]);
                }
            }
            Block::Contents { .. } | Block::Separator | Block::PageBreak => {}
        }
    }

    fn figure(&mut self, content: &FigureContent, alt: &str) {
        match content {
            FigureContent::Bars(bars) => {
                for bar in &bars.bars {
                    self.all.extend([bar.label.as_str(), bar.value.as_str()]);
                }
            }
            FigureContent::Timeline(timeline) => {
                let periods = timeline.periods.iter();
                let tasks = timeline.tasks.iter().map(|task| &task.label);
                periods
                    .chain(tasks)
                    .for_each(|words| self.all.push_str(words));
            }
            FigureContent::Picture(name) if name == "none" => self.all.push_str(alt),
            FigureContent::Picture(_) => {}
        }
    }

    fn words(&mut self, content: &[Inline]) {
        let mut waiting = Vec::new();
        self.inlines(content, &mut waiting);
        for (number, content) in waiting {
            self.all.push_str(&number.to_string());
            self.blocks(&content);
        }
    }

    fn inlines(&mut self, content: &[Inline], waiting: &mut Vec<(usize, Vec<Block>)>) {
        for inline in content {
            match inline {
                Inline::Text(words)
                | Inline::Code(words)
                | Inline::Abbreviation { short: words, .. } => self.all.push_str(words),
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Struck(inner)
                | Inline::Foreign { content: inner, .. }
                | Inline::Link { content: inner, .. } => self.inlines(inner, waiting),
                Inline::Footnote(note) => {
                    self.notes += 1;
                    self.numbers.insert(note.anchor.clone(), self.notes);
                    self.all.push_str(&self.notes.to_string());
                    waiting.push((self.notes, note.content.clone()));
                }
                Inline::FootnoteAgain(anchor) => {
                    let number = self.numbers.get(anchor).map(usize::to_string);
                    self.all.push_str(&number.unwrap_or_default());
                }
                Inline::LineBreak => {}
            }
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

fn right_edge(text: &Text, alphabet: &Alphabet) -> f64 {
    let face = LOOK.faces.face(text.face);
    let (mut pen, mut edge) = (0, 0);
    for (glyph, letter) in text.glyphs.iter().zip(alphabet.letters(text)) {
        pen += face.advance(letter.glyph) - i32::from(glyph.back);
        if !letter.characters.trim().is_empty() {
            edge = pen;
        }
    }
    text.x + face.scale(edge, text.size)
}

fn assert_inside(pages: &Pages, style: &Style) {
    let (left, top) = (style.margins.left, style.margins.top);
    let alphabet = &pages.book.alphabet;
    for (drawing, leaf) in pages.drawings.iter().zip(&pages.book.leaves) {
        let right = leaf.size.width - style.margins.right;
        let bottom = leaf.size.height - style.margins.bottom;
        for sequence in &drawing.content {
            if !matches!(sequence.mark, Mark::Content { .. }) {
                continue;
            }
            for graphic in &sequence.graphics {
                let (x, y, width, height) = match graphic {
                    Graphic::Rectangle(shape) => (shape.x, shape.y, shape.width, shape.height),
                    Graphic::Raster {
                        x,
                        y,
                        width,
                        height,
                        ..
                    } => (*x, *y, *width, *height),
                    Graphic::Figure(_) => continue,
                };
                assert!(x >= left - 0.1 && x + width <= right + 0.5, "{graphic:?}");
                assert!(y >= top - 0.1 && y + height <= bottom + 0.5, "{graphic:?}");
            }
            for text in &sequence.texts {
                let words = alphabet.words(text);
                assert!(text.x >= left - 0.1, "{words:?} starts at {}", text.x);
                assert!(
                    right_edge(text, alphabet) <= right + 0.5,
                    "{words:?} ends at {}",
                    right_edge(text, alphabet)
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

/// So many cases, or as many as `PROPTEST_CASES` asks for: what happens once in a thousand documents is looked for by
/// night.
fn casi(cases: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = ProptestConfig::default();
    ProptestConfig {
        cases: if asked { default.cases } else { cases },
        failure_persistence: None,
        ..default
    }
}

proptest! {
    #![proptest_config(casi(96))]

    #[test]
    fn nothing_is_lost(document in document(any_block())) {
        let pages = lay_out(&document, &LOOK.style, &LOOK.faces);
        let mut expected = Said::default();
        expected.blocks(&document.blocks);
        prop_assert_eq!(letters(&pages.text()), letters(&expected.all));
    }

    #[test]
    fn nothing_leaves_the_page(document in document(block())) {
        let style = &LOOK.style;
        assert_inside(&lay_out(&document, style, &LOOK.faces), style);
    }
}

proptest! {
    #![proptest_config(casi(12))]

    #[test]
    fn every_document_is_archival_and_accessible(document in document(any_block())) {
        let pages = lay_out(&document, &LOOK.style, &LOOK.faces);
        let bytes = pdf::write(&pages, &document.info, &[], &LOOK.faces).unwrap();
        common::assert_conforming("a random document", &bytes);
    }
}
