//! Rules on weights taken together, for the plan as approved and after each change.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::inspection::Inspection;
use super::problema::Genere;
use super::settore::luogo_del_settore;
use crate::lingua::italiano;
use crate::model::{
    Ambito, AmbitoPesi, Ciclo, Codice, Estensione, Modifica, Obiettivo, RegolaPesi, Settore,
    Versione, leggi_numero,
};
use crate::source::written::{CicloScritto, SchedaScritta};
use crate::source::{CicloFiles, Place};

/// Checks the weights of every version of a plan.
pub(super) fn check(
    ciclo: &Ciclo,
    files: &CicloFiles,
    scritto: &CicloScritto,
    inspection: &mut Inspection<'_>,
) {
    senza_obiettivi(ciclo, scritto, inspection);
    let sommati = ciclo.regole.pesi.regola == RegolaPesi::Somma;
    if ciclo.estensione == Estensione::Parziale || !ciclo.ha_pesi() || !sommati {
        return;
    }
    let mut prima: Vec<Gruppo> = Vec::new();
    for versione in ciclo.versioni() {
        let gruppi = gruppi(ciclo, &versione, scritto);
        for gruppo in &gruppi {
            // What an act leaves as it was has been told of the plan before it.
            if gruppo.somma != ciclo.regole.pesi.totale && !prima.contains(gruppo) {
                gruppo.nota(ciclo, &versione, files, inspection);
            }
        }
        prima = gruppi;
    }
}

/// What is summed in a version of a plan.
fn gruppi(ciclo: &Ciclo, versione: &Versione<'_>, scritto: &CicloScritto) -> Vec<Gruppo> {
    let scritti = scritto.pesi.as_ref();
    let luogo = scritti.and_then(|pesi| pesi.ambito.as_ref());
    let luogo = luogo.map_or(&scritto.about.posto, |ambito| &ambito.luogo);
    match ciclo.regole.pesi.ambito {
        AmbitoPesi::Settore => di_settore(ciclo, versione, scritto),
        AmbitoPesi::Ente => {
            let pesi = || versione.schede.iter().filter(|o| o.conta_da_solo());
            vec![Gruppo {
                di: "dell'ente".to_owned(),
                parti: Vec::new(),
                somma: pesi().filter_map(|o| o.conta.peso()).sum(),
                schede: pesi().map(|o| o.codice.clone()).collect(),
                luogo: luogo.clone(),
            }]
        }
        AmbitoPesi::Persona => {
            let persone = per_persona(ciclo, &versione.schede).into_iter();
            let gruppo = |(chi, parti): (String, Vec<(Decimal, String)>)| Gruppo {
                di: format!("degli obiettivi di {chi}"),
                somma: parti.iter().map(|(peso, _)| peso).sum(),
                parti,
                // The words of the parts say which cards they are.
                schede: Vec::new(),
                luogo: luogo.clone(),
            };
            persone.map(gruppo).collect()
        }
    }
}

fn senza_obiettivi(ciclo: &Ciclo, scritto: &CicloScritto, inspection: &mut Inspection<'_>) {
    if ciclo.estensione == Estensione::Parziale {
        return;
    }
    let originari = ciclo.superati.iter().chain(&ciclo.obiettivi);
    for settore in &ciclo.settori {
        let mut suoi = originari.clone();
        if !suoi.any(|o| o.ambito != Ambito::Struttura && o.riguarda(settore)) {
            let luogo = luogo_del_settore(scritto, &settore.codice);
            let settore = settore.nome.clone();
            inspection.nota(luogo, Genere::SettoreSenzaObiettivi { settore });
        }
    }
}

/// Weights that are taken together.
#[derive(PartialEq, Eq)]
struct Gruppo {
    di: String,
    parti: Vec<(Decimal, String)>,
    somma: Decimal,
    /// The cards that weigh.
    schede: Vec<Codice>,
    /// Where to look in the plan as approved.
    luogo: Place,
}

