//! A workbook out of bytes that anybody may have made: cells, or why there are none.
//!
//! Nothing is ever unpacked to disk, and what is unpacked in memory has a limit ([`involucro`]): a workbook of
//! a settore has some hundred rows.

mod indirizzi;
mod involucro;
mod ods;

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};

use calamine::{Data, DataRef, ExcelDateTime, Ods, Range, Reader as _, Xlsx};
use chrono::NaiveDate;

use self::involucro::Genere;
use self::ods::Rifiuto;
use super::difetto::{Difetto, Indirizzo};
use super::modulo::Di;
use super::xlsx::{CHI, FORMATO, VERSIONE};

/// Rows and columns beyond these are nobody's.
const RIGHE: u32 = 5_000;
const COLONNE: u32 = 100;
/// A workbook has four sheets; people add some.
const FOGLI: usize = 30;
/// All words together.
const PAROLE: usize = 16 * 1024 * 1024;

/// The largest file that is looked at.
pub const MASSIMO: u64 = 8 * 1024 * 1024;

/// A workbook that was filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Libro {
    /// Whose it is.
    pub di: Di,
    /// Its other sheets.
    pub fogli: Vec<FoglioLetto>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct FoglioLetto {
    /// Its name.
    pub nome: String,
    /// What stands in its cells, by row and column from 0; empty ones are left out.
    pub celle: BTreeMap<(u32, u32), Contenuto>,
}

impl FoglioLetto {
    /// The address of a cell.
    #[must_use]
    pub fn indirizzo(&self, (riga, colonna): (u32, u32)) -> Indirizzo {
        let foglio = self.nome.clone();
        Indirizzo {
            foglio,
            riga,
            colonna,
        }
    }

