//! All documents of all years, to download.

use serde::Serialize;

use crate::lingua;
use crate::model::TipoAllegato;
use crate::parole::{Parole, Testo};
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
    titolo: String,
    /// The section that the sub-section is of; none for what no sub-section is made for.
    sezione: Option<String>,
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
            gruppi: gruppi(&suoi, &path, sito.parole),
            titolo: Voce::link(
                lingua::anni(ciclo.anni, sito.parole),
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
fn gruppi(documenti: &[&PublishedDocument], path: &SitePath, parole: &Parole) -> Vec<Gruppo> {
    let tipi = TipoAllegato::TUTTI.into_iter();
    let gruppi = tipi.map(|tipo| {
        let suoi = documenti.iter().filter(|documento| documento.kind == tipo);
        let (sezione, titolo) = sottosezione(tipo, parole);
        Gruppo {
            titolo: titolo.as_str().to_owned(),
            sezione: sezione.map(|sezione| sezione.as_str().to_owned()),
            documenti: suoi
                .map(|documento| DocumentoScritto::new(documento, path, parole))
                .collect(),
        }
    });
    gruppi
        .filter(|gruppo| !gruppo.documenti.is_empty())
        .collect()
}

/// The section and sub-section of *Amministrazione trasparente* where documents of a kind go (D.Lgs. 33/2013,
/// allegato A; delibera ANAC 1310/2016); no section for what no sub-section is made for.
fn sottosezione(tipo: TipoAllegato, parole: &Parole) -> (Option<&Testo>, &Testo) {
    let sezioni = &parole.sezioni;
    let performance = Some(&sezioni.performance);
    match tipo {
        TipoAllegato::Sistema => (performance, &sezioni.sistema),
        TipoAllegato::Piano => (performance, &sezioni.piano),
        TipoAllegato::Relazione => (performance, &sezioni.relazione),
        TipoAllegato::Validazione => (Some(&sezioni.controlli), &sezioni.validazione),
        TipoAllegato::Altro => (None, &sezioni.altri),
    }
}
