//! Words escaped for HTML, run by run: Tera's own way writes byte by byte.

use std::io::{self, Write};

/// Writes words as Tera would.
pub(super) fn escape(words: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut rest = words;
    while let Some((at, entity)) = first(rest) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.write_all(before.as_bytes())?;
        out.write_all(entity.as_bytes())?;
        rest = from.get(1..).unwrap_or_default();
    }
    out.write_all(rest.as_bytes())
}

/// Where the first character is that cannot stand as it is, and what stands for it.
fn first(words: &str) -> Option<(usize, &'static str)> {
    let mut bytes = words.bytes().enumerate();
    bytes.find_map(|(at, byte)| entity(byte).map(|entity| (at, entity)))
}

const fn entity(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_out_as_tera_would_write_them() {
        for words in [
            "",
            "è",
            "<a href=\"x\">l'«anno» & più</a>",
            "&&",
            "senza",
            "in fondo <",
        ] {
            let (mut ours, mut teras) = (Vec::new(), Vec::new());
            assert!(escape(words, &mut ours).is_ok());
            assert!(tera::escape_html(words, &mut teras).is_ok());
            assert_eq!(ours, teras, "{words}");
        }
    }
}
