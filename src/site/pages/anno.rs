//! A year: its figures, the result of every settore, every objective, documents and acts.

use serde::Serialize;

use crate::griglia;
use crate::lingua;
use crate::model::{Ciclo, Codice, Estensione, Obiettivo};
use crate::publish::OutputFile;
use crate::score::RisultatoSettore;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::{Href, SitePath};
use crate::site::riepilogo::Riepilogo;
use crate::site::stato::StatoScritto;
use crate::site::tabella::{Luogo, TabellaScritta};
use crate::site::{SiteError, Sito, aggiornamento, avviso, page};

use super::atti::AttoScritto;
use super::documenti::DocumentoScritto;
use super::obiettivo::ObiettivoInBreve;
use super::piano;
use super::settore::SettoreInBreve;

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    anno: String,
    frase: String,
    /// Whether there are results to show, or the plan only.
    valutato: bool,
    riepilogo: Riepilogo,
    settori: Vec<SettoreInBreve>,
    /// Those that the relazione does not report on.
    esclusi: Vec<Voce>,
    sintesi: TabellaScritta,
    complessivi: Option<TabellaScritta>,
    dei_programmi: Option<TabellaScritta>,
    pesato: bool,
    fasce: Option<String>,
    modifiche: Vec<ModificaInBreve>,
    versioni: Vec<Voce>,
    programmazione: Option<Href>,
    gruppi: Vec<Gruppo>,
    documenti: Vec<DocumentoScritto>,
    atti: Vec<AttoScritto>,
}

/// The objectives of struttura, or those of a settore.
#[derive(Serialize)]
struct Gruppo {
    titolo: Voce,
    spiegazione: Option<&'static str>,
    obiettivi: Vec<ObiettivoInBreve>,
}

/// A change of the plan.
#[derive(Serialize)]
struct ModificaInBreve {
    voce: Voce,
    parole: String,
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
                titolo: format!("Obiettivi e risultati {}", ciclo.anni),
                descrizione: riepilogo.frase(),
                sopra: Vec::new(),
                nome: Some(lingua::anni(ciclo.anni)),
                aggiornamento: aggiornamento(ciclo),
                avviso: avviso(ciclo),
            },
        ),
        anno: ciclo.anni.to_string(),
        frase: frase(ciclo, &riepilogo),
        valutato: ciclo.ha_valutazioni(),
        riepilogo,
        settori: risultati
            .iter()
            .filter(|risultato| !ciclo.ha_valutazioni() || risultato.e_rendicontato())
            .map(|risultato| SettoreInBreve::di(risultato, ciclo, &path))
            .collect(),
        esclusi: risultati
            .iter()
            .filter(|risultato| !risultato.e_rendicontato())
            .map(|risultato| {
                let codice = risultato.settore.codice.as_str();
                let meta = SitePath::settore(&ciclo.codice, codice);
                Voce::link(&risultato.settore.nome, path.to(&meta))
            })
            .collect(),
        sintesi: TabellaScritta::di(&griglia::sintesi(ciclo, risultati), luogo),
        complessivi: griglia::complessivi(ciclo)
            .filter(|_| ciclo.ha_valutazioni())
            .map(|tabella| TabellaScritta::di(&tabella, luogo)),
        dei_programmi: griglia::programmazione(ciclo)
            .map(|tabella| TabellaScritta::di(&tabella, luogo)),
        pesato: ciclo.ha_pesi(),
        fasce: lingua::fasce(&ciclo.regole),
        modifiche: modifiche(ciclo, &path),
        versioni: piano::versioni(ciclo)
            .iter()
            .map(|versione| {
                let modifica = versione.modifica.map(|modifica| &modifica.codice);
                let meta = SitePath::versione(&ciclo.codice, modifica);
                Voce::link(piano::nome(versione), path.to(&meta))
            })
            .collect(),
        programmazione: (!ciclo.programmazione.is_empty())
            .then(|| path.to(&SitePath::programmazione(&ciclo.codice))),
        gruppi: gruppi(ciclo, &path),
        documenti: sito
            .documents
            .iter()
            .filter(|document| document.ciclo == ciclo.codice)
            .map(|document| DocumentoScritto::new(document, &path))
            .collect(),
        atti: ciclo
            .tutti_gli_atti()
            .into_iter()
            .map(AttoScritto::intero)
            .collect(),
    };
    page(sito.theme, &path, "anno.html", &modello)
}

