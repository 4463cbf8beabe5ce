//! Pages to `printpdf` operations.
//!
//! Everything on a page stands in marked content: artifacts in `/Artifact`, the rest in a sequence
//! with the number (`MCID`) by which the structure tree finds it (ISO 32000-1, 14.7.4.2). Coordinates
//! turn over here: layout measures from the top, PDF from the bottom.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, Line, LineCapStyle, LineDashPattern, LinePoint, Op,
    PaintMode, PdfFontHandle, PdfPage, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem,
    TextMatrix, WindingOrder, XObjectId, XObjectTransform,
};

use super::codes::{self, Codes};
use super::fonts::resource;
use super::objects::single;
use super::rasters;
use crate::layout::{
    Artifact, Colour, Dots, FaceKey, Faces, Figure, Graphic, Mark, Page, Segment, Sequence, Shape,
    Size, Text,
};
use crate::picture::FillRule;

/// The operations of a page, without what lies behind it.
pub(super) fn page(page: &Page, codes: &Codes<'_>, faces: &Faces) -> PdfPage {
    let size = page.size;
    let mut pen = Pen::new(size, codes, faces);
    if !(page.shapes.is_empty() && page.dots.is_empty()) {
        pen.artifact("Layout", None);
        for shape in &page.shapes {
            pen.shape(*shape);
        }
        pen.dots(&page.dots);
        pen.ops.push(Op::EndMarkedContent);
    }
    for sequence in &page.content {
        pen.sequence(sequence);
    }
    pen.finish(size)
}

/// What lies behind a page, as a page of its own: [`super::finish`] shares its content among all
/// pages that have it, so that it is in the file once.
pub(super) fn behind(figure: &Figure, size: Size, codes: &Codes<'_>, faces: &Faces) -> PdfPage {
    let mut pen = Pen::new(size, codes, faces);
    // A colour set here must not colour the page.
    pen.ops.push(Op::SaveGraphicsState);
    pen.artifact("Pagination", Some("Watermark"));
    pen.figure(figure);
    pen.ops.push(Op::EndMarkedContent);
    pen.ops.push(Op::RestoreGraphicsState);
    pen.finish(size)
}

struct Pen<'a> {
    ops: Vec<Op>,
    height: f64,
    codes: &'a Codes<'a>,
    faces: &'a Faces,
    fill: Option<Colour>,
}

impl<'a> Pen<'a> {
    const fn new(size: Size, codes: &'a Codes<'a>, faces: &'a Faces) -> Self {
        Self {
            ops: Vec::new(),
            height: size.height,
            codes,
            faces,
            fill: None,
        }
    }

    fn finish(self, size: Size) -> PdfPage {
        let (width, height) = (Pt(single(size.width)), Pt(single(size.height)));
        let paper = Rect::from_wh(width, height);
        PdfPage {
            media_box: paper.clone(),
            trim_box: paper.clone(),
            crop_box: paper,
            ops: self.ops,
        }
    }

    fn artifact(&mut self, kind: &str, subtype: Option<&str>) {
        let mut properties = vec![("Type", DictItem::Name(kind.as_bytes().to_vec()))];
        if let Some(subtype) = subtype {
            properties.push(("Subtype", DictItem::Name(subtype.as_bytes().to_vec())));
        }
        self.begin("Artifact", properties);
    }

