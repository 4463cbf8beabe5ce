//! What is written in `content/`, and where.
//!
//! This module owns walking the folder, reading YAML and Markdown, and the place (file and bytes)
//! of every value. It never judges the content: what a value means and whether it may stand there
//! is for [`crate::check`]. It says only what could not be read at all, as [`Fault`]s.
//!
//! # From bytes to forms
//!
//! ```text
//! files ─▶ yaml ─▶ Node ─▶ form ─▶ written
//! disk     text    tree    keys    EnteScritto, CicloScritto, SchedaScritta …
//! ```
//!
//! A YAML file becomes a tree of [`node::Node`]s, every scalar still as the office typed it
//! (`31-ott`, `100%`, `no`); the tree becomes one of the [`written`] forms. Reading a form never
//! stops at the first mistake: a wrong key or shape is a fault, the rest is read.
//!
//! The same forms describe themselves to editors ([`schema`]).
//!
//! The folder of a theme beside `content/` is read here too, as bytes.

mod attached;
mod content;
mod encoding;
mod fault;
mod files;
pub mod form;
mod lines;
pub(crate) mod nearest;
pub mod node;
mod place;
pub mod schema;
mod text;
mod theme;
pub mod written;
mod yaml;

pub use attached::{Attached, NotAttached};
pub use content::{
    Cartella, CicloFiles, Content, EnteFiles, ImmagineScritta, ModificaFiles, TestoScritto, enti,
    read, read_enti,
};
pub use encoding::Encoding;
pub use fault::{Fault, FaultKind, Lost, Shape, Stray, YamlError};
pub(crate) use files::hexadecimal;
pub use files::{SourceFile, Sources, digest};
pub use place::{FileId, Place};
pub(crate) use text::{form_in, tree_of};
pub use theme::{ThemeFiles, read_theme, theme_folder};
