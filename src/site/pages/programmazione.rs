//! What stands above the objectives: linee di mandato, programmi, obiettivi strategici, each with what
//! was validated of it and the objectives under it.

use serde::Serialize;

use crate::lingua;
use crate::model::{Ciclo, Nodo};
use crate::parole::Parole;
use crate::publish::OutputFile;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::SitePath;
use crate::site::stato::StatoScritto;
use crate::site::{SiteError, Sito, aggiornamento, avviso, page};

use super::obiettivo::ObiettivoInBreve;

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    anno: String,
    nodi: Vec<NodoScritto>,
}

#[derive(Serialize)]
struct NodoScritto {
    ancora: String,
    livello: String,
    codice: String,
    titolo: String,
    /// What stands above it.
    sotto: Vec<String>,
    risultato: Option<String>,
    nota: Option<String>,
    obiettivi: Vec<ObiettivoInBreve>,
}

/// The page of the planning.
pub(in crate::site) fn render(sito: &Sito<'_>, ciclo: &Ciclo) -> Result<OutputFile, SiteError> {
    let path = SitePath::programmazione(&ciclo.codice);
    let titolo = format!(
        "{} {}",
        sito.parole.programmazione.titolo.as_str(),
        ciclo.anni
    );
    let nodi = ciclo.programmazione.iter().enumerate();
    let modello = Modello {
        nodi: nodi
            .map(|(posto, nodo)| NodoScritto::di(nodo, posto, ciclo, (&path, sito.parole)))
            .collect(),
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo,
                descrizione: sito.parole.programmazione.frase.to_string(),
                sopra: vec![Voce::link(
                    lingua::anni(ciclo.anni, sito.parole),
                    path.to(&SitePath::anno(&ciclo.codice)),
                )],
                nome: Some(sito.parole.griglia.programmazione.to_string()),
                aggiornamento: aggiornamento(ciclo),
                avviso: avviso(ciclo, sito.parole),
            },
        ),
        anno: lingua::anni_in_riga(ciclo.anni, sito.parole),
    };
    page(sito.theme, &path, "programmazione.html", &modello)
}

/// Names a place of the page by where it stands in the planning, from 0.
pub(in crate::site) fn ancora(posto: usize) -> String {
    format!("nodo-{}", posto + 1)
}

impl NodoScritto {
    fn di(nodo: &Nodo, posto: usize, ciclo: &Ciclo, (path, parole): (&SitePath, &Parole)) -> Self {
        let sopra = nodo.sotto.iter().filter_map(|codice| {
            let mut nodi = ciclo.programmazione.iter();
            let sopra = nodi.find(|altro| altro.codice == *codice)?;
            Some(format!("{} {}", sopra.codice, sopra.titolo))
        });
        let obiettivi = ciclo.obiettivi.iter();
        let obiettivi = obiettivi.filter(|o| o.legami.sotto.contains(&nodo.codice));
        Self {
            ancora: ancora(posto),
            livello: lingua::iniziale_maiuscola(&nodo.livello),
            codice: nodo.codice.clone(),
            titolo: nodo.titolo.clone(),
            sotto: sopra.collect(),
            risultato: nodo
                .risultato
                .map(|risultato| lingua::giudizio(Some(risultato), &ciclo.regole, parole)),
            nota: nodo
                .nota
                .as_deref()
                .map(|nota| lingua::iniziale_maiuscola(&lingua::frase(nota))),
            obiettivi: obiettivi
                .map(|obiettivo| {
                    let stato = StatoScritto::di(obiettivo, ciclo, parole);
                    ObiettivoInBreve::new(obiettivo, stato, ciclo, path, parole)
                })
                .collect(),
        }
    }
}
