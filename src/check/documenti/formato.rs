//! Whether a file is what its ending says, by its first bytes.

use crate::model::FormatoAllegato;

/// The ending of a name, without dot.
pub(super) fn estensione(nome: &str) -> &str {
    let file = nome.rsplit(['/', '\\']).next().unwrap_or_default();
    file.rsplit_once('.')
        .map_or("", |(_, estensione)| estensione)
}

/// The format that a name promises.
pub(super) fn scritto(nome: &str) -> Option<FormatoAllegato> {
    FormatoAllegato::di_estensione(estensione(nome))
}

/// Where the type of an `OpenDocument` file stands, uncompressed at the head of the archive (ODF 1.2,
/// part 3, 3.3).
const INIZIO_TIPO: usize = 38;

/// Whether the bytes are of a format.
pub(super) fn e_davvero(formato: FormatoAllegato, bytes: &[u8]) -> bool {
    match formato {
        // Some programs write a few bytes before the header.
        FormatoAllegato::Pdf => contiene(bytes.get(..1024).unwrap_or(bytes), b"%PDF-"),
        FormatoAllegato::Odt | FormatoAllegato::Ods => {
            let tipo = bytes.get(INIZIO_TIPO..).unwrap_or_default();
            zip(bytes) && tipo.starts_with(formato.media_type().as_bytes())
        }
        FormatoAllegato::Docx => zip(bytes) && contiene(bytes, b"word/"),
        FormatoAllegato::Xlsx => zip(bytes) && contiene(bytes, b"xl/"),
        FormatoAllegato::Zip => zip(bytes),
        FormatoAllegato::Csv | FormatoAllegato::Txt => {
            !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok()
        }
    }
}

fn zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

fn contiene(bytes: &[u8], cercati: &[u8]) -> bool {
    bytes.windows(cercati.len()).any(|alcuni| alcuni == cercati)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_what_a_file_is() {
        let odt = [
            b"PK\x03\x04".as_slice(),
            &[0; 26],
            b"mimetype",
            b"application/vnd.oasis.opendocument.textPK",
        ]
        .concat();
        assert!(e_davvero(FormatoAllegato::Odt, &odt));
        assert!(!e_davvero(FormatoAllegato::Ods, &odt));
        assert!(e_davvero(FormatoAllegato::Zip, &odt));
        assert!(!e_davvero(FormatoAllegato::Docx, &odt));
        assert!(!e_davvero(FormatoAllegato::Pdf, &odt));
        assert!(e_davvero(FormatoAllegato::Pdf, b"\xef\xbb\xbf%PDF-1.7\n"));
        assert!(e_davvero(FormatoAllegato::Csv, "città,1\n".as_bytes()));
        assert!(!e_davvero(FormatoAllegato::Csv, b"citt\xe0,1\n"));
        assert!(!e_davvero(FormatoAllegato::Txt, b"a\0b"));
    }

    #[test]
    fn endings_are_those_of_the_file_not_of_its_folder() {
        assert_eq!(estensione("v1.2/atto"), "");
        assert_eq!(estensione("a/atto.pdf.P7M"), "P7M");
    }
}
