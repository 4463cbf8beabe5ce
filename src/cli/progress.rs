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
    pub(super) fn new(enti: &[Ente]) -> Self {
        let cicli = enti.iter().flat_map(|ente| &ente.cicli);
        let documents: usize = cicli.map(allegati::quanti).sum();
        // Drawn on standard error, and only if it is a terminal: indicatif sees to both.
        let bar = ProgressBar::new((documents + enti.len()) as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        Self { bar }
    }

    /// For who wants to hear of problems only.
    pub(super) fn hidden() -> Self {
        let bar = ProgressBar::hidden();
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
