//! The index of the search: everything of an ente that can be found, as a script that a page opened
//! from a disk can read too.
//!
//! This module owns what can be found and how it is written down; how it is searched is the business of
//! `themes/italia/js`. A thing is a short array, and what many things share (years, settori, states) is
//! said once and pointed at, because a plan may have ten thousand objectives.
//!
//! ```text
//! window.grigliaIndice = { tipi, anni, settori, stati, voci: [ [tipo, titolo, href, …], … ] };
//! ```

use serde::{Serialize, Serializer};

use super::links::{Href, SitePath};
use super::pages::pagina::PaginaLetta;
use super::pages::programmazione;
use super::stato::{Stato, StatoScritto};
use super::{PublishedDocument, SiteError, Sito};
use crate::document::{Block, plain_text};
use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{Ambito, Atto, Ciclo, Nodo, Obiettivo, Responsabile, Settore};
use crate::parole::Parole;
use crate::publish::OutputFile;

/// What can be found, and among what it can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Indice {
    /// The kinds of things that there are.
    pub(super) tipi: Vec<Scelta>,
    /// The years, from the most recent.
    pub(super) anni: Vec<Scelta>,
    /// The settori of all years, those of the most recent one first.
    pub(super) settori: Vec<Scelta>,
    /// How objectives went.
    pub(super) stati: Vec<Scelta>,
    voci: Vec<Trovabile>,
}

/// A value that results can be chosen by: how addresses say it, and in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Scelta {
    valore: String,
    parole: String,
}

/// Something that can be found. In the file it is an array, its fields in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Trovabile {
    tipo: Tipo,
    titolo: String,
    href: Href,
    /// Where in the list of years.
    anno: Option<usize>,
    /// Where in the list of settori: several share an objective.
    settori: Vec<usize>,
    /// Where in the list of states.
    stato: Option<usize>,
    /// What stands under its title: the state of an objective with its figure, the date of a document.
    dettaglio: String,
    codice: String,
    testo: String,
}

/// What kind of thing can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tipo {
    Obiettivo,
    Settore,
    Ufficio,
    Programmazione,
    Documento,
    Atto,
    Pagina,
}

impl Tipo {
    /// In the order in which they are offered, which is that of the numbers in the file.
    const TUTTI: [(Self, &'static str); 7] = [
        (Self::Obiettivo, "obiettivo"),
        (Self::Settore, "settore"),
        (Self::Ufficio, "ufficio"),
        (Self::Programmazione, "programmazione"),
        (Self::Documento, "documento"),
        (Self::Atto, "atto"),
        (Self::Pagina, "pagina"),
    ];

    fn parola(self, parole: &Parole) -> &str {
        match self {
            Self::Obiettivo => &parole.comune.obiettivo,
            Self::Settore => &parole.comune.settore,
            Self::Ufficio => &parole.comune.ufficio,
            Self::Programmazione => &parole.griglia.programmazione,
            Self::Documento => &parole.ricerca.documento,
            Self::Atto => &parole.ricerca.atto,
            Self::Pagina => &parole.ricerca.pagina,
        }
    }
}

impl Serialize for Trovabile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let tipo = Tipo::TUTTI.iter().position(|(tipo, _)| *tipo == self.tipo);
        (
            tipo,
            &self.titolo,
            &self.href,
            self.anno,
            &self.settori,
            self.stato,
            &self.dettaglio,
            &self.codice,
            &self.testo,
        )
            .serialize(serializer)
    }
}

impl Scelta {
    /// A value and its words.
    pub(super) fn new(valore: impl Into<String>, parole: impl Into<String>) -> Self {
        Self {
            valore: valore.into(),
            parole: parole.into(),
        }
    }

    /// Of a state.
    pub(super) fn di_stato(stato: Stato, parole: &Parole) -> Self {
        Self::new(chiave(stato), stato.parola(parole))
    }

    /// Of the settore of a plan.
    pub(super) fn di_settore(settore: &Settore) -> Self {
        Self::new(settore.codice.as_str(), settore.nome_distinto())
    }

    /// Of the objectives that are of the whole ente.
    pub(super) fn di_struttura(ciclo: &Ciclo, parole: &Parole) -> Self {
        Self::new(STRUTTURA, lingua::nome_struttura(ciclo, parole))
    }

    /// How addresses say it.
    pub(super) fn valore(&self) -> &str {
        &self.valore
    }

    /// In words.
    pub(super) fn parole(&self) -> &str {
        &self.parole
    }
}

/// How addresses call the objectives of the whole ente: a code cannot have a dot in front.
const STRUTTURA: &str = ".struttura";

