//! Rules on results: each belongs to one card, in the form that its scope asks for.

use std::collections::BTreeMap;

use super::indicatore::{Anno, mesi, uno_di, valori};
use super::inspection::{Inspection, parole};
use super::numeri::{fra_le_parole, percentuale};
use super::problema::{Forma, Genere, Riferimento, Vocabolario};
use super::risultato::{Metro, risultato, valutazione};
use crate::lingua::italiano;
use crate::model::{
    Anni, ChiaveValore, Codice, EsitoIndicatore, Modifica, Nodo, Obiettivo, Ottenuto, Percentuale,
    Valore, Valori,
};
use crate::source::form::{Scritto, UnoOVoci, Voci};
use crate::source::written::{RaggiuntoScritto, RisultatoScritto};
use crate::source::{CicloFiles, Place};

/// What results are given to.
pub(super) struct Destinatari<'a> {
    /// The cards in force.
    pub(super) obiettivi: &'a mut [Obiettivo],
    /// The planning above them.
    pub(super) programmi: &'a mut [Nodo],
    /// What took cards out.
    pub(super) modifiche: &'a [Modifica],
    /// The years of the ciclo.
    pub(super) anni: Anni,
}

/// Checks the results of a ciclo and gives each to its objective or programme.
pub(super) fn check(
    files: &CicloFiles,
    a: &mut Destinatari<'_>,
    metro: Metro<'_>,
    inspection: &mut Inspection<'_>,
) {
    // Looked up once: there may be ten thousand of both.
    let codici = a.obiettivi.iter().enumerate();
    let posti: BTreeMap<String, usize> = codici
        .map(|(posto, o)| (o.codice.to_string(), posto))
        .collect();
    let mut primi: BTreeMap<(bool, &str), &Place> = BTreeMap::new();
    for scritto in &files.risultati {
        let about = &scritto.about;
        let di_programma = scritto.programma.is_some();
        let codice = match (&scritto.programma, &scritto.obiettivo) {
            (Some(programma), Some(obiettivo)) => {
                let (una, altra) = ("obiettivo", "programma");
                inspection.nota(&obiettivo.luogo, Genere::DueModi { una, altra });
                Some(programma)
            }
            (Some(programma), None) => Some(programma),
            (None, obiettivo) => {
                inspection.dovuto(obiettivo.as_ref(), "obiettivo", Forma::Risultato, about)
            }
        };
        let Some(codice) = codice else { continue };
        if let Some(primo) = primi.get(&(di_programma, codice.testo.as_str())) {
            let genere = Genere::RisultatoRipetuto {
                obiettivo: codice.testo.clone(),
                primo: (*primo).clone(),
            };
            inspection.nota(&codice.luogo, genere);
            continue;
        }
        primi.insert((di_programma, &codice.testo), &codice.luogo);
        if di_programma {
            programma(scritto, codice, a, metro, inspection);
        } else {
            let posto = posti.get(&codice.testo).copied();
            match posto.and_then(|posto| a.obiettivi.get_mut(posto)) {
                Some(suo) => obiettivo(scritto, suo, a.anni, metro, inspection),
                None => sconosciuto(codice, a, files, inspection),
            }
        }
    }
}

fn obiettivo(
    scritto: &RisultatoScritto,
    obiettivo: &mut Obiettivo,
    anni: Anni,
    metro: Metro<'_>,
    inspection: &mut Inspection<'_>,
) {
    let anni = obiettivo.anni.unwrap_or(anni);
    let metro = Metro {
        anno: anni.al(),
        ..metro
    };
    obiettivo.risultato = risultato(scritto, obiettivo, metro, inspection);
    let settori = metro.settori;
    for raggiunto in scritto.indicatori.iter().flatten() {
        indicatore(raggiunto, Anno { anni, settori }, obiettivo, inspection);
    }
}

fn sconosciuto(
    codice: &Scritto,
    a: &Destinatari<'_>,
    files: &CicloFiles,
    inspection: &mut Inspection<'_>,
) {
    let obiettivo = codice.testo.clone();
    let mut modifiche = a.modifiche.iter().rev();
    let ultima = modifiche.find(|modifica| {
        let mut cambi = modifica.cambi.iter();
        cambi.any(|cambio| cambio.scheda().codice.as_str() == obiettivo)
    });
    let genere = match ultima {
        // What an act not adopted yet takes out is in force: it is not unknown.
        Some(bozza) if bozza.atto.data().is_none() => Genere::RisultatoDiBozza {
            obiettivo,
            cartella: bozza.codice.to_string(),
        },
        Some(modifica) => Genere::RisultatoDiEliminato {
            obiettivo,
            atto: italiano::atto(&modifica.atto),
        },
        None if potrebbe_avere_scheda(&codice.testo, files) => return,
        None => Genere::ObiettivoSconosciuto {
            scritto: obiettivo,
            noti: a.obiettivi.iter().map(|o| o.codice.to_string()).collect(),
        },
    };
    inspection.nota(&codice.luogo, genere);
}

