//! What shells and `man` know of the command line, made from [`super::args`].

use std::fs;
use std::io;

use clap::CommandFactory as _;
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::args::{self, Conchiglia};
use super::outcome::{Failure, Outcome};
use super::report::quanti;
use super::terminal;

/// Writes completions on standard output.
pub(super) fn completions(args: &args::Completamento) -> Outcome {
    let shell = match args.shell {
        Conchiglia::Bash => Shell::Bash,
        Conchiglia::Zsh => Shell::Zsh,
        Conchiglia::Fish => Shell::Fish,
        Conchiglia::Powershell => Shell::PowerShell,
    };
    let mut script = Vec::new();
    generate(shell, &mut args::Cli::command(), "griglia", &mut script);
    terminal::say(String::from_utf8_lossy(&script).trim_end());
    Outcome::Fine
}

/// Writes a page for `griglia`, and one for each of its commands and theirs.
pub(super) fn pages(args: &args::Man) -> Result<Outcome, Failure> {
    let failure = |error| Failure::Manual {
        folder: args.folder.clone(),
        error,
    };
    fs::create_dir_all(&args.folder).map_err(failure)?;
    let mut cli = args::Cli::command();
    cli.build();
    let all = with_those_below("griglia".to_owned(), &cli);
    for (name, command) in &all {
        let page = page(name, command).map_err(failure)?;
        fs::write(args.folder.join(format!("{name}.1")), page).map_err(failure)?;
    }
    terminal::say(format!(
        "{} in {}",
        quanti(all.len(), "pagina scritta", "pagine scritte"),
        args.folder.display()
    ));
    Ok(Outcome::Fine)
}

/// A command and those below it, with the names of their pages: the pages of commands lead to theirs.
fn with_those_below(name: String, command: &clap::Command) -> Vec<(String, &clap::Command)> {
    let below = command.get_subcommands().flat_map(|below| {
        let name = format!("{name}-{}", below.get_name());
        with_those_below(name, below)
    });
    let below: Vec<_> = below.collect();
    std::iter::once((name, command)).chain(below).collect()
}

/// The headings of a page, as the library writes them and as Italian pages have them.
const HEADINGS: [(&str, &str); 6] = [
    (".SH NAME", ".SH NOME"),
    (".SH SYNOPSIS", ".SH SINTASSI"),
    (".SH DESCRIPTION", ".SH DESCRIZIONE"),
    (".SH OPTIONS", ".SH OPZIONI"),
    (".SH EXTRA", ".SH NOTE"),
    (".SH VERSION", ".SH VERSIONE"),
];

fn page(name: &str, command: &clap::Command) -> io::Result<String> {
    let mut page = Vec::new();
    Man::new(command.clone()).title(name).render(&mut page)?;
    let page = String::from_utf8_lossy(&page);
    let lines = page.lines().map(|line| {
        let heading = HEADINGS.iter().find(|(english, _)| *english == line);
        heading.map_or(line, |(_, italian)| italian)
    });
    Ok(lines.collect::<Vec<_>>().join("\n") + "\n")
}
