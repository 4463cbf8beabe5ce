//! What an ente's own rules make of weights and grades, in exact decimals.

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use griglia::lingua;
use griglia::model::{
    Ambito, AmbitoPesi, Anni, Ciclo, Codice, Conta, Esito, Fascia, Nodo, Obiettivo, Percentuale,
    Pesi, Peso, Quota, Regole, Responsabile, Settore, Valutazione,
};
use griglia::score::{self, Totale};
use rust_decimal::Decimal;

fn codice(testo: &str) -> Codice {
    Codice::leggi(testo).unwrap_or_else(|_| panic!("{testo}"))
}

fn percento(punti: i64) -> Percentuale {
    Percentuale::new(Decimal::from(punti))
}

fn grado(punti: i64) -> Valutazione {
    Valutazione::Grado(percento(punti))
}

fn peso(valore: i64) -> Conta {
    let peso = Peso::new(Decimal::from(valore), Decimal::ONE_HUNDRED);
    Conta::Peso(peso.unwrap_or_else(|_| panic!("{valore}")))
}

fn responsabile(chi: &str) -> Responsabile {
    Responsabile(chi.to_owned())
}

/// A year of the settori `uno` and `due`, each with who answers for it.
fn ciclo(obiettivi: Vec<Obiettivo>) -> Ciclo {
    let settore = |nome: &str| Settore {
        responsabile: Some(responsabile(&format!("responsabile di {nome}"))),
        ..Settore::nuovo(codice(nome), nome)
    };
    Ciclo {
        settori: vec![settore("uno"), settore("due")],
        obiettivi,
        ..Ciclo::nuovo(codice("2025"), Anni::uno(2025))
    }
}

/// An objective with what was validated of it.
fn obiettivo(
    nome: &str,
    ambito: Ambito,
    conta: Conta,
    valutazione: Option<Valutazione>,
) -> Obiettivo {
    let mut obiettivo = Obiettivo::nuovo(codice(nome), nome, ambito, conta);
    obiettivo.risultato.esito = match (&obiettivo.ambito, valutazione) {
        (Ambito::Struttura, Some(valutazione)) => Esito::PerSettore(
            ["uno", "due"]
                .map(|settore| (codice(settore), valutazione))
                .into(),
        ),
        (_, valutazione) => Esito::Unico(valutazione),
    };
    obiettivo
}

fn di(settore: &str) -> Ambito {
    Ambito::settore_intero(codice(settore))
}

fn quota(settore: &str, parte: i64, chi: Option<&str>) -> Quota {
    Quota {
        settore: codice(settore),
        responsabile: chi.map(responsabile),
        parte: percento(parte),
        dal: None,
        al: None,
    }
}

fn del_primo(ciclo: &Ciclo) -> Totale {
    score::risultati(ciclo)[0].totale
}

#[test]
fn a_condition_weighs_nothing_while_met_and_cancels_when_not() {
    let con = |esito| {
        del_primo(&ciclo(vec![
            obiettivo("A", di("uno"), peso(100), Some(grado(80))),
            obiettivo("B", di("uno"), Conta::Condizione, esito),
        ]))
    };
    assert_eq!(con(Some(grado(100))), Totale::Completo(percento(80)));
    assert_eq!(con(None), Totale::Completo(percento(80)));
    for no in [grado(99), Valutazione::NonRaggiunto, Valutazione::InParte] {
        assert_eq!(con(Some(no)), Totale::Annullato, "{no:?}");
    }
    // What cannot be assessed has no part in the result, not even that of cancelling it.
    let rinviata = con(Some(Valutazione::Rinviato));
    assert_eq!(rinviata, Totale::Completo(percento(80)));
}

#[test]
fn bands_say_what_a_grade_counts() {
    let parole = common::italiano();
    let fascia = |nome: &str, da, vale: Option<i64>| Fascia {
        nome: nome.to_owned(),
        da: percento(da),
        vale: vale.map(percento),
    };
    let regole = Regole {
        fasce: vec![
            fascia("pieno", 90, Some(100)),
            fascia("parziale", 60, None),
            fascia("insufficiente", 0, Some(0)),
        ],
        ..Regole::default()
    };
    for (da, conta, detto) in [
        (90, 100, "90% (pieno: vale 100%)"),
        (100, 100, "100% (pieno)"),
        (89, 89, "89% (parziale)"),
        (60, 60, "60% (parziale)"),
        (59, 0, "59% (insufficiente: vale 0%)"),
    ] {
        assert_eq!(regole.conta(percento(da)), percento(conta), "{da}");
        assert_eq!(lingua::giudizio(Some(grado(da)), &regole, &parole), detto);
    }
    // A judgement in words needs no band to be said, unless it counts something else.
    let detto = |valutazione| lingua::giudizio(valutazione, &regole, &parole);
    assert_eq!(detto(Some(Valutazione::Raggiunto)), "raggiunto");
    assert_eq!(detto(None), "non valutato");
    let ciclo = Ciclo {
        regole: regole.clone(),
        ..ciclo(vec![
            obiettivo("A", di("uno"), peso(50), Some(grado(95))),
            obiettivo("B", di("uno"), peso(50), Some(grado(40))),
        ])
    };
    assert_eq!(del_primo(&ciclo), Totale::Completo(percento(50)));
}

