//! How figures and dates are said in Italian, in pages and PDFs alike.
//!
//! This module owns spelling: decimal comma, *3 maggio 2024*, *seconda annualità*. It never decides
//! what is said.

mod giudizi;

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::document::glossary::Glossary;
use crate::model::{
    Anni, Annualita, Atto, Ente, GenereCambio, MESI, Mesi, Modifica, Numerazione, Percentuale,
    Pesi, RegolaPesi, Regole, Valutazione,
};
use crate::score::{Misura, Scarto};

pub use giudizi::{al_giorno, giudizio, vicenda};

/// A number with decimal comma, at most two decimals (half up), thousands with a dot: `1.249,5`.
#[must_use]
pub fn numero(valore: Decimal) -> String {
    let arrotondato = valore
        .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
        .normalize();
    let scritto = arrotondato.abs().to_string();
    let (intero, decimali) = match scritto.split_once('.') {
        Some((intero, decimali)) => (intero, Some(decimali)),
        None => (scritto.as_str(), None),
    };
    let mut testo = String::new();
    if arrotondato.is_sign_negative() && !arrotondato.is_zero() {
        testo.push('-');
    }
    for (posto, cifra) in intero.chars().enumerate() {
        if posto > 0 && (intero.len() - posto) % 3 == 0 {
            testo.push('.');
        }
        testo.push(cifra);
    }
    if let Some(decimali) = decimali {
        testo.push(',');
        testo.push_str(decimali);
    }
    testo
}

/// A percentage: `98,75%`.
#[must_use]
pub fn percentuale(valore: Percentuale) -> String {
    format!("{}%", numero(valore.punti()))
}

/// What stands where a grade is missing; never `0%`.
pub const NON_VALUTATO: &str = "non valutato";

/// A date in words: `3 maggio 2024`, `1° maggio 2024`.
#[must_use]
pub fn data(giorno: NaiveDate) -> String {
    let mese = MESI
        .get(giorno.month0() as usize)
        .copied()
        .unwrap_or_default();
    let ordinale = if giorno.day() == 1 { "°" } else { "" };
    format!("{}{ordinale} {mese} {}", giorno.day(), giorno.year())
}

/// Months as people say them: `da gennaio a maggio, dicembre`; with the year where it is not `anno`:
/// `marzo 2023`.
#[must_use]
pub fn mesi(mesi: &Mesi, anno: i32) -> String {
    let parti: Vec<String> = mesi
        .anni()
        .into_iter()
        .map(|suo| {
            let detti = tratti(|mese| mesi.contiene(suo, mese));
            if suo == anno {
                detti
            } else {
                format!("{detti} {suo}")
            }
        })
        .collect();
    parti.join(", ")
}

/// The months of a row of a cronoprogramma that have a mark.
#[must_use]
pub fn mesi_segnati<T>(segni: &[Option<T>; 12]) -> String {
    tratti(|mese| {
        let segno = segni.get(usize::from(mese) - 1);
        segno.is_some_and(Option::is_some)
    })
}

fn tratti(contiene: impl Fn(u8) -> bool) -> String {
    let mut tratti: Vec<(&str, &str)> = Vec::new();
    let mut attiguo = false;
    for (numero, nome) in (1_u8..).zip(MESI) {
        let dentro = contiene(numero);
        match tratti.last_mut() {
            Some(tratto) if dentro && attiguo => tratto.1 = nome,
            _ if dentro => tratti.push((nome, nome)),
            _ => {}
        }
        attiguo = dentro;
    }
    let parole: Vec<String> = tratti
        .into_iter()
        .map(|(primo, ultimo)| match (primo, ultimo) {
            ("gennaio", "dicembre") => "tutto l’anno".to_owned(),
            _ if primo == ultimo => primo.to_owned(),
            _ => format!("da {primo} a {ultimo}"),
        })
        .collect();
    parole.join(", ")
}

