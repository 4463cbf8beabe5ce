//! Values put in place of others, keys and entries put where they are missing.

use super::albero::{dopo_i_due_punti, fine, fine_del_nodo, fra_parentesi};
use super::scalare::{self, Stile};
use super::{Cambiamento, NonScrivibile, Passo};
use crate::source::node::{Key, Node, NodeKind};
use crate::source::written::{
    ProvvedimentiScritti, RaggiuntoScritto, RisultatoScritto, ScostamentoScritto,
};

/// How far what stands under a key is indented.
const RIENTRO: usize = 2;

/// Where something is missing.
pub(super) struct Dove<'a> {
    /// The last thing that is there.
    pub(super) nodo: &'a Node,
    /// Its key, if it has one.
    pub(super) chiave: Option<&'a Key>,
    /// The steps to it.
    pub(super) fatti: &'a [Passo],
    /// The steps that are missing.
    pub(super) mancano: &'a [Passo],
}

/// A value in place of another; a key in place of its own, where one is given.
pub(super) fn sostituisci(
    testo: &str,
    chiave: &Key,
    nodo: &Node,
    valore: &str,
    nome: Option<&str>,
) -> Result<String, NonScrivibile> {
    let dopo = dopo_i_due_punti(testo, chiave).ok_or(NonScrivibile)?;
    let termine = fine(testo, chiave, nodo).ok_or(NonScrivibile)?;
    let colonna = colonna(testo, chiave.span.start);
    let (da, stile) = match &nodo.kind {
        NodeKind::Sequence(_) | NodeKind::Mapping(_) => return Err(NonScrivibile),
        NodeKind::Null if termine == dopo => (dopo, Stile::Libero),
        NodeKind::Null => (nodo.span.start, Stile::Libero),
        NodeKind::Scalar(_) => prima_del_valore(testo, dopo, nodo).ok_or(NonScrivibile)?,
    };
    let resto = testo.get(termine..).ok_or(NonScrivibile)?;
    let in_blocco = matches!(stile, Stile::Piegato | Stile::Letterale);
    // What stands after the value, a comment or a comma, must stay after it: on one line.
    let segue =
        in_riga(testo, chiave) || resto.lines().next().is_some_and(|r| !r.trim().is_empty());
    let stile = match stile {
        _ if in_blocco || !segue => stile,
        Stile::Apici | Stile::Virgolette if !valore.contains('\n') => stile,
        _ => Stile::FraParentesi,
    };
    let lungo_chiave = testo
        .get(chiave.span.clone())
        .map_or(0, |k| k.chars().count());
    let scritto = scalare::scrivi(valore, stile, colonna + RIENTRO, colonna + lungo_chiave + 2);
    let spazio = if da == dopo { " " } else { "" };
    let prima = testo.get(..chiave.span.start).ok_or(NonScrivibile)?;
    let nome = nome.or_else(|| testo.get(chiave.span.clone()));
    let fra = testo.get(chiave.span.end..da).ok_or(NonScrivibile)?;
    let scritto = scritto.replace('\n', a_capo(testo));
    Ok(format!(
        "{prima}{}{fra}{spazio}{scritto}{resto}",
        nome.unwrap_or_default()
    ))
}

/// Where a written value begins, its mark (`>-`, `|`) included, and how it is written.
fn prima_del_valore(testo: &str, dopo: usize, nodo: &Node) -> Option<(usize, Stile)> {
    let fra = testo.get(dopo..nodo.span.start)?;
    let inizio = fra.trim_start();
    let salto = fra.len() - inizio.len();
    match inizio.chars().next() {
        Some('>') => Some((dopo + salto, Stile::Piegato)),
        Some('|') => Some((dopo + salto, Stile::Letterale)),
        // Anchors and tags are not for this hand.
        Some(_) => None,
        None => {
            let stile = match testo.get(nodo.span.start..)?.chars().next() {
                Some('\'') => Stile::Apici,
                Some('"') => Stile::Virgolette,
                _ => Stile::Libero,
            };
            Some((nodo.span.start, stile))
        }
    }
}

