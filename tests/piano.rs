//! A plan and its changes: which plan was in force on a day, what an act changed, what became of an
//! objective from year to year. On the real content, and on random texts.

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use griglia::check;
use griglia::model::{
    Ambito, Anni, Ciclo, Codice, Conta, Ente, GenereCambio, Indicatore, Obiettivo, Valori,
    leggi_valore,
};
use griglia::parole::Parole;
use griglia::scheda::confronto::confronta;
use griglia::scheda::{Corpo, Rilievo, Risultati, Tratto, parole, scheda};
use griglia::source;
use griglia::storia::Storie;
use proptest::prelude::*;
use rust_decimal::Decimal;

static ITALIANO: LazyLock<Parole> = LazyLock::new(common::italiano);

fn enti() -> Vec<Ente> {
    let content = source::read(Path::new("content")).unwrap_or_default();
    let verdetto = check::check(&content, &|_| true);
    let gravi = verdetto.problemi.iter();
    let gravi = gravi.filter(|problema| problema.genere.gravita() != check::Gravita::Nota);
    assert_eq!(gravi.count(), 0);
    verdetto.enti
}

fn ente<'a>(enti: &'a [Ente], codice: &str) -> &'a Ente {
    let mut trovati = enti.iter().filter(|ente| ente.codice.as_str() == codice);
    trovati.next().unwrap_or_else(|| panic!("{codice}"))
}

fn ciclo<'a>(ente: &'a Ente, codice: &str) -> &'a Ciclo {
    let mut trovati = ente.cicli.iter().filter(|c| c.codice.as_str() == codice);
    trovati.next().unwrap_or_else(|| panic!("{codice}"))
}

fn codice(testo: &str) -> Codice {
    Codice::leggi(testo).unwrap_or_else(|_| panic!("{testo}"))
}

fn giorno(anno: i32, mese: u32, giorno: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(anno, mese, giorno).unwrap_or_default()
}

fn codici(schede: &[&Obiettivo]) -> Vec<String> {
    schede.iter().map(|o| o.codice.to_string()).collect()
}

#[test]
fn caluso_2023_the_plan_in_force_on_a_day() {
    let enti = enti();
    let ciclo = ciclo(ente(&enti, "caluso"), "2023");
    let prima = codici(&ciclo.piano_al(giorno(2023, 11, 6)));
    let dopo = codici(&ciclo.piano_al(giorno(2023, 11, 7)));
    assert_eq!((prima.len(), dopo.len()), (35, 34));
    let usciti: Vec<&String> = prima.iter().filter(|c| !dopo.contains(c)).collect();
    let entrati: Vec<&String> = dopo.iter().filter(|c| !prima.contains(c)).collect();
    assert_eq!(usciti, ["AMM-SUT", "FIN-SUT", "TEC-SUT", "POL-SUT"]);
    assert_eq!(entrati, ["AMM-01", "AMM-02", "FIN-01"]);
    // The plan at the end is the one that has results.
    let in_vigore: Vec<&Obiettivo> = ciclo.obiettivi.iter().collect();
    assert_eq!(codici(&in_vigore), dopo);
}

#[test]
fn caluso_2023_weights_hold_before_and_after() {
    let enti = enti();
    let ciclo = ciclo(ente(&enti, "caluso"), "2023");
    for versione in ciclo.versioni() {
        for settore in &ciclo.settori {
            let pesi = versione.schede.iter().filter_map(|o| o.peso_per(settore));
            let somma: Decimal = pesi.sum();
            assert_eq!(somma, Decimal::ONE_HUNDRED, "{}", settore.nome);
        }
    }
}

