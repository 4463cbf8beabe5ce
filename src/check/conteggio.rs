//! How many problems there are, in words: the same at a terminal and in the preview.

use super::problema::{Gravita, Problema};

/// How many of some problems have a severity.
#[must_use]
pub fn quante_volte<'a>(
    problemi: impl IntoIterator<Item = &'a Problema>,
    gravita: Gravita,
) -> usize {
    let of_it = |problema: &&Problema| problema.genere.gravita() == gravita;
    problemi.into_iter().filter(of_it).count()
}

/// How many problems there are: *2 errori, 1 avviso*.
#[must_use]
pub fn conteggio<'a>(
    problemi: impl IntoIterator<Item = &'a Problema, IntoIter: Clone>,
) -> Option<String> {
    let problemi = problemi.into_iter();
    let errori = quante_volte(problemi.clone(), Gravita::Errore);
    let avvisi = quante_volte(problemi.clone(), Gravita::Avviso);
    let note = quante_volte(problemi, Gravita::Nota);
    let parts: Vec<String> = [
        (errori, quanti(errori, "errore", "errori")),
        (avvisi, quanti(avvisi, "avviso", "avvisi")),
        (note, quanti(note, "nota", "note")),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, words)| words)
    .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A number with its noun: *1 errore*, *2 errori*.
#[must_use]
pub fn quanti(numero: usize, uno: &str, tanti: &str) -> String {
    format!("{numero} {}", if numero == 1 { uno } else { tanti })
}
