//! `griglia check`.

use std::path::Path;

use super::outcome::{Failure, Outcome};
use super::report::{self, quanti};
use super::{args, terminal};
use crate::check::{Gravita, Verdetto};
use crate::render::Kit;
use crate::source::{self, Content};

/// Reads and checks a content folder, and tells its problems.
pub(super) fn inspect(folder: &Path, kit: &Kit) -> Result<(Content, Verdetto), Failure> {
    let content = source::read(folder).map_err(|error| Failure::Contents {
        folder: folder.to_owned(),
        error,
    })?;
    let verdetto = crate::check::check(&content, &|character| kit.draws(character));
    for problem in report::problems(&verdetto, &content.sources) {
        terminal::warn(problem);
    }
    Ok((content, verdetto))
}

pub(super) fn run(args: &args::Check) -> Result<Outcome, Failure> {
    let kit = Kit::embedded().map_err(Failure::Render)?;
    let (content, verdetto) = inspect(&args.content.folder, &kit)?;
    if !args.quiet {
        let files = quanti(content.sources.iter().count(), "file letto", "file letti");
        let found = report::count(&verdetto).unwrap_or_else(|| "nessun problema".to_owned());
        terminal::say(format!("{files}: {found}."));
    }
    Ok(if verdetto.quanti(Gravita::Errore) > 0 {
        Outcome::Problems
    } else {
        Outcome::Fine
    })
}
