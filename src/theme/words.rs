//! The words of the interface as templates get them: `parole.anno.titolo`, and two filters.
//!
//! * `{{ parole.anno.titolo | con(anno=anno) }}` puts a value into an open place, `{anno}`;
//! * `{{ parole.dati.json | con_legame(a=schema) }}` makes a link of the words between square brackets.

#![allow(
    clippy::needless_pass_by_value,
    reason = "filters take their arguments by value"
)]

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::escape::escape;
use crate::parole::{Parole, parentesi, riempi};

/// The words of a language, made once for all pages.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(super) language: Value,
    pub(super) all: Value,
}

impl Words {
    pub(crate) fn of(parole: &Parole) -> Self {
        Self {
            language: Value::from_serializable(parole.lingua().as_str()),
            all: Value::from_serializable::<crate::parole::Stanze>(parole),
        }
    }
}

pub(super) fn register(templates: &mut Tera) {
    templates.register_filter("con", con);
    templates.register_filter("con_legame", con_legame);
}

fn con(testo: &str, valori: Kwargs, _: &State<'_>) -> String {
    let valori: Vec<(String, String)> = valori
        .iter()
        .map(|(nome, valore)| (nome.to_string(), valore.to_string()))
        .collect();
    let valori = valori
        .iter()
        .map(|(nome, valore)| (nome.as_str(), valore.as_str()));
    riempi(testo, &valori)
}

fn con_legame(testo: &str, valori: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let href = escaped(valori.must_get::<&str>("a")?);
    let html = match parentesi(testo) {
        Some((prima, dentro, dopo)) => format!(
            "{}<a href=\"{href}\">{}</a>{}",
            escaped(prima),
            escaped(dentro),
            escaped(dopo)
        ),
        None => escaped(testo),
    };
    Ok(Value::safe_string(&html))
}

fn escaped(testo: &str) -> String {
    let mut html = Vec::new();
    // Writing to memory does not fail.
    let _ = escape(testo, &mut html);
    String::from_utf8(html).unwrap_or_default()
}
