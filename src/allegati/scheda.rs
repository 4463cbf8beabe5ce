//! One card as blocks of a document, in the order of the acts' form.

use crate::document::{
    Align, Block, Cell, CellRole, Column, ColumnWidth, Figure, FigureContent, Inline, Interval,
    Level, List, ListKind, ParagraphRole, Row, Table, Task, Timeline,
};
use crate::lingua;
use crate::model::{GenereBrano, Obiettivo};
use crate::parole::Parole;
use crate::scheda::{
    Capoverso, Cella, Corpo, Dato, GenereCella, Riga, RigaMesi, Rilievo, Scheda, Segno, Sezione,
    Tabella, Tratti, Tratto, parole,
};

/// Where links to the card lead.
pub(super) fn ancora(obiettivo: &Obiettivo) -> String {
    format!("scheda-{}", obiettivo.codice)
}

/// The words of a card's heading: its number and title, and its year where the plan covers several.
pub(super) fn intestazione(scheda: &Scheda, obiettivo: &Obiettivo, words: &Parole) -> String {
    let titolo = parole(&scheda.titolo);
    let anni = obiettivo.anni;
    let anni = anni.map_or_else(String::new, |anni| format!(" ({anni})"));
    match &scheda.numero {
        Some(numero) => {
            let titolo = format!("{titolo}{anni}");
            words
                .allegati
                .obiettivo_n
                .con(&[("numero", numero), ("titolo", &titolo)])
        }
        None => format!("{titolo}{anni}"),
    }
}

/// The content of the card, its sections under headings of the third level.
pub(super) fn blocchi(scheda: &Scheda, obiettivo: &Obiettivo, words: &Parole) -> Vec<Block> {
    let mut blocchi = vec![dati(&scheda.dati)];
    for sezione in &scheda.sezioni {
        let ancora = format!("{}-{}", ancora(obiettivo), sezione.chiave);
        let titolo = Block::heading(Level::new(3), &sezione.titolo, ancora);
        let mut tutta: Vec<Block> = std::iter::once(titolo)
            .chain(corpo(sezione, words))
            .collect();
        if e_larga(sezione) {
            blocchi.push(Block::Landscape(tutta));
        } else {
            blocchi.append(&mut tutta);
        }
    }
    blocchi
}

/// The most columns that stand side by side on an upright page.
const IN_PIEDI: usize = 8;

/// Whether a section is a table for a page on its side.
const fn e_larga(sezione: &Sezione) -> bool {
    match &sezione.corpo {
        Corpo::Tabella(tabella) => tabella.colonne.len() > IN_PIEDI,
        Corpo::Testo(_) | Corpo::Passi(_) | Corpo::Voci(_) | Corpo::Mesi(_) | Corpo::Dati(_) => {
            false
        }
    }
}

/// Runs of text with their meaning: what is new is strong, what is gone is struck.
pub(super) fn inline(tratti: &[Tratto]) -> Vec<Inline> {
    tratti
        .iter()
        .map(|tratto| {
            let testo = Inline::text(&tratto.testo);
            match tratto.rilievo {
                Rilievo::Uguale => testo,
                Rilievo::Nuovo => Inline::Strong(vec![testo]),
                Rilievo::Tolto => Inline::Struck(vec![testo]),
            }
        })
        .collect()
}

fn paragrafo(tratti: &[Tratto]) -> Block {
    Block::words(ParagraphRole::Body, inline(tratti))
}

fn tutti(testi: &[Tratti]) -> impl Iterator<Item = &[Tratto]> {
    testi.iter().map(Vec::as_slice)
}

