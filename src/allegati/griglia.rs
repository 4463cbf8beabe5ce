//! The *griglia report valutazione*: alone as an allegato, or inside the relazione.

use super::{Allegato, documento, luogo_e_data, provenienza, schede, tabella};
use crate::document::{Block, Inline, Level, ParagraphRole};
use crate::griglia;
use crate::model::{Ciclo, Ente, RuoloAtto};
use crate::score;

/// How the results come about.
const METODO: &str = "Il risultato di un settore è la media dei gradi di raggiungimento dei suoi obiettivi e di quelli di struttura, ciascuno contato secondo il suo peso: somma di peso × grado, divisa per la somma dei pesi. Un obiettivo non valutato non entra nel calcolo.";

/// Whether there is a griglia: always, but for a year whose cards are published and of which nothing
/// is reported yet.
pub(super) fn ci_sono(ciclo: &Ciclo) -> bool {
    let solo_piano = schede::ci_sono(ciclo) && !ciclo.ha_valutazioni() && ciclo.relazione.is_none();
    !ciclo.obiettivi.is_empty() && !solo_piano
}

pub(super) fn titolo(ciclo: &Ciclo) -> String {
    format!("Griglia report valutazione performance {}", ciclo.anno)
}

pub(super) fn allegato(ente: &Ente, ciclo: &Ciclo) -> Allegato {
    let titolo = titolo(ciclo);
    let argomento = format!(
        "Obiettivi, pesi, indicatori e grado di raggiungimento dell’anno {}, settore per settore",
        ciclo.anno
    );
    let mut documento = documento(ente, ciclo, RuoloAtto::Relazione, &titolo, &argomento);
    documento.blocks = vec![
        riga(ParagraphRole::Lead, ente_per_esteso(ente)),
        Block::heading(Level::FIRST, &titolo, "griglia"),
        riga(
            ParagraphRole::Lead,
            provenienza(ciclo, RuoloAtto::Relazione),
        ),
    ];
    documento.blocks.extend(blocchi(ciclo, Level::new(2)));
    let chiusura = luogo_e_data(ente, ciclo).map(|testo| riga(ParagraphRole::Closing, testo));
    documento.blocks.extend(chiusura);
    Allegato::nuovo(
        ciclo,
        RuoloAtto::Relazione,
        "griglia-report-valutazione",
        titolo,
        documento,
    )
}

/// The tables, under headings from `livello` down.
pub(super) fn blocchi(ciclo: &Ciclo, livello: Level) -> Vec<Block> {
    let risultati = score::risultati(ciclo);
    let sotto = Level::new(livello.depth() + 1);
    let mut blocchi = Vec::new();
    if let Some(struttura) = griglia::struttura(ciclo) {
        blocchi.push(Block::heading(
            livello,
            &struttura.titolo,
            "griglia-struttura",
        ));
        blocchi.push(tabella::blocco(&struttura));
    }
    let titolo = "Obiettivi strategici per settore e risultati perseguiti";
    blocchi.push(Block::heading(livello, titolo, "griglia-settori"));
    for risultato in &risultati {
        let tabella = griglia::di_settore(risultato);
        let ancora = format!("griglia-settore-{}", risultato.settore.codice);
        blocchi.push(Block::heading(sotto, &tabella.titolo, ancora));
        if let Some(responsabile) = &risultato.settore.responsabile {
            let testo = format!("Responsabile: {}", responsabile.0);
            blocchi.push(Block::paragraph(testo));
        }
        if tabella.righe.is_empty() {
            let testo = "Il settore ha soltanto gli obiettivi di struttura.";
            blocchi.push(Block::paragraph(testo));
        } else {
            blocchi.push(tabella::blocco(&tabella));
        }
    }
    let sintesi = griglia::sintesi(&risultati);
    blocchi.push(Block::heading(livello, &sintesi.titolo, "griglia-sintesi"));
    blocchi.push(Block::paragraph(METODO));
    blocchi.push(tabella::blocco(&sintesi));
    blocchi
}

fn riga(role: ParagraphRole, testo: String) -> Block {
    Block::words(role, vec![Inline::Text(testo)])
}

fn ente_per_esteso(ente: &Ente) -> String {
    match &ente.territorio {
        Some(territorio) => format!("{} – {territorio}", ente.denominazione),
        None => ente.denominazione.clone(),
    }
}
