//! The segments of a JPEG file (ISO/IEC 10918-1, annex B).

/// Start of scan: what follows is the picture itself.
const SCAN: u8 = 0xDA;
/// The application segment of Adobe: says how colours are coded.
const ADOBE: u8 = 0xEE;

/// The file without comments and application segments (where and when a photograph was taken, a
/// second picture in small, a profile that the page would not use); `None` when it is not well formed.
pub(super) fn bare(file: &[u8]) -> Option<Vec<u8>> {
    let mut bare = file.get(..2)?.to_vec();
    let mut at = 2;
    loop {
        let [0xFF, marker] = *file.get(at..at + 2)? else {
            return None;
        };
        if marker == SCAN {
            bare.extend(file.get(at..)?);
            return Some(bare);
        }
        let [high, low] = *file.get(at + 2..at + 4)? else {
            return None;
        };
        let end = at + 2 + usize::from(u16::from_be_bytes([high, low]));
        let aside = matches!(marker, 0xE0..=0xEF | 0xFE) && marker != ADOBE;
        let segment = file.get(at..end)?;
        if !aside {
            bare.extend(segment);
        }
        at = end;
    }
}
