//! Objectives: the promise, in the form of a card (*scheda*), and its result.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{
    Anni, Codice, Esito, Fase, Indicatore, LegameStruttura, Ottenuto, Percentuale, Peso,
    Responsabile, Risultato, Segnalazione, Settore, Valutazione,
};

/// An objective: the promise (its card, the *scheda*) and its outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obiettivo {
    /// Identifies it within the ciclo. Numbers restart by settore, titles repeat: codes do not.
    pub codice: Codice,
    /// Codes that it had before: their addresses lead here.
    pub alias: Vec<Codice>,
    /// The number on the card, as written.
    pub numero: Option<String>,
    /// Its title.
    pub titolo: String,
    /// Which year of how many, for an objective of several years.
    pub annualita: Option<Annualita>,
    /// The years that it is for, where the ciclo covers more.
    pub anni: Option<Anni>,
    /// Who it is for.
    pub ambito: Ambito,
    /// How much it counts.
    pub conta: Conta,
    /// What kind it is; several may hold at once.
    pub tipi: Vec<TipoObiettivo>,
    /// Who answers for it, where that is not the settore's responsabile.
    pub responsabile: Option<Responsabile>,
    /// What it is tied to.
    pub legami: Legami,
    /// What will be done and why.
    pub descrizione: Option<String>,
    /// The steps, in order.
    pub fasi: Vec<Fase>,
    /// With whom and with what.
    pub risorse: Risorse,
    /// By what it is measured.
    pub indicatori: Vec<Indicatore>,
    /// Who works on it.
    pub personale: Vec<Persona>,
    /// What the act has wrong and keeps.
    pub segnalazioni: Vec<Segnalazione>,
    /// What came of it.
    pub risultato: Risultato,
}

/// Whom an objective binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ambito {
    /// The whole entity: it bears on every settore, each with a grade of its own.
    Struttura,
    /// One settore.
    Settore {
        /// Its code.
        settore: Codice,
        /// The ufficio in it, where the card says so.
        ufficio: Option<Codice>,
    },
    /// Several settori or people, each with a share; at least one.
    Condiviso(Vec<Quota>),
}

impl Ambito {
    /// A settore as a whole.
    #[must_use]
    pub const fn settore_intero(settore: Codice) -> Self {
        Self::Settore {
            settore,
            ufficio: None,
        }
    }

    /// The settore; the first of those that share.
    #[must_use]
    pub fn settore(&self) -> Option<&Codice> {
        match self {
            Self::Struttura => None,
            Self::Settore { settore, .. } => Some(settore),
            Self::Condiviso(quote) => quote.first().map(|quota| &quota.settore),
        }
    }

    /// The ufficio.
    #[must_use]
    pub const fn ufficio(&self) -> Option<&Codice> {
        match self {
            Self::Settore { ufficio, .. } => ufficio.as_ref(),
            Self::Struttura | Self::Condiviso(_) => None,
        }
    }
}

/// A share of an objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quota {
    /// Whose.
    pub settore: Codice,
    /// Who answers for it, where that is not the settore's responsabile.
    pub responsabile: Option<Responsabile>,
    /// How much of the objective's weight it is.
    pub parte: Percentuale,
    /// From which day.
    pub dal: Option<NaiveDate>,
    /// To which day.
    pub al: Option<NaiveDate>,
}

/// How much something counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conta {
    /// So much.
    Peso(Peso),
    /// Nothing while it is met; not met, it cancels the result.
    Condizione,
    /// As much as the others: the plan has no weights.
    SenzaPeso,
}

impl Conta {
    /// The weight, where there is one.
    #[must_use]
    pub const fn peso(self) -> Option<Decimal> {
        match self {
            Self::Peso(peso) => Some(peso.valore()),
            Self::Condizione | Self::SenzaPeso => None,
        }
    }

    /// How much it counts beside others of its kind: its weight; 1 where there are no weights; a
    /// condition nothing.
    #[must_use]
    pub const fn quanto(self) -> Decimal {
        match self {
            Self::Peso(peso) => peso.valore(),
            Self::Condizione => Decimal::ZERO,
            Self::SenzaPeso => Decimal::ONE,
        }
    }
}

/// What kind an objective is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TipoObiettivo {
    /// Something new.
    Innovativo,
    /// Something kept going.
    Mantenimento,
    /// Something made better.
    Sviluppo,
    /// Something that the administration's programme turns on.
    Strategico,
}

impl TipoObiettivo {
    /// The kinds with the words that cards use for them.
    pub const PAROLE: [(&'static str, Self); 4] = [
        ("innovativo", Self::Innovativo),
        ("mantenimento", Self::Mantenimento),
        ("sviluppo", Self::Sviluppo),
        ("strategico", Self::Strategico),
    ];

    /// The word that cards use for it.
    #[must_use]
    pub fn parola(self) -> &'static str {
        Self::PAROLE
            .iter()
            .find(|(_, tipo)| *tipo == self)
            .map_or("", |(parola, _)| parola)
    }
}

