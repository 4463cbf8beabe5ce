//! A paragraph: its words with their faces, shaped once, ready to be broken into lines of any width.
//!
//! Inlines become runs (same face, size, colour, place in the tree). White space collapses as in
//! HTML; a line break in the source of a text is a space. A character that a run's face lacks is
//! taken from another face, and reported when none has it.

use std::ops::Range;

use super::composer::Composer;
use super::faces::FaceKey;
use super::figures::Hook;
use super::gather::Gathered;
use super::hyphenate::{self, Ease};
use super::shape::{self, Shaped};
use super::style::{Colour, TextStyle};
use super::tree::{LinkId, NodeId, SlotId};
use crate::document::Inline;

/// A line drawn with the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decoration {
    /// None.
    Plain,
    /// Below.
    Under,
    /// Through.
    Through,
}

/// How a run looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    /// Its face.
    pub(super) face: FaceKey,
    /// Its size, pt.
    pub(super) size: f64,
    /// Its colour.
    pub(super) colour: Colour,
    /// The line drawn with it.
    pub(super) decoration: Decoration,
    /// The link it belongs to.
    pub(super) link: Option<LinkId>,
    /// How far it stands above the baseline, pt.
    pub(super) rise: f64,
    /// The footnote that it is the first reference to.
    pub(super) note: Option<usize>,
}

impl Look {
    /// Plain letters of a text style.
    pub(super) const fn of(style: TextStyle, face: FaceKey) -> Self {
        Self {
            face,
            size: style.size,
            colour: style.colour,
            decoration: Decoration::Plain,
            link: None,
            rise: 0.0,
            note: None,
        }
    }
}

/// Whether spaces and line ends count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spaces {
    /// Runs of them are one space.
    Collapse,
    /// Every one counts.
    Keep,
}

/// A run of shaped text.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// How it looks.
    pub(super) look: Look,
    /// Where it hangs in the tree.
    pub(super) slot: SlotId,
    /// Its first byte in the paragraph.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
    /// Its glyphs.
    pub(super) glyphs: Vec<Shaped>,
}

/// What a line break is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BreakKind {
    /// Between words.
    Word,
    /// Inside a word.
    Hyphen(Ease),
    /// Inside a word that no hyphen can make fit.
    Emergency,
    /// Here in any case.
    Forced,
}

/// A place where a line may end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Break {
    /// The byte with which the next line starts.
    pub(super) at: usize,
    /// Where the line seems to end, its trailing spaces left out, pt from the paragraph's start.
    pub(super) visible: f64,
    /// Where the next line starts, pt from the paragraph's start.
    pub(super) next: f64,
    /// What it is.
    pub(super) kind: BreakKind,
}

/// A shaped paragraph.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    /// Its characters.
    pub(super) text: String,
    /// Its runs, in order, without gaps.
    pub(super) runs: Vec<Run>,
    /// The places where a line may end, in order; the last is its end.
    pub(super) breaks: Vec<Break>,
    /// Pen position before each byte, pt.
    pub(super) pens: Vec<f64>,
    /// Size and leading of its lines.
    pub(super) style: TextStyle,
    /// The face whose measures place the baseline.
    pub(super) face: FaceKey,
    /// Width of a hyphen, pt.
    pub(super) hyphen: f64,
}

impl Paragraph {
    /// Whether there is nothing to draw.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// What a paragraph is made with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Letters.
    pub(super) look: Look,
    /// Lines.
    pub(super) style: TextStyle,
    /// Whether spaces count.
    pub(super) spaces: Spaces,
    /// How willingly words are divided.
    pub(super) ease: Ease,
}

impl Composer<'_> {
    /// The paragraph of some inlines; its text hangs on `node`.
    pub(super) fn paragraph(
        &mut self,
        content: &[Inline],
        node: NodeId,
        setting: Setting,
    ) -> Paragraph {
        let mut gathered = Gathered::default();
        self.gather(content, node, setting.look, setting.spaces, &mut gathered);
        if setting.spaces == Spaces::Collapse {
            gathered.trim_end();
        }
        let notes = std::mem::take(&mut gathered.notes);
        let paragraph = self.shape_runs(gathered, setting);
        self.prepare_notes(notes, node);
        paragraph
    }

    /// The paragraph of words that a figure shows.
    pub(super) fn drawn(&mut self, words: &str, hook: Hook, setting: Setting) -> Paragraph {
        let gathered = self.gather_drawn(words, hook.slot(), setting.look);
        self.shape_runs(gathered, setting)
    }

    fn shape_runs(&mut self, gathered: Gathered, setting: Setting) -> Paragraph {
        let Gathered {
            text,
            runs,
            forced,
            soft_hyphens,
            undivided,
            notes: _,
        } = gathered;
        let ends: Vec<usize> = runs
            .iter()
            .skip(1)
            .map(|(_, _, start)| *start)
            .chain([text.len()])
            .collect();
        let mut shaped = Vec::with_capacity(runs.len());
        for ((look, slot, start), end) in runs.into_iter().zip(ends) {
            let words = text.get(start..end).unwrap_or_default();
            let face = self.faces.face(look.face);
            shaped.push(Run {
                look,
                slot,
                start,
                end,
                glyphs: shape::shape(face, &mut self.buffer, words, start),
            });
        }
        let face = self.faces.face(setting.look.face);
        let hyphen = face.scale(face.hyphen(), setting.look.size);
        let pens = pens(&text, &shaped, |look, units| {
            self.faces.face(look.face).scale(units, look.size)
        });
        let mut paragraph = Paragraph {
            breaks: Vec::new(),
            runs: shaped,
            pens,
            style: setting.style,
            face: setting.look.face,
            hyphen,
            text,
        };
        let hyphens = self.hyphens(&paragraph.text, &soft_hyphens, &undivided, setting.ease);
        paragraph.breaks = find_breaks(&paragraph, &forced, hyphens);
        paragraph
    }

    /// The places where words may be divided: by the patterns of the document's language, not in words
    /// of another one, and where the text itself allows it.
    fn hyphens(
        &self,
        text: &str,
        soft: &[usize],
        undivided: &[Range<usize>],
        ease: Ease,
    ) -> Vec<(usize, BreakKind)> {
        let points = self
            .language
            .map(|language| hyphenate::points(text, language));
        let points = points.into_iter().flatten();
        let divided = points.filter(|(at, _)| !undivided.iter().any(|words| words.contains(at)));
        divided
            .map(|(at, own)| {
                let both = if ease == Ease::Willing { own } else { ease };
                (at, BreakKind::Hyphen(both))
            })
            .chain(
                soft.iter()
                    .map(|at| (*at, BreakKind::Hyphen(Ease::Willing))),
            )
            .collect()
    }
}

