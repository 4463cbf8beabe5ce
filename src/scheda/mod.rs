//! The card of an objective as the acts' form has it, without a medium.
//!
//! This module owns which sections a card has, in which order, under which names, and what stands in
//! each: it follows from what the card holds and from the ente's form ([`crate::model::Modello`]). The
//! PDFs ([`crate::allegati`]) and the pages ([`crate::site`]) draw the same [`Scheda`], so they say the
//! same; two versions of a card are compared as they are shown ([`confronto`]), so every field that is
//! shown is compared. It computes no score and knows neither HTML nor PDF.
//!
//! ```text
//! Obiettivo ── scheda() ──▶ Scheda ─┬─▶ allegati ─▶ PDF
//!              Modello              ├─▶ site ─────▶ page
//!                                   └─▶ confronto ─▶ before and after, what changed marked
//! ```

mod brevi;
mod dati;
mod indicatori;
mod sezioni;
mod verifiche;

pub mod confronto;

pub use sezioni::segnalata;

use crate::griglia::colonne::titolo;
use crate::model::{Ciclo, Codice, GenereBrano, Obiettivo, brani};
use crate::parole::Parole;

/// The card of an objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheda {
    /// Its number, where it has one.
    pub numero: Option<String>,
    /// Its title, with the year of an objective of several.
    pub titolo: Tratti,
    /// Whose it is, how much it counts, what it is tied to.
    pub dati: Vec<Dato>,
    /// The sections, in the order of the form.
    pub sezioni: Vec<Sezione>,
}

/// A few words under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dato {
    /// The name of the field.
    pub nome: String,
    /// What stands in it.
    pub valore: Tratti,
    /// Where it leads.
    pub meta: Option<Meta>,
}

/// What a field of a card leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meta {
    /// A settore.
    Settore(Codice),
    /// Another objective of the ciclo.
    Obiettivo(Codice),
    /// The planning above the objectives.
    Programmazione,
}

/// A section of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sezione {
    /// Names it in addresses within the document: `descrizione`.
    pub chiave: &'static str,
    /// Its heading.
    pub titolo: String,
    /// What stands in it.
    pub corpo: Corpo,
}

/// What stands in a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Corpo {
    /// Running text, piece by piece.
    Testo(Vec<Capoverso>),
    /// Steps, numbered from 1.
    Passi(Vec<Tratti>),
    /// Things without an order.
    Voci(Vec<Tratti>),
    /// A table.
    Tabella(Tabella),
    /// The months in which things run.
    Mesi(Vec<RigaMesi>),
    /// Fields, one by one.
    Dati(Vec<Dato>),
}

/// A table of a card: the first column is the header of each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabella {
    /// The columns.
    pub colonne: Vec<Colonna>,
    /// The rows.
    pub righe: Vec<Riga>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colonna {
    /// Its head.
    pub titolo: String,
    /// What its cells hold.
    pub genere: GenereCella,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GenereCella {
    /// What rows have in common: rows that follow each other and share it stand under it once.
    Gruppo,
    /// What the row is about.
    Soggetto,
    /// A value: compared as a whole.
    Valore,
}

/// A row of a table, a cell per column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Riga {
    /// The cells.
    pub celle: Vec<Cella>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cella {
    /// What it says; nothing for an empty one.
    pub testo: Tratti,
    /// What there is to add, line by line.
    pub note: Vec<String>,
}

/// When one thing runs in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RigaMesi {
    /// What: *Fase 2*, *Fase 2 (2023)*.
    pub nome: String,
    /// The mark of each month, January first; none in a month in which it does not run.
    pub segni: [Option<Segno>; 12],
}

/// The mark of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segno {
    /// It runs.
    InCorso,
    /// An activity was planned.
    Previsto,
    /// An activity was planned and done.
    Svolto,
    /// An activity was done without having been planned.
    FuoriPiano,
}

impl Segno {
    /// The letter that stands in the table.
    #[must_use]
    pub fn lettera(self, parole: &Parole) -> &str {
        match self {
            Self::InCorso => "x",
            Self::Previsto => &parole.scheda.segno_previsto,
            Self::Svolto => &parole.scheda.segno_svolto,
            Self::FuoriPiano => &parole.scheda.segno_fuori_piano,
        }
    }
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capoverso {
    /// A paragraph, or an item of a list.
    pub genere: GenereBrano,
    /// Its words.
    pub testo: Tratti,
}

impl Capoverso {
    /// The pieces of a text as it was typed.
    #[must_use]
    pub fn di(testo: &str) -> Vec<Self> {
        let brani = brani(testo).into_iter();
        brani
            .map(|brano| Self {
                genere: brano.genere,
                testo: tratti(brano.testo),
            })
            .collect()
    }

    /// A paragraph.
    #[must_use]
    pub const fn semplice(testo: Tratti) -> Self {
        Self {
            genere: GenereBrano::Capoverso,
            testo,
        }
    }

    /// Paragraphs one by one, the items of a list together.
    pub fn gruppi(capoversi: &[Self]) -> impl Iterator<Item = (GenereBrano, &[Self])> {
        let insieme = |uno: &Self, altro: &Self| {
            uno.genere == altro.genere && uno.genere != GenereBrano::Capoverso
        };
        let gruppi = capoversi.chunk_by(insieme);
        gruppi.filter_map(|gruppo| Some((gruppo.first()?.genere, gruppo)))
    }
}

/// A text in runs that are the same as in the other version, or are not.
pub type Tratti = Vec<Tratto>;

/// A run of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tratto {
    /// Its words, with the space after them.
    pub testo: String,
    /// Whether the other version has it.
    pub rilievo: Rilievo,
}

/// Whether the other version of a card has the same words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rilievo {
    /// It has, or there is no other version.
    Uguale,
    /// It has not: they are new.
    Nuovo,
    /// It has not: they are gone.
    Tolto,
}

/// A text all of which is the same.
#[must_use]
pub fn tratti(testo: impl Into<String>) -> Tratti {
    let testo = testo.into();
    if testo.is_empty() {
        return Vec::new();
    }
    vec![Tratto {
        testo,
        rilievo: Rilievo::Uguale,
    }]
}

/// The words of a text, without marks.
#[must_use]
pub fn parole(tratti: &[Tratto]) -> String {
    tratti.iter().map(|tratto| tratto.testo.as_str()).collect()
}

/// What a card shows of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Risultati<'a> {
    /// Those that there are; no column for those that there are not.
    CheCiSono {
        /// The parts of the objective, whose grades are told with its own: [`Ciclo::parti`].
        parti: &'a [&'a Obiettivo],
    },
    /// None: the columns stand empty, to be filled in.
    DaCompilare,
}

/// The card of an objective, by the form of its ciclo.
#[must_use]
pub fn scheda(
    obiettivo: &Obiettivo,
    ciclo: &Ciclo,
    risultati: Risultati<'_>,
    parole: &Parole,
) -> Scheda {
    let modulo = Modulo {
        obiettivo,
        ciclo,
        risultati,
        parole,
    };
    Scheda {
        numero: obiettivo.numero.clone(),
        titolo: tratti(titolo(obiettivo, parole)),
        dati: modulo.dati(),
        sezioni: modulo.sezioni(),
    }
}

/// A card being filled in.
struct Modulo<'a> {
    obiettivo: &'a Obiettivo,
    ciclo: &'a Ciclo,
    risultati: Risultati<'a>,
    parole: &'a Parole,
}
