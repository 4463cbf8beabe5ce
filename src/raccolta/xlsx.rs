//! A form as a workbook that a head of settore fills in.
//!
//! What is given is locked (without a password: it is a hint, not a barrier), what is asked is not. The same
//! content makes the same bytes. Words are always words: nothing of the content can become a formula.

use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook,
    Worksheet, XlsxError,
};

use super::convalida::convalida;
use super::istruzioni;
use super::modulo::{Campo, Cella, Colonna, Foglio, Modulo, Tipo, Uso};
use chrono::{Datelike as _, NaiveDate};

use crate::model::{Percentuale, Valore, leggi_percentuale, leggi_valore};

/// The hidden sheet that says of whom the workbook is.
pub const CHI: &str = "griglia";
/// What its first cell says.
pub const FORMATO: &str = "raccolta dei risultati";
/// The form of workbooks that this program writes and reads.
pub const VERSIONE: &str = "1";
/// What a heading says below its name, where the column is to be filled in.
pub const DA_COMPILARE: &str = "da compilare";

/// What stands where nothing is asked.
pub const NIENTE: &str = "–";

/// Room for what will be written, in points.
const RIGA: f64 = 48.0;

const GRIGIO: u32 = 0x00EF_EFEF;
const SCURO: u32 = 0x0017_324D;
const CONTORNO: u32 = 0x0006_4E9E;
/// A3: the columns are many.
const CARTA: u8 = 8;

/// The workbook.
///
/// # Errors
/// When a text is longer than a cell can hold.
pub fn scrivi(modulo: &Modulo) -> Result<Vec<u8>, XlsxError> {
    let mut libro = Workbook::new();
    libro.set_properties(&proprieta(modulo));
    istruzioni::scrivi(modulo, libro.add_worksheet())?;
    for foglio in modulo
        .fogli
        .iter()
        .filter(|foglio| !foglio.righe.is_empty())
    {
        scrivi_foglio(foglio, modulo, libro.add_worksheet())?;
    }
    chi(modulo, libro.add_worksheet())?;
    libro.save_to_buffer()
}

/// Whose it is, for who reads it back.
fn chi(modulo: &Modulo, foglio: &mut Worksheet) -> Result<(), XlsxError> {
    foglio.set_name(CHI)?.set_hidden(true);
    let righe = [
        (FORMATO, VERSIONE),
        ("ente", &modulo.di.ente),
        ("ciclo", &modulo.di.ciclo),
        ("settore", &modulo.di.settore),
    ];
    for (riga, (che_cosa, valore)) in (0..).zip(righe) {
        foglio.write_string(riga, 0, che_cosa)?;
        foglio.write_string(riga, 1, valore)?;
    }
    foglio.protect();
    Ok(())
}

fn proprieta(modulo: &Modulo) -> DocProperties {
    let titolo = format!(
        "Raccolta dei risultati {} – {}",
        modulo.di.ciclo, modulo.nome
    );
    let proprieta = DocProperties::new()
        .set_title(titolo)
        .set_author(&modulo.denominazione)
        .set_company(&modulo.denominazione)
        .set_subject("Risultati degli obiettivi e degli indicatori");
    match giorno(modulo.giorno) {
        Some(giorno) => proprieta.set_creation_datetime(&giorno),
        None => proprieta,
    }
}

fn giorno(giorno: NaiveDate) -> Option<ExcelDateTime> {
    let anno = u16::try_from(giorno.year()).ok()?;
    let mese = u8::try_from(giorno.month()).ok()?;
    ExcelDateTime::from_ymd(anno, mese, u8::try_from(giorno.day()).ok()?).ok()
}

/// Protection that leaves rows and columns to be widened.
pub(super) fn protezione() -> ProtectionOptions {
    ProtectionOptions {
        format_rows: true,
        format_columns: true,
        ..ProtectionOptions::new()
    }
}

fn base() -> Format {
    Format::new()
        .set_font_name("Calibri")
        .set_font_size(11)
        .set_align(FormatAlign::Top)
        .set_text_wrap()
}

fn intestazione(uso: Uso) -> Format {
    let formato = base()
        .set_bold()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter);
    match uso {
        Uso::Compilare => formato.set_border_bottom(FormatBorder::Thick),
        Uso::Chiave | Uso::Nome | Uso::Detto => formato
            .set_background_color(SCURO)
            .set_font_color(0x00FF_FFFF),
    }
}