/// The years of a plan under a word of their own: `Anno 2023`, `Anni 2025-2027`.
#[must_use]
pub fn anni(anni: Anni) -> String {
    if anni.quanti() == 1 {
        format!("Anno {anni}")
    } else {
        format!("Anni {anni}")
    }
}

/// The years of a plan inside a sentence: `dell’anno 2023`, `degli anni 2025-2027`.
#[must_use]
pub fn degli_anni(anni: Anni) -> String {
    if anni.quanti() == 1 {
        format!("dell’anno {anni}")
    } else {
        format!("degli anni {anni}")
    }
}

/// A weight out of its total, as the acts write it: `15/100`; where weights sum to anything, alone.
#[must_use]
pub fn peso(peso: Decimal, pesi: Pesi) -> String {
    match pesi.regola {
        RegolaPesi::Somma => format!("{}/{}", numero(peso), numero(pesi.totale)),
        RegolaPesi::Riproporzionati => numero(peso),
    }
}

/// A judgement: `95%`, `18 punti su 20`, `non raggiunto`; *non valutato* where there is none.
#[must_use]
pub fn valutazione(valutazione: Option<Valutazione>) -> String {
    match valutazione {
        None => NON_VALUTATO.to_owned(),
        Some(Valutazione::Grado(grado)) => percentuale(grado),
        Some(Valutazione::Punti { ottenuti, massimo }) => {
            format!("{} punti su {}", numero(ottenuti), numero(massimo))
        }
        Some(Valutazione::Raggiunto) => "raggiunto".to_owned(),
        Some(Valutazione::InParte) => "parzialmente raggiunto".to_owned(),
        Some(Valutazione::NonRaggiunto) => "non raggiunto".to_owned(),
        Some(Valutazione::NonValutabile) => "non valutabile".to_owned(),
        Some(Valutazione::Rinviato) => "rinviato".to_owned(),
    }
}

/// A mean with what it rests on: `98,75% (su 4 indicatori)`.
#[must_use]
pub fn misura(misura: Misura) -> String {
    format!(
        "{} (su {})",
        percentuale(misura.valore),
        quanti(misura.indicatori, "indicatore", "indicatori")
    )
}

/// The difference between result and target: `-5 punti`, `+2 giorni`, `nessuno`.
#[must_use]
pub fn scarto(scarto: &Scarto) -> String {
    let (quanto, unita) = match scarto {
        Scarto::Punti(punti) if punti.abs() == Decimal::ONE => (*punti, "punto"),
        Scarto::Punti(punti) => (*punti, "punti"),
        Scarto::Numero(numero) => (*numero, ""),
        Scarto::Quantita(numero, unita) => (*numero, unita.as_str()),
        Scarto::Giorni(giorni @ (1 | -1)) => (Decimal::from(*giorni), "giorno"),
        Scarto::Giorni(giorni) => (Decimal::from(*giorni), "giorni"),
    };
    if quanto.is_zero() {
        return "nessuno".to_owned();
    }
    let segno = if quanto.is_sign_positive() { "+" } else { "" };
    format!("{segno}{} {unita}", numero(quanto))
        .trim_end()
        .to_owned()
}

/// How many of something: `1 indicatore`, `4 indicatori`.
#[must_use]
pub fn quanti(numero: usize, uno: &str, molti: &str) -> String {
    format!("{numero} {}", if numero == 1 { uno } else { molti })
}

/// A text that begins with a capital letter.
#[must_use]
pub fn iniziale_maiuscola(testo: &str) -> String {
    let mut caratteri = testo.chars();
    caratteri.next().map_or_else(String::new, |prima| {
        prima.to_uppercase().chain(caratteri).collect()
    })
}

/// A text that ends like a sentence.
#[must_use]
pub fn frase(testo: &str) -> String {
    let testo = testo.trim_end();
    if testo.ends_with(['.', '!', '?', ':']) {
        testo.to_owned()
    } else {
        format!("{testo}.")
    }
}

