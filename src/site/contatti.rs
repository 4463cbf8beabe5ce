//! How citizens reach the ente, at the foot of every page.

use serde::Serialize;

use crate::model::Contatti;

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
    nome: &'static str,
    testo: String,
    /// The address to call or write to.
    indirizzo: String,
}

impl ContattiScritti {
    /// `None` when the ente says nothing.
    pub(super) fn di(contatti: &Contatti) -> Option<Self> {
        let vie = [
            ("Telefono", &contatti.telefono),
            ("E-mail", &contatti.email),
            ("PEC", &contatti.pec),
        ];
        let vie = vie.into_iter().filter_map(|(nome, testo)| {
            let testo = testo.clone()?;
            let indirizzo = if nome == "Telefono" {
                let numero = testo.chars().filter(|c| c.is_ascii_digit() || *c == '+');
                format!("tel:{}", numero.collect::<String>())
            } else {
                format!("mailto:{testo}")
            };
            Some(Via {
                nome,
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
