//! How long a griglia takes from meaning to pages and from pages to bytes.
//!
//! `cargo bench --bench pdf`; `-- --save-baseline before`, then `-- --baseline before`, say what a
//! change brings. The rows are those of the griglia 2023 of Caluso, over and over, each with words of
//! its own: nobody gains by remembering a paragraph.

use std::error::Error;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput};
use griglia::allegati;
use griglia::check;
use griglia::document::{Block, Document, Inline, Row, Table};
use griglia::layout::lay_out;
use griglia::pdf;
use griglia::source;
use griglia::theme::{PdfLook, Theme};

fn main() -> Result<(), Box<dyn Error>> {
    let look = look()?;
    let griglia = griglia_2023(&look)?;
    let mut criterion = Criterion::default().without_plots().configure_from_args();
    measure(&mut criterion, &griglia, &look);
    criterion.final_summary();
    Ok(())
}

fn measure(criterion: &mut Criterion, griglia: &Document, look: &PdfLook) {
    let documents = [100, 1_000].map(|rows| (rows, with_rows(griglia, rows)));

    let mut group = criterion.benchmark_group("layout");
    group.sample_size(20);
    for (rows, document) in &documents {
        group.throughput(Throughput::Elements(*rows as u64));
        group.bench_with_input(
            BenchmarkId::from_parameter(rows),
            document,
            |b, document| {
                b.iter(|| lay_out(document, &look.style, &look.faces));
            },
        );
    }
    group.finish();

    let mut group = criterion.benchmark_group("write");
    group.sample_size(20);
    for (rows, document) in &documents {
        let pages = lay_out(document, &look.style, &look.faces);
        group.throughput(Throughput::Elements(*rows as u64));
        group.bench_with_input(BenchmarkId::from_parameter(rows), &pages, |b, pages| {
            b.iter(|| pdf::write(pages, &document.info, &[], &look.faces));
        });
    }
    group.finish();
}

/// The griglia of Caluso for 2023, as a document.
fn griglia_2023(look: &PdfLook) -> Result<Document, Box<dyn Error>> {
    let verdetto = check::check(&source::read(Path::new("content"))?, &|character| {
        look.faces.draws(character)
    });
    let caluso = verdetto.enti.iter().find(|e| e.codice.as_str() == "caluso");
    let caluso = caluso.ok_or("content/caluso does not pass the checks")?;
    let ciclo = caluso.cicli.iter().find(|c| c.codice.as_str() == "2023");
    let ciclo = ciclo.ok_or("content/caluso has no 2023")?;
    let words = Theme::embedded()?.languages();
    let words = words.map_err(|_| "the theme's words have mistakes")?;
    let words = words.parole(&caluso.lingua);
    let mut allegati = allegati::del_ciclo(caluso, ciclo, words).into_iter();
    let griglia = allegati.find(|allegato| allegato.file.starts_with("griglia-"));
    Ok(griglia.ok_or("2023 has no griglia")?.documento)
}

/// The document with one table of so many rows, made of those of all its settori.
fn with_rows(griglia: &Document, rows: usize) -> Document {
    let tables: Vec<&Table> = of_settori(&griglia.blocks);
    let real: Vec<&Row> = tables.iter().flat_map(|table| &table.body).collect();
    let body = real.into_iter().cycle().take(rows).enumerate();
    let table = tables.first().map(|first| Table {
        body: body.map(|(at, row)| distinct(row, at)).collect(),
        ..(*first).clone()
    });
    Document {
        blocks: table.map(Block::Table).into_iter().collect(),
        ..griglia.clone()
    }
}

/// The tables that stand under the heading of a settore.
fn of_settori(blocks: &[Block]) -> Vec<&Table> {
    let mut tables = Vec::new();
    let mut settore = false;
    for block in blocks {
        match block {
            Block::Heading { anchor, .. } => settore = anchor.0.starts_with("griglia-settore-"),
            Block::Table(table) if settore => tables.push(table),
            _ => {}
        }
    }
    tables
}

/// The row with its number in every paragraph.
fn distinct(row: &Row, at: usize) -> Row {
    let mut row = row.clone();
    for cell in &mut row.cells {
        number(&mut cell.content, at);
    }
    row
}

fn number(blocks: &mut [Block], at: usize) {
    for block in blocks {
        match block {
            Block::Paragraph { content, .. } => content.push(Inline::Text(format!(" {at}"))),
            Block::List(list) => list.items.iter_mut().for_each(|item| number(item, at)),
            _ => {}
        }
    }
}

/// How the theme makes PDFs look.
fn look() -> Result<PdfLook, Box<dyn Error>> {
    let look = Theme::embedded()?.pdf_look();
    look.map_err(|_| "the theme's look has mistakes".into())
}
