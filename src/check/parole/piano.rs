//! Words for the rules on plans, their weights and their changes (G029–G038, G044–G046, G080–G085).

use rust_decimal::Decimal;

use super::{Parole, forse};
use crate::check::problema::{Genere, Riferimento};
use crate::lingua::{numero, percentuale, quanti};

pub(super) fn parole(genere: &Genere) -> Option<Parole> {
    valori(genere)
        .or_else(|| insieme(genere))
        .or_else(|| risultati(genere))
        .or_else(|| modifiche(genere))
}

fn valori(genere: &Genere) -> Option<Parole> {
    Some(match genere {
        Genere::PercentualeNonValida { scritto } => Parole::new(
            format!("«{scritto}» non è una percentuale fra 0% e 100%"),
            "percentuale non valida",
            "scrivere una percentuale: per esempio 60%",
        ),
        Genere::PuntiNonValidi { scritto } => Parole::new(
            format!("«{scritto}» non dice quanti punti e su quanti"),
            "punti non validi",
            "scrivere i punti ottenuti e il massimo: per esempio punti: 18 su 20",
        ),
        Genere::TotaleNonValido { scritto } => Parole::new(
            format!("«{scritto}» non può essere la somma dei pesi"),
            "totale non valido",
            "scrivere un numero maggiore di 0: per esempio totale: 100",
        ),
        Genere::AnniFuoriCiclo { scritto, anni } => Parole::new(
            format!("l'anno della scheda, {scritto}, non è fra quelli del ciclo, {anni}"),
            "anno fuori dal ciclo",
            "correggere l'anno della scheda, oppure quello del ciclo in ciclo.yaml",
        ),
        Genere::DueModi { una, altra } => Parole::new(
            format!("«{una}» e «{altra}» dicono la stessa cosa"),
            "detto due volte",
            format!("tenere una sola delle due voci, «{una}» oppure «{altra}»"),
        ),
        Genere::RiferimentoSconosciuto { a, scritto, noti } => {
            let (che_cosa, dove) = match a {
                Riferimento::Ufficio => ("l'ufficio", "fra gli «uffici» del settore in ciclo.yaml"),
                Riferimento::Obiettivo => ("l'obiettivo", "fra le schede di questo ciclo"),
                Riferimento::Precedente => (
                    "la scheda da cui si continua",
                    "fra quelle del ciclo; di un altro ciclo si scrive anche la cartella: per esempio 2022/FIN-01",
                ),
                Riferimento::Programma => ("il codice", "nella «programmazione» di ciclo.yaml"),
            };
            Parole::new(
                format!("{che_cosa} «{scritto}» non si trova"),
                "riferimento sconosciuto",
                format!("{}cercarlo {dove}", forse(scritto, noti)),
            )
        }
        _ => return None,
    })
}

fn insieme(genere: &Genere) -> Option<Parole> {
    Some(match genere {
        Genere::PesiNonTornano {
            di,
            parti,
            somma,
            totale,
            dopo,
        } => {
            let dopo = dopo.as_ref();
            let dopo = dopo.map_or_else(String::new, |atto| format!(", dopo la modifica {atto},"));
            let parti: Vec<String> = parti
                .iter()
                .map(|(peso, di)| format!("{} {di}", numero(*peso)))
                .collect();
            let etichetta = if parti.is_empty() {
                format!("somma {}", numero(*somma))
            } else {
                parti.join(" + ")
            };
            Parole::new(
                format!(
                    "i pesi {di}{dopo} sommano a {} e non a {}",
                    numero(*somma),
                    numero(*totale)
                ),
                etichetta,
                rimedio_pesi(*somma, *totale),
            )
        }
        Genere::QuoteNonCento { somma } => Parole::new(
            format!("le quote dell'obiettivo sommano a {}% e non a 100%", numero(*somma)),
            "quote",
            "correggere le quote; senza scriverle, sono uguali fra loro",
        ),
        Genere::NumeroRipetuto {
            numero,
            altro,
            primo,
        } => Parole::new(
            format!("il numero {numero} è già dell'obiettivo «{altro}»"),
            "numero usato di nuovo",
            "se l'atto ha davvero due obiettivi con questo numero va bene così: li distingue il codice",
        )
        .e_qui(primo, "usato la prima volta qui"),
        Genere::SegnalazioneSenzaRiscontro { scritto } => Parole::new(
            format!("la scheda non contiene «{scritto}»"),
            "parole che la scheda non ha",
            "ripetere le parole dell'atto come stanno nella scheda, senza correggerle; se nella scheda sono già corrette, rimettere quelle dell'atto",
        ),
        _ => return None,
    })
}

