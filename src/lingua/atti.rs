//! Acts, what they do, what was said in the sitting that adopted them.

use super::data;
use crate::model::{Atto, GenereCambio, Modifica, Numerazione, RuoloAtto, RuoloFirma};
use crate::parole::{Parole, Testo};

/// An act as acts quote each other: `G.C. n. 48 del 3 maggio 2024`.
#[must_use]
pub fn atto(atto: &Atto, parole: &Parole) -> String {
    match &atto.numerazione {
        Numerazione::Adottato {
            numero,
            data: giorno,
        } => parole.atti.atto.con(&[
            ("sigla", &atto.sigla),
            ("numero", numero),
            ("data", &data(*giorno, parole)),
        ]),
        Numerazione::DaAdottare => parole.atti.da_adottare.con(&[("sigla", &atto.sigla)]),
    }
}

/// An act without its day, as short as it can be named: `G.C. n. 48`.
#[must_use]
pub fn atto_breve(atto: &Atto, parole: &Parole) -> String {
    match &atto.numerazione {
        Numerazione::Adottato { numero, .. } => {
            let posti = [("sigla", atto.sigla.as_str()), ("numero", numero.as_str())];
            parole.atti.breve.con(&posti)
        }
        Numerazione::DaAdottare => atto.sigla.clone(),
    }
}

/// An act with the organ in full: `G.C. n. 100 del 18 ottobre 2022 (Giunta comunale)`.
#[must_use]
pub fn atto_intero(atto: &Atto, parole: &Parole) -> String {
    format!("{} ({})", self::atto(atto, parole), atto.organo)
}

/// What an act does for the ciclo.
#[must_use]
pub fn ruolo(ruolo: RuoloAtto, parole: &Parole) -> &str {
    match ruolo {
        RuoloAtto::Piano => &parole.atti.approva_piano,
        RuoloAtto::Peg => &parole.atti.approva_peg,
        RuoloAtto::Modifica => &parole.atti.modifica_piano,
        RuoloAtto::Relazione => &parole.atti.approva_relazione,
    }
}

/// The office in which somebody signs.
#[must_use]
pub fn firma<'a>(ruolo: &'a RuoloFirma, parole: &'a Parole) -> &'a str {
    match ruolo {
        RuoloFirma::Presidente => &parole.atti.il_presidente,
        RuoloFirma::Segretario => &parole.atti.il_segretario,
        RuoloFirma::Altro(scritto) => scritto,
    }
}

/// What else there is to say of the sitting that adopted a change, sentence by sentence.
#[must_use]
pub fn seduta(modifica: &Modifica, parole: &Parole) -> Vec<String> {
    let seduta = &modifica.seduta;
    let atti = &parole.atti;
    let chi = |frase: &Testo, chi: Option<&String>| Some(frase.con(&[("nome", chi?)]));
    let dal =
        |frase: &Testo, giorno: Option<_>| Some(frase.con(&[("data", &data(giorno?, parole))]));
    let richiami = seduta.richiami.join("; ");
    let frasi = [
        seduta
            .ora
            .as_ref()
            .map(|ora| atti.seduta_ora.con(&[("ora", ora)])),
        chi(&atti.presidente, seduta.presidente.as_ref()),
        chi(&atti.segretario, seduta.segretario.as_ref()),
        dal(&atti.pubblicata, seduta.pubblicata),
        dal(&atti.esecutiva, seduta.esecutiva),
        (!richiami.is_empty()).then(|| atti.richiami.con(&[("atti", &richiami)])),
    ];
    frasi.into_iter().flatten().collect()
}

/// What an act does to a card: *modificato*, *eliminato*, *inserito*.
#[must_use]
pub fn cambio(genere: GenereCambio, parole: &Parole) -> &str {
    match genere {
        GenereCambio::Modificato => &parole.cambi.modificato,
        GenereCambio::Eliminato => &parole.cambi.eliminato,
        GenereCambio::Inserito => &parole.cambi.inserito,
    }
}

/// What an act does to the plan, counted: `11 obiettivi modificati, 1 eliminato e 1 inserito`.
#[must_use]
pub fn quanti_cambi(modifica: &Modifica, parole: &Parole) -> String {
    let cambi = &parole.cambi;
    // Each kind in the words for one and for several, when it comes first and after others.
    let generi = [
        (
            GenereCambio::Modificato,
            [&cambi.modificato_uno, &cambi.modificato_molti],
            [&cambi.modificato_uno, &cambi.modificato_molti],
        ),
        (
            GenereCambio::Eliminato,
            [&cambi.eliminato_uno, &cambi.eliminato_molti],
            [&cambi.poi_eliminato_uno, &cambi.poi_eliminato_molti],
        ),
        (
            GenereCambio::Inserito,
            [&cambi.inserito_uno, &cambi.inserito_molti],
            [&cambi.poi_inserito_uno, &cambi.poi_inserito_molti],
        ),
    ];
    let mut parti: Vec<String> = Vec::new();
    for (genere, prima, poi) in generi {
        let suoi = modifica.cambi.iter();
        let numero = suoi.filter(|cambio| cambio.genere() == genere).count();
        if numero > 0 {
            let [uno, molti] = if parti.is_empty() { prima } else { poi };
            parti.push(super::quanti(numero, uno, molti));
        }
    }
    if parti.is_empty() {
        return cambi.nessuno.to_string();
    }
    elenco(&parti, parole)
}

/// Things one after the other in a sentence: `uno, due e tre`.
#[must_use]
pub fn elenco(voci: &[String], parole: &Parole) -> String {
    match voci {
        [] => String::new(),
        [sola] => sola.clone(),
        [prime @ .., ultima] => parole
            .comune
            .elenco
            .con(&[("prime", &prime.join(", ")), ("ultima", ultima)]),
    }
}
