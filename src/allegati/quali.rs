//! Whether the cards of a plan are a document of their own, or a griglia says all that they do.

use crate::model::{
    Ambito, CategoriaIndicatore, Conta, Indicatore, Legami, Obiettivo, Risorse, Risultato, Valori,
};

/// Whether the cards say more than a griglia does: those reconstructed from one do not.
pub(super) fn dicono_di_piu<'a>(schede: impl IntoIterator<Item = &'a Obiettivo>) -> bool {
    schede.into_iter().any(|obiettivo| {
        let mut indicatori = obiettivo.indicatori.iter();
        !obiettivo.fasi.is_empty()
            || !obiettivo.personale.is_empty()
            || !obiettivo.segnalazioni.is_empty()
            || obiettivo.risorse != Risorse::default()
            || obiettivo.legami != Legami::default()
            || matches!(obiettivo.ambito, Ambito::Condiviso(_))
            || indicatori.any(dice_di_piu)
    })
}

/// Whether the cards have results, and say more than a griglia does of them or of the plan.
pub(super) fn raccontano_di_piu(schede: &[Obiettivo]) -> bool {
    let del_solo_grado = |obiettivo: &Obiettivo| {
        let risultato = &obiettivo.risultato;
        let grado = Risultato {
            in_griglia: risultato.in_griglia.clone(),
            ..Risultato::vuoto(risultato.esito.clone())
        };
        *risultato == grado && !obiettivo.indicatori_rendicontati()
    };
    let concluse = schede.iter().any(Obiettivo::ha_risultati);
    concluse && (dicono_di_piu(schede) || !schede.iter().all(del_solo_grado))
}

/// Whether an indicator says more than what is measured, of which kind, and its target.
fn dice_di_piu(indicatore: &Indicatore) -> bool {
    indicatore.categoria == Some(CategoriaIndicatore::Attivita)
        || indicatore.conta != Conta::SenzaPeso
        || matches!(indicatore.atteso, Valori::Per(_))
        || indicatore.mesi.is_some()
        || indicatore.tempistica.is_some()
        || indicatore.base.is_some()
        || !indicatore.storico.is_empty()
        || indicatore.formula.is_some()
        || indicatore.fonte.is_some()
}
