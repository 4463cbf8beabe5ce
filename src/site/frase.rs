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
    Ambito, Anni, Ciclo, Esito, Fase, Indicatore, Mese, Mesi, Obiettivo, Percentuale, Valore,
    ValoreScritto, Valori, Valutazione, leggi_data,
};
use crate::parole::{Parole, Testo};

/// The sentence, as the page of the objective has it below the title.
pub(super) fn apertura(
    denominazione: &str,
    obiettivo: &Obiettivo,
    ciclo: &Ciclo,
    parole: &Parole,
) -> String {
    let anni = obiettivo.anni.unwrap_or(ciclo.anni);
    let quando = termine(obiettivo, anni).in_parole(anni, parole);
    let esito = esito(obiettivo, ciclo, parole);
    let posti = [
        ("chi", chi(denominazione, parole)),
        ("quando", quando.as_str()),
        ("esito", esito.as_str()),
    ];
    let solo_previsto = e_solo_previsto(obiettivo, ciclo);
    let frase = &parole.frase;
    match &obiettivo.legami.parte_di {
        None if solo_previsto => frase.vuole.con(&posti),
        None => frase.voleva.con(&posti),
        Some(intero) => {
            let [chi, quando, esito] = posti;
            let posti = [chi, quando, esito, ("intero", intero.as_str())];
            if solo_previsto {
                frase.vuole_parte.con(&posti)
            } else {
                frase.voleva_parte.con(&posti)
            }
        }
    }
}

/// The entity in a sentence: *Il Comune*, *L’Unione*.
fn chi<'a>(denominazione: &str, words: &'a Parole) -> &'a str {
    let frase = &words.frase;
    let minuscola = denominazione.to_lowercase();
    let mut parole = minuscola.split_whitespace();
    match (parole.next(), parole.next()) {
        (Some("comune"), _) => &frase.comune,
        (Some("unione"), _) => &frase.unione,
        (Some("provincia"), _) => &frase.provincia,
        (Some("regione"), _) => &frase.regione,
        (Some("consorzio"), _) => &frase.consorzio,
        (Some("comunità"), Some("montana")) => &frase.comunita_montana,
        (Some("città"), Some("metropolitana")) => &frase.citta_metropolitana,
        _ => &frase.ente,
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
    fn entro(self, parole: &Parole) -> String {
        let frase = &parole.frase;
        match self {
            Self::Giorno(giorno) => {
                lingua::con_data(giorno, &frase.entro, &frase.entro_con_apostrofo, parole)
            }
            Self::Mese(mese) => di_mese(mese, &frase.entro_fine_mese, parole),
        }
    }

    /// *con l’ultima scadenza il 31 ottobre 2023*, *… alla fine di maggio 2023*.
    fn ultima(self, parole: &Parole) -> String {
        let frase = &parole.frase;
        match self {
            Self::Giorno(giorno) => {
                lingua::con_data(giorno, &frase.ultima, &frase.ultima_con_apostrofo, parole)
            }
            Self::Mese(mese) => di_mese(mese, &frase.ultima_a_fine_mese, parole),
        }
    }
}

fn di_mese(Mese { anno, mese }: Mese, detto: &Testo, parole: &Parole) -> String {
    detto.con(&[
        ("mese", lingua::mese(u32::from(mese), parole)),
        ("anno", &anno.to_string()),
    ])
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
    fn in_parole(self, anni: Anni, parole: &Parole) -> String {
        let negli_anni = lingua::negli_anni(anni, parole);
        match self {
            Self::Entro(scadenza) => scadenza.entro(parole),
            Self::Ultima(scadenza) => format!("{negli_anni}, {}", scadenza.ultima(parole)),
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
fn esito(obiettivo: &Obiettivo, ciclo: &Ciclo, parole: &Parole) -> String {
    let frase = &parole.frase;
    if let Some(modifica) = ciclo.eliminato_da(&obiettivo.codice) {
        let atto = lingua::atto(&modifica.atto, parole);
        return frase.eliminato.con(&[("atto", &atto)]);
    }
    let detto = match Gradi::di(obiettivo, ciclo) {
        Gradi::Incompleti { valutati, attesi } => {
            return frase.incompleti.con(&[
                ("valutati", &valutati.to_string()),
                ("attesi", &attesi.to_string()),
            ]);
        }
        Gradi::Diversi { minimo, massimo } => {
            return frase.diversi.con(&[
                ("minimo", &lingua::percentuale(minimo, parole)),
                ("massimo", &lingua::percentuale(massimo, parole)),
            ]);
        }
        Gradi::Uguale(grado) => return con_grado(obiettivo, grado, ciclo, parole),
        Gradi::Nessuno if obiettivo.e_rendicontato() => &frase.senza_grado,
        Gradi::Nessuno if !ciclo.ha_rendiconto() => &frase.non_ancora,
        Gradi::Nessuno => &frase.non_valutato,
        Gradi::Detto(Stato::Rinviato) => &frase.rinviato,
        Gradi::Detto(Stato::FuoriRelazione) => &frase.fuori_relazione,
        Gradi::Detto(Stato::NonValutabile) => &frase.non_valutabile,
        Gradi::Detto(_) => &frase.in_parte_senza_grado,
    };
    detto.to_string()
}

/// A grade that is the same everywhere, with the ente's own words where it has some for it.
fn con_grado(obiettivo: &Obiettivo, grado: Percentuale, ciclo: &Ciclo, parole: &Parole) -> String {
    let frase = &parole.frase;
    let detta = match &obiettivo.risultato.esito {
        Esito::Unico(detta) => *detta,
        Esito::PerSettore(_) => None,
    };
    let con_cifra = match &obiettivo.risultato.esito {
        Esito::PerSettore(detti)
            if obiettivo.ambito == Ambito::Struttura
                && detti.values().all(|detto| detto.grado().is_some()) =>
        {
            &frase.con_cifra_ovunque
        }
        _ => &frase.con_cifra,
    };
    let fatto = match Stato::di_obiettivo(obiettivo, ciclo) {
        Stato::Raggiunto if grado > Percentuale::CENTO => &frase.fatto_oltre,
        Stato::Raggiunto => &frase.fatto,
        Stato::NonRaggiunto => &frase.non_fatto,
        _ => &frase.fatto_in_parte,
    };
    let in_parole = matches!(
        detta,
        Some(Valutazione::Raggiunto | Valutazione::NonRaggiunto)
    );
    if in_parole {
        return fatto.to_string();
    }
    let valutazione = detta.unwrap_or(Valutazione::Grado(grado));
    let cifra = lingua::valutazione(Some(valutazione), parole);
    // The band stands beside the figure: brackets inside brackets are hard to read.
    let cifra = match lingua::fascia(valutazione, &ciclo.regole, parole) {
        Some(fascia) => format!("{cifra}, {fascia}"),
        None => cifra,
    };
    con_cifra.con(&[("fatto", fatto), ("cifra", &cifra)])
}

#[cfg(test)]
mod tests;
