//! The griglia: what came of every objective, as tables without a medium.
//!
//! This module owns which columns the griglia has, in which order, and what stands in each cell.
//! The PDF ([`crate::allegati`]) and the site ([`crate::site`]) draw the same [`Tabella`]s, so a new
//! column is added here, in [`colonne`], and appears in both. It never computes a score and knows
//! neither HTML nor PDF.

pub mod colonne;
mod programmazione;

use rust_decimal::Decimal;

use crate::lingua;
use crate::model::{Ambito, AmbitoPesi, Ciclo};
use crate::parole::Parole;
use crate::score::{self, RisultatoSettore, Totale};
use colonne::{Colonna, Estensione, Riga as RigaDati};
pub use programmazione::programmazione;

/// A table of the griglia.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabella {
    /// What the table is about.
    pub titolo: String,
    /// The head of each column, in order.
    pub colonne: Vec<Intestazione>,
    /// The data.
    pub righe: Vec<Riga>,
    /// What the rows amount to.
    pub totali: Vec<RigaTotale>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intestazione {
    /// Its words.
    pub titolo: String,
    /// What its cells hold.
    pub genere: GenereColonna,
}

/// What the cells of a column hold; drawing follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GenereColonna {
    /// What the row is about; header of its row.
    Soggetto,
    /// Words.
    Testo,
    /// A few words that should not wrap.
    Nome,
    /// A figure, aligned to the right.
    Cifra,
}

/// A row. A cell that spans rows stands in its first row only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Riga {
    /// In the order of the columns.
    pub celle: Vec<Cella>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cella {
    /// What stands in it.
    pub contenuto: Contenuto,
    /// What its column holds.
    pub genere: GenereColonna,
    /// How many rows it covers.
    pub righe: usize,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contenuto {
    /// An objective.
    Obiettivo {
        /// Its code, for those who can follow it.
        codice: String,
        /// Its title, with the year for an objective of several.
        titolo: String,
        /// Its weight: *Peso 15/100*; none where the plan has no weights.
        peso: Option<String>,
    },
    /// A settore, by its code and name.
    Settore {
        /// Its code.
        codice: String,
        /// Its name.
        nome: String,
    },
    /// A few words or a figure.
    Testo(String),
    /// Several things, one by one.
    Elenco(Vec<String>),
}

/// A closing row: what is summed up, and the sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RigaTotale {
    /// What is summed up; spans all columns but the last.
    pub voce: String,
    /// The sum, under the last column.
    pub valore: String,
    /// Whether it is the result or a step towards it.
    pub rilievo: Rilievo,
}

/// How much a closing row matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rilievo {
    /// A step.
    Parziale,
    /// The result.
    Risultato,
}

/// The objectives of struttura with the grade that each settore has; `None` if there are none.
#[must_use]
pub fn struttura(ciclo: &Ciclo, parole: &Parole) -> Option<Tabella> {
    let righe: Vec<Riga> = ciclo
        .obiettivi_di_struttura()
        .flat_map(|obiettivo| {
            let mut dati = Vec::new();
            for settore in ciclo.settori_di_struttura() {
                dati.push(RigaDati {
                    obiettivo,
                    settore,
                    valutazione: obiettivo.valutazione(settore),
                    ciclo,
                    parole,
                });
            }
            raggruppate(Colonna::DI_STRUTTURA, &dati)
        })
        .collect();
    (!righe.is_empty()).then(|| Tabella {
        titolo: lingua::nome_struttura(ciclo, parole).to_owned(),
        colonne: intestazioni(Colonna::DI_STRUTTURA, parole),
        righe,
        totali: Vec::new(),
    })
}

/// A settore's own objectives, and its weighted total with those of struttura.
#[must_use]
pub fn di_settore(ciclo: &Ciclo, risultato: &RisultatoSettore<'_>, parole: &Parole) -> Tabella {
    let righe = risultato
        .voci
        .iter()
        .filter(|voce| voce.obiettivo.ambito != Ambito::Struttura)
        .flat_map(|voce| {
            let dati = RigaDati {
                obiettivo: voce.obiettivo,
                settore: risultato.settore,
                valutazione: voce.valutazione,
                ciclo,
                parole,
            };
            raggruppate(Colonna::DI_SETTORE, &[dati])
        })
        .collect();
    Tabella {
        titolo: lingua::nome_intero(risultato.settore, parole),
        colonne: intestazioni(Colonna::DI_SETTORE, parole),
        righe,
        totali: totali(ciclo, risultato, parole),
    }
}

