//! The sentence that opens the page of an objective: who wanted it, by when, what came of it.
//!
//! *Il Comune voleva raggiungere questo obiettivo entro il 31 ottobre 2023: fatto in parte (30%).*
//!
//! Titles are noun phrases and stand above the sentence; it speaks of *questo obiettivo*, so that it is
//! right Italian whatever the title is. It says what the content says and nothing more: a term only
//! where a target is a date or the steps have months, a figure only where somebody gave one. This
//! module never looks at a clock: a year is past when there are results of it.

use chrono::{Datelike as _, NaiveDate};

use super::stato::{Gradi, Stato};
use crate::lingua;
use crate::model::{
    Ambito, Anni, Ciclo, Esito, Fase, Indicatore, MESI, Mese, Mesi, Obiettivo, Percentuale, Valore,
    ValoreScritto, Valori, Valutazione, leggi_data,
};

/// The sentence, as the page of the objective has it below the title.
pub(super) fn apertura(denominazione: &str, obiettivo: &Obiettivo, ciclo: &Ciclo) -> String {
    let chi = chi(denominazione);
    let voleva = if e_solo_previsto(obiettivo, ciclo) {
        "vuole"
    } else {
        "voleva"
    };
    let intero = obiettivo.legami.parte_di.as_ref();
    let parte = intero.map_or(String::new(), |intero| format!(", parte di {intero},"));
    let anni = obiettivo.anni.unwrap_or(ciclo.anni);
    let quando = termine(obiettivo, anni).in_parole(anni);
    let esito = esito(obiettivo, ciclo);
    format!("{chi} {voleva} raggiungere questo obiettivo{parte} {quando}: {esito}.")
}

/// The entity in a sentence: *Il Comune*, *L’Unione*.
fn chi(denominazione: &str) -> &'static str {
    let minuscola = denominazione.to_lowercase();
    let mut parole = minuscola.split_whitespace();
    match (parole.next(), parole.next()) {
        (Some("comune"), _) => "Il Comune",
        (Some("unione"), _) => "L’Unione",
        (Some("provincia"), _) => "La Provincia",
        (Some("regione"), _) => "La Regione",
        (Some("consorzio"), _) => "Il Consorzio",
        (Some("comunità"), Some("montana")) => "La Comunità montana",
        (Some("città"), Some("metropolitana")) => "La Città metropolitana",
        _ => "L’ente",
    }
}

fn e_solo_previsto(obiettivo: &Obiettivo, ciclo: &Ciclo) -> bool {
    !ciclo.ha_rendiconto() && ciclo.eliminato_da(&obiettivo.codice).is_none()
}

/// By when something is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Termine {
    /// All of it by then.
    Entro(Scadenza),
    /// Some of it has a date of its own, this is the last; of the rest only the year is known.
    Ultima(Scadenza),
    /// During its years.
    NegliAnni,
}

/// The last day of something, or its last month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scadenza {
    Giorno(NaiveDate),
    Mese(Mese),
}

impl Scadenza {
    /// What a later one is later by: a month ends after all of its days.
    fn ordine(self) -> (i32, u32, u32) {
        match self {
            Self::Giorno(giorno) => (giorno.year(), giorno.month(), giorno.day()),
            Self::Mese(Mese { anno, mese }) => (anno, u32::from(mese), ultimo_giorno(anno, mese)),
        }
    }

    /// *entro il 31 ottobre 2023*, *entro l’8 maggio 2023*, *entro la fine di maggio 2023*.
    fn entro(self) -> String {
        format!("entro {}", self.con_articolo())
    }

    fn con_articolo(self) -> String {
        match self {
            Self::Giorno(giorno) if matches!(giorno.day(), 8 | 11) => {
                format!("l’{}", lingua::data(giorno))
            }
            Self::Giorno(giorno) => format!("il {}", lingua::data(giorno)),
            Self::Mese(Mese { anno, mese }) => {
                let nome = MESI.get(usize::from(mese).saturating_sub(1)).copied();
                format!("la fine di {} {anno}", nome.unwrap_or_default())
            }
        }
    }
}

fn ultimo_giorno(anno: i32, mese: u8) -> u32 {
    let (anno, mese) = if mese == 12 {
        (anno + 1, 1)
    } else {
        (anno, u32::from(mese) + 1)
    };
    let dopo = NaiveDate::from_ymd_opt(anno, mese, 1);
    let prima = dopo.and_then(|dopo| dopo.pred_opt());
    prima.map_or(31, |prima| prima.day())
}

impl Termine {
    fn in_parole(self, anni: Anni) -> String {
        let negli_anni = if anni.quanti() == 1 {
            format!("nel {anni}")
        } else {
            format!("negli anni {anni}")
        };
        match self {
            Self::Entro(scadenza) => scadenza.entro(),
            Self::Ultima(scadenza) => format!(
                "{negli_anni}, con l’ultima scadenza {}",
                match scadenza {
                    Scadenza::Giorno(_) => scadenza.con_articolo(),
                    Scadenza::Mese(_) => format!("al{}", scadenza.con_articolo()),
                }
            ),
            Self::NegliAnni => negli_anni,
        }
    }
}

