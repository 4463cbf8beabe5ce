//! The frame: what every page has around its content.

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive as _;
use serde::Serialize;

use super::Sito;
use super::blocks::figura;
use super::contatti::ContattiScritti;
use super::links::{Href, SitePath};
use super::pages::pagina::NOTE;
use super::web::PerMacchine;
use crate::lingua;
use crate::model::Stemma;
use crate::parole::Parole;

/// What every page has around its content.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Cornice {
    titolo: String,
    descrizione: String,
    stile: Href,
    /// The style sheet with the colour of the ente.
    tinta: Option<Href>,
    icona: Href,
    /// Where the search is; none on its own page, which has a field of its own.
    ricerca: Option<Href>,
    ente: Intestazione,
    menu: Vec<VoceMenu>,
    briciole: Vec<Voce>,
    note: Vec<Nota>,
    dichiarazione_accessibilita: Option<String>,
    esterni: Vec<Esterno>,
    contatti: Option<ContattiScritti>,
    aggiornamento: Option<Aggiornamento>,
    avviso: Option<String>,
    /// Pages about the site itself.
    servizio: Vec<Voce>,
    web: PerMacchine,
}

/// What a page says of itself.
pub(super) struct Testata<'a> {
    /// Where it stands.
    pub(super) path: &'a SitePath,
    /// Its title, most particular first, without the ente.
    pub(super) titolo: String,
    /// Its content in a sentence, for search engines.
    pub(super) descrizione: String,
    /// The pages above it, from the first.
    pub(super) sopra: Vec<Voce>,
    /// How it calls itself among them; `None` on the first page.
    pub(super) nome: Option<String>,
    /// When what it says was last changed.
    pub(super) aggiornamento: Option<NaiveDate>,
    /// What the reader must know before reading.
    pub(super) avviso: Option<&'a str>,
}

/// Words that may lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Voce {
    /// The words.
    pub(super) testo: String,
    /// Where they lead.
    pub(super) href: Option<Href>,
}

#[derive(Debug, Clone, Serialize)]
struct Intestazione {
    denominazione: String,
    territorio: Option<String>,
    sito: Option<String>,
    stemma: Option<StemmaInTestata>,
    href: Href,
}

/// The coat of arms, beside the name that says whose it is.
#[derive(Debug, Clone, Serialize)]
struct StemmaInTestata {
    file: Href,
    /// Its sides as they stand in the page, so that nothing moves when it comes.
    larghezza: u16,
    altezza: u16,
}

#[derive(Debug, Clone, Serialize)]
struct VoceMenu {
    testo: String,
    href: Href,
    /// The value of `aria-current`: this page, or a page below it.
    corrente: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
struct Nota {
    testo: String,
    href: Href,
    /// The `data-element` by which the public validators recognise the link.
    elemento: Option<&'static str>,
}

/// A link of the foot that leads to the institutional site.
#[derive(Debug, Clone, Serialize)]
struct Esterno {
    testo: String,
    href: String,
    elemento: &'static str,
}

#[derive(Debug, Clone, Serialize)]
struct Aggiornamento {
    iso: String,
    testo: String,
}

/// How many years the menu shows; the first page has them all.
const ANNI_NEL_MENU: usize = 3;

impl Voce {
    /// Words that lead somewhere.
    pub(super) fn link(testo: impl Into<String>, href: Href) -> Self {
        Self {
            testo: testo.into(),
            href: Some(href),
        }
    }

    /// Words alone.
    pub(super) fn testo(testo: impl Into<String>) -> Self {
        Self {
            testo: testo.into(),
            href: None,
        }
    }
}

impl Cornice {
    /// The frame of a page of an ente.
    pub(super) fn new(sito: &Sito<'_>, testata: Testata<'_>) -> Self {
        let path = testata.path;
        let web = PerMacchine::di(sito, path, &testata.titolo);
        let mut briciole = testata.sopra;
        if let Some(nome) = testata.nome {
            briciole.insert(
                0,
                Voce::link(
                    sito.parole.piede.inizio.as_str(),
                    path.to(&SitePath::ente()),
                ),
            );
            briciole.push(Voce::testo(nome));
        }
        Self {
            titolo: format!("{} – {}", testata.titolo, sito.ente.denominazione),
            descrizione: testata.descrizione,
            stile: path.to(&SitePath::asset("stile.css")),
            tinta: sito.ente.colore.map(|_| path.to(&SitePath::tinta())),
            icona: path.to(&SitePath::asset("icona.svg")),
            ricerca: (*path != SitePath::ricerca()).then(|| path.to(&SitePath::ricerca())),
            ente: Intestazione {
                denominazione: sito.ente.denominazione.clone(),
                territorio: sito.ente.territorio.clone(),
                sito: sito.ente.sito.clone(),
                stemma: sito
                    .ente
                    .stemma
                    .as_ref()
                    .map(|s| StemmaInTestata::di(s, path)),
                href: path.to(&SitePath::ente()),
            },
            menu: menu(sito, path),
            briciole,
            note: note(sito, path),
            dichiarazione_accessibilita: sito.ente.dichiarazione_accessibilita.clone(),
            esterni: esterni(sito),
            contatti: ContattiScritti::di(&sito.ente.recapiti.contatti, sito.parole),
            // A plan without dates of its own is as old as the rest.
            aggiornamento: testata
                .aggiornamento
                .or_else(|| sito.aggiornamento())
                .map(|giorno| Aggiornamento::di(giorno, sito.parole)),
            avviso: testata.avviso.map(str::to_owned),
            servizio: servizio(path, sito.parole),
            web,
        }
    }

