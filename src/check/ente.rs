//! Rules on an entity as a whole.

use super::immagini::Album;
use super::inspection::{Inspection, parole};
use super::lingua::GenereLingua;
use super::numeri::si_o_no;
use super::problema::{Forma, Genere, Gravita, Problema};
use super::{ciclo, contatti, legami, pubblicazione, testi};
use crate::document::markdown::{FaultKind, is_language};
use crate::model::{
    Ciclo, Colore, DatiAllegati, Ente, Lingua, NomiPersonale, Recapiti, Stemma, leggi_colore,
};
use crate::source::form::{Coppie, Lista, Scritto};
use crate::source::written::EnteScritto;
use crate::source::{Content, EnteFiles, ImmagineScritta, Place};

/// Checks an entity: the entity, if it has no errors, and its problems.
pub(super) fn check(files: &EnteFiles, content: &Content) -> (Option<Ente>, Vec<Problema>) {
    let mut inspection = Inspection::new(content);
    let ente = ente(files, &mut inspection);
    let path = |file| {
        content
            .sources
            .file(file)
            .map_or("", |file| file.path.as_str())
    };
    let cartella = path(files.file).trim_end_matches("ente.yaml");
    let mut illeggibili = content.faults.iter().map(|fault| path(fault.place.file));
    let leggibile = !illeggibili.any(|path| path.starts_with(cartella));
    let pulito = inspection
        .problemi()
        .iter()
        .all(|problema| problema.genere.gravita() != Gravita::Errore);
    let ente = ente.filter(|_| leggibile && pulito);
    (ente, inspection.into_problemi())
}

fn ente(files: &EnteFiles, inspection: &mut Inspection<'_>) -> Option<Ente> {
    let inizio = Place::start_of(files.file);
    let codice = inspection.codice_del_nome(&files.cartella, &inizio);
    let pagine = testi::pagine(&files.pagine, &files.immagini, inspection);
    if files.cicli.is_empty() {
        inspection.nota(&inizio, Genere::NessunCiclo);
    }
    let personale = si_o_no(
        files
            .ente
            .as_ref()
            .and_then(|ente| ente.pubblica_personale.as_ref()),
        [
            NomiPersonale::Riservati,
            NomiPersonale::Pubblicati,
            NomiPersonale::Riservati,
        ],
        inspection,
    );
    let mut cicli: Vec<Ciclo> = files
        .cicli
        .iter()
        .filter_map(|files| ciclo::check(files, personale, inspection))
        .collect();
    cicli.sort_by(|uno, altro| (altro.anni, &altro.codice).cmp(&(uno.anni, &uno.codice)));
    legami::precedenti(files, inspection);
    nomi_confondibili(files, inspection);

    let scritto = files.ente.as_ref()?;
    let denominazione = inspection
        .dovuto(
            scritto.denominazione.as_ref(),
            "denominazione",
            Forma::Ente,
            &scritto.about,
        )
        .map(|denominazione| denominazione.testo.clone());
    let lingua = scritto.lingua.as_ref().map(|scritta| {
        inspection.letto(scritta, Lingua::leggi, |scritta| {
            Genere::Lingua(GenereLingua::NonPrevista {
                scritta,
                previste: Vec::new(),
            })
        })
    });
    let sito = indirizzo(scritto.sito.as_ref(), inspection);
    let dichiarazione_accessibilita =
        indirizzo(scritto.dichiarazione_accessibilita.as_ref(), inspection);
    let pubblicazione = pubblicazione::check(scritto, inspection);
    let recapiti = Recapiti {
        privacy: indirizzo(scritto.privacy.as_ref(), inspection),
        faq: indirizzo(scritto.faq.as_ref(), inspection),
        segnalazioni: indirizzo(scritto.segnalazioni.as_ref(), inspection),
        contatti: contatti::check(scritto.contatti.as_ref(), inspection),
    };
    let mancanti = senza(scritto);
    if !mancanti.is_empty() {
        let chiavi = mancanti;
        inspection.nota(&inizio, Genere::RecapitiMancanti { chiavi });
    }
    let stemma = stemma(scritto, &files.stemmi, inspection);
    let colore = colore(scritto, inspection);
    let abbreviazioni = voci(scritto.abbreviazioni.as_ref(), inspection);
    let parole_straniere = voci(scritto.parole_straniere.as_ref(), inspection);
    lingue(scritto.parole_straniere.as_ref(), inspection);
    let dati_allegati = si_o_no(
        scritto.allega_dati.as_ref(),
        [DatiAllegati::No, DatiAllegati::Si, DatiAllegati::No],
        inspection,
    );
    let denominazione = denominazione?;
    let luogo = parole(scritto.luogo.as_ref()).unwrap_or_else(|| {
        let ultima = denominazione.split_whitespace().next_back();
        ultima.unwrap_or_default().to_owned()
    });
    Some(Ente {
        codice: codice?,
        lingua: lingua.flatten().unwrap_or_default(),
        denominazione,
        luogo,
        territorio: parole(scritto.territorio.as_ref()),
        sito,
        dichiarazione_accessibilita,
        pubblicazione,
        fonti: ciclo::fonti(&files.cartella, files.fonti.clone(), inspection),
        recapiti,
        personale,
        stemma,
        colore,
        abbreviazioni,
        parole_straniere,
        dati_allegati,
        pagine,
        cicli,
    })
}

