//! The site of an ente without its PDFs: pages, search and open data, from the content to the files. It is for
//! measuring; `griglia build` always makes everything.
//!
//! `cargo run --release --example sito -- content output`

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

use griglia::dati::{self, GenereDati};
use griglia::lingua;
use griglia::publish::{Growing, Interruption, OutputFile, PublishError, Sink as _, Staging, Work};
use griglia::site::{Downloads, PublishedData, SiteError};
use griglia::theme::Theme;
use griglia::{check, site, source};
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// What can go wrong with a page.
#[derive(Debug)]
enum Failure {
    Site(SiteError),
    Publish(PublishError),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Site(error) => write!(out, "{error}"),
            Self::Publish(error) => write!(out, "{}: {:?}", error.path.display(), error.cause),
        }
    }
}

impl From<SiteError> for Failure {
    fn from(error: SiteError) -> Self {
        Self::Site(error)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(content), Some(output)) = (args.next(), args.next()) else {
        return Err("sito CONTENUTI USCITA".into());
    };
    let theme = Theme::embedded()?;
    let lingue = theme.languages().map_err(|rejected| rejected.to_string())?;
    let verdetto = check::check(&source::read(Path::new(&content))?, &|_| true);
    let told = |failure: Failure| failure.to_string();
    let interruption = Interruption::default();
    for ente in &verdetto.enti {
        let name = ente.codice.as_str();
        let staging = Staging::begin(Path::new(&output), Work::Ente(name), &interruption)
            .map_err(Failure::Publish)
            .map_err(told)?;
        let place = staging
            .folder(name)
            .map_err(Failure::Publish)
            .map_err(told)?;
        let give = |file: OutputFile| place.take(file).map_err(Failure::Publish);
        let parole = lingue.parole(&ente.lingua);
        let mut data = Vec::new();
        for ciclo in &ente.cicli {
            for genere in GenereDati::TUTTI {
                let path = format!("{}/dati/{}", ciclo.codice, genere.nome());
                let mut file = Counted {
                    file: place.open(path.clone()),
                    bytes: 0,
                };
                dati::scrivi(genere, ente, ciclo, &mut file)?;
                let Counted { file, bytes } = file;
                file.close().map_err(Failure::Publish).map_err(told)?;
                let (title, description) = lingua::file_di_dati(genere, parole);
                data.push(PublishedData {
                    ciclo: ciclo.codice.clone(),
                    title: title.to_owned(),
                    description: description.to_owned(),
                    path,
                    bytes,
                });
            }
        }
        let downloads = Downloads {
            documents: &[],
            data: &data,
        };
        site::render(ente, downloads, &theme, parole, &give).map_err(told)?;
        place.swap().map_err(Failure::Publish).map_err(told)?;
    }
    Ok(())
}

/// A file and how long it is so far.
struct Counted<'a> {
    file: Box<dyn Growing + 'a>,
    bytes: u64,
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
