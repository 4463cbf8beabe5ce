//! The text that explains an archive to who receives it.

use super::Parte;
use crate::integrity::InBreve;

/// The text, with the line ends that every editor knows.
pub(super) fn text(ente: &str, in_breve: &InBreve, parte: Parte) -> String {
    let nome = match in_breve.denominazione.as_str() {
        "" => ente,
        nome => nome,
    };
    let mut paragraphs = vec![
        format!("{nome}: pagine e documenti della performance"),
        what(ente, in_breve),
    ];
    paragraphs.extend(several(ente, parte));
    paragraphs.push(format!(
        "COME SI USA\n\
         1. Estrarre tutto (Windows: tasto destro, «Estrai tutto»; macOS: doppio clic; Linux: unzip).\n\
         2. Aprire {ente}/index.html con un doppio clic: il sito si vede come sarà pubblicato.\n\
         3. Caricare la cartella «{ente}» sul server, così com'è: non serve altro programma. Questo file\n\
         \x20  non è del sito e non va caricato."
    ));
    paragraphs.push(place(in_breve));
    paragraphs.push(format!(
        "PRIMA E DOPO IL CARICAMENTO\n\
         Che niente sia cambiato si controlla con «griglia verify», su questo file zip o sulla cartella; senza\n\
         griglia, dentro la cartella «{ente}», con: sha256sum -c SHA256SUMS\n\
         I file non vanno modificati a mano: ciò che è sbagliato si corregge nei contenuti e si rifà."
    ));
    let mut text = paragraphs.join("\n\n");
    text.push('\n');
    text.replace('\n', "\r\n")
}

fn what(ente: &str, in_breve: &InBreve) -> String {
    let anni = match in_breve.anni.as_slice() {
        [] => String::new(),
        anni => format!(" Anni: {}.", anni.join(", ")),
    };
    format!(
        "CHE COS'È\n\
         La cartella «{ente}» è un sito pronto da pubblicare: pagine, PDF da allegare agli atti e dati aperti.{anni}"
    )
}

/// What is to know when there are several archives.
fn several(ente: &str, parte: Parte) -> Option<String> {
    let Parte { which, of } = parte;
    (of > 1).then(|| {
        let last = Parte { which: of, of }.name(ente);
        let first = Parte { which: 1, of }.name(ente);
        format!(
            "QUESTA È LA PARTE {which} DI {of}\n\
             Il sito è diviso in {of} file, da {first} a {last}. Vanno estratti tutti nello\n\
             stesso posto, in qualunque ordine: insieme danno la cartella «{ente}»."
        )
    })
}

/// Where it goes.
fn place(in_breve: &InBreve) -> String {
    let mut text = "DOVE SI CARICA\n\
         In «Amministrazione trasparente», sezione «Performance» (D.Lgs. 33/2013, art. 10, comma 8, e art. 20): la\n\
         cartella si mette sul server e la sezione rimanda alla sua pagina index.html."
        .to_owned();
    if let Some(indirizzo) = &in_breve.indirizzo {
        text.push_str("\nL'indirizzo previsto è ");
        text.push_str(indirizzo);
    }
    text
}
