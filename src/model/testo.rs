//! Texts of several lines as a person lays them out: paragraphs, and lists of items.
//!
//! They are no Markdown: nothing but the beginning of a line means anything.

/// A piece of a text: a paragraph or an item of a list. Items that follow each other are one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brano {
    /// What it is.
    pub genere: GenereBrano,
    /// Its words on one line, without the mark of the item.
    pub testo: String,
}

/// What a piece of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GenereBrano {
    /// A paragraph.
    Capoverso,
    /// An item with a dash or a bullet.
    Punto,
    /// An item with its number, from 1 on.
    Numero,
}

/// What an item without number begins with.
const PUNTI: [char; 6] = ['-', '–', '—', '•', '·', '*'];

/// The pieces of a text. An empty line parts paragraphs; `- ` or `1. ` at the beginning of a line begin an
/// item, where no sentence is open: *dal 2023 / - 2024* is none.
#[must_use]
pub fn brani(testo: &str) -> Vec<Brano> {
    let mut brani: Vec<Brano> = Vec::new();
    let mut aperto = false;
    let mut numero = 0;
    for riga in testo.lines() {
        if riga.trim().is_empty() {
            aperto = false;
            continue;
        }
        let ultimo = brani.last().filter(|_| aperto);
        let puo_cominciare = ultimo.is_none_or(|ultimo| {
            ultimo.genere != GenereBrano::Capoverso || ultimo.testo.ends_with([':', ';', '.'])
        });
        let voce = voce(riga, numero + 1).filter(|_| puo_cominciare);
        if let Some((genere, parole)) = voce {
            numero = match genere {
                GenereBrano::Numero => numero + 1,
                GenereBrano::Punto | GenereBrano::Capoverso => 0,
            };
            brani.push(brano(genere, parole));
        } else if let Some(ultimo) = brani.last_mut().filter(|_| aperto) {
            ultimo.testo.push(' ');
            ultimo.testo.push_str(&su_una_riga(riga));
        } else {
            numero = 0;
            brani.push(brano(GenereBrano::Capoverso, riga));
        }
        aperto = true;
    }
    brani
}

/// The paragraphs of a text; an empty line parts them, and the marks of items stay.
#[must_use]
pub fn paragrafi(testo: &str) -> Vec<String> {
    let righe: Vec<&str> = testo.lines().collect();
    righe
        .split(|riga| riga.trim().is_empty())
        .filter(|righe| !righe.is_empty())
        .map(|righe| su_una_riga(&righe.join(" ")))
        .collect()
}

fn brano(genere: GenereBrano, testo: &str) -> Brano {
    Brano {
        genere,
        testo: su_una_riga(testo),
    }
}

fn su_una_riga(testo: &str) -> String {
    testo.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of an item that a line begins: with a mark, or with the number that is due.
fn voce(riga: &str, numero: usize) -> Option<(GenereBrano, &str)> {
    let (segno, parole) = riga.trim_start().split_once(char::is_whitespace)?;
    if parole.trim().is_empty() {
        return None;
    }
    let cifre = segno.strip_suffix(['.', ')']);
    if cifre.and_then(|cifre| cifre.parse().ok()) == Some(numero) {
        return Some((GenereBrano::Numero, parole));
    }
    let punto = segno.chars().count() == 1 && segno.starts_with(PUNTI);
    punto.then_some((GenereBrano::Punto, parole))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn detti(testo: &str) -> Vec<(GenereBrano, String)> {
        let brani = brani(testo).into_iter();
        brani.map(|brano| (brano.genere, brano.testo)).collect()
    }

    fn capoverso(testo: &str) -> (GenereBrano, String) {
        (GenereBrano::Capoverso, testo.to_owned())
    }

    fn punto(testo: &str) -> (GenereBrano, String) {
        (GenereBrano::Punto, testo.to_owned())
    }

    fn numero(testo: &str) -> (GenereBrano, String) {
        (GenereBrano::Numero, testo.to_owned())
    }

    #[test]
    fn an_empty_line_parts_paragraphs() {
        assert_eq!(paragrafi("uno\ndue\n\n \ntre "), ["uno due", "tre"]);
        assert_eq!(paragrafi(" \n"), Vec::<String>::new());
        assert_eq!(
            detti("uno\ndue\n\n \ntre "),
            [capoverso("uno due"), capoverso("tre")]
        );
        assert_eq!(detti(" \n"), []);
    }

    #[test]
    fn lists_are_told_as_they_are_typed() {
        assert_eq!(
            detti("Si farà:\n- l'anagrafe\n  di notte;\n• lo stato civile\nche manca.\n\nFine."),
            [
                capoverso("Si farà:"),
                punto("l'anagrafe di notte;"),
                punto("lo stato civile che manca."),
                capoverso("Fine."),
            ]
        );
        assert_eq!(
            detti("1. primo\n2) secondo\n\n3. terzo\n\nAltro:\n1. di nuovo"),
            [
                numero("primo"),
                numero("secondo"),
                numero("terzo"),
                capoverso("Altro:"),
                numero("di nuovo"),
            ]
        );
    }

    #[test]
    fn what_only_looks_like_a_list_stays_text() {
        for testo in [
            "nel periodo 2023\n- 2024 si faranno i lavori",
            "entro il\n31. dicembre",
            "-5 gradi",
            "2. senza il primo",
            "-",
            "a * b",
        ] {
            let uno = testo.replace('\n', " ");
            assert_eq!(detti(testo), [capoverso(&uno)], "{testo}");
        }
    }

    proptest! {
        #[test]
        fn no_word_is_lost(testo in "[a-z0-9 .:;)\\-•\\n]{0,80}") {
            let lettere = |testo: &str| testo.chars().filter(char::is_ascii_lowercase).collect::<String>();
            let detto: String = brani(&testo).into_iter().map(|brano| brano.testo).collect();
            prop_assert_eq!(lettere(&detto), lettere(&testo));
        }
    }
}
