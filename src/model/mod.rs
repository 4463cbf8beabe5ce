//! The performance cycle as types: who promised what, with which weight, and what came of it.
//!
//! This module owns the domain and its words, which are those of the acts. It never reads a file,
//! prints, or knows that HTML and PDF exist. A value of these types has passed the checks of
//! [`crate::check`]: codes are unique, references lead somewhere, weights and grades are within
//! their bounds.
//!
//! ```text
//! Ente ─┬─ Pagina*                      pages of text: how to read, legal notes …
//!       └─ Ciclo* ─┬─ Atto*             the deliberations that the cycle rests on
//!                  ├─ Settore*          who answers
//!                  ├─ Obiettivo* ── Indicatore*
//!                  │        └─ Esito    the grade that the Nucleo/OIV validated, if any
//!                  └─ Relazione         the narrative, chapter by chapter
//! ```

mod atto;
mod ciclo;
mod codice;
mod data;
mod ente;
mod fase;
mod grandezza;
mod obiettivo;
mod valore;

pub use atto::{Atto, Numerazione, RuoloAtto};
pub use ciclo::{
    Ciclo, LegameStruttura, Relazione, Responsabile, Settore, Triennio, TriennioNonValido,
    leggi_triennio,
};
pub use codice::{Codice, CodiceNonValido};
pub use data::{DataNonValida, DataScritta, MESI, leggi_data};
pub use ente::{Ente, Pagina, Testo};
pub use fase::{Fase, Mesi, MesiNonValidi, leggi_mesi};
pub use grandezza::{
    GrandezzaNonValida, Percentuale, Peso, leggi_numero, leggi_percentuale, leggi_peso,
};
pub use obiettivo::{
    Ambito, Annualita, AnnualitaNonValida, CategoriaIndicatore, Esito, Indicatore, Obiettivo,
    leggi_annualita,
};
pub use valore::{Valore, ValoreScritto, leggi_valore};
