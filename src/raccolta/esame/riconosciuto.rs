//! Which sheet of a workbook is which of the form, and where its columns are now.

use std::collections::BTreeMap;

use crate::raccolta::lettura::{FoglioLetto, Libro};
use crate::raccolta::modulo::{Foglio, Uso};

/// The heading stands in one of the first rows.
const TESTATA: u32 = 10;

/// A sheet that was recognised by its headings, whatever its name is now.
pub(super) struct Letto<'a> {
    pub(super) foglio: &'a FoglioLetto,
    /// The row of the headings.
    pub(super) testata: u32,
    /// Where each column of the form stands now.
    pub(super) colonne: Vec<Option<u32>>,
}

impl<'a> Letto<'a> {
    pub(super) fn trova(foglio: &Foglio, libro: &'a Libro) -> Option<Self> {
        let mut letti: Vec<&FoglioLetto> = libro.fogli.iter().collect();
        letti.sort_by_key(|letto| letto.nome != foglio.nome);
        letti
            .into_iter()
            .find_map(|letto| (0..TESTATA).find_map(|testata| Self::di(foglio, letto, testata)))
    }

    fn di(foglio: &Foglio, letto: &'a FoglioLetto, testata: u32) -> Option<Self> {
        let titoli: BTreeMap<String, u32> = letto
            .celle
            .range((testata, 0)..(testata + 1, 0))
            .map(|((_, colonna), _)| (titolo(&letto.parole((testata, *colonna))), *colonna))
            .rev()
            .collect();
        let posti = foglio.colonne.iter();
        let colonne: Vec<Option<u32>> = posti
            .map(|colonna| titoli.get(&titolo(&colonna.titolo)).copied())
            .collect();
        let mut insieme = foglio.colonne.iter().zip(&colonne);
        // Without these a row says nothing.
        let basta = insieme.all(|(colonna, posto)| {
            posto.is_some() || !matches!(colonna.uso, Uso::Chiave | Uso::Nome)
        });
        let risponde = foglio
            .colonne
            .iter()
            .zip(&colonne)
            .any(|(colonna, posto)| colonna.uso == Uso::Compilare && posto.is_some());
        (basta && risponde).then_some(Self {
            foglio: letto,
            testata,
            colonne,
        })
    }
}

/// A heading as it is recognised: its first line, whatever the capitals.
fn titolo(testo: &str) -> String {
    let riga = testo.lines().next().unwrap_or_default();
    let riga = riga.split("(da compilare").next().unwrap_or_default();
    riga.trim().to_lowercase()
}