/// A coat of arms is a picture beside `ente.yaml`, and says what it shows.
fn stemma(
    scritto: &EnteScritto,
    stemmi: &[ImmagineScritta],
    inspection: &mut Inspection<'_>,
) -> Option<Stemma> {
    let stemma = scritto.stemma.as_ref()?;
    let about = &stemma.about;
    let file = inspection.dovuto(stemma.file.as_ref(), "file", Forma::Stemma, about);
    let testo = inspection.dovuto(
        stemma.testo_alternativo.as_ref(),
        "testo_alternativo",
        Forma::Stemma,
        about,
    );
    let file = file?;
    let immagine = Album::new(stemmi).immagine(&file.testo, &file.luogo, inspection);
    Some(Stemma {
        immagine: immagine?,
        testo_alternativo: testo?.testo.clone(),
    })
}

/// The least contrast between the colour of the pages and the white words on it (WCAG 2.1, 1.4.3).
const CONTRASTO: f64 = 4.5;

fn colore(ente: &EnteScritto, inspection: &mut Inspection<'_>) -> Option<Colore> {
    // Without quotes «#» begins a comment, and nothing is left.
    let mut vuote = ente.about.vuote().iter();
    if let Some(vuota) = vuote.find(|vuota| vuota.testo == "colore") {
        inspection.nota(&vuota.luogo, Genere::ColoreVuoto);
    }
    let scritto = ente.colore.as_ref()?;
    let colore = inspection.letto(scritto, leggi_colore, |scritto| Genere::ColoreNonValido {
        scritto,
    })?;
    if colore.contrasto(Colore::BIANCO) < CONTRASTO {
        let proposta = colore.leggibile(Colore::NERO, &[Colore::BIANCO], CONTRASTO);
        let pallido = Genere::ColorePallido {
            scritto: scritto.testo.clone(),
            proposta: proposta.esadecimale(),
        };
        inspection.nota(&scritto.luogo, pallido);
        return None;
    }
    Some(colore)
}

/// Words and what is said of each; nothing said is a mistake.
fn voci(scritte: Option<&Coppie>, inspection: &mut Inspection<'_>) -> Vec<(String, String)> {
    let mut voci = Vec::new();
    for (parola, detto) in scritte.into_iter().flat_map(|Coppie(voci)| voci) {
        if let Some(detto) = detto {
            voci.push((parola.testo.clone(), detto.testo.clone()));
        } else {
            let voce = parola.testo.clone();
            inspection.nota(&parola.luogo, Genere::VoceVuota { voce });
        }
    }
    voci
}

