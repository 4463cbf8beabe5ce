//! The faces of a document: read once, shared by every document that uses them.
//!
//! A [`Face`] owns its bytes, what shaping needs of them (compiled once) and the few measures that
//! layout and PDF ask for. It never decides which face a word gets: [`super::text`] does.

use harfrust::font::Font;
use harfrust::{Direction, GlyphId, Script, ShapePlan, ShaperFont};

use super::names::postscript_name;
use super::shape;

/// Which face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaceKey {
    /// Upright.
    Regular,
    /// Stressed.
    Italic,
    /// Important.
    Bold,
    /// Both.
    BoldItalic,
    /// Where every character is as wide as the next.
    Mono,
    /// One of those for characters that the others lack, by its number from 0.
    Fallback(u8),
}

impl FaceKey {
    /// All but the fallbacks.
    pub const ALL: [Self; 5] = [
        Self::Regular,
        Self::Italic,
        Self::Bold,
        Self::BoldItalic,
        Self::Mono,
    ];

    /// The same face, bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        match self {
            Self::Regular | Self::Bold => Self::Bold,
            Self::Italic | Self::BoldItalic => Self::BoldItalic,
            Self::Mono | Self::Fallback(_) => self,
        }
    }

    /// The same face, italic.
    #[must_use]
    pub const fn italic(self) -> Self {
        match self {
            Self::Regular | Self::Italic => Self::Italic,
            Self::Bold | Self::BoldItalic => Self::BoldItalic,
            Self::Mono | Self::Fallback(_) => self,
        }
    }
}

/// The files of the faces: TrueType or OpenType, one font each.
#[derive(Debug, Clone)]
pub struct FaceBytes {
    /// Upright.
    pub regular: Vec<u8>,
    /// Italic.
    pub italic: Vec<u8>,
    /// Bold or semibold.
    pub bold: Vec<u8>,
    /// Bold italic.
    pub bold_italic: Vec<u8>,
    /// Monospaced.
    pub mono: Vec<u8>,
    /// Those to look in, in order, for characters that the others lack.
    pub fallback: Vec<Vec<u8>>,
}

/// Why a face cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FontError {
    /// The bytes are no font, or lack what shaping needs.
    Unreadable(FaceKey),
}

impl std::fmt::Display for FontError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self::Unreadable(key) = self;
        write!(out, "the bytes of the {key:?} face are not a usable font")
    }
}

impl std::error::Error for FontError {}

/// One font, ready to measure and shape.
pub struct Face {
    bytes: Vec<u8>,
    font: Font,
    plan: ShapePlan,
    advances: Vec<i32>,
    units_per_em: u16,
    ascent: f64,
    descent: f64,
    cap_height: f64,
    bounds: [f64; 4],
    name: String,
    /// Whether it has each of the first characters: asked for every letter of every document.
    latin: [bool; LATIN],
    hyphen: i32,
}

/// How many characters Unicode's Latin blocks have, the extensions of other alphabets left out.
const LATIN: usize = 0x250;

impl Face {
    fn new(bytes: Vec<u8>) -> Option<Self> {
        let font = Font::new(bytes.clone(), 0)?;
        let units_per_em = font.units_per_em();
        let metrics = font.metrics();
        let line = metrics.h_line()?;
        if units_per_em == 0 {
            return None;
        }
        let em = f64::from(units_per_em);
        let (ascent, descent) = (line.ascender.to_f64() / em, -line.descender.to_f64() / em);
        let cap_height = metrics
            .cap_height
            .map_or(ascent * 0.7, |height| height.to_f64() / em);
        let shaper = ShaperFont::new(&font);
        let advances = (0..font.num_glyphs())
            .map(|glyph| shaper.glyph_h_advance(GlyphId::new(glyph)))
            .collect();
        let bounds = metrics.bounds;
        let bounds =
            [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|edge| edge.to_f64() / em);
        let name = postscript_name(&bytes).unwrap_or_else(|| "Font".to_owned());
        let plan = ShapePlan::new(
            &font,
            Direction::LeftToRight,
            Some(Script::LATIN),
            None,
            &[],
        );
        let mut latin = [false; LATIN];
        for (has, character) in latin.iter_mut().zip('\0'..) {
            *has = glyph_of(&font, character).is_some();
        }
        let hyphen = glyph_of(&font, '-').map_or(0, |glyph| shaper.glyph_h_advance(glyph));
        Some(Self {
            bytes,
            font,
            plan,
            advances,
            units_per_em,
            ascent,
            descent,
            cap_height,
            bounds,
            name,
            latin,
            hyphen,
        })
    }

    /// The font file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Font units in an em.
    #[must_use]
    pub const fn units_per_em(&self) -> u16 {
        self.units_per_em
    }

