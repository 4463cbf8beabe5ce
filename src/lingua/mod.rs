//! How figures and dates are said in Italian, in pages and PDFs alike.
//!
//! This module owns spelling: decimal comma, *3 maggio 2024*, *seconda annualità*. It never decides
//! what is said.

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::{Annualita, Atto, MESI, Mesi, Numerazione, Percentuale};

/// A number with decimal comma, at most two decimals (half up), thousands with a dot: `1.249,5`.
#[must_use]
pub fn numero(valore: Decimal) -> String {
    let arrotondato = valore
        .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
        .normalize();
    let scritto = arrotondato.abs().to_string();
    let (intero, decimali) = match scritto.split_once('.') {
        Some((intero, decimali)) => (intero, Some(decimali)),
        None => (scritto.as_str(), None),
    };
    let mut testo = String::new();
    if arrotondato.is_sign_negative() && !arrotondato.is_zero() {
        testo.push('-');
    }
    for (posto, cifra) in intero.chars().enumerate() {
        if posto > 0 && (intero.len() - posto) % 3 == 0 {
            testo.push('.');
        }
        testo.push(cifra);
    }
    if let Some(decimali) = decimali {
        testo.push(',');
        testo.push_str(decimali);
    }
    testo
}

/// A percentage: `98,75%`.
#[must_use]
pub fn percentuale(valore: Percentuale) -> String {
    format!("{}%", numero(valore.punti()))
}

/// A grade, or that there is none yet.
#[must_use]
pub fn grado(valore: Option<Percentuale>) -> String {
    valore.map_or_else(|| NON_VALUTATO.to_owned(), percentuale)
}

/// What stands where a grade is missing; never `0%`.
pub const NON_VALUTATO: &str = "non valutato";

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

/// Months as people say them: `da gennaio a maggio, dicembre`.
#[must_use]
pub fn mesi(mesi: Mesi) -> String {
    let mut tratti: Vec<(&str, &str)> = Vec::new();
    let mut attiguo = false;
    for (numero, nome) in (1_u8..).zip(MESI) {
        let contiene = mesi.contiene(numero);
        match tratti.last_mut() {
            Some(tratto) if contiene && attiguo => tratto.1 = nome,
            _ if contiene => tratti.push((nome, nome)),
            _ => {}
        }
        attiguo = contiene;
    }
    let parole: Vec<String> = tratti
        .into_iter()
        .map(|(primo, ultimo)| match (primo, ultimo) {
            ("gennaio", "dicembre") => "tutto l’anno".to_owned(),
            _ if primo == ultimo => primo.to_owned(),
            _ => format!("da {primo} a {ultimo}"),
        })
        .collect();
    parole.join(", ")
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
        0..1_000 => return format!("{byte} byte"),
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

/// Which year of an objective of several: `seconda annualità`.
#[must_use]
pub fn annualita(annualita: Annualita) -> String {
    match annualita.corrente() {
        1 => "prima annualità".to_owned(),
        2 => "seconda annualità".to_owned(),
        3 => "terza annualità".to_owned(),
        4 => "quarta annualità".to_owned(),
        5 => "quinta annualità".to_owned(),
        altra => format!("{altra}ª annualità"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_once_half_up() {
        for (valore, scritto) in [
            (Decimal::new(9875, 2), "98,75"),
            (Decimal::from(83), "83"),
            (Decimal::new(9950, 2), "99,5"),
            (Decimal::new(66_666_666, 6), "66,67"),
            (Decimal::new(5, 3), "0,01"),
            (Decimal::new(-5, 3), "-0,01"),
            (Decimal::new(-1, 3), "0"),
            (Decimal::new(124_926_882, 2), "1.249.268,82"),
        ] {
            assert_eq!(numero(valore), scritto);
        }
    }

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
                crate::model::leggi_mesi(scritti).map(mesi).as_deref(),
                Ok(detti)
            );
        }
    }

    #[test]
    fn dates_in_words() {
        assert_eq!(
            NaiveDate::from_ymd_opt(2024, 5, 3).map(data).as_deref(),
            Some("3 maggio 2024")
        );
        assert_eq!(
            NaiveDate::from_ymd_opt(2024, 5, 1).map(data).as_deref(),
            Some("1° maggio 2024")
        );
    }
}