/// How addresses call a state: the style sheet's names are fewer.
pub(super) const fn chiave(stato: Stato) -> &'static str {
    match stato {
        Stato::Raggiunto => "raggiunto",
        Stato::InParte => "in-parte",
        Stato::NonRaggiunto => "non-raggiunto",
        Stato::NonValutato => "non-valutato",
        Stato::NonValutabile => "non-valutabile",
        Stato::Rinviato => "rinviato",
        Stato::FuoriRelazione => "fuori-relazione",
        Stato::Eliminato => "eliminato",
    }
}

/// How an objective went, or that it left the plan.
pub(super) fn stato_di(obiettivo: &Obiettivo, ciclo: &Ciclo) -> Stato {
    match ciclo.eliminato_da(&obiettivo.codice) {
        Some(_) => Stato::Eliminato,
        None => Stato::di_obiettivo(obiettivo, ciclo),
    }
}

/// Whose an objective is, as one chooses by it.
pub(super) fn scelte_settore(obiettivo: &Obiettivo, ciclo: &Ciclo, parole: &Parole) -> Vec<Scelta> {
    match &obiettivo.ambito {
        Ambito::Struttura => vec![Scelta::di_struttura(ciclo, parole)],
        Ambito::Settore { settore, .. } => ciclo
            .settore(settore)
            .map(Scelta::di_settore)
            .into_iter()
            .collect(),
        Ambito::Condiviso(quote) => {
            let settori = quote.iter().filter_map(|q| ciclo.settore(&q.settore));
            let mut scelte: Vec<Scelta> = Vec::new();
            for scelta in settori.map(Scelta::di_settore) {
                if !scelte.contains(&scelta) {
                    scelte.push(scelta);
                }
            }
            scelte
        }
    }
}

/// Every objective of a ciclo, those taken out of the plan last.
pub(super) fn tutti(ciclo: &Ciclo) -> impl Iterator<Item = &Obiettivo> {
    let eliminati = ciclo.eliminati().into_iter().map(|(scheda, _)| scheda);
    ciclo.obiettivi.iter().chain(eliminati)
}

impl Indice {
    /// Everything of an ente.
    pub(super) fn di(sito: &Sito<'_>) -> Self {
        let mut indice = Self {
            tipi: Vec::new(),
            anni: Vec::new(),
            settori: Vec::new(),
            stati: Vec::new(),
            voci: Vec::new(),
        };
        for stato in Stato::TUTTI {
            let mut cicli = sito.ente.cicli.iter();
            if cicli.any(|ciclo| tutti(ciclo).any(|o| stato_di(o, ciclo) == stato)) {
                indice.stati.push(Scelta::di_stato(stato, sito.parole));
            }
        }
        for ciclo in &sito.ente.cicli {
            indice.aggiungi_ciclo(ciclo, sito);
        }
        for pagina in &sito.pagine {
            indice.aggiungi_pagina(pagina);
        }
        indice.tipi = Tipo::TUTTI
            .iter()
            .map(|(tipo, valore)| Scelta::new(*valore, tipo.parola(sito.parole)))
            .collect();
        indice
    }

    /// The script that the page of the search reads.
    pub(super) fn file(&self) -> Result<OutputFile, SiteError> {
        let path = SitePath::indice_ricerca().as_str().to_owned();
        let json = serde_json::to_string(self).map_err(|errore| SiteError {
            path: path.clone(),
            source: tera::Error::message(errore),
        })?;
        Ok(OutputFile {
            path,
            bytes: in_uno_script("window.grigliaIndice=", &json, ";\n").into_bytes(),
        })
    }

    /// The kinds of which there is something.
    pub(super) fn tipi_presenti(&self) -> Vec<&Scelta> {
        let presente = |tipo: Tipo| self.voci.iter().any(|voce| voce.tipo == tipo);
        Tipo::TUTTI
            .iter()
            .zip(&self.tipi)
            .filter(|((tipo, _), _)| presente(*tipo))
            .map(|(_, scelta)| scelta)
            .collect()
    }

    fn aggiungi_ciclo(&mut self, ciclo: &Ciclo, sito: &Sito<'_>) {
        let anno = self.anni.len();
        let scelta = Scelta::new(ciclo.codice.as_str(), ciclo.anni.to_string());
        self.anni.push(scelta);
        for settore in &ciclo.settori {
            self.aggiungi_settore(settore, ciclo, anno, sito.parole);
        }
        for obiettivo in tutti(ciclo) {
            self.aggiungi_obiettivo(obiettivo, ciclo, anno, sito.parole);
        }
        for (posto, nodo) in ciclo.programmazione.iter().enumerate() {
            self.aggiungi_nodo(nodo, posto, ciclo, anno);
        }
        let documenti = sito.documents.iter();
        for documento in documenti.filter(|documento| documento.ciclo == ciclo.codice) {
            self.aggiungi_documento(documento, anno, sito.parole);
        }
        for atto in ciclo.tutti_gli_atti() {
            self.aggiungi_atto(atto, ciclo, anno, sito.parole);
        }
    }

