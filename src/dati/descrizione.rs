//! `schema-ciclo.json`: the shape of `ciclo.json` as a JSON Schema (2020-12), with what every key means.
//!
//! The shape comes from the types of [`super::schema`] themselves, so that it cannot differ from what is
//! written; the words are Italian, and a test asks for those of every key.

mod parole;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::schema::{CicloDati, VERSIONE};
use parole::Voce;

/// Where it stands below the folder of the ente.
pub const FILE: &str = "dati/schema-ciclo.json";

/// The schema, as the bytes of a file.
#[must_use]
pub fn schema() -> Vec<u8> {
    format!("{:#}\n", valore()).into_bytes()
}

/// The schema.
fn valore() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut radice = settings
        .into_generator()
        .into_root_schema_for::<CicloDati>()
        .to_value();
    if let Some(Value::Object(tipi)) = radice.get_mut("$defs") {
        for (tipo, schema) in tipi {
            descrivi(tipo, schema);
        }
    }
    descrivi("CicloDati", &mut radice);
    if let Some(oggetto) = radice.as_object_mut() {
        let titolo = format!("ciclo.json, versione {VERSIONE}");
        oggetto.insert("title".to_owned(), json!(titolo));
    }
    radice
}

fn voci() -> impl Iterator<Item = &'static Voce> {
    [parole::ORGANIZZAZIONE, parole::SCHEDE, parole::RISULTATI]
        .into_iter()
        .flatten()
}

/// Puts the words of a type into its schema.
fn descrivi(tipo: &str, schema: &mut Value) {
    let Some(oggetto) = schema.as_object_mut() else {
        return;
    };
    oggetto.remove("description");
    let Some(voce) = voci().find(|voce| voce.tipo == tipo) else {
        return;
    };
    oggetto.insert("description".to_owned(), json!(voce.detto));
    chiavi(voce, oggetto);
    // A type of several cases has its keys in each.
    if let Some(Value::Array(casi)) = oggetto.get_mut("oneOf") {
        for caso in casi.iter_mut().filter_map(Value::as_object_mut) {
            caso.remove("description");
            chiavi(voce, caso);
        }
    }
}

fn chiavi(voce: &Voce, oggetto: &mut Map<String, Value>) {
    let Some(Value::Object(proprieta)) = oggetto.get_mut("properties") else {
        return;
    };
    for (chiave, schema) in proprieta {
        presente(schema);
        let Some(schema) = schema.as_object_mut() else {
            continue;
        };
        schema.remove("description");
        if let Some((_, detto)) = voce.chiavi.iter().find(|(nome, _)| nome == chiave) {
            schema.insert("description".to_owned(), json!(detto));
        }
    }
}

/// What is not known has no key: a key that is there is never `null`.
fn presente(schema: &mut Value) {
    let nullo = json!("null");
    if let Some(Value::Array(tipi)) = schema.get_mut("type") {
        tipi.retain(|tipo| *tipo != nullo);
        if let [solo] = tipi.as_slice() {
            let solo = solo.clone();
            if let Some(oggetto) = schema.as_object_mut() {
                oggetto.insert("type".to_owned(), solo);
            }
        }
    }
    if let Some(Value::Array(casi)) = schema.get_mut("anyOf") {
        casi.retain(|caso| caso.get("type") != Some(&nullo));
        if let [Value::Object(solo)] = casi.as_slice() {
            *schema = Value::Object(solo.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every key of a schema with whether it is explained, `Tipo.chiave`.
    fn tutte(valore: &Value) -> (BTreeSet<String>, BTreeSet<String>) {
        let (mut scritte, mut spiegate) = (BTreeSet::new(), BTreeSet::new());
        let defs = valore.get("$defs").and_then(Value::as_object);
        let tipi = defs.into_iter().flatten();
        let radice = "CicloDati".to_owned();
        for (tipo, schema) in tipi.chain([(&radice, valore)]) {
            let casi = schema.get("oneOf").and_then(Value::as_array);
            for caso in casi.into_iter().flatten().chain([schema]) {
                let chiavi = caso.get("properties").and_then(Value::as_object);
                for (chiave, schema) in chiavi.into_iter().flatten() {
                    scritte.insert(format!("{tipo}.{chiave}"));
                    if schema.get("description").is_some() {
                        spiegate.insert(format!("{tipo}.{chiave}"));
                    }
                }
            }
        }
        (scritte, spiegate)
    }

    #[test]
    fn every_key_is_explained_and_nothing_else_is() {
        let valore = valore();
        let (scritte, spiegate) = tutte(&valore);
        assert!(scritte.len() > 150, "{}", scritte.len());
        assert_eq!(scritte, spiegate);
        let parole: BTreeSet<String> = voci()
            .flat_map(|voce| {
                let chiavi = voce.chiavi.iter();
                chiavi.map(|(chiave, _)| format!("{}.{chiave}", voce.tipo))
            })
            .collect();
        assert_eq!(parole, scritte);
        for (tipo, schema) in valore["$defs"].as_object().into_iter().flatten() {
            assert!(schema["description"].is_string(), "{tipo}");
        }
        let written = valore.to_string();
        assert!(!written.contains("\"null\"") && !written.contains(":null"));
    }
}
