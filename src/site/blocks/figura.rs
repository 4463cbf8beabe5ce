//! Figures on pages: pictures as files beside the page, drawings as the words that they stand for.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Pen, write_inlines};
use crate::document::markdown::slug;
use crate::document::{self, Bars, FigureContent, Pictures, Timeline};
use crate::picture::{Content, FillRule, Picture, Segment, Shape};

/// The folder of a page's pictures, beside it.
const FOLDER: &str = "figure";

/// The pictures of a page: the file of each, by the name that the text calls it.
#[derive(Debug, Clone, Default)]
pub(in crate::site) struct Figure {
    files: BTreeMap<String, File>,
}

/// A picture as a file.
#[derive(Debug, Clone)]
struct File {
    /// Below the folder of the page.
    path: String,
    width: f64,
    height: f64,
    bytes: Vec<u8>,
}

impl Figure {
    /// Gives every picture a file of its own.
    pub(in crate::site) fn of(pictures: &Pictures) -> Self {
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        let files = pictures
            .iter()
            .map(|(name, picture)| {
                let stem = name
                    .rsplit_once('.')
                    .map_or(name.as_str(), |(stem, _)| stem);
                let stem = slug(stem);
                let uses = taken.entry(stem.clone()).or_default();
                *uses += 1;
                let again = if *uses == 1 {
                    String::new()
                } else {
                    format!("-{uses}")
                };
                let (ending, bytes) = file(picture);
                let file = File {
                    path: format!("{FOLDER}/{stem}{again}.{ending}"),
                    width: picture.width,
                    height: picture.height,
                    bytes,
                };
                (name.clone(), file)
            })
            .collect();
        Self { files }
    }

    /// The files: path below the folder of the page, and content.
    pub(in crate::site) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let files = self.files.values();
        files.map(|file| (file.path.as_str(), file.bytes.as_slice()))
    }
}

/// Writes a figure.
pub(super) fn write(pen: &mut Pen<'_>, figure: &document::Figure) {
    match &figure.content {
        FigureContent::Picture(name) => write_picture(pen, figure, name),
        FigureContent::Bars(bars) => write_bars(pen, figure, bars),
        FigureContent::Timeline(timeline) => write_timeline(pen, figure, timeline),
    }
}

fn write_picture(pen: &mut Pen<'_>, figure: &document::Figure, name: &str) {
    pen.html.markup("<figure class=\"figure\">");
    if let Some(file) = pen.figure.files.get(name) {
        pen.html.markup("<img class=\"figure-img img-fluid\"");
        pen.html.attribute("src", &file.path);
        pen.html.attribute("alt", &figure.alt);
        for (name, length) in [("width", file.width), ("height", file.height)] {
            pen.html.attribute(name, &format!("{:.0}", length.max(1.0)));
        }
        pen.html.markup(">");
    } else {
        pen.html.text(&figure.alt);
    }
    if let Some(caption) = &figure.caption {
        pen.html.markup("<figcaption class=\"figure-caption\">");
        write_inlines(pen, caption);
        pen.html.markup("</figcaption>");
    }
    pen.html.markup("</figure>\n");
}

fn write_bars(pen: &mut Pen<'_>, figure: &document::Figure, bars: &Bars) {
    start_list(pen, figure);
    for bar in &bars.bars {
        pen.html.markup("<li>");
        pen.html.text(&format!("{}: {}", bar.label, bar.value));
        pen.html.markup("</li>\n");
    }
    pen.html.markup("</ul>\n");
}

fn write_timeline(pen: &mut Pen<'_>, figure: &document::Figure, timeline: &Timeline) {
    start_list(pen, figure);
    for task in &timeline.tasks {
        let periods: Vec<&str> = task
            .intervals
            .iter()
            .flat_map(|interval| {
                timeline
                    .periods
                    .iter()
                    .skip(interval.first)
                    .take(interval.count)
            })
            .map(String::as_str)
            .collect();
        pen.html.markup("<li>");
        pen.html
            .text(&format!("{}: {}", task.label, periods.join(", ")));
        pen.html.markup("</li>\n");
    }
    pen.html.markup("</ul>\n");
}

fn start_list(pen: &mut Pen<'_>, figure: &document::Figure) {
    if let Some(caption) = &figure.caption {
        pen.html.markup("<p>");
        write_inlines(pen, caption);
        pen.html.markup("</p>\n");
    }
    pen.html.markup("<ul>\n");
}

/// A picture as a file: its ending and its bytes.
pub(in crate::site) fn file(picture: &Picture) -> (&'static str, Vec<u8>) {
    match &picture.content {
        Content::Png { file, .. } => ("png", file.clone()),
        Content::Jpeg { file, .. } => ("jpg", file.clone()),
        Content::Outline(shapes) => ("svg", svg(picture, shapes).into_bytes()),
    }
}

/// The ending of a picture's file.
pub(in crate::site) const fn ending(picture: &Picture) -> &'static str {
    match &picture.content {
        Content::Png { .. } => "png",
        Content::Jpeg { .. } => "jpg",
        Content::Outline(_) => "svg",
    }
}

/// Shapes as an SVG file, written anew: nothing of the original is in it but what is drawn.
fn svg(picture: &Picture, shapes: &[Shape]) -> String {
    let (width, height) = (short(picture.width), short(picture.height));
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">"
    );
    for shape in shapes {
        let [red, green, blue] = shape.colour;
        let _ = write!(text, "<path fill=\"#{red:02x}{green:02x}{blue:02x}\"");
        if shape.rule == FillRule::EvenOdd {
            text.push_str(" fill-rule=\"evenodd\"");
        }
        text.push_str(" d=\"");
        for contour in &shape.contours {
            push(&mut text, 'M', &[contour.start]);
            for segment in &contour.segments {
                match segment {
                    Segment::Line(end) => push(&mut text, 'L', &[*end]),
                    Segment::Curve(points) => push(&mut text, 'C', points),
                }
            }
            text.push('Z');
        }
        text.push_str("\"/>");
    }
    text.push_str("</svg>\n");
    text
}

fn push(text: &mut String, command: char, points: &[[f64; 2]]) {
    text.push(command);
    for (index, [x, y]) in points.iter().enumerate() {
        let gap = if index == 0 { "" } else { " " };
        let _ = write!(text, "{gap}{} {}", short(*x), short(*y));
    }
}

/// A length with at most three decimals.
fn short(length: f64) -> f64 {
    (length * 1000.0).round() / 1000.0
}
