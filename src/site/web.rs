//! What a page tells machines: search engines, social networks, readers of feeds, software.
//!
//! This module owns the addresses and descriptions in the head of a page. Absolute addresses exist only
//! where the ente says where its site is published ([`crate::model::Pubblicazione`]).

use serde::Serialize;
use serde_json::Value;

use super::Sito;
use super::feed;
use super::html::Html;
use super::links::{Href, SitePath};
use crate::model::Ente;
use crate::picture::Card;
use crate::publish::OutputFile;

/// What stands in the head of a page for machines.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct PerMacchine {
    /// The one address of the page.
    canonico: Option<String>,
    /// What a network shows of a page that somebody passes on (Open Graph).
    anteprima: Option<Anteprima>,
    /// The feed of the ente.
    feed: Option<Href>,
    /// Linked data, safe inside `<script>`.
    dati: Option<Html>,
    /// The value of `robots`, where search engines have nothing to look for here.
    robots: Option<&'static str>,
    /// Where the page leads on by itself.
    porta_a: Option<Href>,
}

#[derive(Debug, Clone, Serialize)]
struct Anteprima {
    genere: &'static str,
    titolo: String,
    sito: String,
    immagine: Option<Immagine>,
}

/// The picture of the ente, the same for all its pages.
#[derive(Debug, Clone, Serialize)]
struct Immagine {
    indirizzo: String,
    larghezza: u16,
    altezza: u16,
    alternativa: String,
}

/// The size that networks ask for.
const CARTOLINA: Card = Card {
    width: 1200,
    height: 630,
};

/// The coat of arms on a card, where pages have an address that a network can come to and the ente has one:
/// an emblem that is nobody's would say nothing.
pub(super) fn cartolina(ente: &Ente) -> Option<OutputFile> {
    ente.pubblicazione.indirizzo.as_ref()?;
    Some(OutputFile {
        path: SitePath::cartolina().as_str().to_owned(),
        bytes: CARTOLINA.of(&ente.stemma.as_ref()?.immagine)?,
    })
}

impl Immagine {
    fn di(sito: &Sito<'_>) -> Option<Self> {
        Some(Self {
            indirizzo: sito.indirizzo_di(&SitePath::cartolina())?,
            larghezza: CARTOLINA.width,
            altezza: CARTOLINA.height,
            alternativa: sito.ente.stemma.as_ref()?.testo_alternativo.clone(),
        })
    }
}

impl PerMacchine {
    /// Of a page with a title.
    pub(super) fn di(sito: &Sito<'_>, path: &SitePath, titolo: &str) -> Self {
        let canonico = sito.indirizzo_di(path);
        Self {
            anteprima: canonico.as_ref().map(|_| Anteprima {
                genere: if *path == SitePath::ente() {
                    "website"
                } else {
                    "article"
                },
                titolo: titolo.to_owned(),
                sito: format!(
                    "{} – {}",
                    sito.parole.comune.obiettivi_e_risultati.as_str(),
                    sito.ente.denominazione
                ),
                immagine: Immagine::di(sito),
            }),
            canonico,
            feed: feed::esiste(sito).then(|| path.to(&SitePath::file(feed::FILE))),
            ..Self::default()
        }
    }

    /// The same with linked data.
    pub(super) fn con_dati(self, dati: &Value) -> Self {
        Self {
            dati: Some(script(dati)),
            ..self
        }
    }

    /// Of a page that is at no address of its own, such as that of a missing one.
    pub(super) fn senza_indirizzo(self) -> Self {
        Self {
            canonico: None,
            anteprima: None,
            robots: Some("noindex"),
            ..self
        }
    }

    /// Of a page that only leads on to another: that one's address is the one to keep.
    pub(super) fn che_porta_a(self, sito: &Sito<'_>, path: &SitePath, meta: &SitePath) -> Self {
        let href = path.to(meta);
        let canonico = sito.indirizzo_di(meta);
        Self {
            canonico: Some(canonico.unwrap_or_else(|| href.as_str().to_owned())),
            anteprima: None,
            robots: None,
            porta_a: Some(href),
            ..self
        }
    }
}

/// Linked data as the content of a `<script>`: nothing in it can end the element.
fn script(dati: &Value) -> Html {
    let mut html = Html::default();
    for c in dati.to_string().chars() {
        match c {
            // These stand only inside strings, where an escape means the same.
            '<' => html.markup("\\u003c"),
            '>' => html.markup("\\u003e"),
            '&' => html.markup("\\u0026"),
            c => html.markup(c.encode_utf8(&mut [0; 4])),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linked_data_cannot_end_their_element() {
        let dati = serde_json::json!({ "nome": "</script><!-- & \"" });
        let html = script(&dati);
        assert!(
            !html.as_str().contains(['<', '>', '&']),
            "{}",
            html.as_str()
        );
        let letti: Result<Value, _> = serde_json::from_str(html.as_str());
        assert_eq!(letti.ok(), Some(dati));
    }
}
