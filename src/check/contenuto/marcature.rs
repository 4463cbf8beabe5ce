//! Marks of HTML and Markdown in YAML: cards are plain text, readers would see the marks.

use std::ops::Range;

use super::{Brano, GenereBrano, GenereContenuto, Trovato};

/// The tags that people type or paste.
const ELEMENTI: [&str; 22] = [
    "a", "b", "br", "div", "em", "font", "h1", "h2", "h3", "h4", "i", "img", "li", "ol", "p",
    "span", "strong", "sub", "sup", "table", "u", "ul",
];

/// The first mark of a piece of a card.
pub(super) fn check(brano: &Brano<'_>) -> Option<Trovato> {
    if brano.genere != GenereBrano::Yaml {
        return None;
    }
    let testo = brano.testo;
    let trovato = elemento(testo)
        .or_else(|| neretto(testo))
        .or_else(|| collegamento(testo))?;
    let scritto = testo.get(trovato.clone())?.to_owned();
    Some((trovato, GenereContenuto::Marcatura { scritto }))
}

/// `<b>`, `</p>`, `<br/>`.
fn elemento(testo: &str) -> Option<Range<usize>> {
    testo.match_indices('<').find_map(|(inizio, _)| {
        let dentro = testo.get(inizio + 1..)?;
        let fine = dentro.find(['<', '>', '\n'])?;
        let (dentro, dopo) = dentro.split_at_checked(fine)?;
        let nudo = dentro.trim_start_matches('/');
        let (nome, resto) = nudo.split_at(
            nudo.find(|c: char| !c.is_ascii_alphanumeric())
                .unwrap_or(nudo.len()),
        );
        // `a<b e c>d` is arithmetic.
        let intero = resto.trim_matches([' ', '/']).is_empty() || resto.contains('=');
        let elemento = intero && ELEMENTI.contains(&nome.to_lowercase().as_str());
        (elemento && dopo.starts_with('>')).then(|| inizio..inizio + dentro.len() + 2)
    })
}

/// `**forte**` on one line.
fn neretto(testo: &str) -> Option<Range<usize>> {
    testo.match_indices("**").find_map(|(inizio, _)| {
        let dentro = testo.get(inizio + 2..)?;
        let fine = dentro.find("**")?;
        let parole = dentro.get(..fine)?;
        let vere = parole.starts_with(char::is_alphanumeric) && !parole.contains('\n');
        vere.then(|| inizio..inizio + 4 + fine)
    })
}

/// `[parole](https://…)`.
fn collegamento(testo: &str) -> Option<Range<usize>> {
    let mezzo = testo.find("](http")?;
    let inizio = testo.get(..mezzo)?.rfind('[')?;
    let fine = testo.get(mezzo..)?.find(')')?;
    Some(inizio..mezzo + fine + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trovata(testo: &str) -> Option<String> {
        let brano = Brano {
            testo,
            inizio: 0,
            genere: GenereBrano::Yaml,
        };
        match check(&brano)? {
            (_, GenereContenuto::Marcatura { scritto }) => Some(scritto),
            _ => None,
        }
    }

    #[test]
    fn marks_are_told_from_signs() {
        for (testo, segno) in [
            ("d: Una <b>frase</b>", "<b>"),
            ("d: a capo<br/>qui", "<br/>"),
            ("d: <a href=\"x\">qui</a>", "<a href=\"x\">"),
            ("d: molto **forte** qui", "**forte**"),
            (
                "d: si veda [il sito](https://esempio.it/a) per",
                "[il sito](https://esempio.it/a)",
            ),
        ] {
            assert_eq!(trovata(testo).as_deref(), Some(segno));
        }
        for testo in [
            "d: spesa < 100 e > 50",
            "d: a<b e c>d",
            "d: <nome>",
            "d: 2 ** 3 ** 4",
            "d: nota (*) e (**)",
            "d: [1] (http)",
        ] {
            assert_eq!(trovata(testo), None, "{testo}");
        }
    }
}
