//! Where a word may be divided.
//!
//! Patterns come from `hypher`, by the language of the document; at least three letters stay on each
//! side. What is not a plain word (a code, an address, a word with figures) is never divided.

use std::ops::Range;

use hypher::Lang;

/// Letters that stay on each side of a hyphen.
const LETTERS: usize = 3;

/// How willingly a word is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ease {
    /// Where it makes the lines more even.
    Willing,
    /// Only where a line would be far too short: acronyms and capitals, headings.
    Reluctant,
}

/// The language whose patterns apply, from a BCP 47 tag.
pub(super) fn language(tag: &str) -> Option<Lang> {
    let mut letters = tag.bytes();
    let code = [
        letters.next()?.to_ascii_lowercase(),
        letters.next()?.to_ascii_lowercase(),
    ];
    match letters.next() {
        None | Some(b'-' | b'_') => Lang::from_iso(code),
        Some(_) => None,
    }
}

/// The places of `text` where a hyphen may stand, in order.
pub(super) fn points(text: &str, language: Lang) -> Vec<(usize, Ease)> {
    let mut found = Vec::new();
    for word in words(text) {
        let Some(letters) = text.get(word.clone()) else {
            continue;
        };
        let ease = if letters.chars().any(char::is_lowercase) {
            Ease::Willing
        } else {
            Ease::Reluctant
        };
        let mut at = word.start;
        for syllable in hypher::hyphenate_bounded(letters, language, LETTERS, LETTERS) {
            at += syllable.len();
            if at < word.end {
                found.push((at, ease));
            }
        }
    }
    found
}

/// Runs of letters long enough to be divided and not part of a code or an address.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = None;
    let mut spoiled = false;
    let ends = std::iter::once((text.len(), ' '));
    text.char_indices()
        .chain(ends)
        .filter_map(move |(at, character)| {
            if character.is_alphabetic() {
                start.get_or_insert(at);
                return None;
            }
            let joins =
                character.is_ascii_digit() || matches!(character, '@' | '/' | '_' | '\\' | ':');
            let whole = !(spoiled || joins && character != ':');
            let word = start.take().map(|from| from..at);
            spoiled = joins;
            word.filter(|word| whole && text.get(word.clone()).is_some_and(divisible))
        })
}

/// A longer word than `hypher` takes without allocating (it would panic where it cannot) is no word:
/// lines may end anywhere in it.
fn divisible(word: &str) -> bool {
    word.len() <= hypher::MAX_INLINE_SIZE && word.chars().count() >= 2 * LETTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(text: &str) -> String {
        let mut shown = String::new();
        let breaks = points(text, Lang::Italian);
        for (at, character) in text.char_indices() {
            if breaks.iter().any(|(point, _)| *point == at) {
                shown.push('-');
            }
            shown.push(character);
        }
        shown
    }

    #[test]
    fn italian_words_keep_three_letters_on_each_side() {
        assert_eq!(divided("amministrazione"), "ammi-ni-stra-zione");
        assert_eq!(divided("dell’obiettivo più"), "dell’obiet-tivo più");
        assert_eq!(divided("casa città"), "casa città");
    }

    #[test]
    fn codes_and_addresses_stay_whole() {
        assert_eq!(divided("segreteria@comune.it"), "segreteria@comune.it");
        assert_eq!(divided("obiettivo2023"), "obiettivo2023");
    }

    #[test]
    fn words_without_end_are_no_words() {
        assert!(points(&"amministrazione".repeat(9), Lang::Italian).is_empty());
    }

    #[test]
    fn capitals_are_divided_reluctantly() {
        let points = points("PROGRAMMAZIONE", Lang::Italian);
        assert!(!points.is_empty());
        assert!(points.iter().all(|(_, ease)| *ease == Ease::Reluctant));
    }

    #[test]
    fn the_language_is_the_first_part_of_the_tag() {
        assert_eq!(language("it-IT"), Some(Lang::Italian));
        assert_eq!(language("it"), Some(Lang::Italian));
        assert_eq!(language("ita"), None);
        assert_eq!(language(""), None);
    }
}
