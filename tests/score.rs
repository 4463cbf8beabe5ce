//! The results of the settori, in exact decimals.

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::path::Path;

use griglia::check;
use griglia::model::{
    Ambito, Anni, Ciclo, Codice, Conta, Esito, Obiettivo, Percentuale, Peso, Risultato, Settore,
    Valutazione,
};
use griglia::score::{self, Totale};
use griglia::source;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn codice(testo: &str) -> Codice {
    Codice::leggi(testo).unwrap_or_else(|_| panic!("{testo}"))
}

/// An objective of the settore `uno`, or of struttura, with weight and grade in hundredths.
fn obiettivo(numero: usize, ambito: Ambito, peso: i64, grado: Option<i64>) -> Obiettivo {
    let grado = grado.map(|centesimi| Percentuale::new(Decimal::new(centesimi, 2)));
    let valutazione = grado.map(Valutazione::Grado);
    let esito = match ambito {
        Ambito::Settore { .. } | Ambito::Condiviso(_) => Esito::Unico(valutazione),
        Ambito::Struttura => {
            let gradi = valutazione.map(|grado| (codice("uno"), grado));
            Esito::PerSettore(gradi.into_iter().collect::<BTreeMap<_, _>>())
        }
    };
    let peso = Peso::new(Decimal::new(peso, 2), Decimal::ONE_HUNDRED);
    let conta = Conta::Peso(peso.unwrap_or_else(|_| panic!("{numero}")));
    Obiettivo {
        risultato: Risultato::vuoto(esito),
        ..Obiettivo::nuovo(codice(&format!("OB-{numero}")), "", ambito, conta)
    }
}

fn ciclo(obiettivi: Vec<Obiettivo>) -> Ciclo {
    let settore = |nome: &str| Settore::nuovo(codice(nome), nome);
    Ciclo {
        settori: vec![settore("uno"), settore("due")],
        obiettivi,
        ..Ciclo::nuovo(codice("2023"), Anni::uno(2023))
    }
}

fn totale(ciclo: &Ciclo) -> Totale {
    score::risultati(ciclo)[0].totale
}

#[test]
fn caluso_2023_as_the_act_has_it() -> std::io::Result<()> {
    let content = source::read(Path::new("content"))?;
    let verdetto = check::check(&content, &|_| true);
    let gravi = verdetto.problemi.iter();
    let gravi = gravi.filter(|problema| problema.genere.gravita() != check::Gravita::Nota);
    assert_eq!(gravi.count(), 0);
    let mut enti = verdetto.enti.iter();
    let caluso = enti.find(|ente| ente.codice.as_str() == "caluso");
    let mut cicli = caluso.into_iter().flat_map(|ente| &ente.cicli);
    let ciclo = cicli.find(|ciclo| ciclo.anni == Anni::uno(2023));
    let risultati: Vec<(String, Totale)> =
        score::risultati(ciclo.unwrap_or_else(|| panic!("2023")))
            .into_iter()
            .filter(griglia::score::RisultatoSettore::e_rendicontato)
            .map(|risultato| (risultato.settore.nome_breve.clone(), risultato.totale))
            .collect();
    let completo =
        |punti, decimali| Totale::Completo(Percentuale::new(Decimal::new(punti, decimali)));
    assert_eq!(
        risultati,
        [
            ("Amministrativo".to_owned(), completo(83, 0)),
            ("Finanziario".to_owned(), completo(9875, 2)),
            ("Tecnico Manutentivo".to_owned(), completo(995, 1)),
            ("Territorio e OOPP".to_owned(), completo(995, 1)),
            ("Vigilanza".to_owned(), completo(915, 1)),
        ]
    );
    Ok(())
}

#[test]
fn nothing_assessed_is_no_result_and_zero_is_one() {
    let uno = || Ambito::settore_intero(codice("uno"));
    assert_eq!(totale(&ciclo(Vec::new())), Totale::NonValutato);
    assert_eq!(
        totale(&ciclo(vec![obiettivo(1, uno(), 5000, None)])),
        Totale::NonValutato
    );
    assert_eq!(
        totale(&ciclo(vec![obiettivo(1, uno(), 5000, Some(0))])),
        Totale::Completo(Percentuale::new(Decimal::ZERO))
    );
    assert_eq!(
        totale(&ciclo(vec![
            obiettivo(1, uno(), 7000, Some(8000)),
            obiettivo(2, Ambito::Struttura, 3000, None),
        ])),
        Totale::Parziale {
            valore: Percentuale::new(Decimal::from(80)),
            peso_valutato: Decimal::from(70),
            peso_totale: Decimal::from(100),
        }
    );
}

#[test]
fn another_settore_s_objectives_and_grades_do_not_count() {
    let due = Ambito::settore_intero(codice("due"));
    let ciclo = ciclo(vec![
        obiettivo(1, Ambito::settore_intero(codice("uno")), 7000, Some(10_000)),
        obiettivo(2, due, 7000, Some(0)),
        obiettivo(3, Ambito::Struttura, 3000, Some(5000)),
    ]);
    assert_eq!(
        totale(&ciclo),
        Totale::Completo(Percentuale::new(Decimal::from(85)))
    );
    let secondo = &score::risultati(&ciclo)[1];
    let quanto: Decimal = secondo.voci.iter().map(|voce| voce.quanto).sum();
    assert_eq!(quanto, Decimal::from(100));
}

proptest! {
    #[test]
    fn a_result_lies_between_the_lowest_and_the_highest_grade(
        voci in prop::collection::vec((1_i64..=10_000, 0_i64..=10_000), 1..20),
    ) {
        let obiettivi = voci.iter().enumerate().map(|(numero, (peso, grado))| {
            let ambito = if numero % 3 == 0 { Ambito::Struttura } else { Ambito::settore_intero(codice("uno")) };
            obiettivo(numero, ambito, *peso, Some(*grado))
        });
        let Totale::Completo(valore) = totale(&ciclo(obiettivi.collect())) else {
            return Err(TestCaseError::fail("everything is assessed"));
        };
        let gradi = || voci.iter().map(|(_, grado)| Decimal::new(*grado, 2));
        prop_assert!(Some(valore.punti().round_dp(10)) >= gradi().min());
        prop_assert!(Some(valore.punti().round_dp(10)) <= gradi().max());
    }
}
