//! Dates as Italian offices write them.

use chrono::{Datelike as _, NaiveDate};

/// A date as written: offices often leave the year to the context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataScritta {
    /// Day, month and year.
    Completa(NaiveDate),
    /// Day and month: `31-ott`.
    SenzaAnno {
        /// 1–31.
        giorno: u32,
        /// 1–12.
        mese: u32,
    },
}

/// The text is not a date of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DataNonValida;

impl DataScritta {
    /// The date, with the year of the ciclo where none is written.
    ///
    /// # Errors
    /// For 29 February of a year that has none.
    pub fn nell_anno(self, anno: i32) -> Result<NaiveDate, DataNonValida> {
        match self {
            Self::Completa(data) => Ok(data),
            Self::SenzaAnno { giorno, mese } => {
                NaiveDate::from_ymd_opt(anno, mese, giorno).ok_or(DataNonValida)
            }
        }
    }

    /// The year, if it is written.
    #[must_use]
    pub fn anno(self) -> Option<i32> {
        match self {
            Self::Completa(data) => Some(data.year()),
            Self::SenzaAnno { .. } => None,
        }
    }
}

/// The months, in order.
pub const MESI: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// Reads a date: `30/06/2024`, `15/05/22`, `30.6.2024`, `2024-06-30`, `31-ott`, `31/12`,
/// `3 maggio 2024`, `1° maggio`, also after `entro` or `entro il`.
///
/// Two-digit years are of this century.
///
/// # Errors
/// When the text is no date, or a day that the calendar does not have.
pub fn leggi_data(testo: &str) -> Result<DataScritta, DataNonValida> {
    let minuscolo = testo.trim().to_lowercase();
    let nudo = senza_entro(&minuscolo);
    let parti: Vec<&str> = nudo
        .split(['/', '-', '.', ' '])
        .filter(|parte| !parte.is_empty())
        .collect();
    match *parti.as_slice() {
        [anno, mese, giorno] if anno.len() == 4 => completa(giorno, mese, anno),
        [giorno, mese, anno] => completa(giorno, mese, anno),
        [giorno, mese] => senza_anno(giorno, mese),
        _ => Err(DataNonValida),
    }
}

/// Whether a text has the shape of a date, of the calendar or not: a day, a month and a year in figures, or a
/// day before the name of a month.
#[must_use]
pub fn sembra_data(testo: &str) -> bool {
    let minuscolo = testo.trim().to_lowercase();
    let parti: Vec<&str> = senza_entro(&minuscolo)
        .split(['/', '-', '.', ' '])
        .filter(|parte| !parte.is_empty())
        .collect();
    let giorno = |parte: &str| numero_giorno(parte).is_ok();
    let mese = |parte: &str| parte.len() <= 2 && cifre(parte).is_ok();
    let anno = |parte: &str| matches!(parte.len(), 2 | 4) && cifre(parte).is_ok();
    match *parti.as_slice() {
        [uno, due, tre] if uno.len() == 4 => anno(uno) && mese(due) && giorno(tre),
        [uno, due, tre] => {
            // Two figures and one more may be anything: `45/60/90`.
            let cifre = mese(due) && (tre.len() == 4 || numero_mese(due).is_ok_and(|m| m <= 12));
            giorno(uno) && anno(tre) && (cifre || mese_per_nome(due).is_some())
        }
        [uno, due] => giorno(uno) && mese_per_nome(due).is_some(),
        _ => false,
    }
}

fn senza_entro(testo: &str) -> &str {
    let Some(resto) = testo.strip_prefix("entro ") else {
        return testo;
    };
    let resto = resto.trim_start();
    resto
        .strip_prefix("il ")
        .or_else(|| resto.strip_prefix("l'"))
        .or_else(|| resto.strip_prefix("l\u{2019}"))
        .unwrap_or(resto)
}

fn completa(giorno: &str, mese: &str, anno: &str) -> Result<DataScritta, DataNonValida> {
    let anno = match (anno.len(), cifre(anno)?) {
        (4, anno) => anno,
        (2, anno) => 2000 + anno,
        _ => return Err(DataNonValida),
    };
    let anno = i32::try_from(anno).map_err(|_| DataNonValida)?;
    NaiveDate::from_ymd_opt(anno, numero_mese(mese)?, numero_giorno(giorno)?)
        .map(DataScritta::Completa)
        .ok_or(DataNonValida)
}

