//! Rules on cards.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::indicatore::{Anno, indicatore, mesi};
use super::inspection::{Inspection, parole};
use super::legami::legami;
use super::numeri::{conta, fra_le_parole, giorno, percentuale};
use super::problema::{Forma, Genere, Riferimento, Vocabolario};
use super::pubblicazione;
use super::settore::{noto, segnalazioni};
use crate::model::{
    Ambito, Anni, Codice, Conta, Fase, NomiPersonale, Obiettivo, Percentuale, Persona, Quota,
    Regole, Responsabile, Risorse, Settore, TipoObiettivo, leggi_anni, leggi_annualita,
};
use crate::source::Place;
use crate::source::form::{Lista, Scritto};
use crate::source::nearest::nearest;
use crate::source::written::{FaseScritta, PersonaScritta, QuotaScritta, SchedaScritta};

/// The word that stands for the whole entity where a settore's code is due.
const STRUTTURA: &str = "struttura";

/// What a card is read against.
#[derive(Clone, Copy)]
pub(super) struct Contesto<'a> {
    /// The years of the ciclo.
    pub(super) anni: Anni,
    /// Its settori.
    pub(super) settori: &'a [Settore],
    /// How it counts.
    pub(super) regole: &'a Regole,
    /// The codes of its planning.
    pub(super) programmi: &'a [String],
    /// Whether some card of it has a weight: then all must.
    pub(super) pesi: Pesati,
    /// Whether names of employees are published.
    pub(super) personale: NomiPersonale,
}

/// Whether the cards of a ciclo have weights.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pesati {
    /// Some have: all must.
    Si,
    /// None has.
    No,
}

/// The cards of a folder.
pub(super) struct Schede {
    /// In the order of the files, each with where its code stands.
    pub(super) obiettivi: Vec<Obiettivo>,
    /// Whether every card became an objective: only then sums over them say something.
    pub(super) tutte_lette: bool,
}

/// Checks the cards of a folder.
pub(super) fn check(
    scritte: &[SchedaScritta],
    contesto: Contesto<'_>,
    inspection: &mut Inspection<'_>,
) -> Schede {
    let mut obiettivi = Vec::with_capacity(scritte.len());
    let mut primi: BTreeMap<String, Place> = BTreeMap::new();
    for scritta in scritte {
        let Some(obiettivo) = obiettivo(scritta, contesto, inspection) else {
            continue;
        };
        let luogo = luogo(scritta);
        if let Some(primo) = primi.get(&obiettivo.codice.senza_maiuscole()) {
            let (codice, primo) = (obiettivo.codice.to_string(), primo.clone());
            inspection.nota(luogo, Genere::CodiceRipetuto { codice, primo });
        } else {
            primi.insert(obiettivo.codice.senza_maiuscole(), luogo.clone());
            obiettivi.push(obiettivo);
        }
    }
    let tutte_lette = obiettivi.len() == scritte.len();
    Schede {
        obiettivi,
        tutte_lette,
    }
}

/// Where a card's code stands.
pub(super) fn luogo(scritta: &SchedaScritta) -> &Place {
    let codice = scritta.codice.as_ref();
    codice.map_or(&scritta.about.posto, |codice| &codice.luogo)
}

