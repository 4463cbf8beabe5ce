//! The open data: every file of every year, what each column means, on which terms.

use serde::Serialize;

use crate::dati;
use crate::lingua;
use crate::model::Licenza;
use crate::publish::OutputFile;
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::{Href, SitePath};
use crate::site::{SiteError, Sito, catalogo, collegati, page};

use super::documenti::{DocumentoScritto, dati_di};

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    licenza: LicenzaScritta,
    anni: Vec<Anno>,
    tabelle: Vec<TabellaScritta>,
    schema: Href,
    catalogo: Option<Href>,
    feed: Option<Href>,
}

/// The licence of the data.
#[derive(Serialize)]
pub(super) struct LicenzaScritta {
    nome: &'static str,
    indirizzo: String,
    spiegazione: String,
}

/// The files of a year.
#[derive(Serialize)]
struct Anno {
    titolo: Voce,
    ancora: String,
    file: Vec<DocumentoScritto>,
    /// The columns of its tables, for programs.
    colonne: Href,
}

/// The columns of a table.
#[derive(Serialize)]
struct TabellaScritta {
    file: &'static str,
    ancora: String,
    colonne: Vec<ColonnaScritta>,
}

#[derive(Serialize)]
struct ColonnaScritta {
    nome: &'static str,
    tipo: &'static str,
    descrizione: &'static str,
}

impl LicenzaScritta {
    /// Of an ente.
    pub(super) fn di(sito: &Sito<'_>) -> Self {
        let licenza = sito.ente.pubblicazione.licenza_dati;
        Self {
            nome: licenza.nome(),
            indirizzo: format!("{}deed.it", licenza.uri()),
            spiegazione: match licenza {
                Licenza::CcBy4 => sito.parole.dati.cc_by.to_string(),
                Licenza::Cc0 => sito.parole.dati.cc0.to_string(),
                Licenza::CcBySa4 => sito.parole.dati.cc_by_sa.to_string(),
            },
        }
    }
}

/// The page of the open data.
pub(in crate::site) fn render(sito: &Sito<'_>) -> Result<OutputFile, SiteError> {
    let path = SitePath::dati();
    let anni = sito.ente.cicli.iter().map(|ciclo| Anno {
        titolo: Voce::link(
            lingua::anni(ciclo.anni, sito.parole),
            path.to(&SitePath::anno(&ciclo.codice)),
        ),
        ancora: format!("anno-{}", ciclo.codice),
        file: dati_di(sito, &ciclo.codice, &path),
        colonne: path.to(&SitePath::file(&dati::csvw::percorso(&ciclo.codice))),
    });
    let modello = Modello {
        cornice: Cornice::new(
            sito,
            Testata {
                path: &path,
                titolo: sito.parole.dati.titolo.to_string(),
                descrizione: sito
                    .parole
                    .dati
                    .descrizione
                    .con(&[("ente", &sito.ente.denominazione)]),
                sopra: Vec::new(),
                nome: Some(sito.parole.dati.titolo.to_string()),
                aggiornamento: sito.aggiornamento(),
                avviso: None,
            },
        )
        .con(|web| web.con_dati(&collegati::catalogo(sito, &path))),
        licenza: LicenzaScritta::di(sito),
        anni: anni.filter(|anno| !anno.file.is_empty()).collect(),
        tabelle: dati::colonne().iter().map(tabella).collect(),
        schema: path.to(&SitePath::file(dati::descrizione::FILE)),
        catalogo: catalogo::esiste(sito).then(|| path.to(&SitePath::file(catalogo::FILE))),
        feed: crate::site::feed::esiste(sito)
            .then(|| path.to(&SitePath::file(crate::site::feed::FILE))),
    };
    page(sito.theme, &path, "dati.html", &modello)
}

fn tabella(tabella: &dati::TabellaDati) -> TabellaScritta {
    let colonne = tabella.colonne.iter().map(|colonna| ColonnaScritta {
        nome: colonna.nome,
        tipo: colonna.tipo.nome(),
        descrizione: colonna.descrizione,
    });
    TabellaScritta {
        file: tabella.file,
        ancora: format!("colonne-{}", tabella.file.replace('.', "-")),
        colonne: colonne.collect(),
    }
}
