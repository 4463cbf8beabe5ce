//! The checks during and at the end of the year, side by side.

use super::sezioni::{colonna, riga};
use super::{Corpo, GenereCella, Modulo, Riga, Tabella};
use crate::lingua;
use crate::model::{Percentuale, Scostamento, Verifica};
use crate::parole::Parole;
use crate::score::{self, Medie, Misura};

/// A check as the card shows it.
struct Colonna<'a> {
    nome: &'a str,
    verifica: Option<&'a Verifica>,
    /// What the indicators say, where it is the last check.
    medie: Medie,
}

type Voce = fn(&Scostamento) -> Option<&String>;

/// What is said of something behind the plan.
fn voci(parole: &Parole) -> [(&str, Voce); 5] {
    [
        (&parole.scheda.cause, |s| s.cause.as_ref()),
        (&parole.scheda.cause_esterne, |s| s.cause_esterne.as_ref()),
        (&parole.scheda.effetti, |s| s.effetti.as_ref()),
        (&parole.scheda.intrapresi, |s| s.intrapresi.as_ref()),
        (&parole.scheda.da_attivare, |s| s.da_attivare.as_ref()),
    ]
}

impl Modulo<'_> {
    /// A mean that the card does not state is computed at the end.
    pub(super) fn verifiche(&self) -> Option<Corpo> {
        if !self.mostra_risultati() {
            return None;
        }
        let risultato = &self.obiettivo.risultato;
        let medie = score::medie(self.obiettivo);
        let misurata = medie.valore.is_some() || medie.tempi.is_some();
        let nessuna = Medie {
            valore: None,
            tempi: None,
        };
        let intermedia = risultato.intermedia.as_deref().map(|verifica| Colonna {
            nome: &self.parole.scheda.verifica_intermedia,
            verifica: Some(verifica),
            medie: nessuna,
        });
        let finale = risultato.finale.as_deref();
        let finale = (misurata || finale.is_some()).then_some(Colonna {
            nome: &self.parole.scheda.verifica_finale,
            verifica: finale,
            medie,
        });
        let colonne: Vec<Colonna<'_>> = intermedia.into_iter().chain(finale).collect();
        (!colonne.is_empty()).then(|| Corpo::Tabella(tabella(&colonne, self.parole)))
    }
}

fn tabella(colonne: &[Colonna<'_>], parole: &Parole) -> Tabella {
    let teste = colonne.iter();
    let teste = teste.map(|testa| colonna(testa.nome, GenereCella::Valore));
    let mut righe = vec![
        di_tutte(&parole.scheda.al, colonne, |c| {
            Some(lingua::data(c.verifica?.al?, parole))
        }),
        di_tutte(&parole.scheda.media_valore, colonne, |c| {
            media(
                c.verifica.and_then(|v| v.valore_raggiunto),
                c.medie.valore,
                parole,
            )
        }),
        di_tutte(&parole.scheda.media_tempi, colonne, |c| {
            media(
                c.verifica.and_then(|v| v.rispetto_tempi),
                c.medie.tempi,
                parole,
            )
        }),
    ];
    righe.extend(voci(parole).map(|(nome, leggi)| {
        di_tutte(nome, colonne, |c| leggi(&c.verifica?.scostamento).cloned())
    }));
    Tabella {
        colonne: std::iter::once(colonna(&parole.scheda.voce, GenereCella::Soggetto))
            .chain(teste)
            .collect(),
        righe: righe.into_iter().flatten().collect(),
    }
}

/// A row, unless no check has anything in it.
fn di_tutte(
    nome: &str,
    colonne: &[Colonna<'_>],
    leggi: impl Fn(&Colonna<'_>) -> Option<String>,
) -> Option<Riga> {
    let celle: Vec<Option<String>> = colonne.iter().map(leggi).collect();
    let piena = celle.iter().any(Option::is_some);
    piena.then(|| riga(nome, celle.into_iter().map(Option::unwrap_or_default)))
}

/// What the card states, with the computed mean beside it where they differ.
fn media(
    dichiarata: Option<Percentuale>,
    misurata: Option<Misura>,
    parole: &Parole,
) -> Option<String> {
    match (dichiarata, misurata) {
        (Some(dichiarata), Some(misurata)) if dichiarata != misurata.valore => {
            Some(parole.scheda.media_e_misura.con(&[
                ("dichiarata", &lingua::percentuale(dichiarata, parole)),
                ("misurata", &lingua::misura(misurata, parole)),
            ]))
        }
        (Some(dichiarata), _) => Some(lingua::percentuale(dichiarata, parole)),
        (None, misurata) => misurata.map(|cosa| lingua::misura(cosa, parole)),
    }
}
