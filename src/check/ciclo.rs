//! Rules on a ciclo: its acts, its settori, and its weights taken together.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::inspection::{Inspection, parole};
use super::problema::{Forma, Genere, Vocabolario};
use super::{risultati, scheda, testi};
use crate::model::{
    Ambito, Atto, Ciclo, Codice, DataScritta, LegameStruttura, Numerazione, Obiettivo, Relazione,
    Responsabile, RuoloAtto, Settore, Triennio, leggi_data, leggi_triennio,
};
use crate::score;
use crate::source::form::Scritto;
use crate::source::written::{AttoScritto, CicloScritto, SettoreScritto};
use crate::source::{CicloFiles, Place};

/// Checks a ciclo; `None` when it cannot be built.
pub(super) fn check(files: &CicloFiles, inspection: &mut Inspection<'_>) -> Option<Ciclo> {
    let inizio = Place::start_of(files.file);
    let codice = inspection.codice_del_nome(&files.cartella, &inizio);
    let scritto = files.ciclo.as_ref()?;
    let anno = anno(scritto, inspection);
    let triennio = triennio(scritto, anno, inspection);
    date_lontane(scritto, anno, inspection);
    anno_diverso(&files.cartella, scritto, anno, inspection);
    let atti = scritto.atti.iter().flatten();
    let atti: Vec<Atto> = atti
        .filter_map(|scritto| atto(scritto, inspection))
        .collect();
    let settori = settori(scritto, inspection);
    let schede = scheda::check(
        &files.schede,
        &settori,
        anno.unwrap_or_default(),
        inspection,
    );
    let mut obiettivi = schede.obiettivi;
    risultati::check(
        files,
        &settori,
        anno.unwrap_or_default(),
        &mut obiettivi,
        inspection,
    );
    let capitoli = testi::capitoli(&files.capitoli, inspection);
    let chiusura = scritto.relazione.as_ref();
    let data = chiusura
        .and_then(|relazione| relazione.data.as_ref())
        .and_then(|scritta| data(scritta, anno, inspection));
    let relazione = (!capitoli.is_empty()).then(|| Relazione {
        luogo: parole(chiusura.and_then(|relazione| relazione.luogo.as_ref())),
        data,
        capitoli,
    });

    let ciclo = Ciclo {
        codice: codice?,
        anno: anno?,
        triennio,
        atti,
        settori,
        obiettivi: in_ordine(obiettivi, scritto),
        relazione,
    };
    if files.schede_complete && schede.tutte_lette {
        pesi(&ciclo, scritto, inspection);
    }
    valutazioni(&ciclo, files, inspection);
    Some(ciclo)
}

fn anno(scritto: &CicloScritto, inspection: &mut Inspection<'_>) -> Option<i32> {
    let about = &scritto.about;
    let anno = inspection.dovuto(scritto.anno.as_ref(), "anno", Forma::Ciclo, about)?;
    let leggi = |testo: &str| {
        let anno = testo.parse::<i32>().map_err(drop)?;
        // The performance cycle exists since D.Lgs. 150/2009.
        if (2009..=2199).contains(&anno) {
            Ok(anno)
        } else {
            Err(())
        }
    };
    inspection.letto(anno, leggi, |scritto| Genere::AnnoNonValido { scritto })
}

/// Plans are approved the year before or in the year, relazioni in the next one or late in the second:
/// a date further off is most likely a slip.
fn date_lontane(scritto: &CicloScritto, anno: Option<i32>, inspection: &mut Inspection<'_>) {
    let atti = scritto.atti.iter().flatten();
    let date = atti.filter_map(|atto| atto.data.as_ref());
    let relazione = scritto.relazione.iter();
    let relazione = relazione.filter_map(|relazione| relazione.data.as_ref());
    let Some(anno) = anno else { return };
    for data in date.chain(relazione) {
        let suo = leggi_data(&data.testo).ok().and_then(DataScritta::anno);
        if suo.is_some_and(|suo| !(anno - 1..=anno + 2).contains(&suo)) {
            let scritto = data.testo.clone();
            inspection.nota(&data.luogo, Genere::DataLontana { scritto, anno });
        }
    }
}

fn anno_diverso(
    cartella: &str,
    scritto: &CicloScritto,
    anno: Option<i32>,
    inspection: &mut Inspection<'_>,
) {
    let nome = cartella.parse::<i32>().ok();
    if let (Some(nome), Some(anno), Some(luogo)) = (nome, anno, &scritto.anno)
        && nome != anno
    {
        let cartella = cartella.to_owned();
        inspection.nota(&luogo.luogo, Genere::AnnoDiverso { cartella, anno });
    }
}

