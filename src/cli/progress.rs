//! Progress on a terminal; silence elsewhere.

use indicatif::{ProgressBar, ProgressStyle};

use crate::allegati;
use crate::model::Ente;
use crate::render::Step;

/// A bar with what is being done: by documents when there is one ente, by enti and with an estimate when
/// there are several.
pub(super) struct Progress {
    bar: ProgressBar,
    unit: Unit,
}

/// What a step of the bar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Document,
    Ente,
}

impl Progress {
    /// For some enti.
    pub(super) fn new(enti: usize) -> Self {
        let (unit, template) = match enti {
            0 | 1 => (Unit::Document, "{bar:24} {pos}/{len} {msg}"),
            _ => (
                Unit::Ente,
                "{bar:24} {pos}/{len} enti · mancano circa {eta} · {msg}",
            ),
        };
        // Drawn on standard error, and only if it is a terminal: indicatif sees to both.
        let bar = ProgressBar::new(enti as u64);
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self { bar, unit }
    }

    /// For who wants to hear of problems only.
    pub(super) fn hidden() -> Self {
        let bar = ProgressBar::hidden();
        let unit = Unit::Ente;
        Self { bar, unit }
    }

    /// An ente has been read and checked; its documents and pages come next.
    pub(super) fn begin(&self, ente: &Ente) {
        match self.unit {
            Unit::Document => {
                let documents: usize = ente.cicli.iter().map(allegati::quanti).sum();
                self.bar.set_length(documents as u64 + 1);
            }
            Unit::Ente => self.bar.set_message(ente.denominazione.clone()),
        }
    }

    pub(super) fn step(&self, step: &Step<'_>) {
        if self.unit == Unit::Ente {
            return;
        }
        match step {
            Step::Document { title } => self.bar.set_message((*title).to_owned()),
            Step::Pages { ente } => self.bar.set_message(format!("pagine di {ente}")),
        }
        self.bar.inc(1);
    }

    /// An ente is finished, well or not.
    pub(super) fn ente_done(&self) {
        if self.unit == Unit::Ente {
            self.bar.inc(1);
        }
    }

    /// Does something that prints, with the bar out of the way.
    pub(super) fn aside(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    pub(super) fn done(&self) {
        self.bar.finish_and_clear();
    }
}
