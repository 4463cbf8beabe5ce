//! A settore in a year: who answers, its objectives, its result and how it comes about.

use serde::Serialize;

use crate::griglia::{self, GenereColonna};
use crate::lingua;
use crate::model::{Ambito, Ciclo, Conta, Settore};
use crate::parole::Parole;
use crate::publish::OutputFile;
use crate::score::{self, RisultatoSettore, Totale};
use crate::site::andamento::{self, AnnoDelSettore};
use crate::site::barra::RisultatoScritto;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::{Href, SitePath};
use crate::site::pesi::Pesi;
use crate::site::spiegazioni::{Spiegata, Spiegazioni};
use crate::site::stato::StatoScritto;
use crate::site::tabella::{CellaScritta, Luogo, TabellaScritta, Testa};
use crate::site::{SiteError, Sito, aggiornamento, avviso, page};

use super::gruppi::{self, DellAnno, Gruppo};
use super::obiettivo::ObiettivoInBreve;

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    anno: String,
    /// What kind of unit it is, where its name does not say it: *Settore*.
    tipo: Option<String>,
    nome: String,
    ente: Option<String>,
    responsabile: Option<String>,
    vicende: Vec<String>,
    uffici: Vec<Voce>,
    segnalazioni: Vec<String>,
    nome_struttura: String,
    spiegate: ParoleSpiegate,
    pesato: bool,
    /// Whether there are results to show, or the plan only.
    valutato: bool,
    risultato: RisultatoScritto,
    griglia: TabellaScritta,
    /// Of a plan without results: the objectives, ufficio by ufficio.
    gruppi: Vec<Gruppo>,
    struttura: Vec<ObiettivoInBreve>,
    struttura_per_anno: Vec<DellAnno>,
    calcolo: TabellaScritta,
    /// How much each objective counts.
    pesi: Option<Pesi>,
    /// The settore in the years that are told about.
    anni: Vec<AnnoDelSettore>,
    /// Whether something is left out of the result.
    incompleto: bool,
}

/// The words of the page that are explained elsewhere.
#[derive(Serialize)]
struct ParoleSpiegate {
    apertura: Vec<Spiegata>,
    obiettivi: Vec<Spiegata>,
    pesi: Vec<Spiegata>,
    struttura: Vec<Spiegata>,
    calcolo: Vec<Spiegata>,
}

impl ParoleSpiegate {
    fn di(
        path: &SitePath,
        risultato: &RisultatoSettore<'_>,
        ciclo: &Ciclo,
        parole: &Parole,
    ) -> Self {
        let mut spiegazioni = Spiegazioni::new(path, parole);
        let mut di = |chiavi: &[&str]| spiegazioni.di_chiavi(chiavi);
        let (valutato, pesato) = (ciclo.ha_valutazioni(), ciclo.ha_pesi());
        // Where the ente calls them otherwise, the page does not say the word.
        let di_struttura = lingua::dice_struttura(ciclo);
        let se = |c_e: bool, chiave| if c_e { chiave } else { "" };
        Self {
            apertura: di(&[
                "settore",
                se(valutato, "risultato"),
                se(risultato.settore.responsabile.is_some(), "responsabile"),
            ]),
            obiettivi: di(&[
                "obiettivo",
                se(valutato, "indicatore"),
                se(valutato, "grado"),
            ]),
            pesi: di(&[se(pesato, "peso")]),
            struttura: di(&[se(di_struttura, "struttura")]),
            calcolo: di(&[se(pesato, "punti")]),
        }
    }
}

/// A settore as other pages show it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SettoreInBreve {
    nome: String,
    responsabile: Option<String>,
    href: Href,
    risultato: RisultatoScritto,
}

impl SettoreInBreve {
    /// With its result.
    pub(super) fn di(
        risultato: &RisultatoSettore<'_>,
        ciclo: &Ciclo,
        path: &SitePath,
        parole: &Parole,
    ) -> Self {
        let settore = risultato.settore;
        Self {
            nome: settore.nome_distinto(),
            responsabile: settore.responsabile.as_ref().map(|chi| chi.0.clone()),
            href: path.to(&SitePath::settore(&ciclo.codice, settore.codice.as_str())),
            risultato: scritto(risultato, parole),
        }
    }
}

