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

/// A word that is explained.
#[derive(Debug)]
pub(super) struct Termine {
    chiave: &'static str,
    testi: fn(&Parole) -> Testi<'_>,
}

/// What a language says of a word.
struct Testi<'a> {
    parola: &'a str,
    significato: &'a str,
    /// The labels that it stands in, in small letters, with commas between them.
    etichette: &'a str,
}

impl Testi<'_> {
    fn hanno(&self, etichetta: &str) -> bool {
        self.etichette.split(',').any(|sua| sua.trim() == etichetta)
    }
}

/// An entry, ready for the template.
#[derive(Debug, Clone, Serialize)]
pub(super) struct VoceGlossario {
    id: String,
    parola: String,
    significato: String,
}

/// A state and what it means, ready for the template.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StatoSpiegato {
    stato: StatoScritto,
    significato: String,
}

/// The words, in alphabetical order of Italian.
static TERMINI: [Termine; 22] = [
    Termine {
        chiave: "atteso",
        testi: |parole| Testi {
            parola: &parole.glossario.atteso,
            significato: &parole.glossario.atteso_significato,
            etichette: &parole.glossario.atteso_etichette,
        },
    },
    Termine {
        chiave: "cronoprogramma",
        testi: |parole| Testi {
            parola: &parole.glossario.cronoprogramma,
            significato: &parole.glossario.cronoprogramma_significato,
            etichette: &parole.glossario.cronoprogramma_etichette,
        },
    },
    Termine {
        chiave: "dup",
        testi: |parole| Testi {
            parola: &parole.glossario.dup,
            significato: &parole.glossario.dup_significato,
            etichette: &parole.glossario.dup_etichette,
        },
    },
    Termine {
        chiave: "fase",
        testi: |parole| Testi {
            parola: &parole.glossario.fase,
            significato: &parole.glossario.fase_significato,
            etichette: &parole.glossario.fase_etichette,
        },
    },
    Termine {
        chiave: "grado",
        testi: |parole| Testi {
            parola: &parole.glossario.grado,
            significato: &parole.glossario.grado_significato,
            etichette: &parole.glossario.grado_etichette,
        },
    },
    Termine {
        chiave: "indicatore",
        testi: |parole| Testi {
            parola: &parole.glossario.indicatore,
            significato: &parole.glossario.indicatore_significato,
            etichette: &parole.glossario.indicatore_etichette,
        },
    },
    Termine {
        chiave: "modifica",
        testi: |parole| Testi {
            parola: &parole.glossario.modifica,
            significato: &parole.glossario.modifica_significato,
            etichette: &parole.glossario.modifica_etichette,
        },
    },
    Termine {
        chiave: "nucleo",
        testi: |parole| Testi {
            parola: &parole.glossario.nucleo,
            significato: &parole.glossario.nucleo_significato,
            etichette: &parole.glossario.nucleo_etichette,
        },
    },
    Termine {
        chiave: "obiettivo",
        testi: |parole| Testi {
            parola: &parole.glossario.obiettivo,
            significato: &parole.glossario.obiettivo_significato,
            etichette: &parole.glossario.obiettivo_etichette,
        },
    },
    Termine {
        chiave: "struttura",
        testi: |parole| Testi {
            parola: &parole.glossario.struttura,
            significato: &parole.glossario.struttura_significato,
            etichette: &parole.glossario.struttura_etichette,
        },
    },
    Termine {
        chiave: "peg",
        testi: |parole| Testi {
            parola: &parole.glossario.peg,
            significato: &parole.glossario.peg_significato,
            etichette: &parole.glossario.peg_etichette,
        },
    },
    Termine {
        chiave: "peso",
        testi: |parole| Testi {
            parola: &parole.glossario.peso,
            significato: &parole.glossario.peso_significato,
            etichette: &parole.glossario.peso_etichette,
        },
    },
    Termine {
        chiave: "piao",
        testi: |parole| Testi {
            parola: &parole.glossario.piao,
            significato: &parole.glossario.piao_significato,
            etichette: &parole.glossario.piao_etichette,
        },
    },
    Termine {
        chiave: "punti",
        testi: |parole| Testi {
            parola: &parole.glossario.punti,
            significato: &parole.glossario.punti_significato,
            etichette: &parole.glossario.punti_etichette,
        },
    },
    Termine {
        chiave: "raggiunto",
        testi: |parole| Testi {
            parola: &parole.glossario.raggiunto,
            significato: &parole.glossario.raggiunto_significato,
            etichette: &parole.glossario.raggiunto_etichette,
        },
    },
    Termine {
        chiave: "relazione",
        testi: |parole| Testi {
            parola: &parole.glossario.relazione,
            significato: &parole.glossario.relazione_significato,
            etichette: &parole.glossario.relazione_etichette,
        },
    },
    Termine {
        chiave: "responsabile",
        testi: |parole| Testi {
            parola: &parole.glossario.responsabile,
            significato: &parole.glossario.responsabile_significato,
            etichette: &parole.glossario.responsabile_etichette,
        },
    },
    Termine {
        chiave: "risultato",
        testi: |parole| Testi {
            parola: &parole.glossario.risultato,
            significato: &parole.glossario.risultato_significato,
            etichette: &parole.glossario.risultato_etichette,
        },
    },
    Termine {
        chiave: "scostamento",
        testi: |parole| Testi {
            parola: &parole.glossario.scostamento,
            significato: &parole.glossario.scostamento_significato,
            etichette: &parole.glossario.scostamento_etichette,
        },
    },
    Termine {
        chiave: "settore",
        testi: |parole| Testi {
            parola: &parole.glossario.settore,
            significato: &parole.glossario.settore_significato,
            etichette: &parole.glossario.settore_etichette,
        },
    },
    Termine {
        chiave: "tipo",
        testi: |parole| Testi {
            parola: &parole.glossario.tipo,
            significato: &parole.glossario.tipo_significato,
            etichette: &parole.glossario.tipo_etichette,
        },
    },
    Termine {
        chiave: "verifica",
        testi: |parole| Testi {
            parola: &parole.glossario.verifica,
            significato: &parole.glossario.verifica_significato,
            etichette: &parole.glossario.verifica_etichette,
        },
    },
];

