//! A picture alone in the middle of a white card, as a PNG file: what networks show beside a link.

use image::imageops::{self, FilterType};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use resvg::tiny_skia::{self, Paint, PathBuilder, Pixmap, Transform};
use rust_decimal::prelude::ToPrimitive as _;

use super::{Content, FillRule, LARGEST, Picture, Segment, Shape, raster};

/// How large a card is, pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    /// Its width.
    pub width: u16,
    /// Its height.
    pub height: u16,
}

/// How much of the card's sides a picture may take: networks crop, and some round the corners.
const SHARE: f64 = 0.7;

impl Card {
    /// The card with a picture. An outline grows as far as it can; a raster never beyond its own pixels.
    /// None where a side of the picture is no length.
    #[must_use]
    pub fn of(self, picture: &Picture) -> Option<Vec<u8>> {
        let (width, height) = (f64::from(self.width), f64::from(self.height));
        let room = (width * SHARE / picture.width).min(height * SHARE / picture.height);
        if !(room.is_finite() && room > 0.0) {
            return None;
        }
        let canvas = match &picture.content {
            Content::Outline(shapes) => {
                let left = (width - picture.width * room) / 2.0;
                let top = (height - picture.height * room) / 2.0;
                self.drawn(shapes, room, [left, top])?
            }
            Content::Png { file, .. } => self.pasted(file, ImageFormat::Png, room.min(1.0))?,
            Content::Jpeg { file, .. } => self.pasted(file, ImageFormat::Jpeg, room.min(1.0))?,
        };
        raster::encoded(&DynamicImage::ImageRgba8(canvas))
            .ok()
            .map(|(_, file)| file)
    }

    fn drawn(self, shapes: &[Shape], scale: f64, [left, top]: [f64; 2]) -> Option<RgbaImage> {
        let (width, height) = (u32::from(self.width), u32::from(self.height));
        let mut pixmap = Pixmap::new(width, height)?;
        pixmap.fill(tiny_skia::Color::WHITE);
        let scale = scale.to_f32()?;
        let place = Transform::from_row(scale, 0.0, 0.0, scale, left.to_f32()?, top.to_f32()?);
        for shape in shapes {
            let [red, green, blue] = shape.colour;
            let mut paint = Paint::default();
            paint.set_color_rgba8(red, green, blue, u8::MAX);
            let rule = match shape.rule {
                FillRule::NonZero => tiny_skia::FillRule::Winding,
                FillRule::EvenOdd => tiny_skia::FillRule::EvenOdd,
            };
            // A shape without an inside leaves no trace.
            if let Some(path) = path(shape) {
                pixmap.fill_path(&path, &paint, rule, place, None);
            }
        }
        RgbaImage::from_raw(width, height, pixmap.take())
    }

    fn pasted(self, file: &[u8], format: ImageFormat, scale: f64) -> Option<RgbaImage> {
        let picture = raster::decoded(file, format).ok()?;
        let side = |pixels: u32| {
            let side = (f64::from(pixels) * scale).round().to_u32();
            side.map(|side| side.clamp(1, LARGEST))
        };
        let (width, height) = (side(picture.width())?, side(picture.height())?);
        let small = imageops::resize(&picture.to_rgba8(), width, height, FilterType::Lanczos3);
        let white = Rgba([u8::MAX; 4]);
        let mut canvas = RgbaImage::from_pixel(self.width.into(), self.height.into(), white);
        let middle = |whole: u16, part: u32| (i64::from(whole) - i64::from(part)) / 2;
        let (left, top) = (middle(self.width, width), middle(self.height, height));
        imageops::replace(&mut canvas, &small, left, top);
        Some(canvas)
    }
}

fn path(shape: &Shape) -> Option<tiny_skia::Path> {
    let mut path = PathBuilder::new();
    for contour in &shape.contours {
        let [x, y] = contour.start.map(|length| length.to_f32());
        path.move_to(x?, y?);
        for segment in &contour.segments {
            match *segment {
                Segment::Line([x, y]) => path.line_to(x.to_f32()?, y.to_f32()?),
                Segment::Curve([[ax, ay], [bx, by], [x, y]]) => path.cubic_to(
                    ax.to_f32()?,
                    ay.to_f32()?,
                    bx.to_f32()?,
                    by.to_f32()?,
                    x.to_f32()?,
                    y.to_f32()?,
                ),
            }
        }
        path.close();
    }
    path.finish()
}
