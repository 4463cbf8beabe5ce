//! A percentage as a bar, and a result as a figure with its bar.

use rust_decimal::prelude::ToPrimitive as _;
use serde::Serialize;

use crate::lingua;
use crate::model::{Anni, Percentuale, Settore, Valutazione};
use crate::parole::Parole;
use crate::score::Totale;

/// A percentage as a bar, with the words for those who do not see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Barra {
    /// What is measured.
    etichetta: String,
    /// How far the bar reaches, in whole points. Rounded down: only 100 % looks full.
    percento: u8,
    /// The exact figure.
    parole: String,
}

impl Barra {
    /// The bar of a percentage; none where there is nothing to draw, so that *non valutato* never
    /// looks like zero.
    pub(super) fn di(
        etichetta: String,
        valore: Option<Percentuale>,
        parole: &Parole,
    ) -> Option<Self> {
        let valore = valore?;
        let percento = valore.punti().floor().to_u8().unwrap_or(0).min(100);
        Some(Self {
            etichetta,
            percento,
            parole: lingua::percentuale(valore, parole),
        })
    }
}

/// What the bar of a settore's result measures, in one of several years.
pub(super) fn del_settore_nell_anno(settore: &Settore, anni: Anni, parole: &Parole) -> String {
    parole
        .barra
        .del_settore_nell_anno
        .con(&[("settore", &settore.nome), ("anni", &anni.to_string())])
}

/// A result: the figure, on what it rests when that is not everything, and the bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct RisultatoScritto {
    cifra: String,
    nota: Option<String>,
    barra: Option<Barra>,
}

impl RisultatoScritto {
    /// Of a settore.
    pub(super) fn di_totale(etichetta: String, totale: Totale, parole: &Parole) -> Self {
        let nota = match totale {
            Totale::Completo(_) | Totale::NonValutato => None,
            Totale::Annullato => Some(parole.barra.annullato.to_string()),
            Totale::Parziale {
                peso_valutato,
                peso_totale,
                ..
            } => Some(parole.barra.parziale.con(&[
                ("valutato", &lingua::numero(peso_valutato, parole)),
                ("totale", &lingua::numero(peso_totale, parole)),
            ])),
        };
        Self {
            nota,
            ..Self::di_valutazione(etichetta, totale.valore().map(Valutazione::Grado), parole)
        }
    }

    /// Of an objective.
    pub(super) fn di_valutazione(
        etichetta: String,
        valutazione: Option<Valutazione>,
        parole: &Parole,
    ) -> Self {
        Self {
            cifra: lingua::valutazione(valutazione, parole),
            nota: None,
            barra: Barra::di(etichetta, valutazione.and_then(Valutazione::grado), parole),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    fn percento(centesimi: i64) -> Option<u8> {
        let valore = Percentuale::new(Decimal::new(centesimi, 2));
        Barra::di(String::new(), Some(valore), &crate::parole::italiano())
            .map(|barra| barra.percento)
    }

    #[test]
    fn only_a_hundred_looks_full_and_nothing_overflows() {
        assert_eq!(percento(9950), Some(99));
        assert_eq!(percento(10_000), Some(100));
        assert_eq!(percento(12_000), Some(100));
        assert_eq!(percento(-100), Some(0));
        assert_eq!(
            Barra::di(String::new(), None, &crate::parole::italiano()),
            None
        );
    }
}
