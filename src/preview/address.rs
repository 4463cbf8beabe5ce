//! Addresses of requests, and the kinds of files that they lead to.

use crate::model::FormatoAllegato;
use percent_encoding::percent_decode_str;

/// The path of a request without its first `/`, decoded; `None` when it is no text or tries to climb.
pub(super) fn decoded(path: &str) -> Option<String> {
    let path = path.strip_prefix('/').unwrap_or(path);
    let path = percent_decode_str(path).decode_utf8().ok()?.into_owned();
    let climbs = path.split(['/', '\\']).any(|part| part == "..");
    (!climbs && !path.contains('\0')).then_some(path)
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
