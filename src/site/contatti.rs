//! How citizens reach the ente, at the foot of every page.

use serde::Serialize;

use crate::model::Contatti;
use crate::parole::Parole;

/// How the ente is reached, ready for the template.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ContattiScritti {
    ufficio: Option<String>,
    orari: Option<String>,
    vie: Vec<Via>,
}

/// A way to reach it.
#[derive(Debug, Clone, Serialize)]
struct Via {
    nome: String,
    testo: String,
    /// The address to call or write to.
    indirizzo: String,
}

/// How one calls or writes.
#[derive(Clone, Copy)]
enum Mezzo {
    Telefono,
    Posta,
}

impl ContattiScritti {
    /// `None` when the ente says nothing.
    pub(super) fn di(contatti: &Contatti, parole: &Parole) -> Option<Self> {
        let vie = [
            (&parole.piede.telefono, &contatti.telefono, Mezzo::Telefono),
            (&parole.piede.email, &contatti.email, Mezzo::Posta),
            (&parole.piede.pec, &contatti.pec, Mezzo::Posta),
        ];
        let vie = vie.into_iter().filter_map(|(nome, testo, mezzo)| {
            let testo = testo.clone()?;
            let indirizzo = match mezzo {
                Mezzo::Telefono => {
                    let numero = testo.chars().filter(|c| c.is_ascii_digit() || *c == '+');
                    format!("tel:{}", numero.collect::<String>())
                }
                Mezzo::Posta => format!("mailto:{testo}"),
            };
            Some(Via {
                nome: nome.to_string(),
                testo,
                indirizzo,
            })
        });
        (!contatti.sono_vuoti()).then(|| Self {
            ufficio: contatti.ufficio.clone(),
            orari: contatti.orari.clone(),
            vie: vie.collect(),
        })
    }
}
