//! Events of the parser, gathered into blocks.
//!
//! The parser opens and closes elements; the builder keeps a stack of what is open. Every frame of
//! the stack owns what it has gathered so far and hands it to the frame below when it closes.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::super::{
    Align, Anchor, Block, Cell, CellRole, Column, ColumnWidth, Inline, Level, List, ListKind,
    ParagraphRole, Row, Table, Target, plain_text,
};
use super::{Fault, FaultKind, Marker, Parsed, slug};

#[derive(Default)]
pub(super) struct Builder {
    done: Parsed,
    open: Vec<Frame>,
    /// How often each heading's name has been used.
    anchors: BTreeMap<String, usize>,
    last_level: Option<u8>,
    /// Links to headings of the text: the name, and where the link stands.
    inner_links: Vec<(String, Range<usize>)>,
}

/// An element that is open, with what it holds so far.
enum Frame {
    Words(WordsOf, Vec<Inline>),
    Blocks(BlocksOf, Vec<Block>),
    List(ListKind, Vec<Vec<Block>>),
    Table(Table),
    Row(CellRole, Vec<Cell>),
    Code(String),
}

enum WordsOf {
    Paragraph,
    Heading(u8),
    Strong,
    Emphasis,
    Struck,
    Link(Option<Target>),
    Image,
    Cell(CellRole),
}

enum BlocksOf {
    Quote,
    Item,
}

