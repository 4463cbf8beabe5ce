//! Years beside each other: how many objectives were reached, what a settore's result was, and how
//! much more or less than before. Always in words; icons and bars repeat them.

use rust_decimal::Decimal;
use serde::Serialize;

use super::barra::{Barra, RisultatoScritto};
use super::links::{Href, SitePath};
use super::riepilogo::Riepilogo;
use crate::lingua;
use crate::model::{Ciclo, Ente, Percentuale, Settore};
use crate::parole::Parole;
use crate::score;

/// A difference between two results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct VariazioneScritta {
    icona: &'static str,
    parole: String,
}

/// The years that are told about, when there are two or more.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Andamento {
    frase: String,
    anni: Vec<AnnoDiAndamento>,
}

#[derive(Debug, Clone, Serialize)]
struct AnnoDiAndamento {
    anno: String,
    href: Href,
    /// *19 su 25*.
    conto: String,
    cifra: String,
    barra: Option<Barra>,
    variazione: Option<VariazioneScritta>,
}

/// A settore in another year.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AnnoDelSettore {
    anno: String,
    /// None for this very page.
    href: Option<Href>,
    /// What it was called then, where it had another name.
    nome: Option<String>,
    risultato: RisultatoScritto,
    variazione: Option<VariazioneScritta>,
}

impl VariazioneScritta {
    /// From one result to a later one.
    pub(super) fn fra(prima: Percentuale, dopo: Percentuale, parole: &Parole) -> Self {
        let detto = &parole.andamento;
        let quanto = score::variazione(prima, dopo);
        match punti(quanto, parole) {
            None => Self {
                icona: "it-minus",
                parole: detto.uguale.to_string(),
            },
            Some(punti) if quanto.is_sign_positive() => Self {
                icona: "it-arrow-up",
                parole: detto.salito.con(&[("punti", &punti)]),
            },
            Some(punti) => Self {
                icona: "it-arrow-down",
                parole: detto.sceso.con(&[("punti", &punti)]),
            },
        }
    }
}

/// *3,5 punti*; nothing where the figure would be printed as zero.
fn punti(quanto: Decimal, parole: &Parole) -> Option<String> {
    let cifra = lingua::numero(quanto.abs(), parole);
    let detti = match cifra.as_str() {
        "0" => return None,
        "1" => &parole.andamento.punto,
        _ => &parole.andamento.punti,
    };
    Some(detti.con(&[("n", &cifra)]))
}

/// How many objectives were reached, out of those with a judgement: the headline of a year.
pub(super) fn titolo(riepilogo: &Riepilogo, parole: &Parole) -> Option<String> {
    let (raggiunti, valutati) = riepilogo.raggiunti_su_valutati();
    let quota = score::quota(raggiunti, valutati)?;
    let detto = &parole.andamento;
    let detto = lingua::uno_o_molti(raggiunti, &detto.raggiunto, &detto.raggiunti);
    Some(detto.con(&[
        ("n", &raggiunti.to_string()),
        ("valutati", &valutati.to_string()),
        ("quota", &lingua::percentuale(quota, parole)),
    ]))
}

impl Andamento {
    /// Of an ente, as its first page tells it.
    pub(super) fn di(ente: &Ente, path: &SitePath, parole: &Parole) -> Option<Self> {
        let chiusi: Vec<(&Ciclo, usize, usize, Percentuale)> = score::cicli_chiusi(ente)
            .into_iter()
            .filter_map(|ciclo| {
                let (raggiunti, valutati) = Riepilogo::di(ciclo, parole).raggiunti_su_valutati();
                let quota = score::quota(raggiunti, valutati)?;
                Some((ciclo, raggiunti, valutati, quota))
            })
            .collect();
        let [.., penultimo, ultimo] = chiusi.as_slice() else {
            return None;
        };
        let prima = std::iter::once(None).chain(chiusi.iter().map(|anno| Some(anno.3)));
        let anni = chiusi.iter().zip(prima);
        Some(Self {
            frase: frase(penultimo, ultimo, parole),
            anni: anni
                .map(
                    |((ciclo, raggiunti, valutati, quota), prima)| AnnoDiAndamento {
                        anno: ciclo.anni.to_string(),
                        href: path.to(&SitePath::anno(&ciclo.codice)),
                        conto: parole.andamento.conto.con(&[
                            ("raggiunti", &raggiunti.to_string()),
                            ("valutati", &valutati.to_string()),
                        ]),
                        cifra: lingua::percentuale(*quota, parole),
                        barra: Barra::di(
                            parole
                                .andamento
                                .raggiunti_nell_anno
                                .con(&[("anni", &ciclo.anni.to_string())]),
                            Some(*quota),
                            parole,
                        ),
                        variazione: prima
                            .map(|prima| VariazioneScritta::fra(prima, *quota, parole)),
                    },
                )
                .collect(),
        })
    }
}

