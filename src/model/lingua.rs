//! The language that an ente publishes in.

use std::fmt;

/// A language, as BCP 47 writes it, in small letters: `it`, `de`, `fr`. It is also the name of the file of
/// its words, so that it is a safe single path segment.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lingua(String);

/// The text is no language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinguaNonValida;

impl Lingua {
    /// Reads a language: two or three letters, then parts of two to eight letters and digits after `-`.
    ///
    /// # Errors
    /// When the text is something else.
    pub fn leggi(testo: &str) -> Result<Self, LinguaNonValida> {
        let mut parti = testo.split('-');
        let prima = parti.next().unwrap_or_default();
        let lettere = prima.chars().all(|c| c.is_ascii_alphabetic());
        let altre = parti.all(|parte| {
            (2..=8).contains(&parte.len()) && parte.chars().all(|c| c.is_ascii_alphanumeric())
        });
        if lettere && altre && (2..=3).contains(&prima.len()) {
            Ok(Self(testo.to_ascii_lowercase()))
        } else {
            Err(LinguaNonValida)
        }
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Lingua {
    /// Italian.
    fn default() -> Self {
        Self("it".to_owned())
    }
}

impl fmt::Display for Lingua {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_a_tag_and_never_a_path() {
        for (scritta, letta) in [("it", "it"), ("DE", "de"), ("roa-tara", "roa-tara")] {
            assert_eq!(
                Lingua::leggi(scritta).map(|l| l.to_string()).as_deref(),
                Ok(letta)
            );
        }
        for wrong in ["", "i", "tedesco", "../it", "de-", "de_AT", "d3"] {
            assert_eq!(Lingua::leggi(wrong), Err(LinguaNonValida), "{wrong}");
        }
    }
}
