//! `griglia verify`.

mod parole;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use self::parole::words;
use super::outcome::{Failure, Outcome};
use super::report::quanti;
use super::{args, terminal};
use crate::bundle::{self, Guasti};
use crate::integrity::{self, Difetto, MANIFEST, Manifest};

/// How many broken links are named; a folder in which a page is missing has hundreds.
const NAMED: usize = 20;

pub(super) fn run(args: &args::Verify) -> Result<Outcome, Failure> {
    let files = match args.places.as_slice() {
        [place] if !is_zip(place) => folder(place)?,
        places if places.iter().all(|place| is_zip(place)) => match archives(places)? {
            Ok(files) => files,
            Err(guasti) => {
                for (name, guasto) in &guasti {
                    terminal::warn(parole::guasto(name, guasto));
                }
                return Ok(Outcome::Problems);
            }
        },
        _ => {
            let what = "si verifica una cartella alla volta, oppure le parti zip di una\n\nrimedio: indicare una cartella sola, o solo file .zip".to_owned();
            return Err(Failure::Answer { what });
        }
    };
    let difetti = tell(&files);
    let failure = |error| Failure::Verify {
        folder: args.content.clone().unwrap_or_default(),
        error,
    };
    let changed = match &args.content {
        Some(content) => changed(&files, content).map_err(failure)?,
        None => Vec::new(),
    };
    for path in &changed {
        terminal::warn(format!("cambiato dopo la pubblicazione: {path}"));
    }
    if !args.quiet {
        terminal::say(if difetti == 0 {
            format!(
                "{}: tutti presenti e inalterati, nessuno in più, nessun collegamento rotto, PDF accessibili e adatti alla conservazione.",
                quanti(files.len(), "file", "file")
            )
        } else {
            quanti(difetti, "difetto", "difetti") + "."
        });
        if args.content.is_some() {
            terminal::say(if changed.is_empty() {
                "I contenuti sono quelli da cui è stata fatta.".to_owned()
            } else {
                format!(
                    "{} dopo la pubblicazione: rifarla con «griglia build».",
                    quanti(
                        changed.len(),
                        "file dei contenuti è cambiato",
                        "file dei contenuti sono cambiati"
                    )
                )
            });
        }
    }
    Ok(if difetti == 0 && changed.is_empty() {
        Outcome::Fine
    } else {
        Outcome::Problems
    })
}

/// Whether a path means an archive and not a folder.
fn is_zip(path: &Path) -> bool {
    let zip = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("zip"));
    zip && !path.is_dir()
}

/// The files of a folder that is in one or more archives, or why they are refused.
fn archives(places: &[PathBuf]) -> Result<Result<BTreeMap<String, Vec<u8>>, Guasti>, Failure> {
    let mut opened = Vec::new();
    for place in places {
        let failure = |error| Failure::Verify {
            folder: place.clone(),
            error,
        };
        let file = fs::File::open(place).map_err(failure)?;
        let size = file.metadata().map_err(failure)?.len();
        opened.push((place.display().to_string(), size, BufReader::new(file)));
    }
    Ok(bundle::read(opened))
}

/// The files of a folder.
pub(super) fn folder(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    read(folder).map_err(|error| Failure::Verify {
        folder: folder.to_owned(),
        error,
    })
}

/// Tells what is not as it was made; how many things.
pub(super) fn tell(files: &BTreeMap<String, Vec<u8>>) -> usize {
    let difetti = integrity::verify(files);
    let (links, others): (Vec<&Difetto>, Vec<&Difetto>) = difetti
        .iter()
        .partition(|difetto| matches!(difetto, Difetto::CollegamentoRotto { .. }));
    for difetto in others.iter().chain(links.iter().take(NAMED)) {
        terminal::warn(words(difetto));
    }
    if links.len() > NAMED {
        terminal::warn(format!(
            "… e altri {} collegamenti rotti",
            links.len() - NAMED
        ));
    }
    difetti.len()
}

/// Every file of a folder, by its path with `/`. Links are not followed.
fn read(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_dir() {
            continue;
        }
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts = below.components();
        let parts = parts.map(|part| part.as_os_str().to_string_lossy().into_owned());
        let bytes = if entry.file_type().is_file() {
            fs::read(entry.path())?
        } else {
            Vec::new()
        };
        files.insert(parts.collect::<Vec<_>>().join("/"), bytes);
    }
    Ok(files)
}

/// The files of the content that are not those of the manifest: changed, or gone.
fn changed(files: &BTreeMap<String, Vec<u8>>, content: &Path) -> io::Result<Vec<String>> {
    let manifest = files
        .get(MANIFEST)
        .and_then(|bytes| serde_json::from_slice::<Manifest>(bytes).ok());
    let Some(manifest) = manifest else {
        return Ok(Vec::new());
    };
    let mut changed = Vec::new();
    for fonte in manifest.fonti {
        let path = content.join(&manifest.ente).join(&fonte.percorso);
        match fs::read(&path) {
            Ok(bytes) if integrity::digest(&bytes) == fonte.sha256 => {}
            Ok(_) => changed.push(fonte.percorso),
            Err(error) if error.kind() == io::ErrorKind::NotFound => changed.push(fonte.percorso),
            Err(error) => return Err(error),
        }
    }
    Ok(changed)
}
