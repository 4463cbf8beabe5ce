//! From characters to glyphs: the one place that calls the shaper.

use std::str::Chars;

use harfrust::{Buffer, Direction, Script, ShapeOptions, ShaperFont};

use super::faces::Face;

/// A glyph and the character at which its cluster starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shaped {
    /// Number in the font.
    pub(super) id: u16,
    /// How far the pen moves, font units.
    pub(super) advance: i32,
    /// How far right of the pen it stands, font units.
    pub(super) offset: i32,
    /// Byte of the text at which its cluster starts.
    pub(super) start: usize,
    /// Whether a line that starts here must be shaped again.
    pub(super) joined: bool,
}

/// The character that a face draws for another: hyphens and spaces that few fonts have.
///
/// The text keeps the character itself; only the drawing differs.
pub(super) fn drawn(face: &Face, character: char) -> Option<char> {
    if face.has(character) {
        return Some(character);
    }
    let stand_in = match character {
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2212}' | '\u{2012}' => '–',
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => ' ',
        '\u{2019}' | '\u{2BC}' => '\'',
        '\u{2B9}' => '′',
        _ => return None,
    };
    face.has(stand_in).then_some(stand_in)
}

/// Shapes `text`, whose first byte is byte `start` of the paragraph.
///
/// Kerning and the font's default features apply. A shaper that refuses (it cannot, for plain
/// left-to-right text) leaves the font's own glyphs, unkerned.
pub(super) fn shape(face: &Face, buffer: &mut Buffer, text: &str, start: usize) -> Vec<Shaped> {
    buffer.clear();
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(Some(Script::LATIN));
    for (index, character) in text.char_indices() {
        let glyph = drawn(face, character).unwrap_or('?');
        buffer.push(
            u32::from(glyph),
            u32::try_from(start + index).unwrap_or(u32::MAX),
        );
    }
    let font = ShaperFont::new(face.font());
    let options = ShapeOptions::new().plan(Some(face.plan()));
    if harfrust::shape(&font, buffer, options).is_err() {
        return Vec::new();
    }
    buffer
        .glyph_infos()
        .iter()
        .zip(buffer.glyph_positions())
        .map(|(info, position)| Shaped {
            id: u16::try_from(info.glyph_id).unwrap_or_default(),
            advance: position.x_advance,
            offset: position.x_offset,
            start: usize::try_from(info.cluster).unwrap_or_default(),
            joined: info.unsafe_to_break(),
        })
        .collect()
}

/// Whether a character is drawn by nothing at all and needs no glyph.
pub(super) const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{34F}')
}

/// Whether a character leaves no mark of its own on paper: spaces, and what [`printable`] takes out.
pub(super) fn is_unmarked(character: char) -> bool {
    let mut kept = [0; 4];
    let mut left = printable(character.encode_utf8(&mut kept));
    left.next().is_none_or(|left| left == ' ') || character == '\u{AD}'
}

/// The characters of some input that a PDF may carry: PDF/A forbids some in its text (ISO 19005-2,
/// 6.2.11.7.2), control characters mean nothing on paper, private ones mean nothing to anybody.
pub(super) fn printable(text: &str) -> impl Iterator<Item = char> + '_ {
    let plain: Chars<'_> = text.chars();
    plain.filter_map(|character| match character {
        '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{FEFF}'
        | '\u{FFFE}'
        | '\u{FFFF}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => None,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => Some('\u{FFFD}'),
        other if other.is_control() => None,
        other if is_invisible(other) => None,
        other => Some(other),
    })
}
