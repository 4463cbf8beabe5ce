//! A share of the entities, for who builds on several machines.

use std::str::FromStr;

use sha2::{Digest as _, Sha256};

/// The share `which` of `of`: `3/16`. An ente belongs to the same share whoever else there is, because the
/// share comes from the name of its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parte {
    which: u64,
    of: u64,
}

impl Parte {
    /// Whether the ente of a folder belongs to it.
    pub(super) fn has(self, folder: &str) -> bool {
        let digest = Sha256::digest(folder.as_bytes());
        let first = digest.iter().take(8);
        let number = first.fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
        number % self.of == self.which - 1
    }
}

impl FromStr for Parte {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "si scrive K/N, con K da 1 a N: 3/16";
        let (which, of) = text.split_once('/').ok_or(FORM)?;
        let (which, of) = (which.trim().parse(), of.trim().parse());
        match (which, of) {
            (Ok(which), Ok(of)) if (1..=of).contains(&which) => Ok(Self { which, of }),
            _ => Err(FORM),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ente_is_in_exactly_one_share_and_stays_there() {
        let shares: Vec<Parte> = (1..=16)
            .filter_map(|which| format!("{which}/16").parse().ok())
            .collect();
        assert_eq!(shares.len(), 16);
        let mut sizes = vec![0; 16];
        for number in 0..1600 {
            let name = format!("comune-{number}");
            let own: Vec<usize> = (0..16)
                .filter(|at| shares.get(*at).is_some_and(|p| p.has(&name)))
                .collect();
            assert_eq!(own.len(), 1, "{name}");
            for at in own {
                if let Some(size) = sizes.get_mut(at) {
                    *size += 1;
                }
            }
        }
        assert!(
            sizes.iter().all(|size| (60..=140).contains(size)),
            "{sizes:?}"
        );
        // A share that changed with a version would publish some entities twice and others never.
        assert!(
            "10/16"
                .parse::<Parte>()
                .is_ok_and(|parte| parte.has("caluso"))
        );
    }

    #[test]
    fn other_shares_do_not_exist() {
        for text in ["0/4", "5/4", "1/0", "3", "a/b", "-1/4", ""] {
            assert!(text.parse::<Parte>().is_err(), "{text}");
        }
    }
}
