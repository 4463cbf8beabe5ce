//! Targets and results of indicators, understood as typed values and kept as written.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{DataScritta, Percentuale, leggi_data, leggi_numero};

/// A value as the office wrote it, with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValoreScritto {
    /// The words on the card: this is what pages and PDFs show.
    pub scritto: String,
    /// What they mean: this is what is compared.
    pub valore: Valore,
}

/// What a value means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Valore {
    /// `95%`; may exceed 100.
    Percentuale(Percentuale),
    /// `30`, `nessuna` (zero).
    Numero(Decimal),
    /// `5 giornate`, `24 ore`, `zero gg`, `1.249.268,82 €`.
    Quantita {
        /// How many.
        numero: Decimal,
        /// Of what, as written.
        unita: String,
    },
    /// `30/06/2024`; `31-ott` takes the year of the ciclo.
    Data(NaiveDate),
    /// Anything else: shown, never scored silently.
    Testo,
}

/// Understands a value; what is neither number, percentage, quantity nor date is text.
///
/// `anno` is the year that a date without year belongs to.
#[must_use]
pub fn leggi_valore(scritto: &str, anno: i32) -> ValoreScritto {
    let testo = scritto.trim();
    let valore = percentuale(testo)
        .or_else(|| data(testo, anno))
        .or_else(|| numero_o_zero(testo).map(Valore::Numero))
        .or_else(|| quantita(testo))
        .unwrap_or(Valore::Testo);
    ValoreScritto {
        scritto: testo.to_owned(),
        valore,
    }
}

fn percentuale(testo: &str) -> Option<Valore> {
    let numero = leggi_numero(testo.strip_suffix('%')?)?;
    Some(Valore::Percentuale(Percentuale::new(numero)))
}

fn data(testo: &str, anno: i32) -> Option<Valore> {
    leggi_data(testo)
        .and_then(|scritta: DataScritta| scritta.nell_anno(anno))
        .ok()
        .map(Valore::Data)
}

fn numero_o_zero(testo: &str) -> Option<Decimal> {
    match testo.to_lowercase().as_str() {
        "zero" | "nessuno" | "nessuna" => Some(Decimal::ZERO),
        _ => leggi_numero(testo),
    }
}

/// A number and up to three words without digits: `5 giornate`, `2 volte l'anno`, `€ 30,00`.
fn quantita(testo: &str) -> Option<Valore> {
    if let Some(importo) = testo.strip_prefix('€') {
        return leggi_numero(importo).map(|numero| Valore::Quantita {
            numero,
            unita: "€".to_owned(),
        });
    }
    let fine_numero = testo
        .find(|c: char| c.is_whitespace() || c == '€')
        .or_else(|| {
            testo
                .find(|c: char| c.is_alphabetic())
                .filter(|&inizio| inizio > 0)
        })?;
    let (numero, unita) = testo.split_at_checked(fine_numero)?;
    let unita = unita.trim();
    let parole = unita.split_whitespace().count();
    // A day that this year does not have is no quantity of months.
    if leggi_data(testo).is_ok()
        || !(1..=3).contains(&parole)
        || unita.contains(|c: char| c.is_numeric() || c == '%')
    {
        return None;
    }
    numero_o_zero(numero).map(|numero| Valore::Quantita {
        numero,
        unita: unita.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn di(scritto: &str) -> Valore {
        leggi_valore(scritto, 2023).valore
    }

    fn quantita(numero: i64, decimali: u32, unita: &str) -> Valore {
        Valore::Quantita {
            numero: Decimal::new(numero, decimali),
            unita: unita.to_owned(),
        }
    }

    #[test]
    fn values_of_the_documents() {
        assert_eq!(
            di("95%"),
            Valore::Percentuale(Percentuale::new(Decimal::from(95)))
        );
        assert_eq!(
            di("72,19 %"),
            Valore::Percentuale(Percentuale::new(Decimal::new(7219, 2)))
        );
        assert_eq!(di("30"), Valore::Numero(Decimal::from(30)));
        assert_eq!(di("nessuna"), Valore::Numero(Decimal::ZERO));
        assert_eq!(di("30 gg"), quantita(30, 0, "gg"));
        assert_eq!(di("30gg"), quantita(30, 0, "gg"));
        assert_eq!(di("zero gg"), quantita(0, 0, "gg"));
        assert_eq!(di("24 ore"), quantita(24, 0, "ore"));
        assert_eq!(di("5 giornate"), quantita(5, 0, "giornate"));
        assert_eq!(di("2 volte l'anno"), quantita(2, 0, "volte l'anno"));
        assert_eq!(di("1.249.268,82 €"), quantita(124_926_882, 2, "€"));
        assert_eq!(di("€ 300"), quantita(300, 0, "€"));
        let fine_ottobre = NaiveDate::from_ymd_opt(2023, 10, 31).map(Valore::Data);
        assert_eq!(Some(di("31-ott")), fine_ottobre);
        assert_eq!(Some(di("31/10/23")), fine_ottobre);
    }

    #[test]
    fn everything_else_is_text_as_written() {
        for testo in [
            "entro i termini",
            "mensile",
            "Collaudi e stati di avanzamento",
            "permanente",
            "-",
            "10 % delle domande",
            "5 del mese di 2 anni",
            "entro il 5 del mese",
            "2 di 3",
            "",
        ] {
            let letto = leggi_valore(testo, 2023);
            assert_eq!(letto.valore, Valore::Testo, "{testo}");
            assert_eq!(letto.scritto, testo);
        }
    }

    #[test]
    fn a_date_that_the_year_does_not_have_is_text() {
        assert_eq!(di("29 febbraio"), Valore::Testo);
        assert!(matches!(
            leggi_valore("29 febbraio", 2024).valore,
            Valore::Data(_)
        ));
    }

    proptest! {
        #[test]
        fn no_text_panics_and_the_words_stay(testo in "\\PC*") {
            prop_assert_eq!(leggi_valore(&testo, 2023).scritto, testo.trim());
        }
    }
}
