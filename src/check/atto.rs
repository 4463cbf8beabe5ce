//! Rules on acts: who, what for, number and date.

use super::inspection::{Inspection, data, parola, parole};
use super::problema::{Forma, Genere, Vocabolario};
use crate::model::{
    Anni, Atto, DataScritta, Firma, Numerazione, RuoloAtto, RuoloFirma, leggi_data,
};
use crate::source::CicloFiles;
use crate::source::form::Scritto;
use crate::source::written::{AttoScritto, CicloScritto, FirmaScritta};

/// Checks an act.
pub(super) fn atto(scritto: &AttoScritto, inspection: &mut Inspection<'_>) -> Option<Atto> {
    let about = &scritto.about;
    let ruolo = inspection
        .dovuto(scritto.ruolo.as_ref(), "ruolo", Forma::Atto, about)
        .and_then(|ruolo| {
            let leggi = |testo: &str| parola(testo, &RuoloAtto::PAROLE).ok_or(());
            inspection.letto(ruolo, leggi, |scritto| Genere::ParolaNonAmmessa {
                scritto,
                vocabolario: Vocabolario::RuoloAtto,
            })
        });
    let organo = inspection.dovuto(scritto.organo.as_ref(), "organo", Forma::Atto, about);
    let numerazione = numerazione(scritto.numero.as_ref(), scritto.data.as_ref(), inspection);
    let firme = scritto.firme.iter().flatten();
    let firme = firme
        .filter_map(|scritta| firma(scritta, inspection))
        .collect();
    let organo = organo?;
    Some(Atto {
        ruolo: ruolo?,
        organo: organo.testo.clone(),
        sigla: parole(scritto.sigla.as_ref()).unwrap_or_else(|| iniziali(&organo.testo)),
        numerazione: numerazione?,
        oggetto: parole(scritto.oggetto.as_ref()),
        firme,
    })
}

fn firma(scritta: &FirmaScritta, inspection: &mut Inspection<'_>) -> Option<Firma> {
    let about = &scritta.about;
    let ruolo = inspection.dovuto(scritta.ruolo.as_ref(), "ruolo", Forma::Firma, about);
    let nome = inspection.dovuto(scritta.nome.as_ref(), "nome", Forma::Firma, about);
    Some(Firma {
        ruolo: RuoloFirma::leggi(ruolo?.testo.clone()),
        nome: nome?.testo.clone(),
    })
}

/// An act has number and date, or neither yet.
pub(super) fn numerazione(
    numero: Option<&Scritto>,
    data: Option<&Scritto>,
    inspection: &mut Inspection<'_>,
) -> Option<Numerazione> {
    let (presente, mancante, luogo) = match (numero, data) {
        (None, None) => return Some(Numerazione::DaAdottare),
        (Some(numero), Some(scritta)) => {
            let data = self::data(scritta, None, inspection)?;
            let numero = numero.testo.clone();
            return Some(Numerazione::Adottato { numero, data });
        }
        (Some(numero), None) => ("numero", "data", &numero.luogo),
        (None, Some(data)) => ("data", "numero", &data.luogo),
    };
    inspection.nota(luogo, Genere::AttoIncompleto { presente, mancante });
    None
}

/// Words that no initial is taken of, besides those of three letters or fewer.
const SENZA_INIZIALE: [&str; 5] = ["dello", "della", "degli", "delle", "dell"];

/// *Giunta comunale* → *G.C.*, *Giunta dell'Unione* → *G.U.*
pub(super) fn iniziali(organo: &str) -> String {
    organo
        .split(|c: char| c.is_whitespace() || c == '\'' || c == '\u{2019}')
        .filter(|parola| parola.chars().count() > 3)
        .filter(|parola| !SENZA_INIZIALE.contains(&parola.to_lowercase().as_str()))
        .filter_map(|parola| parola.chars().next())
        .flat_map(|iniziale| iniziale.to_uppercase().chain(['.']))
        .collect()
}

/// Plans are approved the year before or in the year, relazioni in the next one or late in the second:
/// a date further off is most likely a slip.
pub(super) fn date_lontane(
    files: &CicloFiles,
    scritto: &CicloScritto,
    anni: Option<Anni>,
    inspection: &mut Inspection<'_>,
) {
    let atti = scritto.atti.iter().flatten();
    let date = atti.filter_map(|atto| atto.data.as_ref());
    let modifiche = files.modifiche.iter();
    let modifiche = modifiche.filter_map(|modifica| modifica.atto.as_ref()?.data.as_ref());
    let relazione = scritto.relazione.iter();
    let relazione = relazione.filter_map(|relazione| relazione.data.as_ref());
    let Some(anni) = anni else { return };
    for data in date.chain(modifiche).chain(relazione) {
        let suo = leggi_data(&data.testo).ok().and_then(DataScritta::anno);
        if suo.is_some_and(|suo| !(anni.dal() - 1..=anni.al() + 2).contains(&suo)) {
            let scritto = data.testo.clone();
            inspection.nota(&data.luogo, Genere::DataLontana { scritto, anni });
        }
    }
}
