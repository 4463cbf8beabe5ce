//! Rasters: decoded with limits, laid on white, written again as small as can be.

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits,
};

use super::{Channels, Content, LARGEST, Picture, PictureError, jpeg};

/// The most memory that decoding may ask for, bytes.
const MEMORY: u64 = 512 << 20;

/// Reads a PNG file.
pub(super) fn png(bytes: &[u8]) -> Result<Picture, PictureError> {
    written(&decoded(bytes, ImageFormat::Png)?)
}

/// Reads a JPEG file: kept as it is where a PDF can show it so, else decoded.
pub(super) fn jpeg(bytes: &[u8]) -> Result<Picture, PictureError> {
    let mut decoder = reader(bytes, ImageFormat::Jpeg)
        .into_decoder()
        .map_err(|_| PictureError::Damaged)?;
    let channels = match decoder.original_color_type() {
        ExtendedColorType::L8 => Some(Channels::Grey),
        ExtendedColorType::Rgb8 => Some(Channels::Colour),
        _ => None,
    };
    let upright = decoder
        .orientation()
        .is_ok_and(|turn| turn == image::metadata::Orientation::NoTransforms);
    drop(decoder);
    // Decoded in any case: a file that breaks off in its middle is found out here.
    let picture = decoded(bytes, ImageFormat::Jpeg)?;
    match (channels, upright, jpeg::bare(bytes)) {
        (Some(channels), true, Some(file)) => Ok(Picture {
            width: f64::from(picture.width()),
            height: f64::from(picture.height()),
            content: Content::Jpeg { channels, file },
        }),
        _ => written(&picture),
    }
}

fn reader(bytes: &[u8], format: ImageFormat) -> ImageReader<Cursor<&[u8]>> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    reader
}

/// The pixels, upright.
pub(super) fn decoded(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, PictureError> {
    let fault = |error| match error {
        image::ImageError::Limits(_) => PictureError::TooLarge,
        _ => PictureError::Damaged,
    };
    let mut decoder = reader(bytes, format).into_decoder().map_err(fault)?;
    let turn = decoder.orientation();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(fault)?;
    if let Ok(turn) = turn {
        picture.apply_orientation(turn);
    }
    Ok(picture)
}

/// A picture on white, as a PNG file.
pub(super) fn written(picture: &DynamicImage) -> Result<Picture, PictureError> {
    let (channels, file) = encoded(picture)?;
    Ok(Picture {
        width: f64::from(picture.width()),
        height: f64::from(picture.height()),
        content: Content::Png { channels, file },
    })
}

/// The bytes of a PNG file with a picture on white, and whether it has colours.
pub(super) fn encoded(picture: &DynamicImage) -> Result<(Channels, Vec<u8>), PictureError> {
    let pixels = picture.to_rgba8();
    let on_white = |level: u8, alpha: u8| {
        let (level, alpha) = (u32::from(level), u32::from(alpha));
        u8::try_from((level * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
    };
    let mut colours = Vec::with_capacity(pixels.len());
    let mut grey = true;
    for image::Rgba([red, green, blue, alpha]) in pixels.pixels().copied() {
        let own = [red, green, blue].map(|level| on_white(level, alpha));
        grey &= own.iter().all(|level| Some(level) == own.first());
        colours.extend(own);
    }
    let (channels, kind) = if grey {
        colours = colours.into_iter().step_by(3).collect();
        (Channels::Grey, ExtendedColorType::L8)
    } else {
        (Channels::Colour, ExtendedColorType::Rgb8)
    };
    let (width, height) = pixels.dimensions();
    let mut file = Vec::new();
    PngEncoder::new_with_quality(&mut file, CompressionType::Best, FilterType::Adaptive)
        .write_image(&colours, width, height, kind)
        .map_err(|_| PictureError::Damaged)?;
    Ok((channels, file))
}
