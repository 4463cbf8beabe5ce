//! G140–G150: what texts say to their readers.

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
        GenereContenuto::ImmagineGrande { nome, byte, punti } => {
            let quanto = match byte / 1024 {
                kilo @ 0..1024 => format!("{} kB", kilo.max(1)),
                kilo => format!("{},{} MB", kilo / 1024, kilo % 1024 * 10 / 1024),
            };
            let punti = punti.map_or_else(String::new, |(larghezza, altezza)| {
                format!(", {larghezza} × {altezza} punti")
            });
            Parole::new(
                format!("l'immagine «{nome}» è troppo grande: {quanto}{punti}"),
                "immagine",
                "ridurla: 2000 punti di larghezza e mezzo megabyte bastano per la pagina e per il PDF; una fotografia si salva in JPEG, un disegno in SVG",
            )
        }
        GenereContenuto::TabellaSenzaIntestazione => Parole::new(
            "questa tabella non ha intestazione",
            "prima riga",
            "aggiungere in cima la riga con i nomi delle colonne e, sotto, una riga di trattini: | Nome | Importo | e poi |---|---|",
        ),
        GenereContenuto::Marcatura { scritto } => Parole::new(
            format!(
                "«{scritto}» si leggerebbe così com'è: nelle schede il testo è senza HTML e senza Markdown"
            ),
            "segni di marcatura",
            "togliere i segni e lasciare le parole; un elenco si fa cominciando le righe con «- », un testo con collegamenti va nella relazione o in pagine/",
        ),
        GenereContenuto::TitoloAttaccato { giusto } => Parole::new(
            "dopo i cancelletti di un titolo manca lo spazio: così non è un titolo, e si leggono i cancelletti",
            "titolo",
            format!("scrivere: {giusto}"),
        ),
        GenereContenuto::FraseLunga { parole } => Parole::new(
            format!("questa frase ha {parole} parole"),
            "comincia qui",
            "dividerla: oltre le 40 parole una frase si segue a fatica",
        ),
    }
}
