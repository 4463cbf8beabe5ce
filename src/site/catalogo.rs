//! `dati/catalogo.jsonld`: the open data of an ente as national and European portals collect them
//! (DCAT-AP_IT).
//!
//! What the profile makes mandatory is all here; it needs the public address of the site and the code of
//! the ente in IPA, and is left out without either.

use serde_json::{Value, json};

use super::links::SitePath;
use super::riepilogo::Riepilogo;
use super::{Formato, PublishedData, Sito, aggiornamento};
use crate::model::{Ciclo, CodiceIpa, Indirizzo, Licenza};
use crate::publish::OutputFile;

/// Where it stands below the folder of the ente.
pub(super) const FILE: &str = "dati/catalogo.jsonld";

/// Public finances, government: *Governo e settore pubblico*.
const TEMA: &str = "http://publications.europa.eu/resource/authority/data-theme/GOVE";
const LINGUA: &str = "http://publications.europa.eu/resource/authority/language/ITA";
/// A plan is made, and its results come, once a year.
const FREQUENZA: &str = "http://publications.europa.eu/resource/authority/frequency/ANNUAL";
const TEMI: &str = "http://publications.europa.eu/resource/authority/data-theme";

/// Whether there is one.
pub(super) fn esiste(sito: &Sito<'_>) -> bool {
    let pubblicazione = &sito.ente.pubblicazione;
    pubblicazione.indirizzo.is_some() && pubblicazione.codice_ipa.is_some() && !sito.data.is_empty()
}

/// The catalogue, where it can be made.
pub(super) fn file(sito: &Sito<'_>) -> Option<OutputFile> {
    if !esiste(sito) {
        return None;
    }
    let pubblicazione = &sito.ente.pubblicazione;
    let catalogo = Catalogo {
        sito,
        indirizzo: pubblicazione.indirizzo.as_ref()?,
        ipa: pubblicazione.codice_ipa.as_ref()?,
    };
    let mut testo = format!("{:#}", catalogo.intero());
    testo.push('\n');
    Some(OutputFile {
        path: FILE.to_owned(),
        bytes: testo.into_bytes(),
    })
}

struct Catalogo<'a> {
    sito: &'a Sito<'a>,
    indirizzo: &'a Indirizzo,
    ipa: &'a CodiceIpa,
}

