//! Objects as bytes (ISO 32000-1, 7.3).

use std::fmt::Arguments;
use std::io::Write as _;

use lopdf::{Dictionary, Object, ObjectId, StringFormat};

/// Writes words; memory has room for them.
pub(super) fn written(out: &mut Vec<u8>, words: Arguments<'_>) {
    let _ = out.write_fmt(words);
}

/// Writes an object.
pub(super) fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(value) => written(out, format_args!("{value}")),
        Object::Integer(value) => written(out, format_args!("{value}")),
        Object::Real(value) => written(out, format_args!("{value}")),
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
        Object::Reference(id) => write_reference(out, *id),
    }
}

pub(super) fn write_dictionary(out: &mut Vec<u8>, entries: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in entries {
        write_name(out, key);
        part(out, value);
        write(out, value);
    }
    out.extend(b">>");
}

/// Writes a reference.
pub(super) fn write_reference(out: &mut Vec<u8>, (id, generation): ObjectId) {
    written(out, format_args!("{id} {generation} R"));
}

/// A space before what does not part itself from what stands before it.
pub(super) fn part(out: &mut Vec<u8>, object: &Object) {
    let parts_itself = matches!(
        object,
        Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_)
    );
    if !parts_itself {
        out.push(b' ');
    }
}

pub(super) fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            written(out, format_args!("#{byte:02X}"));
        }
    }
}

fn write_string(out: &mut Vec<u8>, bytes: &[u8], format: StringFormat) {
    if format == StringFormat::Hexadecimal {
        out.push(b'<');
        for byte in bytes {
            written(out, format_args!("{byte:02X}"));
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
    use crate::pdf::objects::{array, dictionary, integer, name};

    fn spelt(object: &Object) -> String {
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
        assert_eq!(spelt(&items), "[1/A#20B -2 3 0 R]");
        let entries = dictionary([("K", integer(1)), ("S", name("P"))]);
        assert_eq!(spelt(&Object::Dictionary(entries)), "<</K 1/S/P>>");
    }

    #[test]
    fn strings_escape_what_would_end_them() {
        let string = Object::String(b"a)\\\r".to_vec(), StringFormat::Literal);
        assert_eq!(spelt(&string), "(a\\)\\\\\\r)");
    }
}
