//! What every rule needs: the files, and a place to note problems.

use chrono::NaiveDate;

use super::problema::{Chiave, Forma, Genere, Problema};
use crate::model::{Codice, leggi_data};
use crate::source::form::{About, Scritto};
use crate::source::{Content, Place, SourceFile, TestoScritto};

/// One entity under inspection.
pub(super) struct Inspection<'a> {
    pub(super) content: &'a Content,
    problemi: Vec<Problema>,
}

impl<'a> Inspection<'a> {
    pub(super) const fn new(content: &'a Content) -> Self {
        Self {
            content,
            problemi: Vec::new(),
        }
    }

    pub(super) fn into_problemi(self) -> Vec<Problema> {
        self.problemi
    }

    pub(super) fn problemi(&self) -> &[Problema] {
        &self.problemi
    }

    pub(super) fn nota(&mut self, luogo: &Place, genere: Genere) {
        self.problemi.push(Problema {
            luogo: Some(luogo.clone()),
            genere,
        });
    }

    /// A value that must be there; notes it if it is not.
    pub(super) fn dovuto<'s, T>(
        &mut self,
        valore: Option<&'s T>,
        chiave: Chiave,
        forma: Forma,
        about: &About,
    ) -> Option<&'s T> {
        if valore.is_none() && !about.gia_dette().iter().any(|detta| detta == chiave) {
            self.nota(&about.posto, Genere::ChiaveMancante { chiave, forma });
        }
        valore
    }

    /// Understands a value; notes it if it cannot be.
    pub(super) fn letto<T, E>(
        &mut self,
        scritto: &Scritto,
        leggi: impl FnOnce(&str) -> Result<T, E>,
        altrimenti: impl FnOnce(String) -> Genere,
    ) -> Option<T> {
        leggi(&scritto.testo)
            .inspect_err(|_| self.nota(&scritto.luogo, altrimenti(scritto.testo.clone())))
            .ok()
    }

    /// Understands a code.
    pub(super) fn codice(&mut self, scritto: &Scritto) -> Option<Codice> {
        self.letto(scritto, Codice::leggi, |scritto| Genere::CodiceNonValido {
            scritto,
        })
    }

    /// The code that a folder's or file's name is.
    pub(super) fn codice_del_nome(&mut self, nome: &str, luogo: &Place) -> Option<Codice> {
        let codice = Codice::leggi(nome).ok();
        if codice.is_none() {
            let nome = nome.to_owned();
            self.nota(luogo, Genere::NomeNonValido { nome });
        }
        codice
    }

    /// The file of a text.
    pub(super) fn file(&self, testo: &TestoScritto) -> Option<&'a SourceFile> {
        self.content.sources.file(testo.file)
    }
}

/// The words of an optional value.
pub(super) fn parole(scritto: Option<&Scritto>) -> Option<String> {
    scritto.map(|scritto| scritto.testo.clone())
}

/// A full date, or one without year where the year is known.
pub(super) fn data(
    scritta: &Scritto,
    anno: Option<i32>,
    inspection: &mut Inspection<'_>,
) -> Option<NaiveDate> {
    let leggi = |testo: &str| {
        let data = leggi_data(testo).map_err(drop)?;
        let anno = data.anno().or(anno).ok_or(())?;
        data.nell_anno(anno).map_err(drop)
    };
    inspection.letto(scritta, leggi, |scritto| Genere::DataNonValida { scritto })
}

/// The value of a word, among those that a key accepts.
pub(super) fn parola<T: Copy>(testo: &str, parole: &[(&str, T)]) -> Option<T> {
    // Offices write `quantita` on keyboards without accents.
    let senza_accento = |testo: &str| testo.to_lowercase().replace('à', "a");
    parole
        .iter()
        .find(|(parola, _)| senza_accento(parola) == senza_accento(testo))
        .map(|(_, valore)| *valore)
}
