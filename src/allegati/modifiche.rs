//! The *schede modificate* of an act: what it changes in the plan, card by card, what is new in bold.

use super::chiusura::{self, Fonti};
use super::{Allegato, Origine, scheda};
use crate::document::{
    Align, Anchor, Block, Cell, CellRole, Column, ColumnWidth, Cover, Inline, Level, ParagraphRole,
    Row, Table, Target,
};
use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{
    Cambio, Ciclo, Effetto, Ente, GenereCambio, Modifica, Obiettivo, Presenza, Settore,
};
use crate::scheda::confronto::{Confronto, Differenza, confronta};
use crate::scheda::{Risultati, Scheda, scheda as scheda_di};

/// The document of a change.
pub(super) fn allegato(ente: &Ente, ciclo: &Ciclo, modifica: &Modifica) -> Allegato {
    let atto = lingua::atto(&modifica.atto);
    let titolo = format!("Schede modificate, {atto}");
    let argomento = format!(
        "Che cosa cambia nel piano della performance {} con {atto}",
        lingua::degli_anni(ciclo.anni)
    );
    let origine = Origine::dell_atto(ciclo, &modifica.atto);
    let mut documento = origine.documento(ente, ciclo, &titolo, &argomento);
    documento.cover = Some(Cover {
        title: "Schede modificate".to_owned(),
        subtitle: Some(format!(
            "Modifiche al piano della performance, {}",
            lingua::anni(ciclo.anni).to_lowercase()
        )),
        notes: vec![origine.provenienza()],
    });
    documento.blocks = vec![Block::heading(Level::FIRST, "L’atto", "atto")];
    documento.blocks.extend(atto_in_breve(modifica));
    documento.blocks.extend(sommario(ciclo, modifica));
    documento.blocks.extend(schede(ciclo, modifica));
    documento.blocks.extend(origine.firme());
    let fonti = Fonti::Modifica(&modifica.codice);
    documento.blocks.extend(chiusura::colofone(ciclo, fonti));
    let file = format!("modifiche-{}-{}", modifica.codice, ciclo.codice);
    origine.allegato(&file, titolo, ente, documento)
}

/// The act itself: what it is about, why, who was there.
fn atto_in_breve(modifica: &Modifica) -> Vec<Block> {
    let seduta = &modifica.seduta;
    let mut blocchi = vec![Block::paragraph(lingua::atto_intero(&modifica.atto))];
    let oggetto = modifica.atto.oggetto.as_ref();
    blocchi.extend(
        oggetto.map(|oggetto| Block::paragraph(format!("Oggetto: {}", lingua::frase(oggetto)))),
    );
    let motivazione = modifica.motivazione.as_deref().unwrap_or_default();
    let motivazione = crate::model::paragrafi(motivazione);
    blocchi.extend(motivazione.into_iter().map(Block::paragraph));
    let ricostruita = modifica.ricostruita.as_ref();
    blocchi.extend(ricostruita.map(|testo| {
        let testo = Inline::Emphasis(vec![Inline::text(lingua::frase(testo))]);
        Block::words(ParagraphRole::Body, vec![testo])
    }));
    if !seduta.componenti.is_empty() {
        let titolo = "Presenti alla seduta";
        blocchi.push(Block::heading(Level::new(2), titolo, "presenti"));
        let righe = seduta.componenti.iter().map(|componente| Row {
            cells: vec![
                Cell::text(CellRole::RowHeader, &componente.nome),
                Cell::text(CellRole::Data, componente.carica.as_deref().unwrap_or("–")),
                Cell::text(
                    CellRole::Data,
                    match componente.presenza {
                        Presenza::Presente => "Presente",
                        Presenza::Assente => "Assente",
                    },
                ),
            ],
        });
        blocchi.push(Block::Table(Table {
            caption: None,
            columns: [3.0, 3.0, 2.0].map(colonna).into(),
            header: vec![testa(&["Cognome e nome", "Carica", "Presenza"])],
            body: righe.collect(),
            footer: Vec::new(),
        }));
    }
    blocchi.extend(lingua::seduta(modifica).into_iter().map(Block::paragraph));
    blocchi
}