    fn aggiungi_obiettivo(
        &mut self,
        obiettivo: &Obiettivo,
        ciclo: &Ciclo,
        anno: usize,
        parole: &Parole,
    ) {
        let stato = Scelta::di_stato(stato_di(obiettivo, ciclo), parole);
        let scelte = scelte_settore(obiettivo, ciclo, parole);
        let settori = scelte.into_iter().map(|scelta| self.settore(scelta));
        let settori = settori.collect();
        let codice = obiettivo.codice.as_str();
        self.voci.push(Trovabile {
            tipo: Tipo::Obiettivo,
            titolo: titolo(obiettivo, parole),
            href: href(&SitePath::obiettivo(&ciclo.codice, codice)),
            anno: Some(anno),
            settori,
            stato: self.stati.iter().position(|altro| *altro == stato),
            dettaglio: StatoScritto::di(obiettivo, ciclo, parole)
                .parole()
                .to_owned(),
            codice: codice.to_owned(),
            testo: testo(obiettivo),
        });
    }

    fn aggiungi_settore(&mut self, settore: &Settore, ciclo: &Ciclo, anno: usize, parole: &Parole) {
        let risponde = |chi: &Responsabile| {
            let nome = chi.0.as_str();
            parole.comune.responsabile_nome.con(&[("nome", nome)])
        };
        let quale = self.settore(Scelta::di_settore(settore));
        let codice = settore.codice.as_str();
        let responsabile = settore.responsabile.as_ref();
        self.voci.push(Trovabile {
            tipo: Tipo::Settore,
            settori: vec![quale],
            testo: responsabile.map(risponde).unwrap_or_default(),
            codice: codice.to_owned(),
            ..Trovabile::new(
                Tipo::Settore,
                settore.nome_distinto(),
                &SitePath::settore(&ciclo.codice, codice),
                Some(anno),
            )
        });
        for ufficio in &settore.uffici {
            let responsabile = ufficio.responsabile.as_ref();
            self.voci.push(Trovabile {
                settori: vec![quale],
                testo: responsabile.map(risponde).unwrap_or_default(),
                ..Trovabile::new(
                    Tipo::Ufficio,
                    ufficio.nome.clone(),
                    &SitePath::ufficio(&ciclo.codice, codice, &ufficio.codice),
                    Some(anno),
                )
            });
        }
    }

    /// What stands above objectives leads to its place on the page of the planning.
    fn aggiungi_nodo(&mut self, nodo: &Nodo, posto: usize, ciclo: &Ciclo, anno: usize) {
        let meta = SitePath::programmazione(&ciclo.codice);
        let voce = Trovabile::new(Tipo::Programmazione, nodo.titolo.clone(), &meta, Some(anno));
        self.voci.push(Trovabile {
            href: voce.href.at(&programmazione::ancora(posto)),
            dettaglio: format!(
                "{} {}",
                lingua::iniziale_maiuscola(&nodo.livello),
                nodo.codice
            ),
            codice: nodo.codice.clone(),
            testo: unisci(nodo.nota.as_deref().into_iter()),
            ..voce
        });
    }

    fn aggiungi_documento(&mut self, documento: &PublishedDocument, anno: usize, parole: &Parole) {
        let atto = documento.act.as_ref();
        self.voci.push(Trovabile {
            dettaglio: documento
                .date
                .map(|cosa| lingua::data(cosa, parole))
                .unwrap_or_default(),
            testo: atto.map_or_else(String::new, |atto| {
                parole.documenti.allegato_a.con(&[("atto", atto)])
            }),
            ..Trovabile::new(
                Tipo::Documento,
                documento.title.clone(),
                &SitePath::file(&documento.path),
                Some(anno),
            )
        });
    }

    /// An act leads to the page of what it changes; others to the list of acts of their year.
    fn aggiungi_atto(&mut self, atto: &Atto, ciclo: &Ciclo, anno: usize, parole: &Parole) {
        let modifica = ciclo.modifiche.iter().find(|m| m.atto == *atto);
        let (meta, frammento) = match modifica {
            Some(modifica) => (SitePath::modifica(&ciclo.codice, &modifica.codice), None),
            None => (SitePath::anno(&ciclo.codice), Some("atti")),
        };
        let motivo = modifica.and_then(|modifica| modifica.motivazione.as_deref());
        let detto = [atto.oggetto.as_deref(), motivo];
        let voce = Trovabile::new(
            Tipo::Atto,
            lingua::atto_intero(atto, parole),
            &meta,
            Some(anno),
        );
        self.voci.push(Trovabile {
            testo: unisci(detto.into_iter().flatten()),
            href: match frammento {
                Some(frammento) => voce.href.at(frammento),
                None => voce.href,
            },
            ..voce
        });
    }