fn corpo(sezione: &Sezione, words: &Parole) -> Vec<Block> {
    match &sezione.corpo {
        Corpo::Testo(testo) => self::testo(testo),
        Corpo::Passi(passi) => vec![elenco(ListKind::Numbered { start: 1 }, tutti(passi))],
        Corpo::Voci(voci) => vec![elenco(ListKind::Bulleted, tutti(voci))],
        Corpo::Tabella(tabella) => vec![self::tabella(tabella)],
        Corpo::Mesi(righe) => mesi(righe, words),
        Corpo::Dati(voci) => vec![dati(voci)],
    }
}

/// Running text: paragraphs, and the lists in it.
pub(super) fn testo(testo: &[Capoverso]) -> Vec<Block> {
    let gruppi = Capoverso::gruppi(testo).flat_map(|(genere, capoversi)| {
        let testi = capoversi.iter().map(|uno| uno.testo.as_slice());
        match genere {
            GenereBrano::Capoverso => testi.map(paragrafo).collect(),
            GenereBrano::Punto => vec![elenco(ListKind::Bulleted, testi)],
            GenereBrano::Numero => vec![elenco(ListKind::Numbered { start: 1 }, testi)],
        }
    });
    gruppi.collect()
}

fn elenco<'a>(kind: ListKind, voci: impl Iterator<Item = &'a [Tratto]>) -> Block {
    let items = voci.map(|voce| vec![paragrafo(voce)]).collect();
    Block::List(List { kind, items })
}

/// Fields, one by one.
fn dati(dati: &[Dato]) -> Block {
    let righe = dati.iter().map(|dato| Row {
        cells: vec![
            Cell::text(CellRole::RowHeader, &dato.nome),
            Cell::new(CellRole::Data, vec![paragrafo(&dato.valore)]),
        ],
    });
    Block::Table(Table {
        caption: None,
        columns: vec![colonna(1.0, Align::Start), colonna(4.0, Align::Start)],
        header: Vec::new(),
        body: righe.collect(),
        footer: Vec::new(),
    })
}

fn tabella(tabella: &Tabella) -> Block {
    let mut colonne = tabella.colonne.iter();
    let senza_gruppo = colonne.all(|colonna| colonna.genere != GenereCella::Gruppo);
    let di_prosa = senza_gruppo && tabella.colonne.len() <= 3;
    let larghezza = |genere| match genere {
        GenereCella::Gruppo => 1.6,
        GenereCella::Soggetto | GenereCella::Valore if di_prosa => 3.0,
        GenereCella::Soggetto if senza_gruppo => 6.5,
        GenereCella::Soggetto => 5.0,
        GenereCella::Valore if tabella.colonne.len() > 6 => 1.6,
        GenereCella::Valore => 1.8,
    };
    let testa = tabella.colonne.iter();
    let testa = testa.map(|colonna| Cell::text(CellRole::ColumnHeader, &colonna.titolo));
    Block::Table(Table {
        caption: None,
        columns: tabella
            .colonne
            .iter()
            .map(|c| colonna(larghezza(c.genere), Align::Start))
            .collect(),
        header: vec![Row {
            cells: testa.collect(),
        }],
        body: (0..tabella.righe.len())
            .filter_map(|posto| riga(tabella, posto))
            .collect(),
        footer: Vec::new(),
    })
}

/// A row; the cell of its group is written once, in the first row that shares it.
fn riga(tabella: &Tabella, posto: usize) -> Option<Row> {
    let riga = tabella.righe.get(posto)?;
    let celle = tabella.colonne.iter().zip(&riga.celle).enumerate();
    let celle = celle.filter_map(|(colonna, (testa, cella))| match testa.genere {
        GenereCella::Gruppo => {
            let stessa = |riga: &Riga| riga.celle.get(colonna) == Some(cella);
            let prima = posto.checked_sub(1);
            let prima = prima.and_then(|prima| tabella.righe.get(prima));
            if prima.is_some_and(stessa) {
                return None;
            }
            let seguenti = tabella.righe.iter().skip(posto);
            let quante = seguenti.take_while(|riga| stessa(riga)).count();
            Some(cell(CellRole::RowHeader, cella).down(quante.max(1)))
        }
        GenereCella::Soggetto => Some(cell(CellRole::RowHeader, cella)),
        GenereCella::Valore => Some(cell(CellRole::Data, cella)),
    });
    Some(Row {
        cells: celle.collect(),
    })
}

