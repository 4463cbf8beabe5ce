//! The *schede modificate* of an act: what it changes in the plan, card by card, what is new in bold.

use super::chiusura::{self, Fonti};
use super::{Allegato, Origine, scheda};
use crate::document::{
    Align, Anchor, Block, Cell, CellRole, Column, ColumnWidth, Cover, Inline, Level, ParagraphRole,
    Row, Table, Target,
};
use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{Cambio, Ciclo, Effetto, Ente, GenereCambio, Modifica, Obiettivo, Presenza};
use crate::parole::Parole;
use crate::scheda::confronto::{Confronto, Differenza, confronta};
use crate::scheda::{Capoverso, Risultati, Scheda, scheda as scheda_di};

/// The document of a change.
pub(super) fn allegato(
    ente: &Ente,
    ciclo: &Ciclo,
    modifica: &Modifica,
    parole: &Parole,
) -> Allegato {
    let atto = lingua::atto(&modifica.atto, parole);
    let titolo = parole.allegati.modificate.con(&[("atto", &atto)]);
    let allegati = &parole.allegati;
    let argomento = lingua::per_anni(
        ciclo.anni,
        &allegati.argomento_modifiche,
        &allegati.argomento_modifiche_anni,
    );
    let argomento = argomento.con(&[("anni", &ciclo.anni.to_string()), ("atto", &atto)]);
    let origine = Origine::dell_atto(ciclo, &modifica.atto, parole);
    let mut documento = origine.documento(ente, ciclo, &titolo, &argomento);
    documento.cover = Some(Cover {
        title: parole.allegati.modificate_copertina.to_string(),
        subtitle: Some(
            parole
                .allegati
                .modifiche_al_piano
                .con(&[("anni", &lingua::anni_in_riga(ciclo.anni, parole))]),
        ),
        notes: vec![origine.provenienza()],
    });
    documento.blocks = vec![Block::heading(
        Level::FIRST,
        parole.modifica.atto.as_str(),
        "atto",
    )];
    documento.blocks.extend(atto_in_breve(modifica, parole));
    documento.blocks.extend(sommario(ciclo, modifica, parole));
    documento.blocks.extend(schede(ciclo, modifica, parole));
    documento.blocks.extend(origine.firme());
    let fonti = Fonti::Modifica(&modifica.codice);
    documento
        .blocks
        .extend(chiusura::colofone(ciclo, fonti, parole));
    let file = format!("modifiche-{}-{}", modifica.codice, ciclo.codice);
    origine.allegato(&file, titolo, ente, documento)
}

/// The act itself: what it is about, why, who was there.
fn atto_in_breve(modifica: &Modifica, parole: &Parole) -> Vec<Block> {
    let seduta = &modifica.seduta;
    let mut blocchi = vec![Block::paragraph(lingua::atto_intero(
        &modifica.atto,
        parole,
    ))];
    let oggetto = modifica.atto.oggetto.as_ref();
    blocchi.extend(oggetto.map(|oggetto| {
        Block::paragraph(
            parole
                .modifica
                .oggetto
                .con(&[("oggetto", &lingua::frase(oggetto))]),
        )
    }));
    let motivazione = modifica.motivazione.as_deref().unwrap_or_default();
    blocchi.extend(scheda::testo(&Capoverso::di(motivazione)));
    let ricostruita = modifica.ricostruita.as_ref();
    blocchi.extend(ricostruita.map(|testo| {
        let testo = Inline::Emphasis(vec![Inline::text(lingua::frase(testo))]);
        Block::words(ParagraphRole::Body, vec![testo])
    }));
    if !seduta.componenti.is_empty() {
        let titolo = parole.modifica.presenti.as_str();
        blocchi.push(Block::heading(Level::new(2), titolo, "presenti"));
        let righe = seduta.componenti.iter().map(|componente| Row {
            cells: vec![
                Cell::text(CellRole::RowHeader, &componente.nome),
                Cell::text(CellRole::Data, componente.carica.as_deref().unwrap_or("–")),
                Cell::text(
                    CellRole::Data,
                    match componente.presenza {
                        Presenza::Presente => parole.modifica.presente.as_str(),
                        Presenza::Assente => parole.modifica.assente.as_str(),
                    },
                ),
            ],
        });
        blocchi.push(Block::Table(Table {
            caption: None,
            columns: [3.0, 3.0, 2.0].map(colonna).into(),
            header: vec![testa(&[
                &parole.scheda.cognome_e_nome,
                &parole.modifica.carica,
                &parole.modifica.presenza,
            ])],
            body: righe.collect(),
            footer: Vec::new(),
        }));
    }
    blocchi.extend(
        lingua::seduta(modifica, parole)
            .into_iter()
            .map(Block::paragraph),
    );
    blocchi
}