fn senza_anno(giorno: &str, mese: &str) -> Result<DataScritta, DataNonValida> {
    let (giorno, mese) = (numero_giorno(giorno)?, numero_mese(mese)?);
    // 2024 is a leap year: whether this year has a 29 February is for the reader to say.
    NaiveDate::from_ymd_opt(2024, mese, giorno)
        .map(|_| DataScritta::SenzaAnno { giorno, mese })
        .ok_or(DataNonValida)
}

fn numero_giorno(testo: &str) -> Result<u32, DataNonValida> {
    let testo = testo.trim_end_matches(['°', 'º']);
    if testo.len() > 2 {
        return Err(DataNonValida);
    }
    cifre(testo)
}

fn numero_mese(testo: &str) -> Result<u32, DataNonValida> {
    if testo.bytes().all(|b| b.is_ascii_digit()) {
        return if testo.len() <= 2 {
            cifre(testo)
        } else {
            Err(DataNonValida)
        };
    }
    mese_per_nome(testo).map(u32::from).ok_or(DataNonValida)
}

/// The number, 1–12, of a month written in lower case, whole or by its first three letters.
pub(super) fn mese_per_nome(testo: &str) -> Option<u8> {
    (1..)
        .zip(MESI)
        .find(|(_, mese)| *mese == testo || testo.len() == 3 && mese.starts_with(testo))
        .map(|(numero, _)| numero)
}

fn cifre(testo: &str) -> Result<u32, DataNonValida> {
    if testo.is_empty() || !testo.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DataNonValida);
    }
    testo.parse().map_err(|_| DataNonValida)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn giorno(anno: i32, mese: u32, giorno: u32) -> DataScritta {
        NaiveDate::from_ymd_opt(anno, mese, giorno).map_or_else(
            || unreachable!("the tests' own dates exist"),
            DataScritta::Completa,
        )
    }

    #[test]
    fn every_spelling_of_the_documents() {
        for (scritta, letta) in [
            ("30/06/2024", giorno(2024, 6, 30)),
            ("15/05/22", giorno(2022, 5, 15)),
            ("3/5/2024", giorno(2024, 5, 3)),
            ("30.6.2024", giorno(2024, 6, 30)),
            ("2024-06-30", giorno(2024, 6, 30)),
            ("3 maggio 2024", giorno(2024, 5, 3)),
            ("1° Maggio 2024", giorno(2024, 5, 1)),
            ("entro il 31/12/2023", giorno(2023, 12, 31)),
            ("Entro 31/07/2026", giorno(2026, 7, 31)),
            (
                "31-ott",
                DataScritta::SenzaAnno {
                    giorno: 31,
                    mese: 10,
                },
            ),
            (
                "31/12",
                DataScritta::SenzaAnno {
                    giorno: 31,
                    mese: 12,
                },
            ),
            (
                "29 febbraio",
                DataScritta::SenzaAnno {
                    giorno: 29,
                    mese: 2,
                },
            ),
        ] {
            assert_eq!(leggi_data(scritta), Ok(letta), "{scritta}");
        }
    }

    #[test]
    fn what_is_no_date_stays_text() {
        for testo in [
            "31/02/2024",
            "32/01/2024",
            "0/1/2024",
            "29/02/2023",
            "entro i termini",
            "mensile",
            "5 giornate",
            "2 volte l'anno",
            "1.1.1.1",
            "maggio 2024",
            "31-xyz",
            "",
            "//",
            "12/2024",
        ] {
            assert_eq!(leggi_data(testo), Err(DataNonValida), "{testo}");
        }
    }

    proptest! {
        #[test]
        fn any_day_in_any_spelling(giorni in 0_i64..36_000) {
            let Some(data) = NaiveDate::from_ymd_opt(2000, 1, 1)
                .and_then(|inizio| inizio.checked_add_signed(chrono::TimeDelta::days(giorni)))
            else { return Ok(()) };
            for scritta in [
                data.format("%d/%m/%Y").to_string(),
                data.format("%-d/%-m/%y").to_string(),
                data.format("%Y-%m-%d").to_string(),
                data.format("%d.%m.%Y").to_string(),
                crate::lingua::italiano::data(data),
            ] {
                prop_assert_eq!(leggi_data(&scritta), Ok(DataScritta::Completa(data)), "{}", scritta);
            }
        }

        #[test]
        fn no_text_panics(testo in "\\PC*") {
            let _ = leggi_data(&testo);
        }
    }
}
