//! The page that leads to several enti.

use serde::Serialize;

use crate::integrity::InBreve;
use crate::model::Codice;
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

/// The page of some enti, each with its folder.
pub(in crate::site) fn render(
    enti: &[(Codice, InBreve)],
    vesti: Vesti<'_>,
    parole: &Parole,
) -> Result<OutputFile, SiteError> {
    let path = SitePath::ente();
    let enti = enti.iter();
    let modello = Modello {
        cornice: Cornice::of_index(&path, parole),
        enti: enti.map(|ente| in_breve(ente, &path, parole)).collect(),
    };
    page(vesti, &path, "indice.html", &modello)
}

fn in_breve((codice, ente): &(Codice, InBreve), path: &SitePath, parole: &Parole) -> EnteInBreve {
    EnteInBreve {
        denominazione: ente.denominazione.clone(),
        territorio: ente.territorio.clone(),
        href: path.to(&SitePath::ente_in_folder(codice)),
        anni: match ente.anni.as_slice() {
            [] => None,
            [solo] => Some(parole.date.anno.con(&[("anni", solo)])),
            molti => Some(parole.date.anni.con(&[("anni", &molti.join(", "))])),
        },
    }
}
