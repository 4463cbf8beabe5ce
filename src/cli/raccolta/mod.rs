//! `griglia esporta raccolta` and `griglia importa raccolta`: results through a spreadsheet.

mod disco;
mod parole;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::XlsxError;

use self::disco::{put, write};
use self::parole::{agreed, refuse, show, table};
use super::args::{Esporta, Importa};
use super::init::{name, one_of, settore_of};
use super::outcome::{Failure, Outcome};
use super::report::{Told, quanti};
use super::{check, terminal};
use crate::check::{Gravita, Verdetto};
use crate::model::{Ciclo, Ente};
use crate::raccolta::difetto::Difetto;
use crate::raccolta::esame;
use crate::raccolta::lettura;
use crate::raccolta::modulo::{Di, FileRisultati, Modulo, STRUTTURA, Scritti};
use crate::raccolta::scrittura::{self, Nuovo};
use crate::raccolta::xlsx;
use crate::source::Content;

/// Writes a workbook to be filled in.
pub(super) fn esporta(what: &Esporta) -> Result<Outcome, Failure> {
    let Esporta::Raccolta(args) = what;
    let folder = &args.content.folder;
    let (content, verdetto) = check::inspect(folder, None)?;
    if let Some(outcome) = told_first(&content, &verdetto) {
        return Ok(outcome);
    }
    let ente = ente(&verdetto, args.ente.as_deref())?;
    let ciclo = ciclo(ente, args.anno.as_deref())?;
    let settori: Vec<&str> = ciclo.settori.iter().map(|s| s.codice.as_str()).collect();
    let settore = settore_of(&settori, &args.settore)?;
    let di = Di {
        ente: ente.codice.to_string(),
        ciclo: ciclo.codice.to_string(),
        settore: settore.unwrap_or(STRUTTURA).to_owned(),
    };
    let modulo = modulo(ente, ciclo, &di, &scritti(folder, &content, &di));
    if modulo.vuoto() {
        return Err(Failure::Answer {
            what: format!(
                "{} non ha obiettivi nel {}: non c'è niente da raccogliere",
                modulo.nome, di.ciclo
            ),
        });
    }
    let path = args.output.clone().unwrap_or_else(|| {
        PathBuf::from(format!(
            "raccolta-{}-{}-{}.xlsx",
            di.ente, di.ciclo, di.settore
        ))
    });
    let failure = |error| Failure::Draft {
        path: path.clone(),
        error,
    };
    let bytes = xlsx::scrivi(&modulo).map_err(|error| match error {
        XlsxError::MaxStringLengthExceeded => Failure::Answer {
            what: "un testo del piano o dei risultati è più lungo di 32.767 caratteri, e in una casella non ci sta: accorciarlo".to_owned(),
        },
        altro => failure(io::Error::other(altro)),
    })?;
    // A filled-in workbook is somebody's work.
    if path.exists() {
        return Err(Failure::Answer {
            what: format!(
                "{} c'è già: non viene toccato, perché potrebbe essere compilato\n\nrimedio: spostarlo, oppure indicare un altro file con --output",
                path.display()
            ),
        });
    }
    put(&path, &bytes).map_err(failure)?;
    let righe = |posto: usize| {
        modulo
            .fogli
            .get(posto)
            .map_or(0, |foglio| foglio.righe.len())
    };
    terminal::say(format!(
        "Scritto {}: {}, {}, {}.\nSi compila con un foglio di calcolo e si riporta nei contenuti con:\n  griglia importa raccolta {}",
        path.display(),
        modulo.nome,
        quanti(righe(0), "riga di obiettivi", "righe di obiettivi"),
        quanti(righe(1), "riga di indicatori", "righe di indicatori"),
        path.display()
    ));
    Ok(Outcome::Fine)
}

