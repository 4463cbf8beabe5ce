//! What can be wrong with the look of the PDFs, as data; [`crate::theme`] finds it.

use rust_decimal::Decimal;

use crate::source::Place;

/// What a number in `pdf.yaml` measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misura {
    /// A side of the paper.
    Lato,
    /// The white space above or below the text, where head and foot stand.
    MargineVerticale,
    /// The white space at a side of the text.
    MargineLaterale,
    /// The size of letters.
    Corpo,
    /// The size of the letters of head and foot, which must fit into the margins.
    CorpoTestatina,
    /// The distance from line to line, as a multiple of the size.
    Interlinea,
    /// White space between parts of the text.
    Spazio,
    /// White space around the content of a cell.
    Bianco,
    /// The thickness of a line. None is zero: a line of no thickness is as thick as the printer likes.
    Filetto,
}

impl Misura {
    /// The smallest and the largest that make a page: pt, and times the size for [`Self::Interlinea`].
    #[must_use]
    pub const fn limiti(self) -> (f64, f64) {
        match self {
            Self::Lato => (280.0, 3400.0),
            Self::MargineVerticale => (40.0, 1000.0),
            Self::MargineLaterale => (15.0, 1000.0),
            Self::Corpo => (5.0, 48.0),
            Self::CorpoTestatina => (5.0, 12.0),
            Self::Interlinea => (1.0, 3.0),
            Self::Spazio => (0.0, 100.0),
            Self::Bianco => (0.0, 30.0),
            Self::Filetto => (0.1, 5.0),
        }
    }
}

/// The sizes of paper that have a name, upright: width and height, pt.
pub const FORMATI: [(&str, (f64, f64)); 3] = [
    ("A3", (841.89, 1190.551)),
    ("A4", (595.276, 841.89)),
    ("A5", (419.528, 595.276)),
];

/// A direction of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verso {
    /// From left to right.
    Larghezza,
    /// From top to bottom.
    Altezza,
}

/// A colour that another has to stand out from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tinta {
    /// Its key, *`testo.colore`*; `None` for the white of the paper.
    pub chiave: Option<String>,
    /// *#1A1A1A*.
    pub colore: String,
}

/// Two margins and the side of the paper that they take from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Margini {
    /// In which direction.
    pub verso: Verso,
    /// That side of the paper, pt.
    pub foglio: Decimal,
    /// The two margins together, pt.
    pub insieme: Decimal,
    /// What the text needs, pt.
    pub minimo: Decimal,
    /// Where the others of the three measures stand.
    pub altri: Vec<Place>,
}

/// A text and its ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contrasto {
    /// The text.
    pub testo: Tinta,
    /// Its ground.
    pub fondo: Tinta,
    /// How much they differ in lightness, from 1 to 21, cut to two decimals.
    pub rapporto: Decimal,
    /// How much they should.
    pub minimo: Decimal,
    /// A colour near the one that the problem is placed at, which would do.
    pub proposta: Option<String>,
    /// Where the other one stands, if it is not the paper.
    pub altro: Option<Place>,
}

/// What is wrong in `pdf.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GenereAspetto {
    /// A key with nothing after the colon.
    VoceVuota {
        /// The key.
        chiave: String,
    },
    /// Not a measure.
    MisuraNonValida {
        /// As written.
        scritto: String,
        /// What it should measure.
        misura: Misura,
    },
    /// A measure that makes no page.
    MisuraFuoriLimiti {
        /// As written.
        scritto: String,
        /// What it measures.
        misura: Misura,
    },
    /// Margins that leave no room for the text.
    MarginiLarghi(Margini),
    /// A size that the text of tables may shrink to, larger than the text.
    CorpoMinimoGrande {
        /// Where the other of the two sizes stands.
        altro: Place,
    },
    /// Not a colour.
    ColoreNonValido {
        /// As written.
        scritto: String,
    },
    /// A text that would be hard to read.
    ContrastoBasso(Contrasto),
    /// A face that the theme has not.
    CarattereSconosciuto {
        /// As written.
        scritto: String,
        /// The faces that it has.
        noti: Vec<String>,
    },
    /// Not a version.
    VersioneNonValida {
        /// As written.
        scritto: String,
    },
    /// A theme for another version of griglia.
    TemaPerAltraVersione {
        /// As written.
        scritto: String,
        /// The version of this program.
        griglia: String,
    },
    /// A face whose file is no font.
    CarattereInutilizzabile {
        /// As written.
        scritto: String,
    },
}

impl GenereAspetto {
    /// Its stable code.
    #[must_use]
    pub const fn codice(&self) -> &'static str {
        match self {
            Self::VoceVuota { .. } => "G100",
            Self::MisuraNonValida { .. } => "G101",
            Self::MisuraFuoriLimiti { .. } => "G102",
            Self::MarginiLarghi(_) => "G103",
            Self::CorpoMinimoGrande { .. } => "G104",
            Self::ColoreNonValido { .. } => "G105",
            Self::ContrastoBasso(_) => "G106",
            Self::CarattereSconosciuto { .. } => "G107",
            Self::CarattereInutilizzabile { .. } => "G108",
            Self::VersioneNonValida { .. } => "G138",
            Self::TemaPerAltraVersione { .. } => "G139",
        }
    }
}
