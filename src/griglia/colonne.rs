//! The columns of the griglia, one by one: **a new column goes here.**
//!
//! Add a variant to [`Colonna`], say in the four functions below what its head is, what its cells
//! hold and what stands in them, and put it in the list of the table that should have it.

use super::{Contenuto, GenereColonna};
use crate::lingua;
use crate::model::{
    Ambito, ChiaveValore, Ciclo, Conta, Indicatore, Obiettivo, Settore, Valori, Valutazione,
};
use crate::parole::Parole;

/// A column of the griglia.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colonna {
    /// The objective with its weight.
    Obiettivo,
    /// By what it is measured.
    Indicatori,
    /// The settore that answers for the objective, by its full name.
    Settore,
    /// The settore that a grade is for, by its short name.
    SettoreBreve,
    /// The grade that the Nucleo/OIV validated.
    Grado,
}

/// What a row of the griglia is about.
pub struct Riga<'a> {
    /// The objective.
    pub obiettivo: &'a Obiettivo,
    /// The settore assessed.
    pub settore: &'a Settore,
    /// What was validated of that objective for that settore.
    pub valutazione: Option<Valutazione>,
    /// The ciclo, whose rules say what a weight and a grade are worth.
    pub ciclo: &'a Ciclo,
    /// The words.
    pub parole: &'a Parole,
}

/// How far a cell reaches when an objective has a row per settore.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Estensione {
    /// One cell for all the rows of an objective.
    PerObiettivo,
    /// A cell in each row.
    PerRiga,
}

impl Colonna {
    /// The columns of the table of struttura, from left to right.
    pub const DI_STRUTTURA: &'static [Self] = &[
        Self::Obiettivo,
        Self::Indicatori,
        Self::SettoreBreve,
        Self::Grado,
    ];

    /// The columns of the table of a settore, from left to right.
    pub const DI_SETTORE: &'static [Self] = &[
        Self::Settore,
        Self::Obiettivo,
        Self::Indicatori,
        Self::Grado,
    ];

    /// The head of the column.
    #[must_use]
    pub(crate) fn titolo(self, parole: &Parole) -> &str {
        match self {
            Self::Obiettivo => &parole.griglia.obiettivo,
            Self::Indicatori => &parole.scheda.indicatore,
            Self::Settore | Self::SettoreBreve => &parole.comune.settore,
            Self::Grado => &parole.scheda.grado_di_raggiungimento,
        }
    }

    /// What its cells hold.
    #[must_use]
    pub const fn genere(self) -> GenereColonna {
        match self {
            Self::Obiettivo => GenereColonna::Soggetto,
            Self::Indicatori => GenereColonna::Testo,
            Self::Settore | Self::SettoreBreve => GenereColonna::Nome,
            Self::Grado => GenereColonna::Cifra,
        }
    }

    /// How far its cells reach.
    #[must_use]
    pub const fn estensione(self) -> Estensione {
        match self {
            Self::Obiettivo | Self::Indicatori => Estensione::PerObiettivo,
            Self::Settore | Self::SettoreBreve | Self::Grado => Estensione::PerRiga,
        }
    }

    /// What stands in its cell.
    #[must_use]
    pub fn contenuto(self, riga: &Riga<'_>) -> Contenuto {
        match self {
            Self::Obiettivo => Contenuto::Obiettivo {
                codice: riga.obiettivo.codice.to_string(),
                titolo: titolo(riga.obiettivo, riga.parole),
                peso: peso(riga),
            },
            Self::Indicatori => match indicatori(riga) {
                voci if voci.is_empty() => {
                    Contenuto::Testo(riga.parole.griglia.non_indicato.to_string())
                }
                voci => Contenuto::Elenco(elenco(voci)),
            },
            Self::Settore => Contenuto::Settore {
                codice: riga.settore.codice.to_string(),
                nome: riga.settore.nome_distinto(),
            },
            Self::SettoreBreve => Contenuto::Settore {
                codice: riga.settore.codice.to_string(),
                nome: riga.settore.nome_breve.clone(),
            },
            Self::Grado => Contenuto::Testo(lingua::giudizio(
                riga.valutazione,
                &riga.ciclo.regole,
                riga.parole,
            )),
        }
    }
}

/// The weight that bears on the settore of the row: *Peso 15/100*.
fn peso(riga: &Riga<'_>) -> Option<String> {
    match riga.obiettivo.conta {
        Conta::Peso(_) => {
            let peso = riga.obiettivo.peso_per(riga.settore)?;
            let peso = lingua::peso(peso, riga.ciclo.regole.pesi, riga.parole);
            Some(riga.parole.griglia.peso.con(&[("peso", &peso)]))
        }
        Conta::Condizione => Some(riga.parole.griglia.condizione.to_string()),
        Conta::SenzaPeso => None,
    }
}

/// The title as the griglia prints it: from the second year on, an objective says which year it is.
#[must_use]
pub fn titolo(obiettivo: &Obiettivo, parole: &Parole) -> String {
    match obiettivo.annualita {
        Some(annualita) if annualita.corrente() > 1 => {
            format!(
                "{} ({})",
                obiettivo.titolo,
                lingua::annualita(annualita, parole)
            )
        }
        _ => obiettivo.titolo.clone(),
    }
}

/// What the indicators are, in the griglia's own words where it has some.
fn indicatori(riga: &Riga<'_>) -> Vec<String> {
    let obiettivo = riga.obiettivo;
    let in_griglia = &obiettivo.risultato.in_griglia;
    if !in_griglia.is_empty() {
        return in_griglia.clone();
    }
    let indicatori = obiettivo.indicatori.iter();
    let indicatori = indicatori.map(|indicatore| match atteso(indicatore, riga) {
        Some(atteso) => format!("{}: {atteso}", indicatore.nome),
        None => indicatore.nome.clone(),
    });
    indicatori.collect()
}

/// The target: of several, that of the settore or year; of an objective of struttura, whose one cell
/// is for all settori, that of each.
fn atteso(indicatore: &Indicatore, riga: &Riga<'_>) -> Option<String> {
    let valori = match &indicatore.atteso {
        Valori::Assenti => return None,
        Valori::Unico(valore) => return Some(valore.scritto.clone()),
        Valori::Per(valori) => valori.iter(),
    };
    let di_struttura = riga.obiettivo.ambito == Ambito::Struttura;
    let anni = riga.obiettivo.anni.unwrap_or(riga.ciclo.anni);
    let detti = valori.filter_map(|(chiave, valore)| match chiave {
        ChiaveValore::Anno(anno) => (*anno == anni.al()).then(|| valore.scritto.clone()),
        ChiaveValore::Settore(codice) if di_struttura => {
            let settore = riga.ciclo.settore(codice)?;
            Some(format!("{} {}", settore.nome_breve, valore.scritto))
        }
        ChiaveValore::Settore(codice) => {
            (*codice == riga.settore.codice).then(|| valore.scritto.clone())
        }
    });
    let detti: Vec<String> = detti.collect();
    (!detti.is_empty()).then(|| detti.join(", "))
}

/// Several things end as the items of a list do in Italian: `;` and a final full stop.
fn elenco(mut voci: Vec<String>) -> Vec<String> {
    let Some((ultima, altre)) = voci.split_last_mut().filter(|(_, altre)| !altre.is_empty()) else {
        return voci;
    };
    for voce in altre {
        if !voce.ends_with([';', '.', '!', '?']) {
            voce.push(';');
        }
    }
    if !ultima.ends_with(['.', '!', '?']) {
        ultima.push('.');
    }
    voci
}