impl Catalogo<'_> {
    fn intero(&self) -> Value {
        let mut nodi = vec![self.catalogo(), self.agente(), self.licenza()];
        for ciclo in &self.sito.ente.cicli {
            nodi.push(self.insieme(ciclo));
            nodi.extend(self.di(ciclo).map(|data| self.distribuzione(data, ciclo)));
        }
        json!({ "@context": contesto(), "@graph": nodi })
    }

    fn catalogo(&self) -> Value {
        let cicli = self.sito.ente.cicli.iter();
        let insiemi: Vec<Value> = cicli.map(|ciclo| id(&self.id_insieme(ciclo))).collect();
        json!({
            "@id": self.indirizzo.di(FILE),
            "@type": ["dcat:Catalog", "dcatapit:Catalog"],
            "dct:title": italiano(&format!("Dati aperti – {}", self.sito.ente.denominazione)),
            "dct:description": italiano("Gli obiettivi che l’ente si è dato, gli indicatori e i risultati."),
            "dct:publisher": id(&self.id_agente()),
            "dct:modified": data(self.sito.aggiornamento()),
            "dct:language": id(LINGUA),
            "dcat:themeTaxonomy": id(TEMI),
            "foaf:homepage": id(self.indirizzo.cartella()),
            "dcat:dataset": insiemi,
        })
    }

    fn agente(&self) -> Value {
        json!({
            "@id": self.id_agente(),
            "@type": ["foaf:Agent", "dcatapit:Agent"],
            "dct:identifier": self.ipa.as_str(),
            "foaf:name": italiano(&self.sito.ente.denominazione),
        })
    }

    fn licenza(&self) -> Value {
        let licenza = self.sito.ente.pubblicazione.licenza_dati;
        let genere = match licenza {
            Licenza::CcBy4 => "http://purl.org/adms/licencetype/Attribution",
            Licenza::Cc0 => "http://purl.org/adms/licencetype/PublicDomain",
            Licenza::CcBySa4 => "http://purl.org/adms/licencetype/ViralEffect-ShareAlike",
        };
        json!({
            "@id": licenza.uri(),
            "@type": ["dct:LicenseDocument", "dcatapit:LicenseDocument"],
            "dct:type": id(genere),
            "foaf:name": italiano(licenza.nome()),
        })
    }

    /// Words of the pages, in the language of the ente; what the profile asks for is Italian.
    fn nella_lingua(&self, detto: &str) -> Value {
        json!({ "@value": detto, "@language": self.sito.parole.lingua().as_str() })
    }

    fn insieme(&self, ciclo: &Ciclo) -> Value {
        let parole = self.sito.parole;
        let distribuzioni: Vec<Value> = self.di(ciclo).map(|d| id(&self.id_file(d))).collect();
        let agente = id(&self.id_agente());
        let ente = &self.sito.ente.denominazione;
        let (dal, al) = (ciclo.anni.dal(), ciclo.anni.al());
        json!({
            "@id": self.id_insieme(ciclo),
            "@type": ["dcat:Dataset", "dcatapit:Dataset"],
            "dct:identifier": format!("{}:obiettivi-{}", self.ipa.as_str(), ciclo.codice),
            "dct:title": italiano(&format!("Obiettivi e risultati {} – {ente}", ciclo.anni)),
            "dct:description": self.nella_lingua(&format!(
                "{} {}",
                parole.dati.insieme.as_str(),
                Riepilogo::di(ciclo, parole).frase(parole)
            )),
            "dct:modified": data(aggiornamento(ciclo).or_else(|| self.sito.aggiornamento())),
            "dct:language": id(LINGUA),
            "dct:accrualPeriodicity": id(FREQUENZA),
            "dct:temporal": {
                "@type": "dct:PeriodOfTime",
                "dcatapit:startDate": giorno(&format!("{dal}-01-01")),
                "dcatapit:endDate": giorno(&format!("{al}-12-31")),
            },
            "dct:publisher": agente,
            "dct:rightsHolder": agente,
            "dct:creator": agente,
            "dcat:theme": id(TEMA),
            "dcat:keyword": ["performance", "obiettivi", "trasparenza"],
            "dcat:landingPage": {
                "@id": self.indirizzo.di(SitePath::anno(&ciclo.codice).as_str()),
                "@type": "foaf:Document",
            },
            "dcat:distribution": distribuzioni,
        })
    }

    fn distribuzione(&self, dati: &PublishedData, ciclo: &Ciclo) -> Value {
        let formato = match dati.formato() {
            Formato::Csv => "CSV",
            Formato::Json => "JSON",
        };
        json!({
            "@id": self.id_file(dati),
            "@type": ["dcat:Distribution", "dcatapit:Distribution"],
            "dct:title": self.nella_lingua(&format!("{} {}", dati.title, ciclo.anni)),
            "dct:description": self.nella_lingua(&dati.description),
            "dct:format": id(&format!(
                "http://publications.europa.eu/resource/authority/file-type/{formato}"
            )),
            "dct:license": id(self.sito.ente.pubblicazione.licenza_dati.uri()),
            "dct:modified": data(aggiornamento(ciclo).or_else(|| self.sito.aggiornamento())),
            "dcat:byteSize": { "@value": dati.bytes.to_string(), "@type": "xsd:decimal" },
            "dcat:accessURL": id(&self.indirizzo.di(SitePath::dati().as_str())),
            "dcat:downloadURL": id(&self.indirizzo.di(&dati.path)),
        })
    }

    fn di(&self, ciclo: &Ciclo) -> impl Iterator<Item = &PublishedData> {
        let data = self.sito.data.iter();
        let codice = ciclo.codice.clone();
        data.filter(move |data| data.ciclo == codice)
    }

    fn id_agente(&self) -> String {
        format!("{}#ente", self.indirizzo.di(FILE))
    }

    fn id_insieme(&self, ciclo: &Ciclo) -> String {
        format!("{}#{}", self.indirizzo.di(FILE), ciclo.codice)
    }

    fn id_file(&self, dati: &PublishedData) -> String {
        format!("{}#{}", self.indirizzo.di(FILE), dati.path)
    }
}

fn contesto() -> Value {
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcatapit": "http://dati.gov.it/onto/dcatapit#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

fn id(indirizzo: &str) -> Value {
    json!({ "@id": indirizzo })
}

fn italiano(parole: &str) -> Value {
    json!({ "@value": parole, "@language": "it" })
}

fn giorno(iso: &str) -> Value {
    json!({ "@value": iso, "@type": "xsd:date" })
}

fn data(quando: Option<chrono::NaiveDate>) -> Value {
    quando.map_or(Value::Null, |quando| giorno(&quando.to_string()))
}
