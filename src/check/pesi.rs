//! Rules on weights taken together, for the plan as approved and after each change.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::inspection::Inspection;
use super::problema::Genere;
use super::settore::luogo_del_settore;
use crate::lingua;
use crate::model::{
    Ambito, AmbitoPesi, Ciclo, Estensione, Obiettivo, RegolaPesi, Settore, Versione, leggi_numero,
};
use crate::source::Place;
use crate::source::written::CicloScritto;

/// Checks the weights of every version of a plan.
pub(super) fn check(ciclo: &Ciclo, scritto: &CicloScritto, inspection: &mut Inspection<'_>) {
    senza_obiettivi(ciclo, scritto, inspection);
    let sommati = ciclo.regole.pesi.regola == RegolaPesi::Somma;
    if ciclo.estensione == Estensione::Parziale || !ciclo.ha_pesi() || !sommati {
        return;
    }
    let inizio = Place::start_of(scritto.about.posto.file);
    for versione in ciclo.versioni() {
        match ciclo.regole.pesi.ambito {
            AmbitoPesi::Settore => di_settore(ciclo, &versione, scritto, inspection),
            AmbitoPesi::Ente => {
                let pesi = versione.schede.iter().filter(|o| o.conta_da_solo());
                let somma = pesi.filter_map(|o| o.conta.peso()).sum();
                let gruppo = Gruppo::semplice("dell’ente".to_owned(), somma);
                gruppo.nota(ciclo, &versione, &inizio, inspection);
            }
            AmbitoPesi::Persona => {
                for (chi, somma) in per_persona(ciclo, &versione.schede) {
                    let gruppo = Gruppo::semplice(format!("degli obiettivi di {chi}"), somma);
                    gruppo.nota(ciclo, &versione, &inizio, inspection);
                }
            }
        }
    }
}

fn senza_obiettivi(ciclo: &Ciclo, scritto: &CicloScritto, inspection: &mut Inspection<'_>) {
    if ciclo.estensione == Estensione::Parziale {
        return;
    }
    let originari = ciclo.originari.iter().chain(&ciclo.obiettivi);
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
struct Gruppo {
    di: String,
    parti: Vec<(Decimal, String)>,
    somma: Decimal,
}

impl Gruppo {
    const fn semplice(di: String, somma: Decimal) -> Self {
        Self {
            di,
            parti: Vec::new(),
            somma,
        }
    }

    fn nota(
        self,
        ciclo: &Ciclo,
        versione: &Versione<'_>,
        luogo: &Place,
        inspection: &mut Inspection<'_>,
    ) {
        let totale = ciclo.regole.pesi.totale;
        if self.somma == totale {
            return;
        }
        let genere = Genere::PesiNonTornano {
            di: self.di,
            parti: self.parti,
            somma: self.somma,
            totale,
            dopo: versione.modifica.map(|m| lingua::atto(&m.atto)),
        };
        inspection.nota(luogo, genere);
    }
}

fn di_settore(
    ciclo: &Ciclo,
    versione: &Versione<'_>,
    scritto: &CicloScritto,
    inspection: &mut Inspection<'_>,
) {
    for settore in &ciclo.settori {
        let peso = |o: &&Obiettivo| o.peso_per(settore);
        let (struttura, propri): (Vec<&Obiettivo>, Vec<&Obiettivo>) = versione
            .schede
            .iter()
            .partition(|o| o.ambito == Ambito::Struttura);
        let struttura: Decimal = struttura.iter().filter_map(peso).sum();
        let suoi: Decimal = propri.iter().filter_map(peso).sum();
        let gruppo = Gruppo {
            di: format!("del settore {}", settore.nome),
            parti: vec![
                (suoi, "degli obiettivi del settore".to_owned()),
                (struttura, "di quelli di struttura".to_owned()),
            ],
            somma: suoi + struttura,
        };
        if !suoi.is_zero() && !come_approvata(settore, gruppo.somma) {
            let luogo = luogo_del_settore(scritto, &settore.codice);
            gruppo.nota(ciclo, versione, luogo, inspection);
        }
    }
}

/// A sum that the act itself has wrong is kept, where somebody flags it.
fn come_approvata(settore: &Settore, somma: Decimal) -> bool {
    settore
        .segnalazioni
        .iter()
        .any(|segnalazione| leggi_numero(&segnalazione.come_approvato) == Some(somma))
}

/// What the objectives that each person answers for weigh.
fn per_persona(ciclo: &Ciclo, schede: &[&Obiettivo]) -> BTreeMap<String, Decimal> {
    let mut somme: BTreeMap<String, Decimal> = BTreeMap::new();
    for voce in schede
        .iter()
        .flat_map(|scheda| ciclo.chi_risponde(scheda))
        .filter(|voce| !voce.quanto.is_zero())
    {
        *somme.entry(voce.chi.0.clone()).or_default() += voce.quanto;
    }
    somme
}
