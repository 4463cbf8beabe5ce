//! What a workbook asks of whom: its sheets, row by row, and where in the YAML each answer stands.

use chrono::{Datelike as _, NaiveDate};

use super::indicatori;
use super::obiettivi;
use super::yaml::{self, Passo};
use crate::model::{Anni, Ciclo, Codice, Ente, Percentuale, Settore, Valore};
use crate::source::node::Node;
use crate::source::tree_of;

/// What a workbook asks.
#[derive(Debug, Clone)]
pub struct Modulo {
    /// Of which ente, of which ciclo, of whom.
    pub di: Di,
    /// What the ente is called.
    pub denominazione: String,
    /// The years of the ciclo.
    pub anni: Anni,
    /// Of whom, in words: *Settore Finanziario*.
    pub nome: String,
    /// Who answers for it.
    pub responsabile: Option<String>,
    /// The highest grade.
    pub massimo: Percentuale,
    /// A day of the content, for the properties of the file: the clock is never read.
    pub giorno: NaiveDate,
    /// The sheets to be filled in.
    pub fogli: Vec<Foglio>,
}

/// Of which ente, of which ciclo, of whom a workbook is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Di {
    /// The code of the ente.
    pub ente: String,
    /// The code of the ciclo.
    pub ciclo: String,
    /// The code of the settore; `struttura` for the whole ente.
    pub settore: String,
}

/// A sheet.
#[derive(Debug, Clone)]
pub struct Foglio {
    /// Its name.
    pub nome: &'static str,
    /// Its columns.
    pub colonne: Vec<Colonna>,
    /// Its rows, each with a cell for each column.
    pub righe: Vec<Vec<Cella>>,
}

/// A column.
#[derive(Debug, Clone)]
pub struct Colonna {
    /// Its heading.
    pub titolo: String,
    /// Its width, in characters.
    pub larghezza: u16,
    /// What it is for.
    pub uso: Uso,
}

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uso {
    /// With the others like it, it says which row this is.
    Chiave,
    /// It says what the row is about, in words that must still be those of the plan.
    Nome,
    /// It is there to be read.
    Detto,
    /// It is to be filled in.
    Compilare,
}

/// A cell.
#[derive(Debug, Clone)]
pub enum Cella {
    /// Written, not to be changed.
    Scritta(String),
    /// Nothing is asked here.
    Chiusa,
    /// To be filled in.
    Aperta(Campo),
}

/// An answer that is asked for.
#[derive(Debug, Clone)]
pub struct Campo {
    /// The file of results that it stands or will stand in.
    pub file: String,
    /// Where in it.
    pub percorso: Vec<Passo>,
    /// What may be answered.
    pub tipo: Tipo,
    /// The year that a day without year is of.
    pub anno: i32,
    /// What is written now.
    pub attuale: Option<String>,
}

/// What may be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tipo {
    /// A grade of the objective, or points.
    Grado(Dove),
    /// The same judgement in words.
    Giudizio(Dove),
    /// What an indicator reached, against what was expected.
    Raggiunto(Valore),
    /// The judgement on an indicator.
    Esito,
    /// How far, of one reached in part.
    Quanto,
    /// The months done.
    Mesi,
    /// Words.
    Testo,
}

/// Where the judgement on an objective stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dove {
    /// Under a key that says its kind: `grado`, `punti`, `esito`.
    ChiaveSua,
    /// Under the code of the settore, whatever its kind.
    PerSettore,
}

/// A file of results.
#[derive(Debug, Clone)]
pub struct FileRisultati {
    /// Its path, from the folder that holds `content/`.
    pub percorso: String,
    /// Its text.
    pub testo: String,
    radice: Node,
}

impl FileRisultati {
    /// A file of that text; `None` when it is not YAML.
    #[must_use]
    pub fn nuovo(percorso: String, testo: String) -> Option<Self> {
        let radice = tree_of(&testo)?;
        Some(Self {
            percorso,
            testo,
            radice,
        })
    }
}

/// The results of a ciclo as they are written.
#[derive(Debug, Clone)]
pub struct Scritti {
    /// The folder of the results, as files show it: `content/caluso/2023/risultati`.
    pub cartella: String,
    /// Its files.
    pub file: Vec<FileRisultati>,
}

