//! Rules on pictures: they are there, and they are pictures.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::contenuto::GenereContenuto;
use super::inspection::Inspection;
use super::problema::Genere;
use crate::picture::{self, Content, Picture};
use crate::source::{ImmagineScritta, Place};

/// The largest file of a picture that opens quickly on a telephone.
const BYTE: usize = 1_048_576;
/// The most points on a side that anybody can see.
const PUNTI: u32 = 3000;

/// What there is to say of a picture that makes a page slow.
fn grande(nome: &str, byte: usize, picture: &Picture) -> Option<GenereContenuto> {
    let punti = match picture.content {
        Content::Outline(_) => None,
        Content::Png { .. } | Content::Jpeg { .. } => {
            Some((intero(picture.width)?, intero(picture.height)?))
        }
    };
    let troppi = punti.is_some_and(|(larghezza, altezza)| larghezza.max(altezza) > PUNTI);
    (byte > BYTE || troppi).then(|| GenereContenuto::ImmagineGrande {
        nome: nome.to_owned(),
        byte,
        punti,
    })
}

/// Points, which a picture counts as a number with decimals.
fn intero(punti: f64) -> Option<u32> {
    rust_decimal::Decimal::from_f64_retain(punti)?
        .try_into()
        .ok()
}

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
            Ok(picture) => {
                let grande = grande(nome, scritta.bytes.len(), &picture);
                if let Some(genere) = grande {
                    inspection.nota(luogo, Genere::Contenuto(genere));
                }
                Some(Arc::new(picture))
            }
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
