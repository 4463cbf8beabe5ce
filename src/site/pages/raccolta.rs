//! All documents of all years, to download.

use serde::Serialize;

use crate::lingua;
use crate::model::TipoAllegato;
use crate::publish::OutputFile;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::SitePath;
use crate::site::{PublishedDocument, SiteError, Sito, page};

use super::documenti::DocumentoScritto;

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    anni: Vec<Anno>,
}

/// The documents of a year.
#[derive(Serialize)]
struct Anno {
    titolo: Voce,
    ancora: String,
    gruppi: Vec<Gruppo>,
    impronte: Vec<Impronta>,
}

/// The documents of a year that go into one sub-section of *Amministrazione trasparente*.
#[derive(Serialize)]
struct Gruppo {
    titolo: &'static str,
    /// The section that the sub-section is of; none for what no sub-section is made for.
    sezione: Option<&'static str>,
    documenti: Vec<DocumentoScritto>,
}

/// What proves that a document is the one published: an act may quote it.
#[derive(Serialize)]
struct Impronta {
    titolo: String,
    sha256: String,
}

/// The page of all documents.
pub(in crate::site) fn render(sito: &Sito<'_>) -> Result<OutputFile, SiteError> {
    let path = SitePath::documenti();
    let anni = sito.ente.cicli.iter().filter_map(|ciclo| {
        let tutti = sito.documents.iter();
        let suoi = tutti.filter(|document| document.ciclo == ciclo.codice);
        let impronte: Vec<Impronta> = suoi
            .clone()
            .map(|document| Impronta {
                titolo: document.title.clone(),
                sha256: document.sha256.clone(),
            })
            .collect();
        let suoi: Vec<&PublishedDocument> = suoi.collect();
        (!suoi.is_empty()).then(|| Anno {
            impronte,
            gruppi: gruppi(&suoi, &path),
            titolo: Voce::link(
                lingua::anni(ciclo.anni),
                path.to(&SitePath::anno(&ciclo.codice)),
            ),
            ancora: format!("anno-{}", ciclo.codice),
        })
    });
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: sito.parole.documenti.titolo.to_string(),
                descrizione: sito
                    .parole
                    .documenti
                    .descrizione
                    .con(&[("ente", &sito.ente.denominazione)]),
                sopra: Vec::new(),
                nome: Some(sito.parole.piede.documenti.to_string()),
                aggiornamento: sito.aggiornamento(),
                avviso: None,
            },
        ),
        anni: anni.collect(),
    };
    page(sito.theme, &path, "documenti.html", &modello)
}

/// Documents by sub-section, each in the order of publication.
fn gruppi(documenti: &[&PublishedDocument], path: &SitePath) -> Vec<Gruppo> {
    let tipi = TipoAllegato::TUTTI.into_iter();
    let gruppi = tipi.map(|tipo| {
        let suoi = documenti.iter().filter(|documento| documento.kind == tipo);
        let (sezione, titolo) = tipo.sottosezione().unzip();
        Gruppo {
            titolo: titolo.unwrap_or("Altri documenti"),
            sezione,
            documenti: suoi
                .map(|documento| DocumentoScritto::new(documento, path))
                .collect(),
        }
    });
    gruppi
        .filter(|gruppo| !gruppo.documenti.is_empty())
        .collect()
}
