//! A plan and its changes: what an act changed, and which plan was in force on a day.
//!
//! > plan in force on a day = plan as approved + changes adopted up to that day
//!
//! It is never written by hand: the cards as approved and the cards of each act are.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Atto, Ciclo, Codice, Obiettivo};

/// A change of the plan by an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Modifica {
    /// The folder's name and the segment in addresses: `gc-100`.
    pub codice: Codice,
    /// The act.
    pub atto: Atto,
    /// Who was there.
    pub seduta: Seduta,
    /// Why the plan changes.
    pub motivazione: Option<String>,
    /// From what the change was reconstructed, when its act is not among the documents.
    pub ricostruita: Option<String>,
    /// What changes, in the order of the plan.
    pub cambi: Vec<Cambio>,
}

/// The sitting that adopted an act.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seduta {
    /// At what time it began.
    pub ora: Option<String>,
    /// From when its act is published.
    pub pubblicata: Option<NaiveDate>,
    /// From when its act is in force.
    pub esecutiva: Option<NaiveDate>,
    /// The acts that it recalls.
    pub richiami: Vec<String>,
    /// Who was called.
    pub componenti: Vec<Componente>,
    /// Who presided.
    pub presidente: Option<String>,
    /// Who kept the minutes.
    pub segretario: Option<String>,
}

/// A member of the organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Componente {
    /// Who.
    pub nome: String,
    /// As what: *Sindaco*.
    pub carica: Option<String>,
    /// Whether they were there.
    pub presenza: Presenza,
}

/// Whether a member was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presenza {
    /// There.
    Presente,
    /// Not there.
    Assente,
}

/// What an act does to one card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cambio {
    /// What.
    pub effetto: Effetto,
    /// Why.
    pub motivo: Option<String>,
}

/// What happens to a card, with the card before and after as far as there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effetto {
    /// It is written anew.
    Modificato {
        /// As it was; `None` where the documents do not have it.
        prima: Option<Box<Obiettivo>>,
        /// As it is from now on.
        dopo: Box<Obiettivo>,
    },
    /// It leaves the plan.
    Eliminato(Box<Obiettivo>),
    /// It enters the plan.
    Inserito(Box<Obiettivo>),
}

/// The three things that can happen to a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GenereCambio {
    /// It is written anew.
    Modificato,
    /// It leaves the plan.
    Eliminato,
    /// It enters the plan.
    Inserito,
}

impl GenereCambio {
    /// The kinds with the words that cards use for them.
    pub const PAROLE: [(&'static str, Self); 3] = [
        ("modificato", Self::Modificato),
        ("eliminato", Self::Eliminato),
        ("inserito", Self::Inserito),
    ];

    /// The word that acts and cards use for it.
    #[must_use]
    pub const fn parola(self) -> &'static str {
        match self {
            Self::Modificato => "modificato",
            Self::Eliminato => "eliminato",
            Self::Inserito => "inserito",
        }
    }
}

impl Cambio {
    /// Which of the three it is.
    #[must_use]
    pub const fn genere(&self) -> GenereCambio {
        match self.effetto {
            Effetto::Modificato { .. } => GenereCambio::Modificato,
            Effetto::Eliminato(_) => GenereCambio::Eliminato,
            Effetto::Inserito(_) => GenereCambio::Inserito,
        }
    }

    /// The card that the act shows: as it is from now on; of one that leaves, as it was.
    #[must_use]
    pub fn scheda(&self) -> &Obiettivo {
        match &self.effetto {
            Effetto::Modificato { dopo: scheda, .. }
            | Effetto::Eliminato(scheda)
            | Effetto::Inserito(scheda) => scheda,
        }
    }

    /// The card as it was, where it is known.
    #[must_use]
    pub fn prima(&self) -> Option<&Obiettivo> {
        match &self.effetto {
            Effetto::Modificato { prima, .. } => prima.as_deref(),
            Effetto::Eliminato(scheda) => Some(scheda),
            Effetto::Inserito(_) => None,
        }
    }

    /// Does it to the cards of a plan; `nuova` makes one of the plan's out of one of the act's.
    pub fn applica<'a, S: Borrow<Obiettivo>>(
        &'a self,
        schede: &mut Vec<S>,
        nuova: impl FnOnce(&'a Obiettivo) -> S,
    ) {
        let codice = &self.scheda().codice;
        let posto = schede
            .iter()
            .position(|scheda| scheda.borrow().codice == *codice);
        match (&self.effetto, posto) {
            (Effetto::Eliminato(_), Some(posto)) => {
                schede.remove(posto);
            }
            (Effetto::Eliminato(_), None) => {}
            (Effetto::Modificato { dopo, .. } | Effetto::Inserito(dopo), posto) => {
                match posto.and_then(|posto| schede.get_mut(posto)) {
                    Some(scheda) => *scheda = nuova(dopo),
                    None => schede.push(nuova(dopo)),
                }
            }
        }
    }
}

/// The plan as it stood from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versione<'a> {
    /// The act that made it; `None` for the plan as first approved while no act is named.
    pub atto: Option<&'a Atto>,
    /// The change that made it; `None` for the plan as first approved.
    pub modifica: Option<&'a Modifica>,
    /// Its cards, in the order of the plan. What came of them is no part of it.
    pub schede: Vec<&'a Obiettivo>,
}

