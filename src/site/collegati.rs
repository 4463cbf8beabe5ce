//! Linked data of the pages: what they say, in the words of schema.org.

use serde_json::{Value, json};

use super::links::SitePath;
use super::riepilogo::Riepilogo;
use super::{DocumentOrigin, DocumentStatus, PublishedData, PublishedDocument, Sito};
use crate::model::Ciclo;

const CONTESTO: &str = "https://schema.org";

/// The ente, on its own page.
pub(super) fn ente(sito: &Sito<'_>, path: &SitePath) -> Value {
    let mut dati = organizzazione(sito);
    if let Some(oggetto) = dati.as_object_mut() {
        oggetto.insert("@context".to_owned(), json!(CONTESTO));
        let pagina = sito.indirizzo_o_link(path, &SitePath::ente());
        oggetto.insert("mainEntityOfPage".to_owned(), json!(pagina));
    }
    dati
}

/// The documents and the data of a year, on its page.
pub(super) fn anno(sito: &Sito<'_>, ciclo: &Ciclo, path: &SitePath) -> Value {
    let documenti = sito.documents.iter();
    let suoi = documenti.filter(|document| document.ciclo == ciclo.codice);
    let mut nodi: Vec<Value> = suoi
        .map(|document| rapporto(sito, document, ciclo, path))
        .collect();
    nodi.extend(insieme(sito, ciclo, path));
    json!({ "@context": CONTESTO, "@graph": nodi })
}

/// The data of every year, on the page of the open data.
pub(super) fn catalogo(sito: &Sito<'_>, path: &SitePath) -> Value {
    let cicli = sito.ente.cicli.iter();
    let insiemi: Vec<Value> = cicli
        .filter_map(|ciclo| insieme(sito, ciclo, path))
        .collect();
    json!({
        "@context": CONTESTO,
        "@type": "DataCatalog",
        "name": format!("{} – {}", sito.parole.dati.titolo.as_str(), sito.ente.denominazione),
        "url": sito.indirizzo_o_link(path, path),
        "inLanguage": sito.parole.lingua().as_str(),
        "license": sito.ente.pubblicazione.licenza_dati.uri(),
        "publisher": organizzazione(sito),
        "dataset": insiemi,
    })
}

fn organizzazione(sito: &Sito<'_>) -> Value {
    let ente = sito.ente;
    senza_vuoti(json!({
        "@type": "GovernmentOrganization",
        "name": ente.denominazione,
        "url": ente.sito,
        "identifier": ente.pubblicazione.codice_ipa.as_ref().map(crate::model::CodiceIpa::as_str),
        "areaServed": { "@type": "AdministrativeArea", "name": ente.luogo },
    }))
}

fn rapporto(
    sito: &Sito<'_>,
    document: &PublishedDocument,
    ciclo: &Ciclo,
    path: &SitePath,
) -> Value {
    let stato = match document.status {
        DocumentStatus::Approved => "Published",
        DocumentStatus::Draft => "Draft",
    };
    senza_vuoti(json!({
        "@type": match document.origin {
            DocumentOrigin::Composed => "Report",
            DocumentOrigin::Carried => "DigitalDocument",
        },
        "name": document.title_with(&ciclo.anni.to_string()),
        "url": sito.indirizzo_o_link(path, &SitePath::file(&document.path)),
        "encodingFormat": document.format.media_type(),
        "datePublished": document.date.map(|giorno| giorno.to_string()),
        "creativeWorkStatus": stato,
        "inLanguage": sito.parole.lingua().as_str(),
        "publisher": organizzazione(sito),
    }))
}

fn insieme(sito: &Sito<'_>, ciclo: &Ciclo, path: &SitePath) -> Option<Value> {
    let dati = sito.data.iter().filter(|data| data.ciclo == ciclo.codice);
    let file: Vec<Value> = dati.map(|data| distribuzione(sito, data, path)).collect();
    if file.is_empty() {
        return None;
    }
    let aggiornato = super::aggiornamento(ciclo);
    let nome = sito
        .parole
        .anno
        .titolo
        .con(&[("anno", &ciclo.anni.to_string())]);
    Some(senza_vuoti(json!({
        "@type": "Dataset",
        "name": format!("{nome} – {}", sito.ente.denominazione),
        "description": format!(
            "{} {}",
            sito.parole.dati.insieme.as_str(),
            Riepilogo::di(ciclo, sito.parole).frase(sito.parole)
        ),
        "url": sito.indirizzo_o_link(path, &SitePath::anno(&ciclo.codice)),
        "license": sito.ente.pubblicazione.licenza_dati.uri(),
        "temporalCoverage": periodo(ciclo),
        "spatialCoverage": { "@type": "Place", "name": sito.ente.luogo },
        "dateModified": aggiornato.map(|giorno| giorno.to_string()),
        "inLanguage": sito.parole.lingua().as_str(),
        "isAccessibleForFree": true,
        "creator": organizzazione(sito),
        "distribution": file,
    })))
}

/// ISO 8601: a year, or the first and the last.
fn periodo(ciclo: &Ciclo) -> String {
    let (dal, al) = (ciclo.anni.dal(), ciclo.anni.al());
    if dal == al {
        dal.to_string()
    } else {
        format!("{dal}/{al}")
    }
}

fn distribuzione(sito: &Sito<'_>, data: &PublishedData, path: &SitePath) -> Value {
    json!({
        "@type": "DataDownload",
        "name": data.title,
        "description": data.description,
        "contentUrl": sito.indirizzo_o_link(path, &SitePath::file(&data.path)),
        "encodingFormat": data.formato().media_type(),
        "contentSize": format!("{} B", data.bytes),
    })
}

/// What is not known is not said.
fn senza_vuoti(mut valore: Value) -> Value {
    if let Some(oggetto) = valore.as_object_mut() {
        oggetto.retain(|_, valore| !valore.is_null());
    }
    valore
}
