//! From a paragraph to lines: total fit, ragged right.
//!
//! Every way to break a paragraph has a cost: the square of the white space left at the end of each
//! line (the last is free), plus something for every hyphen, more for two in a row, much more for a
//! word in capitals, and most for a word torn without a hyphen. The cheapest way wins (Knuth and
//! Plass, *Breaking Paragraphs into Lines*, 1981, without stretching spaces).

use super::hyphenate::Ease;
use super::text::{Break, BreakKind, Paragraph};

/// Cost of a line that is too wide and cannot be broken.
const OVERFULL: f64 = 1e6;
/// The widest measure to which raggedness is related, pt.
const REFERENCE: f64 = 250.0;

/// A line: bytes of the paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    /// Its first byte.
    pub(super) start: usize,
    /// The byte after its last, trailing spaces included.
    pub(super) end: usize,
    /// Where it starts, pt from the paragraph's start.
    pub(super) left: f64,
    /// Where it seems to end, pt from the paragraph's start.
    pub(super) visible: f64,
    /// Whether it ends inside a word.
    pub(super) hyphen: Hyphen,
}

/// What a line ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hyphen {
    /// Inside a word: a hyphen is drawn.
    Drawn,
    /// Between words.
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

/// Halvings of half the measure: to within a point.
const BALANCING_STEPS: u8 = 8;

impl Paragraph {
    /// How narrow and how wide it can be.
    pub(super) fn extent(&self) -> Extent {
        let mut extent = Extent::default();
        let (mut part, mut word, mut line) = (0.0, 0.0, 0.0);
        for place in &self.breaks {
            let hyphen = self.hyphen_at(place);
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

    /// The narrowest measure that asks for no more lines than `width` does: lines of a heading come
    /// out of about equal length, and no word is left alone on the last one.
    pub(super) fn balanced(&self, width: f64) -> f64 {
        let count = self.lines(width).len();
        if count < 2 || !width.is_finite() {
            return width;
        }
        let (mut enough, mut too_narrow) = (width, width / 2.0);
        for _ in 0..BALANCING_STEPS {
            let middle = f64::midpoint(enough, too_narrow);
            if self.lines(middle).len() > count {
                too_narrow = middle;
            } else {
                enough = middle;
            }
        }
        enough
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
            let hyphen = self.hyphen_at(place);
            let slack = width + 0.01 - bare - hyphen;
            if slack < 0.0 && to > from {
                if bare > width + 0.01 {
                    break;
                }
                continue;
            }
            let followed = places
                .get(to + 1)
                .map_or(Followed::ByNothing, |_| Followed::ByLines);
            let cost = way.cost + line_cost(slack, width, place.kind, start, followed);
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
            if place.visible - left + self.hyphen_at(place) > width {
                let part = self.text.get(from..place.at).unwrap_or_default();
                let inside = part.char_indices().skip(1).map(|(index, _)| from + index);
                let bare = matches!(place.kind, BreakKind::Hyphen(_)).then_some(place.at);
                places.extend(
                    inside
                        .chain(bare)
                        .map(|at| self.break_at(at, BreakKind::Emergency)),
                );
            }
            places.push(*place);
            (from, left) = (place.at, place.next);
        }
        places
    }

    /// Width of the hyphen that a break draws.
    const fn hyphen_at(&self, place: &Break) -> f64 {
        match place.kind {
            BreakKind::Hyphen(_) => self.hyphen,
            _ => 0.0,
        }
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

/// Whether a line is the last one of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Followed {
    ByLines,
    ByNothing,
}

fn line_cost(
    slack: f64,
    width: f64,
    kind: BreakKind,
    start: Option<Break>,
    followed: Followed,
) -> f64 {
    if slack < 0.0 {
        return OVERFULL - slack;
    }
    let after_hyphen = start.is_some_and(|place| matches!(place.kind, BreakKind::Hyphen(_)));
    let ends = match kind {
        BreakKind::Word => 0.0,
        BreakKind::Forced => {
            // A last line that is only the end of a word looks like a mistake, one that is only a
            // short word looks forgotten.
            let forgotten = start.is_some() && slack > 0.8 * width;
            return match (followed, after_hyphen) {
                (Followed::ByNothing, true) => 4.0,
                (Followed::ByNothing, false) if forgotten => 0.4,
                _ => 0.0,
            };
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
