//! An objective: what was promised, how it is measured, what came of it, who answers.

use serde::Serialize;

use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{Ambito, Annualita, Ciclo, Fase, Obiettivo, RuoloAtto, Settore};
use crate::publish::OutputFile;
use crate::site::barra::{Barra, RisultatoScritto};
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::{Href, SitePath};
use crate::site::stato::{Gradi, Stato, StatoScritto};
use crate::site::{SiteError, Sito, aggiornamento, avviso, page};

use super::atti::AttoScritto;
use super::misure::Misure;

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    anno: i32,
    codice: String,
    titolo: String,
    annualita: Option<String>,
    stato: StatoScritto,
    frase: String,
    barra: Option<Barra>,
    descrizione: Vec<String>,
    fasi: Vec<FaseScritta>,
    /// Of an objective of struttura: the grade of each settore.
    gradi: Vec<GradoDiSettore>,
    misure: Misure,
    in_breve: InBreve,
    atti: Vec<AttoScritto>,
}

/// A step, and when it runs.
#[derive(Serialize)]
struct FaseScritta {
    descrizione: String,
    mesi: Option<String>,
}

/// Whose it is and how much it counts.
#[derive(Serialize)]
struct InBreve {
    settore: Voce,
    responsabile: Option<String>,
    peso: String,
    /// Whose result it bears on: *del settore*.
    conta_per: &'static str,
}

/// An objective as other pages list it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ObiettivoInBreve {
    titolo: String,
    href: Href,
    peso: String,
    stato: StatoScritto,
}

#[derive(Debug, Clone, Serialize)]
struct GradoDiSettore {
    nome: String,
    href: Href,
    risultato: RisultatoScritto,
}

impl ObiettivoInBreve {
    /// With a state that depends on where it is listed.
    pub(super) fn new(
        obiettivo: &Obiettivo,
        stato: StatoScritto,
        ciclo: &Ciclo,
        path: &SitePath,
    ) -> Self {
        let meta = SitePath::obiettivo(&ciclo.codice, obiettivo.codice.as_str());
        Self {
            titolo: titolo(obiettivo),
            href: path.to(&meta),
            peso: lingua::numero(obiettivo.peso.valore()),
            stato,
        }
    }
}

/// The page of an objective.
pub(in crate::site) fn render(
    sito: &Sito<'_>,
    ciclo: &Ciclo,
    obiettivo: &Obiettivo,
) -> Result<OutputFile, SiteError> {
    let path = SitePath::obiettivo(&ciclo.codice, obiettivo.codice.as_str());
    let gradi = Gradi::di(obiettivo, ciclo);
    let settore = match &obiettivo.ambito {
        Ambito::Struttura => None,
        Ambito::Settore(codice) => ciclo.settore(codice),
    };
    let modello = Modello {
        cornice: Cornice::new(sito, testata(ciclo, obiettivo, settore, &path)),
        anno: ciclo.anno,
        codice: obiettivo.codice.to_string(),
        titolo: obiettivo.titolo.clone(),
        annualita: obiettivo.annualita.map(annualita),
        stato: StatoScritto::di_gradi(gradi),
        frase: frase(gradi, obiettivo),
        barra: match gradi {
            Gradi::Uguale(grado) => Barra::di("Grado di raggiungimento".to_owned(), Some(grado)),
            _ => None,
        },
        descrizione: obiettivo.paragrafi(),
        fasi: obiettivo.fasi.iter().map(fase).collect(),
        gradi: gradi_di_struttura(obiettivo, ciclo, &path),
        misure: Misure::di(&obiettivo.indicatori),
        in_breve: in_breve(obiettivo, settore, ciclo, &path),
        // The PEG assigns money, not objectives.
        atti: ciclo
            .atti
            .iter()
            .filter(|atto| atto.ruolo != RuoloAtto::Peg)
            .map(AttoScritto::breve)
            .collect(),
    };
    page(sito.theme, &path, "obiettivo.html", &modello)
}

fn fase(fase: &Fase) -> FaseScritta {
    FaseScritta {
        descrizione: fase.descrizione.clone(),
        mesi: fase.mesi.map(lingua::mesi),
    }
}

