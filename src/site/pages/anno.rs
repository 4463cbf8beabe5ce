//! A year: its figures, the result of every settore, every objective, documents, open data and acts.

use serde::Serialize;

use crate::griglia;
use crate::lingua;
use crate::model::{Ciclo, Estensione, RuoloAtto};
use crate::parole::Parole;
use crate::publish::OutputFile;
use crate::score::RisultatoSettore;
use crate::site::collegati;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::{Href, SitePath};
use crate::site::riepilogo::Riepilogo;
use crate::site::spiegazioni::{Spiegata, Spiegazioni};
use crate::site::tabella::{Luogo, TabellaScritta};
use crate::site::tabella_obiettivi::TabellaObiettivi;
use crate::site::{SiteError, Sito, aggiornamento, avviso, page};

use super::atti::AttoScritto;
use super::confronto;
use super::dati::LicenzaScritta;
use super::documenti::{DocumentoScritto, dati_di};
use super::gruppi::{self, Gruppo};
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
    confronti: Vec<Voce>,
    fasce: Option<String>,
    spiegate: ParoleSpiegate,
    modifiche: Vec<ModificaInBreve>,
    versioni: Vec<Voce>,
    programmazione: Option<Href>,
    gruppi: Vec<Gruppo>,
    tutti: Option<TabellaObiettivi>,
    script: Href,
    documenti: Vec<DocumentoScritto>,
    dati: Vec<DocumentoScritto>,
    licenza: LicenzaScritta,
    pagina_dati: Href,
    atti: Vec<AttoScritto>,
}

/// The words of the page that are explained elsewhere.
#[derive(Serialize)]
struct ParoleSpiegate {
    settori: Vec<Spiegata>,
    obiettivi: Vec<Spiegata>,
    modifiche: Vec<Spiegata>,
    atti: Vec<Spiegata>,
}

impl ParoleSpiegate {
    fn di(path: &SitePath, ciclo: &Ciclo, parole: &Parole) -> Self {
        let mut spiegazioni = Spiegazioni::new(path, parole);
        let mut di = |chiavi: &[&str]| spiegazioni.di_chiavi(chiavi);
        let pesato = ciclo.ha_pesi();
        // Where the ente calls them otherwise, the page does not say the word.
        let di_struttura =
            lingua::dice_struttura(ciclo) && ciclo.obiettivi_di_struttura().next().is_some();
        let atti = ciclo.tutti_gli_atti();
        let atti = atti.iter().filter_map(|atto| match atto.ruolo {
            RuoloAtto::Peg => Some("peg"),
            RuoloAtto::Relazione => Some("relazione"),
            RuoloAtto::Piano | RuoloAtto::Modifica => None,
        });
        let atti: Vec<&str> = atti.collect();
        Self {
            settori: di(match (ciclo.ha_valutazioni(), pesato) {
                (true, true) => &["settore", "risultato", "grado", "peso", "punti"],
                (true, false) => &["settore", "risultato", "grado"],
                (false, _) => &["settore"],
            }),
            obiettivi: di(if di_struttura {
                &["obiettivo", "struttura"]
            } else {
                &["obiettivo"]
            }),
            modifiche: di(&["modifica"]),
            atti: di(&atti),
        }
    }
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
    let riepilogo = Riepilogo::di(ciclo, sito.parole);
    let luogo = Luogo {
        path: &path,
        ciclo: &ciclo.codice,
    };
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: sito
                    .parole
                    .anno
                    .titolo
                    .con(&[("anno", &ciclo.anni.to_string())]),
                descrizione: riepilogo.frase(sito.parole),
                sopra: Vec::new(),
                nome: Some(lingua::anni(ciclo.anni, sito.parole)),
                aggiornamento: aggiornamento(ciclo),
                avviso: avviso(ciclo, sito.parole),
            },
        )
        .con(|web| web.con_dati(&collegati::anno(sito, ciclo, &path))),
        anno: ciclo.anni.to_string(),
        frase: frase(ciclo, &riepilogo, sito.parole),
        valutato: ciclo.ha_valutazioni(),
        riepilogo,
        settori: risultati
            .iter()
            .filter(|risultato| !ciclo.ha_valutazioni() || risultato.e_rendicontato())
            .map(|risultato| SettoreInBreve::di(risultato, ciclo, &path, sito.parole))
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
        sintesi: TabellaScritta::di(&griglia::sintesi(ciclo, risultati, sito.parole), luogo),
        complessivi: griglia::complessivi(ciclo, sito.parole)
            .filter(|_| ciclo.ha_valutazioni())
            .map(|tabella| TabellaScritta::di(&tabella, luogo)),
        dei_programmi: griglia::programmazione(ciclo, sito.parole)
            .map(|tabella| TabellaScritta::di(&tabella, luogo)),
        pesato: ciclo.ha_pesi(),
        confronti: confronto::voci(sito, Some(ciclo), &path),
        fasce: lingua::fasce(&ciclo.regole, sito.parole),
        spiegate: ParoleSpiegate::di(&path, ciclo, sito.parole),
        modifiche: modifiche(ciclo, &path, sito.parole),
        versioni: piano::versioni(ciclo)
            .iter()
            .map(|versione| {
                let modifica = versione.modifica.map(|modifica| &modifica.codice);
                let meta = SitePath::versione(&ciclo.codice, modifica);
                Voce::link(piano::nome(versione, sito.parole), path.to(&meta))
            })
            .collect(),
        programmazione: (!ciclo.programmazione.is_empty())
            .then(|| path.to(&SitePath::programmazione(&ciclo.codice))),
        gruppi: gruppi::di_ciclo(ciclo, &path, sito.parole),
        tutti: TabellaObiettivi::di(ciclo, &path, sito.parole),
        script: path.to(&SitePath::asset("tabella.js")),
        documenti: sito
            .documents
            .iter()
            .filter(|document| document.ciclo == ciclo.codice)
            .map(|document| DocumentoScritto::new(document, &path, sito.parole))
            .collect(),
        dati: dati_di(sito, &ciclo.codice, &path),
        licenza: LicenzaScritta::di(sito),
        pagina_dati: path.to(&SitePath::dati()),
        atti: ciclo
            .tutti_gli_atti()
            .into_iter()
            .map(|cosa| AttoScritto::intero(cosa, sito.parole))
            .collect(),
    };
    page(sito.theme, &path, "anno.html", modello)
}

/// How it went; of a plan that is not whole, that it is not.
fn frase(ciclo: &Ciclo, riepilogo: &Riepilogo, parole: &Parole) -> String {
    let frase = riepilogo.frase(parole);
    match ciclo.estensione {
        Estensione::Intero => frase,
        Estensione::Parziale => format!("{frase} {}", parole.anno.piano_parziale.as_str()),
    }
}

fn modifiche(ciclo: &Ciclo, path: &SitePath, parole: &Parole) -> Vec<ModificaInBreve> {
    let modifiche = ciclo.modifiche.iter();
    modifiche
        .map(|modifica| {
            let meta = SitePath::modifica(&ciclo.codice, &modifica.codice);
            ModificaInBreve {
                voce: Voce::link(lingua::atto(&modifica.atto, parole), path.to(&meta)),
                parole: format!("{}.", lingua::quanti_cambi(modifica, parole)),
            }
        })
        .collect()
}
