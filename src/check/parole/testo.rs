//! Words for the narrative's rules (G060–G079, G089–G091).

use super::{Parole, forse};
use crate::check::problema::Genere;
use crate::document::markdown::FaultKind;
use crate::picture::PictureError;

/// How many characters are told by their numbers.
const CODICI: usize = 4;

pub(super) fn parole(fault: &FaultKind) -> Parole {
    match fault {
        FaultKind::RawHtml => Parole::new(
            "nel testo c'è HTML",
            "HTML",
            "usare il Markdown: **grassetto**, *corsivo*, [parole](https://…); una parentesi angolare nel testo si scrive \\<",
        ),
        FaultKind::HeadingJump { from: 0, to } => Parole::new(
            format!("il primo titolo è di livello {to}"),
            "titolo",
            "cominciare il file con un titolo di primo livello: «# Titolo»",
        ),
        FaultKind::HeadingJump { from, to } => Parole::new(
            format!("dopo un titolo di livello {from} ne viene uno di livello {to}"),
            "livello saltato",
            format!(
                "usare «{}»: chi ascolta il testo si orienta con i livelli dei titoli",
                "#".repeat(usize::from(*from) + 1)
            ),
        ),
        FaultKind::EmptyHeading => Parole::new(
            "c'è un titolo senza parole",
            "titolo vuoto",
            "scrivere il titolo, oppure togliere i «#»",
        ),
        FaultKind::TooDeep => Parole::new(
            "elenchi, citazioni o evidenziazioni sono uno dentro l'altro per più di venti livelli",
            "troppo in profondità",
            "scrivere il testo su meno livelli: oltre tre nessuno li segue",
        ),
        FaultKind::EmptyLink => Parole::new(
            "c'è un collegamento senza parole",
            "collegamento vuoto",
            "scrivere fra le parentesi quadre dove porta: [il regolamento](https://…)",
        ),
        FaultKind::UnsafeLink { address } => Parole::new(
            format!("il collegamento a «{address}» non porta a una pagina"),
            "indirizzo non ammesso",
            "usare un indirizzo per intero (https://…), una e-mail (mailto:…) oppure un titolo di questo testo (#titolo)",
        ),
        FaultKind::UnknownAnchor { name, known } => Parole::new(
            format!("nessun titolo di questo testo ha il nome «{name}»"),
            "collegamento senza arrivo",
            format!(
                "{}il nome di un titolo è fatto delle sue parole, minuscole, senza accenti e unite da «-»",
                forse(name, known)
            ),
        ),
        FaultKind::EmptyTableHead => Parole::new(
            "una colonna della tabella non ha intestazione",
            "intestazione vuota",
            "dare un nome a ogni colonna: chi ascolta la tabella lo sente prima di ogni valore",
        ),
        altro => misure(altro),
    }
}

/// Words for what no page could hold.
fn misure(fault: &FaultKind) -> Parole {
    match fault {
        FaultKind::WideTable { columns, most } => Parole::new(
            format!("la tabella ha {columns} colonne: su un foglio ne stanno al massimo {most}"),
            "troppe colonne",
            "dividerla in più tabelle, oppure mettere le colonne sulle righe",
        ),
        FaultKind::LongWord { most } => Parole::new(
            format!("ci sono più di {most} caratteri di seguito senza uno spazio"),
            "comincia qui",
            "separare le parole con spazi; di solito è un pezzo di un altro file, incollato per sbaglio",
        ),
        FaultKind::LongParagraph { most } => Parole::new(
            format!("un capoverso ha più di {most} caratteri"),
            "comincia qui",
            "dividerlo con righe vuote: oltre una decina di righe nessuno tiene il filo",
        ),
        altro => figure_e_note(altro),
    }
}

fn figure_e_note(fault: &FaultKind) -> Parole {
    match fault {
        FaultKind::PictureInWords => Parole::new(
            "un'immagine sta in mezzo alle parole",
            "immagine",
            "metterla da sola in un capoverso, con una riga vuota prima e una dopo",
        ),
        FaultKind::PictureWithoutWords => Parole::new(
            "un'immagine non dice che cosa mostra",
            "manca il testo alternativo",
            "scriverlo fra le parentesi quadre: ![La biblioteca dopo i lavori](foto.jpg); chi non vede l'immagine legge quello",
        ),
        FaultKind::PictureElsewhere { address } => Parole::new(
            format!("l'immagine «{address}» non è nella cartella di questo testo"),
            "indirizzo non ammesso",
            "copiare il file accanto al testo, o in una cartella lì accanto, e scriverne il nome: ![…](immagini/foto.jpg)",
        ),
        FaultKind::UnknownFootnote { label } => Parole::new(
            format!("la nota «{label}» non c'è"),
            "richiamo senza nota",
            format!("scrivere la nota in un capoverso suo: [^{label}]: testo della nota"),
        ),
        FaultKind::UnusedFootnote { label } => Parole::new(
            format!("niente richiama la nota «{label}»"),
            "nota senza richiamo",
            format!("mettere [^{label}] nel testo, dove serve, oppure togliere la nota"),
        ),
        FaultKind::RepeatedFootnote { label } => Parole::new(
            format!("la nota «{label}» è scritta due volte"),
            "seconda volta",
            "cambiare nome a una delle due, e al suo richiamo",
        ),
        FaultKind::FootnoteInFootnote { label } => Parole::new(
            format!("una nota richiama la nota «{label}»"),
            "richiamo dentro una nota",
            "spostare il richiamo nel testo, o scrivere tutto in una nota sola",
        ),
        FaultKind::UnknownLanguage { tag } => Parole::new(
            format!("«{tag}» non è la sigla di una lingua"),
            "lingua sconosciuta",
            "usare la sigla di due lettere minuscole: en per l'inglese, fr per il francese, de per il tedesco, la per il latino",
        ),
        _ => Parole::new("nel testo c'è qualcosa che non si può mostrare", "", ""),
    }
}

