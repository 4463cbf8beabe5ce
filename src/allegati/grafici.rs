//! Pictures of results.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::document::{Bar, Bars, Block, Figure, FigureContent};
use crate::lingua;
use crate::parole::Parole;
use crate::score::RisultatoSettore;

/// The fewest bars that say more than their figures.
const POCHE: usize = 2;

/// The results of the settori as bars; `None` where there is little to compare.
pub(super) fn risultati(risultati: &[RisultatoSettore<'_>], parole: &Parole) -> Option<Block> {
    let bars: Vec<Bar> = risultati
        .iter()
        .filter(|risultato| risultato.e_rendicontato())
        .filter_map(|risultato| {
            let grado = risultato.totale.valore()?;
            Some(Bar {
                label: risultato.settore.nome_distinto(),
                value: lingua::percentuale(grado, parole),
                thousandths: millesimi(grado.punti()),
            })
        })
        .collect();
    if bars.len() < POCHE {
        return None;
    }
    let detto: Vec<String> = bars
        .iter()
        .map(|bar| format!("{} {}", bar.label, bar.value))
        .collect();
    Some(Block::Figure(Figure {
        content: FigureContent::Bars(Bars { bars }),
        alt: parole
            .allegati
            .grafico
            .con(&[("risultati", &detto.join("; "))]),
        caption: None,
    }))
}

/// A grade as a length: 100% is the whole bar.
fn millesimi(grado: Decimal) -> u16 {
    (grado * Decimal::TEN)
        .round()
        .to_u16()
        .unwrap_or(if grado.is_sign_negative() { 0 } else { 1000 })
}
