//! `griglia build`.

use std::time::Instant;

use super::outcome::{Failure, Outcome};
use super::progress::Progress;
use super::report::{self, quanti};
use super::{args, check, terminal};
use crate::check::Gravita;
use crate::lingua;
use crate::model::Ente;
use crate::publish::{self, Folder};
use crate::render::{self, Kit, Rendered, RenderedPdf};

pub(super) fn run(args: &args::Build) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let (_, verdetto) = check::inspect(&args.content.folder)?;
    let errors = verdetto.quanti(Gravita::Errore);
    if verdetto.enti.is_empty() {
        if let (false, Some(found)) = (args.quiet, report::count(&verdetto)) {
            terminal::say(format!(
                "{found}: non è stato scritto niente, il sito di prima è rimasto com'era."
            ));
        }
        return Ok(if errors > 0 {
            Outcome::Problems
        } else {
            Outcome::Fine
        });
    }
    let kit = Kit::embedded().map_err(Failure::Render)?;
    let progress = Progress::new(&verdetto.enti, args.quiet);
    let mut rendered = Vec::new();
    for ente in &verdetto.enti {
        let one = render::ente(ente, &kit, |step| progress.step(&step)).map_err(Failure::Render)?;
        rendered.push(one);
    }
    progress.publishing();
    let root = render::index(&verdetto.enti, &kit).map_err(Failure::Render)?;
    for pdf in rendered.iter().flat_map(|one| &one.pdfs) {
        if let Some(missing) = missing_characters(pdf) {
            terminal::warn(missing);
        }
    }
    let summary = summary(&verdetto.enti, &rendered);
    let folders: Vec<Folder> = rendered.into_iter().map(|one| one.folder).collect();
    publish::publish(&args.output, &folders, &root).map_err(Failure::Publish)?;
    progress.done();
    if !args.quiet {
        let seconds = start.elapsed().as_secs_f64();
        terminal::say(format!(
            "{summary}\nScritto in {} in {} s.",
            args.output.display(),
            decimale(seconds)
        ));
        for ente in &verdetto.enti {
            let page = args.output.join(ente.codice.as_str()).join("index.html");
            terminal::say(format!("  → {}", page.display()));
        }
        if let Some(found) = report::count(&verdetto) {
            terminal::say(format!(
                "{found}{}.",
                if errors > 0 {
                    ": gli enti con errori non sono stati toccati"
                } else {
                    ""
                }
            ));
        }
    }
    Ok(if errors > 0 {
        Outcome::Problems
    } else {
        Outcome::Fine
    })
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
fn summary(enti: &[Ente], rendered: &[Rendered]) -> String {
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
