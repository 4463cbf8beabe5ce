//! A cycle: one plan and its results.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{
    Ambito, Anni, Atto, Codice, Conta, FileAllegato, LegameStruttura, Modello, Modifica, Nodo,
    Obiettivo, Regole, Rendiconto, RuoloAtto, Settore, Testo,
};

/// One plan and its results, usually of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Ciclo {
    /// The folder's name and the segment in addresses: `2023`.
    pub codice: Codice,
    /// Names that its folder had before: their addresses lead here.
    pub alias: Vec<Codice>,
    /// The years that it plans: usually one.
    pub anni: Anni,
    /// The three years of the plan that this one is part of.
    pub triennio: Option<Anni>,
    /// What the objectives of the whole entity are called, where that is not *Obiettivi di struttura*.
    pub nome_struttura: Option<String>,
    /// Whether the documents have every card of the plan.
    pub estensione: Estensione,
    /// How weights and grades are counted.
    pub regole: Regole,
    /// The form of the cards.
    pub modello: Modello,
    /// What stands above the objectives.
    pub programmazione: Vec<Nodo>,
    /// In the order of `ciclo.yaml`.
    pub atti: Vec<Atto>,
    /// In the order of `ciclo.yaml`, which is that of the griglia.
    pub settori: Vec<Settore>,
    /// The plan in force, with its results: those of struttura first, then settore by settore, each
    /// in order of ufficio, year and number.
    pub obiettivi: Vec<Obiettivo>,
    /// The cards of the plan as first approved that an adopted act changed or took out, as they were, in the
    /// same order. The others stand among `obiettivi`: [`Ciclo::originari`] gives both.
    pub superati: Vec<Obiettivo>,
    /// What acts changed, by date.
    pub modifiche: Vec<Modifica>,
    /// The narrative, if the relazione has been written.
    pub relazione: Option<Relazione>,
    /// The documents that it carries as files, in the order of `ciclo.yaml`.
    pub documenti: Vec<FileAllegato>,
    /// When its content was last checked, where somebody says so.
    pub aggiornato: Option<NaiveDate>,
    /// The files that it was read from, in order of path.
    pub fonti: Vec<Fonte>,
}

/// A file that a ciclo was read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fonte {
    /// Its path below the folder of the ciclo, with `/`: `obiettivi/finanziario.yaml`.
    pub percorso: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// Whether the documents have every card of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Estensione {
    /// They have.
    Intero,
    /// Only some: sums over them would say nothing.
    Parziale,
}

impl Ciclo {
    /// A cycle with nothing in it yet, counted and drawn in the usual way.
    #[must_use]
    pub fn nuovo(codice: Codice, anni: Anni) -> Self {
        Self {
            codice,
            alias: Vec::new(),
            anni,
            triennio: None,
            nome_struttura: None,
            estensione: Estensione::Intero,
            regole: Regole::default(),
            modello: Modello::default(),
            programmazione: Vec::new(),
            atti: Vec::new(),
            settori: Vec::new(),
            obiettivi: Vec::new(),
            superati: Vec::new(),
            modifiche: Vec::new(),
            relazione: None,
            documenti: Vec::new(),
            aggiornato: None,
            fonti: Vec::new(),
        }
    }

    /// What the objectives of the whole entity are called in Italian.
    #[must_use]
    pub fn nome_struttura_usuale(&self) -> &str {
        let suo = self.nome_struttura.as_deref();
        suo.unwrap_or("Obiettivi di struttura")
    }

    /// The acts of one role, in order.
    pub fn atti_di(&self, ruolo: RuoloAtto) -> impl Iterator<Item = &Atto> {
        self.atti.iter().filter(move |atto| atto.ruolo == ruolo)
    }

    /// The first adopted act of a role; without it the documents that it approves are drafts.
    #[must_use]
    pub fn atto_adottato(&self, ruolo: RuoloAtto) -> Option<&Atto> {
        self.atti_di(ruolo).find(|atto| atto.data().is_some())
    }

    /// Every act of the ciclo by date, those that change the plan included; those without a date
    /// last.
    #[must_use]
    pub fn tutti_gli_atti(&self) -> Vec<&Atto> {
        let modifiche = self.modifiche.iter().map(|modifica| &modifica.atto);
        // An act that has its folder need not be listed, and is listed once if it is.
        let elencati = self.atti.iter().filter(|atto| {
            let mut altri = modifiche.clone();
            !altri.any(|altro| altro.e_lo_stesso(atto))
        });
        let mut atti: Vec<&Atto> = elencati.chain(modifiche.clone()).collect();
        atti.sort_by_key(|atto| (atto.data().is_none(), atto.data()));
        atti
    }

