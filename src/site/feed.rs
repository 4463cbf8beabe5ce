//! `feed.atom`: new documents and results, for who wants to be told (RFC 4287).
//!
//! Dates are those of the content, identifiers come from what an entry is about: a feed written twice is
//! the same, and a document that is corrected keeps its identifier and gets another date. Identifiers do
//! not name the address of the site, so that they outlive it.

use chrono::NaiveDate;
use sha2::{Digest as _, Sha256};

use super::links::SitePath;
use super::riepilogo::Riepilogo;
use super::xml::Xml;
use super::{DocumentStatus, PublishedDocument, Sito, aggiornamento};
use crate::lingua;
use crate::model::Ciclo;
use crate::parole::Parole;
use crate::publish::OutputFile;

/// Where it stands below the folder of the ente.
pub(super) const FILE: &str = "feed.atom";

struct Notizia {
    /// What it is about, in no words that may change.
    tema: String,
    titolo: String,
    sommario: String,
    giorno: NaiveDate,
    path: SitePath,
    media_type: &'static str,
}

/// Whether there is something to tell.
pub(super) fn esiste(sito: &Sito<'_>) -> bool {
    !sito.ente.cicli.is_empty()
}

/// The feed, if there is something to tell.
pub(super) fn file(sito: &Sito<'_>) -> Option<OutputFile> {
    let mut notizie: Vec<Notizia> = sito
        .ente
        .cicli
        .iter()
        .map(|ciclo| anno(ciclo, sito.parole))
        .collect();
    notizie.extend(sito.documents.iter().map(|document| {
        let ciclo = sito.ente.cicli.iter().find(|c| c.codice == document.ciclo);
        documento(document, ciclo, sito.parole)
    }));
    // Of one day, the year first, then its documents in their order.
    notizie.sort_by_key(|notizia| std::cmp::Reverse(notizia.giorno));
    let ultimo = notizie.first()?.giorno;

    let path = SitePath::file(FILE);
    let mut xml = Xml::new(
        "feed",
        &[
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xml:lang", sito.parole.lingua().as_str()),
        ],
    );
    xml.element("id", &identificatore(sito, "feed"));
    let titolo = sito
        .parole
        .feed
        .titolo
        .con(&[("ente", &sito.ente.denominazione)]);
    xml.element("title", &titolo);
    xml.element("updated", &istante(ultimo));
    xml.open("author", &[]);
    xml.element("name", &sito.ente.denominazione);
    xml.close("author");
    if let Some(indirizzo) = sito.indirizzo_di(&path) {
        let tipo = "application/atom+xml";
        xml.empty(
            "link",
            &[("rel", "self"), ("type", tipo), ("href", &indirizzo)],
        );
    }
    let inizio = sito.indirizzo_o_link(&path, &SitePath::ente());
    xml.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("type", "text/html"),
            ("href", &inizio),
        ],
    );
    for notizia in &notizie {
        voce(&mut xml, sito, &path, notizia);
    }
    Some(OutputFile {
        path: FILE.to_owned(),
        bytes: xml.finish("feed"),
    })
}

fn voce(xml: &mut Xml, sito: &Sito<'_>, feed: &SitePath, notizia: &Notizia) {
    xml.open("entry", &[]);
    xml.element("id", &identificatore(sito, &notizia.tema));
    xml.element("title", &notizia.titolo);
    xml.element("updated", &istante(notizia.giorno));
    let href = sito.indirizzo_o_link(feed, &notizia.path);
    let tipo = notizia.media_type;
    xml.empty(
        "link",
        &[("rel", "alternate"), ("type", tipo), ("href", &href)],
    );
    xml.element("summary", &notizia.sommario);
    xml.close("entry");
}

/// What is planned, or what came of it.
fn anno(ciclo: &Ciclo, parole: &Parole) -> Notizia {
    let (cosa, titolo) = if ciclo.ha_valutazioni() {
        ("Risultati", &parole.feed.risultati)
    } else {
        ("Obiettivi", &parole.feed.obiettivi)
    };
    Notizia {
        tema: format!("{}/{cosa}", ciclo.codice),
        titolo: titolo.con(&[("anni", &ciclo.anni.to_string())]),
        sommario: Riepilogo::di(ciclo, parole).frase(parole),
        giorno: aggiornamento(ciclo).unwrap_or_else(|| primo_giorno(ciclo)),
        path: SitePath::anno(&ciclo.codice),
        media_type: "text/html",
    }
}

fn documento(document: &PublishedDocument, ciclo: Option<&Ciclo>, parole: &Parole) -> Notizia {
    let atto = document.act.as_ref();
    let atto = atto.map_or_else(String::new, |atto| {
        let detto = parole.documenti.allegato_a.con(&[("atto", atto)]);
        format!(" {}", lingua::frase(&detto))
    });
    let giorno = document.date.or_else(|| ciclo.map(primo_giorno));
    let anni = ciclo.map_or_else(|| document.ciclo.to_string(), |c| c.anni.to_string());
    Notizia {
        tema: document.path.clone(),
        titolo: document.title_with(&anni),
        sommario: match document.status {
            DocumentStatus::Approved => {
                let formato = document.format.estensione().to_uppercase();
                let detto = parole.feed.documento.con(&[("formato", &formato)]);
                format!("{detto}{atto}")
            }
            DocumentStatus::Draft => format!("{}{atto}", parole.feed.bozza.as_str()),
        },
        giorno: giorno.unwrap_or_default(),
        path: SitePath::file(&document.path),
        media_type: document.format.media_type(),
    }
}

/// What nothing dates is as old as its year.
fn primo_giorno(ciclo: &Ciclo) -> NaiveDate {
    NaiveDate::from_ymd_opt(ciclo.anni.dal(), 1, 1).unwrap_or_default()
}

/// The content knows days. Midnight of Greenwich is the same day in Italy.
fn istante(giorno: NaiveDate) -> String {
    format!("{giorno}T00:00:00Z")
}

/// A UUID of whose it is and what it is about (RFC 9562, version 8).
fn identificatore(sito: &Sito<'_>, tema: &str) -> String {
    let nome = format!("{}\n{}\n{tema}", sito.ente.codice, sito.ente.denominazione);
    let digest = Sha256::digest(nome.as_bytes());
    let mut numero = digest
        .iter()
        .take(16)
        .fold(0_u128, |numero, byte| numero << 8 | u128::from(*byte));
    numero = numero & !(0xf << 76) | 8 << 76;
    numero = numero & !(0b11 << 62) | 0b10 << 62;
    let cifre = format!("{numero:032x}");
    let parti: Vec<&str> = [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)]
        .into_iter()
        .filter_map(|(dal, al)| cifre.get(dal..al))
        .collect();
    format!("urn:uuid:{}", parti.join("-"))
}
