//! What proves that a published folder is the one that was made: `SHA256SUMS` and `manifest.json`.
//!
//! This module owns the two lists and what is looked for when a folder is verified against them. It never
//! touches the disk: files come in as bytes.
//!
//! `SHA256SUMS` is for everybody (`sha256sum -c SHA256SUMS`); `manifest.json` says more: which program made
//! the folder, from which files, to which act each PDF belongs.

mod links;
mod pdf;
mod verify;

pub use self::pdf::{Mancanza, Norma};
pub use self::verify::{Difetto, verify};
pub use crate::source::digest;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::model::{Ente, Lingua};
use crate::publish::OutputFile;
use crate::source::hexadecimal;

/// The list that `sha256sum -c` reads.
pub const SUMS: &str = "SHA256SUMS";
/// The list that says more.
pub const MANIFEST: &str = "manifest.json";

/// `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Of the form of this file: it grows when a key changes its meaning.
    pub versione: u32,
    /// The program and its version.
    pub programma: String,
    /// The folder's name.
    pub ente: String,
    /// What the page of several enti says of it.
    #[serde(default)]
    pub in_breve: InBreve,
    /// The files, in order of path; the two lists are not among them.
    pub file: Vec<FileImpronta>,
    /// The files of the content that it was made from, in order of path.
    pub fonti: Vec<FonteImpronta>,
}

/// A published file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileImpronta {
    /// Below the folder, with `/`.
    pub percorso: String,
    /// Its size in bytes.
    pub byte: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// The act that it is attached to.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub atto: Option<String>,
}

/// A file of the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FonteImpronta {
    /// Below the ente's folder in the content, with `/`.
    pub percorso: String,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// What the page of several enti says of one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct InBreve {
    /// Its name.
    pub denominazione: String,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub territorio: Option<String>,
    /// The years of its cicli, in the order of its pages.
    #[serde(default)]
    pub anni: Vec<String>,
    /// The language of its pages; Italian without it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lingua: Option<String>,
    /// Where it is published, if somebody says it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub indirizzo: Option<String>,
}

impl InBreve {
    /// Of an ente.
    #[must_use]
    pub fn di(ente: &Ente) -> Self {
        let cicli = ente.cicli.iter();
        Self {
            denominazione: ente.denominazione.clone(),
            territorio: ente.territorio.clone(),
            anni: cicli.map(|ciclo| ciclo.anni.to_string()).collect(),
            indirizzo: (ente.pubblicazione.indirizzo.as_ref())
                .map(|indirizzo| indirizzo.cartella().to_owned()),
            lingua: (ente.lingua != Lingua::default()).then(|| ente.lingua.to_string()),
        }
    }

    /// What the manifest of a published folder says, if it says it.
    #[must_use]
    pub fn letto(manifest: &[u8]) -> Option<Self> {
        /// The rest of a manifest is long and is not needed here.
        #[derive(Deserialize)]
        struct Testa {
            in_breve: InBreve,
        }
        let testa: Option<Testa> = serde_json::from_slice(manifest).ok();
        testa.map(|testa| testa.in_breve)
    }
}

impl FileImpronta {
    /// Of a file.
    #[must_use]
    pub fn of(file: &OutputFile) -> Self {
        Self {
            percorso: file.path.clone(),
            byte: file.bytes.len() as u64,
            sha256: digest(&file.bytes),
            atto: None,
        }
    }
}

/// The measure of a file that comes piece by piece.
#[derive(Debug, Clone, Default)]
pub struct Misura {
    bytes: u64,
    hash: Sha256,
}

impl Misura {
    /// Adds the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.hash.update(bytes);
    }

    /// Of the file of a path, once all its bytes have come.
    #[must_use]
    pub fn of(self, path: String) -> FileImpronta {
        FileImpronta {
            percorso: path,
            byte: self.bytes,
            sha256: hexadecimal(&self.hash.finalize()),
            atto: None,
        }
    }
}

/// The two lists of a folder with some files, in any order.
///
/// # Errors
/// When the manifest cannot be written as JSON, which is never the content's doing.
pub fn seal(
    ente: &Ente,
    mut listed: Vec<FileImpronta>,
    atti: &BTreeMap<String, String>,
) -> Result<[OutputFile; 2], serde_json::Error> {
    for file in &mut listed {
        // A space that does not break a line is for pages; programs compare words.
        let atto = atti.get(&file.percorso);
        file.atto = atto.map(|atto| atto.replace('\u{a0}', " "));
    }
    listed.sort_by(|one, other| one.percorso.cmp(&other.percorso));
    let fonti = ente.fonti.iter();
    let manifest = Manifest {
        versione: 1,
        programma: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned(),
        ente: ente.codice.to_string(),
        in_breve: InBreve::di(ente),
        file: listed,
        fonti: fonti
            .map(|fonte| FonteImpronta {
                percorso: fonte.percorso.clone(),
                sha256: fonte.sha256.clone(),
            })
            .collect(),
    };
    let mut written = serde_json::to_vec_pretty(&manifest)?;
    written.push(b'\n');
    let own = digest(&written);
    let mut sums: BTreeMap<&str, &str> = manifest
        .file
        .iter()
        .map(|file| (file.percorso.as_str(), file.sha256.as_str()))
        .collect();
    sums.insert(MANIFEST, &own);
    let mut lines = String::new();
    for (path, sum) in sums {
        let _ = writeln!(lines, "{sum}  {path}");
    }
    let file = |path: &str, bytes| OutputFile {
        path: path.to_owned(),
        bytes,
    };
    Ok([file(MANIFEST, written), file(SUMS, lines.into_bytes())])
}
