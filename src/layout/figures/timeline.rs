//! A *cronoprogramma*: tasks as bars over months, each task a strip.

use super::super::composer::Composer;
use super::super::faces::FaceKey;
use super::super::strip::{self, Item, Keep, Strip, stacked};
use super::super::style::TextStyle;
use super::super::text::{Paragraph, Setting};
use super::{Hook, kept};
use crate::document::{Align, Interval, Timeline};
use crate::layout::number;

/// The part of the width that the names of tasks take.
const LABELS: f64 = 0.42;
/// White space between names and months, pt.
const BETWEEN: f64 = 8.0;
/// White space above and below a task, pt.
const PAD: f64 = 3.0;
/// Height of a bar, pt.
const HEIGHT: f64 = 8.0;

/// A prepared cronoprogramma.
#[derive(Debug, Clone)]
pub(super) struct PreparedTimeline {
    hook: Hook,
    periods: Vec<Paragraph>,
    tasks: Vec<(Paragraph, Vec<Interval>)>,
}

impl Composer<'_> {
    pub(super) fn prepare_timeline(&mut self, timeline: &Timeline, hook: Hook) -> PreparedTimeline {
        let small = TextStyle {
            size: self.style.note.size.min(7.5),
            ..self.style.note
        };
        let periods = timeline
            .periods
            .iter()
            .map(|period| {
                let setting = Setting::of(small, FaceKey::Regular);
                self.drawn(&format!("{period} "), hook, setting)
            })
            .collect();
        let setting = Setting::of(self.style.table.text, FaceKey::Regular);
        let tasks = timeline
            .tasks
            .iter()
            .map(|task| {
                let name = self.drawn(&format!("{} ", task.label), hook, setting);
                (name, task.intervals.clone())
            })
            .collect();
        PreparedTimeline {
            hook,
            periods,
            tasks,
        }
    }

    pub(super) fn set_timeline(&mut self, own: &PreparedTimeline, width: f64) -> Vec<Strip> {
        let left = width * LABELS + BETWEEN;
        let step = (width - left) / number(own.periods.len().max(1));
        let mut strips = vec![self.set_periods(own, (left, step), width)];
        for (name, intervals) in &own.tasks {
            let (mut items, height) = stacked(self.set(name, width * LABELS, Align::Start));
            for item in &mut items {
                item.shift(0.0, PAD);
            }
            let height = height.max(HEIGHT) + 2.0 * PAD;
            for period in 0..own.periods.len() {
                // Every month has its ground, with a gap: the eye counts them.
                let x = left + step * number(period);
                let top = (height - HEIGHT) / 2.0;
                let runs = intervals.iter().any(|interval| {
                    (interval.first..interval.first.saturating_add(interval.count))
                        .contains(&period)
                });
                let (colour, gap) = if runs {
                    (self.style.accent, 0.0)
                } else {
                    (self.style.table.header_ground, 1.0)
                };
                let size = ((step - gap).max(0.5), HEIGHT);
                items.push(own.hook.rectangle(x, top, size, colour));
            }
            items.push(self.thin_line(height, width));
            let mut strip = kept(height, items);
            strip.keep = Keep::Free;
            strips.push(strip);
        }
        let head = strips.first().map(|head| head.keep);
        strip::keep_ends(&mut strips);
        if let (Some(head), Some(first)) = (head, strips.first_mut()) {
            first.keep = head;
        }
        strips
    }

    fn set_periods(
        &mut self,
        own: &PreparedTimeline,
        (left, step): (f64, f64),
        width: f64,
    ) -> Strip {
        let mut items = Vec::new();
        let mut height = 0.0f64;
        for (index, period) in own.periods.iter().enumerate() {
            let (mut words, tall) = stacked(self.set(period, step.max(1.0), Align::Start));
            for item in &mut words {
                item.shift(left + step * number(index), 0.0);
            }
            items.append(&mut words);
            height = height.max(tall);
        }
        items.push(self.thin_line(height + 1.0, width));
        kept(height + 1.0, items)
    }

    fn thin_line(&self, bottom: f64, width: f64) -> Item {
        Item::Shape(super::Shape {
            x: 0.0,
            y: bottom - 0.5,
            width,
            height: 0.5,
            colour: self.style.rule_colour,
        })
    }
}

impl PreparedTimeline {
    pub(super) fn scale(&mut self, by: f64) {
        let names = self.tasks.iter_mut().map(|(name, _)| name);
        for words in self.periods.iter_mut().chain(names) {
            words.scale(by);
        }
    }
}
