//! `theme.yaml`: what a theme is called, its version, and the version of griglia that it needs.

use std::fmt;

use super::look::Rejected;
use super::reading::{Group, Reading, key};
use super::written::TemaScritto;
use crate::check::Forma;
use crate::check::aspetto::GenereAspetto;
use crate::source::form::Scritto;
use crate::source::{Sources, form_in};

/// What a theme is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// What it is called.
    pub name: String,
    /// Its own version.
    pub version: Version,
}

/// Up to three numbers: `0.1`, `1.4.2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version([u16; 3]);

impl Version {
    /// Reads a version; what is not written is zero. `None` when it is none.
    fn read(text: &str) -> Option<Self> {
        let mut numbers = [0; 3];
        let mut places = numbers.iter_mut();
        for part in text.split('.') {
            if !part.chars().all(|c| c.is_ascii_digit()) {
                return None;
            }
            *places.next()? = part.parse().ok()?;
        }
        Some(Self(numbers))
    }

    /// That of this program.
    fn of_griglia() -> Self {
        Self::read(env!("CARGO_PKG_VERSION")).unwrap_or(Self([0; 3]))
    }

    /// Whether templates that were written for that version fit this one: the same first number, which
    /// changes when models do; before 1.0 the same second one too. Later ones only add.
    fn serves(self, needed: Self) -> bool {
        let [mine, its] = [self.0, needed.0].map(|[major, minor, _]| match major {
            0 => (0, minor),
            major => (major, 0),
        });
        mine == its && self >= needed
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([major, minor, patch]) = self;
        write!(formatter, "{major}.{minor}.{patch}")
    }
}

/// Reads `theme.yaml`, with the path that messages show.
///
/// # Errors
/// Everything that is wrong in it, at once.
pub(super) fn read(path: String, bytes: Vec<u8>) -> Result<Identity, Rejected> {
    let mut sources = Sources::default();
    let mut reading = Reading::default();
    let (_, form, faults) = form_in::<TemaScritto>(&mut sources, path, bytes);
    reading.faults(faults);
    let forms: Vec<TemaScritto> = form.into_iter().collect();
    let identity = Group::whole_of(&forms, Forma::Tema).and_then(|whole| {
        for form in &forms {
            reading.empty_keys(form);
        }
        let name = reading.written(&whole, &key!(nome));
        let version = reading
            .written(&whole, &key!(versione))
            .and_then(|written| read_version(&mut reading, written));
        let needed = reading
            .written(&whole, &key!(richiede))
            .and_then(|written| Some((read_version(&mut reading, written)?, written)));
        if let Some((needed, written)) = needed
            && !Version::of_griglia().serves(needed)
        {
            let other = GenereAspetto::TemaPerAltraVersione {
                scritto: written.testo.clone(),
                griglia: Version::of_griglia().to_string(),
            };
            reading.aspetto(&written.luogo, other);
        }
        Some(Identity {
            name: name?.testo.clone(),
            version: version?,
        })
    });
    match identity {
        Some(identity) if reading.problemi.is_empty() => Ok(identity),
        _ => Err(Rejected {
            problemi: reading.problemi,
            sources,
        }),
    }
}

fn read_version(reading: &mut Reading, written: &Scritto) -> Option<Version> {
    let version = Version::read(&written.testo);
    if version.is_none() {
        let scritto = written.testo.clone();
        reading.aspetto(&written.luogo, GenereAspetto::VersioneNonValida { scritto });
    }
    version
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_up_to_three_numbers() {
        let detta = |text| Version::read(text).map(|version| version.to_string());
        assert_eq!(detta("0.1").as_deref(), Some("0.1.0"));
        assert_eq!(detta("2").as_deref(), Some("2.0.0"));
        for wrong in ["", "1.", "v1", "1.2.3.4", "1.x", "-1", "99999"] {
            assert_eq!(detta(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn later_versions_only_add_until_the_first_number_changes() {
        let serves = |mine, needed| {
            let (Some(mine), Some(needed)) = (Version::read(mine), Version::read(needed)) else {
                unreachable!("these are versions")
            };
            mine.serves(needed)
        };
        assert!(serves("0.1.0", "0.1") && serves("0.1.4", "0.1.2"));
        assert!(!serves("0.1.0", "0.1.2") && !serves("0.2.0", "0.1") && !serves("0.1.0", "1.0"));
        assert!(serves("1.4.0", "1.2") && !serves("2.0.0", "1.2"));
    }
}
