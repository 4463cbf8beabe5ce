//! An ufficio of a settore: who answers, its objectives year by year.

use serde::Serialize;

use crate::lingua;
use crate::model::{Ciclo, Settore, Ufficio};
use crate::publish::OutputFile;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::SitePath;
use crate::site::stato::StatoScritto;
use crate::site::{SiteError, Sito, aggiornamento, avviso, page};

use super::gruppi::DellAnno;
use super::obiettivo::ObiettivoInBreve;

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    anno: String,
    nome: String,
    settore: Voce,
    responsabile: Option<String>,
    obiettivi: Vec<ObiettivoInBreve>,
    per_anno: Vec<DellAnno>,
}

/// The page of an ufficio.
pub(in crate::site) fn render(
    sito: &Sito<'_>,
    ciclo: &Ciclo,
    settore: &Settore,
    ufficio: &Ufficio,
) -> Result<OutputFile, SiteError> {
    let path = SitePath::ufficio(&ciclo.codice, settore.codice.as_str(), &ufficio.codice);
    let meta = SitePath::settore(&ciclo.codice, settore.codice.as_str());
    let voce = Voce::link(settore.nome_distinto(), path.to(&meta));
    let chi = ufficio.responsabile.as_ref();
    let chi = chi.or(settore.responsabile.as_ref());
    let obiettivi: Vec<ObiettivoInBreve> = ciclo
        .obiettivi_propri(settore)
        .filter(|obiettivo| obiettivo.ambito.ufficio() == Some(&ufficio.codice))
        .map(|obiettivo| {
            let stato = StatoScritto::di(obiettivo, ciclo, sito.parole);
            ObiettivoInBreve::new(obiettivo, stato, ciclo, &path, sito.parole)
        })
        .collect();
    let quanti = lingua::quanti(
        obiettivi.len(),
        &sito.parole.comune.un_obiettivo,
        &sito.parole.comune.molti_obiettivi,
    );
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: sito.parole.ufficio.titolo.con(&[
                    ("ufficio", &ufficio.nome),
                    ("settore", &settore.nome_distinto()),
                    ("anni", &ciclo.anni.to_string()),
                ]),
                descrizione: format!("{}: {quanti}.", ufficio.nome),
                sopra: vec![
                    Voce::link(
                        lingua::anni(ciclo.anni, sito.parole),
                        path.to(&SitePath::anno(&ciclo.codice)),
                    ),
                    voce.clone(),
                ],
                nome: Some(ufficio.nome.clone()),
                aggiornamento: aggiornamento(ciclo),
                avviso: avviso(ciclo, sito.parole),
            },
        ),
        anno: lingua::anni_in_riga(ciclo.anni, sito.parole),
        nome: ufficio.nome.clone(),
        settore: voce,
        responsabile: chi.map(|chi| chi.0.clone()),
        per_anno: DellAnno::dividi(&obiettivi, ciclo),
        obiettivi,
    };
    page(sito.theme, &path, "ufficio.html", &modello)
}