/// The text of a field with its marks: `[gone]`, `{new}`.
fn segnato(tratti: &[Tratto]) -> String {
    tratti
        .iter()
        .map(|tratto| {
            let testo = tratto.testo.trim();
            match tratto.rilievo {
                Rilievo::Uguale => testo.to_owned(),
                Rilievo::Nuovo => format!("{{{testo}}}"),
                Rilievo::Tolto => format!("[{testo}]"),
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn differenze(ciclo: &Ciclo, codice: &str) -> Vec<(String, String, String)> {
    let mut cambi = ciclo.modifiche.iter().flat_map(|modifica| &modifica.cambi);
    let cambio = cambi.find(|cambio| cambio.scheda().codice.as_str() == codice);
    let cambio = cambio.unwrap_or_else(|| panic!("{codice}"));
    let di = |obiettivo: &Obiettivo| scheda(obiettivo, ciclo, Risultati::DaCompilare, &ITALIANO);
    let prima = cambio.prima().unwrap_or_else(|| panic!("{codice}"));
    confronta(&di(prima), &di(cambio.scheda()), &ITALIANO)
        .differenze
        .into_iter()
        .map(|d| (d.campo, segnato(&d.prima), segnato(&d.dopo)))
        .collect()
}

#[test]
fn caluso_2023_what_the_act_changed() {
    let enti = enti();
    let ciclo = ciclo(ente(&enti, "caluso"), "2023");
    let riga = |campo: &str, prima: &str, dopo: &str| {
        (campo.to_owned(), prima.to_owned(), dopo.to_owned())
    };
    assert_eq!(
        differenze(ciclo, "POL-01"),
        [
            riga("Numero", "[2]", "{1}"),
            riga("Peso", "[25/100]", "{32/100}"),
        ]
    );
    assert_eq!(
        differenze(ciclo, "STR-02"),
        [riga(
            "Titolo",
            "[Obiettivo gestionale:] perseguimento programma amministrativo",
            "Perseguimento programma amministrativo",
        )]
    );
    let variante = "Indicatore «approvazione progetto preliminare variante urbanistica»";
    assert_eq!(
        differenze(ciclo, "TER-02"),
        [
            riga(
                variante,
                "approvazione [definitiva] variante",
                "approvazione {progetto preliminare} variante {urbanistica}",
            ),
            riga(&format!("{variante}: atteso"), "[31-dic]", "{entro 31/12}"),
        ]
    );
}

#[test]
fn caluso_2022_where_the_first_card_is_not_known_nothing_is_compared() {
    let enti = enti();
    let ciclo = ciclo(ente(&enti, "caluso"), "2022");
    let cambi = &ciclo.modifiche[0].cambi;
    let quanti = |genere| cambi.iter().filter(|c| c.genere() == genere).count();
    assert_eq!(quanti(GenereCambio::Modificato), 11);
    assert_eq!(quanti(GenereCambio::Eliminato), 1);
    assert_eq!(quanti(GenereCambio::Inserito), 1);
    let modificati = cambi
        .iter()
        .filter(|c| c.genere() == GenereCambio::Modificato);
    assert!(modificati.clone().all(|cambio| cambio.prima().is_none()));
    // Two cards of the settore have the number 2: one leaves, one enters.
    let eliminato = ciclo
        .eliminato_da(&codice("FIN-02"))
        .map(|m| m.codice.to_string());
    assert_eq!(eliminato.as_deref(), Some("gc-100"));
    assert_eq!(ciclo.eliminato_da(&codice("FIN-02-BIS")), None);
}

fn storia(storie: &Storie<'_>, ciclo: &str, obiettivo: &str) -> Vec<String> {
    storie
        .della(&codice(ciclo), &codice(obiettivo))
        .iter()
        .map(|tappa| format!("{}/{}", tappa.ciclo.codice, tappa.obiettivo.codice))
        .collect()
}

#[test]
fn an_objective_that_returns_is_one_story() {
    let enti = enti();
    let caluso = Storie::di(ente(&enti, "caluso"));
    // By what the card says, by title, and past a card that left the plan.
    assert_eq!(
        storia(&caluso, "2023", "FIN-SUT"),
        ["2022/FIN-01", "2023/FIN-SUT"]
    );
    assert_eq!(
        storia(&caluso, "2023", "FIN-03"),
        ["2022/FIN-04", "2023/FIN-03"]
    );
    assert_eq!(
        storia(&caluso, "2024", "STR-01"),
        ["2023/STR-01", "2024/STR-01"]
    );
    let calusco = Storie::di(ente(&enti, "calusco-d-adda"));
    let passaporti = ["MES-2025-1", "MES-2026-1", "MES-2027-1"];
    let passaporti = passaporti.map(|codice| format!("2025-2027/{codice}"));
    assert_eq!(storia(&calusco, "2025-2027", "MES-2026-1"), passaporti);
    // One that changes its title says what it goes on from.
    let refezione = storia(&calusco, "2025-2027", "PER-2026-2");
    assert_eq!(
        refezione.first().map(String::as_str),
        Some("2025-2027/PER-2025-2")
    );
    // The same title in another settore is another objective.
    let sportello = storia(&caluso, "2023", "TEC-SUT");
    assert!(
        sportello.iter().all(|tappa| !tappa.contains("FIN")),
        "{sportello:?}"
    );
    assert_eq!(storia(&calusco, "2025-2027", "INT-1"), Vec::<String>::new());
}

/// A card with a description, steps and indicators.
fn carta(descrizione: &str, fasi: &[String], indicatori: &[(String, String)]) -> Obiettivo {
    let ambito = Ambito::Struttura;
    Obiettivo {
        descrizione: Some(descrizione.to_owned()),
        fasi: fasi
            .iter()
            .map(|descrizione| griglia::model::Fase {
                descrizione: descrizione.clone(),
                mesi: None,
            })
            .collect(),
        indicatori: indicatori
            .iter()
            .map(|(nome, atteso)| Indicatore {
                atteso: Valori::Unico(leggi_valore(atteso, 2023)),
                ..Indicatore::nuovo(nome)
            })
            .collect(),
        ..Obiettivo::nuovo(codice("OB-1"), "Titolo", ambito, Conta::SenzaPeso)
    }
}

/// Everything that a card says, without marks.
fn detto(scheda: &griglia::scheda::Scheda) -> Vec<String> {
    let mut testi = vec![parole(&scheda.titolo)];
    for sezione in &scheda.sezioni {
        match &sezione.corpo {
            Corpo::Testo(altri) => {
                testi.extend(altri.iter().map(|capoverso| parole(&capoverso.testo)));
            }
            Corpo::Passi(altri) | Corpo::Voci(altri) => {
                testi.extend(altri.iter().map(|testo| parole(testo)));
            }
            Corpo::Tabella(tabella) => {
                let celle = tabella.righe.iter().flat_map(|riga| &riga.celle);
                testi.extend(celle.map(|cella| parole(&cella.testo)));
            }
            Corpo::Dati(dati) => testi.extend(dati.iter().map(|dato| parole(&dato.valore))),
            Corpo::Mesi(_) => {}
        }
    }
    testi
}

fn carte() -> impl Strategy<Value = Obiettivo> {
    let testo = "[a-e]{1,3}( [a-e]{1,3}){0,6}";
    let indicatori = prop::collection::vec((testo, "[0-9]{1,2}%"), 0..4);
    (testo, prop::collection::vec(testo, 0..4), indicatori)
        .prop_map(|(descrizione, fasi, indicatori)| carta(&descrizione, &fasi, &indicatori))
}

proptest! {
    #[test]
    fn comparing_loses_no_word_and_a_card_does_not_differ_from_itself(
        prima in carte(),
        dopo in carte(),
    ) {
        let ciclo = Ciclo::nuovo(codice("2023"), Anni::uno(2023));
        let di = |obiettivo: &Obiettivo| scheda(obiettivo, &ciclo, Risultati::DaCompilare, &ITALIANO);
        let (era, e) = (di(&prima), di(&dopo));
        prop_assert_eq!(confronta(&era, &era, &ITALIANO).differenze, []);
        let confronto = confronta(&era, &e, &ITALIANO);
        prop_assert_eq!(detto(&confronto.prima), detto(&era));
        prop_assert_eq!(detto(&confronto.dopo), detto(&e));
        // What differs is told, and only that.
        let uguali = detto(&era) == detto(&e);
        prop_assert_eq!(confronto.differenze.is_empty(), uguali);
    }
}
