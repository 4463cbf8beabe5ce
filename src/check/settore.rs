//! Rules on the settori of a ciclo.

use super::inspection::{Inspection, parola, parole};
use super::problema::{Forma, Genere, Vocabolario};
use crate::model::{Codice, LegameStruttura, Responsabile, Settore};
use crate::source::Place;
use crate::source::form::Scritto;
use crate::source::written::{CicloScritto, SettoreScritto};

/// Checks the settori: those whose codes differ on every file system.
pub(super) fn settori(scritto: &CicloScritto, inspection: &mut Inspection<'_>) -> Vec<Settore> {
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
