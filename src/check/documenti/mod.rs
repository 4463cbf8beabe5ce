//! Rules on the files that a ciclo carries (`allegati` in `ciclo.yaml`): they are there, they are what
//! they say, and everybody can read them.

mod formato;
mod pdf;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::inspection::{Inspection, data, parole};
use super::numeri::fra_le_parole;
use super::problema::{Forma, Genere, Gravita, Vocabolario};
use crate::document::markdown::slug;
use crate::model::{FileAllegato, FormatoAllegato, TipoAllegato};
use crate::source::form::Scritto;
use crate::source::written::{AllegatoScritto, CicloScritto};
use crate::source::{CicloFiles, NotAttached, Place};

pub use pdf::{Manca, Mancanze};

/// What is wrong with a file that a ciclo carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GenereDocumento {
    /// It is not there, or cannot be opened.
    Mancante {
        /// As written.
        nome: String,
        /// Whether something is there that cannot be opened.
        presente: Presenza,
    },
    /// It leads out of the folder of the ciclo.
    Fuori {
        /// As written.
        nome: String,
    },
    /// Files of this kind are not published.
    TipoNonAmmesso {
        /// As written.
        nome: String,
        /// Its ending; empty without one.
        estensione: String,
    },
    /// The file, or one that would have the same address, is named already.
    Ripetuto {
        /// As written.
        nome: String,
        /// Where it is named first.
        primo: Place,
    },
    /// It is too large.
    TroppoGrande {
        /// As written.
        nome: String,
        /// Its size in bytes.
        bytes: u64,
        /// The largest size accepted.
        limite: u64,
    },
    /// It is not what its ending says.
    AltroContenuto {
        /// As written.
        nome: String,
        /// What its ending says.
        formato: FormatoAllegato,
    },
    /// A PDF with a password or with restrictions.
    Cifrato {
        /// As written.
        nome: String,
    },
    /// A PDF that not everybody can read.
    NonAccessibile {
        /// As written.
        nome: String,
        /// What it lacks.
        mancanze: Mancanze,
    },
    /// A format that is better changed for an open one.
    FormatoDiUfficio {
        /// As written.
        nome: String,
        /// The format.
        formato: FormatoAllegato,
    },
}

/// Whether something stands where a file should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presenza {
    /// Nothing.
    Assente,
    /// Something that cannot be opened.
    Illeggibile,
}

impl GenereDocumento {
    pub(super) const fn codice(&self) -> &'static str {
        match self {
            Self::Mancante { .. } => "G110",
            Self::Fuori { .. } => "G111",
            Self::TipoNonAmmesso { .. } => "G112",
            Self::Ripetuto { .. } => "G113",
            Self::TroppoGrande { .. } => "G114",
            Self::AltroContenuto { .. } => "G119",
            Self::Cifrato { .. } => "G120",
            Self::NonAccessibile { .. } => "G121",
            Self::FormatoDiUfficio { .. } => "G122",
        }
    }

    pub(super) const fn gravita(&self) -> Gravita {
        match self {
            Self::NonAccessibile { .. } => Gravita::Avviso,
            Self::FormatoDiUfficio { .. } => Gravita::Nota,
            _ => Gravita::Errore,
        }
    }
}

/// The files that a ciclo carries, in the order of `ciclo.yaml`.
pub(super) fn check(
    scritto: &CicloScritto,
    files: &CicloFiles,
    inspection: &mut Inspection<'_>,
) -> Vec<FileAllegato> {
    let mut indirizzi = BTreeMap::new();
    let scritti = scritto.allegati.iter().flatten();
    scritti
        .filter_map(|scritto| documento(scritto, files, &mut indirizzi, inspection))
        .collect()
}

fn documento(
    scritto: &AllegatoScritto,
    files: &CicloFiles,
    indirizzi: &mut BTreeMap<String, Place>,
    inspection: &mut Inspection<'_>,
) -> Option<FileAllegato> {
    let about = &scritto.about;
    let file = inspection.dovuto(scritto.file.as_ref(), "file", Forma::Allegato, about);
    let titolo = inspection.dovuto(scritto.titolo.as_ref(), "titolo", Forma::Allegato, about);
    let giorno = inspection
        .dovuto(scritto.data.as_ref(), "data", Forma::Allegato, about)
        .and_then(|scritta| data(scritta, None, inspection));
    let tipo = scritto
        .tipo
        .as_ref()
        .map_or(Some(TipoAllegato::Altro), |tipo| {
            let vocabolario = Vocabolario::TipoAllegato;
            fra_le_parole(tipo, &TipoAllegato::PAROLE, vocabolario, inspection)
        });
    let preso = preso(file?, files, indirizzi, inspection);
    let (nome, formato, bytes) = preso?;
    Some(FileAllegato {
        nome,
        titolo: titolo?.testo.clone(),
        data: giorno?,
        tipo: tipo?,
        atto: parole(scritto.atto.as_ref()),
        formato,
        bytes,
    })
}

