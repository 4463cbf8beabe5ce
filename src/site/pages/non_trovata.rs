//! What a server shows for an address where nothing is.

use serde::Serialize;

use crate::lingua;
use crate::model::Indirizzo;
use crate::publish::OutputFile;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::SitePath;
use crate::site::{SiteError, Sito, page};

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    /// Where to go from here.
    vie: Vec<Voce>,
}

/// The page, at the root of the ente's folder.
pub(in crate::site) fn render(sito: &Sito<'_>) -> Result<OutputFile, SiteError> {
    let indirizzo = sito.ente.pubblicazione.indirizzo.as_ref();
    let path = SitePath::non_trovata(indirizzo.map(Indirizzo::sul_server));
    let anni = sito.ente.cicli.iter().map(|ciclo| {
        let meta = SitePath::anno(&ciclo.codice);
        Voce::link(lingua::anni(ciclo.anni, sito.parole), path.to(&meta))
    });
    let vie = [
        Voce::link(
            sito.parole.comune.obiettivi_e_risultati.as_str(),
            path.to(&SitePath::ente()),
        ),
        Voce::link(
            sito.parole.mappa.titolo.as_str(),
            path.to(&SitePath::mappa()),
        ),
        Voce::link(
            sito.parole.documenti.titolo.as_str(),
            path.to(&SitePath::documenti()),
        ),
    ];
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: sito.parole.non_trovata.titolo.to_string(),
                descrizione: sito.parole.non_trovata.descrizione.to_string(),
                sopra: Vec::new(),
                nome: Some(sito.parole.non_trovata.titolo.to_string()),
                aggiornamento: sito.aggiornamento(),
                avviso: None,
            },
        )
        .con(crate::site::web::PerMacchine::senza_indirizzo),
        vie: vie.into_iter().chain(anni).collect(),
    };
    page(
        sito.theme,
        &SitePath::non_trovata(None),
        "404.html",
        &modello,
    )
}
