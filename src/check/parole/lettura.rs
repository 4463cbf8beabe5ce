//! Words for what could not be read (G001–G006, G170, G171).

use std::io::ErrorKind;

use super::Parole;
use crate::source::nearest::nearest;
use crate::source::{Encoding, FaultKind, Shape, Stray, YamlError};

pub(super) fn parole(fault: &FaultKind) -> Parole {
    match fault {
        FaultKind::Unreadable { reason } => {
            Parole::new("il file non si può leggere", "", illeggibile(*reason))
        }
        FaultKind::TooLarge { bytes, limit } => Parole::new(
            format!("il file è troppo grande: {} MB", bytes / 1_048_576),
            "",
            format!(
                "un testo può avere al massimo {} MB: se è un documento o una foto, toglierlo da questa cartella; se è un testo, dividerlo in più file",
                limit / 1_048_576
            ),
        ),
        FaultKind::Link => Parole::new(
            "è un collegamento simbolico: griglia non lo segue",
            "",
            "mettere qui il file o la cartella vera, oppure togliere il collegamento",
        ),
        FaultKind::Twin { other } => Parole::new(
            format!("la cartella dell'ente si chiama come «{other}», a parte le maiuscole"),
            "",
            "dare alle due cartelle nomi diversi: su molti computer e server sarebbero una sola",
        ),
        FaultKind::Misplaced => Parole::new(
            "il file è in modifiche/ ma non nella cartella di un atto",
            "",
            "spostarlo nella cartella dell'atto che cambia il piano: per esempio modifiche/gc-100/",
        ),
        FaultKind::Stray(Stray::Ending { name }) => Parole::new(
            format!("il file non viene letto: il suo nome dovrebbe essere «{name}»"),
            "",
            format!(
                "cambiargli nome in «{name}»; se il computer nasconde la fine dei nomi, salvarlo dall'editor con il nome fra virgolette"
            ),
        ),
        FaultKind::Stray(Stray::Folder) => Parole::new(
            "il file non viene letto: non è in una cartella che griglia guarda",
            "",
            "spostarlo: le schede vanno in ANNO/obiettivi/, i risultati in ANNO/risultati/, gli atti che cambiano il piano in ANNO/modifiche/NOME/; ente.yaml sta nella cartella dell'ente, ciclo.yaml in quella dell'anno, i testi in pagine/ o in ANNO/relazione/",
        ),
        FaultKind::NotUtf8 { encoding, .. } => codifica(*encoding),
        FaultKind::DuplicateKey { key, first } => Parole::new(
            format!("«{key}» è scritto due volte"),
            "scritto di nuovo qui",
            "tenere una sola delle due righe",
        )
        .e_qui(first, "scritto la prima volta qui"),
        FaultKind::UnknownKey { key, known } => Parole::new(
            format!("«{key}» non è una voce prevista"),
            "voce sconosciuta",
            match nearest(key, known.iter().copied()) {
                Some(vicina) => format!("forse «{vicina}»?"),
                None => format!("le voci previste qui sono: {}", known.join(", ")),
            },
        ),
        FaultKind::WrongShape { expected, found } => Parole::new(
            format!("qui serve {}, invece c'è {}", nome(*expected), nome(*found)),
            format!("qui serve {}", nome(*expected)),
            come(*expected),
        ),
        FaultKind::Yaml(error) => yaml(error),
    }
}

/// What a file that is not UTF-8 is, and how to save it again.
fn codifica(codifica: Encoding) -> Parole {
    match codifica {
        Encoding::Windows1252 => Parole::new(
            "il file è nella vecchia codifica di Windows (Latin-1, «ANSI»), non in UTF-8",
            "primo carattere scritto nell'altro modo",
            "riaprirlo con lo stesso editor e salvarlo in UTF-8: nel Blocco note, File → Salva con nome → Codifica: UTF-8",
        ),
        Encoding::Utf16 => Parole::new(
            "il file è in UTF-16 («Unicode»), non in UTF-8",
            "",
            "riaprirlo con lo stesso editor e salvarlo in UTF-8: nel Blocco note, File → Salva con nome → Codifica: UTF-8",
        ),
        Encoding::Mixed => Parole::new(
            "il file è in parte in UTF-8 e in parte in un'altra codifica: forse righe copiate da un altro programma",
            "primo carattere non leggibile",
            "riscrivere i caratteri che non si leggono e salvare il file in UTF-8",
        ),
        Encoding::Binary => Parole::new(
            "il file non è un testo: forse è un documento di Word o di un altro programma a cui è stato cambiato nome",
            "",
            "scriverlo con un editor di testo e salvarlo in UTF-8; un documento si apre con il suo programma e se ne copia il testo",
        ),
    }
}

