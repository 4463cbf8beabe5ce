//! `griglia build`.

use std::fs;
use std::path::Path;
use std::time::Instant;

use super::changes::{self, Tally};
use super::enti::{self, Done, Fate, Purpose, Works};
use super::outcome::{Failure, Outcome};
use super::progress::Progress;
use super::report::{Told, quanti};
use super::{args, interruption, terminal, theme};
use crate::check::{Quanti, check};
use crate::integrity::{InBreve, MANIFEST};
use crate::lingua::italiano;
use crate::model::Codice;
use crate::publish::{Interruption, Staging, Work, clear_leftovers};
use crate::render::{self, Kit, Rendered};
use crate::source::{self, Content};

/// Of how many entities each page and each PDF is named in the summary.
const NAMED: usize = 5;

pub(super) fn run(args: &args::Build) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let (kit, of_the_theme) = match theme::load(theme::read(&args.content.folder)?)? {
        Ok(kit) => (Some(kit), Vec::new()),
        Err(rejected) => {
            let told = Told::all(&rejected.problemi, &rejected.sources);
            told.shown().for_each(terminal::warn);
            (None, rejected.problemi)
        }
    };
    let interruption = interruption::listen();
    if let (true, Some(kit)) = (args.indice, &kit) {
        return index_alone(args, kit, &interruption);
    }
    let purpose = if args.differenze.prova {
        Purpose::Compare
    } else {
        clear_leftovers(&args.output);
        Purpose::Publish
    };
    let folders = enti::chosen(args)?;
    let progress = if args.quiet {
        Progress::hidden()
    } else {
        Progress::new(folders.len())
    };
    let mut summary = Summary {
        of_the_theme: Quanti::di(&of_the_theme),
        ..Summary::default()
    };
    if folders.is_empty() && args.parte.is_none() {
        summary.hear_of_nobody();
    }
    let works = Works {
        content: &args.content.folder,
        output: &args.output,
        anno: args.anno,
        kit: kit.as_ref(),
        progress: &progress,
        purpose,
        interruption: &interruption,
    };
    works.build(&folders, &mut |done| {
        progress.aside(|| {
            done.words.iter().for_each(terminal::warn);
            if let (true, Fate::Published(_, changes)) = (args.differenze.dettagli, &done.fate) {
                changes::lines(changes).for_each(terminal::say);
            }
        });
        summary.hear(done);
    });
    // Others may still be writing their share.
    if let (Some(kit), None, 1.., Purpose::Publish) = (&kit, args.parte, summary.published, purpose)
    {
        index(args, kit, &interruption)?;
    }
    progress.done();
    if !args.quiet {
        let seconds = start.elapsed().as_secs_f64();
        terminal::say(summary.words(args, kit.as_ref(), seconds));
    }
    Ok(summary.outcome())
}

/// Writes the page that lists the entities: those of the content that are published, in whatever build
/// they were.
fn index(args: &args::Build, kit: &Kit, interruption: &Interruption) -> Result<usize, Failure> {
    let content = &args.content.folder;
    let folders = source::enti(content).map_err(Failure::contents(content))?;
    // Before looking at what is published: builds of other enti may be finishing.
    let staging =
        Staging::begin(&args.output, Work::Root, interruption).map_err(Failure::Publish)?;
    let listed: Vec<(Codice, InBreve)> = folders
        .iter()
        .filter_map(|folder| published(&args.output, &folder.nome()))
        .collect();
    let root = render::index(&listed, kit)?;
    if !root.is_empty() {
        staging.root(&root).map_err(Failure::Publish)?;
    }
    Ok(listed.len())
}

/// What a published folder says of its ente; one without a list that can be read is called by its name.
fn published(output: &Path, name: &str) -> Option<(Codice, InBreve)> {
    let codice = Codice::leggi(name).ok()?;
    let folder = output.join(name);
    if !folder.join("index.html").is_file() {
        return None;
    }
    let manifest = fs::read(folder.join(MANIFEST)).unwrap_or_default();
    let in_breve = InBreve::letto(&manifest).unwrap_or_else(|| InBreve {
        denominazione: name.to_owned(),
        ..InBreve::default()
    });
    Some((codice, in_breve))
}

/// `--indice`.
fn index_alone(
    args: &args::Build,
    kit: &Kit,
    interruption: &Interruption,
) -> Result<Outcome, Failure> {
    let listed = index(args, kit, interruption)?;
    if !args.quiet {
        terminal::say(match listed {
            0 | 1 => {
                "Con meno di due enti pubblicati la pagina che li elenca non serve.".to_owned()
            }
            _ => format!(
                "{} in {}",
                quanti(listed, "ente", "enti"),
                args.output.join("index.html").display()
            ),
        });
    }
    Ok(Outcome::Fine)
}

/// What came out of a build, in figures.
#[derive(Default)]
struct Summary {
    of_the_theme: Quanti,
    problemi: Quanti,
    published: usize,
    broken: Vec<String>,
    failed: usize,
    cicli: usize,
    obiettivi: usize,
    html_pages: usize,
    bytes: u64,
    pdfs: usize,
    pdf_pages: usize,
    /// Of the first entities only.
    pdf_lines: Vec<String>,
    pages: Vec<String>,
    changes: Tally,
}

