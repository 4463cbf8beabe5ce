//! What of a person should not be published.

use std::ops::Range;

use super::{GenereContenuto, Trovato};

/// Letters and digits of a tax code.
const CODICE_FISCALE: usize = 16;
/// Letters and digits of an Italian IBAN.
const IBAN: usize = 27;
/// Digits of a mobile phone, without the country's.
const CELLULARE: usize = 10;

/// Beginnings of words that tell health or need.
const SENSIBILI: [&str; 12] = [
    "disabil",
    "invalid",
    "isee",
    "patologi",
    "malatti",
    "handicap",
    "tossicodipenden",
    "gravidanz",
    "indigen",
    "psichiatric",
    "legge 104",
    "l. 104",
];
/// Before the name of a person.
const TITOLI: [&str; 8] = [
    "sig. ",
    "sig.ra ",
    "sigg. ",
    "signor ",
    "signora ",
    "famiglia ",
    "minore ",
    "sig.na ",
];

pub(super) fn check(testo: &str) -> Vec<Trovato> {
    let mut trovati = Vec::new();
    for parola in parole(testo) {
        let Some(scritto) = testo.get(parola.clone()) else {
            continue;
        };
        if is_codice_fiscale(scritto) {
            let scritto = scritto.to_owned();
            trovati.push((parola, GenereContenuto::CodiceFiscale { scritto }));
        } else if let Some(iban) = iban(testo, parola.start) {
            let scritto = testo.get(iban.clone()).unwrap_or_default().to_owned();
            trovati.push((iban, GenereContenuto::Iban { scritto }));
        } else if let Some(numero) = cellulare(testo, parola.start) {
            let scritto = testo.get(numero.clone()).unwrap_or_default().to_owned();
            trovati.push((numero, GenereContenuto::Cellulare { scritto }));
        }
    }
    trovati.extend(sensibili(testo));
    trovati
}

/// Runs of letters and digits.
fn parole(testo: &str) -> Vec<Range<usize>> {
    let mut parole: Vec<Range<usize>> = Vec::new();
    for (at, carattere) in testo.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let end = at + carattere.len_utf8();
        match parole.last_mut() {
            Some(ultima) if ultima.end == at => ultima.end = end,
            _ => parole.push(at..end),
        }
    }
    parole
}

/// Whether a word is a tax code whose check letter holds (DM 23 December 1976).
fn is_codice_fiscale(parola: &str) -> bool {
    let form = "LLLLLLDDLDDLDDDL";
    parola.len() == CODICE_FISCALE
        && parola
            .bytes()
            .zip(form.bytes())
            .all(|(byte, kind)| match kind {
                b'L' => byte.is_ascii_alphabetic(),
                _ => byte.is_ascii_digit(),
            })
        && check_letter(parola) == parola.chars().next_back().map(|c| c.to_ascii_uppercase())
}

fn check_letter(codice: &str) -> Option<char> {
    const ODD: [u32; 26] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24,
        23,
    ];
    let mut sum = 0;
    for (index, c) in codice.chars().take(CODICE_FISCALE - 1).enumerate() {
        let value = c.to_digit(36)?;
        // Digits and letters count from zero, each on its own.
        let value = if value >= 10 { value - 10 } else { value };
        sum += match index % 2 {
            0 => *ODD.get(usize::try_from(value).ok()?)?,
            _ => value,
        };
    }
    char::from_u32(u32::from('A') + sum % 26)
}

/// An Italian IBAN that starts at a byte, alone or in groups, with check digits that hold (ISO 7064).
fn iban(testo: &str, start: usize) -> Option<Range<usize>> {
    let rest = testo.get(start..)?;
    if !rest.get(..2)?.eq_ignore_ascii_case("it") {
        return None;
    }
    let (codice, end) = gather(rest, IBAN, |c| c.is_ascii_alphanumeric(), &[' '])?;
    let (country, account) = codice.split_at_checked(4)?;
    let remainder = account
        .chars()
        .chain(country.chars())
        .try_fold(0, |rest, c| {
            let value = c.to_digit(36)?;
            Some(if value < 10 {
                (rest * 10 + value) % 97
            } else {
                (rest * 100 + value) % 97
            })
        });
    (remainder == Some(1)).then_some(start..start + end)
}