    /// The advance of a glyph as the font gives it, before kerning, font units.
    #[must_use]
    pub fn advance(&self, glyph: u16) -> i32 {
        self.advances
            .get(usize::from(glyph))
            .copied()
            .unwrap_or_default()
    }

    /// Height above the baseline, em.
    #[must_use]
    pub const fn ascent(&self) -> f64 {
        self.ascent
    }

    /// Depth below the baseline, em, positive.
    #[must_use]
    pub const fn descent(&self) -> f64 {
        self.descent
    }

    /// Height of the capitals, em.
    #[must_use]
    pub const fn cap_height(&self) -> f64 {
        self.cap_height
    }

    /// The box that holds every glyph: left, bottom, right, top, em.
    #[must_use]
    pub const fn bounds(&self) -> [f64; 4] {
        self.bounds
    }

    /// The PostScript name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the font has a glyph for the character.
    #[must_use]
    pub fn has(&self, character: char) -> bool {
        let latin = usize::try_from(u32::from(character)).ok();
        let latin = latin.and_then(|index| self.latin.get(index).copied());
        latin.unwrap_or_else(|| glyph_of(&self.font, character).is_some())
    }

    /// The width of a hyphen, font units.
    #[must_use]
    pub const fn hyphen(&self) -> i32 {
        self.hyphen
    }

    /// A length of font units at a size, in the unit of the size.
    #[must_use]
    pub fn scale(&self, units: i32, size: f64) -> f64 {
        f64::from(units) * size / f64::from(self.units_per_em)
    }

    pub(super) const fn font(&self) -> &Font {
        &self.font
    }

    pub(super) const fn plan(&self) -> &ShapePlan {
        &self.plan
    }
}

/// The glyph that a font has for a character.
fn glyph_of(font: &Font, character: char) -> Option<GlyphId> {
    let glyph = font.charmap().map_unicode(character)?;
    (glyph.to_u32() != 0).then_some(glyph)
}

impl std::fmt::Debug for Face {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Face")
            .field("bytes", &self.bytes.len())
            .field("units_per_em", &self.units_per_em)
            .finish_non_exhaustive()
    }
}

/// The faces.
#[derive(Debug)]
pub struct Faces {
    regular: Face,
    italic: Face,
    bold: Face,
    bold_italic: Face,
    mono: Face,
    fallback: Vec<Face>,
}

impl Faces {
    /// Reads the faces.
    ///
    /// # Errors
    ///
    /// [`FontError::Unreadable`] names the first face whose bytes are not a usable font.
    pub fn new(bytes: FaceBytes) -> Result<Self, FontError> {
        let face = |key, bytes| Face::new(bytes).ok_or(FontError::Unreadable(key));
        Ok(Self {
            regular: face(FaceKey::Regular, bytes.regular)?,
            italic: face(FaceKey::Italic, bytes.italic)?,
            bold: face(FaceKey::Bold, bytes.bold)?,
            bold_italic: face(FaceKey::BoldItalic, bytes.bold_italic)?,
            mono: face(FaceKey::Mono, bytes.mono)?,
            fallback: (0u8..)
                .zip(bytes.fallback)
                .map(|(number, bytes)| face(FaceKey::Fallback(number), bytes))
                .collect::<Result<_, _>>()?,
        })
    }

    /// One of the faces.
    #[must_use]
    pub fn face(&self, key: FaceKey) -> &Face {
        match key {
            FaceKey::Regular => &self.regular,
            FaceKey::Italic => &self.italic,
            FaceKey::Bold => &self.bold,
            FaceKey::BoldItalic => &self.bold_italic,
            FaceKey::Mono => &self.mono,
            FaceKey::Fallback(number) => self
                .fallback
                .get(usize::from(number))
                .unwrap_or(&self.regular),
        }
    }

    /// The faces in which to look for a character that a face lacks, in order.
    pub fn others(&self) -> impl Iterator<Item = FaceKey> {
        let fallback = (0u8..).zip(&self.fallback);
        [FaceKey::Regular, FaceKey::Mono]
            .into_iter()
            .chain(fallback.map(|(number, _)| FaceKey::Fallback(number)))
    }

    /// Whether a document can show a character: some face has it, and its script runs from left to
    /// right without forms that depend on neighbours, which is what shaping here knows.
    #[must_use]
    pub fn draws(&self, character: char) -> bool {
        if shape::is_unmarked(character) {
            return true;
        }
        !is_of_complex_script(character)
            && self
                .others()
                .any(|key| shape::drawn(self.face(key), character).is_some())
    }
}

/// Scripts that run from right to left (Hebrew, Arabic and those between and beyond) or whose letters
/// change places: Unicode blocks.
const fn is_of_complex_script(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8FF}' | '\u{900}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}
