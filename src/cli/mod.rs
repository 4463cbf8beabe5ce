//! The command line: arguments in, messages and exit codes out.
//!
//! This module owns words for people at a terminal. It holds no logic: what a verb does is a call
//! to the rest of the library.

mod args;
mod ask;
mod build;
mod changes;
mod check;
mod enti;
mod init;
mod interruption;
mod machine;
mod manual;
mod modifica;
mod outcome;
mod pacchetto;
mod parte;
mod progress;
mod raccolta;
mod report;
mod schema;
mod serve;
mod spiega;
mod terminal;
mod theme;
mod usage;
mod verify;

use std::env;
use std::process::ExitCode;

use clap::Parser as _;
use clap::error::ErrorKind;

use outcome::{Failure, Outcome, WRONG_USE};

/// Runs `griglia` with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match args::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
            ) =>
        {
            terminal::say(error.render().ansi());
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            terminal::warn(usage::message(&error, env::args().skip(1)));
            return ExitCode::from(WRONG_USE);
        }
    };
    match enter(&cli).and_then(|()| obey(&cli.command)) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            terminal::warn(failure.message());
            ExitCode::from(WRONG_USE)
        }
    }
}

/// Goes to the folder that the user names.
fn enter(cli: &args::Cli) -> Result<(), Failure> {
    let Some(folder) = &cli.directory else {
        return Ok(());
    };
    env::set_current_dir(folder).map_err(|error| Failure::Directory {
        folder: folder.clone(),
        error,
    })
}

fn obey(command: &args::Command) -> Result<Outcome, Failure> {
    match command {
        args::Command::Build(args) => build::run(args),
        args::Command::Check(args) => check::run(args),
        args::Command::Init(args) => init::init(args),
        args::Command::Nuovo(args) => init::nuovo(&args.what),
        args::Command::Esporta(args) => raccolta::esporta(&args.what),
        args::Command::Importa(args) => raccolta::importa(&args.what),
        args::Command::Schema(args) => schema::run(args),
        args::Command::Serve(args) => serve::run(args),
        args::Command::Verify(args) => verify::run(args),
        args::Command::Pacchetto(args) => pacchetto::run(args),
        args::Command::Spiega(args) => spiega::run(args),
        args::Command::Completamento(args) => Ok(manual::completions(args)),
        args::Command::Man(args) => manual::pages(args),
    }
}