/// A mobile phone that starts at a byte: *333 1234567*, with or without *+39*.
fn cellulare(testo: &str, start: usize) -> Option<Range<usize>> {
    let rest = testo.get(start..)?;
    let three = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count() >= 3;
    if !rest.starts_with('3') || !three(rest) {
        return None;
    }
    let before = testo.get(..start)?.chars().next_back();
    let within_a_number = matches!(before, Some('.' | ',' | '/' | '-'));
    let (numero, end) = gather(
        rest,
        CELLULARE,
        |c| c.is_ascii_digit(),
        &[' ', '.', '-', '/'],
    )?;
    let mut after = rest.get(end..)?.chars();
    let goes_on = match after.next() {
        // A comma is of the sentence, unless decimals follow.
        Some(',') => after.next().is_some_and(char::is_numeric),
        next => next.is_some_and(char::is_alphanumeric),
    };
    // The prefixes in use are 32x to 39x.
    let prefix = numero
        .chars()
        .nth(1)
        .is_some_and(|second| ('2'..='9').contains(&second));
    (prefix && !within_a_number && !goes_on).then_some(start..start + end)
}

/// So many characters from the beginning of a text, single separators between them left out; where they end.
fn gather(
    text: &str,
    count: usize,
    wanted: impl Fn(char) -> bool,
    separators: &[char],
) -> Option<(String, usize)> {
    let mut gathered = String::new();
    let mut separated = true;
    for (at, c) in text.char_indices() {
        if wanted(c) {
            gathered.push(c);
            separated = false;
            if gathered.len() == count {
                return Some((gathered, at + c.len_utf8()));
            }
        } else if separated || !separators.contains(&c) {
            return None;
        } else {
            separated = true;
        }
    }
    None
}

/// Sentences that tell health or need and name a person.
fn sensibili(testo: &str) -> Vec<Trovato> {
    let mut trovati = Vec::new();
    for (inizio, frase) in super::chiarezza::frasi(testo) {
        let piccolo = frase.to_lowercase();
        // Where small letters take more room than capitals places would not agree.
        if piccolo.len() != frase.len() {
            continue;
        }
        let Some(parola) = SENSIBILI
            .iter()
            .find_map(|inizio| da_capo(&piccolo, inizio))
        else {
            continue;
        };
        if let Some(persona) = persona(frase, &piccolo) {
            let scritti =
                |range: &Range<usize>| frase.get(range.clone()).unwrap_or_default().to_owned();
            let genere = GenereContenuto::DatoSensibile {
                parola: scritti(&parola),
                persona: scritti(&persona),
            };
            trovati.push((inizio + persona.start..inizio + persona.end, genere));
        }
    }
    trovati
}

/// A word that begins so.
fn da_capo(frase: &str, inizio: &str) -> Option<Range<usize>> {
    let mut starts = frase.match_indices(inizio).map(|(at, _)| at);
    let at = starts.find(|at| {
        let before = frase
            .get(..*at)
            .and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric())
    })?;
    let rest = frase.get(at + inizio.len()..).unwrap_or_default();
    let more = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    Some(at..at + inizio.len() + more)
}

/// A title with a name that begins with a capital.
fn persona(frase: &str, piccolo: &str) -> Option<Range<usize>> {
    TITOLI.iter().find_map(|titolo| {
        let at = piccolo.find(titolo)?;
        let nome = frase.get(at + titolo.len()..)?;
        nome.starts_with(char::is_uppercase).then(|| {
            let fine = nome
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(nome.len());
            at..at + titolo.len() + fine
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codici(testo: &str) -> Vec<&'static str> {
        check(testo)
            .iter()
            .map(|(_, genere)| genere.codice())
            .collect()
    }

    #[test]
    fn codes_are_told_when_their_check_holds() {
        assert_eq!(codici("c.f. XXXYYY00A01Z999P."), ["G140"]);
        assert!(codici("c.f. XXXYYY00A01Z999Q.").is_empty());
        assert!(codici("OBIETTIVO2023ABC").is_empty());
        assert_eq!(codici("IBAN IT60 X054 2811 1010 0000 0123 456"), ["G141"]);
        assert_eq!(codici("IT60X0542811101000000123456"), ["G141"]);
        assert!(codici("IT61X0542811101000000123456").is_empty());
    }

    #[test]
    fn mobile_phones_are_told_and_sums_are_not() {
        assert_eq!(codici("chiamare il 333 1234567"), ["G142"]);
        assert_eq!(codici("tel. +39 347.123.4567."), ["G142"]);
        for niente in [
            "spesa di 3.250.000.000 euro",
            "3200000000,00 euro",
            "CUP 3331234567A",
            "31/12/2023 345",
            "0125 3331234",
        ] {
            assert!(codici(niente).is_empty(), "{niente}");
        }
    }

    #[test]
    fn health_beside_a_person_is_told_and_services_are_not() {
        assert_eq!(codici("Contributo al sig. Rossi per invalidità."), ["G143"]);
        assert!(codici("Contributi alle persone con disabilità secondo l’ISEE.").is_empty());
        assert!(codici("Il sig. Rossi firma. Servizi per disabili.").is_empty());
    }
}
