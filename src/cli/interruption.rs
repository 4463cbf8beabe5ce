//! Ctrl-C and the signals that end a service.

use std::process;
use std::thread;

use tokio::runtime;

use super::outcome::WRONG_USE;
use super::terminal;
use crate::publish::Interruption;

/// What is said to who stops a build.
const WORDS: &str = "\ninterrotto: gli enti già finiti sono pubblicati per intero, gli altri sono rimasti com'erano\n\nrimedio: per finire, eseguire di nuovo «griglia build»";

/// Listens from now on: whoever asks to stop gets an output in which nothing is half done.
pub(super) fn listen() -> Interruption {
    let interruption = Interruption::default();
    let heard = interruption.clone();
    thread::spawn(move || {
        // Without a way to listen, signals end the process as they always do.
        let runtime = runtime::Builder::new_current_thread().enable_io().build();
        let told = runtime.is_ok_and(|runtime| runtime.block_on(signal()).is_some());
        if told {
            let _stopped = heard.stop();
            terminal::warn(WORDS);
            process::exit(i32::from(WRONG_USE));
        }
    });
    interruption
}

#[cfg(unix)]
async fn signal() -> Option<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt()).ok()?;
    let mut terminate = signal(SignalKind::terminate()).ok()?;
    let mut hangup = signal(SignalKind::hangup()).ok()?;
    tokio::select! {
        told = interrupt.recv() => told,
        told = terminate.recv() => told,
        told = hangup.recv() => told,
    }
}

#[cfg(not(unix))]
async fn signal() -> Option<()> {
    tokio::signal::ctrl_c().await.ok()
}
