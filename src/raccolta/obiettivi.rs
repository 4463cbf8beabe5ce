//! The sheet of the objectives: a row for each, with its judgement and what is said of it.

use super::modulo::{Cella, Colonna, Dove, Foglio, STRUTTURA, Scritti, Suo, Tipo, Uso, verso};
use super::yaml::Passo;
use crate::lingua::italiano;
use crate::model::{Ambito, Ciclo, Codice, Conta, Esito, Obiettivo, Settore};

/// The texts that may be written of an objective: heading, width, keys.
const TESTI: [(&str, u16, &[&str]); 7] = [
    ("Risultati ottenuti", 34, &["risultati_ottenuti"]),
    ("Cause dello scostamento", 28, &["scostamento", "cause"]),
    ("Effetti", 24, &["scostamento", "effetti"]),
    (
        "Provvedimenti intrapresi",
        28,
        &["scostamento", "provvedimenti", "intrapresi"],
    ),
    (
        "Provvedimenti da attivare",
        28,
        &["scostamento", "provvedimenti", "da_attivare"],
    ),
    ("Motivazione del grado", 26, &["motivazione"]),
    ("Nota", 26, &["nota"]),
];

pub(super) fn foglio(ciclo: &Ciclo, settore: Option<&Settore>, scritti: &Scritti) -> Foglio {
    let colonna = |titolo: &str, larghezza, uso| Colonna {
        titolo: titolo.to_owned(),
        larghezza,
        uso,
    };
    let mut colonne = vec![colonna("Codice", 12, Uso::Chiave)];
    if settore.is_none() {
        colonne.push(colonna("Settore", 16, Uso::Chiave));
    }
    colonne.extend([
        colonna("Obiettivo", 38, Uso::Nome),
        colonna("Peso", 8, Uso::Detto),
        colonna("Grado", 16, Uso::Compilare),
        colonna("Esito", 20, Uso::Compilare),
    ]);
    let testi = TESTI.iter();
    colonne.extend(testi.map(|(titolo, larghezza, _)| colonna(titolo, *larghezza, Uso::Compilare)));
    let mut righe = Vec::new();
    for obiettivo in &ciclo.obiettivi {
        righe.extend(match settore {
            Some(settore) if obiettivo.riguarda(settore) => {
                vec![riga(obiettivo, settore, ciclo, scritti)]
            }
            None if obiettivo.ambito == Ambito::Struttura => {
                di_struttura(obiettivo, ciclo, scritti)
            }
            Some(_) | None => Vec::new(),
        });
    }
    Foglio {
        nome: "Obiettivi",
        colonne,
        righe,
    }
}

/// What is written of an objective, and where.
pub(super) fn suo<'a>(obiettivo: &Obiettivo, ciclo: &Ciclo, scritti: &'a Scritti) -> Suo<'a> {
    let nome = match &obiettivo.ambito {
        Ambito::Struttura => STRUTTURA,
        Ambito::Settore { .. } | Ambito::Condiviso(_) => {
            obiettivo.ambito.settore().map_or(STRUTTURA, Codice::as_str)
        }
    };
    let (file, scritto) = scritti.file_di(&obiettivo.codice, nome);
    Suo {
        file,
        scritto,
        percorso: verso(&obiettivo.codice, &obiettivo.titolo),
        anno: obiettivo.anni.unwrap_or(ciclo.anni).al(),
    }
}

