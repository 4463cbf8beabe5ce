//! Addresses that pages had before: what stands there leads on, by itself and with a link.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::model::{Ciclo, Codice, Obiettivo};
use crate::parole::Parole;
use crate::publish::OutputFile;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::SitePath;
use crate::site::{SiteError, Sito, page};

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    meta: Voce,
}

/// An address and where it leads.
struct Rinvio {
    da: SitePath,
    a: SitePath,
    /// What stands there now.
    nome: String,
}

/// The pages left behind: of cards with other codes before, of cicli with other names.
pub(in crate::site) fn render(
    sito: &Sito<'_>,
    files: &[String],
) -> Result<Vec<OutputFile>, SiteError> {
    let mut rinvii = Vec::new();
    for ciclo in &sito.ente.cicli {
        let di_schede = schede(ciclo);
        for alias in &ciclo.alias {
            rinvii.extend(di_ciclo(ciclo, alias, files, (&di_schede, sito.parole)));
        }
        rinvii.extend(di_schede);
    }
    rinvii.iter().map(|rinvio| scritto(sito, rinvio)).collect()
}

/// Every code that a card had in any version of the plan.
fn schede(ciclo: &Ciclo) -> Vec<Rinvio> {
    let mut titoli: BTreeMap<&Codice, &str> = BTreeMap::new();
    let mut vecchi: BTreeMap<&Codice, &Codice> = BTreeMap::new();
    let cambi = ciclo.modifiche.iter().flat_map(|modifica| &modifica.cambi);
    let cambiate = cambi.flat_map(|cambio| cambio.prima().into_iter().chain([cambio.scheda()]));
    let tutte = ciclo.superati.iter().chain(cambiate);
    for scheda in tutte.chain(&ciclo.obiettivi) {
        let Obiettivo {
            codice,
            titolo,
            alias,
            ..
        } = scheda;
        titoli.insert(codice, titolo);
        vecchi.extend(alias.iter().map(|alias| (alias, codice)));
    }
    let eliminati = ciclo.eliminati().into_iter().map(|(scheda, _)| scheda);
    let pagine = ciclo.obiettivi.iter().chain(eliminati);
    let pagine: Vec<&Codice> = pagine.map(|scheda| &scheda.codice).collect();
    vecchi
        .into_iter()
        // A card that no act has put in yet has no page.
        .filter(|(_, codice)| pagine.contains(codice))
        .map(|(alias, codice)| Rinvio {
            da: SitePath::obiettivo(&ciclo.codice, alias.as_str()),
            a: SitePath::obiettivo(&ciclo.codice, codice.as_str()),
            nome: titoli.get(codice).copied().unwrap_or_default().to_owned(),
        })
        .collect()
}

/// Every page of a ciclo, at the address that it had below another name; also those left behind by
/// cards.
fn di_ciclo(
    ciclo: &Ciclo,
    alias: &Codice,
    files: &[String],
    (schede, parole): (&[Rinvio], &Parole),
) -> Vec<Rinvio> {
    let nome = parole.anno.titolo.con(&[("anno", &ciclo.anni.to_string())]);
    let pagine = files
        .iter()
        .filter(|path| Path::new(path).extension().is_some_and(|e| e == "html"))
        .map(|path| (SitePath::file(path), SitePath::file(path)));
    let vecchie = schede
        .iter()
        .map(|rinvio| (rinvio.da.clone(), rinvio.a.clone()));
    pagine
        .chain(vecchie)
        .filter_map(|(da, a)| {
            Some(Rinvio {
                da: da.in_cartella(alias, &ciclo.codice)?,
                a,
                nome: nome.clone(),
            })
        })
        .collect()
}

fn scritto(sito: &Sito<'_>, rinvio: &Rinvio) -> Result<OutputFile, SiteError> {
    let Rinvio { da, a, nome } = rinvio;
    let altrove = &sito.parole.altrove;
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: da,
                // The address tells apart pages that lead to the same one.
                titolo: format!("{}: {}", altrove.titolo.as_str(), da.as_str()),
                descrizione: format!("{} {nome}.", altrove.frase.as_str()),
                sopra: Vec::new(),
                nome: Some(altrove.titolo.to_string()),
                aggiornamento: sito.aggiornamento(),
                avviso: None,
            },
        )
        .con(|web| web.che_porta_a(sito, da, a)),
        meta: Voce::link(nome, da.to(a)),
    };
    page(sito.theme, da, "altrove.html", &modello)
}