/// Puts what is missing where it belongs.
pub(super) fn inserisci(
    testo: &str,
    dove: &Dove<'_>,
    cambiamento: &Cambiamento,
) -> Result<String, NonScrivibile> {
    let valore = cambiamento.valore.as_str();
    match &dove.nodo.kind {
        NodeKind::Mapping(voci) => {
            if let ([Passo::Chiave(nuova)], Some((chiave, nodo))) = (
                dove.mancano,
                voci.iter()
                    .find(|(k, _)| cambiamento.al_posto_di.contains(&k.text.as_str())),
            ) {
                return sostituisci(testo, chiave, nodo, valore, Some(nuova));
            }
            if fra_parentesi(testo, dove.nodo) {
                return fra_altre(
                    testo,
                    dove.nodo,
                    voci.is_empty(),
                    &in_breve(dove.mancano, valore)?,
                );
            }
            let ordine = ordine(dove.fatti);
            let (prima, nodo) = prima_di_lei(voci, dove.mancano, ordine).ok_or(NonScrivibile)?;
            let rientro = voci
                .first()
                .map_or(0, |(k, _)| colonna(testo, k.span.start));
            let righe = righe(dove.mancano, valore, rientro)?;
            dopo_la_riga(
                testo,
                fine(testo, prima, nodo).ok_or(NonScrivibile)?,
                &righe,
            )
        }
        NodeKind::Sequence(voci) => {
            if fra_parentesi(testo, dove.nodo) {
                let nuova = in_breve(dove.mancano, valore)?;
                return fra_altre(testo, dove.nodo, voci.is_empty(), &nuova);
            }
            in_coda(testo, voci, dove.mancano, valore)
        }
        NodeKind::Null => al_posto_di_niente(testo, dove, valore),
        // One value where there will be several: the one that is there is of the last year.
        NodeKind::Scalar(_) => Err(NonScrivibile),
    }
}

/// The keys of the form that a path leads to, in order.
fn ordine(fatti: &[Passo]) -> &'static [&'static str] {
    match fatti.last() {
        Some(Passo::Voce {
            chiave: "obiettivo",
            ..
        }) => RisultatoScritto::CHIAVI,
        Some(Passo::Voce { .. }) => RaggiuntoScritto::CHIAVI,
        Some(Passo::Chiave(chiave)) => match chiave.as_str() {
            "scostamento" => ScostamentoScritto::CHIAVI,
            "provvedimenti" => ProvvedimentiScritti::CHIAVI,
            _ => &[],
        },
        None => &[],
    }
}

/// The key that a new one stands after.
fn prima_di_lei<'n>(
    voci: &'n [(Key, Node)],
    mancano: &[Passo],
    ordine: &[&str],
) -> Option<&'n (Key, Node)> {
    let posto = |chiave: &str| ordine.iter().position(|altra| *altra == chiave);
    let Some(Passo::Chiave(nuova)) = mancano.first() else {
        return None;
    };
    let suo = posto(nuova);
    let prima = voci
        .iter()
        .rfind(|(chiave, _)| suo.is_some() && posto(&chiave.text) < suo);
    prima.or_else(|| voci.last())
}

