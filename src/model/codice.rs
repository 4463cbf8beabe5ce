//! Codes: the names by which cards, results and addresses refer to each other.

use std::fmt;

/// Names an objective, a settore, an ente or a ciclo; stands in addresses and file names.
///
/// Letters without accents, digits, `-`, `_` and `.`, starting with a letter or digit, at most 64
/// characters: so a code is always a safe single path segment on every file system.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Codice(String);

/// The text is not a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodiceNonValido;

impl AsRef<str> for Codice {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Codice {
    /// Longest code, in characters.
    pub const MASSIMO: usize = 64;

    /// Reads a code.
    ///
    /// # Errors
    /// When the text has other characters, is empty or too long.
    pub fn leggi(testo: &str) -> Result<Self, CodiceNonValido> {
        let mut caratteri = testo.chars();
        let inizio_valido = caratteri
            .next()
            .is_some_and(|primo| primo.is_ascii_alphanumeric());
        let resto_valido =
            caratteri.all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        let fine_valida = !testo.ends_with('.');
        if inizio_valido && resto_valido && fine_valida && testo.len() <= Self::MASSIMO {
            Ok(Self(testo.to_owned()))
        } else {
            Err(CodiceNonValido)
        }
    }

    /// The code as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as file systems that ignore case see it: two codes that differ only by case would
    /// be the same folder there.
    #[must_use]
    pub fn senza_maiuscole(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

impl fmt::Display for Codice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Codice;

    #[test]
    fn a_code_is_always_one_safe_path_segment() {
        for valido in ["FIN-03", "caluso", "2023", "A.1_b"] {
            assert_eq!(
                Codice::leggi(valido).map(|c| c.to_string()),
                Ok(valido.to_owned())
            );
        }
        for sbagliato in [
            "", ".", "..", "../etc", "-a", "è", "a b", "a/b", "a\\b", "fine.",
        ] {
            assert!(Codice::leggi(sbagliato).is_err(), "{sbagliato}");
        }
        assert!(Codice::leggi(&"a".repeat(65)).is_err());
    }
}
