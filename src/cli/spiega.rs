//! `griglia spiega`.

use clap::builder::styling::{AnsiColor, Style};

use super::outcome::{Failure, Outcome};
use super::{args, terminal};
use crate::check::spiegazione::{self, Esempio, Spiegazione};

const NERETTO: Style = Style::new().bold();

pub(super) fn run(args: &args::Spiega) -> Result<Outcome, Failure> {
    match &args.codice {
        None => terminal::say(elenco(spiegazione::spiegazioni())),
        Some(scritto) => match spiegazione::spiegazione(scritto) {
            Some(spiegazione) => terminal::say(una(&spiegazione)),
            None => return con_le_parole(scritto),
        },
    }
    Ok(Outcome::Fine)
}

/// The rules that speak of a word.
fn con_le_parole(scritto: &str) -> Result<Outcome, Failure> {
    let parola = scritto.to_lowercase();
    let trovate: Vec<Spiegazione> = spiegazione::spiegazioni()
        .filter(|voce| {
            let testi = [voce.titolo, voce.perche];
            testi
                .iter()
                .any(|testo| testo.to_lowercase().contains(&parola))
        })
        .collect();
    if trovate.is_empty() || parola.contains(char::is_numeric) {
        return Err(sconosciuto(scritto));
    }
    terminal::say(elenco(trovate.into_iter()));
    Ok(Outcome::Fine)
}

/// Codes with their titles.
fn elenco(voci: impl Iterator<Item = Spiegazione>) -> String {
    let righe = voci.map(|Spiegazione { codice, titolo, .. }| {
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
            "nessuna regola ha il codice «{scritto}», né ne parla{forse}\n\nPer l'elenco delle regole: griglia spiega"
        ),
    }
}
