//! How much each objective counts in the result of a settore, as bars from the heaviest.

use rust_decimal::Decimal;
use serde::Serialize;

use super::barra::Barra;
use super::links::{Href, SitePath};
use super::stato::StatoScritto;
use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{Ciclo, Percentuale};
use crate::parole::Parole;
use crate::score::RisultatoSettore;

/// The weights of a settore's objectives.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Pesi {
    frase: String,
    voci: Vec<VocePeso>,
}

#[derive(Debug, Clone, Serialize)]
struct VocePeso {
    titolo: String,
    href: Href,
    /// *Peso 25 su 100*.
    parole: String,
    barra: Option<Barra>,
    /// How it went, where results are known.
    stato: Option<StatoScritto>,
}

impl Pesi {
    /// Of a settore; none where its objectives have no weights, or there is only one.
    pub(super) fn di(
        risultato: &RisultatoSettore<'_>,
        ciclo: &Ciclo,
        path: &SitePath,
        parole: &Parole,
    ) -> Option<Self> {
        let settore = risultato.settore;
        let mut voci: Vec<_> = risultato
            .voci
            .iter()
            .filter_map(|voce| Some((voce, voce.obiettivo.peso_per(settore)?)))
            .collect();
        voci.sort_by(|(_, uno), (_, altro)| altro.cmp(uno));
        let [(primo, massimo), _, ..] = voci.as_slice() else {
            return None;
        };
        let (primo, massimo) = (titolo(primo.obiettivo, parole), *massimo);
        let somma: Decimal = voci.iter().map(|(_, peso)| *peso).sum();
        let alla_pari = voci.iter().filter(|(_, peso)| *peso == massimo).count();
        let valutato = ciclo.ha_valutazioni() && risultato.e_rendicontato();
        let detti = &parole.pesi;
        let su = lingua::numero(somma, parole);
        let peso = lingua::numero(massimo, parole);
        let posti = [("peso", peso.as_str()), ("somma", su.as_str())];
        let [quanto, in_tutto] = posti;
        let frase = if alla_pari == voci.len() {
            detti.tutti_uguali.con(&posti)
        } else if alla_pari == 1 {
            let posti = [quanto, in_tutto, ("titolo", primo.as_str())];
            detti.uno_di_piu.con(&posti)
        } else {
            let n = alla_pari.to_string();
            detti.alcuni_di_piu.con(&[quanto, in_tutto, ("n", &n)])
        };
        let voci = voci.into_iter().map(|(voce, peso)| {
            let pagina = SitePath::obiettivo(&ciclo.codice, voce.obiettivo.codice.as_str());
            let detto = detti
                .peso_su
                .con(&[("peso", &lingua::numero(peso, parole)), ("somma", &su)]);
            let lungo = (peso * Decimal::ONE_HUNDRED).checked_div(massimo);
            let barra = Barra::di(String::new(), lungo.map(Percentuale::new), parole);
            VocePeso {
                titolo: titolo(voce.obiettivo, parole),
                href: path.to(&pagina),
                barra,
                parole: detto,
                stato: valutato.then(|| StatoScritto::di_valutazione(voce.valutazione, parole)),
            }
        });
        Some(Self {
            frase,
            voci: voci.collect(),
        })
    }
}
