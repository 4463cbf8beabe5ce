//! Days, months and years.

use chrono::{Datelike as _, NaiveDate};

use super::MESI_DELL_ANNO;
use crate::model::{Anni, Annualita};
use crate::parole::{Mesi, Parole, Testo};

/// The name of a month, from 1.
#[must_use]
pub fn mese(numero: u32, parole: &Parole) -> &str {
    let nome = nomi(parole).into_iter().nth(posto(numero));
    nome.unwrap_or_default()
}

/// The short name of a month, from 1, where room is short.
#[must_use]
pub fn mese_breve(numero: u32, parole: &Parole) -> &str {
    let nome = nomi_brevi(parole).into_iter().nth(posto(numero));
    nome.unwrap_or_default()
}

fn posto(numero: u32) -> usize {
    numero.saturating_sub(1) as usize
}

/// The names of the months, January first.
#[must_use]
pub fn nomi(parole: &Parole) -> [&str; MESI_DELL_ANNO] {
    in_ordine(&parole.mesi)
}

/// The short names of the months, January first.
#[must_use]
pub fn nomi_brevi(parole: &Parole) -> [&str; MESI_DELL_ANNO] {
    in_ordine(&parole.mesi_brevi)
}

fn in_ordine(mesi: &Mesi) -> [&str; MESI_DELL_ANNO] {
    [
        &mesi.gennaio,
        &mesi.febbraio,
        &mesi.marzo,
        &mesi.aprile,
        &mesi.maggio,
        &mesi.giugno,
        &mesi.luglio,
        &mesi.agosto,
        &mesi.settembre,
        &mesi.ottobre,
        &mesi.novembre,
        &mesi.dicembre,
    ]
    .map(Testo::as_str)
}

/// A date in words: `3 maggio 2024`, `1° maggio 2024`.
#[must_use]
pub fn data(giorno: NaiveDate, parole: &Parole) -> String {
    let detta = match giorno.day() {
        1 => &parole.date.primo_del_mese,
        _ => &parole.date.giorno,
    };
    detta.con(&[
        ("giorno", &giorno.day().to_string()),
        ("mese", mese(giorno.month(), parole)),
        ("anno", &giorno.year().to_string()),
    ])
}

/// Words with a day in the place `{data}`: those before a day that Italian says with a vowel, the 8th and the
/// 11th, may be others (`dall’8 maggio 2024`).
pub(crate) fn con_data(
    giorno: NaiveDate,
    parola: &Testo,
    con_apostrofo: &Testo,
    parole: &Parole,
) -> String {
    let detta = match giorno.day() {
        8 | 11 => con_apostrofo,
        _ => parola,
    };
    detta.con(&[("data", &data(giorno, parole))])
}

/// From a day on: `dal 3 maggio 2024`, `dall’8 maggio 2024`.
#[must_use]
pub fn dal(giorno: NaiveDate, parole: &Parole) -> String {
    let date = &parole.date;
    con_data(giorno, &date.dal, &date.dal_con_apostrofo, parole)
}

/// Until a day: `fino al 3 maggio 2024`, `fino all’8 maggio 2024`.
#[must_use]
pub fn fino_al(giorno: NaiveDate, parole: &Parole) -> String {
    let date = &parole.date;
    con_data(giorno, &date.fino_al, &date.fino_al_con_apostrofo, parole)
}

/// The months of a row of a cronoprogramma that have a mark: `da gennaio a maggio, dicembre`.
#[must_use]
pub fn mesi_segnati<T>(segni: &[Option<T>; MESI_DELL_ANNO], parole: &Parole) -> String {
    let nomi = nomi(parole);
    let nome = |posto: usize| nomi.get(posto).copied().unwrap_or_default();
    let segnato = |posto: usize| segni.get(posto).is_some_and(Option::is_some);
    let detti = tratti(segnato).into_iter().map(|(primo, ultimo)| {
        if (primo, ultimo) == (0, MESI_DELL_ANNO - 1) {
            parole.date.tutto_l_anno.to_string()
        } else if primo == ultimo {
            nome(primo).to_owned()
        } else {
            let estremi = [("primo", nome(primo)), ("ultimo", nome(ultimo))];
            parole.date.da_a.con(&estremi)
        }
    });
    detti.collect::<Vec<_>>().join(", ")
}

