//! What is wrong with a workbook, and in which cell.

use std::fmt;

use crate::check::Gravita;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Indirizzo {
    /// The sheet.
    pub foglio: String,
    /// The row, from 0.
    pub riga: u32,
    /// The column, from 0.
    pub colonna: u32,
}

impl fmt::Display for Indirizzo {
    /// As spreadsheets say it: `Indicatori!F12`.
    fn fmt(&self, a: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lettere = Vec::new();
        let mut resto = self.colonna;
        loop {
            let lettera = u8::try_from(resto % 26).unwrap_or_default();
            lettere.push(char::from(b'A' + lettera));
            match (resto / 26).checked_sub(1) {
                Some(altre) => resto = altre,
                None => break,
            }
        }
        let lettere: String = lettere.into_iter().rev().collect();
        let semplice = self.foglio.chars().all(char::is_alphanumeric);
        let riga = u64::from(self.riga) + 1;
        if semplice {
            write!(a, "{}!{lettere}{riga}", self.foglio)
        } else {
            write!(a, "'{}'!{lettere}{riga}", self.foglio)
        }
    }
}

/// Something wrong, or that deserves a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difetto {
    /// How grave it is.
    pub gravita: Gravita,
    /// The code of the rule of [`crate::check`], where it is one.
    pub codice: Option<&'static str>,
    /// In which cell, or about the whole file.
    pub dove: Option<Indirizzo>,
    /// What is wrong.
    pub messaggio: String,
    /// What to do.
    pub rimedio: String,
}

impl Difetto {
    /// An error in a cell.
    pub(super) fn in_casella(
        dove: Indirizzo,
        messaggio: impl Into<String>,
        rimedio: impl Into<String>,
    ) -> Self {
        Self {
            gravita: Gravita::Errore,
            codice: None,
            dove: Some(dove),
            messaggio: messaggio.into(),
            rimedio: rimedio.into(),
        }
    }

    /// An error of the whole file.
    pub(super) fn del_file(messaggio: impl Into<String>, rimedio: impl Into<String>) -> Self {
        Self {
            gravita: Gravita::Errore,
            codice: None,
            dove: None,
            messaggio: messaggio.into(),
            rimedio: rimedio.into(),
        }
    }

    /// The same, that does not keep anything from being written.
    pub(super) fn solo_avviso(self) -> Self {
        Self {
            gravita: Gravita::Avviso,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_spreadsheets() {
        let indirizzo = |foglio: &str, riga, colonna| {
            let foglio = foglio.to_owned();
            Indirizzo {
                foglio,
                riga,
                colonna,
            }
            .to_string()
        };
        assert_eq!(indirizzo("Indicatori", 11, 5), "Indicatori!F12");
        assert_eq!(indirizzo("A", 0, 25), "A!Z1");
        assert_eq!(indirizzo("A", 0, 26), "A!AA1");
        assert_eq!(indirizzo("Copia di A", 0, 701), "'Copia di A'!ZZ1");
        assert_eq!(indirizzo("A", 1_048_575, 16_383), "A!XFD1048576");
    }
}
