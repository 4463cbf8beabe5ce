//! `obiettivi.csv`: a row for each objective of the plan in force, in the order of the plan.
//!
//! A new column is a new [`Voce`] here; its place among the others does not matter to readers.

use std::io::Write;

use super::parole;
use super::tabella::{Cella, Colonna, Tipo, Voce, elenco, righe, scrivi, voce};
use crate::model::{Ambito, Ciclo, Codice, Ente, Obiettivo, Settore, Ufficio};

/// What a row is about.
struct Riga<'a> {
    ente: &'a Ente,
    ciclo: &'a Ciclo,
    obiettivo: &'a Obiettivo,
}

impl Riga<'_> {
    /// The settori that the card names, each share with its own; none for one of struttura.
    fn settori(&self) -> Vec<&Codice> {
        match &self.obiettivo.ambito {
            Ambito::Struttura => Vec::new(),
            Ambito::Settore { settore, .. } => vec![settore],
            Ambito::Condiviso(quote) => quote.iter().map(|quota| &quota.settore).collect(),
        }
    }

    fn ufficio(&self) -> Option<&Ufficio> {
        let settore = self.ciclo.settore_di(self.obiettivo)?;
        settore.ufficio(self.obiettivo.ambito.ufficio()?)
    }
}

/// Who answers, each of those who share it on a line.
fn responsabili(r: &Riga<'_>) -> Cella {
    let Ambito::Condiviso(quote) = &r.obiettivo.ambito else {
        let chi = r.obiettivo.risponde(r.ciclo.settore_di(r.obiettivo));
        return chi.map(|chi| chi.0.as_str()).into();
    };
    righe(quote.iter().map(|quota| {
        let suo = r.obiettivo.risponde(r.ciclo.settore(&quota.settore));
        let chi = quota.responsabile.as_ref().or(suo);
        chi.map_or("", |chi| chi.0.as_str())
    }))
}

fn quote(r: &Riga<'_>) -> Cella {
    match &r.obiettivo.ambito {
        Ambito::Struttura | Ambito::Settore { .. } => Cella::Vuota,
        Ambito::Condiviso(quote) => elenco(quote.iter().map(|quota| {
            let parte = quota.parte.punti().normalize();
            parte.to_string()
        })),
    }
}

type Leggi = fn(&Riga<'_>) -> Cella;

const fn di(nome: &'static str, tipo: Tipo, detto: &'static str, leggi: Leggi) -> Voce<Leggi> {
    voce(nome, tipo, detto, leggi)
}

/// Whose it is and how much it counts.
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
        "Il codice dell’obiettivo, unico nel ciclo.",
        |r| r.obiettivo.codice.as_str().into(),
    ),
    di(
        "numero",
        Tipo::Testo,
        "Il numero che ha sulla scheda.",
        |r| r.obiettivo.numero.as_deref().into(),
    ),
    di("titolo", Tipo::Testo, "Il titolo.", |r| {
        r.obiettivo.titolo.as_str().into()
    }),
    di(
        "ambito",
        Tipo::Parola,
        "«struttura», «settore» oppure «condiviso» fra più settori.",
        |r| parole::ambito(&r.obiettivo.ambito).into(),
    ),
    di(
        "settore",
        Tipo::Elenco,
        "Il codice del settore; di un obiettivo condiviso, quello di ogni quota.",
        |r| elenco(r.settori().iter().map(|codice| codice.as_str())),
    ),
    di(
        "settore_nome",
        Tipo::Testo,
        "Il nome del settore; di un obiettivo condiviso, uno per riga.",
        |r| {
            let settori = r.settori().into_iter();
            righe(settori.map(|codice| {
                let settore = r.ciclo.settore(codice);
                settore.map(Settore::nome_intero).unwrap_or_default()
            }))
        },
    ),
    di(
        "quote_percento",
        Tipo::Elenco,
        "Le quote di un obiettivo condiviso, nell’ordine dei settori.",
        quote,
    ),
    di(
        "ufficio",
        Tipo::Parola,
        "Il codice dell’ufficio, se la scheda lo dice.",
        |r| r.obiettivo.ambito.ufficio().map(Codice::as_str).into(),
    ),
    di(
        "ufficio_nome",
        Tipo::Testo,
        "Il nome dell’ufficio.",
        |r| r.ufficio().map(|ufficio| ufficio.nome.as_str()).into(),
    ),
    di(
        "responsabile",
        Tipo::Testo,
        "Chi ne risponde; di un obiettivo condiviso, uno per riga nell’ordine dei settori.",
        responsabili,
    ),
    di(
        "conta",
        Tipo::Parola,
        "«peso»; «condizione», se non pesa ma annulla il risultato; «senza peso», se il piano non ne ha.",
        |r| parole::conta(r.obiettivo.conta).into(),
    ),
    di("peso", Tipo::Decimale, "Il peso.", |r| {
        r.obiettivo.conta.peso().into()
    }),
    di(
        "tipi",
        Tipo::Elenco,
        "Uno o più fra «innovativo», «mantenimento», «sviluppo» e «strategico».",
        |r| elenco(r.obiettivo.tipi.iter().map(|tipo| tipo.parola())),
    ),
];

