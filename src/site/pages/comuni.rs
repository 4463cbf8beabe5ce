//! The pages that every site has, where the ente has not written its own.

use super::pagina::PaginaLetta;
use crate::model::{Codice, Ente, Pagina, Testo};
use crate::parole::{self, Parole, parentesi};
use crate::site::glossario;

/// Those that the ente has not written.
pub(in crate::site) fn mancanti(ente: &Ente, parole: &Parole) -> Vec<PaginaLetta> {
    let pagine = [
        (glossario::PAGINA, come_leggere(parole)),
        ("note-legali", note_legali(ente, parole)),
        ("accessibilita", accessibilita(ente, parole)),
    ];
    let pagine = pagine.into_iter().filter_map(|(nome, markdown)| {
        let codice = Codice::leggi(nome).ok()?;
        let scritta = ente.pagine.iter().any(|pagina| pagina.codice == codice);
        let testo = Testo {
            file: String::new(),
            markdown,
            immagini: std::collections::BTreeMap::new(),
        };
        (!scritta).then(|| PaginaLetta::generata(&Pagina { codice, testo }))
    });
    pagine.collect()
}

/// Words of which those between square brackets lead to an address.
fn con_legame(testo: &parole::Testo, indirizzo: &str) -> String {
    match parentesi(testo) {
        Some((prima, dentro, dopo)) => format!("{prima}[{dentro}](<{indirizzo}>){dopo}"),
        None => testo.to_string(),
    }
}

fn come_leggere(parole: &Parole) -> String {
    let testi = &parole.come_leggere;
    let blocchi = [&testi.titolo, &testi.che_cosa, &testi.ogni_obiettivo];
    let [titolo, altri @ ..] = blocchi.map(parole::Testo::as_str);
    format!("# {titolo}\n\n{}\n", altri.join("\n\n"))
}

fn note_legali(ente: &Ente, parole: &Parole) -> String {
    let testi = &parole.note_legali;
    let privacy = ente.recapiti.privacy.as_ref();
    let privacy = privacy.map(|indirizzo| con_legame(&testi.privacy, indirizzo));
    let cookie = [Some(testi.cookie.to_string()), privacy];
    let cookie: Vec<String> = cookie.into_iter().flatten().collect();
    format!(
        "# {}\n\n## {}\n\n{}\n\n## {}\n\n{}\n\n{}\n",
        testi.titolo.as_str(),
        testi.da_dove.as_str(),
        testi.dagli_atti.as_str(),
        testi.dati_personali.as_str(),
        cookie.join(" "),
        testi.licenza_e_dati.as_str(),
    )
}

fn accessibilita(ente: &Ente, parole: &Parole) -> String {
    let testi = &parole.accessibilita;
    let dichiarazione = match &ente.dichiarazione_accessibilita {
        None => testi.senza_dichiarazione.to_string(),
        Some(indirizzo) => con_legame(&testi.con_dichiarazione, indirizzo),
    };
    let segnalazioni = match (&ente.recapiti.segnalazioni, &ente.sito) {
        (Some(indirizzo), _) => con_legame(&testi.segnalare, indirizzo),
        (None, Some(sito)) => con_legame(&testi.segnalare_nel_sito, sito),
        (None, None) => testi.segnalare_agli_uffici.to_string(),
    };
    let email = ente.recapiti.contatti.email.as_ref();
    let email = email.map(|email| {
        let detto = testi.scrivere.con(&[("email", email)]);
        detto.replacen(email.as_str(), &format!("[{email}](<mailto:{email}>)"), 1)
    });
    let segnalazioni: Vec<String> = std::iter::once(segnalazioni).chain(email).collect();
    format!(
        "# {}\n\n{}\n\n## {}\n\n{dichiarazione}\n\n## {}\n\n{}\n",
        testi.titolo.as_str(),
        testi.frase.as_str(),
        testi.dichiarazione.as_str(),
        testi.segnalazioni.as_str(),
        segnalazioni.join(" "),
    )
}
