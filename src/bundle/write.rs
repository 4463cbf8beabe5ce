//! Archives in the making.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use rayon::prelude::*;
use zip::result::{ZipError, ZipResult};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use super::{Limite, Parte, leggimi};
use crate::integrity::InBreve;

/// What is small already: packing it again costs time and gains nothing.
const PACKED: [&str; 14] = [
    "pdf", "woff2", "woff", "png", "jpg", "jpeg", "webp", "zip", "gz", "xlsx", "ods", "odt",
    "docx", "p7m",
];
/// The end of an archive, its comment apart.
pub(super) const END: usize = 22;
/// What each file is to a system that knows permissions: a plain one, which its owner may change.
pub(super) const FILE_MODE: u32 = 0o100_644;

/// An archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    /// `caluso.zip`, `caluso-1-di-3.zip`.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a folder cannot be packed.
#[derive(Debug)]
pub enum PackError {
    /// A file alone is larger than an archive may be.
    TooLarge {
        /// Which.
        percorso: String,
        /// How large the archive would be, in bytes.
        byte: u64,
    },
    /// Not even the text that explains the archive has room.
    NoRoom,
    /// The archive cannot be written, which is never the content's doing.
    Zip(ZipError),
}

impl From<ZipError> for PackError {
    fn from(error: ZipError) -> Self {
        Self::Zip(error)
    }
}

/// A file as an archive of its own, from which it is copied as it is packed.
struct Packed {
    percorso: String,
    alone: Vec<u8>,
}

impl Packed {
    fn new(percorso: &str, bytes: &[u8], method: CompressionMethod) -> ZipResult<Self> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .system(System::Unix)
            .unix_permissions(FILE_MODE & 0o777);
        writer.start_file(percorso, options)?;
        writer.write_all(bytes)?;
        Ok(Self {
            percorso: percorso.to_owned(),
            alone: writer.finish()?.into_inner(),
        })
    }

    /// How much it adds to an archive.
    fn weight(&self) -> usize {
        self.alone.len().saturating_sub(END)
    }
}

/// Packs the files of a published folder, by their path in it.
///
/// # Errors
/// When a file is larger than the limit.
pub fn pack(
    ente: &str,
    in_breve: &InBreve,
    files: &BTreeMap<String, Vec<u8>>,
    limite: Option<Limite>,
) -> Result<Vec<Archive>, PackError> {
    let files: Vec<(&String, &Vec<u8>)> = files.iter().collect();
    let packed: ZipResult<Vec<Packed>> = files
        .par_iter()
        .map(|(path, bytes)| Packed::new(&format!("{ente}/{path}"), bytes, method(path)))
        .collect();
    let packed = packed?;
    let shares = match limite {
        None => vec![packed.as_slice()],
        Some(limite) => shares(&packed, limite, room(ente, in_breve)?)?,
    };
    let of = shares.len();
    let archives = shares.par_iter().enumerate().map(|(at, share)| {
        let parte = Parte { which: at + 1, of };
        let bytes = archive(ente, in_breve, parte, share)?;
        let name = parte.name(ente);
        Ok(Archive { name, bytes })
    });
    archives.collect()
}

fn method(path: &str) -> CompressionMethod {
    let end = path
        .rsplit_once('.')
        .map(|(_, end)| end.to_ascii_lowercase());
    match end {
        Some(end) if PACKED.contains(&end.as_str()) => CompressionMethod::Stored,
        _ => CompressionMethod::Deflated,
    }
}

/// The text that explains an archive, as a file of it. It is stored, so that its size is known before how
/// many archives there are.
fn explanation(ente: &str, in_breve: &InBreve, parte: Parte) -> ZipResult<Packed> {
    let text = leggimi::text(ente, in_breve, parte);
    Packed::new(&parte.leggimi(), text.as_bytes(), CompressionMethod::Stored)
}

/// What an archive takes besides its files, at most.
fn room(ente: &str, in_breve: &InBreve) -> ZipResult<usize> {
    let longest = Parte {
        which: 99_999,
        of: 99_999,
    };
    let explanation = explanation(ente, in_breve, longest)?;
    Ok(explanation.weight() + END + longest.comment().len())
}

/// Divides the files, in their order, among as few archives as that order allows.
fn shares(packed: &[Packed], limite: Limite, room: usize) -> Result<Vec<&[Packed]>, PackError> {
    let limit = usize::try_from(limite.byte()).unwrap_or(usize::MAX);
    let free = limit.checked_sub(room).ok_or(PackError::NoRoom)?;
    let mut shares = Vec::new();
    let mut rest = packed;
    while !rest.is_empty() {
        let mut taken = 0;
        let fits = rest
            .iter()
            .take_while(|file| {
                taken += file.weight();
                taken <= free
            })
            .count();
        let (share, after) = rest.split_at(fits);
        match (share, after) {
            ([], [first, ..]) => {
                return Err(PackError::TooLarge {
                    percorso: first.percorso.clone(),
                    byte: (first.weight() + room) as u64,
                });
            }
            _ => shares.push(share),
        }
        rest = after;
    }
    Ok(shares)
}

fn archive(
    ente: &str,
    in_breve: &InBreve,
    parte: Parte,
    share: &[Packed],
) -> Result<Vec<u8>, PackError> {
    let explanation = explanation(ente, in_breve, parte)?;
    let total = share.iter().map(Packed::weight).sum::<usize>() + explanation.weight();
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(total + 64)));
    for file in [&explanation].into_iter().chain(share) {
        let mut alone = ZipArchive::new(Cursor::new(file.alone.as_slice()))?;
        writer.raw_copy_file(alone.by_index_raw(0)?)?;
    }
    writer.set_comment(parte.comment())?;
    Ok(writer.finish()?.into_inner())
}
