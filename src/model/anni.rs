//! Years that a plan, a card or a value belongs to.

use std::fmt;

/// One year, or several in a row: `2023`, `2025-2027`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anni {
    dal: i32,
    al: i32,
}

/// The text names no years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnniNonValidi;

impl Anni {
    /// A single year.
    #[must_use]
    pub const fn uno(anno: i32) -> Self {
        Self {
            dal: anno,
            al: anno,
        }
    }

    /// The first year.
    #[must_use]
    pub const fn dal(self) -> i32 {
        self.dal
    }

    /// The last year.
    #[must_use]
    pub const fn al(self) -> i32 {
        self.al
    }

    /// How many they are, at least 1.
    #[must_use]
    pub const fn quanti(self) -> i32 {
        self.al - self.dal + 1
    }

    /// Whether a year is among them.
    #[must_use]
    pub const fn contiene(self, anno: i32) -> bool {
        self.dal <= anno && anno <= self.al
    }

    /// Whether all of some years are among them.
    #[must_use]
    pub const fn comprende(self, altri: Self) -> bool {
        self.dal <= altri.dal && altri.al <= self.al
    }
}

impl fmt::Display for Anni {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.dal == self.al {
            write!(formatter, "{}", self.dal)
        } else {
            write!(formatter, "{}-{}", self.dal, self.al)
        }
    }
}

/// The performance cycle exists since D.Lgs. 150/2009; a plan covers ten years at most.
const PRIMO: i32 = 2009;
const ULTIMO: i32 = 2199;
const PIU_LUNGO: i32 = 10;

/// Reads `2023`, `2025-2027` (also with `/` or a dash).
///
/// # Errors
/// When it has another form, runs backwards or begins before 2009.
pub fn leggi_anni(testo: &str) -> Result<Anni, AnniNonValidi> {
    let anno = |parte: &str| {
        let anno = parte.trim().parse::<i32>().ok();
        anno.filter(|anno| (PRIMO..=ULTIMO).contains(anno))
            .ok_or(AnniNonValidi)
    };
    let anni = match testo.split_once(['-', '/', '\u{2013}']) {
        Some((dal, al)) => Anni {
            dal: anno(dal)?,
            al: anno(al)?,
        },
        None => Anni::uno(anno(testo)?),
    };
    if (1..=PIU_LUNGO).contains(&anni.quanti()) {
        Ok(anni)
    } else {
        Err(AnniNonValidi)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_as_the_plans_write_them() {
        for (scritto, letto) in [
            ("2023", "2023"),
            ("2025-2027", "2025-2027"),
            ("2025/2027", "2025-2027"),
            (" 2025 \u{2013} 2027 ", "2025-2027"),
            ("2024-2024", "2024"),
        ] {
            let anni = leggi_anni(scritto).map(|anni| anni.to_string());
            assert_eq!(anni, Ok(letto.to_owned()), "{scritto}");
        }
        for no in [
            "",
            "23",
            "2026-2024",
            "2008",
            "due-tre",
            "-2-0",
            "2020-2031",
        ] {
            assert_eq!(leggi_anni(no), Err(AnniNonValidi), "{no}");
        }
    }
}
