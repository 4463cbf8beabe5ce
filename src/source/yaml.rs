//! Text to [`Node`]s, through `serde-saphyr`.
//!
//! `serde-saphyr` guards against hostile input (nesting, alias bombs, size) and knows where every
//! value stands. Plain scalars are cut out of the text instead of being taken as the numbers or
//! truth values that YAML sees in them: `1.40` must stay `1.40`, `no` must stay `no`.

use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_saphyr::{Location, Spanned};

use super::node::{Key, Node, NodeKind};

mod line;
mod lost;
mod slips;

pub(super) use lost::words as lost;
pub(super) use slips::Slip;

/// Deepest nesting accepted: cards have five levels. Each costs some of the stack of a thread.
const MAX_DEPTH: usize = 24;

/// Reads a text; an empty one, or one of comments only, is [`NodeKind::Null`].
///
/// # Errors
/// When the text is not YAML: what is wrong, and where in bytes.
pub(super) fn parse(text: &str) -> Result<Node, Slip> {
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! { max_depth: MAX_DEPTH },
        // Told by the reader of forms, with both places.
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        with_snippet: false,
    };
    serde_saphyr::from_str_with_options::<Option<Spanned<Raw>>>(text, options)
        .map(|raw| match raw {
            Some(raw) => node(raw, text),
            None => Node {
                span: 0..0,
                kind: NodeKind::Null,
            },
        })
        .map_err(|error| {
            let location = error.location();
            let span = location.map_or(0..0, |location| point(&location, text));
            slips::of(&error, text, span.start)
        })
}

/// A value as `serde` sees it, before the scalars are cut out of the text.
enum Raw {
    Null,
    /// A number or truth value: its characters are in the text.
    Typed,
    Text(String),
    Sequence(Vec<Spanned<Raw>>),
    Mapping(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Raw::Sequence(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Mapping(entries))
    }
}

fn node(raw: Spanned<Raw>, text: &str) -> Node {
    let span = span(&raw.defined, text);
    let kind = match raw.value {
        Raw::Null => NodeKind::Null,
        Raw::Typed => NodeKind::Scalar(text.get(span.clone()).unwrap_or_default().to_owned()),
        Raw::Text(words) => NodeKind::Scalar(paragraphs(words, text.get(..span.start))),
        Raw::Sequence(items) => {
            NodeKind::Sequence(items.into_iter().map(|item| node(item, text)).collect())
        }
        Raw::Mapping(entries) => NodeKind::Mapping(
            entries
                .into_iter()
                .map(|(key, value)| (self::key(key, text), node(value, text)))
                .collect(),
        ),
    };
    Node { span, kind }
}

/// In a folded block (`>`) a line end is the end of a paragraph, elsewhere an empty line is: the words
/// leave here with an empty line between paragraphs, however they were written.
fn paragraphs(words: String, before: Option<&str>) -> String {
    // No longer than `>2-`: further back there may be megabytes without a blank.
    let before = before.map(|before| before.trim_end().as_bytes());
    let end = before.and_then(|before| before.get(before.len().saturating_sub(4)..));
    let header = end.and_then(|end| end.rsplit(u8::is_ascii_whitespace).next());
    let folded = header
        .and_then(|header| header.strip_prefix(b">"))
        .is_some_and(|rest| rest.iter().all(|c| matches!(c, b'+' | b'-' | b'0'..=b'9')));
    if folded {
        words.replace('\n', "\n\n")
    } else {
        words
    }
}

fn key(key: Spanned<String>, text: &str) -> Key {
    Key {
        span: span(&key.defined, text),
        text: key.value,
    }
}

/// Bytes of the text, whatever the location says: within it and on character boundaries.
fn span(location: &Location, text: &str) -> Range<usize> {
    let inside = |offset: Option<u64>| {
        let offset = offset.and_then(|offset| usize::try_from(offset).ok());
        text.floor_char_boundary(offset.unwrap_or(0))
    };
    let start = location.span().byte_offset();
    let end = start.map(|start| start.saturating_add(location.span().byte_len().unwrap_or(0)));
    inside(start)..inside(end)
}

/// The byte of an error, which the parser tells by line and column only.
fn point(location: &Location, text: &str) -> Range<usize> {
    let line = usize::try_from(location.line()).unwrap_or(1).max(1);
    let column = usize::try_from(location.column()).unwrap_or(1).max(1);
    let mut lines = text.split_inclusive('\n');
    let start: usize = lines.by_ref().take(line - 1).map(str::len).sum();
    let within = lines.next().map_or(0, |line| {
        let line = line.trim_end_matches(['\n', '\r']);
        line.char_indices()
            .nth(column - 1)
            .map_or(line.len(), |(offset, _)| offset)
    });
    start + within..start + within
}

#[cfg(test)]
mod tests;
