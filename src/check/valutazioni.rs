//! What deserves a look once a year is being closed: grades that are missing or far from what the
//! indicators say, an act that is missing.

use rust_decimal::Decimal;

use super::inspection::Inspection;
use super::problema::Genere;
use super::risultati;
use crate::model::{Ambito, Ciclo, Obiettivo, Percentuale, RuoloAtto, Settore};
use crate::score;
use crate::source::form::Scritto;
use crate::source::{CicloFiles, Place};

/// A validated grade further than this from the measured one asks for a reason.
const LONTANO: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// Checks the grades of a ciclo that has some.
pub(super) fn check(ciclo: &Ciclo, files: &CicloFiles, inspection: &mut Inspection<'_>) {
    if !ciclo.ha_valutazioni() {
        return;
    }
    for obiettivo in ciclo.obiettivi.iter().filter(|o| o.conta_da_solo()) {
        mancanti(obiettivo, ciclo, files, inspection);
        lontano(obiettivo, ciclo, files, inspection);
    }
    if ciclo.atto_adottato(RuoloAtto::Relazione).is_none() {
        inspection.nota(&Place::start_of(files.file), Genere::ApprovazioneMancante);
    }
}

fn mancanti(
    obiettivo: &Obiettivo,
    ciclo: &Ciclo,
    files: &CicloFiles,
    inspection: &mut Inspection<'_>,
) {
    let mancanti: Vec<&Settore> = ciclo
        .settori_rendicontati()
        .filter(|settore| {
            obiettivo.riguarda(settore)
                && obiettivo.valutazione(settore).is_none()
                && !risultati::scritto(files, &obiettivo.codice, &settore.codice)
        })
        .collect();
    if mancanti.is_empty() {
        return;
    }
    let schede = files.tutte_le_schede();
    let mut schede = schede.filter_map(|scheda| scheda.codice.as_ref());
    let scheda = schede.find(|codice| codice.testo == obiettivo.codice.as_str());
    if let Some(scheda) = scheda {
        let settori = match obiettivo.ambito {
            Ambito::Struttura => mancanti.iter().map(|s| s.nome_breve.clone()).collect(),
            Ambito::Settore { .. } | Ambito::Condiviso(_) => Vec::new(),
        };
        let obiettivo = obiettivo.codice.to_string();
        inspection.nota(&scheda.luogo, Genere::NonValutato { obiettivo, settori });
    }
}

fn lontano(
    obiettivo: &Obiettivo,
    ciclo: &Ciclo,
    files: &CicloFiles,
    inspection: &mut Inspection<'_>,
) {
    let settore = ciclo.settore_di(obiettivo);
    let grado = settore.and_then(|settore| obiettivo.grado(settore));
    let misura = score::misura(obiettivo);
    let (Some(grado), Some(misura)) = (grado, misura) else {
        return;
    };
    // Indicators say 100 % at most, however far beyond its target one went.
    let fino_a_cento = grado.min(Percentuale::CENTO);
    let distanza = (fino_a_cento.punti() - misura.valore.punti()).abs();
    if distanza <= LONTANO || obiettivo.risultato.motivazione.is_some() {
        return;
    }
    let mut scritti = files.risultati.iter();
    let suo = scritti.find(|risultato| {
        let codice: Option<&Scritto> = risultato.obiettivo.as_ref();
        codice.is_some_and(|codice| codice.testo == obiettivo.codice.as_str())
    });
    if let Some(luogo) = suo.and_then(|suo| suo.grado.as_ref().or(suo.punti.as_ref())) {
        let genere = Genere::GradoLontano {
            grado,
            misurato: misura.valore,
            indicatori: misura.indicatori,
        };
        inspection.nota(&luogo.luogo, genere);
    }
}
