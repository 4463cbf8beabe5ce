//! Small words for building PDF objects.

use lopdf::{Dictionary, Object, ObjectId, StringFormat};

/// A whole number.
pub(super) const fn integer(value: i64) -> Object {
    Object::Integer(value)
}

/// A count.
pub(super) fn count(value: usize) -> Object {
    Object::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}

/// A number; whole numbers stay whole.
pub(super) fn real(value: f64) -> Object {
    let single = single(value);
    let whole = i64::from(rounded(value));
    if (value - value.round()).abs() < f64::EPSILON && value.abs() < 30_000.0 {
        integer(whole)
    } else {
        Object::Real(single)
    }
}

/// A length on the page: hundredths of a point are finer than any printer.
pub(super) fn length(value: f64) -> Object {
    real((value * 100.0).round() / 100.0)
}

/// A name.
pub(super) fn name(value: &str) -> Object {
    Object::Name(value.as_bytes().to_vec())
}

/// An array.
pub(super) fn array<const N: usize>(items: [Object; N]) -> Object {
    Object::Array(items.into())
}

/// A dictionary.
pub(super) fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    entries.into_iter().collect()
}

/// A reference.
pub(super) const fn reference(id: ObjectId) -> Object {
    Object::Reference(id)
}

/// Text for people (ISO 32000-1, 7.9.2.2): ASCII as it is, everything else as UTF-16.
pub(super) fn text(value: &str) -> Object {
    if value.is_ascii() {
        return Object::String(value.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(value.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// Bytes for machines.
pub(super) fn bytes(value: &[u8]) -> Object {
    Object::String(value.to_vec(), StringFormat::Hexadecimal)
}

/// A number in single precision, as PDF writers keep them.
#[expect(
    clippy::cast_possible_truncation,
    reason = "PDF numbers have single precision"
)]
pub(super) const fn single(value: f64) -> f32 {
    value as f32
}

/// The nearest whole number of 16 bits.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the value is clamped to the range of i16"
)]
pub(super) fn rounded(value: f64) -> i16 {
    value
        .round()
        .clamp(f64::from(i16::MIN), f64::from(i16::MAX)) as i16
}