fn cell(role: CellRole, cella: &Cella) -> Cell {
    let testo = (!cella.testo.is_empty()).then(|| paragrafo(&cella.testo));
    let note = cella.note.iter();
    let note = note.map(|nota| Block::words(ParagraphRole::Note, vec![Inline::text(nota)]));
    Cell::new(role, testo.into_iter().chain(note).collect())
}

/// The months in which things run: drawn, where there is nothing more to say of them.
fn mesi(righe: &[RigaMesi], words: &Parole) -> Vec<Block> {
    let mut segni = righe.iter().flat_map(|riga| &riga.segni).flatten();
    if segni.all(|segno| *segno == Segno::InCorso) {
        vec![cronoprogramma(righe, words)]
    } else {
        mesi_segnati(righe, words)
    }
}

/// A cronoprogramma; its words say of each row when it runs.
fn cronoprogramma(righe: &[RigaMesi], words: &Parole) -> Block {
    let detto: Vec<String> = righe
        .iter()
        .map(|riga| {
            format!(
                "{}: {}",
                riga.nome,
                lingua::mesi_segnati(&riga.segni, words)
            )
        })
        .collect();
    let tasks = righe.iter().map(|riga| Task {
        label: riga.nome.clone(),
        intervals: (0..riga.segni.len())
            .filter(|mese| riga.segni.get(*mese).is_some_and(Option::is_some))
            .map(|first| Interval { first, count: 1 })
            .collect(),
    });
    Block::Figure(Figure {
        content: FigureContent::Timeline(Timeline {
            periods: lingua::nomi_brevi_dei_mesi(words)
                .map(str::to_owned)
                .to_vec(),
            tasks: tasks.collect(),
        }),
        alt: format!(
            "{}. {}.",
            words.scheda.cronoprogramma.as_str(),
            detto.join("; ")
        ),
        caption: None,
    })
}

/// The months with what they mean, as a table that a screen reader can read.
fn mesi_segnati(righe: &[RigaMesi], words: &Parole) -> Vec<Block> {
    let mesi = lingua::nomi_brevi_dei_mesi(words);
    let testa = mesi
        .iter()
        .map(|nome| Cell::text(CellRole::ColumnHeader, *nome).aligned(Align::Center));
    let body = righe.iter().map(|riga| {
        let celle = riga.segni.iter().map(|segno| {
            let segno = segno.map(|segno| {
                let lettera = Inline::strong(segno.lettera(words));
                Block::words(ParagraphRole::Body, vec![lettera])
            });
            Cell::new(CellRole::Data, segno.into_iter().collect())
        });
        let nome = Cell::text(CellRole::RowHeader, &riga.nome);
        Row {
            cells: std::iter::once(nome).chain(celle).collect(),
        }
    });
    let table = Block::Table(Table {
        caption: None,
        columns: std::iter::once(colonna(5.0, Align::Start))
            .chain(std::iter::repeat_n(colonna(1.0, Align::Center), mesi.len()))
            .collect(),
        header: vec![Row {
            cells: std::iter::once(Cell::text(
                CellRole::ColumnHeader,
                words.comune.che_cosa.as_str(),
            ))
            .chain(testa)
            .collect(),
        }],
        body: body.collect(),
        footer: Vec::new(),
    });
    let legenda = words.obiettivo.legenda_mesi.as_str();
    let legenda = Block::words(ParagraphRole::Note, vec![Inline::text(legenda)]);
    vec![table, legenda]
}

const fn colonna(share: f32, align: Align) -> Column {
    Column {
        width: ColumnWidth::Share(share),
        align,
    }
}
