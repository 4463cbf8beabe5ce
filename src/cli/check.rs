//! `griglia check`.

use std::path::Path;

use super::outcome::{Failure, Outcome};
use super::report::{self, quanti};
use super::{args, terminal, theme};
use crate::check::Verdetto;
use crate::source::{self, Content};

/// Reads and checks a content folder, and tells its problems.
pub(super) fn inspect(
    folder: &Path,
    draws: &dyn Fn(char) -> bool,
) -> Result<(Content, Verdetto), Failure> {
    let content = source::read(folder).map_err(|error| Failure::Contents {
        folder: folder.to_owned(),
        error,
    })?;
    let verdetto = crate::check::check(&content, draws);
    for problem in report::problems(&verdetto.problemi, &content.sources) {
        terminal::warn(problem);
    }
    Ok((content, verdetto))
}

pub(super) fn run(args: &args::Check) -> Result<Outcome, Failure> {
    let own = theme::read(&args.content.folder)?;
    let own_count = own.files.len();
    let (kit, of_the_theme) = match theme::load(own)? {
        Ok(kit) => (Some(kit), Vec::new()),
        Err(problemi) => (None, problemi),
    };
    let draws = |character| kit.as_ref().is_none_or(|kit| kit.draws(character));
    let (content, verdetto) = inspect(&args.content.folder, &draws)?;
    let problemi = verdetto.problemi.iter().chain(&of_the_theme);
    if !args.quiet {
        let files = quanti(content.sources.iter().count(), "file letto", "file letti");
        let themed = match own_count {
            0 => String::new(),
            count => format!(" e {count} del tema"),
        };
        let found = report::count(problemi.clone()).unwrap_or_else(|| "nessun problema".to_owned());
        terminal::say(format!("{files}{themed}: {found}."));
    }
    Ok(Outcome::of(problemi))
}
