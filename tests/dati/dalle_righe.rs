//! From the rows of the tables back to the model.

use griglia::dati::schema::ValoreDati;
use griglia::model::{
    Ambito, Annualita, CategoriaIndicatore, Continuazione, Dichiarazione, Indicatore, Legami,
    Obiettivo, Ottenuto, Percentuale, Quota, Risorse, Risultato, Scostamento, TipoObiettivo,
    ValoreScritto, Valori, Verifica, Verso,
};

use crate::modello::{codice, parola};
use crate::scheda::{self, conta, esito, mesi};
use crate::tabelle::Riga;

/// The card that a row says; what is not in the row comes from the card itself.
pub(crate) fn obiettivo(riga: &Riga, scheda: &Obiettivo) -> Obiettivo {
    let uno = |colonna| riga.testo(colonna).map(|testo| codice(&testo));
    let settori = riga.elenco("settore");
    let quote = riga.elenco("quote_percento");
    let ambito = match (riga.dovuto("ambito").as_str(), &scheda.ambito) {
        ("struttura", _) => Ambito::Struttura,
        ("settore", _) => Ambito::Settore {
            settore: codice(&settori[0]),
            ufficio: uno("ufficio"),
        },
        ("condiviso", Ambito::Condiviso(sue)) => {
            let sue = sue.iter().zip(settori.iter().zip(&quote));
            let quote = sue.map(|(quota, (settore, parte))| Quota {
                settore: codice(settore),
                parte: Percentuale::new(parte.parse().expect("a share")),
                ..quota.clone()
            });
            Ambito::Condiviso(quote.collect())
        }
        altro => panic!("{altro:?}"),
    };
    let tipi = riga.elenco("tipi");
    let annualita = riga
        .numero("annualita")
        .zip(riga.numero("annualita_totali"));
    Obiettivo {
        codice: codice(&riga.dovuto("obiettivo")),
        numero: riga.testo("numero"),
        titolo: riga.dovuto("titolo"),
        ambito,
        annualita: annualita.and_then(|(corrente, totale)| {
            let letta = Annualita::new(corrente, totale);
            letta.ok()
        }),
        conta: conta(&riga.dovuto("conta"), riga.numero("peso")),
        tipi: tipi
            .iter()
            .map(|tipo| parola(&TipoObiettivo::PAROLE, tipo))
            .collect(),
        legami: Legami {
            dup: riga.testo("collegamento_dup"),
            sotto: riga.righe("programmazione"),
            parte_di: uno("parte_di"),
            continua: uno("continua_obiettivo").map(|codice| Continuazione {
                ciclo: uno("continua_ciclo"),
                codice,
            }),
        },
        descrizione: riga.testo("descrizione"),
        risorse: Risorse {
            umane: riga.testo("risorse_umane"),
            strumentali: riga.testo("risorse_strumentali"),
            costi: riga.testo("costi"),
            attesi: riga.testo("risultati_attesi"),
            ottenuti: riga.testo("risultati_nella_scheda"),
        },
        ..scheda.clone()
    }
}

/// The indicator that some rows say; what is not in them comes from the indicator itself.
pub(crate) fn indicatore(riga: &Riga, righe: &[&Riga], suo: &Indicatore) -> Indicatore {
    let categoria = riga.testo("categoria");
    let base = suo.base.clone().map(|base| ValoreScritto {
        scritto: riga.dovuto("base"),
        ..base
    });
    let storico = suo.storico.iter().zip(riga.righe("storico"));
    let storico = storico.map(|((_, valore), riga)| {
        let (anno, scritto) = riga.split_once(": ").expect("year and value");
        let valore = ValoreScritto {
            scritto: scritto.to_owned(),
            ..valore.clone()
        };
        (anno.parse().expect("a year"), valore)
    });
    Indicatore {
        nome: riga.dovuto("nome"),
        categoria: categoria.map(|detta| parola(&CategoriaIndicatore::PAROLE, &detta)),
        tempistica: riga.testo("tempistica"),
        mesi: mesi(&riga.elenco("mesi")),
        conta: conta(&riga.dovuto("conta"), riga.numero("peso")),
        verso: parola(&Verso::PAROLE, &riga.dovuto("meglio")),
        base,
        storico: storico.collect(),
        atteso: valori(righe, "atteso"),
        formula: riga.testo("formula"),
        fonte: riga.testo("fonte"),
        ottenuto: Ottenuto {
            valori: valori(righe, "raggiunto"),
            esito: esito(
                riga.testo("esito").as_deref(),
                riga.numero("esito_percento"),
            ),
            mesi: mesi(&riga.elenco("mesi_svolti")),
            nota: riga.testo("nota"),
        },
    }
}

/// The values of some rows: each stands in one of them.
fn valori(righe: &[&Riga], quale: &str) -> Valori {
    let valori = righe.iter().filter_map(|riga| {
        Some(ValoreDati {
            anno: riga.numero("anno"),
            settore: riga.testo("settore"),
            tipo: riga.testo(&format!("{quale}_tipo"))?,
            scritto: riga.testo(quale).unwrap_or_default(),
            numero: riga.numero(&format!("{quale}_numero")),
            unita: riga.testo(&format!("{quale}_unita")),
            data: riga.numero(&format!("{quale}_data")),
        })
    });
    scheda::valori(&valori.collect::<Vec<_>>())
}

/// What a row says of the objective as a whole.
pub(crate) fn risultato(riga: &Riga, scheda: &Obiettivo) -> Risultato {
    let percento = |colonna: &str| riga.numero(colonna).map(Percentuale::new);
    let verifica = |sua: &str, scostamento: &str| Verifica {
        al: riga.numero(&format!("{sua}_al")),
        valore_raggiunto: percento(&format!("{sua}_valore_raggiunto_percento")),
        rispetto_tempi: percento(&format!("{sua}_rispetto_tempi_percento")),
        scostamento: Scostamento {
            cause: riga.testo(&format!("{scostamento}_cause")),
            cause_esterne: riga.testo(&format!("{scostamento}_cause_esterne")),
            effetti: riga.testo(&format!("{scostamento}_effetti")),
            intrapresi: riga.testo(&format!("{scostamento}_provvedimenti_intrapresi")),
            da_attivare: riga.testo(&format!("{scostamento}_provvedimenti_da_attivare")),
        },
    };
    let scritta =
        |verifica: Verifica| (verifica != Verifica::default()).then(|| Box::new(verifica));
    Risultato {
        dichiarato: percento("dichiarato_percento").map(|grado| Dichiarazione {
            grado,
            da: riga.testo("dichiarato_da"),
        }),
        in_griglia: riga.righe("in_griglia"),
        ottenuti: riga.testo("risultati_ottenuti"),
        motivazione: riga.testo("motivazione"),
        nota: riga.testo("nota"),
        intermedia: scritta(verifica("intermedia", "intermedia")),
        finale: scritta(verifica("finale", "scostamento")),
        ..scheda.risultato.clone()
    }
}