    fn aggiungi_pagina(&mut self, pagina: &PaginaLetta) {
        let mut parole = Vec::new();
        raccogli(pagina.blocks(), &mut parole);
        self.voci.push(Trovabile {
            testo: unisci(parole.iter().map(String::as_str)),
            ..Trovabile::new(
                Tipo::Pagina,
                pagina.titolo.clone(),
                &SitePath::pagina(&pagina.codice),
                None,
            )
        });
    }

    /// Where a settore stands in the list. One that changed its name keeps the most recent: it has the
    /// same address.
    fn settore(&mut self, scelta: Scelta) -> usize {
        let mut settori = self.settori.iter();
        let posto = settori.position(|altro| altro.valore == scelta.valore);
        posto.unwrap_or_else(|| {
            self.settori.push(scelta);
            self.settori.len() - 1
        })
    }
}

impl Trovabile {
    fn new(tipo: Tipo, titolo: String, meta: &SitePath, anno: Option<usize>) -> Self {
        Self {
            tipo,
            titolo,
            href: href(meta),
            anno,
            settori: Vec::new(),
            stato: None,
            dettaglio: String::new(),
            codice: String::new(),
            testo: String::new(),
        }
    }
}

/// As seen from the page of the search, which is the only one that reads the index.
fn href(meta: &SitePath) -> Href {
    SitePath::ricerca().to(meta)
}

/// What an objective says beside its title: what is to be done and how, by what it is measured, what came
/// out.
fn testo(obiettivo: &Obiettivo) -> String {
    let indicatori = obiettivo.indicatori.iter();
    let indicatori = indicatori.map(|indicatore| indicatore.nome.as_str());
    let parole = obiettivo
        .descrizione
        .as_deref()
        .into_iter()
        .chain(indicatori)
        .chain(obiettivo.risultato.ottenuti.as_deref())
        .chain(obiettivo.fasi.iter().map(|fase| fase.descrizione.as_str()));
    unisci(parole)
}

/// One line of text, every thing in it once, each closed by a stop.
fn unisci<'a>(parole: impl Iterator<Item = &'a str>) -> String {
    let mut dette: Vec<String> = Vec::new();
    for testo in parole {
        let testo = testo.split_whitespace().collect::<Vec<_>>().join(" ");
        if !testo.is_empty() && !dette.contains(&testo) {
            dette.push(testo);
        }
    }
    let mut riga = String::new();
    for detta in &dette {
        if !riga.is_empty() {
            riga.push_str(if riga.ends_with(['.', ';', ':', '!', '?']) {
                " "
            } else {
                ". "
            });
        }
        riga.push_str(detta);
    }
    riga
}

/// The words of a text, block by block.
fn raccogli(blocks: &[Block], parole: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
                parole.push(plain_text(content));
            }
            Block::List(list) => list.items.iter().for_each(|item| raccogli(item, parole)),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    let termini = definition.terms.iter();
                    parole.extend(termini.map(|termine| plain_text(termine)));
                    let significati = definition.meanings.iter();
                    significati.for_each(|significato| raccogli(significato, parole));
                }
            }
            Block::Quote(inner) | Block::Landscape(inner) => raccogli(inner, parole),
            Block::Table(table) => {
                let righe = table.header.iter().chain(&table.body).chain(&table.footer);
                let celle = righe.flat_map(|riga| &riga.cells);
                celle.for_each(|cella| raccogli(&cella.content, parole));
            }
            Block::Contents { .. }
            | Block::Figure(_)
            | Block::Signatures(_)
            | Block::Preformatted(_)
            | Block::Separator
            | Block::PageBreak => {}
        }
    }
}

/// JSON that ends no element and no line of a script, wherever somebody puts it, with what stands before and after.
fn in_uno_script(prima: &str, json: &str, dopo: &str) -> String {
    let mut script = String::with_capacity(prima.len() + json.len() + dopo.len());
    script.push_str(prima);
    for carattere in json.chars() {
        match carattere {
            '<' => script.push_str("\\u003c"),
            '>' => script.push_str("\\u003e"),
            '&' => script.push_str("\\u0026"),
            '\u{2028}' => script.push_str("\\u2028"),
            '\u{2029}' => script.push_str("\\u2029"),
            altro => script.push(altro),
        }
    }
    script.push_str(dopo);
    script
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_stays_a_script() {
        let json = "\"</script><!-- a & b \u{2028}\"";
        assert_eq!(
            in_uno_script("a=", json, ";"),
            "a=\"\\u003c/script\\u003e\\u003c!-- a \\u0026 b \\u2028\";"
        );
    }

    #[test]
    fn things_are_said_once_and_closed() {
        let parole = ["Raccolta\n  rifiuti", "Quanti?", "Raccolta rifiuti", ""];
        assert_eq!(unisci(parole.into_iter()), "Raccolta rifiuti. Quanti?");
    }
}