fn chiusa() -> Format {
    base()
        .set_background_color(GRIGIO)
        .set_border(FormatBorder::Hair)
}

/// Nothing is asked: a dash says so, colours or not.
fn sbarrata() -> Format {
    chiusa().set_align(FormatAlign::Center)
}

fn aperta() -> Format {
    base()
        .set_unlocked()
        .set_border(FormatBorder::Medium)
        .set_border_color(CONTORNO)
}

fn testo(cella: &Cella) -> Option<&str> {
    match cella {
        Cella::Scritta(testo) => Some(testo),
        Cella::Chiusa => None,
        Cella::Aperta(campo) => campo.attuale.as_deref(),
    }
}

/// The height that some texts need, each in a column of a width in characters: not every program works it
/// out by itself.
pub(super) fn altezza<'t>(testi: impl IntoIterator<Item = (&'t str, u16)>) -> f64 {
    let righe = testi.into_iter().map(|(testo, larghezza)| {
        // Words leave some of a line empty, and faces differ.
        let utili = usize::from(larghezza)
            .saturating_mul(4)
            .div_euclid(5)
            .max(1);
        let righe = testo
            .lines()
            .map(|riga| riga.chars().count().div_ceil(utili).max(1));
        u16::try_from(righe.sum::<usize>()).unwrap_or(u16::MAX)
    });
    let righe = righe.max().unwrap_or(1).max(1);
    (f64::from(righe) * 15.0 + 3.0).min(400.0)
}

fn scrivi_foglio(foglio: &Foglio, modulo: &Modulo, carta: &mut Worksheet) -> Result<(), XlsxError> {
    carta.set_name(foglio.nome)?;
    for (posto, colonna) in (0..).zip(&foglio.colonne) {
        carta.set_column_width(posto, f64::from(colonna.larghezza))?;
        let titolo = titolo(colonna);
        carta.write_string_with_format(0, posto, titolo, &intestazione(colonna.uso))?;
    }
    carta.set_row_height(0, 48)?;
    for (numero, celle) in (1..).zip(&foglio.righe) {
        let testi = celle
            .iter()
            .zip(&foglio.colonne)
            .filter_map(|(cella, colonna)| Some((testo(cella)?, colonna.larghezza)));
        carta.set_row_height(numero, altezza(testi).max(RIGA))?;
        for (posto, cella) in (0..).zip(celle) {
            scrivi_cella(cella, modulo, carta, (numero, posto))?;
        }
    }
    let fisse = foglio.colonne.iter();
    let fisse = fisse.take_while(|colonna| colonna.uso == Uso::Chiave || colonna.uso == Uso::Nome);
    let fisse = u16::try_from(fisse.count()).unwrap_or_default();
    carta.set_freeze_panes(1, fisse)?;
    if let Some((riga, posto)) = prima_da_compilare(foglio) {
        carta.set_selection(riga, posto, riga, posto)?;
    }
    carta.protect_with_options(&protezione());
    carta
        .set_landscape()
        .set_paper_size(CARTA)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 0)?
        .set_footer(format!(
            "&L{}&C{}&RPagina &P di &N",
            senza_comandi(&modulo.denominazione),
            senza_comandi(&modulo.nome)
        ));
    Ok(())
}

/// In headers and footers `&` begins a command.
fn senza_comandi(testo: &str) -> String {
    let corto: String = testo.chars().take(70).collect();
    corto.replace('&', "&&")
}

fn titolo(colonna: &Colonna) -> String {
    match colonna.uso {
        Uso::Compilare => format!("{}\n({DA_COMPILARE})", colonna.titolo),
        Uso::Chiave | Uso::Nome | Uso::Detto => colonna.titolo.clone(),
    }
}

fn prima_da_compilare(foglio: &Foglio) -> Option<(u32, u16)> {
    (1..).zip(&foglio.righe).find_map(|(riga, celle)| {
        let mut celle = (0..).zip(celle);
        let (posto, _) = celle.find(|(_, cella)| matches!(cella, Cella::Aperta(_)))?;
        Some((riga, posto))
    })
}