    /// Whether something was judged: the year is being closed, or closed.
    #[must_use]
    pub fn ha_valutazioni(&self) -> bool {
        self.obiettivi.iter().any(Obiettivo::ha_valutazioni)
            || self
                .programmazione
                .iter()
                .any(|nodo| nodo.risultato.is_some())
    }

    /// Whether the year is told about: something was judged, or something came of a card beyond the
    /// check during the year.
    #[must_use]
    pub fn ha_rendiconto(&self) -> bool {
        self.ha_valutazioni() || self.obiettivi.iter().any(Obiettivo::e_rendicontato)
    }

    /// Whether the relazione reports on an objective: on some settore that it is of.
    #[must_use]
    pub fn e_rendicontato(&self, obiettivo: &Obiettivo) -> bool {
        self.settori_rendicontati()
            .any(|settore| obiettivo.riguarda(settore))
    }

    /// Whether the plan has weights at all.
    #[must_use]
    pub fn ha_pesi(&self) -> bool {
        let cambiati = self.modifiche.iter().flat_map(|modifica| &modifica.cambi);
        self.obiettivi
            .iter()
            .chain(cambiati.map(super::Cambio::scheda))
            .any(|obiettivo| matches!(obiettivo.conta, Conta::Peso(_)))
    }

    /// The parts of every objective that has some, each in the order of the plan.
    #[must_use]
    pub fn parti(&self) -> BTreeMap<&Codice, Vec<&Obiettivo>> {
        let mut parti: BTreeMap<&Codice, Vec<&Obiettivo>> = BTreeMap::new();
        for obiettivo in &self.obiettivi {
            if let Some(intero) = &obiettivo.legami.parte_di {
                parti.entry(intero).or_default().push(obiettivo);
            }
        }
        parti
    }

    /// The settori that the relazione reports on.
    pub fn settori_rendicontati(&self) -> impl Iterator<Item = &Settore> {
        self.settori
            .iter()
            .filter(|settore| settore.rendiconto == Rendiconto::Compreso)
    }

    /// The settori that the objectives of struttura bear on and that the relazione reports on.
    pub fn settori_di_struttura(&self) -> impl Iterator<Item = &Settore> {
        self.settori_rendicontati()
            .filter(|settore| settore.struttura == LegameStruttura::Partecipa)
    }

    /// The objectives of the whole entity.
    pub fn obiettivi_di_struttura(&self) -> impl Iterator<Item = &Obiettivo> {
        self.obiettivi
            .iter()
            .filter(|obiettivo| obiettivo.ambito == Ambito::Struttura)
    }

