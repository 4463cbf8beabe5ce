//! Steps of an objective and the months in which they run.

use super::data::mese_per_nome;

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fase {
    /// What is done.
    pub descrizione: String,
    /// When, if the cronoprogramma says so.
    pub mesi: Option<Mesi>,
}

/// Some months of the year; at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mesi(u16);

/// The text names no months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MesiNonValidi;

impl Mesi {
    /// Whether a month, 1–12, is among them.
    #[must_use]
    pub const fn contiene(self, mese: u8) -> bool {
        mese >= 1 && mese <= 12 && self.0 & (1 << (mese - 1)) != 0
    }
}

/// Reads months: `marzo`, `gennaio-maggio`, `marzo, giugno e ottobre`, `gennaio-marzo, dicembre`,
/// `tutto l'anno`.
///
/// # Errors
/// When a word is no month, or a range runs backwards.
pub fn leggi_mesi(testo: &str) -> Result<Mesi, MesiNonValidi> {
    let minuscolo = testo.trim().to_lowercase().replace('\u{2019}', "'");
    if minuscolo == "tutto l'anno" {
        return Ok(Mesi((1 << 12) - 1));
    }
    let mut mesi = 0;
    for parte in minuscolo.replace(" e ", ",").split(',') {
        let (primo, ultimo) = match parte.split_once(['-', '\u{2013}']) {
            Some((primo, ultimo)) => (mese(primo)?, mese(ultimo)?),
            None => (mese(parte)?, mese(parte)?),
        };
        if primo > ultimo {
            return Err(MesiNonValidi);
        }
        for mese in primo..=ultimo {
            mesi |= 1 << (mese - 1);
        }
    }
    Ok(Mesi(mesi))
}

fn mese(testo: &str) -> Result<u8, MesiNonValidi> {
    mese_per_nome(testo.trim()).ok_or(MesiNonValidi)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numeri(testo: &str) -> Result<Vec<u8>, MesiNonValidi> {
        leggi_mesi(testo).map(|mesi| (1..=12).filter(|mese| mesi.contiene(*mese)).collect())
    }

    #[test]
    fn months_as_the_offices_write_them() {
        assert_eq!(numeri("marzo"), Ok(vec![3]));
        assert_eq!(numeri("Gennaio-Maggio"), Ok(vec![1, 2, 3, 4, 5]));
        assert_eq!(numeri("marzo, giugno e ottobre"), Ok(vec![3, 6, 10]));
        assert_eq!(numeri("gen-mar, dic"), Ok(vec![1, 2, 3, 12]));
        assert_eq!(numeri("tutto l’anno").map(|mesi| mesi.len()), Ok(12));
        for no in [
            "",
            "marzo-",
            "maggio-gennaio",
            "13",
            "primavera",
            "marzo;aprile",
        ] {
            assert_eq!(numeri(no), Err(MesiNonValidi), "{no}");
        }
    }
}
