//! Problems for other programs: JSON of our own, and SARIF for editors and code hosts.
//!
//! Owns the two formats; never decides what is a problem. Lines and columns count from 1, columns in
//! characters.

use serde::Serialize;
use serde_json::{Value, json};

use super::report::Told;
use crate::check::spiegazione::spiegazione;
use crate::check::{Gravita, Problema, parole};
use crate::source::{Place, Sources};
use crate::uri;

/// Of the form of the JSON: it grows when a key changes its meaning.
const VERSION: u32 = 1;

/// The JSON.
#[derive(Serialize)]
struct Esame {
    versione: u32,
    errori: usize,
    avvisi: usize,
    note: usize,
    problemi: Vec<Voce>,
}

#[derive(Serialize)]
struct Voce {
    codice: &'static str,
    gravita: &'static str,
    messaggio: String,
    rimedio: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    luogo: Option<Luogo>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    altri_luoghi: Vec<Luogo>,
}

#[derive(Serialize)]
struct Luogo {
    file: String,
    riga: usize,
    colonna: usize,
    riga_fine: usize,
    colonna_fine: usize,
    /// What stands there.
    nota: String,
}

/// The problems as JSON.
pub(super) fn json(told: &[Told<'_>]) -> String {
    let all = told.iter().flat_map(|told| &told.problemi);
    let of = |gravita| super::report::how_many(all.clone().copied(), gravita);
    let esame = Esame {
        versione: VERSION,
        errori: of(Gravita::Errore),
        avvisi: of(Gravita::Avviso),
        note: of(Gravita::Nota),
        problemi: told.iter().flat_map(voci).collect(),
    };
    pretty(&esame)
}

fn voci<'a>(told: &'a Told<'_>) -> impl Iterator<Item = Voce> + 'a {
    told.problemi
        .iter()
        .map(|problema| voce(problema, told.sources))
}

fn voce(problema: &Problema, sources: &Sources) -> Voce {
    let parole = parole(problema);
    let altri = parole.altri.into_iter();
    Voce {
        codice: problema.genere.codice(),
        gravita: match problema.genere.gravita() {
            Gravita::Errore => "errore",
            Gravita::Avviso => "avviso",
            Gravita::Nota => "nota",
        },
        messaggio: parole.messaggio,
        rimedio: parole.rimedio,
        luogo: problema
            .luogo
            .as_ref()
            .and_then(|place| luogo(place, parole.etichetta, sources)),
        altri_luoghi: altri
            .filter_map(|(place, nota)| luogo(&place, nota, sources))
            .collect(),
    }
}

fn luogo(place: &Place, nota: String, sources: &Sources) -> Option<Luogo> {
    let file = sources.file(place.file)?.path.clone();
    let end = Place {
        span: place.span.end..place.span.end,
        ..place.clone()
    };
    let (riga, colonna) = sources.line_and_column(place);
    let (riga_fine, colonna_fine) = sources.line_and_column(&end);
    Some(Luogo {
        file,
        riga,
        colonna,
        riga_fine,
        colonna_fine,
        nota,
    })
}

/// The problems as SARIF 2.1.0 (OASIS Standard, 27 March 2020).
pub(super) fn sarif(told: &[Told<'_>]) -> String {
    let voci: Vec<Voce> = told.iter().flat_map(voci).collect();
    let mut rules: Vec<&str> = voci.iter().map(|voce| voce.codice).collect();
    rules.sort_unstable();
    rules.dedup();
    let rules: Vec<Value> = rules.into_iter().map(rule).collect();
    let results: Vec<Value> = voci.iter().map(result).collect();
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": env!("CARGO_PKG_NAME"),
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                }
            },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }]
    }))
}

fn rule(id: &str) -> Value {
    let Some(voce) = spiegazione(id) else {
        return json!({ "id": id });
    };
    let (sbagliato, giusto) = (voce.sbagliato.righe, voce.giusto.righe);
    json!({
        "id": id,
        "shortDescription": { "text": voce.titolo },
        "help": {
            "text": format!("{}\n\nSbagliato:\n\n{sbagliato}\n\nGiusto:\n\n{giusto}", voce.perche),
        },
    })
}

fn result(voce: &Voce) -> Value {
    let text = if voce.rimedio.is_empty() {
        voce.messaggio.clone()
    } else {
        format!("{}. Rimedio: {}", voce.messaggio, voce.rimedio)
    };
    let places =
        |places: &mut dyn Iterator<Item = &Luogo>| -> Vec<Value> { places.map(location).collect() };
    json!({
        "ruleId": voce.codice,
        "level": match voce.gravita {
            "errore" => "error",
            "avviso" => "warning",
            _ => "note",
        },
        "message": { "text": text },
        "locations": places(&mut voce.luogo.iter()),
        "relatedLocations": places(&mut voce.altri_luoghi.iter()),
    })
}

fn location(luogo: &Luogo) -> Value {
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri::encoded(&luogo.file) },
            "region": {
                "startLine": luogo.riga,
                "startColumn": luogo.colonna,
                "endLine": luogo.riga_fine,
                "endColumn": luogo.colonna_fine,
            }
        },
        "message": { "text": luogo.nota },
    })
}

/// Both formats are made of words and numbers: they can always be written.
fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
