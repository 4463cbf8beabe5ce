//! From `ciclo.json` back to the model: if it is the same ciclo, nothing was lost on the way.

use griglia::dati::schema::{
    AnniDati, AttoDati, CambioDati, CicloDati, ModificaDati, NodoDati, ObiettivoDati, RegoleDati,
    SegnalazioneDati, SettoreDati,
};
use griglia::model::{
    AmbitoPesi, Anni, Atto, Cambio, Ciclo, Codice, Componente, Effetto, Estensione, Fascia, Firma,
    Fonte, Immagini, LegameStruttura, Modifica, Nodo, Numerazione, Obiettivo, Percentuale, Pesi,
    Presenza, RegolaPesi, Regole, Relazione, Rendiconto, Responsabile, RuoloAtto, RuoloFirma,
    Seduta, Segnalazione, Settore, Testo, TipoUnita, Ufficio, Vicenda, leggi_anni,
};

use crate::scheda::{obiettivo, valutazione};

/// The ciclo, but for the form of the cards, which is not in the data.
pub(crate) fn ciclo(dati: &CicloDati) -> Ciclo {
    let modifiche: Vec<Modifica> = dati.modifiche.iter().map(modifica).collect();
    Ciclo {
        alias: dati.alias.iter().map(|alias| codice(alias)).collect(),
        triennio: dati.triennio.map(anni),
        // The usual name is no name of its own.
        nome_struttura: Some(dati.nome_struttura.clone())
            .filter(|nome| nome != "Obiettivi di struttura"),
        estensione: match dati.estensione.as_str() {
            "intero" => Estensione::Intero,
            _ => Estensione::Parziale,
        },
        regole: regole(&dati.regole),
        programmazione: dati.programmazione.iter().map(nodo).collect(),
        atti: dati.atti.iter().map(atto).collect(),
        settori: dati.settori.iter().map(settore).collect(),
        obiettivi: dati.obiettivi.iter().map(obiettivo).collect(),
        superati: superati(dati, &modifiche),
        modifiche,
        relazione: dati.relazione.as_ref().map(|relazione| Relazione {
            luogo: relazione.luogo.clone(),
            data: relazione.data,
            capitoli: relazione
                .capitoli
                .iter()
                .map(|capitolo| Testo {
                    file: capitolo.file.clone(),
                    markdown: capitolo.markdown.clone(),
                    immagini: Immagini::new(),
                })
                .collect(),
        }),
        aggiornato: dati.aggiornato,
        fonti: dati
            .fonti
            .iter()
            .map(|fonte| Fonte {
                percorso: fonte.percorso.clone(),
                sha256: fonte.sha256.clone(),
            })
            .collect(),
        ..Ciclo::nuovo(codice(&dati.codice), anni(dati.anni))
    }
}

/// The plan as first approved, card by card; where no act changes it, that is the plan in force.
pub(crate) fn piano_originario(dati: &CicloDati) -> Vec<Obiettivo> {
    if let Some(schede) = &dati.piano_originario {
        return schede.iter().map(obiettivo).collect();
    }
    let in_vigore = dati.obiettivi.iter().map(obiettivo);
    in_vigore.map(|scheda| scheda.senza_risultati()).collect()
}

/// The cards of the plan as first approved that an adopted act touched.
fn superati(dati: &CicloDati, modifiche: &[Modifica]) -> Vec<Obiettivo> {
    let adottate = modifiche.iter().filter(|m| m.atto.data().is_some());
    let toccati: Vec<&Codice> = adottate
        .flat_map(|modifica| &modifica.cambi)
        .map(|cambio| &cambio.scheda().codice)
        .collect();
    let mut piano = piano_originario(dati);
    piano.retain(|scheda| toccati.contains(&&scheda.codice));
    piano
}

pub(crate) fn codice(testo: &str) -> Codice {
    Codice::leggi(testo).unwrap_or_else(|_| panic!("{testo} is a code"))
}

/// What a word of a vocabulary stands for.
pub(crate) fn parola<T: Copy>(parole: &[(&str, T)], parola: &str) -> T {
    let mut parole = parole.iter();
    let sua = parole.find(|(altra, _)| *altra == parola);
    sua.unwrap_or_else(|| panic!("{parola} is a word")).1
}

pub(crate) fn anni(anni: AnniDati) -> Anni {
    leggi_anni(&format!("{}-{}", anni.dal, anni.al)).unwrap_or_else(|_| panic!("{anni:?}"))
}

pub(crate) fn chi(nome: Option<&String>) -> Option<Responsabile> {
    nome.cloned().map(Responsabile)
}

pub(crate) fn segnalazioni(segnalazioni: &[SegnalazioneDati]) -> Vec<Segnalazione> {
    let segnalazioni = segnalazioni.iter();
    segnalazioni
        .map(|segnalazione| Segnalazione {
            come_approvato: segnalazione.come_approvato.clone(),
            motivazione: segnalazione.motivazione.clone(),
        })
        .collect()
}