/// An act as acts quote each other: `G.C. n. 48 del 3 maggio 2024`.
#[must_use]
pub fn atto(atto: &Atto) -> String {
    match &atto.numerazione {
        Numerazione::Adottato {
            numero,
            data: giorno,
        } => {
            format!("{} n.\u{a0}{numero} del {}", atto.sigla, data(*giorno))
        }
        Numerazione::DaAdottare => format!("{}, numero e data da indicare", atto.sigla),
    }
}

/// An act without its day, as short as it can be named: `G.C. n. 48`.
#[must_use]
pub fn atto_breve(atto: &Atto) -> String {
    match &atto.numerazione {
        Numerazione::Adottato { numero, .. } => format!("{} n.\u{a0}{numero}", atto.sigla),
        Numerazione::DaAdottare => atto.sigla.clone(),
    }
}

/// An act with the organ in full: `G.C. n. 100 del 18 ottobre 2022 (Giunta comunale)`.
#[must_use]
pub fn atto_intero(atto: &Atto) -> String {
    format!("{} ({})", self::atto(atto), atto.organo)
}

/// What else there is to say of the sitting that adopted a change, sentence by sentence.
#[must_use]
pub fn seduta(modifica: &Modifica) -> Vec<String> {
    let seduta = &modifica.seduta;
    let mut frasi = Vec::new();
    frasi.extend(
        seduta
            .ora
            .as_ref()
            .map(|ora| format!("La seduta è cominciata alle ore {ora}.")),
    );
    frasi.extend(
        seduta
            .presidente
            .as_ref()
            .map(|chi| format!("Presidente della seduta: {chi}.")),
    );
    frasi.extend(
        seduta
            .segretario
            .as_ref()
            .map(|chi| format!("Segretario della seduta: {chi}.")),
    );
    frasi.extend(
        seduta
            .pubblicata
            .map(|giorno| format!("L’atto è pubblicato dal {}.", data(giorno))),
    );
    frasi.extend(
        seduta
            .esecutiva
            .map(|giorno| format!("L’atto è esecutivo dal {}.", data(giorno))),
    );
    if !seduta.richiami.is_empty() {
        frasi.push(format!("Atti richiamati: {}.", seduta.richiami.join("; ")));
    }
    frasi
}

/// What an act does to the plan, counted: `11 obiettivi modificati, 1 eliminato e 1 inserito`.
#[must_use]
pub fn quanti_cambi(modifica: &Modifica) -> String {
    let parole = [
        (GenereCambio::Modificato, "modificato", "modificati"),
        (GenereCambio::Eliminato, "eliminato", "eliminati"),
        (GenereCambio::Inserito, "inserito", "inseriti"),
    ];
    let mut parti: Vec<String> = Vec::new();
    for (genere, uno, molti) in parole {
        let cambi = modifica.cambi.iter();
        let numero = cambi.filter(|cambio| cambio.genere() == genere).count();
        if numero == 0 {
            continue;
        }
        let nome = match (parti.is_empty(), numero) {
            (false, _) => "",
            (true, 1) => "obiettivo ",
            (true, _) => "obiettivi ",
        };
        let parola = if numero == 1 { uno } else { molti };
        parti.push(format!("{numero}\u{a0}{nome}{parola}"));
    }
    match parti.as_slice() {
        [] => "Nessun obiettivo cambia".to_owned(),
        [prime @ .., ultima] if !prime.is_empty() => format!("{} e {ultima}", prime.join(", ")),
        [sola, ..] => sola.clone(),
    }
}

/// The bands that grades fall into: `raggiunto da 90%, parziale da 60% (vale 75%)`; nothing where
/// there are none.
#[must_use]
pub fn fasce(regole: &Regole) -> Option<String> {
    let fasce = regole.fasce.iter().map(|fascia| {
        let vale = fascia.vale;
        let vale = vale.map_or_else(String::new, |vale| format!(" (vale {})", percentuale(vale)));
        format!("{} da {}{vale}", fascia.nome, percentuale(fascia.da))
    });
    let fasce: Vec<String> = fasce.collect();
    (!fasce.is_empty()).then(|| fasce.join("; "))
}

