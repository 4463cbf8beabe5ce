//! How an objective went, in words and with an icon: never by colour alone.
//!
//! The words stand for the validated grade and nothing else. *Non valutato* is the absence of a
//! grade; it is never zero.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::lingua;
use crate::model::{Ciclo, Esito, Obiettivo, Percentuale, Valutazione};

/// How an objective went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stato {
    /// 100 %, everywhere.
    Raggiunto,
    /// More than nothing, less than everything.
    InParte,
    /// 0 %, everywhere.
    NonRaggiunto,
    /// No grade.
    NonValutato,
    /// Nobody can give it one.
    NonValutabile,
    /// Put off to another year.
    Rinviato,
    /// Taken out of the plan.
    Eliminato,
}

/// The grades of an objective over the settori that it binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gradi {
    /// None yet.
    Nessuno,
    /// Not for every settore yet.
    Incompleti {
        /// How many settori have one.
        valutati: usize,
        /// How many it binds.
        attesi: usize,
    },
    /// A judgement without a grade.
    Detto(Stato),
    /// One, the same everywhere.
    Uguale(Percentuale),
    /// Different ones.
    Diversi {
        /// The lowest.
        minimo: Percentuale,
        /// The highest.
        massimo: Percentuale,
    },
}

impl Gradi {
    /// The grades of an objective.
    pub(super) fn di(obiettivo: &Obiettivo, ciclo: &Ciclo) -> Self {
        let (gradi, attesi): (Vec<Percentuale>, usize) = match &obiettivo.risultato.esito {
            Esito::Unico(None) => return Self::Nessuno,
            Esito::Unico(Some(valutazione)) => {
                return match valutazione.grado() {
                    Some(grado) => Self::Uguale(grado),
                    None => Self::Detto(Stato::di_valutazione(*valutazione)),
                };
            }
            Esito::PerSettore(gradi) => (
                gradi.values().filter_map(|v| v.grado()).collect(),
                ciclo
                    .settori_rendicontati()
                    .filter(|settore| obiettivo.riguarda(settore))
                    .count(),
            ),
        };
        let (Some(&minimo), Some(&massimo)) = (gradi.iter().min(), gradi.iter().max()) else {
            return Self::Nessuno;
        };
        if gradi.len() < attesi {
            Self::Incompleti {
                valutati: gradi.len(),
                attesi,
            }
        } else if minimo == massimo {
            Self::Uguale(minimo)
        } else {
            Self::Diversi { minimo, massimo }
        }
    }
}

impl Stato {
    /// In the order in which results are told.
    pub(super) const TUTTI: [Self; 7] = [
        Self::Raggiunto,
        Self::InParte,
        Self::NonRaggiunto,
        Self::Rinviato,
        Self::NonValutabile,
        Self::NonValutato,
        Self::Eliminato,
    ];

    /// What a judgement means.
    pub(super) fn di_valutazione(valutazione: Valutazione) -> Self {
        match valutazione {
            Valutazione::InParte => Self::InParte,
            Valutazione::NonValutabile => Self::NonValutabile,
            Valutazione::Rinviato => Self::Rinviato,
            con_grado => Self::di_grado(con_grado.grado()),
        }
    }

    /// What a grade means.
    pub(super) fn di_grado(grado: Option<Percentuale>) -> Self {
        match grado {
            None => Self::NonValutato,
            Some(grado) if grado >= Percentuale::CENTO => Self::Raggiunto,
            Some(grado) if grado.punti() <= Decimal::ZERO => Self::NonRaggiunto,
            Some(_) => Self::InParte,
        }
    }

    /// What several grades mean together. While one is missing, nothing is said of the whole.
    pub(super) fn di_gradi(gradi: Gradi) -> Self {
        match gradi {
            Gradi::Nessuno | Gradi::Incompleti { .. } => Self::NonValutato,
            Gradi::Detto(stato) => stato,
            Gradi::Uguale(grado) => Self::di_grado(Some(grado)),
            Gradi::Diversi { .. } => Self::InParte,
        }
    }

