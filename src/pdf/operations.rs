//! Pages to `printpdf` operations.
//!
//! Everything on a page stands in marked content: artifacts in `/Artifact`, the rest in a sequence
//! with the number (`MCID`) by which the structure tree finds it (ISO 32000-1, 14.7.4.2). Coordinates
//! turn over here: layout measures from the top, PDF from the bottom.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, Op, PaintMode, PdfFontHandle, PdfPage, Pt, Rect, Rgb,
    TextItem, TextMatrix,
};

use super::codes::{self, Codes};
use super::fonts::resource;
use super::objects::single;
use crate::layout::{Artifact, Colour, FaceKey, Faces, Mark, Page, Sequence, Shape, Size, Text};

/// The operations of a page.
pub(super) fn page(page: &Page, size: Size, codes: &Codes<'_>, faces: &Faces) -> PdfPage {
    let mut pen = Pen {
        ops: Vec::new(),
        height: size.height,
        codes,
        faces,
        fill: None,
    };
    if !page.behind.is_empty() {
        pen.artifact("Pagination", Some("Watermark"));
        pen.texts(&page.behind);
        pen.ops.push(Op::EndMarkedContent);
    }
    if !page.shapes.is_empty() {
        pen.artifact("Layout", None);
        for shape in &page.shapes {
            pen.shape(*shape);
        }
        pen.ops.push(Op::EndMarkedContent);
    }
    for sequence in &page.content {
        pen.sequence(sequence);
    }
    let mut drawn = PdfPage::new(
        Pt(single(size.width)).into(),
        Pt(single(size.height)).into(),
        pen.ops,
    );
    let paper = Rect::from_wh(Pt(single(size.width)), Pt(single(size.height)));
    (drawn.media_box, drawn.trim_box, drawn.crop_box) = (paper.clone(), paper.clone(), paper);
    drawn
}

struct Pen<'a> {
    ops: Vec<Op>,
    height: f64,
    codes: &'a Codes<'a>,
    faces: &'a Faces,
    fill: Option<Colour>,
}

impl Pen<'_> {
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
        self.texts(&sequence.texts);
        self.ops.push(Op::EndMarkedContent);
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
                    font: PdfFontHandle::External(FontId(resource(text.face).to_owned())),
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
        if text.turn.abs() < f64::EPSILON {
            return TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]);
        }
        let (sin, cos) = text.turn.to_radians().sin_cos();
        let (sin, cos) = (single(sin), single(cos));
        TextMatrix::Raw([cos, sin, -sin, cos, x, y])
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

    fn colour(&mut self, colour: Colour) {
        if self.fill == Some(colour) {
            return;
        }
        self.fill = Some(colour);
        let part = |level: u8| single((f64::from(level) / 255.0 * 1000.0).round() / 1000.0);
        let Colour(red, green, blue) = colour;
        self.ops.push(Op::SetFillColor {
            col: Color::Rgb(Rgb::new(part(red), part(green), part(blue), None)),
        });
    }
}

fn hundredths(value: f64) -> f32 {
    single((value * 100.0).round() / 100.0)
}
