//! How figures, dates, acts and judgements are said, in pages and PDFs alike.
//!
//! This module owns spelling: decimal comma, *3 maggio 2024*, *seconda annualità*, in the words of a language
//! ([`crate::parole`]). It never decides what is said. What is Italian in any case says it with [`italiano`].

mod atti;
mod cifre;
mod date;
mod giudizi;
pub mod italiano;
mod nomi;

use crate::document::glossary::Glossary;
use crate::model::Ente;
use crate::parole::Parole;

pub use atti::{atto, atto_breve, atto_intero, cambio, elenco, firma, quanti_cambi, ruolo, seduta};
pub use cifre::{da_percentuale_a, dimensione, numero, percentuale, peso};
pub(crate) use cifre::{quanti, uno_o_molti};
pub use date::{
    anni, anni_in_riga, annualita, dal, data, fino_al, mese, mese_breve, mesi_segnati, negli_anni,
    nomi as nomi_dei_mesi, nomi_brevi as nomi_brevi_dei_mesi,
};
pub(crate) use date::{con_data, per_anni, secondo_gli_anni};
pub use giudizi::{differenza, fasce, fascia, giudizio, misura, scarto, valutazione};
pub use nomi::{
    categoria, dice_struttura, file_di_dati, nome_intero, nome_struttura, tipi, tipo_obiettivo,
    tipo_unita, vicenda,
};

/// How many months a year has.
const MESI_DELL_ANNO: usize = 12;

/// A text that begins with a capital letter.
#[must_use]
pub fn iniziale_maiuscola(testo: &str) -> String {
    let mut caratteri = testo.chars();
    caratteri.next().map_or_else(String::new, |prima| {
        prima.to_uppercase().chain(caratteri).collect()
    })
}

/// A name in the middle of a sentence: in small letters, where the language has them so.
#[must_use]
pub fn in_mezzo(nome: &str, parole: &Parole) -> String {
    if parole.comune.nomi_in_minuscolo.as_str() == "sì" {
        nome.to_lowercase()
    } else {
        nome.to_owned()
    }
}

/// A text that ends like a sentence.
#[must_use]
pub fn frase(testo: &str) -> String {
    let testo = testo.trim_end();
    if testo.ends_with(['.', '!', '?', ':']) {
        testo.to_owned()
    } else {
        format!("{testo}.")
    }
}

/// The words that pages and documents of an ente mark wherever they stand: short forms, and words of other languages.
#[must_use]
pub fn glossario(ente: &Ente) -> Glossary {
    fn voci(voci: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
        voci.iter()
            .map(|(parola, detto)| (parola.as_str(), detto.as_str()))
    }
    Glossary::new(voci(&ente.abbreviazioni), voci(&ente.parole_straniere))
}
