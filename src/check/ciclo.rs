//! Rules on a ciclo: its years, and what its parts say taken together.

use std::ops::Range;

use std::collections::BTreeMap;

use super::atto::{atto, date_lontane};
use super::inspection::{Inspection, data, parole};
use super::modifiche;
use super::numeri::si_o_no;
use super::problema::{Forma, Genere};
use super::risultato::Metro;
use super::scheda::{Contesto, Pesati};
use super::settore::settori;
use super::{
    documenti, legami, pesi, pubblicazione, regole, risultati, scheda, testi, valutazioni,
};
use crate::model::{
    Anni, Atto, Ciclo, Estensione, Fonte, NomiPersonale, Relazione, in_vigore, leggi_anni,
};
use crate::source::written::CicloScritto;
use crate::source::{CicloFiles, Place};

/// Checks a ciclo; `None` when it cannot be built.
pub(super) fn check(
    files: &CicloFiles,
    personale: NomiPersonale,
    inspection: &mut Inspection<'_>,
) -> Option<Ciclo> {
    let inizio = Place::start_of(files.file);
    let codice = inspection.codice_del_nome(&files.cartella, &inizio);
    let scritto = files.ciclo.as_ref()?;
    let letti = anni(scritto, inspection);
    let triennio = triennio(scritto, letti, inspection);
    date_lontane(files, scritto, letti, inspection);
    anno_diverso(&files.cartella, scritto, letti, inspection);
    let atti = scritto.atti.iter().flatten();
    let atti: Vec<Atto> = atti
        .filter_map(|scritto| atto(scritto, inspection))
        .collect();
    // Without years nothing is published: what else is wrong is told all the same.
    let anni = letti
        .or_else(|| leggi_anni(&files.cartella).ok())
        .unwrap_or(Anni::uno(0));
    let settori = settori(scritto, anni, inspection);
    let regole = regole::regole(scritto, inspection);
    let modello = regole::modello(scritto.modello.as_ref(), inspection);
    let nodi = scritto.programmazione.as_deref().unwrap_or_default();
    let mut programmazione = regole::programmazione(nodi, inspection);
    let programmi: Vec<String> = programmazione.iter().map(|n| n.codice.clone()).collect();
    let estensione = si_o_no(
        scritto.piano_completo.as_ref(),
        [Estensione::Intero, Estensione::Intero, Estensione::Parziale],
        inspection,
    );
    let contesto = Contesto {
        anni,
        settori: &settori,
        regole: &regole,
        programmi: &programmi,
        pesi: pesati(files),
        personale,
    };
    modifiche::fuori_posto(&files.schede, inspection);
    let schede = scheda::check(&files.schede, contesto, inspection);
    let cambiate = modifiche::check(files, &schede, estensione, contesto, inspection);
    let tutte_lette = schede.tutte_lette && cambiate.tutte_lette;
    let (mut obiettivi, superati) = in_vigore(schede.obiettivi, &cambiate.modifiche);
    let metro = Metro {
        settori: &settori,
        regole: &regole,
        anno: anni.al(),
    };
    let mut destinatari = risultati::Destinatari {
        obiettivi: &mut obiettivi,
        programmi: &mut programmazione,
        modifiche: &cambiate.modifiche,
        anni,
    };
    risultati::check(files, &mut destinatari, metro, inspection);
    let relazione = relazione(scritto, files, anni, inspection);
    let documenti = documenti::check(scritto, files, inspection);
    let aggiornato = scritto.aggiornato.as_ref();
    let aggiornato = aggiornato.and_then(|scritta| data(scritta, None, inspection));
    let alias = pubblicazione::alias(scritto.alias.as_ref(), inspection);
    pubblicazione::alias_occupati(files, inspection);
    let usuale = Ciclo::nuovo(codice?, letti?);
    let ciclo = in_ordine(Ciclo {
        alias,
        triennio,
        nome_struttura: parole(scritto.struttura.as_ref()).or(usuale.nome_struttura),
        estensione,
        regole,
        modello,
        programmazione,
        atti,
        settori,
        obiettivi,
        superati,
        modifiche: cambiate.modifiche,
        relazione,
        documenti,
        aggiornato,
        fonti: fonti(&files.cartella, files.fonti.clone(), inspection),
        ..usuale
    });
    if files.schede_complete && tutte_lette {
        pesi::check(&ciclo, files, scritto, inspection);
        legami::parti(&ciclo, files, inspection);
    }
    numeri_ripetuti(&ciclo, files, inspection);
    valutazioni::check(&ciclo, files, inspection);
    Some(ciclo)
}

/// The files of the ciclo, in order of path.
pub(super) fn fonti(
    cartella: &str,
    files: Range<usize>,
    inspection: &Inspection<'_>,
) -> Vec<Fonte> {
    let cartella = format!("/{cartella}/");
    let letti = inspection.content.sources.range(files);
    let mut fonti: Vec<Fonte> = letti
        .filter_map(|(_, file)| {
            let (_, percorso) = file.path.split_once(&cartella)?;
            Some(Fonte {
                percorso: percorso.to_owned(),
                sha256: file.sha256.clone()?,
            })
        })
        .collect();
    fonti.sort();
    fonti
}

