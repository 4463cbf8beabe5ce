//! Objectives: the promise, with what came of it.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::organizzazione::nome;
use super::{AnniDati, IndicatoreDati, RisultatoDati, SegnalazioneDati, codice, mesi, punti};
use crate::dati::parole;
use crate::model::{
    Ambito, Annualita, Continuazione, Fase, NomiPersonale, Obiettivo, Persona, Quota, Risorse,
};
use crate::score::{self, Misura};

/// An objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ObiettivoDati {
    /// Its code, unique in the ciclo.
    pub codice: String,
    /// Codes that it had before.
    pub alias: Vec<String>,
    /// The number on the card, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numero: Option<String>,
    /// Its title.
    pub titolo: String,
    /// Which year of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annualita: Option<AnnualitaDati>,
    /// The years that it is for, where the ciclo covers more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anni: Option<AnniDati>,
    /// Whom it binds.
    pub ambito: AmbitoDati,
    /// `peso`, `condizione` or `senza peso`.
    pub conta: String,
    /// Its weight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peso: Option<Decimal>,
    /// `innovativo`, `mantenimento`, `sviluppo`, `strategico`: any of them.
    pub tipi: Vec<String>,
    /// Who answers for it, where that is not the responsabile of its ufficio or settore.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsabile: Option<String>,
    /// Its tie to the DUP, in the words of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collegamento_dup: Option<String>,
    /// The codes of what stands above it in the planning.
    pub sotto: Vec<String>,
    /// The code of the objective that it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parte_di: Option<String>,
    /// The objective that it goes on from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continua: Option<ContinuazioneDati>,
    /// What will be done and why; an empty line parts paragraphs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descrizione: Option<String>,
    /// The steps, in order.
    pub fasi: Vec<FaseDati>,
    /// With whom and with what, in the words of the card.
    pub risorse: RisorseDati,
    /// Who works on it: names only where the ente publishes them.
    pub personale: Vec<PersonaDati>,
    /// What the act has wrong and keeps.
    pub segnalazioni: Vec<SegnalazioneDati>,
    /// By what it is measured.
    pub indicatori: Vec<IndicatoreDati>,
    /// What the indicators say of it, computed ([`score::misura`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misura: Option<MisuraDati>,
    /// *Media valore raggiunto %*, computed ([`score::medie`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_valore_raggiunto: Option<MisuraDati>,
    /// *Media rispetto dei tempi %*, computed ([`score::medie`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_rispetto_tempi: Option<MisuraDati>,
    /// What came of it; absent while nothing has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risultato: Option<RisultatoDati>,
}

impl ObiettivoDati {
    /// A card; the names of those who work on it only where `nomi` says so, whatever it holds.
    pub(super) fn di(obiettivo: &Obiettivo, nomi: NomiPersonale) -> Self {
        let legami = &obiettivo.legami;
        let medie = score::medie(obiettivo);
        let tipi = obiettivo.tipi.iter();
        let personale = obiettivo.personale.iter();
        Self {
            codice: codice(&obiettivo.codice),
            alias: obiettivo.alias.iter().map(codice).collect(),
            numero: obiettivo.numero.clone(),
            titolo: obiettivo.titolo.clone(),
            annualita: obiettivo.annualita.map(Into::into),
            anni: obiettivo.anni.map(Into::into),
            ambito: (&obiettivo.ambito).into(),
            conta: parole::conta(obiettivo.conta).to_owned(),
            peso: obiettivo.conta.peso().map(|peso| peso.normalize()),
            tipi: tipi.map(|tipo| tipo.parola().to_owned()).collect(),
            responsabile: nome(obiettivo.responsabile.as_ref()),
            collegamento_dup: legami.dup.clone(),
            sotto: legami.sotto.clone(),
            parte_di: legami.parte_di.as_ref().map(codice),
            continua: legami.continua.as_ref().map(Into::into),
            descrizione: obiettivo.descrizione.clone(),
            fasi: obiettivo.fasi.iter().map(Into::into).collect(),
            risorse: (&obiettivo.risorse).into(),
            personale: personale.map(|p| PersonaDati::di(p, nomi)).collect(),
            segnalazioni: obiettivo.segnalazioni.iter().map(Into::into).collect(),
            indicatori: obiettivo.indicatori.iter().map(Into::into).collect(),
            misura: score::misura(obiettivo).map(Into::into),
            media_valore_raggiunto: medie.valore.map(Into::into),
            media_rispetto_tempi: medie.tempi.map(Into::into),
            risultato: risultato(obiettivo),
        }
    }
}

/// What came of an objective, unless it is what a new card has.
fn risultato(obiettivo: &Obiettivo) -> Option<RisultatoDati> {
    let Obiettivo {
        codice,
        ambito,
        conta,
        ..
    } = obiettivo;
    let nuovo = Obiettivo::nuovo(codice.clone(), "", ambito.clone(), *conta);
    let risultato = &obiettivo.risultato;
    (*risultato != nuovo.risultato).then(|| risultato.into())
}

