//! The pages of which there may be thousands: which there are, and in which order they are made.
//!
//! Owns neither what a page says nor where it goes.

use rayon::prelude::*;

use super::{SiteError, Sito, pages};
use crate::model::Ciclo;
use crate::publish::OutputFile;
use crate::score::RisultatoSettore;

/// A page that is still to be made.
pub(super) struct DaFare<'a> {
    mole: Mole,
    fai: Box<Fai<'a>>,
}

/// What makes a page.
type Fai<'a> = dyn Fn(&Sito<'_>) -> Result<OutputFile, SiteError> + Send + Sync + 'a;

/// How long a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mole {
    /// Many of them fit in memory.
    Corta,
    /// As long as a plan of more than [`MOLTI`] objectives: one at a time.
    Lunga,
}

/// The most objectives of a plan whose pages are made beside others.
const MOLTI: usize = 400;

impl Mole {
    /// Of a page that says something of each objective.
    const fn di(ciclo: &Ciclo) -> Self {
        if ciclo.obiettivi.len() > MOLTI {
            Self::Lunga
        } else {
            Self::Corta
        }
    }
}

impl<'a> DaFare<'a> {
    fn new(
        mole: Mole,
        fai: impl Fn(&Sito<'_>) -> Result<OutputFile, SiteError> + Send + Sync + 'a,
    ) -> Self {
        let fai = Box::new(fai);
        Self { mole, fai }
    }
}

/// Makes the pages, the long ones first; returns their paths in the order in which they came.
pub(super) fn fatte<E: From<SiteError> + Send>(
    pagine: &[DaFare<'_>],
    sito: &Sito<'_>,
    given: &(dyn Fn(OutputFile) -> Result<String, E> + Sync),
) -> Result<Vec<String>, E> {
    let fatta = |(index, pagina): (usize, &DaFare<'_>)| Ok((index, given((pagina.fai)(sito)?)?));
    let (lunghe, corte): (Vec<_>, Vec<_>) = pagine
        .iter()
        .enumerate()
        .partition(|(_, pagina)| pagina.mole == Mole::Lunga);
    // Where the others are made: what the checks left in the memory of that thread serves again.
    let lunghe: Vec<(usize, String)> =
        rayon::scope(|_| lunghe.into_iter().map(fatta).collect::<Result<_, E>>())?;
    let corte: Vec<(usize, String)> = corte.into_par_iter().map(fatta).collect::<Result<_, E>>()?;
    let mut fatte = lunghe;
    fatte.extend(corte);
    fatte.sort_unstable_by_key(|(index, _)| *index);
    Ok(fatte.into_iter().map(|(_, path)| path).collect())
}

/// The pages of which there may be thousands, in the order of the map of the site.
pub(super) fn pagine<'a>(
    risultati: &'a [(&'a Ciclo, Vec<RisultatoSettore<'a>>)],
) -> Vec<DaFare<'a>> {
    let mut pagine = vec![DaFare::new(Mole::Corta, pages::ente::render)];
    for (ciclo, risultati) in risultati {
        let ciclo: &Ciclo = ciclo;
        let mole = Mole::di(ciclo);
        pagine.push(DaFare::new(mole, move |sito| {
            pages::anno::render(sito, ciclo, risultati)
        }));
        for risultato in risultati {
            pagine.push(DaFare::new(mole, move |sito| {
                pages::settore::render(sito, ciclo, risultato)
            }));
        }
        for settore in &ciclo.settori {
            for ufficio in &settore.uffici {
                pagine.push(DaFare::new(mole, move |sito| {
                    pages::ufficio::render(sito, ciclo, settore, ufficio)
                }));
            }
        }
        let eliminati = ciclo.eliminati().into_iter().map(|(scheda, _)| scheda);
        for obiettivo in ciclo.obiettivi.iter().chain(eliminati) {
            pagine.push(DaFare::new(Mole::Corta, move |sito| {
                pages::obiettivo::render(sito, ciclo, obiettivo)
            }));
        }
        for modifica in &ciclo.modifiche {
            pagine.push(DaFare::new(mole, move |sito| {
                pages::modifica::render(sito, ciclo, modifica)
            }));
        }
        for versione in pages::piano::versioni(ciclo) {
            pagine.push(DaFare::new(mole, move |sito| {
                pages::piano::render(sito, ciclo, &versione)
            }));
        }
        if !ciclo.programmazione.is_empty() {
            pagine.push(DaFare::new(mole, move |sito| {
                pages::programmazione::render(sito, ciclo)
            }));
        }
    }
    pagine
}
