//! A new card, with the next code and number of its settore.

use super::Bozza;
use super::progetto::sigla;
use super::yaml::scalar;
use crate::schema::Modulo;

/// A card that exists, as written: it may have mistakes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchedaEsistente {
    /// Its code.
    pub codice: String,
    /// Its number.
    pub numero: Option<String>,
    /// Its settore, or `struttura`.
    pub settore: String,
    /// Its weight.
    pub peso: Option<String>,
}

/// Which card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NuovoObiettivo<'a> {
    /// The folder of its ciclo, below the one that holds `content/`.
    pub cartella: &'a str,
    /// Its settore, or `struttura`.
    pub settore: &'a str,
    /// Its title.
    pub titolo: &'a str,
    /// The cards of the ciclo, those of its acts included.
    pub schede: &'a [SchedaEsistente],
}

/// A card to be filled in.
#[must_use]
pub fn obiettivo(nuovo: &NuovoObiettivo<'_>) -> Bozza {
    let settore = nuovo.settore;
    let sue: Vec<&SchedaEsistente> = nuovo
        .schede
        .iter()
        .filter(|scheda| scheda.settore == settore)
        .collect();
    let codice = prossimo_codice(nuovo.schede, &sue, settore);
    let numeri = sue
        .iter()
        .filter_map(|sua| sua.numero.as_deref()?.parse::<u32>().ok());
    let numero = numeri.max().unwrap_or(0) + 1;
    let pesano = nuovo.schede.iter().any(|scheda| scheda.peso.is_some());
    let peso = if pesano || nuovo.schede.is_empty() {
        "# I pesi del settore devono sommare come prima: togliere altrove quello che si dà qui.\npeso: 10\n"
    } else {
        ""
    };
    let testo = format!(
        "codice: {codice}
numero: {numero}
titolo: {}
settore: {settore}
# tipo: innovativo, mantenimento, sviluppo o strategico
{peso}# descrizione: |
#   Che cosa cambia per chi abita qui, e perché.
# fasi:
#   - descrizione: …
#     mesi: gennaio-marzo
indicatori:
  - categoria: tempo
    nome: Conclusione
    atteso: 31-dic
",
        scalar(nuovo.titolo)
    );
    let file = codice.to_lowercase();
    let path = format!("{}/obiettivi/{settore}/{file}.yaml", nuovo.cartella);
    Bozza::yaml(Modulo::Obiettivo, path, &testo)
}

/// The code after the last of the settore, in the same style: after `FIN-03` comes `FIN-04`. No card of
/// the ciclo has it, not even one that an act takes out.
fn prossimo_codice(tutte: &[SchedaEsistente], sue: &[&SchedaEsistente], settore: &str) -> String {
    let diversi = sue.iter().filter_map(|sua| diviso(&sua.codice));
    let ultimo = diversi.max_by_key(|(_, _, numero)| *numero);
    let (prefisso, cifre, mut numero) = ultimo.map_or_else(
        || (format!("{}-", sigla(settore)), 2, 0),
        |(prefisso, cifre, numero)| (prefisso.to_owned(), cifre, numero),
    );
    loop {
        numero += 1;
        let codice = format!("{prefisso}{numero:0cifre$}");
        if tutte
            .iter()
            .all(|altra| !altra.codice.eq_ignore_ascii_case(&codice))
        {
            return codice;
        }
    }
}

/// `FIN-03`: what stands before the number, how many digits it has, and the number.
fn diviso(codice: &str) -> Option<(&str, usize, u32)> {
    let prefisso = codice.trim_end_matches(|c: char| c.is_ascii_digit());
    let cifre = codice.get(prefisso.len()..)?;
    Some((prefisso, cifre.len(), cifre.parse().ok()?))
}