    /// The same page with more for machines.
    pub(super) fn con(self, web: impl FnOnce(PerMacchine) -> PerMacchine) -> Self {
        Self {
            web: web(self.web),
            ..self
        }
    }

    /// The frame of the page that leads to several enti.
    pub(super) fn of_index(path: &SitePath, parole: &Parole) -> Self {
        Self {
            titolo: parole.indice.titolo.to_string(),
            descrizione: parole.indice.frase.to_string(),
            stile: path.to(&SitePath::asset("stile.css")),
            tinta: None,
            icona: path.to(&SitePath::asset("icona.svg")),
            ricerca: None,
            ente: Intestazione {
                denominazione: parole.indice.nome.to_string(),
                territorio: None,
                sito: None,
                stemma: None,
                href: path.to(path),
            },
            menu: Vec::new(),
            briciole: Vec::new(),
            note: Vec::new(),
            dichiarazione_accessibilita: None,
            esterni: Vec::new(),
            contatti: None,
            aggiornamento: None,
            avviso: None,
            servizio: Vec::new(),
            web: PerMacchine::default(),
        }
    }
}

/// How high a coat of arms stands in the header, and how wide it may be.
const STEMMA: (f64, f64) = (56.0, 112.0);

impl StemmaInTestata {
    fn di(stemma: &Stemma, path: &SitePath) -> Self {
        let (larghezza, altezza) = (
            stemma.immagine.width.max(1.0),
            stemma.immagine.height.max(1.0),
        );
        let scala = (STEMMA.0 / altezza).min(STEMMA.1 / larghezza);
        let lato = |lungo: f64| (lungo * scala).round().to_u16().unwrap_or(1).max(1);
        Self {
            file: path.to(&SitePath::stemma(figura::ending(&stemma.immagine))),
            larghezza: lato(larghezza),
            altezza: lato(altezza),
        }
    }
}

impl Aggiornamento {
    fn di(giorno: NaiveDate, parole: &Parole) -> Self {
        Self {
            iso: giorno.to_string(),
            testo: lingua::data(giorno, parole),
        }
    }
}

fn menu(sito: &Sito<'_>, path: &SitePath) -> Vec<VoceMenu> {
    let inizio = VoceMenu {
        testo: sito.parole.piede.inizio.to_string(),
        href: path.to(&SitePath::ente()),
        corrente: (*path == SitePath::ente()).then_some("page"),
    };
    let anni = sito.ente.cicli.iter().take(ANNI_NEL_MENU).map(|ciclo| {
        let anno = SitePath::anno(&ciclo.codice);
        VoceMenu {
            testo: lingua::anni(ciclo.anni, sito.parole),
            corrente: if *path == anno {
                Some("page")
            } else {
                path.is_below(&anno).then_some("true")
            },
            href: path.to(&anno),
        }
    });
    let pagine = sito
        .pagine
        .iter()
        .filter(|pagina| !pagina.e_nota())
        .map(|pagina| {
            let meta = SitePath::pagina(&pagina.codice);
            VoceMenu {
                testo: pagina.titolo.clone(),
                corrente: (*path == meta).then_some("page"),
                href: path.to(&meta),
            }
        });
    std::iter::once(inizio).chain(anni).chain(pagine).collect()
}

fn servizio(path: &SitePath, parole: &Parole) -> Vec<Voce> {
    vec![
        Voce::link(
            parole.piede.documenti.as_str(),
            path.to(&SitePath::documenti()),
        ),
        Voce::link(parole.dati.titolo.as_str(), path.to(&SitePath::dati())),
        Voce::link(parole.mappa.titolo.as_str(), path.to(&SitePath::mappa())),
    ]
}

/// With the words and names by which the public validators recognise them. A privacy page of the ente's
/// own has its link already.
fn esterni(sito: &Sito<'_>) -> Vec<Esterno> {
    let recapiti = &sito.ente.recapiti;
    let propria = sito
        .pagine
        .iter()
        .any(|pagina| pagina.codice.as_str() == "privacy");
    let privacy = recapiti.privacy.as_ref().filter(|_| !propria);
    let parole = sito.parole;
    let esterni = [
        (&parole.piede.privacy, privacy, "privacy-policy-link"),
        (&parole.piede.faq, recapiti.faq.as_ref(), "faq"),
        (
            &parole.piede.segnalazioni,
            recapiti.segnalazioni.as_ref(),
            "report-inefficiency",
        ),
    ];
    let esterni = esterni.into_iter().filter_map(|(testo, href, elemento)| {
        let href = href?.clone();
        Some(Esterno {
            testo: testo.to_string(),
            href,
            elemento,
        })
    });
    esterni.collect()
}

fn note(sito: &Sito<'_>, path: &SitePath) -> Vec<Nota> {
    NOTE.iter()
        .filter_map(|(codice, elemento)| {
            let pagina = sito
                .pagine
                .iter()
                .find(|pagina| pagina.codice.as_str() == *codice)?;
            Some(Nota {
                testo: pagina.titolo.clone(),
                href: path.to(&SitePath::pagina(&pagina.codice)),
                elemento: *elemento,
            })
        })
        .collect()
}
