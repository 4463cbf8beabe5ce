//! The letters of a document.
//!
//! A letter is a *pair* of a glyph and of the characters that it stands for. So a glyph may mean different things in
//! different places (the hyphen of a compound word and the soft hyphen of a line end, a space and a no-break
//! space), and whoever reads a text back gets exactly its characters. Letters are numbered, face by face, in the
//! order in which they are first set: what is set early can be drawn before all is known.

use std::collections::BTreeMap;

use super::faces::FaceKey;
use super::pages::Text;

/// A letter of a face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The glyph, by its number in the font.
    pub glyph: u16,
    /// What it stands for: the characters of its cluster, or none when another glyph stands for them.
    pub characters: Box<str>,
}

/// The letters of a face, from number 1. Number 0 is for what no number is left for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letters {
    letters: Vec<Letter>,
    /// The letters of each glyph.
    by_glyph: Vec<Vec<u16>>,
}

impl Letters {
    /// A letter; `None` for number 0 and for numbers that nothing has.
    #[must_use]
    pub fn letter(&self, number: u16) -> Option<&Letter> {
        self.letters.get(usize::from(number).checked_sub(1)?)
    }

    /// The letters with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (u16, &Letter)> {
        (1u16..).zip(&self.letters)
    }

    /// The number of a letter, a new one if it was not there.
    pub(super) fn number(&mut self, glyph: u16, characters: &str) -> u16 {
        let index = usize::from(glyph);
        if index >= self.by_glyph.len() {
            self.by_glyph.resize_with(index + 1, Vec::new);
        }
        let letters = &mut self.letters;
        let Some(known) = self.by_glyph.get_mut(index) else {
            return 0;
        };
        let found = known.iter().copied().find(|number| {
            let letter = letters.get(usize::from(*number).saturating_sub(1));
            letter.is_some_and(|letter| *letter.characters == *characters)
        });
        if let Some(number) = found {
            return number;
        }
        let Ok(number) = u16::try_from(letters.len() + 1) else {
            return 0;
        };
        letters.push(Letter {
            glyph,
            characters: characters.into(),
        });
        known.push(number);
        number
    }
}

/// The letters of every face that a document uses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Alphabet {
    faces: BTreeMap<FaceKey, Letters>,
}

impl Alphabet {
    /// The faces in use, with their letters.
    pub fn faces(&self) -> impl Iterator<Item = (FaceKey, &Letters)> {
        self.faces.iter().map(|(face, letters)| (*face, letters))
    }

    /// The letters of a text, in order.
    pub fn letters(&self, text: &Text) -> impl Iterator<Item = &Letter> {
        let own = self.faces.get(&text.face);
        let numbers = text.glyphs.iter().map(|glyph| glyph.letter);
        numbers.filter_map(move |number| own?.letter(number))
    }

    /// The characters of a text.
    #[must_use]
    pub fn words(&self, text: &Text) -> String {
        let letters = self.letters(text);
        letters.map(|letter| &*letter.characters).collect()
    }

    /// The letters of a face, to be added to.
    pub(super) fn of(&mut self, face: FaceKey) -> &mut Letters {
        self.faces.entry(face).or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn a_glyph_with_two_meanings_is_two_letters() {
        let mut letters = Letters::default();
        let hyphen = letters.number(7, "-");
        let soft = letters.number(7, "\u{AD}");
        assert_eq!((hyphen, soft), (1, 2));
        assert_eq!(letters.number(7, "-"), hyphen);
        let meaning = letters.letter(soft).map(|letter| &*letter.characters);
        assert_eq!(meaning, Some("\u{AD}"));
    }

    #[test]
    fn what_no_number_is_left_for_is_nothing() {
        let mut letters = Letters::default();
        for number in 1..=u32::from(u16::MAX) {
            assert_ne!(letters.number(1, &number.to_string()), 0);
        }
        assert_eq!(letters.number(1, "one too many"), 0);
        assert_eq!(letters.letter(0), None);
    }
}
