//! Links that say where they lead, sentences that can be followed.

use std::ops::Range;

use super::{Brano, GenereBrano, GenereContenuto, Trovato};

/// As many words as a sentence may have.
const PAROLE: usize = 40;
/// Words that say nothing of where a link leads.
const VAGHE: [&str; 16] = [
    "qui",
    "clicca qui",
    "cliccare qui",
    "cliccando qui",
    "fai clic qui",
    "link",
    "questo link",
    "a questo link",
    "al link",
    "leggi",
    "leggi tutto",
    "vai",
    "vai al link",
    "scarica",
    "apri",
    "pagina",
];

pub(super) fn check(brano: &Brano<'_>) -> Vec<Trovato> {
    if brano.genere != GenereBrano::Prosa {
        return Vec::new();
    }
    let vaghi = collegamenti(brano.testo).filter_map(|span| {
        let parole = brano.testo.get(span.clone())?.trim().to_owned();
        let nude = parole
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        VAGHE
            .contains(&nude.as_str())
            .then_some((span, GenereContenuto::CollegamentoVago { parole }))
    });
    let lunghe = frasi(brano.testo)
        .into_iter()
        .filter_map(|(inizio, frase)| {
            let parole = quante(frase);
            let first = frase.split_whitespace().next().map_or(0, str::len);
            (parole > PAROLE).then_some((
                inizio..inizio + first,
                GenereContenuto::FraseLunga { parole },
            ))
        });
    vaghi.chain(lunghe).collect()
}

/// Words, addresses of links left out.
fn quante(frase: &str) -> usize {
    let words = frase.split_whitespace();
    words
        .filter(|word| word.chars().any(char::is_alphabetic))
        .count()
}

/// The words of each link: `[words](address)`.
fn collegamenti(testo: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    // A bracket opens one link: what has been looked through is not looked through again.
    let mut seen = 0;
    testo.match_indices("](").filter_map(move |(end, _)| {
        let from = std::mem::replace(&mut seen, end);
        let start = from + testo.get(from..end)?.rfind('[')? + 1;
        let picture = testo.get(..start - 1)?.ends_with('!');
        (!picture).then_some(start..end)
    })
}

/// The sentences of a text, each with its first byte: they end with a full stop, a question or exclamation
/// mark, a colon or a semicolon before a space. A full stop after an abbreviation does not end one.
pub(super) fn frasi(testo: &str) -> Vec<(usize, &str)> {
    let mut frasi = Vec::new();
    let mut inizio = 0;
    // The word that a full stop would stand after, and whether it has one already: *G.C*.
    let (mut parola, mut puntata) = (0, false);
    for (at, c) in testo.char_indices() {
        let end = at + c.len_utf8();
        let stops = match c {
            '?' | '!' | ';' | ':' => true,
            '.' => {
                let before = std::mem::replace(&mut puntata, true);
                !before && !abbrevia(testo.get(parola..at).unwrap_or_default())
            }
            _ => false,
        };
        let after = testo.get(end..).unwrap_or_default();
        let closes = after.is_empty() || after.starts_with([' ', '\n', '\r', '»', '"', ')']);
        if stops && closes {
            spingi(&mut frasi, testo, inizio..end);
            inizio = end;
        }
        if c.is_whitespace() || c == '(' || inizio == end {
            (parola, puntata) = (end, false);
        }
    }
    spingi(&mut frasi, testo, inizio..testo.len());
    frasi
}

fn spingi<'a>(frasi: &mut Vec<(usize, &'a str)>, testo: &'a str, range: Range<usize>) {
    let Some(frase) = testo.get(range.clone()) else {
        return;
    };
    let blank = frase.len() - frase.trim_start().len();
    if !frase.trim().is_empty() {
        frasi.push((range.start + blank, frase.trim()));
    }
}

/// Whether a word without full stops is a short form: *n*, *art*, *sig*.
fn abbrevia(parola: &str) -> bool {
    parola.chars().take(2).count() == 1
        || matches!(
            parola.to_lowercase().as_str(),
            "art"
                | "artt"
                | "nn"
                | "sig"
                | "sigg"
                | "dott"
                | "pag"
                | "pp"
                | "co"
                | "lett"
                | "cap"
                | "geom"
                | "arch"
                | "ing"
                | "avv"
                | "prof"
                | "rag"
                | "es"
                | "ecc"
                | "tel"
                | "cfr"
                | "delib"
                | "det"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codici(testo: &str) -> Vec<&'static str> {
        let brano = Brano {
            testo,
            inizio: 0,
            genere: GenereBrano::Prosa,
        };
        check(&brano)
            .iter()
            .map(|(_, genere)| genere.codice())
            .collect()
    }

    #[test]
    fn links_must_say_where_they_lead() {
        assert_eq!(
            codici("Per saperne di più, [clicca qui](https://a.it)."),
            ["G144"]
        );
        assert_eq!(codici("Il testo è [**qui**](a.html)"), ["G144"]);
        assert!(codici("Il testo della [legge 104](https://a.it), qui.").is_empty());
        assert!(codici("![qui](figura.png)").is_empty());
    }

    #[test]
    fn long_sentences_are_noted_and_short_forms_do_not_end_one() {
        let long = "parola ".repeat(41);
        assert_eq!(codici(&format!("{long}.")), ["G145"]);
        let parted = format!("{}. {}.", "parola ".repeat(30), "parola ".repeat(30));
        assert!(codici(&parted).is_empty());
        let joined = format!("{} art. 5 {}.", "parola ".repeat(25), "parola ".repeat(25));
        assert_eq!(codici(&joined), ["G145"]);
    }
}