fn scritto(risultato: &RisultatoSettore<'_>, parole: &Parole) -> RisultatoScritto {
    let etichetta = parole
        .barra
        .del_settore
        .con(&[("settore", &risultato.settore.nome)]);
    RisultatoScritto::di_totale(etichetta, risultato.totale, parole)
}

/// The page of a settore.
pub(in crate::site) fn render(
    sito: &Sito<'_>,
    ciclo: &Ciclo,
    risultato: &RisultatoSettore<'_>,
) -> Result<OutputFile, SiteError> {
    let settore = risultato.settore;
    let path = SitePath::settore(&ciclo.codice, settore.codice.as_str());
    let luogo = Luogo {
        path: &path,
        ciclo: &ciclo.codice,
    };
    let tabella = griglia::di_settore(ciclo, risultato, sito.parole);
    let tipo = lingua::tipo_unita(settore.tipo, sito.parole);
    let struttura = struttura(risultato, ciclo, &path, sito.parole);
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: sito.parole.settore.titolo.con(&[
                    ("settore", &settore.nome_distinto()),
                    ("anni", &ciclo.anni.to_string()),
                ]),
                descrizione: descrizione(risultato, ciclo, sito.parole),
                sopra: vec![Voce::link(
                    lingua::anni(ciclo.anni, sito.parole),
                    path.to(&SitePath::anno(&ciclo.codice)),
                )],
                nome: Some(settore.nome.clone()),
                aggiornamento: aggiornamento(ciclo),
                avviso: avviso(ciclo, sito.parole),
            },
        ),
        anno: match tipo {
            Some(_) => lingua::anni_in_riga(ciclo.anni, sito.parole),
            None => lingua::anni(ciclo.anni, sito.parole),
        },
        tipo: tipo.map(str::to_owned),
        nome: settore.nome.clone(),
        ente: settore.ente.clone(),
        responsabile: settore.responsabile.as_ref().map(|chi| chi.0.clone()),
        vicende: settore
            .vicende
            .iter()
            .map(|vicenda| lingua::vicenda(vicenda, ciclo, sito.parole))
            .collect(),
        uffici: uffici(settore, ciclo, &path),
        segnalazioni: settore
            .segnalazioni
            .iter()
            .map(|cosa| crate::scheda::segnalata(cosa, sito.parole))
            .collect(),
        spiegate: ParoleSpiegate::di(&path, risultato, ciclo, sito.parole),
        nome_struttura: lingua::nome_struttura(ciclo, sito.parole).to_owned(),
        pesato: ciclo.ha_pesi(),
        valutato: ciclo.ha_valutazioni() && risultato.e_rendicontato(),
        risultato: scritto(risultato, sito.parole),
        // The sums stand below, where they are explained.
        griglia: TabellaScritta::di(&tabella, luogo).senza_totali(),
        gruppi: gruppi::di_settore(settore, ciclo, &path, sito.parole),
        struttura_per_anno: DellAnno::dividi(&struttura, ciclo),
        struttura,
        calcolo: calcolo(risultato, ciclo, luogo, sito.parole).con_totali_di(&tabella),
        pesi: Pesi::di(risultato, ciclo, &path, sito.parole),
        anni: andamento::del_settore(sito.ente, ciclo, settore, (&path, sito.parole)),
        incompleto: matches!(
            risultato.totale,
            Totale::Parziale { .. } | Totale::NonValutato
        ),
    };
    page(sito.theme, &path, "settore.html", modello)
}

fn descrizione(risultato: &RisultatoSettore<'_>, ciclo: &Ciclo, parole: &Parole) -> String {
    let nome = lingua::nome_intero(risultato.settore, parole);
    let anno = lingua::anni_in_riga(ciclo.anni, parole);
    let (nome, anno) = (("settore", nome.as_str()), ("anni", anno.as_str()));
    match risultato.totale {
        Totale::NonValutato => parole.settore.descrizione_del_piano.con(&[nome, anno]),
        totale => {
            let totale = griglia::totale(totale, parole);
            let posti = [nome, anno, ("risultato", totale.as_str())];
            parole.settore.descrizione.con(&posti)
        }
    }
}

