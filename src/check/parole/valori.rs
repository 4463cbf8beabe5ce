//! G047–G049: values that are understood otherwise than they were meant.

use super::Parole;
use crate::check::valori::GenereValore;
use crate::lingua::italiano::percentuale;
use crate::model::Verso;

pub(super) fn parole(genere: &GenereValore) -> Parole {
    match genere {
        GenereValore::DataImpossibile { scritto } => Parole::new(
            format!("«{scritto}» sembra una data, ma nel calendario non c'è"),
            "resta un testo, e non si confronta",
            "controllare giorno e mese; se è così nell'atto, si può lasciare",
        ),
        GenereValore::GradoDiUno { scritto, forse } => Parole::new(
            format!("«{scritto}» vale {scritto} per cento: quasi niente"),
            "grado molto basso",
            format!(
                "se vuol dire {}, scriverlo così; se è giusto, aggiungere il segno %",
                percentuale(*forse)
            ),
        ),
        GenereValore::Paragone {
            scritto,
            valore,
            verso,
        } => Parole::new(
            format!("«{scritto}» resta un testo: non si confronta con ciò che si raggiunge"),
            "cifra con un confronto",
            match verso {
                Verso::Alto => format!(
                    "scrivere soltanto «{valore}»: di più va sempre bene; oppure dire com'è andata con «esito»"
                ),
                Verso::Basso => format!(
                    "scrivere soltanto «{valore}», e sotto «meglio: basso»; oppure dire com'è andata con «esito»"
                ),
            },
        ),
    }
}
