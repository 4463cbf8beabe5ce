//! Footnotes of a text: written anywhere, read where the text first refers to them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::{Anchor, Block, Footnote, Inline, walk};
use super::{Fault, FaultKind};

/// The footnotes found so far, by label.
#[derive(Default)]
pub(super) struct Footnotes {
    defined: BTreeMap<String, (Vec<Block>, Range<usize>)>,
}

impl Footnotes {
    /// What references call the footnote of a label. Labels are the same whatever their case.
    pub(super) fn anchor(label: &str) -> Anchor {
        Anchor(label.to_lowercase())
    }

    /// Takes a footnote; a second one of the same label is a fault.
    pub(super) fn define(
        &mut self,
        label: String,
        content: Vec<Block>,
        span: Range<usize>,
    ) -> Option<Fault> {
        let Anchor(name) = Self::anchor(&label);
        if self.defined.contains_key(&name) {
            let kind = FaultKind::RepeatedFootnote { label };
            return Some(Fault { span, kind });
        }
        self.defined.insert(name, (content, span));
        None
    }

    /// Puts each footnote where it is first referred to; what nothing refers to is a fault.
    pub(super) fn settle(mut self, blocks: &mut [Block]) -> Vec<Fault> {
        walk::words_mut(blocks, &mut |words| self.place(words));
        self.defined
            .into_iter()
            .map(|(label, (_, span))| {
                let kind = FaultKind::UnusedFootnote { label };
                Fault { span, kind }
            })
            .collect()
    }

    fn place(&mut self, words: &mut [Inline]) {
        for inline in words {
            match inline {
                Inline::FootnoteAgain(anchor) => {
                    if let Some((content, _)) = self.defined.remove(&anchor.0) {
                        *inline = Inline::Footnote(Footnote {
                            anchor: anchor.clone(),
                            content,
                        });
                    }
                }
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Struck(inner)
                | Inline::Foreign { content: inner, .. }
                | Inline::Link { content: inner, .. } => self.place(inner),
                Inline::Footnote(_)
                | Inline::Text(_)
                | Inline::Code(_)
                | Inline::Abbreviation { .. }
                | Inline::LineBreak => {}
            }
        }
    }
}

/// The labels in words that look like a reference to a footnote: `[^1]`.
pub(super) fn unresolved(words: &str) -> impl Iterator<Item = &str> {
    words.split("[^").skip(1).filter_map(|rest| {
        let (label, _) = rest.split_once(']')?;
        let plain = !label.is_empty() && !label.contains(char::is_whitespace);
        plain.then_some(label)
    })
}
