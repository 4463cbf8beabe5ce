//! One PDF out of a content folder: the latest griglia of its first ente, without the site.
//!
//! `cargo run --release --example griglia_pdf -- content griglia.pdf`
//!
//! The shortest way through the library, and what `strumenti/confronto-typst` measures.

use std::error::Error;
use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;
use std::{env, mem};

use griglia::layout::{self, Content};
use griglia::theme::Theme;
use griglia::{allegati, check, pdf, source};
use mimalloc::MiMalloc;

/// The program's own.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args_os().skip(1).map(PathBuf::from);
    let (Some(content), Some(output)) = (args.next(), args.next()) else {
        return Err("usage: griglia_pdf CONTENT OUTPUT.pdf".into());
    };
    let theme = Theme::embedded()?;
    let look = theme
        .pdf_look()
        .map_err(|_| "the theme's look has mistakes")?;
    let words = theme
        .languages()
        .map_err(|_| "the theme's words have mistakes")?;
    let verdetto = check::check(&source::read(&content)?, &|character| {
        look.faces.draws(character)
    });
    let ente = verdetto.enti.first().ok_or("no ente passes the checks")?;
    let cicli = ente.cicli.iter().rev();
    let words = words.parole(&ente.lingua);
    let mut allegati = cicli.flat_map(|ciclo| allegati::del_ciclo(ente, ciclo, words));
    let griglia = allegati.find(|allegato| allegato.file.starts_with("griglia-"));
    let mut documento = griglia.ok_or("no ciclo has a griglia")?.documento;
    let mut file = BufWriter::new(File::create(output)?);
    let mut press = pdf::Press::new(&look.faces, &mut file);
    let content = Content::Written(mem::take(&mut documento.blocks));
    let style = (&look.style, &look.faces);
    let book = layout::press(&documento, content, style, &mut |piece| press.take(piece));
    press.bind(&book, &documento.info, &[])?;
    Ok(())
}
