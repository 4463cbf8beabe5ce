//! Rasters as image objects (ISO 32000-1, 8.9.5).
//!
//! Both kinds go into the file as they are: a JPEG is what `DCTDecode` reads, and the data of a PNG without
//! alpha is what `FlateDecode` reads with PNG predictors.

use std::sync::Arc;

use lopdf::{Dictionary, Object, Stream};

use super::PdfError;
use super::file::File;
use super::objects::{dictionary, integer, name, reference};
use crate::picture::{Channels, Content, Picture};

/// The name by which pages call a raster.
pub(super) fn resource(raster: usize) -> String {
    format!("Im{raster}")
}

/// Embeds the rasters; returns them by the names that pages call them.
pub(super) fn embed(file: &mut File<'_>, rasters: &[Arc<Picture>]) -> Result<Dictionary, PdfError> {
    let mut images = Dictionary::new();
    for (index, picture) in rasters.iter().enumerate() {
        let image = file.add(image(picture)?);
        images.set(resource(index), reference(image));
    }
    Ok(images)
}

fn image(picture: &Picture) -> Result<Stream, PdfError> {
    let (channels, filter, content) = match &picture.content {
        Content::Jpeg { channels, file } => (*channels, "DCTDecode", file.clone()),
        Content::Png { channels, file } => {
            let data = png_data(file).ok_or(PdfError::Raster)?;
            (*channels, "FlateDecode", data)
        }
        Content::Outline(_) => return Err(PdfError::Raster),
    };
    let space = match channels {
        Channels::Grey => "DeviceGray",
        Channels::Colour => "DeviceRGB",
    };
    let mut entries = dictionary([
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", integer(whole(picture.width))),
        ("Height", integer(whole(picture.height))),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", integer(8)),
        ("Filter", name(filter)),
    ]);
    if let Content::Png { .. } = picture.content {
        let prediction = dictionary([
            ("Predictor", integer(15)),
            ("Colors", integer(colours(channels))),
            ("BitsPerComponent", integer(8)),
            ("Columns", integer(whole(picture.width))),
        ]);
        entries.set("DecodeParms", Object::Dictionary(prediction));
    }
    Ok(Stream::new(entries, content).with_compression(false))
}

const fn colours(channels: Channels) -> i64 {
    match channels {
        Channels::Grey => 1,
        Channels::Colour => 3,
    }
}

/// A count of pixels.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a side has at most some thousand pixels"
)]
fn whole(pixels: f64) -> i64 {
    pixels.round() as i64
}

/// The compressed data of a PNG file: its `IDAT` chunks, one after the other (PNG, 5.3 and 10.1).
fn png_data(file: &[u8]) -> Option<Vec<u8>> {
    let mut data = Vec::with_capacity(file.len());
    let mut rest = file.get(8..)?;
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (kind, after) = after.split_first_chunk::<4>()?;
        let content = after.get(..length)?;
        if kind == b"IDAT" {
            data.extend(content);
        }
        rest = after.get(length + 4..)?;
    }
    (!data.is_empty()).then_some(data)
}