fn rimedio_pesi(somma: Decimal, totale: Decimal) -> String {
    if somma > totale {
        format!("togliere {} dai pesi delle schede", numero(somma - totale))
    } else {
        format!(
            "aggiungere {} ai pesi delle schede, oppure la scheda che manca",
            numero(totale - somma)
        )
    }
}

fn risultati(genere: &Genere) -> Option<Parole> {
    Some(match genere {
        Genere::GenereDiverso { atteso, raggiunto } => Parole::new(
            format!("il valore raggiunto «{raggiunto}» non si confronta con l'atteso «{atteso}»"),
            "valori di genere diverso",
            "scrivere il raggiunto nella stessa forma dell'atteso, oppure dire com'è andata con «esito: raggiunto»",
        ),
        Genere::GradoLontano {
            grado,
            misurato,
            indicatori,
        } => Parole::new(
            format!(
                "il grado validato, {}, è lontano dal risultato degli indicatori, {}",
                percentuale(*grado),
                percentuale(*misurato)
            ),
            format!(
                "{} secondo {}",
                percentuale(*misurato),
                quanti(*indicatori, "indicatore", "indicatori")
            ),
            "se è così, aggiungere al risultato una riga «motivazione: …» che dica perché",
        ),
        Genere::RisultatoDiEliminato { obiettivo, atto } => Parole::new(
            format!("l'obiettivo «{obiettivo}» è stato eliminato dal piano con {atto}"),
            "obiettivo eliminato",
            "togliere questo risultato, oppure scriverlo per l'obiettivo che lo sostituisce",
        ),
        _ => return None,
    })
}

fn modifiche(genere: &Genere) -> Option<Parole> {
    Some(match genere {
        Genere::ModificaSenzaEffetto { obiettivo: None } => Parole::new(
            "l'atto non cambia nessuna scheda",
            "nessun cambiamento",
            "aggiungere nella cartella le schede cambiate o nuove, oppure ad atto.yaml la voce «eliminati»",
        ),
        Genere::ModificaSenzaEffetto {
            obiettivo: Some(obiettivo),
        } => Parole::new(
            format!("la scheda «{obiettivo}» è uguale a quella del piano"),
            "nessun cambiamento",
            "scrivere nella scheda che cosa cambia, oppure togliere il file dalla cartella dell'atto",
        ),
        Genere::SchedaNonNelPiano { obiettivo, noti } => Parole::new(
            format!("«{obiettivo}» non è nel piano che l'atto cambia"),
            "scheda sconosciuta",
            format!(
                "{}controllare il codice; se il piano pubblicato non ha tutte le schede, scrivere in ciclo.yaml «piano_completo: no»",
                forse(obiettivo, noti)
            ),
        ),
        Genere::SchedaGiaNelPiano { obiettivo } => Parole::new(
            format!("«{obiettivo}» è già nel piano e non si può inserire"),
            "già nel piano",
            "dare alla scheda nuova un codice suo, oppure scrivere «cambio: modificato»",
        ),
        Genere::CambioDovuto { obiettivo } => Parole::new(
            format!("non si sa che cosa l'atto fa di «{obiettivo}»: la scheda di prima non c'è"),
            "manca «cambio»",
            "aggiungere alla scheda una riga «cambio: modificato», «cambio: eliminato» oppure «cambio: inserito»",
        ),
        Genere::CambioFuoriPosto => Parole::new(
            "una scheda del piano non dice che cosa ne fa un atto",
            "fuori posto",
            "togliere questa riga, oppure spostare la scheda in modifiche/, nella cartella dell'atto",
        ),
        _ => return None,
    })
}
