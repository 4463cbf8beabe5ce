//! Words for the rules on plans, their weights and their changes (G029–G038, G044–G046, G080–G086).

use rust_decimal::Decimal;

use super::{Parole, forse};
use crate::check::problema::{Genere, Riferimento};
use crate::lingua::italiano::{numero, percentuale, quanti};
use crate::model::{AmbitoPesi, Estensione, Percentuale};

pub(super) fn parole(genere: &Genere) -> Option<Parole> {
    valori(genere)
        .or_else(|| insieme(genere))
        .or_else(|| risultati(genere))
        .or_else(|| modifiche(genere))
}

fn valori(genere: &Genere) -> Option<Parole> {
    Some(match genere {
        Genere::PercentualeNonValida { scritto, massimo } => Parole::new(
            format!(
                "«{scritto}» non è una percentuale fra 0% e {}",
                percentuale(*massimo)
            ),
            "percentuale non valida",
            if *massimo > Percentuale::CENTO {
                "scrivere una percentuale: per esempio 120%"
            } else {
                "scrivere una percentuale: per esempio 60%"
            },
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
            format!("la scheda è per il {scritto}, ma il ciclo è per il {anni}"),
            "fuori dal ciclo",
            "correggere l'anno della scheda, oppure quello del ciclo in ciclo.yaml",
        ),
        Genere::DueModi { una, altra } => Parole::new(
            match (*una, *altra) {
                ("verifica_finale", altra) => format!("«{altra}» è già nella «verifica_finale»"),
                (una, altra) => format!("«{una}» e «{altra}» non si scrivono insieme"),
            },
            "voce di troppo",
            due_modi(una, altra),
        ),
        Genere::RiferimentoSconosciuto { a, scritto, noti } => riferimento(*a, scritto, noti),
        _ => return None,
    })
}

fn due_modi(una: &str, altra: &str) -> String {
    match (una, altra) {
        ("quote", altra) => format!(
            "togliere questa riga: con «quote» ogni quota dice di quale settore è, e «{altra}» non serve"
        ),
        ("verifica_finale", altra) => {
            format!("unire i due testi: «{altra}» si scrive una volta sola")
        }
        ("settore: struttura", _) => {
            "togliere questa riga, perché un obiettivo di struttura è di tutto l'ente; se è di un ufficio, scrivere in «settore» il settore dell'ufficio".to_owned()
        }
        _ => format!("tenere una sola delle due righe, «{una}» oppure «{altra}»"),
    }
}

/// G029: each kind of reference has a place to look in.
fn riferimento(a: Riferimento, scritto: &str, noti: &[String]) -> Parole {
    let forse = forse(scritto, noti);
    match a {
        Riferimento::Ufficio => Parole::new(
            format!("l'ufficio «{scritto}» non è fra quelli del settore"),
            "ufficio sconosciuto",
            if noti.is_empty() {
                "in ciclo.yaml il settore non ha uffici: elencarli alla voce «uffici», oppure togliere questa riga".to_owned()
            } else {
                format!("{forse}gli uffici del settore sono: {}", noti.join(", "))
            },
        ),
        Riferimento::Obiettivo => Parole::new(
            format!("l'obiettivo «{scritto}», di cui la scheda è una parte, non si trova"),
            "obiettivo sconosciuto",
            format!(
                "{forse}scrivere il codice di un'altra scheda del ciclo, che non sia a sua volta una parte"
            ),
        ),
        Riferimento::Precedente => Parole::new(
            format!("la scheda «{scritto}», da cui questa continua, non si trova"),
            "scheda sconosciuta",
            format!(
                "{forse}scrivere il codice di un'altra scheda del ciclo; di una scheda di un altro ciclo anche la cartella: per esempio 2022/FIN-01"
            ),
        ),
        Riferimento::Programma => Parole::new(
            format!("«{scritto}» non è un codice della «programmazione»"),
            "codice sconosciuto",
            if noti.is_empty() {
                "in ciclo.yaml non c'è la «programmazione»: aggiungerla, con «codice», «livello» e «titolo» di ogni voce".to_owned()
            } else {
                format!(
                    "{forse}usare uno dei codici che ciclo.yaml elenca alla voce «programmazione»"
                )
            },
        ),
    }
}

