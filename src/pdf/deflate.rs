//! Compression of streams (ISO 32000-1, 7.4.4).
//!
//! `lopdf` can do it, at the highest level only: that takes three times as long for files that are a few
//! hundredths smaller.

use std::io::Write as _;

use adler2::Adler32;
use flate2::write::ZlibEncoder;
use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Stream};

/// The level.
const LEVEL: u32 = 6;
/// What naming the filter costs.
const FILTER: usize = 19;
/// What a compressed stream begins with: the method, the size of its window, its level (RFC 1950, 2.2).
const HEADER: [u8; 2] = [0x78, 0x9C];
/// A last block with nothing in it (RFC 1951, 3.2.6).
const LAST: [u8; 2] = [0x03, 0x00];
/// The least room to compress something small.
const ROOM: usize = 256;

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

/// What compresses parts of streams, one after the other.
pub(super) struct Squeezer(Compress);

impl Squeezer {
    pub(super) fn new() -> Self {
        Self(Compress::new(Compression::new(LEVEL), false))
    }

    /// Compresses a part so that another can follow it, whoever compresses that.
    fn squeeze(&mut self, part: &[u8], out: &mut Vec<u8>) {
        self.0.reset();
        let mut rest = part;
        loop {
            out.reserve((rest.len() / 3).max(ROOM));
            let before = self.0.total_in();
            let done = self.0.compress_vec(rest, out, FlushCompress::Sync);
            let taken = usize::try_from(self.0.total_in() - before).unwrap_or(rest.len());
            rest = rest.get(taken..).unwrap_or_default();
            let stuck = !matches!(done, Ok(Status::Ok));
            if stuck || (rest.is_empty() && out.len() < out.capacity()) {
                return;
            }
        }
    }
}

/// A stream that comes in parts, each compressed when it comes.
#[derive(Debug)]
pub(super) struct Squeezed {
    bytes: Vec<u8>,
    /// The checksum of what has come, before it was compressed.
    checksum: u32,
}

impl Default for Squeezed {
    fn default() -> Self {
        Self {
            bytes: HEADER.to_vec(),
            checksum: Adler32::new().checksum(),
        }
    }
}

impl Squeezed {
    /// Adds a part.
    pub(super) fn add(&mut self, part: &[u8], squeezer: &mut Squeezer) {
        squeezer.squeeze(part, &mut self.bytes);
        self.bytes.shrink_to_fit();
        let mut checksum = Adler32::from_checksum(self.checksum);
        checksum.write_slice(part);
        self.checksum = checksum.checksum();
    }

    /// About how many bytes it takes in the file, with what stands around it.
    pub(super) const fn room(&self) -> usize {
        self.bytes.len() + 80
    }

    /// The whole stream.
    pub(super) fn finish(mut self) -> Stream {
        self.bytes.extend(LAST);
        self.bytes.extend(self.checksum.to_be_bytes());
        let mut entries = Dictionary::new();
        entries.set("Filter", "FlateDecode");
        Stream::new(entries, self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::ZlibDecoder;

    use super::*;

    #[test]
    fn parts_make_one_stream() {
        let long: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
        let parts: [&[u8]; 5] = [b"first ", b"", &long, b"in the middle", &long];
        let mut stream = Squeezed::default();
        for part in parts {
            stream.add(part, &mut Squeezer::new());
        }
        let mut read = Vec::new();
        let stream = stream.finish();
        let mut decoder = ZlibDecoder::new(stream.content.as_slice());
        let whole = decoder.read_to_end(&mut read);
        assert!(whole.is_ok(), "{whole:?}");
        assert!(read == parts.concat());
    }

    #[test]
    fn nothing_is_a_stream_too() {
        let mut read = Vec::new();
        let stream = Squeezed::default().finish();
        let whole = ZlibDecoder::new(stream.content.as_slice()).read_to_end(&mut read);
        assert_eq!(whole.ok(), Some(0));
    }
}
