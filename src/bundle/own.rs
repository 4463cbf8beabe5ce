//! Whether an archive is byte for byte as it is written here.
//!
//! Sums prove the files; of an archive there is more: dates, attributes, comments, bytes between one file and the next. Who
//! opens the archive with another program may see them. So the archive is written again around the same packed files, and
//! the two are compared. How files are packed is not looked at, another version may do it better: all that can differ unseen
//! are the spare bits after the last packed byte of a file.

use std::io::{Cursor, Read, Seek, SeekFrom};

use zip::result::ZipResult;
use zip::{DateTime, ZipArchive, ZipWriter};

use super::{Parte, write};

/// The end of an archive (APPNOTE 4.3.16).
const END: [u8; 4] = *b"PK\x05\x06";
/// In the central header of a file: the system that wrote it (APPNOTE 4.4.2), its attributes there (4.4.15).
const SYSTEM: usize = 5;
const ATTRIBUTES: usize = 38;
const UNIX: u8 = 3;

/// Whether nothing is in an archive besides its files. One that was not made here has headers of its own making: of it is
/// asked that it has no comment, and nothing before and after.
pub(super) fn is_nothing_but_files<R: Read + Seek>(mut archive: ZipArchive<R>) -> ZipResult<bool> {
    let Some(parte) = Parte::of_comment(archive.comment()) else {
        let starts = archive.offset() == 0;
        return Ok(starts && ends_without_comment(archive)?);
    };
    let headers = (0..archive.len()).map(|at| {
        let entry = archive.by_index_raw(at)?;
        Ok(entry.central_header_start())
    });
    let headers = headers.collect::<ZipResult<Vec<u64>>>()?;
    let again = again(&mut archive, parte)?;
    let bytes = all(archive)?;
    let plain = headers.into_iter().all(|start| {
        let header = usize::try_from(start)
            .ok()
            .and_then(|start| bytes.get(start..));
        header.is_some_and(is_of_a_plain_file)
    });
    Ok(plain && again.is_some_and(|again| again == bytes))
}

fn all<R: Read + Seek>(archive: ZipArchive<R>) -> ZipResult<Vec<u8>> {
    let mut file = archive.into_inner();
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether the end of an archive is its last bytes; no more of it is read.
fn ends_without_comment<R: Read + Seek>(archive: ZipArchive<R>) -> ZipResult<bool> {
    let mut file = archive.into_inner();
    let mut end = [0; write::END];
    let length = file.seek(SeekFrom::End(0))?;
    let Some(start) = length.checked_sub(end.len() as u64) else {
        return Ok(false);
    };
    file.seek(SeekFrom::Start(start))?;
    file.read_exact(&mut end)?;
    Ok(end.starts_with(&END) && end.ends_with(&[0, 0]))
}

/// Whether a central header says what it says here: what is read of it would be written again as it is.
fn is_of_a_plain_file(header: &[u8]) -> bool {
    let attributes = header.get(ATTRIBUTES..ATTRIBUTES + 4);
    header.get(SYSTEM) == Some(&UNIX)
        && attributes == Some((write::FILE_MODE << 16).to_le_bytes().as_slice())
}

/// The archive as it would be written here; `None` when a file has what is never written.
fn again<R: Read + Seek>(archive: &mut ZipArchive<R>, parte: Parte) -> ZipResult<Option<Vec<u8>>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at)?;
        let plain = entry.comment().is_empty()
            && entry.extra_data().is_none_or(|extra| extra.is_empty())
            && entry.last_modified() == Some(DateTime::default());
        if !plain {
            return Ok(None);
        }
        writer.raw_copy_file(entry)?;
    }
    writer.set_comment(parte.comment())?;
    Ok(Some(writer.finish()?.into_inner()))
}