/// The file itself: its name on the site, its format and bytes.
fn preso(
    file: &Scritto,
    files: &CicloFiles,
    indirizzi: &mut BTreeMap<String, Place>,
    inspection: &mut Inspection<'_>,
) -> Option<(String, FormatoAllegato, Arc<[u8]>)> {
    let nome = file.testo.clone();
    let luogo = &file.luogo;
    let mut nota = |genere| inspection.nota(luogo, Genere::Documento(genere));
    let mut letti = files.allegati.iter();
    let letto = letti.find(|letto| letto.nome == nome)?;
    if letto.letto == Err(NotAttached::Outside) {
        nota(GenereDocumento::Fuori { nome });
        return None;
    }
    let Some(formato) = formato::scritto(&nome) else {
        let estensione = formato::estensione(&nome).to_owned();
        nota(GenereDocumento::TipoNonAmmesso { nome, estensione });
        return None;
    };
    let indirizzo = indirizzo(&nome, formato);
    if let Some(primo) = indirizzi.get(&indirizzo) {
        let primo = primo.clone();
        nota(GenereDocumento::Ripetuto { nome, primo });
        return None;
    }
    indirizzi.insert(indirizzo.clone(), luogo.clone());
    let bytes = match &letto.letto {
        Ok(bytes) => bytes,
        Err(errore) => {
            nota(non_letto(nome, *errore));
            return None;
        }
    };
    if let Some(genere) = contenuto(&nome, formato, bytes) {
        let ferma = genere.gravita() == Gravita::Errore;
        nota(genere);
        if ferma {
            return None;
        }
    }
    Some((indirizzo, formato, Arc::from(bytes.as_slice())))
}

fn non_letto(nome: String, errore: NotAttached) -> GenereDocumento {
    match errore {
        NotAttached::Outside => GenereDocumento::Fuori { nome },
        NotAttached::TooLarge { bytes, limit } => GenereDocumento::TroppoGrande {
            nome,
            bytes,
            limite: limit,
        },
        NotAttached::Missing => GenereDocumento::Mancante {
            nome,
            presente: Presenza::Assente,
        },
        NotAttached::Unreadable { .. } => GenereDocumento::Mancante {
            nome,
            presente: Presenza::Illeggibile,
        },
    }
}

/// What the bytes of a file have against it.
fn contenuto(nome: &str, formato: FormatoAllegato, bytes: &[u8]) -> Option<GenereDocumento> {
    let nome = nome.to_owned();
    if !formato::e_davvero(formato, bytes) {
        return Some(GenereDocumento::AltroContenuto { nome, formato });
    }
    match formato {
        FormatoAllegato::Pdf => match pdf::esamina(bytes) {
            pdf::Esame::Guasto => Some(GenereDocumento::AltroContenuto { nome, formato }),
            pdf::Esame::Cifrato => Some(GenereDocumento::Cifrato { nome }),
            pdf::Esame::Letto(mancanze) => (mancanze != Mancanze::default())
                .then_some(GenereDocumento::NonAccessibile { nome, mancanze }),
        },
        FormatoAllegato::Docx | FormatoAllegato::Xlsx => {
            Some(GenereDocumento::FormatoDiUfficio { nome, formato })
        }
        _ => None,
    }
}

/// The folder where these files stand by habit: it is no part of their address.
const CARTELLA: &str = "allegati";

/// Where a file goes on the site: in small letters without accents and spaces, so that the address can be
/// written in an act, and no file system takes two of them for one.
fn indirizzo(nome: &str, formato: FormatoAllegato) -> String {
    let nome = nome.replace('\\', "/");
    let tutte: Vec<&str> = nome
        .split('/')
        .filter(|parte| !parte.is_empty() && *parte != ".")
        .collect();
    let sotto = match tutte.as_slice() {
        [CARTELLA, resto @ ..] if !resto.is_empty() => resto,
        tutte => tutte,
    };
    let Some((file, cartelle)) = sotto.split_last() else {
        return String::new();
    };
    let gambo = file.rsplit_once('.').map_or(*file, |(gambo, _)| gambo);
    let mut parti: Vec<String> = cartelle.iter().map(|parte| slug(parte)).collect();
    parti.push(format!("{}.{}", slug(gambo), formato.estensione()));
    parti.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_can_be_written_in_an_act() {
        for (nome, indirizzo) in [
            (
                "allegati/Validazione Nucleo 2023.PDF",
                "validazione-nucleo-2023.pdf",
            ),
            ("allegati/oiv/Attestazione è.pdf", "oiv/attestazione-e.pdf"),
            ("altro\\file.pdf", "altro/file.pdf"),
            ("./allegati//a.pdf", "a.pdf"),
            ("allegati.pdf", "allegati.pdf"),
        ] {
            assert_eq!(super::indirizzo(nome, FormatoAllegato::Pdf), indirizzo);
        }
    }
}