/// A card that is wrong, or that stands in a file that cannot be read, has been told already: its
/// results are not wrong for that.
fn potrebbe_avere_scheda(codice: &str, files: &CicloFiles) -> bool {
    !files.tutte_complete()
        || files.tutte_le_schede().any(|scheda| {
            scheda.codice.as_ref().is_none_or(|scritto| {
                scritto.testo == codice || Codice::leggi(&scritto.testo).is_err()
            })
        })
}

/// Whether something is written as the judgement on an objective for a settore, right or wrong.
pub(super) fn scritto(files: &CicloFiles, obiettivo: &Codice, settore: &Codice) -> bool {
    files.risultati.iter().any(|risultato| {
        let suo = risultato.obiettivo.as_ref();
        let per_settore = risultato.gradi.iter().flat_map(|Voci(gradi)| gradi);
        suo.is_some_and(|scritto| scritto.testo == obiettivo.as_str())
            && (risultato.grado.is_some()
                || risultato.punti.is_some()
                || risultato.esito.is_some()
                || per_settore
                    .into_iter()
                    .any(|(chiave, _)| chiave.testo == settore.as_str()))
    })
}

fn programma(
    scritto: &RisultatoScritto,
    codice: &Scritto,
    a: &mut Destinatari<'_>,
    metro: Metro<'_>,
    inspection: &mut Inspection<'_>,
) {
    di_troppo(scritto, inspection);
    let noti: Vec<String> = a.programmi.iter().map(|nodo| nodo.codice.clone()).collect();
    let mut nodi = a.programmi.iter_mut();
    if let Some(nodo) = nodi.find(|nodo| nodo.codice == codice.testo) {
        nodo.risultato = valutazione(scritto, metro.regole.grado_massimo, inspection);
        nodo.nota = parole(scritto.nota.as_ref());
    } else {
        let genere = Genere::RiferimentoSconosciuto {
            a: Riferimento::Programma,
            scritto: codice.testo.clone(),
            noti,
        };
        inspection.nota(&codice.luogo, genere);
    }
}

/// Of a programme there is a judgement and a note, and nothing of what only a card has.
fn di_troppo(scritto: &RisultatoScritto, inspection: &mut Inspection<'_>) {
    let gradi = scritto.gradi.as_ref().and_then(|Voci(gradi)| gradi.first());
    let in_griglia = scritto.in_griglia.as_ref();
    let luoghi = [
        ("gradi", gradi.map(|(chiave, _)| &chiave.luogo)),
        ("dichiarato", scritto.dichiarato.as_ref().map(|s| &s.luogo)),
        (
            "motivazione",
            scritto.motivazione.as_ref().map(|s| &s.luogo),
        ),
        (
            "in_griglia",
            in_griglia.and_then(|lista| lista.0.first().map(|s| &s.luogo)),
        ),
        (
            "risultati_ottenuti",
            scritto.risultati_ottenuti.as_ref().map(|s| &s.luogo),
        ),
        (
            "indicatori",
            scritto
                .indicatori
                .iter()
                .flatten()
                .next()
                .map(|i| &i.about.posto),
        ),
        (
            "verifica_intermedia",
            scritto.verifica_intermedia.as_ref().map(|v| &v.about.posto),
        ),
        (
            "verifica_finale",
            scritto.verifica_finale.as_ref().map(|v| &v.about.posto),
        ),
        (
            "scostamento",
            scritto.scostamento.as_ref().map(|s| &s.about.posto),
        ),
    ];
    for (altra, luogo) in luoghi {
        if let Some(luogo) = luogo {
            let una = "programma";
            inspection.nota(luogo, Genere::DueModi { una, altra });
        }
    }
}

/// Indicators of one card may share a name: the first without a result takes it.
fn indicatore(
    scritto: &RaggiuntoScritto,
    anno: Anno<'_>,
    obiettivo: &mut Obiettivo,
    inspection: &mut Inspection<'_>,
) {
    let about = &scritto.about;
    let nome = inspection.dovuto(scritto.nome.as_ref(), "nome", Forma::Raggiunto, about);
    let Some(nome) = nome else { return };
    let ottenuto = ottenuto(scritto, anno, inspection);
    let trovato = obiettivo.indicatori.iter_mut().find(|indicatore| {
        indicatore.nome == nome.testo && indicatore.ottenuto == Ottenuto::default()
    });
    if let Some(indicatore) = trovato {
        generi_diversi(&indicatore.atteso, &ottenuto.valori, scritto, inspection);
        indicatore.ottenuto = dell_anno(ottenuto, &indicatore.atteso, anno);
    } else {
        let noti = obiettivo.indicatori.iter();
        let genere = Genere::IndicatoreSconosciuto {
            scritto: nome.testo.clone(),
            noti: noti.map(|indicatore| indicatore.nome.clone()).collect(),
        };
        inspection.nota(&nome.luogo, genere);
    }
}

