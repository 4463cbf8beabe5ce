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
        testi: |p| Testi {
            parola: &p.glossario.atteso,
            significato: &p.glossario.atteso_significato,
            etichette: &p.glossario.atteso_etichette,
        },
    },
    Termine {
        chiave: "cronoprogramma",
        testi: |p| Testi {
            parola: &p.glossario.cronoprogramma,
            significato: &p.glossario.cronoprogramma_significato,
            etichette: &p.glossario.cronoprogramma_etichette,
        },
    },
    Termine {
        chiave: "dup",
        testi: |p| Testi {
            parola: &p.glossario.dup,
            significato: &p.glossario.dup_significato,
            etichette: &p.glossario.dup_etichette,
        },
    },
    Termine {
        chiave: "fase",
        testi: |p| Testi {
            parola: &p.glossario.fase,
            significato: &p.glossario.fase_significato,
            etichette: &p.glossario.fase_etichette,
        },
    },
    Termine {
        chiave: "grado",
        testi: |p| Testi {
            parola: &p.glossario.grado,
            significato: &p.glossario.grado_significato,
            etichette: &p.glossario.grado_etichette,
        },
    },
    Termine {
        chiave: "indicatore",
        testi: |p| Testi {
            parola: &p.glossario.indicatore,
            significato: &p.glossario.indicatore_significato,
            etichette: &p.glossario.indicatore_etichette,
        },
    },
    Termine {
        chiave: "modifica",
        testi: |p| Testi {
            parola: &p.glossario.modifica,
            significato: &p.glossario.modifica_significato,
            etichette: &p.glossario.modifica_etichette,
        },
    },
    Termine {
        chiave: "nucleo",
        testi: |p| Testi {
            parola: &p.glossario.nucleo,
            significato: &p.glossario.nucleo_significato,
            etichette: &p.glossario.nucleo_etichette,
        },
    },
    Termine {
        chiave: "obiettivo",
        testi: |p| Testi {
            parola: &p.glossario.obiettivo,
            significato: &p.glossario.obiettivo_significato,
            etichette: &p.glossario.obiettivo_etichette,
        },
    },
    Termine {
        chiave: "struttura",
        testi: |p| Testi {
            parola: &p.glossario.struttura,
            significato: &p.glossario.struttura_significato,
            etichette: &p.glossario.struttura_etichette,
        },
    },
    Termine {
        chiave: "peg",
        testi: |p| Testi {
            parola: &p.glossario.peg,
            significato: &p.glossario.peg_significato,
            etichette: &p.glossario.peg_etichette,
        },
    },
    Termine {
        chiave: "peso",
        testi: |p| Testi {
            parola: &p.glossario.peso,
            significato: &p.glossario.peso_significato,
            etichette: &p.glossario.peso_etichette,
        },
    },
    Termine {
        chiave: "piao",
        testi: |p| Testi {
            parola: &p.glossario.piao,
            significato: &p.glossario.piao_significato,
            etichette: &p.glossario.piao_etichette,
        },
    },
    Termine {
        chiave: "punti",
        testi: |p| Testi {
            parola: &p.glossario.punti,
            significato: &p.glossario.punti_significato,
            etichette: &p.glossario.punti_etichette,
        },
    },
    Termine {
        chiave: "raggiunto",
        testi: |p| Testi {
            parola: &p.glossario.raggiunto,
            significato: &p.glossario.raggiunto_significato,
            etichette: &p.glossario.raggiunto_etichette,
        },
    },
    Termine {
        chiave: "relazione",
        testi: |p| Testi {
            parola: &p.glossario.relazione,
            significato: &p.glossario.relazione_significato,
            etichette: &p.glossario.relazione_etichette,
        },
    },
    Termine {
        chiave: "responsabile",
        testi: |p| Testi {
            parola: &p.glossario.responsabile,
            significato: &p.glossario.responsabile_significato,
            etichette: &p.glossario.responsabile_etichette,
        },
    },
    Termine {
        chiave: "risultato",
        testi: |p| Testi {
            parola: &p.glossario.risultato,
            significato: &p.glossario.risultato_significato,
            etichette: &p.glossario.risultato_etichette,
        },
    },
    Termine {
        chiave: "scostamento",
        testi: |p| Testi {
            parola: &p.glossario.scostamento,
            significato: &p.glossario.scostamento_significato,
            etichette: &p.glossario.scostamento_etichette,
        },
    },
    Termine {
        chiave: "settore",
        testi: |p| Testi {
            parola: &p.glossario.settore,
            significato: &p.glossario.settore_significato,
            etichette: &p.glossario.settore_etichette,
        },
    },
    Termine {
        chiave: "tipo",
        testi: |p| Testi {
            parola: &p.glossario.tipo,
            significato: &p.glossario.tipo_significato,
            etichette: &p.glossario.tipo_etichette,
        },
    },
    Termine {
        chiave: "verifica",
        testi: |p| Testi {
            parola: &p.glossario.verifica,
            significato: &p.glossario.verifica_significato,
            etichette: &p.glossario.verifica_etichette,
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
