//! How every document ends: who signed, how its figures come about, which data it was made from.

use std::fmt::Write as _;

use crate::document::{Block, Inline, ParagraphRole, Signature};
use crate::lingua;
use crate::model::{Atto, Ciclo, Codice, Fonte};
use crate::parole::Parole;
use crate::source::digest;

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
pub(super) fn firme(atto: &Atto, parole: &Parole) -> Option<Block> {
    let firme = atto.firme.iter().map(|firma| Signature {
        office: lingua::firma(&firma.ruolo, parole).to_owned(),
        name: parole.allegati.firmato.con(&[("nome", &firma.nome)]),
    });
    let firme: Vec<Signature> = firme.collect();
    (!firme.is_empty()).then_some(Block::Signatures(firme))
}

/// The colophon: the figures, and the fingerprint of the data.
pub(super) fn colofone(ciclo: &Ciclo, fonti: Fonti<'_>, parole: &Parole) -> Vec<Block> {
    let nota = |words| Block::words(ParagraphRole::Note, words);
    let allegati = &parole.allegati;
    let mut blocchi = vec![Block::Separator];
    if fonti == Fonti::Ciclo && ciclo.ha_rendiconto() {
        blocchi.push(nota(vec![Inline::text(allegati.cifre.as_str())]));
    }
    let elenco = elenco(ciclo, fonti);
    if elenco.is_empty() {
        return blocchi.split_off(1);
    }
    let dati = lingua::quanti(elenco.len(), &allegati.dati_un_file, &allegati.dati);
    blocchi.push(nota(vec![
        Inline::text(format!("{dati} ")),
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