/// Where targets are told apart by year, a result without a year is of the last one of the card.
fn dell_anno(ottenuto: Ottenuto, atteso: &Valori, anno: Anno<'_>) -> Ottenuto {
    let chiave = ChiaveValore::Anno(anno.anni.al());
    match ottenuto.valori {
        Valori::Unico(valore) if atteso.per(&chiave).is_some() => Ottenuto {
            valori: Valori::Per(vec![(chiave, valore)]),
            ..ottenuto
        },
        valori => Ottenuto { valori, ..ottenuto },
    }
}

/// Something must be said: a value, a judgement, the months done or a note.
fn ottenuto(
    scritto: &RaggiuntoScritto,
    anno: Anno<'_>,
    inspection: &mut Inspection<'_>,
) -> Ottenuto {
    let raggiunto = uno_di(
        [
            ("raggiunto", scritto.raggiunto.as_ref()),
            ("ottenuto", scritto.ottenuto.as_ref()),
        ],
        inspection,
    );
    let altro = scritto.esito.is_some() || scritto.mesi.is_some() || scritto.nota.is_some();
    if raggiunto.is_none() && !altro {
        let mancante: Option<&Scritto> = None;
        inspection.dovuto(mancante, "raggiunto", Forma::Raggiunto, &scritto.about);
    }
    let svolti = scritto.mesi.as_ref();
    let svolti = svolti.and_then(|svolti| mesi(svolti, anno.anni.dal(), inspection));
    Ottenuto {
        esito: esito(scritto, inspection),
        mesi: svolti,
        nota: parole(scritto.nota.as_ref()),
        valori: raggiunto.map_or(Valori::Assenti, |valori_scritti| {
            valori(valori_scritti, anno, inspection)
        }),
    }
}

fn esito(scritto: &RaggiuntoScritto, inspection: &mut Inspection<'_>) -> Option<EsitoIndicatore> {
    // How far one reached in part is comes from a key of its own.
    let parziale = EsitoIndicatore::Parziale(Percentuale::CENTO);
    let parole = [
        ("raggiunto", EsitoIndicatore::Raggiunto),
        ("parziale", parziale),
        ("non raggiunto", EsitoIndicatore::NonRaggiunto),
    ];
    let vocabolario = Vocabolario::EsitoIndicatore;
    let esito = fra_le_parole(scritto.esito.as_ref()?, &parole, vocabolario, inspection)?;
    if esito != parziale {
        return Some(esito);
    }
    let quanto = scritto.percentuale.as_ref();
    let quanto = inspection.dovuto(quanto, "percentuale", Forma::Raggiunto, &scritto.about)?;
    percentuale(quanto, inspection).map(EsitoIndicatore::Parziale)
}

/// A result that cannot be compared with its target is most likely a slip.
fn generi_diversi(
    atteso: &Valori,
    raggiunto: &Valori,
    scritto: &RaggiuntoScritto,
    inspection: &mut Inspection<'_>,
) {
    let (Some(atteso), Some(raggiunto)) = (atteso.unico(), raggiunto.unico()) else {
        return;
    };
    let diversi = match (&atteso.valore, &raggiunto.valore) {
        (Valore::Testo, _)
        | (Valore::Numero(_), Valore::Quantita { .. })
        | (Valore::Quantita { .. }, Valore::Numero(_)) => false,
        (Valore::Quantita { unita: una, .. }, Valore::Quantita { unita: altra, .. }) => {
            !una.eq_ignore_ascii_case(altra)
        }
        (uno, altro) => std::mem::discriminant(uno) != std::mem::discriminant(altro),
    };
    if diversi && scritto.esito.is_none() {
        let genere = Genere::GenereDiverso {
            atteso: atteso.scritto.clone(),
            raggiunto: raggiunto.scritto.clone(),
        };
        let luogo = match scritto.raggiunto.as_ref().or(scritto.ottenuto.as_ref()) {
            Some(UnoOVoci::Uno(raggiunto)) => &raggiunto.luogo,
            _ => &scritto.about.posto,
        };
        inspection.nota(luogo, genere);
    }
}