/// What the act does, card by card, in one table.
fn sommario(ciclo: &Ciclo, modifica: &Modifica, parole: &Parole) -> Vec<Block> {
    let righe = modifica.cambi.iter().map(|cambio| {
        let scheda = cambio.scheda();
        let link = Inline::Link {
            target: Target::Anchor(Anchor(scheda::ancora(scheda))),
            content: vec![Inline::text(titolo(scheda, parole))],
        };
        let link = Block::words(ParagraphRole::Body, vec![link]);
        let etichetta = vec![Inline::strong(etichetta(cambio, parole))];
        let cosa = Block::words(ParagraphRole::Body, etichetta);
        Row {
            cells: vec![
                dato(nome_breve(ciclo, scheda, parole)),
                dato(scheda.numero.clone().unwrap_or_default()),
                Cell::new(CellRole::RowHeader, vec![link]),
                dato(pesi(cambio, parole)),
                Cell::new(CellRole::Data, vec![cosa]),
            ],
        }
    });
    vec![
        Block::heading(
            Level::FIRST,
            parole.modifica.che_cosa_cambia.as_str(),
            "sommario",
        ),
        Block::paragraph(format!("{}.", lingua::quanti_cambi(modifica, parole))),
        Block::Table(Table {
            caption: None,
            columns: [2.4, 0.7, 5.4, 1.5, 2.0].map(colonna).into(),
            header: vec![testa(&[
                &parole.comune.settore,
                &parole.allegati.numero,
                &parole.comune.obiettivo,
                &parole.comune.peso,
                &parole.comune.che_cosa,
            ])],
            body: righe.collect(),
            footer: Vec::new(),
        }),
    ]
}

fn schede(ciclo: &Ciclo, modifica: &Modifica, parole: &Parole) -> Vec<Block> {
    let mut blocchi = Vec::new();
    let mut ultimo = None;
    for cambio in &modifica.cambi {
        let obiettivo = cambio.scheda();
        blocchi.push(Block::PageBreak);
        let gruppo = nome_settore(ciclo, obiettivo, parole);
        if ultimo.as_ref() != Some(&gruppo) {
            let settore = ciclo.settore_di(obiettivo);
            let ancora = settore.map_or("struttura", |settore| settore.codice.as_str());
            let ancora = format!("gruppo-{ancora}");
            blocchi.push(Block::heading(Level::FIRST, &gruppo, ancora));
            ultimo = Some(gruppo);
        }
        blocchi.extend(cambiata(ciclo, cambio, parole));
    }
    blocchi
}

