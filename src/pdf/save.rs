//! The object tree as bytes (ISO 32000-1, 7.5).
//!
//! Streams stand in the file one by one; all other objects are packed into object streams, which
//! compress ten times better (7.5.7); a compressed cross-reference stream finds them all (7.5.8).
//!
//! `lopdf` can save too. Not used here: it leaves the cross-reference stream uncompressed, and the line
//! feed that it writes after a stream joins a carriage return that happens to be the stream's last
//! byte, which strict validators count as a wrong length (ISO 19005-2, 6.1.7.1). A full line end
//! (`CR LF`) cannot be misread.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, Stream, StringFormat};
use rayon::prelude::*;

use super::objects::{array, count, dictionary, integer, name};

/// How many objects share an object stream.
const PACKED: usize = 200;
/// Four bytes above 127 say that the file is binary (ISO 19005-2, 6.1.2).
const HEADER: &[u8] = b"%PDF-1.7\n%\xC3\xA7\xC3\xAC\n";

/// Where an object is.
#[derive(Debug, Clone, Copy)]
enum Entry {
    /// At a byte of the file.
    At(usize),
    /// In an object stream, at an index.
    In(u32, usize),
}

/// Writes the file.
pub(super) fn save(document: Document) -> Vec<u8> {
    let mut file = File {
        bytes: HEADER.to_vec(),
        entries: BTreeMap::new(),
    };
    let mut next = document.max_id + 1;
    let mut packed: Vec<(u32, Object)> = Vec::new();
    let mut streams: Vec<(u32, Stream)> = Vec::new();
    for ((id, _), object) in document.objects {
        match object {
            Object::Stream(stream) => streams.push((id, stream)),
            other => packed.push((id, other)),
        }
    }
    streams
        .par_iter_mut()
        .filter(|(_, stream)| stream.allows_compression)
        .for_each(|(_, stream)| {
            // What does not get smaller stays as it is.
            let _ = stream.compress();
        });
    for (id, stream) in &streams {
        file.stream(*id, stream);
    }
    for objects in packed.chunks(PACKED) {
        file.pack(next, objects);
        next += 1;
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
        self.bytes.extend(format!("{id} 0 obj\n").bytes());
        write_dictionary(&mut self.bytes, &stream.dict);
        self.bytes.extend(b"\nstream\r\n");
        self.bytes.extend(&stream.content);
        self.bytes.extend(b"\r\nendstream\nendobj\n");
    }

    /// Writes an object stream.
    fn pack(&mut self, id: u32, objects: &[(u32, Object)]) {
        let mut offsets = Vec::new();
        let mut content = Vec::new();
        for (index, (own, object)) in objects.iter().enumerate() {
            offsets.extend(format!("{own} {} ", content.len()).bytes());
            write(&mut content, object);
            content.push(b'\n');
            self.entries.insert(*own, Entry::In(id, index));
        }
        let entries = dictionary([
            ("Type", name("ObjStm")),
            ("N", count(objects.len())),
            ("First", count(offsets.len())),
        ]);
        offsets.append(&mut content);
        let mut stream = Stream::new(entries, offsets);
        let _ = stream.compress();
        self.stream(id, &stream);
    }

    /// Writes the cross-reference stream and the end of the file.
    fn finish(&mut self, id: u32, trailer: Dictionary) {
        let start = self.bytes.len();
        self.entries.insert(id, Entry::At(start));
        let mut table = Vec::new();
        for number in 0..=id {
            let (kind, first, second) = match self.entries.get(&number) {
                Some(Entry::At(offset)) => (1, u32::try_from(*offset).unwrap_or(u32::MAX), 0),
                Some(Entry::In(stream, index)) => {
                    (2, *stream, u16::try_from(*index).unwrap_or(u16::MAX))
                }
                None => (0, 0, u16::MAX),
            };
            table.push(kind);
            table.extend(u32::to_be_bytes(first));
            table.extend(u16::to_be_bytes(second));
        }
        let mut entries = trailer;
        for (key, value) in [
            ("Type", name("XRef")),
            ("Size", integer(i64::from(id) + 1)),
            ("W", array([integer(1), integer(4), integer(2)])),
        ] {
            entries.set(key, value);
        }
        let mut stream = Stream::new(entries, table);
        let _ = stream.compress();
        self.stream(id, &stream);
        self.bytes
            .extend(format!("startxref\n{start}\n%%EOF\n").bytes());
    }
}

/// Writes an object.
fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(value) => out.extend(value.to_string().bytes()),
        Object::Integer(value) => out.extend(value.to_string().bytes()),
        Object::Real(value) => out.extend(value.to_string().bytes()),
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, format) => write_string(out, bytes, *format),
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    part(out, item);
                }
                write(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => write_dictionary(out, entries),
        // A stream is never inside another object.
        Object::Stream(stream) => write_dictionary(out, &stream.dict),
        Object::Reference((id, generation)) => out.extend(format!("{id} {generation} R").bytes()),
    }
}

fn write_dictionary(out: &mut Vec<u8>, entries: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in entries {
        write_name(out, key);
        part(out, value);
        write(out, value);
    }
    out.extend(b">>");
}

/// A space before what does not part itself from what stands before it.
fn part(out: &mut Vec<u8>, object: &Object) {
    let parts_itself = matches!(
        object,
        Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_)
    );
    if !parts_itself {
        out.push(b' ');
    }
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            out.extend(format!("#{byte:02X}").bytes());
        }
    }
}

fn write_string(out: &mut Vec<u8>, bytes: &[u8], format: StringFormat) {
    if format == StringFormat::Hexadecimal {
        out.push(b'<');
        for byte in bytes {
            out.extend(format!("{byte:02X}").bytes());
        }
        out.push(b'>');
        return;
    }
    out.push(b'(');
    for byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', *byte]),
            b'\r' => out.extend(b"\\r"),
            b'\n' => out.extend(b"\\n"),
            other => out.push(*other),
        }
    }
    out.push(b')');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(object: &Object) -> String {
        let mut out = Vec::new();
        write(&mut out, object);
        String::from_utf8_lossy(&out).into_owned()
    }

    #[test]
    fn objects_are_parted_where_they_must_be() {
        let items = array([
            integer(1),
            name("A B"),
            integer(-2),
            Object::Reference((3, 0)),
        ]);
        assert_eq!(written(&items), "[1/A#20B -2 3 0 R]");
        let entries = dictionary([("K", integer(1)), ("S", name("P"))]);
        assert_eq!(written(&Object::Dictionary(entries)), "<</K 1/S/P>>");
    }

    #[test]
    fn strings_escape_what_would_end_them() {
        let string = Object::String(b"a)\\\r".to_vec(), StringFormat::Literal);
        assert_eq!(written(&string), "(a\\)\\\\\\r)");
    }
}
