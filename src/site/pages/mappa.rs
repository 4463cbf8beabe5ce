//! The map of the site: every page, year by year and settore by settore.

use serde::Serialize;

use crate::lingua;
use crate::model::{Ciclo, Obiettivo, Settore};
use crate::parole::Parole;
use crate::publish::OutputFile;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::SitePath;
use crate::site::{SiteError, Sito, page};

use super::piano;

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    /// The pages that belong to no year.
    pagine: Vec<Voce>,
    anni: Vec<Anno>,
}

#[derive(Serialize)]
struct Anno {
    titolo: Voce,
    ancora: String,
    /// The pages about the whole plan.
    pagine: Vec<Voce>,
    gruppi: Vec<Gruppo>,
}

/// A settore, or what stands beside the settori.
#[derive(Serialize)]
struct Gruppo {
    titolo: Voce,
    uffici: Vec<Voce>,
    obiettivi: Vec<Voce>,
}

/// The map.
pub(in crate::site) fn render(sito: &Sito<'_>) -> Result<OutputFile, SiteError> {
    let path = SitePath::mappa();
    let anni = sito
        .ente
        .cicli
        .iter()
        .map(|ciclo| anno(ciclo, &path, sito.parole));
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: sito.parole.mappa.titolo.to_string(),
                descrizione: sito
                    .parole
                    .mappa
                    .descrizione
                    .con(&[("ente", &sito.ente.denominazione)]),
                sopra: Vec::new(),
                nome: Some(sito.parole.mappa.titolo.to_string()),
                aggiornamento: sito.aggiornamento(),
                avviso: None,
            },
        ),
        pagine: pagine(sito, &path),
        anni: anni.collect(),
    };
    page(sito.theme, &path, "mappa.html", modello)
}

fn pagine(sito: &Sito<'_>, path: &SitePath) -> Vec<Voce> {
    let mut voci = vec![
        Voce::link(
            sito.parole.comune.obiettivi_e_risultati.as_str(),
            path.to(&SitePath::ente()),
        ),
        Voce::link(
            sito.parole.documenti.titolo.as_str(),
            path.to(&SitePath::documenti()),
        ),
        Voce::link(sito.parole.dati.titolo.as_str(), path.to(&SitePath::dati())),
    ];
    let testi = sito.pagine.iter();
    voci.extend(testi.map(|pagina| {
        let meta = SitePath::pagina(&pagina.codice);
        Voce::link(&pagina.titolo, path.to(&meta))
    }));
    voci
}

fn anno(ciclo: &Ciclo, path: &SitePath, parole: &Parole) -> Anno {
    let codice = &ciclo.codice;
    let mut pagine = Vec::new();
    if !ciclo.programmazione.is_empty() {
        let meta = SitePath::programmazione(codice);
        pagine.push(Voce::link(
            parole.programmazione.titolo.as_str(),
            path.to(&meta),
        ));
    }
    pagine.extend(ciclo.modifiche.iter().map(|modifica| {
        let meta = SitePath::modifica(codice, &modifica.codice);
        let nome = parole
            .mappa
            .che_cosa_cambia
            .con(&[("atto", &lingua::atto(&modifica.atto, parole))]);
        Voce::link(nome, path.to(&meta))
    }));
    pagine.extend(piano::versioni(ciclo).iter().map(|versione| {
        let modifica = versione.modifica.map(|modifica| &modifica.codice);
        let meta = SitePath::versione(codice, modifica);
        Voce::link(piano::nome(versione, parole), path.to(&meta))
    }));
    let settori = ciclo.settori.iter();
    let mut gruppi = vec![Gruppo {
        titolo: Voce::testo(lingua::nome_struttura(ciclo, parole)),
        uffici: Vec::new(),
        obiettivi: obiettivi(ciclo, ciclo.obiettivi_di_struttura(), path),
    }];
    gruppi.extend(settori.map(|settore| di_settore(ciclo, settore, path)));
    let eliminati = ciclo.eliminati().into_iter().map(|(scheda, _)| scheda);
    gruppi.push(Gruppo {
        titolo: Voce::testo(parole.comune.eliminati.as_str()),
        uffici: Vec::new(),
        obiettivi: obiettivi(ciclo, eliminati, path),
    });
    gruppi.retain(|gruppo| gruppo.titolo.href.is_some() || !gruppo.obiettivi.is_empty());
    Anno {
        titolo: Voce::link(
            lingua::anni(ciclo.anni, parole),
            path.to(&SitePath::anno(codice)),
        ),
        ancora: format!("anno-{codice}"),
        pagine,
        gruppi,
    }
}

fn di_settore(ciclo: &Ciclo, settore: &Settore, path: &SitePath) -> Gruppo {
    let suo = settore.codice.as_str();
    let uffici = settore.uffici.iter().map(|ufficio| {
        let meta = SitePath::ufficio(&ciclo.codice, suo, &ufficio.codice);
        Voce::link(&ufficio.nome, path.to(&meta))
    });
    Gruppo {
        titolo: Voce::link(
            settore.nome_distinto(),
            path.to(&SitePath::settore(&ciclo.codice, suo)),
        ),
        uffici: uffici.collect(),
        obiettivi: obiettivi(ciclo, ciclo.obiettivi_propri(settore), path),
    }
}

fn obiettivi<'a>(
    ciclo: &Ciclo,
    obiettivi: impl Iterator<Item = &'a Obiettivo>,
    path: &SitePath,
) -> Vec<Voce> {
    obiettivi
        .map(|obiettivo| {
            let meta = SitePath::obiettivo(&ciclo.codice, obiettivo.codice.as_str());
            Voce::link(&obiettivo.titolo, path.to(&meta))
        })
        .collect()
}
