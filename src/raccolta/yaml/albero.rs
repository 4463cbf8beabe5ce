//! What a text says without its places, and where in the text a value ends.

use super::{Cambiamento, NonScrivibile, Passo};
use crate::source::node::{Key, Node, NodeKind};

/// What a YAML text says, whatever it looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Albero {
    /// Nothing.
    Niente,
    /// Words, without outer spaces.
    Parole(String),
    /// A list.
    Elenco(Vec<Self>),
    /// Keys with values.
    Chiavi(Vec<(String, Self)>),
}

impl Albero {
    pub(super) fn di(nodo: &Node) -> Self {
        match &nodo.kind {
            NodeKind::Null => Self::Niente,
            NodeKind::Scalar(testo) => Self::Parole(testo.trim().to_owned()),
            NodeKind::Sequence(voci) => Self::Elenco(voci.iter().map(Self::di).collect()),
            NodeKind::Mapping(voci) => {
                let voci = voci.iter();
                Self::Chiavi(
                    voci.map(|(chiave, nodo)| (chiave.text.clone(), Self::di(nodo)))
                        .collect(),
                )
            }
        }
    }

    /// Makes a change. Where a key is put among its sisters says nothing, so they are compared in order of
    /// name.
    pub(super) fn imposta(&mut self, cambiamento: &Cambiamento) -> Result<(), NonScrivibile> {
        let (ultimo, sopra) = cambiamento.percorso.split_last().ok_or(NonScrivibile)?;
        let Passo::Chiave(ultimo) = ultimo else {
            return Err(NonScrivibile);
        };
        let mut qui = self;
        for passo in sopra {
            qui = qui.dentro(passo)?;
        }
        if let Self::Chiavi(voci) = qui
            && !voci.iter().any(|(chiave, _)| chiave == ultimo)
            && let Some((chiave, _)) = voci
                .iter_mut()
                .find(|(chiave, _)| cambiamento.al_posto_di.contains(&chiave.as_str()))
        {
            chiave.clone_from(ultimo);
        }
        let passo = Passo::Chiave(ultimo.clone());
        *qui.dentro(&passo)? = Self::Parole(cambiamento.valore.trim().to_owned());
        Ok(())
    }

    /// A step further; what is missing is made.
    fn dentro(&mut self, passo: &Passo) -> Result<&mut Self, NonScrivibile> {
        match passo {
            Passo::Chiave(chiave) => {
                if *self == Self::Niente {
                    *self = Self::Chiavi(Vec::new());
                }
                let Self::Chiavi(voci) = self else {
                    return Err(NonScrivibile);
                };
                if !voci.iter().any(|(altra, _)| altra == chiave) {
                    voci.push((chiave.clone(), Self::Niente));
                }
                let mut voci = voci.iter_mut();
                let sua = voci.find(|(altra, _)| altra == chiave);
                sua.map(|(_, valore)| valore).ok_or(NonScrivibile)
            }
            Passo::Voce {
                chiave,
                valore,
                quale,
                ..
            } => {
                if *self == Self::Niente {
                    *self = Self::Elenco(Vec::new());
                }
                let Self::Elenco(voci) = self else {
                    return Err(NonScrivibile);
                };
                let detta = ((*chiave).to_owned(), Self::Parole(valore.clone()));
                let e_lei =
                    |voce: &Self| matches!(voce, Self::Chiavi(voci) if voci.contains(&detta));
                let quante = voci.iter().filter(|voce| e_lei(voce)).count();
                if quante <= *quale {
                    voci.push(Self::Chiavi(vec![detta.clone()]));
                }
                let mut loro = voci.iter_mut().filter(|voce| e_lei(voce));
                loro.nth((*quale).min(quante)).ok_or(NonScrivibile)
            }
        }
    }

    /// The same with keys in order of name.
    pub(super) fn in_ordine(self) -> Self {
        match self {
            Self::Niente | Self::Parole(_) => self,
            Self::Elenco(voci) => Self::Elenco(voci.into_iter().map(Self::in_ordine).collect()),
            Self::Chiavi(voci) => {
                let voci = voci.into_iter();
                let mut voci: Vec<_> = voci.map(|(k, v)| (k, v.in_ordine())).collect();
                voci.sort_by(|(una, _), (altra, _)| una.cmp(altra));
                Self::Chiavi(voci)
            }
        }
    }
}

/// Whether a list or a mapping is written on one line, between brackets.
pub(super) fn fra_parentesi(testo: &str, nodo: &Node) -> bool {
    matches!(testo.get(nodo.span.clone()), Some("{" | "["))
}

/// The byte after the colon of a key.
pub(super) fn dopo_i_due_punti(testo: &str, chiave: &Key) -> Option<usize> {
    let resto = testo.get(chiave.span.end..)?;
    let fra = resto.find(':')?;
    let solo_spazi = resto.get(..fra)?.chars().all(char::is_whitespace);
    solo_spazi.then_some(chiave.span.end + fra + 1)
}

/// The byte where what a key holds ends; `None` where the text does not tell, as for an alias.
pub(super) fn fine(testo: &str, chiave: &Key, valore: &Node) -> Option<usize> {
    let inizio = dopo_i_due_punti(testo, chiave)?;
    match valore.kind {
        NodeKind::Null if valore.span.start < inizio || valore.span.is_empty() => Some(inizio),
        _ => fine_del_nodo(testo, valore).filter(|fine| *fine >= inizio),
    }
}

/// The byte where a value ends.
pub(super) fn fine_del_nodo(testo: &str, nodo: &Node) -> Option<usize> {
    let ultimo = match &nodo.kind {
        NodeKind::Null | NodeKind::Scalar(_) => {
            let scritto = testo.get(nodo.span.clone())?;
            return Some(nodo.span.start + scritto.trim_end().len());
        }
        NodeKind::Sequence(voci) => match voci.last() {
            Some(voce) => fine_del_nodo(testo, voce)?,
            None => nodo.span.end,
        },
        NodeKind::Mapping(voci) => match voci.last() {
            Some((chiave, valore)) => fine(testo, chiave, valore)?,
            None => nodo.span.end,
        },
    };
    let chiusa = match testo.get(nodo.span.clone()) {
        Some("{") => '}',
        Some("[") => ']',
        _ => return Some(ultimo),
    };
    let resto = testo.get(ultimo..)?;
    resto.find(chiusa).map(|fra| ultimo + fra + 1)
}
