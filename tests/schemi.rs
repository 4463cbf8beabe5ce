//! The schemas of the editors and the reader of the program say the same of the same files.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::{Project, stderr, stdout};
use griglia::schema::{Modulo, SEGNO};
use jsonschema::Validator;
use serde_json::Value;

/// The kind of a file of content, by its path below the folder of an ente.
fn modulo(path: &str) -> Option<Modulo> {
    let ending = Path::new(path).extension()?;
    if ending != "yaml" && ending != "yml" {
        return None;
    }
    let parts: Vec<&str> = path.split('/').collect();
    let has = |folder: &str| parts.contains(&folder);
    Some(match parts.last()?.split('.').next()? {
        "ente" => Modulo::Ente,
        "ciclo" => Modulo::Ciclo,
        "atto" => Modulo::Atto,
        "pdf" => Modulo::Pdf,
        "theme" => Modulo::Tema,
        _ if has("risultati") => Modulo::Risultati,
        _ if has("obiettivi") || has("modifiche") => Modulo::Obiettivo,
        _ => return None,
    })
}

fn validator(modulo: Modulo) -> Validator {
    jsonschema::draft7::new(modulo.schema().as_value()).unwrap()
}

/// What an editor finds in a file; nothing in one that is right.
fn found(modulo: Modulo, bytes: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return vec!["not UTF-8".to_owned()];
    };
    let text = text.trim_start_matches('\u{feff}');
    let value: Value = match serde_saphyr::from_str::<Option<Value>>(text) {
        Ok(value) => value.unwrap_or_default(),
        Err(error) => return vec![error.to_string()],
    };
    let validator = validator(modulo);
    let errors = validator.iter_errors(&value);
    errors.map(|error| error.to_string()).collect()
}

#[test]
fn every_file_of_content_is_valid() {
    let mut seen = BTreeSet::new();
    for folder in ["content", "tests/progetto", "themes/italia"] {
        for (path, bytes) in common::files(Path::new(folder)).unwrap() {
            let Some(modulo) = modulo(&path) else {
                continue;
            };
            seen.insert(modulo.nome());
            assert_eq!(
                found(modulo, &bytes),
                Vec::<String>::new(),
                "{folder}/{path}"
            );
        }
    }
    let all: BTreeSet<&str> = Modulo::TUTTI.map(Modulo::nome).into();
    assert_eq!(seen, all, "each schema is tried on a real file");
}

/// The rules on the form of a file: what breaks them, an editor underlines.
const OF_FORM: [&str; 5] = ["G002", "G003", "G004", "G005", "G006"];
/// The rules that a schema does not know: on what values mean, how files agree, what the texts say. A new
/// rule goes here or above.
const OF_MEANING: [&str; 118] = [
    "G007", "G008", "G010", "G011", "G012", "G013", "G014", "G015", "G016", "G017", "G018", "G019",
    "G020", "G021", "G022", "G023", "G024", "G025", "G026", "G027", "G028", "G029", "G030", "G031",
    "G032", "G033", "G034", "G035", "G036", "G037", "G038", "G040", "G041", "G042", "G043", "G044",
    "G045", "G046", "G047", "G049", "G052", "G053", "G054", "G055", "G060", "G061", "G062", "G063",
    "G064", "G065", "G066", "G067", "G068", "G069", "G070", "G071", "G072", "G073", "G074", "G075",
    "G076", "G077", "G078", "G079", "G080", "G081", "G082", "G083", "G084", "G085", "G086", "G087",
    "G088", "G089", "G090", "G091", "G100", "G101", "G102", "G103", "G104", "G105", "G106", "G107",
    "G108", "G110", "G111", "G112", "G113", "G115", "G116", "G117", "G118", "G119", "G120", "G121",
    "G123", "G126", "G127", "G128", "G135", "G136", "G137", "G138", "G139", "G140", "G141", "G142",
    "G143", "G144", "G146", "G147", "G148", "G149", "G150", "G172", "G173", "G174",
];

