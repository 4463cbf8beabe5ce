//! The words of the pages that ask for an explanation, and where each is explained.
//!
//! The explanations stand on the page *come leggere*, below the ente's own text where it has one. A
//! label that is one of these words leads there. This module owns what the words mean in general; what
//! an ente's own rules are, its page says.

use serde::Serialize;

use super::links::SitePath;
use super::stato::{Stato, StatoScritto};
use crate::parole::{Parole, Testo};

/// The page that explains.
pub(super) const PAGINA: &str = "come-leggere";

/// A word, the labels that it stands in, and what it means.
#[derive(Debug)]
pub(super) struct Termine {
    chiave: &'static str,
    parola: &'static str,
    etichette: &'static [&'static str],
    significato: &'static str,
}

/// An entry, ready for the template.
#[derive(Debug, Clone, Serialize)]
pub(super) struct VoceGlossario {
    id: String,
    parola: &'static str,
    significato: &'static str,
}

/// A state and what it means, ready for the template.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StatoSpiegato {
    stato: StatoScritto,
    significato: &'static str,
}

/// In alphabetical order.
static TERMINI: [Termine; 22] = [
    Termine {
        chiave: "atteso",
        parola: "Atteso (o previsto)",
        etichette: &["atteso", "previsto", "risultati attesi"],
        significato: "Il valore che l’ente vuole raggiungere: una quantità, una percentuale, una data.",
    },
    Termine {
        chiave: "cronoprogramma",
        parola: "Cronoprogramma",
        etichette: &["cronoprogramma"],
        significato: "Il calendario di un obiettivo: in quali mesi si lavora a ogni sua parte.",
    },
    Termine {
        chiave: "dup",
        parola: "DUP (Documento unico di programmazione)",
        etichette: &["dup", "collegamento con il dup"],
        significato: "Il documento con cui il Consiglio decide che cosa l’ente vuole fare nei prossimi anni: da lì vengono gli obiettivi.",
    },
    Termine {
        chiave: "fase",
        parola: "Fase di attuazione",
        etichette: &["fase", "fasi", "fasi di attuazione"],
        significato: "Uno dei passi con cui si arriva all’obiettivo.",
    },
    Termine {
        chiave: "grado",
        parola: "Grado di raggiungimento",
        etichette: &["grado", "grado di raggiungimento", "grado validato"],
        significato: "Quanto di un obiettivo è stato raggiunto, in percentuale, secondo chi lo valuta: 100% vuol dire del tutto, 0% per niente.",
    },
    Termine {
        chiave: "indicatore",
        parola: "Indicatore",
        etichette: &["indicatore", "indicatori"],
        significato: "Da che cosa si capisce se l’obiettivo è raggiunto: una quantità, una scadenza, un costo, la qualità di un servizio, un’attività da svolgere.",
    },
    Termine {
        chiave: "modifica",
        parola: "Modifica del piano",
        etichette: &["modifica"],
        significato: "Un atto che durante l’anno cambia gli obiettivi: ne riscrive alcuni, ne toglie o ne aggiunge.",
    },
    Termine {
        chiave: "nucleo",
        parola: "Nucleo di valutazione",
        etichette: &[
            "nucleo di valutazione",
            "organismo indipendente di valutazione",
        ],
        significato: "Chi controlla e conferma i risultati. In altri enti è l’Organismo indipendente di valutazione (OIV).",
    },
    Termine {
        chiave: "obiettivo",
        parola: "Obiettivo",
        etichette: &["obiettivo"],
        significato: "Che cosa l’ente si impegna a fare, con chi ne risponde e con che cosa si misura. Nei documenti ogni obiettivo ha una scheda.",
    },
    Termine {
        chiave: "struttura",
        parola: "Obiettivo di struttura",
        etichette: &["struttura", "obiettivo di struttura"],
        significato: "Un obiettivo che riguarda tutto l’ente e conta per ogni settore. Il grado può essere diverso da un settore all’altro.",
    },
    Termine {
        chiave: "peg",
        parola: "PEG (Piano esecutivo di gestione)",
        etichette: &["peg"],
        significato: "Il documento con cui la Giunta affida ai responsabili i soldi e gli obiettivi dell’anno.",
    },
    Termine {
        chiave: "peso",
        parola: "Peso",
        etichette: &["peso", "quanto conta"],
        significato: "Quanto un obiettivo conta nel risultato. Più è alto, più l’obiettivo conta rispetto agli altri.",
    },
    Termine {
        chiave: "piao",
        parola: "PIAO (Piano integrato di attività e organizzazione)",
        etichette: &["piao"],
        significato: "Il documento che riunisce i piani dell’ente, fra cui gli obiettivi dell’anno.",
    },
    Termine {
        chiave: "punti",
        parola: "Punti",
        etichette: &["punti", "punteggio"],
        significato: "Il peso di un obiettivo per il suo grado di raggiungimento: un obiettivo di peso 20 raggiunto al 50% dà 10 punti.",
    },
    Termine {
        chiave: "raggiunto",
        parola: "Raggiunto (o ottenuto)",
        etichette: &["raggiunto", "ottenuto", "risultati ottenuti"],
        significato: "Il valore a cui si è arrivati davvero, da confrontare con quello atteso.",
    },
    Termine {
        chiave: "relazione",
        parola: "Relazione sulla performance",
        etichette: &["relazione", "relazione sulla performance"],
        significato: "Il documento che, finito l’anno, dice che cosa è stato fatto degli obiettivi.",
    },
    Termine {
        chiave: "responsabile",
        parola: "Responsabile",
        etichette: &["responsabile"],
        significato: "La persona che risponde dell’obiettivo, di solito perché dirige il settore.",
    },
    Termine {
        chiave: "risultato",
        parola: "Risultato del settore",
        etichette: &["risultato del settore"],
        significato: "La media dei gradi di raggiungimento degli obiettivi del settore e di quelli di struttura, in cui ogni obiettivo conta secondo il suo peso: somma di peso × grado, divisa per la somma dei pesi.",
    },
    Termine {
        chiave: "scostamento",
        parola: "Scostamento",
        etichette: &["scostamento", "scostamenti"],
        significato: "La differenza fra quello che era atteso e quello che è stato raggiunto, con le cause e i rimedi.",
    },
    Termine {
        chiave: "settore",
        parola: "Settore",
        etichette: &["settore", "area", "direzione", "servizio"],
        significato: "Una parte dell’ente con un suo responsabile. Può avere dentro di sé più uffici.",
    },
    Termine {
        chiave: "tipo",
        parola: "Tipo di obiettivo",
        etichette: &["tipo"],
        significato: "Di mantenimento, se continua a garantire quello che c’è; di sviluppo o innovativo, se porta qualcosa di nuovo; strategico, se ha un’importanza particolare.",
    },
    Termine {
        chiave: "verifica",
        parola: "Verifica intermedia e finale",
        etichette: &["verifica intermedia", "verifica finale"],
        significato: "I due controlli di un obiettivo: uno durante l’anno, per rimediare in tempo, e uno alla fine.",
    },
];