/// What the act does, card by card, in one table.
fn sommario(ciclo: &Ciclo, modifica: &Modifica) -> Vec<Block> {
    let righe = modifica.cambi.iter().map(|cambio| {
        let scheda = cambio.scheda();
        let link = Inline::Link {
            target: Target::Anchor(Anchor(scheda::ancora(scheda))),
            content: vec![Inline::text(titolo(scheda))],
        };
        let link = Block::words(ParagraphRole::Body, vec![link]);
        let etichetta = vec![Inline::strong(etichetta(cambio))];
        let cosa = Block::words(ParagraphRole::Body, etichetta);
        Row {
            cells: vec![
                dato(nome_breve(ciclo, scheda)),
                dato(scheda.numero.clone().unwrap_or_default()),
                Cell::new(CellRole::RowHeader, vec![link]),
                dato(pesi(cambio)),
                Cell::new(CellRole::Data, vec![cosa]),
            ],
        }
    });
    vec![
        Block::heading(Level::FIRST, "Che cosa cambia", "sommario"),
        Block::paragraph(format!("{}.", lingua::quanti_cambi(modifica))),
        Block::Table(Table {
            caption: None,
            columns: [2.4, 0.7, 5.4, 1.5, 2.0].map(colonna).into(),
            header: vec![testa(&["Settore", "N.", "Obiettivo", "Peso", "Che cosa"])],
            body: righe.collect(),
            footer: Vec::new(),
        }),
    ]
}

fn schede(ciclo: &Ciclo, modifica: &Modifica) -> Vec<Block> {
    let mut blocchi = Vec::new();
    let mut ultimo = None;
    for cambio in &modifica.cambi {
        let obiettivo = cambio.scheda();
        blocchi.push(Block::PageBreak);
        let gruppo = nome_settore(ciclo, obiettivo);
        if ultimo.as_ref() != Some(&gruppo) {
            let settore = ciclo.settore_di(obiettivo);
            let ancora = settore.map_or("struttura", |settore| settore.codice.as_str());
            let ancora = format!("gruppo-{ancora}");
            blocchi.push(Block::heading(Level::FIRST, &gruppo, ancora));
            ultimo = Some(gruppo);
        }
        blocchi.extend(cambiata(ciclo, cambio));
    }
    blocchi
}

fn cambiata(ciclo: &Ciclo, cambio: &Cambio) -> Vec<Block> {
    let obiettivo = cambio.scheda();
    let di = |obiettivo| scheda_di(obiettivo, ciclo, Risultati::DaCompilare);
    let confronto = match &cambio.effetto {
        Effetto::Modificato {
            prima: Some(prima),
            dopo,
        } => Some(confronta(&di(prima), &di(dopo))),
        _ => None,
    };
    let scheda = match &confronto {
        Some(confronto) => confronto.dopo.clone(),
        None => di(obiettivo),
    };
    let titolo = scheda::intestazione(&scheda, obiettivo);
    let mut blocchi = vec![
        Block::heading(Level::new(2), titolo, scheda::ancora(obiettivo)),
        Block::words(ParagraphRole::Body, vec![Inline::strong(etichetta(cambio))]),
    ];
    let motivo = cambio.motivo.as_ref();
    blocchi.extend(
        motivo.map(|motivo| Block::paragraph(format!("Motivo: {}", lingua::frase(motivo)))),
    );
    blocchi.push(spiegazione(cambio, confronto.as_ref()));
    blocchi.extend(differenze(obiettivo, confronto.as_ref()));
    blocchi.extend(intera(&scheda, obiettivo));
    blocchi
}

