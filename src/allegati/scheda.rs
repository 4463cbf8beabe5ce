//! One card, in the order of the acts' form: who and how much, what and why, steps, indicators,
//! cronoprogramma.

use crate::document::{
    Align, Block, Cell, CellRole, Column, ColumnWidth, Inline, Level, List, ListKind,
    ParagraphRole, Row, Table,
};
use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{
    CategoriaIndicatore, Fase, Indicatore, MESI, Obiettivo, Settore, ValoreScritto,
};

/// Where links to the card lead.
pub(super) fn ancora(obiettivo: &Obiettivo) -> String {
    format!("scheda-{}", obiettivo.codice)
}

/// The card, under a heading of the second level.
pub(super) fn blocchi(obiettivo: &Obiettivo, settore: Option<&Settore>) -> Vec<Block> {
    let titolo = match &obiettivo.numero {
        Some(numero) => format!("Obiettivo n. {numero} – {}", titolo(obiettivo)),
        None => titolo(obiettivo),
    };
    let mut blocchi = vec![
        Block::heading(Level::new(2), titolo, ancora(obiettivo)),
        intestazione(obiettivo, settore),
    ];
    let sezione = |blocchi: &mut Vec<Block>, nome: &str, slug: &str| {
        let ancora = format!("{}-{slug}", ancora(obiettivo));
        blocchi.push(Block::heading(Level::new(3), nome, ancora));
    };
    let paragrafi = obiettivo.paragrafi();
    if !paragrafi.is_empty() {
        sezione(&mut blocchi, "Descrizione dell’obiettivo", "descrizione");
        blocchi.extend(paragrafi.into_iter().map(Block::paragraph));
    }
    if !obiettivo.fasi.is_empty() {
        sezione(&mut blocchi, "Fasi di attuazione", "fasi");
        blocchi.push(fasi(&obiettivo.fasi));
    }
    if !obiettivo.indicatori.is_empty() {
        sezione(&mut blocchi, "Indici di risultato", "indicatori");
        blocchi.push(indicatori(&obiettivo.indicatori));
    }
    if obiettivo.fasi.iter().any(|fase| fase.mesi.is_some()) {
        sezione(&mut blocchi, "Cronoprogramma", "cronoprogramma");
        blocchi.push(cronoprogramma(&obiettivo.fasi));
    }
    blocchi
}

/// Whose it is and how much it counts.
fn intestazione(obiettivo: &Obiettivo, settore: Option<&Settore>) -> Block {
    let responsabile = obiettivo.risponde(settore).map(|chi| chi.0.clone());
    let nome = settore.map_or("Tutti: è un obiettivo di struttura", |settore| {
        &settore.nome
    });
    let voci = [
        ("Settore", Some(nome.to_owned())),
        ("Responsabile", responsabile),
        (
            "Peso",
            Some(format!("{}/100", lingua::numero(obiettivo.peso.valore()))),
        ),
        (
            "Annualità",
            obiettivo
                .annualita
                .map(|anni| format!("{} di {}", anni.corrente(), anni.totale())),
        ),
    ];
    let righe = voci.into_iter().filter_map(|(nome, valore)| {
        let nome = Cell::text(CellRole::RowHeader, nome);
        valore.map(|valore| Row {
            cells: vec![nome, Cell::text(CellRole::Data, valore)],
        })
    });
    Block::Table(Table {
        caption: None,
        columns: vec![
            colonna(ColumnWidth::Share(1.0), Align::Start),
            colonna(ColumnWidth::Share(4.0), Align::Start),
        ],
        header: Vec::new(),
        body: righe.collect(),
        footer: Vec::new(),
    })
}

fn fasi(fasi: &[Fase]) -> Block {
    Block::List(List {
        kind: ListKind::Numbered { start: 1 },
        items: fasi
            .iter()
            .map(|fase| vec![Block::paragraph(&fase.descrizione)])
            .collect(),
    })
}

/// The indicators by kind, in the order of the form; those without a kind first.
fn indicatori(indicatori: &[Indicatore]) -> Block {
    let categorie = CategoriaIndicatore::PAROLE
        .map(|(parola, categoria)| (Some(categoria), format!("Indici di {parola}")));
    let gruppi = std::iter::once((None, "Indici".to_owned())).chain(categorie);
    let mut body = Vec::new();
    for (categoria, nome) in gruppi {
        let suoi: Vec<&Indicatore> = indicatori
            .iter()
            .filter(|indicatore| indicatore.categoria == categoria)
            .collect();
        for (posto, indicatore) in suoi.iter().enumerate() {
            let gruppo =
                (posto == 0).then(|| Cell::text(CellRole::RowHeader, &nome).down(suoi.len()));
            let valori = [
                Cell::text(CellRole::RowHeader, &indicatore.nome),
                valore(indicatore.atteso.as_ref()),
                valore(indicatore.raggiunto.as_ref()),
            ];
            body.push(Row {
                cells: gruppo.into_iter().chain(valori).collect(),
            });
        }
    }
    Block::Table(Table {
        caption: None,
        columns: vec![
            colonna(ColumnWidth::Share(1.6), Align::Start),
            colonna(ColumnWidth::Share(5.0), Align::Start),
            colonna(ColumnWidth::Share(1.8), Align::Start),
            colonna(ColumnWidth::Share(1.6), Align::Start),
        ],
        header: vec![Row {
            cells: ["Categoria", "Indicatore", "Atteso", "Raggiunto"]
                .map(|testa| Cell::text(CellRole::ColumnHeader, testa))
                .into(),
        }],
        body,
        footer: Vec::new(),
    })
}

fn valore(valore: Option<&ValoreScritto>) -> Cell {
    let blocchi = valore.map(|valore| Block::paragraph(&valore.scritto));
    Cell::new(CellRole::Data, blocchi.into_iter().collect())
}

/// The months in which each step runs, as a table that a screen reader can read.
fn cronoprogramma(fasi: &[Fase]) -> Block {
    let mesi = || (1_u8..).zip(MESI);
    let nome = colonna(ColumnWidth::Share(5.0), Align::Start);
    let mese = colonna(ColumnWidth::Share(1.0), Align::Center);
    let testa = mesi().map(|(_, nome)| {
        let breve: String = nome.chars().take(3).collect();
        Cell::text(CellRole::ColumnHeader, breve).aligned(Align::Center)
    });
    let righe = fasi.iter().enumerate().map(|(posto, fase)| {
        let celle = mesi().map(|(mese, _)| {
            let segno = fase.mesi.is_some_and(|mesi| mesi.contiene(mese));
            let segno = segno.then(|| Block::words(ParagraphRole::Body, vec![Inline::strong("x")]));
            Cell::new(CellRole::Data, segno.into_iter().collect())
        });
        let nome = Cell::text(CellRole::RowHeader, format!("Fase {}", posto + 1));
        Row {
            cells: std::iter::once(nome).chain(celle).collect(),
        }
    });
    Block::Table(Table {
        caption: None,
        columns: std::iter::once(nome)
            .chain(std::iter::repeat_n(mese, MESI.len()))
            .collect(),
        header: vec![Row {
            cells: std::iter::once(Cell::text(CellRole::ColumnHeader, "Fase"))
                .chain(testa)
                .collect(),
        }],
        body: righe.collect(),
        footer: Vec::new(),
    })
}

const fn colonna(width: ColumnWidth, align: Align) -> Column {
    Column { width, align }
}
