//! `griglia init` and `griglia nuovo`: drafts, written where nothing stands.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::args::{self, Nuovo};
use super::ask::{Question, answer, optional};
use super::outcome::{Failure, Outcome};
use super::report::{Told, quanti};
use super::{check, modifica, terminal};
use crate::check::Gravita;
use crate::model::{Ciclo, Ente};
use crate::scaffold::{self, Bozza, NuovoObiettivo, Risposte, SchedaEsistente};
use crate::schema::Modulo;
use crate::source::form::Scritto;
use crate::source::nearest::nearest;
use crate::source::written::SchedaScritta;
use crate::source::{self, CicloFiles, EnteFiles};

/// Makes a first folder.
pub(super) fn init(args: &args::Init) -> Result<Outcome, Failure> {
    let folder = args.folder.clone().unwrap_or_else(|| PathBuf::from("."));
    if folder.join("content").exists() {
        let what = format!(
            "in {} c'è già una cartella content: per un altro anno, «griglia nuovo ciclo»; per un altro ente, cominciare in un'altra cartella",
            folder.display()
        );
        return Err(Failure::Answer { what });
    }
    let risposte = risposte(args)?;
    let written = write(&folder, &scaffold::progetto(&risposte))?;
    for path in &written {
        terminal::say(format!("  {path}"));
    }
    let enter = match &args.folder {
        Some(folder) => format!("  cd {}\n", folder.display()),
        None => String::new(),
    };
    terminal::say(format!(
        "\n{}. E adesso:\n{enter}  griglia serve     per vedere il sito mentre si scrive\n  griglia check     per sapere che cosa non va\n  griglia build     per scrivere sito e PDF in output/",
        quanti(written.len(), "file scritto", "file scritti")
    ));
    Ok(Outcome::Fine)
}

fn risposte(args: &args::Init) -> Result<Risposte, Failure> {
    let denominazione = answer(
        Question {
            words: "Nome dell'ente (Comune di …)",
            flag: "--ente",
        },
        args.ente.as_deref(),
        nome,
    )?;
    let anno = answer(
        Question {
            words: "Anno del piano (2026)",
            flag: "--anno",
        },
        args.anno.as_deref(),
        anno,
    )?;
    let settore = answer(
        Question {
            words: "Nome di un settore (Affari generali)",
            flag: "--settore",
        },
        args.settore.as_deref(),
        nome,
    )?;
    // Who has said everything else with flags is no person at a terminal.
    let responsabile = match (&args.responsabile, &args.settore) {
        (None, None) => optional("Chi ne risponde (dott.ssa Nome Cognome)"),
        (said, _) => said.clone(),
    };
    Ok(Risposte {
        denominazione,
        anno,
        settore,
        responsabile,
    })
}

/// A name with a capital letter: people at a keyboard leave it out, pages must not.
fn nome(line: &str) -> Result<String, String> {
    let mut letters = line.chars();
    match letters.next() {
        Some(first) if line.chars().any(char::is_alphabetic) => {
            Ok(first.to_uppercase().chain(letters).collect())
        }
        _ => Err(format!("«{line}» non è un nome")),
    }
}

fn anno(line: &str) -> Result<i32, String> {
    let anno = line.parse().ok();
    anno.filter(|anno| (2009..=2100).contains(anno))
        .ok_or_else(|| format!("«{line}» non è un anno: scriverlo con quattro cifre"))
}

/// Adds files to a folder that exists.
pub(super) fn nuovo(what: &Nuovo) -> Result<Outcome, Failure> {
    match what {
        Nuovo::Obiettivo(args) => nuovo_obiettivo(args),
        Nuovo::Risultati(args) => dal_modello(&args.place, |ciclo, _, of_the_ciclo| {
            let settori = ciclo.settori.iter().map(|settore| &settore.codice);
            let settore = settore_of(&settori.collect::<Vec<_>>(), &args.settore)?;
            Ok(vec![scaffold::risultati(ciclo, of_the_ciclo, settore)])
        }),
        Nuovo::Modifica(args) => modifica::run(args),
        Nuovo::Ciclo(args) => dal_modello(&args.place, |ciclo, of_the_ente, _| {
            if args.place.ciclo.is_none() && ciclo.obiettivi.is_empty() {
                let codice = &ciclo.codice;
                return Err(Failure::Answer {
                    what: format!(
                        "il ciclo {codice} non ha ancora nessuna scheda: prima si scrive quello; per cominciare lo stesso da lì, --ciclo {codice}"
                    ),
                });
            }
            Ok(scaffold::prossimo(ciclo, of_the_ente).bozze)
        }),
    }
}

