//! The documents that go with the acts: what each says, in order.
//!
//! This module owns the content of every PDF as a [`Document`] of semantic blocks. It never lays
//! out, and computes nothing that [`crate::score`] and [`crate::griglia`] do not already say.

mod chiusura;
mod grafici;
mod griglia;
mod modifiche;
mod quali;
mod racconto;
mod relazione;
mod scheda;
mod schede;
mod tabella;

pub use self::racconto::{Raccontato, Racconto};

use std::sync::Arc;

use chrono::NaiveDate;

use crate::document::{
    Block, Document, Emblem, Info, Letterhead, PageLabel, Pictures, Running, Status,
};
use crate::lingua;
use crate::model::{Atto, Ciclo, DatiAllegati, Ente, Modifica, Relazione, RuoloAtto};
use crate::parole::Parole;

/// A document to be published with a ciclo.
#[derive(Debug, Clone, PartialEq)]
pub struct Allegato {
    /// Its file's name: `griglia-report-valutazione-2023.pdf`.
    pub file: String,
    /// Its title.
    pub titolo: String,
    /// The adopted act that it goes with.
    pub atto: Option<Atto>,
    /// What the act that it goes with does for the ciclo.
    pub ruolo: RuoloAtto,
    /// Its date.
    pub data: NaiveDate,
    /// Whether it carries the open data of the ciclo.
    pub dati: DatiAllegati,
    /// What it says.
    pub documento: Document,
}

/// A document that a ciclo has.
enum Genere<'a> {
    /// The cards of the plan as approved, if they say how.
    Schede,
    /// The cards that an act changes.
    Modifica(&'a Modifica),
    /// The cards as they ended, with what came of them.
    SchedeFinali,
    /// The griglia, unless there is only a plan.
    Griglia,
    /// The relazione, if it is written.
    Relazione(&'a Relazione),
}

fn generi(ciclo: &Ciclo) -> Vec<Genere<'_>> {
    let modifiche = ciclo.modifiche.iter();
    let modifiche = modifiche.filter(|modifica| !modifica.cambi.is_empty());
    let finali = quali::raccontano_di_piu(&ciclo.obiettivi) && ciclo.ha_rendiconto();
    let schede = quali::dicono_di_piu(ciclo.originari()).then_some(Genere::Schede);
    schede
        .into_iter()
        .chain(modifiche.map(Genere::Modifica))
        .chain(finali.then_some(Genere::SchedeFinali))
        .chain(griglia::c_e(ciclo).then_some(Genere::Griglia))
        .chain(ciclo.relazione.as_ref().map(Genere::Relazione))
        .collect()
}

/// The documents of a ciclo.
#[must_use]
pub fn del_ciclo(ente: &Ente, ciclo: &Ciclo, parole: &Parole) -> Vec<Allegato> {
    uno_alla_volta(ente, ciclo, parole)
        .map(Raccontato::scritto)
        .collect()
}

/// The same, each begun when it is asked for, and the long ones still to be told: of a large ciclo not even one is
/// whole in memory.
pub fn uno_alla_volta<'a>(
    ente: &'a Ente,
    ciclo: &'a Ciclo,
    parole: &'a Parole,
) -> impl Iterator<Item = Raccontato<'a>> {
    generi(ciclo).into_iter().map(move |genere| match genere {
        Genere::Schede => schede::del_piano(ente, ciclo, parole),
        Genere::Modifica(modifica) => modifiche::allegato(ente, ciclo, modifica, parole).into(),
        Genere::SchedeFinali => schede::finali(ente, ciclo, parole),
        Genere::Griglia => griglia::allegato(ente, ciclo, parole).into(),
        Genere::Relazione(relazione) => relazione::allegato(ente, ciclo, relazione, parole).into(),
    })
}

/// How many documents a ciclo has, without writing them.
#[must_use]
pub fn quanti(ciclo: &Ciclo) -> usize {
    generi(ciclo).len()
}

/// The act that a document is attached to, and the date that the document has.
struct Origine<'a> {
    parole: &'a Parole,
    /// What the act does for the ciclo.
    ruolo: RuoloAtto,
    /// Once it is adopted; until then the document is a draft.
    atto: Option<Atto>,
    /// Never today: the same content gives the same bytes on any day.
    data: NaiveDate,
}

impl<'a> Origine<'a> {
    /// The act that plays a role in the ciclo. What closes the year has the date of the relazione.
    fn del_ruolo(ciclo: &Ciclo, ruolo: RuoloAtto, parole: &'a Parole) -> Self {
        let chiusura = match ruolo {
            RuoloAtto::Relazione => ciclo
                .relazione
                .as_ref()
                .and_then(|relazione| relazione.data),
            RuoloAtto::Piano | RuoloAtto::Peg | RuoloAtto::Modifica => None,
        };
        let atto = ciclo.atto_adottato(ruolo);
        Self {
            ruolo,
            atto: atto.cloned(),
            data: Self::data(ciclo, atto, chiusura),
            parole,
        }
    }

