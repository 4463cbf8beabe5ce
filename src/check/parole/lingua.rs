//! G126–G129: the language of pages and PDFs, and its words.

use super::{Parole, forse};
use crate::check::lingua::GenereLingua;
use crate::check::quanti;

pub(super) fn parole(genere: &GenereLingua) -> Parole {
    match genere {
        GenereLingua::NonPrevista { scritta, previste } => {
            let ci_sono = match previste.as_slice() {
                [] => String::new(),
                nomi => format!("le lingue che ci sono: {}; ", nomi.join(", ")),
            };
            Parole::new(
                format!("della lingua «{scritta}» non ci sono le parole"),
                "lingua senza parole",
                format!(
                    "{}{ci_sono}un'altra si aggiunge scrivendo le sue parole in un file themes/italia/lingua/ con la sigla della lingua per nome: per esempio de.yaml per lingua: de",
                    forse(scritta, previste)
                ),
            )
        }
        GenereLingua::PostoSconosciuto { posto, noti } => Parole::new(
            format!("«{{{posto}}}» non è un posto che questa parola abbia"),
            "posto sconosciuto",
            match noti.as_slice() {
                [] => "togliere le parentesi graffe: qui la pagina non mette niente".to_owned(),
                noti => format!(
                    "{}i posti sono quelli della parola italiana: {}",
                    forse(posto, noti),
                    elenco(noti)
                ),
            },
        ),
        GenereLingua::PostoMancante { posti, italiano } => Parole::new(
            format!("manca il posto {}", elenco(posti)),
            "qui la pagina perderebbe un valore",
            format!("scriverlo dove va in questa lingua; l'italiano è «{italiano}»"),
        ),
        GenereLingua::ParoleMancanti { lingua, quante } => Parole::new(
            format!(
                "nella lingua «{lingua}» {}: resta l'italiano",
                if *quante == 1 {
                    "manca 1 parola".to_owned()
                } else {
                    format!("mancano {}", quanti(*quante, "parola", "parole"))
                }
            ),
            "traduzione incompleta",
            format!(
                "aggiungerle in themes/italia/lingua/{lingua}.yaml: quali sono lo dice lingua/it.yaml del tema del programma"
            ),
        ),
    }
}

/// Places as they are written: `{anno}`, or `[…]`.
fn elenco(posti: &[String]) -> String {
    let posti = posti.iter().map(|posto| match posto.as_str() {
        "[…]" => "[…]".to_owned(),
        posto => format!("{{{posto}}}"),
    });
    posti.collect::<Vec<_>>().join(", ")
}
