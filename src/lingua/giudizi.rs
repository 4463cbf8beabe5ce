//! Judgements by the rules of an ente, and what happens to its units.

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
    let giorno = data(vicenda.dal);
    frase(&format!("Dal {giorno}: {}", parole.join("; ")))
}