/// Reads a workbook, shows what it changes, and changes it.
pub(super) fn importa(what: &Importa) -> Result<Outcome, Failure> {
    let Importa::Raccolta(args) = what;
    let bytes = match read(&args.file)? {
        Ok(bytes) => bytes,
        Err(difetto) => return Ok(refuse(&args.file, &[difetto])),
    };
    let libro = match lettura::leggi(&bytes) {
        Ok(libro) => libro,
        Err(difetto) => return Ok(refuse(&args.file, &[difetto])),
    };
    let folder = &args.content.folder;
    let (content, verdetto) = check::inspect(folder, None)?;
    let di = &libro.di;
    let Some((ente, ciclo)) = di_chi(di, &verdetto) else {
        if let Some(outcome) = told_first(&content, &verdetto) {
            return Ok(outcome);
        }
        return Ok(refuse(&args.file, &[estraneo(di, folder)]));
    };
    let scritti = scritti(folder, &content, di);
    let modulo = modulo(ente, ciclo, di, &scritti);
    let esame = esame::esamina(&modulo, &libro);
    let mut difetti = esame.difetti;
    let nuovi = scrittura::applica(&scritti, &esame.cambi).unwrap_or_else(|altri| {
        difetti.extend(altri);
        Vec::new()
    });
    difetti.extend(scrittura::controlla(
        &content,
        &di.ente,
        &di.ciclo,
        &nuovi,
        &esame.cambi,
    ));
    if difetti
        .iter()
        .any(|difetto| difetto.gravita == Gravita::Errore)
    {
        return Ok(refuse(&args.file, &difetti));
    }
    show(&args.file, &difetti);
    if esame.cambi.is_empty() {
        terminal::say(format!(
            "{}, {}: niente da cambiare.",
            modulo.nome, di.ciclo
        ));
        return Ok(Outcome::Fine);
    }
    terminal::say(table(&modulo, &esame.cambi));
    if args.prova {
        terminal::say("Solo una prova: non è stato scritto niente.");
        return Ok(Outcome::Fine);
    }
    if !args.si && !agreed(&nuovi)? {
        terminal::say("Non è stato scritto niente.");
        return Ok(Outcome::Fine);
    }
    write(folder, &content, &nuovi)?;
    afterwards(folder, &nuovi)
}

/// What has to be mended before anything: without a model nothing is known.
fn told_first(content: &Content, verdetto: &Verdetto) -> Option<Outcome> {
    let errors = Told::from(&verdetto.problemi, &content.sources, Gravita::Errore);
    if !verdetto.enti.is_empty() || errors.problemi.is_empty() {
        return None;
    }
    errors.shown().for_each(terminal::warn);
    terminal::warn("Prima vanno corretti questi errori: senza, non si sa che cosa c'è già.");
    Some(Outcome::Problems)
}

fn ente<'a>(verdetto: &'a Verdetto, named: Option<&str>) -> Result<&'a Ente, Failure> {
    let enti = verdetto.enti.iter();
    let enti: Vec<(&str, &Ente)> = enti.map(|ente| (ente.codice.as_str(), ente)).collect();
    one_of("ente", &enti, named)
}

/// The ciclo named by its code or by a year, else the last one.
fn ciclo<'a>(ente: &'a Ente, named: Option<&str>) -> Result<&'a Ciclo, Failure> {
    let mut cicli: Vec<(&str, &Ciclo)> = ente
        .cicli
        .iter()
        .map(|ciclo| (ciclo.codice.as_str(), ciclo))
        .collect();
    cicli.sort_by_key(|(_, ciclo)| ciclo.anni.al());
    let anno = named.and_then(|named| named.parse().ok());
    let found = match (named, anno) {
        (None, _) => cicli.last(),
        (Some(named), anno) => {
            let by_code = cicli.iter().find(|(codice, _)| *codice == named);
            by_code.or_else(|| {
                let mut cicli = cicli.iter();
                cicli.find(|(_, ciclo)| anno.is_some_and(|anno| ciclo.anni.contiene(anno)))
            })
        }
    };
    match found {
        Some((_, ciclo)) => Ok(ciclo),
        None => one_of("anno", &cicli, named),
    }
}

