//! The tables read back as a stranger would: with a CSV reader and what `dati::colonne` says.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use griglia::dati::{self, Colonna, FileDati, SEPARATORE, Tipo, libera};
use rust_decimal::Decimal;

/// A row, by the names of the columns; texts are already free of their apostrophe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Riga(BTreeMap<&'static str, String>);

pub(crate) fn colonne(file: &str) -> Vec<Colonna> {
    let mut tabelle = dati::colonne().into_iter();
    let tabella = tabelle.find(|tabella| tabella.file == file);
    tabella.unwrap_or_else(|| panic!("{file}")).colonne
}

/// The rows of one of the files.
pub(crate) fn righe(files: &[FileDati], nome: &str) -> Vec<Riga> {
    let file = files.iter().find(|file| file.genere.nome() == nome);
    let file = file.unwrap_or_else(|| panic!("{nome}"));
    let colonne = colonne(nome);
    let mut lettore = csv::Reader::from_reader(file.bytes.as_slice());
    let testa = lettore.headers().expect("a header").clone();
    assert!(testa.iter().eq(colonne.iter().map(|c| c.nome)), "{testa:?}");
    let righe = lettore.records().map(|riga| {
        let riga = riga.unwrap_or_else(|errore| panic!("{nome}: {errore}"));
        let celle = colonne.iter().zip(riga.iter());
        Riga(
            celle
                .map(|(colonna, cella)| letta(*colonna, cella))
                .collect(),
        )
    });
    righe.collect()
}

/// A cell, if it is what its column says.
fn letta(colonna: Colonna, cella: &str) -> (&'static str, String) {
    let giusta = cella.is_empty()
        || match colonna.tipo {
            Tipo::Testo => true,
            Tipo::Parola | Tipo::Elenco => cella.starts_with(char::is_alphanumeric),
            Tipo::Intero => cella.parse::<u32>().is_ok(),
            Tipo::Decimale => cella.parse::<Decimal>().is_ok(),
            Tipo::Data => NaiveDate::parse_from_str(cella, "%Y-%m-%d").is_ok(),
        };
    assert!(giusta, "{colonna:?}: {cella}");
    let testo = match colonna.tipo {
        Tipo::Testo => libera(cella),
        _ => cella,
    };
    (colonna.nome, testo.to_owned())
}

impl Riga {
    /// What stands in a cell; nothing in an empty one.
    pub(crate) fn testo(&self, colonna: &str) -> Option<String> {
        let cella = self.0.get(colonna);
        let cella = cella.unwrap_or_else(|| panic!("no column {colonna}"));
        (!cella.is_empty()).then(|| cella.clone())
    }

    /// What stands in a cell that is never empty.
    pub(crate) fn dovuto(&self, colonna: &str) -> String {
        let testo = self.testo(colonna);
        testo.unwrap_or_else(|| panic!("{colonna} is empty in {self:?}"))
    }

    pub(crate) fn numero<T: std::str::FromStr>(&self, colonna: &str) -> Option<T> {
        let testo = self.testo(colonna)?;
        Some(testo.parse().unwrap_or_else(|_| panic!("{testo}")))
    }

    pub(crate) fn elenco(&self, colonna: &str) -> Vec<String> {
        let testo = self.testo(colonna).unwrap_or_default();
        let voci = testo.split(SEPARATORE).filter(|voce| !voce.is_empty());
        voci.map(str::to_owned).collect()
    }

    /// Texts that stand one per line.
    pub(crate) fn righe(&self, colonna: &str) -> Vec<String> {
        let testo = self.testo(colonna);
        testo.map_or_else(Vec::new, |testo| {
            testo.split('\n').map(str::to_owned).collect()
        })
    }
}
