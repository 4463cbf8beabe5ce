//! Text in the cells of a table: safe when a spreadsheet opens it, and never changed for good.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, wherever its words
//! come from. The rule, for text columns alone:
//!
//! > a text that a spreadsheet could take for a formula, or that begins with an apostrophe, has one
//! > apostrophe put before it; who reads takes one apostrophe away from a cell that begins with one.
//!
//! So every text comes back as it was, and a number (`-3`, `+2,5`) stays a number. The rule guards the
//! beginning of a cell: a program told to split at semicolons makes cells that are not ours.

use std::borrow::Cow;

/// What begins a formula: also tab and line ends, which some programs skip, and the full-width signs,
/// which some take for the others (OWASP, *CSV injection*).
const DI_FORMULA: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// A text as it stands in a cell; [`libera`] undoes it.
#[must_use]
pub fn proteggi(testo: &str) -> Cow<'_, str> {
    if testo.starts_with('\'') || sembra_formula(testo) {
        Cow::Owned(format!("'{testo}"))
    } else {
        Cow::Borrowed(testo)
    }
}

/// The text that stands in a cell of a text column.
#[must_use]
pub fn libera(cella: &str) -> &str {
    cella.strip_prefix('\'').unwrap_or(cella)
}

fn sembra_formula(testo: &str) -> bool {
    let invisibile = |c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}';
    let visibile = testo.trim_start_matches(invisibile);
    let sospetto = testo.starts_with(DI_FORMULA) || visibile.starts_with(DI_FORMULA);
    sospetto && !e_un_numero(testo)
}

/// A sign at most, then digits with dots or commas between them: no formula can be made of these.
fn e_un_numero(testo: &str) -> bool {
    let cifre = testo.strip_prefix(['+', '-']).unwrap_or(testo);
    cifre
        .split(['.', ','])
        .all(|gruppo| !gruppo.is_empty() && gruppo.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_become_text() {
        for formula in [
            "=1+1",
            "=HYPERLINK(\"http://esempio.it\")",
            "+39 011 9891",
            "-1+cmd|' /C calc'!A0",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "  =1",
            "\u{feff}=1",
            "\u{ff1d}1",
            "-",
            "-5 punti",
            "-1e5",
            "'gia fra apici",
            "'=1",
        ] {
            let cella = proteggi(formula);
            assert_eq!(cella, format!("'{formula}"), "{formula:?}");
            assert_eq!(libera(&cella), formula);
        }
    }

    #[test]
    fn numbers_and_plain_words_stay_as_they_are() {
        for testo in [
            "-3",
            "+2,5",
            "-49.268,82",
            "98,75%",
            "l'ente",
            "a=b",
            "",
            "31/12/2023",
        ] {
            assert_eq!(proteggi(testo), testo);
            assert_eq!(libera(testo), testo);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(testo in "['=+@\\-\t\r\n\", ;\u{1f600}a-c0-9]{0,8}|\\PC*") {
            let cella = proteggi(&testo);
            prop_assert_eq!(libera(&cella), testo.as_str());
            let innocua = e_un_numero(&cella) || !cella.starts_with(DI_FORMULA);
            prop_assert!(innocua, "{:?}", cella);
        }
    }
}
