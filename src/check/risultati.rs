//! Rules on results: each belongs to one card, in the form that its scope asks for.

use std::collections::BTreeMap;

use super::inspection::Inspection;
use super::problema::{Forma, Genere};
use super::scheda::settore;
use crate::model::{
    Codice, Esito, LegameStruttura, Obiettivo, Percentuale, Settore, leggi_percentuale,
    leggi_valore,
};
use crate::source::form::{Scritto, Voci};
use crate::source::written::{RaggiuntoScritto, RisultatoScritto};
use crate::source::{CicloFiles, Place};

/// Checks the results of a ciclo and gives each to its objective.
pub(super) fn check(
    files: &CicloFiles,
    settori: &[Settore],
    anno: i32,
    obiettivi: &mut [Obiettivo],
    inspection: &mut Inspection<'_>,
) {
    let noti: Vec<String> = obiettivi.iter().map(|o| o.codice.to_string()).collect();
    let mut primi: BTreeMap<&str, &Place> = BTreeMap::new();
    for scritto in &files.risultati {
        let about = &scritto.about;
        let dovuto = scritto.obiettivo.as_ref();
        let Some(codice) = inspection.dovuto(dovuto, "obiettivo", Forma::Risultato, about) else {
            continue;
        };
        let Some(obiettivo) = obiettivi
            .iter_mut()
            .find(|obiettivo| obiettivo.codice.as_str() == codice.testo)
        else {
            if !potrebbe_avere_scheda(&codice.testo, files) {
                let genere = Genere::ObiettivoSconosciuto {
                    scritto: codice.testo.clone(),
                    noti: noti.clone(),
                };
                inspection.nota(&codice.luogo, genere);
            }
            continue;
        };
        if let Some(primo) = primi.insert(&codice.testo, &codice.luogo) {
            let genere = Genere::RisultatoRipetuto {
                obiettivo: codice.testo.clone(),
                primo: primo.clone(),
            };
            inspection.nota(&codice.luogo, genere);
            continue;
        }
        esito(scritto, settori, obiettivo, inspection);
        for raggiunto in scritto.indicatori.iter().flatten() {
            indicatore(raggiunto, anno, obiettivo, inspection);
        }
    }
}

/// A card that is wrong, or that stands in a file that cannot be read, has been told already: its
/// results are not wrong for that.
fn potrebbe_avere_scheda(codice: &str, files: &CicloFiles) -> bool {
    !files.schede_complete
        || files.schede.iter().any(|scheda| {
            scheda.codice.as_ref().is_none_or(|scritto| {
                scritto.testo == codice || Codice::leggi(&scritto.testo).is_err()
            })
        })
}

/// Whether something is written as the grade of an objective for a settore, right or wrong.
pub(super) fn scritto(files: &CicloFiles, obiettivo: &Codice, settore: &Codice) -> bool {
    files.risultati.iter().any(|risultato| {
        let suo = risultato.obiettivo.as_ref();
        let per_settore = risultato.gradi.iter().flat_map(|Voci(gradi)| gradi);
        suo.is_some_and(|scritto| scritto.testo == obiettivo.as_str())
            && (risultato.grado.is_some()
                || per_settore
                    .into_iter()
                    .any(|(chiave, _)| chiave.testo == settore.as_str()))
    })
}

fn esito(
    scritto: &RisultatoScritto,
    settori: &[Settore],
    obiettivo: &mut Obiettivo,
    inspection: &mut Inspection<'_>,
) {
    let codice = obiettivo.codice.to_string();
    match &mut obiettivo.esito {
        Esito::DiSettore(valore) => {
            *valore = scritto.grado.as_ref().and_then(|s| grado(s, inspection));
            if let Some(Voci(gradi)) = &scritto.gradi {
                let luogo = gradi
                    .first()
                    .map_or(&scritto.about.posto, |(chiave, _)| &chiave.luogo);
                inspection.nota(luogo, Genere::GradoDovuto { obiettivo: codice });
            }
        }
        Esito::DiStruttura(valori) => {
            if let Some(grado) = &scritto.grado {
                inspection.nota(&grado.luogo, Genere::GradiDovuti { obiettivo: codice });
            }
            for (chiave, valore) in scritto.gradi.iter().flat_map(|Voci(gradi)| gradi) {
                let codice = settore(chiave, settori, inspection);
                let grado = grado(valore, inspection);
                autonomo(chiave, codice.as_ref(), settori, inspection);
                valori.extend(codice.zip(grado));
            }
        }
    }
}

/// Notes a grade of struttura for a settore that struttura does not bear on.
fn autonomo(
    chiave: &Scritto,
    codice: Option<&Codice>,
    settori: &[Settore],
    inspection: &mut Inspection<'_>,
) {
    let settore = settori
        .iter()
        .find(|settore| Some(&settore.codice) == codice);
    if settore.is_some_and(|settore| settore.struttura == LegameStruttura::Autonomo) {
        let settore = chiave.testo.clone();
        inspection.nota(&chiave.luogo, Genere::SettoreAutonomo { settore });
    }
}

fn grado(scritto: &Scritto, inspection: &mut Inspection<'_>) -> Option<Percentuale> {
    inspection.letto(scritto, leggi_percentuale, |scritto| {
        Genere::GradoNonValido { scritto }
    })
}

/// Indicators of one card may share a name: the first without a result takes it.
fn indicatore(
    scritto: &RaggiuntoScritto,
    anno: i32,
    obiettivo: &mut Obiettivo,
    inspection: &mut Inspection<'_>,
) {
    let about = &scritto.about;
    let nome = inspection.dovuto(scritto.nome.as_ref(), "nome", Forma::Raggiunto, about);
    let Some(nome) = nome else { return };
    let dovuto = scritto.raggiunto.as_ref();
    let raggiunto = inspection.dovuto(dovuto, "raggiunto", Forma::Raggiunto, about);
    let trovato = obiettivo
        .indicatori
        .iter_mut()
        .find(|indicatore| indicatore.nome == nome.testo && indicatore.raggiunto.is_none());
    if let Some(indicatore) = trovato {
        indicatore.raggiunto = raggiunto.map(|valore| leggi_valore(&valore.testo, anno));
    } else {
        let genere = Genere::IndicatoreSconosciuto {
            scritto: nome.testo.clone(),
            noti: obiettivo
                .indicatori
                .iter()
                .map(|i| i.nome.clone())
                .collect(),
        };
        inspection.nota(&nome.luogo, genere);
    }
}