fn in_breve(
    obiettivo: &Obiettivo,
    settore: Option<&Settore>,
    ciclo: &Ciclo,
    path: &SitePath,
) -> InBreve {
    InBreve {
        settore: match settore {
            Some(settore) => voce_settore(settore, ciclo, path),
            None => Voce::testo("Tutti: è un obiettivo di struttura"),
        },
        responsabile: obiettivo.risponde(settore).map(|chi| chi.0.clone()),
        peso: lingua::numero(obiettivo.peso.valore()),
        conta_per: match obiettivo.ambito {
            Ambito::Struttura => "di ogni settore",
            Ambito::Settore(_) => "del settore",
        },
    }
}

fn testata<'a>(
    ciclo: &Ciclo,
    obiettivo: &Obiettivo,
    settore: Option<&Settore>,
    path: &'a SitePath,
) -> Testata<'a> {
    let anno = Voce::link(
        format!("Anno {}", ciclo.anno),
        path.to(&SitePath::anno(&ciclo.codice)),
    );
    let settore = settore.map(|settore| voce_settore(settore, ciclo, path));
    Testata {
        path,
        titolo: format!("{}, obiettivo {}", titolo(obiettivo), ciclo.anno),
        descrizione: format!(
            "{}. {}",
            titolo(obiettivo),
            frase(Gradi::di(obiettivo, ciclo), obiettivo)
        ),
        sopra: std::iter::once(anno).chain(settore).collect(),
        nome: Some(format!("Obiettivo {}", obiettivo.codice)),
        aggiornamento: aggiornamento(ciclo),
        avviso: avviso(ciclo),
    }
}

fn voce_settore(settore: &Settore, ciclo: &Ciclo, path: &SitePath) -> Voce {
    let meta = SitePath::settore(&ciclo.codice, settore.codice.as_str());
    Voce::link(&settore.nome, path.to(&meta))
}

fn annualita(annualita: Annualita) -> String {
    format!("{} su {}", lingua::annualita(annualita), annualita.totale())
}

/// What came of it, in a sentence.
fn frase(gradi: Gradi, obiettivo: &Obiettivo) -> String {
    let dove = match obiettivo.ambito {
        Ambito::Struttura => " in tutti i settori",
        Ambito::Settore(_) => "",
    };
    match gradi {
        Gradi::Nessuno => "Negli atti non c’è ancora un grado di raggiungimento per questo \
            obiettivo: non è stato valutato, e questo non equivale a zero."
            .to_owned(),
        Gradi::Incompleti { valutati, attesi } => {
            format!("Per ora l’obiettivo è stato valutato in {valutati} dei {attesi} settori.")
        }
        Gradi::Diversi { minimo, massimo } => format!(
            "Il grado di raggiungimento cambia da un settore all’altro: il più basso è {}, il più \
             alto è {}.",
            lingua::percentuale(minimo),
            lingua::percentuale(massimo)
        ),
        Gradi::Uguale(grado) => match Stato::di_grado(Some(grado)) {
            Stato::Raggiunto => format!("L’obiettivo è stato raggiunto del tutto{dove}."),
            Stato::NonRaggiunto => format!("L’obiettivo non è stato raggiunto{dove}."),
            Stato::InParte | Stato::NonValutato => format!(
                "L’obiettivo è stato raggiunto in parte{dove}. Grado di raggiungimento: {}.",
                lingua::percentuale(grado)
            ),
        },
    }
}

fn gradi_di_struttura(
    obiettivo: &Obiettivo,
    ciclo: &Ciclo,
    path: &SitePath,
) -> Vec<GradoDiSettore> {
    if obiettivo.ambito != Ambito::Struttura || !ciclo.ha_valutazioni() {
        return Vec::new();
    }
    ciclo
        .settori_di_struttura()
        .map(|settore| {
            let grado = obiettivo.grado(settore);
            let etichetta = format!("Grado di raggiungimento per il settore {}", settore.nome);
            GradoDiSettore {
                nome: settore.nome.clone(),
                href: path.to(&SitePath::settore(&ciclo.codice, settore.codice.as_str())),
                risultato: RisultatoScritto::di_grado(etichetta, grado),
            }
        })
        .collect()
}
