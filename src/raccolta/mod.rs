//! Results gathered with a spreadsheet: what is asked of a settore, and what it answered.
//!
//! This module owns the form that a head of settore fills in ([`modulo`]), how it becomes a workbook
//! ([`xlsx`]), how a filled one is read ([`lettura`]) and what it changes ([`esame`]) in the text of the
//! results ([`yaml`]). It never touches the disk and has no rules of its own on what a value may be: what is
//! answered becomes YAML, and [`crate::check`] judges it there.
//!
//! ```text
//! model + results as written ─▶ modulo ─▶ xlsx ─▶ bytes
//! bytes ─▶ lettura ─▶ cells ─▶ esame (against modulo) ─▶ changes ─▶ yaml ─▶ text ─▶ check
//! ```

mod convalida;
pub mod difetto;
pub mod esame;
mod indicatori;
mod istruzioni;
pub mod lettura;
pub mod modulo;
mod obiettivi;
mod risposta;
pub mod scrittura;
pub mod xlsx;
pub mod yaml;
