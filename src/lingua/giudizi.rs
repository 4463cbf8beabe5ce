//! Judgements by the rules of an ente, means and differences.

use rust_decimal::Decimal;

use super::{numero, percentuale};
use crate::model::{Regole, Valutazione};
use crate::parole::Parole;
use crate::score::{Misura, Scarto};

/// A judgement: `95%`, `18 punti su 20`, `non raggiunto`; *non valutato* where there is none, never `0%`.
#[must_use]
pub fn valutazione(valutazione: Option<Valutazione>, parole: &Parole) -> String {
    let giudizi = &parole.giudizi;
    let parola = match valutazione {
        Some(Valutazione::Grado(grado)) => return percentuale(grado, parole),
        Some(Valutazione::Punti { ottenuti, massimo }) => {
            return giudizi.punti.con(&[
                ("ottenuti", &numero(ottenuti, parole)),
                ("massimo", &numero(massimo, parole)),
            ]);
        }
        None => &giudizi.non_valutato,
        Some(Valutazione::Raggiunto) => &giudizi.raggiunto,
        Some(Valutazione::InParte) => &giudizi.in_parte,
        Some(Valutazione::NonRaggiunto) => &giudizi.non_raggiunto,
        Some(Valutazione::NonValutabile) => &giudizi.non_valutabile,
        Some(Valutazione::Rinviato) => &giudizi.rinviato,
    };
    parola.to_string()
}

/// A judgement with its band and what it counts where that is something else: `85% (buono)`,
/// `85% (buono: vale 80%)`.
#[must_use]
pub fn giudizio(valutazione: Option<Valutazione>, regole: &Regole, parole: &Parole) -> String {
    let detto = self::valutazione(valutazione, parole);
    match valutazione.and_then(|valutazione| fascia(valutazione, regole, parole)) {
        Some(fascia) => format!("{detto} ({fascia})"),
        None => detto,
    }
}

/// The band of a judgement, with what it counts where that is something else; none where there is nothing
/// to add to the judgement.
#[must_use]
pub fn fascia(valutazione: Valutazione, regole: &Regole, parole: &Parole) -> Option<String> {
    let grado = valutazione.grado()?;
    let fascia = regole.fascia(grado)?;
    let conta = regole.conta(grado);
    if conta != grado {
        let vale = percentuale(conta, parole);
        let posti = [("fascia", fascia.nome.as_str()), ("vale", &vale)];
        return Some(parole.giudizi.fascia_che_vale.con(&posti));
    }
    // A judgement in words needs no other word for the same.
    let in_cifre = matches!(
        valutazione,
        Valutazione::Grado(_) | Valutazione::Punti { .. }
    );
    in_cifre.then(|| fascia.nome.clone())
}

/// The bands that grades fall into: `raggiunto da 90%, parziale da 60% (vale 75%)`; nothing where
/// there are none.
#[must_use]
pub fn fasce(regole: &Regole, parole: &Parole) -> Option<String> {
    let fasce = regole.fasce.iter().map(|fascia| {
        let da = percentuale(fascia.da, parole);
        let posti = [("fascia", fascia.nome.as_str()), ("da", da.as_str())];
        match fascia.vale {
            None => parole.giudizi.fascia_da.con(&posti),
            Some(vale) => {
                let [nome, da] = posti;
                let vale = percentuale(vale, parole);
                let posti = [nome, da, ("vale", vale.as_str())];
                parole.giudizi.fascia_da_che_vale.con(&posti)
            }
        }
    });
    let fasce: Vec<String> = fasce.collect();
    (!fasce.is_empty()).then(|| fasce.join("; "))
}

/// A mean with what it rests on: `98,75% (su 4 indicatori)`.
#[must_use]
pub fn misura(misura: Misura, parole: &Parole) -> String {
    let giudizi = &parole.giudizi;
    let detta = super::uno_o_molti(
        misura.indicatori,
        &giudizi.misura_uno,
        &giudizi.misura_molti,
    );
    detta.con(&[
        ("valore", &percentuale(misura.valore, parole)),
        ("n", &misura.indicatori.to_string()),
    ])
}

/// The difference between result and target: `-5 punti`, `+2 giorni`; none where they are equal.
#[must_use]
pub fn differenza(scarto: &Scarto, parole: &Parole) -> Option<String> {
    let giudizi = &parole.giudizi;
    let con_segno = |quanto: Decimal| {
        let segno = if quanto.is_sign_positive() { "+" } else { "" };
        format!("{segno}{}", numero(quanto, parole))
    };
    let quanto = match scarto {
        Scarto::Punti(punti) | Scarto::Numero(punti) | Scarto::Quantita(punti, _) => *punti,
        Scarto::Giorni(giorni) => Decimal::from(*giorni),
    };
    if quanto.is_zero() {
        return None;
    }
    let detto = con_segno(quanto);
    let uno = quanto.abs() == Decimal::ONE;
    let parola = match scarto {
        Scarto::Numero(_) => return Some(detto),
        Scarto::Quantita(_, unita) => {
            return Some(format!("{detto} {unita}").trim_end().to_owned());
        }
        Scarto::Punti(_) if uno => &giudizi.punto_di_scarto,
        Scarto::Punti(_) => &giudizi.punti_di_scarto,
        Scarto::Giorni(_) if uno => &giudizi.giorno_di_scarto,
        Scarto::Giorni(_) => &giudizi.giorni_di_scarto,
    };
    Some(parola.con(&[("n", &detto)]))
}

/// The same where it has a cell of its own: `nessuno` where they are equal.
#[must_use]
pub fn scarto(scarto: &Scarto, parole: &Parole) -> String {
    let nessuno = || parole.giudizi.nessuno_scarto.to_string();
    differenza(scarto, parole).unwrap_or_else(nessuno)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parole::italiano;

    #[test]
    fn differences_have_a_sign() {
        let parole = italiano();
        for (scarto, detto) in [
            (Scarto::Punti(Decimal::from(-5)), "-5 punti"),
            (Scarto::Numero(Decimal::from(3)), "+3"),
            (Scarto::Giorni(1), "+1 giorno"),
            (Scarto::Giorni(0), "nessuno"),
        ] {
            assert_eq!(super::scarto(&scarto, &parole), detto);
        }
    }
}
