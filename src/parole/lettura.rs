//! Files of words to languages.

use std::collections::BTreeMap;

use super::stanze::{ParoleScritte, Stanze};
use super::{Lingue, Parole, Testo};
use crate::check::lingua::GenereLingua;
use crate::check::{Forma, Genere, Problema};
use crate::model::Lingua;
use crate::source::form::{About, Scritto};
use crate::source::{Place, Sources, form_in, nearest::nearest};

/// What has been noted while reading.
#[derive(Debug, Default)]
pub(super) struct Lettura {
    problemi: Vec<Problema>,
    mancanti: usize,
}

impl Lettura {
    fn nota(&mut self, luogo: &Place, genere: Genere) {
        self.problemi.push(Problema {
            luogo: Some(luogo.clone()),
            genere,
        });
    }

    /// A room that must be there.
    pub(super) fn manca(&mut self, chiave: &'static str, about: &About) {
        let forma = Forma::Lingua;
        self.nota(&about.posto, Genere::ChiaveMancante { chiave, forma });
    }

    /// A word that must be there.
    pub(super) fn dovuta(
        &mut self,
        scritto: Option<&Scritto>,
        chiave: &'static str,
        about: &About,
    ) -> Option<Testo> {
        if scritto.is_none() {
            self.manca(chiave, about);
        }
        scritto.map(|scritto| Testo::new(&scritto.testo))
    }

    /// What a language says for a word, if it says something, with the open places of the word.
    pub(super) fn sopra(&mut self, scritto: Option<&Scritto>, sotto: &Testo) -> Testo {
        let Some(scritto) = scritto else {
            self.mancanti += 1;
            return sotto.clone();
        };
        let detto = Testo::new(&scritto.testo);
        let (suoi, posti) = (detto.posti(), sotto.posti());
        let in_piu: Vec<&str> = suoi
            .iter()
            .copied()
            .filter(|posto| !posti.contains(posto))
            .collect();
        for posto in &in_piu {
            let genere = GenereLingua::PostoSconosciuto {
                posto: (*posto).to_owned(),
                noti: posti.iter().map(|posto| (*posto).to_owned()).collect(),
            };
            self.nota(&scritto.luogo, Genere::Lingua(genere));
        }
        // One that is only misspelt has been told.
        let mancanti = posti.iter().filter(|posto| {
            !suoi.contains(posto) && nearest(posto, in_piu.iter().copied()).is_none()
        });
        let posti: Vec<String> = mancanti.map(|posto| (*posto).to_owned()).collect();
        if !posti.is_empty() {
            let italiano = sotto.as_str().to_owned();
            let genere = GenereLingua::PostoMancante { posti, italiano };
            self.nota(&scritto.luogo, Genere::Lingua(genere));
        }
        detto
    }
}

/// A file of words: the path that messages show, and its content.
pub(crate) type FileDiParole = (String, Vec<u8>);

/// The languages: Italian, of the program and then of one's own, and the others, each laid over it.
///
/// # Errors
/// Everything that is wrong, at once, with the files that it stands in.
pub(crate) fn lingue(
    italiano: Vec<FileDiParole>,
    altre: Vec<(Lingua, FileDiParole)>,
) -> Result<Lingue, (Vec<Problema>, Sources)> {
    let mut sources = Sources::default();
    let mut lettura = Lettura::default();
    let mut stanze: Option<Stanze> = None;
    for file in italiano {
        let Some(scritte) = scritte(file, &mut sources, &mut lettura) else {
            continue;
        };
        stanze = match stanze {
            None => Stanze::leggi(&scritte, &mut lettura),
            Some(sotto) => Some(sotto.sopra(&scritte, &mut lettura)),
        };
    }
    let Some(stanze) = stanze else {
        return Err((lettura.problemi, sources));
    };
    let italiano = Parole {
        lingua: Lingua::default(),
        stanze,
        mancanti: 0,
    };
    let mut lette = BTreeMap::new();
    for (lingua, file) in altre {
        if let Some(scritte) = scritte(file, &mut sources, &mut lettura) {
            lettura.mancanti = 0;
            let stanze = italiano.stanze.clone().sopra(&scritte, &mut lettura);
            let mancanti = lettura.mancanti;
            let parole = Parole {
                lingua: lingua.clone(),
                stanze,
                mancanti,
            };
            lette.insert(lingua, parole);
        }
    }
    if lettura.problemi.is_empty() {
        Ok(Lingue {
            italiano,
            altre: lette,
        })
    } else {
        Err((lettura.problemi, sources))
    }
}

fn scritte(
    (path, bytes): FileDiParole,
    sources: &mut Sources,
    lettura: &mut Lettura,
) -> Option<ParoleScritte> {
    let (_, form, faults) = form_in::<ParoleScritte>(sources, path, bytes);
    for fault in faults {
        lettura.nota(&fault.place, Genere::Lettura(fault.kind));
    }
    form
}
