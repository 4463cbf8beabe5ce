//! The *schede obiettivi*: the plan's cards, settore by settore, after an index with their weights.

use rust_decimal::Decimal;

use super::{Allegato, documento, provenienza, scheda};
use crate::document::{
    Align, Anchor, Block, Cell, CellRole, Column, ColumnWidth, Cover, Inline, Level, ParagraphRole,
    Row, Table, Target,
};
use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{Ciclo, Ente, LegameStruttura, Obiettivo, RuoloAtto, Settore};

/// Whether the cards say how objectives will be reached: those reconstructed from a griglia do not.
pub(super) fn ci_sono(ciclo: &Ciclo) -> bool {
    ciclo
        .obiettivi
        .iter()
        .any(|obiettivo| !obiettivo.fasi.is_empty())
}

pub(super) fn allegato(ente: &Ente, ciclo: &Ciclo) -> Allegato {
    let titolo = format!("Schede obiettivi {}", ciclo.anno);
    let argomento = format!(
        "Obiettivi, pesi, fasi e indicatori dell’anno {}, settore per settore",
        ciclo.anno
    );
    let mut documento = documento(ente, ciclo, RuoloAtto::Piano, &titolo, &argomento);
    documento.cover = Some(Cover {
        body: ente.denominazione.clone(),
        body_detail: ente.territorio.clone(),
        title: "Schede obiettivi".to_owned(),
        subtitle: Some(match ciclo.triennio {
            Some(triennio) => format!(
                "Piano triennale della performance {}-{}, anno {}",
                triennio.dal(),
                triennio.al(),
                ciclo.anno
            ),
            None => format!("Piano della performance, anno {}", ciclo.anno),
        }),
        notes: vec![provenienza(ciclo, RuoloAtto::Piano)],
    });
    documento.blocks.push(Block::Contents {
        title: "Indice".to_owned(),
        depth: Level::new(2),
    });
    documento.blocks.push(Block::PageBreak);
    documento.blocks.extend(pesi(ciclo));
    documento.blocks.extend(schede(ciclo));
    Allegato::nuovo(
        ciclo,
        RuoloAtto::Piano,
        "schede-obiettivi",
        titolo,
        documento,
    )
}

/// Who has objectives: the whole entity, or a settore.
struct Gruppo<'a> {
    nome: String,
    settore: Option<&'a Settore>,
    obiettivi: Vec<&'a Obiettivo>,
}

fn gruppi(ciclo: &Ciclo) -> Vec<Gruppo<'_>> {
    let struttura = Gruppo {
        nome: "Obiettivi di struttura".to_owned(),
        settore: None,
        obiettivi: ciclo.obiettivi_di_struttura().collect(),
    };
    let settori = ciclo.settori.iter().map(|settore| Gruppo {
        nome: settore.nome.clone(),
        settore: Some(settore),
        obiettivi: ciclo.obiettivi_propri(&settore.codice).collect(),
    });
    std::iter::once(struttura)
        .chain(settori)
        .filter(|gruppo| !gruppo.obiettivi.is_empty())
        .collect()
}

/// The index: every card with its weight, and what the weights of each settore sum to.
fn pesi(ciclo: &Ciclo) -> Vec<Block> {
    let mut blocchi = vec![Block::heading(Level::FIRST, "Obiettivi e pesi", "pesi")];
    let struttura: Decimal = ciclo
        .obiettivi_di_struttura()
        .map(|o| o.peso.valore())
        .sum();
    for gruppo in gruppi(ciclo) {
        let propri: Decimal = gruppo.obiettivi.iter().map(|o| o.peso.valore()).sum();
        let mut footer = vec![somma("Somma dei pesi", propri)];
        let partecipa = gruppo
            .settore
            .is_some_and(|settore| settore.struttura == LegameStruttura::Partecipa);
        if partecipa && !struttura.is_zero() {
            footer.push(somma(
                "Somma con gli obiettivi di struttura",
                propri + struttura,
            ));
        }
        let column = |width, align| Column { width, align };
        blocchi.push(Block::Table(Table {
            caption: Some(vec![Inline::text(&gruppo.nome)]),
            columns: vec![
                column(ColumnWidth::Share(0.6), Align::Start),
                column(ColumnWidth::Share(7.0), Align::Start),
                column(ColumnWidth::Share(1.0), Align::End),
            ],
            header: vec![Row {
                cells: ["N.", "Obiettivo", "Peso"]
                    .map(|testa| Cell::text(CellRole::ColumnHeader, testa))
                    .into(),
            }],
            body: gruppo
                .obiettivi
                .iter()
                .map(|obiettivo| riga(obiettivo))
                .collect(),
            footer,
        }));
    }
    blocchi
}

fn riga(obiettivo: &Obiettivo) -> Row {
    let link = Inline::Link {
        target: Target::Anchor(Anchor(scheda::ancora(obiettivo))),
        content: vec![Inline::text(titolo(obiettivo))],
    };
    let link = Block::words(ParagraphRole::Body, vec![link]);
    let peso = lingua::numero(obiettivo.peso.valore());
    Row {
        cells: vec![
            Cell::text(CellRole::Data, obiettivo.numero.clone().unwrap_or_default()),
            Cell::new(CellRole::RowHeader, vec![link]),
            Cell::text(CellRole::Data, peso),
        ],
    }
}

fn somma(voce: &str, valore: Decimal) -> Row {
    Row {
        cells: vec![
            Cell::text(CellRole::RowHeader, voce)
                .across(2)
                .aligned(Align::End),
            Cell::text(CellRole::Total, lingua::numero(valore)).aligned(Align::End),
        ],
    }
}

fn schede(ciclo: &Ciclo) -> Vec<Block> {
    let mut blocchi = Vec::new();
    for gruppo in gruppi(ciclo) {
        let ancora = gruppo
            .settore
            .map_or("struttura", |settore| settore.codice.as_str());
        blocchi.push(Block::PageBreak);
        blocchi.push(Block::heading(
            Level::FIRST,
            &gruppo.nome,
            format!("gruppo-{ancora}"),
        ));
        // Each card on a page of its own, as the acts have it: it can be taken out and signed.
        for (posto, obiettivo) in gruppo.obiettivi.iter().enumerate() {
            if posto > 0 {
                blocchi.push(Block::PageBreak);
            }
            blocchi.extend(scheda::blocchi(obiettivo, gruppo.settore));
        }
    }
    blocchi
}
