//! From lines to positioned glyphs.

use std::ops::Range;

use super::alphabet::Letters;
use super::composer::Composer;
use super::faces::Face;
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
            let hyphen = if end == line.end {
                line.hyphen
            } else {
                Hyphen::None
            };
            items.push(Item::Text {
                slot: run.slot,
                text: Text {
                    x: left,
                    y: y - run.look.rise,
                    face: run.look.face,
                    size: run.look.size,
                    colour: run.look.colour,
                    glyphs: self.cut(paragraph, run, start..end, hyphen),
                },
            });
            decorate(run, left, right, y, &mut lines);
        }
        items.append(&mut lines);
        items
    }

    /// The part of a run on a line: its glyphs, shaped again where the cut parts a pair.
    fn cut(
        &mut self,
        paragraph: &Paragraph,
        run: &Run,
        part: Range<usize>,
        hyphen: Hyphen,
    ) -> Vec<Glyph> {
        let Range { start, end } = part;
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
        let face = self.faces.face(run.look.face);
        let again;
        let glyphs = if clean(from, start) && clean(to, end) {
            run.glyphs.get(from..to).unwrap_or_default()
        } else {
            again = shape::shape(face, &mut self.buffer, characters, start);
            &again
        };
        let mut writing = Writing::new(face, self.alphabet.of(run.look.face), glyphs.len());
        writing.write(characters, glyphs, start);
        if hyphen == Hyphen::Drawn {
            writing.hyphenate(&shape::shape(face, &mut self.buffer, "-", 0));
        }
        writing.glyphs
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
        let mut writing = Writing::new(face, self.alphabet.of(look.face), shaped.len());
        writing.write(&words, &shaped, 0);
        let text = Text {
            x: 0.0,
            y: 0.0,
            face: look.face,
            size: look.size,
            colour: look.colour,
            glyphs: writing.glyphs,
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

/// Shaped glyphs on their way to letters.
struct Writing<'a> {
    face: &'a Face,
    letters: &'a mut Letters,
    glyphs: Vec<Glyph>,
    /// How far the pen must go back before the next glyph, font units.
    owed: i32,
    /// How far the last glyph stood to the right of the pen, font units.
    shift: i32,
}

impl<'a> Writing<'a> {
    fn new(face: &'a Face, letters: &'a mut Letters, room: usize) -> Self {
        Self {
            face,
            letters,
            glyphs: Vec::with_capacity(room),
            owed: 0,
            shift: 0,
        }
    }

    /// Gives each glyph the characters it stands for: those of its cluster, all to its first glyph.
    fn write(&mut self, characters: &str, glyphs: &[Shaped], start: usize) {
        let end = start + characters.len();
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
            let own = characters.get(given - start..until.max(given) - start);
            self.letter(glyph, own.unwrap_or_default());
            given = until.max(given);
        }
    }

    /// A hyphen that the text does not have: drawn as one, read as a soft one (U+00AD), so that the
    /// word is whole for whoever copies or hears it (ISO 32000-1, 14.8.2.2.3).
    fn hyphenate(&mut self, hyphen: &[Shaped]) {
        for glyph in hyphen {
            self.letter(glyph, "\u{AD}");
        }
    }

    fn letter(&mut self, glyph: &Shaped, characters: &str) {
        // A glyph off the pen: step there before it, step back after it.
        let back = self.owed - (glyph.offset - self.shift);
        self.shift = glyph.offset;
        self.owed = self.face.advance(glyph.id) - glyph.advance;
        self.glyphs.push(Glyph {
            letter: self.letters.number(glyph.id, characters),
            back: narrow(back),
        });
    }
}

/// A distance inside a word in as little room as one needs: fonts have some thousand units per em.
fn narrow(units: i32) -> i16 {
    let limits = (i32::from(i16::MIN), i32::from(i16::MAX));
    i16::try_from(units.clamp(limits.0, limits.1)).unwrap_or_default()
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
