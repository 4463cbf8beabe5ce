//! What the indicators of an objective say: how far each was reached, and their means.
//!
//! | target and result | how far |
//! |---|---|
//! | percentages, numbers, quantities of one unit | result / target, at most 100 % |
//! | the same, less is better | 100 % up to the target, then target / result |
//! | dates | 100 % on time, else 0 |
//! | months of an activity | months done / months planned |
//! | words | only what somebody judged (`esito`) |
//!
//! A target of zero (*nessuna segnalazione*) means that less is better, whatever the card says.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::model::{
    CategoriaIndicatore, ChiaveValore, Ciclo, Conta, EsitoIndicatore, Indicatore, Obiettivo,
    Ottenuto, Percentuale, Valore, ValoreScritto, Valori, Verso,
};

/// A mean, and how many things it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misura {
    /// The mean.
    pub valore: Percentuale,
    /// How many indicators, or parts, it is of; at least one.
    pub indicatori: usize,
}

/// The two means of the acts' form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Medie {
    /// *Media valore raggiunto %*: of quantity, cost, quality and activities.
    pub valore: Option<Misura>,
    /// *Media rispetto dei tempi %*: of the indicators of time.
    pub tempi: Option<Misura>,
}

/// The difference between result and target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scarto {
    /// Percentage points.
    Punti(Decimal),
    /// A number.
    Numero(Decimal),
    /// A number of something.
    Quantita(Decimal, String),
    /// Days; late when positive.
    Giorni(i64),
}

/// How far an indicator was reached; `None` where nothing can be said.
#[must_use]
pub fn raggiungimento(indicatore: &Indicatore) -> Option<Percentuale> {
    let Ottenuto {
        valori,
        esito,
        mesi,
        ..
    } = &indicatore.ottenuto;
    if let Some(esito) = esito {
        return Some(match esito {
            EsitoIndicatore::Raggiunto => Percentuale::CENTO,
            EsitoIndicatore::Parziale(quanto) => *quanto,
            EsitoIndicatore::NonRaggiunto => Percentuale::new(Decimal::ZERO),
        });
    }
    if let (Some(previsti), Some(svolti)) = (&indicatore.mesi, mesi) {
        let fatti = svolti.elenco().iter();
        let fatti = fatti.filter(|mese| previsti.contiene(mese.anno, mese.mese));
        let (fatti, previsti) = (fatti.count(), previsti.elenco().len());
        return rapporto(fatti.into(), previsti.into());
    }
    let verso = indicatore.verso;
    match (&indicatore.atteso, valori) {
        (Valori::Unico(atteso), Valori::Unico(raggiunto)) => confronto(atteso, raggiunto, verso),
        (Valori::Per(attesi), raggiunti @ Valori::Per(_)) => {
            let confronti = attesi.iter().filter_map(|(chiave, atteso)| {
                let suo = confronto(atteso, raggiunti.per(chiave)?, verso)?;
                Some((suo, Decimal::ONE))
            });
            media(confronti).map(|misura| misura.valore)
        }
        // One target for everybody, each with a result of its own.
        (Valori::Unico(atteso), Valori::Per(raggiunti)) => {
            let confronti = raggiunti.iter().filter_map(|(_, raggiunto)| {
                Some((confronto(atteso, raggiunto, verso)?, Decimal::ONE))
            });
            media(confronti).map(|misura| misura.valore)
        }
        _ => None,
    }
}

/// What the indicators of an objective say of it as a whole, each by its weight. A condition that is
/// not met leaves nothing.
#[must_use]
pub fn misura(obiettivo: &Obiettivo) -> Option<Misura> {
    let annullato = obiettivo.indicatori.iter().any(|indicatore| {
        indicatore.conta == Conta::Condizione
            && raggiungimento(indicatore).is_some_and(|quanto| quanto < Percentuale::CENTO)
    });
    let misura = di(&obiettivo.indicatori, |_| true)?;
    Some(if annullato {
        let valore = Percentuale::new(Decimal::ZERO);
        Misura { valore, ..misura }
    } else {
        misura
    })
}

/// The two means of the acts' form.
#[must_use]
pub fn medie(obiettivo: &Obiettivo) -> Medie {
    let di_tempo = |i: &Indicatore| i.categoria == Some(CategoriaIndicatore::Tempo);
    Medie {
        valore: di(&obiettivo.indicatori, |indicatore| !di_tempo(indicatore)),
        tempi: di(&obiettivo.indicatori, di_tempo),
    }
}

