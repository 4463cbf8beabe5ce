//! Rules on what a result says of one objective: judgement, checks, what lies behind.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::inspection::{Inspection, data, parole};
use super::numeri::{fra_le_parole, grado, percentuale_fino_a};
use super::problema::{Chiave, Genere, Vocabolario};
use super::settore::{noto, segnalazioni};
use crate::model::{
    Ambito, Codice, Dichiarazione, Esito, LegameStruttura, Obiettivo, Percentuale, Regole,
    Risultato, Scostamento, Settore, Valutazione, Verifica, leggi_punti,
};
use crate::source::form::{Lista, Scritto, Voci};
use crate::source::written::{RisultatoScritto, ScostamentoScritto, VerificaScritta};

/// What a result is read against.
#[derive(Clone, Copy)]
pub(super) struct Metro<'a> {
    /// The settori of the ciclo.
    pub(super) settori: &'a [Settore],
    /// How it counts.
    pub(super) regole: &'a Regole,
    /// The year that dates without year are of.
    pub(super) anno: i32,
}

/// What came of an objective.
pub(super) fn risultato(
    scritto: &RisultatoScritto,
    obiettivo: &Obiettivo,
    metro: Metro<'_>,
    inspection: &mut Inspection<'_>,
) -> Risultato {
    let esito = esito(scritto, obiettivo, metro, inspection);
    let massimo = metro.regole.grado_massimo;
    let dichiarato = scritto.dichiarato.as_ref();
    let dichiarato = dichiarato.and_then(|scritto| grado(scritto, massimo, inspection));
    let in_griglia = scritto.in_griglia.iter().flat_map(|Lista(testi)| testi);
    let mut verifica = |scritta: Option<&VerificaScritta>| {
        scritta.map(|scritta| Box::new(self::verifica(scritta, metro, inspection)))
    };
    let intermedia = verifica(scritto.verifica_intermedia.as_deref());
    let finale = verifica(scritto.verifica_finale.as_deref());
    Risultato {
        dichiarato: dichiarato.map(|grado| Dichiarazione {
            grado,
            da: parole(scritto.dichiarato_da.as_ref()),
        }),
        in_griglia: in_griglia.map(|testo| testo.testo.clone()).collect(),
        ottenuti: parole(scritto.risultati_ottenuti.as_ref()),
        motivazione: parole(scritto.motivazione.as_ref()),
        nota: parole(scritto.nota.as_ref()),
        intermedia,
        finale: con_scostamento(finale, scritto, inspection),
        segnalazioni: segnalazioni(scritto.segnalazioni.as_deref(), inspection),
        ..Risultato::vuoto(esito)
    }
}

/// A judgement may be said as a grade, as points or in words, in one of the three.
pub(super) fn valutazione(
    scritto: &RisultatoScritto,
    massimo: Percentuale,
    inspection: &mut Inspection<'_>,
) -> Option<Valutazione> {
    let modi: [(Chiave, Option<&Scritto>); 3] = [
        ("grado", scritto.grado.as_ref()),
        ("punti", scritto.punti.as_ref()),
        ("esito", scritto.esito.as_ref()),
    ];
    let mut detti = modi
        .into_iter()
        .filter_map(|(chiave, modo)| Some((chiave, modo?)));
    let (una, primo) = detti.next()?;
    if let Some((altra, secondo)) = detti.next() {
        // A judgement in words beside a figure says the same twice, or contradicts it.
        inspection.nota(&secondo.luogo, Genere::DueModi { una, altra });
    }
    match una {
        "grado" => grado(primo, massimo, inspection).map(Valutazione::Grado),
        "punti" => {
            let genere = |scritto| Genere::PuntiNonValidi { scritto };
            let punti = inspection.letto(primo, leggi_punti, genere)?;
            self::punti(punti, primo, massimo, inspection)
        }
        _ => {
            let vocabolario = Vocabolario::Valutazione;
            fra_le_parole(primo, &Valutazione::PAROLE, vocabolario, inspection)
        }
    }
}

