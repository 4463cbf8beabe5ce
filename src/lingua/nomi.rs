//! What units, objectives and indicators are called, and what happens to units.

use super::{dal, frase, iniziale_maiuscola};
use crate::dati::GenereDati;
use crate::model::{CategoriaIndicatore, Ciclo, Settore, TipoObiettivo, TipoUnita, Vicenda};
use crate::parole::Parole;

/// The word before the name of a unit; none where the name says it.
#[must_use]
pub fn tipo_unita(tipo: TipoUnita, parole: &Parole) -> Option<&str> {
    let parola = match tipo {
        TipoUnita::Settore => &parole.unita.settore,
        TipoUnita::Area => &parole.unita.area,
        TipoUnita::Direzione => &parole.unita.direzione,
        TipoUnita::Servizio => &parole.unita.servizio,
        TipoUnita::Ufficio => &parole.unita.ufficio,
        TipoUnita::Altro => return None,
    };
    Some(parola)
}

/// The name of a unit with what it is: *Settore Finanziario*, *Messo comunale*.
#[must_use]
pub fn nome_intero(settore: &Settore, parole: &Parole) -> String {
    let nome = settore.nome_distinto();
    match tipo_unita(settore.tipo, parole) {
        Some(tipo) => parole.unita.nome.con(&[("tipo", tipo), ("nome", &nome)]),
        None => nome,
    }
}

/// What the objectives of the whole ente are called: by the ciclo, or as usual.
#[must_use]
pub fn nome_struttura<'a>(ciclo: &'a Ciclo, parole: &'a Parole) -> &'a str {
    let suo = ciclo.nome_struttura.as_deref();
    suo.unwrap_or(&parole.comune.obiettivi_di_struttura)
}

/// Whether the ciclo calls them so that the explanation of *struttura* has a place.
#[must_use]
pub fn dice_struttura(ciclo: &Ciclo) -> bool {
    let suo = ciclo.nome_struttura.as_ref();
    suo.is_none_or(|nome| nome.to_lowercase().contains("struttura"))
}

/// A kind of objective.
#[must_use]
pub fn tipo_obiettivo(tipo: TipoObiettivo, parole: &Parole) -> &str {
    match tipo {
        TipoObiettivo::Innovativo => &parole.tipi.innovativo,
        TipoObiettivo::Mantenimento => &parole.tipi.mantenimento,
        TipoObiettivo::Sviluppo => &parole.tipi.sviluppo,
        TipoObiettivo::Strategico => &parole.tipi.strategico,
    }
}

/// The kinds of an objective, one after the other.
#[must_use]
pub fn tipi(tipi: &[TipoObiettivo], parole: &Parole) -> String {
    let tipi: Vec<&str> = tipi
        .iter()
        .map(|tipo| tipo_obiettivo(*tipo, parole))
        .collect();
    tipi.join(", ")
}

/// What indicators of a kind are together: *Indici di tempo*, *Attività*.
#[must_use]
pub fn categoria(categoria: CategoriaIndicatore, parole: &Parole) -> &str {
    match categoria {
        CategoriaIndicatore::Quantita => &parole.scheda.indici_di_quantita,
        CategoriaIndicatore::Tempo => &parole.scheda.indici_di_tempo,
        CategoriaIndicatore::Costo => &parole.scheda.indici_di_costo,
        CategoriaIndicatore::Qualita => &parole.scheda.indici_di_qualita,
        CategoriaIndicatore::Attivita => &parole.scheda.attivita,
    }
}

/// What a file of open data is called, and what it says in a sentence.
#[must_use]
pub fn file_di_dati(genere: GenereDati, parole: &Parole) -> (&str, &str) {
    let dati = &parole.dati;
    match genere {
        GenereDati::Obiettivi => (&dati.obiettivi, &dati.obiettivi_descrizione),
        GenereDati::Indicatori => (&dati.indicatori, &dati.indicatori_descrizione),
        GenereDati::Risultati => (&dati.risultati, &dati.risultati_descrizione),
        GenereDati::Ciclo => (&dati.ciclo, &dati.ciclo_descrizione),
    }
}

/// What happens to a unit on a day: `Dal 1° luglio 2025: ne risponde il segretario comunale.`
#[must_use]
pub fn vicenda(vicenda: &Vicenda, ciclo: &Ciclo, parole: &Parole) -> String {
    let unita = &parole.unita;
    let confluisce = vicenda.confluisce_in.as_ref();
    let confluisce = confluisce.and_then(|codice| ciclo.settore(codice));
    let detto = [
        vicenda
            .nome
            .as_ref()
            .map(|nome| unita.si_chiama.con(&[("nome", nome)])),
        vicenda
            .responsabile
            .as_ref()
            .map(|chi| unita.ne_risponde.con(&[("nome", &chi.0)])),
        confluisce.map(|settore| {
            let nome = nome_intero(settore, parole);
            unita.confluisce.con(&[("nome", &nome)])
        }),
        vicenda.nota.clone(),
    ];
    let detto: Vec<String> = detto.into_iter().flatten().collect();
    let giorno = iniziale_maiuscola(&dal(vicenda.dal, parole));
    frase(&format!("{giorno}: {}", detto.join("; ")))
}