impl Gruppo {
    fn nota(
        &self,
        ciclo: &Ciclo,
        versione: &Versione<'_>,
        files: &CicloFiles,
        inspection: &mut Inspection<'_>,
    ) {
        let dopo = versione.modifica;
        let luogo = dopo.and_then(|modifica| luogo_dell_atto(modifica, files));
        let genere = Genere::PesiNonTornano {
            ambito: ciclo.regole.pesi.ambito,
            di: self.di.clone(),
            parti: self.parti.clone(),
            somma: self.somma,
            totale: ciclo.regole.pesi.totale,
            dopo: dopo.map(|modifica| italiano::atto(&modifica.atto)),
            pesi: pesi_scritti(&self.schede, dopo, files),
        };
        inspection.nota(luogo.unwrap_or(&self.luogo), genere);
    }
}

/// Where the weights of some cards are written, with what is written there: in the act that changes them, or in
/// the plan as approved.
fn pesi_scritti(
    codici: &[Codice],
    dopo: Option<&Modifica>,
    files: &CicloFiles,
) -> Vec<(Place, String)> {
    let dell_atto = files
        .modifiche
        .iter()
        .filter(|folder| dopo.is_some_and(|modifica| folder.cartella == modifica.codice.as_str()));
    let schede = dell_atto
        .flat_map(|folder| &folder.schede)
        .chain(&files.schede);
    codici
        .iter()
        .filter_map(|codice| {
            let di_codice = |scheda: &&SchedaScritta| {
                let scritto = scheda.codice.as_ref();
                scritto.is_some_and(|scritto| scritto.testo == codice.as_str())
            };
            let peso = schede.clone().find(di_codice)?.peso.as_ref()?;
            Some((peso.luogo.clone(), peso.testo.clone()))
        })
        .collect()
}

/// Where an act that changes the plan says which it is.
fn luogo_dell_atto<'f>(modifica: &Modifica, files: &'f CicloFiles) -> Option<&'f Place> {
    let mut folders = files.modifiche.iter();
    let folder = folders.find(|folder| folder.cartella == modifica.codice.as_str())?;
    let numero = folder.atto.as_ref()?.numero.as_ref()?;
    Some(&numero.luogo)
}

fn di_settore(ciclo: &Ciclo, versione: &Versione<'_>, scritto: &CicloScritto) -> Vec<Gruppo> {
    let mut gruppi = Vec::new();
    for settore in &ciclo.settori {
        let peso = |o: &&Obiettivo| o.peso_per(settore);
        let (di_struttura, propri): (Vec<&Obiettivo>, Vec<&Obiettivo>) = versione
            .schede
            .iter()
            .partition(|o| o.ambito == Ambito::Struttura);
        let struttura: Decimal = di_struttura.iter().filter_map(peso).sum();
        let suoi: Decimal = propri.iter().filter_map(peso).sum();
        let somma = suoi + struttura;
        if !suoi.is_zero() && !come_approvata(settore, somma) {
            gruppi.push(Gruppo {
                di: format!("del settore {}", settore.nome),
                parti: vec![
                    (suoi, "degli obiettivi del settore".to_owned()),
                    (struttura, "di quelli di struttura".to_owned()),
                ],
                somma,
                schede: propri
                    .iter()
                    .chain(&di_struttura)
                    .filter(|o| o.peso_per(settore).is_some_and(|peso| !peso.is_zero()))
                    .map(|o| o.codice.clone())
                    .collect(),
                luogo: luogo_del_settore(scritto, &settore.codice).clone(),
            });
        }
    }
    gruppi
}

/// A sum that the act itself has wrong is kept, where somebody flags it.
fn come_approvata(settore: &Settore, somma: Decimal) -> bool {
    settore
        .segnalazioni
        .iter()
        .any(|segnalazione| leggi_numero(&segnalazione.come_approvato) == Some(somma))
}

/// What the objectives that each person answers for weigh.
fn per_persona(ciclo: &Ciclo, schede: &[&Obiettivo]) -> BTreeMap<String, Vec<(Decimal, String)>> {
    let mut pesi: BTreeMap<String, Vec<(Decimal, String)>> = BTreeMap::new();
    for scheda in schede {
        for voce in ciclo.chi_risponde(scheda) {
            if !voce.quanto.is_zero() {
                let suoi = pesi.entry(voce.chi.0.clone()).or_default();
                suoi.push((voce.quanto, format!("di {}", scheda.codice)));
            }
        }
    }
    pesi
}
