//! Signatures at the end of a document, side by side.

use super::composer::{Composer, Prepared};
use super::faces::FaceKey;
use super::hyphenate::Ease;
use super::strip::{self, Body, Strip, stacked};
use super::tags::Tag;
use super::text::{Paragraph, Setting};
use super::tree::NodeId;
use crate::document::{Align, Inline, Signature};

/// The narrowest column that a signature has, pt.
const NARROWEST: f64 = 130.0;
/// White space above the first row, and between two rows, pt.
const ABOVE: f64 = 26.0;

impl Composer<'_> {
    pub(super) fn prepare_signatures(
        &mut self,
        signatures: &[Signature],
        node: NodeId,
    ) -> Prepared {
        let setting = Setting {
            ease: Ease::Reluctant,
            ..Setting::of(self.style.body, FaceKey::Regular)
        };
        let paragraphs = signatures
            .iter()
            .map(|signature| {
                let node = self.tree.child(node, Tag::Paragraph);
                let words = [
                    Inline::text(&signature.office),
                    Inline::LineBreak,
                    Inline::text(&signature.name),
                ];
                self.paragraph(&words, node, setting)
            })
            .collect();
        Prepared::Signatures(paragraphs, ABOVE)
    }

    /// As many to a row as there is room for; the lines of a row are one strip.
    pub(super) fn set_signatures(
        &mut self,
        signatures: &[Paragraph],
        gap: f64,
        width: f64,
    ) -> Vec<Strip> {
        let wanted = u8::try_from(signatures.len()).map_or(3, |count| count.clamp(2, 3));
        let most = (1..=wanted)
            .rev()
            .find(|count| width / f64::from(*count) >= NARROWEST)
            .unwrap_or(1);
        let column = width / f64::from(most);
        let mut rows = Vec::new();
        for row in signatures.chunks(usize::from(most)) {
            let mut whole = Strip::items(0.0, 0.0, Vec::new());
            let mut all = Vec::new();
            // One signature alone stands at the right, where a letter is signed.
            let first = f64::from(most) - super::number(row.len());
            for (index, words) in row.iter().enumerate() {
                let (mut items, height) = stacked(self.set(words, column, Align::Center));
                whole.height = whole.height.max(height);
                let x = column * (first + super::number(index));
                for item in &mut items {
                    item.shift(x, 0.0);
                }
                all.append(&mut items);
            }
            whole.body = Body::Items(all);
            whole.before = gap;
            rows.push(whole);
        }
        strip::keep_ends(&mut rows);
        rows
    }
}
