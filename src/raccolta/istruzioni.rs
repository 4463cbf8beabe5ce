//! The first sheet: what to do, in plain words.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::modulo::Modulo;
use super::xlsx::{DA_COMPILARE, altezza, protezione};
use crate::lingua::italiano;

/// The width of the texts, in characters.
const LARGHEZZA: u16 = 96;

/// The name of the sheet.
const NOME: &str = "Istruzioni";

pub(super) fn scrivi(modulo: &Modulo, foglio: &mut Worksheet) -> Result<(), XlsxError> {
    let testo = || {
        Format::new()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_font_size(11)
    };
    let titolo = testo().set_bold().set_font_size(16);
    let capitolo = testo()
        .set_bold()
        .set_font_size(13)
        .set_border_bottom(FormatBorder::Thin);
    let detto = testo().set_bold();
    foglio.set_name(NOME)?;
    foglio.set_column_width(0, 22)?;
    foglio.set_column_width(1, LARGHEZZA)?;
    foglio.set_screen_gridlines(false);
    let mut riga = 0;
    foglio.write_string_with_format(
        riga,
        0,
        "Raccolta dei risultati",
        &titolo.unset_text_wrap(),
    )?;
    riga += 2;
    for (che_cosa, valore) in intestazione(modulo) {
        foglio.set_row_height(riga, altezza([(valore.as_str(), LARGHEZZA)]))?;
        foglio.write_string_with_format(riga, 0, che_cosa, &detto)?;
        foglio.write_string_with_format(riga, 1, valore, &testo())?;
        riga += 1;
    }
    for (nome, voci) in capitoli(modulo) {
        riga += 1;
        foglio.set_row_height(riga, 26)?;
        foglio.write_string_with_format(riga, 0, nome, &capitolo.clone().unset_text_wrap())?;
        foglio.write_blank(riga, 1, &capitolo)?;
        riga += 1;
        for (che_cosa, valore) in voci {
            foglio.set_row_height(riga, altezza([(valore.as_str(), LARGHEZZA)]))?;
            foglio.write_string_with_format(riga, 0, che_cosa, &detto)?;
            foglio.write_string_with_format(riga, 1, valore, &testo())?;
            riga += 1;
        }
    }
    foglio.protect_with_options(&protezione());
    foglio
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 1);
    Ok(())
}

fn intestazione(modulo: &Modulo) -> Vec<(&'static str, String)> {
    let mut righe = vec![
        ("Ente", modulo.denominazione.clone()),
        ("Piano", italiano::anni(modulo.anni)),
        ("Di chi", modulo.nome.clone()),
    ];
    if let Some(responsabile) = &modulo.responsabile {
        righe.push(("Chi risponde", responsabile.clone()));
    }
    righe
}

type Voci = Vec<(&'static str, String)>;

fn capitoli(modulo: &Modulo) -> Vec<(&'static str, Voci)> {
    vec![
        ("Che cosa fare", che_cosa_fare(modulo)),
        ("Foglio Obiettivi", obiettivi(modulo)),
        ("Foglio Indicatori", indicatori(modulo)),
    ]
}

fn che_cosa_fare(modulo: &Modulo) -> Voci {
    let detti = |testo: &str| testo.to_owned();
    let massimo = italiano::percentuale(modulo.massimo);
    vec![
        (
            "Quali caselle",
            format!(
                "Si compilano le caselle bianche con il bordo spesso, nelle colonne che dicono «{DA_COMPILARE}». Le caselle grigie sono bloccate, quelle con un trattino non chiedono niente."
            ),
        ),
        (
            "Caselle vuote",
            detti(
                "Una casella lasciata vuota non cambia niente: resta quello che era già scritto.",
            ),
        ),
        (
            "Come si scrive",
            format!(
                "Percentuali come 95% o 87,5% (il grado arriva a {massimo}); date come 30/06/{}; numeri come 12 o 1,5. I testi saranno pubblicati come sono: senza dati personali.",
                modulo.anni.al()
            ),
        ),
        (
            "Righe e colonne",
            detti(
                "Non vanno aggiunte, tolte o spostate: ogni riga è di un obiettivo o di un indicatore del piano. Si possono allargare.",
            ),
        ),
        (
            "Quando e a chi",
            detti(
                "Si salva il file con lo stesso formato (.xlsx, oppure .ods) e lo si restituisce a chi lo ha mandato, entro il termine che ha indicato.",
            ),
        ),
    ]
}

fn obiettivi(modulo: &Modulo) -> Voci {
    let struttura = if modulo.di.settore == super::modulo::STRUTTURA {
        "Ogni obiettivo ha una riga per settore, con il grado che ha per quel settore; i testi si scrivono nella prima."
    } else {
        "Degli obiettivi di tutto l'ente c'è solo il grado che riguarda questo settore."
    };
    vec![
        ("Grado", "Il grado di raggiungimento dell'obiettivo. In alternativa l'esito a parole, nella colonna accanto: mai tutti e due.".to_owned()),
        ("Risultati ottenuti", "Che cosa si è ottenuto, in poche frasi che chiunque possa capire.".to_owned()),
        ("Scostamento", "Se l'obiettivo non è stato raggiunto del tutto: le cause, gli effetti, i provvedimenti già intrapresi e quelli da attivare.".to_owned()),
        ("Motivazione", "Perché il grado è lontano da quello che dicono gli indicatori, se lo è.".to_owned()),
        ("Tutto l'ente", struttura.to_owned()),
    ]
}

fn indicatori(modulo: &Modulo) -> Voci {
    if modulo
        .fogli
        .iter()
        .all(|foglio| foglio.nome != "Indicatori" || foglio.righe.is_empty())
    {
        return vec![(
            "",
            "Gli obiettivi non hanno indicatori da compilare qui.".to_owned(),
        )];
    }
    vec![
        ("Raggiunto", "Il valore ottenuto, da mettere accanto a quello atteso: una percentuale accanto a una percentuale, una data accanto a una data.".to_owned()),
        ("Esito", "Quando il valore atteso è detto a parole («entro i termini»): raggiunto, parziale o non raggiunto. Con «parziale» va detto quanto.".to_owned()),
        ("Nota", "Che cosa serve sapere per capire il valore.".to_owned()),
    ]
}
