//! Numbers as Italian offices write them, held exactly.
//!
//! All arithmetic is decimal: a grade of 98,75 % is 98.75, not the nearest binary fraction. Rounding
//! happens once, when a figure is printed ([`crate::lingua`]).

use rust_decimal::Decimal;

/// A percentage, in points: `95 %` is 95.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percentuale(Decimal);

/// The weight of an objective or indicator: positive, at most what all of them sum to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Peso(Decimal);

/// Why a text is not the number it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrandezzaNonValida {
    /// It is no number at all.
    NonNumero,
    /// It is a number outside the bounds.
    FuoriLimiti,
}

impl Percentuale {
    /// 100 %.
    pub const CENTO: Self = Self(Decimal::ONE_HUNDRED);

    /// A percentage of so many points. Results of a mean may have any decimals.
    #[must_use]
    pub const fn new(punti: Decimal) -> Self {
        Self(punti)
    }

    /// The points: 95 for `95 %`.
    #[must_use]
    pub const fn punti(self) -> Decimal {
        self.0
    }
}

impl Peso {
    /// A weight out of a total.
    ///
    /// # Errors
    /// Outside 0 (excluded) – `totale`.
    pub fn new(valore: Decimal, totale: Decimal) -> Result<Self, GrandezzaNonValida> {
        if valore > Decimal::ZERO && valore <= totale {
            Ok(Self(valore))
        } else {
            Err(GrandezzaNonValida::FuoriLimiti)
        }
    }

    /// The weight as a number.
    #[must_use]
    pub const fn valore(self) -> Decimal {
        self.0
    }
}

/// Reads a number written the Italian way: `30`, `72,19`, `1.249.268,82`, also `98.75`.
///
/// Dots separate thousands when they stand before groups of exactly three digits; a single dot
/// before one or two digits, or before four or more, is taken for a decimal mark.
#[must_use]
pub fn leggi_numero(testo: &str) -> Option<Decimal> {
    let testo = testo.trim();
    let (segno, cifre) = match testo.strip_prefix(['-', '\u{2212}']) {
        Some(resto) => (-Decimal::ONE, resto),
        None => (Decimal::ONE, testo.strip_prefix('+').unwrap_or(testo)),
    };
    let normale = match cifre.split_once(',') {
        Some((intero, decimali)) if sole_cifre(decimali) => {
            format!("{}.{decimali}", senza_migliaia(intero)?)
        }
        Some(_) => return None,
        None => match senza_migliaia(cifre) {
            Some(intero) => intero,
            None => con_punto_decimale(cifre)?,
        },
    };
    normale.parse::<Decimal>().ok().map(|numero| segno * numero)
}

fn sole_cifre(testo: &str) -> bool {
    !testo.is_empty() && testo.bytes().all(|b| b.is_ascii_digit())
}

fn senza_migliaia(testo: &str) -> Option<String> {
    let mut gruppi = testo.split('.');
    let primo = gruppi.next().filter(|gruppo| sole_cifre(gruppo))?;
    let mut unito = primo.to_owned();
    let mut altri = gruppi.peekable();
    if altri.peek().is_some() && primo.len() > 3 {
        return None;
    }
    for gruppo in altri {
        if gruppo.len() != 3 || !sole_cifre(gruppo) {
            return None;
        }
        unito.push_str(gruppo);
    }
    Some(unito)
}

fn con_punto_decimale(testo: &str) -> Option<String> {
    let (intero, decimali) = testo.split_once('.')?;
    (sole_cifre(intero) && sole_cifre(decimali)).then(|| format!("{intero}.{decimali}"))
}

/// Reads a percentage between 0 and a bound, 100 for most: `95%`, `95 %`, `98,75`, `95/100`, `95 su 100`.
///
/// # Errors
/// When it is no number, or outside 0–`massimo`.
pub fn leggi_percentuale(
    testo: &str,
    massimo: Percentuale,
) -> Result<Percentuale, GrandezzaNonValida> {
    let testo = testo.trim();
    let numero = ["%", "/100", " su 100"]
        .iter()
        .find_map(|cento| testo.strip_suffix(cento))
        .unwrap_or(testo);
    let numero = leggi_numero(numero).ok_or(GrandezzaNonValida::NonNumero)?;
    if numero.is_sign_negative() && !numero.is_zero() || numero > massimo.punti() {
        return Err(GrandezzaNonValida::FuoriLimiti);
    }
    Ok(Percentuale(numero))
}

