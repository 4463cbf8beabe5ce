//! The PostScript name of a font, read from its `name` table (OpenType 1.9, *name*).

/// Name record 6: the PostScript name.
const POSTSCRIPT: u16 = 6;

/// The PostScript name, as far as a PDF name can carry it.
pub(super) fn postscript_name(font: &[u8]) -> Option<String> {
    let table = table(font, *b"name")?;
    let count = short(table, 2)?;
    let strings = usize::from(short(table, 4)?);
    for record in 0..usize::from(count) {
        let at = 6 + 12 * record;
        if short(table, at + 6)? != POSTSCRIPT {
            continue;
        }
        let length = usize::from(short(table, at + 8)?);
        let start = strings + usize::from(short(table, at + 10)?);
        let bytes = table.get(start..start + length)?;
        // UTF-16 or Mac Roman: the name itself is ASCII in both.
        let name: String = bytes
            .iter()
            .map(|byte| char::from(*byte))
            .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
            .collect();
        if !name.is_empty() {
            return Some(name);
        }
    }
    None
}

fn table(font: &[u8], tag: [u8; 4]) -> Option<&[u8]> {
    let count = usize::from(short(font, 4)?);
    let record = (0..count)
        .map(|index| 12 + 16 * index)
        .find(|at| font.get(*at..*at + 4) == Some(&tag))?;
    let offset = usize::try_from(long(font, record + 8)?).ok()?;
    let length = usize::try_from(long(font, record + 12)?).ok()?;
    font.get(offset..offset.checked_add(length)?)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at + 2)?;
    Some(u16::from_be_bytes(two.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}
