//! What a cell says, in the words that YAML would have; and whether that is what is written already.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive as _;

use super::lettura::Contenuto;
use super::modulo::{Campo, Modulo, Tipo};
use crate::lingua::italiano;
use crate::model::{Percentuale, Valore, leggi_percentuale, leggi_valore};

/// Why a cell cannot be understood: what is wrong, what to do.
pub(super) type Guasto = (String, String);

/// A percentage cell holds the fraction: beyond this the figure was typed where the format had gone.
const FRAZIONE: f64 = 10.0;

pub(super) fn in_parole(
    contenuto: &Contenuto,
    tipo: &Tipo,
    modulo: &Modulo,
) -> Result<String, Guasto> {
    match contenuto {
        Contenuto::Parole(testo) => Ok(match tipo {
            // `95 %`, as many write it.
            Tipo::Grado(_) | Tipo::Quanto => pulito(testo).replace(" %", "%"),
            _ => pulito(testo),
        }),
        Contenuto::Numero(numero) => cifra(*numero, tipo, modulo),
        Contenuto::Giorno(giorno) => Ok(in_cifre(*giorno)),
        Contenuto::Ora => Err((
            "qui c'è un'ora, non un giorno né un numero".to_owned(),
            "scrivere il valore come testo".to_owned(),
        )),
        Contenuto::Logico(vero) => Err((
            format!("qui c'è il valore {}", if *vero { "VERO" } else { "FALSO" }),
            "scrivere quello che si è ottenuto".to_owned(),
        )),
        Contenuto::Errore(errore) => Err((
            format!("la formula di questa casella dà l'errore {errore}"),
            "scrivere il valore al posto della formula".to_owned(),
        )),
        Contenuto::SenzaValore => Err((
            "in questa casella c'è una formula, e il file non dice quanto vale".to_owned(),
            "scrivere il valore al posto della formula, oppure aprire il file con un foglio di calcolo e salvarlo".to_owned(),
        )),
    }
}

fn in_cifre(giorno: NaiveDate) -> String {
    giorno.format("%d/%m/%Y").to_string()
}

/// Words without what nobody sees: other spaces, control characters.
fn pulito(testo: &str) -> String {
    let righe = testo.lines().map(|riga| {
        let visibile = riga.chars().map(|c| if c.is_control() { ' ' } else { c });
        let visibile: String = visibile.collect();
        visibile.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    righe.collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn cifra(numero: f64, tipo: &Tipo, modulo: &Modulo) -> Result<String, Guasto> {
    let esatto = Decimal::from_f64(numero).ok_or_else(|| {
        (
            "il numero è troppo grande".to_owned(),
            "controllare quante cifre ha".to_owned(),
        )
    })?;
    let esatto = esatto.round_dp(10).normalize();
    let detto = || decimale(esatto);
    match tipo {
        Tipo::Grado(_) => grado(numero, esatto, modulo.massimo),
        Tipo::Quanto => grado(numero, esatto, Percentuale::CENTO),
        Tipo::Raggiunto(Valore::Percentuale(_)) if numero.abs() <= FRAZIONE => Ok(percento(esatto)),
        Tipo::Raggiunto(Valore::Percentuale(_)) => Ok(format!("{}%", detto())),
        Tipo::Raggiunto(Valore::Data(_)) => {
            let giorno = seriale(esatto).filter(|giorno| vicino(*giorno, modulo));
            Ok(giorno.map_or_else(detto, in_cifre))
        }
        Tipo::Raggiunto(Valore::Quantita { unita, .. }) if unita == "€" => {
            Ok(format!("{} €", italiano::numero(esatto)))
        }
        Tipo::Raggiunto(Valore::Quantita { unita, .. }) => Ok(format!("{} {unita}", detto())),
        Tipo::Raggiunto(Valore::Numero(_) | Valore::Testo)
        | Tipo::Giudizio(_)
        | Tipo::Esito
        | Tipo::Mesi
        | Tipo::Testo => Ok(detto()),
    }
}

/// With the comma, without dots between thousands.
fn decimale(numero: Decimal) -> String {
    numero.normalize().to_string().replace('.', ",")
}

fn percento(frazione: Decimal) -> String {
    let punti = frazione
        .checked_mul(Decimal::ONE_HUNDRED)
        .unwrap_or(frazione);
    format!("{}%", decimale(punti.round_dp(8)))
}

/// A grade is a fraction up to the highest one; a figure well beyond it was typed without the sign.
fn grado(numero: f64, esatto: Decimal, massimo: Percentuale) -> Result<String, Guasto> {
    if esatto <= massimo.punti() / Decimal::ONE_HUNDRED {
        return Ok(percento(esatto));
    }
    if numero > FRAZIONE {
        return Ok(format!("{}%", decimale(esatto)));
    }
    Err((
        format!(
            "non si capisce se {} voglia dire {} o {}%",
            decimale(esatto),
            percento(esatto),
            decimale(esatto)
        ),
        format!(
            "scrivere il grado con il segno %, fino a {}",
            italiano::percentuale(massimo)
        ),
    ))
}

/// The day that a spreadsheet counts so many days for.
fn seriale(numero: Decimal) -> Option<NaiveDate> {
    let giorni = i64::try_from(numero.trunc()).ok()?;
    let inizio = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    inizio.checked_add_signed(chrono::TimeDelta::try_days(giorni)?)
}

/// Whether a day is so near to the years of the plan that a number must have meant it.
fn vicino(giorno: NaiveDate, modulo: &Modulo) -> bool {
    use chrono::Datelike as _;
    (modulo.anni.dal() - 2..=modulo.anni.al() + 2).contains(&giorno.year())
}

/// Whether what is answered is what is written.
pub(super) fn uguali(campo: &Campo, scritto: &str, risposta: &str, modulo: &Modulo) -> bool {
    if pulito(scritto) == risposta {
        return true;
    }
    let percentuale = |testo: &str| leggi_percentuale(testo, modulo.massimo).ok();
    match &campo.tipo {
        Tipo::Grado(_) | Tipo::Quanto => {
            percentuale(scritto).is_some() && percentuale(scritto) == percentuale(risposta)
        }
        Tipo::Raggiunto(_) => {
            let valore = |testo: &str| leggi_valore(testo, campo.anno).valore;
            match (valore(scritto), valore(risposta)) {
                (Valore::Testo, _) | (_, Valore::Testo) => false,
                (Valore::Numero(uno), Valore::Quantita { numero, .. }) => uno == numero,
                (uno, altro) => uno == altro,
            }
        }
        Tipo::Giudizio(_) | Tipo::Esito => scritto.to_lowercase() == risposta.to_lowercase(),
        Tipo::Mesi | Tipo::Testo => false,
    }
}
