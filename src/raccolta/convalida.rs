//! What a spreadsheet accepts in a cell, and what it says of it: the first help, before `check`.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, XlsxError};

use super::modulo::{Modulo, Tipo};
use crate::lingua::italiano;
use crate::model::{Valore, Valutazione};

/// The judgements on an indicator.
const ESITI: [&str; 3] = ["raggiunto", "parziale", "non raggiunto"];

/// The rule of a cell, if its kind has one.
pub(super) fn convalida(tipo: &Tipo, modulo: &Modulo) -> Result<Option<DataValidation>, XlsxError> {
    let frazione = |punti: Decimal| (punti / Decimal::ONE_HUNDRED).to_f64().unwrap_or(1.0);
    let convalida = match tipo {
        Tipo::Grado(_) => {
            let massimo = italiano::percentuale(modulo.massimo);
            let regola = DataValidationRule::Between(0.0, frazione(modulo.massimo.punti()));
            // Points (18 su 20) are no number: the spreadsheet asks, and lets them pass.
            avviso(
                DataValidation::new().allow_decimal_number(regola),
                "Grado",
                &format!(
                    "Da 0% a {massimo}, per esempio 95%. Se il giudizio è a parole, lasciare vuoto e scegliere l'esito accanto."
                ),
                &format!("Il grado va da 0% a {massimo}, per esempio 87,5%."),
            )?
        }
        Tipo::Giudizio(_) => {
            let parole = Valutazione::PAROLE.map(|(parola, _)| parola);
            elenco(
                &parole
                    .into_iter()
                    .filter(|parola| *parola != "parziale")
                    .collect::<Vec<_>>(),
                "Solo se non c'è un grado: scegliere dall'elenco.",
            )?
        }
        Tipo::Esito => elenco(
            &ESITI,
            "Solo se il risultato è detto a parole: scegliere dall'elenco. Con «parziale» va detto quanto, nella casella accanto.",
        )?,
        Tipo::Quanto => avviso(
            DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, 1.0)),
            "Quanto",
            "Solo con esito «parziale»: da 0% a 100%.",
            "Qui va una percentuale da 0% a 100%.",
        )?,
        Tipo::Raggiunto(atteso) => return raggiunto(atteso, modulo).map(Some),
        Tipo::Mesi => DataValidation::new()
            .allow_any_value()
            .set_input_title("Mesi svolti")?
            .set_input_message("I mesi in cui l'attività è stata svolta: gen-mar, giu, dic.")?,
        Tipo::Testo => return Ok(None),
    };
    Ok(Some(convalida))
}

fn raggiunto(atteso: &Valore, modulo: &Modulo) -> Result<DataValidation, XlsxError> {
    let numero = || {
        let largo = 1_000_000_000_000.0;
        DataValidation::new().allow_decimal_number(DataValidationRule::Between(-largo, largo))
    };
    match atteso {
        Valore::Percentuale(_) => avviso(
            DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, 10.0)),
            "Percentuale",
            "Per esempio 95%.",
            "Di questo indicatore si è atteso un valore in percentuale, per esempio 95%.",
        ),
        Valore::Data(_) => {
            let anno = |anno: i32| u16::try_from(anno).unwrap_or(2000).clamp(1901, 9000);
            let dal = ExcelDateTime::from_ymd(anno(modulo.anni.dal() - 1), 1, 1)?;
            let al = ExcelDateTime::from_ymd(anno(modulo.anni.al() + 2), 12, 31)?;
            avviso(
                DataValidation::new().allow_date(DataValidationRule::Between(dal, al)),
                "Data",
                &format!("Per esempio 30/06/{}.", modulo.anni.al()),
                "Di questo indicatore si è atteso un giorno, per esempio 30/06, di un anno vicino a quello del piano.",
            )
        }
        Valore::Numero(_) => avviso(
            numero(),
            "Numero",
            "Un numero, per esempio 12 oppure 1,5.",
            "Di questo indicatore si è atteso un numero.",
        ),
        Valore::Quantita { unita, .. } => {
            let unita: String = unita.chars().take(40).collect();
            avviso(
                numero(),
                "Numero",
                &format!("Basta il numero: «{unita}» si aggiunge da sé."),
                &format!("Di questo indicatore si è atteso un numero di {unita}."),
            )
        }
        Valore::Testo => DataValidation::new()
            .allow_any_value()
            .set_input_title("Raggiunto")?
            .set_input_message("Che cosa si è ottenuto, con le parole che si vedranno sul sito."),
    }
}

fn elenco(parole: &[&str], aiuto: &str) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(parole)?
        .set_input_title("Esito")?
        .set_input_message(aiuto)?
        .set_error_title("Esito non previsto")?
        .set_error_message("Va scelta una parola dell'elenco.")
}

/// A rule that asks before it lets something else pass: a result may be words.
fn avviso(
    regola: DataValidation,
    titolo: &str,
    aiuto: &str,
    errore: &str,
) -> Result<DataValidation, XlsxError> {
    regola
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_input_title(titolo)?
        .set_input_message(aiuto)?
        .set_error_title("Valore insolito")?
        .set_error_message(errore)
}
