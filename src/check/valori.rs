//! Rules on values that are understood otherwise than they were most likely meant: what stays text though it
//! looks like a date or a figure, a grade that is a part of one.
//!
//! A value that is not understood is shown as written and never measured; the office may not know.

use rust_decimal::Decimal;

use super::inspection::Inspection;
use super::problema::{Genere, Gravita};
use crate::model::{Percentuale, Valore, ValoreScritto, Verso, leggi_valore, sembra_data};
use crate::source::form::Scritto;

/// What is doubtful about a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GenereValore {
    /// A date that the calendar does not have: `31/04/2026`.
    DataImpossibile {
        /// As written.
        scritto: String,
    },
    /// A grade that most likely is a part of one: `0,95`.
    GradoDiUno {
        /// As written.
        scritto: String,
        /// The grade that it would be.
        forse: Percentuale,
    },
    /// A figure with words of comparison: `almeno 80%`, `entro 30 giorni`.
    Paragone {
        /// As written.
        scritto: String,
        /// The figure alone.
        valore: String,
        /// What the words say is better.
        verso: Verso,
    },
}

impl GenereValore {
    pub(super) const fn codice(&self) -> &'static str {
        match self {
            Self::DataImpossibile { .. } => "G047",
            Self::Paragone { .. } => "G048",
            Self::GradoDiUno { .. } => "G049",
        }
    }

    pub(super) const fn gravita(&self) -> Gravita {
        match self {
            Self::DataImpossibile { .. } | Self::GradoDiUno { .. } => Gravita::Avviso,
            Self::Paragone { .. } => Gravita::Nota,
        }
    }
}

/// Words that make a lower or an upper bound of a figure, the longer ones first.
const PARAGONI: [(&str, Verso); 18] = [
    (">=", Verso::Alto),
    ("<=", Verso::Basso),
    ("≥", Verso::Alto),
    ("≤", Verso::Basso),
    (">", Verso::Alto),
    ("<", Verso::Basso),
    ("non meno di ", Verso::Alto),
    ("almeno ", Verso::Alto),
    ("minimo ", Verso::Alto),
    ("min. ", Verso::Alto),
    ("oltre ", Verso::Alto),
    ("non più di ", Verso::Basso),
    ("non oltre ", Verso::Basso),
    ("al massimo ", Verso::Basso),
    ("massimo ", Verso::Basso),
    ("max ", Verso::Basso),
    ("fino a ", Verso::Basso),
    ("entro ", Verso::Basso),
];

/// Understands a value, and notes what is doubtful about it.
pub(super) fn valore(
    scritto: &Scritto,
    anno: i32,
    inspection: &mut Inspection<'_>,
) -> ValoreScritto {
    let letto = leggi_valore(&scritto.testo, anno);
    if letto.valore == Valore::Testo
        && let Some(dubbio) = dubbio(&letto.scritto, anno)
    {
        inspection.nota(&scritto.luogo, Genere::Valore(dubbio));
    }
    letto
}

/// What is doubtful about a grade: without its sign, up to one, it is most likely what a spreadsheet calls 95%.
pub(super) fn grado_dubbio(scritto: &str, grado: Percentuale) -> Option<GenereValore> {
    let punti = grado.punti();
    let di_uno = Decimal::ZERO < punti && punti <= Decimal::ONE;
    (di_uno && !scritto.contains(['%', '/']) && !scritto.contains("su")).then(|| {
        GenereValore::GradoDiUno {
            scritto: scritto.to_owned(),
            forse: Percentuale::new(punti * Decimal::ONE_HUNDRED),
        }
    })
}

/// What is doubtful about a text.
fn dubbio(testo: &str, anno: i32) -> Option<GenereValore> {
    if sembra_data(testo) {
        let scritto = testo.to_owned();
        return Some(GenereValore::DataImpossibile { scritto });
    }
    let minuscolo = testo.to_lowercase();
    PARAGONI.into_iter().find_map(|(parole, verso)| {
        let resto = minuscolo.strip_prefix(parole)?;
        let resto = resto.trim_start();
        if parole == "entro " && resto.starts_with("il ") {
            // A day: «entro il 5 del mese».
            return None;
        }
        let resto = resto.trim_start_matches("il ");
        let figura = matches!(
            leggi_valore(resto, anno).valore,
            Valore::Numero(_) | Valore::Percentuale(_) | Valore::Quantita { .. }
        );
        figura.then(|| GenereValore::Paragone {
            scritto: testo.to_owned(),
            valore: resto.to_owned(),
            verso,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_text_though_it_was_meant_otherwise() {
        for data in [
            "31/04/2026",
            "30.2.26",
            "32-01-2026",
            "31 giugno",
            "29 febbraio",
        ] {
            let dubbio = dubbio(data, 2026);
            assert!(
                matches!(dubbio, Some(GenereValore::DataImpossibile { .. })),
                "{data}: {dubbio:?}"
            );
        }
        for (scritto, figura, meglio) in [
            (">= 80%", "80%", Verso::Alto),
            ("Almeno 80%", "80%", Verso::Alto),
            ("≤30 gg", "30 gg", Verso::Basso),
            ("entro 30 giorni", "30 giorni", Verso::Basso),
            ("almeno il 5%", "5%", Verso::Alto),
        ] {
            let atteso = GenereValore::Paragone {
                scritto: scritto.to_owned(),
                valore: figura.to_owned(),
                verso: meglio,
            };
            assert_eq!(dubbio(scritto, 2026), Some(atteso));
        }
        for testo in [
            "entro i termini",
            "entro il 5 del mese",
            "1.1.1.1",
            "5/10",
            "45/60/90",
            "2 di 3",
            "almeno una volta",
            "mensile",
            "",
            "12/2024",
        ] {
            assert_eq!(dubbio(testo, 2026), None, "{testo}");
        }
    }
}
