//! A file of results, ready to be filled in.

use std::fmt::Write as _;

use super::Bozza;
use super::yaml::{comment, scalar};
use crate::model::{Ambito, Ciclo, Codice, Obiettivo};
use crate::schema::Modulo;

/// The results of a settore (of the whole ente, without one) as a file to be filled in: every objective, and
/// in comments every indicator with what is expected of it.
#[must_use]
pub fn risultati(ciclo: &Ciclo, cartella: &str, settore: Option<&Codice>) -> Bozza {
    let nome = settore.map_or("struttura", Codice::as_str);
    let mut testo = String::from(
        "# Accanto a «grado» va il grado di raggiungimento validato: 100%, 87,5%, 0%.
# Degli indicatori: togliere il # dalle righe e scrivere accanto a «raggiunto» che cosa si è ottenuto.
risultati:
",
    );
    let suoi = ciclo.obiettivi.iter();
    let suoi = suoi.filter(|obiettivo| obiettivo.ambito.settore() == settore);
    for obiettivo in suoi {
        uno(&mut testo, obiettivo, ciclo);
    }
    let path = format!("{cartella}/risultati/{nome}.yaml");
    Bozza::yaml(Modulo::Risultati, path, &testo)
}

fn uno(testo: &mut String, obiettivo: &Obiettivo, ciclo: &Ciclo) {
    let _ = write!(
        testo,
        "\n  # {}\n  - obiettivo: {}\n",
        comment(&obiettivo.titolo),
        obiettivo.codice
    );
    match obiettivo.ambito {
        Ambito::Struttura => {
            testo.push_str(
                "    # Togliere il # e scrivere il grado che ha per ogni settore.\n    # gradi:\n",
            );
            for settore in &ciclo.settori {
                let _ = writeln!(testo, "    #   {}: 100%", settore.codice);
            }
        }
        Ambito::Settore { .. } | Ambito::Condiviso(_) => testo.push_str("    grado:\n"),
    }
    if !obiettivo.indicatori.is_empty() {
        testo.push_str("    # indicatori:\n");
    }
    for indicatore in &obiettivo.indicatori {
        let _ = write!(
            testo,
            "    #   - nome: {}\n    #     raggiunto:\n",
            scalar(&comment(&indicatore.nome))
        );
    }
}
