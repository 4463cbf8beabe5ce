//! Rules on what texts say to their readers: nothing of a person that nobody should read, links that tell
//! where they lead, sentences that can be followed.
//!
//! Words are looked at, meaning is guessed: only a code whose own check digits hold is an error; all else
//! is for a person to judge.

mod chiarezza;
mod marcature;
mod personali;
mod tabelle;
mod titoli;

use std::ops::Range;

use super::problema::{Genere, Gravita, Problema};
use crate::source::{Content, Place, SourceFile};

/// What a text says that it should not, or not so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GenereContenuto {
    /// The tax code of a person (DPR 605/1973).
    CodiceFiscale {
        /// As written.
        scritto: String,
    },
    /// A bank account (ISO 13616).
    Iban {
        /// As written.
        scritto: String,
    },
    /// A mobile phone.
    Cellulare {
        /// As written.
        scritto: String,
    },
    /// Health or need beside a person (GDPR, art. 9; D.Lgs. 33/2013, art. 26 c. 4).
    DatoSensibile {
        /// The word that tells it.
        parola: String,
        /// The person, as written.
        persona: String,
    },
    /// A link whose words do not say where it leads (WCAG 2.1, 2.4.4).
    CollegamentoVago {
        /// Its words.
        parole: String,
    },
    /// A picture that makes a page slow.
    ImmagineGrande {
        /// Its file.
        nome: String,
        /// Its size.
        byte: usize,
        /// Its width and height in points, where it is made of points.
        punti: Option<(u32, u32)>,
    },
    /// A heading whose marks stand against its words: it is none, and the marks are read.
    TitoloAttaccato {
        /// The line as it should be.
        giusto: String,
    },
    /// Rows of cells without a row of headers.
    TabellaSenzaIntestazione,
    /// HTML or Markdown where text is shown as it is typed.
    Marcatura {
        /// As written.
        scritto: String,
    },
    /// A sentence that is hard to follow.
    FraseLunga {
        /// How many words it has.
        parole: usize,
    },
}

impl GenereContenuto {
    /// The code of the rule.
    #[must_use]
    pub const fn codice(&self) -> &'static str {
        match self {
            Self::CodiceFiscale { .. } => "G140",
            Self::Iban { .. } => "G141",
            Self::Cellulare { .. } => "G142",
            Self::DatoSensibile { .. } => "G143",
            Self::CollegamentoVago { .. } => "G144",
            Self::FraseLunga { .. } => "G145",
            Self::ImmagineGrande { .. } => "G147",
            Self::TabellaSenzaIntestazione => "G148",
            Self::Marcatura { .. } => "G149",
            Self::TitoloAttaccato { .. } => "G150",
        }
    }

    /// How much it weighs.
    #[must_use]
    pub const fn gravita(&self) -> Gravita {
        match self {
            Self::CodiceFiscale { .. } | Self::TabellaSenzaIntestazione => Gravita::Errore,
            Self::FraseLunga { .. } => Gravita::Nota,
            _ => Gravita::Avviso,
        }
    }
}

/// Checks the texts of some files.
pub(super) fn check(content: &Content, files: Range<usize>) -> Vec<Problema> {
    let mut problemi = Vec::new();
    for (id, file) in content.sources.range(files) {
        problemi.extend(tabelle::check(file).map(|span| Problema {
            luogo: Some(Place { file: id, span }),
            genere: Genere::Contenuto(GenereContenuto::TabellaSenzaIntestazione),
        }));
        problemi.extend(titoli::check(file).map(|(span, genere)| Problema {
            luogo: Some(Place { file: id, span }),
            genere: Genere::Contenuto(genere),
        }));
        for brano in brani(file) {
            let trovati = personali::check(brano.testo)
                .into_iter()
                .chain(chiarezza::check(&brano))
                .chain(marcature::check(&brano));
            problemi.extend(trovati.map(|(span, genere)| Problema {
                luogo: Some(Place {
                    file: id,
                    span: brano.inizio + span.start..brano.inizio + span.end,
                }),
                genere: Genere::Contenuto(genere),
            }));
        }
    }
    problemi
}

/// A line of a Markdown file.
struct Riga<'a> {
    /// Its first byte in the file.
    inizio: usize,
    testo: &'a str,
    luogo: LuogoRiga,
}

/// Where a line of Markdown stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LuogoRiga {
    /// In the text.
    Testo,
    /// In a listing, or its fence.
    Codice,
}

/// The lines of a Markdown file; of another file none.
fn righe(file: &SourceFile) -> impl Iterator<Item = Riga<'_>> {
    let testo = if is_markdown(file) {
        file.text.as_str()
    } else {
        ""
    };
    let mut at = 0;
    let mut codice = false;
    testo.split_inclusive('\n').map(move |testo| {
        let inizio = at;
        at += testo.len();
        let recinto = testo.trim_start().starts_with("```");
        codice ^= recinto;
        let luogo = if codice || recinto {
            LuogoRiga::Codice
        } else {
            LuogoRiga::Testo
        };
        Riga {
            inizio,
            testo,
            luogo,
        }
    })
}

fn is_markdown(file: &SourceFile) -> bool {
    let (_, ending) = file.path.rsplit_once('.').unwrap_or_default();
    ending.eq_ignore_ascii_case("md")
}

/// What is found, and where in its piece of text.
type Trovato = (Range<usize>, GenereContenuto);

/// A piece of text: lines one after the other, without an empty one between.
struct Brano<'a> {
    testo: &'a str,
    /// Its first byte in the file.
    inizio: usize,
    genere: GenereBrano,
}

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GenereBrano {
    /// Running text of a Markdown file.
    Prosa,
    /// A heading, a table, a listing of a Markdown file.
    Altro,
    /// Lines of YAML.
    Yaml,
}

/// The pieces of a file, comments of YAML left out.
fn brani(file: &SourceFile) -> Vec<Brano<'_>> {
    let markdown = is_markdown(file);
    let mut brani: Vec<Brano<'_>> = Vec::new();
    let mut at = 0;
    let mut open: Option<usize> = None;
    for line in file.text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let words = line.trim();
        let comment = !markdown && words.starts_with('#');
        let own = markdown && begins_a_block(words);
        if (words.is_empty() || comment || own)
            && let Some(from) = open.take()
        {
            brani.extend(brano(file, from..start, markdown));
        }
        if !(words.is_empty() || comment) {
            open.get_or_insert(start);
        }
    }
    if let Some(from) = open {
        brani.extend(brano(file, from..at, markdown));
    }
    brani
}

/// Whether a line of Markdown is not the next of the lines above.
fn begins_a_block(line: &str) -> bool {
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(['#', '|', '>'])
        || ["- ", "* ", "+ ", "```", ": "]
            .iter()
            .any(|mark| line.starts_with(mark))
        || numbered.len() < line.len() && numbered.starts_with(". ")
}

fn brano(file: &SourceFile, range: Range<usize>, markdown: bool) -> Option<Brano<'_>> {
    let testo = file.text.get(range.clone())?;
    let first = testo.trim_start();
    let genere = if !markdown {
        GenereBrano::Yaml
    } else if first.starts_with(['#', '|', '`']) {
        GenereBrano::Altro
    } else {
        GenereBrano::Prosa
    };
    Some(Brano {
        testo,
        inizio: range.start,
        genere,
    })
}
