//! The story of an objective that returns year after year: the same card in several cicli, or in
//! several years of one.
//!
//! Two cards are of one story when one says so (`continua`), or when they have the same title in the
//! same settore and ufficio and are for different years. This module only finds what belongs together;
//! it judges nothing and shows nothing.

use std::collections::BTreeMap;

use crate::model::{Ciclo, Codice, Ente, Obiettivo};

/// The stories of an ente.
#[derive(Debug, Clone, Default)]
pub struct Storie<'a> {
    storie: Vec<Vec<Tappa<'a>>>,
    posti: BTreeMap<(&'a Codice, &'a Codice), usize>,
}

/// A card in a story.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tappa<'a> {
    /// The ciclo that it is of.
    pub ciclo: &'a Ciclo,
    /// The card, in force or taken out.
    pub obiettivo: &'a Obiettivo,
}

impl Tappa<'_> {
    /// The first year that it is for.
    #[must_use]
    pub fn anno(&self) -> i32 {
        self.obiettivo.anni.unwrap_or(self.ciclo.anni).dal()
    }
}

/// What cards of one story have in common without saying so.
type Chiave<'a> = (Option<&'a Codice>, Option<&'a Codice>, String);

impl<'a> Storie<'a> {
    /// Finds the stories of an ente.
    #[must_use]
    pub fn di(ente: &'a Ente) -> Self {
        let tappe: Vec<Tappa<'a>> = ente
            .cicli
            .iter()
            .flat_map(|ciclo| {
                let eliminati = ciclo.eliminati().into_iter().map(|(scheda, _)| scheda);
                let schede = ciclo.obiettivi.iter().chain(eliminati);
                schede.map(move |obiettivo| Tappa { ciclo, obiettivo })
            })
            .collect();
        let mut gruppi = Gruppi::di(tappe.len());
        per_titolo(&tappe, &mut gruppi);
        per_continuazione(&tappe, &mut gruppi);
        let mut storie: BTreeMap<usize, Vec<Tappa<'a>>> = BTreeMap::new();
        for (posto, tappa) in tappe.into_iter().enumerate() {
            storie.entry(gruppi.capo(posto)).or_default().push(tappa);
        }
        let mut raccolte = Self::default();
        for mut storia in storie.into_values() {
            if storia.len() < 2 {
                continue;
            }
            storia.sort_by_key(|tappa| (tappa.anno(), &tappa.obiettivo.codice));
            for tappa in &storia {
                let chiave = (&tappa.ciclo.codice, &tappa.obiettivo.codice);
                raccolte.posti.insert(chiave, raccolte.storie.len());
            }
            raccolte.storie.push(storia);
        }
        raccolte
    }

    /// The story that a card is part of, from the first year on; empty when it stands alone.
    #[must_use]
    pub fn della(&self, ciclo: &Codice, obiettivo: &Codice) -> &[Tappa<'a>] {
        let posto = self.posti.get(&(ciclo, obiettivo));
        let storia = posto.and_then(|posto| self.storie.get(*posto));
        storia.map_or(&[], Vec::as_slice)
    }
}

/// Cards of one title in one settore and ufficio, unless two of them are for the same year: then
/// nobody can say which goes on.
fn per_titolo(tappe: &[Tappa<'_>], gruppi: &mut Gruppi) {
    let mut uguali: BTreeMap<Chiave<'_>, Vec<usize>> = BTreeMap::new();
    for (posto, tappa) in tappe.iter().enumerate() {
        let ambito = &tappa.obiettivo.ambito;
        let titolo = normale(&tappa.obiettivo.titolo);
        let chiave = (ambito.settore(), ambito.ufficio(), titolo);
        uguali.entry(chiave).or_default().push(posto);
    }
    for posti in uguali.into_values() {
        let mut anni: Vec<i32> = posti
            .iter()
            .filter_map(|posto| tappe.get(*posto).map(Tappa::anno))
            .collect();
        let quanti = anni.len();
        anni.sort_unstable();
        anni.dedup();
        if let (Some(primo), true) = (posti.first(), anni.len() == quanti) {
            for posto in &posti {
                gruppi.unisci(*primo, *posto);
            }
        }
    }
}

fn per_continuazione(tappe: &[Tappa<'_>], gruppi: &mut Gruppi) {
    let posti: BTreeMap<(&Codice, &Codice), usize> = tappe
        .iter()
        .enumerate()
        .map(|(posto, tappa)| ((&tappa.ciclo.codice, &tappa.obiettivo.codice), posto))
        .collect();
    for (posto, tappa) in tappe.iter().enumerate() {
        let Some(continua) = &tappa.obiettivo.legami.continua else {
            continue;
        };
        let ciclo = continua.ciclo.as_ref().unwrap_or(&tappa.ciclo.codice);
        if let Some(prima) = posti.get(&(ciclo, &continua.codice)) {
            gruppi.unisci(*prima, posto);
        }
    }
}

/// A title without what writing may differ in: case, spaces, kinds of dash and apostrophe, a final
/// full stop.
fn normale(titolo: &str) -> String {
    let titolo = titolo
        .to_lowercase()
        .replace(['\u{2013}', '\u{2014}'], "-")
        .replace('\u{2019}', "'");
    let parole: Vec<&str> = titolo.split_whitespace().collect();
    parole.join(" ").trim_end_matches('.').to_owned()
}

/// Disjoint groups of positions.
struct Gruppi(Vec<usize>);

impl Gruppi {
    fn di(quanti: usize) -> Self {
        Self((0..quanti).collect())
    }

    fn capo(&self, mut posto: usize) -> usize {
        while let Some(sopra) = self.0.get(posto).filter(|sopra| **sopra != posto) {
            posto = *sopra;
        }
        posto
    }

    fn unisci(&mut self, uno: usize, altro: usize) {
        let (uno, altro) = (self.capo(uno), self.capo(altro));
        let (alto, basso) = (uno.min(altro), uno.max(altro));
        if let Some(sopra) = self.0.get_mut(basso) {
            *sopra = alto;
        }
    }
}