fn atto(scritto: &AttoScritto, inspection: &mut Inspection<'_>) -> Option<Atto> {
    let about = &scritto.about;
    let ruolo = inspection
        .dovuto(scritto.ruolo.as_ref(), "ruolo", Forma::Atto, about)
        .and_then(|ruolo| {
            let leggi = |testo: &str| parola(testo, &RuoloAtto::PAROLE).ok_or(());
            inspection.letto(ruolo, leggi, |scritto| Genere::ParolaNonAmmessa {
                scritto,
                vocabolario: Vocabolario::RuoloAtto,
            })
        });
    let organo = inspection.dovuto(scritto.organo.as_ref(), "organo", Forma::Atto, about);
    let numerazione = numerazione(scritto, inspection);
    let organo = organo?;
    Some(Atto {
        ruolo: ruolo?,
        organo: organo.testo.clone(),
        sigla: parole(scritto.sigla.as_ref()).unwrap_or_else(|| iniziali(&organo.testo)),
        numerazione: numerazione?,
        oggetto: parole(scritto.oggetto.as_ref()),
    })
}

fn numerazione(scritto: &AttoScritto, inspection: &mut Inspection<'_>) -> Option<Numerazione> {
    let (presente, mancante, luogo) = match (&scritto.numero, &scritto.data) {
        (None, None) => return Some(Numerazione::DaAdottare),
        (Some(numero), Some(scritta)) => {
            let data = data(scritta, None, inspection)?;
            let numero = numero.testo.clone();
            return Some(Numerazione::Adottato { numero, data });
        }
        (Some(numero), None) => ("numero", "data", &numero.luogo),
        (None, Some(data)) => ("data", "numero", &data.luogo),
    };
    inspection.nota(luogo, Genere::AttoIncompleto { presente, mancante });
    None
}

/// A full date, or one without year where the year is known.
fn data(
    scritta: &Scritto,
    anno: Option<i32>,
    inspection: &mut Inspection<'_>,
) -> Option<NaiveDate> {
    let leggi = |testo: &str| {
        let data = leggi_data(testo).map_err(drop)?;
        let anno = data.anno().or(anno).ok_or(())?;
        data.nell_anno(anno).map_err(drop)
    };
    inspection.letto(scritta, leggi, |scritto| Genere::DataNonValida { scritto })
}

/// *Giunta comunale* → *G.C.*
fn iniziali(organo: &str) -> String {
    organo
        .split_whitespace()
        .filter(|parola| parola.chars().count() > 3)
        .filter_map(|parola| parola.chars().next())
        .flat_map(|iniziale| iniziale.to_uppercase().chain(['.']))
        .collect()
}

pub(super) fn parola<T: Copy>(testo: &str, parole: &[(&str, T)]) -> Option<T> {
    // Offices write `quantita` on keyboards without accents.
    let senza_accento = |testo: &str| testo.to_lowercase().replace('à', "a");
    parole
        .iter()
        .find(|(parola, _)| senza_accento(parola) == senza_accento(testo))
        .map(|(_, valore)| *valore)
}

fn settori(scritto: &CicloScritto, inspection: &mut Inspection<'_>) -> Vec<Settore> {
    let dovuti = inspection.dovuto(
        scritto.settori.as_ref(),
        "settori",
        Forma::Ciclo,
        &scritto.about,
    );
    let mut settori: Vec<Settore> = Vec::new();
    let mut luoghi: Vec<(String, Place)> = Vec::new();
    for scritto in dovuti.into_iter().flatten() {
        let Some(settore) = settore(scritto, inspection) else {
            continue;
        };
        let luogo = scritto
            .codice
            .as_ref()
            .map_or(&scritto.about.posto, |c| &c.luogo);
        let nome = settore.codice.senza_maiuscole();
        if let Some((_, primo)) = luoghi.iter().find(|(altro, _)| *altro == nome) {
            let (codice, primo) = (settore.codice.to_string(), primo.clone());
            inspection.nota(luogo, Genere::CodiceRipetuto { codice, primo });
            continue;
        }
        luoghi.push((nome, luogo.clone()));
        settori.push(settore);
    }
    settori
}

fn settore(scritto: &SettoreScritto, inspection: &mut Inspection<'_>) -> Option<Settore> {
    let about = &scritto.about;
    let codice = inspection
        .dovuto(scritto.codice.as_ref(), "codice", Forma::Settore, about)
        .and_then(|codice| inspection.codice(codice));
    let nome = inspection.dovuto(scritto.nome.as_ref(), "nome", Forma::Settore, about)?;
    Some(Settore {
        codice: codice?,
        nome: nome.testo.clone(),
        nome_breve: parole(scritto.nome_breve.as_ref()).unwrap_or_else(|| nome.testo.clone()),
        responsabile: parole(scritto.responsabile.as_ref()).map(Responsabile),
        struttura: legame(scritto.struttura.as_ref(), inspection),
    })
}

