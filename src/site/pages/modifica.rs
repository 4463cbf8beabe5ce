//! A change of the plan by an act: what it changes, before and after.

use serde::Serialize;

use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{Cambio, Ciclo, Effetto, Modifica, Obiettivo, Presenza};
use crate::parole::Parole;
use crate::publish::OutputFile;
use crate::scheda::confronto::confronta;
use crate::scheda::{Capoverso, Risultati, scheda};
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::SitePath;
use crate::site::scheda::{Gruppo, TrattoScritto, tratti};
use crate::site::sigle::Sigle;
use crate::site::{SiteError, Sito, page};

use super::documenti::{DocumentoScritto, di_percorso};

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    atto: String,
    frase: String,
    oggetto: Option<Vec<TrattoScritto>>,
    motivazione: Vec<Gruppo>,
    ricostruita: Option<String>,
    presenti: Vec<Presente>,
    seduta: Vec<String>,
    /// Said once where it holds for every changed card: that there is nothing to compare it with.
    senza_confronto: Option<String>,
    cambi: Vec<CambioScritto>,
    documenti: Vec<DocumentoScritto>,
}

#[derive(Serialize)]
struct Presente {
    nome: String,
    carica: String,
    presenza: String,
}

#[derive(Serialize)]
struct CambioScritto {
    codice: String,
    obiettivo: Voce,
    settore: String,
    numero: Option<String>,
    /// *Modificato*, *Eliminato*, *Inserito*.
    cosa: String,
    motivo: Option<Vec<TrattoScritto>>,
    spiegazione: Option<String>,
    differenze: Vec<DifferenzaScritta>,
}

#[derive(Serialize)]
struct DifferenzaScritta {
    campo: String,
    prima: Vec<TrattoScritto>,
    dopo: Vec<TrattoScritto>,
}

/// The page of a change.
pub(in crate::site) fn render(
    sito: &Sito<'_>,
    ciclo: &Ciclo,
    modifica: &Modifica,
) -> Result<OutputFile, SiteError> {
    let path = SitePath::modifica(&ciclo.codice, &modifica.codice);
    let atto = lingua::atto(&modifica.atto, sito.parole);
    let frase = format!("{}.", lingua::quanti_cambi(modifica, sito.parole));
    let file = format!("modifiche-{}-{}.pdf", modifica.codice, ciclo.codice);
    let adottato = modifica.atto.data();
    let mut sigle = Sigle::di(sito.ente);
    let oggetto = modifica.atto.oggetto.as_ref();
    let oggetto = oggetto.map(|oggetto| sito.parole.modifica.oggetto.con(&[("oggetto", oggetto)]));
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: sito
                    .parole
                    .modifica
                    .titolo
                    .con(&[("anni", &ciclo.anni.to_string()), ("atto", &atto)]),
                descrizione: format!("{atto}. {frase}"),
                sopra: vec![Voce::link(
                    lingua::anni(ciclo.anni, sito.parole),
                    path.to(&SitePath::anno(&ciclo.codice)),
                )],
                nome: Some(
                    sito.parole
                        .modifica
                        .nome
                        .con(&[("atto", &lingua::atto_breve(&modifica.atto, sito.parole))]),
                ),
                aggiornamento: adottato,
                avviso: adottato
                    .is_none()
                    .then_some(sito.parole.modifica.non_adottata.as_str()),
            },
        ),
        atto: lingua::atto_intero(&modifica.atto, sito.parole),
        frase,
        oggetto: oggetto.map(|oggetto| sigle.in_testo(&oggetto)),
        motivazione: Gruppo::con_sigle(
            Gruppo::di(&Capoverso::di(
                modifica.motivazione.as_deref().unwrap_or_default(),
            )),
            &mut sigle,
        ),
        ricostruita: modifica.ricostruita.as_deref().map(lingua::frase),
        presenti: presenti(modifica, sito.parole),
        seduta: lingua::seduta(modifica, sito.parole),
        senza_confronto: e_detto_una_volta(modifica)
            .then(|| sito.parole.modifica.senza_confronti.to_string()),
        cambi: modifica
            .cambi
            .iter()
            .map(|cambio| {
                let scritto = CambioScritto::di(cambio, ciclo, &path, sito.parole);
                let scritto = scritto.con_sigle(&mut sigle);
                if e_senza_confronto(cambio) && e_detto_una_volta(modifica) {
                    scritto.senza_spiegazione()
                } else {
                    scritto
                }
            })
            .collect(),
        documenti: di_percorso(sito, &ciclo.codice, &file, &path),
    };
    page(sito.theme, &path, "modifica.html", &modello)
}

