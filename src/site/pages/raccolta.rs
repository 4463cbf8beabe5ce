//! All documents of all years, to download.

use serde::Serialize;

use crate::lingua;
use crate::publish::OutputFile;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::SitePath;
use crate::site::{SiteError, Sito, page};

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
    documenti: Vec<DocumentoScritto>,
    impronte: Vec<Impronta>,
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
        let suoi: Vec<DocumentoScritto> = suoi
            .map(|document| DocumentoScritto::new(document, &path))
            .collect();
        (!suoi.is_empty()).then(|| Anno {
            impronte,
            titolo: Voce::link(
                lingua::anni(ciclo.anni),
                path.to(&SitePath::anno(&ciclo.codice)),
            ),
            ancora: format!("anno-{}", ciclo.codice),
            documenti: suoi,
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
