//! The short forms of an ente on its pages: explained where they are first read, once a page.

use std::collections::BTreeSet;

use super::scheda::TrattoScritto;
use crate::document::Inline;
use crate::document::glossary::Glossary;
use crate::model::Ente;

/// The short forms of an ente, and those that a page has explained already.
pub(super) struct Sigle {
    glossario: Glossary,
    dette: BTreeSet<String>,
}

impl Sigle {
    /// Of a page that has explained nothing yet.
    pub(super) fn di(ente: &Ente) -> Self {
        let voci = ente.abbreviazioni.iter();
        let voci = voci.map(|(sigla, estesa)| (sigla.as_str(), estesa.as_str()));
        Self {
            glossario: Glossary::new(voci, []),
            dette: BTreeSet::new(),
        }
    }

    /// A text of the page, with what it is the first to say explained.
    pub(super) fn in_testo(&mut self, testo: &str) -> Vec<TrattoScritto> {
        let mut tratti = vec![TrattoScritto::semplice(testo)];
        self.spiega(&mut tratti);
        tratti
    }

    /// Explains what a text is the first to say.
    pub(super) fn spiega(&mut self, tratti: &mut Vec<TrattoScritto>) {
        let interi = std::mem::take(tratti);
        for tratto in interi {
            for inline in self.glossario.marked(&tratto.testo) {
                let (testo, estesa) = match inline {
                    Inline::Abbreviation { short, expansion } => {
                        let prima_volta = self.dette.insert(short.clone());
                        (short, prima_volta.then_some(expansion))
                    }
                    Inline::Text(testo) => (testo, None),
                    _ => continue,
                };
                tratti.push(tratto.con(testo, estesa));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_is_explained_once_and_no_word_is_lost() {
        let mut sigle = Sigle {
            glossario: Glossary::new([("PEG", "Piano esecutivo di gestione")], []),
            dette: BTreeSet::new(),
        };
        let mut tratti = vec![TrattoScritto::semplice("il PEG, e il PEG")];
        sigle.spiega(&mut tratti);
        let testo: String = tratti.iter().map(|tratto| tratto.testo.as_str()).collect();
        assert_eq!(testo, "il PEG, e il PEG");
        let spiegate = tratti.iter().filter(|tratto| tratto.estesa.is_some());
        assert_eq!(spiegate.count(), 1);
    }
}
