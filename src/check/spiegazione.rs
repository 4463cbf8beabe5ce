//! What a rule asks and why, with a wrong example and a right one: the long form of a code.
//!
//! Owns the texts in `spiegazioni/`, one file for a group of codes, and how they are read. It never
//! looks at the content of a project.

use std::fmt::Write as _;

/// The texts, in order of code.
const TESTI: [&str; 12] = [
    include_str!("spiegazioni/lettura.md"),
    include_str!("spiegazioni/valori.md"),
    include_str!("spiegazioni/rimandi.md"),
    include_str!("spiegazioni/accordi.md"),
    include_str!("spiegazioni/avvisi.md"),
    include_str!("spiegazioni/testi.md"),
    include_str!("spiegazioni/modifiche.md"),
    include_str!("spiegazioni/aspetto.md"),
    include_str!("spiegazioni/documenti.md"),
    include_str!("spiegazioni/pubblicazione.md"),
    include_str!("spiegazioni/contenuto.md"),
    include_str!("spiegazioni/lingua.md"),
];

/// The explanation of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spiegazione {
    /// The code: *G012*.
    pub codice: &'static str,
    /// What the rule asks, in one line.
    pub titolo: &'static str,
    /// What it asks and why.
    pub perche: &'static str,
    /// An example that breaks it.
    pub sbagliato: Esempio,
    /// The same, mended.
    pub giusto: Esempio,
    /// Where the two examples can be tried; `None` where they cannot.
    pub prova: Option<Prova>,
}

/// Some lines of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Esempio {
    /// `yaml`, `markdown` or `text`.
    pub lingua: &'static str,
    /// The lines.
    pub righe: &'static str,
}

/// The place in the small project of the tests where the examples are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prova {
    /// The file.
    pub file: &'static str,
    /// The lines that the example takes the place of, joined by ` / `; without, it follows what is there.
    pub posto: Option<&'static str>,
    /// The folder of `tests/errori` that is laid over the project first.
    pub sopra: Option<&'static str>,
}

/// The explanation of a code, as a person writes it: *G012*, *g12*, *12*.
#[must_use]
pub fn spiegazione(scritto: &str) -> Option<Spiegazione> {
    let numero = numero(scritto)?;
    spiegazioni().find(|spiegazione| self::numero(spiegazione.codice) == Some(numero))
}

/// The code nearest to one that does not exist.
#[must_use]
pub fn vicino(scritto: &str) -> Option<&'static str> {
    let cercato = numero(scritto)?;
    spiegazioni()
        .map(|spiegazione| spiegazione.codice)
        .min_by_key(|codice| numero(codice).map(|numero| numero.abs_diff(cercato)))
}

/// All explanations, in order of code.
pub fn spiegazioni() -> impl Iterator<Item = Spiegazione> {
    let mut tutte: Vec<Spiegazione> = TESTI.into_iter().flat_map(leggi).collect();
    tutte.sort_by_key(|spiegazione| spiegazione.codice);
    tutte.into_iter()
}

fn numero(scritto: &str) -> Option<u32> {
    scritto.trim().trim_start_matches(['G', 'g']).parse().ok()
}

/// The explanations of a file: each begins with a heading that is a code.
fn leggi(testo: &'static str) -> impl Iterator<Item = Spiegazione> {
    let at_a_line = |inizio: usize| {
        testo
            .get(..inizio)
            .is_some_and(|prima| prima.is_empty() || prima.ends_with('\n'))
    };
    let inizi: Vec<usize> = testo
        .match_indices("# G0")
        .chain(testo.match_indices("# G1"))
        .map(|(inizio, _)| inizio)
        .filter(|inizio| at_a_line(*inizio))
        .collect();
    inizi.into_iter().filter_map(|inizio| {
        let voce = testo.get(inizio + "# ".len()..)?;
        una(voce)
    })
}

/// The explanation at the beginning of a text.
fn una(voce: &'static str) -> Option<Spiegazione> {
    let (testa, resto) = voce.split_once('\n')?;
    let (codice, titolo) = testa.split_once(' ')?;
    let (perche, esempi) = resto.split_once("\n## Sbagliato\n")?;
    let (sbagliato, giusto) = esempi.split_once("\n## Giusto\n")?;
    let (perche, prova) = match perche.split_once("<!-- prova: ") {
        Some((perche, prova)) => (perche, Some(leggi_prova(prova.split_once(" -->")?.0))),
        None => (perche, None),
    };
    Some(Spiegazione {
        codice,
        titolo,
        perche: perche.trim(),
        sbagliato: esempio(sbagliato)?,
        giusto: esempio(giusto)?,
        prova,
    })
}

fn esempio(blocco: &'static str) -> Option<Esempio> {
    let (_, blocco) = blocco.split_once("```")?;
    let (lingua, righe) = blocco.split_once('\n')?;
    let (righe, _) = righe.split_once("\n```")?;
    Some(Esempio { lingua, righe })
}

fn leggi_prova(scritta: &'static str) -> Prova {
    let mut parti = scritta.split(" | ");
    let mut parte = || parti.next().filter(|parte| !parte.is_empty());
    Prova {
        file: parte().unwrap_or_default(),
        posto: parte(),
        sopra: parte(),
    }
}

/// All rules as a page of the manual.
#[must_use]
pub fn pagina() -> String {
    let mut pagina = String::from(
        "# Le regole\n\nTutto ciò che `griglia check` controlla, codice per codice. Nel terminale: `griglia spiega G012`.\n\n",
    );
    let tutte: Vec<Spiegazione> = spiegazioni().collect();
    for Spiegazione { codice, titolo, .. } in &tutte {
        let _ = writeln!(pagina, "- [{codice}](#{}): {titolo}", codice.to_lowercase());
    }
    for voce in &tutte {
        let _ = write!(
            pagina,
            "\n## {}\n\n**{}.** {}\n\nSbagliato:\n\n{}\nGiusto:\n\n{}",
            voce.codice,
            voce.titolo,
            voce.perche,
            recinto(voce.sbagliato),
            recinto(voce.giusto),
        );
    }
    pagina
}

fn recinto(Esempio { lingua, righe }: Esempio) -> String {
    format!("```{lingua}\n{righe}\n```\n")
}