fn presenti(modifica: &Modifica, parole: &Parole) -> Vec<Presente> {
    let componenti = modifica.seduta.componenti.iter();
    componenti
        .map(|componente| Presente {
            nome: componente.nome.clone(),
            carica: componente.carica.clone().unwrap_or_default(),
            presenza: match componente.presenza {
                Presenza::Presente => parole.modifica.e_presente.to_string(),
                Presenza::Assente => parole.modifica.e_assente.to_string(),
            },
        })
        .collect()
}

impl CambioScritto {
    fn di(cambio: &Cambio, ciclo: &Ciclo, path: &SitePath, parole: &Parole) -> Self {
        let obiettivo = cambio.scheda();
        let meta = SitePath::obiettivo(&ciclo.codice, obiettivo.codice.as_str());
        // An act that is not adopted yet may speak of cards that have no page.
        let ha_pagina = ciclo.scheda(&obiettivo.codice).is_some();
        let settore = ciclo.settore_di(obiettivo);
        Self {
            codice: obiettivo.codice.to_string(),
            obiettivo: if ha_pagina {
                Voce::link(titolo(obiettivo, parole), path.to(&meta))
            } else {
                Voce::testo(titolo(obiettivo, parole))
            },
            settore: settore.map_or_else(
                || lingua::nome_struttura(ciclo, parole).to_owned(),
                |settore| lingua::nome_intero(settore, parole),
            ),
            numero: obiettivo.numero.clone(),
            cosa: lingua::iniziale_maiuscola(lingua::cambio(cambio.genere(), parole)),
            motivo: cambio.motivo.as_deref().map(|motivo| {
                let motivo = lingua::frase(motivo);
                let detto = parole.modifica.motivo.con(&[("motivo", &motivo)]);
                vec![TrattoScritto::semplice(&detto)]
            }),
            spiegazione: spiegazione(cambio, parole),
            differenze: differenze(cambio, ciclo, parole),
        }
    }

    /// Explains the short forms that the page has not explained yet.
    fn con_sigle(mut self, sigle: &mut Sigle) -> Self {
        let versioni = self
            .differenze
            .iter_mut()
            .flat_map(|differenza| [&mut differenza.prima, &mut differenza.dopo]);
        let testi = self.motivo.iter_mut().chain(versioni);
        testi.for_each(|testo| sigle.spiega(testo));
        self
    }

    fn senza_spiegazione(self) -> Self {
        Self {
            spiegazione: None,
            ..self
        }
    }
}

/// Whether a card is changed, and how it was before is not known.
const fn e_senza_confronto(cambio: &Cambio) -> bool {
    matches!(cambio.effetto, Effetto::Modificato { prima: None, .. })
}

/// Whether of no changed card it is known how it was, and there are several.
fn e_detto_una_volta(modifica: &Modifica) -> bool {
    let modificati = modifica
        .cambi
        .iter()
        .filter(|cambio| matches!(cambio.effetto, Effetto::Modificato { .. }));
    modificati.clone().count() > 1 && modificati.clone().all(e_senza_confronto)
}

fn spiegazione(cambio: &Cambio, parole: &Parole) -> Option<String> {
    match cambio.effetto {
        Effetto::Modificato { prima: Some(_), .. } => None,
        Effetto::Modificato { prima: None, .. } => {
            Some(parole.modifica.senza_confronto.to_string())
        }
        Effetto::Eliminato(_) => Some(parole.modifica.esce.to_string()),
        Effetto::Inserito(_) => Some(parole.modifica.entra.to_string()),
    }
}

fn differenze(cambio: &Cambio, ciclo: &Ciclo, parole: &Parole) -> Vec<DifferenzaScritta> {
    let di = |obiettivo: &Obiettivo| scheda(obiettivo, ciclo, Risultati::DaCompilare, parole);
    let Effetto::Modificato {
        prima: Some(prima),
        dopo,
    } = &cambio.effetto
    else {
        return Vec::new();
    };
    let confronto = confronta(&di(prima), &di(dopo), parole);
    let scritta = |differenza: crate::scheda::confronto::Differenza| DifferenzaScritta {
        campo: differenza.campo,
        prima: tratti(&differenza.prima),
        dopo: tratti(&differenza.dopo),
    };
    confronto.differenze.into_iter().map(scritta).collect()
}