    /// A settore's own objectives, without those of struttura; shared ones are every sharer's own.
    pub fn obiettivi_propri<'a>(
        &'a self,
        settore: &'a Settore,
    ) -> impl Iterator<Item = &'a Obiettivo> {
        self.obiettivi.iter().filter(move |obiettivo| {
            obiettivo.ambito != Ambito::Struttura && obiettivo.riguarda(settore)
        })
    }

    /// The settore of that code.
    #[must_use]
    pub fn settore(&self, codice: &Codice) -> Option<&Settore> {
        self.settori
            .iter()
            .find(|settore| settore.codice == *codice)
    }

    /// The settore of an objective; the first of those that share it, none for one of struttura.
    #[must_use]
    pub fn settore_di(&self, obiettivo: &Obiettivo) -> Option<&Settore> {
        obiettivo
            .ambito
            .settore()
            .and_then(|codice| self.settore(codice))
    }

    /// Who answers for an objective, each with how much of it; nobody where the documents name nobody.
    /// For one of struttura all those who answer for the settori that it bears on, each for the whole.
    #[must_use]
    pub fn chi_risponde<'a>(&'a self, obiettivo: &'a Obiettivo) -> Vec<Parte<'a>> {
        if !obiettivo.conta_da_solo() {
            return Vec::new();
        }
        let quanto = obiettivo.conta.quanto();
        let parte = |chi, settore, quanto| Parte {
            chi,
            settore,
            quanto,
        };
        let parti: Vec<Parte<'a>> = match &obiettivo.ambito {
            Ambito::Struttura => {
                let settori = self.settori.iter().filter(|s| obiettivo.riguarda(s));
                settori
                    .filter_map(|settore| {
                        let chi = obiettivo.risponde(Some(settore))?;
                        Some(parte(chi, settore, quanto))
                    })
                    .collect()
            }
            Ambito::Settore { settore, .. } => {
                let settore = self.settore(settore);
                let chi = obiettivo.risponde(settore).zip(settore);
                chi.map(|(chi, settore)| parte(chi, settore, quanto))
                    .into_iter()
                    .collect()
            }
            Ambito::Condiviso(quote) => quote
                .iter()
                .filter_map(|quota| {
                    let settore = self.settore(&quota.settore)?;
                    let chi = quota.responsabile.as_ref();
                    let chi = chi.or_else(|| obiettivo.risponde(Some(settore)))?;
                    let parte_sua = quota.parte.punti() / Decimal::ONE_HUNDRED;
                    Some(parte(chi, settore, quanto * parte_sua))
                })
                .collect(),
        };
        // Who heads two settori answers for an objective of struttura once.
        let mut una_volta: Vec<Parte<'a>> = Vec::new();
        for parte in parti {
            let gia = una_volta.iter().any(|altra| altra.chi == parte.chi);
            if obiettivo.ambito != Ambito::Struttura || !gia {
                una_volta.push(parte);
            }
        }
        una_volta
    }

    /// The objective of that code, in force or taken out by a change.
    #[must_use]
    pub fn scheda(&self, codice: &Codice) -> Option<&Obiettivo> {
        let in_vigore = self.obiettivi.iter().find(|o| o.codice == *codice);
        in_vigore.or_else(|| {
            let mut eliminati = self.eliminati().into_iter();
            eliminati
                .find(|(scheda, _)| scheda.codice == *codice)
                .map(|(scheda, _)| scheda)
        })
    }

    /// Everything of the planning that stands above something, from the top down, in the order of
    /// `ciclo.yaml`.
    #[must_use]
    pub fn sopra(&self, codici: &[String]) -> Vec<&Nodo> {
        let mut presi: BTreeSet<&str> = BTreeSet::new();
        let mut da_prendere: Vec<&str> = codici.iter().map(String::as_str).collect();
        while let Some(codice) = da_prendere.pop() {
            let mut nodi = self.programmazione.iter();
            let nodo = nodi.find(|nodo| nodo.codice == codice);
            // Nodes that stand above each other are taken once.
            if let Some(nodo) = nodo.filter(|nodo| presi.insert(&nodo.codice)) {
                da_prendere.extend(nodo.sotto.iter().map(String::as_str));
            }
        }
        let nodi = self.programmazione.iter();
        nodi.filter(|nodo| presi.contains(nodo.codice.as_str()))
            .collect()
    }

    /// Where a card stands in the plan: those of struttura first, then settore by settore, each by
    /// ufficio, year, number and code.
    #[must_use]
    pub fn ordine(&self, obiettivo: &Obiettivo) -> impl Ord + use<> {
        let settore = self.settore_di(obiettivo);
        let posto = settore.and_then(|settore| {
            let mut settori = self.settori.iter();
            settori.position(|altro| altro.codice == settore.codice)
        });
        let ufficio = settore.zip(obiettivo.ambito.ufficio());
        let ufficio = ufficio.and_then(|(settore, codice)| {
            let mut uffici = settore.uffici.iter();
            uffici.position(|ufficio| ufficio.codice == *codice)
        });
        let numero = obiettivo.numero.as_ref();
        let numero = numero.and_then(|numero| numero.parse::<u32>().ok());
        (
            posto,
            ufficio.unwrap_or(usize::MAX),
            obiettivo.anni,
            numero.unwrap_or(u32::MAX),
            obiettivo.codice.clone(),
        )
    }
}

/// Somebody's part of an objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parte<'a> {
    /// Who answers for it.
    pub chi: &'a super::Responsabile,
    /// For which settore.
    pub settore: &'a Settore,
    /// How much of its weight it is; without weights, of 1.
    pub quanto: Decimal,
}

/// The narrative part of the relazione sulla performance.
#[derive(Debug, Clone, PartialEq)]
pub struct Relazione {
    /// Where it is signed.
    pub luogo: Option<String>,
    /// When it is signed.
    pub data: Option<NaiveDate>,
    /// Its chapters, in order of file name.
    pub capitoli: Vec<Testo>,
}
