//! How an objective went, in words and with an icon: never by colour alone.
//!
//! The words stand for the validated grade and nothing else. *Non valutato* is the absence of a
//! grade; it is never zero.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::lingua;
use crate::model::{Ciclo, Esito, Obiettivo, Percentuale, Valutazione};
use crate::parole::Parole;

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
    /// The relazione does not report on it.
    FuoriRelazione,
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
        match &obiettivo.risultato.esito {
            Esito::Unico(None) if !ciclo.e_rendicontato(obiettivo) && ciclo.ha_valutazioni() => {
                Self::Detto(Stato::FuoriRelazione)
            }
            Esito::Unico(None) => Self::Nessuno,
            Esito::Unico(Some(valutazione)) => match valutazione.grado() {
                Some(grado) => Self::Uguale(grado),
                None => Self::Detto(Stato::di_valutazione(*valutazione)),
            },
            Esito::PerSettore(_) => Self::di_settori(obiettivo, ciclo),
        }
    }

    /// Settore by settore. One where the objective cannot be assessed, or was put off, is not waited
    /// for.
    fn di_settori(obiettivo: &Obiettivo, ciclo: &Ciclo) -> Self {
        let settori = ciclo.settori_rendicontati();
        let settori = settori.filter(|settore| obiettivo.riguarda(settore));
        let detti: Vec<Option<Valutazione>> = settori
            .map(|settore| obiettivo.valutazione(settore))
            .collect();
        let senza_parte =
            |detto: &Option<Valutazione>| detto.is_some_and(|detto| !detto.ha_parte());
        if let Some(Some(prima)) = detti.first()
            && detti.iter().all(senza_parte)
        {
            return Self::Detto(Stato::di_valutazione(*prima));
        }
        let attesi = detti.iter().filter(|detto| !senza_parte(detto));
        let dette: Vec<Valutazione> = attesi.clone().filter_map(|detto| *detto).collect();
        let attesi = attesi.count();
        if dette.len() == attesi && dette.contains(&Valutazione::InParte) {
            return Self::Detto(Stato::InParte);
        }
        let gradi: Vec<Percentuale> = dette.iter().filter_map(|detta| detta.grado()).collect();
        let (Some(&minimo), Some(&massimo)) = (gradi.iter().min(), gradi.iter().max()) else {
            return Self::Nessuno;
        };
        if dette.len() < attesi {
            Self::Incompleti {
                valutati: dette.len(),
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
    pub(super) const TUTTI: [Self; 8] = [
        Self::Raggiunto,
        Self::InParte,
        Self::NonRaggiunto,
        Self::Rinviato,
        Self::NonValutabile,
        Self::NonValutato,
        Self::FuoriRelazione,
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

    /// Of an objective, by what its grade counts: a band may say that 95 % is everything.
    pub(super) fn di_obiettivo(obiettivo: &Obiettivo, ciclo: &Ciclo) -> Self {
        match Gradi::di(obiettivo, ciclo) {
            Gradi::Uguale(grado) => Self::di_grado(Some(ciclo.regole.conta(grado))),
            gradi => Self::di_gradi(gradi),
        }
    }

    /// Its name in style sheets.
    pub(super) const fn nome(self) -> &'static str {
        match self {
            Self::Raggiunto => "raggiunto",
            Self::InParte => "in-parte",
            Self::NonRaggiunto => "non-raggiunto",
            Self::NonValutato
            | Self::NonValutabile
            | Self::Rinviato
            | Self::FuoriRelazione
            | Self::Eliminato => "non-valutato",
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
            Self::FuoriRelazione => "it-info-circle",
            Self::Eliminato => "it-delete",
        }
    }

    /// The key of its word among those of the language.
    pub(super) const fn chiave(self) -> &'static str {
        match self {
            Self::Raggiunto => "raggiunto",
            Self::InParte => "in_parte",
            Self::NonRaggiunto => "non_raggiunto",
            Self::NonValutato => "non_valutato",
            Self::NonValutabile => "non_valutabile",
            Self::Rinviato => "rinviato",
            Self::FuoriRelazione => "fuori_relazione",
            Self::Eliminato => "eliminato",
        }
    }

    /// Of one objective.
    pub(super) fn parola(self, parole: &Parole) -> &str {
        let stati = &parole.stati;
        match self {
            Self::Raggiunto => &stati.raggiunto,
            Self::InParte => &stati.in_parte,
            Self::NonRaggiunto => &stati.non_raggiunto,
            Self::NonValutato => &stati.non_valutato,
            Self::NonValutabile => &stati.non_valutabile,
            Self::Rinviato => &stati.rinviato,
            Self::FuoriRelazione => &stati.fuori_relazione,
            Self::Eliminato => &stati.eliminato,
        }
    }

    /// Of so many objectives: *19 raggiunti del tutto*.
    pub(super) fn di_molti(self, quanti: usize, parole: &Parole) -> String {
        let stati = &parole.stati;
        let (uno, molti) = match self {
            Self::Raggiunto => (&stati.raggiunto_uno, &stati.raggiunto_molti),
            Self::InParte => (&stati.in_parte_uno, &stati.in_parte_molti),
            Self::NonRaggiunto => (&stati.non_raggiunto_uno, &stati.non_raggiunto_molti),
            Self::NonValutato => (&stati.non_valutato_uno, &stati.non_valutato_molti),
            Self::NonValutabile => (&stati.non_valutabile_uno, &stati.non_valutabile_molti),
            Self::Rinviato => (&stati.rinviato_uno, &stati.rinviato_molti),
            Self::FuoriRelazione => (&stati.fuori_relazione_uno, &stati.fuori_relazione_molti),
            Self::Eliminato => (&stati.eliminato_uno, &stati.eliminato_molti),
        };
        lingua::quanti(quanti, uno, molti)
    }
}

/// A state as templates show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct StatoScritto {
    nome: &'static str,
    icona: &'static str,
    /// Its word among those of the language, `stati`; none where the words are others.
    chiave: Option<&'static str>,
    /// The figure beside its word.
    cifra: Option<String>,
    /// All of it.
    parole: String,
}

