//! From the cards of `ciclo.json` back to the model.

use std::collections::BTreeMap;

use griglia::dati::schema::{
    AmbitoDati, IndicatoreDati, ObiettivoDati, RisultatoDati, ScostamentoDati, ValoreDati,
    ValutazioneDati, VerificaDati,
};
use griglia::model::{
    Ambito, Annualita, CategoriaIndicatore, ChiaveValore, Conta, Continuazione, Dichiarazione,
    Esito, EsitoIndicatore, Fase, Indicatore, Legami, MESI, Mesi, Obiettivo, Ottenuto, Percentuale,
    Persona, Peso, Quota, Risorse, Risultato, Scostamento, TipoObiettivo, Valore, ValoreScritto,
    Valori, Valutazione, Verifica, Verso, leggi_mesi,
};
use rust_decimal::Decimal;

use crate::modello::{anni, chi, codice, parola, segnalazioni};

pub(crate) fn mesi(mesi: &[String]) -> Option<Mesi> {
    let scritti: Vec<String> = mesi
        .iter()
        .map(|mese| {
            let (anno, mese) = mese.split_once('-').unwrap_or_default();
            let mese: usize = mese.parse().unwrap_or_default();
            format!("{} {anno}", MESI[mese - 1])
        })
        .collect();
    (!scritti.is_empty())
        .then(|| leggi_mesi(&scritti.join(","), 0).unwrap_or_else(|_| panic!("{scritti:?}")))
}

pub(crate) fn conta(conta: &str, peso: Option<Decimal>) -> Conta {
    match (conta, peso) {
        ("peso", Some(peso)) => {
            Conta::Peso(Peso::new(peso, peso).unwrap_or_else(|_| panic!("{peso}")))
        }
        ("condizione", None) => Conta::Condizione,
        ("senza peso", None) => Conta::SenzaPeso,
        altro => panic!("{altro:?}"),
    }
}

pub(crate) fn obiettivo(dati: &ObiettivoDati) -> Obiettivo {
    let (ambito, conta) = (ambito(&dati.ambito), conta(&dati.conta, dati.peso));
    let nuovo = Obiettivo::nuovo(codice(&dati.codice), &dati.titolo, ambito, conta);
    let tipi = dati.tipi.iter();
    let fasi = dati.fasi.iter().map(|fase| Fase {
        descrizione: fase.descrizione.clone(),
        mesi: mesi(&fase.mesi),
    });
    let personale = dati.personale.iter().map(|persona| Persona {
        categoria: persona.categoria.clone(),
        nome: persona.nome.clone(),
        partecipazione: persona.partecipazione_percento.map(Percentuale::new),
    });
    Obiettivo {
        alias: dati.alias.iter().map(|alias| codice(alias)).collect(),
        numero: dati.numero.clone(),
        annualita: dati.annualita.map(|annualita| {
            let letta = Annualita::new(annualita.corrente, annualita.totale);
            letta.unwrap_or_else(|_| panic!("{annualita:?}"))
        }),
        anni: dati.anni.map(anni),
        tipi: tipi
            .map(|tipo| parola(&TipoObiettivo::PAROLE, tipo))
            .collect(),
        responsabile: chi(dati.responsabile.as_ref()),
        legami: Legami {
            dup: dati.collegamento_dup.clone(),
            sotto: dati.sotto.clone(),
            parte_di: dati.parte_di.as_deref().map(codice),
            continua: dati.continua.as_ref().map(|continua| Continuazione {
                ciclo: continua.ciclo.as_deref().map(codice),
                codice: codice(&continua.obiettivo),
            }),
        },
        descrizione: dati.descrizione.clone(),
        fasi: fasi.collect(),
        risorse: Risorse {
            umane: dati.risorse.umane.clone(),
            strumentali: dati.risorse.strumentali.clone(),
            costi: dati.risorse.costi.clone(),
            attesi: dati.risorse.risultati_attesi.clone(),
            ottenuti: dati.risorse.risultati_ottenuti.clone(),
        },
        indicatori: dati.indicatori.iter().map(indicatore).collect(),
        personale: personale.collect(),
        segnalazioni: segnalazioni(&dati.segnalazioni),
        risultato: match &dati.risultato {
            Some(dati) => risultato(dati),
            None => nuovo.risultato.clone(),
        },
        ..nuovo
    }
}

fn ambito(dati: &AmbitoDati) -> Ambito {
    match dati {
        AmbitoDati::Struttura => Ambito::Struttura,
        AmbitoDati::Settore { settore, ufficio } => Ambito::Settore {
            settore: codice(settore),
            ufficio: ufficio.as_deref().map(codice),
        },
        AmbitoDati::Condiviso { quote } => {
            let quote = quote.iter().map(|quota| Quota {
                settore: codice(&quota.settore),
                responsabile: chi(quota.responsabile.as_ref()),
                parte: Percentuale::new(quota.parte_percento),
                dal: quota.dal,
                al: quota.al,
            });
            Ambito::Condiviso(quote.collect())
        }
    }
}

