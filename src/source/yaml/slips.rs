//! What a person most likely did where the parser gave up, and how the line would be right.
//!
//! The parser tells where, in words of its own; what to do is told from the line. It never changes a text.

use std::ops::Range;

use serde_saphyr::Error;

use super::line::Line;
use crate::source::YamlError;

/// A slip, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slip {
    /// Bytes of the text.
    pub(crate) span: Range<usize>,
    /// What it is.
    pub(crate) error: YamlError,
    /// The line as it should be, where that can be told.
    pub(crate) mended: Option<String>,
}

/// Longest line shown again as it should be, in bytes: beyond, an example says more.
pub(super) const LONGEST: usize = 160;

/// The slip behind a parser's error, which it tells at a byte.
pub(super) fn of(error: &Error, text: &str, offset: usize) -> Slip {
    let told = classify(error, text, offset);
    let (span, error) = refine(told, text, offset);
    let mended = mended(&error, Line::at(text, span.start));
    Slip {
        span,
        error,
        mended: mended.filter(|line| line.len() <= LONGEST),
    }
}

/// What the parser says, told from its words.
fn classify(error: &Error, text: &str, offset: usize) -> YamlError {
    let words = error.to_string().to_lowercase();
    let says = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    let (before, after) = text.split_at_checked(offset).unwrap_or((text, ""));
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = after.lines().next().unwrap_or_default();
    if matches!(error, Error::Budget { .. })
        || says(&[
            "recursion limit",
            "budget",
            "alias replay",
            "alias expansion",
        ])
    {
        YamlError::TooMuch
    } else if matches!(error, Error::MultipleDocuments { .. }) {
        YamlError::SeveralDocuments
    } else if says(&["a tab", "tabs"]) || indented_with_tab(text, offset) {
        YamlError::Tab
    } else if says(&[
        "unexpected character",
        "unknown anchor",
        "misplaced bracket",
    ]) {
        YamlError::ReservedCharacter(after.chars().next().unwrap_or_default())
    } else if says(&["mapping values are not allowed"]) && before.contains(": ") {
        YamlError::ColonInText
    } else if says(&["trailing content"]) {
        YamlError::TextAfterQuotes
    } else if says(&[
        "quoted scalar",
        "unclosed",
        "illegal placement",
        "end of stream",
    ]) {
        YamlError::Unclosed
    } else if says(&["simple key expected"]) {
        let glued = after.split_once(':');
        let glued = glued.is_some_and(|(key, rest)| {
            !key.contains(char::is_whitespace) && !rest.is_empty() && !rest.starts_with(' ')
        });
        if glued {
            YamlError::MissingSpace
        } else {
            YamlError::MissingColon
        }
    } else if says(&[
        "indent",
        "mapping values",
        "block mapping",
        "block collection",
        "block sequence",
    ]) {
        YamlError::Indentation {
            column: 0,
            above: None,
        }
    } else {
        YamlError::Other(words)
    }
}

/// A closer look at the line, and at the one above: parsers stop at the consequence of a slip.
fn refine(told: YamlError, text: &str, offset: usize) -> (Range<usize>, YamlError) {
    let here = offset..offset;
    let line = Line::at(text, offset);
    match told {
        YamlError::TooMuch | YamlError::SeveralDocuments | YamlError::TextAfterQuotes => {
            (here, told)
        }
        YamlError::Tab => (tab(text, offset).unwrap_or(here), told),
        YamlError::Unclosed => (open_quote(text, offset).unwrap_or(here), told),
        _ => {
            let above = line.above();
            let lines = || [Some(line), above].into_iter().flatten();
            if let Some(found) = lines()
                .find_map(strange_blank)
                .or_else(|| lines().find_map(dash))
            {
                return found;
            }
            if let Some(reserved) = reserved(line, offset) {
                return reserved;
            }
            match told {
                YamlError::Indentation { .. } => indentation(line, above),
                told => (here, told),
            }
        }
    }
}

/// A blank that YAML does not count: in the indent, or after the colon of a key.
fn strange_blank(line: Line<'_>) -> Option<(Range<usize>, YamlError)> {
    let strange =
        |c: char| c.is_whitespace() && !c.is_ascii() || c == '\u{200b}' || c == '\u{feff}';
    let body = line.body();
    let part = if body.starts_with(strange) {
        body
    } else {
        let (_, rest) = line.entry().split_once(':')?;
        rest.starts_with(strange).then_some(rest)?
    };
    let end = part.find(|c: char| !strange(c)).unwrap_or(part.len());
    let part = part.get(..end)?;
    Some((line.place(part), YamlError::StrangeBlank))
}

/// A dash of a list that is none: a long one, a bullet, or one against its words.
fn dash(line: Line<'_>) -> Option<(Range<usize>, YamlError)> {
    let body = line.body();
    let first = body.chars().next()?;
    let rest = body.get(first.len_utf8()..)?;
    let mark = line.place(body.get(..first.len_utf8())?);
    if OTHER_DASHES.contains(&first) {
        return Some((mark, YamlError::OtherDash(first)));
    }
    let glued = first == '-' && rest.starts_with(char::is_alphabetic);
    glued.then_some((mark, YamlError::GluedDash))
}

