//! Rules on the settori of a ciclo.

use super::inspection::{Inspection, parole};
use super::numeri::{fra_le_parole, giorno, si_o_no};
use super::problema::{Forma, Genere, Vocabolario};
use crate::model::{
    Anni, Codice, LegameStruttura, Rendiconto, Responsabile, Segnalazione, Settore, TipoUnita,
    Ufficio, Vicenda,
};
use crate::source::Place;
use crate::source::form::Scritto;
use crate::source::written::{
    CicloScritto, SegnalazioneScritta, SettoreScritto, UfficioScritto, VicendaScritta,
};

/// Checks the settori: those whose codes differ on every file system.
pub(super) fn settori(
    scritto: &CicloScritto,
    anni: Anni,
    inspection: &mut Inspection<'_>,
) -> Vec<Settore> {
    let elencati = scritto.settori.as_ref();
    let dovuti = inspection.dovuto(
        elencati.filter(|settori| !settori.is_empty()),
        "settori",
        Forma::Ciclo,
        &scritto.about,
    );
    let mut settori: Vec<Settore> = Vec::new();
    let mut luoghi: Vec<(String, Place)> = Vec::new();
    for scritto in dovuti.into_iter().flatten() {
        let Some(settore) = settore(scritto, anni, inspection) else {
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
    confluenze(scritto, &settori, inspection);
    settori
}

fn settore(
    scritto: &SettoreScritto,
    anni: Anni,
    inspection: &mut Inspection<'_>,
) -> Option<Settore> {
    let about = &scritto.about;
    let codice = inspection
        .dovuto(scritto.codice.as_ref(), "codice", Forma::Settore, about)
        .and_then(|codice| inspection.codice(codice));
    let nome = inspection.dovuto(scritto.nome.as_ref(), "nome", Forma::Settore, about)?;
    let tipo = scritto.tipo.as_ref().and_then(|tipo| {
        fra_le_parole(tipo, &TipoUnita::PAROLE, Vocabolario::TipoUnita, inspection)
    });
    let struttura = si_o_no(
        scritto.struttura.as_ref(),
        [
            LegameStruttura::Partecipa,
            LegameStruttura::Partecipa,
            LegameStruttura::Autonomo,
        ],
        inspection,
    );
    let rendiconto = si_o_no(
        scritto.relazione.as_ref(),
        [
            Rendiconto::Compreso,
            Rendiconto::Compreso,
            Rendiconto::Escluso,
        ],
        inspection,
    );
    let uffici = uffici(scritto, inspection);
    let vicende = scritto.vicende.iter().flatten();
    let mut vicende: Vec<Vicenda> = vicende
        .filter_map(|scritta| vicenda(scritta, anni, inspection))
        .collect();
    vicende.sort_by_key(|vicenda| vicenda.dal);
    let segnalazioni = segnalazioni(scritto.segnalazioni.as_deref(), inspection);
    let distinto = Settore {
        ente: parole(scritto.ente.as_ref()),
        ..Settore::nuovo(codice?, &nome.testo)
    };
    Some(Settore {
        tipo: tipo.unwrap_or(TipoUnita::Settore),
        nome_breve: parole(scritto.nome_breve.as_ref()).unwrap_or_else(|| distinto.nome_distinto()),
        ente: distinto.ente.clone(),
        responsabile: parole(scritto.responsabile.as_ref()).map(Responsabile),
        struttura,
        rendiconto,
        uffici,
        vicende,
        segnalazioni,
        ..distinto
    })
}

/// The uffici: those whose codes differ on every file system.
fn uffici(scritto: &SettoreScritto, inspection: &mut Inspection<'_>) -> Vec<Ufficio> {
    let mut uffici: Vec<(Ufficio, Place)> = Vec::new();
    for scritto in scritto.uffici.iter().flatten() {
        let Some(ufficio) = ufficio(scritto, inspection) else {
            continue;
        };
        let luogo = scritto.codice.as_ref();
        let luogo = luogo.map_or(&scritto.about.posto, |codice| &codice.luogo);
        let nome = ufficio.codice.senza_maiuscole();
        let primo = uffici
            .iter()
            .find(|(altro, _)| altro.codice.senza_maiuscole() == nome);
        if let Some((_, primo)) = primo {
            let (codice, primo) = (ufficio.codice.to_string(), primo.clone());
            inspection.nota(luogo, Genere::CodiceRipetuto { codice, primo });
        } else {
            uffici.push((ufficio, luogo.clone()));
        }
    }
    uffici.into_iter().map(|(ufficio, _)| ufficio).collect()
}

fn ufficio(scritto: &UfficioScritto, inspection: &mut Inspection<'_>) -> Option<Ufficio> {
    let about = &scritto.about;
    let codice = inspection
        .dovuto(scritto.codice.as_ref(), "codice", Forma::Ufficio, about)
        .and_then(|codice| inspection.codice(codice));
    let nome = inspection.dovuto(scritto.nome.as_ref(), "nome", Forma::Ufficio, about);
    Some(Ufficio {
        codice: codice?,
        nome: nome?.testo.clone(),
        responsabile: parole(scritto.responsabile.as_ref()).map(Responsabile),
    })
}

fn vicenda(
    scritta: &VicendaScritta,
    anni: Anni,
    inspection: &mut Inspection<'_>,
) -> Option<Vicenda> {
    let about = &scritta.about;
    let dal = inspection.dovuto(scritta.dal.as_ref(), "dal", Forma::Vicenda, about);
    let confluisce_in = scritta.confluisce_in.as_ref();
    Some(Vicenda {
        confluisce_in: confluisce_in.and_then(|codice| inspection.codice(codice)),
        dal: giorno(dal, anni.dal(), inspection)?,
        nome: parole(scritta.nome.as_ref()),
        responsabile: parole(scritta.responsabile.as_ref()).map(Responsabile),
        nota: parole(scritta.nota.as_ref()),
    })
}

/// A settore can only become part of one that is there.
fn confluenze(scritto: &CicloScritto, settori: &[Settore], inspection: &mut Inspection<'_>) {
    let vicende = scritto.settori.iter().flatten();
    let vicende = vicende.flat_map(|settore| settore.vicende.iter().flatten());
    for codice in vicende.filter_map(|vicenda| vicenda.confluisce_in.as_ref()) {
        if Codice::leggi(&codice.testo).is_ok() {
            noto(codice, settori, inspection);
        }
    }
}

/// The code of a settore; notes it if there is none.
pub(super) fn noto(
    scritto: &Scritto,
    settori: &[Settore],
    inspection: &mut Inspection<'_>,
) -> Option<Codice> {
    let noto = settori
        .iter()
        .find(|settore| settore.codice.as_str() == scritto.testo);
    // That a ciclo has no settori is told once, there.
    if noto.is_none() && !settori.is_empty() {
        let genere = Genere::SettoreSconosciuto {
            scritto: scritto.testo.clone(),
            di_nome: di_nome(&scritto.testo, settori),
            noti: settori.iter().map(|s| s.codice.to_string()).collect(),
        };
        inspection.nota(&scritto.luogo, genere);
    }
    noto.map(|settore| settore.codice.clone())
}

/// The code of the only settore whose name has the words that stand where its code is due.
fn di_nome(scritto: &str, settori: &[Settore]) -> Option<String> {
    let parole = scritto.to_lowercase();
    let parole = parole.strip_prefix("settore ").unwrap_or(&parole).trim();
    let mut loro = settori
        .iter()
        .filter(|settore| settore.nome.to_lowercase().contains(parole));
    let solo = loro.next().filter(|_| parole.len() > 2)?;
    loro.next().is_none().then(|| solo.codice.to_string())
}

/// What an act has wrong and keeps.
pub(super) fn segnalazioni(
    scritte: Option<&[SegnalazioneScritta]>,
    inspection: &mut Inspection<'_>,
) -> Vec<Segnalazione> {
    let mut segnalazioni = Vec::new();
    for scritta in scritte.unwrap_or_default() {
        let about = &scritta.about;
        let forma = Forma::Segnalazione;
        let come = scritta.come_approvato.as_ref();
        let come = inspection.dovuto(come, "come_approvato", forma, about);
        let perche = scritta.motivazione.as_ref();
        let perche = inspection.dovuto(perche, "motivazione", forma, about);
        if let (Some(come), Some(perche)) = (come, perche) {
            segnalazioni.push(Segnalazione {
                come_approvato: come.testo.clone(),
                motivazione: perche.testo.clone(),
            });
        }
    }
    segnalazioni
}

/// Where the code of a settore is written.
pub(super) fn luogo_del_settore<'s>(scritto: &'s CicloScritto, codice: &Codice) -> &'s Place {
    scritto
        .settori
        .iter()
        .flatten()
        .filter_map(|settore| settore.codice.as_ref())
        .find(|scritto| scritto.testo == codice.as_str())
        .map_or(&scritto.about.posto, |codice| &codice.luogo)
}
