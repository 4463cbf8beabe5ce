//! Questions at a terminal, for what no flag has said. A wrong answer is told, and asked for again.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use super::outcome::Failure;
use super::terminal;

/// Something that must be known.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    /// What is asked.
    pub(super) words: &'a str,
    /// The flag that says it instead: scripts have no terminal.
    pub(super) flag: &'a str,
}

/// What was said with a flag, or else is asked for, understood by `read`, which says what is wrong with it.
///
/// # Errors
/// When what the flag said is wrong, or nobody answers.
pub(super) fn answer<T>(
    question: Question<'_>,
    said: Option<&str>,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<T, Failure> {
    let missing = || Failure::Answer {
        what: format!(
            "manca una risposta: {}. Si può dare con {}",
            question.words, question.flag
        ),
    };
    if let Some(said) = said {
        let said = said.trim();
        if said.is_empty() {
            return Err(missing());
        }
        return read(said).map_err(|what| Failure::Answer { what });
    }
    if !io::stdin().is_terminal() {
        return Err(missing());
    }
    loop {
        let line = ask(question.words).ok_or_else(missing)?;
        if line.is_empty() {
            terminal::warn("  Serve una risposta. Ctrl-C per lasciar perdere.");
            continue;
        }
        match read(&line) {
            Ok(answer) => return Ok(answer),
            Err(what) => terminal::warn(format!("  {what}. Riprovare.")),
        }
    }
}

/// An answer that may be left out.
pub(super) fn optional(question: &str) -> Option<String> {
    if !io::stdin().is_terminal() {
        return None;
    }
    ask(&format!("{question} [Invio per lasciarlo in bianco]")).filter(|line| !line.is_empty())
}

/// A line of the terminal; `None` at its end.
fn ask(question: &str) -> Option<String> {
    let _ = write!(anstream::stdout(), "{question}: ");
    let _ = anstream::stdout().flush();
    let mut line = String::new();
    match io::stdin().lock().read_line(&mut line) {
        Ok(1..) => Some(line.trim().to_owned()),
        Ok(0) | Err(_) => None,
    }
}
