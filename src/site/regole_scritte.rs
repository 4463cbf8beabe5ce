//! How an ente counts, in words for citizens: weights and bands, as its own rules say.
//!
//! What weights are worth is [`crate::score`]'s; here it is only said.

use serde::Serialize;

use crate::lingua::{anni, numero, percentuale};
use crate::model::{AmbitoPesi, Ciclo, Ente, Percentuale, RegolaPesi, Regole};
use crate::parole::Parole;

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
pub(super) fn di(ente: &Ente, parole: &Parole) -> Vec<RegoleScritte> {
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
        let nomi: Vec<String> = gruppo
            .iter()
            .map(|ciclo| anni(ciclo.anni, parole))
            .collect();
        Some(RegoleScritte {
            anni: (!tutti_uguali).then(|| nomi.join(", ")),
            frasi: frasi(primo, parole),
            fasce: fasce(&primo.regole, parole),
        })
    });
    scritte.collect()
}

fn frasi(ciclo: &Ciclo, parole: &Parole) -> Vec<String> {
    let regole = &ciclo.regole;
    let mut frasi = vec![pesi(ciclo, parole)];
    if regole.grado_massimo > Percentuale::CENTO {
        let massimo = percentuale(regole.grado_massimo, parole);
        frasi.push(parole.regole.oltre.con(&[("massimo", &massimo)]));
    }
    if let Some(validatore) = &regole.validatore {
        frasi.push(parole.regole.validatore.con(&[("nome", validatore)]));
    }
    frasi
}

fn pesi(ciclo: &Ciclo, parole: &Parole) -> String {
    let regole = &parole.regole;
    if !ciclo.ha_pesi() {
        return regole.senza_pesi.to_string();
    }
    let pesi = ciclo.regole.pesi;
    match pesi.regola {
        RegolaPesi::Somma => {
            let frase = match pesi.ambito {
                AmbitoPesi::Settore => &regole.somma_del_settore,
                AmbitoPesi::Ente => &regole.somma_dell_ente,
                AmbitoPesi::Persona => &regole.somma_della_persona,
            };
            frase.con(&[("totale", &numero(pesi.totale, parole))])
        }
        RegolaPesi::Riproporzionati => match pesi.ambito {
            AmbitoPesi::Settore => regole.in_proporzione_nel_settore.to_string(),
            AmbitoPesi::Ente => regole.in_proporzione_nell_ente.to_string(),
            AmbitoPesi::Persona => regole.in_proporzione_per_persona.to_string(),
        },
    }
}

/// From the highest down, each up to where the one above begins.
fn fasce(regole: &Regole, parole: &Parole) -> Vec<FasciaScritta> {
    let detto = &parole.regole;
    let sopra = std::iter::once(None).chain(regole.fasce.iter().map(|fascia| Some(fascia.da)));
    let fasce = regole.fasce.iter().zip(sopra).map(|(fascia, sopra)| {
        let da = percentuale(fascia.da, parole);
        let grado = match sopra {
            None => detto.grado_in_su.con(&[("da", &da)]),
            Some(sopra) => {
                let a = percentuale(sopra, parole);
                detto.grado_fra.con(&[("da", &da), ("a", &a)])
            }
        };
        let conta = match fascia.vale {
            None => detto.conta_com_e.to_string(),
            Some(vale) => detto.conta.con(&[("vale", &percentuale(vale, parole))]),
        };
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
        let parole: Vec<String> = fasce(&regole, &crate::parole::italiano())
            .into_iter()
            .map(|f| f.parole)
            .collect();
        assert_eq!(
            parole,
            [
                "grado da 90% in su; conta 100%.",
                "grado da 60% a meno di 90%; conta per quello che è."
            ]
        );
    }
}
