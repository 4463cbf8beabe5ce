//! The documents that go with the acts: what each says, in order.
//!
//! This module owns the content of every PDF as a [`Document`] of semantic blocks. It never lays
//! out, and computes nothing that [`crate::score`] and [`crate::griglia`] do not already say.

mod griglia;
mod relazione;
mod scheda;
mod schede;
mod tabella;

use chrono::NaiveDate;

use crate::document::{Document, Info, PageLabel, Running, Status};
use crate::lingua;
use crate::model::{Atto, Ciclo, Ente, RuoloAtto};

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

impl Allegato {
    fn nuovo(
        ciclo: &Ciclo,
        ruolo: RuoloAtto,
        nome: &str,
        titolo: String,
        documento: Document,
    ) -> Self {
        Self {
            file: format!("{nome}-{}.pdf", ciclo.codice),
            titolo,
            atto: ciclo.atto_adottato(ruolo).cloned(),
            data: documento.info.date,
            documento,
        }
    }
}

/// The documents of a ciclo: the cards if they say how, the griglia unless there is only a plan, the
/// relazione if it is written.
#[must_use]
pub fn del_ciclo(ente: &Ente, ciclo: &Ciclo) -> Vec<Allegato> {
    let schede = schede::ci_sono(ciclo).then(|| schede::allegato(ente, ciclo));
    let griglia = griglia::ci_sono(ciclo).then(|| griglia::allegato(ente, ciclo));
    let relazione = ciclo
        .relazione
        .as_ref()
        .map(|relazione| relazione::allegato(ente, ciclo, relazione));
    schede.into_iter().chain(griglia).chain(relazione).collect()
}

/// How many documents a ciclo has, without writing them.
#[must_use]
pub fn quanti(ciclo: &Ciclo) -> usize {
    let ci_sono = [
        schede::ci_sono(ciclo),
        griglia::ci_sono(ciclo),
        ciclo.relazione.is_some(),
    ];
    ci_sono.into_iter().filter(|c_e| *c_e).count()
}

/// The date of a document: for what closes the year that of the relazione; else that of the act that
/// approves it, else of the latest act, else the first day of the year. Never today: the same content
/// gives the same bytes on any day.
fn data(ciclo: &Ciclo, ruolo: RuoloAtto) -> NaiveDate {
    let chiusura = match ruolo {
        RuoloAtto::Relazione => ciclo
            .relazione
            .as_ref()
            .and_then(|relazione| relazione.data),
        RuoloAtto::Piano | RuoloAtto::Peg | RuoloAtto::Modifica => None,
    };
    let approvazione = ciclo.atto_adottato(ruolo).and_then(Atto::data);
    chiusura
        .or(approvazione)
        .or_else(|| ciclo.atti.iter().filter_map(Atto::data).max())
        .or_else(|| NaiveDate::from_ymd_opt(ciclo.anno, 1, 1))
        .unwrap_or_default()
}

/// A document that an act of some role approves, without its cover and content.
fn documento(
    ente: &Ente,
    ciclo: &Ciclo,
    ruolo: RuoloAtto,
    titolo: &str,
    argomento: &str,
) -> Document {
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
            date: data(ciclo, ruolo),
        },
        running: Running {
            head_start: ente.denominazione.clone(),
            head_end: titolo.to_owned(),
            foot: provenienza(ciclo, ruolo),
            page_label: PageLabel {
                before: "pagina ".to_owned(),
                between: " di ".to_owned(),
            },
        },
        status: match ciclo.atto_adottato(ruolo) {
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
fn provenienza(ciclo: &Ciclo, ruolo: RuoloAtto) -> String {
    ciclo.atto_adottato(ruolo).map_or_else(
        || "Atto di approvazione da indicare".to_owned(),
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
