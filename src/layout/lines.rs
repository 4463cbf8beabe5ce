//! From a paragraph to lines: total fit, ragged right.
//!
//! Every way to break a paragraph has a cost: the square of the white space left at the end of each
//! line (the last is free), plus something for every hyphen, more for two in a row, much more for a
//! word in capitals, and most for a word torn without a hyphen. The cheapest way wins (Knuth and
//! Plass, *Breaking Paragraphs into Lines*, 1981, without stretching spaces).

use super::composer::Composer;
use super::hyphenate::Ease;
use super::pages::{Glyph, Shape, Text};
use super::shape::{self, Shaped};
use super::strip::{Item, Strip};
use super::text::{Break, BreakKind, Decoration, Paragraph, Run};
use crate::document::Align;

/// Cost of a line that is too wide and cannot be broken.
const OVERFULL: f64 = 1e6;
/// The widest measure to which raggedness is related, pt.
const REFERENCE: f64 = 250.0;

/// A line: bytes of the paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    start: usize,
    end: usize,
    left: f64,
    visible: f64,
    hyphen: Hyphen,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hyphen {
    Drawn,
    None,
}

/// How narrow and how wide a paragraph can be, pt.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Extent {
    /// Its longest part when words may be divided.
    pub(super) divided: f64,
    /// Its longest word.
    pub(super) word: f64,
    /// Its longest line.
    pub(super) line: f64,
}

impl Extent {
    /// The larger of both, measure by measure.
    pub(super) const fn or(self, other: Self) -> Self {
        Self {
            divided: self.divided.max(other.divided),
            word: self.word.max(other.word),
            line: self.line.max(other.line),
        }
    }

    /// Wider by something, in every measure.
    pub(super) const fn widened(self, by: f64) -> Self {
        Self {
            divided: self.divided + by,
            word: self.word + by,
            line: self.line + by,
        }
    }
}

impl Paragraph {
    /// How narrow and how wide it can be.
    pub(super) fn extent(&self) -> Extent {
        let mut extent = Extent::default();
        let (mut part, mut word, mut line) = (0.0, 0.0, 0.0);
        for place in &self.breaks {
            let hyphen = match place.kind {
                BreakKind::Hyphen(_) => self.hyphen,
                _ => 0.0,
            };
            extent.divided = extent.divided.max(place.visible - part + hyphen);
            part = place.next;
            if !matches!(place.kind, BreakKind::Hyphen(_)) {
                extent.word = extent.word.max(place.visible - word);
                word = place.next;
            }
            if place.kind == BreakKind::Forced {
                extent.line = extent.line.max(place.visible - line);
                line = place.next;
            }
        }
        extent
    }

    /// The cheapest lines that are no wider than `width`, where that is possible.
    pub(super) fn lines(&self, width: f64) -> Vec<Line> {
        if self.is_empty() {
            return Vec::new();
        }
        let places = self.places(width);
        let mut best: Vec<Option<Way>> = vec![None; places.len()];
        let start = Way {
            cost: 0.0,
            from: None,
        };
        for from in 0..places.len() {
            let (way, line_start) = match from.checked_sub(1) {
                None => (Some(start), None),
                Some(previous) => (
                    best.get(previous).copied().flatten(),
                    places.get(previous).copied(),
                ),
            };
            let Some(way) = way else { continue };
            self.extend(&places, &mut best, from, way, line_start, width);
        }
        follow(&places, &best)
    }