fn spiegazione(cambio: &Cambio, confronto: Option<&Confronto>) -> Block {
    let testo = match (cambio.genere(), confronto) {
        (GenereCambio::Modificato, Some(_)) => {
            "Nella scheda è in grassetto ciò che cambia; la tabella lo mostra prima e dopo."
        }
        (GenereCambio::Modificato, None) => {
            "La scheda approvata in origine non è fra i documenti: questa è la scheda come risulta dopo la modifica, senza il confronto con quella di prima."
        }
        (GenereCambio::Eliminato, _) => "L’obiettivo esce dal piano. Questa è la scheda com’era.",
        (GenereCambio::Inserito, _) => "L’obiettivo entra nel piano.",
    };
    Block::words(ParagraphRole::Note, vec![Inline::text(testo)])
}

fn differenze(obiettivo: &Obiettivo, confronto: Option<&Confronto>) -> Vec<Block> {
    let Some(confronto) = confronto.filter(|c| !c.differenze.is_empty()) else {
        return Vec::new();
    };
    let cella = |tratti: &[crate::scheda::Tratto]| {
        let blocco = Block::words(ParagraphRole::Body, scheda::inline(tratti));
        let pieno = !tratti.is_empty();
        Cell::new(
            CellRole::Data,
            pieno.then_some(blocco).into_iter().collect(),
        )
    };
    let riga = |differenza: &Differenza| Row {
        cells: vec![
            Cell::text(CellRole::RowHeader, &differenza.campo),
            cella(&differenza.prima),
            cella(&differenza.dopo),
        ],
    };
    let ancora = format!("{}-differenze", scheda::ancora(obiettivo));
    vec![
        Block::heading(Level::new(3), "Prima e dopo", ancora),
        Block::Table(Table {
            caption: None,
            columns: [3.0, 4.0, 4.0].map(colonna).into(),
            header: vec![testa(&["Che cosa", "Prima", "Dopo"])],
            body: confronto.differenze.iter().map(riga).collect(),
            footer: Vec::new(),
        }),
    ]
}

fn intera(scheda: &Scheda, obiettivo: &Obiettivo) -> Vec<Block> {
    let ancora = format!("{}-intera", scheda::ancora(obiettivo));
    let titolo = Block::heading(Level::new(3), "La scheda", ancora);
    std::iter::once(titolo)
        .chain(scheda::blocchi(scheda, obiettivo))
        .collect()
}

/// *MODIFICATO*, *ELIMINATO*, *INSERITO*, as the acts stamp their cards.
fn etichetta(cambio: &Cambio) -> String {
    cambio.genere().parola().to_uppercase()
}

fn pesi(cambio: &Cambio) -> String {
    let peso = |scheda: &Obiettivo| scheda.conta.peso().map(lingua::numero);
    let ora = peso(cambio.scheda());
    match (cambio.prima().and_then(peso), ora) {
        (Some(prima), Some(ora)) if prima != ora => format!("da {prima} a {ora}"),
        (_, Some(ora)) => ora,
        (_, None) => String::new(),
    }
}

fn nome_settore(ciclo: &Ciclo, obiettivo: &Obiettivo) -> String {
    let settore = ciclo.settore_di(obiettivo);
    settore.map_or_else(|| ciclo.nome_struttura.clone(), Settore::nome_intero)
}

fn nome_breve(ciclo: &Ciclo, obiettivo: &Obiettivo) -> String {
    let settore = ciclo.settore_di(obiettivo);
    settore.map_or_else(|| ciclo.nome_struttura.clone(), |s| s.nome_breve.clone())
}

fn dato(testo: String) -> Cell {
    if testo.is_empty() {
        Cell::new(CellRole::Data, Vec::new())
    } else {
        Cell::text(CellRole::Data, testo)
    }
}

fn testa(voci: &[&str]) -> Row {
    let celle = voci.iter();
    let celle = celle.map(|voce| Cell::text(CellRole::ColumnHeader, *voce));
    Row {
        cells: celle.collect(),
    }
}

const fn colonna(share: f32) -> Column {
    Column {
        width: ColumnWidth::Share(share),
        align: Align::Start,
    }
}
