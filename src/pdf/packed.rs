//! Objects that will share object streams (ISO 32000-1, 7.5.7), one after the other in one buffer.
//!
//! A long document has tens of thousands of small objects, nearly all of them elements of the structure
//! tree; as values of their own they would be most of its memory.

use lopdf::Object;

use super::spelling::{write, written};

/// How many objects share a stream.
const SHARED: usize = 200;

/// Objects as bytes.
#[derive(Debug, Default)]
pub(super) struct Packed {
    bytes: Vec<u8>,
    /// Each object's number and where it starts.
    starts: Vec<(u32, usize)>,
}

impl Packed {
    /// Adds an object.
    pub(super) fn push(&mut self, id: u32, object: &Object) {
        write(self.begin(id), object);
    }

    /// Where the bytes of a new object go.
    pub(super) fn begin(&mut self, id: u32) -> &mut Vec<u8> {
        if !self.bytes.is_empty() {
            self.bytes.push(b'\n');
        }
        self.starts.push((id, self.bytes.len()));
        &mut self.bytes
    }

    /// All bytes, for a hash of them.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The objects, by the stream that they share.
    pub(super) fn groups(&self) -> impl Iterator<Item = Group<'_>> {
        let ends = self.starts.chunks(SHARED).skip(1);
        let ends = ends.filter_map(|next| next.first().map(|(_, start)| *start));
        let ends = ends.chain([self.bytes.len()]);
        self.starts.chunks(SHARED).zip(ends).map(|(starts, end)| {
            let first = starts.first().map_or(end, |(_, start)| *start);
            Group {
                starts,
                first,
                bytes: self.bytes.get(first..end).unwrap_or_default(),
            }
        })
    }
}

/// The objects of one stream.
pub(super) struct Group<'a> {
    starts: &'a [(u32, usize)],
    first: usize,
    bytes: &'a [u8],
}

impl Group<'_> {
    /// The numbers of the objects.
    pub(super) fn ids(&self) -> impl Iterator<Item = u32> {
        self.starts.iter().map(|(id, _)| *id)
    }

    /// The stream's content: where each object is, how long that list is, and the objects.
    pub(super) fn content(&self) -> (usize, Vec<u8>) {
        let mut content = Vec::with_capacity(self.bytes.len() + self.starts.len() * 12);
        for (id, start) in self.starts {
            written(&mut content, format_args!("{id} {} ", start - self.first));
        }
        let length = content.len();
        content.extend(self.bytes);
        (length, content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::objects::integer;

    #[test]
    fn every_object_is_where_its_group_says() {
        let mut packed = Packed::default();
        for id in 1..=450_u32 {
            packed.push(id, &integer(i64::from(id) * 7));
        }
        let mut seen = 0;
        for group in packed.groups() {
            let (offsets, content) = group.content();
            let (list, objects) = content.split_at(offsets);
            let list = String::from_utf8_lossy(list).into_owned();
            let numbers: Vec<usize> = list
                .split_whitespace()
                .filter_map(|number| number.parse().ok())
                .collect();
            for pair in numbers.chunks(2) {
                let [id, at] = pair else { continue };
                let rest = objects.get(*at..).unwrap_or_default();
                let line = rest.split(|byte| *byte == b'\n').next();
                assert_eq!(line, Some((id * 7).to_string().as_bytes()));
                seen += 1;
            }
        }
        assert_eq!((seen, packed.groups().count()), (450, 3));
    }
}