/// What the operating system says, in words of ours: its own are English.
const fn illeggibile(perche: ErrorKind) -> &'static str {
    match perche {
        ErrorKind::PermissionDenied => {
            "il computer non dà il permesso di aprirlo: chiederlo, oppure sostituire il file con una copia propria"
        }
        ErrorKind::NotFound => {
            "il file è stato spostato o cancellato durante la lettura: rimetterlo al suo posto e ripetere il comando"
        }
        _ => "controllare che il file si apra con l'editor e ripetere il comando",
    }
}

const fn nome(shape: Shape) -> &'static str {
    match shape {
        Shape::Nothing => "niente",
        Shape::Text => "un testo",
        Shape::List => "un elenco",
        Shape::Keys => "un gruppo di voci",
    }
}

const fn come(shape: Shape) -> &'static str {
    match shape {
        Shape::Nothing => "togliere il valore",
        Shape::Text => "scrivere il valore sulla stessa riga, dopo i due punti",
        Shape::List => "scrivere un elemento per riga, ciascuno preceduto da «- »",
        Shape::Keys => "scrivere una voce per riga, nella forma «voce: valore»",
    }
}

fn yaml(error: &YamlError) -> Parole {
    let (messaggio, etichetta, rimedio) = match error {
        YamlError::Tab => (
            "c'è una tabulazione".to_owned(),
            "tabulazione",
            "in YAML le righe rientrano con spazi: sostituire la tabulazione con due spazi".to_owned(),
        ),
        YamlError::ReservedCharacter(c) => (
            format!("il testo comincia con «{c}», che in YAML ha un altro significato"),
            "carattere riservato",
            "racchiudere il testo fra apici: per esempio nome: '% dipendenti formati'".to_owned(),
        ),
        YamlError::ColonInText => (
            "nel testo ci sono due punti seguiti da uno spazio".to_owned(),
            "due punti nel testo",
            "racchiudere il testo fra apici: per esempio titolo: 'Rifiuti: nuova raccolta'".to_owned(),
        ),
        YamlError::TextAfterQuotes => (
            "dopo le virgolette di chiusura c'è altro testo".to_owned(),
            "testo dopo le virgolette",
            "racchiudere tutto il testo fra apici, oppure usare le virgolette « »; un apostrofo dentro gli apici si scrive due volte: 'dell''uva'".to_owned(),
        ),
        YamlError::Unclosed => (
            "una virgoletta o una parentesi è aperta e non è chiusa".to_owned(),
            "aperta qui, o nelle righe sopra",
            "chiudere la virgoletta o la parentesi; se il testo contiene virgolette, racchiuderlo fra apici: titolo: 'Il progetto \"Scuola\"'".to_owned(),
        ),
        YamlError::MissingColon => (
            "a questa riga mancano i due punti".to_owned(),
            "riga senza «voce: valore»",
            "scrivere «voce: valore»; un testo su più righe comincia con «|» dopo i due punti e rientra di due spazi".to_owned(),
        ),
        YamlError::MissingSpace => (
            "dopo i due punti manca lo spazio".to_owned(),
            "qui",
            "scrivere uno spazio dopo i due punti: per esempio peso: 15".to_owned(),
        ),
        YamlError::Indentation => (
            "le righe non sono allineate".to_owned(),
            "allineamento inatteso",
            "far cominciare nella stessa colonna le voci dello stesso gruppo".to_owned(),
        ),
        YamlError::TooMuch => (
            "il file ha troppi livelli o troppi rimandi per essere una scheda".to_owned(),
            "la lettura si ferma qui",
            "scrivere i valori per esteso, senza rimandi (& e *), su non più di cinque livelli".to_owned(),
        ),
        YamlError::SeveralDocuments => (
            "il file contiene più documenti, separati da «---»".to_owned(),
            "qui comincia il secondo",
            "togliere la riga «---»; più schede in un file si scrivono come elenco, ciascuna preceduta da «- »".to_owned(),
        ),
        YamlError::Other(_) => (
            "il file non è scritto in YAML".to_owned(),
            "la lettura si ferma qui",
            "controllare questa riga e quella sopra: forma «voce: valore», apici chiusi, rientri con spazi".to_owned(),
        ),
    };
    Parole::new(messaggio, etichetta, rimedio)
}