/// The words that pages and documents of an ente mark wherever they stand: short forms, and words of other languages.
#[must_use]
pub fn glossario(ente: &Ente) -> Glossary {
    fn voci(voci: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
        voci.iter()
            .map(|(parola, detto)| (parola.as_str(), detto.as_str()))
    }
    Glossary::new(voci(&ente.abbreviazioni), voci(&ente.parole_straniere))
}

/// A size as people say it: `84 kB`, `1,2 MB`.
#[must_use]
pub fn dimensione(byte: u64) -> String {
    let (unita, nome) = match byte {
        0..1_000 => return format!("{byte}\u{a0}byte"),
        1_000..1_000_000 => (1_000, "kB"),
        _ => (1_000_000, "MB"),
    };
    let decimi = Decimal::from((byte * 10 + unita / 2) / unita) / Decimal::TEN;
    let cifre = if decimi >= Decimal::TEN {
        decimi.round_dp(0)
    } else {
        decimi
    };
    format!("{}\u{a0}{nome}", numero(cifre))
}

/// Which year of an objective of several: `seconda annualità`.
#[must_use]
pub fn annualita(annualita: Annualita) -> String {
    match annualita.corrente() {
        1 => "prima annualità".to_owned(),
        2 => "seconda annualità".to_owned(),
        3 => "terza annualità".to_owned(),
        4 => "quarta annualità".to_owned(),
        5 => "quinta annualità".to_owned(),
        altra => format!("{altra}ª annualità"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_once_half_up() {
        for (valore, scritto) in [
            (Decimal::new(9875, 2), "98,75"),
            (Decimal::from(83), "83"),
            (Decimal::new(9950, 2), "99,5"),
            (Decimal::new(66_666_666, 6), "66,67"),
            (Decimal::new(5, 3), "0,01"),
            (Decimal::new(-5, 3), "-0,01"),
            (Decimal::new(-1, 3), "0"),
            (Decimal::new(124_926_882, 2), "1.249.268,82"),
        ] {
            assert_eq!(numero(valore), scritto);
        }
    }

    #[test]
    fn sizes_as_people_say_them() {
        for (byte, scritto) in [
            (0, "0 byte"),
            (1_234, "1,2 kB"),
            (84_000, "84 kB"),
            (1_250_000, "1,3 MB"),
        ] {
            assert_eq!(dimensione(byte).replace('\u{a0}', " "), scritto);
        }
    }

    #[test]
    fn months_as_people_say_them() {
        for (scritti, detti) in [
            ("marzo", "marzo"),
            ("gen-mag, dic", "da gennaio a maggio, dicembre"),
            ("gennaio-dicembre", "tutto l’anno"),
        ] {
            assert_eq!(
                crate::model::leggi_mesi(scritti, 2023)
                    .map(|letti| mesi(&letti, 2023))
                    .as_deref(),
                Ok(detti)
            );
        }
        assert_eq!(
            crate::model::leggi_mesi("novembre 2022-febbraio 2023", 2022)
                .map(|letti| mesi(&letti, 2022))
                .as_deref(),
            Ok("da novembre a dicembre, da gennaio a febbraio 2023")
        );
    }

    #[test]
    fn differences_have_a_sign() {
        for (scarto, detto) in [
            (Scarto::Punti(Decimal::from(-5)), "-5 punti"),
            (Scarto::Numero(Decimal::from(3)), "+3"),
            (Scarto::Giorni(1), "+1 giorno"),
            (Scarto::Giorni(0), "nessuno"),
        ] {
            assert_eq!(super::scarto(&scarto), detto);
        }
    }

    #[test]
    fn dates_in_words() {
        assert_eq!(
            NaiveDate::from_ymd_opt(2024, 5, 3).map(data).as_deref(),
            Some("3 maggio 2024")
        );
        assert_eq!(
            NaiveDate::from_ymd_opt(2024, 5, 1).map(data).as_deref(),
            Some("1° maggio 2024")
        );
    }
}
