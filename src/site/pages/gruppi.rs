//! Objectives in groups: those of struttura, those of each settore ufficio by ufficio, those that left the
//! plan.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::lingua;
use crate::model::{Anni, Ciclo, Codice, Obiettivo, Settore};
use crate::parole::Parole;
use crate::site::cornice::Voce;
use crate::site::links::SitePath;
use crate::site::stato::StatoScritto;

use super::obiettivo::ObiettivoInBreve;

/// Objectives that stand together.
#[derive(Serialize)]
pub(super) struct Gruppo {
    titolo: Voce,
    spiegazione: Option<String>,
    obiettivi: Vec<ObiettivoInBreve>,
    /// The same year by year, where the plan has several and its cards say theirs.
    per_anno: Vec<DellAnno>,
}

/// The objectives of one of the years of a plan.
#[derive(Serialize)]
pub(super) struct DellAnno {
    /// *2025*; of cards that say none, the years of the plan.
    anno: String,
    obiettivi: Vec<ObiettivoInBreve>,
}

impl DellAnno {
    /// Year by year, from the first; nothing where there are no years to tell apart.
    pub(super) fn dividi(obiettivi: &[ObiettivoInBreve], ciclo: &Ciclo) -> Vec<Self> {
        let detti = obiettivi.iter().filter_map(ObiettivoInBreve::anni);
        if ciclo.anni.quanti() == 1 || detti.count() == 0 {
            return Vec::new();
        }
        let suoi = |obiettivo: &ObiettivoInBreve| obiettivo.anni().unwrap_or(ciclo.anni);
        let anni: BTreeSet<Anni> = obiettivi.iter().map(suoi).collect();
        let dell_anno = anni.into_iter().map(|anni| {
            let suoi = obiettivi.iter().filter(|obiettivo| suoi(obiettivo) == anni);
            Self {
                anno: anni.to_string(),
                obiettivi: suoi.cloned().map(ObiettivoInBreve::senza_anni).collect(),
            }
        });
        dell_anno.collect()
    }
}

impl Gruppo {
    /// Not divided by years.
    fn new(titolo: Voce, spiegazione: Option<String>, obiettivi: Vec<ObiettivoInBreve>) -> Self {
        Self {
            titolo,
            spiegazione,
            obiettivi,
            per_anno: Vec::new(),
        }
    }

    fn diviso(self, ciclo: &Ciclo) -> Self {
        let per_anno = DellAnno::dividi(&self.obiettivi, ciclo);
        Self { per_anno, ..self }
    }

    /// How many objectives stand in it.
    pub(super) fn quanti(&self) -> usize {
        self.obiettivi.len()
    }
}

/// The objectives of a whole ciclo.
pub(super) fn di_ciclo(ciclo: &Ciclo, path: &SitePath, parole: &Parole) -> Vec<Gruppo> {
    let in_breve = |obiettivo: &Obiettivo| in_breve(obiettivo, ciclo, path, parole);
    let di_struttura = Gruppo::new(
        Voce::testo(lingua::nome_struttura(ciclo, parole)),
        ciclo
            .ha_pesi()
            .then(|| parole.settore.struttura_pesata.to_string()),
        ciclo.obiettivi_di_struttura().map(in_breve).collect(),
    );
    let mut gruppi = vec![di_struttura.diviso(ciclo)];
    for settore in &ciclo.settori {
        gruppi.extend(di_settore(settore, ciclo, path, parole));
    }
    let eliminati = ciclo.eliminati();
    gruppi.push(Gruppo::new(
        Voce::testo(parole.comune.eliminati.as_str()),
        Some(parole.comune.eliminati_spiegazione.to_string()),
        eliminati
            .iter()
            .map(|(scheda, _)| {
                let settore = ciclo.settore_di(scheda);
                let di_tutti = || lingua::nome_struttura(ciclo, parole);
                let settore = settore.map_or_else(di_tutti, |s| &s.nome_breve);
                in_breve(scheda).con_nota(settore.to_owned())
            })
            .collect(),
    ));
    gruppi.retain(|gruppo| !gruppo.obiettivi.is_empty());
    gruppi
}

/// A settore's own objectives: ufficio by ufficio, then those of none.
pub(super) fn di_settore(
    settore: &Settore,
    ciclo: &Ciclo,
    path: &SitePath,
    parole: &Parole,
) -> Vec<Gruppo> {
    let pagina = SitePath::settore(&ciclo.codice, settore.codice.as_str());
    let di = |ufficio: Option<&Codice>| -> Vec<ObiettivoInBreve> {
        let propri = ciclo.obiettivi_propri(settore);
        let suoi = propri.filter(|obiettivo| obiettivo.ambito.ufficio() == ufficio);
        suoi.map(|obiettivo| {
            in_breve(obiettivo, ciclo, path, parole).per(obiettivo, settore, parole)
        })
        .collect()
    };
    let uffici = settore.uffici.iter().map(|ufficio| {
        let meta = SitePath::ufficio(&ciclo.codice, settore.codice.as_str(), &ufficio.codice);
        let nome = format!("{}, {}", settore.nome_distinto(), ufficio.nome);
        Gruppo::new(
            Voce::link(nome, path.to(&meta)),
            None,
            di(Some(&ufficio.codice)),
        )
    });
    // The page of the settore itself needs no way to where it is.
    let nome = settore.nome_distinto();
    let titolo = if *path == pagina {
        Voce::testo(nome)
    } else {
        Voce::link(nome, path.to(&pagina))
    };
    let di_nessuno = Gruppo::new(titolo, None, di(None));
    uffici
        .chain([di_nessuno])
        .filter(|gruppo| !gruppo.obiettivi.is_empty())
        .map(|gruppo| gruppo.diviso(ciclo))
        .collect()
}

fn in_breve(
    obiettivo: &Obiettivo,
    ciclo: &Ciclo,
    path: &SitePath,
    parole: &Parole,
) -> ObiettivoInBreve {
    let stato = StatoScritto::di(obiettivo, ciclo, parole);
    ObiettivoInBreve::new(obiettivo, stato, ciclo, path, parole)
}
