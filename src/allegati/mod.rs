//! The documents that go with the acts: what each says, in order.
//!
//! This module owns the content of every PDF as a [`Document`] of semantic blocks. It never lays
//! out, and computes nothing that [`crate::score`] and [`crate::griglia`] do not already say.

mod griglia;
mod relazione;
mod tabella;

use chrono::NaiveDate;

use crate::document::{Document, Info, PageLabel, Running, Status};
use crate::lingua;
use crate::model::{Atto, Ciclo, Ente, Numerazione};

/// A document to be published with a ciclo.
#[derive(Debug, Clone, PartialEq)]
pub struct Allegato {
    /// Its file's name: `griglia-report-valutazione-2023.pdf`.
    pub file: String,
    /// Its title.
    pub titolo: String,
    /// The adopted act that it goes with.
    pub atto: Option<Atto>,
    /// Its date.
    pub data: NaiveDate,
    /// What it says.
    pub documento: Document,
}

/// The documents of a ciclo: the griglia if there are objectives, the relazione if it is written.
#[must_use]
pub fn del_ciclo(ente: &Ente, ciclo: &Ciclo) -> Vec<Allegato> {
    let griglia = (!ciclo.obiettivi.is_empty()).then(|| griglia::allegato(ente, ciclo));
    let relazione = ciclo
        .relazione
        .as_ref()
        .map(|relazione| relazione::allegato(ente, ciclo, relazione));
    griglia.into_iter().chain(relazione).collect()
}

/// The date of the documents of a ciclo: that of the relazione, else of the latest act, else the
/// first day of the year. Never today: the same content gives the same bytes on any day.
#[must_use]
pub fn data(ciclo: &Ciclo) -> NaiveDate {
    let atti = ciclo
        .atti
        .iter()
        .filter_map(|atto| match &atto.numerazione {
            Numerazione::Adottato { data, .. } => Some(*data),
            Numerazione::DaAdottare => None,
        });
    ciclo
        .relazione
        .as_ref()
        .and_then(|relazione| relazione.data)
        .or_else(|| atti.max())
        .or_else(|| NaiveDate::from_ymd_opt(ciclo.anno, 1, 1))
        .unwrap_or_default()
}

/// A document of the relazione's family, without its cover and content.
fn documento(ente: &Ente, ciclo: &Ciclo, titolo: &str, argomento: &str) -> Document {
    Document {
        info: Info {
            title: format!("{titolo} – {}", ente.denominazione),
            author: ente.denominazione.clone(),
            subject: argomento.to_owned(),
            keywords: vec![
                "performance".to_owned(),
                "trasparenza".to_owned(),
                ente.denominazione.clone(),
                ciclo.anno.to_string(),
            ],
            language: "it-IT".to_owned(),
            date: data(ciclo),
        },
        running: Running {
            head_start: ente.denominazione.clone(),
            head_end: titolo.to_owned(),
            foot: provenienza(ciclo),
            page_label: PageLabel {
                before: "pagina ".to_owned(),
                between: " di ".to_owned(),
            },
        },
        status: match ciclo.atto_di_approvazione() {
            Some(_) => Status::Approved,
            None => Status::Draft {
                label: "BOZZA".to_owned(),
            },
        },
        cover: None,
        blocks: Vec::new(),
    }
}

/// The act that the document is attached to.
fn provenienza(ciclo: &Ciclo) -> String {
    ciclo.atto_di_approvazione().map_or_else(
        || "Documento non ancora approvato".to_owned(),
        |atto| format!("Allegato alla deliberazione {}", lingua::atto(atto)),
    )
}

/// Place and date: *Caluso, 3 maggio 2024*; `None` until the relazione is dated.
fn luogo_e_data(ente: &Ente, ciclo: &Ciclo) -> Option<String> {
    let relazione = ciclo.relazione.as_ref()?;
    let luogo = relazione.luogo.as_ref().unwrap_or(&ente.luogo);
    relazione
        .data
        .map(|giorno| format!("{luogo}, {}", lingua::data(giorno)))
}
