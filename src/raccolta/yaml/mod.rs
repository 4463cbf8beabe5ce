//! A value set in a YAML file, and nothing else of the file touched.
//!
//! Comments, order, quotes and line ends stay as their author wrote them: a change is made in the text, at
//! the place where the value stands or would stand. What comes out is read again: if it says anything else
//! than what was there with the change made, the change is refused ([`NonScrivibile`]) and the text stays.

mod albero;
mod inserzione;
mod scalare;

#[cfg(test)]
mod tests;

use std::ops::Range;

use self::albero::{Albero, fine};
use self::inserzione::inserisci;
use crate::source::node::{Node, NodeKind};
use crate::source::tree_of;

/// A step towards a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passo {
    /// Under a key.
    Chiave(String),
    /// The entry of a list whose key has a value: of several, one after the other, one.
    Voce {
        /// The key.
        chiave: &'static str,
        /// Its value.
        valore: String,
        /// Which of them, from 0.
        quale: usize,
        /// What a comment above it says, where the others have one.
        commento: Option<String>,
    },
}

/// A value to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cambiamento {
    /// Where it stands or will stand.
    pub percorso: Vec<Passo>,
    /// What it becomes.
    pub valore: String,
    /// Keys that the last one of the path replaces, if they are there and it is not.
    pub al_posto_di: Vec<&'static str>,
}

/// A change that cannot be made without touching anything else: aliases, unusual layouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NonScrivibile;

/// The text with a change made.
///
/// # Errors
/// When the change cannot be made without changing anything else.
pub fn applica(testo: &str, cambiamento: &Cambiamento) -> Result<String, NonScrivibile> {
    let radice = tree_of(testo).ok_or(NonScrivibile)?;
    let nuovo = scrivi(testo, &radice, cambiamento)?;
    let mut atteso = Albero::di(&radice);
    atteso.imposta(cambiamento)?;
    let riletto = tree_of(&nuovo).ok_or(NonScrivibile)?;
    if Albero::di(&riletto).in_ordine() == atteso.in_ordine() {
        Ok(nuovo)
    } else {
        Err(NonScrivibile)
    }
}

/// The words of a value, if it is there.
#[must_use]
pub fn parole(radice: &Node, percorso: &[Passo]) -> Option<String> {
    match &trova(radice, percorso)?.kind {
        NodeKind::Scalar(testo) => Some(testo.trim().to_owned()).filter(|testo| !testo.is_empty()),
        NodeKind::Null | NodeKind::Sequence(_) | NodeKind::Mapping(_) => None,
    }
}

/// What stands at the end of a path.
#[must_use]
pub fn trova<'n>(radice: &'n Node, percorso: &[Passo]) -> Option<&'n Node> {
    percorso.iter().try_fold(radice, passo_avanti)
}

/// Bytes of what stands at the end of a path, with its key; else of the nearest thing above it.
#[must_use]
pub fn luogo(testo: &str, percorso: &[Passo]) -> Option<Range<usize>> {
    let radice = tree_of(testo)?;
    let (sopra, ultimo) = percorso.split_at_checked(percorso.len().checked_sub(1)?)?;
    let (Some(padre), [Passo::Chiave(chiave)]) = (trova(&radice, sopra), ultimo) else {
        return None;
    };
    let NodeKind::Mapping(voci) = &padre.kind else {
        return None;
    };
    let (chiave, valore) = voci.iter().find(|(altra, _)| altra.text == *chiave)?;
    Some(chiave.span.start..fine(testo, chiave, valore)?)
}

fn passo_avanti<'n>(nodo: &'n Node, passo: &Passo) -> Option<&'n Node> {
    match (&nodo.kind, passo) {
        (NodeKind::Mapping(voci), Passo::Chiave(chiave)) => voci
            .iter()
            .find(|(altra, _)| altra.text == *chiave)
            .map(|(_, valore)| valore),
        (
            NodeKind::Sequence(voci),
            Passo::Voce {
                chiave,
                valore,
                quale,
                ..
            },
        ) => voci
            .iter()
            .filter(|voce| ha(voce, chiave, valore))
            .nth(*quale),
        _ => None,
    }
}

/// Whether an entry of a list has a key with that value.
fn ha(voce: &Node, chiave: &str, valore: &str) -> bool {
    let NodeKind::Mapping(voci) = &voce.kind else {
        return false;
    };
    voci.iter().any(|(altra, nodo)| {
        altra.text == chiave
            && matches!(&nodo.kind, NodeKind::Scalar(testo) if testo.trim() == valore)
    })
}

fn scrivi(testo: &str, radice: &Node, cambiamento: &Cambiamento) -> Result<String, NonScrivibile> {
    let mut nodo = radice;
    let mut sopra = None;
    for (quanti, passo) in cambiamento.percorso.iter().enumerate() {
        let Some(dentro) = passo_avanti(nodo, passo) else {
            return inserisci(
                testo,
                &inserzione::Dove {
                    nodo,
                    chiave: sopra,
                    fatti: cambiamento.percorso.get(..quanti).unwrap_or_default(),
                    mancano: cambiamento.percorso.get(quanti..).unwrap_or_default(),
                },
                cambiamento,
            );
        };
        sopra = match (&nodo.kind, passo) {
            (NodeKind::Mapping(voci), Passo::Chiave(chiave)) => voci
                .iter()
                .map(|(altra, _)| altra)
                .find(|altra| altra.text == *chiave),
            _ => None,
        };
        nodo = dentro;
    }
    let chiave = sopra.ok_or(NonScrivibile)?;
    inserzione::sostituisci(testo, chiave, nodo, &cambiamento.valore, None)
}