/// Every word with its meaning.
pub(super) fn voci(parole: &Parole) -> Vec<VoceGlossario> {
    let voci = TERMINI.iter().map(|termine| {
        let testi = (termine.testi)(parole);
        VoceGlossario {
            id: id(termine),
            parola: testi.parola.to_owned(),
            significato: testi.significato.to_owned(),
        }
    });
    let mut voci: Vec<VoceGlossario> = voci.collect();
    voci.sort_by_cached_key(|voce| voce.parola.to_lowercase());
    voci
}

/// Every state with its meaning.
pub(super) fn stati(parole: &Parole) -> Vec<StatoSpiegato> {
    let stati = Stato::TUTTI.iter().map(|stato| StatoSpiegato {
        stato: StatoScritto::di_stato(*stato, parole),
        significato: significato(*stato, parole).to_owned(),
    });
    stati.collect()
}

impl Termine {
    /// Names it in addresses.
    pub(super) const fn chiave(&self) -> &'static str {
        self.chiave
    }

    /// The word itself.
    pub(super) fn parola<'a>(&self, parole: &'a Parole) -> &'a str {
        (self.testi)(parole).parola
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

/// The word that a label is: as the interface calls it, or as a form of cards may call it.
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
        .find(|termine| (termine.testi)(parole).hanno(&etichetta))
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

fn significato(stato: Stato, parole: &Parole) -> &str {
    let glossario = &parole.glossario;
    match stato {
        Stato::Raggiunto => &glossario.stato_raggiunto,
        Stato::InParte => &glossario.stato_in_parte,
        Stato::NonRaggiunto => &glossario.stato_non_raggiunto,
        Stato::Rinviato => &glossario.stato_rinviato,
        Stato::NonValutabile => &glossario.stato_non_valutabile,
        Stato::NonValutato => &glossario.stato_non_valutato,
        Stato::FuoriRelazione => &glossario.stato_fuori_relazione,
        Stato::Eliminato => &glossario.stato_eliminato,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order_and_each_label_has_one_meaning() {
        let italiano = crate::parole::italiano();
        let parole: Vec<String> = voci(&italiano).into_iter().map(|v| v.id).collect();
        let scritte: Vec<String> = TERMINI.iter().map(id).collect();
        assert_eq!(parole, scritte);
        let etichette = TERMINI.iter().map(|t| (t.testi)(&italiano).etichette);
        let mut etichette: Vec<&str> = etichette.flat_map(|e| e.split(", ")).collect();
        let quante = etichette.len();
        etichette.sort_unstable();
        etichette.dedup();
        assert_eq!(etichette.len(), quante);
    }
}
