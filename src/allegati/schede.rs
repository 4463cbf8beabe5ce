//! The *schede obiettivi*: cards settore by settore, after an index with their weights. Of the plan as
//! approved, with columns to be filled in; and of the plan as it ended, with what came of it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::chiusura::{self, Fonti};
use super::racconto::{Raccontato, Racconto};
use super::{Origine, scheda};
use crate::document::{
    Align, Anchor, Block, Cell, CellRole, Column, ColumnWidth, Cover, Inline, Level, ParagraphRole,
    Row, Table, Target,
};
use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{
    Ambito, Ciclo, Codice, Conta, Ente, LegameStruttura, Obiettivo, RuoloAtto, Settore, Ufficio,
};
use crate::parole::Parole;
use crate::scheda::{Risultati, scheda as scheda_di};

/// The plan as approved.
pub(super) fn del_piano<'a>(ente: &Ente, ciclo: &'a Ciclo, parole: &'a Parole) -> Raccontato<'a> {
    let anni = ciclo.anni.to_string();
    let titolo = parole.allegati.schede.con(&[("anni", &anni)]);
    let argomento = lingua::secondo_gli_anni(
        ciclo.anni,
        &parole.allegati.argomento_schede,
        &parole.allegati.argomento_schede_anni,
    );
    let fascicolo = Fascicolo {
        ciclo,
        schede: ciclo.originari(),
        parti: None,
        parole,
    };
    let origine = Origine::del_ruolo(ciclo, RuoloAtto::Piano, parole);
    let mut documento = origine.documento(ente, ciclo, &titolo, &argomento);
    documento.cover = Some(fascicolo.copertina(&parole.allegati.schede_copertina, &origine));
    let mut fine: Vec<Block> = origine.firme().into_iter().collect();
    fine.extend(chiusura::colofone(ciclo, Fonti::Piano, parole));
    let file = format!("schede-obiettivi-{}", ciclo.codice);
    let racconto = Racconto::new(ente, fascicolo, fine);
    Raccontato {
        allegato: origine.allegato(&file, titolo, ente, documento),
        racconto: Some(racconto),
    }
}

/// The plan as it ended, with what came of it.
pub(super) fn finali<'a>(ente: &Ente, ciclo: &'a Ciclo, parole: &'a Parole) -> Raccontato<'a> {
    let anni = ciclo.anni.to_string();
    let titolo = parole.allegati.schede_finali.con(&[("anni", &anni)]);
    let argomento = lingua::secondo_gli_anni(
        ciclo.anni,
        &parole.allegati.argomento_finali,
        &parole.allegati.argomento_finali_anni,
    );
    let fascicolo = Fascicolo {
        ciclo,
        schede: ciclo.obiettivi.iter().collect(),
        parti: Some(ciclo.parti()),
        parole,
    };
    let origine = Origine::del_ruolo(ciclo, RuoloAtto::Relazione, parole);
    let mut documento = origine.documento(ente, ciclo, &titolo, &argomento);
    let copertina = parole.allegati.schede_finali_copertina.as_str();
    documento.cover = Some(fascicolo.copertina(copertina, &origine));
    let mut fine: Vec<Block> = origine.firme().into_iter().collect();
    fine.extend(chiusura::colofone(ciclo, Fonti::Ciclo, parole));
    let file = format!("schede-obiettivi-finali-{}", ciclo.codice);
    let racconto = Racconto::new(ente, fascicolo, fine);
    Raccontato {
        allegato: origine.allegato(&file, titolo, ente, documento),
        racconto: Some(racconto),
    }
}

/// Some cards of a ciclo, to be bound.
pub(super) struct Fascicolo<'a> {
    ciclo: &'a Ciclo,
    schede: Vec<&'a Obiettivo>,
    /// Of every objective, where what came of it is shown.
    parti: Option<BTreeMap<&'a Codice, Vec<&'a Obiettivo>>>,
    parole: &'a Parole,
}

