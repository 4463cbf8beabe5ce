//! Tables of the griglia as tables of a document.

use crate::document::{
    Align, Block, Cell, CellRole, Column, ColumnWidth, Inline, List, ListKind, ParagraphRole, Row,
    Table,
};
use crate::griglia::{
    Cella, Contenuto, GenereColonna, Intestazione, Riga, RigaTotale, Rilievo, Tabella,
};

/// Draws a table of the griglia. Its title is for the heading above it.
pub(super) fn blocco(tabella: &Tabella) -> Block {
    let testa = Row {
        cells: tabella.colonne.iter().map(intestazione).collect(),
    };
    Block::Table(Table {
        caption: None,
        columns: tabella.colonne.iter().map(colonna).collect(),
        header: vec![testa],
        body: tabella.righe.iter().map(riga).collect(),
        footer: tabella
            .totali
            .iter()
            .map(|totale| riga_totale(totale, tabella.colonne.len()))
            .collect(),
    })
}

fn colonna(intestazione: &Intestazione) -> Column {
    let (share, align) = match intestazione.genere {
        GenereColonna::Soggetto => (3.0, Align::Start),
        GenereColonna::Testo => (4.0, Align::Start),
        GenereColonna::Nome => (1.7, Align::Start),
        GenereColonna::Cifra => (1.5, Align::End),
    };
    let width = ColumnWidth::Share(share);
    Column { width, align }
}

fn intestazione(intestazione: &Intestazione) -> Cell {
    Cell::text(CellRole::ColumnHeader, &intestazione.titolo)
}

fn riga(riga: &Riga) -> Row {
    Row {
        cells: riga.celle.iter().map(cella).collect(),
    }
}

fn cella(cella: &Cella) -> Cell {
    let role = match cella.genere {
        GenereColonna::Soggetto => CellRole::RowHeader,
        GenereColonna::Testo | GenereColonna::Nome | GenereColonna::Cifra => CellRole::Data,
    };
    Cell::new(role, contenuto(&cella.contenuto)).down(cella.righe)
}

fn contenuto(contenuto: &Contenuto) -> Vec<Block> {
    match contenuto {
        Contenuto::Obiettivo { titolo, peso, .. } => {
            let titolo = Block::words(ParagraphRole::Body, vec![Inline::strong(titolo)]);
            let peso = peso.iter();
            let peso = peso.map(|peso| Block::words(ParagraphRole::Note, vec![Inline::text(peso)]));
            std::iter::once(titolo).chain(peso).collect()
        }
        Contenuto::Settore { nome: testo, .. } | Contenuto::Testo(testo) => {
            vec![Block::paragraph(testo)]
        }
        Contenuto::Elenco(voci) => match voci.as_slice() {
            [] => Vec::new(),
            [sola] => vec![Block::paragraph(sola)],
            voci => vec![Block::List(List {
                kind: ListKind::Bulleted,
                items: voci
                    .iter()
                    .map(|voce| vec![Block::paragraph(voce)])
                    .collect(),
            })],
        },
    }
}

fn riga_totale(totale: &RigaTotale, colonne: usize) -> Row {
    let parola = |testo: &str| {
        let content = match totale.rilievo {
            Rilievo::Parziale => vec![Inline::text(testo)],
            Rilievo::Risultato => vec![Inline::strong(testo)],
        };
        vec![Block::words(ParagraphRole::Body, content)]
    };
    Row {
        cells: vec![
            Cell::new(CellRole::RowHeader, parola(&totale.voce))
                .across(colonne.saturating_sub(1).max(1))
                .aligned(Align::End),
            Cell::new(CellRole::Total, parola(&totale.valore)).aligned(Align::End),
        ],
    }
}
