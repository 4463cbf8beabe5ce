//! The texts of a card that are short on most cards: with whom and what, what should come out.

use super::sezioni::dato;
use super::{Capoverso, Corpo, Dato, Modulo, Sezione};
use crate::model::{VoceModello, paragrafi};

/// The sections of the short texts: as many as a form that scatters them can have.
pub(super) const BREVI: [&str; 5] = [
    "risorse",
    "risorse-2",
    "risorse-3",
    "risorse-4",
    "risorse-5",
];

/// Whether a section of the form is such a text.
pub(super) const fn e_breve(voce: VoceModello) -> bool {
    matches!(
        voce,
        VoceModello::RisorseUmane
            | VoceModello::RisorseStrumentali
            | VoceModello::Costi
            | VoceModello::RisultatiAttesi
            | VoceModello::RisultatiOttenuti
    )
}

impl Modulo<'_> {
    /// Texts that are short on most cards; one that stands alone in the form gives its name to the
    /// section.
    pub(super) fn brevi(&self, chiave: &'static str, voci: &[VoceModello]) -> Option<Sezione> {
        let dati: Vec<Dato> = voci.iter().filter_map(|voce| self.breve(*voce)).collect();
        let (titolo, corpo) = match dati.as_slice() {
            [] => return None,
            [solo] if voci.len() == 1 => {
                let testo = Capoverso::semplice(solo.valore.clone());
                (solo.nome.clone(), Corpo::Testo(vec![testo]))
            }
            _ => (
                self.parole.scheda.risorse_e_risultati.to_string(),
                Corpo::Dati(dati),
            ),
        };
        Some(Sezione {
            chiave,
            titolo,
            corpo,
        })
    }

    /// A text that is short on most cards, under its name.
    fn breve(&self, voce: VoceModello) -> Option<Dato> {
        let risorse = &self.obiettivo.risorse;
        let ottenuti = self.obiettivo.risultato.ottenuti.as_ref();
        let (usuale, testo) = match voce {
            VoceModello::RisorseUmane => {
                (&self.parole.scheda.risorse_umane, risorse.umane.as_ref())
            }
            VoceModello::RisorseStrumentali => (
                &self.parole.scheda.risorse_strumentali,
                risorse.strumentali.as_ref(),
            ),
            VoceModello::Costi => (&self.parole.scheda.costi, risorse.costi.as_ref()),
            VoceModello::RisultatiAttesi => (
                &self.parole.scheda.risultati_attesi,
                risorse.attesi.as_ref(),
            ),
            VoceModello::RisultatiOttenuti => (
                &self.parole.scheda.risultati_ottenuti,
                ottenuti
                    .filter(|_| self.mostra_risultati())
                    .or(risorse.ottenuti.as_ref()),
            ),
            _ => return None,
        };
        let nome = self.ciclo.modello.nome(voce).unwrap_or(usuale);
        Some(dato(nome, paragrafi(testo?).join(" ")))
    }
}
