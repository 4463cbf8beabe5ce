//! Rules on where an ente publishes, and on addresses that must not be lost.

use std::collections::BTreeMap;

use super::inspection::Inspection;
use super::numeri::fra_le_parole;
use super::problema::{Genere, Gravita, Vocabolario};
use crate::model::{Codice, CodiceIpa, Indirizzo, Licenza, Pubblicazione};
use crate::source::CicloFiles;
use crate::source::form::Lista;
use crate::source::written::EnteScritto;

/// What is wrong with where an ente publishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GenerePubblicazione {
    /// Not the address of a folder.
    Indirizzo {
        /// As written.
        scritto: String,
    },
    /// Not a code of IPA.
    CodiceIpa {
        /// As written.
        scritto: String,
    },
    /// The site has an address, but no catalogue of its data can be made.
    SenzaCodiceIpa,
    /// An old address that is another card's.
    AliasOccupato {
        /// As written.
        alias: String,
        /// Whose it is.
        di: String,
    },
}

impl GenerePubblicazione {
    pub(super) const fn codice(&self) -> &'static str {
        match self {
            Self::Indirizzo { .. } => "G115",
            Self::CodiceIpa { .. } => "G116",
            Self::SenzaCodiceIpa => "G117",
            Self::AliasOccupato { .. } => "G118",
        }
    }

    pub(super) const fn gravita(&self) -> Gravita {
        match self {
            Self::SenzaCodiceIpa => Gravita::Avviso,
            _ => Gravita::Errore,
        }
    }
}

/// Where an ente publishes, as `ente.yaml` says it.
pub(super) fn check(scritto: &EnteScritto, inspection: &mut Inspection<'_>) -> Pubblicazione {
    let indirizzo = scritto.indirizzo.as_ref().and_then(|indirizzo| {
        inspection.letto(indirizzo, Indirizzo::leggi, |scritto| {
            Genere::Pubblicazione(GenerePubblicazione::Indirizzo { scritto })
        })
    });
    let codice_ipa = scritto.codice_ipa.as_ref().and_then(|codice| {
        inspection.letto(codice, CodiceIpa::leggi, |scritto| {
            Genere::Pubblicazione(GenerePubblicazione::CodiceIpa { scritto })
        })
    });
    if let (Some(indirizzo), None) = (&scritto.indirizzo, &scritto.codice_ipa) {
        let genere = Genere::Pubblicazione(GenerePubblicazione::SenzaCodiceIpa);
        inspection.nota(&indirizzo.luogo, genere);
    }
    let licenza = scritto.licenza_dati.as_ref().and_then(|licenza| {
        let vocabolario = Vocabolario::Licenza;
        fra_le_parole(licenza, &Licenza::PAROLE, vocabolario, inspection)
    });
    Pubblicazione {
        indirizzo,
        codice_ipa,
        licenza_dati: licenza.unwrap_or_default(),
    }
}

/// The codes of a list.
pub(super) fn alias(scritti: Option<&Lista>, inspection: &mut Inspection<'_>) -> Vec<Codice> {
    let scritti = scritti.into_iter().flat_map(|Lista(voci)| voci);
    scritti.filter_map(|uno| inspection.codice(uno)).collect()
}

/// An old address of a card leads to that card: no other card may have it, now or in the past.
pub(super) fn alias_occupati(files: &CicloFiles, inspection: &mut Inspection<'_>) {
    let mut occupati: BTreeMap<String, String> = files
        .tutte_le_schede()
        .filter_map(|scheda| scheda.codice.as_ref())
        .map(|codice| (codice.testo.to_ascii_lowercase(), codice.testo.clone()))
        .collect();
    for scheda in files.tutte_le_schede() {
        let Some(codice) = &scheda.codice else {
            continue;
        };
        for alias in scheda.alias.iter().flat_map(|Lista(voci)| voci) {
            let chiave = alias.testo.to_ascii_lowercase();
            let suo = occupati.get(&chiave).is_some_and(|di| {
                // An act leaves whole cards: the same card says its old addresses again.
                *di != codice.testo || di.eq_ignore_ascii_case(&alias.testo)
            });
            if suo {
                let genere = GenerePubblicazione::AliasOccupato {
                    alias: alias.testo.clone(),
                    di: occupati.get(&chiave).cloned().unwrap_or_default(),
                };
                inspection.nota(&alias.luogo, Genere::Pubblicazione(genere));
            } else {
                occupati.insert(chiave, codice.testo.clone());
            }
        }
    }
}