/// A new card needs the files as written, mistakes and all: while cards are being added their weights do
/// not sum yet.
fn nuovo_obiettivo(args: &args::NuovaScheda) -> Result<Outcome, Failure> {
    let folder = &args.place.content.folder;
    let content = source::read(folder).map_err(Failure::contents(folder))?;
    let (ente, ciclo) = as_written(&content, &args.place)?;
    let settori = ciclo
        .ciclo
        .iter()
        .filter_map(|ciclo| ciclo.settori.as_ref());
    let settori: Vec<&str> = settori
        .flatten()
        .filter_map(|settore| Some(settore.codice.as_ref()?.testo.as_str()))
        .collect();
    settore_of(&settori, &args.settore)?;
    let schede: Vec<SchedaEsistente> = ciclo.tutte_le_schede().filter_map(esistente).collect();
    let cartella = format!("{}/{}/{}", name(folder), ente.cartella, ciclo.cartella);
    let bozza = scaffold::obiettivo(&NuovoObiettivo {
        cartella: &cartella,
        settore: &args.settore,
        titolo: &args.titolo,
        schede: &schede,
    });
    add(folder, &[bozza])
}

/// The ente and the ciclo meant, as written.
pub(super) fn as_written<'a>(
    content: &'a source::Content,
    place: &args::Dove,
) -> Result<(&'a EnteFiles, &'a CicloFiles), Failure> {
    let enti: Vec<(&str, &EnteFiles)> = content
        .enti
        .iter()
        .map(|ente| (ente.cartella.as_str(), ente))
        .collect();
    let ente = one_of("ente", &enti, place.ente.as_deref())?;
    let cicli: Vec<(&str, &CicloFiles)> = ente
        .cicli
        .iter()
        .map(|ciclo| (ciclo.cartella.as_str(), ciclo))
        .collect();
    let ciclo = match (place.ciclo.as_deref(), cicli.last()) {
        (None, Some((_, last))) => *last,
        (named, _) => one_of("ciclo", &cicli, named)?,
    };
    Ok((ente, ciclo))
}

fn esistente(scheda: &SchedaScritta) -> Option<SchedaEsistente> {
    let testo = |scritto: &Option<Scritto>| scritto.as_ref().map(|scritto| scritto.testo.clone());
    Some(SchedaEsistente {
        codice: testo(&scheda.codice)?,
        numero: testo(&scheda.numero),
        settore: testo(&scheda.settore)?,
        peso: testo(&scheda.peso),
    })
}

/// Adds what `draft` makes of a ciclo, of the folder of its ente and of its own.
fn dal_modello(
    place: &args::Dove,
    draft: impl FnOnce(&Ciclo, &str, &str) -> Result<Vec<Bozza>, Failure>,
) -> Result<Outcome, Failure> {
    let folder = &place.content.folder;
    let (content, verdetto) = check::inspect(folder, None)?;
    let errors = Told::from(&verdetto.problemi, &content.sources, Gravita::Errore);
    if verdetto.enti.is_empty() && !errors.problemi.is_empty() {
        errors.shown().for_each(terminal::warn);
        terminal::warn("Prima vanno corretti questi errori: senza, non si sa che cosa c'è già.");
        return Ok(Outcome::Problems);
    }
    let enti: Vec<(&str, &Ente)> = verdetto
        .enti
        .iter()
        .map(|ente| (ente.codice.as_str(), ente))
        .collect();
    let ente = one_of("ente", &enti, place.ente.as_deref())?;
    let mut cicli: Vec<(&str, &Ciclo)> = ente
        .cicli
        .iter()
        .map(|ciclo| (ciclo.codice.as_str(), ciclo))
        .collect();
    cicli.sort_by_key(|(_, ciclo)| ciclo.anni.al());
    let ciclo = match (place.ciclo.as_deref(), cicli.last()) {
        (None, Some((_, last))) => last,
        (named, _) => one_of("ciclo", &cicli, named)?,
    };
    let of_the_ente = format!("{}/{}", name(folder), ente.codice);
    let of_the_ciclo = format!("{of_the_ente}/{}", ciclo.codice);
    add(folder, &draft(ciclo, &of_the_ente, &of_the_ciclo)?)
}