/// Reads a weight out of a total: `15`, `12,5`, also `15%` and the acts' `15/100`.
///
/// # Errors
/// When it is no number, or outside 0 (excluded) – `totale`.
pub fn leggi_peso(testo: &str, totale: Decimal) -> Result<Peso, GrandezzaNonValida> {
    let testo = testo.trim();
    let numero = testo
        .strip_suffix('%')
        .or_else(|| {
            let (numero, altro) = testo.split_once('/')?;
            (leggi_numero(altro) == Some(totale)).then_some(numero)
        })
        .unwrap_or(testo);
    let numero = leggi_numero(numero).ok_or(GrandezzaNonValida::NonNumero)?;
    Peso::new(numero, totale)
}

/// Reads points: `18 su 20`, also `18/20`.
///
/// # Errors
/// When it has another form, nothing is out of it, or there are fewer than none.
pub fn leggi_punti(testo: &str) -> Result<(Decimal, Decimal), GrandezzaNonValida> {
    let (ottenuti, massimo) = testo
        .split_once(" su ")
        .or_else(|| testo.split_once('/'))
        .ok_or(GrandezzaNonValida::NonNumero)?;
    let numero = |testo: &str| leggi_numero(testo).ok_or(GrandezzaNonValida::NonNumero);
    let (ottenuti, massimo) = (numero(ottenuti)?, numero(massimo)?);
    if massimo > Decimal::ZERO && ottenuti >= Decimal::ZERO {
        Ok((ottenuti, massimo))
    } else {
        Err(GrandezzaNonValida::FuoriLimiti)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rust_decimal::prelude::FromPrimitive;

    fn numero(testo: &str) -> Option<String> {
        leggi_numero(testo).map(|n| n.normalize().to_string())
    }

    #[test]
    fn numbers_as_the_offices_write_them() {
        for (scritto, letto) in [
            ("30", "30"),
            ("72,19", "72.19"),
            ("1.249.268,82", "1249268.82"),
            ("1.000", "1000"),
            ("98.75", "98.75"),
            ("0,5", "0.5"),
            ("-3", "-3"),
        ] {
            assert_eq!(numero(scritto).as_deref(), Some(letto), "{scritto}");
        }
        for no in [
            "",
            ",",
            "1,",
            ",5",
            "1.00.000",
            "12.34.567",
            "1,2,3",
            "trenta",
            "1e3",
            "٣",
        ] {
            assert_eq!(numero(no), None, "{no}");
        }
    }

    #[test]
    fn weights_have_bounds() {
        let cento = |testo: &str| leggi_peso(testo, Decimal::ONE_HUNDRED);
        assert!(cento("15/100").is_ok_and(|p| p.valore() == Decimal::from(15)));
        assert_eq!(cento("0"), Err(GrandezzaNonValida::FuoriLimiti));
        assert_eq!(cento("100,01"), Err(GrandezzaNonValida::FuoriLimiti));
        assert_eq!(cento("molto"), Err(GrandezzaNonValida::NonNumero));
        assert_eq!(cento("15/60"), Err(GrandezzaNonValida::NonNumero));
        let sessanta = leggi_peso("15/60", Decimal::from(60));
        assert!(sessanta.is_ok_and(|p| p.valore() == Decimal::from(15)));
    }

    #[test]
    fn points_are_out_of_something() {
        assert_eq!(leggi_punti("18 su 20"), Ok((18.into(), 20.into())));
        assert_eq!(
            leggi_punti("17,5/20"),
            Ok((Decimal::new(175, 1), 20.into()))
        );
        for no in ["18", "18 su 0", "-1 su 20", "molti su 20"] {
            assert!(leggi_punti(no).is_err(), "{no}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_in_italian_is_read_back(centesimi in -1_000_000_000_i64..1_000_000_000) {
            let numero = Decimal::new(centesimi, 2);
            prop_assert_eq!(leggi_numero(&crate::lingua::italiano::numero(numero)), Some(numero.normalize()));
        }

        #[test]
        fn grades_between_0_and_100_and_no_other(punti in -200_i64..300) {
            let letto = leggi_percentuale(&format!("{punti} %"), Percentuale::CENTO);
            prop_assert_eq!(letto.is_ok(), (0..=100).contains(&punti));
            if let Ok(grado) = letto {
                prop_assert_eq!(Some(grado.punti()), Decimal::from_i64(punti));
            }
        }

        #[test]
        fn no_text_panics(testo in "\\PC*") {
            let _ = leggi_numero(&testo);
            let _ = leggi_percentuale(&testo, Percentuale::CENTO);
            let _ = leggi_peso(&testo, Decimal::ONE_HUNDRED);
            let _ = leggi_punti(&testo);
        }
    }
}
