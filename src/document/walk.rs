//! Walking through the blocks of a document, whatever holds them.
//!
//! Whoever changes something everywhere (anchors, names of pictures, abbreviations) says what, not where
//! blocks can stand: that is known here.

use super::{Block, Inline};

/// Calls `change` on every block, outer blocks before those inside them. Blocks of footnotes are
/// not among them: they belong to words.
pub fn blocks_mut(blocks: &mut [Block], change: &mut dyn FnMut(&mut Block)) {
    for block in blocks {
        change(block);
        for inner in inner_mut(block) {
            blocks_mut(inner, change);
        }
    }
}

/// Calls `change` on the words of every paragraph, heading, term and caption, in reading order; the
/// words of a footnote come after those that refer to it.
pub fn words_mut(blocks: &mut [Block], change: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        if let Block::Definitions(definitions) = block {
            for definition in definitions {
                for term in &mut definition.terms {
                    change(term);
                    notes_mut(term, change);
                }
                for meaning in &mut definition.meanings {
                    words_mut(meaning, change);
                }
            }
            continue;
        }
        if let Some(words) = own_words_mut(block) {
            change(words);
            notes_mut(words, change);
        }
        for inner in inner_mut(block) {
            words_mut(inner, change);
        }
    }
}

fn notes_mut(words: &mut [Inline], change: &mut dyn FnMut(&mut Vec<Inline>)) {
    for inline in words {
        match inline {
            Inline::Footnote(note) => words_mut(&mut note.content, change),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Foreign { content: inner, .. }
            | Inline::Link { content: inner, .. } => notes_mut(inner, change),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Abbreviation { .. }
            | Inline::FootnoteAgain(_)
            | Inline::LineBreak => {}
        }
    }
}

/// The lists of blocks that a block holds.
fn inner_mut(block: &mut Block) -> Vec<&mut [Block]> {
    match block {
        Block::List(list) => list.items.iter_mut().map(Vec::as_mut_slice).collect(),
        Block::Definitions(definitions) => definitions
            .iter_mut()
            .flat_map(|definition| &mut definition.meanings)
            .map(Vec::as_mut_slice)
            .collect(),
        Block::Table(table) => [&mut table.header, &mut table.body, &mut table.footer]
            .into_iter()
            .flatten()
            .flat_map(|row| &mut row.cells)
            .map(|cell| cell.content.as_mut_slice())
            .collect(),
        Block::Quote(inner) | Block::Landscape(inner) => vec![inner.as_mut_slice()],
        Block::Heading { .. }
        | Block::Paragraph { .. }
        | Block::Contents { .. }
        | Block::Figure(_)
        | Block::Signatures(_)
        | Block::Preformatted(_)
        | Block::Separator
        | Block::PageBreak => Vec::new(),
    }
}

/// The words that belong to a block itself; terms belong to their definitions.
const fn own_words_mut(block: &mut Block) -> Option<&mut Vec<Inline>> {
    match block {
        Block::Heading { content, .. } | Block::Paragraph { content, .. } => Some(content),
        Block::Table(table) => table.caption.as_mut(),
        Block::Figure(figure) => figure.caption.as_mut(),
        Block::List(_)
        | Block::Definitions(_)
        | Block::Contents { .. }
        | Block::Signatures(_)
        | Block::Landscape(_)
        | Block::Quote(_)
        | Block::Preformatted(_)
        | Block::Separator
        | Block::PageBreak => None,
    }
}
