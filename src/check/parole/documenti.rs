//! Words for the files that a ciclo carries (G110–G122).

use super::Parole;
use crate::check::documenti::{GenereDocumento, Manca, Mancanze, Presenza};
use crate::model::FormatoAllegato;

const MEGA: u64 = 1_048_576;

pub(super) fn parole(genere: &GenereDocumento) -> Parole {
    match genere {
        GenereDocumento::Mancante { nome, presente } => mancante(nome, *presente),
        GenereDocumento::Fuori { nome } => Parole::new(
            format!("«{nome}» porta fuori dalla cartella del ciclo"),
            "il percorso esce dalla cartella",
            "copiare il file nella cartella allegati/ del ciclo e scrivere il percorso da lì: per esempio file: allegati/validazione.pdf",
        ),
        GenereDocumento::TipoNonAmmesso { nome, estensione } => tipo(nome, estensione),
        GenereDocumento::Ripetuto { nome, primo } => Parole::new(
            format!("«{nome}» avrebbe sul sito lo stesso indirizzo di un altro allegato"),
            "file già indicato",
            "indicare ogni file una volta sola; due file diversi devono avere nomi diversi anche senza maiuscole, spazi e accenti",
        )
        .e_qui(primo, "indicato la prima volta qui"),
        GenereDocumento::TroppoGrande {
            nome,
            bytes,
            limite,
        } => Parole::new(
            format!("«{nome}» è troppo grande: {} MB", bytes.div_ceil(MEGA)),
            "file troppo grande",
            format!(
                "un allegato può avere al massimo {} MB: dividerlo, o salvarlo di nuovo con immagini meno pesanti",
                limite / MEGA
            ),
        ),
        GenereDocumento::AltroContenuto { nome, formato } => altro(nome, *formato),
        GenereDocumento::Cifrato { nome } => Parole::new(
            format!("il PDF «{nome}» è protetto da una password o da limitazioni d'uso"),
            "PDF protetto",
            "salvarlo di nuovo senza protezione: un documento pubblico si deve poter aprire, leggere con uno screen reader e riutilizzare",
        ),
        GenereDocumento::NonAccessibile { nome, mancanze } => Parole::new(
            format!("il PDF «{nome}» non è accessibile: {}", che_manca(*mancanze)),
            "PDF non accessibile",
            come(*mancanze),
        ),
        GenereDocumento::FormatoDiUfficio { nome, formato } => Parole::new(
            format!("«{nome}» è in un formato di Microsoft Office"),
            "formato non libero",
            match formato {
                FormatoAllegato::Xlsx => {
                    "meglio ODS o CSV, che si aprono con qualunque programma; se è un documento da leggere, un PDF accessibile"
                }
                _ => {
                    "meglio un PDF accessibile, o ODT se il testo si deve poter riusare: si aprono con qualunque programma"
                }
            },
        ),
    }
}

fn mancante(nome: &str, presente: Presenza) -> Parole {
    match presente {
        Presenza::Assente => Parole::new(
            format!("il file «{nome}» non c'è nella cartella del ciclo"),
            "file mancante",
            "copiare il file nella cartella del ciclo, oppure correggere il percorso: si scrive dalla cartella che contiene ciclo.yaml, con maiuscole e minuscole come nel nome del file",
        ),
        Presenza::Illeggibile => Parole::new(
            format!("il file «{nome}» non si può leggere"),
            "file non leggibile",
            "controllare di avere il permesso di aprirlo, oppure sostituirlo con una copia propria",
        ),
    }
}

fn tipo(nome: &str, estensione: &str) -> Parole {
    let ammessi: Vec<&str> = FormatoAllegato::TUTTI
        .iter()
        .map(|formato| formato.estensione())
        .collect();
    let rimedio = match estensione.to_ascii_lowercase().as_str() {
        "p7m" | "p7s" => {
            "un file firmato .p7m non si apre senza un programma apposta: pubblicare il PDF che contiene, o un PDF con la firma al suo interno (PAdES)".to_owned()
        }
        "doc" | "rtf" | "pages" => {
            "aprirlo e salvarlo come PDF accessibile, o come ODT".to_owned()
        }
        "xls" | "numbers" => "aprirlo e salvarlo come ODS o CSV".to_owned(),
        "jpg" | "jpeg" | "png" | "tif" | "tiff" | "gif" => {
            "la fotografia di un foglio non si può né leggere con uno screen reader né cercare: pubblicare il documento originale come PDF accessibile".to_owned()
        }
        _ => format!("gli allegati possono essere: {}", ammessi.join(", ")),
    };
    Parole::new(
        format!("«{nome}» è di un tipo che non si pubblica"),
        "tipo di file non ammesso",
        rimedio,
    )
}

fn altro(nome: &str, formato: FormatoAllegato) -> Parole {
    let rimedio = match formato {
        FormatoAllegato::Csv | FormatoAllegato::Txt => {
            "salvarlo di nuovo come testo, scegliendo la codifica UTF-8"
        }
        FormatoAllegato::Pdf => {
            "aprirlo: se non si apre, è guasto o ha il nome sbagliato; se si apre, salvarlo di nuovo come PDF/A"
        }
        _ => {
            "aprirlo con il suo programma e salvarlo di nuovo in questo formato: cambiare il nome di un file non ne cambia il contenuto"
        }
    };
    Parole::new(
        format!(
            "«{nome}» non è un file {} che si possa leggere",
            formato.estensione().to_uppercase()
        ),
        "il contenuto non è quello che dice il nome",
        rimedio,
    )
}

fn che_manca(mancanze: Mancanze) -> String {
    let cose = [
        (mancanze.etichette, "mancano i tag"),
        (mancanze.titolo, "manca il titolo"),
        (mancanze.lingua, "non dice in che lingua è scritto"),
    ];
    let mancano = cose.into_iter().filter(|(manca, _)| *manca == Manca::Si);
    let mancano: Vec<&str> = mancano.map(|(_, parole)| parole).collect();
    mancano.join(", ")
}

const fn come(mancanze: Mancanze) -> &'static str {
    match mancanze.etichette {
        Manca::Si => {
            "chi usa uno screen reader non può leggerlo, e la legge 4/2004 chiede che possa. Aprire il documento da cui è fatto, usare gli stili per i titoli, indicare titolo e lingua, ed esportarlo come PDF con tag (LibreOffice: Esporta nel formato PDF, «PDF/UA» o «PDF con tag»; Word: Salva come PDF, Opzioni, «Tag per l'accessibilità»). Se è una scansione, chiedere l'originale a chi l'ha scritto"
        }
        Manca::No => {
            "aggiungere titolo e lingua nelle proprietà del documento da cui è fatto ed esportarlo di nuovo: uno screen reader annuncia il titolo e legge nella lingua giusta"
        }
    }
}
