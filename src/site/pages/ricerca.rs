//! The search: a field, what to choose by, and for who has no JavaScript everything to look through.

use serde::Serialize;

use crate::lingua;
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
    etichetta: &'static str,
    /// What not to choose is called.
    tutto: &'static str,
    scelte: Vec<&'a Scelta>,
}

/// The objectives of a year.
#[derive(Serialize)]
struct AnnoDaSfogliare {
    titolo: String,
    quanti: String,
    gruppi: Vec<Gruppo>,
}

/// The page of the search, and what it looks through.
pub(in crate::site) fn render(sito: &Sito<'_>) -> Result<[OutputFile; 2], SiteError> {
    let path = SitePath::ricerca();
    let indice = Indice::di(sito);
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: "Cerca negli obiettivi e nei risultati".to_owned(),
                descrizione: format!(
                    "Cerca negli obiettivi, nei risultati, nei documenti e negli atti: {}.",
                    sito.ente.denominazione
                ),
                sopra: Vec::new(),
                nome: Some("Cerca".to_owned()),
                aggiornamento: sito.aggiornamento(),
                avviso: None,
            },
        ),
        indice: path.to(&SitePath::indice_ricerca()),
        script: path.to(&SitePath::asset("ricerca.js")),
        filtri: filtri(&indice),
        anni: sito
            .ente
            .cicli
            .iter()
            .map(|ciclo| {
                let gruppi = gruppi::di_ciclo(ciclo, &path);
                let quanti = gruppi.iter().map(Gruppo::quanti).sum();
                AnnoDaSfogliare {
                    titolo: lingua::anni(ciclo.anni),
                    quanti: obiettivi(quanti),
                    gruppi,
                }
            })
            .collect(),
    };
    Ok([
        page(sito.theme, &path, "ricerca.html", &modello)?,
        indice.file()?,
    ])
}

/// Among one thing there is nothing to choose.
fn filtri(indice: &Indice) -> Vec<Filtro<'_>> {
    let filtro = |nome, etichetta, tutto, scelte| Filtro {
        nome,
        etichetta,
        tutto,
        scelte,
    };
    [
        filtro(
            "anno",
            "Anno",
            "Tutti gli anni",
            indice.anni.iter().collect(),
        ),
        filtro(
            "settore",
            "Settore",
            "Tutti i settori",
            indice.settori.iter().collect(),
        ),
        filtro("tipo", "Che cosa", "Tutto", indice.tipi_presenti()),
        filtro(
            "stato",
            "Come è andata",
            "Comunque sia andata",
            indice.stati.iter().collect(),
        ),
    ]
    .into_iter()
    .filter(|filtro| filtro.scelte.len() > 1)
    .collect()
}

fn obiettivi(quanti: usize) -> String {
    match quanti {
        1 => "1 obiettivo".to_owned(),
        molti => format!("{molti} obiettivi"),
    }
}
