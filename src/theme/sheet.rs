//! The paper and the white space around the text.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::look::Whole;
use super::reading::{Key, Placed, Reading, key, told};
use super::written::{FormatoScritto, LatiScritti};
use crate::check::aspetto::{FORMATI, GenereAspetto, Margini, Misura, Verso};
use crate::check::{Forma, Genere, Vocabolario};
use crate::layout::{Margins, Size};
use crate::source::form::Scritto;

/// The least width and height of the text, pt: below it long words no longer fit on a line.
const LEAST_TEXT: f64 = 240.0;

/// The paper and its margins, which must leave room for the text.
pub(super) fn sheet(reading: &mut Reading, whole: &Whole<'_>) -> Option<(Size, Margins)> {
    let paper = reading
        .written(whole, &key!(formato))
        .and_then(|formato| paper(reading, formato));
    let margins = reading.group(whole, "margini", &key!(margini))?;
    let (upright, sideways) = (Misura::MargineVerticale, Misura::MargineLaterale);
    let top = reading.measure(&margins, &key!(superiore), upright);
    let right = reading.measure(&margins, &key!(destro), sideways);
    let bottom = reading.measure(&margins, &key!(inferiore), upright);
    let left = reading.measure(&margins, &key!(sinistro), sideways);
    let (width, height) = paper?;
    if let (Some(left), Some(right)) = (&left, &right) {
        room(reading, Verso::Larghezza, &width, [left, right]);
    }
    if let (Some(top), Some(bottom)) = (&top, &bottom) {
        room(reading, Verso::Altezza, &height, [top, bottom]);
    }
    let page = Size {
        width: width.value,
        height: height.value,
    };
    let margins = Margins {
        top: top?.value,
        right: right?.value,
        bottom: bottom?.value,
        left: left?.value,
    };
    Some((page, margins))
}

/// Width and height of the paper.
fn paper(reading: &mut Reading, formato: &FormatoScritto) -> Option<(Placed<f64>, Placed<f64>)> {
    match formato {
        FormatoScritto::Nome(nome) => {
            let named = |(known, _): &&(&str, _)| nome.testo.eq_ignore_ascii_case(known);
            let Some((_, (width, height))) = FORMATI.iter().find(named) else {
                let scritto = nome.testo.clone();
                let vocabolario = Vocabolario::FormatoPagina;
                let genere = Genere::ParolaNonAmmessa {
                    scritto,
                    vocabolario,
                };
                reading.note(&nome.luogo, genere);
                return None;
            };
            let placed = |value| Placed {
                value,
                place: nome.luogo.clone(),
            };
            Some((placed(*width), placed(*height)))
        }
        FormatoScritto::Lati(lati) => {
            reading.empty_keys(lati);
            let width = side(reading, lati, &key!(larghezza));
            let height = side(reading, lati, &key!(altezza));
            Some((width?, height?))
        }
    }
}

/// A side of the paper. Sides come from one file: half a paper is none.
fn side(
    reading: &mut Reading,
    lati: &LatiScritti,
    key: &Key<LatiScritti, Scritto>,
) -> Option<Placed<f64>> {
    let Some(scritto) = (key.of)(lati) else {
        if !told(lati, key.name) {
            reading.missing(&lati.about.posto, key.name, Forma::FormatoPagina);
        }
        return None;
    };
    reading.measured(scritto, Misura::Lato)
}

/// Notes margins that leave no room for the text.
fn room(reading: &mut Reading, verso: Verso, side: &Placed<f64>, margins: [&Placed<f64>; 2]) {
    let [one, other] = margins;
    let sum = one.value + other.value;
    if side.value - sum >= LEAST_TEXT {
        return;
    }
    // The measure to change: of the file that counts most; there the larger margin, or the paper.
    let (larger, smaller) = if one.value < other.value {
        (other, one)
    } else {
        (one, other)
    };
    let mut places = [larger, smaller, side].map(|measure| measure.place.clone());
    places.sort_by_key(|place| Reverse(place.file));
    let [changed, altri @ ..] = places;
    let points = |value: f64| Decimal::try_from(value).unwrap_or_default();
    let margini = Margini {
        verso,
        foglio: points(side.value),
        insieme: points(sum),
        minimo: points(LEAST_TEXT),
        altri: altri.into(),
    };
    reading.aspetto(&changed, GenereAspetto::MarginiLarghi(margini));
}
