//! All objectives of a year in one table, to be sorted and filtered.
//!
//! Every row is in the page, so the table can be read without JavaScript; beside its words each cell has
//! what to sort by, each row what to filter by.

use rust_decimal::Decimal;
use serde::Serialize;

use super::cornice::Voce;
use super::e_solo_previsto;
use super::indice_ricerca::{Scelta, chiave, scelte_settore, stato_di, tutti};
use super::links::SitePath;
use super::stato::{Gradi, Stato, StatoScritto};
use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{Ciclo, Conta, Obiettivo, TipoObiettivo};
use crate::parole::Parole;

/// The table, with what there is to choose by. A column that nothing stands in is not shown.
#[derive(Debug, Serialize)]
pub(super) struct TabellaObiettivi {
    righe: Vec<Riga>,
    colonne: Vec<Colonna>,
    /// Of each only where there is something to choose.
    settori: Vec<Scelta>,
    tipi: Vec<Scelta>,
    stati: Vec<Scelta>,
}

/// A column that not every ciclo has.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
enum Colonna {
    Tipo,
    Peso,
    Grado,
    /// Not of a plan that nothing came of yet.
    Stato,
}

#[derive(Debug, Serialize)]
struct Riga {
    codice: String,
    titolo: Voce,
    /// Its settori, as people and as addresses call them.
    settore: String,
    settori: String,
    tipo: String,
    tipi: String,
    peso: Misura,
    grado: Misura,
    stato: StatoScritto,
    stato_chiave: &'static str,
    /// Where its state stands among all.
    ordine_stato: usize,
}

/// A figure: in words, and as what to sort by.
#[derive(Debug, Default, Serialize)]
struct Misura {
    parole: String,
    valore: Option<String>,
}

impl TabellaObiettivi {
    /// The table of a ciclo; none for one objective or less.
    pub(super) fn di(ciclo: &Ciclo, path: &SitePath, parole: &Parole) -> Option<Self> {
        let obiettivi: Vec<&Obiettivo> = tutti(ciclo).collect();
        if obiettivi.len() < 2 {
            return None;
        }
        let di_settori = obiettivi
            .iter()
            .flat_map(|o| scelte_settore(o, ciclo, parole));
        let tipi = TipoObiettivo::PAROLE.iter().filter(|(_, tipo)| {
            let mut obiettivi = obiettivi.iter();
            obiettivi.any(|obiettivo| obiettivo.tipi.contains(tipo))
        });
        let stati = Stato::TUTTI.iter().filter(|stato| {
            let mut obiettivi = obiettivi.iter();
            obiettivi.any(|obiettivo| stato_di(obiettivo, ciclo) == **stato)
        });
        let righe: Vec<Riga> = obiettivi
            .iter()
            .map(|obiettivo| Riga::di(obiettivo, ciclo, path, parole))
            .collect();
        let colonne = [
            (
                Colonna::Tipo,
                righe.iter().any(|riga| !riga.tipo.is_empty()),
            ),
            (
                Colonna::Peso,
                righe.iter().any(|riga| !riga.peso.parole.is_empty()),
            ),
            (
                Colonna::Grado,
                righe.iter().any(|riga| !riga.grado.parole.is_empty()),
            ),
            (
                Colonna::Stato,
                !e_solo_previsto(ciclo) || !ciclo.eliminati().is_empty(),
            ),
        ];
        Some(Self {
            colonne: colonne
                .into_iter()
                .filter_map(|(c, si)| si.then_some(c))
                .collect(),
            settori: da_scegliere(una_volta(di_settori)),
            tipi: da_scegliere(
                tipi.map(|(chiave, tipo)| {
                    let parola = lingua::tipo_obiettivo(*tipo, parole);
                    Scelta::new(*chiave, lingua::iniziale_maiuscola(parola))
                })
                .collect(),
            ),
            stati: da_scegliere(
                stati
                    .map(|stato| Scelta::di_stato(*stato, parole))
                    .collect(),
            ),
            righe,
        })
    }
}

impl Riga {
    fn di(obiettivo: &Obiettivo, ciclo: &Ciclo, path: &SitePath, parole: &Parole) -> Self {
        let codice = obiettivo.codice.as_str();
        let meta = SitePath::obiettivo(&ciclo.codice, codice);
        let scelte = scelte_settore(obiettivo, ciclo, parole);
        let stato = stato_di(obiettivo, ciclo);
        let tipi: Vec<&str> = obiettivo.tipi.iter().map(|tipo| tipo.parola()).collect();
        Self {
            codice: codice.to_owned(),
            titolo: Voce::link(titolo(obiettivo, parole), path.to(&meta)),
            settore: unisci(scelte.iter().map(Scelta::parole), ", "),
            settori: unisci(scelte.iter().map(Scelta::valore), " "),
            tipo: lingua::iniziale_maiuscola(&lingua::tipi(&obiettivo.tipi, parole)),
            tipi: tipi.join(" "),
            peso: peso(obiettivo, parole),
            grado: grado(obiettivo, ciclo, parole),
            stato: StatoScritto::di_stato(stato, parole),
            stato_chiave: chiave(stato),
            ordine_stato: Stato::TUTTI
                .iter()
                .position(|altro| *altro == stato)
                .unwrap_or_default(),
        }
    }
}

/// A part of another objective weighs in that one only: its weight does not compare.
fn peso(obiettivo: &Obiettivo, parole: &Parole) -> Misura {
    match obiettivo.conta {
        Conta::Peso(peso) if obiettivo.conta_da_solo() => {
            Misura::new(lingua::numero(peso.valore(), parole), peso.valore())
        }
        Conta::Peso(peso) => Misura {
            parole: parole
                .tabella
                .peso_di_parte
                .con(&[("peso", &lingua::numero(peso.valore(), parole))]),
            valore: None,
        },
        Conta::Condizione => Misura {
            parole: parole.griglia.condizione.to_string(),
            valore: None,
        },
        Conta::SenzaPeso => Misura::default(),
    }
}

fn grado(obiettivo: &Obiettivo, ciclo: &Ciclo, parole: &Parole) -> Misura {
    match Gradi::di(obiettivo, ciclo) {
        _ if ciclo.eliminato_da(&obiettivo.codice).is_some() => Misura::default(),
        Gradi::Uguale(grado) => Misura::new(lingua::percentuale(grado, parole), grado.punti()),
        Gradi::Diversi { minimo, massimo } => Misura::new(
            lingua::da_percentuale_a(minimo, massimo, parole),
            minimo.punti(),
        ),
        Gradi::Nessuno | Gradi::Incompleti { .. } | Gradi::Detto(_) => Misura::default(),
    }
}

impl Misura {
    fn new(parole: String, valore: Decimal) -> Self {
        Self {
            parole,
            valore: Some(valore.normalize().to_string()),
        }
    }
}

fn una_volta(scelte: impl Iterator<Item = Scelta>) -> Vec<Scelta> {
    let mut tenute: Vec<Scelta> = Vec::new();
    for scelta in scelte {
        if !tenute.contains(&scelta) {
            tenute.push(scelta);
        }
    }
    tenute
}

/// Among one thing there is nothing to choose.
fn da_scegliere(scelte: Vec<Scelta>) -> Vec<Scelta> {
    if scelte.len() > 1 { scelte } else { Vec::new() }
}

fn unisci<'a>(parole: impl Iterator<Item = &'a str>, con: &str) -> String {
    parole.collect::<Vec<_>>().join(con)
}