impl Builder {
    pub(super) fn take(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.inline(Inline::Code(code.into_string())),
            Event::Html(_) | Event::InlineHtml(_) => self.fault(span, FaultKind::RawHtml),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.inline(Inline::LineBreak),
            Event::Rule => self.block(Block::Separator),
            // Extensions that are not switched on: their marks stay text.
            Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    pub(super) fn finish(mut self) -> Parsed {
        let known: Vec<String> = self.done.blocks.iter().filter_map(anchor).collect();
        for (name, span) in std::mem::take(&mut self.inner_links) {
            if !known.contains(&name) {
                let known = known.clone();
                self.fault(span, FaultKind::UnknownAnchor { name, known });
            }
        }
        self.done.faults.sort_by_key(|fault| fault.span.start);
        self.done
    }

    fn start(&mut self, tag: Tag<'_>, span: Range<usize>) {
        let frame = match tag {
            Tag::Heading { level, .. } => Frame::Words(WordsOf::Heading(level as u8), Vec::new()),
            Tag::BlockQuote(_) => Frame::Blocks(BlocksOf::Quote, Vec::new()),
            Tag::Item => Frame::Blocks(BlocksOf::Item, Vec::new()),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                Frame::Code(String::new())
            }
            Tag::List(first) => {
                let kind = first.map_or(ListKind::Bulleted, |start| ListKind::Numbered { start });
                Frame::List(kind, Vec::new())
            }
            Tag::Table(alignments) => Frame::Table(empty_table(&alignments)),
            Tag::TableHead => Frame::Row(CellRole::ColumnHeader, Vec::new()),
            Tag::TableRow => Frame::Row(CellRole::Data, Vec::new()),
            Tag::TableCell => {
                let role = match self.open.last() {
                    Some(Frame::Row(role, _)) => *role,
                    _ => CellRole::Data,
                };
                Frame::Words(WordsOf::Cell(role), Vec::new())
            }
            Tag::Emphasis => Frame::Words(WordsOf::Emphasis, Vec::new()),
            Tag::Strong => Frame::Words(WordsOf::Strong, Vec::new()),
            Tag::Strikethrough => Frame::Words(WordsOf::Struck, Vec::new()),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                let target = self.target(link_type, &dest_url, span);
                Frame::Words(WordsOf::Link(target), Vec::new())
            }
            Tag::Image { .. } => {
                self.fault(span, FaultKind::Image);
                Frame::Words(WordsOf::Image, Vec::new())
            }
            // A block of HTML is reported at its first line of HTML; the rest is never switched on.
            _ => Frame::Words(WordsOf::Paragraph, Vec::new()),
        };
        self.open.push(frame);
    }

    fn end(&mut self, _tag: TagEnd, span: Range<usize>) {
        let Some(frame) = self.open.pop() else {
            return;
        };
        match frame {
            Frame::Words(of, words) => self.end_words(of, words, span),
            Frame::Blocks(BlocksOf::Quote, blocks) => self.block(Block::Quote(blocks)),
            Frame::Blocks(BlocksOf::Item, blocks) => {
                if let Some(Frame::List(_, items)) = self.open.last_mut() {
                    items.push(blocks);
                }
            }
            Frame::List(kind, items) => self.block(Block::List(List { kind, items })),
            Frame::Table(table) => self.block(Block::Table(table)),
            Frame::Row(role, cells) => {
                if let Some(Frame::Table(table)) = self.open.last_mut() {
                    let rows = match role {
                        CellRole::ColumnHeader => &mut table.header,
                        _ => &mut table.body,
                    };
                    rows.push(Row { cells });
                }
            }
            Frame::Code(text) => {
                self.block(Block::Preformatted(text.trim_end_matches('\n').to_owned()));
            }
        }
    }

    fn end_words(&mut self, of: WordsOf, words: Vec<Inline>, span: Range<usize>) {
        match of {
            WordsOf::Paragraph => self.end_paragraph(words, span),
            WordsOf::Heading(depth) => self.end_heading(depth, words, span),
            WordsOf::Strong => self.inline(Inline::Strong(words)),
            WordsOf::Emphasis => self.inline(Inline::Emphasis(words)),
            WordsOf::Struck => self.inline(Inline::Struck(words)),
            WordsOf::Image => self.inlines(words),
            WordsOf::Link(target) => {
                if plain_text(&words).trim().is_empty() {
                    self.fault(span, FaultKind::EmptyLink);
                } else if let Some(target) = target {
                    let content = words;
                    self.inline(Inline::Link { target, content });
                } else {
                    self.inlines(words);
                }
            }
            WordsOf::Cell(role) => {
                if role == CellRole::ColumnHeader && plain_text(&words).trim().is_empty() {
                    self.fault(span, FaultKind::EmptyTableHead);
                }
                if let Some(Frame::Row(_, cells)) = self.open.last_mut() {
                    cells.push(Cell::new(role, paragraph(words).into_iter().collect()));
                }
            }
        }
    }

    fn end_paragraph(&mut self, words: Vec<Inline>, span: Range<usize>) {
        if let (true, Some(name)) = (self.open.is_empty(), marker(&plain_text(&words))) {
            self.done.markers.push(Marker {
                name,
                before: self.done.blocks.len(),
                span,
            });
        } else if let Some(block) = paragraph(words) {
            self.block(block);
        }
    }

    fn end_heading(&mut self, depth: u8, content: Vec<Inline>, span: Range<usize>) {
        let words = plain_text(&content);
        if words.trim().is_empty() {
            self.fault(span, FaultKind::EmptyHeading);
            return;
        }
        let before = self.last_level.replace(depth).unwrap_or(0);
        if depth > before + 1 {
            let (from, to) = (before, depth);
            self.fault(span, FaultKind::HeadingJump { from, to });
        }
        let name = slug(&words);
        let uses = self.anchors.entry(name.clone()).or_default();
        *uses += 1;
        let anchor = Anchor(if *uses == 1 {
            name
        } else {
            format!("{name}-{uses}")
        });
        self.block(Block::Heading {
            level: Level::new(depth),
            content,
            anchor,
        });
    }

    fn text(&mut self, text: &str) {
        if let Some(Frame::Code(code)) = self.open.last_mut() {
            code.push_str(text);
            return;
        }
        // Neighbouring texts are one run: the parser splits at every special character.
        if let Some(Inline::Text(last)) = self.words().and_then(|words| words.last_mut()) {
            last.push_str(text);
        } else {
            self.inline(Inline::text(text));
        }
    }

    /// Adds a run where words are gathered; the words of a tight list item have no paragraph of
    /// their own.
    fn inline(&mut self, inline: Inline) {
        if let Some(words) = self.words() {
            words.push(inline);
        } else if let Some(blocks) = self.blocks() {
            blocks.push(Block::words(ParagraphRole::Body, vec![inline]));
        }
    }

    fn inlines(&mut self, inlines: Vec<Inline>) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn words(&mut self) -> Option<&mut Vec<Inline>> {
        match self.open.last_mut()? {
            Frame::Words(_, words) => Some(words),
            Frame::Blocks(_, blocks) => match blocks.last_mut()? {
                Block::Paragraph { content, .. } => Some(content),
                _ => None,
            },
            _ => None,
        }
    }

    fn blocks(&mut self) -> Option<&mut Vec<Block>> {
        match self.open.last_mut() {
            None => Some(&mut self.done.blocks),
            Some(Frame::Blocks(_, blocks)) => Some(blocks),
            Some(_) => None,
        }
    }

    fn block(&mut self, block: Block) {
        if let Some(blocks) = self.blocks() {
            blocks.push(block);
        }
    }

    fn target(&mut self, link: LinkType, address: &str, span: Range<usize>) -> Option<Target> {
        if let Some(name) = address.strip_prefix('#').filter(|name| !name.is_empty()) {
            self.inner_links.push((name.to_owned(), span));
            return Some(Target::Anchor(Anchor(name.to_owned())));
        }
        let address = match link {
            LinkType::Email => format!("mailto:{address}"),
            _ => address.to_owned(),
        };
        let safe = ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| address.len() > scheme.len() && address.starts_with(scheme));
        if safe {
            return Some(Target::Address(address));
        }
        self.fault(span, FaultKind::UnsafeLink { address });
        None
    }

    fn fault(&mut self, span: Range<usize>, kind: FaultKind) {
        self.done.faults.push(Fault { span, kind });
    }
}

fn paragraph(words: Vec<Inline>) -> Option<Block> {
    (!words.is_empty()).then(|| Block::words(ParagraphRole::Body, words))
}

fn anchor(block: &Block) -> Option<String> {
    match block {
        Block::Heading { anchor, .. } => Some(anchor.0.clone()),
        _ => None,
    }
}

fn marker(words: &str) -> Option<String> {
    let name = words.trim().strip_prefix("{{")?.strip_suffix("}}")?.trim();
    let is_word = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    is_word.then(|| name.to_owned())
}

fn empty_table(alignments: &[Alignment]) -> Table {
    let column = |alignment: &Alignment| Column {
        width: ColumnWidth::Share(1.0),
        align: match alignment {
            Alignment::Right => Align::End,
            Alignment::Center => Align::Center,
            Alignment::None | Alignment::Left => Align::Start,
        },
    };
    Table {
        caption: None,
        columns: alignments.iter().map(column).collect(),
        header: Vec::new(),
        body: Vec::new(),
        footer: Vec::new(),
    }
}
