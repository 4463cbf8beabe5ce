//! The *relazione sulla performance*: cover, contents, chapters, the griglia in its place.

use std::sync::Arc;

use super::chiusura::{self, Fonti};
use super::{Allegato, Origine, griglia, luogo_e_data};
use crate::document::{
    Anchor, Block, Cover, Figure, FigureContent, Footnote, Inline, Level, ParagraphRole, Pictures,
    Target, markdown, walk,
};
use crate::lingua;
use crate::model::{Ciclo, Ente, Relazione, RuoloAtto, Testo};
use crate::parole::Parole;

pub(super) fn allegato(
    ente: &Ente,
    ciclo: &Ciclo,
    relazione: &Relazione,
    parole: &Parole,
) -> Allegato {
    let anni = ciclo.anni.to_string();
    let titolo = parole.allegati.relazione.con(&[("anni", &anni)]);
    let argomento = parole.allegati.argomento_relazione.con(&[("anni", &anni)]);
    let origine = Origine::del_ruolo(ciclo, RuoloAtto::Relazione, parole);
    let mut documento = origine.documento(ente, ciclo, &titolo, &argomento);
    documento.cover = Some(Cover {
        title: parole.allegati.relazione_copertina.to_string(),
        subtitle: Some(lingua::anni(ciclo.anni, parole)),
        notes: vec![origine.provenienza()],
    });
    documento.blocks.push(Block::Contents {
        title: parole.allegati.indice.to_string(),
        depth: Level::new(3),
    });
    documento.blocks.push(Block::PageBreak);
    documento
        .blocks
        .extend(numerati(capitoli(ciclo, relazione, parole)));
    if let Some(testo) = luogo_e_data(ente, ciclo, parole) {
        let chiusura = Block::words(ParagraphRole::Closing, vec![Inline::Text(testo)]);
        documento.blocks.push(chiusura);
    }
    documento.blocks.extend(origine.firme());
    documento
        .blocks
        .extend(chiusura::colofone(ciclo, Fonti::Ciclo, parole));
    documento.pictures = immagini(relazione);
    let file = format!("relazione-performance-{}", ciclo.codice);
    origine.allegato(&file, titolo, ente, documento)
}

/// The chapters one after the other, the griglia at its marker or, without one, at the end.
fn capitoli(ciclo: &Ciclo, relazione: &Relazione, parole: &Parole) -> Vec<Block> {
    let mut blocchi = Vec::new();
    let mut collocata = false;
    for (posto, capitolo) in relazione.capitoli.iter().enumerate() {
        blocchi.extend(blocchi_del_capitolo(capitolo, posto, |livello| {
            collocata = true;
            griglia::blocchi(ciclo, livello, parole)
        }));
    }
    if !collocata {
        blocchi.push(Block::heading(
            Level::FIRST,
            griglia::titolo(ciclo, parole),
            "griglia",
        ));
        blocchi.extend(griglia::blocchi(ciclo, Level::new(2), parole));
    }
    blocchi
}

/// The pictures of all chapters, by the names that their figures end up with.
fn immagini(relazione: &Relazione) -> Pictures {
    let capitoli = relazione.capitoli.iter().enumerate();
    capitoli
        .flat_map(|(posto, capitolo)| {
            let prefisso = prefisso(posto);
            let immagini = capitolo.immagini.iter();
            immagini
                .map(move |(nome, immagine)| (format!("{prefisso}{nome}"), Arc::clone(immagine)))
        })
        .collect()
}

fn prefisso(posto: usize) -> String {
    format!("capitolo-{}-", posto + 1)
}

/// A chapter's blocks; anchors are made its own, because two chapters may have equal headings.
fn blocchi_del_capitolo(
    capitolo: &Testo,
    posto: usize,
    mut griglia: impl FnMut(Level) -> Vec<Block>,
) -> Vec<Block> {
    let mut parsed = markdown::parse(&capitolo.markdown);
    rinomina(&mut parsed.blocks, &prefisso(posto));
    let livello_griglia = parsed.markers.first().map_or(Level::new(2), |marker| {
        let mut prima = parsed.blocks.iter().take(marker.before).rev();
        let sopra = prima.find_map(|block| match block {
            Block::Heading { level, .. } => Some(level.depth()),
            _ => None,
        });
        Level::new(sopra.unwrap_or(0) + 1)
    });
    parsed.fill(|_| griglia(livello_griglia))
}

/// Gives anchors, links and pictures of a chapter names of its own.
fn rinomina(blocks: &mut [Block], prefisso: &str) {
    walk::blocks_mut(blocks, &mut |block| match block {
        Block::Heading { anchor, .. } => anchor.0.insert_str(0, prefisso),
        Block::Figure(Figure {
            content: FigureContent::Picture(nome),
            ..
        }) => nome.insert_str(0, prefisso),
        _ => {}
    });
    walk::words_mut(blocks, &mut |words| rinomina_collegamenti(words, prefisso));
}

fn rinomina_collegamenti(content: &mut [Inline], prefisso: &str) {
    for inline in content {
        match inline {
            Inline::Link { target, content } => {
                if let Target::Anchor(Anchor(name)) = target {
                    name.insert_str(0, prefisso);
                }
                rinomina_collegamenti(content, prefisso);
            }
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Foreign { content: inner, .. } => rinomina_collegamenti(inner, prefisso),
            Inline::Footnote(Footnote { anchor, .. }) | Inline::FootnoteAgain(anchor) => {
                anchor.0.insert_str(0, prefisso);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Abbreviation { .. } | Inline::LineBreak => {
            }
        }
    }
}

/// Numbers the headings of the first two levels: `1 Presentazione`, `1.2 Miglioramento continuo`.
fn numerati(mut blocchi: Vec<Block>) -> Vec<Block> {
    let (mut capitolo, mut paragrafo) = (0_usize, 0_usize);
    for block in &mut blocchi {
        let Block::Heading { level, content, .. } = block else {
            continue;
        };
        let numero = match level.depth() {
            1 => {
                (capitolo, paragrafo) = (capitolo + 1, 0);
                format!("{capitolo}. ")
            }
            2 => {
                paragrafo += 1;
                format!("{capitolo}.{paragrafo} ")
            }
            _ => continue,
        };
        content.insert(0, Inline::Text(numero));
    }
    blocchi
}