    /// The words in a cell, whatever its kind.
    #[must_use]
    pub fn parole(&self, dove: (u32, u32)) -> String {
        self.celle
            .get(&dove)
            .map(Contenuto::parole)
            .unwrap_or_default()
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Contenuto {
    /// Words.
    Parole(String),
    /// A number, whatever it looks like.
    Numero(f64),
    /// A day.
    Giorno(NaiveDate),
    /// An hour, or a length of time.
    Ora,
    /// True or false.
    Logico(bool),
    /// A formula that gives an error.
    Errore(String),
    /// A formula whose value nobody has worked out.
    SenzaValore,
}

impl Contenuto {
    fn parole(&self) -> String {
        match self {
            Self::Parole(testo) | Self::Errore(testo) => testo.trim().to_owned(),
            Self::Numero(numero) => numero.to_string().replace('.', ","),
            Self::Giorno(giorno) => giorno.format("%d/%m/%Y").to_string(),
            Self::Logico(vero) => if *vero { "VERO" } else { "FALSO" }.to_owned(),
            Self::Ora | Self::SenzaValore => String::new(),
        }
    }
}

/// Reads a workbook, `.xlsx` or `.ods`.
///
/// # Errors
/// When it is none, or not one that this program wrote: what is wrong, in the words of people.
pub fn leggi(byte: &[u8]) -> Result<Libro, Difetto> {
    let fogli = match involucro::apri(byte)? {
        Genere::Xlsx => xlsx(byte)?,
        Genere::Ods(contenuto) => {
            ods::misura(&contenuto, RIGHE, COLONNE, PAROLE).map_err(|rifiuto| match rifiuto {
                Rifiuto::Guasto => guasto(),
                Rifiuto::TroppoGrande => troppo_grande(),
            })?;
            drop(contenuto);
            ods(byte)?
        }
    };
    riconosci(fogli)
}

/// Whose the workbook is, from its hidden sheet.
fn riconosci(mut fogli: Vec<FoglioLetto>) -> Result<Libro, Difetto> {
    let posto = fogli
        .iter()
        .position(|foglio| foglio.nome == CHI || foglio.parole((0, 0)) == FORMATO);
    let chi = posto
        .map(|posto| fogli.remove(posto))
        .filter(|chi| chi.parole((0, 0)) == FORMATO);
    let rifare = "esportarlo di nuovo con «griglia esporta raccolta» e ricopiarvi le risposte";
    let Some(chi) = chi else {
        return Err(Difetto::del_file(
            format!(
                "il file non dice di quale ente, anno e settore è: manca il foglio nascosto «{CHI}»"
            ),
            format!("se è stato tolto, {rifare}"),
        ));
    };
    let versione = chi.parole((0, 1));
    if versione != VERSIONE {
        return Err(Difetto::del_file(
            format!(
                "il foglio è della versione «{versione}», e questo programma legge la «{VERSIONE}»"
            ),
            rifare,
        ));
    }
    let valore = |nome: &str| {
        let riga = (1..10).find(|riga| chi.parole((*riga, 0)) == nome)?;
        Some(chi.parole((riga, 1))).filter(|valore| !valore.is_empty())
    };
    let (Some(ente), Some(ciclo), Some(settore)) =
        (valore("ente"), valore("ciclo"), valore("settore"))
    else {
        return Err(Difetto::del_file(
            format!(
                "il foglio nascosto «{CHI}» è stato cambiato: non dice più ente, ciclo e settore"
            ),
            rifare,
        ));
    };
    Ok(Libro {
        di: Di {
            ente,
            ciclo,
            settore,
        },
        fogli,
    })
}

fn guasto() -> Difetto {
    Difetto::del_file(
        "il file è rovinato: non si riesce a leggerlo come foglio di calcolo",
        "aprirlo con un foglio di calcolo e salvarlo di nuovo, oppure farselo rimandare",
    )
}

fn troppo_grande() -> Difetto {
    Difetto::del_file(
        "il file è molto più grande di una raccolta di risultati: non viene letto",
        "togliere fogli, righe e immagini aggiunti, oppure ricopiare le risposte in un foglio esportato di nuovo",
    )
}

/// Cells gathered one by one, within limits.
struct Raccoglitore {
    celle: BTreeMap<(u32, u32), Contenuto>,
    parole: usize,
}

impl Raccoglitore {
    fn metti(&mut self, dove: (u32, u32), contenuto: Option<Contenuto>) -> Result<(), Difetto> {
        let Some(contenuto) = contenuto else {
            return Ok(());
        };
        if let Contenuto::Parole(testo) = &contenuto {
            self.parole += testo.len();
        }
        if dove.0 >= RIGHE || dove.1 >= COLONNE || self.parole > PAROLE {
            return Err(troppo_grande());
        }
        self.celle.insert(dove, contenuto);
        Ok(())
    }
}

fn xlsx(byte: &[u8]) -> Result<Vec<FoglioLetto>, Difetto> {
    let mut libro = Xlsx::new(Cursor::new(byte)).map_err(|_| guasto())?;
    let nomi = libro.sheet_names();
    if nomi.len() > FOGLI {
        return Err(troppo_grande());
    }
    let mut parole = 0;
    let mut fogli = Vec::new();
    for nome in nomi {
        let foglio = foglio_xlsx(&mut libro, nome, &mut parole)?;
        fogli.push(foglio);
    }
    Ok(fogli)
}

fn foglio_xlsx<R: Read + Seek>(
    libro: &mut Xlsx<R>,
    nome: String,
    parole: &mut usize,
) -> Result<FoglioLetto, Difetto> {
    let mut raccoglitore = Raccoglitore {
        celle: BTreeMap::new(),
        parole: *parole,
    };
    // A chart has no cells; it is nobody's answer.
    if let Ok(mut lettore) = libro.worksheet_cells_reader(&nome) {
        while let Some(cella) = lettore
            .next_cell_with_formula_metadata()
            .map_err(|_| guasto())?
        {
            let contenuto = match (contenuto_xlsx(cella.value), cella.formula) {
                (None, Some(_)) => Some(Contenuto::SenzaValore),
                (contenuto, _) => contenuto,
            };
            raccoglitore.metti(cella.pos, contenuto)?;
        }
    }
    *parole = raccoglitore.parole;
    Ok(FoglioLetto {
        nome,
        celle: raccoglitore.celle,
    })
}

fn contenuto_xlsx(valore: DataRef<'_>) -> Option<Contenuto> {
    match valore {
        DataRef::SharedString(testo) => a_parole(testo),
        altro => contenuto(altro.into()),
    }
}

fn ods(byte: &[u8]) -> Result<Vec<FoglioLetto>, Difetto> {
    let mut libro = Ods::new(Cursor::new(byte)).map_err(|_| guasto())?;
    let nomi = libro.sheet_names();
    if nomi.len() > FOGLI {
        return Err(troppo_grande());
    }
    let mut fogli = Vec::new();
    for nome in nomi {
        let valori = libro.worksheet_range(&nome).map_err(|_| guasto())?;
        let formule = libro.worksheet_formula(&nome).map_err(|_| guasto())?;
        let mut raccoglitore = Raccoglitore {
            celle: BTreeMap::new(),
            parole: 0,
        };
        for (dove, valore) in posti(&valori) {
            raccoglitore.metti(dove, contenuto(valore.clone()))?;
        }
        for (dove, formula) in posti(&formule) {
            if !formula.is_empty() && !raccoglitore.celle.contains_key(&dove) {
                raccoglitore.metti(dove, Some(Contenuto::SenzaValore))?;
            }
        }
        fogli.push(FoglioLetto {
            nome,
            celle: raccoglitore.celle,
        });
    }
    Ok(fogli)
}

/// The cells of a range with their own addresses.
fn posti<T: calamine::CellType>(campo: &Range<T>) -> impl Iterator<Item = ((u32, u32), &T)> {
    let (riga, colonna) = campo.start().unwrap_or_default();
    campo.used_cells().filter_map(move |(r, c, valore)| {
        let r = u32::try_from(r).ok()?.checked_add(riga)?;
        Some(((r, u32::try_from(c).ok()?.checked_add(colonna)?), valore))
    })
}

fn a_parole(testo: &str) -> Option<Contenuto> {
    let testo = testo.replace("\r\n", "\n").replace('\r', "\n");
    (!testo.trim().is_empty()).then_some(Contenuto::Parole(testo))
}

fn contenuto(valore: Data) -> Option<Contenuto> {
    match valore {
        Data::Empty => None,
        #[expect(
            clippy::cast_precision_loss,
            reason = "cells hold no integers beyond f64's"
        )]
        Data::Int(numero) => Some(Contenuto::Numero(numero as f64)),
        Data::Float(numero) if numero.is_finite() => Some(Contenuto::Numero(numero)),
        Data::Float(_) => Some(Contenuto::Errore("#NUM!".to_owned())),
        Data::String(testo) => a_parole(&testo),
        Data::Bool(vero) => Some(Contenuto::Logico(vero)),
        Data::DateTime(quando) => Some(giorno(quando)),
        Data::DateTimeIso(testo) => {
            let giorno = testo.get(..10).and_then(|giorno| giorno.parse().ok());
            giorno.map_or_else(
                || a_parole(&testo),
                |giorno| Some(Contenuto::Giorno(giorno)),
            )
        }
        Data::DurationIso(_) => Some(Contenuto::Ora),
        Data::Error(errore) => Some(Contenuto::Errore(errore.to_string())),
    }
}

fn giorno(quando: ExcelDateTime) -> Contenuto {
    // Below 1 there is no day, only an hour.
    let valore = quando.as_f64();
    if !quando.is_datetime() || !(1.0..3_000_000.0).contains(&valore) {
        return Contenuto::Ora;
    }
    let (anno, mese, giorno, ..) = quando.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(anno), u32::from(mese), u32::from(giorno))
        .map_or(Contenuto::Ora, Contenuto::Giorno)
}