/// Months that follow each other, by the place of the first and the last, from 0.
pub(super) fn tratti(contiene: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut tratti: Vec<(usize, usize)> = Vec::new();
    let mut attiguo = false;
    for posto in 0..MESI_DELL_ANNO {
        let dentro = contiene(posto);
        match tratti.last_mut() {
            Some(tratto) if dentro && attiguo => tratto.1 = posto,
            _ if dentro => tratti.push((posto, posto)),
            _ => {}
        }
        attiguo = dentro;
    }
    tratti
}

/// The words for a plan of one year, or for one of several.
pub(crate) fn per_anni<'a>(anni: Anni, uno: &'a Testo, molti: &'a Testo) -> &'a Testo {
    if anni.quanti() == 1 { uno } else { molti }
}

fn con_anni(anni: Anni, uno: &Testo, molti: &Testo) -> String {
    per_anni(anni, uno, molti).con(&[("anni", &anni.to_string())])
}

/// The years of a plan under a word of their own: `Anno 2023`, `Anni 2025-2027`.
#[must_use]
pub fn anni(anni: Anni, parole: &Parole) -> String {
    con_anni(anni, &parole.date.anno, &parole.date.anni)
}

/// The same after other words: `anno 2023`, `anni 2025-2027`.
#[must_use]
pub fn anni_in_riga(anni: Anni, parole: &Parole) -> String {
    con_anni(anni, &parole.date.anno_in_riga, &parole.date.anni_in_riga)
}

/// When something was to be done: `nel 2023`, `negli anni 2025-2027`.
#[must_use]
pub fn negli_anni(anni: Anni, parole: &Parole) -> String {
    con_anni(anni, &parole.date.nell_anno, &parole.date.negli_anni)
}

/// Words for a plan of one year, or for one of several, with its years in the place `{anni}`.
pub(crate) fn secondo_gli_anni(anni: Anni, uno: &Testo, molti: &Testo) -> String {
    con_anni(anni, uno, molti)
}

/// Which year of an objective of several: `seconda annualità`.
#[must_use]
pub fn annualita(annualita: Annualita, parole: &Parole) -> String {
    let detta = match annualita.corrente() {
        1 => &parole.annualita.prima,
        2 => &parole.annualita.seconda,
        3 => &parole.annualita.terza,
        4 => &parole.annualita.quarta,
        5 => &parole.annualita.quinta,
        altra => return parole.annualita.altra.con(&[("n", &altra.to_string())]),
    };
    detta.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parole::italiano;

    #[test]
    fn dates_in_words() {
        let parole = italiano();
        for (giorno, detta) in [(3, "3 maggio 2024"), (1, "1° maggio 2024")] {
            let giorno = NaiveDate::from_ymd_opt(2024, 5, giorno);
            let letta = giorno.map(|giorno| data(giorno, &parole));
            assert_eq!(letta.as_deref(), Some(detta));
        }
    }

    #[test]
    fn the_article_goes_with_the_day() {
        let parole = italiano();
        for (giorno, detto) in [
            (1, "fino al 1° maggio 2025"),
            (8, "fino all’8 maggio 2025"),
            (18, "fino al 18 maggio 2025"),
        ] {
            let giorno = NaiveDate::from_ymd_opt(2025, 5, giorno);
            let letto = giorno.map(|giorno| fino_al(giorno, &parole));
            assert_eq!(letto.as_deref(), Some(detto));
        }
    }

    #[test]
    fn months_as_people_say_them() {
        let parole = italiano();
        for (segnati, detti) in [
            (vec![3], "marzo"),
            (vec![1, 2, 3, 4, 5, 12], "da gennaio a maggio, dicembre"),
            ((1..=12).collect(), "tutto l’anno"),
        ] {
            let segni = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
                .map(|mese| segnati.contains(&mese).then_some(()));
            assert_eq!(mesi_segnati(&segni, &parole), detti);
        }
    }
}
