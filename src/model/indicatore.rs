//! What an objective is measured by, and what came of it.

use super::{Codice, Conta, Mesi, Percentuale, ValoreScritto};

/// What an objective is measured by: an index of result, or an activity to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicatore {
    /// What it measures, or what is to be done.
    pub nome: String,
    /// Its kind, where the card says it.
    pub categoria: Option<CategoriaIndicatore>,
    /// When, in the words of the card: *Triennio 2025/2027*, *In base alla data di indizione*.
    pub tempistica: Option<String>,
    /// The months planned, of an activity ticked month by month.
    pub mesi: Option<Mesi>,
    /// How much it counts within its objective.
    pub conta: Conta,
    /// Whether more or less is better.
    pub verso: Verso,
    /// Where it started from.
    pub base: Option<ValoreScritto>,
    /// What it was in years past.
    pub storico: Vec<(i32, ValoreScritto)>,
    /// The target.
    pub atteso: Valori,
    /// How it is computed.
    pub formula: Option<String>,
    /// Where its figures come from.
    pub fonte: Option<String>,
    /// What came of it.
    pub ottenuto: Ottenuto,
}

impl Indicatore {
    /// An indicator of that name and nothing else.
    pub fn nuovo(nome: impl Into<String>) -> Self {
        Self {
            nome: nome.into(),
            categoria: None,
            tempistica: None,
            mesi: None,
            conta: Conta::SenzaPeso,
            verso: Verso::Alto,
            base: None,
            storico: Vec::new(),
            atteso: Valori::Assenti,
            formula: None,
            fonte: None,
            ottenuto: Ottenuto::default(),
        }
    }
}

/// A value, or one for each year or settore.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Valori {
    /// Nothing is written.
    #[default]
    Assenti,
    /// One value.
    Unico(ValoreScritto),
    /// One for each year or settore, in the order of the card.
    Per(Vec<(ChiaveValore, ValoreScritto)>),
}

/// What a value is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChiaveValore {
    /// A year.
    Anno(i32),
    /// A settore.
    Settore(Codice),
}

impl Valori {
    /// The value, where there is just one.
    #[must_use]
    pub const fn unico(&self) -> Option<&ValoreScritto> {
        match self {
            Self::Unico(valore) => Some(valore),
            Self::Assenti | Self::Per(_) => None,
        }
    }

    /// The value for a year or settore, where values are told apart by them.
    #[must_use]
    pub fn per(&self, chiave: &ChiaveValore) -> Option<&ValoreScritto> {
        match self {
            Self::Per(valori) => valori
                .iter()
                .find(|(altra, _)| altra == chiave)
                .map(|(_, valore)| valore),
            Self::Assenti | Self::Unico(_) => None,
        }
    }

    /// Whether nothing is written.
    #[must_use]
    pub const fn assenti(&self) -> bool {
        matches!(self, Self::Assenti)
    }
}

/// What came of an indicator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ottenuto {
    /// The result.
    pub valori: Valori,
    /// What somebody judged of it, where its value is words.
    pub esito: Option<EsitoIndicatore>,
    /// The months done, of an activity ticked month by month.
    pub mesi: Option<Mesi>,
    /// What there is to add.
    pub nota: Option<String>,
}

/// What somebody judged of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EsitoIndicatore {
    /// Reached.
    Raggiunto,
    /// Reached so far.
    Parziale(Percentuale),
    /// Not reached.
    NonRaggiunto,
}

/// Whether more or less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verso {
    /// More is better.
    Alto,
    /// Less is better: delays, complaints, costs.
    Basso,
}

impl Verso {
    /// The directions with the words that cards use for them.
    pub const PAROLE: [(&'static str, Self); 2] = [("alto", Self::Alto), ("basso", Self::Basso)];
}

/// The kinds of indicator: four of the Caluso form, and the activity of Calusco d'Adda's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CategoriaIndicatore {
    /// How much.
    Quantita,
    /// By when.
    Tempo,
    /// At what cost.
    Costo,
    /// How well.
    Qualita,
    /// Something to be done.
    Attivita,
}

impl CategoriaIndicatore {
    /// The kinds with the words that cards use for them, in the order of the form.
    pub const PAROLE: [(&'static str, Self); 5] = [
        (Self::Quantita.parola(), Self::Quantita),
        (Self::Tempo.parola(), Self::Tempo),
        (Self::Costo.parola(), Self::Costo),
        (Self::Qualita.parola(), Self::Qualita),
        (Self::Attivita.parola(), Self::Attivita),
    ];

    /// The word that cards use for it.
    #[must_use]
    pub const fn parola(self) -> &'static str {
        match self {
            Self::Quantita => "quantità",
            Self::Tempo => "tempo",
            Self::Costo => "costo",
            Self::Qualita => "qualità",
            Self::Attivita => "attività",
        }
    }
}
