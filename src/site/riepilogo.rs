//! How the objectives of a ciclo went, all together: how many in each state.

use serde::Serialize;

use super::stato::{Stato, StatoScritto};
use crate::lingua;
use crate::model::Ciclo;
use crate::parole::Parole;

/// How many objectives are in each state, as a bar and a legend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Riepilogo {
    obiettivi: usize,
    parti: Vec<Parte>,
    #[serde(skip)]
    settori: usize,
}

/// The objectives in one state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Parte {
    stato: StatoScritto,
    /// The key of the words for so many, among those of the language.
    chiave: String,
    #[serde(skip)]
    parole: String,
    inizio: usize,
    quanti: usize,
    #[serde(skip)]
    quale: Stato,
}

impl Riepilogo {
    /// Of a ciclo.
    pub(super) fn di(ciclo: &Ciclo, parole: &Parole) -> Self {
        let stati: Vec<Stato> = ciclo
            .obiettivi
            .iter()
            // Parts are counted in their whole.
            .filter(|obiettivo| obiettivo.conta_da_solo())
            .map(|obiettivo| Stato::di_obiettivo(obiettivo, ciclo))
            .collect();
        let mut inizio = 0;
        let mut parti = Vec::new();
        for quale in Stato::TUTTI {
            let quanti = stati.iter().filter(|stato| **stato == quale).count();
            if quanti > 0 {
                parti.push(Parte {
                    stato: StatoScritto::di_stato(quale, parole),
                    chiave: format!(
                        "{}_{}",
                        quale.chiave(),
                        if quanti == 1 { "uno" } else { "molti" }
                    ),
                    parole: quale.di_molti(quanti, parole),
                    inizio,
                    quanti,
                    quale,
                });
                inizio += quanti;
            }
        }
        Self {
            obiettivi: stati.len(),
            parti,
            settori: ciclo.settori.len(),
        }
    }

    /// How many were reached altogether, and how many have a judgement that says how far.
    pub(super) fn raggiunti_su_valutati(&self) -> (usize, usize) {
        let quanti = |quali: &[Stato]| {
            let parti = self.parti.iter();
            let parti = parti.filter(|parte| quali.contains(&parte.quale));
            parti.map(|parte| parte.quanti).sum()
        };
        (
            quanti(&[Stato::Raggiunto]),
            quanti(&[Stato::Raggiunto, Stato::InParte, Stato::NonRaggiunto]),
        )
    }

    /// In one sentence: *25 obiettivi per 5 settori: 19 raggiunti del tutto e 6 raggiunti in parte.*
    pub(super) fn frase(&self, parole: &Parole) -> String {
        let detto = &parole.riepilogo;
        let comune = &parole.comune;
        let obiettivi = lingua::quanti(
            self.obiettivi,
            &comune.un_obiettivo,
            &comune.molti_obiettivi,
        );
        let settori = lingua::quanti(self.settori, &comune.un_settore, &comune.molti_settori);
        let posti = [("obiettivi", obiettivi.as_str()), ("settori", &settori)];
        match self.parti.as_slice() {
            [] => detto.nessun_obiettivo.to_string(),
            [sola] if sola.quale == Stato::NonValutato => detto.non_valutati.con(&posti),
            parti => {
                // A number never stands at the end of a line, away from what it counts.
                let parti = parti.iter();
                let parti: Vec<String> = parti
                    .map(|parte| parte.parole.replacen(' ', "\u{a0}", 1))
                    .collect();
                let esito = lingua::elenco(&parti, parole);
                let [obiettivi, settori] = posti;
                detto.frase.con(&[obiettivi, settori, ("esito", &esito)])
            }
        }
    }
}
