//! `griglia build`.

use std::path::Path;
use std::time::Instant;

use super::outcome::{Failure, Outcome};
use super::progress::Progress;
use super::report::{self, Told, quanti};
use super::{args, check, terminal, theme};
use crate::check::{Gravita, Verdetto};
use crate::lingua;
use crate::model::Ente;
use crate::publish::{self, Folder};
use crate::render::{self, Kit, Rendered, RenderedPdf};

pub(super) fn run(args: &args::Build) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let (kit, of_the_theme) = match theme::load(theme::read(&args.content.folder)?)? {
        Ok(kit) => (Some(kit), Vec::new()),
        Err(rejected) => {
            tell(&Told::all(&rejected.problemi, &rejected.sources));
            (None, rejected.problemi)
        }
    };
    let (content, verdetto) = check::inspect(&args.content.folder, kit.as_ref())?;
    tell(&Told::all(&verdetto.problemi, &content.sources));
    let problemi = verdetto.problemi.iter().chain(&of_the_theme);
    let found = report::count(report::serious(problemi.clone()));
    let said = match kit {
        Some(kit) if !verdetto.enti.is_empty() => {
            let figures = write(&verdetto.enti, &kit, args)?;
            let seconds = start.elapsed().as_secs_f64();
            Some(written(&verdetto, &figures, &args.output, seconds))
        }
        _ => found.map(|found| nothing_written(&found)),
    };
    if let (false, Some(said)) = (args.quiet, said) {
        terminal::say(said);
    }
    Ok(Outcome::of(problemi))
}

fn tell(told: &Told<'_>) {
    told.shown().for_each(terminal::warn);
}

/// Renders and publishes; returns what came out, in figures.
fn write(enti: &[Ente], kit: &Kit, args: &args::Build) -> Result<String, Failure> {
    let progress = if args.quiet {
        Progress::hidden()
    } else {
        Progress::new(enti)
    };
    let mut rendered = Vec::new();
    for ente in enti {
        let one = render::ente(ente, kit, &|step| progress.step(&step)).map_err(Failure::Render)?;
        rendered.push(one);
    }
    progress.publishing();
    let root = render::index(enti, kit).map_err(Failure::Render)?;
    for pdf in rendered.iter().flat_map(|one| &one.pdfs) {
        if let Some(missing) = missing_characters(pdf) {
            terminal::warn(missing);
        }
    }
    let mut figures = figures(enti, &rendered);
    if let Some(changed) = theme::changed(kit.theme()) {
        figures.push('\n');
        figures.push_str(&changed);
    }
    let folders: Vec<Folder> = rendered.into_iter().map(|one| one.folder).collect();
    publish::publish(&args.output, &folders, &root).map_err(Failure::Publish)?;
    progress.done();
    Ok(figures)
}

fn nothing_written(found: &str) -> String {
    format!("{found}: non è stato scritto niente, il sito di prima è rimasto com'era.")
}

/// What was written, where, how fast, and how many problems there were.
fn written(verdetto: &Verdetto, figures: &str, output: &Path, seconds: f64) -> String {
    let mut lines = vec![
        figures.to_owned(),
        format!(
            "Scritto in {} in {} s.",
            output.display(),
            decimale(seconds)
        ),
    ];
    for ente in &verdetto.enti {
        let page = output.join(ente.codice.as_str()).join("index.html");
        lines.push(format!("  → {}", page.display()));
    }
    let untouched = match verdetto.quanti(Gravita::Errore) {
        0 => "",
        _ => ": gli enti con errori non sono stati toccati",
    };
    lines.extend(
        report::count(report::serious(&verdetto.problemi))
            .map(|found| format!("{found}{untouched}.")),
    );
    lines.join("\n")
}

/// What a PDF cannot draw, if there is anything.
fn missing_characters(pdf: &RenderedPdf) -> Option<String> {
    let characters: Vec<String> = pdf
        .missing
        .iter()
        .map(|c| format!("«{c}» (U+{:04X})", u32::from(*c)))
        .collect();
    (!characters.is_empty()).then(|| {
        format!(
            "avviso: in {} al posto di questi caratteri c'è «?», perché i caratteri di stampa non li hanno: {}\n\nrimedio: scrivere la stessa cosa a parole\n",
            pdf.path,
            characters.join(", ")
        )
    })
}

/// What came out, in figures.
fn figures(enti: &[Ente], rendered: &[Rendered]) -> String {
    let cicli: usize = enti.iter().map(|ente| ente.cicli.len()).sum();
    let obiettivi = enti
        .iter()
        .flat_map(|ente| &ente.cicli)
        .map(|ciclo| ciclo.obiettivi.len())
        .sum();
    let pages = rendered.iter().map(|one| one.html_pages).sum();
    let pdfs: Vec<_> = rendered.iter().flat_map(|one| &one.pdfs).collect();
    let pdf_pages = pdfs.iter().map(|pdf| pdf.pages).sum();
    let bytes: usize = rendered
        .iter()
        .flat_map(|one| &one.folder.files)
        .map(|file| file.bytes.len())
        .sum();
    let mut lines = vec![
        format!(
            "{}, {}, {}",
            quanti(enti.len(), "ente", "enti"),
            quanti(cicli, "ciclo", "cicli"),
            quanti(obiettivi, "obiettivo", "obiettivi")
        ),
        format!(
            "{}, {} ({}), {} in tutto",
            quanti(pages, "pagina", "pagine"),
            quanti(pdfs.len(), "PDF", "PDF"),
            quanti(pdf_pages, "pagina", "pagine"),
            lingua::dimensione(bytes as u64)
        ),
    ];
    for pdf in pdfs {
        lines.push(format!(
            "  {} · {} · {}",
            pdf.path,
            quanti(pdf.pages, "pagina", "pagine"),
            lingua::dimensione(pdf.bytes)
        ));
    }
    lines.join("\n")
}

fn decimale(seconds: f64) -> String {
    format!("{seconds:.2}").replace('.', ",")
}