#[test]
fn a_mistake_of_form_is_one_for_the_editor_too_and_no_other_is() {
    let mut seen = BTreeSet::new();
    let wrong = ["tests/errori", "tests/aspetto"].map(|folder| fs::read_dir(folder).unwrap());
    for entry in wrong.into_iter().flatten() {
        let case = entry.unwrap().path();
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let code = name.split('-').next().unwrap().to_owned();
        let files = common::files(&case).unwrap().into_iter();
        let told: Vec<String> = files
            .filter_map(|(path, bytes)| Some(found(modulo(&path)?, &bytes)))
            .flatten()
            .collect();
        // Everything wrong at once, a misspelt key too.
        let of_form = name == "G101-tutto-insieme" || OF_FORM.contains(&code.as_str());
        assert_eq!(!told.is_empty(), of_form, "{name}: {told:#?}");
        if !of_form {
            seen.insert(code);
        }
    }
    let listed: BTreeSet<String> = OF_MEANING.map(str::to_owned).into();
    assert_eq!(seen, listed);
}

#[test]
fn values_are_taken_as_offices_write_them() {
    let card = |value: &str| format!("codice: A-1\nindicatori:\n  - atteso: {value}\n");
    for value in [
        "31-ott",
        "100 %",
        "100%",
        "12,5",
        "12.5",
        "3",
        "no",
        "SI",
        "",
        "~",
        "2026-10-31",
        "{ 2025: 30, 2026: 40 }",
    ] {
        let text = card(value);
        assert_eq!(
            found(Modulo::Obiettivo, text.as_bytes()),
            Vec::<String>::new(),
            "{text}"
        );
        let several = format!("- {}", text.trim_end().replace('\n', "\n  "));
        assert_eq!(
            found(Modulo::Obiettivo, several.as_bytes()),
            Vec::<String>::new(),
            "{several}"
        );
    }
    for wrong in ["[1, 2]", "{ a: { b: 1 } }"] {
        assert!(
            !found(Modulo::Obiettivo, card(wrong).as_bytes()).is_empty(),
            "{wrong}"
        );
    }
}

/// Every key that a schema has, with what is said of it.
fn keys(schema: &Value, into: &mut Vec<(String, Value)>) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(properties)) = map.get("properties") {
                into.extend(
                    properties
                        .iter()
                        .map(|(key, said)| (key.clone(), said.clone())),
                );
            }
            map.values().for_each(|value| keys(value, into));
        }
        Value::Array(items) => items.iter().for_each(|value| keys(value, into)),
        _ => {}
    }
}

#[test]
fn every_key_is_explained_and_examples_are_what_they_say() {
    for modulo in Modulo::TUTTI {
        let mut all = Vec::new();
        keys(modulo.schema().as_value(), &mut all);
        assert!(!all.is_empty());
        for (key, said) in all {
            let words = said
                .get("description")
                .and_then(Value::as_str)
                .unwrap_or_default();
            assert!(
                words.ends_with(['.', '»']) && words.len() > 5,
                "{}: {key}: {words}",
                modulo.nome()
            );
            let validator = jsonschema::draft7::new(&said).unwrap();
            for example in said
                .get("examples")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                assert!(validator.is_valid(example), "{key}: {example}");
            }
        }
    }
}

#[test]
fn the_command_writes_shows_and_spares() {
    let project = Project::new().unwrap();
    let shown = project.griglia(&["schema", "obiettivo"]);
    let shown: Value = serde_json::from_str(&stdout(&shown)).unwrap();
    assert_eq!(&shown, Modulo::Obiettivo.schema().as_value());
    assert!(!project.path("schema").exists());
    assert!(stdout(&project.griglia(&["schema"])).contains("7 schemi scritti in schema"));
    assert!(stdout(&project.griglia(&["schema"])).contains("sono già quelli"));
    project
        .write(
            "schema/ente.json",
            &format!("{{\"$comment\": \"{SEGNO}\"}}"),
        )
        .unwrap();
    assert!(stdout(&project.griglia(&["schema"])).contains("1 schema scritto"));
    project.write("schema/ente.json", "{}").unwrap();
    let refused = project.griglia(&["schema"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("non è stato scritto da griglia"));
    let wrong = project.griglia(&["schema", "obietivo"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(
        stderr(&wrong).contains("forse «obiettivo»"),
        "{}",
        stderr(&wrong)
    );
}
