//! `griglia check`.

use std::path::Path;

use super::args::{Formato, Severita};
use super::outcome::{Failure, Outcome};
use super::report::{self, Told, quanti};
use super::{args, machine, terminal, theme};
use crate::check::{Gravita, Verdetto};
use crate::render::Kit;
use crate::source::{self, Cartella, Content};

/// Reads and checks a content folder.
pub(super) fn inspect(folder: &Path, kit: Option<&Kit>) -> Result<(Content, Verdetto), Failure> {
    let content = source::read(folder).map_err(Failure::contents(folder))?;
    let verdetto = judged(&content, kit);
    Ok((content, verdetto))
}

/// Reads and checks some entities of a content folder, each by its folder.
pub(super) fn inspect_enti(
    content: &Path,
    folders: &[Cartella],
    kit: Option<&Kit>,
) -> Result<(Content, Verdetto), Failure> {
    let read = source::read_enti(content, folders).map_err(Failure::contents(content))?;
    let verdetto = judged(&read, kit);
    Ok((read, verdetto))
}

fn judged(content: &Content, kit: Option<&Kit>) -> Verdetto {
    let draws = |character| kit.is_none_or(|kit| kit.draws(character));
    let verdetto = crate::check::check(content, &draws);
    match kit {
        Some(kit) => crate::check::lingua::check(verdetto, content, kit.languages()),
        None => verdetto,
    }
}

pub(super) fn run(args: &args::Check) -> Result<Outcome, Failure> {
    let own = theme::read(&args.content.folder)?;
    let own_count = own.files.len();
    let (kit, rejected) = match theme::load(own)? {
        Ok(kit) => (Some(kit), None),
        Err(rejected) => (None, Some(rejected)),
    };
    let (content, verdetto) = inspect(&args.content.folder, kit.as_ref())?;
    let least = match args.severita {
        Severita::Errore => Gravita::Errore,
        Severita::Avviso => Gravita::Avviso,
        Severita::Nota => Gravita::Nota,
    };
    let of_the_theme = rejected
        .iter()
        .map(|rejected| Told::from(&rejected.problemi, &rejected.sources, least));
    let of_the_content = Told::from(&verdetto.problemi, &content.sources, least);
    let told: Vec<Told<'_>> = of_the_theme.chain([of_the_content]).collect();
    match args.format {
        Formato::Json => terminal::say(machine::json(&told)),
        Formato::Sarif => terminal::say(machine::sarif(&told)),
        Formato::Testo => {
            told.iter().flat_map(Told::shown).for_each(terminal::warn);
            if !args.quiet {
                terminal::say(summary(&content, own_count, &told));
                if let Some(first) = told.iter().flat_map(|told| &told.problemi).next() {
                    let codice = first.genere.codice();
                    terminal::say(format!(
                        "Per capire meglio una regola: griglia spiega {codice}"
                    ));
                }
            }
        }
    }
    Ok(Outcome::of(
        told.iter().flat_map(|told| told.problemi.iter().copied()),
    ))
}

/// What was read, and how many problems it has.
fn summary(content: &Content, of_the_theme: usize, told: &[Told<'_>]) -> String {
    let files = quanti(content.sources.iter().count(), "file letto", "file letti");
    let themed = match of_the_theme {
        0 => String::new(),
        count => format!(" e {count} del tema"),
    };
    let problemi = told.iter().flat_map(|told| told.problemi.iter().copied());
    let found = report::count(problemi).unwrap_or_else(|| "nessun problema".to_owned());
    format!("{files}{themed}: {found}.")
}