/// What the parts of an objective ([`Ciclo::parti`]) say of it: the mean of their grades, each by its weight.
#[must_use]
pub fn delle_parti(ciclo: &Ciclo, parti: &[&Obiettivo]) -> Option<Misura> {
    media(parti.iter().filter_map(|parte| {
        let grado = parte.grado(ciclo.settore_di(parte)?)?;
        Some((grado, parte.conta.quanto()))
    }))
}

/// The differences between results and targets where both are figures of one kind: one, or one for
/// each year or settore that values are told apart by.
#[must_use]
pub fn scarti(indicatore: &Indicatore) -> Vec<(Option<&ChiaveValore>, Scarto)> {
    let atteso = &indicatore.atteso;
    match &indicatore.ottenuto.valori {
        Valori::Assenti => Vec::new(),
        Valori::Unico(raggiunto) => {
            let scarto = atteso.unico().and_then(|atteso| scarto(atteso, raggiunto));
            scarto.map(|scarto| (None, scarto)).into_iter().collect()
        }
        Valori::Per(raggiunti) => {
            let scarti = raggiunti.iter().filter_map(|(chiave, raggiunto)| {
                let suo = atteso.unico().or_else(|| atteso.per(chiave))?;
                Some((Some(chiave), scarto(suo, raggiunto)?))
            });
            scarti.collect()
        }
    }
}

fn scarto(atteso: &ValoreScritto, raggiunto: &ValoreScritto) -> Option<Scarto> {
    match (&atteso.valore, &raggiunto.valore) {
        (Valore::Percentuale(atteso), Valore::Percentuale(raggiunto)) => {
            Some(Scarto::Punti(raggiunto.punti() - atteso.punti()))
        }
        (Valore::Data(atteso), Valore::Data(raggiunto)) => {
            Some(Scarto::Giorni((*raggiunto - *atteso).num_days()))
        }
        (Valore::Testo, _) | (_, Valore::Testo) => None,
        (atteso, raggiunto) => {
            let (Figura { numero: da, unita }, Figura { numero: a, .. }) =
                figure(atteso, raggiunto)?;
            Some(match unita {
                Some(unita) => Scarto::Quantita(a - da, unita.to_owned()),
                None => Scarto::Numero(a - da),
            })
        }
    }
}

fn di(indicatori: &[Indicatore], quali: impl Fn(&Indicatore) -> bool) -> Option<Misura> {
    let misurati = indicatori.iter().filter(|indicatore| quali(indicatore));
    media(misurati.filter_map(|indicatore| {
        // A condition weighs nothing: it says yes or no.
        let quanto = raggiungimento(indicatore)?;
        (indicatore.conta != Conta::Condizione).then(|| (quanto, indicatore.conta.quanto()))
    }))
}

fn media(voci: impl Iterator<Item = (Percentuale, Decimal)>) -> Option<Misura> {
    let (mut somma, mut pesi, mut indicatori) = (Decimal::ZERO, Decimal::ZERO, 0);
    for (valore, peso) in voci {
        somma = somma.checked_add(valore.punti().checked_mul(peso)?)?;
        pesi += peso;
        indicatori += 1;
    }
    let valore = Percentuale::new(somma.checked_div(pesi)?);
    Some(Misura { valore, indicatori })
}

fn confronto(
    atteso: &ValoreScritto,
    raggiunto: &ValoreScritto,
    verso: Verso,
) -> Option<Percentuale> {
    match (&atteso.valore, &raggiunto.valore) {
        (Valore::Data(atteso), Valore::Data(raggiunto)) => Some(in_tempo(*atteso, *raggiunto)),
        (Valore::Percentuale(atteso), Valore::Percentuale(raggiunto)) => {
            quanto(atteso.punti(), raggiunto.punti(), verso)
        }
        (atteso, raggiunto) => {
            let (atteso, raggiunto) = figure(atteso, raggiunto)?;
            quanto(atteso.numero, raggiunto.numero, verso)
        }
    }
}

fn in_tempo(atteso: NaiveDate, raggiunto: NaiveDate) -> Percentuale {
    if raggiunto <= atteso {
        Percentuale::CENTO
    } else {
        Percentuale::new(Decimal::ZERO)
    }
}

struct Figura<'a> {
    numero: Decimal,
    unita: Option<&'a str>,
}

