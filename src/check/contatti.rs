//! Rules on how citizens reach the ente: what is written must work when somebody taps on it.

use super::inspection::{Inspection, parole};
use super::problema::Genere;
use crate::model::Contatti;
use crate::source::form::Scritto;
use crate::source::written::ContattiScritti;

/// A way to reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recapito {
    /// A telephone number.
    Telefono,
    /// An address of e-mail.
    Posta,
}

/// How citizens reach the ente.
pub(super) fn check(
    scritti: Option<&ContattiScritti>,
    inspection: &mut Inspection<'_>,
) -> Contatti {
    let Some(scritti) = scritti else {
        return Contatti::default();
    };
    Contatti {
        ufficio: parole(scritti.ufficio.as_ref()),
        telefono: recapito(scritti.telefono.as_ref(), Recapito::Telefono, inspection),
        email: recapito(scritti.email.as_ref(), Recapito::Posta, inspection),
        pec: recapito(scritti.pec.as_ref(), Recapito::Posta, inspection),
        orari: parole(scritti.orari.as_ref()),
    }
}

fn recapito(
    scritto: Option<&Scritto>,
    genere: Recapito,
    inspection: &mut Inspection<'_>,
) -> Option<String> {
    let leggi = |testo: &str| {
        let valido = match genere {
            Recapito::Telefono => e_telefono(testo),
            Recapito::Posta => e_posta(testo),
        };
        if valido {
            Ok(testo.to_owned())
        } else {
            Err(())
        }
    };
    inspection.letto(scritto?, leggi, |scritto| Genere::RecapitoNonValido {
        scritto,
        genere,
    })
}

/// Digits, grouped as people do, with at most a `+` before them.
fn e_telefono(testo: &str) -> bool {
    let senza_piu = testo.strip_prefix('+').unwrap_or(testo);
    let cifre = senza_piu.chars().filter(char::is_ascii_digit).count();
    let pulito = senza_piu
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '/' | '(' | ')'));
    pulito && (3..=15).contains(&cifre)
}

/// One `@`, a host with a dot, no character that could mean something in a link.
fn e_posta(testo: &str) -> bool {
    let pulita = |parte: &str| {
        let ammesso = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        !parte.is_empty() && parte.chars().all(ammesso)
    };
    testo.split_once('@').is_some_and(|(chi, dove)| {
        let dominio = dove.contains('.') && !dove.starts_with('.') && !dove.ends_with('.');
        pulita(chi) && pulita(dove) && dominio
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_called_and_written_to() {
        for giusto in ["011 1234567", "+39 011/12.34", "112"] {
            assert!(e_telefono(giusto), "{giusto}");
        }
        for sbagliato in ["", "ufficio", "011 12 int. 3", "12"] {
            assert!(!e_telefono(sbagliato), "{sbagliato}");
        }
        for giusta in ["urp@comune.prova.it", "a.b+c@x.it"] {
            assert!(e_posta(giusta), "{giusta}");
        }
        for sbagliata in [
            "urp",
            "urp@comune",
            "a b@x.it",
            "a@b@x.it",
            "a@x.it?subject=b",
            "@x.it",
        ] {
            assert!(!e_posta(sbagliata), "{sbagliata}");
        }
    }
}