/// What is missing, in lines.
fn righe(mancano: &[Passo], valore: &str, rientro: usize) -> Result<Vec<String>, NonScrivibile> {
    let margine = " ".repeat(rientro);
    match mancano {
        [Passo::Chiave(chiave)] => {
            let chiave = scalare::scrivi(chiave, Stile::FraParentesi, 0, 0);
            let colonna = rientro + chiave.chars().count() + 2;
            let valore = scalare::scrivi(valore, Stile::Libero, rientro + RIENTRO, colonna);
            let tutto = format!("{margine}{chiave}: {valore}");
            Ok(tutto.split('\n').map(str::to_owned).collect())
        }
        [Passo::Chiave(chiave), altri @ ..] => {
            let chiave = scalare::scrivi(chiave, Stile::FraParentesi, 0, 0);
            let mut tutte = vec![format!("{margine}{chiave}:")];
            tutte.extend(righe(altri, valore, rientro + RIENTRO)?);
            Ok(tutte)
        }
        [
            Passo::Voce {
                chiave,
                valore: suo,
                commento,
                ..
            },
            altri @ ..,
        ] => {
            let dentro = rientro + RIENTRO;
            let suo = scalare::scrivi(
                suo,
                Stile::Libero,
                dentro + RIENTRO,
                dentro + chiave.len() + 2,
            );
            let prima = format!("{margine}- {chiave}: {suo}");
            let commento = commento.iter().map(|detto| format!("{margine}# {detto}"));
            let mut tutte: Vec<String> = commento.collect();
            tutte.extend(prima.split('\n').map(str::to_owned));
            tutte.extend(righe(altri, valore, dentro)?);
            Ok(tutte)
        }
        [] => Err(NonScrivibile),
    }
}

/// What is missing, on one line.
fn in_breve(mancano: &[Passo], valore: &str) -> Result<String, NonScrivibile> {
    let scrivi = |testo: &str| scalare::scrivi(testo, Stile::FraParentesi, 0, 0);
    match mancano {
        [Passo::Chiave(chiave)] => Ok(format!("{}: {}", scrivi(chiave), scrivi(valore))),
        [Passo::Chiave(chiave), altri @ ..] => {
            let dentro = in_breve(altri, valore)?;
            let dentro = match altri.first() {
                Some(Passo::Voce { .. }) => format!("[{dentro}]"),
                _ => format!("{{ {dentro} }}"),
            };
            Ok(format!("{}: {dentro}", scrivi(chiave)))
        }
        [
            Passo::Voce {
                chiave,
                valore: suo,
                ..
            },
            altri @ ..,
        ] => {
            let dentro = in_breve(altri, valore)?;
            Ok(format!("{{ {chiave}: {}, {dentro} }}", scrivi(suo)))
        }
        [] => Err(NonScrivibile),
    }
}

/// Something more between brackets.
fn fra_altre(testo: &str, nodo: &Node, vuota: bool, nuova: &str) -> Result<String, NonScrivibile> {
    if vuota {
        let (prima, resto) = testo.split_at_checked(nodo.span.end).ok_or(NonScrivibile)?;
        let spazio = if prima.ends_with('{') { " " } else { "" };
        return Ok(format!(
            "{prima}{spazio}{nuova}{spazio}{}",
            resto.trim_start_matches(' ')
        ));
    }
    let ultima = match &nodo.kind {
        NodeKind::Mapping(voci) => voci.last().and_then(|(k, v)| fine(testo, k, v)),
        NodeKind::Sequence(voci) => voci.last().and_then(|v| fine_del_nodo(testo, v)),
        NodeKind::Null | NodeKind::Scalar(_) => None,
    };
    let (prima, resto) = testo
        .split_at_checked(ultima.ok_or(NonScrivibile)?)
        .ok_or(NonScrivibile)?;
    Ok(format!("{prima}, {nuova}{resto}"))
}

