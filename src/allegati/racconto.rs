//! Documents of as many cards as there are, told card by card: of ten thousand only one is in memory.

use super::Allegato;
use super::schede::Fascicolo;
use crate::document::Block;
use crate::document::glossary::Glossary;
use crate::lingua;
use crate::model::Ente;

/// A document that may still have to be told.
pub struct Raccontato<'a> {
    /// The document; without blocks as long as they are to be told.
    pub allegato: Allegato,
    /// What tells them.
    pub racconto: Option<Racconto<'a>>,
}

impl Raccontato<'_> {
    /// The document with its blocks written out.
    #[must_use]
    pub fn scritto(self) -> Allegato {
        let mut allegato = self.allegato;
        if let Some(racconto) = self.racconto {
            let blocchi = &mut allegato.documento.blocks;
            racconto.racconta(&mut |blocco| blocchi.push(blocco));
        }
        allegato
    }
}

impl From<Allegato> for Raccontato<'_> {
    fn from(allegato: Allegato) -> Self {
        Self {
            allegato,
            racconto: None,
        }
    }
}

/// What tells the blocks of a document: the same blocks each time.
pub struct Racconto<'a> {
    fascicolo: Fascicolo<'a>,
    /// What stands after the cards.
    fine: Vec<Block>,
    glossario: Glossary,
}

impl<'a> Racconto<'a> {
    pub(super) fn new(ente: &Ente, fascicolo: Fascicolo<'a>, mut fine: Vec<Block>) -> Self {
        let glossario = lingua::glossario(ente);
        glossario.mark(&mut fine);
        Self {
            fascicolo,
            fine,
            glossario,
        }
    }

    /// Tells them.
    pub fn racconta(&self, a: &mut dyn FnMut(Block)) {
        self.fascicolo.racconta(&mut |mut blocco| {
            self.glossario.mark(std::slice::from_mut(&mut blocco));
            a(blocco);
        });
        self.fine.iter().cloned().for_each(a);
    }
}
