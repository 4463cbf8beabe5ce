//! A cycle: one plan and its results.

use chrono::NaiveDate;

use super::{Atto, Codice, Obiettivo, RuoloAtto, Testo};

/// One plan and its results, usually of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ciclo {
    /// The folder's name and the segment in addresses: `2023`.
    pub codice: Codice,
    /// The year that the results belong to.
    pub anno: i32,
    /// The three years of the plan that this one is part of.
    pub triennio: Option<Triennio>,
    /// In the order of `ciclo.yaml`.
    pub atti: Vec<Atto>,
    /// In the order of `ciclo.yaml`, which is that of the griglia.
    pub settori: Vec<Settore>,
    /// Those of struttura first, then settore by settore, each in order of number.
    pub obiettivi: Vec<Obiettivo>,
    /// The narrative, if the relazione has been written.
    pub relazione: Option<Relazione>,
}

impl Ciclo {
    /// The acts of one role, in order.
    pub fn atti_di(&self, ruolo: RuoloAtto) -> impl Iterator<Item = &Atto> {
        self.atti.iter().filter(move |atto| atto.ruolo == ruolo)
    }

    /// The first adopted act of a role; without it the documents that it approves are drafts.
    #[must_use]
    pub fn atto_adottato(&self, ruolo: RuoloAtto) -> Option<&Atto> {
        self.atti_di(ruolo).find(|atto| atto.data().is_some())
    }

    /// Whether an objective has a grade: the year is being closed, or closed.
    #[must_use]
    pub fn ha_valutazioni(&self) -> bool {
        self.obiettivi.iter().any(|obiettivo| {
            let mut settori = self.settori.iter();
            settori.any(|settore| obiettivo.grado(settore).is_some())
        })
    }

    /// The settori that the objectives of struttura bear on.
    pub fn settori_di_struttura(&self) -> impl Iterator<Item = &Settore> {
        self.settori
            .iter()
            .filter(|settore| settore.struttura == LegameStruttura::Partecipa)
    }

    /// The objectives of the whole entity.
    pub fn obiettivi_di_struttura(&self) -> impl Iterator<Item = &Obiettivo> {
        self.obiettivi
            .iter()
            .filter(|obiettivo| matches!(obiettivo.ambito, super::Ambito::Struttura))
    }

    /// A settore's own objectives, without those of struttura.
    pub fn obiettivi_propri<'a>(
        &'a self,
        settore: &'a Codice,
    ) -> impl Iterator<Item = &'a Obiettivo> {
        self.obiettivi.iter().filter(move |obiettivo| {
            matches!(&obiettivo.ambito, super::Ambito::Settore(proprio) if proprio == settore)
        })
    }

    /// The settore of that code.
    #[must_use]
    pub fn settore(&self, codice: &Codice) -> Option<&Settore> {
        self.settori
            .iter()
            .find(|settore| settore.codice == *codice)
    }
}

/// An organisational unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settore {
    /// The segment in addresses.
    pub codice: Codice,
    /// Its full name.
    pub nome: String,
    /// Its name where room is short: *Territorio e OOPP*.
    pub nome_breve: String,
    /// Who answers for it, if the documents say so.
    pub responsabile: Option<Responsabile>,
    /// Whether the objectives of struttura bear on it.
    pub struttura: LegameStruttura,
}

/// Whether the objectives of struttura bear on a settore.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegameStruttura {
    /// They do, as on every settore.
    Partecipa,
    /// They do not: the segretario comunale is assessed on objectives of his own alone.
    Autonomo,
}

/// The three years of a plan: *2024-2026*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Triennio {
    dal: i32,
}

/// The text is not of the form *2024-2026*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TriennioNonValido;

impl Triennio {
    /// The first year.
    #[must_use]
    pub const fn dal(self) -> i32 {
        self.dal
    }

    /// The last year.
    #[must_use]
    pub const fn al(self) -> i32 {
        self.dal + 2
    }
}

/// Reads `2024-2026`.
///
/// # Errors
/// When it has another form or is not of three years.
pub fn leggi_triennio(testo: &str) -> Result<Triennio, TriennioNonValido> {
    let (dal, al) = testo
        .split_once(['-', '/', '\u{2013}'])
        .ok_or(TriennioNonValido)?;
    let anno = |parte: &str| {
        let anno = parte.trim().parse::<i32>().ok();
        anno.filter(|anno| (1900..2200).contains(anno))
            .ok_or(TriennioNonValido)
    };
    let triennio = Triennio { dal: anno(dal)? };
    if triennio.al() == anno(al)? {
        Ok(triennio)
    } else {
        Err(TriennioNonValido)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_triennio_has_three_years() {
        assert_eq!(
            leggi_triennio("2024-2026").map(|t| (t.dal(), t.al())),
            Ok((2024, 2026))
        );
        assert_eq!(leggi_triennio("2025/2027").map(Triennio::dal), Ok(2025));
        for no in ["2024", "2024-2025", "2026-2024", "due-tre", "-2-0", ""] {
            assert_eq!(leggi_triennio(no), Err(TriennioNonValido), "{no}");
        }
    }
}

/// Who answers for a settore: a holder of office, therefore published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Responsabile(pub String);

/// The narrative part of the relazione sulla performance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relazione {
    /// Where it is signed.
    pub luogo: Option<String>,
    /// When it is signed.
    pub data: Option<NaiveDate>,
    /// Its chapters, in order of file name.
    pub capitoli: Vec<Testo>,
}
