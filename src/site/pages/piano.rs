//! The plan as it stood from a day on: as approved, or after a change.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::griglia::GenereColonna;
use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{
    Ambito, Ciclo, Conta, Estensione, LegameStruttura, Obiettivo, Settore, Versione,
};
use crate::parole::Parole;
use crate::publish::OutputFile;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::SitePath;
use crate::site::tabella::{CellaScritta, TabellaScritta, Testa};
use crate::site::{SiteError, Sito, page};

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    titolo: String,
    frase: String,
    altre: Vec<Voce>,
    gruppi: Vec<Gruppo>,
}

#[derive(Serialize)]
struct Gruppo {
    titolo: String,
    tabella: TabellaScritta,
    somma: Option<String>,
}

/// How a version of the plan is called.
pub(super) fn nome(versione: &Versione<'_>, parole: &Parole) -> String {
    match (versione.dal(), versione.modifica) {
        (Some(giorno), _) => parole
            .piano
            .dal
            .con(&[("giorno", &lingua::data(giorno, parole))]),
        (None, Some(_)) => parole.piano.dopo_la_modifica.to_string(),
        (None, None) => parole.piano.in_origine.to_string(),
    }
}

/// The versions of a plan that changes; none of a plan that never did, or of which only some cards are
/// known.
pub(in crate::site) fn versioni(ciclo: &Ciclo) -> Vec<Versione<'_>> {
    if ciclo.estensione == Estensione::Parziale {
        return Vec::new();
    }
    let versioni = ciclo.versioni();
    if versioni.len() > 1 {
        versioni
    } else {
        Vec::new()
    }
}

/// The page of a version.
pub(in crate::site) fn render(
    sito: &Sito<'_>,
    ciclo: &Ciclo,
    versione: &Versione<'_>,
) -> Result<OutputFile, SiteError> {
    let path = SitePath::versione(&ciclo.codice, versione.modifica.map(|m| &m.codice));
    let titolo = nome(versione, sito.parole);
    let frase = frase(versione, sito.parole);
    let altre = versioni(ciclo);
    let altre = altre.iter().map(|altra| {
        let meta = SitePath::versione(&ciclo.codice, altra.modifica.map(|m| &m.codice));
        if meta == path {
            Voce::testo(nome(altra, sito.parole))
        } else {
            Voce::link(nome(altra, sito.parole), path.to(&meta))
        }
    });
    let modello = Modello {
        altre: altre.collect(),
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: format!(
                    "{titolo}, {}",
                    lingua::anni_in_riga(ciclo.anni, sito.parole)
                ),
                descrizione: frase.clone(),
                sopra: vec![Voce::link(
                    lingua::anni(ciclo.anni, sito.parole),
                    path.to(&SitePath::anno(&ciclo.codice)),
                )],
                nome: Some(titolo.clone()),
                aggiornamento: versione.dal(),
                avviso: None,
            },
        ),
        titolo,
        frase,
        gruppi: gruppi(ciclo, versione, &path, sito.parole),
    };
    page(sito.theme, &path, "piano.html", &modello)
}

fn frase(versione: &Versione<'_>, parole: &Parole) -> String {
    let detti = &parole.piano;
    let quanti = lingua::quanti(
        versione.schede.len(),
        &parole.comune.un_obiettivo,
        &parole.comune.molti_obiettivi,
    );
    let quanti = ("quanti", quanti.as_str());
    match (versione.modifica, versione.atto) {
        (Some(modifica), _) => detti.dopo.con(&[
            quanti,
            ("atto", &lingua::atto(&modifica.atto, parole)),
            ("cambi", &lingua::quanti_cambi(modifica, parole)),
        ]),
        (None, Some(atto)) => detti
            .come_approvati_con
            .con(&[quanti, ("atto", &lingua::atto(atto, parole))]),
        (None, None) => detti.come_approvati.con(&[quanti]),
    }
}

fn gruppi(ciclo: &Ciclo, versione: &Versione<'_>, path: &SitePath, parole: &Parole) -> Vec<Gruppo> {
    let di = |suo: &dyn Fn(&Obiettivo) -> bool| -> Vec<&Obiettivo> {
        let schede = versione.schede.iter().copied();
        schede.filter(|scheda| suo(scheda)).collect()
    };
    let luogo = (ciclo, path, parole);
    let struttura = di(&|scheda| scheda.ambito == Ambito::Struttura);
    let pesi_struttura: Decimal = struttura.iter().filter_map(|o| o.conta.peso()).sum();
    let mut gruppi = vec![gruppo(
        lingua::nome_struttura(ciclo, parole),
        &struttura,
        None,
        luogo,
    )];
    for settore in &ciclo.settori {
        let suoi = di(&|scheda| scheda.ambito != Ambito::Struttura && scheda.riguarda(settore));
        let mut gruppo = gruppo(&settore.nome_distinto(), &suoi, Some(settore), luogo);
        let propri: Decimal = suoi.iter().filter_map(|o| o.peso_per(settore)).sum();
        let con_struttura = settore.struttura == LegameStruttura::Partecipa;
        gruppo.somma = ciclo.ha_pesi().then(|| {
            let propri_detti = lingua::numero(propri, parole);
            if con_struttura && !pesi_struttura.is_zero() {
                let tutti = lingua::numero(propri + pesi_struttura, parole);
                parole
                    .piano
                    .somma_con
                    .con(&[("propri", &propri_detti), ("tutti", &tutti)])
            } else {
                parole.piano.somma.con(&[("propri", &propri_detti)])
            }
        });
        gruppi.push(gruppo);
    }
    gruppi.retain(|gruppo| !gruppo.tabella.e_vuota());
    gruppi
}

/// Whose plan, seen from which page, in which words.
type Luogo<'a> = (&'a Ciclo, &'a SitePath, &'a Parole);

fn gruppo(
    titolo_gruppo: &str,
    schede: &[&Obiettivo],
    settore: Option<&Settore>,
    (ciclo, path, parole): Luogo<'_>,
) -> Gruppo {
    let soggetto = Testa::new(&parole.comune.obiettivo, GenereColonna::Soggetto);
    let numero = Testa::new(&parole.piano.numero, GenereColonna::Testo);
    let peso = Testa::new(&parole.comune.peso, GenereColonna::Cifra);
    let righe = schede.iter().map(|scheda| {
        let meta = SitePath::obiettivo(&ciclo.codice, scheda.codice.as_str());
        let voce = Voce::link(titolo(scheda, parole), path.to(&meta));
        let detto = match settore {
            Some(settore) => scheda.peso_per(settore),
            None => scheda.conta.peso(),
        };
        let detto = match scheda.conta {
            Conta::Condizione => parole.scheda.condizione.to_string(),
            Conta::Peso(_) | Conta::SenzaPeso => {
                detto.map_or_else(|| "–".to_owned(), |cosa| lingua::numero(cosa, parole))
            }
        };
        let numero_suo = scheda.numero.clone().unwrap_or_else(|| "–".to_owned());
        vec![
            CellaScritta::new(voce, &soggetto, GenereColonna::Soggetto),
            CellaScritta::new(Voce::testo(numero_suo), &numero, GenereColonna::Testo),
            CellaScritta::new(Voce::testo(detto), &peso, GenereColonna::Cifra),
        ]
    });
    let righe = righe.collect();
    let colonne = vec![soggetto.clone(), numero.clone(), peso.clone()];
    Gruppo {
        titolo: titolo_gruppo.to_owned(),
        tabella: TabellaScritta::new(titolo_gruppo, colonne, righe),
        somma: None,
    }
}