    /// An act of its own.
    fn dell_atto(ciclo: &Ciclo, atto: &Atto, parole: &'a Parole) -> Self {
        let adottato = atto.data().map(|_| atto);
        Self {
            ruolo: atto.ruolo,
            atto: adottato.cloned(),
            data: Self::data(ciclo, adottato, None),
            parole,
        }
    }

    /// Without a date of its own a document has that of its act, else of the latest act of the ciclo,
    /// else of the first day of the year.
    fn data(ciclo: &Ciclo, atto: Option<&Atto>, data: Option<NaiveDate>) -> NaiveDate {
        data.or_else(|| atto.and_then(Atto::data))
            .or_else(|| ciclo.atti.iter().filter_map(Atto::data).max())
            .or_else(|| NaiveDate::from_ymd_opt(ciclo.anni.dal(), 1, 1))
            .unwrap_or_default()
    }

    /// The act, in words.
    fn provenienza(&self) -> String {
        self.atto.as_ref().map_or_else(
            || self.parole.allegati.atto_da_indicare.to_string(),
            |atto| {
                let atto = lingua::atto(atto, self.parole);
                self.parole.allegati.allegato_a.con(&[("atto", &atto)])
            },
        )
    }

    /// Who signed the act.
    fn firme(&self) -> Option<Block> {
        chiusura::firme(self.atto.as_ref()?, self.parole)
    }

    /// A document, without its cover and content.
    fn documento(&self, ente: &Ente, ciclo: &Ciclo, titolo: &str, argomento: &str) -> Document {
        Document {
            info: Info {
                title: format!("{titolo} – {}", ente.denominazione),
                author: ente.denominazione.clone(),
                subject: argomento.to_owned(),
                keywords: vec![
                    self.parole.allegati.chiave_performance.to_string(),
                    self.parole.allegati.chiave_trasparenza.to_string(),
                    ente.denominazione.clone(),
                    ciclo.anni.to_string(),
                ],
                language: self.parole.testata.luogo_della_lingua.replace('_', "-"),
                date: self.data,
            },
            running: Running {
                head_start: ente.denominazione.clone(),
                head_end: titolo.to_owned(),
                foot: self.provenienza(),
                page_label: pagina(&self.parole.allegati.pagina),
            },
            status: match self.atto {
                Some(_) => Status::Approved,
                None => Status::Draft {
                    label: self.parole.allegati.bozza.to_string(),
                },
            },
            note_label: format!("{} ", self.parole.scheda.nota.as_str()),
            letterhead: Some(intestazione(ente)),
            cover: None,
            blocks: Vec::new(),
            pictures: Pictures::new(),
        }
    }

    /// The document as it is published.
    fn allegato(
        self,
        nome: &str,
        titolo: String,
        ente: &Ente,
        mut documento: Document,
    ) -> Allegato {
        lingua::glossario(ente).mark(&mut documento.blocks);
        Allegato {
            file: format!("{nome}.pdf"),
            titolo,
            // The data tell how the year went: they go with what closes it.
            dati: match self.ruolo {
                RuoloAtto::Relazione => ente.dati_allegati,
                RuoloAtto::Piano | RuoloAtto::Peg | RuoloAtto::Modifica => DatiAllegati::No,
            },
            atto: self.atto,
            ruolo: self.ruolo,
            data: self.data,
            documento,
        }
    }
}

/// What stands around the number of a page and that of all: *pagina {n} di {tutte}*.
fn pagina(parole: &str) -> PageLabel {
    let (before, rest) = parole.split_once("{n}").unwrap_or((parole, " "));
    let (between, _) = rest.split_once("{tutte}").unwrap_or((rest, ""));
    PageLabel {
        before: before.to_owned(),
        between: between.to_owned(),
    }
}

/// Whose document it is.
fn intestazione(ente: &Ente) -> Letterhead {
    Letterhead {
        body: ente.denominazione.clone(),
        detail: ente.territorio.clone(),
        emblem: ente.stemma.as_ref().map(|stemma| Emblem {
            picture: Arc::clone(&stemma.immagine),
            alt: stemma.testo_alternativo.clone(),
        }),
    }
}

/// Place and date: *Caluso, 3 maggio 2024*; `None` until the relazione is dated.
fn luogo_e_data(ente: &Ente, ciclo: &Ciclo, parole: &Parole) -> Option<String> {
    let relazione = ciclo.relazione.as_ref()?;
    let luogo = relazione.luogo.as_ref().unwrap_or(&ente.luogo);
    relazione
        .data
        .map(|giorno| format!("{luogo}, {}", lingua::data(giorno, parole)))
}
