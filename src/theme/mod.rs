//! A theme: the files that make pages and PDFs look as they do.
//!
//! This module owns the files of `themes/italia`, those in the binary and those that stand in for
//! them. It never reads the disk and never draws.

mod files;

pub use files::{Theme, ThemeError};
