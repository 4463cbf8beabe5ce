//! An act that changes the plan: its folder, with the cards that it leaves behind, whole.

use super::Bozza;
use super::yaml::scalar;
use crate::model::{DataScritta, leggi_data};
use crate::schema::Modulo;
use crate::source::written::SchedaScritta;
use crate::source::{CicloFiles, ModificaFiles, Sources};

/// A card to be changed: its lines as they stand where it is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchedaInVigore {
    /// Its code.
    pub codice: String,
    /// Its lines, from its first key on, without the `cambio` of an act before.
    pub testo: String,
}

/// The cards of a plan as it is now: approved, with what the acts that have a number changed.
#[must_use]
pub fn in_vigore(ciclo: &CicloFiles, sources: &Sources) -> Vec<SchedaInVigore> {
    let mut schede: Vec<SchedaInVigore> = Vec::new();
    let togli = |schede: &mut Vec<SchedaInVigore>, codice: &str| {
        schede.retain(|altra| !altra.codice.eq_ignore_ascii_case(codice));
    };
    let mut atti: Vec<_> = ciclo
        .modifiche
        .iter()
        .filter_map(|atto| Some((giorno(atto)?, atto)))
        .collect();
    atti.sort_by_key(|(giorno, _)| *giorno);
    schede.extend(ciclo.schede.iter().filter_map(|s| intera(s, sources)));
    for (_, atto) in atti {
        for scritta in &atto.schede {
            let Some(scheda) = intera(scritta, sources) else {
                continue;
            };
            togli(&mut schede, &scheda.codice);
            let cambio = scritta.cambio.as_ref().map(|cambio| cambio.testo.as_str());
            if !cambio.is_some_and(|cambio| cambio.eq_ignore_ascii_case("eliminato")) {
                schede.push(scheda);
            }
        }
        let eliminati = atto.atto.iter().filter_map(|atto| atto.eliminati.as_ref());
        for codice in eliminati.flatten().filter_map(|e| e.obiettivo.as_ref()) {
            togli(&mut schede, &codice.testo);
        }
    }
    schede
}

/// The day of an act that has a number: one without changes nothing yet.
fn giorno(atto: &ModificaFiles) -> Option<chrono::NaiveDate> {
    let scritto = atto.atto.as_ref()?;
    scritto.numero.as_ref()?;
    match leggi_data(&scritto.data.as_ref()?.testo) {
        Ok(DataScritta::Completa(giorno)) => Some(giorno),
        _ => None,
    }
}

/// The lines of a card, set at the left margin: a file may hold several, as a list.
fn intera(scritta: &SchedaScritta, sources: &Sources) -> Option<SchedaInVigore> {
    let posto = &scritta.about.posto;
    let text = &sources.file(posto.file)?.text;
    let (_, colonna) = sources.line_and_column(posto);
    let rientro = colonna - 1;
    let dentro = |riga: &str| {
        let bianco = riga.len() - riga.trim_start_matches(' ').len();
        riga.trim().is_empty() || bianco >= rientro
    };
    let mut righe: Vec<String> = Vec::new();
    for riga in text.get(posto.span.start..)?.lines() {
        let prima = righe.is_empty();
        if !prima && !dentro(riga) {
            break;
        }
        let riga = if prima {
            riga
        } else {
            riga.get(rientro..).unwrap_or_default()
        };
        righe.push(riga.trim_end().to_owned());
    }
    Some(SchedaInVigore {
        codice: scritta.codice.as_ref()?.testo.clone(),
        testo: senza_cambio(&righe).join("\n"),
    })
}

/// Without the keys that say what an earlier act did, and the lines that belong to them.
fn senza_cambio(righe: &[String]) -> Vec<&str> {
    let mut fuori = false;
    let mut tenute = Vec::new();
    for riga in righe {
        if !riga.is_empty() && !riga.starts_with(' ') {
            fuori = riga.starts_with("cambio:") || riga.starts_with("motivo:");
        }
        if !fuori {
            tenute.push(riga.as_str());
        }
    }
    tenute
}

/// Which change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NuovaModifica<'a> {
    /// The folder of its ciclo, below the one that holds `content/`.
    pub cartella: &'a str,
    /// The year of its ciclo, as written.
    pub anno: &'a str,
    /// The name of its own.
    pub nome: &'a str,
    /// What it is about.
    pub oggetto: &'a str,
    /// The cards that it changes.
    pub modificate: &'a [SchedaInVigore],
    /// The codes of those that it takes out.
    pub eliminate: &'a [String],
}

/// The folder of an act, to be filled in.
#[must_use]
pub fn modifica(nuova: &NuovaModifica<'_>) -> Vec<Bozza> {
    let cartella = format!("{}/modifiche/{}", nuova.cartella, nuova.nome);
    let atto = Bozza::yaml(
        Modulo::Atto,
        format!("{cartella}/atto.yaml"),
        &dell_atto(nuova),
    );
    let schede = nuova.modificate.iter().map(|scheda| {
        let path = format!("{cartella}/{}.yaml", scheda.codice.to_lowercase());
        let testo = format!(
            "# La scheda come è adesso: cambiare ciò che l’atto cambia e lasciare il resto.\n{}\n\n# Perché cambia, in una frase: togliere il # e completare.\n# motivo: …\n",
            scheda.testo.trim_end()
        );
        Bozza::yaml(Modulo::Obiettivo, path, &testo)
    });
    [atto].into_iter().chain(schede).collect()
}

fn dell_atto(nuova: &NuovaModifica<'_>) -> String {
    let anno = &nuova.anno;
    let mut testo = format!(
        "# L’atto che cambia il piano. Finché manca il numero è una bozza, e il piano resta com’è.
organo: Giunta comunale
# numero: 100
# data: 30/09/{anno}
oggetto: {}

# Facoltative: togliere il # e completare.
# motivazione: Perché il piano cambia.
# pubblicata: 05/10/{anno}
# esecutiva: 15/10/{anno}
",
        scalar(nuova.oggetto)
    );
    if nuova.eliminate.is_empty() {
        return testo;
    }
    testo.push_str("\n# Le schede che l’atto toglie dal piano.\neliminati:\n");
    for codice in nuova.eliminate {
        testo.push_str("  - obiettivo: ");
        testo.push_str(codice);
        testo.push_str("\n    # motivo: …\n");
    }
    testo
}
