//! The word that says draft, across the page behind its text.
//!
//! It is drawn as outlines, not as text: nobody who copies, searches or listens meets it in the middle
//! of a sentence. The word is also said once as text, at the start ([`super::cover`]).

use harfrust::GlyphId;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathElement};

use super::composer::Composer;
use super::faces::{Face, FaceKey};
use super::pages::{Contour, Figure, Segment};
use super::shape;
use super::style::Size;
use crate::document::Status;
use crate::picture::{FillRule, quadratic};

/// How far along the page's diagonal the word reaches.
const REACH: f64 = 0.66;
/// The largest size of its letters, pt.
const LARGEST: f64 = 170.0;

/// A point in font units, on a page.
struct Placing {
    origin: [f64; 2],
    scale: f64,
    sin: f64,
    cos: f64,
}

impl Placing {
    fn point(&self, x: f64, y: f64) -> [f64; 2] {
        let (x, y) = (x * self.scale, y * self.scale);
        let [left, top] = self.origin;
        [
            left + x * self.cos - y * self.sin,
            top - x * self.sin - y * self.cos,
        ]
    }
}

impl Composer<'_> {
    /// The figure behind every page of a draft.
    pub(super) fn stamp(&mut self, status: &Status, page: Size) -> Option<Figure> {
        let Status::Draft { label } = status else {
            return None;
        };
        let face = self.faces.face(FaceKey::Bold);
        let label: String = shape::printable(label).collect();
        let word = shape::shape(face, &mut self.buffer, &label, 0);
        let advances = word.iter().map(|glyph| face.scale(glyph.advance, 1.0));
        let width: f64 = advances.sum();
        let diagonal = page.width.hypot(page.height);
        let size = (diagonal * REACH / width.max(0.01)).min(LARGEST);
        let (sin, cos) = (page.height / diagonal, page.width / diagonal);
        let (along, up) = (width * size / 2.0, face.cap_height() * size / 2.0);
        let mut placing = Placing {
            origin: [
                page.width / 2.0 - cos * along + sin * up,
                page.height / 2.0 + sin * along + cos * up,
            ],
            scale: size / f64::from(face.units_per_em()),
            sin,
            cos,
        };
        let mut contours = Vec::new();
        for glyph in &word {
            contours.extend(outline(face, glyph.id, &placing));
            placing.origin = placing.point(f64::from(glyph.advance), 0.0);
        }
        (!contours.is_empty()).then_some(Figure {
            colour: self.style.stamp,
            rule: FillRule::NonZero,
            contours,
        })
    }
}

/// The outline of a glyph; nothing for a glyph that cannot be drawn.
fn outline(face: &Face, glyph: u16, placing: &Placing) -> Vec<Contour> {
    let mut path: Vec<PathElement> = Vec::new();
    let drawn = face
        .font()
        .outline_glyphs()
        .get(GlyphId::from(glyph))
        .is_some_and(|outline| {
            let options = DrawOptions::new();
            outline
                .draw(&options, DrawMemory::Scratch, &mut path)
                .is_ok()
        });
    if !drawn {
        return Vec::new();
    }
    let mut contours: Vec<Contour> = Vec::new();
    let mut pen = (0.0, 0.0);
    let place = |(x, y): (f64, f64)| placing.point(x, y);
    for element in path {
        let (segment, end) = match element {
            PathElement::MoveTo { x, y } => {
                pen = (f64::from(x), f64::from(y));
                contours.push(Contour {
                    start: place(pen),
                    segments: Vec::new(),
                });
                continue;
            }
            PathElement::Close => continue,
            PathElement::LineTo { x, y } => {
                let end = (f64::from(x), f64::from(y));
                (Segment::Line(place(end)), end)
            }
            PathElement::QuadTo { cx0, cy0, x, y } => {
                let handle = place((f64::from(cx0), f64::from(cy0)));
                let end = (f64::from(x), f64::from(y));
                (quadratic(place(pen), handle, place(end)), end)
            }
            PathElement::CurveTo {
                cx0,
                cy0,
                cx1,
                cy1,
                x,
                y,
            } => {
                let point = |x, y| (f64::from(x), f64::from(y));
                let end = point(x, y);
                let handles = [place(point(cx0, cy0)), place(point(cx1, cy1))];
                let [first, second] = handles;
                (Segment::Curve([first, second, place(end)]), end)
            }
        };
        pen = end;
        if let Some(contour) = contours.last_mut() {
            contour.segments.push(segment);
        }
    }
    contours
}