/// Who has objectives: the whole entity, a settore, or an ufficio of one.
struct Gruppo<'a> {
    nome: String,
    ancora: String,
    settore: Option<&'a Settore>,
    obiettivi: Vec<&'a Obiettivo>,
}

impl<'a> Fascicolo<'a> {
    fn copertina(&self, titolo: &str, origine: &Origine<'_>) -> Cover {
        let ciclo = self.ciclo;
        let parole = self.parole;
        let anni = lingua::anni_in_riga(ciclo.anni, self.parole);
        Cover {
            title: titolo.to_owned(),
            subtitle: Some(match ciclo.triennio {
                Some(triennio) if triennio == ciclo.anni => parole
                    .allegati
                    .triennale
                    .con(&[("triennio", &triennio.to_string())]),
                Some(triennio) => parole
                    .allegati
                    .triennale_anni
                    .con(&[("triennio", &triennio.to_string()), ("anni", &anni)]),
                None => parole.allegati.piano.con(&[("anni", &anni)]),
            }),
            notes: vec![origine.provenienza()],
        }
    }

    /// Tells its blocks, card by card.
    pub(super) fn racconta(&self, a: &mut dyn FnMut(Block)) {
        a(Block::Contents {
            title: self.parole.allegati.indice.to_string(),
            depth: Level::new(2),
        });
        a(Block::PageBreak);
        self.indice().into_iter().for_each(&mut *a);
        // What happened to a settore is told once, before its uffici.
        let mut raccontato = None;
        for gruppo in self.gruppi() {
            a(Block::PageBreak);
            let ancora = format!("gruppo-{}", gruppo.ancora);
            a(Block::heading(Level::FIRST, &gruppo.nome, ancora));
            let codice = gruppo.settore.map(|settore| &settore.codice);
            if raccontato != codice {
                self.vicende(gruppo.settore).into_iter().for_each(&mut *a);
                raccontato = codice;
            }
            // A shared card stands with the first of those who share it.
            let suo = |obiettivo: &&&Obiettivo| {
                let primo = self.ciclo.settore_di(obiettivo);
                primo.map(|s| &s.codice) == gruppo.settore.map(|s| &s.codice)
            };
            // Each card on a page of its own, as the acts have it: it can be taken out and signed.
            for (posto, obiettivo) in gruppo.obiettivi.iter().filter(suo).enumerate() {
                if posto > 0 {
                    a(Block::PageBreak);
                }
                let scheda = scheda_di(
                    obiettivo,
                    self.ciclo,
                    self.risultati(obiettivo),
                    self.parole,
                );
                let titolo = scheda::intestazione(&scheda, obiettivo, self.parole);
                let ancora = scheda::ancora(obiettivo);
                a(Block::heading(Level::new(2), titolo, ancora));
                let blocchi = scheda::blocchi(&scheda, obiettivo, self.parole);
                blocchi.into_iter().for_each(&mut *a);
            }
        }
    }

