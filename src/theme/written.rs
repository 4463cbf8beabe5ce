//! The forms of `pdf.yaml` and `theme.yaml`, as written: every key of the look of the PDFs, and of what a
//! theme says of itself, declared once.

use crate::source::form::{Form, Lista, Reader, Scritto, form};
use crate::source::node::{Node, NodeKind};

form! {
    /// `pdf.yaml`.
    pub struct AspettoScritto {
        /// The paper.
        formato: FormatoScritto,
        /// The white space around the text.
        margini: MarginiScritti,
        /// The faces.
        caratteri: CaratteriScritti,
        /// Ordinary text.
        testo: LettereScritte,
        /// A paragraph that says what follows a title.
        sommario: LettereScritte,
        /// Small print.
        nota: LettereScritte,
        /// Head and foot of every page.
        testatina: LettereScritte,
        /// Titles of tables.
        didascalia: LettereScritte,
        /// Headings.
        titoli: TitoliScritti,
        /// Tables.
        tabella: TabellaScritta,
        /// White space between parts of the text.
        spazi: SpaziScritti,
        /// Colours of what is not text.
        colori: ColoriScritti,
    }
}

/// The paper: by name, or by its sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatoScritto {
    /// *A4*.
    Nome(Scritto),
    /// Width and height.
    Lati(LatiScritti),
}

impl Form for FormatoScritto {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.kind {
            NodeKind::Mapping(_) => LatiScritti::read(node, reader).map(Self::Lati),
            _ => Scritto::read(node, reader).map(Self::Nome),
        }
    }
}

form! {
    /// The sides of the paper.
    pub struct LatiScritti {
        /// Its width.
        larghezza: Scritto,
        /// Its height.
        altezza: Scritto,
    }
}

form! {
    /// The white space around the text.
    pub struct MarginiScritti {
        /// Above.
        superiore: Scritto,
        /// At the right.
        destro: Scritto,
        /// Below.
        inferiore: Scritto,
        /// At the left.
        sinistro: Scritto,
    }
}

form! {
    /// File names of the faces.
    pub struct CaratteriScritti {
        /// Upright.
        normale: Scritto,
        /// Italic.
        corsivo: Scritto,
        /// Bold or semibold.
        neretto: Scritto,
        /// Bold italic.
        neretto_corsivo: Scritto,
        /// Monospaced.
        fisso: Scritto,
        /// Where to look for what the others lack.
        ripiego: Lista,
    }
}

form! {
    /// How a kind of text is set.
    pub struct LettereScritte {
        /// Size.
        corpo: Scritto,
        /// Distance of lines, as a multiple of the size.
        interlinea: Scritto,
        /// Colour.
        colore: Scritto,
    }
}

form! {
    /// The six levels of headings.
    pub struct TitoliScritti {
        /// The title of the document.
        livello_1: TitoloScritto,
        /// Chapters.
        livello_2: TitoloScritto,
        /// Sections.
        livello_3: TitoloScritto,
        /// Parts of sections.
        livello_4: TitoloScritto,
        /// Parts of these.
        livello_5: TitoloScritto,
        /// And of these.
        livello_6: TitoloScritto,
    }
}

form! {
    /// How a heading is set.
    pub struct TitoloScritto {
        /// Size.
        corpo: Scritto,
        /// Distance of lines, as a multiple of the size.
        interlinea: Scritto,
        /// Colour.
        colore: Scritto,
        /// White space above.
        spazio_sopra: Scritto,
        /// White space below.
        spazio_sotto: Scritto,
    }
}

form! {
    /// How tables are drawn.
    pub struct TabellaScritta {
        /// Size of the text.
        corpo: Scritto,
        /// The size that it may shrink to.
        corpo_minimo: Scritto,
        /// Distance of lines, as a multiple of the size.
        interlinea: Scritto,
        /// Colour of the text.
        colore: Scritto,
        /// Colour of the text of headers and totals, and of the strong rules.
        colore_intestazione: Scritto,
        /// Ground of headers.
        fondo_intestazione: Scritto,
        /// Ground of totals.
        fondo_totali: Scritto,
        /// White space at the sides of a cell.
        bianco_laterale: Scritto,
        /// White space above and below.
        bianco_verticale: Scritto,
        /// Thickness of the rules between rows.
        filetto: Scritto,
        /// Thickness of the rules under the header and at the end.
        filetto_forte: Scritto,
        /// Colour of the rules between rows.
        colore_filetto: Scritto,
    }
}

form! {
    /// White space between parts of the text.
    pub struct SpaziScritti {
        /// Between paragraphs.
        paragrafi: Scritto,
        /// Between items of a list.
        elenchi: Scritto,
        /// Around tables and quotes.
        blocchi: Scritto,
        /// Between the mark of an item and its text.
        rientro: Scritto,
    }
}

form! {
    /// Colours of what is not text.
    pub struct ColoriScritti {
        /// Links and decorations.
        accento: Scritto,
        /// Thin lines.
        filetti: Scritto,
        /// Ground of preformatted text.
        fondo: Scritto,
        /// The word that says draft.
        bozza: Scritto,
    }
}

form! {
    /// `theme.yaml`.
    pub struct TemaScritto {
        /// What it is called.
        nome: Scritto,
        /// Its own version.
        versione: Scritto,
        /// The version of griglia that its templates were written for.
        richiede: Scritto,
    }
}
