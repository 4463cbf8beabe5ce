//! `griglia init` and `griglia nuovo`: drafts, written where nothing stands.

use std::fs::{self, OpenOptions};
use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use super::args::{self, Nuovo};
use super::outcome::{Failure, Outcome};
use super::report::{Told, quanti};
use super::{check, modifica, terminal};
use crate::check::Gravita;
use crate::model::{Ciclo, Ente};
use crate::scaffold::{self, Bozza, NuovoObiettivo, Risposte, SchedaEsistente};
use crate::schema::Modulo;
use crate::source::form::Scritto;
use crate::source::written::SchedaScritta;
use crate::source::{self, CicloFiles, EnteFiles};

/// Makes a first folder.
pub(super) fn init(args: &args::Init) -> Result<Outcome, Failure> {
    let risposte = risposte(args)?;
    let folder = args.folder.clone().unwrap_or_else(|| PathBuf::from("."));
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
        args.ente.as_deref(),
        "Nome dell'ente (Comune di …)",
        "--ente",
    )?;
    let anno = answer(args.anno.as_deref(), "Anno del piano", "--anno")?;
    let anno = anno
        .parse()
        .ok()
        .filter(|anno| (2000..=2100).contains(anno))
        .ok_or(Failure::Answer {
            what: format!("«{anno}» non è un anno"),
        })?;
    let settore = answer(
        args.settore.as_deref(),
        "Nome di un settore (Affari generali)",
        "--settore",
    )?;
    Ok(Risposte {
        denominazione,
        anno,
        settore,
        responsabile: args.responsabile.clone(),
    })
}

/// What was said with a flag, or else is asked for.
pub(super) fn answer(said: Option<&str>, question: &str, flag: &str) -> Result<String, Failure> {
    let missing = || Failure::Answer {
        what: format!("manca una risposta: {question}. Si può dare con {flag}"),
    };
    if let Some(said) = said {
        let said = said.trim();
        return (!said.is_empty())
            .then(|| said.to_owned())
            .ok_or_else(missing);
    }
    if !io::stdin().is_terminal() {
        return Err(missing());
    }
    let _ = write!(anstream::stdout(), "{question}: ");
    let _ = anstream::stdout().flush();
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line);
    let line = line.trim();
    if read.is_err() || line.is_empty() {
        return Err(missing());
    }
    Ok(line.to_owned())
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
            Some(named) => format!("«{named}» non c'è, o ha errori; ci sono: {codici}"),
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
            what: format!("il settore «{named}» non è in ciclo.yaml; ci sono: {codici}"),
        }),
    }
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
