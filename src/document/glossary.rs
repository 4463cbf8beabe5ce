//! Abbreviations and foreign words of an ente, found wherever its documents use them.
//!
//! A glossary is written once; the words of a document are marked by it, so that a screen reader can say
//! *Piano esecutivo di gestione* where *PEG* stands, and read English words as English (PDF/UA-1, 7.2;
//! WCAG 3.1.2 and 3.1.4).

use std::collections::BTreeMap;

use super::{Block, Inline, walk};

/// What some words are.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Meaning {
    /// A short form of this.
    Abbreviation(String),
    /// Words of this language (BCP 47).
    Foreign(String),
}

/// Words and what they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glossary {
    /// By their first letter, the longest first: of two that begin alike the longer one is meant.
    entries: BTreeMap<char, Vec<(String, Meaning)>>,
}

impl Glossary {
    /// A glossary of short forms (with what each stands for) and foreign words (with their language).
    #[must_use]
    pub fn new<'a>(
        abbreviations: impl IntoIterator<Item = (&'a str, &'a str)>,
        foreign: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let short = abbreviations
            .into_iter()
            .map(|(words, expansion)| (words, Meaning::Abbreviation(expansion.to_owned())));
        let foreign = foreign
            .into_iter()
            .map(|(words, language)| (words, Meaning::Foreign(language.to_owned())));
        let mut glossary = Self::default();
        for (words, meaning) in short.chain(foreign) {
            let Some(first) = words.chars().next() else {
                continue;
            };
            let known = glossary.entries.entry(first).or_default();
            known.push((words.to_owned(), meaning));
        }
        for known in glossary.entries.values_mut() {
            known.sort_by(|(one, _), (other, _)| other.len().cmp(&one.len()).then(one.cmp(other)));
        }
        glossary
    }

    /// Marks the words of some blocks.
    pub fn mark(&self, blocks: &mut [Block]) {
        if !self.entries.is_empty() {
            walk::words_mut(blocks, &mut |words| self.mark_words(words));
        }
    }

    /// The marked words of a text.
    #[must_use]
    pub fn marked(&self, text: &str) -> Vec<Inline> {
        let mut marked = Vec::new();
        self.split(text, &mut marked);
        marked
    }

    /// Marks plain words; what is marked already stays as it is.
    fn mark_words(&self, words: &mut Vec<Inline>) {
        let mut marked = Vec::with_capacity(words.len());
        for inline in words.drain(..) {
            match inline {
                Inline::Text(text) => self.split(&text, &mut marked),
                Inline::Strong(mut inner) => {
                    self.mark_words(&mut inner);
                    marked.push(Inline::Strong(inner));
                }
                Inline::Emphasis(mut inner) => {
                    self.mark_words(&mut inner);
                    marked.push(Inline::Emphasis(inner));
                }
                Inline::Struck(mut inner) => {
                    self.mark_words(&mut inner);
                    marked.push(Inline::Struck(inner));
                }
                Inline::Link {
                    target,
                    mut content,
                } => {
                    self.mark_words(&mut content);
                    marked.push(Inline::Link { target, content });
                }
                other => marked.push(other),
            }
        }
        *words = marked;
    }

    fn split(&self, text: &str, marked: &mut Vec<Inline>) {
        let mut plain = 0;
        let mut at = 0;
        let mut before = None;
        while let Some(rest) = text.get(at..)
            && let Some(first) = rest.chars().next()
        {
            if let Some((words, meaning)) = self.found(before, first, rest) {
                if let Some(left) = text.get(plain..at).filter(|left| !left.is_empty()) {
                    marked.push(Inline::text(left));
                }
                marked.push(meaning.inline(words));
                at += words.len();
                plain = at;
                before = words.chars().next_back();
            } else {
                at += first.len_utf8();
                before = Some(first);
            }
        }
        if let Some(left) = text.get(plain..).filter(|left| !left.is_empty()) {
            marked.push(Inline::text(left));
        }
    }

    /// The entry whose words stand at the start of `rest`, whole.
    fn found(&self, before: Option<char>, first: char, rest: &str) -> Option<(&str, &Meaning)> {
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let known = self.entries.get(&first)?;
        known.iter().find_map(|(words, meaning)| {
            let after = rest.strip_prefix(words.as_str())?;
            let whole = !after.starts_with(char::is_alphanumeric);
            whole.then_some((words.as_str(), meaning))
        })
    }
}

impl Meaning {
    fn inline(&self, words: &str) -> Inline {
        match self {
            Self::Abbreviation(expansion) => Inline::Abbreviation {
                short: words.to_owned(),
                expansion: expansion.clone(),
            },
            Self::Foreign(language) => Inline::Foreign {
                language: language.clone(),
                content: vec![Inline::text(words)],
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain_text;

    fn marked(text: &str) -> Vec<String> {
        let glossary = Glossary::new(
            [
                ("PEG", "Piano esecutivo di gestione"),
                ("G.C.", "Giunta comunale"),
                ("PEGASO", "altro"),
            ],
            [("smart working", "en")],
        );
        let mut blocks = [Block::paragraph(text)];
        glossary.mark(&mut blocks);
        let [Block::Paragraph { content, .. }] = &blocks else {
            return Vec::new();
        };
        assert_eq!(plain_text(content), text, "no word is lost");
        content
            .iter()
            .filter_map(|inline| match inline {
                Inline::Abbreviation { short, .. } => Some(short.clone()),
                Inline::Foreign { language, content } => {
                    Some(format!("{language}:{}", plain_text(content)))
                }
                _ => None,
            })
            .collect()
    }

    #[test]
    fn whole_words_are_found_and_only_whole_words() {
        assert_eq!(marked("il PEG, e (PEG)"), ["PEG", "PEG"]);
        assert_eq!(marked("PEGNO e OPEG e PEG2"), Vec::<String>::new());
        assert_eq!(marked("deliberazione G.C. n. 48"), ["G.C."]);
        assert_eq!(marked("lo smart working è"), ["en:smart working"]);
    }

    #[test]
    fn of_two_that_begin_alike_the_longer_is_meant() {
        assert_eq!(marked("PEGASO e PEG"), ["PEGASO", "PEG"]);
    }
}
