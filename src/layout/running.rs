//! What stands at the head and foot of every page: artifacts all, a screen reader skips them.

use super::composer::Composer;
use super::faces::FaceKey;
use super::pages::{Artifact, Drawing, Mark, Sequence, Shape, Text};
use super::sheet::Sheet;
use super::text::Look;
use crate::document::{Document, Running, Status};

/// White space between the running head and the line under it, pt.
const PAD: f64 = 6.0;
/// White space between the line and the text, pt.
const AWAY: f64 = 18.0;
/// White space between what stands left and what stands right, pt.
const BETWEEN: f64 = 16.0;

/// Which page of how many.
#[derive(Debug, Clone, Copy)]
pub(super) struct Position {
    /// From 1.
    pub(super) number: usize,
    /// How many there are.
    pub(super) count: usize,
}

impl Composer<'_> {
    /// Adds its head to what a page draws.
    pub(super) fn run_head(&mut self, drawing: &mut Drawing, running: &Running, sheet: &Sheet) {
        let line = sheet.margins.top - AWAY;
        let ends = (running.head_start.as_str(), running.head_end.as_str());
        let texts = self.both_ends(ends, line - PAD, sheet);
        self.ruled(drawing, texts, (line, Artifact::Header), sheet);
    }

    /// Adds its foot to what a page draws.
    pub(super) fn run_foot(
        &mut self,
        drawing: &mut Drawing,
        document: &Document,
        position: Position,
        sheet: &Sheet,
    ) {
        let line = sheet.size.height - sheet.margins.bottom + AWAY;
        let label = &document.running.page_label;
        let draft = match &document.status {
            Status::Draft { label } => format!("{label} · "),
            Status::Approved => String::new(),
        };
        let number = format!(
            "{draft}{}{}{}{}",
            label.before, position.number, label.between, position.count
        );
        let y = line + PAD + self.style.running.size;
        let texts = self.both_ends((&document.running.foot, &number), y, sheet);
        self.ruled(drawing, texts, (line, Artifact::Footer), sheet);
    }

    /// Adds texts and the line that parts them from the content.
    fn ruled(
        &self,
        drawing: &mut Drawing,
        texts: Vec<Text>,
        (y, artifact): (f64, Artifact),
        sheet: &Sheet,
    ) {
        if texts.is_empty() {
            return;
        }
        drawing.shapes.push(Shape {
            x: sheet.margins.left,
            y,
            width: sheet.measure(),
            height: 0.5,
            colour: self.style.rule_colour,
        });
        drawing.content.push(Sequence {
            texts,
            ..Sequence::of(Mark::Artifact(artifact))
        });
    }

    /// Words at the left and at the right; those at the left give way.
    fn both_ends(&mut self, (start, end): (&str, &str), y: f64, sheet: &Sheet) -> Vec<Text> {
        let look = Look::of(self.style.running, FaceKey::Regular);
        let (left, measure) = (sheet.margins.left, sheet.measure());
        let (mut right_text, right_width) = self.fitted(end, look, measure);
        right_text.x = left + measure - right_width;
        let room = measure - right_width - BETWEEN;
        let (mut left_text, _) = self.fitted(start, look, room);
        left_text.x = left;
        [left_text, right_text]
            .into_iter()
            .filter(|text| !text.glyphs.is_empty())
            .map(|mut text| {
                text.y = y;
                text
            })
            .collect()
    }

    /// As much of some words as fits, with an ellipsis where they end early.
    fn fitted(&mut self, words: &str, look: Look, room: f64) -> (Text, f64) {
        let (text, width) = self.plain(words, look);
        if width <= room {
            return (text, width);
        }
        let mut kept: Vec<char> = words.chars().collect();
        while kept.pop().is_some() {
            let shorter: String = kept.iter().collect();
            let (text, width) = self.plain(&format!("{}…", shorter.trim_end()), look);
            if width <= room {
                return (text, width);
            }
        }
        self.plain("", look)
    }
}