fn regole(dati: &RegoleDati) -> Regole {
    let fasce = dati.fasce.iter();
    Regole {
        pesi: Pesi {
            ambito: parola(&AmbitoPesi::PAROLE, &dati.ambito_pesi),
            totale: dati.totale_pesi,
            regola: parola(&RegolaPesi::PAROLE, &dati.regola_pesi),
        },
        fasce: fasce
            .map(|fascia| Fascia {
                nome: fascia.nome.clone(),
                da: Percentuale::new(fascia.da_percento),
                vale: fascia.vale_percento.map(Percentuale::new),
            })
            .collect(),
        grado_massimo: Percentuale::new(dati.grado_massimo_percento),
        validatore: dati.validatore.clone(),
    }
}

fn nodo(dati: &NodoDati) -> Nodo {
    Nodo {
        codice: dati.codice.clone(),
        livello: dati.livello.clone(),
        titolo: dati.titolo.clone(),
        sotto: dati.sotto.clone(),
        risultato: dati.valutazione.as_ref().map(valutazione),
        nota: dati.nota.clone(),
    }
}

fn atto(dati: &AttoDati) -> Atto {
    Atto {
        ruolo: parola(&RuoloAtto::PAROLE, &dati.ruolo),
        organo: dati.organo.clone(),
        sigla: dati.sigla.clone(),
        numerazione: match (&dati.numero, dati.data) {
            (Some(numero), Some(data)) => Numerazione::Adottato {
                numero: numero.clone(),
                data,
            },
            _ => Numerazione::DaAdottare,
        },
        oggetto: dati.oggetto.clone(),
        firme: dati
            .firme
            .iter()
            .map(|firma| Firma {
                ruolo: RuoloFirma::leggi(firma.ruolo.clone()),
                nome: firma.nome.clone(),
            })
            .collect(),
    }
}

fn settore(dati: &SettoreDati) -> Settore {
    let uffici = dati.uffici.iter().map(|ufficio| Ufficio {
        codice: codice(&ufficio.codice),
        nome: ufficio.nome.clone(),
        responsabile: chi(ufficio.responsabile.as_ref()),
    });
    let vicende = dati.vicende.iter().map(|vicenda| Vicenda {
        dal: vicenda.dal,
        nome: vicenda.nome.clone(),
        responsabile: chi(vicenda.responsabile.as_ref()),
        confluisce_in: vicenda.confluisce_in.as_deref().map(codice),
        nota: vicenda.nota.clone(),
    });
    Settore {
        codice: codice(&dati.codice),
        nome: dati.nome.clone(),
        nome_breve: dati.nome_breve.clone(),
        tipo: parola(&TipoUnita::PAROLE, &dati.tipo),
        ente: dati.ente.clone(),
        responsabile: chi(dati.responsabile.as_ref()),
        struttura: if dati.partecipa_alla_struttura {
            LegameStruttura::Partecipa
        } else {
            LegameStruttura::Autonomo
        },
        rendiconto: if dati.compreso_nella_relazione {
            Rendiconto::Compreso
        } else {
            Rendiconto::Escluso
        },
        uffici: uffici.collect(),
        vicende: vicende.collect(),
        segnalazioni: segnalazioni(&dati.segnalazioni),
    }
}

fn modifica(dati: &ModificaDati) -> Modifica {
    let seduta = &dati.seduta;
    let componenti = seduta.componenti.iter().map(|componente| Componente {
        nome: componente.nome.clone(),
        carica: componente.carica.clone(),
        presenza: if componente.presente {
            Presenza::Presente
        } else {
            Presenza::Assente
        },
    });
    Modifica {
        codice: codice(&dati.codice),
        atto: atto(&dati.atto),
        seduta: Seduta {
            ora: seduta.ora.clone(),
            pubblicata: seduta.pubblicata,
            esecutiva: seduta.esecutiva,
            richiami: seduta.richiami.clone(),
            componenti: componenti.collect(),
            presidente: seduta.presidente.clone(),
            segretario: seduta.segretario.clone(),
        },
        motivazione: dati.motivazione.clone(),
        ricostruita: dati.ricostruita.clone(),
        cambi: dati.cambi.iter().map(cambio).collect(),
    }
}

fn cambio(dati: &CambioDati) -> Cambio {
    let scheda =
        |dati: &Option<Box<ObiettivoDati>>| dati.as_deref().map(|dati| Box::new(obiettivo(dati)));
    let (prima, dopo) = (scheda(&dati.prima), scheda(&dati.dopo));
    let effetto = match (dati.cambio.as_str(), prima, dopo) {
        ("modificato", prima, Some(dopo)) => Effetto::Modificato { prima, dopo },
        ("eliminato", Some(prima), None) => Effetto::Eliminato(prima),
        ("inserito", None, Some(dopo)) => Effetto::Inserito(dopo),
        altro => panic!("{altro:?}"),
    };
    let motivo = dati.motivo.clone();
    Cambio { effetto, motivo }
}
