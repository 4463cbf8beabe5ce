//! Tables as CSV: their columns with what each means, their cells, their bytes.
//!
//! RFC 4180: commas, CRLF, quotes where needed; UTF-8. There is no byte order mark: programs that do
//! not expect one take it for a part of the first column's name, and no spreadsheet set to Italian
//! would split the cells at commas because of it (`docs/manuale.md` says how to open the files).

use std::io::Write;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::testo::proteggi;
use crate::model::Percentuale;

/// What parts the values of a column that holds several ([`Tipo::Elenco`]).
pub const SEPARATORE: char = '|';

/// A column of a table, as its reader needs to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colonna {
    /// Its name: Italian, lower case, words joined by `_`. It never changes its meaning.
    pub nome: &'static str,
    /// What stands in its cells.
    pub tipo: Tipo,
    /// What it says, in Italian.
    pub descrizione: &'static str,
}

/// What stands in the cells of a column. Any cell may be empty: the documents do not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tipo {
    /// Words, protected as [`proteggi`] says; lines may end within them.
    Testo,
    /// A code or a word of a fixed list: never begins with a sign.
    Parola,
    /// Several codes or words, parted by [`SEPARATORE`].
    Elenco,
    /// A number without decimals.
    Intero,
    /// An exact number, with a point before the decimals and nothing between thousands.
    Decimale,
    /// A day, ISO 8601: `2024-05-03`.
    Data,
}

impl Tipo {
    /// Its name in Italian.
    #[must_use]
    pub const fn nome(self) -> &'static str {
        match self {
            Self::Testo => "testo",
            Self::Parola => "parola",
            Self::Elenco => "elenco",
            Self::Intero => "numero intero",
            Self::Decimale => "numero decimale",
            Self::Data => "data",
        }
    }
}

/// A column with the function that fills its cells.
pub(super) struct Voce<F> {
    /// What readers are told.
    pub(super) colonna: Colonna,
    /// What stands in its cell of a row.
    pub(super) valore: F,
}

/// A column and what fills it.
pub(super) const fn voce<F: Copy>(
    nome: &'static str,
    tipo: Tipo,
    descrizione: &'static str,
    valore: F,
) -> Voce<F> {
    let colonna = Colonna {
        nome,
        tipo,
        descrizione,
    };
    Voce { colonna, valore }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cella {
    /// Nothing is written.
    Vuota,
    /// Words: they may come from anybody.
    Testo(String),
    /// Figures and dates as made here: harmless.
    Cifre(String),
}

impl From<&str> for Cella {
    fn from(testo: &str) -> Self {
        Self::Testo(testo.to_owned())
    }
}

impl From<String> for Cella {
    fn from(testo: String) -> Self {
        Self::Testo(testo)
    }
}

impl From<Decimal> for Cella {
    fn from(numero: Decimal) -> Self {
        Self::Cifre(numero.normalize().to_string())
    }
}

impl From<Percentuale> for Cella {
    fn from(percentuale: Percentuale) -> Self {
        percentuale.punti().into()
    }
}

impl From<NaiveDate> for Cella {
    fn from(giorno: NaiveDate) -> Self {
        Self::Cifre(giorno.to_string())
    }
}

impl From<i32> for Cella {
    fn from(numero: i32) -> Self {
        Self::Cifre(numero.to_string())
    }
}

impl From<usize> for Cella {
    fn from(numero: usize) -> Self {
        Self::Cifre(numero.to_string())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cella {
    fn from(valore: Option<T>) -> Self {
        valore.map_or(Self::Vuota, Into::into)
    }
}

/// Several codes or words in one cell; empty without any.
pub(super) fn elenco<T: AsRef<str>>(voci: impl IntoIterator<Item = T>) -> Cella {
    unite(voci, &SEPARATORE.to_string())
}

/// Several texts in one cell, one per line; empty without any.
pub(super) fn righe<T: AsRef<str>>(voci: impl IntoIterator<Item = T>) -> Cella {
    unite(voci, "\n")
}

fn unite<T: AsRef<str>>(voci: impl IntoIterator<Item = T>, fra: &str) -> Cella {
    let mut voci = voci.into_iter();
    let Some(prima) = voci.next() else {
        return Cella::Vuota;
    };
    let unite = voci.fold(prima.as_ref().to_owned(), |mut unite, voce| {
        unite.push_str(fra);
        unite.push_str(voce.as_ref());
        unite
    });
    Cella::Testo(unite)
}

/// Writes a table.
///
/// # Errors
/// When a row has more or fewer cells than there are names, or the bytes find no place.
pub(super) fn scrivi<'a>(
    nomi: impl Iterator<Item = &'a str>,
    righe: impl Iterator<Item = Vec<Cella>>,
    out: impl Write,
) -> Result<(), csv::Error> {
    let mut tabella = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    tabella.write_record(nomi)?;
    for riga in righe {
        for cella in riga {
            match cella {
                Cella::Vuota => tabella.write_field("")?,
                Cella::Testo(testo) => tabella.write_field(proteggi(&testo).as_bytes())?,
                Cella::Cifre(cifre) => tabella.write_field(cifre)?,
            }
        }
        tabella.write_record(None::<&[u8]>)?;
    }
    Ok(tabella.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dati::libera;
    use proptest::prelude::*;

    fn scritta(testi: &[String]) -> Result<Vec<u8>, csv::Error> {
        let righe = testi
            .iter()
            .map(|testo| vec![testo.as_str().into(), Cella::from(-3)]);
        let mut bytes = Vec::new();
        scrivi(["testo", "numero"].into_iter(), righe, &mut bytes)?;
        Ok(bytes)
    }

    #[test]
    fn lines_end_as_the_rfc_asks_and_quotes_are_doubled() {
        let testi = ["due\nrighe".to_owned(), "\"detto\", sì".to_owned()];
        let bytes = scritta(&testi).map_err(|errore| errore.to_string());
        let attesi = "testo,numero\r\n\"due\nrighe\",-3\r\n\"\"\"detto\"\", sì\",-3\r\n";
        assert_eq!(bytes.as_deref(), Ok(attesi.as_bytes()));
    }

    proptest! {
        #[test]
        fn hostile_texts_come_back(
            testi in prop::collection::vec("['=+@\\-\t\r\n\",;| \u{1f600}\u{0}a-c0-9]{0,12}|\\PC*", 1..8),
        ) {
            let bytes = scritta(&testi).map_err(|e| TestCaseError::fail(e.to_string()))?;
            let mut lettore = csv::Reader::from_reader(bytes.as_slice());
            let letti: Result<Vec<(String, i32)>, _> = lettore.deserialize().collect();
            let letti = letti.map_err(|e| TestCaseError::fail(e.to_string()))?;
            let letti: Vec<&str> = letti.iter().map(|(testo, _)| libera(testo)).collect();
            prop_assert_eq!(letti, testi);
        }
    }
}
