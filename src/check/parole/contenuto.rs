//! G140–G145: what texts say to their readers.

use super::Parole;
use crate::check::contenuto::GenereContenuto;

pub(super) fn parole(genere: &GenereContenuto) -> Parole {
    match genere {
        GenereContenuto::CodiceFiscale { scritto } => Parole::new(
            format!("«{scritto}» è il codice fiscale di una persona"),
            "codice fiscale",
            "toglierlo: su pagine pubbliche non serve e non può starci (Linee guida del Garante sulla trasparenza)",
        ),
        GenereContenuto::Iban { scritto } => Parole::new(
            format!("«{scritto}» è un conto corrente"),
            "IBAN",
            "se è di una persona, toglierlo; se è del Comune e serve a chi paga, può restare",
        ),
        GenereContenuto::Cellulare { scritto } => Parole::new(
            format!("«{scritto}» sembra un telefono cellulare"),
            "cellulare",
            "se è di una persona, scrivere invece il telefono dell'ufficio; se è di un servizio, può restare",
        ),
        GenereContenuto::DatoSensibile { parola, persona } => Parole::new(
            format!("«{parola}» sta nella stessa frase di «{persona}»"),
            "una persona",
            "salute e stato di bisogno di una persona non si pubblicano (art. 26 c. 4 D.Lgs. 33/2013): togliere il nome, o dire la cosa senza la persona",
        ),
        GenereContenuto::CollegamentoVago { parole } => Parole::new(
            format!("il collegamento «{parole}» non dice dove porta"),
            "collegamento",
            "dare al collegamento le parole di ciò che si apre: per esempio [Regolamento dei contributi](…); chi usa un lettore di schermo sente i collegamenti uno dopo l'altro, senza il resto",
        ),
        GenereContenuto::FraseLunga { parole } => Parole::new(
            format!("questa frase ha {parole} parole"),
            "comincia qui",
            "dividerla: oltre le 40 parole una frase si segue a fatica",
        ),
    }
}
