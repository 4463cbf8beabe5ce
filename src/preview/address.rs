//! Addresses of requests, and the kinds of files that they lead to.

use crate::model::FormatoAllegato;

/// The path of a request without its first `/`, decoded; `None` when it is no text or tries to climb.
pub(super) fn decoded(path: &str) -> Option<String> {
    let path = path.strip_prefix('/').unwrap_or(path);
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    let path = String::from_utf8(bytes).ok()?;
    let climbs = path.split(['/', '\\']).any(|part| part == "..");
    (!climbs && !path.contains('\0')).then_some(path)
}

/// A path ready for a header (RFC 3986, 3.3).
pub(super) fn encoded(path: &str) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// Whether a file is a page.
pub(super) fn is_page(name: &str) -> bool {
    ending(name) == "html"
}

/// The media type of a file of a site.
pub(super) fn media_type(name: &str) -> &'static str {
    match ending(name) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "jsonld" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "odt" => FormatoAllegato::Odt.media_type(),
        "ods" => FormatoAllegato::Ods.media_type(),
        "docx" => FormatoAllegato::Docx.media_type(),
        "xlsx" => FormatoAllegato::Xlsx.media_type(),
        "zip" => FormatoAllegato::Zip.media_type(),
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}
