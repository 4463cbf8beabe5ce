//! `griglia schema`: what editors check the YAML files with.

use std::fs;
use std::io;
use std::path::Path;

use super::outcome::{Failure, Outcome};
use super::report::quanti;
use super::{args, terminal};
use crate::schema::{Modulo, SEGNO};

pub(super) fn run(args: &args::Schema) -> Result<Outcome, Failure> {
    let named = Modulo::TUTTI
        .into_iter()
        .find(|modulo| Some(modulo.nome()) == args.modulo.as_deref());
    match named {
        Some(modulo) => terminal::say(modulo.testo().trim_end()),
        None => terminal::say(all(&args.output)?),
    }
    Ok(Outcome::Fine)
}

/// Writes every schema into a folder; a file that griglia did not write stays.
fn all(folder: &Path) -> Result<String, Failure> {
    let mut written = Vec::new();
    for modulo in Modulo::TUTTI {
        let path = folder.join(modulo.file());
        let failure = |error| Failure::Draft {
            path: path.clone(),
            error,
        };
        let text = modulo.testo();
        let old = match fs::read_to_string(&path) {
            Ok(old) => Some(old),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(failure(error)),
        };
        if old.as_ref().is_some_and(|old| !old.contains(SEGNO)) {
            return Err(Failure::Answer {
                what: format!(
                    "«{}» non è stato scritto da griglia: non viene toccato\n\nrimedio: scegliere un'altra cartella con --output",
                    path.display()
                ),
            });
        }
        if old.as_ref() != Some(&text) {
            fs::create_dir_all(folder).map_err(failure)?;
            fs::write(&path, text).map_err(failure)?;
            written.push(modulo);
        }
    }
    let folder = folder.display();
    Ok(match written.len() {
        0 => format!("Gli schemi in {folder} sono già quelli di questa versione."),
        quanti_sono => format!(
            "{} in {folder}.",
            quanti(quanti_sono, "schema scritto", "schemi scritti")
        ),
    })
}
