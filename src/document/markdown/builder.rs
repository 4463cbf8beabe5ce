//! Events of the parser, gathered into blocks.
//!
//! The parser opens and closes elements; the builder keeps a stack of what is open. Every frame of
//! the stack owns what it has gathered so far and hands it to the frame below when it closes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::super::{
    Align, Anchor, Block, Cell, CellRole, Column, ColumnWidth, Definition, Figure, FigureContent,
    Inline, Level, List, ListKind, ParagraphRole, Row, Table, Target, plain_text,
};
use super::footnotes::Footnotes;
use super::links::{Led, is_below};
use super::{Fault, FaultKind, Marker, Parsed, PictureUse, slug};

/// The most names of headings among which the nearest is looked for, once for every wrong link.
const LISTED: usize = 200;

pub(super) struct Builder<'a> {
    /// The text.
    markdown: &'a str,
    done: Parsed,
    open: Vec<Frame>,
    /// How often each heading's name has been used.
    anchors: BTreeMap<String, usize>,
    last_level: Option<u8>,
    /// Links to headings of the text: the name, and where the link stands.
    inner_links: Vec<(String, Range<usize>)>,
    footnotes: Footnotes,
    /// Figures of the paragraph that is open, and where they stand.
    figures: Vec<(Figure, Range<usize>)>,
}

/// An element that is open, with what it holds so far.
enum Frame {
    Words(WordsOf, Vec<Inline>),
    Blocks(BlocksOf, Vec<Block>),
    List(ListKind, Vec<Vec<Block>>),
    Definitions(Vec<Definition>),
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
    Foreign(Option<String>),
    Picture { name: String, caption: String },
    Term,
    Cell(CellRole),
}

enum BlocksOf {
    Quote,
    Item,
    Meaning,
    Footnote(String),
}

impl<'a> Builder<'a> {
    pub(super) fn new(markdown: &'a str) -> Self {
        Self {
            markdown,
            done: Parsed::default(),
            open: Vec::new(),
            anchors: BTreeMap::new(),
            last_level: None,
            inner_links: Vec::new(),
            footnotes: Footnotes::default(),
            figures: Vec::new(),
        }
    }

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
            Event::FootnoteReference(label) => self.footnote_reference(&label, span),
            // Extensions that are not switched on: their marks stay text.
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    pub(super) fn finish(mut self) -> Parsed {
        let known: BTreeSet<String> = self.done.blocks.iter().filter_map(anchor).collect();
        let listed = if known.len() > LISTED {
            Vec::new()
        } else {
            known.iter().cloned().collect()
        };
        for (name, span) in std::mem::take(&mut self.inner_links) {
            if !known.contains(&name) {
                let known = listed.clone();
                self.fault(span, FaultKind::UnknownAnchor { name, known });
            }
        }
        let faults = self.footnotes.settle(&mut self.done.blocks);
        self.done.faults.extend(faults);
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
            } => Frame::Words(self.link(link_type, &dest_url, span), Vec::new()),
            Tag::Image {
                dest_url, title, ..
            } => {
                let picture = WordsOf::Picture {
                    name: dest_url.into_string(),
                    caption: title.into_string(),
                };
                Frame::Words(picture, Vec::new())
            }
            Tag::FootnoteDefinition(label) => {
                Frame::Blocks(BlocksOf::Footnote(label.into_string()), Vec::new())
            }
            Tag::DefinitionList => Frame::Definitions(Vec::new()),
            Tag::DefinitionListTitle => Frame::Words(WordsOf::Term, Vec::new()),
            Tag::DefinitionListDefinition => Frame::Blocks(BlocksOf::Meaning, Vec::new()),
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
            Frame::Blocks(of, blocks) => self.end_blocks(of, blocks, span),
            Frame::Definitions(definitions) => self.block(Block::Definitions(definitions)),
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

