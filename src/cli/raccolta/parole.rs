//! What an import says: what is wrong with a workbook, what changes, whether to go on.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Group, Level, Origin, Renderer};

use crate::check::Gravita;
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::report::quanti;
use crate::cli::terminal;
use crate::raccolta::difetto::Difetto;
use crate::raccolta::esame::{self, Cambio};
use crate::raccolta::modulo::Modulo;
use crate::raccolta::scrittura::Nuovo;

/// Says what is wrong; nothing is written.
pub(super) fn refuse(path: &Path, difetti: &[Difetto]) -> Outcome {
    show(path, difetti);
    terminal::warn(format!(
        "{}: non è stato scritto niente.",
        quanti(
            difetti
                .iter()
                .filter(|d| d.gravita == Gravita::Errore)
                .count(),
            "errore",
            "errori"
        )
    ));
    Outcome::Problems
}

pub(super) fn show(path: &Path, difetti: &[Difetto]) {
    let renderer = Renderer::styled().decor_style(DecorStyle::Unicode);
    let file = path.display().to_string();
    for difetto in difetti {
        let level = match difetto.gravita {
            Gravita::Errore => Level::ERROR.with_name("errore"),
            Gravita::Avviso => Level::WARNING.with_name("avviso"),
            Gravita::Nota => Level::NOTE.with_name("nota"),
        };
        let title = level.primary_title(difetto.messaggio.as_str());
        let title = match difetto.codice {
            Some(codice) => title.id(codice),
            None => title,
        };
        let place = match &difetto.dove {
            Some(dove) => format!("{file}, {dove}"),
            None => file.clone(),
        };
        let mut group = Group::with_title(title).element(Origin::path(place));
        if !difetto.rimedio.is_empty() {
            group = group.element(
                Level::HELP
                    .with_name("rimedio")
                    .message(difetto.rimedio.as_str()),
            );
        }
        terminal::warn(renderer.render(&[group]) + "\n");
    }
}

/// What changes, objective by objective.
pub(super) fn table(modulo: &Modulo, cambi: &[Cambio]) -> String {
    let mut righe = vec![format!(
        "{}, {}: {}",
        modulo.nome,
        modulo.di.ciclo,
        quanti(cambi.len(), "valore cambia", "valori cambiano")
    )];
    let mut codici: Vec<&str> = Vec::new();
    for cambio in cambi {
        if !codici.contains(&cambio.obiettivo.as_str()) {
            codici.push(&cambio.obiettivo);
        }
    }
    for codice in codici {
        righe.push(format!("\n  {codice}"));
        for cambio in cambi.iter().filter(|cambio| cambio.obiettivo == codice) {
            let prima = cambio
                .prima
                .as_deref()
                .map_or_else(|| "niente".to_owned(), esame::breve);
            let dopo = esame::breve(&cambio.cambiamento.valore);
            righe.push(format!("    {}: {prima} → {dopo}", cambio.che_cosa));
        }
    }
    righe.push(String::new());
    righe.join("\n")
}

/// Asks, where somebody can answer.
pub(super) fn agreed(nuovi: &[Nuovo]) -> Result<bool, Failure> {
    let file: Vec<&str> = nuovi.iter().map(|nuovo| nuovo.file.as_str()).collect();
    if !io::stdin().is_terminal() {
        return Err(Failure::Answer {
            what: format!(
                "manca una risposta: scrivere in {}? Si può dare con --si; con --prova si guarda soltanto",
                file.join(", ")
            ),
        });
    }
    let _ = write!(
        anstream::stdout(),
        "Scrivere in {}? [s/N] ",
        file.join(", ")
    );
    let _ = anstream::stdout().flush();
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line);
    let line = line.trim().to_lowercase();
    Ok(read.is_ok() && ["s", "si", "sì"].contains(&line.as_str()))
}
