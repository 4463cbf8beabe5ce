//! G100–G108: the look of the PDFs. G138–G139: what a theme says of itself.

use super::{Parole, forse};
use crate::check::aspetto::{Contrasto, GenereAspetto, Margini, Misura, Tinta, Verso};
use crate::lingua::italiano::numero;

/// Points in a millimetre.
const PUNTI: f64 = 72.0 / 25.4;

pub(super) fn parole(genere: &GenereAspetto) -> Parole {
    match genere {
        GenereAspetto::VoceVuota { chiave } => Parole::new(
            format!("la voce «{chiave}» è vuota"),
            "niente dopo i due punti",
            "scrivere il valore, oppure togliere la riga: resta quello del tema; un colore va fra virgolette, perché da «#» in poi è un commento",
        ),
        GenereAspetto::MisuraNonValida { scritto, misura } => Parole::new(
            match misura {
                Misura::Interlinea => format!("«{scritto}» non è un'interlinea"),
                _ => format!("«{scritto}» non è una misura"),
            },
            "qui serve un numero",
            match misura {
                Misura::Interlinea => {
                    "scrivere quante volte il corpo, senza unità: per esempio interlinea: 1.45"
                }
                _ => {
                    "scrivere un numero: da solo sono punti, con l'unità anche millimetri o centimetri: per esempio 70 oppure 25 mm"
                }
            },
        ),
        GenereAspetto::MisuraFuoriLimiti { scritto, misura } => Parole::new(
            format!("«{scritto}» non può essere {}", una(*misura)),
            "fuori misura",
            fuori_limiti(scritto, *misura),
        ),
        GenereAspetto::MarginiLarghi(margini) => margini_larghi(margini),
        GenereAspetto::CorpoMinimoGrande { altro } => Parole::new(
            "il corpo minimo delle tabelle è più grande del loro corpo",
            "i due corpi non vanno insieme",
            "il testo di una tabella larga si rimpicciolisce da «corpo» fino a «corpo_minimo»: scrivere un corpo minimo più piccolo, o uguale",
        )
        .e_qui(altro, "l'altro corpo"),
        GenereAspetto::ColoreNonValido { scritto } => Parole::new(
            format!("«{scritto}» non è un colore"),
            "colore non valido",
            "scrivere fra virgolette il cancelletto e sei cifre esadecimali (0–9, A–F), due per il rosso, due per il verde, due per il blu: per esempio \"#0066CC\"",
        ),
        GenereAspetto::ContrastoBasso(contrasto) => contrasto_basso(contrasto),
        GenereAspetto::CarattereSconosciuto { scritto, noti } => Parole::new(
            format!("il tema non ha il carattere «{scritto}»"),
            "carattere sconosciuto",
            format!(
                "{}quelli che ci sono: {}; un altro si aggiunge mettendo il suo file in themes/italia/dist/pdf-fonts",
                forse(scritto, noti),
                noti.join(", ")
            ),
        ),
        GenereAspetto::VersioneNonValida { scritto } => Parole::new(
            format!("«{scritto}» non è una versione"),
            "versione non valida",
            "scrivere fino a tre numeri separati da punti: per esempio 1.0",
        ),
        GenereAspetto::TemaPerAltraVersione { scritto, griglia } => Parole::new(
            format!("il tema è scritto per griglia {scritto}, e questa è la {griglia}"),
            "altra versione",
            "usare la griglia che il tema richiede, oppure aggiornare il tema: confrontare i suoi modelli con quelli di questa versione, poi cambiare «richiede»",
        ),
        GenereAspetto::CarattereInutilizzabile { scritto } => Parole::new(
            format!("il file «{scritto}» non è un carattere utilizzabile"),
            "carattere non leggibile",
            "mettere in themes/italia/dist/pdf-fonts un carattere TrueType o OpenType intero, oppure togliere il file: resta quello del tema",
        ),
    }
}

fn margini_larghi(margini: &Margini) -> Parole {
    let (come, lato) = match margini.verso {
        Verso::Larghezza => ("largo", "larghezza"),
        Verso::Altezza => ("alto", "altezza"),
    };
    let parole = Parole::new(
        format!(
            "i margini non lasciano posto al testo: insieme sono {} pt, e il foglio è {come} {} pt",
            numero(margini.insieme),
            numero(margini.foglio)
        ),
        "al testo resta troppo poco",
        format!(
            "al testo servono almeno {} pt in {lato}: ridurre i margini, oppure usare un foglio più grande",
            numero(margini.minimo)
        ),
    );
    let altri = margini.altri.iter();
    altri.fold(parole, |parole, altro| {
        parole.e_qui(altro, "conta anche questo")
    })
}

fn contrasto_basso(contrasto: &Contrasto) -> Parole {
    let rapporto = numero(contrasto.rapporto);
    let rimedio = contrasto.proposta.as_ref().map_or_else(
        || "scegliere due colori più lontani, uno chiaro e uno scuro".to_owned(),
        |proposta| format!("qui va bene, per esempio, \"{proposta}\""),
    );
    let parole = Parole::new(
        format!(
            "fra {} e {} il contrasto è {rapporto} a 1: il testo si legge male",
            nome(&contrasto.testo),
            nome(&contrasto.fondo)
        ),
        format!("contrasto {rapporto} a 1"),
        format!(
            "il contrasto deve essere almeno {} a 1: {rimedio}",
            numero(contrasto.minimo)
        ),
    );
    match &contrasto.altro {
        Some(altro) => parole.e_qui(altro, "l'altro colore"),
        None => parole,
    }
}

fn nome(tinta: &Tinta) -> String {
    match &tinta.chiave {
        Some(chiave) => format!("«{chiave}» ({})", tinta.colore),
        None => format!("il bianco del foglio ({})", tinta.colore),
    }
}

const fn una(misura: Misura) -> &'static str {
    match misura {
        Misura::Lato => "un lato del foglio",
        Misura::MargineVerticale | Misura::MargineLaterale => "un margine",
        Misura::Corpo | Misura::CorpoTestatina => "la grandezza delle lettere",
        Misura::Interlinea => "un'interlinea",
        Misura::Spazio | Misura::Bianco => "uno spazio",
        Misura::Filetto => "lo spessore di una linea",
    }
}

fn fuori_limiti(scritto: &str, misura: Misura) -> String {
    let (minimo, massimo) = misura.limiti();
    let limiti = format!("da {minimo} a {massimo}").replace('.', ",");
    let in_millimetri = format!(
        "da {} a {} mm",
        (minimo / PUNTI).ceil(),
        (massimo / PUNTI).floor()
    );
    match misura {
        Misura::Interlinea => format!("scrivere un numero {limiti}: quante volte il corpo"),
        Misura::Lato if scritto.chars().all(|c| c.is_ascii_digit()) => format!(
            "scrivere una misura {limiti} pt ({in_millimetri}); un numero da solo è in punti: forse «{scritto} mm»?"
        ),
        Misura::Lato | Misura::MargineLaterale => {
            format!("scrivere una misura {limiti} pt ({in_millimetri})")
        }
        Misura::MargineVerticale => format!(
            "scrivere una misura {limiti} pt ({in_millimetri}): nel margine stanno testatina e piede"
        ),
        Misura::Filetto => format!(
            "scrivere una misura {limiti} pt; una linea che non si deve vedere ha il colore del fondo"
        ),
        Misura::Corpo | Misura::CorpoTestatina | Misura::Spazio | Misura::Bianco => {
            format!("scrivere una misura {limiti} pt")
        }
    }
}
