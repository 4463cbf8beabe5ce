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

/// How many problems there are of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Quanti {
    /// Errors.
    pub errori: usize,
    /// Warnings.
    pub avvisi: usize,
    /// Notes.
    pub note: usize,
}

impl Quanti {
    /// Of some problems.
    #[must_use]
    pub fn di<'a>(problemi: impl IntoIterator<Item = &'a Problema>) -> Self {
        let mut quanti = Self::default();
        for problema in problemi {
            match problema.genere.gravita() {
                Gravita::Errore => quanti.errori += 1,
                Gravita::Avviso => quanti.avvisi += 1,
                Gravita::Nota => quanti.note += 1,
            }
        }
        quanti
    }

    /// With those of others.
    #[must_use]
    pub const fn con(self, altri: Self) -> Self {
        Self {
            errori: self.errori + altri.errori,
            avvisi: self.avvisi + altri.avvisi,
            note: self.note + altri.note,
        }
    }

    /// In words, if there are any: *2 errori, 1 avviso*.
    #[must_use]
    pub fn parole(self) -> Option<String> {
        let parts: Vec<String> = [
            (self.errori, quanti(self.errori, "errore", "errori")),
            (self.avvisi, quanti(self.avvisi, "avviso", "avvisi")),
            (self.note, quanti(self.note, "nota", "note")),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, words)| words)
        .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// How many problems there are: *2 errori, 1 avviso*.
#[must_use]
pub fn conteggio<'a>(problemi: impl IntoIterator<Item = &'a Problema>) -> Option<String> {
    Quanti::di(problemi).parole()
}

/// A number with its noun: *1 errore*, *2 errori*.
#[must_use]
pub fn quanti(numero: usize, uno: &str, tanti: &str) -> String {
    format!("{numero} {}", if numero == 1 { uno } else { tanti })
}