fn cambiata(ciclo: &Ciclo, cambio: &Cambio, parole: &Parole) -> Vec<Block> {
    let obiettivo = cambio.scheda();
    let di = |obiettivo| scheda_di(obiettivo, ciclo, Risultati::DaCompilare, parole);
    let confronto = match &cambio.effetto {
        Effetto::Modificato {
            prima: Some(prima),
            dopo,
        } => Some(confronta(&di(prima), &di(dopo), parole)),
        _ => None,
    };
    let scheda = match &confronto {
        Some(confronto) => confronto.dopo.clone(),
        None => di(obiettivo),
    };
    let titolo = scheda::intestazione(&scheda, obiettivo, parole);
    let mut blocchi = vec![
        Block::heading(Level::new(2), titolo, scheda::ancora(obiettivo)),
        Block::words(
            ParagraphRole::Body,
            vec![Inline::strong(etichetta(cambio, parole))],
        ),
    ];
    let motivo = cambio.motivo.as_ref();
    blocchi.extend(motivo.map(|motivo| {
        Block::paragraph(
            parole
                .modifica
                .motivo
                .con(&[("motivo", &lingua::frase(motivo))]),
        )
    }));
    blocchi.push(spiegazione(cambio, confronto.as_ref(), parole));
    blocchi.extend(differenze(obiettivo, confronto.as_ref(), parole));
    blocchi.extend(intera(&scheda, obiettivo, parole));
    blocchi
}

fn spiegazione(cambio: &Cambio, confronto: Option<&Confronto>, parole: &Parole) -> Block {
    let modifica = &parole.modifica;
    let testo = match (cambio.genere(), confronto) {
        (GenereCambio::Modificato, Some(_)) => &modifica.in_grassetto,
        (GenereCambio::Modificato, None) => &modifica.scheda_senza_confronto,
        (GenereCambio::Eliminato, _) => &modifica.scheda_che_esce,
        (GenereCambio::Inserito, _) => &modifica.entra,
    };
    Block::words(ParagraphRole::Note, vec![Inline::text(testo.as_str())])
}

fn differenze(obiettivo: &Obiettivo, confronto: Option<&Confronto>, parole: &Parole) -> Vec<Block> {
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
        Block::heading(Level::new(3), parole.modifica.confronto.as_str(), ancora),
        Block::Table(Table {
            caption: None,
            columns: [3.0, 4.0, 4.0].map(colonna).into(),
            header: vec![testa(&[
                &parole.comune.che_cosa,
                &parole.modifica.prima,
                &parole.modifica.dopo,
            ])],
            body: confronto.differenze.iter().map(riga).collect(),
            footer: Vec::new(),
        }),
    ]
}

fn intera(scheda: &Scheda, obiettivo: &Obiettivo, parole: &Parole) -> Vec<Block> {
    let ancora = format!("{}-intera", scheda::ancora(obiettivo));
    let titolo = Block::heading(Level::new(3), parole.allegati.la_scheda.as_str(), ancora);
    std::iter::once(titolo)
        .chain(scheda::blocchi(scheda, obiettivo, parole))
        .collect()
}

/// *MODIFICATO*, *ELIMINATO*, *INSERITO*, as the acts stamp their cards.
fn etichetta(cambio: &Cambio, parole: &Parole) -> String {
    lingua::cambio(cambio.genere(), parole).to_uppercase()
}

fn pesi(cambio: &Cambio, parole: &Parole) -> String {
    let peso = |scheda: &Obiettivo| scheda.conta.peso().map(|cosa| lingua::numero(cosa, parole));
    let ora = peso(cambio.scheda());
    match (cambio.prima().and_then(peso), ora) {
        (Some(prima), Some(ora)) if prima != ora => parole
            .modifica
            .da_a
            .con(&[("prima", &prima), ("dopo", &ora)]),
        (_, Some(ora)) => ora,
        (_, None) => String::new(),
    }
}

fn nome_settore(ciclo: &Ciclo, obiettivo: &Obiettivo, parole: &Parole) -> String {
    let settore = ciclo.settore_di(obiettivo);
    settore.map_or_else(
        || lingua::nome_struttura(ciclo, parole).to_owned(),
        |settore| lingua::nome_intero(settore, parole),
    )
}

fn nome_breve(ciclo: &Ciclo, obiettivo: &Obiettivo, parole: &Parole) -> String {
    let settore = ciclo.settore_di(obiettivo);
    settore.map_or_else(
        || lingua::nome_struttura(ciclo, parole).to_owned(),
        |settore| settore.nome_breve.clone(),
    )
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
