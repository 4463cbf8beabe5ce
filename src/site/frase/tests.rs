//! Cards in every shape that content has, and what is said of them.

use rust_decimal::Decimal;

use super::*;
use crate::model::{Codice, Conta, Fascia, Settore, leggi_mesi, leggi_valore};
use crate::parole::italiano;

fn codice(testo: &str) -> Codice {
    Codice::leggi(testo).unwrap_or_else(|_| unreachable!("{testo} is a code"))
}

fn grado(punti: i64) -> Valutazione {
    Valutazione::Grado(Percentuale::new(Decimal::from(punti)))
}

fn scheda() -> Obiettivo {
    let ambito = Ambito::settore_intero(codice("tributi"));
    Obiettivo::nuovo(codice("TRI-01"), "Gestione TARI", ambito, Conta::SenzaPeso)
}

fn con_attesi(attesi: &[&str]) -> Obiettivo {
    let indicatori = attesi.iter().map(|atteso| Indicatore {
        atteso: Valori::Unico(leggi_valore(atteso, 2023)),
        ..Indicatore::nuovo("Che cosa")
    });
    Obiettivo {
        indicatori: indicatori.collect(),
        ..scheda()
    }
}

fn fase(mesi: Option<&str>) -> Fase {
    Fase {
        descrizione: "Che cosa".to_owned(),
        mesi: mesi.and_then(|mesi| leggi_mesi(mesi, 2023).ok()),
    }
}

fn giudicata(mut obiettivo: Obiettivo, valutazione: Option<Valutazione>) -> Obiettivo {
    obiettivo.risultato.esito = Esito::Unico(valutazione);
    obiettivo
}

/// A year with a card, and another that has a grade, so that the year is told about.
fn anno(obiettivo: &Obiettivo) -> Ciclo {
    let mut altro = giudicata(scheda(), Some(grado(100)));
    altro.codice = codice("TRI-99");
    Ciclo {
        settori: vec![Settore::nuovo(codice("tributi"), "Tributi")],
        obiettivi: vec![obiettivo.clone(), altro],
        ..Ciclo::nuovo(codice("2023"), Anni::uno(2023))
    }
}

fn detta(obiettivo: &Obiettivo) -> String {
    apertura("Comune di Prova", obiettivo, &anno(obiettivo), &italiano())
}

#[test]
fn the_term_is_the_last_date_and_never_more_than_is_written() {
    for (attesi, quando) in [
        (&["31/10/2023"][..], "entro il 31 ottobre 2023"),
        (&["31-mag", "8-set"], "entro l’8 settembre 2023"),
        (&["entro il 1/7/2023"], "entro il 1° luglio 2023"),
        (
            &["31/05/2023", "100%"],
            "nel 2023, con l’ultima scadenza il 31 maggio 2023",
        ),
        (&["100%", "permanente"], "nel 2023"),
        (&[], "nel 2023"),
    ] {
        let obiettivo = giudicata(con_attesi(attesi), Some(grado(100)));
        let attesa =
            format!("Il Comune voleva raggiungere questo obiettivo {quando}: fatto (100%).");
        assert_eq!(detta(&obiettivo), attesa);
    }
}

#[test]
fn months_of_steps_are_terms_too() {
    for (fasi, attesi, quando) in [
        (
            &[Some("gennaio-maggio"), Some("ottobre")][..],
            &[][..],
            "entro la fine di ottobre 2023",
        ),
        (
            &[Some("dicembre")],
            &["31/12/2023"],
            "entro il 31 dicembre 2023",
        ),
        (
            &[Some("dicembre")],
            &["31/10/2023"],
            "entro la fine di dicembre 2023",
        ),
        (
            &[Some("marzo"), None],
            &[],
            "nel 2023, con l’ultima scadenza alla fine di marzo 2023",
        ),
    ] {
        let obiettivo = Obiettivo {
            fasi: fasi.iter().map(|mesi| fase(*mesi)).collect(),
            ..con_attesi(attesi)
        };
        let obiettivo = giudicata(obiettivo, Some(grado(0)));
        let attesa =
            format!("Il Comune voleva raggiungere questo obiettivo {quando}: non fatto (0%).");
        assert_eq!(detta(&obiettivo), attesa);
    }
}

