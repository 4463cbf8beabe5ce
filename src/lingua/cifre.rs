//! Figures: numbers, percentages, sizes, how many of something.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::{Percentuale, Pesi, RegolaPesi};
use crate::parole::{Parole, Testo};

/// A number, at most two decimals (half up), as the language separates its digits: `1.249,5`.
#[must_use]
pub fn numero(valore: Decimal, parole: &Parole) -> String {
    separato(valore, &parole.cifre.decimali, &parole.cifre.migliaia)
}

/// A number, at most two decimals (half up), with what stands before its decimals and between its thousands.
pub(super) fn separato(valore: Decimal, decimali: &str, migliaia: &str) -> String {
    let arrotondato = valore
        .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
        .normalize();
    let scritto = arrotondato.abs().to_string();
    let (intero, resto) = match scritto.split_once('.') {
        Some((intero, resto)) => (intero, Some(resto)),
        None => (scritto.as_str(), None),
    };
    let mut testo = String::new();
    if arrotondato.is_sign_negative() && !arrotondato.is_zero() {
        testo.push('-');
    }
    for (posto, cifra) in intero.chars().enumerate() {
        if posto > 0 && (intero.len() - posto) % 3 == 0 {
            testo.push_str(migliaia);
        }
        testo.push(cifra);
    }
    if let Some(resto) = resto {
        testo.push_str(decimali);
        testo.push_str(resto);
    }
    testo
}

/// A percentage: `98,75%`.
#[must_use]
pub fn percentuale(valore: Percentuale, parole: &Parole) -> String {
    let punti = numero(valore.punti(), parole);
    parole.cifre.percentuale.con(&[("n", &punti)])
}

/// From one percentage to another: `60–85%`.
#[must_use]
pub fn da_percentuale_a(da: Percentuale, a: Percentuale, parole: &Parole) -> String {
    format!("{}–{}", numero(da.punti(), parole), percentuale(a, parole))
}

/// A weight out of its total, as the acts write it: `15/100`; where weights sum to anything, alone.
#[must_use]
pub fn peso(peso: Decimal, pesi: Pesi, parole: &Parole) -> String {
    match pesi.regola {
        RegolaPesi::Somma => {
            let totale = numero(pesi.totale, parole);
            format!("{}/{totale}", numero(peso, parole))
        }
        RegolaPesi::Riproporzionati => numero(peso, parole),
    }
}

/// How many of something, in the words for one or for several, whose place is `{n}`: `4 indicatori`.
#[must_use]
pub(crate) fn quanti(numero: usize, uno: &Testo, molti: &Testo) -> String {
    uno_o_molti(numero, uno, molti).con(&[("n", &numero.to_string())])
}

/// The words for one, or those for several.
pub(crate) const fn uno_o_molti<'a>(numero: usize, uno: &'a Testo, molti: &'a Testo) -> &'a Testo {
    if numero == 1 { uno } else { molti }
}

/// A size in kB or MB, never broken between figure and unit: `84 kB`, `1,3 MB`.
#[must_use]
pub fn dimensione(byte: u64, parole: &Parole) -> String {
    if byte < 1_000_000 {
        let kilobyte = ((byte + 500) / 1000).max(1);
        let kilobyte = kilobyte.to_string();
        return parole.cifre.kilobyte.con(&[("n", &kilobyte)]);
    }
    let decimi = (byte + 50_000) / 100_000;
    let (intero, decimi) = (decimi / 10, decimi % 10);
    let megabyte = format!("{intero}{}{decimi}", parole.cifre.decimali.as_str());
    parole.cifre.megabyte.con(&[("n", &megabyte)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parole::italiano;

    #[test]
    fn figures_are_rounded_once_half_up() {
        let parole = italiano();
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
            assert_eq!(numero(valore, &parole), scritto);
        }
    }

    #[test]
    fn sizes_as_people_say_them() {
        let parole = italiano();
        assert_eq!(dimensione(0, &parole), "1\u{a0}kB");
        assert_eq!(dimensione(84_499, &parole), "84\u{a0}kB");
        assert_eq!(dimensione(1_250_000, &parole), "1,3\u{a0}MB");
    }
}