/// Two figures that can be compared: numbers, or quantities of one unit. A bare number takes the unit
/// of the other.
fn figure<'a>(uno: &'a Valore, altro: &'a Valore) -> Option<(Figura<'a>, Figura<'a>)> {
    let figura = |valore: &'a Valore| match valore {
        Valore::Numero(numero) => Some(Figura {
            numero: *numero,
            unita: None,
        }),
        Valore::Quantita { numero, unita } => Some(Figura {
            numero: *numero,
            unita: Some(unita),
        }),
        Valore::Percentuale(_) | Valore::Data(_) | Valore::Testo => None,
    };
    let (mut uno, altro) = (figura(uno)?, figura(altro)?);
    uno.unita = match (uno.unita, altro.unita) {
        (Some(una), Some(altra)) if !una.eq_ignore_ascii_case(altra) => return None,
        (una, altra) => una.or(altra),
    };
    Some((uno, altro))
}

fn quanto(atteso: Decimal, raggiunto: Decimal, verso: Verso) -> Option<Percentuale> {
    let meno_e_meglio = verso == Verso::Basso || atteso.is_zero();
    if meno_e_meglio {
        if raggiunto <= atteso {
            return Some(Percentuale::CENTO);
        }
        return rapporto(atteso, raggiunto);
    }
    rapporto(raggiunto, atteso)
}

/// One number as a percentage of another, between 0 and 100.
fn rapporto(numero: Decimal, di: Decimal) -> Option<Percentuale> {
    let punti = numero
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(di)?
        .clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
    Some(Percentuale::new(punti))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Mesi, leggi_mesi, leggi_valore};

    fn indicatore(atteso: &str, raggiunto: &str, verso: Verso) -> Indicatore {
        Indicatore {
            verso,
            atteso: Valori::Unico(leggi_valore(atteso, 2023)),
            ottenuto: Ottenuto {
                valori: Valori::Unico(leggi_valore(raggiunto, 2023)),
                ..Ottenuto::default()
            },
            ..Indicatore::nuovo("indicatore")
        }
    }

    fn punti(atteso: &str, raggiunto: &str, verso: Verso) -> Option<String> {
        raggiungimento(&indicatore(atteso, raggiunto, verso))
            .map(|quanto| quanto.punti().round_dp(2).normalize().to_string())
    }

    #[test]
    fn how_far_by_kind_of_value() {
        for (atteso, raggiunto, quanto) in [
            ("100%", "95%", Some("95")),
            ("95%", "120%", Some("100")),
            ("4", "3", Some("75")),
            ("5 giornate", "4 giornate", Some("80")),
            ("5 giornate", "4", Some("80")),
            ("30 gg", "4 ore", None),
            ("31/12/2023", "28/12/2023", Some("100")),
            ("31-dic", "02/01/2024", Some("0")),
            ("nessuna", "0", Some("100")),
            ("nessuna", "2", Some("0")),
            ("entro i termini", "sì", None),
            ("100%", "3", None),
            ("4", "-1", Some("0")),
        ] {
            let atteso_detto = quanto.map(str::to_owned);
            let detto = punti(atteso, raggiunto, Verso::Alto);
            assert_eq!(detto, atteso_detto, "{atteso} {raggiunto}");
        }
    }

    #[test]
    fn where_less_is_better() {
        assert_eq!(
            punti("30 gg", "25 gg", Verso::Basso).as_deref(),
            Some("100")
        );
        assert_eq!(punti("30 gg", "40 gg", Verso::Basso).as_deref(), Some("75"));
        assert_eq!(punti("5%", "0%", Verso::Basso).as_deref(), Some("100"));
    }

    #[test]
    fn differences_are_of_one_kind() {
        let scarto = |a, r| {
            let indicatore = indicatore(a, r, Verso::Alto);
            let scarto = scarti(&indicatore).pop();
            scarto.map(|(_, scarto)| scarto)
        };
        assert_eq!(scarto("95%", "90%"), Some(Scarto::Punti((-5).into())));
        assert_eq!(scarto("31-dic", "02/01/2024"), Some(Scarto::Giorni(2)));
        let ore = Scarto::Quantita(4.into(), "ore".to_owned());
        assert_eq!(scarto("20 ore", "24 ore"), Some(ore));
        assert_eq!(scarto("permanente", "sì"), None);
    }

    #[test]
    fn months_of_an_activity_are_ticked() {
        let mesi = |testo| leggi_mesi(testo, 2023).ok();
        let svolta = |previsti: Option<Mesi>, svolti| {
            raggiungimento(&Indicatore {
                mesi: previsti,
                ottenuto: Ottenuto {
                    mesi: svolti,
                    ..Ottenuto::default()
                },
                ..Indicatore::nuovo("attività")
            })
        };
        let meta = svolta(mesi("gennaio-aprile"), mesi("febbraio, marzo, dicembre"));
        assert_eq!(meta, Some(Percentuale::new(50.into())));
        assert_eq!(svolta(None, mesi("marzo")), None);
    }
}
