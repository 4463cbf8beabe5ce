//! The same in Italian, for what is Italian whatever the language of an ente: the messages of the program,
//! and values that it writes into content.

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use super::cifre::separato;
use super::date::tratti;
use crate::model::{Anni, Atto, MESI, Mesi, Numerazione, Percentuale};

/// A number with decimal comma, at most two decimals (half up), thousands with a dot: `1.249,5`.
#[must_use]
pub fn numero(valore: Decimal) -> String {
    separato(valore, ",", ".")
}

/// A percentage: `98,75%`.
#[must_use]
pub fn percentuale(valore: Percentuale) -> String {
    format!("{}%", numero(valore.punti()))
}

/// How many of something: `1 indicatore`, `4 indicatori`.
#[must_use]
pub fn quanti(numero: usize, uno: &str, molti: &str) -> String {
    format!("{numero} {}", if numero == 1 { uno } else { molti })
}

/// A date in words: `3 maggio 2024`, `1° maggio 2024`.
#[must_use]
pub fn data(giorno: NaiveDate) -> String {
    let mese = MESI
        .get(giorno.month0() as usize)
        .copied()
        .unwrap_or_default();
    let ordinale = if giorno.day() == 1 { "°" } else { "" };
    format!("{}{ordinale} {mese} {}", giorno.day(), giorno.year())
}

/// Months as people say them: `da gennaio a maggio, dicembre`; with the year where it is not `anno`:
/// `marzo 2023`.
#[must_use]
pub fn mesi(mesi: &Mesi, anno: i32) -> String {
    let parti: Vec<String> = mesi
        .anni()
        .into_iter()
        .map(|suo| {
            let detti = dell_anno(|mese| mesi.contiene(suo, mese));
            if suo == anno {
                detti
            } else {
                format!("{detti} {suo}")
            }
        })
        .collect();
    parti.join(", ")
}

fn dell_anno(contiene: impl Fn(u8) -> bool) -> String {
    let nome = |posto: usize| MESI.get(posto).copied().unwrap_or_default();
    let numero = |posto: usize| u8::try_from(posto + 1).unwrap_or_default();
    let tratti = tratti(|posto| contiene(numero(posto)));
    let detti = tratti.into_iter().map(|tratto| match tratto {
        (0, 11) => "tutto l’anno".to_owned(),
        (primo, ultimo) if primo == ultimo => nome(primo).to_owned(),
        (primo, ultimo) => format!("da {} a {}", nome(primo), nome(ultimo)),
    });
    detti.collect::<Vec<_>>().join(", ")
}

/// The years of a plan under a word of their own: `Anno 2023`, `Anni 2025-2027`.
#[must_use]
pub fn anni(anni: Anni) -> String {
    if anni.quanti() == 1 {
        format!("Anno {anni}")
    } else {
        format!("Anni {anni}")
    }
}

/// An act as acts quote each other: `G.C. n. 48 del 3 maggio 2024`.
#[must_use]
pub fn atto(atto: &Atto) -> String {
    match &atto.numerazione {
        Numerazione::Adottato {
            numero,
            data: giorno,
        } => {
            format!("{} n.\u{a0}{numero} del {}", atto.sigla, data(*giorno))
        }
        Numerazione::DaAdottare => format!("{}, numero e data da indicare", atto.sigla),
    }
}

/// A size as people say it: `84 kB`, `1,2 MB`.
#[must_use]
pub fn dimensione(byte: u64) -> String {
    let (unita, nome) = match byte {
        0..1_000 => return format!("{byte}\u{a0}byte"),
        1_000..1_000_000 => (1_000, "kB"),
        _ => (1_000_000, "MB"),
    };
    let decimi = Decimal::from((byte * 10 + unita / 2) / unita) / Decimal::TEN;
    let cifre = if decimi >= Decimal::TEN {
        decimi.round_dp(0)
    } else {
        decimi
    };
    format!("{}\u{a0}{nome}", numero(cifre))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_as_people_say_them() {
        for (byte, scritto) in [
            (0, "0 byte"),
            (1_234, "1,2 kB"),
            (84_000, "84 kB"),
            (1_250_000, "1,3 MB"),
        ] {
            assert_eq!(dimensione(byte).replace('\u{a0}', " "), scritto);
        }
    }

    #[test]
    fn months_as_people_say_them() {
        for (scritti, detti) in [
            ("marzo", "marzo"),
            ("gen-mag, dic", "da gennaio a maggio, dicembre"),
            ("gennaio-dicembre", "tutto l’anno"),
        ] {
            assert_eq!(
                crate::model::leggi_mesi(scritti, 2023)
                    .map(|letti| mesi(&letti, 2023))
                    .as_deref(),
                Ok(detti)
            );
        }
        assert_eq!(
            crate::model::leggi_mesi("novembre 2022-febbraio 2023", 2022)
                .map(|letti| mesi(&letti, 2022))
                .as_deref(),
            Ok("da novembre a dicembre, da gennaio a febbraio 2023")
        );
    }

    #[test]
    fn dates_in_words() {
        for (giorno, detta) in [(3, "3 maggio 2024"), (1, "1° maggio 2024")] {
            let giorno = NaiveDate::from_ymd_opt(2024, 5, giorno);
            assert_eq!(giorno.map(data).as_deref(), Some(detta));
        }
    }
}
