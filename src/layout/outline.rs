//! The headings of a document, found before anything is laid out.
//!
//! The table of contents needs them early, links need to know which anchors exist, and their depths
//! must never jump (PDF/UA-1, 7.4.2): a cover's title is the only H1, the shallowest heading of the
//! document follows it, and a heading that skips a depth is raised.

use std::collections::BTreeMap;

use super::Content;
use super::shape::printable;
use crate::document::{Anchor, Block, Document, Level, plain_text};

/// The deepest structure type there is: `H6`.
const DEEPEST: u8 = 6;

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// Its words.
    pub(super) title: String,
    /// Its depth in the tree: 3 for `H3`.
    pub(super) depth: u8,
    /// Its depth as the document says it; `None` for the title of a table of contents.
    pub(super) level: Option<Level>,
}

impl Heading {
    /// Whether its words leave anything on the page.
    pub(super) fn says(&self) -> bool {
        says(&self.title)
    }
}

/// All headings, in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Outline {
    headings: Vec<Heading>,
    anchors: BTreeMap<Anchor, usize>,
    covered: u8,
}

impl Outline {
    /// The headings of a document, its cover's title not among them.
    pub(super) fn of(document: &Document, content: &Content<'_>) -> Self {
        let mut outline = Self {
            covered: u8::from(
                document
                    .cover
                    .as_ref()
                    .is_some_and(|cover| says(&cover.title)),
            ),
            ..Self::default()
        };
        match content {
            Content::Written(blocks) => outline.gather(blocks),
            Content::Told(tell) => tell(&mut |block| outline.gather(&[block])),
        }
        let shallowest = outline
            .headings
            .iter()
            .filter_map(|heading| heading.level)
            .min()
            .map_or(1, Level::depth);
        let covered = outline.covered;
        let mut above = covered;
        for heading in &mut outline.headings {
            let wanted = heading
                .level
                .map_or(2, |level| level.depth() - shallowest + 1 + covered);
            heading.depth = wanted.min(above + 1).min(DEEPEST);
            // A heading without words is not in the tree: nothing may hang below it.
            if says(&heading.title) {
                above = heading.depth;
            }
        }
        outline
    }

    /// The depths that the cover's title takes: one, or none without a cover.
    pub(super) const fn covered(&self) -> u8 {
        self.covered
    }

    /// A heading.
    pub(super) fn heading(&self, index: usize) -> Option<&Heading> {
        self.headings.get(index)
    }

    /// The heading with an anchor.
    pub(super) fn anchored(&self, anchor: &Anchor) -> Option<usize> {
        self.anchors.get(anchor).copied()
    }

    /// The headings after a table of contents down to a depth, each with its number in the outline.
    pub(super) fn after(
        &self,
        index: usize,
        deepest: Level,
    ) -> impl Iterator<Item = (usize, &Heading)> {
        self.headings
            .iter()
            .enumerate()
            .skip(index)
            .filter(move |(_, heading)| heading.level.is_some_and(|level| level <= deepest))
    }

    fn gather(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading {
                    level,
                    content,
                    anchor,
                } => {
                    let index = self.headings.len();
                    self.anchors.entry(anchor.clone()).or_insert(index);
                    self.push(plain_text(content), Some(*level));
                }
                Block::Contents { title, .. } => self.push(title.clone(), None),
                Block::List(list) => list.items.iter().for_each(|item| self.gather(item)),
                Block::Definitions(definitions) => definitions
                    .iter()
                    .flat_map(|definition| &definition.meanings)
                    .for_each(|meaning| self.gather(meaning)),
                Block::Quote(inner) | Block::Landscape(inner) => self.gather(inner),
                Block::Table(table) => {
                    let rows = [&table.header, &table.body, &table.footer];
                    for cell in rows.into_iter().flatten().flat_map(|row| &row.cells) {
                        self.gather(&cell.content);
                    }
                }
                Block::Paragraph { .. }
                | Block::Figure(_)
                | Block::Signatures(_)
                | Block::Preformatted(_)
                | Block::Separator
                | Block::PageBreak => {}
            }
        }
    }

    fn push(&mut self, title: String, level: Option<Level>) {
        self.headings.push(Heading {
            title,
            depth: 1,
            level,
        });
    }
}

/// Whether some words leave anything on the page.
fn says(words: &str) -> bool {
    printable(words).any(|character| character != ' ')
}
