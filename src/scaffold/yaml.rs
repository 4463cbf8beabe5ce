//! Words of people as YAML.

use crate::document::markdown::slug;

/// The longest code made from a name: it becomes part of addresses.
const LONGEST: usize = 40;

/// A text as a YAML scalar: plain where nothing could be misread, else between quotes.
pub(super) fn scalar(words: &str) -> String {
    let words = words.trim();
    let safe = |character: char| {
        character.is_alphanumeric()
            || matches!(
                character,
                ' ' | '.' | ',' | '\'' | '’' | '(' | ')' | '/' | '-'
            )
    };
    let starts_well = words.starts_with(char::is_alphabetic);
    if starts_well && words.chars().all(safe) && !words.ends_with(' ') {
        return words.to_owned();
    }
    let mut quoted = String::from("\"");
    for character in words.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            other if other.is_control() => quoted.push(' '),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// Words in a comment: on one line.
pub(super) fn comment(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A code from a name: *Affari generali* becomes `affari-generali`.
pub(super) fn codice(nome: &str) -> String {
    let short: String = slug(nome).chars().take(LONGEST).collect();
    short.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_yaml_would_misread_are_quoted() {
        assert_eq!(scalar("Affari generali"), "Affari generali");
        assert_eq!(
            scalar("Cura: \"verde\" & decoro"),
            "\"Cura: \\\"verde\\\" & decoro\""
        );
        assert_eq!(scalar("no: mai"), "\"no: mai\"");
        assert_eq!(scalar("- elenco"), "\"- elenco\"");
        assert_eq!(scalar("# niente"), "\"# niente\"");
        assert_eq!(scalar("2026"), "\"2026\"");
    }

    #[test]
    fn codes_are_plain_letters() {
        assert_eq!(
            codice("Città metropolitana di Torino"),
            "citta-metropolitana-di-torino"
        );
        assert_eq!(
            codice("  Polizia – Protezione civile! "),
            "polizia-protezione-civile"
        );
        assert_eq!(codice(&"corto ".repeat(20)).len(), 40);
    }
}
