//! A published folder against its lists.

use std::collections::{BTreeMap, BTreeSet};

use super::{MANIFEST, Mancanza, Manifest, Norma, SUMS, digest, links, pdf};

/// What is not as it was made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difetto {
    /// The folder has no list.
    SenzaElenco,
    /// A line of the list says nothing that can be checked.
    RigaIlleggibile {
        /// The line, from 1.
        riga: usize,
    },
    /// A file of the list is not there.
    Mancante {
        /// Which.
        percorso: String,
    },
    /// A file is not the one that was made.
    Alterato {
        /// Which.
        percorso: String,
    },
    /// A file that the list does not have.
    InPiu {
        /// Which.
        percorso: String,
    },
    /// A link of a page leads nowhere.
    CollegamentoRotto {
        /// The page.
        pagina: String,
        /// Where it should lead.
        verso: String,
    },
    /// `manifest.json` and `SHA256SUMS` do not agree, or it cannot be read.
    ManifestoDiverso,
    /// A PDF is not one, or is damaged.
    PdfIlleggibile {
        /// Which.
        percorso: String,
    },
    /// A PDF does not keep a norm that all PDFs written here keep.
    PdfNonConforme {
        /// Which.
        percorso: String,
        /// The norm.
        norma: Norma,
        /// Its rules that are broken, as the norm numbers them.
        regole: Vec<String>,
        /// What is plainly not there.
        mancanze: Vec<Mancanza>,
    },
}

/// Looks at every file of a folder, by its path with `/`.
#[must_use]
pub fn verify(files: &BTreeMap<String, Vec<u8>>) -> Vec<Difetto> {
    let Some(sums) = files.get(SUMS) else {
        return vec![Difetto::SenzaElenco];
    };
    let mut difetti = BTreeSet::new();
    let mut listed = BTreeMap::new();
    for (index, line) in String::from_utf8_lossy(sums).lines().enumerate() {
        match line.split_once("  ") {
            Some((sum, path)) if is_sum(sum) => {
                listed.insert(path.to_owned(), sum.to_ascii_lowercase());
            }
            _ => {
                difetti.insert(Difetto::RigaIlleggibile { riga: index + 1 });
            }
        }
    }
    for (percorso, sum) in &listed {
        let percorso = percorso.clone();
        match files.get(&percorso) {
            None => {
                difetti.insert(Difetto::Mancante { percorso });
            }
            Some(bytes) if digest(bytes) != *sum => {
                difetti.insert(Difetto::Alterato { percorso });
            }
            Some(_) => {}
        }
    }
    for percorso in files.keys().filter(|path| *path != SUMS) {
        if !listed.contains_key(percorso) {
            let percorso = percorso.clone();
            difetti.insert(Difetto::InPiu { percorso });
        }
    }
    if !manifest_agrees(files, &listed) {
        difetti.insert(Difetto::ManifestoDiverso);
    }
    let mut difetti: Vec<Difetto> = difetti.into_iter().collect();
    difetti.extend(pdf::faults(files));
    difetti.extend(
        links::broken(files)
            .into_iter()
            .map(|(pagina, verso)| Difetto::CollegamentoRotto { pagina, verso }),
    );
    difetti
}

fn is_sum(sum: &str) -> bool {
    sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether the manifest lists the same files with the same digests.
fn manifest_agrees(files: &BTreeMap<String, Vec<u8>>, listed: &BTreeMap<String, String>) -> bool {
    let Some(manifest) = files.get(MANIFEST) else {
        // That it is missing is told already.
        return true;
    };
    let Ok(manifest) = serde_json::from_slice::<Manifest>(manifest) else {
        return false;
    };
    let own: BTreeMap<&str, &str> = manifest
        .file
        .iter()
        .map(|file| (file.percorso.as_str(), file.sha256.as_str()))
        .collect();
    let sums = listed.iter().filter(|(path, _)| *path != MANIFEST);
    let sums: BTreeMap<&str, &str> = sums
        .map(|(path, sum)| (path.as_str(), sum.as_str()))
        .collect();
    own == sums
}
