//! Objectives, their indicators, and what came of them.

use std::collections::BTreeMap;

use super::{
    Codice, Fase, LegameStruttura, Percentuale, Peso, Responsabile, Settore, ValoreScritto,
};

/// An objective: the promise (its card, the *scheda*) and its outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obiettivo {
    /// Identifies it within the ciclo. Numbers restart by settore, titles repeat: codes do not.
    pub codice: Codice,
    /// The number on the card, as written.
    pub numero: Option<String>,
    /// Its title.
    pub titolo: String,
    /// Which year of how many, for an objective of several years.
    pub annualita: Option<Annualita>,
    /// Who it is for.
    pub ambito: Ambito,
    /// How much it counts, out of the 100 that bear on a settore.
    pub peso: Peso,
    /// Who answers for it, where that is not the settore's responsabile.
    pub responsabile: Option<Responsabile>,
    /// What will be done and why.
    pub descrizione: Option<String>,
    /// The steps, in order.
    pub fasi: Vec<Fase>,
    /// By what it is measured.
    pub indicatori: Vec<Indicatore>,
    /// What the Nucleo/OIV validated.
    pub esito: Esito,
}

/// Whom an objective binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ambito {
    /// The whole entity: it bears on every settore, each with a grade of its own.
    Struttura,
    /// One settore.
    Settore(Codice),
}

/// The validated outcome, in the form that the objective's scope asks for.
///
/// A missing grade is *non valutato*: it is shown as such and is never counted as zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Esito {
    /// Of an objective of a settore.
    DiSettore(Option<Percentuale>),
    /// Of an objective of struttura: a grade per settore.
    DiStruttura(BTreeMap<Codice, Percentuale>),
}

impl Obiettivo {
    /// Whether the objective bears on a settore.
    #[must_use]
    pub fn riguarda(&self, settore: &Settore) -> bool {
        match &self.ambito {
            Ambito::Struttura => settore.struttura == LegameStruttura::Partecipa,
            Ambito::Settore(proprio) => *proprio == settore.codice,
        }
    }

    /// Who answers for it: its own responsabile, else that of its settore.
    #[must_use]
    pub fn risponde<'a>(&'a self, settore: Option<&'a Settore>) -> Option<&'a Responsabile> {
        let del_settore = settore.and_then(|settore| settore.responsabile.as_ref());
        self.responsabile.as_ref().or(del_settore)
    }

    /// The description, paragraph by paragraph; an empty line parts them.
    #[must_use]
    pub fn paragrafi(&self) -> Vec<String> {
        let testo = self.descrizione.as_deref().unwrap_or_default();
        testo
            .split("\n\n")
            .map(|paragrafo| paragrafo.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|paragrafo| !paragrafo.is_empty())
            .collect()
    }

    /// The validated grade for a settore; `None` when it is not assessed there.
    #[must_use]
    pub fn grado(&self, settore: &Settore) -> Option<Percentuale> {
        if !self.riguarda(settore) {
            return None;
        }
        match &self.esito {
            Esito::DiSettore(grado) => *grado,
            Esito::DiStruttura(gradi) => gradi.get(&settore.codice).copied(),
        }
    }
}

/// A year of an objective that runs over several: *2 di 2*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Annualita {
    corrente: u8,
    totale: u8,
}

/// The text is not of the form *2 di 3*, or the year is beyond its total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnnualitaNonValida;

impl Annualita {
    /// The `corrente`-th year of `totale`.
    ///
    /// # Errors
    /// When a number is zero or the year is beyond the total.
    pub const fn new(corrente: u8, totale: u8) -> Result<Self, AnnualitaNonValida> {
        if corrente >= 1 && corrente <= totale {
            Ok(Self { corrente, totale })
        } else {
            Err(AnnualitaNonValida)
        }
    }

    /// Which year, from 1.
    #[must_use]
    pub const fn corrente(self) -> u8 {
        self.corrente
    }

    /// Of how many.
    #[must_use]
    pub const fn totale(self) -> u8 {
        self.totale
    }
}

/// Reads `2 di 3` (also `2/3`).
///
/// # Errors
/// When it has another form or the year is beyond its total.
pub fn leggi_annualita(testo: &str) -> Result<Annualita, AnnualitaNonValida> {
    let (corrente, totale) = testo
        .split_once(" di ")
        .or_else(|| testo.split_once('/'))
        .ok_or(AnnualitaNonValida)?;
    let numero = |parte: &str| parte.trim().parse().map_err(|_| AnnualitaNonValida);
    Annualita::new(numero(corrente)?, numero(totale)?)
}

/// What an objective is measured by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicatore {
    /// What it measures.
    pub nome: String,
    /// Its kind, where the card says it.
    pub categoria: Option<CategoriaIndicatore>,
    /// The target.
    pub atteso: Option<ValoreScritto>,
    /// The result.
    pub raggiunto: Option<ValoreScritto>,
}

/// The four kinds of indicator of the Caluso form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CategoriaIndicatore {
    /// How much.
    Quantita,
    /// By when.
    Tempo,
    /// At what cost.
    Costo,
    /// How well.
    Qualita,
}

impl CategoriaIndicatore {
    /// The kinds with the words that cards use for them, in the order of the form.
    pub const PAROLE: [(&'static str, Self); 4] = [
        (Self::Quantita.parola(), Self::Quantita),
        (Self::Tempo.parola(), Self::Tempo),
        (Self::Costo.parola(), Self::Costo),
        (Self::Qualita.parola(), Self::Qualita),
    ];

    /// The word that cards use for it.
    #[must_use]
    pub const fn parola(self) -> &'static str {
        match self {
            Self::Quantita => "quantità",
            Self::Tempo => "tempo",
            Self::Costo => "costo",
            Self::Qualita => "qualità",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_never_beyond_its_total() {
        assert_eq!(leggi_annualita("2 di 2"), Annualita::new(2, 2));
        assert_eq!(leggi_annualita("1/3"), Annualita::new(1, 3));
        for sbagliata in ["3 di 2", "0 di 2", "2", "due di tre", "1 di", ""] {
            assert_eq!(
                leggi_annualita(sbagliata),
                Err(AnnualitaNonValida),
                "{sbagliata}"
            );
        }
    }
}
