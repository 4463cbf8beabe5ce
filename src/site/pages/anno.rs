//! A year: its figures, the result of every settore, every objective, documents and acts.

use serde::Serialize;

use crate::griglia;
use crate::model::{Ciclo, Obiettivo};
use crate::publish::OutputFile;
use crate::score::RisultatoSettore;
use crate::site::cornice::{Cornice, Testata};
use crate::site::links::SitePath;
use crate::site::riepilogo::Riepilogo;
use crate::site::stato::{Gradi, StatoScritto};
use crate::site::tabella::{Luogo, TabellaScritta};
use crate::site::{SiteError, Sito, aggiornamento, avviso, page};

use super::atti::AttoScritto;
use super::documenti::DocumentoScritto;
use super::obiettivo::ObiettivoInBreve;
use super::settore::SettoreInBreve;

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    anno: i32,
    frase: String,
    /// Whether there are results to show, or the plan only.
    valutato: bool,
    riepilogo: Riepilogo,
    settori: Vec<SettoreInBreve>,
    sintesi: TabellaScritta,
    gruppi: Vec<Gruppo>,
    documenti: Vec<DocumentoScritto>,
    atti: Vec<AttoScritto>,
}

/// The objectives of struttura, or those of a settore.
#[derive(Serialize)]
struct Gruppo {
    titolo: String,
    spiegazione: Option<&'static str>,
    obiettivi: Vec<ObiettivoInBreve>,
}

/// The page of a year.
pub(in crate::site) fn render(
    sito: &Sito<'_>,
    ciclo: &Ciclo,
    risultati: &[RisultatoSettore<'_>],
) -> Result<OutputFile, SiteError> {
    let path = SitePath::anno(&ciclo.codice);
    let riepilogo = Riepilogo::di(ciclo);
    let luogo = Luogo {
        path: &path,
        ciclo: &ciclo.codice,
    };
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: format!("Obiettivi e risultati {}", ciclo.anno),
                descrizione: riepilogo.frase(),
                sopra: Vec::new(),
                nome: Some(format!("Anno {}", ciclo.anno)),
                aggiornamento: aggiornamento(ciclo),
                avviso: avviso(ciclo),
            },
        ),
        anno: ciclo.anno,
        frase: riepilogo.frase(),
        valutato: ciclo.ha_valutazioni(),
        riepilogo,
        settori: risultati
            .iter()
            .map(|risultato| SettoreInBreve::di(risultato, ciclo, &path))
            .collect(),
        sintesi: TabellaScritta::di(&griglia::sintesi(risultati), luogo),
        gruppi: gruppi(ciclo, &path),
        documenti: sito
            .documents
            .iter()
            .filter(|document| document.ciclo == ciclo.codice)
            .map(|document| DocumentoScritto::new(document, &path))
            .collect(),
        atti: ciclo.atti.iter().map(AttoScritto::intero).collect(),
    };
    page(sito.theme, &path, "anno.html", &modello)
}

fn gruppi(ciclo: &Ciclo, path: &SitePath) -> Vec<Gruppo> {
    let in_breve = |obiettivo: &Obiettivo| {
        let stato = StatoScritto::di_gradi(Gradi::di(obiettivo, ciclo));
        ObiettivoInBreve::new(obiettivo, stato, ciclo, path)
    };
    let struttura = Gruppo {
        titolo: "Obiettivi di struttura".to_owned(),
        spiegazione: Some("Riguardano tutto l’ente e contano per ogni settore."),
        obiettivi: ciclo.obiettivi_di_struttura().map(in_breve).collect(),
    };
    let settori = ciclo.settori.iter().map(|settore| Gruppo {
        titolo: settore.nome.clone(),
        spiegazione: None,
        obiettivi: ciclo
            .obiettivi_propri(&settore.codice)
            .map(in_breve)
            .collect(),
    });
    std::iter::once(struttura)
        .chain(settori)
        .filter(|gruppo| !gruppo.obiettivi.is_empty())
        .collect()
}
