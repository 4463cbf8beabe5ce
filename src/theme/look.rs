//! `pdf.yaml` to the style and the faces of the PDFs.

use std::collections::BTreeMap;
use std::fmt;

use super::contrast;
use super::faces::faces;
use super::reading::{Group, Reading, key};
use super::sheet::sheet;
use super::texts::{colours, gaps, headings, letters, table};
use super::written::AspettoScritto;
use crate::check::Problema;
use crate::check::aspetto::Misura;
use crate::layout::{Faces, Style};
use crate::source::{Sources, form_in};

/// The font files of a theme by their name, *`TitilliumWeb-Regular.ttf`*.
pub type Fonts<'a> = BTreeMap<&'a str, &'a [u8]>;

/// How the PDFs look.
#[derive(Debug)]
pub struct PdfLook {
    /// Measures and colours.
    pub style: Style,
    /// The five faces.
    pub faces: Faces,
}

/// Why there is no look: what is wrong, and the files that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The problems, file by file, from top to bottom.
    pub problemi: Vec<Problema>,
    /// The files.
    pub sources: Sources,
}

impl fmt::Display for Rejected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.problemi.len();
        let first = self.problemi.first();
        let code = first.map_or("", |problema| problema.genere.codice());
        write!(formatter, "problemi nel tema: {count}, il primo è {code}")
    }
}

/// Reads the look of the PDFs from files laid one over the other, each with the path that messages
/// show and its content: the first says everything, those that follow only what differs.
///
/// # Errors
/// Everything that is wrong, at once; nothing in particular if there is no file at all.
pub fn read_look(files: Vec<(String, Vec<u8>)>, fonts: &Fonts<'_>) -> Result<PdfLook, Rejected> {
    let mut sources = Sources::default();
    let mut reading = Reading::default();
    let mut forms: Vec<AspettoScritto> = Vec::new();
    for (path, bytes) in files {
        let (_, form, faults) = form_in(&mut sources, path, bytes);
        reading.faults(faults);
        forms.extend(form);
    }
    forms.reverse();
    for form in &forms {
        reading.empty_keys(form);
    }
    let look = Group::whole(&forms).and_then(|whole| look(&mut reading, &whole, fonts));
    contrast::check(&mut reading);
    match look {
        Some(look) if reading.problemi.is_empty() => Ok(look),
        _ => Err(rejected(reading.problemi, sources)),
    }
}

fn rejected(mut problemi: Vec<Problema>, sources: Sources) -> Rejected {
    problemi.sort_by_key(|problema| {
        let luogo = problema.luogo.as_ref();
        luogo.map(|luogo| (luogo.file, luogo.span.start))
    });
    Rejected { problemi, sources }
}

/// The files laid one over the other.
pub(super) type Whole<'a> = Group<'a, AspettoScritto>;

/// Reads everything before it gives up on anything.
fn look(reading: &mut Reading, whole: &Whole<'_>, fonts: &Fonts<'_>) -> Option<PdfLook> {
    let sheet = sheet(reading, whole);
    let faces = faces(reading, whole, fonts);
    let body = letters(reading, whole, "testo", &key!(testo), Misura::Corpo);
    let lead = letters(reading, whole, "sommario", &key!(sommario), Misura::Corpo);
    let note = letters(reading, whole, "nota", &key!(nota), Misura::Corpo);
    let running = Misura::CorpoTestatina;
    let running = letters(reading, whole, "testatina", &key!(testatina), running);
    let caption = letters(
        reading,
        whole,
        "didascalia",
        &key!(didascalia),
        Misura::Corpo,
    );
    let headings = headings(reading, whole);
    let table = table(reading, whole);
    let gaps = gaps(reading, whole);
    let colours = colours(reading, whole);
    let (page, margins) = sheet?;
    let [paragraph_gap, item_gap, block_gap, indent] = gaps?;
    let [accent, rule_colour, tint, stamp] = colours?;
    let faces = faces?;
    let style = Style {
        page,
        margins,
        body: body?,
        lead: lead?,
        note: note?,
        running: running?,
        caption: caption?,
        headings: headings?,
        table: table?,
        paragraph_gap,
        item_gap,
        block_gap,
        indent,
        accent,
        rule_colour,
        tint,
        stamp,
    };
    Some(PdfLook { style, faces })
}