fn riga(obiettivo: &Obiettivo, settore: &Settore, ciclo: &Ciclo, scritti: &Scritti) -> Vec<Cella> {
    let suo = suo(obiettivo, ciclo, scritti);
    let peso = match obiettivo.conta {
        Conta::Condizione => "condizione".to_owned(),
        Conta::Peso(_) | Conta::SenzaPeso => obiettivo
            .peso_per(settore)
            .map(italiano::numero)
            .unwrap_or_default(),
    };
    let mut celle = vec![
        Cella::Scritta(obiettivo.codice.to_string()),
        Cella::Scritta(obiettivo.titolo.clone()),
        Cella::Scritta(peso),
    ];
    let unico = match &obiettivo.ambito {
        Ambito::Struttura => false,
        Ambito::Settore { .. } => true,
        // A shared one has a grade for each, unless somebody gave it one for all.
        Ambito::Condiviso(_) => matches!(obiettivo.risultato.esito, Esito::Unico(Some(_))),
    };
    if unico {
        celle.extend(giudizio(&suo));
    } else {
        celle.extend(giudizio_per(&suo, &settore.codice));
    }
    // What is said of an objective of the whole ente is not one settore's to say.
    if obiettivo.ambito == Ambito::Struttura {
        celle.extend(TESTI.map(|_| Cella::Chiusa));
    } else {
        celle.extend(testi(&suo));
    }
    celle
}

/// An objective of the whole ente: a row for each settore with its grade, the texts in the first.
fn di_struttura(obiettivo: &Obiettivo, ciclo: &Ciclo, scritti: &Scritti) -> Vec<Vec<Cella>> {
    let suo = suo(obiettivo, ciclo, scritti);
    let mut settori = ciclo.settori_di_struttura().enumerate();
    let righe = settori.by_ref().map(|(numero, settore)| {
        let peso = obiettivo.peso_per(settore).map(italiano::numero);
        let mut celle = vec![
            Cella::Scritta(obiettivo.codice.to_string()),
            Cella::Scritta(settore.codice.to_string()),
            Cella::Scritta(obiettivo.titolo.clone()),
            Cella::Scritta(peso.unwrap_or_default()),
        ];
        celle.extend(giudizio_per(&suo, &settore.codice));
        if numero == 0 {
            celle.extend(testi(&suo));
        } else {
            celle.extend(TESTI.map(|_| Cella::Chiusa));
        }
        celle
    });
    righe.collect()
}

/// One judgement, as a grade (or points) or in words.
fn giudizio(suo: &Suo<'_>) -> [Cella; 2] {
    let chiave = if suo.ha(&["punti"]) { "punti" } else { "grado" };
    [
        suo.sotto(&[chiave], Tipo::Grado(Dove::ChiaveSua)),
        suo.sotto(&["esito"], Tipo::Giudizio(Dove::ChiaveSua)),
    ]
}

/// The judgement for a settore: what is written stands in the column of its kind.
fn giudizio_per(suo: &Suo<'_>, settore: &Codice) -> [Cella; 2] {
    let chiavi = ["gradi", settore.as_str()];
    let celle = [
        suo.sotto(&chiavi, Tipo::Grado(Dove::PerSettore)),
        suo.sotto(&chiavi, Tipo::Giudizio(Dove::PerSettore)),
    ];
    celle.map(|cella| match cella {
        Cella::Aperta(mut campo) => {
            let a_parole = campo
                .attuale
                .as_ref()
                .is_some_and(|testo| !testo.contains(|c: char| c.is_ascii_digit()));
            if a_parole != matches!(campo.tipo, Tipo::Giudizio(_)) {
                campo.attuale = None;
            }
            Cella::Aperta(campo)
        }
        altra => altra,
    })
}

fn testi(suo: &Suo<'_>) -> Vec<Cella> {
    let alla_fine = suo.ha(&["verifica_finale", "scostamento"]);
    let testi = TESTI.iter().map(|(_, _, chiavi)| {
        let prima: &[&str] = match chiavi.first() {
            Some(&"scostamento") if alla_fine => &["verifica_finale"],
            _ => &[],
        };
        let chiavi: Vec<&str> = prima.iter().chain(chiavi.iter()).copied().collect();
        suo.sotto(&chiavi, Tipo::Testo)
    });
    testi.collect()
}

/// A step under a key.
pub(super) fn chiave(nome: impl Into<String>) -> Passo {
    Passo::Chiave(nome.into())
}
