//! The page that leads to several enti.

use serde::Serialize;

use crate::model::Ente;
use crate::parole::Parole;
use crate::publish::OutputFile;
use crate::site::cornice::Cornice;
use crate::site::links::{Href, SitePath};
use crate::site::{SiteError, Vesti, page};

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    enti: Vec<EnteInBreve>,
}

#[derive(Serialize)]
struct EnteInBreve {
    denominazione: String,
    territorio: Option<String>,
    href: Href,
    anni: Option<String>,
}

/// The page of all the enti.
pub(in crate::site) fn render(
    enti: &[Ente],
    vesti: Vesti<'_>,
    parole: &Parole,
) -> Result<OutputFile, SiteError> {
    let path = SitePath::ente();
    let modello = Modello {
        cornice: Cornice::of_index(&path, parole),
        enti: enti.iter().map(|ente| in_breve(ente, &path)).collect(),
    };
    page(vesti, &path, "indice.html", &modello)
}

fn in_breve(ente: &Ente, path: &SitePath) -> EnteInBreve {
    let anni: Vec<String> = ente
        .cicli
        .iter()
        .map(|ciclo| ciclo.anni.to_string())
        .collect();
    EnteInBreve {
        denominazione: ente.denominazione.clone(),
        territorio: ente.territorio.clone(),
        href: path.to(&SitePath::ente_in_folder(&ente.codice)),
        anni: match anni.as_slice() {
            [] => None,
            [solo] => Some(format!("Anno {solo}")),
            molti => Some(format!("Anni {}", molti.join(", "))),
        },
    }
}
