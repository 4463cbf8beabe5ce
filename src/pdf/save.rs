//! The object tree as a file (ISO 32000-1, 7.5).
//!
//! Streams stand in the file one by one; all other objects are packed into object streams, which
//! compress ten times better (7.5.7); a compressed cross-reference stream finds them all (7.5.8).
//!
//! `lopdf` can save too. Not used here: it leaves the cross-reference stream uncompressed, and the line
//! feed that it writes after a stream joins a carriage return that happens to be the stream's last
//! byte, which strict validators count as a wrong length (ISO 19005-2, 6.1.7.1). A full line end
//! (`CR LF`) cannot be misread.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, Stream};
use rayon::prelude::*;

use super::deflate::compress;
use super::objects::{array, count, dictionary, integer, name};
use super::packed::Packed;
use super::spelling::{write_dictionary, written};

/// Four bytes above 127 say that the file is binary (ISO 19005-2, 6.1.2).
const HEADER: &[u8] = b"%PDF-1.7\n%\xC3\xA7\xC3\xAC\n";

/// Bytes of a row of the cross-reference stream.
const ROW: usize = 7;
/// Says that a row holds what differs from the row above it (PNG, 9.2: filter type *Up*): rows that
/// count on become alike, and compress to nearly nothing (ISO 32000-1, 7.4.4.4).
const UP: u8 = 2;

/// Where an object is.
#[derive(Debug, Clone, Copy)]
enum Entry {
    /// At a byte of the file.
    At(usize),
    /// In an object stream, at an index.
    In(u32, usize),
}

/// Writes the file: a document, and the objects that are bytes already.
pub(super) fn save(document: Document, mut packed: Packed) -> Vec<u8> {
    let mut file = File {
        bytes: HEADER.to_vec(),
        entries: BTreeMap::new(),
    };
    let mut next = document.max_id + 1;
    let mut streams: Vec<(u32, Stream)> = Vec::new();
    for ((id, _), object) in document.objects {
        match object {
            Object::Stream(stream) => streams.push((id, stream)),
            other => packed.push(id, &other),
        }
    }
    for group in packed.groups() {
        for (index, id) in group.ids().enumerate() {
            file.entries.insert(id, Entry::In(next, index));
        }
        let (offsets, content) = group.content();
        let entries = dictionary([
            ("Type", name("ObjStm")),
            ("N", count(group.ids().count())),
            ("First", count(offsets)),
        ]);
        streams.push((next, Stream::new(entries, content)));
        next += 1;
    }
    drop(packed);
    streams
        .par_iter_mut()
        .filter(|(_, stream)| stream.allows_compression)
        .for_each(|(_, stream)| compress(stream));
    for (id, stream) in streams {
        file.stream(id, &stream);
    }
    file.finish(next, document.trailer);
    file.bytes
}

struct File {
    bytes: Vec<u8>,
    entries: BTreeMap<u32, Entry>,
}

impl File {
    fn stream(&mut self, id: u32, stream: &Stream) {
        self.entries.insert(id, Entry::At(self.bytes.len()));
        written(&mut self.bytes, format_args!("{id} 0 obj\n"));
        write_dictionary(&mut self.bytes, &stream.dict);
        self.bytes.extend(b"\nstream\r\n");
        self.bytes.extend(&stream.content);
        self.bytes.extend(b"\r\nendstream\nendobj\n");
    }

    /// Writes the cross-reference stream and the end of the file.
    fn finish(&mut self, id: u32, trailer: Dictionary) {
        let start = self.bytes.len();
        self.entries.insert(id, Entry::At(start));
        let mut table = Vec::new();
        let mut before = [0; ROW];
        for number in 0..=id {
            let (kind, first, second) = match self.entries.get(&number) {
                Some(Entry::At(offset)) => (1, u32::try_from(*offset).unwrap_or(u32::MAX), 0),
                Some(Entry::In(stream, index)) => {
                    (2, *stream, u16::try_from(*index).unwrap_or(u16::MAX))
                }
                None => (0, 0, u16::MAX),
            };
            let numbers = first
                .to_be_bytes()
                .into_iter()
                .chain(u16::to_be_bytes(second));
            let mut row = [kind; ROW];
            row.iter_mut()
                .skip(1)
                .zip(numbers)
                .for_each(|(own, byte)| *own = byte);
            table.push(UP);
            table.extend(
                row.iter()
                    .zip(before)
                    .map(|(own, above)| own.wrapping_sub(above)),
            );
            before = row;
        }
        let prediction = dictionary([("Predictor", integer(12)), ("Columns", count(ROW))]);
        let mut entries = trailer;
        for (key, value) in [
            ("Type", name("XRef")),
            ("Size", integer(i64::from(id) + 1)),
            ("W", array([integer(1), integer(4), integer(2)])),
            ("DecodeParms", Object::Dictionary(prediction)),
        ] {
            entries.set(key, value);
        }
        let mut stream = Stream::new(entries, table);
        compress(&mut stream);
        self.stream(id, &stream);
        self.bytes
            .extend(format!("startxref\n{start}\n%%EOF\n").bytes());
    }
}