/// The last term that the card has; of all of it where every step or every indicator has one.
fn termine(obiettivo: &Obiettivo, anni: Anni) -> Termine {
    let di_indicatori: Vec<Option<Scadenza>> = obiettivo
        .indicatori
        .iter()
        .map(|indicatore| di_indicatore(indicatore, anni))
        .collect();
    let di_fasi: Vec<Option<Scadenza>> = obiettivo.fasi.iter().map(di_fase).collect();
    let tutte = |scadenze: &[Option<Scadenza>]| {
        !scadenze.is_empty() && scadenze.iter().all(Option::is_some)
    };
    let intero = tutte(&di_indicatori) || tutte(&di_fasi);
    let scadenze = di_indicatori.into_iter().chain(di_fasi).flatten();
    // Of a day and the month that it ends, the day says more.
    let ultima = scadenze.max_by_key(|scadenza| {
        let giorno = matches!(scadenza, Scadenza::Giorno(_));
        (scadenza.ordine(), giorno)
    });
    match ultima {
        Some(ultima) if intero => Termine::Entro(ultima),
        Some(ultima) => Termine::Ultima(ultima),
        None => Termine::NegliAnni,
    }
}

fn di_fase(fase: &Fase) -> Option<Scadenza> {
    fase.mesi.as_ref().and_then(ultimo_mese)
}

fn ultimo_mese(mesi: &Mesi) -> Option<Scadenza> {
    mesi.elenco().last().copied().map(Scadenza::Mese)
}

/// The last date among its targets, else its timing where that is a date, else its last month.
fn di_indicatore(indicatore: &Indicatore, anni: Anni) -> Option<Scadenza> {
    let data = |scritto: &ValoreScritto| match scritto.valore {
        Valore::Data(giorno) => Some(giorno),
        _ => None,
    };
    let attesa = match &indicatore.atteso {
        Valori::Assenti => None,
        Valori::Unico(valore) => data(valore),
        Valori::Per(valori) => valori.iter().filter_map(|(_, valore)| data(valore)).max(),
    };
    let detta = || {
        let scritta = leggi_data(indicatore.tempistica.as_deref()?).ok()?;
        // Of several years a day without year could be of any.
        let anno = (anni.quanti() == 1).then_some(anni.al());
        scritta.nell_anno(scritta.anno().or(anno)?).ok()
    };
    let giorno = attesa.or_else(detta).map(Scadenza::Giorno);
    giorno.or_else(|| indicatore.mesi.as_ref().and_then(ultimo_mese))
}

/// What came of it, after the colon.
fn esito(obiettivo: &Obiettivo, ciclo: &Ciclo) -> String {
    if let Some(modifica) = ciclo.eliminato_da(&obiettivo.codice) {
        let atto = lingua::atto(&modifica.atto);
        return format!("eliminato dal piano con {atto}, perciò non è stato valutato");
    }
    match Gradi::di(obiettivo, ciclo) {
        Gradi::Nessuno if obiettivo.e_rendicontato() => {
            "negli atti c’è che cosa è stato fatto, ma non un grado di raggiungimento".to_owned()
        }
        Gradi::Nessuno if !ciclo.ha_rendiconto() => "i risultati non ci sono ancora".to_owned(),
        Gradi::Nessuno => "non valutato; negli atti non c’è un grado di raggiungimento, e questo \
            non equivale a zero"
            .to_owned(),
        Gradi::Detto(Stato::Rinviato) => "rinviato, perciò non ha parte nel risultato".to_owned(),
        Gradi::Detto(Stato::FuoriRelazione) => {
            "la relazione sui risultati non riferisce su questo obiettivo".to_owned()
        }
        Gradi::Detto(Stato::NonValutabile) => {
            "non valutabile, perciò non ha parte nel risultato".to_owned()
        }
        Gradi::Detto(_) => "fatto in parte; negli atti non c’è scritto quanto".to_owned(),
        Gradi::Incompleti { valutati, attesi } => {
            format!("per ora valutato in {valutati} dei {attesi} settori")
        }
        Gradi::Diversi { minimo, massimo } => format!(
            "fatto in parte (secondo il settore, fra {} e {})",
            lingua::percentuale(minimo),
            lingua::percentuale(massimo)
        ),
        Gradi::Uguale(grado) => con_grado(obiettivo, grado, ciclo),
    }
}

/// A grade that is the same everywhere, with the ente's own words where it has some for it.
fn con_grado(obiettivo: &Obiettivo, grado: Percentuale, ciclo: &Ciclo) -> String {
    let detta = match &obiettivo.risultato.esito {
        Esito::Unico(detta) => *detta,
        Esito::PerSettore(_) => None,
    };
    let dove = match &obiettivo.risultato.esito {
        Esito::PerSettore(detti)
            if obiettivo.ambito == Ambito::Struttura
                && detti.values().all(|detto| detto.grado().is_some()) =>
        {
            " in tutti i settori"
        }
        _ => "",
    };
    let fatto = match Stato::di_obiettivo(obiettivo, ciclo) {
        Stato::Raggiunto if grado > Percentuale::CENTO => "fatto, più del previsto",
        Stato::Raggiunto => "fatto",
        Stato::NonRaggiunto => "non fatto",
        _ => "fatto in parte",
    };
    let in_parole = matches!(
        detta,
        Some(Valutazione::Raggiunto | Valutazione::NonRaggiunto)
    );
    if in_parole {
        return fatto.to_owned();
    }
    let valutazione = detta.unwrap_or(Valutazione::Grado(grado));
    let giudizio = lingua::giudizio(Some(valutazione), &ciclo.regole);
    let cifra = lingua::valutazione(Some(valutazione));
    // The band stands beside the figure: brackets inside brackets are hard to read.
    let cifra = match giudizio.strip_prefix(cifra.as_str()) {
        Some(fascia) if !fascia.is_empty() => {
            let fascia = fascia.trim_matches([' ', '(', ')']);
            format!("{cifra}, {fascia}")
        }
        _ => giudizio,
    };
    format!("{fatto}{dove} ({cifra})")
}

#[cfg(test)]
mod tests;
