//! What was validated of the planning above the objectives, as a table.

use super::{Cella, Contenuto, GenereColonna, Riga, Tabella, cifra, testa};
use crate::lingua;
use crate::model::Ciclo;
use crate::parole::Parole;

/// What was validated of the planning above the objectives; `None` where nothing was.
#[must_use]
pub fn programmazione(ciclo: &Ciclo, parole: &Parole) -> Option<Tabella> {
    let valutati = ciclo.programmazione.iter();
    let valutati = valutati.filter(|nodo| nodo.risultato.is_some() || nodo.nota.is_some());
    let righe: Vec<Riga> = valutati
        .map(|nodo| {
            let livello = lingua::iniziale_maiuscola(&nodo.livello);
            let nota = nodo.nota.as_deref();
            let nota = nota.map(|nota| lingua::iniziale_maiuscola(&lingua::frase(nota)));
            let mut detto = vec![format!("{livello} {}: {}", nodo.codice, nodo.titolo)];
            detto.extend(nota);
            let nodo_suo = Cella {
                contenuto: Contenuto::Testo(detto.join(". ")),
                genere: GenereColonna::Soggetto,
                righe: 1,
            };
            let esito = lingua::giudizio(nodo.risultato, &ciclo.regole, parole);
            Riga {
                celle: vec![nodo_suo, cifra(esito)],
            }
        })
        .collect();
    (!righe.is_empty()).then(|| Tabella {
        titolo: parole.griglia.della_programmazione.to_string(),
        colonne: vec![
            testa(&parole.griglia.programmazione, GenereColonna::Soggetto),
            testa(&parole.griglia.risultato, GenereColonna::Cifra),
        ],
        righe,
        totali: Vec::new(),
    })
}
