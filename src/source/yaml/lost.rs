//! Words of an author that YAML takes for something else and drops without a sound.

use std::ops::Range;

use super::line::Line;
use crate::source::fault::Lost;
use crate::source::node::{Node, NodeKind};

/// What of a text is in none of its values though its author most likely meant it to be.
pub(crate) fn words(node: &Node, text: &str) -> Vec<(Range<usize>, Lost)> {
    let mut found = Vec::new();
    within(node, text, &mut found);
    found
}

fn within(node: &Node, text: &str, found: &mut Vec<(Range<usize>, Lost)>) {
    match &node.kind {
        NodeKind::Null | NodeKind::Scalar(_) => scalar(node, text, found),
        NodeKind::Sequence(items) => items.iter().for_each(|item| within(item, text, found)),
        NodeKind::Mapping(entries) => {
            for (key, value) in entries {
                if value.kind == NodeKind::Null {
                    found.extend(comment(key.span.end + 1, text));
                }
                within(value, text, found);
            }
        }
    }
}

fn scalar(node: &Node, text: &str, found: &mut Vec<(Range<usize>, Lost)>) {
    found.extend(sigil(node.span.start, text));
    let NodeKind::Scalar(words) = &node.kind else {
        return;
    };
    let typed = text.get(node.span.clone()).unwrap_or_default();
    let plain = !typed.starts_with(['"', '\'', '|', '>']) && !typed.ends_with('\n');
    // After a bare figure a remark is a remark, however it is written.
    if plain && words.contains(char::is_alphabetic) {
        found.extend(comment(node.span.end, text));
    }
}

/// A mark before a value: `&name` unless something refers to it, `!name`.
fn sigil(start: usize, text: &str) -> Option<(Range<usize>, Lost)> {
    let line = Line::at(text, start);
    let before = text.get(line.place(line.words).start..start)?;
    let mark = before.split_whitespace().next_back()?;
    let lost = match mark.split_at_checked(1)? {
        ("&", name) if !name.is_empty() && !text.contains(&format!("*{name}")) => Lost::Anchor,
        ("!", name) if !name.starts_with('!') => Lost::Tag,
        _ => return None,
    };
    Some((line.place(mark), lost))
}

/// Words after a `#` that stands against them: `Sportello #1`.
fn comment(after: usize, text: &str) -> Option<(Range<usize>, Lost)> {
    let line = Line::at(text, after);
    let end = line.place(line.words).end;
    let rest = text.get(after..end)?;
    let mark = rest.trim_start_matches([' ', '\t']);
    let words = mark.strip_prefix('#')?.trim_end();
    let against = words.starts_with(char::is_alphanumeric) && mark.len() < rest.len();
    // A colour without quotes has a rule of its own.
    let colour = words.len() == 6 && words.bytes().all(|byte| byte.is_ascii_hexdigit());
    (against && !colour).then(|| {
        let whole = line.with_value(&super::slips::quoted(line.value()));
        (line.place(mark.trim_end()), Lost::Comment { mended: whole })
    })
}
