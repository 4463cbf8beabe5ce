//! Words to the terminal. A reader who has gone away (a closed pipe) is no failure.

use std::fmt::Display;
use std::io::Write as _;

/// Says something on standard output.
pub(super) fn say(words: impl Display) {
    let _ = writeln!(anstream::stdout(), "{words}");
}

/// Says something on standard error.
pub(super) fn warn(words: impl Display) {
    let _ = writeln!(anstream::stderr(), "{words}");
}
