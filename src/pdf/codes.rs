//! The codes by which the pages name glyphs.
//!
//! A composite font shows glyphs by code (CID). Usually the code is the glyph's number; here every
//! *pair* of a glyph and the characters it stands for gets a code of its own. So a glyph may mean
//! different things in different places (the hyphen of a compound word and the soft hyphen of a line
//! end, a space and a no-break space) and `ToUnicode` is exact, without `ActualText`
//! (ISO 32000-1, 9.10.3; ISO 19005-2, 6.2.11.7).

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::layout::{FaceKey, Page, Pages, Text};

/// A glyph and what it stands for.
pub(super) type Meaning<'a> = (u16, &'a str);

/// The codes of one face. Code 0 is `.notdef`, which no page shows.
#[derive(Debug, Default)]
pub(super) struct FaceCodes<'a> {
    meanings: Vec<Meaning<'a>>,
    /// What each glyph stands for, with its codes.
    by_glyph: Vec<Vec<(&'a str, u16)>>,
}

impl<'a> FaceCodes<'a> {
    /// Notes what a glyph stands for; codes come with [`FaceCodes::number`].
    fn note(&mut self, glyph: u16, characters: &'a str) {
        let glyph = usize::from(glyph);
        if glyph >= self.by_glyph.len() {
            self.by_glyph.resize_with(glyph + 1, Vec::new);
        }
        if let Some(known) = self.by_glyph.get_mut(glyph)
            && known.iter().all(|(other, _)| *other != characters)
        {
            known.push((characters, 0));
        }
    }

    /// Gives codes, in the order of glyphs and of what they stand for.
    fn number(&mut self) {
        for (glyph, meanings) in (0u16..).zip(&mut self.by_glyph) {
            meanings.sort_unstable();
            for (characters, code) in meanings {
                let Ok(next) = u16::try_from(self.meanings.len() + 1) else {
                    return;
                };
                *code = next;
                self.meanings.push((glyph, *characters));
            }
        }
    }

    /// Glyphs and meanings by code, from code 1.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u16, Meaning<'a>)> {
        (1u16..).zip(self.meanings.iter().copied())
    }

    /// The code of a glyph with a meaning.
    pub(super) fn code(&self, glyph: u16, characters: &str) -> u16 {
        self.by_glyph
            .get(usize::from(glyph))
            .into_iter()
            .flatten()
            .find(|(known, _)| *known == characters)
            .map_or(0, |(_, code)| *code)
    }
}

/// The codes of every face that the pages use.
#[derive(Debug, Default)]
pub(super) struct Codes<'a> {
    faces: BTreeMap<FaceKey, FaceCodes<'a>>,
}

impl<'a> Codes<'a> {
    /// Reads the pages.
    pub(super) fn of(pages: &'a Pages) -> Self {
        let noted = pages.pages.par_iter().fold(Self::default, Self::note);
        let mut codes = noted.reduce(Self::default, Self::and);
        codes.faces.values_mut().for_each(FaceCodes::number);
        codes
    }

    /// Notes what the glyphs of a page stand for.
    fn note(mut self, page: &'a Page) -> Self {
        for text in texts(page) {
            let own = self.faces.entry(text.face).or_default();
            for (glyph, characters) in glyphs(text) {
                own.note(glyph.id, characters);
            }
        }
        self
    }

    /// What two parts of the document have noted.
    fn and(mut self, other: Self) -> Self {
        for (face, codes) in other.faces {
            let own = self.faces.entry(face).or_default();
            for (glyph, meanings) in (0u16..).zip(codes.by_glyph) {
                for (characters, _) in meanings {
                    own.note(glyph, characters);
                }
            }
        }
        self
    }

    /// The faces in use, with their codes.
    pub(super) fn faces(&self) -> impl Iterator<Item = (FaceKey, &FaceCodes<'a>)> {
        self.faces.iter().map(|(face, codes)| (*face, codes))
    }

    /// The codes of a face.
    pub(super) fn face(&self, face: FaceKey) -> Option<&FaceCodes<'a>> {
        self.faces.get(&face)
    }
}

/// All texts of a page.
fn texts(page: &Page) -> impl Iterator<Item = &Text> {
    page.content.iter().flat_map(|sequence| &sequence.texts)
}

/// The glyphs of a text, each with its characters.
pub(super) fn glyphs(text: &Text) -> impl Iterator<Item = (&crate::layout::Glyph, &str)> {
    let mut at = 0;
    text.glyphs.iter().map(move |glyph| {
        let end = at + usize::try_from(glyph.length).unwrap_or_default();
        let characters = text.characters.get(at..end);
        at = end;
        (glyph, characters.unwrap_or_default())
    })
}
