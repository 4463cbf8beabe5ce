//! `griglia check`.

use std::path::Path;

use super::outcome::{Failure, Outcome};
use super::report::{self, quanti};
use super::{args, terminal, theme};
use crate::check::Verdetto;
use crate::source::{self, Content};

/// Reads and checks a content folder, and tells its problems.
pub(super) fn inspect(folder: &Path) -> Result<(Content, Verdetto), Failure> {
    let content = source::read(folder).map_err(|error| Failure::Contents {
        folder: folder.to_owned(),
        error,
    })?;
    let verdetto = crate::check::check(&content);
    for problem in report::problems(&verdetto.problemi, &content.sources) {
        terminal::warn(problem);
    }
    Ok((content, verdetto))
}

pub(super) fn run(args: &args::Check) -> Result<Outcome, Failure> {
    let (content, verdetto) = inspect(&args.content.folder)?;
    let own = theme::read(&args.content.folder)?;
    let (own_count, faulty) = (own.files.len(), !own.faults.is_empty());
    // The theme in the binary is known to be good.
    let of_the_theme = if own_count > 0 || faulty {
        theme::load(own)?.err().unwrap_or_default()
    } else {
        Vec::new()
    };
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
