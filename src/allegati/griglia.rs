//! The *griglia report valutazione*: alone as an allegato, or inside the relazione.

use super::chiusura::{self, Fonti};
use super::{Allegato, Origine, grafici, luogo_e_data, quali, tabella};
use crate::document::{Block, Inline, Level, ParagraphRole};
use crate::griglia;
use crate::lingua;
use crate::model::{AmbitoPesi, Ciclo, Conta, Ente, RegolaPesi, RuoloAtto};
use crate::parole::{Parole, Testo};
use crate::score::{self, RisultatoSettore};

/// Whether there is a griglia: always, but for a plan whose cards are published and of which nothing
/// is reported yet.
pub(super) fn c_e(ciclo: &Ciclo) -> bool {
    let pubblicate = quali::dicono_di_piu(ciclo.originari()) || !ciclo.modifiche.is_empty();
    let solo_piano = pubblicate && !ciclo.ha_rendiconto() && ciclo.relazione.is_none();
    !ciclo.obiettivi.is_empty() && !solo_piano
}

pub(super) fn titolo(ciclo: &Ciclo, parole: &Parole) -> String {
    let anni = ciclo.anni.to_string();
    parole.allegati.griglia.con(&[("anni", &anni)])
}

pub(super) fn allegato(ente: &Ente, ciclo: &Ciclo, parole: &Parole) -> Allegato {
    let titolo = titolo(ciclo, parole);
    let allegati = &parole.allegati;
    let argomento = lingua::secondo_gli_anni(
        ciclo.anni,
        &allegati.argomento_griglia,
        &allegati.argomento_griglia_anni,
    );
    let origine = Origine::del_ruolo(ciclo, RuoloAtto::Relazione, parole);
    let mut documento = origine.documento(ente, ciclo, &titolo, &argomento);
    documento.blocks = vec![
        Block::heading(Level::FIRST, &titolo, "griglia"),
        riga(ParagraphRole::Lead, origine.provenienza()),
    ];
    documento
        .blocks
        .extend(blocchi(ciclo, Level::new(2), parole));
    let chiusura =
        luogo_e_data(ente, ciclo, parole).map(|testo| riga(ParagraphRole::Closing, testo));
    documento.blocks.extend(chiusura);
    documento.blocks.extend(origine.firme());
    documento
        .blocks
        .extend(chiusura::colofone(ciclo, Fonti::Ciclo, parole));
    let file = format!("griglia-report-valutazione-{}", ciclo.codice);
    origine.allegato(&file, titolo, ente, documento)
}

/// The tables, under headings from `livello` down.
pub(super) fn blocchi(ciclo: &Ciclo, livello: Level, parole: &Parole) -> Vec<Block> {
    let risultati = score::risultati(ciclo);
    let sotto = Level::new(livello.depth() + 1);
    let mut blocchi = Vec::new();
    if let Some(struttura) = griglia::struttura(ciclo, parole) {
        blocchi.push(Block::heading(
            livello,
            &struttura.titolo,
            "griglia-struttura",
        ));
        blocchi.push(tabella::blocco(&struttura));
    }
    let titolo = parole.allegati.per_settore.as_str();
    blocchi.push(Block::heading(livello, titolo, "griglia-settori"));
    for risultato in risultati.iter().filter(|r| r.e_rendicontato()) {
        blocchi.extend(di_settore(ciclo, risultato, sotto, parole));
    }
    let sintesi = griglia::sintesi(ciclo, &risultati, parole);
    blocchi.push(Block::heading(livello, &sintesi.titolo, "griglia-sintesi"));
    blocchi.push(Block::paragraph(metodo(ciclo, parole)));
    blocchi.extend(fasce(ciclo, parole));
    blocchi.extend(grafici::risultati(&risultati, parole));
    blocchi.push(tabella::blocco(&sintesi));
    if let Some(complessivi) = griglia::complessivi(ciclo, parole) {
        let ancora = "griglia-complessivi";
        blocchi.push(Block::heading(livello, &complessivi.titolo, ancora));
        blocchi.push(tabella::blocco(&complessivi));
    }
    if let Some(programmazione) = griglia::programmazione(ciclo, parole) {
        let ancora = "griglia-programmazione";
        blocchi.push(Block::heading(livello, &programmazione.titolo, ancora));
        blocchi.push(tabella::blocco(&programmazione));
    }
    blocchi
}

/// A settore: who answers, what happened to it, its objectives, what the act has wrong.
fn di_settore(
    ciclo: &Ciclo,
    risultato: &RisultatoSettore<'_>,
    livello: Level,
    parole: &Parole,
) -> Vec<Block> {
    let settore = risultato.settore;
    let tabella = griglia::di_settore(ciclo, risultato, parole);
    let ancora = format!("griglia-settore-{}", settore.codice);
    let mut blocchi = vec![Block::heading(livello, &tabella.titolo, ancora)];
    if let Some(responsabile) = &settore.responsabile {
        let testo = parole
            .comune
            .responsabile_nome
            .con(&[("nome", &responsabile.0)]);
        blocchi.push(Block::paragraph(testo));
    }
    let vicende = settore.vicende.iter();
    blocchi
        .extend(vicende.map(|vicenda| Block::paragraph(lingua::vicenda(vicenda, ciclo, parole))));
    if tabella.righe.is_empty() {
        let testo = parole.allegati.solo_di_struttura.as_str();
        blocchi.push(Block::paragraph(testo));
    } else {
        blocchi.push(tabella::blocco(&tabella));
    }
    let segnalazioni = settore.segnalazioni.iter();
    blocchi.extend(segnalazioni.map(|segnalazione| {
        riga(
            ParagraphRole::Note,
            crate::scheda::segnalata(segnalazione, parole),
        )
    }));
    blocchi
}

/// How the results come about, by what the plan has.
fn metodo(ciclo: &Ciclo, parole: &Parole) -> String {
    let metodo = &parole.metodo;
    let mut frasi = vec![if ciclo.ha_pesi() {
        &metodo.con_pesi
    } else {
        &metodo.senza_pesi
    }];
    let pesi = ciclo.regole.pesi;
    if ciclo.ha_pesi() && pesi.regola == RegolaPesi::Riproporzionati {
        frasi.push(&metodo.in_proporzione);
    }
    match pesi.ambito {
        AmbitoPesi::Settore => {}
        AmbitoPesi::Ente => frasi.push(&metodo.dell_ente),
        AmbitoPesi::Persona => frasi.push(&metodo.della_persona),
    }
    let mut obiettivi = ciclo.obiettivi.iter();
    if obiettivi.any(|obiettivo| obiettivo.conta == Conta::Condizione) {
        frasi.push(&metodo.condizione);
    }
    let frasi: Vec<&str> = frasi.into_iter().map(Testo::as_str).collect();
    frasi.join(" ")
}

/// The bands that grades fall into, in words.
fn fasce(ciclo: &Ciclo, parole: &Parole) -> Option<Block> {
    let detto = lingua::fasce(&ciclo.regole, parole)?;
    Some(Block::paragraph(
        parole.anno.fasce.con(&[("fasce", &detto)]),
    ))
}

fn riga(role: ParagraphRole, testo: String) -> Block {
    Block::words(role, vec![Inline::Text(testo)])
}
