//! Rasters as image objects (ISO 32000-1, 8.9.5).
//!
//! Both kinds go into the file as they are: a JPEG is what `DCTDecode` reads, and the data of a PNG without
//! alpha is what `FlateDecode` reads with PNG predictors.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{DictItem, ExternalStream, ExternalXObject, PdfResources, XObject, XObjectId};

use super::PdfError;
use crate::picture::{Channels, Content, Picture};

/// The name by which pages call a raster.
pub(super) fn resource(raster: usize) -> String {
    format!("Im{raster}")
}

/// Hands the rasters to `printpdf`.
pub(super) fn embed(
    rasters: &[Arc<Picture>],
    resources: &mut PdfResources,
) -> Result<(), PdfError> {
    for (index, picture) in rasters.iter().enumerate() {
        let stream = match &picture.content {
            Content::Jpeg { channels, file } => {
                stream(picture, *channels, "DCTDecode", file.clone())
            }
            Content::Png { channels, file } => {
                let data = png_data(file).ok_or(PdfError::Raster)?;
                let mut stream = stream(picture, *channels, "FlateDecode", data);
                let map = [
                    ("Predictor", 15),
                    ("Colors", colours(*channels)),
                    ("BitsPerComponent", 8),
                    ("Columns", whole(picture.width)),
                ];
                let map = map
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), DictItem::Int(value)))
                    .collect();
                stream
                    .dict
                    .insert("DecodeParms".to_owned(), DictItem::Dict { map });
                stream
            }
            Content::Outline(_) => return Err(PdfError::Raster),
        };
        let object = XObject::External(ExternalXObject {
            stream,
            width: None,
            height: None,
            dpi: None,
        });
        resources
            .xobjects
            .map
            .insert(XObjectId(resource(index)), object);
    }
    Ok(())
}

fn stream(picture: &Picture, channels: Channels, filter: &str, content: Vec<u8>) -> ExternalStream {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let space = match channels {
        Channels::Grey => "DeviceGray",
        Channels::Colour => "DeviceRGB",
    };
    let entries = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(whole(picture.width))),
        ("Height", DictItem::Int(whole(picture.height))),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", DictItem::Int(8)),
        ("Filter", name(filter)),
    ];
    let dict: BTreeMap<String, DictItem> = entries
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect();
    ExternalStream {
        dict,
        content,
        compress: false,
    }
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