fn pesati(files: &CicloFiles) -> Pesati {
    let schede = files.tutte_le_schede();
    let intere = schede.filter(|scheda| scheda.parte_di.is_none());
    let mut intere = intere.peekable();
    if intere.peek().is_none() || intere.any(|scheda| scheda.peso.is_some()) {
        Pesati::Si
    } else {
        Pesati::No
    }
}

fn anni(scritto: &CicloScritto, inspection: &mut Inspection<'_>) -> Option<Anni> {
    let about = &scritto.about;
    let anno = inspection.dovuto(scritto.anno.as_ref(), "anno", Forma::Ciclo, about)?;
    inspection.letto(anno, leggi_anni, |scritto| Genere::AnnoNonValido {
        scritto,
    })
}

fn anno_diverso(
    cartella: &str,
    scritto: &CicloScritto,
    anni: Option<Anni>,
    inspection: &mut Inspection<'_>,
) {
    let nome = leggi_anni(cartella).ok();
    if let (Some(nome), Some(anni), Some(luogo)) = (nome, anni, &scritto.anno)
        && nome != anni
    {
        let cartella = cartella.to_owned();
        inspection.nota(&luogo.luogo, Genere::AnnoDiverso { cartella, anni });
    }
}

/// The triennio is of three years and holds those of the ciclo.
fn triennio(
    scritto: &CicloScritto,
    anni: Option<Anni>,
    inspection: &mut Inspection<'_>,
) -> Option<Anni> {
    let leggi = |testo: &str| {
        let triennio = leggi_anni(testo).map_err(drop)?;
        let compreso = anni.is_none_or(|anni| triennio.comprende(anni));
        if compreso && triennio.quanti() == 3 {
            Ok(triennio)
        } else {
            Err(())
        }
    };
    inspection.letto(scritto.triennio.as_ref()?, leggi, |scritto| {
        Genere::TriennioNonValido {
            scritto,
            dal: anni.map(Anni::dal),
        }
    })
}

fn relazione(
    scritto: &CicloScritto,
    files: &CicloFiles,
    anni: Anni,
    inspection: &mut Inspection<'_>,
) -> Option<Relazione> {
    let capitoli = testi::capitoli(&files.capitoli, &files.immagini, inspection);
    let chiusura = scritto.relazione.as_ref();
    let data = chiusura
        .and_then(|relazione| relazione.data.as_ref())
        .and_then(|scritta| data(scritta, Some(anni.al()), inspection));
    (!capitoli.is_empty()).then(|| Relazione {
        luogo: parole(chiusura.and_then(|relazione| relazione.luogo.as_ref())),
        data,
        capitoli,
    })
}

/// Everything in the order of the plan, which the order of the files does not say.
fn in_ordine(mut ciclo: Ciclo) -> Ciclo {
    let mut obiettivi = std::mem::take(&mut ciclo.obiettivi);
    let mut superati = std::mem::take(&mut ciclo.superati);
    let mut modifiche = std::mem::take(&mut ciclo.modifiche);
    obiettivi.sort_by_cached_key(|obiettivo| ciclo.ordine(obiettivo));
    superati.sort_by_cached_key(|obiettivo| ciclo.ordine(obiettivo));
    for modifica in &mut modifiche {
        modifica
            .cambi
            .sort_by_cached_key(|cambio| ciclo.ordine(cambio.scheda()));
    }
    Ciclo {
        obiettivi,
        superati,
        modifiche,
        ..ciclo
    }
}

/// Within a settore, ufficio and year a number names one card of the plan in force.
fn numeri_ripetuti(ciclo: &Ciclo, files: &CicloFiles, inspection: &mut Inspection<'_>) {
    let mut primi = BTreeMap::new();
    for obiettivo in &ciclo.obiettivi {
        let Some(numero) = &obiettivo.numero else {
            continue;
        };
        let ambito = &obiettivo.ambito;
        let chiave = (ambito.settore(), ambito.ufficio(), obiettivo.anni, numero);
        // The card as the last act left it is the one that has the number.
        let luogo = |codice: &str| {
            let mut schede = files.tutte_le_schede().rev();
            let scritto = schede.find_map(|scheda| {
                let suo = scheda.codice.as_ref()?.testo == codice;
                let scritto = scheda.numero.as_ref()?;
                (suo && scritto.testo == *numero).then_some(scritto)
            });
            scritto.map(|scritto| scritto.luogo.clone())
        };
        let Some(altro) = primi.insert(chiave, obiettivo) else {
            continue;
        };
        let luoghi = luogo(obiettivo.codice.as_str()).zip(luogo(altro.codice.as_str()));
        if let Some((qui, primo)) = luoghi {
            let genere = Genere::NumeroRipetuto {
                numero: numero.clone(),
                altro: altro.codice.to_string(),
                primo,
            };
            inspection.nota(&qui, genere);
        }
    }
}
