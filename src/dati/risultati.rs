//! `risultati.csv`: a row for each objective and settore that it is of, in the order of the plan.
//!
//! One of struttura has a row for every settore that it bears on. What was said of the objective as a
//! whole (declaration, checks, words) stands in each of its rows.

use std::io::Write;

use super::parole;
use super::schema::{ValutazioneDati, punti};
use super::tabella::{Cella, Colonna, Tipo, Voce, righe, scrivi, voce};
use crate::model::{
    Ciclo, Ente, Obiettivo, Percentuale, Scostamento, Settore, Valutazione, Verifica,
};
use crate::score;

/// What a row is about.
struct Riga<'a> {
    ente: &'a Ente,
    ciclo: &'a Ciclo,
    obiettivo: &'a Obiettivo,
    settore: &'a Settore,
    valutazione: Option<Valutazione>,
    valutata: Option<ValutazioneDati>,
}

impl Riga<'_> {
    fn grado(&self) -> Option<Percentuale> {
        self.valutazione.and_then(Valutazione::grado)
    }

    /// Something that the check during the year says.
    fn intermedia<T>(&self, leggi: impl FnOnce(&Verifica) -> Option<T>) -> Cella
    where
        Cella: From<Option<T>>,
    {
        let verifica = self.obiettivo.risultato.intermedia.as_deref();
        verifica.and_then(leggi).into()
    }

    /// Something that the check at the end says.
    fn finale<T>(&self, leggi: impl FnOnce(&Verifica) -> Option<T>) -> Cella
    where
        Cella: From<Option<T>>,
    {
        let verifica = self.obiettivo.risultato.finale.as_deref();
        verifica.and_then(leggi).into()
    }

    /// What was behind the plan during the year.
    fn ritardo(&self, leggi: fn(&Scostamento) -> &Option<String>) -> Cella {
        self.intermedia(|verifica| leggi(&verifica.scostamento).clone())
    }

    /// What was behind the plan at the end.
    fn scostamento(&self, leggi: fn(&Scostamento) -> &Option<String>) -> Cella {
        self.finale(|verifica| leggi(&verifica.scostamento).clone())
    }
}

