//! The colour of the comune: a style sheet of custom properties over those of the theme
//! (`scss/_colori.scss`), so that nothing of it stands in a page.

use std::fmt::Write as _;

use crate::model::Colore;

/// The least contrast of words (WCAG 2.1, 1.4.3).
const MINIMO: f64 = 4.5;
/// The tinted grounds of the theme, light and dark, on which the colour may stand as words.
const MUTO: Colore = Colore(0xF5, 0xF5, 0xF5);
const SCHEDA_SCURA: Colore = Colore(0x1D, 0x25, 0x2E);
const TENUE_SCURO: Colore = Colore(0x19, 0x22, 0x2C);
const SCURI: [Colore; 2] = [SCHEDA_SCURA, TENUE_SCURO];

/// The style sheet of a colour that white words can be read on.
pub(super) fn foglio(colore: Colore) -> String {
    let mut testo = String::new();
    gruppo(&mut testo, "", &chiare(colore));
    testo.push_str("@media screen and (prefers-color-scheme: dark) {\n");
    gruppo(&mut testo, "  ", &scure(colore));
    testo.push_str("}\n");
    testo
}

type Voce = (&'static str, Colore);

fn chiare(colore: Colore) -> [Voce; 8] {
    let tenue = colore.con(Colore::BIANCO, 95);
    let accento = colore.leggibile(Colore::NERO, &[Colore::BIANCO, MUTO, tenue], MINIMO);
    [
        ("accento", accento),
        ("accento-forte", accento.con(Colore::NERO, 20)),
        ("testata-sottile", colore.con(Colore::NERO, 30)),
        ("testata", colore),
        ("testata-menu", colore.con(Colore::NERO, 20)),
        ("piede", colore.con(Colore::NERO, 40)),
        ("piede-note", colore.con(Colore::NERO, 50)),
        ("fondo-tenue", tenue),
    ]
}

fn scure(colore: Colore) -> [Voce; 8] {
    // More than the least: on a dark screen thin letters of a full colour swim.
    let accento = colore.leggibile(Colore::BIANCO, &SCURI, 7.0);
    [
        ("accento", accento),
        ("accento-forte", accento.con(Colore::BIANCO, 30)),
        ("testata-sottile", colore.con(Colore::NERO, 60)),
        ("testata", colore.con(Colore::NERO, 40)),
        ("testata-menu", colore.con(Colore::NERO, 50)),
        ("piede", colore.con(Colore::NERO, 62)),
        ("piede-note", colore.con(Colore::NERO, 72)),
        // The theme's own: the one above would stand in its place.
        ("fondo-tenue", TENUE_SCURO),
    ]
}

fn gruppo(testo: &mut String, rientro: &str, voci: &[Voce]) {
    let _ = writeln!(testo, "{rientro}:root {{");
    for (nome, colore) in voci {
        let _ = writeln!(testo, "{rientro}  --{nome}: {};", colore.esadecimale());
    }
    let _ = writeln!(testo, "{rientro}}}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_can_be_read_on_every_ground_that_they_meet() {
        // The palest that a check lets pass, one that is nearly black, and the kit's own.
        for colore in [
            Colore(0x76, 0x76, 0x76),
            Colore(0x10, 0x02, 0x02),
            Colore(0x00, 0x66, 0xCC),
            Colore(0xC0, 0x00, 0x30),
        ] {
            for (nome, tinta) in chiare(colore).into_iter().chain(scure(colore)) {
                if nome.starts_with("testata") || nome.starts_with("piede") {
                    assert!(
                        tinta.contrasto(Colore::BIANCO) >= MINIMO,
                        "{nome} {colore:?}"
                    );
                }
            }
            let [(_, accento), .., (_, tenue)] = chiare(colore);
            assert!(accento.contrasto(tenue) >= MINIMO, "{colore:?}");
            let [(_, accento), ..] = scure(colore);
            assert!(
                SCURI
                    .iter()
                    .all(|fondo| accento.contrasto(*fondo) >= MINIMO)
            );
        }
    }
}
