//! The command line: arguments in, messages and exit codes out.
//!
//! This module owns words for people at a terminal. It holds no logic: what a verb does is a call
//! to the rest of the library.

mod args;
mod build;
mod check;
mod outcome;
mod progress;
mod report;
mod terminal;
mod theme;
mod usage;

use std::process::ExitCode;

use clap::Parser as _;
use clap::error::ErrorKind;

use outcome::WRONG_USE;

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
            terminal::warn(usage::message(&error));
            return ExitCode::from(WRONG_USE);
        }
    };
    let ended = match &cli.command {
        args::Command::Build(args) => build::run(args),
        args::Command::Check(args) => check::run(args),
    };
    match ended {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            terminal::warn(failure.message());
            ExitCode::from(WRONG_USE)
        }
    }
}
