//! The words of the open data for what the model says with types: those of the YAML forms where there
//! are some. Tables and JSON use the same ones.

use crate::model::{
    Ambito, CategoriaIndicatore, Conta, EsitoIndicatore, Estensione, TipoUnita, Valore, Valutazione,
};
use crate::score::Totale;

/// The word that stands for something in a vocabulary of the model; the first of several.
pub(super) fn parola<T: PartialEq>(parole: &[(&'static str, T)], cosa: &T) -> &'static str {
    let mut parole = parole.iter();
    let sua = parole.find(|(_, altra)| altra == cosa);
    sua.map_or("", |(parola, _)| parola)
}

pub(super) const fn ambito(ambito: &Ambito) -> &'static str {
    match ambito {
        Ambito::Struttura => "struttura",
        Ambito::Settore { .. } => "settore",
        Ambito::Condiviso(_) => "condiviso",
    }
}

pub(super) const fn conta(conta: Conta) -> &'static str {
    match conta {
        Conta::Peso(_) => "peso",
        Conta::Condizione => "condizione",
        Conta::SenzaPeso => "senza peso",
    }
}

pub(super) const fn categoria(categoria: CategoriaIndicatore) -> &'static str {
    categoria.parola()
}

pub(super) const fn valore(valore: &Valore) -> &'static str {
    match valore {
        Valore::Percentuale(_) => "percentuale",
        Valore::Numero(_) => "numero",
        Valore::Quantita { .. } => "quantità",
        Valore::Data(_) => "data",
        Valore::Testo => "testo",
    }
}

pub(super) fn valutazione(valutazione: Valutazione) -> &'static str {
    match valutazione {
        Valutazione::Grado(_) => "grado",
        Valutazione::Punti { .. } => "punti",
        a_parole => parola(&Valutazione::PAROLE, &a_parole),
    }
}

pub(super) const fn esito(esito: EsitoIndicatore) -> &'static str {
    match esito {
        EsitoIndicatore::Raggiunto => "raggiunto",
        EsitoIndicatore::Parziale(_) => "parziale",
        EsitoIndicatore::NonRaggiunto => "non raggiunto",
    }
}

pub(super) const fn totale(totale: Totale) -> &'static str {
    match totale {
        Totale::Completo(_) => "completo",
        Totale::Parziale { .. } => "parziale",
        Totale::Annullato => "annullato",
        Totale::NonValutato => "non valutato",
    }
}

pub(super) const fn estensione(estensione: Estensione) -> &'static str {
    match estensione {
        Estensione::Intero => "intero",
        Estensione::Parziale => "parziale",
    }
}

pub(super) fn tipo_unita(tipo: TipoUnita) -> &'static str {
    parola(&TipoUnita::PAROLE, &tipo)
}