/// One more entry at the end of a list, with the dash, the empty line and the comment of those before.
fn in_coda(
    testo: &str,
    voci: &[Node],
    mancano: &[Passo],
    valore: &str,
) -> Result<String, NonScrivibile> {
    let ultima = voci.last().ok_or(NonScrivibile)?;
    let NodeKind::Mapping(chiavi) = &ultima.kind else {
        return Err(NonScrivibile);
    };
    let (prima, _) = chiavi.first().ok_or(NonScrivibile)?;
    let inizio = inizio_riga(testo, prima.span.start);
    let margine = testo.get(inizio..prima.span.start).ok_or(NonScrivibile)?;
    let rientro = margine.find('-').ok_or(NonScrivibile)?;
    let spazio = margine.chars().count().saturating_sub(rientro + 1);
    let sopra = testo.get(..inizio).unwrap_or_default();
    let sopra: Vec<&str> = sopra.lines().rev().take(2).collect();
    let commentata = sopra
        .first()
        .is_some_and(|riga| riga.trim_start().starts_with('#'));
    let separata = sopra
        .get(usize::from(commentata))
        .is_some_and(|riga| riga.trim().is_empty());
    let mut mancano = mancano.to_vec();
    if let (false, Some(Passo::Voce { commento, .. })) = (commentata, mancano.first_mut()) {
        *commento = None;
    }
    let mut nuove = righe(&mancano, valore, rientro)?;
    // A wider dash: what stands under the first key moves with it.
    let in_piu = spazio.saturating_sub(1);
    if in_piu > 0 {
        let largo = " ".repeat(in_piu);
        let trattino = format!("{}- ", " ".repeat(rientro));
        for riga in &mut nuove {
            if riga.starts_with(&trattino) {
                riga.insert_str(trattino.len(), &largo);
            } else if !riga.trim().is_empty() && !riga.trim_start().starts_with('#') {
                riga.insert_str(0, &largo);
            }
        }
    }
    if separata && voci.len() > 1 {
        nuove.insert(0, String::new());
    }
    dopo_la_riga(
        testo,
        fine_del_nodo(testo, ultima).ok_or(NonScrivibile)?,
        &nuove,
    )
}

/// Something under a key that has nothing, or in a file that has nothing.
fn al_posto_di_niente(testo: &str, dove: &Dove<'_>, valore: &str) -> Result<String, NonScrivibile> {
    let Some(chiave) = dove.chiave else {
        let righe = righe(dove.mancano, valore, 0)?.join(a_capo(testo));
        let prima = testo.trim_end();
        let spazio = if prima.is_empty() { "" } else { a_capo(testo) };
        return Ok(format!("{prima}{spazio}{righe}{}", a_capo(testo)));
    };
    let dopo = dopo_i_due_punti(testo, chiave).ok_or(NonScrivibile)?;
    if fine(testo, chiave, dove.nodo) != Some(dopo) || in_riga(testo, chiave) {
        return Err(NonScrivibile);
    }
    let rientro = colonna(testo, chiave.span.start) + RIENTRO;
    dopo_la_riga(testo, dopo, &righe(dove.mancano, valore, rientro)?)
}

/// Lines after the line of a byte.
fn dopo_la_riga(testo: &str, byte: usize, righe: &[String]) -> Result<String, NonScrivibile> {
    let resto = testo.get(byte..).ok_or(NonScrivibile)?;
    let coda = resto.find('\n').unwrap_or(resto.len());
    let coda = resto.get(..coda).unwrap_or_default().trim_end_matches('\r');
    let altro = coda.trim_start();
    if !altro.is_empty() && !altro.starts_with('#') {
        return Err(NonScrivibile);
    }
    let (prima, dopo) = testo
        .split_at_checked(byte + coda.len())
        .ok_or(NonScrivibile)?;
    let a_capo = a_capo(testo);
    let ultimo = if dopo.is_empty() { a_capo } else { "" };
    Ok(format!(
        "{prima}{a_capo}{}{ultimo}{dopo}",
        righe.join(a_capo)
    ))
}

/// Whether a key stands between brackets: something else than its indentation and dashes is before it.
fn in_riga(testo: &str, chiave: &Key) -> bool {
    let prima = testo.get(inizio_riga(testo, chiave.span.start)..chiave.span.start);
    prima.is_some_and(|prima| prima.contains(['{', ',']))
}

fn inizio_riga(testo: &str, byte: usize) -> usize {
    let prima = testo.get(..byte).unwrap_or_default();
    prima.rfind('\n').map_or(0, |fine| fine + 1)
}

fn colonna(testo: &str, byte: usize) -> usize {
    let riga = testo.get(inizio_riga(testo, byte)..byte);
    riga.map_or(0, |riga| riga.chars().count())
}

/// How lines end in a text.
fn a_capo(testo: &str) -> &'static str {
    if testo.contains("\r\n") { "\r\n" } else { "\n" }
}