impl Summary {
    /// There is no ente at all: a problem of its own.
    fn hear_of_nobody(&mut self) {
        let content = Content::default();
        let verdetto = check(&content, &|_| true);
        let told = Told::all(&verdetto.problemi, &content.sources);
        told.shown().for_each(terminal::warn);
        self.problemi = self.problemi.con(Quanti::di(&verdetto.problemi));
    }

    fn hear(&mut self, done: Done) {
        self.problemi = self.problemi.con(done.quanti);
        match done.fate {
            Fate::Published(rendered, changes) => {
                self.changes.add(&changes);
                self.add(done.folder, &rendered);
            }
            Fate::Broken => self.broken.push(done.folder),
            Fate::Failed => self.failed += 1,
            Fate::Elsewhere => {}
        }
    }

    fn add(&mut self, folder: String, rendered: &Rendered) {
        self.published += 1;
        self.cicli += rendered.cicli;
        self.obiettivi += rendered.obiettivi;
        self.html_pages += rendered.html_pages;
        self.bytes += rendered.bytes;
        self.pdfs += rendered.pdfs.len();
        self.pdf_pages += rendered.pdfs.iter().map(|pdf| pdf.pages).sum::<usize>();
        if self.pages.len() < NAMED {
            self.pages.push(folder);
            self.pdf_lines.extend(rendered.pdfs.iter().map(|pdf| {
                format!(
                    "  {} · {} · {}",
                    pdf.path,
                    quanti(pdf.pages, "pagina", "pagine"),
                    italiano::dimensione(pdf.bytes)
                )
            }));
        }
    }

    fn outcome(&self) -> Outcome {
        if self.failed > 0 {
            Outcome::Failed
        } else if self.problemi.con(self.of_the_theme).errori > 0 {
            Outcome::Problems
        } else {
            Outcome::Fine
        }
    }

    /// What was written, where, how fast, and how many problems there were.
    fn words(&self, args: &args::Build, kit: Option<&Kit>, seconds: f64) -> String {
        let found = self.problemi.con(self.of_the_theme).parole();
        let mut lines = Vec::new();
        if self.published > 0 {
            lines = self.figures();
            lines.extend(kit.and_then(|kit| theme::changed(kit.theme())));
            lines.extend(self.changes.words());
            lines.push(whereto(args, seconds));
            if !args.differenze.prova {
                lines.extend(self.addresses(args));
            }
            let untouched = match self.broken.as_slice() {
                [] => String::new(),
                broken => format!(
                    ": gli enti con errori non sono stati toccati ({})",
                    named(broken)
                ),
            };
            lines.extend(found.map(|found| format!("{found}{untouched}.")));
        } else {
            lines.push(match found {
                Some(found) => nothing_written(&found),
                None if self.failed > 0 => nothing_written("Nessun ente si è potuto scrivere"),
                None => "Nessun ente da scrivere: niente è cambiato.".to_owned(),
            });
        }
        if self.failed > 0 {
            let failed = quanti(
                self.failed,
                "ente non si è potuto",
                "enti non si sono potuti",
            );
            lines.push(format!("{failed} leggere o scrivere: vedi sopra."));
        }
        lines.join("\n")
    }

    /// Where the sites are.
    fn addresses(&self, args: &args::Build) -> Vec<String> {
        let pages = self.pages.iter().map(|ente| {
            let page = args.output.join(ente).join("index.html");
            format!("  → {}", page.display())
        });
        let mut lines: Vec<String> = pages.collect();
        let others = self.published - self.pages.len();
        if others > 0 {
            let others = quanti(others, "altro ente", "altri enti");
            lines.push(format!("  → e {others}"));
        }
        lines
    }

    fn figures(&self) -> Vec<String> {
        let mut lines = vec![
            format!(
                "{}, {}, {}",
                quanti(self.published, "ente", "enti"),
                quanti(self.cicli, "ciclo", "cicli"),
                quanti(self.obiettivi, "obiettivo", "obiettivi")
            ),
            format!(
                "{}, {} ({}), {} in tutto",
                quanti(self.html_pages, "pagina", "pagine"),
                quanti(self.pdfs, "PDF", "PDF"),
                quanti(self.pdf_pages, "pagina", "pagine"),
                italiano::dimensione(self.bytes)
            ),
        ];
        if self.published <= NAMED {
            lines.extend(self.pdf_lines.iter().cloned());
        }
        lines
    }
}

fn whereto(args: &args::Build, seconds: f64) -> String {
    let (output, seconds) = (args.output.display(), decimale(seconds));
    if args.differenze.prova {
        format!("Solo una prova, in {seconds} s: in {output} non è stato scritto niente.")
    } else {
        format!("Scritto in {output} in {seconds} s.")
    }
}

/// The first of some names, and how many others there are.
fn named(names: &[String]) -> String {
    let first = names.get(..NAMED).unwrap_or(names).join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => first,
        others => format!("{first} e altri {others}"),
    }
}

fn nothing_written(found: &str) -> String {
    format!("{found}: non è stato scritto niente, il sito di prima è rimasto com'era.")
}

fn decimale(seconds: f64) -> String {
    format!("{seconds:.2}").replace('.', ",")
}
