//! Progress on a terminal; silence elsewhere.

use indicatif::{ProgressBar, ProgressStyle};

use crate::allegati;
use crate::model::Ente;
use crate::render::Step;

/// A bar with what is being done.
pub(super) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A step per document and one for the pages of each ente.
    pub(super) fn new(enti: &[Ente], quiet: bool) -> Self {
        let documents: usize = enti
            .iter()
            .flat_map(|ente| &ente.cicli)
            .map(allegati::quanti)
            .sum();
        let steps = documents + enti.len();
        let bar = if quiet {
            ProgressBar::hidden()
        } else {
            ProgressBar::new(steps as u64)
        };
        // Drawn on standard error, and only if it is a terminal: indicatif sees to both.
        if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        Self { bar }
    }

    pub(super) fn step(&self, step: &Step<'_>) {
        match step {
            Step::Document { title } => self.bar.set_message((*title).to_owned()),
            Step::Pages { ente } => self.bar.set_message(format!("pagine di {ente}")),
        }
        self.bar.inc(1);
    }

    pub(super) fn publishing(&self) {
        self.bar.set_message("scrittura");
    }

    pub(super) fn done(&self) {
        self.bar.finish_and_clear();
    }
}
