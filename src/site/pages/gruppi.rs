//! Objectives in groups: those of struttura, those of each settore ufficio by ufficio, those that left the
//! plan.

use serde::Serialize;

use crate::model::{Ciclo, Codice, Obiettivo, Settore};
use crate::site::cornice::Voce;
use crate::site::links::SitePath;
use crate::site::stato::StatoScritto;

use super::obiettivo::ObiettivoInBreve;

/// Objectives that stand together.
#[derive(Serialize)]
pub(super) struct Gruppo {
    titolo: Voce,
    spiegazione: Option<&'static str>,
    obiettivi: Vec<ObiettivoInBreve>,
}

impl Gruppo {
    /// How many objectives stand in it.
    pub(super) fn quanti(&self) -> usize {
        self.obiettivi.len()
    }
}

/// The objectives of a whole ciclo.
pub(super) fn di_ciclo(ciclo: &Ciclo, path: &SitePath) -> Vec<Gruppo> {
    let in_breve = |obiettivo: &Obiettivo| in_breve(obiettivo, ciclo, path);
    let mut gruppi = vec![Gruppo {
        titolo: Voce::testo(&ciclo.nome_struttura),
        spiegazione: ciclo
            .ha_pesi()
            .then_some("Riguardano tutto l’ente e contano per ogni settore."),
        obiettivi: ciclo.obiettivi_di_struttura().map(in_breve).collect(),
    }];
    for settore in &ciclo.settori {
        gruppi.extend(di_settore(settore, ciclo, path));
    }
    let eliminati = ciclo.eliminati();
    gruppi.push(Gruppo {
        titolo: Voce::testo("Obiettivi eliminati durante l’anno"),
        spiegazione: Some("Erano nel piano approvato; una modifica li ha tolti."),
        obiettivi: eliminati
            .iter()
            .map(|(scheda, _)| {
                let settore = ciclo.settore_di(scheda);
                let settore = settore.map_or(&ciclo.nome_struttura, |s| &s.nome_breve);
                in_breve(scheda).con_nota(settore.clone())
            })
            .collect(),
    });
    gruppi.retain(|gruppo| !gruppo.obiettivi.is_empty());
    gruppi
}

/// A settore's own objectives: ufficio by ufficio, then those of none.
pub(super) fn di_settore(settore: &Settore, ciclo: &Ciclo, path: &SitePath) -> Vec<Gruppo> {
    let pagina = SitePath::settore(&ciclo.codice, settore.codice.as_str());
    let di = |ufficio: Option<&Codice>| -> Vec<ObiettivoInBreve> {
        let propri = ciclo.obiettivi_propri(settore);
        let suoi = propri.filter(|obiettivo| obiettivo.ambito.ufficio() == ufficio);
        suoi.map(|obiettivo| in_breve(obiettivo, ciclo, path).per(obiettivo, settore))
            .collect()
    };
    let uffici = settore.uffici.iter().map(|ufficio| {
        let meta = SitePath::ufficio(&ciclo.codice, settore.codice.as_str(), &ufficio.codice);
        let nome = format!("{}, {}", settore.nome_distinto(), ufficio.nome);
        Gruppo {
            titolo: Voce::link(nome, path.to(&meta)),
            spiegazione: None,
            obiettivi: di(Some(&ufficio.codice)),
        }
    });
    // The page of the settore itself needs no way to where it is.
    let nome = settore.nome_distinto();
    let di_nessuno = Gruppo {
        titolo: if *path == pagina {
            Voce::testo(nome)
        } else {
            Voce::link(nome, path.to(&pagina))
        },
        spiegazione: None,
        obiettivi: di(None),
    };
    uffici
        .chain([di_nessuno])
        .filter(|gruppo| !gruppo.obiettivi.is_empty())
        .collect()
}

fn in_breve(obiettivo: &Obiettivo, ciclo: &Ciclo, path: &SitePath) -> ObiettivoInBreve {
    let stato = StatoScritto::di(obiettivo, ciclo);
    ObiettivoInBreve::new(obiettivo, stato, ciclo, path)
}
