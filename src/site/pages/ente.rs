//! The first page: what came of the last year, who answers, which years there are.

use serde::Serialize;

use crate::lingua;
use crate::model::Ciclo;
use crate::parole::Parole;
use crate::publish::OutputFile;
use crate::score;
use crate::site::andamento::{self, Andamento};
use crate::site::collegati;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::{Href, SitePath};
use crate::site::riepilogo::Riepilogo;
use crate::site::{SiteError, Sito, page};

use super::confronto;
use super::settore::SettoreInBreve;

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    /// The most recent year with results; without any, the most recent one.
    ultimo: Option<Ultimo>,
    anni: Vec<AnnoInBreve>,
    /// Where there are two years or more that are told about.
    andamento: Option<Andamento>,
    confronti: Vec<Voce>,
    pagine: Vec<PaginaInBreve>,
}

#[derive(Serialize)]
struct PaginaInBreve {
    titolo: String,
    href: Href,
    descrizione: String,
}

#[derive(Serialize)]
struct Ultimo {
    #[serde(flatten)]
    anno: AnnoInBreve,
    /// Whether there are results to show, or the plan only.
    valutato: bool,
    riepilogo: Riepilogo,
    settori: Vec<SettoreInBreve>,
}

#[derive(Serialize)]
struct AnnoInBreve {
    anno: String,
    /// *Anno 2023*, *Anni 2025-2027*.
    titolo: String,
    href: Href,
    frase: String,
    /// Of a year that is told about: how many objectives were reached.
    esito: Option<String>,
    figura: Option<Riepilogo>,
}

/// The first page of an ente.
pub(in crate::site) fn render(sito: &Sito<'_>) -> Result<OutputFile, SiteError> {
    let path = SitePath::ente();
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: sito.parole.comune.obiettivi_e_risultati.to_string(),
                descrizione: sito
                    .parole
                    .ente
                    .frase
                    .con(&[("ente", &sito.ente.denominazione)]),
                sopra: Vec::new(),
                nome: None,
                aggiornamento: sito.aggiornamento(),
                avviso: None,
            },
        )
        .con(|web| web.con_dati(&collegati::ente(sito, &path))),
        ultimo: da_mostrare(&sito.ente.cicli).map(|ciclo| ultimo(ciclo, &path, sito.parole)),
        anni: sito
            .ente
            .cicli
            .iter()
            .map(|ciclo| anno(ciclo, &path, sito.parole))
            .collect(),
        andamento: Andamento::di(sito.ente, &path, sito.parole),
        confronti: confronto::voci(sito, None, &path),
        pagine: sito
            .pagine
            .iter()
            .filter(|pagina| !pagina.e_nota())
            .map(|pagina| PaginaInBreve {
                titolo: pagina.titolo.clone(),
                href: path.to(&SitePath::pagina(&pagina.codice)),
                descrizione: pagina.descrizione(),
            })
            .collect(),
    };
    page(sito.theme, &path, "ente.html", &modello)
}

fn da_mostrare(cicli: &[Ciclo]) -> Option<&Ciclo> {
    let mut valutati = cicli.iter().filter(|ciclo| ciclo.ha_valutazioni());
    valutati.next().or(cicli.first())
}

fn ultimo(ciclo: &Ciclo, path: &SitePath, parole: &Parole) -> Ultimo {
    Ultimo {
        anno: anno(ciclo, path, parole),
        valutato: ciclo.ha_valutazioni(),
        riepilogo: Riepilogo::di(ciclo, parole),
        settori: score::risultati(ciclo)
            .iter()
            .filter(|risultato| !ciclo.ha_valutazioni() || risultato.e_rendicontato())
            .map(|risultato| SettoreInBreve::di(risultato, ciclo, path, parole))
            .collect(),
    }
}

fn anno(ciclo: &Ciclo, path: &SitePath, parole: &Parole) -> AnnoInBreve {
    let riepilogo = Riepilogo::di(ciclo, parole);
    AnnoInBreve {
        anno: ciclo.anni.to_string(),
        titolo: lingua::anni(ciclo.anni, parole),
        href: path.to(&SitePath::anno(&ciclo.codice)),
        frase: riepilogo.frase(parole),
        esito: andamento::titolo(&riepilogo, parole),
        figura: ciclo.ha_valutazioni().then_some(riepilogo),
    }
}
