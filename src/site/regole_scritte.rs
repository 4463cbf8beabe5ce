//! How an ente counts, in words for citizens: weights and bands, as its own rules say.
//!
//! What weights are worth is [`crate::score`]'s; here it is only said.

use serde::Serialize;

use crate::lingua::{anni, numero, percentuale};
use crate::model::{AmbitoPesi, Ciclo, Ente, Percentuale, RegolaPesi, Regole};

/// The rules of some years, ready for the template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct RegoleScritte {
    /// Which years, where not all count alike.
    anni: Option<String>,
    frasi: Vec<String>,
    fasce: Vec<FasciaScritta>,
}

/// A band of grades.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct FasciaScritta {
    nome: String,
    parole: String,
}

/// The rules of an ente, from the most recent year; years that count alike are told together.
pub(super) fn di(ente: &Ente) -> Vec<RegoleScritte> {
    let mut gruppi: Vec<Vec<&Ciclo>> = Vec::new();
    for ciclo in &ente.cicli {
        let simile = gruppi.iter_mut().find(|gruppo| {
            gruppo.first().is_some_and(|primo| {
                primo.regole == ciclo.regole && primo.ha_pesi() == ciclo.ha_pesi()
            })
        });
        match simile {
            Some(gruppo) => gruppo.push(ciclo),
            None => gruppi.push(vec![ciclo]),
        }
    }
    let tutti_uguali = gruppi.len() == 1;
    let scritte = gruppi.iter().filter_map(|gruppo| {
        let primo = gruppo.first()?;
        let nomi: Vec<String> = gruppo.iter().map(|ciclo| anni(ciclo.anni)).collect();
        Some(RegoleScritte {
            anni: (!tutti_uguali).then(|| nomi.join(", ")),
            frasi: frasi(primo),
            fasce: fasce(&primo.regole),
        })
    });
    scritte.collect()
}

fn frasi(ciclo: &Ciclo) -> Vec<String> {
    let regole = &ciclo.regole;
    let mut frasi = vec![pesi(ciclo)];
    if regole.grado_massimo > Percentuale::CENTO {
        frasi.push(format!(
            "Quando il risultato va oltre quello previsto, il grado può superare il 100%: al massimo {}.",
            percentuale(regole.grado_massimo)
        ));
    }
    if let Some(validatore) = &regole.validatore {
        frasi.push(format!("Chi conferma i gradi: {validatore}."));
    }
    frasi
}

fn pesi(ciclo: &Ciclo) -> String {
    if !ciclo.ha_pesi() {
        return "Gli obiettivi non hanno pesi: contano tutti allo stesso modo.".to_owned();
    }
    let pesi = ciclo.regole.pesi;
    let quali = match pesi.ambito {
        AmbitoPesi::Settore => {
            "I pesi degli obiettivi di un settore, insieme a quelli di tutto l’ente che lo riguardano,"
        }
        AmbitoPesi::Ente => "I pesi di tutti gli obiettivi dell’ente, insieme,",
        AmbitoPesi::Persona => {
            "I pesi degli obiettivi di cui risponde una stessa persona, insieme,"
        }
    };
    match pesi.regola {
        RegolaPesi::Somma => {
            let totale = numero(pesi.totale);
            format!(
                "{quali} fanno {totale}: il peso dice quanta parte di {totale} vale un obiettivo."
            )
        }
        RegolaPesi::Riproporzionati => {
            format!(
                "{quali} possono fare qualunque somma: ogni obiettivo conta in proporzione al suo peso."
            )
        }
    }
}

/// From the highest down, each up to where the one above begins.
fn fasce(regole: &Regole) -> Vec<FasciaScritta> {
    let sopra = std::iter::once(None).chain(regole.fasce.iter().map(|fascia| Some(fascia.da)));
    let fasce = regole.fasce.iter().zip(sopra).map(|(fascia, sopra)| {
        let da = percentuale(fascia.da);
        let grado = sopra.map_or_else(
            || format!("grado da {da} in su"),
            |sopra| format!("grado da {da} a meno di {}", percentuale(sopra)),
        );
        let conta = fascia.vale.map_or_else(
            || "conta per quello che è".to_owned(),
            |vale| format!("conta {}", percentuale(vale)),
        );
        FasciaScritta {
            nome: fascia.nome.clone(),
            parole: format!("{grado}; {conta}."),
        }
    });
    fasce.collect()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::model::Fascia;

    #[test]
    fn bands_end_where_the_next_begins() {
        let percento = |punti: i64| Percentuale::new(Decimal::from(punti));
        let fascia = |nome: &str, da, vale: Option<i64>| Fascia {
            nome: nome.to_owned(),
            da: percento(da),
            vale: vale.map(percento),
        };
        let regole = Regole {
            fasce: vec![fascia("pieno", 90, Some(100)), fascia("parziale", 60, None)],
            ..Regole::default()
        };
        let parole: Vec<String> = fasce(&regole).into_iter().map(|f| f.parole).collect();
        assert_eq!(
            parole,
            [
                "grado da 90% in su; conta 100%.",
                "grado da 60% a meno di 90%; conta per quello che è."
            ]
        );
    }
}
