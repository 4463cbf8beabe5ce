//! What the indicators of an objective say, as pictures: a bar where it can be said how far the target
//! was reached, a line of the year where it is a date. The words beside say the same.

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::prelude::ToPrimitive as _;
use serde::Serialize;

use super::barra::Barra;
use super::stato::{Stato, StatoScritto};
use crate::lingua;
use crate::model::{Ciclo, Indicatore, Obiettivo, Valore, ValoreScritto, Valori};
use crate::parole::{Parole, Testo};
use crate::score::{self, Scarto};

/// An indicator with a target and a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct MisuraScritta {
    nome: String,
    /// *Atteso 95%, raggiunto 90%*.
    parole: String,
    stato: StatoScritto,
    barra: Option<Barra>,
    linea: Option<Linea>,
}

/// Two days on a line of whole months, in parts of [`LUNGHEZZA`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Linea {
    /// Where months begin.
    mesi: Vec<u16>,
    atteso: u16,
    raggiunto: u16,
    /// The end of the line, in words: *gen. 2023*.
    dal: String,
    al: String,
}

/// The length of a line, less room for its marks at both ends.
const LUNGHEZZA: i64 = 380;
const MARGINE: i64 = 10;

/// The indicators of which something came, in the order of the card.
pub(super) fn di(obiettivo: &Obiettivo, ciclo: &Ciclo, parole: &Parole) -> Vec<MisuraScritta> {
    let indicatori = obiettivo.indicatori.iter();
    indicatori
        .filter_map(|indicatore| misura(indicatore, obiettivo, ciclo, parole))
        .collect()
}

fn misura(
    indicatore: &Indicatore,
    obiettivo: &Obiettivo,
    ciclo: &Ciclo,
    parole: &Parole,
) -> Option<MisuraScritta> {
    let quanto = score::raggiungimento(indicatore)?;
    let date = date(indicatore);
    let barra = || {
        Barra::di(
            parole
                .misure
                .quanto
                .con(&[("indicatore", &indicatore.nome)]),
            Some(quanto),
            parole,
        )
    };
    let anni = obiettivo.anni.unwrap_or(ciclo.anni);
    Some(MisuraScritta {
        nome: indicatore.nome.clone(),
        parole: detta(indicatore, date, parole),
        stato: match date {
            Some((atteso, raggiunto)) if raggiunto > atteso => {
                StatoScritto::con_parole(Stato::NonRaggiunto, parole.misure.in_ritardo.to_string())
            }
            Some(_) => {
                StatoScritto::con_parole(Stato::Raggiunto, parole.misure.nei_tempi.to_string())
            }
            None => StatoScritto::di_grado(Some(quanto), parole),
        },
        barra: if date.is_some() { None } else { barra() },
        linea: date
            .and_then(|(atteso, raggiunto)| Linea::di(anni.dal(), atteso, raggiunto, parole)),
    })
}

fn date(indicatore: &Indicatore) -> Option<(NaiveDate, NaiveDate)> {
    let (Valori::Unico(atteso), Valori::Unico(raggiunto)) =
        (&indicatore.atteso, &indicatore.ottenuto.valori)
    else {
        return None;
    };
    match (&atteso.valore, &raggiunto.valore) {
        (Valore::Data(atteso), Valore::Data(raggiunto)) => Some((*atteso, *raggiunto)),
        _ => None,
    }
}

