//! The forms of `pdf.yaml` and `theme.yaml`, as written: every key of the look of the PDFs, and of what a
//! theme says of itself, declared once.

use crate::source::form::{Form, Lista, Reader, Scritto, form};
use crate::source::node::{Node, NodeKind};
use crate::source::schema::{Described, one_of};

form! {
    /// `pdf.yaml`.
    pub struct AspettoScritto {
        /// The paper.
        formato: FormatoScritto = "Il foglio: A3, A4, A5, oppure larghezza e altezza." ["A4", "A3", "A5"],
        /// The white space around the text.
        margini: MarginiScritti = "Il bianco fra il bordo del foglio e il testo.",
        /// The faces.
        caratteri: CaratteriScritti = "I file dei caratteri, in dist/pdf-fonts.",
        /// Ordinary text.
        testo: LettereScritte = "Il testo comune.",
        /// A paragraph that says what follows a title.
        sommario: LettereScritte = "Il paragrafo che dice che cosa segue a un titolo.",
        /// Small print.
        nota: LettereScritte = "I caratteri piccoli: note e avvertenze.",
        /// Head and foot of every page.
        testatina: LettereScritte = "In cima e in fondo a ogni pagina.",
        /// Titles of tables.
        didascalia: LettereScritte = "I titoli delle tabelle.",
        /// Headings.
        titoli: TitoliScritti = "I titoli, dal più grande al più piccolo.",
        /// Tables.
        tabella: TabellaScritta = "Le tabelle.",
        /// White space between parts of the text.
        spazi: SpaziScritti = "Il bianco fra le parti del testo.",
        /// Colours of what is not text.
        colori: ColoriScritti = "I colori di ciò che non è testo.",
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

impl Described for FormatoScritto {
    fn schema() -> schemars::Schema {
        one_of(&Scritto::schema(), &LatiScritti::schema())
    }
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
        larghezza: Scritto = "La larghezza." ["210 mm"],
        /// Its height.
        altezza: Scritto = "L’altezza." ["297 mm"],
    }
}

form! {
    /// The white space around the text.
    pub struct MarginiScritti {
        /// Above.
        superiore: Scritto = "Sopra." ["79", "25 mm"],
        /// At the right.
        destro: Scritto = "A destra." ["70"],
        /// Below.
        inferiore: Scritto = "Sotto." ["76"],
        /// At the left.
        sinistro: Scritto = "A sinistra." ["70"],
    }
}

form! {
    /// File names of the faces.
    pub struct CaratteriScritti {
        /// Upright.
        normale: Scritto = "Dritto." ["TitilliumWeb-Regular.ttf"],
        /// Italic.
        corsivo: Scritto = "Corsivo." ["TitilliumWeb-Italic.ttf"],
        /// Bold or semibold.
        neretto: Scritto = "Neretto." ["TitilliumWeb-SemiBold.ttf"],
        /// Bold italic.
        neretto_corsivo: Scritto = "Neretto corsivo." ["TitilliumWeb-BoldItalic.ttf"],
        /// Monospaced.
        fisso: Scritto = "Ogni lettera larga come le altre." ["RobotoMono-Regular.ttf"],
        /// Where to look for what the others lack.
        ripiego: Lista = "Dove cercare, in ordine, i segni che gli altri non hanno." ["DejaVuSans.ttf"],
    }
}

form! {
    /// How a kind of text is set.
    pub struct LettereScritte {
        /// Size.
        corpo: Scritto = "Grandezza delle lettere, in punti." ["10.5"],
        /// Distance of lines, as a multiple of the size.
        interlinea: Scritto = "Distanza fra le righe: quante volte il corpo." ["1.4"],
        /// Colour.
        colore: Scritto = "Colore, fra virgolette." ["#1A1A1A"],
    }
}

form! {
    /// The six levels of headings.
    pub struct TitoliScritti {
        /// The title of the document.
        livello_1: TitoloScritto = "Il titolo del documento.",
        /// Chapters.
        livello_2: TitoloScritto = "I capitoli.",
        /// Sections.
        livello_3: TitoloScritto = "I paragrafi.",
        /// Parts of sections.
        livello_4: TitoloScritto = "Le parti dei paragrafi.",
        /// Parts of these.
        livello_5: TitoloScritto = "Le loro parti.",
        /// And of these.
        livello_6: TitoloScritto = "Le parti di queste.",
    }
}

form! {
    /// How a heading is set.
    pub struct TitoloScritto {
        /// Size.
        corpo: Scritto = "Grandezza delle lettere, in punti." ["10.5"],
        /// Distance of lines, as a multiple of the size.
        interlinea: Scritto = "Distanza fra le righe: quante volte il corpo." ["1.4"],
        /// Colour.
        colore: Scritto = "Colore, fra virgolette." ["#1A1A1A"],
        /// White space above.
        spazio_sopra: Scritto = "Il bianco prima, in punti." ["15"],
        /// White space below.
        spazio_sotto: Scritto = "Il bianco dopo, in punti." ["4"],
    }
}

form! {
    /// How tables are drawn.
    pub struct TabellaScritta {
        /// Size of the text.
        corpo: Scritto = "Grandezza delle lettere, in punti." ["10.5"],
        /// The size that it may shrink to.
        corpo_minimo: Scritto = "Fin dove si rimpicciolisce una tabella che altrimenti non sta nella pagina." ["6.5"],
        /// Distance of lines, as a multiple of the size.
        interlinea: Scritto = "Distanza fra le righe: quante volte il corpo." ["1.4"],
        /// Colour of the text.
        colore: Scritto = "Colore del testo delle celle." ["#1A1A1A"],
        /// Colour of the text of headers and totals, and of the strong rules.
        colore_intestazione: Scritto
            = "Colore del testo dell’intestazione e dei totali, e dei filetti forti." ["#17324D"],
        /// Ground of headers.
        fondo_intestazione: Scritto = "Fondo dell’intestazione." ["#EAF0F6"],
        /// Ground of totals.
        fondo_totali: Scritto = "Fondo dei totali." ["#F4F7FA"],
        /// White space at the sides of a cell.
        bianco_laterale: Scritto = "Bianco a sinistra e a destra del contenuto di una cella." ["6"],
        /// White space above and below.
        bianco_verticale: Scritto = "Bianco sopra e sotto." ["4.5"],
        /// Thickness of the rules between rows.
        filetto: Scritto = "Spessore della linea fra due righe." ["0.5"],
        /// Thickness of the rules under the header and at the end.
        filetto_forte: Scritto = "Spessore della linea sotto l’intestazione e in fondo." ["1"],
        /// Colour of the rules between rows.
        colore_filetto: Scritto = "Colore della linea fra due righe." ["#C5CED8"],
    }
}

form! {
    /// White space between parts of the text.
    pub struct SpaziScritti {
        /// Between paragraphs.
        paragrafi: Scritto = "Fra due paragrafi." ["6.5"],
        /// Between items of a list.
        elenchi: Scritto = "Fra due voci di un elenco." ["2.5"],
        /// Around tables and quotes.
        blocchi: Scritto = "Intorno a tabelle e citazioni." ["11"],
        /// Between the mark of an item and its text.
        rientro: Scritto = "Fra il segno di un elenco e il suo testo." ["14"],
    }
}

form! {
    /// Colours of what is not text.
    pub struct ColoriScritti {
        /// Links and decorations.
        accento: Scritto = "Collegamenti e fregi." ["#0066CC"],
        /// Thin lines.
        filetti: Scritto = "Le linee sottili." ["#C5CED8"],
        /// Ground of preformatted text.
        fondo: Scritto = "Sotto il testo a spaziatura fissa." ["#F4F7FA"],
        /// The word that says draft.
        bozza: Scritto = "La parola BOZZA, dietro al testo: pallida." ["#EDF0F4"],
    }
}

form! {
    /// `theme.yaml`.
    pub struct TemaScritto {
        /// What it is called.
        nome: Scritto = "Come si chiama il tema." ["Il tema del Comune"],
        /// Its own version.
        versione: Scritto = "La sua versione." ["1.0"],
        /// The version of griglia that its templates were written for.
        richiede: Scritto = "La versione di griglia per cui è scritto." ["0.1"],
    }
}
