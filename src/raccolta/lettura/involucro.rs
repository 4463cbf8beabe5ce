//! The archive that a workbook is: whether it may be opened at all.
//!
//! Every entry is unpacked once, looked through and let go, up to a limit: sizes that an archive tells of itself are not
//! believed. Names that lead out of a folder are refused, although nothing is ever unpacked to disk.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::{MASSIMO, guasto, indirizzi, troppo_grande};
use crate::raccolta::difetto::Difetto;

/// All entries together, unpacked.
const SPACCHETTATO: u64 = 48 * 1024 * 1024;
/// A workbook has a dozen entries; pictures and themes add some.
const VOCI: usize = 1_000;
/// The mark of old Office files, and of encrypted ones.
const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// What kind of workbook it is.
pub(super) enum Genere {
    /// Office Open XML.
    Xlsx,
    /// `OpenDocument`, with its `content.xml`.
    Ods(Vec<u8>),
}

pub(super) fn apri(byte: &[u8]) -> Result<Genere, Difetto> {
    if u64::try_from(byte.len()).unwrap_or(u64::MAX) > MASSIMO {
        return Err(troppo_grande());
    }
    if byte.starts_with(&OLE) {
        return Err(ole(byte));
    }
    if !byte.starts_with(b"PK") {
        return Err(nessun_foglio());
    }
    let mut archivio = ZipArchive::new(Cursor::new(byte)).map_err(|_| guasto())?;
    if archivio.len() > VOCI {
        return Err(troppo_grande());
    }
    let mut voci = Voci::default();
    for numero in 0..archivio.len() {
        let voce = archivio.by_index(numero).map_err(|_| guasto())?;
        let nome = voce.name().map_err(|_| guasto())?.into_owned();
        if voce.enclosed_name().is_none() || nome.starts_with(['/', '\\']) {
            return Err(Difetto::del_file(
                "nel file ci sono nomi che porterebbero fuori dalla sua cartella: non è un foglio da aprire",
                "non aprirlo, e chiedere a chi l'ha mandato da dove viene",
            ));
        }
        voci.guarda(&nome, voce)?;
    }
    voci.genere()
}

/// What was found on the way.
#[derive(Default)]
struct Voci {
    letto: u64,
    xlsx: bool,
    macro_: bool,
    mimetype: Vec<u8>,
    manifesto: Vec<u8>,
    contenuto: Vec<u8>,
}

impl Voci {
    fn guarda(&mut self, nome: &str, voce: impl Read) -> Result<(), Difetto> {
        let minuscolo = nome.to_lowercase();
        self.xlsx |= minuscolo == "xl/workbook.xml";
        self.macro_ |= minuscolo.ends_with("vbaproject.bin")
            || minuscolo.starts_with("basic/")
            || minuscolo.starts_with("scripts/");
        // One byte more than what is left shows that there is too much.
        let mut resto = voce.take(SPACCHETTATO + 1 - self.letto);
        let mut parte = Vec::new();
        let letti = match nome {
            "mimetype" => io::copy(&mut resto, &mut self.mimetype),
            "META-INF/manifest.xml" => io::copy(&mut resto, &mut self.manifesto),
            "content.xml" => io::copy(&mut resto, &mut self.contenuto),
            _ => io::copy(&mut resto, &mut parte),
        };
        self.letto += letti.map_err(|_| guasto())?;
        if self.letto > SPACCHETTATO {
            return Err(troppo_grande());
        }
        if !indirizzi::giusti(&parte) {
            return Err(guasto());
        }
        Ok(())
    }

    fn genere(self) -> Result<Genere, Difetto> {
        let ods = self
            .mimetype
            .starts_with(b"application/vnd.oasis.opendocument.spreadsheet");
        if self
            .manifesto
            .windows(15)
            .any(|parte| parte == b"encryption-data")
        {
            return Err(cifrato());
        }
        if self.macro_ {
            return Err(Difetto::del_file(
                "il file contiene macro: non viene letto",
                "salvarlo come «.xlsx» (senza macro) e importare quello",
            ));
        }
        match (self.xlsx, ods) {
            (true, _) => Ok(Genere::Xlsx),
            (false, true) => Ok(Genere::Ods(self.contenuto)),
            (false, false) => Err(nessun_foglio()),
        }
    }
}

fn nessun_foglio() -> Difetto {
    Difetto::del_file(
        "il file non è un foglio di calcolo .xlsx o .ods",
        "indicare il foglio esportato con «griglia esporta raccolta» e poi compilato; un altro formato va prima salvato come .xlsx",
    )
}

fn cifrato() -> Difetto {
    Difetto::del_file(
        "il file è protetto da una password per aprirlo",
        "aprirlo con la password, toglierla e salvare di nuovo",
    )
}

/// An encrypted workbook is packed like an old one, with a stream that says so.
fn ole(byte: &[u8]) -> Difetto {
    let nome: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if byte.windows(nome.len()).any(|parte| parte == nome) {
        return cifrato();
    }
    Difetto::del_file(
        "il file è nel vecchio formato .xls, oppure di un altro programma",
        "aprirlo con un foglio di calcolo e salvarlo come .xlsx",
    )
}
