//! How large a sheet of `OpenDocument` would become: its cells and rows say how often they are repeated, and a
//! short file can ask for more memory than there is.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// White space longer than this is no indentation.
const RIGA_VUOTA: usize = 256;

/// Why it is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rifiuto {
    /// It is not well-formed XML.
    Guasto,
    /// It asks for more than the limits.
    TroppoGrande,
}

/// Goes once through `content.xml` and adds up what it asks for.
pub(super) fn misura(
    contenuto: &[u8],
    righe: u32,
    colonne: u32,
    parole: usize,
) -> Result<(), Rifiuto> {
    let mut misura = Misura {
        limiti: [u64::from(righe), u64::from(colonne)],
        parole: u64::try_from(parole).unwrap_or(u64::MAX),
        ..Misura::default()
    };
    let mut lettore = Reader::from_reader(contenuto);
    // What is never closed would be read for ever: it must be well formed.
    let mut aperti = 0_u64;
    let mut spazio = Vec::new();
    loop {
        match lettore.read_event_into(&mut spazio) {
            Ok(Event::Start(inizio)) => {
                aperti += 1;
                misura.comincia(&inizio, Resta::Aperto)?;
            }
            Ok(Event::End(_)) => aperti = aperti.saturating_sub(1),
            Ok(Event::Empty(inizio)) => misura.comincia(&inizio, Resta::Chiuso)?,
            Ok(Event::Text(testo)) => {
                let detto: &str = testo.as_ref();
                // Line ends between cells are not theirs.
                if detto.len() > RIGA_VUOTA || !detto.trim().is_empty() {
                    misura.testo(detto.len())?;
                }
            }
            Ok(Event::Eof) if aperti == 0 => return Ok(()),
            Ok(Event::Eof) | Err(_) => return Err(Rifiuto::Guasto),
            Ok(_) => {}
        }
        spazio.clear();
    }
}

/// Whether something may follow inside an element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Resta {
    Aperto,
    Chiuso,
}

#[derive(Default)]
struct Misura {
    limiti: [u64; 2],
    parole: u64,
    /// Rows before this one, and how often this one is repeated.
    sopra: u64,
    riga: u64,
    /// Cells before this one, and how often this one is repeated.
    prima: u64,
    cella: u64,
    scritto: u64,
}

impl Misura {
    fn comincia(&mut self, inizio: &BytesStart<'_>, resta: Resta) -> Result<(), Rifiuto> {
        let nome = inizio.name();
        match nome.as_ref() {
            "table:table" => {
                (self.sopra, self.riga, self.prima, self.cella) = (0, 0, 0, 0);
            }
            "table:table-row" => {
                self.sopra = self.sopra.saturating_add(self.riga);
                self.riga = volte(inizio, "table:number-rows-repeated");
                (self.prima, self.cella) = (0, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.prima = self.prima.saturating_add(self.cella);
                self.cella = volte(inizio, "table:number-columns-repeated");
                let detto = inizio.attributes().flatten().any(|attributo| {
                    let chiave: &str = attributo.key.as_ref();
                    chiave.starts_with("office:") || chiave == "table:formula"
                });
                if detto || resta == Resta::Aperto {
                    self.testo(inizio.len())?;
                }
            }
            "text:s" => {
                let spazi = volte(inizio, "text:c");
                self.testo(usize::try_from(spazi).unwrap_or(usize::MAX))?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Something is written in the cell: all that comes before it becomes part of the sheet.
    fn testo(&mut self, quanto: usize) -> Result<(), Rifiuto> {
        let quanto = u64::try_from(quanto).unwrap_or(u64::MAX);
        if self.cella == 0 || quanto == 0 {
            return Ok(());
        }
        let [righe, colonne] = self.limiti;
        let copie = self.riga.saturating_mul(self.cella);
        self.scritto = self.scritto.saturating_add(quanto.saturating_mul(copie));
        let alto = self.sopra.saturating_add(self.riga);
        let largo = self.prima.saturating_add(self.cella);
        if alto > righe || largo > colonne || self.scritto > self.parole {
            return Err(Rifiuto::TroppoGrande);
        }
        Ok(())
    }
}

/// How often something is repeated; what is no number is as much as it can be.
fn volte(inizio: &BytesStart<'_>, chiave: &str) -> u64 {
    let mut attributi = inizio.attributes();
    let trovato = attributi.with_checks(false).flatten().find(|attributo| {
        let sua: &str = attributo.key.as_ref();
        sua == chiave
    });
    trovato.map_or(1, |attributo| {
        let valore: &str = attributo.value.as_ref();
        valore.trim().parse().unwrap_or(u64::MAX)
    })
}
