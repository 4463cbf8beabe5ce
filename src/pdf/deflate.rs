//! Compression of streams (ISO 32000-1, 7.4.4).
//!
//! `lopdf` can do it, at the highest level only: that takes three times as long for files that are a few
//! hundredths smaller.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Stream};

/// The level.
const LEVEL: u32 = 6;
/// What naming the filter costs.
const FILTER: usize = 19;
/// The least room to compress something small.
const ROOM: usize = 256;

/// What compresses streams one after the other; to make one takes longer than to compress what a page draws.
pub(super) struct Squeezer(Compress);

impl Squeezer {
    pub(super) fn new() -> Self {
        Self(Compress::new(Compression::new(LEVEL), true))
    }

    /// A stream; what does not get smaller stays as it is.
    pub(super) fn stream(&mut self, content: Vec<u8>) -> Stream {
        let mut stream = Stream::new(Dictionary::new(), content);
        self.compress(&mut stream);
        stream
    }

    /// Compresses a stream that no filter has seen.
    pub(super) fn compress(&mut self, stream: &mut Stream) {
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            return;
        }
        if let Some(small) = self.squeeze(&stream.content)
            && small.len() + FILTER < stream.content.len()
        {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(small);
        }
        stream.allows_compression = false;
    }

    /// The bytes in a smaller room; `None` should the library be stuck.
    fn squeeze(&mut self, content: &[u8]) -> Option<Vec<u8>> {
        self.0.reset();
        let mut small = Vec::with_capacity(content.len() / 4 + ROOM);
        let mut rest = content;
        loop {
            let before = self.0.total_in();
            let done = self
                .0
                .compress_vec(rest, &mut small, FlushCompress::Finish)
                .ok()?;
            let taken = usize::try_from(self.0.total_in() - before).ok()?;
            rest = rest.get(taken..)?;
            match done {
                Status::StreamEnd => break,
                Status::Ok | Status::BufError => small.reserve(small.len() / 2 + ROOM),
            }
        }
        small.shrink_to_fit();
        Some(small)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::ZlibDecoder;

    use super::*;

    #[test]
    fn streams_come_out_as_they_went_in() {
        let mut squeezer = Squeezer::new();
        let long: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
        for content in [long.as_slice(), &b"the same again. ".repeat(40), &long] {
            let stream = squeezer.stream(content.to_vec());
            assert!(stream.content.len() < content.len());
            let mut read = Vec::new();
            let whole = ZlibDecoder::new(stream.content.as_slice()).read_to_end(&mut read);
            assert_eq!(whole.ok(), Some(content.len()));
            assert!(read == content);
        }
    }

    #[test]
    fn what_does_not_get_smaller_stays() {
        let mut squeezer = Squeezer::new();
        for content in [&b""[..], b"short"] {
            let stream = squeezer.stream(content.to_vec());
            assert_eq!(stream.content, content);
            assert!(!stream.dict.has(b"Filter"));
        }
    }
}
