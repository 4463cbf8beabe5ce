//! What the validated grades amount to, in exact decimals, and what the indicators say.
//!
//! This module owns one rule (the acts' own, shown under every griglia):
//!
//! > result of a settore = Σ weight × grade / Σ weight, over its own objectives and those of
//! > struttura, these with the grade they have for that settore.
//!
//! An objective that is not assessed has no part in either sum, and the result says on how much
//! weight it rests. One that cannot be assessed, or was put off, has no part at all. A condition that
//! is not met cancels the result. Where the plan has no weights every objective counts the same.
//!
//! What the indicators say ([`misura`]) stands beside the validated grade, never in its place.
//! This module never rounds and never formats.

mod andamento;
mod misura;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::{
    AmbitoPesi, Ciclo, Conta, Esito, Obiettivo, Percentuale, Regole, Rendiconto, Settore,
    Valutazione,
};
pub use andamento::{cicli_chiusi, quota, variazione};
pub use misura::{Medie, Misura, Scarto, delle_parti, medie, misura, raggiungimento, scarti};

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

impl RisultatoSettore<'_> {
    /// Whether the relazione reports on it.
    #[must_use]
    pub fn e_rendicontato(&self) -> bool {
        self.settore.rendiconto == Rendiconto::Compreso
    }
}

/// An objective as it bears on one settore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voce<'a> {
    /// The objective.
    pub obiettivo: &'a Obiettivo,
    /// What was validated of it for that settore.
    pub valutazione: Option<Valutazione>,
    /// How much it counts there: its weight, or 1 where the plan has no weights.
    pub quanto: Decimal,
    /// The grade that counts: the validated one, or what its band is worth.
    pub conta: Option<Percentuale>,
}

impl<'a> Voce<'a> {
    fn di(obiettivo: &'a Obiettivo, settore: &Settore, regole: &Regole) -> Self {
        let quanto = obiettivo.quanto_per(settore);
        let valutazione = obiettivo.valutazione(settore);
        Self::nuova(obiettivo, valutazione, quanto, regole)
    }

    fn nuova(
        obiettivo: &'a Obiettivo,
        valutazione: Option<Valutazione>,
        quanto: Decimal,
        regole: &Regole,
    ) -> Self {
        let grado = valutazione.and_then(Valutazione::grado);
        Self {
            obiettivo,
            valutazione,
            quanto,
            conta: grado.map(|grado| regole.conta(grado)),
        }
    }

    /// The validated grade.
    #[must_use]
    pub fn grado(&self) -> Option<Percentuale> {
        self.valutazione.and_then(Valutazione::grado)
    }

    /// Weight × grade / 100: the points that it brings. `None` when it is not assessed.
    #[must_use]
    pub fn punti(&self) -> Option<Decimal> {
        self.conta
            .map(|grado| self.quanto * grado.punti() / Decimal::ONE_HUNDRED)
    }

    /// Whether it has a part in the result at all.
    #[must_use]
    pub fn ha_parte(&self) -> bool {
        self.valutazione.is_none_or(Valutazione::ha_parte)
    }

    /// Whether it is a condition that was not met.
    fn annulla(&self) -> bool {
        self.obiettivo.conta == Conta::Condizione
            && (self.conta.is_some_and(|conta| conta < Percentuale::CENTO)
                || self.valutazione == Some(Valutazione::InParte))
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
    /// A condition was not met: nothing counts.
    Annullato,
    /// Nothing is assessed yet.
    NonValutato,
}

impl Totale {
    /// The mean, however much it rests on.
    #[must_use]
    pub const fn valore(self) -> Option<Percentuale> {
        match self {
            Self::Completo(valore) | Self::Parziale { valore, .. } => Some(valore),
            Self::Annullato => Some(Percentuale::new(Decimal::ZERO)),
            Self::NonValutato => None,
        }
    }

    fn di(voci: &[Voce<'_>]) -> Self {
        if voci.iter().any(Voce::annulla) {
            return Self::Annullato;
        }
        let con_parte = || voci.iter().filter(|voce| voce.ha_parte());
        let peso_totale: Decimal = con_parte().map(|voce| voce.quanto).sum();
        let valutate = con_parte().filter(|voce| voce.conta.is_some());
        let peso_valutato: Decimal = valutate.map(|voce| voce.quanto).sum();
        let punti: Decimal = con_parte().filter_map(Voce::punti).sum();
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
        .filter(|obiettivo| obiettivo.riguarda(settore) && obiettivo.conta_da_solo())
        .map(|obiettivo| Voce::di(obiettivo, settore, &ciclo.regole))
        .collect();
    let totale = Totale::di(&voci);
    RisultatoSettore {
        settore,
        voci,
        totale,
    }
}

/// The results that the ente draws besides those of the settori, by whose weights it sums: one of the
/// whole ente, or one per person; none where weights are summed by settore.
#[must_use]
pub fn complessivi(ciclo: &Ciclo) -> Vec<(String, Totale)> {
    match ciclo.regole.pesi.ambito {
        AmbitoPesi::Settore => Vec::new(),
        AmbitoPesi::Ente => {
            let interi = ciclo.obiettivi.iter().filter(|o| o.conta_da_solo());
            let voci: Vec<Voce<'_>> = interi
                .map(|obiettivo| {
                    let valutazione = dell_ente(ciclo, obiettivo);
                    let quanto = obiettivo.conta.quanto();
                    Voce::nuova(obiettivo, valutazione, quanto, &ciclo.regole)
                })
                .collect();
            vec![("Tutto l’ente".to_owned(), Totale::di(&voci))]
        }
        AmbitoPesi::Persona => {
            let mut per_persona: BTreeMap<&str, Vec<Voce<'_>>> = BTreeMap::new();
            for obiettivo in &ciclo.obiettivi {
                for parte in ciclo.chi_risponde(obiettivo) {
                    let valutazione = obiettivo.valutazione(parte.settore);
                    let voce = Voce::nuova(obiettivo, valutazione, parte.quanto, &ciclo.regole);
                    per_persona.entry(&parte.chi.0).or_default().push(voce);
                }
            }
            per_persona
                .into_iter()
                .map(|(chi, voci)| (chi.to_owned(), Totale::di(&voci)))
                .collect()
        }
    }
}

/// What an objective is worth for the whole ente: of one with a grade per settore their mean, each by
/// the settore's part, once all are there.
fn dell_ente(ciclo: &Ciclo, obiettivo: &Obiettivo) -> Option<Valutazione> {
    let Esito::PerSettore(_) = obiettivo.risultato.esito else {
        return obiettivo.valutazione(ciclo.settore_di(obiettivo)?);
    };
    let (mut somma, mut parti) = (Decimal::ZERO, Decimal::ZERO);
    let settori = ciclo.settori_rendicontati();
    for settore in settori.filter(|settore| obiettivo.riguarda(settore)) {
        let valutazione = obiettivo.valutazione(settore)?;
        if valutazione.ha_parte() {
            let parte = obiettivo.parte_per(settore);
            somma += valutazione.grado()?.punti() * parte;
            parti += parte;
        }
    }
    let media = somma.checked_div(parti)?;
    Some(Valutazione::Grado(Percentuale::new(media)))
}
