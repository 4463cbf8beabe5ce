//! Fonts: subset, embedded, with exact widths and exact meanings (ISO 32000-1, 9.7 and 9.8).
//!
//! A composite font shows glyphs by code (CID). Usually the code is the glyph's number; here it is the number of a
//! [letter](crate::layout::Letter), a *pair* of a glyph and what it stands for. So `ToUnicode` is exact, without
//! `ActualText` (ISO 32000-1, 9.10.3; ISO 19005-2, 6.2.11.7).
//!
//! A face becomes a composite font: the font that pages name, its one descendant with widths and the map from
//! codes to glyphs (9.7.4.2), a descriptor, the subset itself, and the map from codes to characters.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Object, ObjectId, Stream};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::PdfError;
use super::file::File;
use super::objects::{array, count, dictionary, integer, name, real, reference, text};
use crate::layout::{Alphabet, Face, FaceKey, Faces, Letters};

/// Flags of a font with Latin letters (ISO 32000-1, table 123).
const NONSYMBOLIC: i64 = 1 << 5;
const ITALIC: i64 = 1 << 6;
const FIXED_PITCH: i64 = 1;
/// What a glyph stands for when its cluster's characters went to another glyph: nothing to see.
const NOTHING: &str = "\u{200B}";

/// A font of the document.
struct Font<'a> {
    key: FaceKey,
    face: &'a Face,
    letters: &'a Letters,
    /// Glyph numbers in the subset, by code.
    glyphs: BTreeMap<u16, u16>,
    /// The subset.
    program: Vec<u8>,
}

/// The name by which pages call a face.
pub(super) fn resource(face: FaceKey) -> String {
    let name = match face {
        FaceKey::Regular => "Regular",
        FaceKey::Italic => "Italic",
        FaceKey::Bold => "Bold",
        FaceKey::BoldItalic => "BoldItalic",
        FaceKey::Mono => "Mono",
        FaceKey::Fallback(number) => return format!("Fallback{number}"),
    };
    name.to_owned()
}

/// Embeds the faces in use; returns the fonts by the names that pages call them.
pub(super) fn embed(
    file: &mut File<'_>,
    alphabet: &Alphabet,
    faces: &Faces,
) -> Result<Dictionary, PdfError> {
    let mut fonts = Dictionary::new();
    for (key, letters) in alphabet.faces() {
        let font = Font::new(key, faces.face(key), letters)?;
        fonts.set(resource(key), reference(font.write(file)));
    }
    Ok(fonts)
}

impl<'a> Font<'a> {
    /// Subsets a face.
    fn new(key: FaceKey, face: &'a Face, letters: &'a Letters) -> Result<Self, PdfError> {
        let mut remapper = GlyphRemapper::new();
        let glyphs = letters
            .iter()
            .map(|(code, letter)| (code, remapper.remap(letter.glyph)))
            .collect();
        let program =
            subsetter::subset(face.bytes(), 0, &remapper).map_err(|_| PdfError::Subset(key))?;
        Ok(Self {
            key,
            face,
            letters,
            glyphs,
            program,
        })
    }

    fn write(&self, file: &mut File<'_>) -> ObjectId {
        let called = format!("{}+{}", tag(&self.program), self.face.name());
        let mut descriptor = self.descriptor(&called);
        let length = dictionary([("Length1", count(self.program.len()))]);
        let program = file.add(Stream::new(length, self.program.clone()));
        descriptor.set("FontFile2", reference(program));
        let descriptor = file.add(descriptor);
        let map = file.add(Stream::new(Dictionary::new(), self.glyph_map()));
        let system = dictionary([
            ("Registry", text("Adobe")),
            ("Ordering", text("Identity")),
            ("Supplement", integer(0)),
        ]);
        let descendant = file.add(dictionary([
            ("Type", name("Font")),
            ("Subtype", name("CIDFontType2")),
            ("BaseFont", name(&called)),
            ("CIDSystemInfo", Object::Dictionary(system)),
            ("W", self.widths()),
            ("FontDescriptor", reference(descriptor)),
            ("CIDToGIDMap", reference(map)),
        ]));
        let characters = Stream::new(Dictionary::new(), self.to_unicode().into_bytes());
        let characters = file.add(characters);
        file.add(dictionary([
            ("Type", name("Font")),
            ("Subtype", name("Type0")),
            ("BaseFont", name(&called)),
            ("Encoding", name("Identity-H")),
            ("DescendantFonts", array([reference(descendant)])),
            ("ToUnicode", reference(characters)),
        ]))
    }

    /// The glyph of each code, two bytes each, from code 0.
    fn glyph_map(&self) -> Vec<u8> {
        let mut map = vec![0, 0];
        for glyph in self.glyphs.values() {
            map.extend(glyph.to_be_bytes());
        }
        map
    }

    /// Widths in thousandths of an em, exact.
    fn widths(&self) -> Object {
        let units = f64::from(self.face.units_per_em());
        let widths = self
            .letters
            .iter()
            .map(|(_, letter)| real(f64::from(self.face.advance(letter.glyph)) * 1000.0 / units))
            .collect();
        array([integer(1), Object::Array(widths)])
    }

    /// What the face is like (ISO 32000-1, 9.8.1).
    fn descriptor(&self, called: &str) -> Dictionary {
        let face = self.face;
        let thousandths = |em: f64| real((em * 1000.0).round());
        let italic = matches!(self.key, FaceKey::Italic | FaceKey::BoldItalic);
        let bold = matches!(self.key, FaceKey::Bold | FaceKey::BoldItalic);
        let mut flags = NONSYMBOLIC;
        if italic {
            flags |= ITALIC;
        }
        if self.key == FaceKey::Mono {
            flags |= FIXED_PITCH;
        }
        dictionary([
            ("Type", name("FontDescriptor")),
            ("FontName", name(called)),
            ("Flags", integer(flags)),
            ("FontBBox", array(face.bounds().map(thousandths))),
            ("ItalicAngle", integer(if italic { -12 } else { 0 })),
            ("Ascent", thousandths(face.ascent())),
            ("Descent", thousandths(-face.descent())),
            ("CapHeight", thousandths(face.cap_height())),
            ("StemV", integer(if bold { 120 } else { 80 })),
        ])
    }

    /// The characters of each code (ISO 32000-1, 9.10.3).
    fn to_unicode(&self) -> String {
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
             /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
             /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
        );
        let entries: Vec<_> = self.letters.iter().collect();
        for hundred in entries.chunks(100) {
            let _ = writeln!(map, "{} beginbfchar", hundred.len());
            for (code, letter) in hundred {
                let characters = if letter.characters.is_empty() {
                    NOTHING
                } else {
                    &letter.characters
                };
                let _ = write!(map, "<{code:04X}> <");
                for unit in characters.encode_utf16() {
                    let _ = write!(map, "{unit:04X}");
                }
                map.push_str(">\n");
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        map
    }
}

/// The six letters that say a font is a subset, from its bytes (ISO 32000-1, 9.6.4).
fn tag(subset: &[u8]) -> String {
    Sha256::digest(subset)
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}
