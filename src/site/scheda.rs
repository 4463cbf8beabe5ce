//! The card of an objective as pages show it: the same sections as in the PDF.

use serde::Serialize;

use super::links::{Href, SitePath};
use super::sigle::Sigle;
use super::spiegazioni::Spiegata;
use crate::lingua;
use crate::model::{Codice, GenereBrano};
use crate::parole::Parole;
use crate::scheda::{
    Capoverso, Cella, Colonna, Corpo, Dato, GenereCella, Meta, RigaMesi, Rilievo, Segno, Sezione,
    Tabella, Tratto, parole as detto,
};

/// A section, ready for the template: of its bodies one is filled.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SezioneScritta {
    chiave: &'static str,
    titolo: String,
    testo: Vec<Gruppo>,
    passi: Vec<Vec<TrattoScritto>>,
    voci: Vec<Vec<TrattoScritto>>,
    tabella: Option<TabellaDiScheda>,
    mesi: Option<Mesi>,
    dati: Vec<DatoScritto>,
    /// The words of its heading and its columns that the page has not led to yet.
    spiegate: Vec<Spiegata>,
}

/// A paragraph of running text, or a list in it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Gruppo {
    /// The element of its items; a paragraph has none.
    elenco: Option<&'static str>,
    testi: Vec<Vec<TrattoScritto>>,
}

/// A run of text, and whether the other version of the card has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct TrattoScritto {
    pub(super) testo: String,
    /// What it stands for, of a short form that is read here first.
    pub(super) estesa: Option<String>,
    nuovo: bool,
    tolto: bool,
}

/// A field, with everything that stands under its name.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DatoScritto {
    nome: String,
    /// Where the name is explained.
    spiegazione: Option<Href>,
    valori: Vec<ValoreDelDato>,
}

#[derive(Debug, Clone, Serialize)]
struct ValoreDelDato {
    testo: Vec<TrattoScritto>,
    href: Option<Href>,
}

#[derive(Debug, Clone, Serialize)]
struct TabellaDiScheda {
    titolo: String,
    colonne: Vec<String>,
    righe: Vec<Vec<CellaDiScheda>>,
}

#[derive(Debug, Clone, Serialize)]
struct CellaDiScheda {
    testo: Vec<TrattoScritto>,
    note: Vec<String>,
    soggetto: bool,
    /// The head of its column: on a phone the cell says it itself.
    colonna: String,
}

/// The months in which things run.
#[derive(Debug, Clone, Serialize)]
struct Mesi {
    nomi: Vec<NomeMese>,
    righe: Vec<Vec<String>>,
    /// Whether the letters ask for an explanation.
    legenda: bool,
}

#[derive(Debug, Clone, Serialize)]
struct NomeMese {
    intero: String,
    breve: String,
}

/// Where fields of a card lead from a page.
#[derive(Clone, Copy)]
pub(super) struct Da<'a> {
    /// The page.
    pub(super) path: &'a SitePath,
    /// The ciclo of the card.
    pub(super) ciclo: &'a Codice,
    /// Its words.
    pub(super) parole: &'a Parole,
}

impl Da<'_> {
    fn href(self, meta: &Meta) -> Href {
        self.path.to(&match meta {
            Meta::Settore(codice) => SitePath::settore(self.ciclo, codice.as_str()),
            Meta::Obiettivo(codice) => SitePath::obiettivo(self.ciclo, codice.as_str()),
            Meta::Programmazione => SitePath::programmazione(self.ciclo),
        })
    }
}