/// Every word with its meaning.
pub(super) fn voci() -> Vec<VoceGlossario> {
    let voci = TERMINI.iter().map(|termine| VoceGlossario {
        id: id(termine),
        parola: termine.parola,
        significato: termine.significato,
    });
    voci.collect()
}

/// Every state with its meaning.
pub(super) fn stati() -> Vec<StatoSpiegato> {
    let stati = Stato::TUTTI.iter().map(|stato| StatoSpiegato {
        stato: StatoScritto::di_stato(*stato),
        significato: significato(*stato),
    });
    stati.collect()
}

impl Termine {
    /// Names it in addresses.
    pub(super) const fn chiave(&self) -> &'static str {
        self.chiave
    }

    /// The word itself.
    pub(super) const fn parola(&self) -> &'static str {
        self.parola
    }

    /// Where it is explained.
    pub(super) fn pagina(&self) -> SitePath {
        SitePath::file(&format!("{PAGINA}/index.html#{}", id(self)))
    }
}

/// The word of a key.
pub(super) fn di_chiave(chiave: &str) -> Option<&'static Termine> {
    TERMINI.iter().find(|termine| termine.chiave == chiave)
}

/// The word that a label is: as the interface calls it in its language, or in Italian.
pub(super) fn di_etichetta(etichetta: &str, parole: &Parole) -> Option<&'static Termine> {
    let di_lingua = delle_parole(parole)
        .into_iter()
        .find(|(_, parola)| parola.as_str() == etichetta);
    if let Some((chiave, _)) = di_lingua {
        return di_chiave(chiave);
    }
    let etichetta = etichetta.to_lowercase();
    TERMINI
        .iter()
        .find(|termine| termine.etichette.contains(&etichetta.as_str()))
}

/// The word that the heading of a section of the card is about, whatever the ente's form calls it.
pub(super) fn di_sezione(chiave: &str) -> Option<&'static Termine> {
    di_chiave(match chiave {
        "indicatori" => "indicatore",
        "fasi" => "fase",
        "cronoprogramma" => "cronoprogramma",
        "verifiche" => "verifica",
        _ => return None,
    })
}

/// What the words are called in the language of the interface.
fn delle_parole(parole: &Parole) -> [(&'static str, &Testo); 14] {
    let (comune, scheda) = (&parole.comune, &parole.scheda);
    [
        ("settore", &comune.settore),
        ("responsabile", &comune.responsabile),
        ("tipo", &comune.tipo),
        ("peso", &comune.peso),
        ("grado", &comune.grado),
        ("grado", &scheda.grado_di_raggiungimento),
        ("dup", &scheda.dup),
        ("indicatore", &scheda.indicatore),
        ("atteso", &scheda.atteso),
        ("atteso", &scheda.previsto),
        ("raggiunto", &scheda.raggiunto),
        ("raggiunto", &scheda.ottenuto),
        ("scostamento", &scheda.scostamento),
        ("verifica", &scheda.verifica_finale),
    ]
}

/// No heading of the ente's own text is called so.
fn id(termine: &Termine) -> String {
    format!("glossario-{}", termine.chiave)
}

const fn significato(stato: Stato) -> &'static str {
    match stato {
        Stato::Raggiunto => "fatto del tutto: il grado di raggiungimento è 100%.",
        Stato::InParte => "fatto in parte: il grado è fra 0% e 100%.",
        Stato::NonRaggiunto => "non fatto: il grado è 0%.",
        Stato::Rinviato => "spostato a un altro anno: non ha parte nel risultato.",
        Stato::NonValutabile => "non si può valutare: non ha parte nel risultato.",
        Stato::NonValutato => {
            "negli atti non c’è un grado. Non vuol dire zero: l’obiettivo resta fuori dal calcolo."
        }
        Stato::FuoriRelazione => "la relazione sui risultati non riferisce su questo obiettivo.",
        Stato::Eliminato => "tolto dal piano con un atto durante l’anno.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order_and_each_label_has_one_meaning() {
        let parole: Vec<String> = TERMINI.iter().map(|t| t.parola.to_lowercase()).collect();
        assert!(parole.is_sorted());
        let mut etichette: Vec<&str> = TERMINI.iter().flat_map(|t| t.etichette).copied().collect();
        let quante = etichette.len();
        etichette.sort_unstable();
        etichette.dedup();
        assert_eq!(etichette.len(), quante);
    }
}
