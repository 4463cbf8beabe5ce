//! A theme: the files that make pages and PDFs look as they do.
//!
//! This module owns the files of `themes/italia`, those in the binary and those that stand in for
//! them, and what `pdf.yaml` says of the PDFs: it becomes a [`Style`](crate::layout::Style) and
//! [`Faces`](crate::layout::Faces), or problems with file, line and remedy. It never reads the disk
//! ([`crate::source::read_theme`] does) and never draws.
//!
//! ```text
//! themes/italia, embedded ─┐            ┌─ templates, assets ──────────────────────────▶ site
//! themes/italia, own ──────┴─▶ Theme ───┴─ pdf.yaml ─▶ written ─▶ reading ─▶ PdfLook ─▶ layout
//!                                          embedded,   forms      values,    style,
//!                                          own on top             contrast   faces
//! ```
//!
//! A file of one's own takes the place of the embedded one of the same path, except `pdf.yaml` and the words
//! in `lingua/`: these are laid over the embedded ones key by key, so that one's own say only what differs.
//! Words are [`crate::parole`]'s; templates get them as `parole` (`words.rs`).

mod contrast;
mod escape;
mod faces;
mod files;
mod identity;
mod look;
mod reading;
mod sheet;
mod texts;
mod value;
mod words;
pub mod written;

pub(crate) use files::template_fault;
pub use files::{Theme, ThemeError};
pub use identity::{Identity, Version};
pub use look::{Fonts, PdfLook, Rejected, read_look};
pub(crate) use words::Words;