/// When, tied to what, and what it says.
const CORPO: &[Voce<Leggi>] = &[
    di(
        "anno_dal",
        Tipo::Intero,
        "Il primo anno a cui si riferisce.",
        |r| r.obiettivo.anni.unwrap_or(r.ciclo.anni).dal().into(),
    ),
    di(
        "anno_al",
        Tipo::Intero,
        "L’ultimo anno a cui si riferisce.",
        |r| r.obiettivo.anni.unwrap_or(r.ciclo.anni).al().into(),
    ),
    di(
        "annualita",
        Tipo::Intero,
        "A quale annualità è, se ne ha più d’una.",
        |r| {
            let annualita = r.obiettivo.annualita;
            annualita.map(|a| i32::from(a.corrente())).into()
        },
    ),
    di(
        "annualita_totali",
        Tipo::Intero,
        "Quante annualità ha.",
        |r| {
            let annualita = r.obiettivo.annualita;
            annualita.map(|a| i32::from(a.totale())).into()
        },
    ),
    di(
        "parte_di",
        Tipo::Parola,
        "Il codice dell’obiettivo di cui fa parte.",
        |r| {
            let parte_di = r.obiettivo.legami.parte_di.as_ref();
            parte_di.map(Codice::as_str).into()
        },
    ),
    di(
        "continua_ciclo",
        Tipo::Parola,
        "Il codice del ciclo dell’obiettivo che continua, se è un altro.",
        |r| {
            let continua = r.obiettivo.legami.continua.as_ref();
            let ciclo = continua.and_then(|continua| continua.ciclo.as_ref());
            ciclo.map(Codice::as_str).into()
        },
    ),
    di(
        "continua_obiettivo",
        Tipo::Parola,
        "Il codice dell’obiettivo che continua.",
        |r| {
            let continua = r.obiettivo.legami.continua.as_ref();
            continua.map(|continua| continua.codice.as_str()).into()
        },
    ),
    di(
        "collegamento_dup",
        Tipo::Testo,
        "Il collegamento con il DUP, come è scritto nella scheda.",
        |r| r.obiettivo.legami.dup.as_deref().into(),
    ),
    di(
        "programmazione",
        Tipo::Testo,
        "I codici di ciò che nella programmazione gli sta sopra, uno per riga.",
        |r| righe(&r.obiettivo.legami.sotto),
    ),
    di(
        "descrizione",
        Tipo::Testo,
        "Che cosa si farà e perché.",
        |r| r.obiettivo.descrizione.as_deref().into(),
    ),
    di(
        "risorse_umane",
        Tipo::Testo,
        "Chi ci lavora, per uffici o ruoli.",
        |r| r.obiettivo.risorse.umane.as_deref().into(),
    ),
    di(
        "risorse_strumentali",
        Tipo::Testo,
        "Con quali mezzi.",
        |r| r.obiettivo.risorse.strumentali.as_deref().into(),
    ),
    di("costi", Tipo::Testo, "Con quali costi.", |r| {
        r.obiettivo.risorse.costi.as_deref().into()
    }),
    di(
        "risultati_attesi",
        Tipo::Testo,
        "Che cosa ci si aspetta.",
        |r| r.obiettivo.risorse.attesi.as_deref().into(),
    ),
    di(
        "risultati_nella_scheda",
        Tipo::Testo,
        "Che cosa ne è venuto, se lo dice già la scheda approvata.",
        |r| r.obiettivo.risorse.ottenuti.as_deref().into(),
    ),
    di("fasi", Tipo::Intero, "Quante fasi ha.", |r| {
        r.obiettivo.fasi.len().into()
    }),
    di("indicatori", Tipo::Intero, "Quanti indicatori ha.", |r| {
        r.obiettivo.indicatori.len().into()
    }),
];

/// The columns, as readers need to know them.
pub(super) fn colonne() -> Vec<Colonna> {
    voci().map(|voce| voce.colonna).collect()
}

fn voci() -> impl Iterator<Item = &'static Voce<Leggi>> {
    TESTA.iter().chain(CORPO)
}

/// The bytes of the table.
pub(super) fn tabella(ente: &Ente, ciclo: &Ciclo, out: impl Write) -> Result<(), csv::Error> {
    let voci: Vec<&Voce<Leggi>> = voci().collect();
    let righe = ciclo.obiettivi.iter().map(|obiettivo| {
        let riga = Riga {
            ente,
            ciclo,
            obiettivo,
        };
        voci.iter().map(|voce| (voce.valore)(&riga)).collect()
    });
    scrivi(voci.iter().map(|voce| voce.colonna.nome), righe, out)
}
