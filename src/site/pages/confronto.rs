//! Two years side by side: what each settore reached, which objectives went on, which are new, which
//! ended.

use serde::Serialize;

use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{Ciclo, Obiettivo, Percentuale, Settore};
use crate::parole::{Parole, Testo};
use crate::publish::OutputFile;
use crate::score::{self, RisultatoSettore};
use crate::site::andamento::{self, VariazioneScritta};
use crate::site::barra::{RisultatoScritto, del_settore_nell_anno};
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::links::{Href, SitePath};
use crate::site::riepilogo::Riepilogo;
use crate::site::stato::StatoScritto;
use crate::site::{SiteError, Sito, aggiornamento, page};

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    prima: AnnoConfrontato,
    dopo: AnnoConfrontato,
    settori: Vec<SettoreConfrontato>,
    continuati: Vec<Continuato>,
    nuovi: Vec<Solo>,
    conclusi: Vec<Solo>,
}

/// One of the two years.
#[derive(Serialize)]
struct AnnoConfrontato {
    anno: String,
    href: Href,
    titolo: Option<String>,
    riepilogo: Riepilogo,
}

#[derive(Serialize)]
struct SettoreConfrontato {
    nome: String,
    /// Its result in each year; none where there is none.
    prima: Option<Risultato>,
    dopo: Option<Risultato>,
    variazione: Option<VariazioneScritta>,
    /// Why there is no difference.
    nota: Option<String>,
}

#[derive(Serialize)]
struct Risultato {
    href: Href,
    risultato: RisultatoScritto,
}

/// An objective of both years.
#[derive(Serialize)]
struct Continuato {
    titolo: String,
    /// Its title in the first year, where it was another.
    titolo_prima: Option<String>,
    chi: String,
    prima: StatoConfrontato,
    dopo: StatoConfrontato,
}

#[derive(Serialize)]
struct StatoConfrontato {
    href: Href,
    stato: StatoScritto,
}

/// An objective of one year only.
#[derive(Serialize)]
struct Solo {
    titolo: String,
    href: Href,
    chi: String,
    stato: StatoScritto,
}

/// The list of pairs.
#[derive(Serialize)]
struct Elenco {
    cornice: Cornice,
    coppie: Vec<Coppia>,
}

#[derive(Serialize)]
struct Coppia {
    voce: Voce,
    frase: String,
}

/// Consecutive years that are told about, from the most recent pair.
pub(in crate::site) fn coppie<'a>(sito: &Sito<'a>) -> Vec<(&'a Ciclo, &'a Ciclo)> {
    let chiusi = score::cicli_chiusi(sito.ente);
    let dopo = chiusi.iter().skip(1);
    let coppie = chiusi.iter().zip(dopo).map(|(prima, dopo)| (*prima, *dopo));
    let mut coppie: Vec<_> = coppie.collect();
    coppie.reverse();
    coppie
}

/// Links to the pairs that a year is part of; to all of them without one.
pub(super) fn voci(sito: &Sito<'_>, ciclo: Option<&Ciclo>, path: &SitePath) -> Vec<Voce> {
    let sue = coppie(sito).into_iter().filter(|(prima, dopo)| {
        ciclo.is_none_or(|ciclo| [&prima.codice, &dopo.codice].contains(&&ciclo.codice))
    });
    sue.map(|(prima, dopo)| {
        let pagina = SitePath::confronto(&prima.codice, &dopo.codice);
        Voce::link(nome(prima, dopo, sito.parole), path.to(&pagina))
    })
    .collect()
}

fn nome(prima: &Ciclo, dopo: &Ciclo, parole: &Parole) -> String {
    due_anni(&parole.confronto.titolo, prima, dopo)
}

/// Words with both years in their places.
fn due_anni(detto: &Testo, prima: &Ciclo, dopo: &Ciclo) -> String {
    detto.con(&[
        ("prima", &prima.anni.to_string()),
        ("dopo", &dopo.anni.to_string()),
    ])
}

