//! SVG: plain filled shapes stay shapes; gradients, masks and such become a raster.

use image::{DynamicImage, RgbaImage};
use resvg::tiny_skia::{self, Pixmap, Transform};
use resvg::usvg::{self, BlendMode, ImageHrefResolver, Node, Paint, PaintOrder, Tree};

use super::{Content, Contour, FillRule, Picture, PictureError, Segment, Shape, raster};

/// Longer side of an SVG that becomes a raster, pixels: 600 to the inch at 5 cm.
const PIXELS: f32 = 1200.0;
/// The finest detail of a stroke turned into a shape, as a part of the picture's unit.
const STROKE_SCALE: f32 = 4.0;
/// The largest file that is read, bytes.
const HEAVIEST: usize = 8 << 20;

/// Deepest nesting accepted: each level costs some of the stack of a thread.
const DEEPEST: usize = 64;

/// How deep the elements of a file are nested, at most: counted on its tags alone, before anything reads it.
fn depth(svg: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in svg.split('<').skip(1) {
        let end = tag.split('>').next().unwrap_or_default();
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !tag.starts_with(['!', '?']) && !end.ends_with('/') {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

/// Reads an SVG file.
pub(super) fn svg(bytes: &[u8]) -> Result<Picture, PictureError> {
    if bytes.len() > HEAVIEST {
        return Err(PictureError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| PictureError::Damaged)?;
    for (element, error) in [
        ("<text", PictureError::SvgText),
        ("<image", PictureError::SvgImage),
    ] {
        if text.contains(element) {
            return Err(error);
        }
    }
    if depth(text) > DEEPEST {
        return Err(PictureError::TooDeep);
    }
    // Nothing outside the file is ever looked for.
    let options = usvg::Options {
        resources_dir: None,
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = Tree::from_str(text, &options).map_err(|_| PictureError::Damaged)?;
    if !tree.root().has_children() {
        return Err(PictureError::Empty);
    }
    let mut shapes = Vec::new();
    if outline(tree.root(), &mut shapes).is_some() {
        return Ok(Picture {
            width: f64::from(tree.size().width()),
            height: f64::from(tree.size().height()),
            content: Content::Outline(shapes),
        });
    }
    drawn(&tree)
}

/// Gathers the shapes of a group; `None` when something in it is no plain shape.
fn outline(group: &usvg::Group, shapes: &mut Vec<Shape>) -> Option<()> {
    let plain = is_whole(group.opacity().get())
        && group.blend_mode() == BlendMode::Normal
        && group.clip_path().is_none()
        && group.mask().is_none()
        && group.filters().is_empty();
    if !plain {
        return None;
    }
    for node in group.children() {
        match node {
            Node::Group(inner) => outline(inner, shapes)?,
            Node::Path(path) if path.is_visible() => path_shapes(path, shapes)?,
            Node::Path(_) => {}
            Node::Image(_) | Node::Text(_) => return None,
        }
    }
    Some(())
}

fn path_shapes(path: &usvg::Path, shapes: &mut Vec<Shape>) -> Option<()> {
    let mut own = Vec::new();
    if let Some(fill) = path.fill() {
        let rule = match fill.rule() {
            usvg::FillRule::NonZero => FillRule::NonZero,
            usvg::FillRule::EvenOdd => FillRule::EvenOdd,
        };
        let colour = solid(fill.paint(), fill.opacity().get())?;
        own.push(shape(path.data(), path.abs_transform(), colour, rule)?);
    }
    if let Some(stroke) = path.stroke() {
        let colour = solid(stroke.paint(), stroke.opacity().get())?;
        let mut pen = stroke.to_tiny_skia();
        let dashed = pen
            .dash
            .take()
            .and_then(|dash| path.data().dash(&dash, STROKE_SCALE));
        let line = dashed.as_ref().unwrap_or(path.data());
        // A stroke too thin to be seen is none.
        if let Some(outline) = line.stroke(&pen, STROKE_SCALE) {
            own.push(shape(
                &outline,
                path.abs_transform(),
                colour,
                FillRule::NonZero,
            )?);
        }
    }
    if path.paint_order() == PaintOrder::StrokeAndFill {
        own.reverse();
    }
    shapes.append(&mut own);
    Some(())
}

fn solid(paint: &Paint, opacity: f32) -> Option<[u8; 3]> {
    match paint {
        Paint::Color(colour) if is_whole(opacity) => Some([colour.red, colour.green, colour.blue]),
        _ => None,
    }
}

fn is_whole(opacity: f32) -> bool {
    opacity > 0.999
}

fn shape(
    path: &tiny_skia::Path,
    transform: Transform,
    colour: [u8; 3],
    rule: FillRule,
) -> Option<Shape> {
    let path = path.clone().transform(transform)?;
    let point = |at: tiny_skia::Point| [f64::from(at.x), f64::from(at.y)];
    let mut contours: Vec<Contour> = Vec::new();
    let mut pen = [0.0; 2];
    for segment in path.segments() {
        let part = match segment {
            tiny_skia::PathSegment::MoveTo(at) => {
                pen = point(at);
                contours.push(Contour {
                    start: pen,
                    segments: Vec::new(),
                });
                continue;
            }
            tiny_skia::PathSegment::Close => continue,
            tiny_skia::PathSegment::LineTo(at) => Segment::Line(point(at)),
            tiny_skia::PathSegment::QuadTo(handle, at) => quadratic(pen, point(handle), point(at)),
            tiny_skia::PathSegment::CubicTo(first, second, at) => {
                Segment::Curve([point(first), point(second), point(at)])
            }
        };
        pen = match part {
            Segment::Line(at) | Segment::Curve([_, _, at]) => at,
        };
        if let Some(contour) = contours.last_mut() {
            contour.segments.push(part);
        }
    }
    Some(Shape {
        colour,
        rule,
        contours,
    })
}

/// A quadratic curve is the cubic whose handles are two thirds of the way to its own.
pub(crate) fn quadratic(from: [f64; 2], handle: [f64; 2], to: [f64; 2]) -> Segment {
    let towards = |[x, y]: [f64; 2]| {
        let [hx, hy] = handle;
        [x + (hx - x) * 2.0 / 3.0, y + (hy - y) * 2.0 / 3.0]
    };
    Segment::Curve([towards(from), towards(to), to])
}

/// The picture as a raster on white.
fn drawn(tree: &Tree) -> Result<Picture, PictureError> {
    let size = tree.size();
    let scale = PIXELS / size.width().max(size.height());
    let side = |length: f32| side(length * scale);
    let mut pixmap =
        Pixmap::new(side(size.width()), side(size.height())).ok_or(PictureError::TooLarge)?;
    pixmap.fill(tiny_skia::Color::WHITE);
    resvg::render(
        tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    let (width, height) = (pixmap.width(), pixmap.height());
    let image = RgbaImage::from_raw(width, height, pixmap.take()).ok_or(PictureError::Damaged)?;
    raster::written(&DynamicImage::ImageRgba8(image))
}

/// A length as whole pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to what a side may have"
)]
fn side(length: f32) -> u32 {
    length.round().clamp(1.0, PIXELS) as u32
}
