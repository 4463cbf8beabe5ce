//! The words of a page that the glossary explains, each led to once a page.
//!
//! A field's name is itself the link; of the words in headings and heads of columns a line below says
//! where each is explained, because heads of columns are not there on a phone.

use std::collections::BTreeSet;

use serde::Serialize;

use super::glossario::{self, Termine};
use super::links::{Href, SitePath};
use super::scheda::{DatoScritto, SezioneScritta};
use crate::parole::Parole;

/// A word and where it is explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Spiegata {
    parola: String,
    href: Href,
}

/// Of a page: which words it has led to already.
pub(super) struct Spiegazioni<'a> {
    path: &'a SitePath,
    parole: &'a Parole,
    dette: BTreeSet<&'static str>,
}

impl<'a> Spiegazioni<'a> {
    /// Of a page that has led to nothing yet.
    pub(super) const fn new(path: &'a SitePath, parole: &'a Parole) -> Self {
        Self {
            path,
            parole,
            dette: BTreeSet::new(),
        }
    }

    /// Where a field's name is explained.
    fn etichetta(&mut self, etichetta: &str) -> Option<Href> {
        let termine = glossario::di_etichetta(etichetta, self.parole)?;
        self.prima_volta(termine).map(|spiegata| spiegata.href)
    }

    /// Fields whose names lead to what they mean.
    pub(super) fn dati(&mut self, dati: Vec<DatoScritto>) -> Vec<DatoScritto> {
        let spiega = |dato: DatoScritto| {
            let spiegazione = self.etichetta(dato.nome());
            dato.con_spiegazione(spiegazione)
        };
        dati.into_iter().map(spiega).collect()
    }

    /// A section with the words of its heading and of the heads of its columns.
    pub(super) fn sezione(&mut self, sezione: SezioneScritta) -> SezioneScritta {
        let del_titolo = glossario::di_sezione(sezione.chiave());
        let delle_teste: Vec<&'static Termine> = sezione
            .etichette()
            .filter_map(|etichetta| glossario::di_etichetta(etichetta, self.parole))
            .collect();
        let spiegate = del_titolo
            .into_iter()
            .chain(delle_teste)
            .filter_map(|termine| self.prima_volta(termine))
            .collect();
        sezione.con_spiegate(spiegate)
    }

    /// The words that a page says of itself, by their keys.
    pub(super) fn di_chiavi(&mut self, chiavi: &[&str]) -> Vec<Spiegata> {
        chiavi
            .iter()
            .filter_map(|chiave| glossario::di_chiave(chiave))
            .filter_map(|termine| self.prima_volta(termine))
            .collect()
    }

    fn prima_volta(&mut self, termine: &'static Termine) -> Option<Spiegata> {
        self.dette.insert(termine.chiave()).then(|| Spiegata {
            parola: termine.parola(self.parole).to_owned(),
            href: self.path.to(&termine.pagina()),
        })
    }
}
