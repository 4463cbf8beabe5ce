//! Fonts: subset, embedded, with exact widths and exact meanings.
//!
//! `printpdf` makes the font objects; what it leaves approximate is set right on the object tree:
//! widths that are no whole numbers, the descriptor's measures, the map from codes to characters, and
//! the map from codes to glyphs that [`super::codes`] needs (ISO 32000-1, 9.7.4.2).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use printpdf::{FontId, FontMetrics, ParsedFont, PdfFont, PdfResources};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::PdfError;
use super::codes::{Codes, FaceCodes};
use super::objects::{array, integer, real, rounded};
use crate::layout::{Face, FaceKey, Faces};

/// Flags of a font with Latin letters (ISO 32000-1, table 123).
const NONSYMBOLIC: i64 = 1 << 5;
const ITALIC: i64 = 1 << 6;
const FIXED_PITCH: i64 = 1;
/// What a glyph stands for when its cluster's characters went to another glyph: nothing to see.
const NOTHING: &str = "\u{200B}";

/// A font of the document.
pub(super) struct Font<'a> {
    key: FaceKey,
    face: &'a Face,
    codes: &'a FaceCodes<'a>,
    /// Glyph numbers in the subset, by code.
    glyphs: BTreeMap<u16, u16>,
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

/// Subsets the faces in use and hands them to `printpdf`.
pub(super) fn embed<'a>(
    codes: &'a Codes<'a>,
    faces: &'a Faces,
    resources: &mut PdfResources,
) -> Result<Vec<Font<'a>>, PdfError> {
    let mut fonts = Vec::new();
    for (key, own) in codes.faces() {
        let face = faces.face(key);
        let mut remapper = GlyphRemapper::new();
        let glyphs: BTreeMap<u16, u16> = own
            .iter()
            .map(|(code, (glyph, _))| (code, remapper.remap(glyph)))
            .collect();
        let subset =
            subsetter::subset(face.bytes(), 0, &remapper).map_err(|_| PdfError::Subset(key))?;
        let name = format!("{}+{}", tag(&subset), face.name());
        let widths = own
            .iter()
            .map(|(code, (glyph, _))| {
                (code, u16::try_from(face.advance(glyph)).unwrap_or_default())
            })
            .collect();
        let units = f64::from(face.units_per_em());
        let metrics = FontMetrics {
            ascent: rounded(face.ascent() * units),
            descent: rounded(-face.descent() * units),
        };
        let parsed = ParsedFont::with_glyph_data(
            subset,
            0,
            Some(name),
            BTreeMap::new(),
            widths,
            face.units_per_em(),
            metrics,
        );
        let id = FontId(resource(key));
        resources.fonts.map.insert(id, PdfFont::new(parsed));
        fonts.push(Font {
            key,
            face,
            codes: own,
            glyphs,
        });
    }
    Ok(fonts)
}

/// Sets right what `printpdf` wrote.
pub(super) fn amend(document: &mut Document, fonts: &[Font<'_>], resources: &Dictionary) {
    for font in fonts {
        let id = resources
            .get(resource(font.key).as_bytes())
            .and_then(Object::as_reference);
        if let Ok(id) = id
            && let Ok(dictionary) = document.get_dictionary(id).cloned()
        {
            font.amend(document, id, &dictionary);
        }
    }
}

impl Font<'_> {
    fn amend(&self, document: &mut Document, id: ObjectId, dictionary: &Dictionary) {
        let map = document.add_object(Stream::new(Dictionary::new(), self.glyph_map()));
        let widths = self.widths();
        if let Ok(id) = dictionary.get(b"ToUnicode").and_then(Object::as_reference)
            && let Ok(stream) = document.get_object_mut(id).and_then(Object::as_stream_mut)
        {
            stream.set_content(self.to_unicode().into_bytes());
        }
        let Ok(kids) = dictionary
            .get(b"DescendantFonts")
            .and_then(Object::as_array)
        else {
            return;
        };
        let Some(Ok(kid)) = kids.first().map(Object::as_dict) else {
            return;
        };
        let mut kid = kid.clone();
        kid.set("W", widths);
        kid.remove(b"DW");
        kid.set("CIDToGIDMap", map);
        if let Ok(id) = kid.get(b"FontDescriptor").and_then(Object::as_reference)
            && let Ok(descriptor) = document.get_dictionary_mut(id)
        {
            self.describe(descriptor);
        }
        let kid = document.add_object(kid);
        if let Ok(own) = document.get_dictionary_mut(id) {
            own.set("DescendantFonts", vec![Object::Reference(kid)]);
        }
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
            .codes
            .iter()
            .map(|(_, (glyph, _))| real(f64::from(self.face.advance(glyph)) * 1000.0 / units))
            .collect();
        array([integer(1), Object::Array(widths)])
    }

    fn describe(&self, descriptor: &mut Dictionary) {
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
        descriptor.set("Flags", flags);
        descriptor.set("ItalicAngle", if italic { -12 } else { 0 });
        descriptor.set("StemV", if bold { 120 } else { 80 });
        descriptor.set("CapHeight", thousandths(face.cap_height()));
        descriptor.set("FontBBox", array(face.bounds().map(thousandths)));
    }

    /// The characters of each code (ISO 32000-1, 9.10.3).
    fn to_unicode(&self) -> String {
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
             /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
             /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
        );
        let entries: Vec<_> = self.codes.iter().collect();
        for hundred in entries.chunks(100) {
            let _ = writeln!(map, "{} beginbfchar", hundred.len());
            for (code, (_, characters)) in hundred {
                let characters = if characters.is_empty() {
                    NOTHING
                } else {
                    characters
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