    fn begin(&mut self, tag: &str, properties: Vec<(&str, DictItem)>) {
        let map: BTreeMap<String, DictItem> = properties
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect();
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map },
        });
    }

    fn sequence(&mut self, sequence: &Sequence) {
        match sequence.mark {
            Mark::Content { number, .. } => {
                let number = DictItem::Int(i64::try_from(number).unwrap_or(i64::MAX));
                self.begin("P", vec![("MCID", number)]);
            }
            Mark::Artifact(Artifact::Header) => self.artifact("Pagination", Some("Header")),
            Mark::Artifact(Artifact::Footer) => self.artifact("Pagination", Some("Footer")),
            Mark::Artifact(Artifact::Layout) => self.artifact("Layout", None),
        }
        for graphic in &sequence.graphics {
            self.graphic(graphic);
        }
        if !sequence.texts.is_empty() {
            self.texts(&sequence.texts);
        }
        self.ops.push(Op::EndMarkedContent);
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
            } => self.ops.push(Op::UseXobject {
                id: XObjectId(rasters::resource(*raster)),
                transform: XObjectTransform {
                    translate_x: Some(Pt(hundredths(*x))),
                    translate_y: Some(Pt(hundredths(self.height - y - height))),
                    scale_x: Some(hundredths(*width)),
                    scale_y: Some(hundredths(*height)),
                    ..XObjectTransform::default()
                },
            }),
        }
    }

    fn texts(&mut self, texts: &[Text]) {
        self.ops.push(Op::StartTextSection);
        let mut font: Option<(FaceKey, f64)> = None;
        for text in texts {
            self.colour(text.colour);
            #[expect(clippy::float_cmp, reason = "the same size, not a similar one")]
            let same = font.is_some_and(|(face, size)| face == text.face && size == text.size);
            if !same {
                font = Some((text.face, text.size));
                self.ops.push(Op::SetFont {
                    font: PdfFontHandle::External(FontId(resource(text.face))),
                    size: Pt(hundredths(text.size)),
                });
            }
            self.ops.push(Op::SetTextMatrix {
                matrix: self.matrix(text),
            });
            self.ops.push(Op::ShowText {
                items: self.items(text),
            });
        }
        self.ops.push(Op::EndTextSection);
    }

    fn matrix(&self, text: &Text) -> TextMatrix {
        let (x, y) = (hundredths(text.x), hundredths(self.height - text.y));
        TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Codes, with what kerning takes from or gives to the font's own advances.
    fn items(&self, text: &Text) -> Vec<TextItem> {
        let face = self.faces.face(text.face);
        let Some(codes) = self.codes.face(text.face) else {
            return Vec::new();
        };
        let thousandths = 1000.0 / f64::from(face.units_per_em());
        let mut points = Vec::with_capacity(text.glyphs.len());
        let mut shift = 0;
        for (glyph, characters) in codes::glyphs(text) {
            // A glyph off the pen: step there before it, step back after it.
            let step = glyph.offset - shift;
            if step != 0
                && let Some(last) = points.last_mut()
            {
                let last: &mut Codepoint = last;
                last.offset -= single(f64::from(step) * thousandths);
                shift = glyph.offset;
            }
            let own = face.advance(glyph.id);
            let kern = own - glyph.advance;
            points.push(Codepoint::new(
                codes.code(glyph.id, characters),
                single(f64::from(kern) * thousandths),
            ));
        }
        vec![TextItem::GlyphIds(points)]
    }

    fn shape(&mut self, shape: Shape) {
        self.colour(shape.colour);
        let rectangle = Rect {
            x: Pt(hundredths(shape.x)),
            y: Pt(hundredths(self.height - shape.y - shape.height)),
            width: Pt(hundredths(shape.width)),
            height: Pt(hundredths(shape.height)),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    /// Dots are a dashed line whose dashes are nothing but their round ends.
    fn dots(&mut self, dots: &[Dots]) {
        if dots.is_empty() {
            return;
        }
        self.ops.push(Op::SetLineCapStyle {
            cap: LineCapStyle::Round,
        });
        for row in dots {
            let end = row.x + ((row.end - row.x) / row.step).floor() * row.step;
            self.ops.push(Op::SetLineDashPattern {
                dash: LineDashPattern::new(0.0, &[0.0, hundredths(row.step)]),
            });
            self.ops.push(Op::SetOutlineThickness {
                pt: Pt(hundredths(row.size)),
            });
            self.ops.push(Op::SetOutlineColor {
                col: rgb(row.colour),
            });
            let points = [[row.x, row.y], [end - row.step / 2.0, row.y]];
            self.ops.push(Op::DrawLine {
                line: Line {
                    points: points.map(|point| self.corner(point)).into(),
                    is_closed: false,
                },
            });
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.colour(figure.colour);
        let rings = figure
            .contours
            .iter()
            .map(|contour| {
                let mut points = vec![self.corner(contour.start)];
                for segment in &contour.segments {
                    match segment {
                        Segment::Line(end) => points.push(self.corner(*end)),
                        Segment::Curve([first, second, end]) => points.extend([
                            self.handle(*first),
                            self.handle(*second),
                            self.corner(*end),
                        ]),
                    }
                }
                PolygonRing { points }
            })
            .collect();
        self.ops.push(Op::DrawPolygon {
            polygon: Polygon {
                rings,
                mode: PaintMode::Fill,
                winding_order: match figure.rule {
                    FillRule::NonZero => WindingOrder::NonZero,
                    FillRule::EvenOdd => WindingOrder::EvenOdd,
                },
            },
        });
    }

    /// A point that a line or curve goes through.
    fn corner(&self, point: [f64; 2]) -> LinePoint {
        let p = self.point(point);
        LinePoint { p, bezier: false }
    }

    /// A point that a curve bends towards.
    fn handle(&self, point: [f64; 2]) -> LinePoint {
        let p = self.point(point);
        LinePoint { p, bezier: true }
    }

    fn point(&self, [x, y]: [f64; 2]) -> Point {
        Point {
            x: Pt(hundredths(x)),
            y: Pt(hundredths(self.height - y)),
        }
    }

    fn colour(&mut self, colour: Colour) {
        if self.fill == Some(colour) {
            return;
        }
        self.fill = Some(colour);
        self.ops.push(Op::SetFillColor { col: rgb(colour) });
    }
}

fn rgb(Colour(red, green, blue): Colour) -> Color {
    let part = |level: u8| single((f64::from(level) / 255.0 * 1000.0).round() / 1000.0);
    Color::Rgb(Rgb::new(part(red), part(green), part(blue), None))
}

fn hundredths(value: f64) -> f32 {
    single((value * 100.0).round() / 100.0)
}
