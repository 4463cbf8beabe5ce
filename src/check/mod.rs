//! The rules that content must keep, and the model that comes of keeping them.
//!
//! This module owns the rules, each with a stable code (`G001` …), and the words in which a broken
//! one is told. [`check`] looks at everything that is written and returns the entities that keep
//! every rule, with all problems of the rest: a value of [`crate::model`] exists only if it passed
//! here. It never reads a file and never prints.
//!
//! | codes | about |
//! |---|---|
//! | G001–G006 | what cannot be read: files, YAML, keys |
//! | G010–G019, G027 | single values: missing, or not what they should be |
//! | G020–G026, G028, G029 | references: codes that repeat or lead nowhere |
//! | G030–G035 | values that must agree |
//! | G036–G038 | more single values |
//! | G040–G046 | what is allowed but deserves a look |
//! | G050–G055 | folders |
//! | G060–G071 | the narrative |
//! | G072–G079, G089 | pictures, footnotes and languages |
//! | G080–G088 | changes of the plan |
//! | G090–G091 | characters, and entries with nothing in them |
//! | G140–G145 | what texts say to their readers: personal data, vague links, long sentences |
//! | G126–G129 | the language of pages and PDFs, and its words |
//! | G125 | what the foot of every page lacks |
//! | G135–G137 | the colour of the ente's pages |
//! | G100–G108 | the look of the PDFs: told here, found by [`crate::theme`] |
//! | G138–G139 | what a theme says of itself: the same |
//! | G110–G114, G119–G122 | the files that a ciclo carries |
//! | G172–G174 | texts nested too deep, characters that deceive, tables and words that no page could hold |
//! | G170, G171 | links; folders that many systems cannot tell apart |
//! | G123 | how citizens reach the ente |
//! | G115–G118 | where the site is published, and addresses it had before |

pub mod aspetto;
mod atto;
mod caratteri;
mod ciclo;
pub mod contatti;
mod conteggio;
pub mod contenuto;
pub mod documenti;
mod ente;
mod immagini;
mod indicatore;
mod inspection;
mod legami;
pub mod lingua;
mod modifiche;
mod numeri;
mod parole;
mod pesi;
mod problema;
pub mod pubblicazione;
mod regole;
mod risultati;
mod risultato;
mod scheda;
mod settore;
pub mod spiegazione;
mod testi;
mod valori;
mod valutazioni;

pub use conteggio::{Quanti, conteggio, quante_volte, quanti};
pub use parole::{Parole, parole};
pub use problema::{Chiave, Forma, Genere, Gravita, Problema, Riferimento, Vocabolario};

use crate::model::Ente;
use crate::source::{Content, FileId};

/// What a check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdetto {
    /// The entities without errors, in order of folder name.
    pub enti: Vec<Ente>,
    /// Every problem, file by file, from top to bottom.
    pub problemi: Vec<Problema>,
}

impl Verdetto {
    /// How many problems of a severity there are.
    #[must_use]
    pub fn quanti(&self, gravita: Gravita) -> usize {
        self.problemi
            .iter()
            .filter(|problema| problema.genere.gravita() == gravita)
            .count()
    }
}

/// Checks everything that is written. `disegnabile` says whether the faces of the PDFs have a character.
#[must_use]
pub fn check(content: &Content, disegnabile: &dyn Fn(char) -> bool) -> Verdetto {
    let mut problemi: Vec<Problema> = content
        .faults
        .iter()
        .map(|fault| Problema {
            luogo: Some(fault.place.clone()),
            genere: Genere::Lettura(fault.kind.clone()),
        })
        .collect();
    let mut enti = Vec::new();
    if content.enti.is_empty() {
        problemi.push(Problema {
            luogo: None,
            genere: Genere::NessunEnte,
        });
    }
    for files in &content.enti {
        let (ente, trovati) = ente::check(files, content);
        let caratteri = caratteri::check(content, files.fonti.clone(), disegnabile);
        let contenuto = contenuto::check(content, files.fonti.clone());
        let pubblicabile = |problema: &Problema| problema.genere.gravita() != Gravita::Errore;
        enti.extend(ente.filter(|_| caratteri.is_empty() && contenuto.iter().all(pubblicabile)));
        problemi.extend(trovati);
        problemi.extend(caratteri);
        problemi.extend(contenuto);
    }
    problemi.sort_by_key(posto);
    Verdetto { enti, problemi }
}

/// Where a problem stands among the others: file by file, from top to bottom.
fn posto(problema: &Problema) -> (Option<FileId>, Option<usize>) {
    let luogo = problema.luogo.as_ref();
    (
        luogo.map(|luogo| luogo.file),
        luogo.map(|luogo| luogo.span.start),
    )
}