    fn risultati(&self, obiettivo: &Obiettivo) -> Risultati<'_> {
        self.parti.as_ref().map_or(Risultati::DaCompilare, |parti| {
            let sue = parti.get(&obiettivo.codice);
            let parti = sue.map_or(&[][..], Vec::as_slice);
            Risultati::CheCiSono { parti }
        })
    }

    /// What happened to a settore during the year, once the year is told: the plan did not know.
    fn vicende(&self, settore: Option<&Settore>) -> Vec<Block> {
        let vicende = settore.iter().flat_map(|settore| &settore.vicende);
        vicende
            .filter(|_| self.parti.is_some())
            .map(|vicenda| Block::paragraph(lingua::vicenda(vicenda, self.ciclo, self.parole)))
            .collect()
    }

    fn gruppi(&self) -> Vec<Gruppo<'a>> {
        let struttura = Gruppo {
            nome: lingua::nome_struttura(self.ciclo, self.parole).to_owned(),
            ancora: "struttura".to_owned(),
            settore: None,
            obiettivi: self.di(|ambito| *ambito == Ambito::Struttura),
        };
        let settori = self.ciclo.settori.iter().flat_map(|settore| {
            let uffici = settore.uffici.iter();
            let uffici = uffici.map(|ufficio| self.di_ufficio(settore, ufficio));
            let suoi = Gruppo {
                nome: lingua::nome_intero(settore, self.parole),
                ancora: settore.codice.to_string(),
                settore: Some(settore),
                obiettivi: self.di(|ambito| match ambito {
                    Ambito::Struttura => false,
                    Ambito::Settore {
                        settore: suo,
                        ufficio,
                    } => *suo == settore.codice && ufficio.is_none(),
                    Ambito::Condiviso(quote) => {
                        quote.iter().any(|quota| quota.settore == settore.codice)
                    }
                }),
            };
            uffici.chain([suoi]).collect::<Vec<_>>()
        });
        std::iter::once(struttura)
            .chain(settori)
            .filter(|gruppo| !gruppo.obiettivi.is_empty())
            .collect()
    }

    fn di_ufficio(&self, settore: &'a Settore, ufficio: &Ufficio) -> Gruppo<'a> {
        Gruppo {
            nome: format!(
                "{} – {}",
                lingua::nome_intero(settore, self.parole),
                ufficio.nome
            ),
            ancora: format!("{}-{}", settore.codice, ufficio.codice),
            settore: Some(settore),
            obiettivi: self.di(|ambito| {
                ambito.settore() == Some(&settore.codice)
                    && ambito.ufficio() == Some(&ufficio.codice)
            }),
        }
    }

    fn di(&self, suo: impl Fn(&Ambito) -> bool) -> Vec<&'a Obiettivo> {
        let schede = self.schede.iter().copied();
        schede.filter(|scheda| suo(&scheda.ambito)).collect()
    }

    /// The index: every card, with its weight and what the weights of each settore sum to, where the
    /// plan has weights.
    fn indice(&self) -> Vec<Block> {
        let pesata = self.ciclo.ha_pesi();
        let titolo = if pesata {
            self.parole.allegati.obiettivi_e_pesi.as_str()
        } else {
            self.parole.allegati.gli_obiettivi.as_str()
        };
        let mut blocchi = vec![Block::heading(Level::FIRST, titolo, "pesi")];
        let colonne = Colonne {
            anno: self.schede.iter().any(|scheda| scheda.anni.is_some()),
            tipo: self.schede.iter().any(|scheda| !scheda.tipi.is_empty()),
            peso: pesata,
        };
        for gruppo in self.gruppi() {
            let footer = if pesata {
                self.somme(&gruppo, &colonne)
            } else {
                Vec::new()
            };
            blocchi.push(Block::Table(Table {
                caption: Some(vec![Inline::text(&gruppo.nome)]),
                columns: colonne.colonne(),
                header: vec![Row {
                    cells: colonne.teste(self.parole),
                }],
                body: gruppo
                    .obiettivi
                    .iter()
                    .map(|obiettivo| colonne.riga(obiettivo, gruppo.settore, self.parole))
                    .collect(),
                footer,
            }));
        }
        blocchi
    }

    fn somme(&self, gruppo: &Gruppo<'_>, colonne: &Colonne) -> Vec<Row> {
        let propri: Decimal = gruppo
            .obiettivi
            .iter()
            .filter_map(|obiettivo| peso(obiettivo, gruppo.settore))
            .sum();
        let mut somme =
            vec![colonne.somma(&self.parole.allegati.somma_dei_pesi, propri, self.parole)];
        let Some(settore) = gruppo.settore else {
            return somme;
        };
        let struttura: Decimal = self
            .schede
            .iter()
            .filter(|scheda| scheda.ambito == Ambito::Struttura)
            .filter_map(|scheda| scheda.peso_per(settore))
            .sum();
        if settore.struttura == LegameStruttura::Partecipa && !struttura.is_zero() {
            let nome = lingua::nome_struttura(self.ciclo, self.parole);
            let nome = lingua::in_mezzo(nome, self.parole);
            let voce = self.parole.allegati.somma_con.con(&[("nome", &nome)]);
            somme.push(colonne.somma(&voce, propri + struttura, self.parole));
        }
        somme.extend(settore.segnalazioni.iter().map(|segnalazione| Row {
            cells: vec![
                Cell::text(CellRole::Data, crate::scheda::segnalata(segnalazione, self.parole))
                    .across(colonne.quante()),
            ],
        }));
        somme
    }
}