/// The ente and the ciclo that a workbook says it is of.
fn di_chi<'a>(di: &Di, verdetto: &'a Verdetto) -> Option<(&'a Ente, &'a Ciclo)> {
    let ente = verdetto
        .enti
        .iter()
        .find(|ente| ente.codice.as_str() == di.ente)?;
    let ciclo = ente
        .cicli
        .iter()
        .find(|ciclo| ciclo.codice.as_str() == di.ciclo)?;
    let suo = ciclo
        .settori
        .iter()
        .any(|settore| settore.codice.as_str() == di.settore);
    (suo || di.settore == STRUTTURA).then_some((ente, ciclo))
}

fn estraneo(di: &Di, folder: &Path) -> Difetto {
    Difetto {
        gravita: Gravita::Errore,
        codice: None,
        dove: None,
        messaggio: format!(
            "il foglio è di «{}», {}, settore «{}», che in {} non c'è o ha errori",
            di.ente,
            di.ciclo,
            di.settore,
            folder.display()
        ),
        rimedio:
            "controllare che sia il foglio giusto, e la cartella dei contenuti con «griglia check»"
                .to_owned(),
    }
}

fn modulo(ente: &Ente, ciclo: &Ciclo, di: &Di, scritti: &Scritti) -> Modulo {
    let mut settori = ciclo.settori.iter();
    let settore = settori.find(|settore| settore.codice.as_str() == di.settore);
    Modulo::nuovo(ente, ciclo, settore, scritti)
}

/// The results of a ciclo as they are written.
fn scritti(folder: &Path, content: &Content, di: &Di) -> Scritti {
    let cartella = format!("{}/{}/{}/risultati", name(folder), di.ente, di.ciclo);
    let dentro = format!("{cartella}/");
    let file = content.sources.iter();
    let file = file.filter(|file| file.path.starts_with(&dentro));
    Scritti {
        file: file
            .filter_map(|file| FileRisultati::nuovo(file.path.clone(), file.text.clone()))
            .collect(),
        cartella,
    }
}

/// The bytes of a file that is not too large to be a workbook.
fn read(path: &Path) -> Result<Result<Vec<u8>, Difetto>, Failure> {
    let failure = |error| Failure::Workbook {
        path: path.to_owned(),
        error,
    };
    let data = fs::metadata(path).map_err(failure)?;
    if data.is_dir() {
        return Err(failure(io::ErrorKind::IsADirectory.into()));
    }
    if data.len() > lettura::MASSIMO {
        return Ok(Err(Difetto {
            gravita: Gravita::Errore,
            codice: None,
            dove: None,
            messaggio: format!(
                "il file è di {}, molto più di una raccolta di risultati: non viene letto",
                crate::lingua::italiano::dimensione(data.len())
            ),
            rimedio: "indicare il foglio esportato con «griglia esporta raccolta»".to_owned(),
        }));
    }
    fs::read(path).map(Ok).map_err(failure)
}

/// Reads again what was written, and says it.
fn afterwards(folder: &Path, nuovi: &[Nuovo]) -> Result<Outcome, Failure> {
    let (content, verdetto) = check::inspect(folder, None)?;
    for nuovo in nuovi {
        let read = content.sources.iter().find(|file| file.path == nuovo.file);
        if read.is_none_or(|read| read.text != nuovo.dopo) {
            return Err(Failure::Answer {
                what: format!(
                    "{} non è come è stato scritto: controllare il disco",
                    nuovo.file
                ),
            });
        }
        terminal::say(format!(
            "Scritto {}: {}.",
            nuovo.file,
            quanti(nuovo.quanti, "valore", "valori")
        ));
    }
    let of_them = verdetto.problemi.iter().filter(|problema| {
        let file = problema
            .luogo
            .as_ref()
            .and_then(|luogo| content.sources.file(luogo.file));
        file.is_some_and(|file| nuovi.iter().any(|nuovo| nuovo.file == file.path))
    });
    Ok(Outcome::of(of_them))
}
