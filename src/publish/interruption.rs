//! The wish to stop (Ctrl-C, a service that is shut down): everybody stands still between two files, and what was
//! in the making goes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::staging;

/// The staging folders in use, and the output folders that were made for them.
type Open = BTreeMap<PathBuf, Option<PathBuf>>;

/// A wish to stop, shared by who hears of it and who publishes.
#[derive(Debug, Clone, Default)]
pub struct Interruption {
    open: Arc<RwLock<Open>>,
}

/// Nothing is written as long as this lives.
#[derive(Debug)]
pub struct Stopped<'a> {
    _open: RwLockWriteGuard<'a, Open>,
}

impl Interruption {
    /// Lets nobody write any more, and takes away the staging folders. What is published stays as it is. The
    /// process is expected to end before the result is dropped.
    #[must_use]
    pub fn stop(&self) -> Stopped<'_> {
        let open = self.alone();
        for (folder, output) in open.iter() {
            staging::discard(folder, output.as_deref());
        }
        Stopped { _open: open }
    }

    /// Writes a file or swaps a folder; waits for ever once somebody has asked to stop.
    pub(super) fn go_on(&self) -> RwLockReadGuard<'_, Open> {
        self.open.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens or closes a staging folder.
    pub(super) fn alone(&self) -> RwLockWriteGuard<'_, Open> {
        self.open.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes away an output folder that was made in vain; one that holds something stays.
pub(super) fn forget(output: Option<&Path>) {
    if let Some(output) = output {
        let _ = fs::remove_dir(output);
    }
}