fn indicatore(dati: &IndicatoreDati) -> Indicatore {
    let categoria = dati.categoria.as_deref();
    let storico = dati.storico.iter();
    Indicatore {
        nome: dati.nome.clone(),
        categoria: categoria.map(|detta| parola(&CategoriaIndicatore::PAROLE, detta)),
        tempistica: dati.tempistica.clone(),
        mesi: mesi(&dati.mesi),
        conta: conta(&dati.conta, dati.peso),
        verso: parola(&Verso::PAROLE, &dati.meglio),
        base: dati.base.as_ref().map(valore),
        storico: storico
            .map(|dati| (dati.anno.unwrap_or_default(), valore(dati)))
            .collect(),
        atteso: valori(&dati.atteso),
        formula: dati.formula.clone(),
        fonte: dati.fonte.clone(),
        ottenuto: Ottenuto {
            valori: valori(&dati.raggiunto),
            esito: esito(dati.esito.as_deref(), dati.esito_percento),
            mesi: mesi(&dati.mesi_svolti),
            nota: dati.nota.clone(),
        },
    }
}

pub(crate) fn esito(esito: Option<&str>, quanto: Option<Decimal>) -> Option<EsitoIndicatore> {
    Some(match (esito?, quanto) {
        ("raggiunto", None) => EsitoIndicatore::Raggiunto,
        ("parziale", Some(quanto)) => EsitoIndicatore::Parziale(Percentuale::new(quanto)),
        ("non raggiunto", None) => EsitoIndicatore::NonRaggiunto,
        altro => panic!("{altro:?}"),
    })
}

/// Values, each with the year or settore that it is for, if any.
pub(crate) fn valori(dati: &[ValoreDati]) -> Valori {
    let chiave = |dati: &ValoreDati| match (dati.anno, &dati.settore) {
        (Some(anno), None) => Some(ChiaveValore::Anno(anno)),
        (None, Some(settore)) => Some(ChiaveValore::Settore(codice(settore))),
        (None, None) => None,
        altro => panic!("{altro:?}"),
    };
    match dati {
        [] => Valori::Assenti,
        [solo] if chiave(solo).is_none() => Valori::Unico(valore(solo)),
        dati => Valori::Per(
            dati.iter()
                .map(|dati| (chiave(dati).expect("a key each"), valore(dati)))
                .collect(),
        ),
    }
}

fn valore(dati: &ValoreDati) -> ValoreScritto {
    let valore = match (dati.tipo.as_str(), dati.numero, &dati.unita, dati.data) {
        ("percentuale", Some(punti), Some(_), None) => Valore::Percentuale(Percentuale::new(punti)),
        ("numero", Some(numero), None, None) => Valore::Numero(numero),
        ("quantità", Some(numero), Some(unita), None) => Valore::Quantita {
            numero,
            unita: unita.clone(),
        },
        ("data", None, None, Some(data)) => Valore::Data(data),
        ("testo", None, None, None) => Valore::Testo,
        altro => panic!("{altro:?}"),
    };
    ValoreScritto {
        scritto: dati.scritto.clone(),
        valore,
    }
}

pub(crate) fn valutazione(dati: &ValutazioneDati) -> Valutazione {
    match (dati.genere.as_str(), dati.grado_percento) {
        ("grado", Some(punti)) => Valutazione::Grado(Percentuale::new(punti)),
        ("punti", Some(_)) => Valutazione::Punti {
            ottenuti: dati.punti.expect("points"),
            massimo: dati.punti_massimi.expect("out of points"),
        },
        (detta, _) => parola(&Valutazione::PAROLE, detta),
    }
}

fn risultato(dati: &RisultatoDati) -> Risultato {
    let esito = match (&dati.valutazione, &dati.per_settore) {
        (unica, None) => Esito::Unico(unica.as_ref().map(valutazione)),
        (_, Some(per_settore)) => {
            let per_settore = per_settore.iter();
            let gradi = per_settore.map(|(settore, dati)| (codice(settore), valutazione(dati)));
            Esito::PerSettore(gradi.collect::<BTreeMap<_, _>>())
        }
    };
    Risultato {
        esito,
        dichiarato: dati.dichiarato.as_ref().map(|dichiarato| Dichiarazione {
            grado: Percentuale::new(dichiarato.grado_percento),
            da: dichiarato.da.clone(),
        }),
        in_griglia: dati.in_griglia.clone(),
        ottenuti: dati.risultati_ottenuti.clone(),
        motivazione: dati.motivazione.clone(),
        nota: dati.nota.clone(),
        intermedia: dati
            .verifica_intermedia
            .as_ref()
            .map(verifica)
            .map(Box::new),
        finale: dati.verifica_finale.as_ref().map(verifica).map(Box::new),
        segnalazioni: segnalazioni(&dati.segnalazioni),
    }
}

fn verifica(dati: &VerificaDati) -> Verifica {
    let scostamento = dati.scostamento.as_ref();
    Verifica {
        al: dati.al,
        valore_raggiunto: dati.valore_raggiunto_percento.map(Percentuale::new),
        rispetto_tempi: dati.rispetto_tempi_percento.map(Percentuale::new),
        scostamento: scostamento.map_or_else(Scostamento::default, |dati: &ScostamentoDati| {
            Scostamento {
                cause: dati.cause.clone(),
                cause_esterne: dati.cause_esterne.clone(),
                effetti: dati.effetti.clone(),
                intrapresi: dati.provvedimenti_intrapresi.clone(),
                da_attivare: dati.provvedimenti_da_attivare.clone(),
            }
        }),
    }
}