/// What an objective is tied to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Legami {
    /// The field *collegamento DUP* of the form, in its words.
    pub dup: Option<String>,
    /// The codes of what stands above it in the planning: none, one or several.
    pub sotto: Vec<String>,
    /// The objective that it is a part of.
    pub parte_di: Option<Codice>,
    /// The objective that it goes on from, of the same ciclo or of another.
    pub continua: Option<Continuazione>,
}

/// The objective that one goes on from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Continuazione {
    /// The ciclo; `None` for the same one.
    pub ciclo: Option<Codice>,
    /// The objective.
    pub codice: Codice,
}

/// With whom and with what, in the words of the card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Risorse {
    /// Who works on it, by office or role.
    pub umane: Option<String>,
    /// With which means.
    pub strumentali: Option<String>,
    /// At which cost.
    pub costi: Option<String>,
    /// What should come out.
    pub attesi: Option<String>,
    /// What came out, where the approved card says so already.
    pub ottenuti: Option<String>,
}

/// Somebody who works on an objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    /// The category: *C1*, *Istruttore*.
    pub categoria: Option<String>,
    /// The name; `None` unless the ente publishes names (`pubblica_personale`).
    pub nome: Option<String>,
    /// How much of their work goes into it.
    pub partecipazione: Option<Percentuale>,
}

impl Obiettivo {
    /// A card with that much and nothing else.
    #[must_use]
    pub fn nuovo(codice: Codice, titolo: impl Into<String>, ambito: Ambito, conta: Conta) -> Self {
        let esito = match ambito {
            Ambito::Struttura => Esito::PerSettore(BTreeMap::new()),
            Ambito::Settore { .. } | Ambito::Condiviso(_) => Esito::Unico(None),
        };
        Self {
            codice,
            alias: Vec::new(),
            numero: None,
            titolo: titolo.into(),
            annualita: None,
            anni: None,
            ambito,
            conta,
            tipi: Vec::new(),
            responsabile: None,
            legami: Legami::default(),
            descrizione: None,
            fasi: Vec::new(),
            risorse: Risorse::default(),
            indicatori: Vec::new(),
            personale: Vec::new(),
            segnalazioni: Vec::new(),
            risultato: Risultato::vuoto(esito),
        }
    }

    /// The card as the plan has it: what came of it left out.
    #[must_use]
    pub fn senza_risultati(&self) -> Self {
        let nuovo = Self::nuovo(
            self.codice.clone(),
            self.titolo.clone(),
            self.ambito.clone(),
            self.conta,
        );
        let indicatori = self.indicatori.iter().map(|indicatore| Indicatore {
            ottenuto: Ottenuto::default(),
            ..indicatore.clone()
        });
        Self {
            indicatori: indicatori.collect(),
            risultato: nuovo.risultato,
            ..self.clone()
        }
    }

    /// Whether the objective is of a settore, alone or with others.
    #[must_use]
    pub fn riguarda(&self, settore: &Settore) -> bool {
        match &self.ambito {
            Ambito::Struttura => settore.struttura == LegameStruttura::Partecipa,
            Ambito::Settore { settore: suo, .. } => *suo == settore.codice,
            Ambito::Condiviso(quote) => quote.iter().any(|quota| quota.settore == settore.codice),
        }
    }

    /// Whether it counts in results of its own: a part of another objective counts only in that.
    #[must_use]
    pub const fn conta_da_solo(&self) -> bool {
        self.legami.parte_di.is_none()
    }

    /// The weight that bears on a settore: all of it, or the settore's shares. `None` where it has
    /// no weight, or no part in the settore's result.
    #[must_use]
    pub fn peso_per(&self, settore: &Settore) -> Option<Decimal> {
        let peso = self.conta.peso().filter(|_| self.conta_da_solo())?;
        self.riguarda(settore)
            .then(|| peso * self.parte_per(settore))
    }

    /// How much it counts in a settore's result; 1 for each where the plan has no weights.
    #[must_use]
    pub fn quanto_per(&self, settore: &Settore) -> Decimal {
        if self.riguarda(settore) && self.conta_da_solo() {
            self.conta.quanto() * self.parte_per(settore)
        } else {
            Decimal::ZERO
        }
    }

    /// A settore's part of the objective, between 0 and 1.
    #[must_use]
    pub fn parte_per(&self, settore: &Settore) -> Decimal {
        match &self.ambito {
            Ambito::Struttura | Ambito::Settore { .. } => Decimal::ONE,
            Ambito::Condiviso(quote) => {
                let sue = quote.iter().filter(|q| q.settore == settore.codice);
                let punti: Decimal = sue.map(|quota| quota.parte.punti()).sum();
                punti / Decimal::ONE_HUNDRED
            }
        }
    }

