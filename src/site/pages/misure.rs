//! The indicators of an objective: by what it is measured, what was expected, what came of it.

use serde::Serialize;

use crate::griglia::GenereColonna;
use crate::model::Indicatore;
use crate::site::cornice::Voce;
use crate::site::tabella::{CellaScritta, TabellaScritta, Testa};

/// The indicators: a table where they have targets or results of their own, a list where their words
/// say everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Misure {
    tabella: Option<TabellaScritta>,
    elenco: Vec<String>,
}

/// What a column says of an indicator.
type Valore = fn(&Indicatore) -> Option<String>;

impl Misure {
    /// The indicators of an objective.
    pub(super) fn di(indicatori: &[Indicatore]) -> Self {
        match tabella(indicatori) {
            Some(tabella) => Self {
                tabella: Some(tabella),
                elenco: Vec::new(),
            },
            None => Self {
                tabella: None,
                elenco: indicatori.iter().map(|i| i.nome.clone()).collect(),
            },
        }
    }
}

/// The indicators with their targets and results; `None` where none has any.
fn tabella(indicatori: &[Indicatore]) -> Option<TabellaScritta> {
    let possibili: [(&str, Valore); 3] = [
        ("Che cosa misura", |i| {
            i.categoria.map(|categoria| categoria.parola().to_owned())
        }),
        ("Atteso", |i| i.atteso.as_ref().map(|v| v.scritto.clone())),
        ("Raggiunto", |i| {
            i.raggiunto.as_ref().map(|v| v.scritto.clone())
        }),
    ];
    let presenti: Vec<(Testa, Valore)> = possibili
        .into_iter()
        .filter(|(_, valore)| indicatori.iter().any(|i| valore(i).is_some()))
        .map(|(nome, valore)| (Testa::new(nome, GenereColonna::Testo), valore))
        .collect();
    if presenti.is_empty() {
        return None;
    }
    let soggetto = Testa::new("Indicatore", GenereColonna::Soggetto);
    let righe = indicatori
        .iter()
        .map(|indicatore| {
            let nome = Voce::testo(&indicatore.nome);
            let prima = CellaScritta::new(nome, &soggetto, GenereColonna::Soggetto);
            let altre = presenti.iter().map(|(testa, valore)| {
                let valore = valore(indicatore).unwrap_or_else(|| "non indicato".to_owned());
                CellaScritta::new(Voce::testo(valore), testa, GenereColonna::Testo)
            });
            std::iter::once(prima).chain(altre).collect()
        })
        .collect();
    let colonne = std::iter::once(soggetto.clone())
        .chain(presenti.iter().map(|(testa, _)| testa.clone()))
        .collect();
    Some(TabellaScritta::new("Indicatori", colonne, righe))
}
