//! Words for what could not be read (G001–G006, G170, G171).

use std::io::ErrorKind;

use super::Parole;
use crate::source::nearest::nearest;
use crate::source::{Encoding, FaultKind, Lost, Shape, Stray, YamlError};

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
        FaultKind::Stray(Stray::Document) => Parole::new(
            "il documento non viene letto né pubblicato",
            "",
            "un testo per le pagine si copia in un file .md, i dati di una scheda in un file .yaml; un documento da pubblicare si elenca fra gli «allegati» di ciclo.yaml; altrimenti tenerlo fuori dai contenuti",
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
                None if key.contains(char::is_whitespace) => {
                    "se è il seguito del testo di sopra, far rientrare la riga di due spazi più della sua voce; se è un elemento di un elenco, comincia con «- »".to_owned()
                }
                None => format!("le voci previste qui sono: {}", known.join(", ")),
            },
        ),
        FaultKind::WrongShape {
            expected,
            found,
            keys,
        } => Parole::new(
            format!("qui serve {}, invece c'è {}", nome(*expected), nome(*found)),
            format!("qui serve {}", nome(*expected)),
            match keys {
                [una] => format!("scrivere prima «{una}:», e questo sotto, rientrato di due spazi"),
                [_, ..] => format!("{}; qui: {}", come(*expected), keys.join(", ")),
                [] => come(*expected).to_owned(),
            },
        ),
        FaultKind::ProseAsKeys => Parole::new(
            "qui serve un testo, ma per i due punti si legge come un gruppo di voci",
            "qui serve un testo",
            "lasciare soltanto «|» dopo i due punti della voce, e il testo sotto, rientrato di due spazi",
        ),
        FaultKind::Yaml { error, mended } => {
            let mut parole = yaml(error);
            match mended {
                Some(line) => {
                    parole.rimedio.push_str(": ");
                    parole.rimedio.push_str(line);
                }
                None => parole.rimedio.push_str(esempio(error)),
            }
            parole
        }
        FaultKind::Lost(lost) => perduto(lost),
        FaultKind::Empty => Parole::new(
            "nel file non c'è niente, o solo appunti (righe che cominciano con «#»)",
            "",
            "scriverlo, oppure toglierlo; «griglia nuovo obiettivo» scrive una scheda da completare",
        ),
    }
}