fn peso(obiettivo: &Obiettivo, settore: Option<&Settore>) -> Option<Decimal> {
    match settore {
        Some(settore) => obiettivo.peso_per(settore),
        None => obiettivo.conta.peso().filter(|_| obiettivo.conta_da_solo()),
    }
}

/// Which columns the index has besides number and title.
struct Colonne {
    anno: bool,
    tipo: bool,
    peso: bool,
}

impl Colonne {
    /// A thing per column: number, year, title, kind, weight.
    fn scelte<T>(&self, [numero, anno, titolo, tipo, peso]: [T; 5]) -> Vec<T> {
        [
            (true, numero),
            (self.anno, anno),
            (true, titolo),
            (self.tipo, tipo),
            (self.peso, peso),
        ]
        .into_iter()
        .filter_map(|(scelta, cosa)| scelta.then_some(cosa))
        .collect()
    }

    fn quante(&self) -> usize {
        self.scelte([(); 5]).len()
    }

    fn colonne(&self) -> Vec<Column> {
        let column = |share, align| Column {
            width: ColumnWidth::Share(share),
            align,
        };
        self.scelte([
            column(0.6, Align::Start),
            column(1.2, Align::Start),
            column(7.0, Align::Start),
            column(1.8, Align::Start),
            column(1.2, Align::End),
        ])
    }

    fn teste(&self, parole: &Parole) -> Vec<Cell> {
        self.scelte(
            [
                &parole.allegati.numero,
                &parole.comune.anno,
                &parole.comune.obiettivo,
                &parole.comune.tipo,
                &parole.comune.peso,
            ]
            .map(|testa| Cell::text(CellRole::ColumnHeader, testa.as_str())),
        )
    }

    fn riga(&self, obiettivo: &Obiettivo, settore: Option<&Settore>, parole: &Parole) -> Row {
        let link = Inline::Link {
            target: Target::Anchor(Anchor(scheda::ancora(obiettivo))),
            content: vec![Inline::text(titolo(obiettivo, parole))],
        };
        let link = Block::words(ParagraphRole::Body, vec![link]);
        let peso = match obiettivo.conta {
            Conta::Condizione => parole.scheda.condizione.to_string(),
            _ => peso(obiettivo, settore)
                .map(|cosa| lingua::numero(cosa, parole))
                .unwrap_or_default(),
        };
        let anni = obiettivo.anni.map(|anni| anni.to_string());
        let dato = |testo: String| match testo.as_str() {
            "" => Cell::new(CellRole::Data, Vec::new()),
            _ => Cell::text(CellRole::Data, testo),
        };
        Row {
            cells: self.scelte([
                dato(obiettivo.numero.clone().unwrap_or_default()),
                dato(anni.unwrap_or_default()),
                Cell::new(CellRole::RowHeader, vec![link]),
                dato(lingua::tipi(&obiettivo.tipi, parole)),
                dato(peso),
            ]),
        }
    }

    fn somma(&self, voce: &str, valore: Decimal, parole: &Parole) -> Row {
        Row {
            cells: vec![
                Cell::text(CellRole::RowHeader, voce)
                    .across(self.quante().saturating_sub(1).max(1))
                    .aligned(Align::End),
                Cell::text(CellRole::Total, lingua::numero(valore, parole)).aligned(Align::End),
            ],
        }
    }
}
