//! Whether addresses of cells can be ones: what reads them reckons with their numbers without looking, and a row
//! beyond four billion would become one of the first.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Letters of a column, digits of a row: `XFD1048576` is the last cell that there is.
const LETTERE: usize = 3;
const CIFRE: usize = 7;

/// Goes once through a part of a workbook. What is no XML ends it: whoever reads it next ends there too.
pub(super) fn giusti(parte: &[u8]) -> bool {
    let mut lettore = Reader::from_reader(parte);
    lettore.config_mut().check_end_names = false;
    let mut spazio = Vec::new();
    loop {
        match lettore.read_event_into(&mut spazio) {
            Ok(Event::Start(inizio) | Event::Empty(inizio)) if !suoi_giusti(&inizio) => {
                return false;
            }
            Ok(Event::Eof) | Err(_) => return true,
            Ok(_) => {}
        }
        spazio.clear();
    }
}

/// The addresses of an element that has some.
fn suoi_giusti(inizio: &BytesStart<'_>) -> bool {
    let nome = inizio.local_name();
    if !matches!(nome.as_ref(), "dimension" | "row" | "c" | "f") {
        return true;
    }
    let mut attributi = inizio.attributes();
    attributi.with_checks(false).flatten().all(|attributo| {
        let chiave: &str = attributo.key.as_ref();
        !matches!(chiave, "r" | "ref") || campo(attributo.value.as_ref()).is_some()
    })
}

/// A cell, a row, or a range that does not end before it begins.
fn campo(testo: &str) -> Option<()> {
    let Some((da, a)) = testo.split_once(':') else {
        return cella(testo).map(|_| ());
    };
    let ((colonna_da, riga_da), (colonna_a, riga_a)) = (cella(da)?, cella(a)?);
    (colonna_da <= colonna_a && riga_da <= riga_a).then_some(())
}

/// The column, 0 without one, and the row.
fn cella(testo: &str) -> Option<(u32, u32)> {
    let cifre = testo.find(|lettera: char| !lettera.is_ascii_alphabetic())?;
    let (lettere, cifre) = testo.split_at_checked(cifre)?;
    if lettere.len() > LETTERE || cifre.len() > CIFRE || !cifre.bytes().all(|c| c.is_ascii_digit())
    {
        return None;
    }
    let colonna = lettere.bytes().fold(0, |colonna, lettera| {
        colonna * 26 + u32::from(lettera.to_ascii_uppercase() - b'A') + 1
    });
    Some((colonna, cifre.parse().ok()?))
}
