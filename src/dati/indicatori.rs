//! `indicatori.csv`: a row for each indicator, in the order of the plan and of the card.
//!
//! An indicator whose values are told apart by year or settore has a row for each of them, and one
//! without year and settore for a value that holds for all: each value stands in exactly one row.

use std::io::Write;

use super::parole::{self, parola};
use super::schema::{ValoreDati, mesi, parziale};
use super::tabella::{Cella, Colonna, Tipo, Voce, elenco, righe, scrivi, voce};
use crate::model::{
    ChiaveValore, Ciclo, Codice, Ente, Indicatore, Obiettivo, ValoreScritto, Valori, Verso,
};
use crate::score;

/// What a row is about.
struct Riga<'a> {
    ente: &'a Ente,
    ciclo: &'a Ciclo,
    obiettivo: &'a Obiettivo,
    /// The place of the indicator on the card, from 1.
    numero: usize,
    indicatore: &'a Indicatore,
    /// For what its values are; nothing where they are for all.
    chiave: Option<&'a ChiaveValore>,
    atteso: Option<ValoreDati>,
    raggiunto: Option<ValoreDati>,
}

impl Riga<'_> {
    fn anno(&self) -> Option<i32> {
        match self.chiave {
            Some(ChiaveValore::Anno(anno)) => Some(*anno),
            Some(ChiaveValore::Settore(_)) | None => None,
        }
    }

    fn settore(&self) -> Option<&Codice> {
        match self.chiave {
            Some(ChiaveValore::Settore(settore)) => Some(settore),
            Some(ChiaveValore::Anno(_)) | None => None,
        }
    }
}

type Leggi = fn(&Riga<'_>) -> Cella;

const fn di(nome: &'static str, tipo: Tipo, detto: &'static str, leggi: Leggi) -> Voce<Leggi> {
    voce(nome, tipo, detto, leggi)
}

/// What it is: the same in every row of an indicator.
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
    di(
        "numero",
        Tipo::Intero,
        "Il posto dell’indicatore nella scheda, da 1.",
        |r| r.numero.into(),
    ),
    di(
        "categoria",
        Tipo::Parola,
        "«quantità», «tempo», «costo», «qualità» o «attività».",
        |r| r.indicatore.categoria.map(parole::categoria).into(),
    ),
    di(
        "nome",
        Tipo::Testo,
        "Che cosa misura, o che cosa si farà.",
        |r| r.indicatore.nome.as_str().into(),
    ),
    di(
        "tempistica",
        Tipo::Testo,
        "Quando, come è scritto nella scheda.",
        |r| r.indicatore.tempistica.as_deref().into(),
    ),
    di(
        "mesi",
        Tipo::Elenco,
        "I mesi previsti di un’attività, come 2024-05.",
        |r| elenco(mesi(r.indicatore.mesi.as_ref())),
    ),
    di(
        "conta",
        Tipo::Parola,
        "«peso», «condizione» o «senza peso».",
        |r| parole::conta(r.indicatore.conta).into(),
    ),
    di("peso", Tipo::Decimale, "Il peso nell’obiettivo.", |r| {
        r.indicatore.conta.peso().into()
    }),
    di(
        "meglio",
        Tipo::Parola,
        "«alto» se è meglio di più, «basso» se è meglio di meno.",
        |r| parola(&Verso::PAROLE, &r.indicatore.verso).into(),
    ),
    di("formula", Tipo::Testo, "Come si calcola.", |r| {
        r.indicatore.formula.as_deref().into()
    }),
    di("fonte", Tipo::Testo, "Da dove vengono i dati.", |r| {
        r.indicatore.fonte.as_deref().into()
    }),
    di(
        "base",
        Tipo::Testo,
        "Il valore di partenza, come è scritto.",
        |r| {
            let base = r.indicatore.base.as_ref();
            base.map(|base| base.scritto.as_str()).into()
        },
    ),
    di(
        "storico",
        Tipo::Testo,
        "I valori degli anni passati, come sono scritti, uno per riga: «2023: 12».",
        |r| {
            let storico = r.indicatore.storico.iter();
            righe(storico.map(|(anno, valore)| format!("{anno}: {}", valore.scritto)))
        },
    ),
];