fn esito(
    scritto: &RisultatoScritto,
    obiettivo: &Obiettivo,
    metro: Metro<'_>,
    inspection: &mut Inspection<'_>,
) -> Esito {
    let codice = obiettivo.codice.to_string();
    let massimo = metro.regole.grado_massimo;
    let gradi = scritto.gradi.as_ref();
    match (&obiettivo.ambito, gradi) {
        (Ambito::Settore { .. }, Some(Voci(gradi))) => {
            let luogo = gradi
                .first()
                .map_or(&scritto.about.posto, |(chiave, _)| &chiave.luogo);
            inspection.nota(luogo, Genere::GradoDovuto { obiettivo: codice });
            Esito::Unico(valutazione(scritto, massimo, inspection))
        }
        (Ambito::Settore { .. } | Ambito::Condiviso(_), None) => {
            Esito::Unico(valutazione(scritto, massimo, inspection))
        }
        (Ambito::Struttura | Ambito::Condiviso(_), gradi) => {
            let uno_solo = [
                ("grado", &scritto.grado),
                ("punti", &scritto.punti),
                ("esito", &scritto.esito),
            ];
            for (altra, scritto) in uno_solo {
                if let Some(scritto) = scritto {
                    let genere = if gradi.is_some() {
                        Genere::DueModi {
                            una: "gradi",
                            altra,
                        }
                    } else {
                        let obiettivo = codice.clone();
                        Genere::GradiDovuti { obiettivo }
                    };
                    inspection.nota(&scritto.luogo, genere);
                }
            }
            let mut per_settore = BTreeMap::new();
            for (chiave, valore) in gradi.iter().flat_map(|Voci(gradi)| gradi) {
                let codice = noto(chiave, metro.settori, inspection);
                let valore = in_breve(valore, massimo, inspection);
                autonomo(chiave, codice.as_ref(), metro.settori, inspection);
                per_settore.extend(codice.zip(valore));
            }
            Esito::PerSettore(per_settore)
        }
    }
}

/// A judgement in one value: `95%`, `18 su 20`, `rinviato`.
fn in_breve(
    scritto: &Scritto,
    massimo: Percentuale,
    inspection: &mut Inspection<'_>,
) -> Option<Valutazione> {
    if let Some(detto) = super::inspection::parola(&scritto.testo, &Valutazione::PAROLE) {
        return Some(detto);
    }
    match leggi_punti(&scritto.testo) {
        Ok(punti) => self::punti(punti, scritto, massimo, inspection),
        Err(_) => grado(scritto, massimo, inspection).map(Valutazione::Grado),
    }
}

/// Points are a grade too: they cannot be more than the highest one.
fn punti(
    (ottenuti, su): (Decimal, Decimal),
    scritto: &Scritto,
    massimo: Percentuale,
    inspection: &mut Inspection<'_>,
) -> Option<Valutazione> {
    let punti = Valutazione::Punti {
        ottenuti,
        massimo: su,
    };
    if punti.grado().is_some_and(|grado| grado <= massimo) {
        return Some(punti);
    }
    let genere = Genere::GradoNonValido {
        scritto: scritto.testo.clone(),
        massimo,
    };
    inspection.nota(&scritto.luogo, genere);
    None
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

fn verifica(
    scritta: &VerificaScritta,
    metro: Metro<'_>,
    inspection: &mut Inspection<'_>,
) -> Verifica {
    let al = scritta.al.as_ref();
    let massimo = metro.regole.grado_massimo;
    let mut media = |scritta: Option<&Scritto>| {
        scritta.and_then(|scritta| percentuale_fino_a(scritta, massimo, inspection))
    };
    Verifica {
        valore_raggiunto: media(scritta.valore_raggiunto.as_ref()),
        rispetto_tempi: media(scritta.rispetto_tempi.as_ref()),
        al: al.and_then(|al| data(al, Some(metro.anno), inspection)),
        scostamento: scostamento(scritta.scostamento.as_deref()),
    }
}

/// What is behind the plan may be said of the result, which means at the end.
fn con_scostamento(
    finale: Option<Box<Verifica>>,
    scritto: &RisultatoScritto,
    inspection: &mut Inspection<'_>,
) -> Option<Box<Verifica>> {
    let Some(detto) = &scritto.scostamento else {
        return finale;
    };
    let mut finale = finale.unwrap_or_default();
    if finale.scostamento.vuoto() {
        finale.scostamento = scostamento(Some(detto));
    } else {
        let genere = Genere::DueModi {
            una: "verifica_finale",
            altra: "scostamento",
        };
        inspection.nota(&detto.about.posto, genere);
    }
    Some(finale)
}

fn scostamento(scritto: Option<&ScostamentoScritto>) -> Scostamento {
    let Some(scritto) = scritto else {
        return Scostamento::default();
    };
    let provvedimenti = scritto.provvedimenti.as_ref();
    Scostamento {
        cause: parole(scritto.cause.as_ref()),
        cause_esterne: parole(scritto.cause_esterne.as_ref()),
        effetti: parole(scritto.effetti.as_ref()),
        intrapresi: parole(provvedimenti.and_then(|p| p.intrapresi.as_ref())),
        da_attivare: parole(provvedimenti.and_then(|p| p.da_attivare.as_ref())),
    }
}