/// The list of pairs; none where there is no pair.
pub(in crate::site) fn render_elenco(sito: &Sito<'_>) -> Result<Option<OutputFile>, SiteError> {
    let coppie = coppie(sito);
    if coppie.is_empty() {
        return Ok(None);
    }
    let path = SitePath::confronti();
    let detti = &sito.parole.confronto;
    let testata = Testata {
        path: &path,
        titolo: detti.anni_a_confronto.to_string(),
        descrizione: detti.descrizione.con(&[("ente", &sito.ente.denominazione)]),
        sopra: Vec::new(),
        nome: Some(detti.anni_a_confronto.to_string()),
        aggiornamento: sito.aggiornamento(),
        avviso: None,
    };
    let elenco = Elenco {
        cornice: Cornice::new(sito, testata),
        coppie: coppie
            .into_iter()
            .map(|(prima, dopo)| {
                let pagina = SitePath::confronto(&prima.codice, &dopo.codice);
                Coppia {
                    voce: Voce::link(nome(prima, dopo, sito.parole), path.to(&pagina)),
                    frase: frase(prima, dopo, sito.parole),
                }
            })
            .collect(),
    };
    page(sito.theme, &path, "confronti.html", &elenco).map(Some)
}

/// The page of a pair.
pub(in crate::site) fn render(
    sito: &Sito<'_>,
    prima: &Ciclo,
    dopo: &Ciclo,
) -> Result<OutputFile, SiteError> {
    let path = SitePath::confronto(&prima.codice, &dopo.codice);
    let testata = Testata {
        path: &path,
        titolo: nome(prima, dopo, sito.parole),
        descrizione: frase(prima, dopo, sito.parole),
        sopra: vec![Voce::link(
            sito.parole.confronto.anni_a_confronto.as_str(),
            path.to(&SitePath::confronti()),
        )],
        nome: Some(due_anni(&sito.parole.confronto.due_anni, prima, dopo)),
        aggiornamento: aggiornamento(prima).max(aggiornamento(dopo)),
        avviso: None,
    };
    let confronto = Confronto {
        sito,
        prima,
        dopo,
        path: &path,
    };
    let modello = Modello {
        cornice: Cornice::new(sito, testata),
        prima: confronto.anno(prima),
        dopo: confronto.anno(dopo),
        settori: confronto.settori(),
        continuati: confronto.continuati(),
        nuovi: confronto.soli(dopo, prima),
        conclusi: confronto.soli(prima, dopo),
    };
    page(sito.theme, &path, "confronto.html", &modello)
}

fn frase(prima: &Ciclo, dopo: &Ciclo, parole: &Parole) -> String {
    let detto = |ciclo: &Ciclo| {
        let riepilogo = Riepilogo::di(ciclo, parole);
        andamento::titolo(&riepilogo, parole)
            .map(|titolo| format!("{}: {titolo}.", lingua::anni(ciclo.anni, parole)))
    };
    let detti: Vec<String> = [prima, dopo].into_iter().filter_map(detto).collect();
    if detti.is_empty() {
        due_anni(&parole.confronto.frase, prima, dopo)
    } else {
        detti.join(" ")
    }
}

/// Two years, as seen from their page.
struct Confronto<'a> {
    sito: &'a Sito<'a>,
    prima: &'a Ciclo,
    dopo: &'a Ciclo,
    path: &'a SitePath,
}

