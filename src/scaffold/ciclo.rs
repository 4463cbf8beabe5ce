//! Next year's ciclo, from this year's settori and from the objectives that go on.

use std::fmt::Write as _;

use super::Bozza;
use super::yaml::scalar;
use crate::lingua::italiano;
use crate::model::{
    Ambito, Annualita, Ciclo, Codice, LegameStruttura, Obiettivo, Settore, TipoUnita,
};
use crate::schema::Modulo;

/// What the next ciclo starts from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prossimo {
    /// Its files.
    pub bozze: Vec<Bozza>,
    /// The objectives that go on, by code: their cards are for people to write, with what changes.
    pub continuano: Vec<Codice>,
}

/// The ciclo after one, in a folder of the ente.
#[must_use]
pub fn prossimo(ciclo: &Ciclo, ente: &str) -> Prossimo {
    let anno = ciclo.anni.al() + 1;
    let mut testo = format!(
        "anno: {anno}
# Da togliere quando ci sono tutte le schede: fino ad allora i pesi non devono sommare a 100.
piano_completo: no

# L’atto che approva il piano. Finché manca il numero, i PDF portano la scritta BOZZA.
atti:
  - ruolo: piano
    organo: Giunta comunale
    # numero: 21
    # data: 28/02/{anno}

# Dal {}: correggere ciò che è cambiato.
settori:
",
        ciclo.codice
    );
    for settore in &ciclo.settori {
        del_settore(&mut testo, settore);
    }
    let cartella = format!("{ente}/{anno}");
    let mut bozze = vec![Bozza::yaml(
        Modulo::Ciclo,
        format!("{cartella}/ciclo.yaml"),
        &testo,
    )];
    let mut continuano = Vec::new();
    for obiettivo in &ciclo.obiettivi {
        let prossima = obiettivo
            .annualita
            .and_then(|ora| Annualita::new(ora.corrente().saturating_add(1), ora.totale()).ok());
        if let Some(prossima) = prossima {
            continuano.push(obiettivo.codice.clone());
            bozze.extend(continua(obiettivo, prossima, ciclo, &cartella));
        }
    }
    Prossimo { bozze, continuano }
}

fn del_settore(testo: &mut String, settore: &Settore) {
    let _ = write!(
        testo,
        "  - codice: {}\n    nome: {}\n",
        settore.codice,
        scalar(&settore.nome)
    );
    let tipo = match settore.tipo {
        TipoUnita::Settore => None,
        TipoUnita::Area => Some("area"),
        TipoUnita::Direzione => Some("direzione"),
        TipoUnita::Servizio => Some("servizio"),
        TipoUnita::Ufficio => Some("ufficio"),
        TipoUnita::Altro => Some("altro"),
    };
    if let Some(tipo) = tipo {
        let _ = writeln!(testo, "    tipo: {tipo}");
    }
    if let Some(responsabile) = &settore.responsabile {
        let _ = writeln!(testo, "    responsabile: {}", scalar(&responsabile.0));
    }
    if settore.struttura == LegameStruttura::Autonomo {
        testo.push_str("    struttura: no\n");
    }
    if !settore.uffici.is_empty() {
        testo.push_str("    uffici:\n");
    }
    for ufficio in &settore.uffici {
        let _ = write!(
            testo,
            "      - codice: {}\n        nome: {}\n",
            ufficio.codice,
            scalar(&ufficio.nome)
        );
    }
}

/// The card of the next year of an objective.
///
/// `None` for one of several settori: who has which share is for people to say again.
fn continua(
    obiettivo: &Obiettivo,
    anno: Annualita,
    ciclo: &Ciclo,
    cartella: &str,
) -> Option<Bozza> {
    let settore = match &obiettivo.ambito {
        Ambito::Struttura => "struttura",
        Ambito::Settore { settore, .. } => settore.as_str(),
        Ambito::Condiviso(_) => return None,
    };
    let mut testo = format!("codice: {}\n", obiettivo.codice);
    if let Some(numero) = &obiettivo.numero {
        let _ = writeln!(testo, "numero: {numero}");
    }
    let _ = write!(
        testo,
        "titolo: {}\nannualita: {} di {}\nsettore: {settore}\ncontinua: {}/{}\n",
        scalar(&obiettivo.titolo),
        anno.corrente(),
        anno.totale(),
        ciclo.codice,
        obiettivo.codice
    );
    if let Some(peso) = obiettivo.conta.peso() {
        let _ = writeln!(testo, "peso: {}", italiano::numero(peso));
    }
    if let Some(descrizione) = &obiettivo.descrizione {
        testo.push_str("descrizione: |\n");
        for riga in descrizione.lines() {
            let _ = writeln!(testo, "  {riga}");
        }
    }
    let _ = write!(
        testo,
        "# Gli impegni del nuovo anno:\nindicatori:\n  - categoria: tempo\n    nome: Conclusione\n    atteso: 31/12/{}\n",
        ciclo.anni.al() + 1
    );
    let file = obiettivo.codice.as_str().to_lowercase();
    let path = format!("{cartella}/obiettivi/{settore}/{file}.yaml");
    Some(Bozza::yaml(Modulo::Obiettivo, path, &testo))
}
