//! `griglia pacchetto`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::outcome::{Failure, Outcome};
use super::{args, terminal, verify};
use crate::bundle::{self, Archive, PackError};
use crate::integrity::{InBreve, MANIFEST, Manifest};
use crate::lingua::italiano::dimensione;
use crate::model::Codice;
use crate::publish;

pub(super) fn run(args: &args::Pacchetto) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Fine;
    for folder in &args.folders {
        if one(args, folder)? == Outcome::Problems {
            outcome = Outcome::Problems;
        }
    }
    Ok(outcome)
}

/// Packs a folder, if it is as it was made.
fn one(args: &args::Pacchetto, folder: &Path) -> Result<Outcome, Failure> {
    let files = verify::folder(folder)?;
    let found = verify::tell(&files);
    let Some((ente, in_breve)) = who(&files).filter(|_| found == 0) else {
        terminal::warn(format!(
            "errore: «{}» non è come l'ha scritta griglia: il pacchetto non è stato fatto\n\nrimedio: rifarla con «griglia build»",
            folder.display()
        ));
        return Ok(Outcome::Problems);
    };
    let output = output(args, folder)?;
    let archives = bundle::pack(ente.as_str(), &in_breve, &files, args.volume)
        .map_err(|error| failure(&error, args))?;
    let placed = publish::archives(&output, ente.as_str(), &archives).map_err(Failure::Publish)?;
    if !args.quiet {
        say(&output, &archives, &placed);
    }
    Ok(Outcome::Fine)
}

/// Whose folder it is.
fn who(files: &BTreeMap<String, Vec<u8>>) -> Option<(Codice, InBreve)> {
    let manifest: Manifest = serde_json::from_slice(files.get(MANIFEST)?).ok()?;
    let codice = Codice::leggi(&manifest.ente).ok()?;
    Some((codice, manifest.in_breve))
}

/// Where the archives go: beside the folder, unless another place is said. In the folder itself they would
/// be files too many.
fn output(args: &args::Pacchetto, folder: &Path) -> Result<PathBuf, Failure> {
    let failure = |error| Failure::Verify {
        folder: folder.to_owned(),
        error,
    };
    let own = fs::canonicalize(folder).map_err(failure)?;
    let output = match (&args.output, folder.parent(), folder.file_name()) {
        (Some(output), _, _) => output.clone(),
        (None, Some(parent), Some(_)) if parent.as_os_str().is_empty() => PathBuf::from("."),
        (None, Some(parent), Some(_)) => parent.to_owned(),
        // `.` and `..` have a parent, but do not show it.
        _ => own.parent().unwrap_or(&own).to_owned(),
    };
    if fs::canonicalize(&output).is_ok_and(|output| output.starts_with(&own)) {
        let what = format!(
            "«{}» è dentro la cartella da impacchettare\n\nrimedio: indicarne un'altra con --output",
            output.display()
        );
        return Err(Failure::Answer { what });
    }
    Ok(output)
}

fn failure(error: &PackError, args: &args::Pacchetto) -> Failure {
    let limit = args.volume.map_or(0, bundle::Limite::byte);
    let limit = dimensione(limit);
    let what = match error {
        PackError::TooLarge { percorso, byte } => format!(
            "«{percorso}» da solo non sta in un file di {limit}: ne servono {}\n\nrimedio: un --volume più grande",
            dimensione(*byte)
        ),
        PackError::NoRoom => format!(
            "in un file di {limit} non sta niente\n\nrimedio: un --volume più grande, per esempio 50MB"
        ),
        PackError::Zip(_) => {
            "il pacchetto non si può fare: i file sono troppi o troppo grandi per uno zip\n\nrimedio: dividerlo, con --volume 50MB".to_owned()
        }
    };
    Failure::Answer { what }
}

fn say(output: &Path, archives: &[Archive], placed: &publish::Placed) {
    for archive in archives {
        let path = output.join(&archive.name);
        let same = if placed.unchanged.contains(&path) {
            ", non è cambiato"
        } else {
            ""
        };
        let size = dimensione(archive.bytes.len() as u64);
        terminal::say(format!("{} · {size}{same}", path.display()));
    }
    if !placed.removed.is_empty() {
        let names: Vec<String> = placed
            .removed
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        terminal::say(format!(
            "Tolti, perché di una divisione precedente: {}.",
            names.join(", ")
        ));
    }
}
