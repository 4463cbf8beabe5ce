//! How every document ends: who signed, how its figures come about, which data it was made from.

use std::fmt::Write as _;

use crate::document::{Block, Inline, ParagraphRole, Signature};
use crate::model::{Atto, Ciclo, Codice, Fonte};
use crate::source::digest;

/// How the figures of a document come about.
const CIFRE: &str = "Le cifre. Il grado di ogni obiettivo è quello validato. I calcoli sono esatti; ogni cifra è arrotondata una volta sola, quando è scritta, a due decimali, con la metà in su.";

/// The files that a document is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fonti<'a> {
    /// The cards of the plan as approved.
    Piano,
    /// The folder of an act that changes it.
    Modifica(&'a Codice),
    /// Everything.
    Ciclo,
}

/// Who signed an act, with the formula of printed copies (D.Lgs. 39/1993, art. 3 c. 2).
pub(super) fn firme(atto: &Atto) -> Option<Block> {
    let firme = atto.firme.iter().map(|firma| Signature {
        office: firma.ruolo.clone(),
        name: format!("F.to {}", firma.nome),
    });
    let firme: Vec<Signature> = firme.collect();
    (!firme.is_empty()).then_some(Block::Signatures(firme))
}

/// The colophon: the figures, and the fingerprint of the data.
pub(super) fn colofone(ciclo: &Ciclo, fonti: Fonti<'_>) -> Vec<Block> {
    let nota = |parole| Block::words(ParagraphRole::Note, parole);
    let mut blocchi = vec![Block::Separator];
    if fonti == Fonti::Ciclo && ciclo.ha_rendiconto() {
        blocchi.push(nota(vec![Inline::text(CIFRE)]));
    }
    let elenco = elenco(ciclo, fonti);
    let dei_file = match elenco.len() {
        0 => return blocchi.split_off(1),
        1 => "del file da cui è fatto".to_owned(),
        quanti => format!("dei {quanti} file da cui è fatto"),
    };
    blocchi.push(nota(vec![
        Inline::text(format!(
            "I dati. Impronta SHA-256 dell’elenco {dei_file} il documento (nomi e impronte): "
        )),
        Inline::Code(impronta(&elenco)),
    ]));
    blocchi
}

fn elenco<'a>(ciclo: &'a Ciclo, fonti: Fonti<'_>) -> Vec<&'a Fonte> {
    let cartella = match fonti {
        Fonti::Piano => "obiettivi/".to_owned(),
        Fonti::Modifica(codice) => format!("modifiche/{codice}/"),
        Fonti::Ciclo => String::new(),
    };
    let sue = ciclo.fonti.iter();
    sue.filter(|fonte| fonte.percorso.starts_with(&cartella))
        .collect()
}

/// SHA-256 of the list that `sha256sum` prints of the files, in order of path.
fn impronta(elenco: &[&Fonte]) -> String {
    let mut righe = String::new();
    for Fonte { percorso, sha256 } in elenco {
        let _ = writeln!(righe, "{sha256}  {percorso}");
    }
    digest(righe.as_bytes())
}
