//! Words as YAML: plain where they read back the same, else between quotes, else in a block.

use std::fmt::Write as _;

use crate::source::node::NodeKind;
use crate::source::tree_of;

/// A line longer than this becomes a folded block.
const LARGHEZZA: usize = 100;

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stile {
    /// As is best.
    Libero,
    /// Between brackets: on one line, and commas mean something.
    FraParentesi,
    /// `'…'`, as it was.
    Apici,
    /// `"…"`, as it was.
    Virgolette,
    /// `>`, as it was.
    Piegato,
    /// `|`, as it was.
    Letterale,
}

/// A value in the words of YAML, as it stands after the colon of a key and a space; the lines after the first
/// are indented by `rientro`, and the first begins in column `colonna`.
pub(super) fn scrivi(valore: &str, stile: Stile, rientro: usize, colonna: usize) -> String {
    let valore = valore.trim();
    let righe = valore.contains('\n');
    let lungo = colonna + valore.chars().count() > LARGHEZZA;
    match stile {
        Stile::FraParentesi if righe => virgolette(valore),
        Stile::FraParentesi => semplice(valore, |testo| format!("a: {{ b: {testo} }}\n"))
            .unwrap_or_else(|| apici(valore)),
        Stile::Apici if !righe => apici(valore),
        Stile::Virgolette => virgolette(valore),
        Stile::Letterale => letterale(valore, rientro),
        Stile::Piegato => piegato(valore, rientro).unwrap_or_else(|| letterale(valore, rientro)),
        _ if righe || (lungo && valore.contains(' ')) => {
            piegato(valore, rientro).unwrap_or_else(|| letterale(valore, rientro))
        }
        _ => semplice(valore, |testo| format!("a: {testo}\n")).unwrap_or_else(|| apici(valore)),
    }
}

/// The words as they are, where they read back the same in a context.
fn semplice(valore: &str, contesto: impl Fn(&str) -> String) -> Option<String> {
    let letto = tree_of(&contesto(valore))?;
    let mut nodo = &letto;
    while let NodeKind::Mapping(voci) = &nodo.kind {
        let [(_, dentro)] = voci.as_slice() else {
            return None;
        };
        nodo = dentro;
    }
    // Quotes, anchors and tags of the words themselves would be taken for YAML's.
    let sue = valore.starts_with(['"', '\'', '&', '*', '!', '|', '>', '{', '[']);
    let uguali = matches!(&nodo.kind, NodeKind::Scalar(testo) if testo == valore);
    (uguali && !sue).then(|| valore.to_owned())
}

fn apici(valore: &str) -> String {
    if valore.chars().any(char::is_control) {
        return virgolette(valore);
    }
    format!("'{}'", valore.replace('\'', "''"))
}

fn virgolette(valore: &str) -> String {
    let mut scritto = String::from("\"");
    for carattere in valore.chars() {
        match carattere {
            '"' => scritto.push_str("\\\""),
            '\\' => scritto.push_str("\\\\"),
            '\n' => scritto.push_str("\\n"),
            altro => scritto.push(altro),
        }
    }
    scritto.push('"');
    scritto
}

/// A folded block: lines of a readable length, an empty one between paragraphs. `None` where a line ends
/// without a paragraph ending.
fn piegato(valore: &str, rientro: usize) -> Option<String> {
    let mut scritto = String::from(">-");
    let margine = " ".repeat(rientro);
    for (numero, paragrafo) in valore.split("\n\n").enumerate() {
        // Two spaces would be one, and a line that begins with one is not folded.
        if paragrafo.contains(['\n', '\t']) || paragrafo.contains("  ") || paragrafo.is_empty() {
            return None;
        }
        if paragrafo.starts_with(' ') || paragrafo.ends_with(' ') {
            return None;
        }
        if numero > 0 {
            scritto.push('\n');
        }
        let mut riga = String::new();
        for parola in paragrafo.split(' ') {
            if !riga.is_empty()
                && rientro + riga.chars().count() + parola.chars().count() >= LARGHEZZA
            {
                let _ = write!(scritto, "\n{margine}{riga}");
                riga.clear();
            }
            if !riga.is_empty() {
                riga.push(' ');
            }
            riga.push_str(parola);
        }
        let _ = write!(scritto, "\n{margine}{riga}");
    }
    Some(scritto)
}

fn letterale(valore: &str, rientro: usize) -> String {
    let margine = " ".repeat(rientro);
    let mut scritto = String::from("|-");
    for riga in valore.split('\n') {
        scritto.push('\n');
        if !riga.trim().is_empty() {
            scritto.push_str(&margine);
            scritto.push_str(riga.trim_end());
        }
    }
    scritto
}
