//! The faces that `pdf.yaml` names.

use super::look::{Fonts, Whole};
use super::reading::{Key, Reading, key};
use super::written::CaratteriScritti;
use crate::check::aspetto::GenereAspetto;
use crate::layout::{FaceBytes, Faces};
use crate::source::form::Scritto;

/// A face as named, and its file.
type Named<'a> = (&'a Scritto, &'a [u8]);

/// The five faces, and those in which to look for what they lack.
pub(super) fn faces(reading: &mut Reading, whole: &Whole<'_>, fonts: &Fonts<'_>) -> Option<Faces> {
    let group = reading.group(whole, "caratteri", &key!(caratteri))?;
    let mut face = |key: Key<CaratteriScritti, Scritto>| {
        let scritto = reading.written(&group, &key)?;
        named(reading, scritto, fonts)
    };
    let regular = face(key!(normale));
    let italic = face(key!(corsivo));
    let bold = face(key!(neretto));
    let bold_italic = face(key!(neretto_corsivo));
    let mono = face(key!(fisso));
    let mut fallback = Vec::new();
    if let Some(lista) = reading.written(&group, &key!(ripiego)) {
        for scritto in &lista.0 {
            fallback.extend(named(reading, scritto, fonts));
        }
    }
    loaded(
        reading,
        [regular?, italic?, bold?, bold_italic?, mono?],
        &fallback,
    )
}

/// The file of a face; notes a name that the theme has not.
fn named<'a>(reading: &mut Reading, scritto: &'a Scritto, fonts: &Fonts<'a>) -> Option<Named<'a>> {
    let name = scritto.testo.as_str();
    let bytes = fonts.get(name).copied();
    if bytes.is_none() {
        let sconosciuto = GenereAspetto::CarattereSconosciuto {
            scritto: name.to_owned(),
            noti: fonts.keys().map(|name| (*name).to_owned()).collect(),
        };
        reading.aspetto(&scritto.luogo, sconosciuto);
    }
    Some((scritto, bytes?))
}

/// The faces, ready to use; notes each whose file is no font.
fn loaded(reading: &mut Reading, named: [Named<'_>; 5], fallback: &[Named<'_>]) -> Option<Faces> {
    let own = |(_, bytes): &Named<'_>| bytes.to_vec();
    let faces = Faces::new(FaceBytes {
        fallback: fallback.iter().map(own).collect(),
        ..bytes(named.map(|(_, bytes)| bytes))
    });
    if faces.is_err() {
        // Only the first is told, so each is tried alone.
        for (scritto, alone) in named.iter().chain(fallback) {
            if Faces::new(bytes([alone; 5])).is_err() {
                let inutilizzabile = GenereAspetto::CarattereInutilizzabile {
                    scritto: scritto.testo.clone(),
                };
                reading.aspetto(&scritto.luogo, inutilizzabile);
            }
        }
    }
    faces.ok()
}

fn bytes([regular, italic, bold, bold_italic, mono]: [&[u8]; 5]) -> FaceBytes {
    FaceBytes {
        regular: regular.to_vec(),
        italic: italic.to_vec(),
        bold: bold.to_vec(),
        bold_italic: bold_italic.to_vec(),
        mono: mono.to_vec(),
        fallback: Vec::new(),
    }
}