impl SezioneScritta {
    /// As seen from a page.
    pub(super) fn di(sezione: &Sezione, da: Da<'_>) -> Self {
        let vuota = Self {
            chiave: sezione.chiave,
            titolo: sezione.titolo.clone(),
            testo: Vec::new(),
            passi: Vec::new(),
            voci: Vec::new(),
            tabella: None,
            mesi: None,
            dati: Vec::new(),
            spiegate: Vec::new(),
        };
        let testi = |testi: &[Vec<Tratto>]| testi.iter().map(|t| tratti(t)).collect();
        match &sezione.corpo {
            Corpo::Testo(testo) => Self {
                testo: Gruppo::di(testo),
                ..vuota
            },
            Corpo::Passi(passi) => Self {
                passi: testi(passi),
                ..vuota
            },
            Corpo::Voci(voci) => Self {
                voci: testi(voci),
                ..vuota
            },
            Corpo::Tabella(tabella) => Self {
                tabella: Some(TabellaDiScheda::di(&sezione.titolo, tabella)),
                ..vuota
            },
            Corpo::Mesi(righe) => Self {
                mesi: Some(Mesi::di(righe, da.parole)),
                ..vuota
            },
            Corpo::Dati(dati) => Self {
                dati: DatoScritto::elenco(dati, da),
                ..vuota
            },
        }
    }
}

impl Gruppo {
    /// The paragraphs and lists of a text.
    pub(super) fn di(testo: &[Capoverso]) -> Vec<Self> {
        let gruppi = Capoverso::gruppi(testo).map(|(genere, capoversi)| Self {
            elenco: match genere {
                GenereBrano::Capoverso => None,
                GenereBrano::Punto => Some("ul"),
                GenereBrano::Numero => Some("ol"),
            },
            testi: capoversi.iter().map(|uno| tratti(&uno.testo)).collect(),
        });
        gruppi.collect()
    }

    /// The same with the short forms explained that a page has not explained yet.
    pub(super) fn con_sigle(mut gruppi: Vec<Self>, sigle: &mut Sigle) -> Vec<Self> {
        let testi = gruppi.iter_mut().flat_map(|gruppo| &mut gruppo.testi);
        testi.for_each(|testo| sigle.spiega(testo));
        gruppi
    }
}

impl TrattoScritto {
    /// Other words with the same standing.
    pub(super) fn con(&self, testo: String, estesa: Option<String>) -> Self {
        Self {
            testo,
            estesa,
            ..self.clone()
        }
    }

    /// Words that no other version of the card is set against.
    pub(super) fn semplice(testo: &str) -> Self {
        Self {
            testo: testo.to_owned(),
            estesa: None,
            nuovo: false,
            tolto: false,
        }
    }
}

impl SezioneScritta {
    /// Names it in addresses within the page.
    pub(super) const fn chiave(&self) -> &'static str {
        self.chiave
    }

    /// The heads of its columns, the names of its fields.
    pub(super) fn etichette(&self) -> impl Iterator<Item = &str> {
        let teste = self.tabella.iter().flat_map(|tabella| &tabella.colonne);
        let nomi = self.dati.iter().map(|dato| &dato.nome);
        teste.chain(nomi).map(String::as_str)
    }

    /// With the words that are explained elsewhere.
    pub(super) fn con_spiegate(self, spiegate: Vec<Spiegata>) -> Self {
        Self { spiegate, ..self }
    }

    /// The same with the short forms explained that a page has not explained yet.
    pub(super) fn con_sigle(mut self, sigle: &mut Sigle) -> Self {
        self.testo = Gruppo::con_sigle(self.testo, sigle);
        let testi = self.passi.iter_mut().chain(&mut self.voci);
        testi.for_each(|testo| sigle.spiega(testo));
        let celle = self
            .tabella
            .iter_mut()
            .flat_map(|tabella| &mut tabella.righe);
        celle
            .flatten()
            .for_each(|cella| sigle.spiega(&mut cella.testo));
        DatoScritto::con_sigle(&mut self.dati, sigle);
        self
    }
}

/// Runs of text, ready for the template.
pub(super) fn tratti(tratti: &[Tratto]) -> Vec<TrattoScritto> {
    tratti
        .iter()
        .map(|tratto| TrattoScritto {
            testo: tratto.testo.clone(),
            estesa: None,
            nuovo: tratto.rilievo == Rilievo::Nuovo,
            tolto: tratto.rilievo == Rilievo::Tolto,
        })
        .collect()
}

