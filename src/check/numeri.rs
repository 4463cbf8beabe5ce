//! Numbers, percentages, words and dates of single keys: each understood, or noted.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::inspection::{Inspection, data, parola};
use super::problema::{Genere, Vocabolario};
use super::valori::grado_dubbio;
use crate::model::{Conta, Percentuale, leggi_percentuale, leggi_peso};
use crate::source::form::Scritto;

/// The word that stands where a weight is due, for what cancels the result when it is not met.
const CONDIZIONE: &str = "condizione";

/// How much something counts: a weight out of a total, or `condizione`.
pub(super) fn conta(
    scritto: &Scritto,
    totale: Decimal,
    inspection: &mut Inspection<'_>,
) -> Option<Conta> {
    if scritto.testo.eq_ignore_ascii_case(CONDIZIONE) {
        return Some(Conta::Condizione);
    }
    let leggi = |testo: &str| leggi_peso(testo, totale);
    inspection
        .letto(scritto, leggi, |scritto| Genere::PesoNonValido {
            scritto,
            totale,
        })
        .map(Conta::Peso)
}

/// A grade, up to the highest that the ente gives.
pub(super) fn grado(
    scritto: &Scritto,
    massimo: Percentuale,
    inspection: &mut Inspection<'_>,
) -> Option<Percentuale> {
    let leggi = |testo: &str| leggi_percentuale(testo, massimo);
    let grado = inspection.letto(scritto, leggi, |scritto| Genere::GradoNonValido {
        scritto,
        massimo,
    })?;
    if let Some(dubbio) = grado_dubbio(&scritto.testo, grado) {
        inspection.nota(&scritto.luogo, Genere::Valore(dubbio));
    }
    Some(grado)
}

/// A percentage that is no grade: 0–100 %.
pub(super) fn percentuale(
    scritto: &Scritto,
    inspection: &mut Inspection<'_>,
) -> Option<Percentuale> {
    percentuale_fino_a(scritto, Percentuale::CENTO, inspection)
}

/// A percentage up to a highest one.
pub(super) fn percentuale_fino_a(
    scritto: &Scritto,
    massimo: Percentuale,
    inspection: &mut Inspection<'_>,
) -> Option<Percentuale> {
    let leggi = |testo: &str| leggi_percentuale(testo, massimo);
    inspection.letto(scritto, leggi, |scritto| Genere::PercentualeNonValida {
        scritto,
        massimo,
    })
}

/// The value of a word, among those that a key accepts; notes it if it is none of them.
pub(super) fn fra_le_parole<T: Copy>(
    scritto: &Scritto,
    parole: &[(&str, T)],
    vocabolario: Vocabolario,
    inspection: &mut Inspection<'_>,
) -> Option<T> {
    let leggi = |testo: &str| parola(testo, parole).ok_or(());
    inspection.letto(scritto, leggi, |scritto| Genere::ParolaNonAmmessa {
        scritto,
        vocabolario,
    })
}

/// Yes or no, as one of two values; the first where nothing is written.
pub(super) fn si_o_no<T: Copy>(
    scritto: Option<&Scritto>,
    [altrimenti, si, no]: [T; 3],
    inspection: &mut Inspection<'_>,
) -> T {
    let parole = [("sì", si), ("si", si), ("no", no)];
    scritto
        .and_then(|scritto| fra_le_parole(scritto, &parole, Vocabolario::SiNo, inspection))
        .unwrap_or(altrimenti)
}

/// A date where one may be written; without a year it is of `anno`.
pub(super) fn giorno(
    scritto: Option<&Scritto>,
    anno: i32,
    inspection: &mut Inspection<'_>,
) -> Option<NaiveDate> {
    data(scritto?, Some(anno), inspection)
}