/// Words for pictures and characters.
fn figure(genere: &Genere) -> Parole {
    match genere {
        Genere::ImmagineMancante { nome, note } => Parole::new(
            format!("l'immagine «{nome}» non c'è"),
            "file mancante",
            format!(
                "{}copiare qui il file (PNG, JPEG o SVG), oppure correggerne il nome",
                forse(nome, note)
            ),
        ),
        Genere::ImmagineNonValida { nome, errore } => {
            let (perche, rimedio) = immagine(*errore);
            Parole::new(
                format!("l'immagine «{nome}» non si può mostrare: {perche}"),
                "immagine",
                rimedio,
            )
        }
        Genere::VoceVuota { voce } => Parole::new(
            format!("di «{voce}» non si dice niente"),
            "manca il significato",
            "scrivere dopo i due punti che cosa significa, oppure togliere la riga",
        ),
        Genere::CaratteriInvisibili { caratteri } => Parole::new(
            format!(
                "c'è un carattere che non si vede e cambia come si legge il testo ({})",
                codici(caratteri)
            ),
            "carattere invisibile",
            "cancellare e riscrivere le parole intorno: di solito arriva da un copia e incolla",
        ),
        Genere::CaratteriNonDisegnabili { caratteri } => Parole::new(
            format!(
                "i PDF non possono stampare «{caratteri}» ({})",
                codici(caratteri)
            ),
            "non si può stampare",
            "scriverlo in un altro modo: a parole, o con lettere e segni comuni",
        ),
        altro => Parole::new(altro.codice(), "", ""),
    }
}

/// The characters by their Unicode numbers: some have no looks to tell them by.
fn codici(caratteri: &str) -> String {
    let codici = caratteri
        .chars()
        .take(CODICI)
        .map(|carattere| format!("U+{:04X}", u32::from(carattere)));
    let altri = if caratteri.chars().nth(CODICI).is_some() {
        " …"
    } else {
        ""
    };
    format!("{}{altri}", codici.collect::<Vec<_>>().join(" "))
}

const fn immagine(errore: PictureError) -> (&'static str, &'static str) {
    match errore {
        PictureError::UnknownFormat => (
            "non è un file PNG, JPEG o SVG",
            "salvarla in uno di questi formati con un programma di grafica: cambiare il nome del file non basta",
        ),
        PictureError::Damaged => (
            "il file è rovinato o incompleto",
            "copiarlo di nuovo dall'originale",
        ),
        PictureError::TooLarge => ("è troppo grande", "ridurla a non più di 4000 pixel di lato"),
        PictureError::SvgText => (
            "l'SVG contiene parole, e il loro carattere non è nel file",
            "convertire le parole in tracciati con un programma di grafica, oppure salvarla in PNG",
        ),
        PictureError::SvgImage => ("l'SVG contiene un'altra immagine", "salvarla in PNG"),
        PictureError::TooDeep => (
            "l'SVG ha troppi gruppi uno dentro l'altro",
            "semplificarla con un programma di grafica, oppure salvarla in PNG",
        ),
        PictureError::Empty => ("l'SVG non disegna niente", "controllare il file"),
    }
}

pub(super) fn regola(genere: &Genere) -> Parole {
    match genere {
        Genere::SegnapostoSconosciuto { nome } => Parole::new(
            format!("«{{{{ {nome} }}}}» non indica niente"),
            "segnaposto sconosciuto",
            "l'unico segnaposto è {{ griglia }}, nei capitoli della relazione",
        ),
        Genere::GrigliaSenzaPosto => Parole::new(
            "nessun capitolo dice dove va la griglia",
            "ultimo capitolo",
            "scrivere {{ griglia }} da solo su una riga; per ora la griglia va in fondo alla relazione",
        ),
        Genere::GrigliaRipetuta { primo } => Parole::new(
            "la griglia ha già un posto",
            "secondo segnaposto",
            "lasciare un solo {{ griglia }}",
        )
        .e_qui(primo, "primo segnaposto"),
        Genere::TitoloMancante => Parole::new(
            "il testo non comincia con il suo titolo",
            "qui serve il titolo",
            "cominciare il file con un titolo di primo livello: «# Titolo»",
        ),
        altro => figure(altro),
    }
}
