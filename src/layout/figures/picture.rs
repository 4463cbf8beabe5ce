//! Pictures get their size: natural, or as large as there is room.

use std::sync::Arc;

use super::super::composer::Composer;
use super::super::pages::{Contour, Figure, Graphic, Segment};
use super::super::strip::Strip;
use super::super::style::Colour;
use super::super::tree::Bounds;
use super::Hook;
use crate::picture::{Content, Picture, Shape};

/// Width of a pixel at 150 to the inch, pt: finer than a screen, coarse enough to fill a page.
const PIXEL: f64 = 0.48;
/// Width of an SVG's unit, pt (CSS: 96 to the inch).
const UNIT: f64 = 0.75;
/// The most of a page's height that a picture takes.
const HIGHEST: f64 = 0.7;

/// A prepared picture.
#[derive(Debug, Clone)]
pub(super) struct PreparedPicture {
    picture: Arc<Picture>,
    hook: Hook,
}

impl PreparedPicture {
    pub(super) const fn new(picture: Arc<Picture>, hook: Hook) -> Self {
        Self { picture, hook }
    }

    /// Its width and height when nothing limits it, pt.
    pub(super) fn natural(&self) -> (f64, f64) {
        let unit = match self.picture.content {
            Content::Outline(_) => UNIT,
            Content::Png { .. } | Content::Jpeg { .. } => PIXEL,
        };
        (self.picture.width * unit, self.picture.height * unit)
    }
}

impl Composer<'_> {
    pub(super) fn set_picture(&mut self, own: &PreparedPicture, width: f64) -> Vec<Strip> {
        let natural = own.natural();
        let room = (width, self.depth * HIGHEST);
        let size = fitted(natural, room);
        let graphics = self.graphics(&own.picture, size);
        let items = graphics.into_iter().map(|graphic| own.hook.item(graphic));
        vec![Strip::items(size.1, size.1, items.collect())]
    }

    /// What draws a picture at a size, from the origin.
    pub(in super::super) fn graphics(
        &mut self,
        picture: &Arc<Picture>,
        (width, height): (f64, f64),
    ) -> Vec<Graphic> {
        if let Content::Outline(shapes) = &picture.content {
            let scale = width / picture.width.max(f64::MIN_POSITIVE);
            return shapes.iter().map(|shape| scaled(shape, scale)).collect();
        }
        let known = self
            .rasters
            .iter()
            .position(|known| Arc::ptr_eq(known, picture));
        let raster = known.unwrap_or_else(|| {
            self.rasters.push(Arc::clone(picture));
            self.rasters.len() - 1
        });
        vec![Graphic::Raster {
            raster,
            x: 0.0,
            y: 0.0,
            width,
            height,
        }]
    }
}

/// The largest size of the same shape within some room, at most the natural one.
pub(in super::super) fn fitted((width, height): (f64, f64), room: (f64, f64)) -> (f64, f64) {
    let least = f64::MIN_POSITIVE;
    let scale = (room.0 / width.max(least))
        .min(room.1 / height.max(least))
        .min(1.0);
    (width * scale, height * scale)
}

fn scaled(shape: &Shape, scale: f64) -> Graphic {
    let [red, green, blue] = shape.colour;
    let mut figure = Figure {
        colour: Colour(red, green, blue),
        rule: shape.rule,
        contours: shape.contours.clone(),
    };
    figure.each_point(|[x, y]| [x * scale, y * scale]);
    Graphic::Figure(figure)
}

impl Figure {
    /// Moves every point.
    pub(in super::super) fn each_point(&mut self, place: impl Fn([f64; 2]) -> [f64; 2]) {
        for Contour { start, segments } in &mut self.contours {
            *start = place(*start);
            for segment in segments {
                *segment = match *segment {
                    Segment::Line(end) => Segment::Line(place(end)),
                    Segment::Curve(points) => Segment::Curve(points.map(&place)),
                };
            }
        }
    }
}

impl Graphic {
    /// Where it stands on a page.
    pub(in super::super) fn bounds(&self, page: usize) -> Bounds {
        let (left, top, right, bottom) = match self {
            Self::Rectangle(shape) => (
                shape.x,
                shape.y,
                shape.x + shape.width,
                shape.y + shape.height,
            ),
            Self::Raster {
                x,
                y,
                width,
                height,
                ..
            } => (*x, *y, x + width, y + height),
            Self::Figure(figure) => extremes(figure),
        };
        Bounds {
            page: Some(page),
            left,
            top,
            right,
            bottom,
        }
    }
}

/// The edges of the points of a figure; handles lie outside a curve or on it.
fn extremes(figure: &Figure) -> (f64, f64, f64, f64) {
    let points = figure.contours.iter().flat_map(|contour| {
        let rest = contour.segments.iter().flat_map(|segment| match segment {
            Segment::Line(end) => vec![*end],
            Segment::Curve(points) => points.to_vec(),
        });
        std::iter::once(contour.start).chain(rest)
    });
    points.fold(
        (f64::MAX, f64::MAX, f64::MIN, f64::MIN),
        |(left, top, right, bottom), [x, y]| (left.min(x), top.min(y), right.max(x), bottom.max(y)),
    )
}