fn uffici(settore: &Settore, ciclo: &Ciclo, path: &SitePath) -> Vec<Voce> {
    let uffici = settore.uffici.iter();
    uffici
        .map(|ufficio| {
            let meta = SitePath::ufficio(&ciclo.codice, settore.codice.as_str(), &ufficio.codice);
            Voce::link(&ufficio.nome, path.to(&meta))
        })
        .collect()
}

fn struttura(
    risultato: &RisultatoSettore<'_>,
    ciclo: &Ciclo,
    path: &SitePath,
    parole: &Parole,
) -> Vec<ObiettivoInBreve> {
    risultato
        .voci
        .iter()
        .filter(|voce| voce.obiettivo.ambito == Ambito::Struttura)
        .map(|voce| {
            let stato = StatoScritto::di_valutazione(voce.valutazione, parole);
            ObiettivoInBreve::new(voce.obiettivo, stato, ciclo, path, parole)
        })
        .collect()
}

/// Objective by objective: weight × grade = points; grades alone where the plan has no weights.
fn calcolo(
    risultato: &RisultatoSettore<'_>,
    ciclo: &Ciclo,
    luogo: Luogo<'_>,
    parole: &Parole,
) -> TabellaScritta {
    let pesato = ciclo.ha_pesi();
    let viste = |tutte: [String; 3]| -> Vec<String> {
        let scelte = tutte.into_iter().enumerate();
        scelte
            .filter_map(|(posto, cosa)| (pesato || posto == 1).then_some(cosa))
            .collect()
    };
    let soggetto = Testa::new(&parole.comune.obiettivo, GenereColonna::Soggetto);
    let cifre: Vec<Testa> = viste(
        [
            &parole.comune.peso,
            &parole.comune.grado,
            &parole.settore.punti,
        ]
        .map(|testa| testa.to_string()),
    )
    .iter()
    .map(|titolo| Testa::new(titolo, GenereColonna::Cifra))
    .collect();
    let righe = risultato.voci.iter().map(|voce| {
        let codice = voce.obiettivo.codice.as_str();
        let href = luogo.path.to(&SitePath::obiettivo(luogo.ciclo, codice));
        let titolo = Voce::link(griglia::colonne::titolo(voce.obiettivo, parole), href);
        let prima = CellaScritta::new(titolo, &soggetto, GenereColonna::Soggetto);
        let valori = viste(conto(voce, ciclo, parole));
        let altre = cifre.iter().zip(valori).map(|(testa, valore)| {
            CellaScritta::new(Voce::testo(valore), testa, GenereColonna::Cifra)
        });
        std::iter::once(prima).chain(altre).collect()
    });
    let righe = righe.collect();
    let titolo = if pesato {
        parole.settore.peso_per_grado.as_str()
    } else {
        parole.settore.grado_per_obiettivo.as_str()
    };
    let colonne = std::iter::once(soggetto.clone())
        .chain(cifre.iter().cloned())
        .collect();
    TabellaScritta::new(titolo, colonne, righe)
}

/// Weight, grade and points of an objective.
fn conto(voce: &score::Voce<'_>, ciclo: &Ciclo, parole: &Parole) -> [String; 3] {
    let condizione = voce.obiettivo.conta == Conta::Condizione;
    let quanto = match voce.obiettivo.conta {
        Conta::Condizione => parole.scheda.condizione.to_string(),
        Conta::Peso(_) | Conta::SenzaPeso => lingua::numero(voce.quanto, parole),
    };
    let punti = voce.punti().filter(|_| !condizione);
    [
        quanto,
        lingua::giudizio(voce.valutazione, &ciclo.regole, parole),
        punti.map_or_else(|| "–".to_owned(), |cosa| lingua::numero(cosa, parole)),
    ]
}
