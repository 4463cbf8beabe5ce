//! Content and words in capital letters: a small letter on a page is then of neither.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;

use crate::common::files;

/// Keys whose values are free text.
const TESTI: [&str; 50] = [
    "titolo",
    "nome",
    "nome_breve",
    "denominazione",
    "territorio",
    "luogo",
    "responsabile",
    "descrizione",
    "nota",
    "motivazione",
    "motivo",
    "oggetto",
    "organo",
    "cause",
    "cause_esterne",
    "effetti",
    "intrapresi",
    "da_attivare",
    "risultati_ottenuti",
    "risultati_attesi",
    "risorse_umane",
    "risorse_strumentali",
    "costi",
    "collegamento_dup",
    "formula",
    "fonte",
    "atteso",
    "ottenuto",
    "raggiunto",
    "base",
    "tempistica",
    "validatore",
    "presidente",
    "segretario",
    "carica",
    "ricostruita",
    "livello",
    "struttura",
    "ente",
    "testo_alternativo",
    "come_approvato",
    "in_griglia",
    "richiami",
    "abbreviazioni",
    "nomi",
    "categoria_personale",
    "dichiarato_da",
    "previsto",
    "storico",
    "ruolo_di_chi_firma",
];

/// What such a key may say that is no text.
const SCELTE: [&str; 2] = ["no", "sì"];

/// Every text of a folder of content in capital letters, and every ente in German.
pub(crate) fn contenuto(folder: &Path) -> io::Result<()> {
    for (below, bytes) in files(folder)? {
        let path = folder.join(&below);
        let testo = String::from_utf8_lossy(&bytes);
        let scritto = match below.rsplit_once('.') {
            Some((_, "yaml")) if below.ends_with("/ente.yaml") => {
                format!("{}\nlingua: de\n", yaml(&testo))
            }
            Some((_, "yaml")) => yaml(&testo),
            Some((_, "md")) => markdown(&testo),
            _ => continue,
        };
        fs::write(path, scritto)?;
    }
    Ok(())
}

/// The words of a language in capital letters.
pub(crate) fn lingua(parole: &str) -> String {
    let righe = parole.lines().map(|riga| match riga.split_once(": ") {
        // How machines call the language; figures are read again.
        Some(("  luogo_della_lingua", _)) | None => riga.to_owned(),
        Some((chiave, parola)) => format!("{chiave}: {}", posti(parola)),
    });
    righe.collect::<Vec<_>>().join("\n")
}

/// A text in capital letters, its open places as they are.
fn posti(testo: &str) -> String {
    let mut parti = testo.split('{');
    let mut intero = parti.next().unwrap_or_default().to_uppercase();
    for parte in parti {
        let (posto, dopo) = parte.split_once('}').unwrap_or(("", parte));
        intero.extend(["{", posto, "}", &dopo.to_uppercase()]);
    }
    intero
}

/// What the lines below a key are.
#[derive(Clone, Copy)]
enum Sotto {
    /// Running text.
    Testo,
    /// A map or a list, all of it text but for its keys.
    Chiavi,
}

fn yaml(testo: &str) -> String {
    let mut righe = Vec::new();
    // How far in the key stands whose lines below are text.
    let mut dentro: Option<(usize, Sotto)> = None;
    for riga in testo.lines() {
        let rientro = riga.len() - riga.trim_start_matches([' ', '-']).len();
        match dentro {
            _ if riga.trim().is_empty() => righe.push(riga.to_owned()),
            Some((fuori, Sotto::Testo)) if rientro > fuori => righe.push(riga.to_uppercase()),
            Some((fuori, Sotto::Chiavi)) if rientro > fuori => righe.push(valori(riga)),
            _ => {
                dentro = sotto(riga).map(|sotto| (rientro, sotto));
                righe.push(di_chiave(riga));
            }
        }
    }
    righe.join("\n") + "\n"
}

/// What stands below a line, where it is text.
fn sotto(riga: &str) -> Option<Sotto> {
    let (chiave, dopo) = riga.split_once(':')?;
    let dopo = dopo.trim();
    if !e_testo(chiave, dopo) || dopo.starts_with(['{', '[']) {
        return None;
    }
    // A text that begins in its line may go on below.
    Some(if dopo.is_empty() {
        Sotto::Chiavi
    } else {
        Sotto::Testo
    })
}

/// Whether a key has free text: also words that begin with a capital letter, where others are those of the form.
fn e_testo(chiave: &str, valore: &str) -> bool {
    let chiave = chiave.trim_start_matches([' ', '-', '{']);
    // A value of a year.
    let di_anno = !chiave.is_empty() && chiave.chars().all(|c| c.is_ascii_digit());
    let libera = ["ruolo", "categoria"].contains(&chiave) && valore.starts_with(char::is_uppercase);
    (TESTI.contains(&chiave) || libera || di_anno) && !SCELTE.contains(&valore)
}

fn di_chiave(riga: &str) -> String {
    match riga.split_once(':') {
        Some((chiave, dopo))
            if chiave.contains('{') || dopo.trim_start().starts_with(['{', '[']) =>
        {
            scorrevole(riga)
        }
        Some((chiave, dopo)) if e_testo(chiave, dopo.trim()) => {
            format!("{chiave}:{}", dopo.to_uppercase())
        }
        _ => riga.to_owned(),
    }
}

