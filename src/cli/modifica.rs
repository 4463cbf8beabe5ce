//! `griglia nuovo modifica`.

use super::args;
use super::ask::{Question, answer};
use super::init::{add, as_written, name};
use super::outcome::{Failure, Outcome};
use crate::model::Codice;
use crate::scaffold::{self, SchedaInVigore};
use crate::source;
use crate::source::nearest::nearest;

pub(super) fn run(args: &args::NuovaModifica) -> Result<Outcome, Failure> {
    let folder = &args.place.content.folder;
    let content = source::read(folder).map_err(Failure::contents(folder))?;
    let (ente, ciclo) = as_written(&content, &args.place)?;
    let schede = scaffold::in_vigore(ciclo, &content.sources);
    let nome = answer(
        Question {
            words: "Nome della cartella dell'atto (gc-100)",
            flag: "--nome",
        },
        args.nome.as_deref(),
        cartella_di_atto,
    )?;
    let eliminate: Vec<String> = args
        .togli
        .iter()
        .map(|codice| una(&schede, codice, &ciclo.cartella).map(|scheda| scheda.codice.clone()))
        .collect::<Result<_, _>>()?;
    let mut chiesti = args.scheda.clone();
    if chiesti.is_empty() && eliminate.is_empty() {
        chiesti = answer(
            Question {
                words: "Codici delle schede che cambiano, separati da virgole",
                flag: "--scheda",
            },
            None,
            codici,
        )?;
    }
    let mut modificate: Vec<SchedaInVigore> = Vec::new();
    for codice in &chiesti {
        let scheda = una(&schede, codice, &ciclo.cartella)?;
        if eliminate.contains(&scheda.codice) {
            let codice = &scheda.codice;
            return Err(Failure::Answer {
                what: format!("«{codice}» è sia con --scheda sia con --togli: o cambia o esce"),
            });
        }
        if !modificate.contains(scheda) {
            modificate.push(scheda.clone());
        }
    }
    let cartella = format!("{}/{}/{}", name(folder), ente.cartella, ciclo.cartella);
    let anno = ciclo.ciclo.as_ref().and_then(|ciclo| ciclo.anno.as_ref());
    let anno = anno.map_or("", |anno| anno.testo.as_str());
    let bozze = scaffold::modifica(&scaffold::NuovaModifica {
        cartella: &cartella,
        anno: anno.split('-').next().unwrap_or(anno).trim(),
        nome: &nome,
        oggetto: &args.oggetto,
        modificate: &modificate,
        eliminate: &eliminate,
    });
    add(folder, &bozze)
}

fn cartella_di_atto(line: &str) -> Result<String, String> {
    match Codice::leggi(line) {
        Ok(_) => Ok(line.to_owned()),
        Err(_) => Err(format!(
            "«{line}» non può essere il nome di una cartella: usare solo lettere senza accenti, cifre, «-» e «_»"
        )),
    }
}

fn codici(line: &str) -> Result<Vec<String>, String> {
    let codici = line
        .split([',', ';', ' '])
        .filter(|codice| !codice.is_empty());
    let codici: Vec<String> = codici.map(str::to_owned).collect();
    if codici.is_empty() {
        return Err(format!("«{line}» non dice nessun codice"));
    }
    Ok(codici)
}

/// The card of a code.
fn una<'a>(
    schede: &'a [SchedaInVigore],
    codice: &str,
    ciclo: &str,
) -> Result<&'a SchedaInVigore, Failure> {
    let codice = codice.trim();
    let found = schede
        .iter()
        .find(|scheda| scheda.codice.eq_ignore_ascii_case(codice));
    found.ok_or_else(|| {
        let codici = schede.iter().map(|scheda| scheda.codice.as_str());
        let forse = nearest(codice, codici.clone())
            .map_or_else(String::new, |vicino| format!("; forse «{vicino}»?"));
        let codici = codici.collect::<Vec<_>>().join(", ");
        let quali = if codici.is_empty() {
            "Non ha ancora schede: se l'atto è di un altro ciclo, dirlo con --ciclo".to_owned()
        } else {
            format!("Ci sono: {codici}")
        };
        Failure::Answer {
            what: format!("nel piano in vigore del {ciclo} non c'è «{codice}»{forse}\n\n{quali}"),
        }
    })
}
