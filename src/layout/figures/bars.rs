//! Bars: label, bar, value, each bar a strip.

use super::super::composer::Composer;
use super::super::faces::FaceKey;
use super::super::strip::{self, Keep, Strip, stacked};
use super::super::text::{Paragraph, Setting};
use super::{Hook, kept};
use crate::document::{Align, Bars};

/// The part of the width that labels may take.
const LABELS: f64 = 0.34;
/// The part of the width that values may take.
const VALUES: f64 = 0.24;
/// White space between label, bar and value, pt.
const BETWEEN: f64 = 8.0;
/// Height of a bar, pt.
const HEIGHT: f64 = 10.0;
/// White space between two bars, pt.
const GAP: f64 = 5.0;

/// Prepared bars.
#[derive(Debug, Clone)]
pub(super) struct PreparedBars {
    hook: Hook,
    bars: Vec<(Paragraph, Paragraph, f64)>,
}

impl Composer<'_> {
    pub(super) fn prepare_bars(&mut self, bars: &Bars, hook: Hook) -> PreparedBars {
        let setting = |face| Setting::of(self.style.table.text, face);
        let (plain, strong) = (setting(FaceKey::Regular), setting(FaceKey::Bold));
        let bars = bars
            .bars
            .iter()
            .map(|bar| {
                let mut words =
                    |words: &str, setting| self.drawn(&format!("{words} "), hook, setting);
                let (label, value) = (words(&bar.label, plain), words(&bar.value, strong));
                let part = f64::from(bar.thousandths.min(1000)) / 1000.0;
                (label, value, part)
            })
            .collect();
        PreparedBars { hook, bars }
    }

    pub(super) fn set_bars(&mut self, own: &PreparedBars, width: f64) -> Vec<Strip> {
        let widest = |words: fn(&(Paragraph, Paragraph, f64)) -> &Paragraph| {
            let lines = own.bars.iter().map(|bar| words(bar).extent().line);
            lines.fold(0.0, f64::max)
        };
        let label = widest(|(label, ..)| label).min(width * LABELS) + 0.1;
        let value = widest(|(_, value, _)| value).min(width * VALUES) + 0.1;
        let between = BETWEEN.min(width * 0.05);
        let room = (width - label - value - 2.0 * between).max(0.0);
        let mut strips = Vec::with_capacity(own.bars.len());
        for (words, figure, part) in &own.bars {
            let lines = self.set(words, label, Align::Start);
            let (mut items, height) = stacked(lines);
            let middle = height.max(HEIGHT) / 2.0;
            let left = label + between;
            let top = middle - HEIGHT / 2.0;
            let ground = self.style.table.header_ground;
            items.push(own.hook.rectangle(left, top, (room, HEIGHT), ground));
            let colour = self.style.accent;
            items.push(own.hook.rectangle(left, top, (room * part, HEIGHT), colour));
            let (mut values, tall) = stacked(self.set(figure, value, Align::Start));
            for item in &mut values {
                item.shift(left + room + between, middle - tall / 2.0);
            }
            items.append(&mut values);
            let mut strip = kept(height.max(HEIGHT), items);
            (strip.before, strip.keep) = (GAP, Keep::Free);
            strips.push(strip);
        }
        strip::keep_ends(&mut strips);
        strips
    }
}

impl PreparedBars {
    pub(super) fn scale(&mut self, by: f64) {
        for (label, value, _) in &mut self.bars {
            label.scale(by);
            value.scale(by);
        }
    }
}
