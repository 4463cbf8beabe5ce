//! Rules on pictures: they are there, and they are pictures.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::inspection::Inspection;
use super::problema::Genere;
use crate::picture::{self, Picture};
use crate::source::{ImmagineScritta, Place};

/// The pictures of a folder; each is understood once, when something first shows it.
pub(super) struct Album<'a> {
    scritte: &'a [ImmagineScritta],
    lette: BTreeMap<String, Option<Arc<Picture>>>,
}

impl<'a> Album<'a> {
    pub(super) const fn new(scritte: &'a [ImmagineScritta]) -> Self {
        Self {
            scritte,
            lette: BTreeMap::new(),
        }
    }

    /// The picture of a name that is written somewhere.
    pub(super) fn immagine(
        &mut self,
        nome: &str,
        luogo: &Place,
        inspection: &mut Inspection<'_>,
    ) -> Option<Arc<Picture>> {
        if let Some(letta) = self.lette.get(nome) {
            return letta.clone();
        }
        let scritta = self.scritte.iter().find(|scritta| scritta.nome == nome);
        let Some(scritta) = scritta else {
            let nome = nome.to_owned();
            let note = self.scritte.iter().map(|scritta| scritta.nome.clone());
            let note = note.collect();
            inspection.nota(luogo, Genere::ImmagineMancante { nome, note });
            return None;
        };
        let letta = match picture::read(&scritta.bytes) {
            Ok(picture) => Some(Arc::new(picture)),
            Err(errore) => {
                let nome = nome.to_owned();
                inspection.nota(luogo, Genere::ImmagineNonValida { nome, errore });
                None
            }
        };
        self.lette.insert(nome.to_owned(), letta.clone());
        letta
    }
}