    /// Who answers for it: its own responsabile, else that of its ufficio, else that of its settore.
    #[must_use]
    pub fn risponde<'a>(&'a self, settore: Option<&'a Settore>) -> Option<&'a Responsabile> {
        let ufficio = settore.zip(self.ambito.ufficio());
        let ufficio = ufficio.and_then(|(settore, codice)| settore.ufficio(codice));
        let del_ufficio = ufficio.and_then(|ufficio| ufficio.responsabile.as_ref());
        let del_settore = settore.and_then(|settore| settore.responsabile.as_ref());
        self.responsabile.as_ref().or(del_ufficio).or(del_settore)
    }

    /// What was validated for a settore; `None` when it is not assessed there.
    #[must_use]
    pub fn valutazione(&self, settore: &Settore) -> Option<Valutazione> {
        if !self.riguarda(settore) {
            return None;
        }
        match &self.risultato.esito {
            Esito::Unico(valutazione) => *valutazione,
            Esito::PerSettore(per_settore) => per_settore.get(&settore.codice).copied(),
        }
    }

    /// The validated grade for a settore; `None` when there is none.
    #[must_use]
    pub fn grado(&self, settore: &Settore) -> Option<Percentuale> {
        self.valutazione(settore).and_then(Valutazione::grado)
    }

    /// Whether something was validated.
    #[must_use]
    pub fn ha_valutazioni(&self) -> bool {
        match &self.risultato.esito {
            Esito::Unico(valutazione) => valutazione.is_some(),
            Esito::PerSettore(per_settore) => !per_settore.is_empty(),
        }
    }

    /// Whether something is told of how it ended: a judgement, words, or what an indicator reached.
    #[must_use]
    pub fn e_rendicontato(&self) -> bool {
        let risultato = &self.risultato;
        self.ha_valutazioni()
            || risultato.dichiarato.is_some()
            || risultato.ottenuti.is_some()
            || risultato.finale.is_some()
            || self.indicatori_rendicontati()
    }

    /// Whether something came of one of its indicators.
    #[must_use]
    pub fn indicatori_rendicontati(&self) -> bool {
        let mut ottenuti = self
            .indicatori
            .iter()
            .map(|indicatore| &indicatore.ottenuto);
        ottenuti.any(|ottenuto| *ottenuto != Ottenuto::default())
    }

    /// Whether anything at all came of it that a card would show.
    #[must_use]
    pub fn ha_risultati(&self) -> bool {
        let vuoto = Risultato::vuoto(self.risultato.esito.clone());
        self.ha_valutazioni() || self.risultato != vuoto || self.indicatori_rendicontati()
    }
}

/// A year of an objective that runs over several: *2 di 2*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Annualita {
    corrente: u8,
    totale: u8,
}

/// The text is not of the form *2 di 3*, or the year is beyond its total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnnualitaNonValida;

impl Annualita {
    /// The `corrente`-th year of `totale`.
    ///
    /// # Errors
    /// When a number is zero or the year is beyond the total.
    pub const fn new(corrente: u8, totale: u8) -> Result<Self, AnnualitaNonValida> {
        if corrente >= 1 && corrente <= totale {
            Ok(Self { corrente, totale })
        } else {
            Err(AnnualitaNonValida)
        }
    }

    /// Which year, from 1.
    #[must_use]
    pub const fn corrente(self) -> u8 {
        self.corrente
    }

    /// Of how many.
    #[must_use]
    pub const fn totale(self) -> u8 {
        self.totale
    }
}

/// Reads `2 di 3` (also `2/3`).
///
/// # Errors
/// When it has another form or the year is beyond its total.
pub fn leggi_annualita(testo: &str) -> Result<Annualita, AnnualitaNonValida> {
    let (corrente, totale) = testo
        .split_once(" di ")
        .or_else(|| testo.split_once('/'))
        .ok_or(AnnualitaNonValida)?;
    let numero = |parte: &str| parte.trim().parse().map_err(|_| AnnualitaNonValida);
    Annualita::new(numero(corrente)?, numero(totale)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_never_beyond_its_total() {
        assert_eq!(leggi_annualita("2 di 2"), Annualita::new(2, 2));
        assert_eq!(leggi_annualita("1/3"), Annualita::new(1, 3));
        for sbagliata in ["3 di 2", "0 di 2", "2", "due di tre", "1 di", ""] {
            assert_eq!(
                leggi_annualita(sbagliata),
                Err(AnnualitaNonValida),
                "{sbagliata}"
            );
        }
    }
}
