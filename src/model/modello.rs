//! The form of a card: which of its sections are shown, in which order, under which names.
//!
//! What a card shows follows from what it holds; a form only arranges and names it.

use std::collections::BTreeMap;

/// The form of an ente's cards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Modello {
    /// The sections in order; those left out are not shown.
    pub sezioni: Vec<VoceModello>,
    /// The names that differ from the usual ones.
    pub nomi: BTreeMap<VoceModello, String>,
}

impl Default for Modello {
    fn default() -> Self {
        Self {
            sezioni: VoceModello::SEZIONI.to_vec(),
            nomi: BTreeMap::new(),
        }
    }
}

impl Modello {
    /// The ente's own name of something, if it has one.
    #[must_use]
    pub fn nome(&self, voce: VoceModello) -> Option<&str> {
        self.nomi.get(&voce).map(String::as_str)
    }
}

/// Something that a form names: a section of the card, or a column of its table of indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VoceModello {
    /// What will be done and why.
    Descrizione,
    /// Who works on it.
    RisorseUmane,
    /// With which means.
    RisorseStrumentali,
    /// At which cost.
    Costi,
    /// What should come out.
    RisultatiAttesi,
    /// What came out.
    RisultatiOttenuti,
    /// The steps.
    Fasi,
    /// The indicators.
    Indicatori,
    /// The months of the steps.
    Cronoprogramma,
    /// The checks during and at the end of the year.
    Verifiche,
    /// The people involved.
    Personale,
    /// Column: what is measured, or done.
    Indicatore,
    /// Column: its kind.
    Categoria,
    /// Column: when.
    Tempistica,
    /// Column: where it started from.
    Base,
    /// Column: the target.
    Atteso,
    /// Column: the result.
    Raggiunto,
    /// Column: the difference.
    Scostamento,
}

impl VoceModello {
    /// The sections in the usual order: that of both the Caluso and the Calusco d'Adda form.
    pub const SEZIONI: [Self; 11] = [
        Self::Descrizione,
        Self::RisorseUmane,
        Self::RisorseStrumentali,
        Self::Costi,
        Self::RisultatiAttesi,
        Self::RisultatiOttenuti,
        Self::Fasi,
        Self::Indicatori,
        Self::Cronoprogramma,
        Self::Verifiche,
        Self::Personale,
    ];

    /// The words that `modello` in `ciclo.yaml` uses.
    pub const PAROLE: [(&'static str, Self); 18] = [
        ("descrizione", Self::Descrizione),
        ("risorse_umane", Self::RisorseUmane),
        ("risorse_strumentali", Self::RisorseStrumentali),
        ("costi", Self::Costi),
        ("risultati_attesi", Self::RisultatiAttesi),
        ("risultati_ottenuti", Self::RisultatiOttenuti),
        ("fasi", Self::Fasi),
        ("indicatori", Self::Indicatori),
        ("cronoprogramma", Self::Cronoprogramma),
        ("verifiche", Self::Verifiche),
        ("personale", Self::Personale),
        ("indicatore", Self::Indicatore),
        ("categoria", Self::Categoria),
        ("tempistica", Self::Tempistica),
        ("base", Self::Base),
        ("atteso", Self::Atteso),
        ("raggiunto", Self::Raggiunto),
        ("scostamento", Self::Scostamento),
    ];
}