fn frase(
    (prima, .., quota_prima): &(&Ciclo, usize, usize, Percentuale),
    (dopo, raggiunti, valutati, quota): &(&Ciclo, usize, usize, Percentuale),
    parole: &Parole,
) -> String {
    let detto = &parole.andamento;
    let quanto = score::variazione(*quota_prima, *quota);
    let di_prima = prima.anni.to_string();
    let confronto = match punti(quanto, parole) {
        None => detto.come_prima.con(&[("anni", &di_prima)]),
        Some(punti) if quanto.is_sign_positive() => {
            detto.in_piu.con(&[("punti", &punti), ("anni", &di_prima)])
        }
        Some(punti) => detto.in_meno.con(&[("punti", &punti), ("anni", &di_prima)]),
    };
    let frase = lingua::uno_o_molti(*raggiunti, &detto.frase_uno, &detto.frase_molti);
    frase.con(&[
        ("anni", &dopo.anni.to_string()),
        ("n", &raggiunti.to_string()),
        ("valutati", &valutati.to_string()),
        ("quota", &lingua::percentuale(*quota, parole)),
        ("confronto", &confronto),
    ])
}

/// The same settore in every year that is told about, from the first; empty where there is no other.
pub(super) fn del_settore(
    ente: &Ente,
    ciclo: &Ciclo,
    settore: &Settore,
    (path, parole): (&SitePath, &Parole),
) -> Vec<AnnoDelSettore> {
    let mut anni = Vec::new();
    let mut prima: Option<Percentuale> = None;
    for altro in score::cicli_chiusi(ente) {
        let Some(suo) = altro.settore(&settore.codice) else {
            continue;
        };
        let risultato = score::risultato(altro, suo);
        let Some(valore) = risultato
            .totale
            .valore()
            .filter(|_| risultato.e_rendicontato())
        else {
            continue;
        };
        let etichetta = super::barra::del_settore_nell_anno(suo, altro.anni, parole);
        let pagina = SitePath::settore(&altro.codice, suo.codice.as_str());
        anni.push(AnnoDelSettore {
            anno: altro.anni.to_string(),
            href: (altro.codice != ciclo.codice).then(|| path.to(&pagina)),
            nome: (suo.nome != settore.nome).then(|| suo.nome.clone()),
            risultato: RisultatoScritto::di_totale(etichetta, risultato.totale, parole),
            variazione: prima.map(|prima| VariazioneScritta::fra(prima, valore, parole)),
        });
        prima = Some(valore);
    }
    // One that is this very page says nothing new.
    if anni.iter().all(|anno| anno.href.is_none()) {
        anni.clear();
    }
    anni
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_printed_as_equal_is_equal() {
        let detto = |prima, dopo| {
            let punti = |centesimi| Percentuale::new(Decimal::new(centesimi, 3));
            VariazioneScritta::fra(punti(prima), punti(dopo), &crate::parole::italiano()).parole
        };
        assert_eq!(detto(83_000, 86_500), "salito di 3,5 punti");
        assert_eq!(detto(83_000, 82_000), "sceso di 1 punto");
        assert_eq!(detto(83_000, 83_001), "uguale");
    }
}
