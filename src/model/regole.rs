//! How an ente counts: which weights sum to what, and what a grade is worth.

use rust_decimal::Decimal;

use super::Percentuale;

/// How the weights and grades of a ciclo are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regole {
    /// What the weights sum to.
    pub pesi: Pesi,
    /// The bands that grades fall into, from the highest threshold down; often none.
    pub fasce: Vec<Fascia>,
    /// The highest grade: 100 %, more where results beyond the target count.
    pub grado_massimo: Percentuale,
    /// Who validates the grades: *Nucleo di valutazione*.
    pub validatore: Option<String>,
}

impl Default for Regole {
    fn default() -> Self {
        Self {
            pesi: Pesi::default(),
            fasce: Vec::new(),
            grado_massimo: Percentuale::CENTO,
            validatore: None,
        }
    }
}

impl Regole {
    /// The band of a grade.
    #[must_use]
    pub fn fascia(&self, grado: Percentuale) -> Option<&Fascia> {
        self.fasce.iter().find(|fascia| fascia.da <= grado)
    }

    /// What a grade counts: itself, or what its band is worth.
    #[must_use]
    pub fn conta(&self, grado: Percentuale) -> Percentuale {
        self.fascia(grado)
            .and_then(|fascia| fascia.vale)
            .unwrap_or(grado)
    }
}

/// Which weights are taken together, and what they sum to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pesi {
    /// Whose weights are summed.
    pub ambito: AmbitoPesi,
    /// What they sum to: 100 almost everywhere.
    pub totale: Decimal,
    /// What happens when they do not.
    pub regola: RegolaPesi,
}

impl Default for Pesi {
    fn default() -> Self {
        Self {
            ambito: AmbitoPesi::Settore,
            totale: Decimal::ONE_HUNDRED,
            regola: RegolaPesi::Somma,
        }
    }
}

/// The highest weight where weights sum to anything: further up it is a slip.
const PESO_PIU_ALTO: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

impl Pesi {
    /// The highest weight that one objective may have.
    #[must_use]
    pub const fn massimo(self) -> Decimal {
        match self.regola {
            RegolaPesi::Somma => self.totale,
            RegolaPesi::Riproporzionati => PESO_PIU_ALTO,
        }
    }
}

/// Whose weights are summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmbitoPesi {
    /// Those that bear on a settore: its own and those of struttura.
    Settore,
    /// All those of the ente.
    Ente,
    /// Those of the objectives that one person answers for.
    Persona,
}

impl AmbitoPesi {
    /// The scopes with the words that `ciclo.yaml` uses for them.
    pub const PAROLE: [(&'static str, Self); 3] = [
        ("settore", Self::Settore),
        ("ente", Self::Ente),
        ("persona", Self::Persona),
    ];
}

/// What is asked of a sum of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegolaPesi {
    /// It must be the total.
    Somma,
    /// It may be anything: each weight counts in proportion.
    Riproporzionati,
}

impl RegolaPesi {
    /// The rules with the words that `ciclo.yaml` uses for them.
    pub const PAROLE: [(&'static str, Self); 2] = [
        ("somma", Self::Somma),
        ("riproporzionati", Self::Riproporzionati),
    ];
}

/// A band of grades: *pienamente raggiunto* from 90 %.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fascia {
    /// Its name.
    pub nome: String,
    /// The lowest grade in it.
    pub da: Percentuale,
    /// What every grade in it counts; `None` where each counts what it is.
    pub vale: Option<Percentuale>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_counts_what_its_band_is_worth() {
        let percento = |punti: i64| Percentuale::new(Decimal::from(punti));
        let fascia = |da, vale: Option<i64>| Fascia {
            nome: format!("da {da}"),
            da: percento(da),
            vale: vale.map(percento),
        };
        let regole = Regole {
            fasce: vec![fascia(90, Some(100)), fascia(60, None), fascia(0, Some(0))],
            ..Regole::default()
        };
        for (grado, conta) in [(95, 100), (90, 100), (89, 89), (60, 60), (59, 0)] {
            assert_eq!(regole.conta(percento(grado)), percento(conta), "{grado}");
        }
    }
}