fn insieme(genere: &Genere) -> Option<Parole> {
    Some(match genere {
        Genere::PesiNonTornano { .. } => return pesi(genere),
        Genere::QuoteNonCento { quote } => {
            let somma: Decimal = quote.iter().sum();
            let parti: Vec<String> = quote.iter().map(|q| format!("{}%", numero(*q))).collect();
            Parole::new(
                format!(
                    "le quote dell'obiettivo sommano a {}% e non a 100%",
                    numero(somma)
                ),
                parti.join(" + "),
                "correggere le quote; se sono uguali fra loro, togliere le righe «quota»",
            )
        }
        Genere::NumeroRipetuto {
            numero,
            altro,
            primo,
        } => Parole::new(
            format!("il numero {numero} è già dell'obiettivo «{altro}»"),
            "numero usato di nuovo",
            "controllare il numero; se l'atto ha davvero due obiettivi con questo numero va bene così: li distingue il codice",
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

/// How many weights are shown where they are written.
const PESI_MOSTRATI: usize = 12;

/// G030: what is summed, and of what.
fn pesi(genere: &Genere) -> Option<Parole> {
    let Genere::PesiNonTornano {
        ambito,
        di,
        parti,
        somma,
        totale,
        dopo,
        pesi,
    } = genere
    else {
        return None;
    };
    let parti: Vec<String> = parti
        .iter()
        .map(|(peso, di)| format!("{} {di}", numero(*peso)))
        .collect();
    let etichetta = if parti.is_empty() {
        format!("somma {}", numero(*somma))
    } else {
        parti.join(" + ")
    };
    let sommano = format!("sommano a {} e non a {}", numero(*somma), numero(*totale));
    let parole = Parole::new(
        match dopo {
            None => format!("i pesi {di} {sommano}"),
            Some(atto) => format!("dopo la modifica {atto} i pesi {di} {sommano}"),
        },
        etichetta,
        rimedio_pesi(*ambito, *somma, *totale),
    );
    // Of a settore with very many cards the places would hide the problem.
    let pochi = pesi.iter().filter(|_| pesi.len() <= PESI_MOSTRATI);
    Some(pochi.fold(parole, |parole, (luogo, peso)| {
        parole.e_qui(luogo, format!("pesa {peso}"))
    }))
}

fn rimedio_pesi(ambito: AmbitoPesi, somma: Decimal, totale: Decimal) -> String {
    let pesi = if somma > totale {
        format!("togliere {} dai pesi delle schede", numero(somma - totale))
    } else {
        format!(
            "aggiungere {} ai pesi delle schede, oppure la scheda che manca",
            numero(totale - somma)
        )
    };
    // An act may be wrong and stay so: only a settore has a place to say it.
    match ambito {
        AmbitoPesi::Settore => format!(
            "{pesi}; se è l'atto a sommare così, dirlo fra le «segnalazioni» del settore, con come_approvato: {}",
            numero(somma)
        ),
        AmbitoPesi::Ente | AmbitoPesi::Persona => pesi,
    }
}

fn risultati(genere: &Genere) -> Option<Parole> {
    Some(match genere {
        Genere::GenereDiverso { atteso, raggiunto } => Parole::new(
            format!("il valore raggiunto «{raggiunto}» non si confronta con l'atteso «{atteso}»"),
            "valori di genere diverso",
            "scrivere il raggiunto nella stessa forma dell'atteso, oppure aggiungere com'è andata: per esempio esito: raggiunto",
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
            "controllare il grado; se è giusto, aggiungere al risultato una riga «motivazione: …» che dica perché",
        ),
        Genere::RisultatoDiEliminato { obiettivo, atto } => Parole::new(
            format!("l'obiettivo «{obiettivo}» è stato eliminato dal piano con {atto}"),
            "obiettivo eliminato",
            "togliere questo risultato, oppure scriverlo per l'obiettivo che lo sostituisce",
        ),
        Genere::RisultatoDiBozza {
            obiettivo,
            cartella,
        } => Parole::new(
            format!(
                "l'obiettivo «{obiettivo}» non è ancora nel piano: l'atto che lo inserisce non ha numero e data"
            ),
            "obiettivo non ancora nel piano",
            format!(
                "scrivere numero e data in modifiche/{cartella}/atto.yaml, oppure togliere questo risultato"
            ),
        ),
        _ => return None,
    })
}

fn modifiche(genere: &Genere) -> Option<Parole> {
    Some(match genere {
        Genere::ModificaSenzaEffetto { obiettivo } => senza_effetto(obiettivo.as_deref()),
        Genere::SchedaNonNelPiano {
            obiettivo,
            noti,
            estensione,
        } => Parole::new(
            format!("la scheda «{obiettivo}» non è nel piano che l'atto cambia"),
            "scheda sconosciuta",
            format!("{}{}", forse(obiettivo, noti), non_nel_piano(*estensione)),
        ),
        Genere::SchedaGiaNelPiano { obiettivo } => Parole::new(
            format!("la scheda «{obiettivo}» è già nel piano: l'atto non può inserirla"),
            "già nel piano",
            "dare alla scheda nuova un codice suo; se invece l'atto cambia quella del piano, scrivere «cambio: modificato»",
        ),
        Genere::CambioDovuto { obiettivo } => Parole::new(
            format!(
                "non si sa che cosa l'atto fa della scheda «{obiettivo}», che nel piano pubblicato non c'è"
            ),
            "manca «cambio»",
            "aggiungere alla scheda una riga «cambio: modificato», «cambio: eliminato» oppure «cambio: inserito»",
        ),
        Genere::CambioRipetuto { obiettivo } => Parole::new(
            format!("l'atto tocca due volte la scheda «{obiettivo}»"),
            "due cambiamenti della stessa scheda",
            "tenere nella cartella una sola scheda con quel codice; se l'atto la elimina, scriverla fra gli «eliminati» oppure mettere la scheda con «cambio: eliminato», non tutt'e due",
        ),
        Genere::CambioFuoriPosto => Parole::new(
            "«cambio» e «motivo» si scrivono solo nelle schede di modifiche/",
            "fuori posto",
            "togliere «cambio» e «motivo», oppure spostare la scheda in modifiche/, nella cartella dell'atto",
        ),
        Genere::AttoMancante { cartella } => Parole::new(
            format!(
                "nella cartella «{cartella}» manca il file atto.yaml, che dice quale atto cambia il piano"
            ),
            "",
            "creare il file e scrivervi, una per riga, le voci dell'atto: organo: Giunta comunale, numero: 100, data: 18/10/2023, oggetto: …, motivazione: …",
        ),
        _ => return None,
    })
}

fn senza_effetto(obiettivo: Option<&str>) -> Parole {
    match obiettivo {
        None => Parole::new(
            "l'atto non cambia nessuna scheda",
            "nessun cambiamento",
            "aggiungere nella cartella le schede cambiate o nuove, oppure in atto.yaml la voce «eliminati»",
        ),
        Some(obiettivo) => Parole::new(
            format!("la scheda «{obiettivo}» è uguale a quella del piano"),
            "nessun cambiamento",
            "scrivere nella scheda che cosa cambia, oppure togliere il file dalla cartella dell'atto",
        ),
    }
}

const fn non_nel_piano(estensione: Estensione) -> &'static str {
    match estensione {
        Estensione::Intero => {
            "controllare il codice; se il piano pubblicato non ha tutte le schede, scrivere in ciclo.yaml «piano_completo: no»"
        }
        Estensione::Parziale => {
            "controllare il codice; se la scheda non è fra quelle pubblicate, metterla in questa cartella con «cambio: eliminato»"
        }
    }
}
