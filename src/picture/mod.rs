//! Pictures: the bytes of a PNG, a JPEG or an SVG, understood once and made safe.
//!
//! This module owns reading pictures. What comes out is either an outline (an SVG of plain filled
//! shapes, sharp at any size) or a raster without transparency (PDF/A allows transparency, paper does
//! not). Nothing of the file that is not picture comes along: no scripts, no references to other files, no
//! place and time of a photograph. A picture can also be laid on a card of pixels ([`Card`]). It never touches a
//! disk and never decides how large a picture stands on a page.

mod card;
mod jpeg;
mod raster;
mod vector;

use std::fmt;

pub use self::card::Card;
pub(crate) use self::vector::quadratic;

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its width in its own unit: pixels, or what the SVG calls one.
    pub width: f64,
    /// Its height in the same unit.
    pub height: f64,
    /// What it shows.
    pub content: Content,
}

/// What a picture is made of.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Filled shapes, the later above the earlier.
    Outline(Vec<Shape>),
    /// A PNG file of 8 bits a channel, grey or red-green-blue, without alpha.
    Png {
        /// Whether it has colours.
        channels: Channels,
        /// The file.
        file: Vec<u8>,
    },
    /// A baseline or progressive JPEG file, grey or red-green-blue, without metadata.
    Jpeg {
        /// Whether it has colours.
        channels: Channels,
        /// The file.
        file: Vec<u8>,
    },
}

/// The channels of a raster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channels {
    /// One: grey.
    Grey,
    /// Three: red, green, blue.
    Colour,
}

/// A filled shape. Coordinates run from the upper left corner, downwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its colour, sRGB.
    pub colour: [u8; 3],
    /// What counts as its inside.
    pub rule: FillRule,
    /// Its contours.
    pub contours: Vec<Contour>,
}

/// What counts as the inside of contours that cross or contain each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FillRule {
    /// Whatever a contour winds around.
    NonZero,
    /// What an odd number of contours encloses.
    EvenOdd,
}

/// A closed line.
#[derive(Debug, Clone, PartialEq)]
pub struct Contour {
    /// Where it starts and ends.
    pub start: [f64; 2],
    /// Its parts.
    pub segments: Vec<Segment>,
}

/// A part of a contour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Straight to a point.
    Line([f64; 2]),
    /// A cubic curve: two handles and a point.
    Curve([[f64; 2]; 3]),
}

/// Why some bytes are no picture that can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureError {
    /// Neither PNG, JPEG nor SVG.
    UnknownFormat,
    /// The file is damaged.
    Damaged,
    /// Wider or higher than [`LARGEST`] pixels.
    TooLarge,
    /// The SVG has words: their face is not in the file.
    SvgText,
    /// The SVG shows another picture.
    SvgImage,
    /// The SVG draws nothing.
    Empty,
    /// The SVG has groups in groups, deeper than any drawing.
    TooDeep,
}

impl fmt::Display for PictureError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::UnknownFormat => "neither PNG, JPEG nor SVG",
            Self::Damaged => "the file is damaged",
            Self::TooLarge => "the picture is too large",
            Self::SvgText => "the SVG holds text",
            Self::SvgImage => "the SVG holds another picture",
            Self::TooDeep => "the SVG is nested too deep",
            Self::Empty => "the SVG draws nothing",
        })
    }
}

impl std::error::Error for PictureError {}

/// The most pixels that a side of a raster may have.
pub const LARGEST: u32 = 8192;

/// Reads a picture. Its format is told from its first bytes, not from the name of its file.
///
/// # Errors
/// See [`PictureError`].
pub fn read(bytes: &[u8]) -> Result<Picture, PictureError> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return raster::png(bytes);
    }
    if bytes.starts_with(b"\xFF\xD8\xFF") {
        return raster::jpeg(bytes);
    }
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let looks_like_svg = String::from_utf8_lossy(start).contains("<svg")
        || bytes.starts_with(b"<?xml")
        || bytes.starts_with("\u{FEFF}<?xml".as_bytes());
    if looks_like_svg {
        return vector::svg(bytes);
    }
    Err(PictureError::UnknownFormat)
}

#[cfg(test)]
mod tests;
