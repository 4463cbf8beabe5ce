//! What the validated grades amount to, in exact decimals.
//!
//! This module owns one rule (the acts' own, shown under every griglia):
//!
//! > result of a settore = Σ weight × grade / Σ weight, over its own objectives and those of
//! > struttura, these with the grade they have for that settore.
//!
//! An objective that is not assessed has no part in either sum, and the result says on how much
//! weight it rests. This module never rounds and never formats.

use rust_decimal::Decimal;

use crate::model::{Ciclo, Obiettivo, Percentuale, Settore};

/// The result of a settore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RisultatoSettore<'a> {
    /// The settore.
    pub settore: &'a Settore,
    /// What bears on it: objectives of struttura, then its own.
    pub voci: Vec<Voce<'a>>,
    /// Their weighted mean.
    pub totale: Totale,
}

/// An objective as it bears on one settore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voce<'a> {
    /// The objective.
    pub obiettivo: &'a Obiettivo,
    /// Its validated grade for that settore.
    pub grado: Option<Percentuale>,
}

impl Voce<'_> {
    /// Weight × grade / 100: the points that it brings. `None` when it is not assessed.
    #[must_use]
    pub fn punti(&self) -> Option<Decimal> {
        self.grado
            .map(|grado| self.obiettivo.peso.valore() * grado.punti() / Decimal::ONE_HUNDRED)
    }
}

/// A weighted mean and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Totale {
    /// Everything is assessed.
    Completo(Percentuale),
    /// Something is not assessed yet.
    Parziale {
        /// The mean of what is.
        valore: Percentuale,
        /// The weight that is assessed.
        peso_valutato: Decimal,
        /// The weight of everything.
        peso_totale: Decimal,
    },
    /// Nothing is assessed yet.
    NonValutato,
}

impl Totale {
    /// The mean, however much it rests on.
    #[must_use]
    pub const fn valore(self) -> Option<Percentuale> {
        match self {
            Self::Completo(valore) | Self::Parziale { valore, .. } => Some(valore),
            Self::NonValutato => None,
        }
    }

    fn di(voci: &[Voce<'_>]) -> Self {
        let peso_totale: Decimal = voci.iter().map(|voce| voce.obiettivo.peso.valore()).sum();
        let valutate = voci.iter().filter(|voce| voce.grado.is_some());
        let peso_valutato: Decimal = valutate.map(|voce| voce.obiettivo.peso.valore()).sum();
        let punti: Decimal = voci.iter().filter_map(Voce::punti).sum();
        let Some(media) = (punti * Decimal::ONE_HUNDRED).checked_div(peso_valutato) else {
            return Self::NonValutato;
        };
        let valore = Percentuale::new(media);
        if peso_valutato == peso_totale {
            Self::Completo(valore)
        } else {
            Self::Parziale {
                valore,
                peso_valutato,
                peso_totale,
            }
        }
    }
}

/// The results of every settore, in the order of the ciclo.
#[must_use]
pub fn risultati(ciclo: &Ciclo) -> Vec<RisultatoSettore<'_>> {
    ciclo
        .settori
        .iter()
        .map(|settore| risultato(ciclo, settore))
        .collect()
}

/// The result of one settore.
#[must_use]
pub fn risultato<'a>(ciclo: &'a Ciclo, settore: &'a Settore) -> RisultatoSettore<'a> {
    let voci: Vec<Voce<'a>> = ciclo
        .obiettivi
        .iter()
        .filter(|obiettivo| obiettivo.riguarda(settore))
        .map(|obiettivo| Voce {
            obiettivo,
            grado: obiettivo.grado(settore),
        })
        .collect();
    let totale = Totale::di(&voci);
    RisultatoSettore {
        settore,
        voci,
        totale,
    }
}

/// The weight that bears on a settore: its own objectives' and those of struttura.
#[must_use]
pub fn peso_complessivo(ciclo: &Ciclo, settore: &Settore) -> Decimal {
    ciclo
        .obiettivi
        .iter()
        .filter(|obiettivo| obiettivo.riguarda(settore))
        .map(|obiettivo| obiettivo.peso.valore())
        .sum()
}
