//! Words for the narrative's rules (G060–G071).

use super::{Parole, forse};
use crate::check::problema::Genere;
use crate::document::markdown::FaultKind;

pub(super) fn parole(fault: &FaultKind) -> Parole {
    match fault {
        FaultKind::RawHtml => Parole::new(
            "nel testo c'è HTML",
            "HTML",
            "usare il Markdown: **grassetto**, *corsivo*, [parole](https://…); una parentesi angolare nel testo si scrive \\<",
        ),
        FaultKind::Image => Parole::new(
            "nel testo c'è un'immagine, che i documenti non mostrano ancora",
            "immagine",
            "togliere l'immagine e dire a parole ciò che mostra",
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
        altro => Parole::new(altro.codice(), "", ""),
    }
}
