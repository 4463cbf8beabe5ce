//! The files that go into a sink, and what is known of each once it is gone.

use std::sync::{Mutex, PoisonError};

use super::RenderError;
use crate::integrity::FileImpronta;
use crate::publish::{OutputFile, Sink};

/// What has gone into a sink.
pub(super) struct Ledger<'a> {
    sink: &'a dyn Sink,
    listed: Mutex<Vec<FileImpronta>>,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(sink: &'a dyn Sink) -> Self {
        let listed = Mutex::default();
        Self { sink, listed }
    }

    /// Gives a file away.
    pub(super) fn give(&self, file: OutputFile) -> Result<(), RenderError> {
        let impronta = FileImpronta::of(&file);
        self.sink.take(file).map_err(RenderError::Sink)?;
        let listed = self.listed.lock();
        listed
            .unwrap_or_else(PoisonError::into_inner)
            .push(impronta);
        Ok(())
    }

    /// The files that have been given away.
    pub(super) fn close(self) -> Vec<FileImpronta> {
        let listed = self.listed.into_inner();
        listed.unwrap_or_else(PoisonError::into_inner)
    }
}
