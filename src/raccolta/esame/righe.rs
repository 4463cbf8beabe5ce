//! What is to be said of rows and columns as a whole: too many, too few, not of this plan.

use std::collections::BTreeMap;

use super::Confronto;
use crate::check::quanti as conta;
use crate::raccolta::difetto::Difetto;
use crate::raccolta::modulo::Uso;

impl Confronto<'_> {
    pub(super) fn colonne_mancanti(&mut self) {
        for (colonna, posto) in self.foglio.colonne.iter().zip(&self.letto.colonne) {
            if colonna.uso == Uso::Compilare && posto.is_none() {
                self.esame.difetti.push(Difetto::in_casella(
                    self.letto.foglio.indirizzo((self.letto.testata, 0)),
                    format!("manca la colonna «{}»", colonna.titolo),
                    "rimetterla, con la sua intestazione: anche vuota",
                ));
            }
        }
    }

    pub(super) fn riga_senza_codice(&mut self, riga: u32) {
        let piena = self.letto.colonne.iter().flatten();
        let piena = piena
            .copied()
            .find(|colonna| !self.letto.foglio.parole((riga, *colonna)).is_empty());
        if let Some(colonna) = piena {
            let dove = self.letto.foglio.indirizzo((riga, colonna));
            self.difetto(
                dove,
                "questa riga non ha codice: non si sa di quale obiettivo è",
                "rimettere il codice, oppure togliere la riga",
            );
        }
    }

    pub(super) fn riga_sconosciuta(&mut self, riga: u32, chiave: &[String]) {
        let detta: Vec<&str> = chiave
            .iter()
            .map(String::as_str)
            .filter(|s| !s.is_empty())
            .collect();
        let dove = self.indirizzo(riga, 0);
        self.difetto(
            dove,
            format!(
                "la riga «{}» non è del piano che riguarda {}",
                detta.join(", "),
                self.modulo.nome
            ),
            "togliere la riga; se il piano è cambiato, esportare di nuovo il foglio",
        );
    }

    pub(super) fn righe_mancanti(&mut self, viste: &BTreeMap<Vec<String>, u32>) {
        let tutte = self.foglio.righe.iter().map(|celle| self.chiave(celle));
        let mancano: Vec<String> = tutte
            .filter(|chiave| !viste.contains_key(chiave))
            .map(|chiave| chiave.join(" ").trim().to_owned())
            .collect();
        if !mancano.is_empty() {
            let dove = self.letto.foglio.indirizzo((self.letto.testata, 0));
            let difetto = Difetto::in_casella(
                dove,
                format!("mancano delle righe: {}", mancano.join("; ")),
                "di queste resta quello che è già scritto; se dovevano cambiare, rimetterle",
            );
            self.esame.difetti.push(difetto.solo_avviso());
        }
    }

    pub(super) fn caselle_vuote(&mut self) {
        /// More would be read by nobody.
        const DETTE: usize = 8;
        let Some(prima) = self.vuote.first().cloned() else {
            return;
        };
        let quali: Vec<String> = self
            .vuote
            .iter()
            .take(DETTE)
            .map(ToString::to_string)
            .collect();
        let altre = if self.vuote.len() > DETTE { "…" } else { "" };
        let difetto = Difetto::in_casella(
            prima,
            format!(
                "{} dove qualcosa è già scritto, e resta: {}{altre}",
                conta(self.vuote.len(), "casella è vuota", "caselle sono vuote"),
                quali.join(", ")
            ),
            "per togliere un valore va cambiato il file YAML",
        );
        self.esame.difetti.push(difetto.solo_avviso());
    }
}
