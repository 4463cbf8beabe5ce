//! Which words of two texts differ, and which things of two lists are versions of one another.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::scheda::{Rilievo, Tratti, Tratto, parole};

/// Pairs of things that are the same in two lists: equal ones first, then in order those most alike.
pub(super) fn coppie(prima: &[String], dopo: &[String]) -> Vec<(usize, usize)> {
    let normale = |testo: &str| testo.to_lowercase();
    let mut coppie: Vec<(usize, usize)> = Vec::new();
    let libera = |coppie: &[(usize, usize)], vecchio: usize| {
        !coppie.iter().any(|(altro, _)| *altro == vecchio)
    };
    for (nuovo, testo) in dopo.iter().enumerate() {
        let uguale = prima.iter().enumerate().position(|(vecchio, altro)| {
            libera(&coppie, vecchio) && normale(altro) == normale(testo)
        });
        coppie.extend(uguale.map(|vecchio| (vecchio, nuovo)));
    }
    for (nuovo, testo) in dopo.iter().enumerate() {
        if coppie.iter().any(|(_, altro)| *altro == nuovo) {
            continue;
        }
        let simile = prima
            .iter()
            .enumerate()
            .filter(|(vecchio, _)| libera(&coppie, *vecchio))
            .map(|(vecchio, altro)| (strsim::sorensen_dice(altro, testo), vecchio))
            .filter(|(quanto, _)| *quanto >= ABBASTANZA_SIMILI)
            .max_by(|(uno, _), (altro, _)| uno.total_cmp(altro));
        coppie.extend(simile.map(|(_, vecchio)| (vecchio, nuovo)));
    }
    coppie
}

/// How alike two texts must be to be versions of one another, between 0 and 1.
const ABBASTANZA_SIMILI: f64 = 0.5;

/// Marks in both versions the words that the other does not have.
pub(super) fn parola_per_parola(prima: &mut Tratti, dopo: &mut Tratti) {
    let (vecchio, nuovo) = (parole(prima), parole(dopo));
    let vecchie: Vec<&str> = vecchio.split_whitespace().collect();
    let nuove: Vec<&str> = nuovo.split_whitespace().collect();
    // A word that only begins another sentence is the same word.
    let minuscole = |parole: &[&str]| -> Vec<String> {
        parole.iter().map(|parola| parola.to_lowercase()).collect()
    };
    let (da, a) = (minuscole(&vecchie), minuscole(&nuove));
    let (mut era, mut e) = (Tratti::new(), Tratti::new());
    for operazione in capture_diff_slices(Algorithm::Patience, &da, &a) {
        let uguali = matches!(operazione, DiffOp::Equal { .. });
        let rilievo = |diverso| if uguali { Rilievo::Uguale } else { diverso };
        let (vecchie_sue, nuove_sue) = (operazione.old_range(), operazione.new_range());
        aggiungi(&mut era, vecchie.get(vecchie_sue), rilievo(Rilievo::Tolto));
        aggiungi(&mut e, nuove.get(nuove_sue), rilievo(Rilievo::Nuovo));
    }
    for tratti in [&mut era, &mut e] {
        if let Some(ultimo) = tratti.last_mut() {
            ultimo.testo.truncate(ultimo.testo.trim_end().len());
        }
    }
    (*prima, *dopo) = (era, e);
}

fn aggiungi(tratti: &mut Tratti, parole: Option<&[&str]>, rilievo: Rilievo) {
    let Some(parole) = parole.filter(|parole| !parole.is_empty()) else {
        return;
    };
    tratti.push(Tratto {
        testo: format!("{} ", parole.join(" ")),
        rilievo,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scheda::tratti;
    use proptest::prelude::*;

    fn confrontati(prima: &str, dopo: &str) -> (String, String) {
        let (mut era, mut e) = (tratti(prima), tratti(dopo));
        parola_per_parola(&mut era, &mut e);
        let scritti = |tratti: &[Tratto]| {
            tratti
                .iter()
                .map(|tratto| match tratto.rilievo {
                    Rilievo::Uguale => tratto.testo.clone(),
                    Rilievo::Nuovo => format!("+{}+", tratto.testo),
                    Rilievo::Tolto => format!("-{}-", tratto.testo),
                })
                .collect::<String>()
        };
        (scritti(&era), scritti(&e))
    }

    #[test]
    fn texts_differ_word_by_word() {
        assert_eq!(
            confrontati(
                "Sportello in via telematica",
                "Sportello per il cittadino in via telematica"
            ),
            (
                "Sportello in via telematica".to_owned(),
                "Sportello +per il cittadino +in via telematica".to_owned()
            )
        );
        assert_eq!(
            confrontati("entro giugno", "entro luglio"),
            ("entro -giugno-".to_owned(), "entro +luglio+".to_owned())
        );
        assert_eq!(
            confrontati("", "nuovo"),
            (String::new(), "+nuovo+".to_owned())
        );
    }

    #[test]
    fn equal_things_are_paired_first_and_alike_ones_in_order() {
        let nomi = |nomi: &[&str]| nomi.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            coppie(
                &nomi(&["Inventario dei beni", "Sgombero", "Riordino"]),
                &nomi(&["Sgombero", "Inventario dei beni da dismettere", "Vendita"]),
            ),
            [(1, 0), (0, 1)]
        );
    }

    proptest! {
        #[test]
        fn no_word_is_lost(prima in "[a-d ]{0,30}", dopo in "[a-d ]{0,30}") {
            let (mut era, mut e) = (tratti(prima.clone()), tratti(dopo.clone()));
            parola_per_parola(&mut era, &mut e);
            let normale = |testo: &str| testo.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(parole(&era), normale(&prima));
            prop_assert_eq!(parole(&e), normale(&dopo));
            let comuni = |tratti: &[Tratto]| -> String {
                tratti.iter().filter(|t| t.rilievo == Rilievo::Uguale).map(|t| t.testo.trim().to_owned()).collect::<Vec<_>>().join(" ")
            };
            prop_assert_eq!(comuni(&era), comuni(&e));
        }
    }
}