    fn end_blocks(&mut self, of: BlocksOf, blocks: Vec<Block>, span: Range<usize>) {
        match of {
            BlocksOf::Quote => self.block(Block::Quote(blocks)),
            BlocksOf::Item => {
                if let Some(Frame::List(_, items)) = self.open.last_mut() {
                    items.push(blocks);
                }
            }
            BlocksOf::Meaning => {
                if let Some(Frame::Definitions(definitions)) = self.open.last_mut()
                    && let Some(last) = definitions.last_mut()
                {
                    last.meanings.push(blocks);
                }
            }
            BlocksOf::Footnote(label) => {
                let fault = self.footnotes.define(label, blocks, span);
                self.done.faults.extend(fault);
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
            WordsOf::Picture { name, caption } => self.end_picture(name, caption, &words, span),
            WordsOf::Foreign(None) => self.inlines(words),
            WordsOf::Foreign(Some(language)) => self.inline(Inline::Foreign {
                language,
                content: words,
            }),
            WordsOf::Term => {
                if let Some(Frame::Definitions(definitions)) = self.open.last_mut() {
                    match definitions.last_mut() {
                        Some(last) if last.meanings.is_empty() => last.terms.push(words),
                        _ => definitions.push(Definition {
                            terms: vec![words],
                            meanings: Vec::new(),
                        }),
                    }
                }
            }
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
                self.unresolved_footnotes(&words, &span);
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
        self.unresolved_footnotes(&words, &span);
        let figures = std::mem::take(&mut self.figures);
        let said = plain_text(&words);
        if !figures.is_empty() && said.trim().is_empty() {
            for (figure, _) in figures {
                self.block(Block::Figure(figure));
            }
            return;
        }
        for (_, span) in figures {
            self.fault(span, FaultKind::PictureInWords);
        }
        if let (true, Some(name)) = (self.open.is_empty(), marker(&said)) {
            self.done.markers.push(Marker {
                name,
                before: self.done.blocks.len(),
                span,
            });
        } else if let Some(block) = paragraph(words) {
            self.block(block);
        }
    }

    /// A picture alone in its paragraph, or in an item of a list, is a figure.
    fn end_picture(&mut self, name: String, caption: String, words: &[Inline], span: Range<usize>) {
        let alt = plain_text(words).trim().to_owned();
        if alt.is_empty() {
            return self.fault(span, FaultKind::PictureWithoutWords);
        }
        if !is_below(&name) {
            let address = name;
            return self.fault(span, FaultKind::PictureElsewhere { address });
        }
        self.done.pictures.push(PictureUse {
            name: name.clone(),
            span: span.clone(),
        });
        let figure = Figure {
            content: FigureContent::Picture(name),
            alt,
            caption: (!caption.trim().is_empty()).then(|| vec![Inline::Text(caption)]),
        };
        match self.open.last() {
            Some(Frame::Words(WordsOf::Paragraph, _)) => self.figures.push((figure, span)),
            Some(Frame::Blocks(..)) => self.block(Block::Figure(figure)),
            _ => self.fault(span, FaultKind::PictureInWords),
        }
    }

    fn footnote_reference(&mut self, label: &str, span: Range<usize>) {
        let inside = self
            .open
            .iter()
            .any(|frame| matches!(frame, Frame::Blocks(BlocksOf::Footnote(_), _)));
        if inside {
            let label = label.to_owned();
            return self.fault(span, FaultKind::FootnoteInFootnote { label });
        }
        self.inline(Inline::FootnoteAgain(Footnotes::anchor(label)));
    }

    /// A reference to a footnote that is nowhere stays text for the parser.
    fn unresolved_footnotes(&mut self, words: &[Inline], span: &Range<usize>) {
        let said = plain_text(words);
        // They stand in the order in which they are said: each is looked for after the one before.
        let mut from = span.start;
        for label in super::footnotes::unresolved(&said) {
            let written = format!("[^{label}]");
            let source = self.markdown.get(from..span.end).unwrap_or_default();
            let start = source.find(&written).map_or(span.start, |at| from + at);
            let label = label.to_owned();
            let place = start..start + written.len();
            from = from.max(place.end);
            self.fault(place, FaultKind::UnknownFootnote { label });
        }
    }

    fn end_heading(&mut self, depth: u8, content: Vec<Inline>, span: Range<usize>) {
        self.unresolved_footnotes(&content, &span);
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

    fn link(&mut self, link: LinkType, address: &str, span: Range<usize>) -> WordsOf {
        match Led::of(link, address) {
            Ok(Led::To(target)) => {
                if let Target::Anchor(Anchor(name)) = &target {
                    self.inner_links.push((name.clone(), span));
                }
                WordsOf::Link(Some(target))
            }
            Ok(Led::Language(tag)) => WordsOf::Foreign(Some(tag)),
            Err(kind @ FaultKind::UnknownLanguage { .. }) => {
                self.fault(span, kind);
                WordsOf::Foreign(None)
            }
            Err(kind) => {
                self.fault(span, kind);
                WordsOf::Link(None)
            }
        }
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