fn obiettivo(
    scritta: &SchedaScritta,
    contesto: Contesto<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<Obiettivo> {
    let about = &scritta.about;
    let codice = inspection
        .dovuto(scritta.codice.as_ref(), "codice", Forma::Scheda, about)
        .and_then(|codice| inspection.codice(codice));
    let titolo = inspection
        .dovuto(scritta.titolo.as_ref(), "titolo", Forma::Scheda, about)
        .map(|titolo| titolo.testo.clone());
    let ambito = ambito(scritta, contesto, inspection);
    let conta = quanto_conta(scritta, contesto, inspection);
    let annualita = match &scritta.annualita {
        None => Some(None),
        Some(annualita) => inspection
            .letto(annualita, leggi_annualita, |scritto| {
                Genere::AnnualitaNonValida { scritto }
            })
            .map(Some),
    };
    let anni = anni(scritta.anno.as_ref(), contesto.anni, inspection);
    let anno = Anno {
        anni: anni.unwrap_or(contesto.anni),
        settori: contesto.settori,
    };
    let indicatori = letti(scritta.indicatori.as_deref(), |scritto| {
        indicatore(scritto, anno, inspection)
    });
    let fasi = letti(scritta.fasi.as_deref(), |scritta| {
        fase(scritta, anno.anni.dal(), inspection)
    });
    let tipi = scritta.tipo.iter().flat_map(|Lista(tipi)| tipi);
    let tipi = tipi.filter_map(|tipo| {
        let vocabolario = Vocabolario::TipoObiettivo;
        fra_le_parole(tipo, &TipoObiettivo::PAROLE, vocabolario, inspection)
    });
    let tipi = tipi.collect();
    let personale = scritta.personale.iter().flatten();
    let personale = personale
        .map(|scritta| persona(scritta, contesto.personale, inspection))
        .collect();
    let legami = legami(scritta, contesto.programmi, inspection);
    let segnalazioni = segnalazioni(scritta.segnalazioni.as_deref(), inspection);
    let alias = pubblicazione::alias(scritta.alias.as_ref(), inspection);
    let obiettivo = Obiettivo {
        alias,
        numero: parole(scritta.numero.as_ref()),
        annualita: annualita?,
        anni,
        tipi,
        responsabile: parole(scritta.responsabile.as_ref()).map(Responsabile),
        legami,
        descrizione: parole(scritta.descrizione.as_ref()),
        fasi,
        risorse: Risorse {
            umane: parole(scritta.risorse_umane.as_ref()),
            strumentali: parole(scritta.risorse_strumentali.as_ref()),
            costi: parole(scritta.costi.as_ref()),
            attesi: parole(scritta.risultati_attesi.as_ref()),
            ottenuti: parole(scritta.risultati_ottenuti.as_ref()),
        },
        indicatori,
        personale,
        segnalazioni,
        ..Obiettivo::nuovo(codice?, titolo?, ambito?, conta?)
    };
    riscontri(scritta, &obiettivo, inspection);
    pesi_degli_indicatori(scritta, &obiettivo, inspection);
    Some(obiettivo)
}

/// What is understood of a list, in no more memory than it takes: a plan has thousands of cards.
fn letti<S, T>(scritti: Option<&[S]>, leggi: impl FnMut(&S) -> Option<T>) -> Vec<T> {
    let scritti = scritti.unwrap_or_default();
    let mut letti = Vec::with_capacity(scritti.len());
    letti.extend(scritti.iter().filter_map(leggi));
    letti
}

/// A weight is due as soon as some card of the ciclo has one; a part of another objective may go
/// without.
fn quanto_conta(
    scritta: &SchedaScritta,
    contesto: Contesto<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<Conta> {
    if contesto.pesi == Pesati::No && scritta.peso.is_none() || scritta.parte_di.is_some() {
        let peso = scritta.peso.as_ref();
        return peso.map_or(Some(Conta::SenzaPeso), |peso| {
            conta(peso, Decimal::ONE_HUNDRED, inspection)
        });
    }
    let about = &scritta.about;
    let peso = inspection.dovuto(scritta.peso.as_ref(), "peso", Forma::Scheda, about)?;
    conta(peso, contesto.regole.pesi.massimo(), inspection)
}

fn anni(scritti: Option<&Scritto>, ciclo: Anni, inspection: &mut Inspection<'_>) -> Option<Anni> {
    let scritti = scritti?;
    let anni = inspection.letto(scritti, leggi_anni, |scritto| Genere::AnnoNonValido {
        scritto,
    })?;
    if !ciclo.comprende(anni) {
        let genere = Genere::AnniFuoriCiclo {
            scritto: scritti.testo.clone(),
            anni: ciclo,
        };
        inspection.nota(&scritti.luogo, genere);
    }
    Some(anni)
}

fn ambito(
    scritta: &SchedaScritta,
    contesto: Contesto<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<Ambito> {
    if let Some(quote) = scritta.quote.as_ref().filter(|quote| !quote.is_empty()) {
        let una = "quote";
        for (altra, scritto) in [("settore", &scritta.settore), ("ufficio", &scritta.ufficio)] {
            if let Some(scritto) = scritto {
                inspection.nota(&scritto.luogo, Genere::DueModi { una, altra });
            }
        }
        return condiviso(quote, contesto, inspection);
    }
    let about = &scritta.about;
    let scritto = inspection.dovuto(scritta.settore.as_ref(), "settore", Forma::Scheda, about)?;
    if scritto.testo.eq_ignore_ascii_case(STRUTTURA) {
        if let Some(ufficio) = &scritta.ufficio {
            let (una, altra) = ("settore: struttura", "ufficio");
            inspection.nota(&ufficio.luogo, Genere::DueModi { una, altra });
        }
        return Some(Ambito::Struttura);
    }
    let settore = noto(scritto, contesto.settori, inspection)?;
    let ufficio = scritta.ufficio.as_ref();
    let ufficio = ufficio.and_then(|u| ufficio_di(u, &settore, contesto, inspection));
    Some(Ambito::Settore { settore, ufficio })
}

fn ufficio_di(
    scritto: &Scritto,
    settore: &Codice,
    contesto: Contesto<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<Codice> {
    let mut settori = contesto.settori.iter();
    let settore = settori.find(|altro| altro.codice == *settore)?;
    let mut uffici = settore.uffici.iter();
    let noto = uffici.find(|ufficio| ufficio.codice.as_str() == scritto.testo);
    if noto.is_none() {
        let noti = settore.uffici.iter();
        let genere = Genere::RiferimentoSconosciuto {
            a: Riferimento::Ufficio,
            scritto: scritto.testo.clone(),
            noti: noti.map(|ufficio| ufficio.codice.to_string()).collect(),
        };
        inspection.nota(&scritto.luogo, genere);
    }
    noto.map(|ufficio| ufficio.codice.clone())
}

/// The shares of an objective sum to 100 %; none written, they are equal.
fn condiviso(
    scritte: &[QuotaScritta],
    contesto: Contesto<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<Ambito> {
    let uguale = Decimal::ONE_HUNDRED / Decimal::from(scritte.len());
    let senza = scritte.iter().all(|quota| quota.quota.is_none());
    let quote: Vec<Option<Quota>> = scritte
        .iter()
        .map(|scritta| {
            let about = &scritta.about;
            let settore = inspection
                .dovuto(scritta.settore.as_ref(), "settore", Forma::Quota, about)
                .and_then(|settore| noto(settore, contesto.settori, inspection));
            let parte = if senza {
                Some(Percentuale::new(uguale))
            } else {
                inspection
                    .dovuto(scritta.quota.as_ref(), "quota", Forma::Quota, about)
                    .and_then(|quota| percentuale(quota, inspection))
            };
            let mut data =
                |scritta: Option<&Scritto>| giorno(scritta, contesto.anni.dal(), inspection);
            let (dal, al) = (data(scritta.dal.as_ref()), data(scritta.al.as_ref()));
            Some(Quota {
                settore: settore?,
                responsabile: parole(scritta.responsabile.as_ref()).map(Responsabile),
                parte: parte?,
                dal,
                al,
            })
        })
        .collect();
    let quote: Vec<Quota> = quote.into_iter().collect::<Option<_>>()?;
    let parti: Vec<Decimal> = quote.iter().map(|quota| quota.parte.punti()).collect();
    let tornano = senza || parti.iter().sum::<Decimal>() == Decimal::ONE_HUNDRED;
    let prima = scritte.iter().find_map(|scritta| scritta.quota.as_ref());
    if let (false, Some(prima)) = (tornano, prima) {
        inspection.nota(&prima.luogo, Genere::QuoteNonCento { quote: parti });
        // Sums over its weight would tell the same mistake again.
        return None;
    }
    Some(Ambito::Condiviso(quote))
}

fn fase(scritta: &FaseScritta, anno: i32, inspection: &mut Inspection<'_>) -> Option<Fase> {
    let about = &scritta.about;
    let scritti = scritta.mesi.as_ref();
    let mesi = scritti.and_then(|scritti| mesi(scritti, anno, inspection));
    let dovuta = scritta.descrizione.as_ref();
    let descrizione = inspection.dovuto(dovuta, "descrizione", Forma::Fase, about)?;
    Some(Fase {
        descrizione: descrizione.testo.clone(),
        mesi,
    })
}

/// A name that is not to be published goes no further than this.
fn persona(
    scritta: &PersonaScritta,
    nomi: NomiPersonale,
    inspection: &mut Inspection<'_>,
) -> Persona {
    let partecipazione = scritta.partecipazione.as_ref();
    Persona {
        categoria: parole(scritta.categoria.as_ref()),
        nome: match nomi {
            NomiPersonale::Pubblicati => parole(scritta.nome.as_ref()),
            NomiPersonale::Riservati => None,
        },
        partecipazione: partecipazione.and_then(|scritta| percentuale(scritta, inspection)),
    }
}

/// As soon as one indicator of a card has a weight, all must: one without would count next to nothing.
fn pesi_degli_indicatori(
    scritta: &SchedaScritta,
    obiettivo: &Obiettivo,
    inspection: &mut Inspection<'_>,
) {
    let mut indicatori = obiettivo.indicatori.iter();
    if !indicatori.any(|indicatore| matches!(indicatore.conta, Conta::Peso(_))) {
        return;
    }
    for scritto in scritta.indicatori.iter().flatten() {
        let peso = scritto.peso.as_ref();
        inspection.dovuto(peso, "peso", Forma::Indicatore, &scritto.about);
    }
}

/// Words flagged as approved must stand in the card, or somebody has corrected them.
fn riscontri(scritta: &SchedaScritta, obiettivo: &Obiettivo, inspection: &mut Inspection<'_>) {
    let testi = testi(obiettivo);
    for segnalazione in scritta.segnalazioni.iter().flatten() {
        let Some(come) = &segnalazione.come_approvato else {
            continue;
        };
        let parole: Vec<&str> = come.testo.split_whitespace().collect();
        let parole = parole.join(" ");
        // A misspelt kind cannot stand in the card, which knows only the right ones.
        let tipi = obiettivo.tipi.iter().map(|tipo| tipo.parola());
        let svista = nearest(&parole, tipi).is_some();
        if !svista && !testi.iter().any(|testo| testo.contains(&parole)) {
            let scritto = come.testo.clone();
            inspection.nota(&come.luogo, Genere::SegnalazioneSenzaRiscontro { scritto });
        }
    }
}

/// Everything that a card says, text by text, with single spaces.
fn testi(obiettivo: &Obiettivo) -> Vec<String> {
    let risorse = &obiettivo.risorse;
    let interi = [
        Some(&obiettivo.titolo),
        obiettivo.numero.as_ref(),
        obiettivo.descrizione.as_ref(),
        obiettivo.legami.dup.as_ref(),
        risorse.umane.as_ref(),
        risorse.strumentali.as_ref(),
        risorse.costi.as_ref(),
        risorse.attesi.as_ref(),
        risorse.ottenuti.as_ref(),
    ];
    let fasi = obiettivo.fasi.iter().map(|fase| &fase.descrizione);
    let indicatori = obiettivo.indicatori.iter().flat_map(|indicatore| {
        let atteso = indicatore.atteso.unico().map(|valore| &valore.scritto);
        [
            Some(&indicatore.nome),
            indicatore.tempistica.as_ref(),
            atteso,
        ]
    });
    interi
        .into_iter()
        .flatten()
        .chain(fasi)
        .chain(indicatori.flatten())
        .map(|testo| testo.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}
