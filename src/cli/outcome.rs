//! How a command ends.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::report::how_many;
use crate::check::{Gravita, Problema};
use crate::publish::{Cause, PublishError, Step};
use crate::render::RenderError;

/// A command that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Exit code 0.
    Fine,
    /// The content or the look of the PDFs has errors: exit code 1.
    Problems,
    /// Something could not be done, and has been told; the rest has been done: exit code 2.
    Failed,
}

impl Outcome {
    /// Of a command that found some problems.
    pub(super) fn of<'a>(problemi: impl IntoIterator<Item = &'a Problema>) -> Self {
        match how_many(problemi, Gravita::Errore) {
            0 => Self::Fine,
            _ => Self::Problems,
        }
    }
}

/// A command that could not: exit code 2.
#[derive(Debug)]
pub(super) enum Failure {
    /// The content folder cannot be listed.
    Contents { folder: PathBuf, error: io::Error },
    /// The theme's folder cannot be listed.
    Theme { folder: PathBuf, error: io::Error },
    /// The folder to work in cannot be entered.
    Directory { folder: PathBuf, error: io::Error },
    /// Something was asked that cannot be done.
    Answer { what: String },
    /// A draft cannot be written.
    Draft { path: PathBuf, error: io::Error },
    /// A workbook cannot be read.
    Workbook { path: PathBuf, error: io::Error },
    /// A published folder cannot be read.
    Verify { folder: PathBuf, error: io::Error },
    /// The preview cannot be served.
    Serve { error: io::Error },
    /// The pages of the manual cannot be written.
    Manual { folder: PathBuf, error: io::Error },
    /// Something could not be rendered.
    Render(RenderError),
    /// The output could not be written.
    Publish(PublishError),
}

/// Exit code of a wrong use or of an I/O failure.
pub(super) const WRONG_USE: u8 = 2;

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::Problems => Self::from(1),
            Outcome::Failed => Self::from(WRONG_USE),
        }
    }
}

impl From<RenderError> for Failure {
    fn from(error: RenderError) -> Self {
        match error {
            RenderError::Sink(error) => Self::Publish(error),
            error => Self::Render(error),
        }
    }
}

impl Failure {
    /// Of a content folder that cannot be listed.
    pub(super) fn contents(folder: &Path) -> impl FnOnce(io::Error) -> Self {
        let folder = folder.to_owned();
        |error| Self::Contents { folder, error }
    }

    /// What happened and what to do.
    pub(super) fn message(&self) -> String {
        match self {
            Self::Contents { folder, error } => format!(
                "errore: la cartella dei contenuti «{}» {}\n\nrimedio: eseguire griglia nella cartella che contiene «content», oppure indicarla con --contenuti CARTELLA",
                folder.display(),
                reason(error)
            ),
            Self::Theme { folder, error } => format!(
                "errore: la cartella del tema «{}» {}\n\nrimedio: renderla leggibile, oppure toglierla: resta il tema del programma",
                folder.display(),
                reason(error)
            ),
            Self::Directory { folder, error } => format!(
                "errore: la cartella «{}» {}\n\nrimedio: indicare con --directory una cartella che esiste",
                folder.display(),
                reason(error)
            ),
            Self::Answer { what } => format!("errore: {what}"),
            Self::Draft { path, error } => format!(
                "errore: «{}» non si può scrivere: {}",
                path.display(),
                reason(error)
            ),
            Self::Workbook { path, error } if error.kind() == io::ErrorKind::IsADirectory => {
                format!(
                    "errore: «{}» è una cartella, non un foglio di calcolo",
                    path.display()
                )
            }
            Self::Workbook { path, error } => {
                format!("errore: il foglio «{}» {}", path.display(), reason(error))
            }
            Self::Verify { folder, error } => {
                format!("errore: «{}» {}", folder.display(), reason(error))
            }
            Self::Serve { error } => format!(
                "errore: l'anteprima non si può aprire: {}\n\nrimedio: provare un'altra porta, con --porta 9000",
                reason(error)
            ),
            Self::Manual { folder, error } => format!(
                "errore: nella cartella «{}» non si può scrivere: {}\n\nrimedio: indicarne un'altra",
                folder.display(),
                reason(error)
            ),
            Self::Render(error) => error.to_string(),
            Self::Publish(error) => publish_message(error),
        }
    }
}

fn publish_message(error: &PublishError) -> String {
    let path = error.path.display();
    let cause = match &error.cause {
        Cause::ForeignFolder => {
            return format!(
                "errore: «{path}» esiste e non è stata scritta da griglia: per prudenza non viene toccata\n\nrimedio: scegliere un'altra cartella con --output, oppure spostare quella"
            );
        }
        Cause::Busy => {
            return format!(
                "errore: «{path}» la sta già scrivendo un altro «griglia build»\n\nrimedio: aspettare che finisca e riprovare, oppure scrivere altrove con --output CARTELLA\n\nIl sito di prima è rimasto com'era."
            );
        }
        Cause::Io(cause) => cause,
    };
    let step = match error.step {
        Step::Prepare => "non si può preparare",
        Step::Write => "non si può scrivere",
        Step::Swap => "non si può mettere al suo posto",
    };
    format!(
        "errore: «{path}» {step}: {}\n\nrimedio: {}\n\nIl sito di prima è rimasto com'era.",
        reason(cause),
        remedy(cause)
    )
}

/// What to do when something cannot be published.
fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            "liberare spazio e riprovare, oppure scrivere su un altro disco con --output CARTELLA"
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "chiedere il permesso di scrivere in quella cartella, oppure indicarne un'altra con --output CARTELLA"
        }
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            "lì c'è un file: spostarlo, oppure indicare una cartella con --output CARTELLA"
        }
        _ => {
            "togliere l'impedimento e riprovare, oppure indicare un'altra cartella con --output CARTELLA"
        }
    }
}

/// The operating system's reasons, in Italian where they are common.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "non esiste".to_owned(),
        io::ErrorKind::PermissionDenied => "non è accessibile: manca il permesso".to_owned(),
        io::ErrorKind::StorageFull => "il disco è pieno".to_owned(),
        io::ErrorKind::QuotaExceeded => "lo spazio concesso è finito".to_owned(),
        io::ErrorKind::FileTooLarge => "il file supera la grandezza concessa".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "il disco è in sola lettura".to_owned(),
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            "non è una cartella".to_owned()
        }
        _ => format!("non è utilizzabile ({error})"),
    }
}