impl Scritti {
    /// The file with the result of an objective, else the one that it will be written in.
    pub(super) fn file_di(&self, obiettivo: &Codice, nome: &str) -> (String, Option<&Node>) {
        let percorso = verso(obiettivo, "");
        let mut file = self.file.iter();
        let suo = file.find_map(|file| {
            yaml::trova(&file.radice, &percorso).map(|voce| (file.percorso.clone(), Some(voce)))
        });
        suo.unwrap_or_else(|| {
            let per_nome = |fine: &str| format!("{}/{nome}.{fine}", self.cartella);
            let vecchia = per_nome("yml");
            let c_e = self.file.iter().any(|file| file.percorso == vecchia);
            (if c_e { vecchia } else { per_nome("yaml") }, None)
        })
    }
}

/// The steps to the result of an objective, with its title for a comment.
pub(super) fn verso(obiettivo: &Codice, titolo: &str) -> Vec<Passo> {
    let titolo = titolo.split_whitespace().collect::<Vec<_>>().join(" ");
    vec![
        Passo::Chiave("risultati".to_owned()),
        Passo::Voce {
            chiave: "obiettivo",
            valore: obiettivo.to_string(),
            quale: 0,
            commento: Some(titolo).filter(|titolo| !titolo.is_empty()),
        },
    ]
}

/// One objective on its way into a sheet.
pub(super) struct Suo<'a> {
    /// Its file.
    pub(super) file: String,
    /// What is written of it.
    pub(super) scritto: Option<&'a Node>,
    /// The steps to it.
    pub(super) percorso: Vec<Passo>,
    /// The last of its years.
    pub(super) anno: i32,
}

impl Suo<'_> {
    /// An answer under some steps from here.
    pub(super) fn campo(&self, passi: Vec<Passo>, tipo: Tipo) -> Cella {
        let attuale = self.scritto.and_then(|voce| yaml::parole(voce, &passi));
        let percorso = self.percorso.iter().cloned().chain(passi).collect();
        Cella::Aperta(Campo {
            file: self.file.clone(),
            percorso,
            tipo,
            anno: self.anno,
            attuale,
        })
    }

    /// An answer under some keys.
    pub(super) fn sotto(&self, chiavi: &[&str], tipo: Tipo) -> Cella {
        let passi = chiavi
            .iter()
            .map(|chiave| Passo::Chiave((*chiave).to_owned()));
        self.campo(passi.collect(), tipo)
    }

    /// Whether something stands under a key.
    pub(super) fn ha(&self, chiavi: &[&str]) -> bool {
        let passi: Vec<Passo> = chiavi
            .iter()
            .map(|chiave| Passo::Chiave((*chiave).to_owned()))
            .collect();
        self.scritto
            .is_some_and(|voce| yaml::trova(voce, &passi).is_some())
    }
}

/// The code that stands for the whole ente.
pub const STRUTTURA: &str = "struttura";

impl Modulo {
    /// What is asked of a settore, of the whole ente without one.
    #[must_use]
    pub fn nuovo(ente: &Ente, ciclo: &Ciclo, settore: Option<&Settore>, scritti: &Scritti) -> Self {
        let codice = settore.map_or(STRUTTURA, |settore| settore.codice.as_str());
        let responsabile = settore.and_then(|settore| settore.responsabile.as_ref());
        Self {
            di: Di {
                ente: ente.codice.to_string(),
                ciclo: ciclo.codice.to_string(),
                settore: codice.to_owned(),
            },
            denominazione: ente.denominazione.clone(),
            anni: ciclo.anni,
            nome: settore.map_or_else(
                || ciclo.nome_struttura_usuale().to_owned(),
                Settore::nome_intero,
            ),
            responsabile: responsabile.map(|responsabile| responsabile.0.clone()),
            massimo: ciclo.regole.grado_massimo,
            giorno: giorno(ciclo),
            fogli: vec![
                obiettivi::foglio(ciclo, settore, scritti),
                indicatori::foglio(ciclo, settore, scritti),
            ],
        }
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn vuoto(&self) -> bool {
        self.fogli.iter().all(|foglio| foglio.righe.is_empty())
    }
}

/// The day of the latest act, else the first of the year.
fn giorno(ciclo: &Ciclo) -> NaiveDate {
    let atti = ciclo.tutti_gli_atti();
    let ultimo = atti.iter().filter_map(|atto| atto.data()).max();
    let inizio = || NaiveDate::from_ymd_opt(ciclo.anni.dal(), 1, 1);
    let giorno = ultimo.or_else(inizio).unwrap_or_default();
    // What spreadsheets can date.
    if giorno.year() < 1990 {
        NaiveDate::default()
    } else {
        giorno
    }
}
