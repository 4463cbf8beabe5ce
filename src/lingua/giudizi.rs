//! Judgements by the rules of an ente, and what happens to its units.

use chrono::{Datelike as _, NaiveDate};

use super::{data, frase, percentuale};
use crate::model::{Ciclo, Regole, Valutazione, Vicenda};

/// A judgement with its band and what it counts where that is something else: `85% (buono)`,
/// `85% (buono: vale 80%)`.
#[must_use]
pub fn giudizio(valutazione: Option<Valutazione>, regole: &Regole) -> String {
    let detto = super::valutazione(valutazione);
    let grado = valutazione.and_then(Valutazione::grado);
    let fascia = grado.and_then(|grado| Some((grado, regole.fascia(grado)?)));
    // A judgement in words needs no other word for the same.
    let in_cifre = matches!(
        valutazione,
        Some(Valutazione::Grado(_) | Valutazione::Punti { .. })
    );
    match fascia {
        Some((grado, fascia)) if regole.conta(grado) != grado => {
            let conta = percentuale(regole.conta(grado));
            format!("{detto} ({}: vale {conta})", fascia.nome)
        }
        Some((_, fascia)) if in_cifre => format!("{detto} ({})", fascia.nome),
        _ => detto,
    }
}

/// What happens to a unit on a day: `Dal 1° luglio 2025: ne risponde il segretario comunale.`
#[must_use]
pub fn vicenda(vicenda: &Vicenda, ciclo: &Ciclo) -> String {
    let confluisce = vicenda.confluisce_in.as_ref();
    let confluisce = confluisce.and_then(|codice| ciclo.settore(codice));
    let parole = [
        vicenda
            .nome
            .as_ref()
            .map(|nome| format!("si chiama «{nome}»")),
        vicenda
            .responsabile
            .as_ref()
            .map(|chi| format!("ne risponde {}", chi.0)),
        confluisce.map(|settore| format!("confluisce in {}", settore.nome_intero())),
        vicenda.nota.clone(),
    ];
    let parole: Vec<String> = parole.into_iter().flatten().collect();
    let giorno = al_giorno("Da", vicenda.dal);
    frase(&format!("{giorno}: {}", parole.join("; ")))
}

/// A day after `da` or `a`: `dal 3 maggio 2024`, `dall’8 maggio 2024`.
#[must_use]
pub fn al_giorno(preposizione: &str, giorno: NaiveDate) -> String {
    let articolo = match giorno.day() {
        8 | 11 => "ll’",
        _ => "l ",
    };
    format!("{preposizione}{articolo}{}", data(giorno))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_goes_with_the_day() {
        let detto = |giorno| {
            let giorno = NaiveDate::from_ymd_opt(2025, 5, giorno);
            giorno.map(|giorno| al_giorno("fino a", giorno))
        };
        assert_eq!(detto(1).as_deref(), Some("fino al 1° maggio 2025"));
        assert_eq!(detto(8).as_deref(), Some("fino all’8 maggio 2025"));
        assert_eq!(detto(18).as_deref(), Some("fino al 18 maggio 2025"));
    }
}