/// The result of every settore that the relazione reports on, side by side; where the plan has
/// weights, with the points that its parts bring.
#[must_use]
pub fn sintesi(ciclo: &Ciclo, risultati: &[RisultatoSettore<'_>], parole: &Parole) -> Tabella {
    let parti_viste = ciclo.ha_pesi();
    let righe = risultati
        .iter()
        .filter(|risultato| risultato.e_rendicontato())
        .map(|risultato| {
            let parti = Parti::di(risultato);
            let parti = [parti.struttura, parti.propri];
            let parti = parti.iter().filter(|_| parti_viste);
            let parti = parti.map(|parte| cifra(parte.punti_su_peso(parole)));
            let soggetto = Cella {
                contenuto: Contenuto::Settore {
                    codice: risultato.settore.codice.to_string(),
                    nome: risultato.settore.nome_distinto(),
                },
                genere: GenereColonna::Soggetto,
                righe: 1,
            };
            let esito = cifra(totale(risultato.totale, parole));
            let celle = std::iter::once(soggetto).chain(parti).chain([esito]);
            Riga {
                celle: celle.collect(),
            }
        })
        .collect();
    let delle_parti = [
        lingua::nome_struttura(ciclo, parole),
        parole.settore.obiettivi.as_str(),
    ];
    let delle_parti = delle_parti.into_iter().filter(|_| parti_viste);
    Tabella {
        titolo: parole.griglia.sintesi.to_string(),
        colonne: std::iter::once(testa(&parole.comune.settore, GenereColonna::Soggetto))
            .chain(delle_parti.map(|titolo| testa(titolo, GenereColonna::Cifra)))
            .chain([testa(&parole.griglia.risultato, GenereColonna::Cifra)])
            .collect(),
        righe,
        totali: Vec::new(),
    }
}

/// The results that the ente draws besides those of the settori; `None` where it draws none.
#[must_use]
pub fn complessivi(ciclo: &Ciclo, parole: &Parole) -> Option<Tabella> {
    let soggetto = match ciclo.regole.pesi.ambito {
        AmbitoPesi::Settore => return None,
        AmbitoPesi::Ente => parole.griglia.ente.as_str(),
        AmbitoPesi::Persona => parole.comune.responsabile.as_str(),
    };
    let righe = score::complessivi(ciclo).into_iter().map(|(chi, esito)| {
        let chi = match ciclo.regole.pesi.ambito {
            AmbitoPesi::Persona => chi,
            AmbitoPesi::Ente | AmbitoPesi::Settore => parole.griglia.tutto_l_ente.to_string(),
        };
        let chi = Cella {
            contenuto: Contenuto::Testo(chi),
            genere: GenereColonna::Soggetto,
            righe: 1,
        };
        Riga {
            celle: vec![chi, cifra(totale(esito, parole))],
        }
    });
    Some(Tabella {
        titolo: match ciclo.regole.pesi.ambito {
            AmbitoPesi::Persona => parole.griglia.dei_responsabili.to_string(),
            AmbitoPesi::Ente | AmbitoPesi::Settore => parole.griglia.dell_ente.to_string(),
        },
        colonne: vec![
            testa(soggetto, GenereColonna::Soggetto),
            testa(&parole.griglia.risultato, GenereColonna::Cifra),
        ],
        righe: righe.collect(),
        totali: Vec::new(),
    })
}

fn testa(titolo: &str, genere: GenereColonna) -> Intestazione {
    Intestazione {
        titolo: titolo.to_owned(),
        genere,
    }
}

fn cifra(contenuto: String) -> Cella {
    Cella {
        contenuto: Contenuto::Testo(contenuto),
        genere: GenereColonna::Cifra,
        righe: 1,
    }
}

/// How a total is written: `98,75%`, with what it rests on when it is partial.
#[must_use]
pub fn totale(totale: Totale, parole: &Parole) -> String {
    match totale {
        Totale::Completo(valore) => lingua::percentuale(valore, parole),
        Totale::Parziale {
            valore,
            peso_valutato,
            peso_totale,
        } => parole.griglia.parziale.con(&[
            ("valore", &lingua::percentuale(valore, parole)),
            ("valutato", &lingua::numero(peso_valutato, parole)),
            ("totale", &lingua::numero(peso_totale, parole)),
        ]),
        Totale::Annullato => parole.griglia.annullato.to_string(),
        Totale::NonValutato => parole.griglia.non_valutato.to_string(),
    }
}

fn intestazioni(colonne: &[Colonna], parole: &Parole) -> Vec<Intestazione> {
    colonne
        .iter()
        .map(|colonna| Intestazione {
            titolo: colonna.titolo(parole).to_owned(),
            genere: colonna.genere(),
        })
        .collect()
}

/// The rows of one objective: cells that say the same in all of them are written once.
fn raggruppate(colonne: &[Colonna], dati: &[RigaDati<'_>]) -> Vec<Riga> {
    dati.iter()
        .enumerate()
        .map(|(posto, riga)| Riga {
            celle: colonne
                .iter()
                .filter(|colonna| posto == 0 || colonna.estensione() == Estensione::PerRiga)
                .map(|colonna| Cella {
                    contenuto: colonna.contenuto(riga),
                    genere: colonna.genere(),
                    righe: match colonna.estensione() {
                        Estensione::PerObiettivo => dati.len(),
                        Estensione::PerRiga => 1,
                    },
                })
                .collect(),
        })
        .collect()
}

fn totali(ciclo: &Ciclo, risultato: &RisultatoSettore<'_>, parole: &Parole) -> Vec<RigaTotale> {
    let parti = Parti::di(risultato);
    let mut righe = Vec::new();
    for (nome, parte) in [
        (parole.settore.obiettivi.as_str(), parti.propri),
        (lingua::nome_struttura(ciclo, parole), parti.struttura),
    ] {
        if ciclo.ha_pesi() && !parte.peso.is_zero() {
            righe.push(RigaTotale {
                voce: parole.griglia.punti_su_peso.con(&[
                    ("nome", nome),
                    ("peso", &lingua::numero(parte.peso, parole)),
                ]),
                valore: parte.punti_scritti(parole),
                rilievo: Rilievo::Parziale,
            });
        }
    }
    righe.push(RigaTotale {
        voce: parole.settore.risultato.to_string(),
        valore: totale(risultato.totale, parole),
        rilievo: Rilievo::Risultato,
    });
    righe
}

/// The two parts of a settore's result.
struct Parti {
    struttura: Parte,
    propri: Parte,
}

#[derive(Default, Clone, Copy)]
struct Parte {
    peso: Decimal,
    punti: Option<Decimal>,
}

impl Parti {
    fn di(risultato: &RisultatoSettore<'_>) -> Self {
        let mut parti = Self {
            struttura: Parte::default(),
            propri: Parte::default(),
        };
        for voce in risultato.voci.iter().filter(|voce| voce.ha_parte()) {
            let parte = match voce.obiettivo.ambito {
                Ambito::Struttura => &mut parti.struttura,
                Ambito::Settore { .. } | Ambito::Condiviso(_) => &mut parti.propri,
            };
            parte.peso += voce.quanto;
            if let Some(punti) = voce.punti() {
                parte.punti = Some(parte.punti.unwrap_or_default() + punti);
            }
        }
        parti
    }
}

impl Parte {
    fn punti_scritti(self, parole: &Parole) -> String {
        self.punti.map_or_else(
            || parole.griglia.non_valutato.to_string(),
            |cosa| lingua::numero(cosa, parole),
        )
    }

    fn punti_su_peso(self, parole: &Parole) -> String {
        if self.peso.is_zero() {
            return "–".to_owned();
        }
        parole.griglia.punti_su.con(&[
            ("punti", &self.punti_scritti(parole)),
            ("peso", &lingua::numero(self.peso, parole)),
        ])
    }
}
