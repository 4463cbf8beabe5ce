//! The search: a field, what to choose by, and for who has no JavaScript everything to look through.

use serde::Serialize;

use crate::lingua;
use crate::parole::Parole;
use crate::publish::OutputFile;
use crate::site::cornice::{Cornice, Testata};
use crate::site::indice_ricerca::{Indice, Scelta};
use crate::site::links::{Href, SitePath};
use crate::site::{SiteError, Sito, page};

use super::gruppi::{self, Gruppo};

#[derive(Serialize)]
struct Modello<'a> {
    cornice: Cornice,
    indice: Href,
    script: Href,
    filtri: Vec<Filtro<'a>>,
    anni: Vec<AnnoDaSfogliare>,
}

/// Something to choose by.
#[derive(Serialize)]
struct Filtro<'a> {
    /// Its name in addresses.
    nome: &'static str,
    etichetta: &'a str,
    /// What not to choose is called.
    tutto: &'a str,
    scelte: Vec<&'a Scelta>,
}

/// The objectives of a year.
#[derive(Serialize)]
struct AnnoDaSfogliare {
    titolo: String,
    quanti: String,
    gruppi: Vec<Gruppo>,
}

/// The page of the search; what it looks through is a file of its own.
pub(in crate::site) fn render(sito: &Sito<'_>, indice: &Indice) -> Result<OutputFile, SiteError> {
    let path = SitePath::ricerca();
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: sito.parole.testata.cerca_negli_obiettivi.to_string(),
                descrizione: sito
                    .parole
                    .ricerca
                    .descrizione
                    .con(&[("ente", &sito.ente.denominazione)]),
                sopra: Vec::new(),
                nome: Some(sito.parole.comune.cerca.to_string()),
                aggiornamento: sito.aggiornamento(),
                avviso: None,
            },
        ),
        indice: path.to(&SitePath::indice_ricerca()),
        script: path.to(&SitePath::asset("ricerca.js")),
        filtri: filtri(indice, sito.parole),
        anni: sito
            .ente
            .cicli
            .iter()
            .map(|ciclo| {
                let gruppi = gruppi::di_ciclo(ciclo, &path, sito.parole);
                let quanti = gruppi.iter().map(Gruppo::quanti).sum();
                AnnoDaSfogliare {
                    titolo: lingua::anni(ciclo.anni, sito.parole),
                    quanti: obiettivi(quanti, sito.parole),
                    gruppi,
                }
            })
            .collect(),
    };
    page(sito.theme, &path, "ricerca.html", &modello)
}

/// Among one thing there is nothing to choose.
fn filtri<'a>(indice: &'a Indice, parole: &'a Parole) -> Vec<Filtro<'a>> {
    let filtro = |nome, etichetta, tutto, scelte| Filtro {
        nome,
        etichetta,
        tutto,
        scelte,
    };
    [
        filtro(
            "anno",
            parole.comune.anno.as_str(),
            parole.ricerca.tutti_gli_anni.as_str(),
            indice.anni.iter().collect(),
        ),
        filtro(
            "settore",
            parole.comune.settore.as_str(),
            parole.comune.tutti_i_settori.as_str(),
            indice.settori.iter().collect(),
        ),
        filtro(
            "tipo",
            parole.comune.che_cosa.as_str(),
            parole.ricerca.tutto.as_str(),
            indice.tipi_presenti(),
        ),
        filtro(
            "stato",
            parole.tabella.come_e_andata.as_str(),
            parole.tabella.comunque.as_str(),
            indice.stati.iter().collect(),
        ),
    ]
    .into_iter()
    .filter(|filtro| filtro.scelte.len() > 1)
    .collect()
}

fn obiettivi(quanti: usize, parole: &Parole) -> String {
    let comune = &parole.comune;
    lingua::quanti(quanti, &comune.un_obiettivo, &comune.molti_obiettivi)
}