/// How it went; of a plan that is not whole, that it is not.
fn frase(ciclo: &Ciclo, riepilogo: &Riepilogo) -> String {
    match ciclo.estensione {
        Estensione::Intero => riepilogo.frase(),
        Estensione::Parziale => format!(
            "{} Sono pubblicate soltanto le schede che i documenti riportano, non l’intero piano.",
            riepilogo.frase()
        ),
    }
}

fn modifiche(ciclo: &Ciclo, path: &SitePath) -> Vec<ModificaInBreve> {
    let modifiche = ciclo.modifiche.iter();
    modifiche
        .map(|modifica| {
            let meta = SitePath::modifica(&ciclo.codice, &modifica.codice);
            ModificaInBreve {
                voce: Voce::link(lingua::atto(&modifica.atto), path.to(&meta)),
                parole: format!("{}.", lingua::quanti_cambi(modifica)),
            }
        })
        .collect()
}

/// The objectives of struttura, then those of each settore, ufficio by ufficio, then those that left
/// the plan.
fn gruppi(ciclo: &Ciclo, path: &SitePath) -> Vec<Gruppo> {
    let in_breve = |obiettivo: &Obiettivo| {
        let stato = StatoScritto::di(obiettivo, ciclo);
        ObiettivoInBreve::new(obiettivo, stato, ciclo, path)
    };
    let mut gruppi = vec![Gruppo {
        titolo: Voce::testo(&ciclo.nome_struttura),
        spiegazione: ciclo
            .ha_pesi()
            .then_some("Riguardano tutto l’ente e contano per ogni settore."),
        obiettivi: ciclo.obiettivi_di_struttura().map(in_breve).collect(),
    }];
    for settore in &ciclo.settori {
        let pagina = SitePath::settore(&ciclo.codice, settore.codice.as_str());
        let di = |ufficio: Option<&Codice>| -> Vec<ObiettivoInBreve> {
            let propri = ciclo.obiettivi_propri(settore);
            let suoi = propri.filter(|obiettivo| obiettivo.ambito.ufficio() == ufficio);
            suoi.map(|obiettivo| in_breve(obiettivo).per(obiettivo, settore))
                .collect()
        };
        for ufficio in &settore.uffici {
            let meta = SitePath::ufficio(&ciclo.codice, settore.codice.as_str(), &ufficio.codice);
            let nome = format!("{}, {}", settore.nome_distinto(), ufficio.nome);
            gruppi.push(Gruppo {
                titolo: Voce::link(nome, path.to(&meta)),
                spiegazione: None,
                obiettivi: di(Some(&ufficio.codice)),
            });
        }
        gruppi.push(Gruppo {
            titolo: Voce::link(settore.nome_distinto(), path.to(&pagina)),
            spiegazione: None,
            obiettivi: di(None),
        });
    }
    let eliminati = ciclo.eliminati();
    gruppi.push(Gruppo {
        titolo: Voce::testo("Obiettivi eliminati durante l’anno"),
        spiegazione: Some("Erano nel piano approvato; una modifica li ha tolti."),
        obiettivi: eliminati
            .iter()
            .map(|(scheda, _)| {
                let settore = ciclo.settore_di(scheda);
                let settore = settore.map_or(&ciclo.nome_struttura, |s| &s.nome_breve);
                in_breve(scheda).con_nota(settore.clone())
            })
            .collect(),
    });
    gruppi.retain(|gruppo| !gruppo.obiettivi.is_empty());
    gruppi
}