fn scrivi_cella(
    cella: &Cella,
    modulo: &Modulo,
    carta: &mut Worksheet,
    (riga, posto): (u32, u16),
) -> Result<(), XlsxError> {
    match cella {
        Cella::Scritta(testo) => {
            carta.write_string_with_format(riga, posto, testo, &chiusa())?;
        }
        Cella::Chiusa => {
            carta.write_string_with_format(riga, posto, NIENTE, &sbarrata())?;
        }
        Cella::Aperta(campo) => {
            scrivi_risposta(campo, modulo, carta, (riga, posto))?;
            if let Some(convalida) = convalida(&campo.tipo, modulo)? {
                carta.add_data_validation(riga, posto, riga, posto, &convalida)?;
            }
        }
    }
    Ok(())
}

/// What is written already, as what it is: a figure as a figure, a day as a day.
fn scrivi_risposta(
    campo: &Campo,
    modulo: &Modulo,
    carta: &mut Worksheet,
    (riga, posto): (u32, u16),
) -> Result<(), XlsxError> {
    let formato = formato(&campo.tipo);
    let Some(attuale) = &campo.attuale else {
        carta.write_blank(riga, posto, &formato)?;
        return Ok(());
    };
    match come_cifra(campo, attuale, modulo) {
        Some(Cifra::Numero(numero)) => {
            carta.write_number_with_format(riga, posto, numero, &formato)?;
        }
        Some(Cifra::Giorno(quando)) => {
            if let Some(quando) = giorno(quando) {
                carta.write_datetime_with_format(riga, posto, &quando, &formato)?;
            }
        }
        None => {
            // Somebody who edits such a text would make a formula of it.
            let formula = attuale.starts_with(['=', '+', '-', '@']);
            let formato = if formula {
                formato.set_quote_prefix()
            } else {
                formato
            };
            carta.write_string_with_format(riga, posto, attuale, &formato)?;
        }
    }
    Ok(())
}

/// A value that a spreadsheet has a kind for.
enum Cifra {
    Numero(f64),
    Giorno(NaiveDate),
}

fn come_cifra(campo: &Campo, attuale: &str, modulo: &Modulo) -> Option<Cifra> {
    let frazione = |percentuale: Percentuale| {
        let punti = percentuale.punti() / rust_decimal::Decimal::ONE_HUNDRED;
        punti.to_f64().map(Cifra::Numero)
    };
    match &campo.tipo {
        Tipo::Grado(_) | Tipo::Quanto => leggi_percentuale(attuale, modulo.massimo)
            .ok()
            .and_then(frazione),
        Tipo::Raggiunto(atteso) => {
            let letto = leggi_valore(attuale, campo.anno).valore;
            match (atteso, letto) {
                (Valore::Percentuale(_), Valore::Percentuale(letto)) => frazione(letto),
                (Valore::Data(_), Valore::Data(giorno)) => Some(Cifra::Giorno(giorno)),
                (Valore::Numero(_), Valore::Numero(numero)) => numero.to_f64().map(Cifra::Numero),
                (Valore::Quantita { unita, .. }, Valore::Quantita { numero, unita: sua })
                    if *unita == sua =>
                {
                    numero.to_f64().map(Cifra::Numero)
                }
                _ => None,
            }
        }
        Tipo::Giudizio(_) | Tipo::Esito | Tipo::Mesi | Tipo::Testo => None,
    }
}

fn formato(tipo: &Tipo) -> Format {
    let formato = aperta();
    match tipo {
        Tipo::Grado(_) | Tipo::Quanto | Tipo::Raggiunto(Valore::Percentuale(_)) => {
            formato.set_num_format("0.00%")
        }
        Tipo::Raggiunto(Valore::Data(_)) => formato.set_num_format("dd/mm/yyyy"),
        Tipo::Raggiunto(Valore::Numero(_)) => formato,
        Tipo::Raggiunto(Valore::Quantita { unita, .. }) if !unita.contains('"') => {
            if unita == "€" {
                formato.set_num_format("#,##0.00 \"€\"")
            } else {
                formato.set_num_format(format!("General\" {unita}\""))
            }
        }
        // Text: what is typed stays as typed, `1/2` no day and `=` no formula.
        Tipo::Raggiunto(_) | Tipo::Giudizio(_) | Tipo::Esito | Tipo::Mesi | Tipo::Testo => {
            formato.set_num_format("@")
        }
    }
}