impl Confronto<'_> {
    fn anno(&self, ciclo: &Ciclo) -> AnnoConfrontato {
        let riepilogo = Riepilogo::di(ciclo, self.sito.parole);
        AnnoConfrontato {
            anno: ciclo.anni.to_string(),
            href: self.path.to(&SitePath::anno(&ciclo.codice)),
            titolo: andamento::titolo(&riepilogo, self.sito.parole),
            riepilogo,
        }
    }

    /// Those of the later year in its order, then those that are only in the earlier one.
    fn settori(&self) -> Vec<SettoreConfrontato> {
        let (prima, dopo) = (self.prima, self.dopo);
        let suoi = dopo
            .settori
            .iter()
            .map(|settore| (prima.settore(&settore.codice), Some(settore)));
        let passati = prima.settori.iter();
        let passati = passati
            .filter(|settore| dopo.settore(&settore.codice).is_none())
            .map(|settore| (Some(settore), None));
        suoi.chain(passati)
            .filter_map(|(uno, altro)| self.settore(uno, altro))
            .collect()
    }

    fn settore(
        &self,
        uno: Option<&Settore>,
        altro: Option<&Settore>,
    ) -> Option<SettoreConfrontato> {
        let risultato = |ciclo, settore: Option<&Settore>| self.risultato(ciclo, settore?);
        let (prima, dopo) = (risultato(self.prima, uno), risultato(self.dopo, altro));
        let nome = altro.or(uno)?.nome_distinto();
        let valori = (
            prima.as_ref().map(|(_, valore)| *valore),
            dopo.as_ref().map(|(_, valore)| *valore),
        );
        let detti = &self.sito.parole.confronto;
        let nota = match (valori, uno, altro) {
            ((None, None), ..) => return None,
            ((Some(_), Some(_)), ..) => None,
            (_, None, _) => Some((&detti.non_c_era, self.prima)),
            (_, _, None) => Some((&detti.non_c_e_piu, self.dopo)),
            ((None, _), ..) => Some((&detti.senza_risultato, self.prima)),
            ((_, None), ..) => Some((&detti.senza_risultato, self.dopo)),
        };
        Some(SettoreConfrontato {
            nome,
            variazione: match valori {
                (Some(prima), Some(dopo)) => {
                    Some(VariazioneScritta::fra(prima, dopo, self.sito.parole))
                }
                _ => None,
            },
            prima: prima.map(|(scritto, _)| scritto),
            dopo: dopo.map(|(scritto, _)| scritto),
            nota: nota.map(|(detto, ciclo)| detto.con(&[("anni", &ciclo.anni.to_string())])),
        })
    }

    fn risultato(&self, ciclo: &Ciclo, settore: &Settore) -> Option<(Risultato, Percentuale)> {
        let risultato = score::risultato(ciclo, settore);
        let valore = risultato
            .totale
            .valore()
            .filter(|_| risultato.e_rendicontato())?;
        Some((self.scritto(ciclo, &risultato), valore))
    }

    fn scritto(&self, ciclo: &Ciclo, risultato: &RisultatoSettore<'_>) -> Risultato {
        let settore = risultato.settore;
        let etichetta = del_settore_nell_anno(settore, ciclo.anni, self.sito.parole);
        let pagina = SitePath::settore(&ciclo.codice, settore.codice.as_str());
        Risultato {
            href: self.path.to(&pagina),
            risultato: RisultatoScritto::di_totale(etichetta, risultato.totale, self.sito.parole),
        }
    }

    /// The card of the same story in another year, the latest of several.
    fn nell_altro<'c>(
        &self,
        ciclo: &Ciclo,
        obiettivo: &Obiettivo,
        altro: &'c Ciclo,
    ) -> Option<&'c Obiettivo> {
        let storia = self.sito.storie.della(&ciclo.codice, &obiettivo.codice);
        let sue = storia.iter().rev();
        let mut sue = sue.filter(|tappa| tappa.ciclo.codice == altro.codice);
        sue.find_map(|tappa| {
            let codice = &tappa.obiettivo.codice;
            altro
                .obiettivi
                .iter()
                .find(|scheda| scheda.codice == *codice)
        })
    }

    fn continuati(&self) -> Vec<Continuato> {
        let dopo = self.dopo.obiettivi.iter();
        dopo.filter_map(|obiettivo| {
            let prima = self.nell_altro(self.dopo, obiettivo, self.prima)?;
            Some(Continuato {
                titolo: titolo(obiettivo, self.sito.parole),
                titolo_prima: (prima.titolo != obiettivo.titolo)
                    .then(|| titolo(prima, self.sito.parole)),
                chi: chi(obiettivo, self.dopo, self.sito.parole),
                prima: self.stato(prima, self.prima),
                dopo: self.stato(obiettivo, self.dopo),
            })
        })
        .collect()
    }

    /// The objectives of one year that are not in the other.
    fn soli(&self, ciclo: &Ciclo, altro: &Ciclo) -> Vec<Solo> {
        let obiettivi = ciclo.obiettivi.iter();
        obiettivi
            .filter(|obiettivo| self.nell_altro(ciclo, obiettivo, altro).is_none())
            .map(|obiettivo| {
                let StatoConfrontato { href, stato } = self.stato(obiettivo, ciclo);
                Solo {
                    titolo: titolo(obiettivo, self.sito.parole),
                    chi: chi(obiettivo, ciclo, self.sito.parole),
                    href,
                    stato,
                }
            })
            .collect()
    }

    fn stato(&self, obiettivo: &Obiettivo, ciclo: &Ciclo) -> StatoConfrontato {
        let pagina = SitePath::obiettivo(&ciclo.codice, obiettivo.codice.as_str());
        StatoConfrontato {
            href: self.path.to(&pagina),
            stato: StatoScritto::di(obiettivo, ciclo, self.sito.parole),
        }
    }
}

/// Whose it is.
fn chi(obiettivo: &Obiettivo, ciclo: &Ciclo, parole: &Parole) -> String {
    let settore = ciclo.settore_di(obiettivo);
    settore.map_or_else(
        || lingua::nome_struttura(ciclo, parole).to_owned(),
        |settore| settore.nome_breve.clone(),
    )
}
