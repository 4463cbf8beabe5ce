//! The `griglia` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    griglia::cli::run()
}