#[test]
fn a_day_without_year_is_of_the_card_if_that_has_one_year() {
    let attivita = Indicatore {
        tempistica: Some("31/12".to_owned()),
        ..Indicatore::nuovo("Che cosa")
    };
    let uno = Termine::Entro(Scadenza::Giorno(
        NaiveDate::from_ymd_opt(2026, 12, 31).unwrap_or_default(),
    ));
    let obiettivo = Obiettivo {
        indicatori: vec![attivita],
        ..scheda()
    };
    assert_eq!(termine(&obiettivo, Anni::uno(2026)), uno);
    let Ok(triennio) = crate::model::leggi_anni("2025-2027") else {
        unreachable!("three years")
    };
    assert_eq!(termine(&obiettivo, triennio), Termine::NegliAnni);
    assert_eq!(
        Termine::NegliAnni.in_parole(triennio, &italiano()),
        "negli anni 2025-2027"
    );
}

#[test]
fn every_judgement_has_its_words() {
    let punti = Valutazione::Punti {
        ottenuti: Decimal::from(18),
        massimo: Decimal::from(20),
    };
    for (valutazione, esito) in [
        (Some(grado(30)), "fatto in parte (30%)"),
        (Some(grado(110)), "fatto, più del previsto (110%)"),
        (Some(punti), "fatto in parte (18 punti su 20)"),
        (Some(Valutazione::Raggiunto), "fatto"),
        (Some(Valutazione::NonRaggiunto), "non fatto"),
        (
            Some(Valutazione::InParte),
            "fatto in parte; negli atti non c’è scritto quanto",
        ),
        (
            Some(Valutazione::Rinviato),
            "rinviato, perciò non ha parte nel risultato",
        ),
        (
            Some(Valutazione::NonValutabile),
            "non valutabile, perciò non ha parte nel risultato",
        ),
        (
            None,
            "non valutato; negli atti non c’è un grado di raggiungimento, e questo non equivale a zero",
        ),
    ] {
        let obiettivo = giudicata(scheda(), valutazione);
        let attesa = format!("Il Comune voleva raggiungere questo obiettivo nel 2023: {esito}.");
        assert_eq!(detta(&obiettivo), attesa);
    }
}

#[test]
fn a_band_is_said_beside_the_figure() {
    let obiettivo = giudicata(scheda(), Some(grado(95)));
    let mut ciclo = anno(&obiettivo);
    ciclo.regole.fasce = vec![Fascia {
        nome: "pienamente raggiunto".to_owned(),
        da: Percentuale::new(Decimal::from(90)),
        vale: Some(Percentuale::CENTO),
    }];
    let detta = apertura("Unione dei Colli", &obiettivo, &ciclo, &italiano());
    assert_eq!(
        detta,
        "L’Unione voleva raggiungere questo obiettivo nel 2023: fatto (95%, pienamente raggiunto: vale 100%)."
    );
}

#[test]
fn settore_by_settore() {
    let ambito = Ambito::Struttura;
    let mut obiettivo = Obiettivo::nuovo(codice("STR-01"), "Titolo", ambito, Conta::SenzaPeso);
    let mut ciclo = anno(&obiettivo);
    ciclo
        .settori
        .push(Settore::nuovo(codice("tecnico"), "Tecnico"));
    for (gradi, esito) in [
        (
            &[("tributi", 100), ("tecnico", 100)][..],
            "fatto in tutti i settori (100%)",
        ),
        (
            &[("tributi", 0), ("tecnico", 80)],
            "fatto in parte (secondo il settore, fra 0% e 80%)",
        ),
        (&[("tributi", 100)], "per ora valutato in 1 dei 2 settori"),
    ] {
        let gradi = gradi
            .iter()
            .map(|(nome, punti)| (codice(nome), grado(*punti)));
        obiettivo.risultato.esito = Esito::PerSettore(gradi.collect());
        let detta = apertura(
            "Città metropolitana di Prova",
            &obiettivo,
            &ciclo,
            &italiano(),
        );
        let attesa = format!(
            "La Città metropolitana voleva raggiungere questo obiettivo nel 2023: {esito}."
        );
        assert_eq!(detta, attesa);
    }
}

#[test]
fn what_is_only_planned_is_still_to_come() {
    let mut obiettivo = con_attesi(&["30/06/2023"]);
    obiettivo.legami.parte_di = Some(codice("TRI-00"));
    let ciclo = Ciclo {
        obiettivi: vec![obiettivo.clone()],
        ..Ciclo::nuovo(codice("2023"), Anni::uno(2023))
    };
    assert_eq!(
        apertura("Agenzia di Prova", &obiettivo, &ciclo, &italiano()),
        "L’ente vuole raggiungere questo obiettivo, parte di TRI-00, entro il 30 giugno 2023: i risultati non ci sono ancora."
    );
}