/// Its values, which may differ from row to row, and what came of it.
const VALORI: &[Voce<Leggi>] = &[
    di(
        "anno",
        Tipo::Intero,
        "L’anno dei valori, se ce n’è uno per anno.",
        |r| r.anno().into(),
    ),
    di(
        "settore",
        Tipo::Parola,
        "Il codice del settore dei valori, se ce n’è uno per settore.",
        |r| r.settore().map(Codice::as_str).into(),
    ),
    di(
        "atteso",
        Tipo::Testo,
        "Il valore atteso, come è scritto.",
        |r| scritto(r.atteso.as_ref()),
    ),
    di(
        "atteso_tipo",
        Tipo::Parola,
        "«percentuale», «numero», «quantità», «data» o «testo».",
        |r| tipo(r.atteso.as_ref()),
    ),
    di(
        "atteso_numero",
        Tipo::Decimale,
        "La cifra di un valore che non è né data né testo.",
        |r| numero(r.atteso.as_ref()),
    ),
    di(
        "atteso_unita",
        Tipo::Testo,
        "L’unità di misura: «%» per una percentuale.",
        |r| unita(r.atteso.as_ref()),
    ),
    di("atteso_data", Tipo::Data, "Il giorno.", |r| {
        data(r.atteso.as_ref())
    }),
    di(
        "raggiunto",
        Tipo::Testo,
        "Il valore raggiunto, come è scritto.",
        |r| scritto(r.raggiunto.as_ref()),
    ),
    di("raggiunto_tipo", Tipo::Parola, "Come atteso_tipo.", |r| {
        tipo(r.raggiunto.as_ref())
    }),
    di(
        "raggiunto_numero",
        Tipo::Decimale,
        "Come atteso_numero.",
        |r| numero(r.raggiunto.as_ref()),
    ),
    di("raggiunto_unita", Tipo::Testo, "Come atteso_unita.", |r| {
        unita(r.raggiunto.as_ref())
    }),
    di("raggiunto_data", Tipo::Data, "Come atteso_data.", |r| {
        data(r.raggiunto.as_ref())
    }),
];

/// What came of it as a whole: the same in every row of an indicator.
const ESITO: &[Voce<Leggi>] = &[
    di(
        "mesi_svolti",
        Tipo::Elenco,
        "I mesi svolti di un’attività, come 2024-05.",
        |r| elenco(mesi(r.indicatore.ottenuto.mesi.as_ref())),
    ),
    di(
        "esito",
        Tipo::Parola,
        "Il giudizio sull’indicatore: «raggiunto», «parziale» o «non raggiunto».",
        |r| r.indicatore.ottenuto.esito.map(parole::esito).into(),
    ),
    di(
        "esito_percento",
        Tipo::Decimale,
        "Quanto è stato raggiunto, quando il giudizio è «parziale».",
        |r| parziale(r.indicatore.ottenuto.esito).into(),
    ),
    di(
        "misura_percento",
        Tipo::Decimale,
        "Quanto è stato raggiunto l’indicatore nel suo insieme, calcolato da griglia.",
        |r| score::raggiungimento(r.indicatore).into(),
    ),
    di("nota", Tipo::Testo, "Che cosa c’è da aggiungere.", |r| {
        r.indicatore.ottenuto.nota.as_deref().into()
    }),
];

fn scritto(valore: Option<&ValoreDati>) -> Cella {
    valore.map(|valore| valore.scritto.as_str()).into()
}

fn tipo(valore: Option<&ValoreDati>) -> Cella {
    valore.map(|valore| valore.tipo.as_str()).into()
}

fn numero(valore: Option<&ValoreDati>) -> Cella {
    valore.and_then(|valore| valore.numero).into()
}

fn unita(valore: Option<&ValoreDati>) -> Cella {
    valore.and_then(|valore| valore.unita.as_deref()).into()
}

fn data(valore: Option<&ValoreDati>) -> Cella {
    valore.and_then(|valore| valore.data).into()
}

/// For what an indicator has values, in the order of the card.
fn chiavi(indicatore: &Indicatore) -> Vec<Option<&ChiaveValore>> {
    let mut chiavi = Vec::new();
    for valori in [&indicatore.atteso, &indicatore.ottenuto.valori] {
        let sue: Vec<Option<&ChiaveValore>> = match valori {
            Valori::Assenti => Vec::new(),
            Valori::Unico(_) => vec![None],
            Valori::Per(valori) => valori.iter().map(|(chiave, _)| Some(chiave)).collect(),
        };
        for chiave in sue {
            if !chiavi.contains(&chiave) {
                chiavi.push(chiave);
            }
        }
    }
    if chiavi.is_empty() {
        chiavi.push(None);
    }
    chiavi
}

fn valore<'a>(valori: &'a Valori, chiave: Option<&ChiaveValore>) -> Option<&'a ValoreScritto> {
    match chiave {
        None => valori.unico(),
        Some(chiave) => valori.per(chiave),
    }
}

fn righe_di<'a>(ente: &'a Ente, ciclo: &'a Ciclo) -> impl Iterator<Item = Riga<'a>> {
    let indicatori = ciclo.obiettivi.iter().flat_map(|obiettivo| {
        let indicatori = (1..).zip(&obiettivo.indicatori);
        indicatori.map(move |(numero, indicatore)| (obiettivo, numero, indicatore))
    });
    indicatori.flat_map(move |(obiettivo, numero, indicatore)| {
        let chiavi = chiavi(indicatore).into_iter();
        chiavi.map(move |chiave| Riga {
            ente,
            ciclo,
            obiettivo,
            numero,
            indicatore,
            chiave,
            atteso: valore(&indicatore.atteso, chiave).map(Into::into),
            raggiunto: valore(&indicatore.ottenuto.valori, chiave).map(Into::into),
        })
    })
}

/// The columns, as readers need to know them.
pub(super) fn colonne() -> Vec<Colonna> {
    voci().map(|voce| voce.colonna).collect()
}

fn voci() -> impl Iterator<Item = &'static Voce<Leggi>> {
    TESTA.iter().chain(VALORI).chain(ESITO)
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
