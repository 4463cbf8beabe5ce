//! What a value may look like, as JSON Schema: the same forms that read YAML say it to editors.
//!
//! A schema says no more than reading does: which keys, and whether a text, a list or keys stand there.
//! Whether a text is a date or a weight is for [`crate::check`] to say.

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

use super::form::{Coppie, Lista, Scritto, UnoOVoci, Voci};

/// What can say how it is written.
pub trait Described {
    /// What is accepted; nothing at all always is.
    fn schema() -> Schema;
}

/// A key of a form, for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chiave {
    /// The key.
    pub nome: &'static str,
    /// What it is for, in Italian.
    pub descrizione: &'static str,
    /// What can be written there.
    pub esempi: &'static [&'static str],
}

/// A text as offices type it: `31-ott`, `100%`, `12`, `no`.
const TESTO: [&str; 4] = ["string", "number", "boolean", "null"];

impl Described for Scritto {
    fn schema() -> Schema {
        json_schema!({ "type": TESTO })
    }
}

impl<T: Described> Described for Box<T> {
    fn schema() -> Schema {
        T::schema()
    }
}

impl<T: Described> Described for Vec<T> {
    fn schema() -> Schema {
        json_schema!({ "type": ["array", "null"], "items": T::schema() })
    }
}

impl Described for Voci {
    fn schema() -> Schema {
        json_schema!({ "type": ["object", "null"], "additionalProperties": Scritto::schema() })
    }
}

impl Described for Coppie {
    fn schema() -> Schema {
        Voci::schema()
    }
}

impl Described for Lista {
    fn schema() -> Schema {
        one_of(&Scritto::schema(), &Vec::<Scritto>::schema())
    }
}

impl Described for UnoOVoci {
    fn schema() -> Schema {
        one_of(&Scritto::schema(), &Voci::schema())
    }
}

/// One shape or another.
pub(crate) fn one_of(one: &Schema, other: &Schema) -> Schema {
    json_schema!({ "anyOf": [one, other] })
}

/// The schema of keys, each with its own.
pub(crate) fn keys(keys: impl IntoIterator<Item = (Chiave, Schema)>) -> Schema {
    let properties: Map<String, Value> = keys
        .into_iter()
        .map(|(chiave, mut schema)| {
            schema.insert("description".to_owned(), json!(chiave.descrizione));
            if !chiave.esempi.is_empty() {
                schema.insert("examples".to_owned(), json!(chiave.esempi));
            }
            (chiave.nome.to_owned(), schema.into())
        })
        .collect();
    json_schema!({
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": false,
    })
}