/// *Atteso 95%, raggiunto 90%*; of two days, which comes first and by how much.
fn detta(indicatore: &Indicatore, date: Option<(NaiveDate, NaiveDate)>, parole: &Parole) -> String {
    let detti = &parole.misure;
    if let Some((atteso, raggiunto)) = date {
        let scarto = (raggiunto - atteso).num_days();
        let giorni = scarto.unsigned_abs().to_usize().unwrap_or_default();
        let quando = match scarto {
            0 => detti.stesso_giorno.to_string(),
            1.. => lingua::quanti(giorni, &detti.un_giorno_dopo, &detti.giorni_dopo),
            _ => lingua::quanti(giorni, &detti.un_giorno_prima, &detti.giorni_prima),
        };
        return detti.date.con(&[
            ("atteso", &lingua::data(atteso, parole)),
            ("raggiunto", &lingua::data(raggiunto, parole)),
            ("quando", &quando),
        ]);
    }
    if let (Some(previsti), Some(svolti)) = (&indicatore.mesi, &indicatore.ottenuto.mesi) {
        let fatti = svolti.elenco().iter();
        let fatti = fatti.filter(|mese| previsti.contiene(mese.anno, mese.mese));
        return detti.mesi.con(&[
            ("previsti", &previsti.elenco().len().to_string()),
            ("svolti", &fatti.count().to_string()),
        ]);
    }
    let unico = |valori: &Valori| {
        valori
            .unico()
            .map(|ValoreScritto { scritto, .. }| scritto.clone())
    };
    let mut parti: Vec<String> = Vec::new();
    let posto = |detto: &Testo, valore: &str| detto.con(&[("valore", valore)]);
    parti.extend(unico(&indicatore.atteso).map(|atteso| posto(&detti.atteso, &atteso)));
    let avuto = unico(&indicatore.ottenuto.valori);
    parti.extend(avuto.map(|avuto| posto(&detti.raggiunto, &avuto)));
    let scarti = score::scarti(indicatore);
    if let [(None, scarto)] = scarti.as_slice()
        && !matches!(scarto, Scarto::Giorni(_))
    {
        let differenza = lingua::differenza(scarto, parole);
        parti.extend(differenza.map(|differenza| posto(&detti.scostamento, &differenza)));
    }
    if parti.is_empty() {
        return String::new();
    }
    format!("{}.", lingua::iniziale_maiuscola(&parti.join(", ")))
}

impl Linea {
    /// From the January before both days to the December after them.
    fn di(anno: i32, atteso: NaiveDate, raggiunto: NaiveDate, parole: &Parole) -> Option<Self> {
        let primo = anno.min(atteso.year()).min(raggiunto.year());
        let ultimo = anno.max(atteso.year()).max(raggiunto.year());
        let inizio = NaiveDate::from_ymd_opt(primo, 1, 1)?;
        let fine = NaiveDate::from_ymd_opt(ultimo, 12, 31)?;
        let giorni = (fine - inizio).num_days();
        let posto = |giorno: NaiveDate| {
            let da = (giorno - inizio).num_days() * LUNGHEZZA;
            (MARGINE + da.checked_div(giorni)?).to_u16()
        };
        let mesi = (primo..=ultimo).flat_map(|anno| (1..=12).map(move |mese| (anno, mese)));
        let mesi = mesi
            .filter_map(|(anno, mese)| posto(NaiveDate::from_ymd_opt(anno, mese, 1)?))
            .chain(posto(fine));
        let nome = |mese, anno: i32| {
            parole.misure.mese_dell_anno.con(&[
                ("mese", lingua::mese_breve(mese, parole)),
                ("anno", &anno.to_string()),
            ])
        };
        Some(Self {
            mesi: mesi.collect(),
            atteso: posto(atteso)?,
            raggiunto: posto(raggiunto)?,
            dal: nome(1, primo),
            al: nome(12, ultimo),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Ottenuto, leggi_valore};

    fn indicatore(atteso: &str, raggiunto: &str) -> Indicatore {
        Indicatore {
            atteso: Valori::Unico(leggi_valore(atteso, 2023)),
            ottenuto: Ottenuto {
                valori: Valori::Unico(leggi_valore(raggiunto, 2023)),
                ..Ottenuto::default()
            },
            ..Indicatore::nuovo("indicatore")
        }
    }

    #[test]
    fn target_and_result_are_said() {
        let detto = |atteso, raggiunto| {
            let indicatore = indicatore(atteso, raggiunto);
            detta(&indicatore, date(&indicatore), &crate::parole::italiano())
        };
        assert_eq!(detto("95%", "95%"), "Atteso 95%, raggiunto 95%.");
        assert_eq!(
            detto("95%", "90%"),
            "Atteso 95%, raggiunto 90%, scostamento -5 punti."
        );
        assert_eq!(
            detto("31/12/2023", "02/01/2024"),
            "Previsto entro il 31 dicembre 2023, fatto il 2 gennaio 2024: 2 giorni dopo."
        );
    }

    #[test]
    fn a_line_holds_both_days() {
        let giorno = |anno, mese| NaiveDate::from_ymd_opt(anno, mese, 1);
        let (Some(atteso), Some(raggiunto)) = (giorno(2023, 1), giorno(2024, 12)) else {
            unreachable!("these are days");
        };
        let Some(linea) = Linea::di(2023, atteso, raggiunto, &crate::parole::italiano()) else {
            unreachable!("it has a length");
        };
        assert_eq!(linea.mesi.len(), 25);
        assert_eq!(linea.atteso, 10);
        assert!(linea.raggiunto > 370 && linea.raggiunto < 390);
    }
}
