//! Objects that will share object streams (ISO 32000-1, 7.5.7).
//!
//! A long document has tens of thousands of small objects, nearly all of them elements of the structure
//! tree; as values of their own they would be most of its memory. Here they are bytes as soon as they come, and
//! compressed as soon as a stream is full.

use lopdf::Stream;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::deflate::Squeezer;
use super::objects::{count, dictionary, name};
use super::spelling::written;

/// How many objects share a stream.
const SHARED: usize = 200;
/// How many streams are compressed together, on all cores.
const TOGETHER: usize = 32;

/// Objects as bytes.
#[derive(Debug, Default)]
pub(super) struct Packed {
    open: Group,
    full: Vec<Group>,
    shared: Vec<Shared>,
    hash: Sha256,
}

/// Objects that share a stream.
#[derive(Debug)]
pub(super) struct Shared {
    /// Their numbers, in the order in which they stand there.
    pub(super) ids: Vec<u32>,
    /// The stream.
    pub(super) stream: Stream,
}

impl Packed {
    /// Where the bytes of a new object go.
    pub(super) fn begin(&mut self, id: u32) -> &mut Vec<u8> {
        if self.open.starts.len() >= SHARED {
            self.close();
        }
        if !self.open.bytes.is_empty() {
            self.open.bytes.push(b'\n');
        }
        self.open.starts.push((id, self.open.bytes.len()));
        &mut self.open.bytes
    }

    /// A hash of all objects so far.
    pub(super) fn hash(&self) -> impl AsRef<[u8]> + use<> {
        let mut hash = self.hash.clone();
        hash.update(&self.open.bytes);
        hash.finalize()
    }

    /// The streams that are compressed, and nobody has taken yet.
    pub(super) fn take(&mut self) -> Vec<Shared> {
        std::mem::take(&mut self.shared)
    }

    /// The last streams.
    pub(super) fn finish(mut self) -> Vec<Shared> {
        self.close();
        self.compress();
        self.shared
    }

    fn close(&mut self) {
        let full = std::mem::take(&mut self.open);
        if full.starts.is_empty() {
            return;
        }
        self.hash.update(&full.bytes);
        self.full.push(full);
        if self.full.len() >= TOGETHER {
            self.compress();
        }
    }

    fn compress(&mut self) {
        let full = self.full.par_drain(..);
        let shared = full.map_init(Squeezer::new, |squeezer, group| group.share(squeezer));
        self.shared.par_extend(shared);
    }
}

/// The objects of one stream.
#[derive(Debug, Default)]
struct Group {
    bytes: Vec<u8>,
    /// Each object's number and where it starts.
    starts: Vec<(u32, usize)>,
}

impl Group {
    /// The stream: where each object is, and the objects.
    fn share(self, squeezer: &mut Squeezer) -> Shared {
        let mut content = Vec::with_capacity(self.bytes.len() + self.starts.len() * 12);
        for (id, start) in &self.starts {
            written(&mut content, format_args!("{id} {start} "));
        }
        let entries = dictionary([
            ("Type", name("ObjStm")),
            ("N", count(self.starts.len())),
            ("First", count(content.len())),
        ]);
        content.extend(self.bytes);
        let mut stream = Stream::new(entries, content);
        squeezer.compress(&mut stream);
        Shared {
            ids: self.starts.into_iter().map(|(id, _)| id).collect(),
            stream,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::objects::integer;
    use crate::pdf::spelling::write;
    use lopdf::Object;

    #[test]
    fn every_object_is_where_its_stream_says() {
        let mut packed = Packed::default();
        for id in 1..=450_u32 {
            write(packed.begin(id), &integer(i64::from(id) * 7));
        }
        let streams = packed.finish();
        let mut seen = 0_usize;
        for Shared { ids, stream } in &streams {
            let content = stream.decompressed_content().unwrap();
            let first = stream.dict.get(b"First").and_then(Object::as_i64).unwrap();
            let (list, objects) = content.split_at(usize::try_from(first).unwrap());
            let list = String::from_utf8_lossy(list).into_owned();
            let numbers: Vec<usize> = list
                .split_whitespace()
                .filter_map(|number| number.parse().ok())
                .collect();
            for (pair, own) in numbers.chunks(2).zip(ids) {
                let [id, at] = pair else { continue };
                assert_eq!(u32::try_from(*id).ok(), Some(*own));
                let rest = objects.get(*at..).unwrap_or_default();
                let line = rest.split(|byte| *byte == b'\n').next();
                assert_eq!(line, Some((id * 7).to_string().as_bytes()));
                seen += 1;
            }
        }
        assert_eq!((seen, streams.len()), (450, 3));
    }

    #[test]
    fn the_hash_is_of_all_objects() {
        let mut packed = Packed::default();
        let mut known = std::collections::BTreeSet::new();
        for id in 1..=450_u32 {
            write(packed.begin(id), &integer(1));
            assert!(known.insert(packed.hash().as_ref().to_vec()), "{id}");
        }
    }
}
