//! The neighbours of an objective: the one before it and the one after it, and the page of its settore.

use serde::Serialize;

use crate::griglia::colonne::titolo;
use crate::model::{Ciclo, Obiettivo};
use crate::site::Sito;
use crate::site::cornice::Voce;
use crate::site::links::SitePath;

/// Where to go on from an objective, in the order of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Vicini {
    precedente: Option<Voce>,
    successivo: Option<Voce>,
    /// All that stand beside it: of its settore; of one of the whole entity, those of the year.
    insieme: Voce,
}

impl Vicini {
    /// As seen from the page of an objective. One that was taken out of the plan has none beside it.
    pub(super) fn di(
        sito: &Sito<'_>,
        obiettivo: &Obiettivo,
        ciclo: &Ciclo,
        path: &SitePath,
    ) -> Self {
        let (accanto, parole) = (&sito.accanto, sito.parole);
        let voce = |altro: &Obiettivo| {
            let meta = SitePath::obiettivo(&ciclo.codice, altro.codice.as_str());
            Voce::link(titolo(altro, parole), path.to(&meta))
        };
        let insieme = match ciclo.settore_di(obiettivo) {
            Some(settore) => Voce::link(
                format!(
                    "{}: {}",
                    parole.comune.tutti_gli_obiettivi.as_str(),
                    settore.nome_distinto()
                ),
                path.to(&SitePath::settore(&ciclo.codice, settore.codice.as_str())),
            ),
            None => Voce::link(
                parole
                    .ente
                    .tutti_gli_obiettivi
                    .con(&[("anno", &ciclo.anni.to_string())]),
                path.to(&SitePath::anno(&ciclo.codice)),
            ),
        };
        Self {
            precedente: accanto.precedente(ciclo, obiettivo).map(voce),
            successivo: accanto.successivo(ciclo, obiettivo).map(voce),
            insieme,
        }
    }
}