    /// Tries every line that starts at place `from`.
    fn extend(
        &self,
        places: &[Break],
        best: &mut [Option<Way>],
        from: usize,
        way: Way,
        start: Option<Break>,
        width: f64,
    ) {
        let left = start.map_or(0.0, |place| place.next);
        for (to, place) in places.iter().enumerate().skip(from) {
            let bare = place.visible - left;
            let hyphen = match place.kind {
                BreakKind::Hyphen(_) => self.hyphen,
                _ => 0.0,
            };
            let slack = width + 0.01 - bare - hyphen;
            if slack < 0.0 && to > from {
                if bare > width + 0.01 {
                    break;
                }
                continue;
            }
            let is_last = to + 1 == places.len();
            let cost = way.cost + line_cost(slack, width, place.kind, start, is_last);
            if let Some(entry) = best.get_mut(to)
                && entry.is_none_or(|known| cost < known.cost)
            {
                *entry = Some(Way {
                    cost,
                    from: from.checked_sub(1),
                });
            }
            if place.kind == BreakKind::Forced {
                break;
            }
        }
    }

    /// The places where a line of this width may end: those of the paragraph, and between any two
    /// characters of a part that is too wide.
    fn places(&self, width: f64) -> Vec<Break> {
        let mut places = Vec::with_capacity(self.breaks.len());
        let (mut from, mut left) = (0, 0.0);
        for place in &self.breaks {
            if place.visible - left > width {
                let part = self.text.get(from..place.at).unwrap_or_default();
                places.extend(
                    part.char_indices()
                        .skip(1)
                        .map(|(index, _)| self.break_at(from + index, BreakKind::Emergency)),
                );
            }
            places.push(*place);
            (from, left) = (place.at, place.next);
        }
        places
    }
}

/// The lines of the cheapest way, from its end back to its start.
fn follow(places: &[Break], best: &[Option<Way>]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = places.len().checked_sub(1);
    while let Some(index) = at {
        let (Some(place), Some(way)) = (places.get(index), best.get(index).copied().flatten())
        else {
            break;
        };
        let start = way.from.and_then(|from| places.get(from));
        lines.push(Line {
            start: start.map_or(0, |start| start.at),
            end: place.at,
            left: start.map_or(0.0, |start| start.next),
            visible: place.visible,
            hyphen: match place.kind {
                BreakKind::Hyphen(_) => Hyphen::Drawn,
                _ => Hyphen::None,
            },
        });
        at = way.from;
    }
    lines.reverse();
    lines
}

/// The cheapest way to a place.
#[derive(Debug, Clone, Copy)]
struct Way {
    cost: f64,
    from: Option<usize>,
}

fn line_cost(slack: f64, width: f64, kind: BreakKind, start: Option<Break>, is_last: bool) -> f64 {
    if slack < 0.0 {
        return OVERFULL - slack;
    }
    let after_hyphen = start.is_some_and(|place| matches!(place.kind, BreakKind::Hyphen(_)));
    let ends = match kind {
        BreakKind::Word => 0.0,
        BreakKind::Forced => {
            // A last line that is only the end of a word looks like a mistake.
            return if is_last && after_hyphen { 4.0 } else { 0.0 };
        }
        BreakKind::Hyphen(Ease::Willing) => 1.1,
        BreakKind::Hyphen(Ease::Reluctant) => 9.0,
        BreakKind::Emergency => 60.0,
    };
    let in_a_row = match kind {
        BreakKind::Hyphen(_) if after_hyphen => 1.2,
        _ => 0.0,
    };
    let ragged = 4.0 * slack / width.clamp(1.0, REFERENCE);
    ragged.mul_add(ragged, ends + in_a_row)
}

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
                Strip::items(height, baseline, self.items(paragraph, *line, x, baseline))
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
            (text.x, text.y) = (left, y);
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
            turn: 0.0,
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
                length: '\u{AD}'.len_utf8(),
            });
            text.characters.push('\u{AD}');
        }
    }

    /// A single line of plain text, for what stands outside the column.
    pub(super) fn plain(&mut self, words: &str, look: super::text::Look) -> (Text, f64) {
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
            turn: 0.0,
            face: look.face,
            size: look.size,
            colour: look.colour,
            glyphs: with_lengths(&words, &shaped, 0),
            characters: words,
        };
        (text, width)
    }
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
            length: until.saturating_sub(given),
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