#[test]
fn the_whole_ente_has_one_total() {
    let mut ciclo = ciclo(vec![
        obiettivo("A", di("uno"), peso(50), Some(grado(100))),
        obiettivo("B", di("due"), peso(30), Some(grado(50))),
        obiettivo("C", Ambito::Struttura, peso(20), Some(grado(75))),
    ]);
    assert_eq!(score::complessivi(&ciclo), []);
    ciclo.regole.pesi = Pesi {
        ambito: AmbitoPesi::Ente,
        ..Pesi::default()
    };
    let totali = score::complessivi(&ciclo);
    let valori: Vec<Totale> = totali.into_iter().map(|(_, totale)| totale).collect();
    assert_eq!(valori, [Totale::Completo(percento(80))]);
}

#[test]
fn a_person_has_the_parts_that_they_answer_for() {
    let quote = vec![
        quota("uno", 25, None),
        quota("uno", 25, Some("segretario")),
        quota("due", 50, None),
    ];
    let mut ciclo = ciclo(vec![
        obiettivo("A", di("uno"), peso(60), Some(grado(100))),
        obiettivo("B", di("due"), peso(60), Some(grado(50))),
        obiettivo("C", Ambito::Condiviso(quote), peso(80), Some(grado(80))),
    ]);
    ciclo.regole.pesi.ambito = AmbitoPesi::Persona;
    let completo = |chi: &str, punti| (chi.to_owned(), Totale::Completo(percento(punti)));
    assert_eq!(
        score::complessivi(&ciclo),
        [
            // 60 at 100 % and 20 at 80 %; 60 at 50 % and 40 at 80 %.
            completo("responsabile di due", 62),
            completo("responsabile di uno", 95),
            completo("segretario", 80),
        ]
    );
    // The settore has its people's shares together.
    let voce = &score::risultati(&ciclo)[0].voci[1];
    assert_eq!(voce.quanto, Decimal::from(40));
}

#[test]
fn a_part_counts_in_its_whole_alone() {
    let mut parte = obiettivo("A1", di("uno"), peso(40), Some(grado(0)));
    parte.legami.parte_di = Some(codice("A"));
    let mut altra = obiettivo("A2", di("uno"), peso(60), Some(grado(100)));
    altra.legami.parte_di = Some(codice("A"));
    let ciclo = ciclo(vec![
        obiettivo("A", di("uno"), peso(100), Some(grado(90))),
        parte,
        altra,
    ]);
    assert_eq!(del_primo(&ciclo), Totale::Completo(percento(90)));
    let misura = score::delle_parti(&ciclo, &ciclo.parti()[&ciclo.obiettivi[0].codice]);
    assert_eq!(
        misura.map(|m| (m.valore, m.indicatori)),
        Some((percento(60), 2))
    );
}

#[test]
fn what_stands_above_is_told_from_the_top_once() {
    let nodo = |codice: &str, sotto: &[&str]| Nodo {
        codice: codice.to_owned(),
        livello: "programma".to_owned(),
        titolo: String::new(),
        sotto: sotto.iter().map(|&sopra| sopra.to_owned()).collect(),
        risultato: None,
        nota: None,
    };
    let ciclo = Ciclo {
        programmazione: vec![
            nodo("1", &[]),
            nodo("01.02", &["1"]),
            nodo("01.10", &["1"]),
            // Above each other: a slip that must not go round for ever.
            nodo("x", &["y", "01.02", "01.10"]),
            nodo("y", &["x"]),
        ],
        ..ciclo(Vec::new())
    };
    let sopra = |codici: &[&str]| -> Vec<&str> {
        let codici: Vec<String> = codici.iter().map(|&codice| codice.to_owned()).collect();
        let nodi = ciclo.sopra(&codici).into_iter();
        nodi.map(|nodo| nodo.codice.as_str()).collect()
    };
    assert_eq!(sopra(&["01.02"]), ["1", "01.02"]);
    assert_eq!(sopra(&["01.10", "01.02"]), ["1", "01.02", "01.10"]);
    assert_eq!(sopra(&["x"]), ["1", "01.02", "01.10", "x", "y"]);
    assert_eq!(sopra(&[]), Vec::<&str>::new());
}