/// Whom an objective binds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "genere", rename_all = "lowercase")]
pub enum AmbitoDati {
    /// The whole entity.
    Struttura,
    /// One settore.
    Settore {
        /// Its code.
        settore: String,
        /// The code of the ufficio in it.
        #[serde(skip_serializing_if = "Option::is_none")]
        ufficio: Option<String>,
    },
    /// Several settori or people, each with a share.
    Condiviso {
        /// The shares.
        quote: Vec<QuotaDati>,
    },
}

impl From<&Ambito> for AmbitoDati {
    fn from(ambito: &Ambito) -> Self {
        match ambito {
            Ambito::Struttura => Self::Struttura,
            Ambito::Settore { settore, ufficio } => Self::Settore {
                settore: codice(settore),
                ufficio: ufficio.as_ref().map(codice),
            },
            Ambito::Condiviso(quote) => Self::Condiviso {
                quote: quote.iter().map(Into::into).collect(),
            },
        }
    }
}

/// A share of an objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QuotaDati {
    /// The code of the settore whose it is.
    pub settore: String,
    /// Who answers for it, where that is not the settore's responsabile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsabile: Option<String>,
    /// How much of the objective's weight it is.
    pub parte_percento: Decimal,
    /// From which day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dal: Option<NaiveDate>,
    /// To which day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub al: Option<NaiveDate>,
}

impl From<&Quota> for QuotaDati {
    fn from(quota: &Quota) -> Self {
        Self {
            settore: codice(&quota.settore),
            responsabile: nome(quota.responsabile.as_ref()),
            parte_percento: punti(quota.parte),
            dal: quota.dal,
            al: quota.al,
        }
    }
}

/// Which year of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AnnualitaDati {
    /// Which, from 1.
    pub corrente: u8,
    /// Of how many.
    pub totale: u8,
}

impl From<Annualita> for AnnualitaDati {
    fn from(annualita: Annualita) -> Self {
        Self {
            corrente: annualita.corrente(),
            totale: annualita.totale(),
        }
    }
}

/// The objective that one goes on from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ContinuazioneDati {
    /// The code of its ciclo; absent for the same one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ciclo: Option<String>,
    /// Its code.
    pub obiettivo: String,
}

impl From<&Continuazione> for ContinuazioneDati {
    fn from(continua: &Continuazione) -> Self {
        Self {
            ciclo: continua.ciclo.as_ref().map(codice),
            obiettivo: codice(&continua.codice),
        }
    }
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FaseDati {
    /// What is done.
    pub descrizione: String,
    /// In which months: `2024-05`; none where the cronoprogramma does not say.
    pub mesi: Vec<String>,
}

impl From<&Fase> for FaseDati {
    fn from(fase: &Fase) -> Self {
        Self {
            descrizione: fase.descrizione.clone(),
            mesi: mesi(fase.mesi.as_ref()),
        }
    }
}

/// With whom and with what, in the words of the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RisorseDati {
    /// Who works on it, by office or role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub umane: Option<String>,
    /// With which means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strumentali: Option<String>,
    /// At which cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub costi: Option<String>,
    /// What should come out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risultati_attesi: Option<String>,
    /// What came out, where the approved card says so already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risultati_ottenuti: Option<String>,
}

impl From<&Risorse> for RisorseDati {
    fn from(risorse: &Risorse) -> Self {
        Self {
            umane: risorse.umane.clone(),
            strumentali: risorse.strumentali.clone(),
            costi: risorse.costi.clone(),
            risultati_attesi: risorse.attesi.clone(),
            risultati_ottenuti: risorse.ottenuti.clone(),
        }
    }
}

/// Somebody who works on an objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PersonaDati {
    /// The category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categoria: Option<String>,
    /// The name, only where the ente publishes names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nome: Option<String>,
    /// How much of their work goes into it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partecipazione_percento: Option<Decimal>,
}

impl PersonaDati {
    fn di(persona: &Persona, nomi: NomiPersonale) -> Self {
        Self {
            categoria: persona.categoria.clone(),
            nome: match nomi {
                NomiPersonale::Pubblicati => persona.nome.clone(),
                NomiPersonale::Riservati => None,
            },
            partecipazione_percento: persona.partecipazione.map(punti),
        }
    }
}

/// A mean, and how many things it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MisuraDati {
    /// The mean.
    pub valore_percento: Decimal,
    /// How many indicators it is of.
    pub indicatori: usize,
}

impl From<Misura> for MisuraDati {
    fn from(misura: Misura) -> Self {
        Self {
            valore_percento: punti(misura.valore),
            indicatori: misura.indicatori,
        }
    }
}
