//! `csv-metadata.json`: the columns of the tables of a ciclo, for programs (W3C, *CSV on the Web*).
//!
//! It stands beside the tables, under the name that programs look for there.

use serde_json::{Value, json};

use super::tabella::{SEPARATORE, Tipo};
use super::{Colonna, TabellaDati, colonne};
use crate::model::{Ciclo, Codice, Ente};

const NOME: &str = "csv-metadata.json";

/// Where it stands below the folder of the ente.
#[must_use]
pub fn percorso(ciclo: &Codice) -> String {
    format!("{ciclo}/dati/{NOME}")
}

/// What the tables of a ciclo hold.
#[must_use]
pub fn file(ente: &Ente, ciclo: &Ciclo) -> Vec<u8> {
    let tabelle: Vec<Value> = colonne().iter().map(tabella).collect();
    let dati = json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "it" }],
        "dc:title": format!("Obiettivi e risultati {} – {}", ciclo.anni, ente.denominazione),
        "dc:license": { "@id": ente.pubblicazione.licenza_dati.uri() },
        "dialect": { "header": true, "delimiter": ",", "encoding": "utf-8", "quoteChar": "\"", "doubleQuote": true },
        "tables": tabelle,
    });
    format!("{dati:#}\n").into_bytes()
}

fn tabella(tabella: &TabellaDati) -> Value {
    let colonne: Vec<Value> = tabella.colonne.iter().map(colonna).collect();
    json!({ "url": tabella.file, "tableSchema": { "columns": colonne } })
}

fn colonna(colonna: &Colonna) -> Value {
    let mut scritta = json!({
        "name": colonna.nome,
        "titles": colonna.nome,
        "dc:description": colonna.descrizione,
        "datatype": tipo(colonna.tipo),
    });
    if let (Tipo::Elenco, Some(oggetto)) = (colonna.tipo, scritta.as_object_mut()) {
        oggetto.insert("separator".to_owned(), json!(SEPARATORE.to_string()));
    }
    scritta
}

const fn tipo(tipo: Tipo) -> &'static str {
    match tipo {
        Tipo::Testo | Tipo::Parola | Tipo::Elenco => "string",
        Tipo::Intero => "integer",
        Tipo::Decimale => "decimal",
        Tipo::Data => "date",
    }
}
