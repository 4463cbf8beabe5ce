//! Words for where an ente publishes.

use super::Parole;
use crate::check::pubblicazione::GenerePubblicazione;

pub(super) fn parole(genere: &GenerePubblicazione) -> Parole {
    match genere {
        GenerePubblicazione::Indirizzo { scritto } => Parole::new(
            format!("«{scritto}» non è l'indirizzo di una cartella sul web"),
            "indirizzo non valido",
            "scrivere per intero l'indirizzo della cartella dove si pubblica il sito, senza «?» e «#»: per esempio https://www.comune.esempio.it/performance",
        ),
        GenerePubblicazione::CodiceIpa { scritto } => Parole::new(
            format!("«{scritto}» non è un codice IPA"),
            "codice non valido",
            "copiare il codice dell'ente da indicepa.gov.it: per esempio c_a123",
        ),
        GenerePubblicazione::SenzaCodiceIpa => Parole::new(
            "manca il codice IPA dell'ente: senza, il catalogo dei dati aperti non si può scrivere",
            "il sito ha un indirizzo, ma nessun catalogo per dati.gov.it",
            "aggiungere codice_ipa, che si trova su indicepa.gov.it: per esempio codice_ipa: c_a123",
        ),
        GenerePubblicazione::AliasOccupato { alias, di } => Parole::new(
            format!("l'indirizzo «{alias}» è già della scheda «{di}»"),
            "indirizzo occupato",
            "togliere questo alias: chi segue il vecchio indirizzo arriverebbe a un'altra scheda",
        ),
    }
}
