//! The files that go into a sink, and what is known of each once it is gone.

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use super::RenderError;
use crate::integrity::{FileImpronta, Misura};
use crate::publish::{Growing, OutputFile, Sink};

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
        self.list(impronta);
        Ok(())
    }

    /// Begins a file that is given away piece by piece.
    pub(super) fn open(&self, path: String) -> Entry<'_> {
        Entry {
            ledger: self,
            file: self.sink.open(path.clone()),
            path,
            misura: Misura::default(),
        }
    }

    fn list(&self, impronta: FileImpronta) {
        let listed = self.listed.lock();
        listed
            .unwrap_or_else(PoisonError::into_inner)
            .push(impronta);
    }

    /// The files that have been given away.
    pub(super) fn close(self) -> Vec<FileImpronta> {
        let listed = self.listed.into_inner();
        listed.unwrap_or_else(PoisonError::into_inner)
    }
}

/// A file that is given away piece by piece.
pub(super) struct Entry<'a> {
    ledger: &'a Ledger<'a>,
    file: Box<dyn Growing + 'a>,
    path: String,
    misura: Misura,
}

impl Write for Entry<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.misura.add(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Entry<'_> {
    /// What to say when some of its bytes could not be written.
    pub(super) fn failure(&self, cause: io::Error) -> RenderError {
        RenderError::Sink(self.file.failure(cause))
    }

    /// The file is whole; returns what is known of it.
    pub(super) fn close(self) -> Result<FileImpronta, RenderError> {
        self.file.close().map_err(RenderError::Sink)?;
        let impronta = self.misura.of(self.path);
        self.ledger.list(impronta.clone());
        Ok(impronta)
    }
}
