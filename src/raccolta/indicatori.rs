//! The sheet of the indicators: a row for each, or for each year or settore that has a value of its own.

use super::modulo::{Campo, Cella, Colonna, Foglio, Scritti, Suo, Tipo, Uso};
use super::obiettivi::{chiave, suo};
use super::yaml::{self, Passo};
use crate::lingua::italiano;
use crate::model::{
    Ambito, ChiaveValore, Ciclo, Codice, Indicatore, Obiettivo, Settore, Valore, ValoreScritto,
    Valori,
};
use crate::source::node::NodeKind;

/// Which columns some indicators ask for, and others do not.
struct Colonne {
    per: bool,
    mesi: bool,
}

pub(super) fn foglio(ciclo: &Ciclo, settore: Option<&Settore>, scritti: &Scritti) -> Foglio {
    let mut righe = Vec::new();
    for obiettivo in ciclo.obiettivi.iter().filter(|o| e_suo(o, settore)) {
        let suo = suo(obiettivo, ciclo, scritti);
        for (numero, indicatore) in obiettivo.indicatori.iter().enumerate() {
            righe.extend(dell_indicatore(
                obiettivo, numero, indicatore, settore, &suo, ciclo,
            ));
        }
    }
    let serve = Colonne {
        per: righe.iter().any(|riga| riga.per.is_some()),
        mesi: righe.iter().any(|riga| riga.mesi.is_some()),
    };
    Foglio {
        nome: "Indicatori",
        colonne: colonne(&serve),
        righe: righe.into_iter().map(|riga| riga.celle(&serve)).collect(),
    }
}

/// Whether its indicators may be a settore's to tell: of one of the whole ente, those with a value for it.
fn e_suo(obiettivo: &Obiettivo, settore: Option<&Settore>) -> bool {
    match settore {
        Some(settore) => obiettivo.riguarda(settore),
        None => obiettivo.ambito == Ambito::Struttura,
    }
}

fn colonne(serve: &Colonne) -> Vec<Colonna> {
    let colonna = |titolo: &str, larghezza, uso| Colonna {
        titolo: titolo.to_owned(),
        larghezza,
        uso,
    };
    let mut colonne = vec![
        colonna("Obiettivo", 12, Uso::Chiave),
        colonna("N.", 6, Uso::Chiave),
    ];
    if serve.per {
        colonne.push(colonna("Anno o settore", 16, Uso::Chiave));
    }
    colonne.extend([
        colonna("Indicatore", 48, Uso::Nome),
        colonna("Atteso", 22, Uso::Detto),
        colonna("Raggiunto", 22, Uso::Compilare),
        colonna("Esito", 18, Uso::Compilare),
        colonna("Quanto, se in parte", 14, Uso::Compilare),
    ]);
    if serve.mesi {
        colonne.push(colonna("Mesi svolti", 22, Uso::Compilare));
    }
    colonne.push(colonna("Nota", 40, Uso::Compilare));
    colonne
}

/// A row before it is known which columns there are.
struct Riga {
    prima: [String; 2],
    per: Option<String>,
    nome: String,
    atteso: String,
    raggiunto: Cella,
    esito: Cella,
    quanto: Cella,
    mesi: Option<Cella>,
    nota: Cella,
}

impl Riga {
    fn celle(self, serve: &Colonne) -> Vec<Cella> {
        let mut celle: Vec<Cella> = self.prima.map(Cella::Scritta).into();
        if serve.per {
            celle.push(Cella::Scritta(self.per.unwrap_or_default()));
        }
        celle.extend([
            Cella::Scritta(self.nome),
            Cella::Scritta(self.atteso),
            self.raggiunto,
            self.esito,
            self.quanto,
        ]);
        if serve.mesi {
            celle.push(self.mesi.unwrap_or(Cella::Chiusa));
        }
        celle.push(self.nota);
        celle
    }
}