    /// Its name in style sheets.
    pub(super) const fn nome(self) -> &'static str {
        match self {
            Self::Raggiunto => "raggiunto",
            Self::InParte => "in-parte",
            Self::NonRaggiunto => "non-raggiunto",
            Self::NonValutato | Self::NonValutabile | Self::Rinviato | Self::Eliminato => {
                "non-valutato"
            }
        }
    }

    /// Its icon in the kit's sprite.
    pub(super) const fn icona(self) -> &'static str {
        match self {
            Self::Raggiunto => "it-check-circle",
            Self::InParte => "it-minus-circle",
            Self::NonRaggiunto => "it-close-circle",
            Self::NonValutato | Self::NonValutabile => "it-help-circle",
            Self::Rinviato => "it-calendar",
            Self::Eliminato => "it-delete",
        }
    }

    /// Of one objective.
    pub(super) const fn parola(self) -> &'static str {
        match self {
            Self::Raggiunto => "Raggiunto",
            Self::InParte => "Raggiunto in parte",
            Self::NonRaggiunto => "Non raggiunto",
            Self::NonValutato => "Non valutato",
            Self::NonValutabile => "Non valutabile",
            Self::Rinviato => "Rinviato",
            Self::Eliminato => "Eliminato dal piano",
        }
    }

    /// Of so many objectives: *19 raggiunti del tutto*.
    pub(super) fn di_molti(self, quanti: usize) -> String {
        let (uno, molti) = match self {
            Self::Raggiunto => ("raggiunto del tutto", "raggiunti del tutto"),
            Self::InParte => ("raggiunto in parte", "raggiunti in parte"),
            Self::NonRaggiunto => ("non raggiunto", "non raggiunti"),
            Self::NonValutato => ("non valutato", "non valutati"),
            Self::NonValutabile => ("non valutabile", "non valutabili"),
            Self::Rinviato => ("rinviato", "rinviati"),
            Self::Eliminato => ("eliminato", "eliminati"),
        };
        format!("{quanti} {}", if quanti == 1 { uno } else { molti })
    }
}

/// A state as templates show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct StatoScritto {
    nome: &'static str,
    icona: &'static str,
    parole: String,
}

impl StatoScritto {
    /// Of an objective of a ciclo, over all the settori that it binds.
    pub(super) fn di(obiettivo: &Obiettivo, ciclo: &Ciclo) -> Self {
        if ciclo.eliminato_da(&obiettivo.codice).is_some() {
            return Self::di_stato(Stato::Eliminato);
        }
        let gradi = Gradi::di(obiettivo, ciclo);
        match (&obiettivo.risultato.esito, gradi) {
            (Esito::Unico(Some(detta @ Valutazione::Punti { .. })), _) => {
                let stato = Stato::di_gradi(gradi);
                let punti = lingua::valutazione(Some(*detta));
                Self::con_parole(stato, format!("{}: {punti}", stato.parola()))
            }
            (_, gradi) => Self::di_gradi(gradi),
        }
    }

    /// Of a judgement for one settore.
    pub(super) fn di_valutazione(valutazione: Option<Valutazione>) -> Self {
        match valutazione {
            Some(valutazione) if valutazione.grado().is_none() => {
                Self::di_stato(Stato::di_valutazione(valutazione))
            }
            valutazione => Self::di_grado(valutazione.and_then(Valutazione::grado)),
        }
    }

    /// With the grade beside the word, where it says more than the word.
    pub(super) fn di_grado(grado: Option<Percentuale>) -> Self {
        let stato = Stato::di_grado(grado);
        let parole = match grado {
            Some(grado) => format!("{}: {}", stato.parola(), lingua::percentuale(grado)),
            None => stato.parola().to_owned(),
        };
        Self::con_parole(stato, parole)
    }

    /// Of an objective over all the settori that it binds.
    pub(super) fn di_gradi(gradi: Gradi) -> Self {
        let stato = Stato::di_gradi(gradi);
        match gradi {
            Gradi::Nessuno => Self::di_grado(None),
            Gradi::Detto(stato) => Self::di_stato(stato),
            Gradi::Uguale(grado) => Self::di_grado(Some(grado)),
            Gradi::Incompleti { valutati, attesi } => Self::con_parole(
                stato,
                format!("Valutato in {valutati} dei {attesi} settori"),
            ),
            Gradi::Diversi { minimo, massimo } => Self::con_parole(
                stato,
                format!(
                    "{}: {}–{}",
                    stato.parola(),
                    lingua::numero(minimo.punti()),
                    lingua::percentuale(massimo)
                ),
            ),
        }
    }

    /// The word alone.
    pub(super) fn di_stato(stato: Stato) -> Self {
        Self::con_parole(stato, stato.parola().to_owned())
    }

    fn con_parole(stato: Stato, parole: String) -> Self {
        Self {
            nome: stato.nome(),
            icona: stato.icona(),
            parole,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_assessed_is_not_zero() {
        assert_eq!(Stato::di_grado(None), Stato::NonValutato);
        let zero = Percentuale::new(Decimal::ZERO);
        assert_eq!(Stato::di_grado(Some(zero)), Stato::NonRaggiunto);
    }

    #[test]
    fn only_everything_everywhere_is_reached() {
        let quasi = Percentuale::new(Decimal::new(9999, 2));
        assert_eq!(Stato::di_grado(Some(quasi)), Stato::InParte);
        let diversi = Gradi::Diversi {
            minimo: quasi,
            massimo: Percentuale::CENTO,
        };
        assert_eq!(Stato::di_gradi(diversi), Stato::InParte);
        assert_eq!(
            StatoScritto::di_gradi(diversi).parole,
            "Raggiunto in parte: 99,99–100%"
        );
        let incompleti = Gradi::Incompleti {
            valutati: 4,
            attesi: 5,
        };
        assert_eq!(Stato::di_gradi(incompleti), Stato::NonValutato);
    }
}
