//! A page of text: how to read the results, legal notes, accessibility.

use serde::Serialize;

use crate::document::{Block, Level, markdown, plain_text};
use crate::lingua;
use crate::model::{Codice, Pagina};
use crate::publish::OutputFile;
use crate::site::blocks::Figure;
use crate::site::cornice::{Cornice, Testata};
use crate::site::glossario::{self, StatoSpiegato, VoceGlossario};
use crate::site::html::Html;
use crate::site::links::SitePath;
use crate::site::regole_scritte::{self, RegoleScritte};
use crate::site::{SiteError, Sito, blocks, page};

/// A page of text, read once: its title stands in the menu of every page.
pub(in crate::site) struct PaginaLetta {
    /// The segment in addresses.
    pub(in crate::site) codice: Codice,
    /// The words of its first heading.
    pub(in crate::site) titolo: String,
    blocks: Vec<Block>,
    figure: Figure,
    origine: Origine,
}

/// Who has written a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origine {
    /// The ente.
    Ente,
    /// Nobody: it is the one that every site has.
    Generata,
}

/// The pages that stand at the foot, with what the public validators call their links.
pub(in crate::site) const NOTE: [(&str, Option<&str>); 3] = [
    ("note-legali", Some("legal-notes")),
    ("privacy", Some("privacy-policy-link")),
    ("accessibilita", None),
];

#[derive(Serialize)]
struct Modello<'a> {
    cornice: Cornice,
    titolo: &'a str,
    testo: Html,
    /// Of the legal notes that the ente has not written: the text that the public validators read.
    licenza: bool,
    stati: Vec<StatoSpiegato>,
    glossario: Vec<VoceGlossario>,
    regole: Vec<RegoleScritte>,
}

impl PaginaLetta {
    /// Reads a page. Its first heading is the title; without one the title is the file's name.
    pub(in crate::site) fn leggi(pagina: &Pagina) -> Self {
        let mut blocks = markdown::parse(&pagina.testo.markdown).blocks;
        let titolo = match blocks.first() {
            Some(Block::Heading { level, content, .. }) if *level == Level::FIRST => {
                let titolo = plain_text(content);
                blocks.remove(0);
                titolo
            }
            _ => pagina.codice.as_str().replace(['-', '_'], " "),
        };
        blocks.iter_mut().for_each(sotto_il_titolo);
        Self {
            codice: pagina.codice.clone(),
            titolo,
            blocks,
            figure: Figure::of(&pagina.testo.immagini),
            origine: Origine::Ente,
        }
    }

    /// Reads a page that the ente has not written.
    pub(in crate::site) fn generata(pagina: &Pagina) -> Self {
        Self {
            origine: Origine::Generata,
            ..Self::leggi(pagina)
        }
    }

    /// Whether it stands at the foot of every page instead of in the menu.
    pub(in crate::site) fn e_nota(&self) -> bool {
        NOTE.iter().any(|(nota, _)| *nota == self.codice.as_str())
    }

    /// What stands under its title.
    pub(in crate::site) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Its first paragraph: it says best what the page is about.
    pub(in crate::site) fn descrizione(&self) -> String {
        let primo = self.blocks.iter().find_map(|block| match block {
            Block::Paragraph { content, .. } => Some(plain_text(content)),
            _ => None,
        });
        primo.map_or_else(
            || self.titolo.clone(),
            |testo| testo.split_whitespace().collect::<Vec<_>>().join(" "),
        )
    }
}

/// A page has one title: any other heading of the first level stands below it.
fn sotto_il_titolo(block: &mut Block) {
    if let Block::Heading { level, .. } = block {
        *level = Level::new(level.depth().max(2));
    }
}

/// The page of a text.
pub(in crate::site) fn render(
    sito: &Sito<'_>,
    pagina: &PaginaLetta,
) -> Result<Vec<OutputFile>, SiteError> {
    let path = SitePath::pagina(&pagina.codice);
    let generata = pagina.origine == Origine::Generata;
    let spiega = pagina.codice.as_str() == glossario::PAGINA;
    let mut testo = pagina.blocks.clone();
    lingua::glossario(sito.ente).mark(&mut testo);
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: pagina.titolo.clone(),
                descrizione: pagina.descrizione(),
                sopra: Vec::new(),
                nome: Some(pagina.titolo.clone()),
                aggiornamento: sito.aggiornamento(),
                avviso: None,
            },
        ),
        titolo: &pagina.titolo,
        testo: blocks::html(&testo, &pagina.figure, sito.parole),
        licenza: generata && pagina.codice.as_str() == "note-legali",
        stati: if spiega {
            glossario::stati(sito.parole)
        } else {
            Vec::new()
        },
        glossario: if spiega {
            glossario::voci(sito.parole)
        } else {
            Vec::new()
        },
        regole: if spiega {
            regole_scritte::di(sito.ente, sito.parole)
        } else {
            Vec::new()
        },
    };
    let mut files = vec![page(sito.theme, &path, "pagina.html", &modello)?];
    files.extend(pagina.figure.files().map(|(file, bytes)| OutputFile {
        path: format!("{}/{file}", pagina.codice),
        bytes: bytes.to_vec(),
    }));
    Ok(files)
}
