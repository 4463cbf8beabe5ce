//! `griglia spiega`.

use clap::builder::styling::{AnsiColor, Style};

use super::outcome::{Failure, Outcome};
use super::{args, terminal};
use crate::check::spiegazione::{self, Esempio, Spiegazione};

const NERETTO: Style = Style::new().bold();

pub(super) fn run(args: &args::Spiega) -> Result<Outcome, Failure> {
    match &args.codice {
        None => terminal::say(elenco()),
        Some(scritto) => match spiegazione::spiegazione(scritto) {
            Some(spiegazione) => terminal::say(una(&spiegazione)),
            None => return Err(sconosciuto(scritto)),
        },
    }
    Ok(Outcome::Fine)
}

/// Every code with its title.
fn elenco() -> String {
    let righe = spiegazione::spiegazioni().map(|Spiegazione { codice, titolo, .. }| {
        format!("{NERETTO}{codice}{NERETTO:#}  {titolo}")
    });
    righe.collect::<Vec<_>>().join("\n")
}

fn una(voce: &Spiegazione) -> String {
    let rosso = AnsiColor::Red.on_default().bold();
    let verde = AnsiColor::Green.on_default().bold();
    format!(
        "{NERETTO}{}: {}{NERETTO:#}\n\n{}\n\n{rosso}Sbagliato{rosso:#}\n\n{}\n\n{verde}Giusto{verde:#}\n\n{}",
        voce.codice,
        voce.titolo,
        a_capo(voce.perche),
        rientrato(voce.sbagliato),
        rientrato(voce.giusto),
    )
}

/// The widest line of a text.
const LARGHEZZA: usize = 80;

/// A text in lines that a terminal need not break inside a word.
fn a_capo(testo: &str) -> String {
    let mut righe = String::new();
    let mut usati = 0;
    for parola in testo.split_whitespace() {
        let lunga = parola.chars().count();
        if usati > 0 && usati + 1 + lunga > LARGHEZZA {
            righe.push('\n');
            usati = 0;
        } else if usati > 0 {
            righe.push(' ');
            usati += 1;
        }
        righe += parola;
        usati += lunga;
    }
    righe
}

fn rientrato(esempio: Esempio) -> String {
    let righe = esempio.righe.lines().map(|riga| {
        if riga.is_empty() {
            String::new()
        } else {
            format!("    {riga}")
        }
    });
    righe.collect::<Vec<_>>().join("\n")
}

fn sconosciuto(scritto: &str) -> Failure {
    let forse = spiegazione::vicino(scritto)
        .map_or_else(String::new, |codice| format!("; forse «{codice}»?"));
    Failure::Answer {
        what: format!(
            "nessuna regola ha il codice «{scritto}»{forse}\n\nPer l'elenco delle regole: griglia spiega"
        ),
    }
}
