//! Mistakes on the command line, told in Italian.

use std::error::Error as _;

use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::Cli;

/// What to print for an error of the command line, of which these are the arguments, instead of clap's English
/// words.
pub(super) fn message(error: &clap::Error, arguments: impl Iterator<Item = String>) -> String {
    let verb = Verb::of(arguments);
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    // Of an argument without a flag, `[MODULO]` or `<CARTELLA>`: its name.
    let bare = argument
        .strip_prefix(['[', '<'])
        .and_then(|rest| rest.strip_suffix([']', '>']));
    let argument = bare.unwrap_or(&argument);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("«{argument}» non è un'opzione prevista"),
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("«{name}» non è un comando di {}", verb.words)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            format!(
                "dopo «{}» va un comando: {}",
                verb.words,
                verb.below.join(", ")
            )
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue).unwrap_or_default();
            if value.is_empty() {
                format!("a «{argument}» manca il valore")
            } else {
                let valid = context(ContextKind::ValidValue)
                    .map_or_else(String::new, |valid| format!("; va bene: {valid}"));
                // Our own values say how they are written; those of the library say it in English.
                let form = error
                    .source()
                    .map(ToString::to_string)
                    .filter(|form| form.starts_with("si scrive"))
                    .map_or_else(String::new, |form| format!("; {form}"));
                format!("«{value}» non va bene per «{argument}»{valid}{form}")
            }
        }
        ErrorKind::ArgumentConflict => {
            format!("«{argument}» è scritto più volte, o non va con le altre opzioni")
        }
        ErrorKind::MissingRequiredArgument => format!("manca «{argument}»"),
        _ => "il comando non è scritto bene".to_owned(),
    };
    // The likeliest is the last.
    let suggested = |kind| match error.get(kind) {
        Some(ContextValue::Strings(near)) => near.last().cloned(),
        _ => context(kind),
    };
    let near = suggested(ContextKind::SuggestedArg)
        .or_else(|| suggested(ContextKind::SuggestedSubcommand))
        .or_else(|| suggested(ContextKind::SuggestedValue))
        .map_or_else(String::new, |near| format!("; forse «{near}»?"));
    let help = if verb.below.is_empty() {
        "Per come si usa"
    } else {
        "Per l'elenco dei comandi"
    };
    format!("errore: {what}{near}\n\n{help}: {} --aiuto", verb.words)
}

/// As far as the arguments name a command.
struct Verb {
    /// `griglia nuovo`.
    words: String,
    /// What may come next.
    below: Vec<String>,
}

impl Verb {
    fn of(arguments: impl Iterator<Item = String>) -> Self {
        let mut command = Cli::command();
        let mut words = command.get_name().to_owned();
        for argument in arguments {
            let Some(next) = command.find_subcommand(&argument).cloned() else {
                break;
            };
            words = format!("{words} {}", next.get_name());
            command = next;
        }
        let below = command.get_subcommands();
        Self {
            words,
            below: below.map(|next| next.get_name().to_owned()).collect(),
        }
    }
}