impl StatoScritto {
    /// Of an objective of a ciclo, over all the settori that it binds.
    pub(super) fn di(obiettivo: &Obiettivo, ciclo: &Ciclo, parole: &Parole) -> Self {
        if ciclo.eliminato_da(&obiettivo.codice).is_some() {
            return Self::di_stato(Stato::Eliminato, parole);
        }
        let gradi = Gradi::di(obiettivo, ciclo);
        match (&obiettivo.risultato.esito, gradi) {
            // A judgement in words has no figure.
            (Esito::Unico(Some(Valutazione::Raggiunto)), _) => {
                Self::di_stato(Stato::Raggiunto, parole)
            }
            (Esito::Unico(Some(Valutazione::NonRaggiunto)), _) => {
                Self::di_stato(Stato::NonRaggiunto, parole)
            }
            (Esito::Unico(detta @ Some(_)), Gradi::Uguale(grado)) => {
                let cifra = lingua::valutazione(*detta, parole);
                Self::con_cifra(obiettivo, grado, cifra, (ciclo, parole))
            }
            (_, Gradi::Uguale(grado)) => {
                let cifra = lingua::percentuale(grado, parole);
                Self::con_cifra(obiettivo, grado, cifra, (ciclo, parole))
            }
            (_, gradi) => Self::di_gradi(gradi, parole),
        }
    }

    /// With the figure beside the word: the ente's own, where it has one for that grade.
    fn con_cifra(
        obiettivo: &Obiettivo,
        grado: Percentuale,
        cifra: String,
        (ciclo, parole): (&Ciclo, &Parole),
    ) -> Self {
        let stato = Stato::di_obiettivo(obiettivo, ciclo);
        match ciclo.regole.fascia(grado) {
            Some(fascia) => {
                let parola = lingua::iniziale_maiuscola(&fascia.nome);
                Self::con_parole(stato, format!("{parola}: {cifra}"))
            }
            None => Self::con_la_cifra(stato, cifra, parole),
        }
    }

    /// Of a judgement for one settore.
    pub(super) fn di_valutazione(valutazione: Option<Valutazione>, parole: &Parole) -> Self {
        match valutazione {
            Some(valutazione) if valutazione.grado().is_none() => {
                Self::di_stato(Stato::di_valutazione(valutazione), parole)
            }
            valutazione => Self::di_grado(valutazione.and_then(Valutazione::grado), parole),
        }
    }

    /// With the grade beside the word, where it says more than the word.
    pub(super) fn di_grado(grado: Option<Percentuale>, parole: &Parole) -> Self {
        let stato = Stato::di_grado(grado);
        match grado {
            Some(grado) => Self::con_la_cifra(stato, lingua::percentuale(grado, parole), parole),
            None => Self::di_stato(stato, parole),
        }
    }

    /// Of an objective over all the settori that it binds.
    pub(super) fn di_gradi(gradi: Gradi, parole: &Parole) -> Self {
        let stato = Stato::di_gradi(gradi);
        match gradi {
            Gradi::Nessuno => Self::di_grado(None, parole),
            Gradi::Detto(stato) => Self::di_stato(stato, parole),
            Gradi::Uguale(grado) => Self::di_grado(Some(grado), parole),
            Gradi::Incompleti { valutati, attesi } => Self::con_parole(
                stato,
                parole.stati.incompleti.con(&[
                    ("valutati", &valutati.to_string()),
                    ("attesi", &attesi.to_string()),
                ]),
            ),
            Gradi::Diversi { minimo, massimo } => {
                let cifra = lingua::da_percentuale_a(minimo, massimo, parole);
                Self::con_la_cifra(stato, cifra, parole)
            }
        }
    }

    /// The word alone.
    pub(super) fn di_stato(stato: Stato, parole: &Parole) -> Self {
        Self {
            chiave: Some(stato.chiave()),
            ..Self::con_parole(stato, stato.parola(parole).to_owned())
        }
    }

    /// The word, and a figure beside it.
    fn con_la_cifra(stato: Stato, cifra: String, parole: &Parole) -> Self {
        Self {
            parole: format!("{}: {cifra}", stato.parola(parole)),
            cifra: Some(cifra),
            ..Self::di_stato(stato, parole)
        }
    }

    /// The words.
    pub(super) fn parole(&self) -> &str {
        &self.parole
    }

    /// With other words than its own.
    pub(super) fn con_parole(stato: Stato, parole: String) -> Self {
        Self {
            nome: stato.nome(),
            icona: stato.icona(),
            chiave: None,
            cifra: None,
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
            StatoScritto::di_gradi(diversi, &crate::parole::italiano()).parole,
            "Raggiunto in parte: 99,99–100%"
        );
        let incompleti = Gradi::Incompleti {
            valutati: 4,
            attesi: 5,
        };
        assert_eq!(Stato::di_gradi(incompleti), Stato::NonValutato);
    }
}
