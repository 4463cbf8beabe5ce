//! Compression of streams (ISO 32000-1, 7.4.4).
//!
//! `lopdf` can do it, at the highest level only: that takes three times as long for files that are a few
//! hundredths smaller.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::Stream;

/// The level.
const LEVEL: u32 = 6;
/// What naming the filter costs.
const FILTER: usize = 19;

/// Compresses a stream without a filter; one that does not get smaller stays as it is.
pub(super) fn compress(stream: &mut Stream) {
    if stream.dict.has(b"Filter") {
        return;
    }
    let room = Vec::with_capacity(stream.content.len() / 4);
    let mut encoder = ZlibEncoder::new(room, Compression::new(LEVEL));
    let whole = encoder.write_all(&stream.content);
    if let (Ok(()), Ok(mut small)) = (whole, encoder.finish())
        && small.len() + FILTER < stream.content.len()
    {
        small.shrink_to_fit();
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(small);
    }
}
