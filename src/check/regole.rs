//! Rules on how a ciclo counts and what its cards look like: weights, bands, form, planning.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::inspection::{Inspection, parole};
use super::numeri::{fra_le_parole, percentuale_fino_a};
use super::problema::{Forma, Genere, Riferimento, Vocabolario};
use crate::model::{
    AmbitoPesi, Fascia, Modello, Nodo, Percentuale, Pesi, RegolaPesi, Regole, VoceModello,
    leggi_numero,
};
use crate::source::form::{Lista, Scritto, Voci};
use crate::source::written::{
    CicloScritto, FasciaScritta, ModelloScritto, NodoScritto, PesiScritti,
};

/// No grade is more than ten times its target.
const GRADO_PIU_ALTO: Decimal = Decimal::ONE_THOUSAND;

/// How weights and grades are counted.
pub(super) fn regole(scritto: &CicloScritto, inspection: &mut Inspection<'_>) -> Regole {
    let massimo = scritto.grado_massimo.as_ref().and_then(|massimo| {
        percentuale_fino_a(massimo, Percentuale::new(GRADO_PIU_ALTO), inspection)
    });
    let massimo = massimo.unwrap_or(Percentuale::CENTO);
    let fasce = scritto.fasce.iter().flatten();
    let mut fasce: Vec<Fascia> = fasce
        .filter_map(|scritta| fascia(scritta, massimo, inspection))
        .collect();
    fasce.sort_by_key(|fascia| Reverse(fascia.da));
    let pesi = scritto.pesi.as_ref();
    Regole {
        pesi: pesi.map_or_else(Pesi::default, |scritti| self::pesi(scritti, inspection)),
        fasce,
        grado_massimo: massimo,
        validatore: parole(scritto.validatore.as_ref()),
    }
}

fn pesi(scritti: &PesiScritti, inspection: &mut Inspection<'_>) -> Pesi {
    let usuali = Pesi::default();
    let ambito = scritti.ambito.as_ref().and_then(|scritto| {
        let vocabolario = Vocabolario::AmbitoPesi;
        fra_le_parole(scritto, &AmbitoPesi::PAROLE, vocabolario, inspection)
    });
    let regola = scritti.regola.as_ref().and_then(|scritto| {
        let vocabolario = Vocabolario::RegolaPesi;
        fra_le_parole(scritto, &RegolaPesi::PAROLE, vocabolario, inspection)
    });
    let totale = scritti.totale.as_ref().and_then(|scritto| {
        let leggi = |testo: &str| {
            let numero = leggi_numero(testo).filter(|numero| *numero > Decimal::ZERO);
            numero.ok_or(())
        };
        inspection.letto(scritto, leggi, |scritto| Genere::TotaleNonValido {
            scritto,
        })
    });
    Pesi {
        ambito: ambito.unwrap_or(usuali.ambito),
        totale: totale.unwrap_or(usuali.totale),
        regola: regola.unwrap_or(usuali.regola),
    }
}

fn fascia(
    scritta: &FasciaScritta,
    massimo: Percentuale,
    inspection: &mut Inspection<'_>,
) -> Option<Fascia> {
    let about = &scritta.about;
    let nome = inspection.dovuto(scritta.nome.as_ref(), "nome", Forma::Fascia, about);
    let da = inspection.dovuto(scritta.da.as_ref(), "da", Forma::Fascia, about);
    let da = da.and_then(|scritto| percentuale_fino_a(scritto, massimo, inspection));
    let vale = scritta.vale.as_ref();
    let vale = vale.and_then(|scritto| percentuale_fino_a(scritto, massimo, inspection));
    Some(Fascia {
        nome: nome?.testo.clone(),
        da: da?,
        vale,
    })
}

/// The form of the cards.
pub(super) fn modello(
    scritto: Option<&ModelloScritto>,
    inspection: &mut Inspection<'_>,
) -> Modello {
    let usuale = Modello::default();
    let Some(scritto) = scritto else {
        return usuale;
    };
    let sezioni: Vec<(&str, VoceModello)> = VoceModello::PAROLE
        .into_iter()
        .filter(|(_, voce)| VoceModello::SEZIONI.contains(voce))
        .collect();
    let mut voce = |scritto: &Scritto, parole: &[(&str, VoceModello)], vocabolario| {
        fra_le_parole(scritto, parole, vocabolario, inspection)
    };
    let scelte = scritto.sezioni.as_ref().map(|scritte| {
        let voci = scritte
            .iter()
            .filter_map(|scritta| voce(scritta, &sezioni, Vocabolario::SezioneModello));
        voci.collect()
    });
    let nomi = scritto.nomi.iter().flat_map(|Voci(nomi)| nomi);
    let nomi = nomi.filter_map(|(chiave, nome)| {
        let voce = voce(chiave, &VoceModello::PAROLE, Vocabolario::VoceModello)?;
        Some((voce, nome.testo.clone()))
    });
    Modello {
        nomi: nomi.collect(),
        sezioni: scelte.unwrap_or(usuale.sezioni),
    }
}

/// What stands above the objectives; every node's parents must be there.
pub(super) fn programmazione(
    scritti: &[NodoScritto],
    inspection: &mut Inspection<'_>,
) -> Vec<Nodo> {
    let noti: Vec<String> = scritti
        .iter()
        .filter_map(|scritto| parole(scritto.codice.as_ref()))
        .collect();
    let mut nodi: Vec<Nodo> = Vec::new();
    for scritto in scritti {
        let Some(nodo) = nodo(scritto, &noti, inspection) else {
            continue;
        };
        let primo = scritti.iter().filter_map(|altro| altro.codice.as_ref());
        let primo = primo.clone().find(|altro| altro.testo == nodo.codice);
        if nodi.iter().any(|altro| altro.codice == nodo.codice) {
            if let (Some(luogo), Some(primo)) = (&scritto.codice, primo) {
                let (codice, primo) = (nodo.codice, primo.luogo.clone());
                inspection.nota(&luogo.luogo, Genere::CodiceRipetuto { codice, primo });
            }
        } else {
            nodi.push(nodo);
        }
    }
    nodi
}

fn nodo(scritto: &NodoScritto, noti: &[String], inspection: &mut Inspection<'_>) -> Option<Nodo> {
    let about = &scritto.about;
    let codice = inspection.dovuto(scritto.codice.as_ref(), "codice", Forma::Nodo, about);
    let titolo = inspection.dovuto(scritto.titolo.as_ref(), "titolo", Forma::Nodo, about);
    let livello = inspection.dovuto(scritto.livello.as_ref(), "livello", Forma::Nodo, about);
    let sotto = sotto(scritto.sotto.as_ref(), noti, inspection);
    Some(Nodo {
        codice: codice?.testo.clone(),
        livello: livello?.testo.clone(),
        titolo: titolo?.testo.clone(),
        sotto,
        risultato: None,
        nota: None,
    })
}

/// The codes of what something stands under; each must be a node of the planning.
pub(super) fn sotto(
    scritti: Option<&Lista>,
    noti: &[String],
    inspection: &mut Inspection<'_>,
) -> Vec<String> {
    let mut codici = Vec::new();
    for scritto in scritti.iter().flat_map(|Lista(scritti)| scritti) {
        if !noti.contains(&scritto.testo) {
            let genere = Genere::RiferimentoSconosciuto {
                a: Riferimento::Programma,
                scritto: scritto.testo.clone(),
                noti: noti.to_vec(),
            };
            inspection.nota(&scritto.luogo, genere);
        }
        codici.push(scritto.testo.clone());
    }
    codici
}
