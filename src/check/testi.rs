//! Rules on the narrative: what cannot be shown, and where the griglia goes.

use super::immagini::Album;
use super::inspection::Inspection;
use super::problema::Genere;
use crate::document::Block;
use crate::document::markdown::{self, Parsed};
use crate::model::{Immagini, Pagina, Testo};
use crate::source::{FileId, ImmagineScritta, Place, TestoScritto};

/// The marker that says where the tables of the griglia go.
pub(super) const GRIGLIA: &str = "griglia";

/// Checks the pages of an ente.
pub(super) fn pagine(
    scritte: &[TestoScritto],
    immagini: &[ImmagineScritta],
    inspection: &mut Inspection<'_>,
) -> Vec<Pagina> {
    let mut album = Album::new(immagini);
    let mut pagine = Vec::new();
    for scritta in scritte {
        let inizio = Place::start_of(scritta.file);
        let codice = inspection.codice_del_nome(&scritta.nome, &inizio);
        let Some((testo, parsed)) = testo(scritta, &mut album, inspection) else {
            continue;
        };
        for marker in parsed.markers {
            let luogo = place(scritta.file, marker.span);
            let nome = marker.name;
            inspection.nota(&luogo, Genere::SegnapostoSconosciuto { nome });
        }
        pagine.extend(codice.map(|codice| Pagina { codice, testo }));
    }
    pagine
}

/// Checks the chapters of a relazione.
pub(super) fn capitoli(
    scritti: &[TestoScritto],
    immagini: &[ImmagineScritta],
    inspection: &mut Inspection<'_>,
) -> Vec<Testo> {
    let mut album = Album::new(immagini);
    let mut capitoli = Vec::new();
    let mut griglia: Option<Place> = None;
    for scritto in scritti {
        let Some((testo, parsed)) = testo(scritto, &mut album, inspection) else {
            continue;
        };
        capitoli.push(testo);
        for marker in parsed.markers {
            let luogo = place(scritto.file, marker.span);
            match &griglia {
                _ if marker.name != GRIGLIA => {
                    let nome = marker.name;
                    inspection.nota(&luogo, Genere::SegnapostoSconosciuto { nome });
                }
                Some(primo) => {
                    let primo = primo.clone();
                    inspection.nota(&luogo, Genere::GrigliaRipetuta { primo });
                }
                None => griglia = Some(luogo),
            }
        }
    }
    if let (None, Some(ultimo)) = (&griglia, scritti.last()) {
        inspection.nota(&Place::start_of(ultimo.file), Genere::GrigliaSenzaPosto);
    }
    capitoli
}

fn testo(
    scritto: &TestoScritto,
    album: &mut Album<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<(Testo, Parsed)> {
    let file = inspection.file(scritto)?;
    let mut parsed = markdown::parse(&file.text);
    // Of a text that no page could hold nothing else is known.
    let letto = !parsed.faults.iter().any(|fault| fault.kind.ends_reading());
    for fault in parsed.faults.drain(..) {
        inspection.nota(&place(scritto.file, fault.span), Genere::Testo(fault.kind));
    }
    let mut immagini = Immagini::new();
    for shown in parsed.pictures.drain(..) {
        let luogo = place(scritto.file, shown.span);
        if let Some(immagine) = album.immagine(&shown.name, &luogo, inspection) {
            immagini.insert(shown.name, immagine);
        }
    }
    let titled =
        matches!(parsed.blocks.first(), Some(Block::Heading { level, .. }) if level.depth() == 1);
    if letto && !titled {
        inspection.nota(&Place::start_of(scritto.file), Genere::TitoloMancante);
    }
    let testo = Testo {
        file: file.path.clone(),
        markdown: file.text.clone(),
        immagini,
    };
    Some((testo, parsed))
}

const fn place(file: FileId, span: std::ops::Range<usize>) -> Place {
    Place { file, span }
}