impl DatoScritto {
    /// As seen from a page: a name that fields share stands there once.
    pub(super) fn elenco(dati: &[Dato], da: Da<'_>) -> Vec<Self> {
        let gruppi = dati.chunk_by(|uno, altro| uno.nome == altro.nome);
        let gruppi = gruppi.filter_map(|gruppo| {
            let valori = gruppo.iter().map(|dato| ValoreDelDato {
                testo: tratti(&dato.valore),
                href: dato.meta.as_ref().map(|meta| da.href(meta)),
            });
            Some(Self {
                nome: gruppo.first()?.nome.clone(),
                spiegazione: None,
                valori: valori.collect(),
            })
        });
        gruppi.collect()
    }

    /// Explains the short forms that a page has not explained yet.
    pub(super) fn con_sigle(dati: &mut [Self], sigle: &mut Sigle) {
        let valori = dati.iter_mut().flat_map(|dato| &mut dato.valori);
        valori.for_each(|valore| sigle.spiega(&mut valore.testo));
    }

    /// Its name.
    pub(super) fn nome(&self) -> &str {
        &self.nome
    }

    /// With a name that leads to what it means.
    pub(super) fn con_spiegazione(self, spiegazione: Option<Href>) -> Self {
        Self {
            spiegazione,
            ..self
        }
    }
}

/// With more columns than these, what rows have in common becomes a note of each.
const COLONNE_IN_PAGINA: usize = 5;

impl TabellaDiScheda {
    /// What rows have in common stands first in the card; here the subject of the row does, so that
    /// on a phone each row begins with what it is about.
    fn di(titolo: &str, tabella: &Tabella) -> Self {
        let a_parte = tabella.colonne.len() > COLONNE_IN_PAGINA;
        let e_nota = |colonna: &Colonna| a_parte && colonna.genere == GenereCella::Gruppo;
        let mut ordine: Vec<usize> = (0..tabella.colonne.len())
            .filter(|posto| !tabella.colonne.get(*posto).is_some_and(e_nota))
            .collect();
        ordine.sort_by_key(|posto| {
            let colonna = tabella.colonne.get(*posto);
            colonna.is_none_or(|colonna| colonna.genere != GenereCella::Soggetto)
        });
        let colonne = ordine
            .iter()
            .filter_map(|posto| tabella.colonne.get(*posto));
        let righe = tabella.righe.iter().map(|riga| {
            let dette = tabella.colonne.iter().zip(&riga.celle);
            let dette = dette.filter(|(colonna, _)| e_nota(colonna));
            let dette: Vec<String> = dette
                .map(|(_, cella)| detto(&cella.testo))
                .filter(|detta| !detta.is_empty())
                .collect();
            let celle = ordine.iter().filter_map(|posto| {
                let colonna = tabella.colonne.get(*posto)?;
                let cella: &Cella = riga.celle.get(*posto)?;
                let soggetto = colonna.genere == GenereCella::Soggetto;
                let dette = dette.iter().filter(|_| soggetto);
                Some(CellaDiScheda {
                    testo: tratti(&cella.testo),
                    note: dette.chain(&cella.note).cloned().collect(),
                    soggetto,
                    colonna: colonna.titolo.clone(),
                })
            });
            celle.collect()
        });
        Self {
            titolo: titolo.to_owned(),
            colonne: colonne.map(|colonna| colonna.titolo.clone()).collect(),
            righe: righe.collect(),
        }
    }
}

impl Mesi {
    fn di(righe: &[RigaMesi], parole: &Parole) -> Self {
        let segni = righe.iter().flat_map(|riga| &riga.segni).flatten();
        let mut segni = segni.copied();
        let scritte = righe.iter().map(|riga| {
            let lettera =
                |segno: &Option<Segno>| segno.map_or("", |segno| segno.lettera(parole)).to_owned();
            let celle = riga.segni.iter().map(lettera);
            std::iter::once(riga.nome.clone()).chain(celle).collect()
        });
        Self {
            nomi: lingua::nomi_dei_mesi(parole)
                .into_iter()
                .zip(lingua::nomi_brevi_dei_mesi(parole))
                .map(|(intero, breve)| NomeMese {
                    intero: intero.to_owned(),
                    breve: breve.to_owned(),
                })
                .collect(),
            righe: scritte.collect(),
            legenda: segni.any(|segno| segno != Segno::InCorso),
        }
    }
}
