//! The file in the making (ISO 32000-1, 7.5): whatever is added to it becomes bytes at once, and leaves.
//!
//! Streams stand in the file one by one; all other objects are packed into object streams, which
//! compress ten times better (7.5.7); a compressed cross-reference stream finds them all (7.5.8).
//!
//! `lopdf` can hold and save a document too. Not used here: its objects take twenty times the room of their bytes;
//! it leaves the cross-reference stream uncompressed, and the line feed that it writes after a stream joins a
//! carriage return that happens to be the stream's last byte, which strict validators count as a wrong length
//! (ISO 19005-2, 6.1.7.1). A full line end (`CR LF`) cannot be misread.

use std::io::{self, Write};

use lopdf::{Dictionary, Object, ObjectId, Stream};
use sha2::{Digest, Sha256};

use super::deflate::Squeezer;
use super::objects::{array, count, dictionary, integer, name};
use super::packed::{Packed, Shared};
use super::spelling::{write, write_dictionary, written};

/// Four bytes above 127 say that the file is binary (ISO 19005-2, 6.1.2).
const HEADER: &[u8] = b"%PDF-1.7\n%\xC3\xA7\xC3\xAC\n";

/// Bytes of a row of the cross-reference stream.
const ROW: usize = 7;
/// Says that a row holds what differs from the row above it (PNG, 9.2: filter type *Up*): rows that
/// count on become alike, and compress to nearly nothing (ISO 32000-1, 7.4.4.4).
const UP: u8 = 2;

/// Where an object is, as a row of the cross-reference stream (ISO 32000-1, table 18).
type Row = [u8; ROW];

/// The row of what is no object.
const NOWHERE: Row = row(0, 0, u16::MAX);

/// A row: what it is, and two numbers that say where.
const fn row(kind: u8, first: u32, second: u16) -> Row {
    let [a, b, c, d] = first.to_be_bytes();
    let [high, low] = second.to_be_bytes();
    [kind, a, b, c, d, high, low]
}

/// The row of an object that stands at a byte of the file.
fn at(offset: usize) -> Row {
    row(1, u32::try_from(offset).unwrap_or(u32::MAX), 0)
}

/// The row of an object in an object stream, at an index.
fn within(stream: u32, index: usize) -> Row {
    let index = u16::try_from(index).unwrap_or(u16::MAX);
    row(2, stream, index)
}

/// A file in the making.
pub(super) struct File<'o> {
    out: &'o mut dyn Write,
    /// How many bytes have left.
    length: usize,
    /// Why no more can leave.
    failed: Option<io::Error>,
    /// Where each object is, by number.
    rows: Vec<Row>,
    /// The last number given to an object.
    last: u32,
    packed: Packed,
    squeezer: Squeezer,
    /// Of all streams so far.
    hash: Sha256,
}

impl<'o> File<'o> {
    /// A file that goes somewhere.
    pub(super) fn new(out: &'o mut dyn Write) -> Self {
        let mut file = Self {
            out,
            length: 0,
            failed: None,
            rows: vec![NOWHERE],
            last: 0,
            packed: Packed::default(),
            squeezer: Squeezer::new(),
            hash: Sha256::new(),
        };
        file.put(HEADER);
        file
    }

    /// Bytes leave. What comes after a failure is lost, as the file is: [`File::finish`] tells.
    fn put(&mut self, bytes: &[u8]) {
        if self.failed.is_none() {
            self.failed = self.out.write_all(bytes).err();
        }
        self.length += bytes.len();
    }

    /// A number for an object that comes later.
    pub(super) const fn reserve(&mut self) -> ObjectId {
        self.last += 1;
        (self.last, 0)
    }

    /// Adds an object.
    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let id = self.reserve();
        self.set(id, object);
        id
    }

    /// Adds an object with a number of its own.
    pub(super) fn set(&mut self, (id, _): ObjectId, object: impl Into<Object>) {
        match object.into() {
            Object::Stream(mut stream) => {
                self.squeezer.compress(&mut stream);
                self.hash.update(&stream.content);
                self.stream(id, &stream);
            }
            other => write(self.begin((id, 0)), &other),
        }
    }

    /// Where the bytes of an object go that is no stream.
    pub(super) fn begin(&mut self, (id, _): ObjectId) -> &mut Vec<u8> {
        let full = self.packed.take();
        self.share(full);
        self.packed.begin(id)
    }

    /// A hash of all objects so far.
    pub(super) fn hash(&self) -> impl AsRef<[u8]> + use<> {
        let mut hash = self.hash.clone();
        hash.update(self.packed.hash());
        hash.finalize()
    }

    /// The end of the file.
    ///
    /// # Errors
    ///
    /// When some of it could not leave.
    pub(super) fn finish(mut self, trailer: Dictionary) -> io::Result<()> {
        let last = std::mem::take(&mut self.packed).finish();
        self.share(last);
        self.end(trailer);
        match self.failed {
            Some(error) => Err(error),
            None => self.out.flush(),
        }
    }

    /// Writes streams that objects share.
    fn share(&mut self, streams: Vec<Shared>) {
        for Shared { ids, stream } in streams {
            let (own, _) = self.reserve();
            for (index, id) in ids.into_iter().enumerate() {
                self.place(id, within(own, index));
            }
            self.stream(own, &stream);
        }
    }

    fn place(&mut self, id: u32, own: Row) {
        let index = usize::try_from(id).unwrap_or(usize::MAX);
        if self.rows.len() <= index {
            self.rows.resize(index + 1, NOWHERE);
        }
        if let Some(row) = self.rows.get_mut(index) {
            *row = own;
        }
    }

    fn stream(&mut self, id: u32, stream: &Stream) {
        self.place(id, at(self.length));
        let mut head = Vec::new();
        written(&mut head, format_args!("{id} 0 obj\n"));
        write_dictionary(&mut head, &stream.dict);
        head.extend(b"\nstream\r\n");
        self.put(&head);
        self.put(&stream.content);
        self.put(b"\r\nendstream\nendobj\n");
    }

    /// Writes the cross-reference stream and the end of the file.
    fn end(&mut self, trailer: Dictionary) {
        let start = self.length;
        let (id, _) = self.reserve();
        self.place(id, at(start));
        let mut table = Vec::with_capacity(self.rows.len() * (ROW + 1));
        let mut before = [0; ROW];
        for row in std::mem::take(&mut self.rows) {
            table.push(UP);
            let differences = row.iter().zip(before);
            table.extend(differences.map(|(own, above)| own.wrapping_sub(above)));
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
        self.squeezer.compress(&mut stream);
        self.stream(id, &stream);
        self.put(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    }
}