fn dell_indicatore(
    obiettivo: &Obiettivo,
    numero: usize,
    indicatore: &Indicatore,
    settore: Option<&Settore>,
    suo: &Suo<'_>,
    ciclo: &Ciclo,
) -> Vec<Riga> {
    let omonimi = obiettivo.indicatori.iter().take(numero);
    let fino_a_lui = [
        chiave("indicatori"),
        Passo::Voce {
            chiave: "nome",
            valore: indicatore.nome.clone(),
            quale: omonimi
                .filter(|altro| altro.nome == indicatore.nome)
                .count(),
            commento: None,
        },
    ];
    let sotto = |chiavi: &[&str]| -> Vec<Passo> {
        let chiavi = chiavi.iter().map(|nome| chiave(*nome));
        fino_a_lui.iter().cloned().chain(chiavi).collect()
    };
    let raggiunto = if suo
        .scritto
        .is_some_and(|s| yaml::trova(s, &sotto(&["ottenuto"])).is_some())
    {
        "ottenuto"
    } else {
        "raggiunto"
    };
    let scritto = suo
        .scritto
        .and_then(|s| yaml::trova(s, &sotto(&[raggiunto])));
    let mut righe = Vec::new();
    for (per, atteso) in valori(indicatore, scritto.map(|nodo| &nodo.kind), ciclo) {
        let di_struttura = obiettivo.ambito == Ambito::Struttura;
        match (settore, &per) {
            (Some(settore), Some(ChiaveValore::Settore(suo))) if *suo != settore.codice => continue,
            (Some(_), None | Some(ChiaveValore::Anno(_))) if di_struttura => continue,
            _ => {}
        }
        let parola = per.as_ref().map(|per| match per {
            ChiaveValore::Anno(anno) => anno.to_string(),
            ChiaveValore::Settore(codice) => codice.to_string(),
        });
        let valore = atteso.map_or(Valore::Testo, |atteso| atteso.valore.clone());
        let tipo = Tipo::Raggiunto(valore);
        // A value alone, where years have one each, is of the last year.
        let da_solo = matches!(scritto.map(|nodo| &nodo.kind), Some(NodeKind::Scalar(_)));
        let chiavi = match &parola {
            Some(_) if da_solo && !e_l_ultimo(per.as_ref(), obiettivo, ciclo) => Vec::new(),
            Some(parola) if !da_solo => vec![raggiunto, parola.as_str()],
            _ => vec![raggiunto],
        };
        let raggiunto = if chiavi.is_empty() {
            Cella::Chiusa
        } else {
            match (suo.campo(sotto(&chiavi), tipo), &per) {
                (Cella::Aperta(campo), Some(ChiaveValore::Anno(anno))) => Cella::Aperta(Campo {
                    anno: *anno,
                    ..campo
                }),
                (cella, _) => cella,
            }
        };
        let prima = righe.is_empty() && !(di_struttura && settore.is_some());
        let altro = |chiave: &str, tipo| {
            if prima {
                suo.campo(sotto(&[chiave]), tipo)
            } else {
                Cella::Chiusa
            }
        };
        righe.push(Riga {
            prima: [obiettivo.codice.to_string(), (numero + 1).to_string()],
            per: parola,
            nome: indicatore.nome.clone(),
            atteso: in_parole(atteso, indicatore, obiettivo, ciclo),
            raggiunto,
            esito: altro("esito", Tipo::Esito),
            quanto: altro("percentuale", Tipo::Quanto),
            mesi: indicatore.mesi.as_ref().map(|_| altro("mesi", Tipo::Mesi)),
            nota: altro("nota", Tipo::Testo),
        });
    }
    righe
}

/// What is asked of an indicator: one value, or one for each year or settore.
fn valori<'a>(
    indicatore: &'a Indicatore,
    scritto: Option<&NodeKind>,
    ciclo: &Ciclo,
) -> Vec<(Option<ChiaveValore>, Option<&'a ValoreScritto>)> {
    match (&indicatore.atteso, scritto) {
        (Valori::Per(valori), _) => valori
            .iter()
            .map(|(chiave, atteso)| (Some(chiave.clone()), Some(atteso)))
            .collect(),
        (atteso, Some(NodeKind::Mapping(voci))) => voci
            .iter()
            .filter_map(|(chiave, _)| {
                let anno = chiave.text.parse().ok().map(ChiaveValore::Anno);
                let settore = Codice::leggi(&chiave.text).ok();
                let settore = settore.filter(|codice| ciclo.settore(codice).is_some());
                let chiave = anno.or(settore.map(ChiaveValore::Settore))?;
                Some((Some(chiave), atteso.unico()))
            })
            .collect(),
        (atteso, _) => vec![(None, atteso.unico())],
    }
}

fn e_l_ultimo(per: Option<&ChiaveValore>, obiettivo: &Obiettivo, ciclo: &Ciclo) -> bool {
    let anni = obiettivo.anni.unwrap_or(ciclo.anni);
    per == Some(&ChiaveValore::Anno(anni.al()))
}

fn in_parole(
    atteso: Option<&ValoreScritto>,
    indicatore: &Indicatore,
    obiettivo: &Obiettivo,
    ciclo: &Ciclo,
) -> String {
    let anno = obiettivo.anni.unwrap_or(ciclo.anni).dal();
    match (atteso, &indicatore.mesi) {
        (Some(atteso), _) => atteso.scritto.clone(),
        (None, Some(mesi)) => italiano::mesi(mesi, anno),
        (None, None) => indicatore.tempistica.clone().unwrap_or_default(),
    }
}