/// Writes drafts beside a content folder, and says what is to be done with them.
pub(super) fn add(content: &Path, bozze: &[Bozza]) -> Result<Outcome, Failure> {
    let above = content.parent().unwrap_or(Path::new("."));
    let missing = Modulo::TUTTI.map(Bozza::schema).into_iter();
    let missing: Vec<Bozza> = missing
        .filter(|schema| !above.join(&schema.path).exists())
        .collect();
    for path in write(above, bozze)? {
        terminal::say(format!("Scritto {path}: adesso va completato."));
    }
    if !write(above, &missing)?.is_empty() {
        terminal::say("Scritti anche gli schemi che mancavano in schema/: li usano gli editor.");
    }
    Ok(Outcome::Fine)
}

pub(super) fn name(folder: &Path) -> String {
    let name = folder.file_name();
    name.map_or_else(
        || "content".to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// The one meant: the only one, or the one named.
pub(super) fn one_of<'a, T>(
    what: &str,
    all: &[(&str, &'a T)],
    named: Option<&str>,
) -> Result<&'a T, Failure> {
    let codici = all
        .iter()
        .map(|(codice, _)| *codice)
        .collect::<Vec<_>>()
        .join(", ");
    let found = match (named, all) {
        (None, [(_, only)]) => Some(*only),
        (None, _) => None,
        (Some(named), _) => all
            .iter()
            .find(|(codice, _)| *codice == named)
            .map(|(_, one)| *one),
    };
    found.ok_or_else(|| Failure::Answer {
        what: match named {
            Some(named) => {
                let forse = forse(named, all.iter().map(|(codice, _)| *codice));
                format!("«{named}» non c'è, o ha errori{forse}. Ci sono: {codici}")
            }
            None if all.is_empty() => {
                format!("non c'è nessun {what}: si comincia con «griglia init»")
            }
            None => format!("ce n'è più d'uno: dire quale con --{what} ({codici})"),
        },
    })
}

/// The settore meant; `None` for the whole ente.
pub(super) fn settore_of<'a, T: AsRef<str> + ?Sized>(
    settori: &[&'a T],
    named: &str,
) -> Result<Option<&'a T>, Failure> {
    if named == "struttura" {
        return Ok(None);
    }
    let found = settori.iter().find(|settore| settore.as_ref() == named);
    let codici = settori.iter().copied().map(AsRef::as_ref);
    let codici = codici
        .chain(["struttura"])
        .collect::<Vec<&str>>()
        .join(", ");
    match found {
        Some(settore) => Ok(Some(settore)),
        None => Err(Failure::Answer {
            what: {
                let forse = forse(named, settori.iter().copied().map(AsRef::as_ref));
                format!("il settore «{named}» non è in ciclo.yaml{forse}. Ci sono: {codici}")
            },
        }),
    }
}

/// The code that was most likely meant: one spelt alike, or the only one that has the words in it.
fn forse<'a>(named: &str, codici: impl Iterator<Item = &'a str>) -> String {
    let codici: Vec<&str> = codici.collect();
    let words = named.to_lowercase().replace(' ', "-");
    let mut with = codici.iter().filter(|codice| codice.contains(&words));
    let only = with.next().filter(|_| with.next().is_none());
    let meant = nearest(&words, codici.iter().copied()).or(only.copied());
    meant.map_or_else(String::new, |codice| format!(": forse è «{codice}»"))
}

/// Writes drafts below a folder, all or none: not one where something stands already.
fn write(folder: &Path, bozze: &[Bozza]) -> Result<Vec<String>, Failure> {
    if let Some(there) = bozze.iter().find(|bozza| folder.join(&bozza.path).exists()) {
        return Err(Failure::Answer {
            what: format!(
                "{} c'è già: non viene toccato, e non è stato scritto niente",
                there.path
            ),
        });
    }
    let failure = |path: &Path, error| Failure::Draft {
        path: path.to_owned(),
        error,
    };
    let mut written = Vec::new();
    for bozza in bozze {
        let path = folder.join(&bozza.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| failure(parent, error))?;
        }
        let file = OpenOptions::new().write(true).create_new(true).open(&path);
        file.and_then(|mut file| file.write_all(bozza.testo.as_bytes()))
            .map_err(|error| failure(&path, error))?;
        written.push(bozza.path.clone());
    }
    Ok(written)
}
