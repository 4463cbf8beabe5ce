//! From lines to positioned glyphs.

use super::composer::Composer;
use super::lines::{Hyphen, Line};
use super::pages::{Glyph, Shape, Text};
use super::shape::{self, Shaped};
use super::strip::{Item, Strip};
use super::text::{Decoration, Look, Paragraph, Run};
use crate::document::Align;

impl Composer<'_> {
    /// The lines of a paragraph as strips.
    pub(super) fn set(&mut self, paragraph: &Paragraph, width: f64, align: Align) -> Vec<Strip> {
        let height = paragraph.style.size * paragraph.style.leading;
        let face = self.faces.face(paragraph.face);
        let size = paragraph.style.size;
        let letters = (face.ascent() + face.descent()) * size;
        let baseline = face.ascent().mul_add(size, (height - letters) / 2.0);
        paragraph
            .lines(width)
            .iter()
            .map(|line| {
                let hyphen = match line.hyphen {
                    Hyphen::Drawn => paragraph.hyphen,
                    Hyphen::None => 0.0,
                };
                let slack = (width - (line.visible - line.left) - hyphen).max(0.0);
                let x = match align {
                    Align::Start => 0.0,
                    Align::Center => slack / 2.0,
                    Align::End => slack,
                };
                let items = self.items(paragraph, *line, x, baseline);
                let mut strip = Strip::items(height, baseline, items);
                strip.notes = paragraph.notes(*line).collect();
                strip
            })
            .collect()
    }

    fn items(&mut self, paragraph: &Paragraph, line: Line, x: f64, y: f64) -> Vec<Item> {
        let mut items = Vec::new();
        let mut lines = Vec::new();
        for run in &paragraph.runs {
            let (start, end) = (run.start.max(line.start), run.end.min(line.end));
            if start >= end {
                continue;
            }
            let left = x + paragraph.pen(start) - line.left;
            let right = x + paragraph
                .pen(end)
                .min(line.visible.max(paragraph.pen(start)))
                - line.left;
            let mut text = self.cut(paragraph, run, start, end);
            (text.x, text.y) = (left, y - run.look.rise);
            if line.hyphen == Hyphen::Drawn && end == line.end {
                self.hyphenate(run, &mut text);
            }
            decorate(run, left, right, y, &mut lines);
            items.push(Item::Text {
                slot: run.slot,
                text,
            });
        }
        items.append(&mut lines);
        items
    }

    /// The part of a run on a line: its glyphs, shaped again where the cut parts a pair.
    fn cut(&mut self, paragraph: &Paragraph, run: &Run, start: usize, end: usize) -> Text {
        let from = run.glyphs.partition_point(|glyph| glyph.start < start);
        let to = run.glyphs.partition_point(|glyph| glyph.start < end);
        let clean = |index: usize, at: usize| {
            at == run.start
                || at == run.end
                || run
                    .glyphs
                    .get(index)
                    .is_some_and(|glyph| glyph.start == at && !glyph.joined)
        };
        let characters = paragraph.text.get(start..end).unwrap_or_default();
        let again;
        let glyphs = if clean(from, start) && clean(to, end) {
            run.glyphs.get(from..to).unwrap_or_default()
        } else {
            let face = self.faces.face(run.look.face);
            again = shape::shape(face, &mut self.buffer, characters, start);
            &again
        };
        Text {
            x: 0.0,
            y: 0.0,
            face: run.look.face,
            size: run.look.size,
            colour: run.look.colour,
            glyphs: with_lengths(characters, glyphs, start),
            characters: characters.to_owned(),
        }
    }

    /// A hyphen that the text does not have: drawn as one, read as a soft one (U+00AD), so that the
    /// word is whole for whoever copies or hears it (ISO 32000-1, 14.8.2.2.3).
    fn hyphenate(&mut self, run: &Run, text: &mut Text) {
        let face = self.faces.face(run.look.face);
        for glyph in shape::shape(face, &mut self.buffer, "-", 0) {
            text.glyphs.push(Glyph {
                id: glyph.id,
                advance: glyph.advance,
                offset: glyph.offset,
                length: bytes('\u{AD}'.len_utf8()),
            });
            text.characters.push('\u{AD}');
        }
    }

    /// A single line of plain text, for what stands outside the column.
    pub(super) fn plain(&mut self, words: &str, look: Look) -> (Text, f64) {
        let words: String = shape::printable(words).collect();
        let face = self.faces.face(look.face);
        let shaped = shape::shape(face, &mut self.buffer, &words, 0);
        let width = shaped
            .iter()
            .map(|glyph| face.scale(glyph.advance, look.size))
            .sum();
        let text = Text {
            x: 0.0,
            y: 0.0,
            face: look.face,
            size: look.size,
            colour: look.colour,
            glyphs: with_lengths(&words, &shaped, 0),
            characters: words,
        };
        (text, width)
    }
}

impl Paragraph {
    /// The footnotes to which a line refers first.
    fn notes(&self, line: Line) -> impl Iterator<Item = usize> {
        self.runs
            .iter()
            .filter(move |run| (line.start..line.end).contains(&run.start))
            .filter_map(|run| run.look.note)
    }
}

/// A number of bytes in as little room as a cluster needs.
fn bytes(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Gives each glyph the characters it stands for: those of its cluster, all to its first glyph.
fn with_lengths(characters: &str, glyphs: &[Shaped], start: usize) -> Vec<Glyph> {
    let end = start + characters.len();
    let mut result = Vec::with_capacity(glyphs.len());
    let mut rest = glyphs.iter().peekable();
    let mut given = start;
    while let Some(glyph) = rest.next() {
        let shares = rest.peek().is_some_and(|next| next.start == glyph.start);
        let until = if shares {
            // Several glyphs for one cluster: a character each, the last takes what is left.
            let own = characters
                .get(given - start..)
                .and_then(|left| left.chars().next());
            given + own.map_or(0, char::len_utf8)
        } else {
            rest.peek().map_or(end, |next| next.start)
        };
        result.push(Glyph {
            id: glyph.id,
            advance: glyph.advance,
            offset: glyph.offset,
            length: bytes(until.saturating_sub(given)),
        });
        given = until.max(given);
    }
    result
}

/// Underline, strike-through and clickable area of a run on a line.
fn decorate(run: &Run, left: f64, right: f64, baseline: f64, items: &mut Vec<Item>) {
    let size = run.look.size;
    let rule = |y: f64| {
        Item::Shape(Shape {
            x: left,
            y,
            width: (right - left).max(0.0),
            height: (size * 0.06).max(0.4),
            colour: run.look.colour,
        })
    };
    match run.look.decoration {
        Decoration::Plain => {}
        Decoration::Under => items.push(rule(size.mul_add(0.14, baseline))),
        Decoration::Through => items.push(rule(size.mul_add(-0.27, baseline))),
    }
    if let Some(link) = run.look.link {
        let top = size.mul_add(-0.95, baseline);
        items.push(Item::Area {
            link,
            place: [left, top, (right - left).max(0.5), size * 1.3],
        });
    }
}
