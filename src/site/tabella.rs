//! Tables of the griglia as pages show them: the same cells as in the PDF, with links.

use serde::Serialize;

use super::cornice::Voce;
use super::links::SitePath;
use crate::griglia::{Cella, Contenuto, GenereColonna, Rilievo, Tabella};
use crate::model::Codice;

/// A table, ready for the template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct TabellaScritta {
    titolo: String,
    colonne: Vec<Testa>,
    righe: Vec<Vec<CellaScritta>>,
    totali: Vec<Totale>,
    prima_dei_totali: usize,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Testa {
    titolo: String,
    cifra: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct CellaScritta {
    #[serde(flatten)]
    voce: Voce,
    nota: Option<String>,
    elenco: Vec<String>,
    soggetto: bool,
    cifra: bool,
    righe: usize,
    /// The head of its column: on a phone the cell says it itself.
    colonna: String,
}

/// A closing row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Totale {
    voce: String,
    valore: String,
    classe: &'static str,
}

/// From where a table links: which page it stands on, of which ciclo.
#[derive(Clone, Copy)]
pub(super) struct Luogo<'a> {
    /// The page.
    pub(super) path: &'a SitePath,
    /// The ciclo.
    pub(super) ciclo: &'a Codice,
}

impl Luogo<'_> {
    fn voce(self, contenuto: &Contenuto) -> (Voce, Option<String>, Vec<String>) {
        match contenuto {
            Contenuto::Obiettivo {
                codice,
                titolo,
                peso,
            } => {
                let meta = SitePath::obiettivo(self.ciclo, codice);
                let voce = Voce::link(titolo, self.path.to(&meta));
                (voce, peso.clone(), Vec::new())
            }
            Contenuto::Settore { codice, nome } => {
                let meta = SitePath::settore(self.ciclo, codice);
                (Voce::link(nome, self.path.to(&meta)), None, Vec::new())
            }
            Contenuto::Testo(testo) => (Voce::testo(testo), None, Vec::new()),
            Contenuto::Elenco(voci) => match voci.as_slice() {
                [sola] => (Voce::testo(sola), None, Vec::new()),
                molte => (Voce::testo(""), None, molte.to_vec()),
            },
        }
    }

    /// Whether a cell says nothing but the page that it stands on.
    fn e_questa_pagina(self, cella: &Cella) -> bool {
        matches!(&cella.contenuto, Contenuto::Settore { codice, .. }
            if *self.path == SitePath::settore(self.ciclo, codice))
    }
}

impl TabellaScritta {
    /// A table of the griglia. A column that only repeats the page's own settore is left out.
    pub(super) fn di(tabella: &Tabella, luogo: Luogo<'_>) -> Self {
        let posti = posti(tabella);
        let superflua = |colonna: usize| {
            let mut celle = tabella
                .righe
                .iter()
                .zip(&posti)
                .flat_map(|(riga, posti)| riga.celle.iter().zip(posti))
                .filter(|(_, posto)| **posto == colonna)
                .peekable();
            celle.peek().is_some() && celle.all(|(cella, _)| luogo.e_questa_pagina(cella))
        };
        let tenute: Vec<bool> = (0..tabella.colonne.len()).map(|c| !superflua(c)).collect();
        let colonne: Vec<Testa> = tabella
            .colonne
            .iter()
            .zip(&tenute)
            .filter(|(_, tenuta)| **tenuta)
            .map(|(testa, _)| Testa::new(&testa.titolo, testa.genere))
            .collect();
        let righe = tabella
            .righe
            .iter()
            .zip(&posti)
            .map(|(riga, posti)| {
                riga.celle
                    .iter()
                    .zip(posti)
                    .filter(|(_, posto)| tenute.get(**posto) == Some(&true))
                    .map(|(cella, posto)| {
                        let testa = tabella.colonne.get(*posto);
                        CellaScritta::di(cella, testa.map_or("", |testa| &testa.titolo), luogo)
                    })
                    .collect()
            })
            .collect();
        Self {
            titolo: tabella.titolo.clone(),
            prima_dei_totali: colonne.len().saturating_sub(1),
            colonne,
            righe,
            totali: totali(tabella),
        }
    }

    /// A table of the page's own.
    pub(super) fn new(titolo: &str, colonne: Vec<Testa>, righe: Vec<Vec<CellaScritta>>) -> Self {
        Self {
            titolo: titolo.to_owned(),
            prima_dei_totali: colonne.len().saturating_sub(1),
            colonne,
            righe,
            totali: Vec::new(),
        }
    }

    /// The same table, closed by the rows that close another.
    pub(super) fn con_totali_di(mut self, tabella: &Tabella) -> Self {
        self.totali = totali(tabella);
        self
    }

    /// Whether it has no rows.
    pub(super) fn e_vuota(&self) -> bool {
        self.righe.is_empty()
    }

    /// The same table without its closing rows.
    pub(super) fn senza_totali(mut self) -> Self {
        self.totali.clear();
        self
    }
}

impl Testa {
    /// The head of a column.
    pub(super) fn new(titolo: &str, genere: GenereColonna) -> Self {
        Self {
            titolo: titolo.to_owned(),
            cifra: genere == GenereColonna::Cifra,
        }
    }
}

impl CellaScritta {
    /// A cell of one row.
    pub(super) fn new(voce: Voce, testa: &Testa, genere: GenereColonna) -> Self {
        Self {
            voce,
            nota: None,
            elenco: Vec::new(),
            soggetto: genere == GenereColonna::Soggetto,
            cifra: genere == GenereColonna::Cifra,
            righe: 1,
            colonna: testa.titolo.clone(),
        }
    }

    fn di(cella: &Cella, colonna: &str, luogo: Luogo<'_>) -> Self {
        let (voce, nota, elenco) = luogo.voce(&cella.contenuto);
        Self {
            voce,
            nota,
            elenco,
            soggetto: cella.genere == GenereColonna::Soggetto,
            cifra: cella.genere == GenereColonna::Cifra,
            righe: cella.righe,
            colonna: colonna.to_owned(),
        }
    }
}

fn totali(tabella: &Tabella) -> Vec<Totale> {
    tabella
        .totali
        .iter()
        .map(|totale| Totale {
            voce: totale.voce.clone(),
            valore: totale.valore.clone(),
            classe: match totale.rilievo {
                Rilievo::Parziale => "riga-parziale",
                Rilievo::Risultato => "riga-risultato",
            },
        })
        .collect()
}

/// In which column each cell of each row stands: cells of rows above may reach down into a row.
fn posti(tabella: &Tabella) -> Vec<Vec<usize>> {
    let mut occupate = vec![0_usize; tabella.colonne.len()];
    let mut posti = Vec::with_capacity(tabella.righe.len());
    for riga in &tabella.righe {
        let libere = occupate
            .iter_mut()
            .enumerate()
            .filter(|(_, righe)| **righe == 0);
        let della_riga = libere
            .zip(&riga.celle)
            .map(|((colonna, righe), cella)| {
                *righe = cella.righe;
                colonna
            })
            .collect();
        posti.push(della_riga);
        for righe in &mut occupate {
            *righe = righe.saturating_sub(1);
        }
    }
    posti
}
