//! Whether texts stand out from their grounds, as WCAG 2.1 measures it (1.4.3, level AA).
//!
//! Large letters may do with less by that rule; here they may not, so that one number holds for all.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::reading::{ColourName, Palette, Placed, Reading};
use super::value::hexadecimal;
use crate::check::aspetto::{Contrasto, GenereAspetto, Tinta};
use crate::layout::Colour;
use crate::model::Colore;
use crate::source::{FileId, Place};

/// The least contrast of a text.
const LEAST: f64 = 4.5;
const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);
const BLACK: Colour = Colour(0x00, 0x00, 0x00);

/// The word that says draft, behind the text of every page.
const STAMP: ColourName = ("colori", "bozza");
const HEADER: ColourName = ("tabella", "fondo_intestazione");
const TOTALS: ColourName = ("tabella", "fondo_totali");
const PREFORMATTED: ColourName = ("colori", "fondo");

/// Every colour of a text, with the grounds that it may stand on besides the paper and [`STAMP`].
/// The colour of the first heading is also the ground of a white label: the same contrast.
const TEXTS: [(ColourName, &[ColourName]); 14] = [
    (("testo", "colore"), &[PREFORMATTED]),
    (("sommario", "colore"), &[]),
    // Small print and links stand in paragraphs and in cells.
    (("nota", "colore"), &[HEADER, TOTALS]),
    (("testatina", "colore"), &[]),
    (("didascalia", "colore"), &[]),
    (("titoli.livello_1", "colore"), &[]),
    (("titoli.livello_2", "colore"), &[]),
    (("titoli.livello_3", "colore"), &[]),
    (("titoli.livello_4", "colore"), &[]),
    (("titoli.livello_5", "colore"), &[]),
    (("titoli.livello_6", "colore"), &[]),
    (("tabella", "colore"), &[HEADER, TOTALS]),
    (("tabella", "colore_intestazione"), &[HEADER, TOTALS]),
    (("colori", "accento"), &[HEADER, TOTALS]),
];

/// A text on a ground; without a name it is the paper.
struct Pair<'a> {
    text: (ColourName, &'a Placed<Colour>),
    ground: Option<(ColourName, &'a Placed<Colour>)>,
}

impl<'a> Pair<'a> {
    fn ground_colour(&self) -> Colour {
        self.ground.map_or(WHITE, |(_, ground)| ground.value)
    }

    fn ratio(&self) -> f64 {
        ratio(self.text.1.value, self.ground_colour())
    }

    /// The one that the file that counts most says, which is to be changed; and the other.
    fn changed_and_other(&self) -> (&'a Placed<Colour>, Option<&'a Placed<Colour>>) {
        let text = self.text.1;
        match self.ground {
            Some((_, ground)) if ground.place.file > text.place.file => (ground, Some(text)),
            Some((_, ground)) => (text, Some(ground)),
            None => (text, None),
        }
    }

    fn changed(&self) -> &'a Place {
        &self.changed_and_other().0.place
    }
}

/// Notes every colour that is too near another, once, with the first that it is too near to.
pub(super) fn check(reading: &mut Reading) {
    let palette = std::mem::take(&mut reading.palette);
    let pairs = pairs(&palette);
    let mut first: BTreeMap<(FileId, usize), &Pair<'_>> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| pair.ratio() < LEAST) {
        let place = pair.changed();
        first.entry((place.file, place.span.start)).or_insert(pair);
    }
    for pair in first.into_values() {
        let contrasto = told(pair, &pairs);
        reading.aspetto(pair.changed(), GenereAspetto::ContrastoBasso(contrasto));
    }
}

/// Every text on every ground that it may stand on; the paper comes first.
fn pairs(palette: &Palette) -> Vec<Pair<'_>> {
    let mut pairs = Vec::new();
    for (name, grounds) in TEXTS {
        let Some(text) = palette.get(&name) else {
            continue;
        };
        let text = (name, text);
        pairs.push(Pair { text, ground: None });
        for name in [STAMP].iter().chain(grounds) {
            let ground = palette.get(name).map(|ground| (*name, ground));
            if ground.is_some() {
                pairs.push(Pair { text, ground });
            }
        }
    }
    pairs
}

fn told(pair: &Pair<'_>, pairs: &[Pair<'_>]) -> Contrasto {
    let (changed, other) = pair.changed_and_other();
    let against: Vec<Colour> = pairs
        .iter()
        .filter(|other| *other.changed() == changed.place)
        .map(|pair| {
            if pair.text.1.place == changed.place {
                pair.ground_colour()
            } else {
                pair.text.1.value
            }
        })
        .collect();
    let tinta = |name: Option<ColourName>, colour| Tinta {
        chiave: name.map(|(group, key)| format!("{group}.{key}")),
        colore: hexadecimal(colour),
    };
    Contrasto {
        testo: tinta(Some(pair.text.0), pair.text.1.value),
        fondo: tinta(pair.ground.map(|(name, _)| name), pair.ground_colour()),
        rapporto: two_decimals(pair.ratio()),
        minimo: two_decimals(LEAST),
        proposta: proposal(changed.value, &against).map(hexadecimal),
        altro: other.map(|other| other.place.clone()),
    }
}

/// The colour nearest to one, towards black or white, that stands out from all others.
fn proposal(from: Colour, against: &[Colour]) -> Option<Colour> {
    let fits = |colour: &Colour| against.iter().all(|other| ratio(*colour, *other) >= LEAST);
    (1..=100u8).find_map(|percent| {
        [BLACK, WHITE]
            .map(|to| mixed(from, to, percent))
            .into_iter()
            .find(fits)
    })
}

fn mixed(from: Colour, to: Colour, percent: u8) -> Colour {
    let channel = |from: u8, to: u8| {
        let (from, to, part) = (u32::from(from), u32::from(to), u32::from(percent));
        u8::try_from((from * (100 - part) + to * part) / 100).unwrap_or(u8::MAX)
    };
    Colour(
        channel(from.0, to.0),
        channel(from.1, to.1),
        channel(from.2, to.2),
    )
}

/// Contrast of two colours, from 1 to 21.
fn ratio(one: Colour, other: Colour) -> f64 {
    let colore = |Colour(red, green, blue)| Colore(red, green, blue);
    colore(one).contrasto(colore(other))
}

/// Cut, not rounded: what is below a limit must not look as if it were not.
fn two_decimals(number: f64) -> Decimal {
    Decimal::try_from(number)
        .unwrap_or_default()
        .trunc_with_scale(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_those_of_the_standard() {
        let near = |one: f64, other: f64| (one - other).abs() < 0.005;
        assert!(near(ratio(BLACK, WHITE), 21.0));
        assert!(near(ratio(WHITE, WHITE), 1.0));
        assert!(near(ratio(Colour(0x76, 0x76, 0x76), WHITE), 4.54));
        assert!(near(ratio(WHITE, Colour(0x00, 0x66, 0xCC)), 5.57));
    }

    #[test]
    fn a_ratio_below_the_limit_never_looks_like_it() {
        assert_eq!(two_decimals(4.4999).to_string(), "4.49");
    }

    #[test]
    fn a_proposal_stands_out_and_stays_near() {
        let grey = Colour(0x99, 0x99, 0x99);
        let proposed = proposal(grey, &[WHITE, Colour(0xED, 0xF0, 0xF4)]);
        assert!(proposed.is_some_and(|colour| ratio(colour, WHITE) >= LEAST && colour.0 > 0x50));
        assert_eq!(proposal(grey, &[WHITE, BLACK, grey]), None);
    }
}