/// Words that nobody would read.
fn perduto(lost: &Lost) -> Parole {
    match lost {
        Lost::Anchor => Parole::new(
            "questa parola andrebbe perduta: comincia con «&», che in YAML dà un nome a un valore",
            "non si leggerebbe",
            "se fa parte del testo, racchiudere tutto il testo fra apici",
        ),
        Lost::Tag => Parole::new(
            "questa parola andrebbe perduta: comincia con «!», che in YAML ha un altro significato",
            "non si leggerebbe",
            "se fa parte del testo, racchiudere tutto il testo fra apici",
        ),
        Lost::Comment { mended } => Parole::new(
            "il testo finisce prima di «#»: da lì in poi è un appunto, che griglia non legge",
            "non si legge",
            match mended {
                Some(line) => format!(
                    "se fa parte del testo, racchiudere tutto fra apici: {line}; se è un appunto, lasciare uno spazio dopo «#»"
                ),
                None => "se fa parte del testo, racchiudere tutto fra apici; se è un appunto, lasciare uno spazio dopo «#»".to_owned(),
            },
        ),
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

/// What is wrong and what to do, without an example.
fn yaml(error: &YamlError) -> Parole {
    match error {
        YamlError::Tab => Parole::new(
            "c'è una tabulazione",
            "tabulazione",
            "in YAML le righe rientrano con spazi: sostituire la tabulazione con due spazi",
        ),
        YamlError::ReservedCharacter(c) => Parole::new(
            format!("il testo comincia con «{c}», che in YAML ha un altro significato"),
            "carattere riservato",
            "racchiudere il testo fra apici",
        ),
        YamlError::ColonInText => Parole::new(
            "nel testo ci sono due punti seguiti da uno spazio",
            "due punti nel testo",
            "racchiudere il testo fra apici",
        ),
        YamlError::TextAfterQuotes => Parole::new(
            "dopo le virgolette di chiusura c'è altro testo",
            "testo dopo le virgolette",
            "racchiudere tutto il testo fra apici, o fra virgolette se contiene apostrofi",
        ),
        YamlError::Unclosed => Parole::new(
            "una virgoletta o una parentesi è aperta e non è chiusa",
            "aperta qui, o nelle righe sopra",
            "chiudere la virgoletta o la parentesi; se il testo contiene virgolette, racchiuderlo fra apici",
        ),
        YamlError::MissingColon => Parole::new(
            "a questa riga mancano i due punti",
            "riga senza «voce: valore»",
            "scrivere «voce: valore»; un testo su più righe comincia con «|» dopo i due punti e rientra di due spazi",
        ),
        YamlError::MissingSpace => Parole::new(
            "dopo i due punti manca lo spazio",
            "qui",
            "scrivere uno spazio dopo i due punti",
        ),
        YamlError::TooMuch => Parole::new(
            "il file ha troppi livelli o troppi rimandi per essere una scheda",
            "la lettura si ferma qui",
            "scrivere i valori per esteso, senza rimandi (& e *), su non più di cinque livelli",
        ),
        YamlError::SeveralDocuments => Parole::new(
            "il file contiene più documenti, separati da «---» o da «...»",
            "qui comincia il secondo",
            "togliere la riga che li separa; più schede in un file si scrivono come elenco, ciascuna preceduta da «- »",
        ),
        YamlError::Other(_) => Parole::new(
            "il file non è scritto in YAML",
            "la lettura si ferma qui",
            "controllare questa riga e quella sopra: forma «voce: valore», apici chiusi, rientri con spazi",
        ),
        YamlError::Indentation { .. }
        | YamlError::StrangeBlank
        | YamlError::OtherDash(_)
        | YamlError::GluedDash
        | YamlError::FirstWithoutDash => rientro(error),
    }
}

/// What is wrong where a line begins.
fn rientro(error: &YamlError) -> Parole {
    match error {
        YamlError::StrangeBlank => Parole::new(
            "c'è uno spazio di un altro genere, che in YAML non vale: di solito viene da un testo copiato",
            "non è uno spazio comune",
            "cancellarlo e battere la barra spaziatrice",
        ),
        YamlError::OtherDash(dash) => Parole::new(
            format!("la riga comincia con «{dash}», che non è il trattino degli elenchi"),
            "un altro segno",
            "scrivere il trattino della tastiera e uno spazio",
        ),
        YamlError::GluedDash => Parole::new(
            "dopo il trattino manca lo spazio",
            "qui",
            "scrivere uno spazio dopo il trattino",
        ),
        YamlError::FirstWithoutDash => Parole::new(
            "al primo elemento dell'elenco manca il trattino",
            "qui comincia l'elenco",
            "scrivere il trattino e uno spazio davanti alla prima voce di ogni elemento",
        ),
        YamlError::Indentation {
            column,
            above: Some(above),
        } => Parole::new(
            format!("questa riga comincia alla colonna {column}, quella sopra alla {above}"),
            "allineamento inatteso",
            "le voci dello stesso gruppo cominciano nella stessa colonna: aggiungere o togliere spazi all'inizio della riga",
        ),
        _ => Parole::new(
            "le righe non sono allineate",
            "allineamento inatteso",
            "far cominciare nella stessa colonna le voci dello stesso gruppo",
        ),
    }
}

/// An example, for where the line itself could not be shown as it should be.
const fn esempio(error: &YamlError) -> &'static str {
    match error {
        YamlError::ReservedCharacter(_) => ": per esempio nome: '% dipendenti formati'",
        YamlError::ColonInText => ": per esempio titolo: 'Rifiuti: nuova raccolta'",
        YamlError::TextAfterQuotes => ": per esempio \"La scuola dell'infanzia\"",
        YamlError::Unclosed => ": titolo: 'Il progetto \"Scuola\"'",
        YamlError::MissingSpace => ": per esempio peso: 15",
        _ => "",
    }
}
