//! A document that a ciclo carries as a file: what it is, and where the law wants it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::RuoloAtto;

/// A file of `allegati` in `ciclo.yaml`: published byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileAllegato {
    /// Where it stands below the folder of the attached files on the site, in characters that every
    /// address bears: `validazione-nucleo.pdf`.
    pub nome: String,
    /// Its title.
    pub titolo: String,
    /// Its date.
    pub data: NaiveDate,
    /// What it is.
    pub tipo: TipoAllegato,
    /// The act that it goes with, as acts quote each other.
    pub atto: Option<String>,
    /// How it is written.
    pub formato: FormatoAllegato,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// What a document is, which says in which sub-section it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TipoAllegato {
    /// Sistema di misurazione e valutazione della performance (D.Lgs. 150/2009, art. 7).
    Sistema,
    /// Of the plan: PIAO, piano della performance, PEG, and the acts that approve them.
    Piano,
    /// Of the relazione, and the act that approves it.
    Relazione,
    /// The validation of the relazione by OIV or nucleo (D.Lgs. 150/2009, art. 14 c. 4 lett. c).
    Validazione,
    /// Something else.
    Altro,
}

impl TipoAllegato {
    /// All, in the order in which a page lists them.
    pub const TUTTI: [Self; 5] = [
        Self::Sistema,
        Self::Piano,
        Self::Relazione,
        Self::Validazione,
        Self::Altro,
    ];

    /// The words that `ciclo.yaml` uses.
    pub const PAROLE: [(&'static str, Self); 5] = [
        ("sistema", Self::Sistema),
        ("piano", Self::Piano),
        ("relazione", Self::Relazione),
        ("validazione", Self::Validazione),
        ("altro", Self::Altro),
    ];

    /// What an act of that role approves.
    #[must_use]
    pub const fn del_ruolo(ruolo: RuoloAtto) -> Self {
        match ruolo {
            RuoloAtto::Piano | RuoloAtto::Peg | RuoloAtto::Modifica => Self::Piano,
            RuoloAtto::Relazione => Self::Relazione,
        }
    }
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatoAllegato {
    /// Portable document.
    Pdf,
    /// Text of `OpenDocument`.
    Odt,
    /// Sheet of `OpenDocument`.
    Ods,
    /// Text of Office Open XML.
    Docx,
    /// Sheet of Office Open XML.
    Xlsx,
    /// Table of plain text.
    Csv,
    /// Plain text.
    Txt,
    /// Archive.
    Zip,
}

impl FormatoAllegato {
    /// All, those first that are recommended.
    pub const TUTTI: [Self; 8] = [
        Self::Pdf,
        Self::Odt,
        Self::Ods,
        Self::Csv,
        Self::Txt,
        Self::Zip,
        Self::Docx,
        Self::Xlsx,
    ];

    /// The ending of its files.
    #[must_use]
    pub const fn estensione(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Txt => "txt",
            Self::Zip => "zip",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv",
            Self::Txt => "text/plain",
            Self::Zip => "application/zip",
        }
    }

    /// The format of files with that ending, in small or capital letters.
    #[must_use]
    pub fn di_estensione(estensione: &str) -> Option<Self> {
        let mut tutti = Self::TUTTI.into_iter();
        tutti.find(|formato| formato.estensione().eq_ignore_ascii_case(estensione))
    }
}
