//! Bytes to text, and in what they were written when that is not UTF-8.
//!
//! Text of another encoding is never accepted: it is decoded so that a message can show the line as its
//! author sees it.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// In what a text that is not UTF-8 was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// The old one of Windows, of which Latin-1 is a part.
    Windows1252,
    /// What Windows calls *Unicode*.
    Utf16,
    /// One after the other, or none that is known.
    Mixed,
    /// No text at all: a document of an office program, a picture.
    Binary,
}

/// The text of some bytes; of another encoding than UTF-8, from which byte of the text on.
pub(super) fn decode(bytes: Vec<u8>) -> (String, Option<(usize, Encoding)>) {
    if let Some(text) = utf_16(&bytes) {
        return (text, Some((0, Encoding::Utf16)));
    }
    if let Some(nul) = bytes.iter().position(|byte| *byte == 0) {
        // Nothing of it is worth showing.
        let text = bytes.get(..nul).unwrap_or_default();
        let shown = String::from_utf8(text.to_vec()).unwrap_or_default();
        return (shown, Some((0, Encoding::Binary)));
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let plain = bytes.get(..offset).is_some_and(<[u8]>::is_ascii);
            if plain {
                let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
                (text.into_owned(), Some((offset, Encoding::Windows1252)))
            } else {
                let text = String::from_utf8_lossy(bytes).into_owned();
                (text, Some((offset, Encoding::Mixed)))
            }
        }
    }
}

/// UTF-16, by its mark, or by the zeros that it has beside every plain letter.
fn utf_16(bytes: &[u8]) -> Option<String> {
    let zeros = |odd: usize| {
        let every = bytes.iter().skip(odd).step_by(2);
        every.filter(|byte| **byte == 0).count() * 2 > bytes.len() / 2
    };
    let encoding = match bytes {
        [0xff, 0xfe, ..] => UTF_16LE,
        [0xfe, 0xff, ..] => UTF_16BE,
        _ if zeros(1) => UTF_16LE,
        _ if zeros(0) => UTF_16BE,
        _ => return None,
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Some(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_told_apart_and_shown_as_written() {
        let (text, told) = decode(b"titolo: citt\xe0 \x96 \x80".to_vec());
        assert_eq!(text, "titolo: città – €");
        assert_eq!(told, Some((12, Encoding::Windows1252)));
        let le: Vec<u8> = "città".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = "città".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [&[0xff, 0xfe], le.as_slice()].concat();
        for bytes in [le, be, marked] {
            assert_eq!(
                decode(bytes),
                ("città".to_owned(), Some((0, Encoding::Utf16)))
            );
        }
        let (_, told) = decode("città e citt\u{e0}".bytes().chain([0xe0]).collect());
        assert_eq!(told, Some((15, Encoding::Mixed)));
        let (_, told) = decode(b"PK\x03\x04\x14\x00\x06\x08\xff".to_vec());
        assert_eq!(told, Some((0, Encoding::Binary)));
        for right in ["", "città", "\u{feff}città"] {
            assert_eq!(decode(right.into()), (right.to_owned(), None));
        }
    }
}