type Leggi = fn(&Riga<'_>) -> Cella;

const fn di(nome: &'static str, tipo: Tipo, detto: &'static str, leggi: Leggi) -> Voce<Leggi> {
    voce(nome, tipo, detto, leggi)
}

/// Of what, and what was validated.
const TESTA: &[Voce<Leggi>] = &[
    di("ente", Tipo::Parola, "Il codice dell’ente.", |r| {
        r.ente.codice.as_str().into()
    }),
    di("ciclo", Tipo::Parola, "Il codice del ciclo.", |r| {
        r.ciclo.codice.as_str().into()
    }),
    di(
        "obiettivo",
        Tipo::Parola,
        "Il codice dell’obiettivo.",
        |r| r.obiettivo.codice.as_str().into(),
    ),
    di("titolo", Tipo::Testo, "Il titolo dell’obiettivo.", |r| {
        r.obiettivo.titolo.as_str().into()
    }),
    di(
        "settore",
        Tipo::Parola,
        "Il codice del settore a cui il grado si riferisce.",
        |r| r.settore.codice.as_str().into(),
    ),
    di("settore_nome", Tipo::Testo, "Il nome del settore.", |r| {
        r.settore.nome_intero().into()
    }),
    di(
        "peso",
        Tipo::Decimale,
        "Il peso nel risultato del settore: per un obiettivo condiviso, la sua quota. Vuoto se non pesa.",
        |r| r.obiettivo.peso_per(r.settore).into(),
    ),
    di(
        "valutazione",
        Tipo::Parola,
        "«grado», «punti», «raggiunto», «parzialmente raggiunto», «non raggiunto», «non valutabile» o «rinviato»; vuoto se non è valutato.",
        |r| r.valutazione.map(parole::valutazione).into(),
    ),
    di("punti", Tipo::Decimale, "I punti ottenuti.", |r| {
        r.valutata.as_ref().and_then(|v| v.punti).into()
    }),
    di("punti_massimi", Tipo::Decimale, "Su quanti punti.", |r| {
        r.valutata.as_ref().and_then(|v| v.punti_massimi).into()
    }),
    di(
        "grado_percento",
        Tipo::Decimale,
        "Il grado di raggiungimento validato. Vuoto se manca: non è zero.",
        |r| r.grado().into(),
    ),
    di(
        "fascia",
        Tipo::Testo,
        "La fascia in cui il grado cade.",
        |r| {
            let fascia = r.grado().and_then(|grado| r.ciclo.regole.fascia(grado));
            fascia.map(|fascia| fascia.nome.as_str()).into()
        },
    ),
    di(
        "conta_percento",
        Tipo::Decimale,
        "Il grado che conta nel risultato: quello validato, o ciò che la sua fascia vale.",
        |r| r.grado().map(|grado| r.ciclo.regole.conta(grado)).into(),
    ),
];

/// What else was said of the objective.
const PAROLE: &[Voce<Leggi>] = &[
    di(
        "dichiarato_percento",
        Tipo::Decimale,
        "Il grado che il responsabile ha dichiarato.",
        |r| {
            let dichiarato = r.obiettivo.risultato.dichiarato.as_ref();
            dichiarato.map(|dichiarato| dichiarato.grado).into()
        },
    ),
    di(
        "dichiarato_da",
        Tipo::Testo,
        "Chi lo ha dichiarato, se non è il responsabile.",
        |r| {
            let dichiarato = r.obiettivo.risultato.dichiarato.as_ref();
            dichiarato
                .and_then(|dichiarato| dichiarato.da.as_deref())
                .into()
        },
    ),
    di(
        "misura_percento",
        Tipo::Decimale,
        "Il risultato degli indicatori, calcolato da griglia.",
        |r| {
            let misura = score::misura(r.obiettivo);
            misura.map(|misura| misura.valore).into()
        },
    ),
    di(
        "misura_indicatori",
        Tipo::Intero,
        "Su quanti indicatori si regge.",
        |r| {
            let misura = score::misura(r.obiettivo);
            misura.map(|misura| misura.indicatori).into()
        },
    ),
    di(
        "in_griglia",
        Tipo::Testo,
        "Come la griglia riassume gli indicatori, se lo fa con parole sue: uno per riga.",
        |r| righe(&r.obiettivo.risultato.in_griglia),
    ),
    di(
        "risultati_ottenuti",
        Tipo::Testo,
        "Che cosa ne è venuto, a parole.",
        |r| r.obiettivo.risultato.ottenuti.as_deref().into(),
    ),
    di(
        "motivazione",
        Tipo::Testo,
        "Perché il grado è lontano dal risultato degli indicatori.",
        |r| r.obiettivo.risultato.motivazione.as_deref().into(),
    ),
    di("nota", Tipo::Testo, "Che cosa c’è da aggiungere.", |r| {
        r.obiettivo.risultato.nota.as_deref().into()
    }),
];

/// The check during the year.
const INTERMEDIA: &[Voce<Leggi>] = &[
    di(
        "intermedia_al",
        Tipo::Data,
        "Il giorno della verifica intermedia.",
        |r| r.intermedia(|verifica| verifica.al),
    ),
    di(
        "intermedia_valore_raggiunto_percento",
        Tipo::Decimale,
        "La media valore raggiunto % che la scheda dice per la verifica intermedia.",
        |r| r.intermedia(|verifica| verifica.valore_raggiunto.map(punti)),
    ),
    di(
        "intermedia_rispetto_tempi_percento",
        Tipo::Decimale,
        "La media rispetto dei tempi % che la scheda dice per la verifica intermedia.",
        |r| r.intermedia(|verifica| verifica.rispetto_tempi.map(punti)),
    ),
    di(
        "intermedia_cause",
        Tipo::Testo,
        "Le cause dello scostamento alla verifica intermedia.",
        |r| r.ritardo(|scostamento| &scostamento.cause),
    ),
    di(
        "intermedia_cause_esterne",
        Tipo::Testo,
        "Le cause esterne all’ufficio.",
        |r| r.ritardo(|scostamento| &scostamento.cause_esterne),
    ),
    di("intermedia_effetti", Tipo::Testo, "Gli effetti.", |r| {
        r.ritardo(|scostamento| &scostamento.effetti)
    }),
    di(
        "intermedia_provvedimenti_intrapresi",
        Tipo::Testo,
        "I provvedimenti già presi.",
        |r| r.ritardo(|scostamento| &scostamento.intrapresi),
    ),
    di(
        "intermedia_provvedimenti_da_attivare",
        Tipo::Testo,
        "I provvedimenti da prendere.",
        |r| r.ritardo(|scostamento| &scostamento.da_attivare),
    ),
];

/// The check at the end.
const FINALE: &[Voce<Leggi>] = &[
    di(
        "finale_al",
        Tipo::Data,
        "Il giorno della verifica finale.",
        |r| r.finale(|verifica| verifica.al),
    ),
    di(
        "finale_valore_raggiunto_percento",
        Tipo::Decimale,
        "La media valore raggiunto % che la scheda dice per la verifica finale.",
        |r| r.finale(|verifica| verifica.valore_raggiunto.map(punti)),
    ),
    di(
        "finale_rispetto_tempi_percento",
        Tipo::Decimale,
        "La media rispetto dei tempi % che la scheda dice per la verifica finale.",
        |r| r.finale(|verifica| verifica.rispetto_tempi.map(punti)),
    ),
    di(
        "scostamento_cause",
        Tipo::Testo,
        "Le cause dello scostamento alla verifica finale.",
        |r| r.scostamento(|scostamento| &scostamento.cause),
    ),
    di(
        "scostamento_cause_esterne",
        Tipo::Testo,
        "Le cause esterne all’ufficio.",
        |r| r.scostamento(|scostamento| &scostamento.cause_esterne),
    ),
    di("scostamento_effetti", Tipo::Testo, "Gli effetti.", |r| {
        r.scostamento(|scostamento| &scostamento.effetti)
    }),
    di(
        "scostamento_provvedimenti_intrapresi",
        Tipo::Testo,
        "I provvedimenti già presi.",
        |r| r.scostamento(|scostamento| &scostamento.intrapresi),
    ),
    di(
        "scostamento_provvedimenti_da_attivare",
        Tipo::Testo,
        "I provvedimenti da prendere.",
        |r| r.scostamento(|scostamento| &scostamento.da_attivare),
    ),
];

fn righe_di<'a>(ente: &'a Ente, ciclo: &'a Ciclo) -> impl Iterator<Item = Riga<'a>> {
    ciclo.obiettivi.iter().flat_map(move |obiettivo| {
        let settori = ciclo.settori.iter();
        let suoi = settori.filter(|settore| obiettivo.riguarda(settore));
        suoi.map(move |settore| {
            let valutazione = obiettivo.valutazione(settore);
            Riga {
                ente,
                ciclo,
                obiettivo,
                settore,
                valutazione,
                valutata: valutazione.map(Into::into),
            }
        })
    })
}

/// The columns, as readers need to know them.
pub(super) fn colonne() -> Vec<Colonna> {
    voci().map(|voce| voce.colonna).collect()
}

fn voci() -> impl Iterator<Item = &'static Voce<Leggi>> {
    TESTA.iter().chain(PAROLE).chain(INTERMEDIA).chain(FINALE)
}

/// The bytes of the table.
pub(super) fn tabella(ente: &Ente, ciclo: &Ciclo, out: impl Write) -> Result<(), csv::Error> {
    let voci: Vec<&Voce<Leggi>> = voci().collect();
    let righe = righe_di(ente, ciclo).map(|riga| {
        let celle = voci.iter().map(|voce| (voce.valore)(&riga));
        celle.collect()
    });
    scrivi(voci.iter().map(|voce| voce.colonna.nome), righe, out)
}
