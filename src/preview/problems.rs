//! The page that tells what is wrong in the content: file by file, with the line and what to do.

use std::fmt::Write as _;
use std::ops::Range;

use crate::check::{Gravita, Problema, conteggio, parole};
use crate::source::{FileId, Place, Sources};

/// The page when nothing is wrong.
pub(super) const NONE: &str = "<!DOCTYPE html>\n<html lang=\"it\"><head><meta charset=\"utf-8\"><title>Nessun problema</title><link rel=\"stylesheet\" href=\"/_griglia/anteprima.css\"></head><body><main class=\"griglia-problemi\"><h1>Nessun problema nei contenuti</h1><p><a href=\"/\">Al sito</a></p></main></body></html>\n";

/// How many bytes of a line are shown on each side of a place.
const REACH: usize = 1000;

/// The page of some problems.
pub(super) fn page(problemi: &[Problema], sources: &Sources) -> String {
    let count = conteggio(problemi).unwrap_or_default();
    let mut body = format!("<h1>{count} nei contenuti</h1>");
    let errors = problemi
        .iter()
        .any(|problema| problema.genere.gravita() == Gravita::Errore);
    body.push_str(if errors {
        "<p>Il sito torna appena gli errori sono corretti: questa pagina si aggiorna da sé.</p>"
    } else {
        "<p>Il sito si può pubblicare; questi punti meritano un’occhiata. <a href=\"/\">Al sito</a></p>"
    });
    let mut file: Option<Option<FileId>> = None;
    for problema in problemi {
        let own = problema.luogo.as_ref().map(|luogo| luogo.file);
        if file != Some(own) {
            if file.is_some() {
                body.push_str("</ol>");
            }
            let name = own.and_then(|own| sources.file(own));
            let name = name.map_or("La cartella dei contenuti", |file| file.path.as_str());
            let _ = write!(body, "<h2>{}</h2><ol>", escaped(name));
            file = Some(own);
        }
        one(&mut body, problema, sources);
    }
    if file.is_some() {
        body.push_str("</ol>");
    }
    frame(&format!("{count} nei contenuti"), &body)
}

fn one(body: &mut String, problema: &Problema, sources: &Sources) {
    let words = parole(problema);
    let kind = match problema.genere.gravita() {
        Gravita::Errore => "errore",
        Gravita::Avviso => "avviso",
        Gravita::Nota => "nota",
    };
    let _ = write!(
        body,
        "<li class=\"{kind}\"><p><strong>{kind} {}</strong>: {}</p>",
        problema.genere.codice(),
        escaped(&words.messaggio)
    );
    if let Some(luogo) = &problema.luogo {
        place(body, luogo, &words.etichetta, sources);
    }
    for (altro, nota) in &words.altri {
        place(body, altro, nota, sources);
    }
    if !words.rimedio.is_empty() {
        let _ = write!(body, "<p>Rimedio: {}</p>", escaped(&words.rimedio));
    }
    body.push_str("</li>");
}

/// Line and column, the line itself, and what stands there.
fn place(body: &mut String, place: &Place, nota: &str, sources: &Sources) {
    let Some(file) = sources.file(place.file) else {
        return;
    };
    let (row, column) = file.line_and_column(place.span.start);
    let _ = write!(
        body,
        "<p class=\"luogo\">{}, riga {row}, colonna {column}",
        escaped(&file.path)
    );
    if !nota.is_empty() {
        let _ = write!(body, ": {}", escaped(nota));
    }
    body.push_str("</p>");
    let start = place.span.start;
    let around = file.lines_around(start..start, REACH);
    let line = file.text.get(around.clone());
    let line = line.map(|line| line.trim_end_matches(['\n', '\r']));
    if let Some(line) = line.filter(|line| !line.trim().is_empty()) {
        let there = place.span.start.saturating_sub(around.start)
            ..place.span.end.saturating_sub(around.start);
        let (before, there, after) = cut(line, there);
        let _ = write!(
            body,
            "<pre>{}<mark>{}</mark>{}</pre>",
            escaped(before),
            escaped(there),
            escaped(after)
        );
    }
}

/// A line before, at and after some of its bytes; of none, at the character that follows.
fn cut(line: &str, there: Range<usize>) -> (&str, &str, &str) {
    let (before, rest) = line.split_at_checked(there.start).unwrap_or((line, ""));
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let long = there.len().max(first).min(rest.len());
    let (there, after) = rest.split_at_checked(long).unwrap_or((rest, ""));
    (before, there, after)
}

/// The page of an address where nothing stands.
pub(super) fn missing(path: &str) -> String {
    let body = format!(
        "<h1>Qui non c’è niente</h1><p>L’indirizzo «{}» non è di una pagina del sito. <a href=\"/\">Alla prima pagina</a></p>",
        escaped(path)
    );
    frame("Pagina che non c’è", &body)
}

fn frame(title: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"it\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{}</title><link rel=\"stylesheet\" href=\"/_griglia/anteprima.css\"></head><body><main class=\"griglia-problemi\">{body}</main></body></html>\n",
        escaped(title)
    )
}

fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}