/// A line of a map or a list: its key as it is.
fn valori(riga: &str) -> String {
    match riga.split_once(':') {
        Some((chiave, valore)) if !chiave.trim_start_matches([' ', '-']).contains(' ') => {
            format!("{chiave}:{}", valore.to_uppercase())
        }
        _ => riga.to_uppercase(),
    }
}

/// A line with `{ chiave: valore, … }`; a comma inside quotes is text.
fn scorrevole(riga: &str) -> String {
    let mut fra_virgolette = false;
    let parti = riga.split_inclusive(|c| {
        fra_virgolette ^= c == '"';
        !fra_virgolette && [',', '{', '}'].contains(&c)
    });
    let parti = parti.map(|parte| match parte.split_once(": ") {
        Some((chiave, valore)) if e_testo(chiave, valore.trim()) => {
            format!("{chiave}: {}", valore.to_uppercase())
        }
        _ => parte.to_owned(),
    });
    parti.collect()
}

/// Running text; lines with links, pictures and markers are left out, but for that of the griglia.
fn markdown(testo: &str) -> String {
    let righe = testo.lines().filter_map(|riga| {
        if riga.trim() == "{{ griglia }}" {
            Some(riga.to_owned())
        } else if riga.contains("](") || riga.contains("{{") || riga.contains("[^") {
            None
        } else {
            Some(riga.to_uppercase())
        }
    });
    righe.collect::<Vec<_>>().join("\n")
}

/// What a page says: its texts, and the words of its attributes.
pub(crate) fn detto(html: &str) -> Vec<String> {
    let mut testi = Vec::new();
    let mut resto = html;
    while let Some((testo, dopo)) = resto.split_once('<') {
        testi.push(testo.to_owned());
        let (elemento, dopo) = dopo.split_once('>').unwrap_or((dopo, ""));
        for nome in [
            " aria-label=\"",
            " title=\"",
            " alt=\"",
            " placeholder=\"",
            " content=\"",
        ] {
            let per_macchine = [
                "color-scheme",
                "generator",
                "viewport",
                "og:type",
                "og:locale",
                "og:url",
                "robots",
                "theme-color",
                "http-equiv",
            ];
            if per_macchine.iter().any(|altro| elemento.contains(altro)) {
                continue;
            }
            if let Some((_, valore)) = elemento.split_once(nome) {
                let valore = valore.split_once('"').map_or(valore, |(valore, _)| valore);
                testi.push(valore.to_owned());
            }
        }
        // What is not read: scripts, and what is written as it is.
        resto = ["script", "style", "code"]
            .iter()
            .find(|nome| elemento.split(' ').next() == Some(nome))
            .and_then(|nome| dopo.split_once(&format!("</{nome}>")))
            .map_or(dopo, |(_, dopo)| dopo);
    }
    testi.push(resto.to_owned());
    testi
}

/// What the index of the search shows: names of what to choose by; title, detail and text of each thing.
pub(crate) fn detto_dall_indice(script: &str) -> io::Result<Vec<String>> {
    let json = script.trim_start_matches("window.grigliaIndice=");
    let indice: Value = serde_json::from_str(json.trim_end_matches(";\n"))?;
    let scelte = ["tipi", "anni", "settori", "stati"].map(|lista| indice.get(lista));
    let scelte = scelte.into_iter().flatten().filter_map(Value::as_array);
    let scelte = scelte.flatten().filter_map(|scelta| scelta.get("parole"));
    let voci = indice.get("voci").and_then(Value::as_array);
    let voci = voci.into_iter().flatten();
    let voci = voci.flat_map(|voce| [1, 6, 8].map(|posto| voce.get(posto)));
    let testi = scelte.chain(voci.flatten()).filter_map(Value::as_str);
    Ok(testi.map(str::to_owned).collect())
}

/// The words of a text that have a small letter and are no address, name of a file or code.
pub(crate) fn minuscole<'a>(testo: &'a str, path: &'a str) -> impl Iterator<Item = String> + 'a {
    let testo = testo
        .replace("&#x27;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replace("(CSV on the Web)", "");
    let parole: Vec<String> = testo
        .split_whitespace()
        .filter(|parola| parola.chars().any(char::is_lowercase))
        .filter(|parola| !permessa(parola, path))
        .map(str::to_owned)
        .collect();
    parole.into_iter()
}

/// * an address, a path, the name of a file, a fingerprint;
/// * the identifier of an entry of the feed, the code of a card;
/// * *x*, the mark of a month; *×* has no case;
/// * the names of columns, their kinds and meanings, which are those of the open data.
fn permessa(parola: &str, path: &str) -> bool {
    let nuda = parola.trim_matches(|c: char| !c.is_alphanumeric());
    let impronta = nuda.len() >= 12 && nuda.chars().all(|c| c.is_ascii_hexdigit());
    path.ends_with("dati/index.html")
        || parola.contains(['/', '@'])
        || parola.starts_with("urn:uuid:")
        || nuda.starts_with("TE-01")
        || [".csv", ".json", ".pdf", ".html"]
            .iter()
            .any(|fine| nuda.ends_with(fine))
        || impronta
        || nuda == "x"
}