fn legame(scritto: Option<&Scritto>, inspection: &mut Inspection<'_>) -> LegameStruttura {
    let parole = [
        ("sì", LegameStruttura::Partecipa),
        ("si", LegameStruttura::Partecipa),
        ("no", LegameStruttura::Autonomo),
    ];
    scritto
        .and_then(|scritto| {
            let leggi = |testo: &str| parola(testo, &parole).ok_or(());
            inspection.letto(scritto, leggi, |scritto| Genere::ParolaNonAmmessa {
                scritto,
                vocabolario: Vocabolario::SiNo,
            })
        })
        .unwrap_or(LegameStruttura::Partecipa)
}

/// The triennio must hold the year of the ciclo.
fn triennio(
    scritto: &CicloScritto,
    anno: Option<i32>,
    inspection: &mut Inspection<'_>,
) -> Option<Triennio> {
    let leggi = |testo: &str| {
        let triennio = leggi_triennio(testo).map_err(drop)?;
        let compreso = anno.is_none_or(|anno| (triennio.dal()..=triennio.al()).contains(&anno));
        if compreso { Ok(triennio) } else { Err(()) }
    };
    inspection.letto(scritto.triennio.as_ref()?, leggi, |scritto| {
        Genere::TriennioNonValido { scritto }
    })
}

/// Objectives of struttura first, then in the order of the settori; each by number, then by code.
fn in_ordine(mut obiettivi: Vec<Obiettivo>, scritto: &CicloScritto) -> Vec<Obiettivo> {
    let codici: Vec<&str> = scritto
        .settori
        .iter()
        .flatten()
        .filter_map(|settore| settore.codice.as_ref())
        .map(|codice| codice.testo.as_str())
        .collect();
    obiettivi.sort_by_key(|obiettivo| {
        let settore = match &obiettivo.ambito {
            Ambito::Struttura => None,
            Ambito::Settore(codice) => codici.iter().position(|c| *c == codice.as_str()),
        };
        let numero = obiettivo
            .numero
            .as_ref()
            .and_then(|numero| numero.parse::<u32>().ok());
        (
            settore,
            numero.unwrap_or(u32::MAX),
            obiettivo.codice.clone(),
        )
    });
    obiettivi
}

fn pesi(ciclo: &Ciclo, scritto: &CicloScritto, inspection: &mut Inspection<'_>) {
    for settore in &ciclo.settori {
        let luogo = luogo_del_settore(scritto, &settore.codice);
        let propri: Decimal = ciclo
            .obiettivi_propri(&settore.codice)
            .map(|obiettivo| obiettivo.peso.valore())
            .sum();
        let tutti = score::peso_complessivo(ciclo, settore);
        let settore = settore.nome.clone();
        if propri.is_zero() {
            inspection.nota(luogo, Genere::SettoreSenzaObiettivi { settore });
        } else if tutti != Decimal::ONE_HUNDRED {
            let struttura = tutti - propri;
            let genere = Genere::PesiNonCento {
                settore,
                propri,
                struttura,
            };
            inspection.nota(luogo, genere);
        }
    }
}

fn luogo_del_settore<'s>(scritto: &'s CicloScritto, codice: &Codice) -> &'s Place {
    scritto
        .settori
        .iter()
        .flatten()
        .filter_map(|settore| settore.codice.as_ref())
        .find(|scritto| scritto.testo == codice.as_str())
        .map_or(&scritto.about.posto, |codice| &codice.luogo)
}

/// Once a grade is there, the year is being closed: missing grades and a missing act deserve a look.
fn valutazioni(ciclo: &Ciclo, files: &CicloFiles, inspection: &mut Inspection<'_>) {
    if !ciclo.ha_valutazioni() {
        return;
    }
    for obiettivo in &ciclo.obiettivi {
        let mancanti: Vec<&Settore> = ciclo
            .settori
            .iter()
            .filter(|settore| {
                obiettivo.riguarda(settore)
                    && obiettivo.grado(settore).is_none()
                    && !risultati::scritto(files, &obiettivo.codice, &settore.codice)
            })
            .collect();
        let mut schede = files
            .schede
            .iter()
            .filter_map(|scheda| scheda.codice.as_ref());
        let scheda = schede.find(|codice| codice.testo == obiettivo.codice.as_str());
        if let (false, Some(scheda)) = (mancanti.is_empty(), scheda) {
            let settori = match obiettivo.ambito {
                Ambito::Struttura => mancanti.iter().map(|s| s.nome_breve.clone()).collect(),
                Ambito::Settore(_) => Vec::new(),
            };
            let obiettivo = obiettivo.codice.to_string();
            inspection.nota(&scheda.luogo, Genere::NonValutato { obiettivo, settori });
        }
    }
    if ciclo.atto_adottato(RuoloAtto::Relazione).is_none() {
        inspection.nota(&Place::start_of(files.file), Genere::ApprovazioneMancante);
    }
}
