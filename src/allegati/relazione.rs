//! The *relazione sulla performance*: cover, contents, chapters, the griglia in its place.

use super::{Allegato, Origine, griglia, luogo_e_data};
use crate::document::{Anchor, Block, Cover, Inline, Level, ParagraphRole, Target, markdown};
use crate::lingua;
use crate::model::{Ciclo, Ente, Relazione, RuoloAtto, Testo};

pub(super) fn allegato(ente: &Ente, ciclo: &Ciclo, relazione: &Relazione) -> Allegato {
    let titolo = format!("Relazione sulla performance {}", ciclo.anni);
    let argomento = format!(
        "Che cosa era stato promesso per il {0} e che cosa è stato fatto",
        ciclo.anni
    );
    let origine = Origine::del_ruolo(ciclo, RuoloAtto::Relazione);
    let mut documento = origine.documento(ente, ciclo, &titolo, &argomento);
    documento.cover = Some(Cover {
        body: ente.denominazione.clone(),
        body_detail: ente.territorio.clone(),
        title: "Relazione sulla performance".to_owned(),
        subtitle: Some(lingua::anni(ciclo.anni)),
        notes: vec![origine.provenienza()],
    });
    documento.blocks.push(Block::Contents {
        title: "Indice".to_owned(),
        depth: Level::new(3),
    });
    documento.blocks.push(Block::PageBreak);
    documento
        .blocks
        .extend(numerati(capitoli(ciclo, relazione)));
    if let Some(testo) = luogo_e_data(ente, ciclo) {
        let chiusura = Block::words(ParagraphRole::Closing, vec![Inline::Text(testo)]);
        documento.blocks.push(chiusura);
    }
    let file = format!("relazione-performance-{}", ciclo.codice);
    origine.allegato(&file, titolo, documento)
}

/// The chapters one after the other, the griglia at its marker or, without one, at the end.
fn capitoli(ciclo: &Ciclo, relazione: &Relazione) -> Vec<Block> {
    let mut blocchi = Vec::new();
    let mut collocata = false;
    for (posto, capitolo) in relazione.capitoli.iter().enumerate() {
        blocchi.extend(blocchi_del_capitolo(capitolo, posto, |livello| {
            collocata = true;
            griglia::blocchi(ciclo, livello)
        }));
    }
    if !collocata {
        blocchi.push(Block::heading(
            Level::FIRST,
            griglia::titolo(ciclo),
            "griglia",
        ));
        blocchi.extend(griglia::blocchi(ciclo, Level::new(2)));
    }
    blocchi
}

/// A chapter's blocks; anchors are made its own, because two chapters may have equal headings.
fn blocchi_del_capitolo(
    capitolo: &Testo,
    posto: usize,
    mut griglia: impl FnMut(Level) -> Vec<Block>,
) -> Vec<Block> {
    let mut parsed = markdown::parse(&capitolo.markdown);
    let prefisso = format!("capitolo-{}-", posto + 1);
    for block in &mut parsed.blocks {
        rinomina(block, &prefisso);
    }
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

fn rinomina(block: &mut Block, prefisso: &str) {
    match block {
        Block::Heading {
            content, anchor, ..
        } => {
            anchor.0.insert_str(0, prefisso);
            rinomina_collegamenti(content, prefisso);
        }
        Block::Paragraph { content, .. } => rinomina_collegamenti(content, prefisso),
        Block::List(list) => {
            for block in list.items.iter_mut().flatten() {
                rinomina(block, prefisso);
            }
        }
        Block::Table(table) => {
            let rows = table
                .header
                .iter_mut()
                .chain(&mut table.body)
                .chain(&mut table.footer);
            for block in rows
                .flat_map(|row| &mut row.cells)
                .flat_map(|cell| &mut cell.content)
            {
                rinomina(block, prefisso);
            }
        }
        Block::Quote(blocks) => blocks
            .iter_mut()
            .for_each(|block| rinomina(block, prefisso)),
        Block::Contents { .. } | Block::Preformatted(_) | Block::Separator | Block::PageBreak => {}
    }
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
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => {
                rinomina_collegamenti(inner, prefisso);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::LineBreak => {}
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
