//! The words of the interface, in the language of an ente: headings, labels, names of columns.
//!
//! This module owns which words there are ([`stanze`], a table) and how a language is read from its file,
//! laid over Italian: `themes/italia/lingua/it.yaml` has them all, `lingua/de.yaml` only what differs. It
//! never decides where a word stands, and has no part in what the content says.
//!
//! A word may have places left open, `{anno}`, which are those of the Italian word: no language may lose or
//! add one.

mod lettura;
mod stanze;

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::model::Lingua;

pub(crate) use lettura::lingue;
pub(crate) use stanze::{Mesi, Stanze};

/// The words of the program, as tests of other rooms need them.
#[cfg(test)]
pub(crate) fn italiano() -> Parole {
    let path = "themes/italia/lingua/it.yaml";
    let file = include_str!("../../themes/italia/lingua/it.yaml");
    let italiano = vec![(path.to_owned(), file.as_bytes().to_vec())];
    let Ok(lingue) = lettura::lingue(italiano, Vec::new()) else {
        unreachable!("the words of the program are whole")
    };
    lingue.italiano
}

/// A word, or a sentence, with its places left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Testo(String);

impl Testo {
    fn new(testo: &str) -> Self {
        Self(testo.to_owned())
    }

    /// As it is written.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// With what stands in its open places.
    pub(crate) fn con(&self, valori: &[(&str, &str)]) -> String {
        let posti = valori.iter().map(|(nome, valore)| (*nome, *valore));
        riempi(&self.0, &posti)
    }

    /// The names of its open places.
    fn posti(&self) -> Vec<&str> {
        let legame = parentesi(&self.0).map(|_| LEGAME);
        posti(&self.0).map(|(nome, _)| nome).chain(legame).collect()
    }
}

impl std::ops::Deref for Testo {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Serialize for Testo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// What the place of words that lead somewhere is called.
const LEGAME: &str = "[…]";

/// What stands before, between and after the square brackets: the words between lead somewhere.
pub(crate) fn parentesi(testo: &str) -> Option<(&str, &str, &str)> {
    let (prima, resto) = testo.split_once('[')?;
    let (dentro, dopo) = resto.split_once(']')?;
    Some((prima, dentro, dopo))
}

/// The open places of a text: their names, and where they stand with their braces.
fn posti(testo: &str) -> impl Iterator<Item = (&str, std::ops::Range<usize>)> {
    testo.match_indices('{').filter_map(|(inizio, _)| {
        let dopo = testo.get(inizio + 1..)?;
        let nome = dopo.get(..dopo.find('}')?)?;
        let e_nome = !nome.is_empty() && nome.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        e_nome.then(|| (nome, inizio..inizio + nome.len() + 2))
    })
}

/// A text with what stands in its open places; a place that nothing is said of stays open, for a script.
pub(crate) fn riempi<'a>(
    testo: &str,
    valori: &(impl Iterator<Item = (&'a str, &'a str)> + Clone),
) -> String {
    let mut intero = String::with_capacity(testo.len());
    let mut fine = 0;
    for (nome, posto) in posti(testo) {
        let Some((_, valore)) = valori.clone().find(|(altro, _)| *altro == nome) else {
            continue;
        };
        intero.push_str(testo.get(fine..posto.start).unwrap_or_default());
        intero.push_str(valore);
        fine = posto.end;
    }
    intero.push_str(testo.get(fine..).unwrap_or_default());
    intero
}

/// The words of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parole {
    lingua: Lingua,
    stanze: Stanze,
    /// How many of them are Italian because the language does not say them.
    mancanti: usize,
}

impl Parole {
    /// Which language they are of.
    #[must_use]
    pub const fn lingua(&self) -> &Lingua {
        &self.lingua
    }

    /// How many of them are Italian because its file does not say them.
    #[must_use]
    pub const fn mancanti(&self) -> usize {
        self.mancanti
    }
}

impl std::ops::Deref for Parole {
    type Target = Stanze;

    fn deref(&self) -> &Stanze {
        &self.stanze
    }
}

/// The languages that there are words for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lingue {
    italiano: Parole,
    altre: BTreeMap<Lingua, Parole>,
}

impl Lingue {
    /// The words of a language, if there are any.
    #[must_use]
    pub fn trova(&self, lingua: &Lingua) -> Option<&Parole> {
        if lingua == self.italiano.lingua() {
            return Some(&self.italiano);
        }
        self.altre.get(lingua)
    }

    /// The words of a language; Italian where there are none.
    #[must_use]
    pub fn parole(&self, lingua: &Lingua) -> &Parole {
        self.trova(lingua).unwrap_or(&self.italiano)
    }

    /// The languages, in order.
    #[must_use]
    pub fn nomi(&self) -> Vec<&Lingua> {
        let mut nomi: Vec<&Lingua> = self.altre.keys().collect();
        nomi.push(self.italiano.lingua());
        nomi.sort();
        nomi
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_places_are_filled_and_the_others_stay() {
        let testo = Testo::new("{n} di {tutti}: {n}{}");
        assert_eq!(
            testo.con(&[("n", "{tutti}")]),
            "{tutti} di {tutti}: {tutti}{}"
        );
        assert_eq!(testo.posti(), ["n", "tutti", "n"]);
    }
}