fn find_breaks(
    paragraph: &Paragraph,
    forced: &[usize],
    hyphens: Vec<(usize, BreakKind)>,
) -> Vec<Break> {
    let text = paragraph.text.as_str();
    let mut places: Vec<(usize, BreakKind)> = unicode_linebreak::linebreaks(text)
        .map(|(at, _)| (at, BreakKind::Word))
        .filter(|(at, _)| !splits_reference(text, *at))
        .collect();
    places.extend(hyphens);
    places.extend(forced.iter().map(|at| (*at, BreakKind::Forced)));
    places.push((text.len(), BreakKind::Forced));
    places.retain(|(at, _)| *at > 0);
    // At one place the strongest kind wins: a forced end, then the gap between two words.
    places.sort_by_key(|(at, kind)| (*at, strength(*kind)));
    places.dedup_by_key(|(at, _)| *at);
    places
        .into_iter()
        .map(|(at, kind)| paragraph.break_at(at, kind))
        .collect()
}

impl Paragraph {
    /// The pen position before a byte.
    pub(super) fn pen(&self, at: usize) -> f64 {
        self.pens.get(at).copied().unwrap_or_default()
    }

    /// A break at a byte.
    pub(super) fn break_at(&self, at: usize, kind: BreakKind) -> Break {
        let visible = self
            .text
            .get(..at)
            .map_or(at, |line| line.trim_end_matches(' ').len());
        Break {
            at,
            visible: self.pen(visible),
            next: self.pen(at),
            kind,
        }
    }
}

const fn strength(kind: BreakKind) -> u8 {
    match kind {
        BreakKind::Forced => 0,
        BreakKind::Word => 1,
        BreakKind::Hyphen(Ease::Willing) => 2,
        BreakKind::Hyphen(Ease::Reluctant) => 3,
        BreakKind::Emergency => 4,
    }
}

/// Whether a break would part an abbreviation from its number, as in *n. 48* or *art. 5*, or a day from
/// its month, as in *31-mag*.
fn splits_reference(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else {
        return false;
    };
    let dated = before.strip_suffix('-').is_some_and(|day| {
        let figures = day.chars().rev().take_while(char::is_ascii_digit).count();
        (1..=2).contains(&figures)
    });
    if dated && after.starts_with(char::is_alphabetic) {
        return true;
    }
    let word = before
        .trim_end()
        .rsplit([' ', '('])
        .next()
        .unwrap_or_default();
    before.ends_with(' ')
        && after.starts_with(|first: char| first.is_ascii_digit())
        && matches!(
            word.to_lowercase().as_str(),
            "n." | "nn." | "art." | "artt." | "pag." | "p." | "pp." | "cap." | "co." | "c." | "€"
        )
}

/// The pen position before each byte, and after the last.
///
/// Inside a cluster of several characters (a ligature) the pen moves evenly.
fn pens(text: &str, runs: &[Run], width: impl Fn(&Look, i32) -> f64) -> Vec<f64> {
    let mut pens = vec![0.0; text.len() + 1];
    let mut pen = 0.0;
    for run in runs {
        let mut glyphs = run.glyphs.iter().peekable();
        let mut filled = run.start;
        while let Some(glyph) = glyphs.next() {
            let mut advance = glyph.advance;
            while let Some(same) = glyphs.next_if(|next| next.start == glyph.start) {
                advance += same.advance;
            }
            let end = glyphs.peek().map_or(run.end, |next| next.start);
            let wide = width(&run.look, advance);
            spread(&mut pens, filled..end, pen, wide);
            filled = end;
            pen += wide;
        }
    }
    if let Some(last) = pens.last_mut() {
        *last = pen;
    }
    pens
}

fn spread(pens: &mut [f64], bytes: std::ops::Range<usize>, from: f64, wide: f64) {
    let count = super::number(bytes.len().max(1));
    if let Some(cluster) = pens.get_mut(bytes) {
        for (index, pen) in cluster.iter_mut().enumerate() {
            *pen = from + wide * super::number(index) / count;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::splits_reference;

    #[test]
    fn dates_and_references_stay_whole() {
        for (text, at) in [("entro 31-mag", 9), ("G.C. n. 48", 8), ("art. 5", 5)] {
            assert!(splits_reference(text, at), "{text}");
        }
        for (text, at) in [
            ("anno 2023-marzo", 10),
            ("socio-sanitario", 6),
            ("n. uno", 3),
        ] {
            assert!(!splits_reference(text, at), "{text}");
        }
    }
}
