//! What changes from one year to the next.

use rust_decimal::Decimal;

use crate::model::{Ciclo, Ente, Percentuale};

/// The cicli that are told about, from the first.
#[must_use]
pub fn cicli_chiusi(ente: &Ente) -> Vec<&Ciclo> {
    let chiusi = ente.cicli.iter().filter(|ciclo| ciclo.ha_valutazioni());
    let mut chiusi: Vec<&Ciclo> = chiusi.collect();
    chiusi.sort_by_key(|ciclo| (ciclo.anni, &ciclo.codice));
    chiusi
}

/// How many points a result went up, or down where it is negative.
#[must_use]
pub fn variazione(prima: Percentuale, dopo: Percentuale) -> Decimal {
    dopo.punti() - prima.punti()
}

/// So many out of so many, as a percentage; none out of none is nothing.
#[must_use]
pub fn quota(parte: usize, intero: usize) -> Option<Percentuale> {
    let cento_volte = Decimal::from(parte).checked_mul(Decimal::ONE_HUNDRED)?;
    cento_volte
        .checked_div(Decimal::from(intero))
        .map(Percentuale::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_nothing_is_nothing() {
        assert_eq!(quota(0, 0), None);
        assert_eq!(quota(19, 25), Some(Percentuale::new(76.into())));
        let (prima, dopo) = (Percentuale::new(80.into()), Percentuale::new(76.into()));
        assert_eq!(variazione(prima, dopo), Decimal::from(-4));
    }
}