/// What people take for the dash of a list: programs that correct as one types write them.
const OTHER_DASHES: [char; 7] = ['–', '—', '−', '‐', '‑', '•', '·'];

/// A value that begins with a mark of YAML, on the line where the parser gave up.
fn reserved(line: Line<'_>, offset: usize) -> Option<(Range<usize>, YamlError)> {
    let value = line.value();
    let first = value.chars().next()?;
    let place = line.place(value);
    let inside = place.start <= offset && offset <= place.end && value.len() < line.body().len();
    let marks = matches!(
        first,
        '[' | '{' | '>' | '|' | '*' | '&' | '!' | '%' | '@' | '`' | ','
    );
    (inside && (marks || value.starts_with("- "))).then(|| {
        let mark = place.start..place.start + first.len_utf8();
        (mark, YamlError::ReservedCharacter(first))
    })
}

/// Lines that do not begin where their group does.
fn indentation(line: Line<'_>, above: Option<Line<'_>>) -> (Range<usize>, YamlError) {
    if let Some(first) = above.and_then(|above| undashed(line, above)) {
        return (line_start(first), YamlError::FirstWithoutDash);
    }
    let column = line.column(line.body());
    let above = above.map(|above| above.column(above.entry()));
    let above = above.filter(|above| *above != column);
    (line_start(line), YamlError::Indentation { column, above })
}

/// Where the words of a line begin.
fn line_start(line: Line<'_>) -> Range<usize> {
    let start = line.place(line.body()).start;
    start..start
}

/// The first line of a list whose items have dashes from the second on.
fn undashed<'t>(line: Line<'t>, above: Line<'t>) -> Option<Line<'t>> {
    if !line.body().starts_with("- ") || above.entry().len() != above.body().len() {
        return None;
    }
    let mut first = above;
    while let Some(above) = first.above() {
        if above.indent() < line.indent() {
            let opens = above.words.trim_end().ends_with(':');
            return (opens && !first.body().starts_with('-')).then_some(first);
        }
        if above.body().starts_with('-') {
            return None;
        }
        first = above;
    }
    None
}

/// The line as it should be.
fn mended(error: &YamlError, line: Line<'_>) -> Option<String> {
    let value = line.value();
    match error {
        YamlError::ColonInText => Some(line.with_value(&quoted(value))),
        YamlError::ReservedCharacter(mark) => {
            let begins = value.starts_with(*mark);
            begins.then(|| line.with_value(&quoted(value)))
        }
        YamlError::TextAfterQuotes => {
            let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let inner = value.strip_prefix(mark)?.strip_suffix(mark);
            Some(line.with_value(&quoted(inner.unwrap_or(value))))
        }
        YamlError::MissingSpace => {
            let (key, value) = line.body().split_once(':')?;
            Some(format!("{key}: {value}"))
        }
        YamlError::StrangeBlank => {
            let (key, value) = line.entry().split_once(':')?;
            let (key, value) = (key.trim(), value.trim());
            (!value.is_empty()).then(|| format!("{key}: {value}"))
        }
        YamlError::OtherDash(dash) => {
            let rest = line.body().strip_prefix(*dash)?;
            Some(format!("- {}", rest.trim_start()))
        }
        YamlError::GluedDash => Some(format!("- {}", line.body().strip_prefix('-')?)),
        YamlError::FirstWithoutDash => Some(format!("- {}", line.body())),
        _ => None,
    }
}

/// A text between quotes that do not occur in it, or with its apostrophes doubled.
pub(super) fn quoted(text: &str) -> String {
    if !text.contains('\'') {
        format!("'{text}'")
    } else if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// Whether the line of an offset, or the one before it, begins with a tab.
fn indented_with_tab(text: &str, offset: usize) -> bool {
    let before = text.get(..offset).unwrap_or(text);
    let mut lines = before.rsplit('\n').take(2);
    lines.any(|line| line.trim_start_matches(' ').starts_with('\t'))
}

/// The tab that an error near an offset is about: the parser stops before or after it.
fn tab(text: &str, offset: usize) -> Option<Range<usize>> {
    let start = text
        .get(..offset)?
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let indent_before = text.get(..start)?.trim_end_matches('\n').rfind('\n');
    let from = indent_before.map_or(0, |newline| newline + 1);
    let tab = from + text.get(from..)?.find('\t')?;
    Some(tab..tab + 1)
}

/// The quote that is never closed, before the place where the parser gives up: the last value that opens
/// one and does not close it on its line.
fn open_quote(text: &str, offset: usize) -> Option<Range<usize>> {
    let mut at = 0;
    let mut opened = None;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if start > offset {
            break;
        }
        let line = Line::at(text, start);
        let value = line.value().trim_start_matches([' ', '-']);
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        if let Some(quote) = quote
            && value.matches(quote).count() % 2 == 1
        {
            let from = line.place(value).start;
            opened = Some(from..from + 1);
        }
    }
    opened
}