fn lingue(scritte: Option<&Coppie>, inspection: &mut Inspection<'_>) {
    let lingue = scritte.into_iter().flat_map(|Coppie(voci)| voci);
    for lingua in lingue.filter_map(|(_, lingua)| lingua.as_ref()) {
        if !is_language(&lingua.testo) {
            let tag = lingua.testo.clone();
            let fault = FaultKind::UnknownLanguage { tag };
            inspection.nota(&lingua.luogo, Genere::Testo(fault));
        }
    }
}

/// An address must lead to a page: anything else in a link could do something.
fn indirizzo(scritto: Option<&Scritto>, inspection: &mut Inspection<'_>) -> Option<String> {
    let leggi = |testo: &str| {
        let host = testo
            .strip_prefix("https://")
            .or_else(|| testo.strip_prefix("http://"))
            .unwrap_or_default();
        let pulito = host.contains('.') && !host.contains(|c: char| c.is_whitespace() || c == '"');
        if pulito {
            Ok(testo.to_owned())
        } else {
            Err(())
        }
    };
    inspection.letto(scritto?, leggi, |scritto| Genere::IndirizzoNonValido {
        scritto,
    })
}

/// The addresses of the foot that nobody has written (L. 4/2004; GDPR, art. 13; criteria C.SI.2.3, C.SI.2.4,
/// C.SI.3.2 and C.SI.3.3 for the sites of comuni).
fn senza(scritto: &EnteScritto) -> Vec<&'static str> {
    let indirizzi = [
        (
            "dichiarazione_accessibilita",
            &scritto.dichiarazione_accessibilita,
        ),
        ("privacy", &scritto.privacy),
        ("faq", &scritto.faq),
        ("segnalazioni", &scritto.segnalazioni),
    ];
    let senza = indirizzi
        .into_iter()
        .filter(|(_, scritto)| scritto.is_none());
    senza.map(|(chiave, _)| chiave).collect()
}

/// Names that the folders of the cicli had before: what stands there now leads on.
fn vecchi_nomi(files: &EnteFiles) -> impl Iterator<Item = (&str, Place)> {
    let cicli = files.cicli.iter().filter_map(|ciclo| ciclo.ciclo.as_ref());
    let alias = cicli.flat_map(|ciclo| ciclo.alias.iter().flat_map(|Lista(voci)| voci));
    alias.map(|alias| (alias.testo.as_str(), alias.luogo.clone()))
}

/// Folders that the site has beside those of pages and cicli.
const RISERVATI: [&str; 6] = [
    "assets",
    "confronto",
    "ricerca",
    "dati",
    "documenti",
    "mappa",
];

/// Pages and cicli are folders beside each other: their names must differ on every file system.
fn nomi_confondibili(files: &EnteFiles, inspection: &mut Inspection<'_>) {
    let nomi: Vec<(&str, Place)> = files
        .cicli
        .iter()
        .map(|ciclo| (ciclo.cartella.as_str(), Place::start_of(ciclo.file)))
        .chain(
            files
                .pagine
                .iter()
                .map(|pagina| (pagina.nome.as_str(), Place::start_of(pagina.file))),
        )
        .chain(vecchi_nomi(files))
        .collect();
    for (posto, (nome, luogo)) in nomi.iter().enumerate() {
        if RISERVATI
            .iter()
            .any(|riservato| riservato.eq_ignore_ascii_case(nome))
        {
            let nome = (*nome).to_owned();
            inspection.nota(luogo, Genere::NomeRiservato { nome });
        }
        let altro = nomi
            .iter()
            .take(posto)
            .find(|(altro, _)| altro.eq_ignore_ascii_case(nome));
        if let Some((altro, _)) = altro {
            let (nome, altro) = ((*nome).to_owned(), (*altro).to_owned());
            inspection.nota(luogo, Genere::NomiConfondibili { nome, altro });
        }
    }
}