impl Versione<'_> {
    /// The day from which it was in force.
    #[must_use]
    pub fn dal(&self) -> Option<NaiveDate> {
        self.atto.and_then(Atto::data)
    }
}

impl Ciclo {
    /// The cards of the plan as first approved, in order. One that no act touched is the one in force: what came
    /// of it is no part of the plan as approved.
    #[must_use]
    pub fn originari(&self) -> Vec<&Obiettivo> {
        let toccati = toccati(&self.modifiche);
        let intatti = self.obiettivi.iter();
        let intatti = intatti.filter(|scheda| !toccati.contains(&scheda.codice));
        let mut originari: Vec<&Obiettivo> = self.superati.iter().chain(intatti).collect();
        if !self.superati.is_empty() {
            originari.sort_by_cached_key(|scheda| self.ordine(scheda));
        }
        originari
    }

    /// The plan as first approved, then as it stood after each adopted change.
    #[must_use]
    pub fn versioni(&self) -> Vec<Versione<'_>> {
        let mut schede = self.originari();
        let mut versioni = vec![Versione {
            atto: self.atto_adottato(super::RuoloAtto::Piano),
            modifica: None,
            schede: schede.clone(),
        }];
        for modifica in self.modifiche_adottate() {
            for cambio in &modifica.cambi {
                cambio.applica(&mut schede, |scheda| scheda);
            }
            schede.sort_by_key(|scheda| self.ordine(scheda));
            versioni.push(Versione {
                atto: Some(&modifica.atto),
                modifica: Some(modifica),
                schede: schede.clone(),
            });
        }
        versioni
    }

    /// The plan in force on a day: as approved, with every change adopted up to that day.
    #[must_use]
    pub fn piano_al(&self, giorno: NaiveDate) -> Vec<&Obiettivo> {
        let fino_a = |versione: &Versione<'_>| {
            versione.modifica.is_none() || versione.dal().is_some_and(|dal| dal <= giorno)
        };
        let mut versioni = self.versioni().into_iter();
        let ultima = versioni.rfind(fino_a);
        ultima.map(|versione| versione.schede).unwrap_or_default()
    }

    /// The changes whose act has a number, by date.
    pub fn modifiche_adottate(&self) -> impl Iterator<Item = &Modifica> {
        adottate(&self.modifiche)
    }

    /// The cards that a change took out of the plan, with that change.
    #[must_use]
    pub fn eliminati(&self) -> Vec<(&Obiettivo, &Modifica)> {
        self.modifiche_adottate()
            .flat_map(|modifica| modifica.cambi.iter().map(move |cambio| (cambio, modifica)))
            .filter(|(cambio, _)| cambio.genere() == GenereCambio::Eliminato)
            .map(|(cambio, modifica)| (cambio.scheda(), modifica))
            .filter(|(scheda, modifica)| {
                let ultima = self.eliminato_da(&scheda.codice);
                ultima.is_some_and(|ultima| ultima.codice == modifica.codice)
            })
            .collect()
    }

    /// The change that took a card out of the plan for good, if one did.
    #[must_use]
    pub fn eliminato_da(&self, codice: &Codice) -> Option<&Modifica> {
        let adottate = self.modifiche_adottate();
        let sue = adottate.flat_map(|modifica| {
            let cambi = modifica.cambi.iter();
            let suoi = cambi.filter(|cambio| cambio.scheda().codice == *codice);
            suoi.map(move |cambio| (modifica, cambio.genere()))
        });
        let ultima = sue.last();
        ultima
            .filter(|(_, genere)| *genere == GenereCambio::Eliminato)
            .map(|(modifica, _)| modifica)
    }

    /// The changes that touched a card, by date.
    pub fn modifiche_di<'a>(
        &'a self,
        codice: &'a Codice,
    ) -> impl Iterator<Item = (&'a Modifica, &'a Cambio)> {
        self.modifiche.iter().flat_map(move |modifica| {
            let suoi = modifica.cambi.iter();
            suoi.filter(move |cambio| cambio.scheda().codice == *codice)
                .map(move |cambio| (modifica, cambio))
        })
    }
}

fn adottate(modifiche: &[Modifica]) -> impl Iterator<Item = &Modifica> {
    modifiche
        .iter()
        .filter(|modifica| modifica.atto.data().is_some())
}

/// The codes of the cards that adopted acts touch.
fn toccati(modifiche: &[Modifica]) -> BTreeSet<&Codice> {
    let cambi = adottate(modifiche).flat_map(|modifica| &modifica.cambi);
    cambi.map(|cambio| &cambio.scheda().codice).collect()
}

/// The plan in force after the adopted acts, and the cards of the plan as approved that they touched.
#[must_use]
pub fn in_vigore(
    mut piano: Vec<Obiettivo>,
    modifiche: &[Modifica],
) -> (Vec<Obiettivo>, Vec<Obiettivo>) {
    let toccati = toccati(modifiche);
    let superati = piano
        .iter()
        .filter(|scheda| toccati.contains(&scheda.codice));
    let superati = superati.cloned().collect();
    for cambio in adottate(modifiche).flat_map(|modifica| &modifica.cambi) {
        cambio.applica(&mut piano, Obiettivo::clone);
    }
    (piano, superati)
}
