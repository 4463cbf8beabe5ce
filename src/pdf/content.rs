//! What a part of a page draws, as a content stream or the beginning or end of one.
//!
//! Everything on a page stands in marked content: artifacts in `/Artifact`, the rest in a sequence
//! with the number (`MCID`) by which the structure tree finds it (ISO 32000-1, 14.7.4.2). Coordinates
//! turn over here: layout measures from the top, PDF from the bottom.

use super::fonts::resource;
use super::operators::{Operators, Shown};
use super::rasters;
use crate::layout::{
    Artifact, Colour, Dots, FaceKey, Faces, Figure, Graphic, Mark, Part, Segment, Sequence, Shape,
    Text,
};
use crate::picture::FillRule;

/// The content of a part of a page.
pub(super) fn part(part: &Part, faces: &Faces) -> Vec<u8> {
    let Part { size, drawing, .. } = part;
    let mut pen = Pen::new(size.height, faces);
    if !(drawing.shapes.is_empty() && drawing.dots.is_empty()) {
        pen.operators.begin_artifact("Layout", None);
        for shape in &drawing.shapes {
            pen.shape(*shape);
        }
        pen.dots(&drawing.dots);
        pen.operators.operator("EMC");
    }
    for sequence in &drawing.content {
        pen.sequence(sequence);
    }
    pen.operators.finish()
}

/// What lies behind pages of a height, pt: in the file once, for all pages that have it.
pub(super) fn behind(figure: &Figure, height: f64, faces: &Faces) -> Vec<u8> {
    let mut pen = Pen::new(height, faces);
    // A colour set here must not colour the page.
    pen.operators.operator("q");
    pen.operators
        .begin_artifact("Pagination", Some("Watermark"));
    pen.figure(figure);
    pen.operators.operator("EMC");
    pen.operators.operator("Q");
    pen.operators.finish()
}

struct Pen<'a> {
    operators: Operators,
    height: f64,
    faces: &'a Faces,
    fill: Option<Colour>,
}

impl<'a> Pen<'a> {
    fn new(height: f64, faces: &'a Faces) -> Self {
        Self {
            operators: Operators::default(),
            height,
            faces,
            fill: None,
        }
    }

    fn sequence(&mut self, sequence: &Sequence) {
        match sequence.mark {
            Mark::Content { number, .. } => self.operators.begin_content(number),
            Mark::Artifact(kind) => {
                let (kind, subtype) = match kind {
                    Artifact::Header => ("Pagination", Some("Header")),
                    Artifact::Footer => ("Pagination", Some("Footer")),
                    Artifact::Layout => ("Layout", None),
                };
                self.operators.begin_artifact(kind, subtype);
            }
        }
        for graphic in &sequence.graphics {
            self.graphic(graphic);
        }
        if !sequence.texts.is_empty() {
            self.texts(&sequence.texts);
        }
        self.operators.operator("EMC");
    }

    fn graphic(&mut self, graphic: &Graphic) {
        match graphic {
            Graphic::Rectangle(shape) => self.shape(*shape),
            Graphic::Figure(figure) => self.figure(figure),
            Graphic::Raster {
                raster,
                x,
                y,
                width,
                height,
            } => {
                let bottom = self.height - y - height;
                let matrix = [*width, 0.0, 0.0, *height, *x, bottom].map(hundredths);
                self.operators.operator("q");
                self.operators.with(matrix, "cm");
                self.operators.image(&rasters::resource(*raster));
                self.operators.operator("Q");
            }
        }
    }

    fn texts(&mut self, texts: &[Text]) {
        self.operators.operator("BT");
        let mut font: Option<(FaceKey, f64)> = None;
        for text in texts {
            self.colour(text.colour);
            #[expect(clippy::float_cmp, reason = "the same size, not a similar one")]
            let same = font.is_some_and(|(face, size)| face == text.face && size == text.size);
            if !same {
                font = Some((text.face, text.size));
                let size = hundredths(text.size);
                self.operators.font(&resource(text.face), size);
            }
            let [x, y] = self.point([text.x, text.y]);
            self.operators.with([1.0, 0.0, 0.0, 1.0, x, y], "Tm");
            let shown = self.shown(text);
            self.operators.show(&shown);
        }
        self.operators.operator("ET");
    }

    /// Letters by their numbers, with what kerning takes from or gives to the font's own advances.
    fn shown(&self, text: &Text) -> Vec<Shown> {
        let face = self.faces.face(text.face);
        let thousandths = 1000.0 / f64::from(face.units_per_em());
        let mut shown = Vec::with_capacity(text.glyphs.len());
        for glyph in &text.glyphs {
            if glyph.back != 0 {
                shown.push(Shown::Back(f64::from(glyph.back) * thousandths));
            }
            shown.push(Shown::Code(glyph.letter));
        }
        shown
    }

    fn shape(&mut self, shape: Shape) {
        self.colour(shape.colour);
        let [x, y] = self.point([shape.x, shape.y + shape.height]);
        let (width, height) = (hundredths(shape.width), hundredths(shape.height));
        self.operators.with([x, y, width, height], "re");
        self.operators.operator("f");
    }

    /// Dots are a dashed line whose dashes are nothing but their round ends.
    fn dots(&mut self, dots: &[Dots]) {
        if dots.is_empty() {
            return;
        }
        self.operators.operator("1 J");
        for row in dots {
            let end = row.x + ((row.end - row.x) / row.step).floor() * row.step;
            self.operators.dots(hundredths(row.step));
            self.operators.with([hundredths(row.size)], "w");
            self.operators.with(levels(row.colour), "RG");
            let start = self.point([row.x, row.y]);
            self.operators.with(start, "m");
            let end = self.point([end - row.step / 2.0, row.y]);
            self.operators.with(end, "l");
            self.operators.operator("S");
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.colour(figure.colour);
        for contour in &figure.contours {
            let start = self.point(contour.start);
            self.operators.with(start, "m");
            for segment in &contour.segments {
                match segment {
                    Segment::Line(end) => {
                        let end = self.point(*end);
                        self.operators.with(end, "l");
                    }
                    Segment::Curve(points) => {
                        let [first, second, end] = points.map(|point| self.point(point));
                        let [x1, y1] = first;
                        let [x2, y2] = second;
                        let [x3, y3] = end;
                        self.operators.with([x1, y1, x2, y2, x3, y3], "c");
                    }
                }
            }
            self.operators.operator("h");
        }
        self.operators.operator(match figure.rule {
            FillRule::NonZero => "f",
            FillRule::EvenOdd => "f*",
        });
    }

    fn point(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        [hundredths(x), hundredths(self.height - y)]
    }

    fn colour(&mut self, colour: Colour) {
        if self.fill == Some(colour) {
            return;
        }
        self.fill = Some(colour);
        self.operators.with(levels(colour), "rg");
    }
}

fn levels(Colour(red, green, blue): Colour) -> [f64; 3] {
    [red, green, blue].map(|level| f64::from(level) / 255.0)
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
