//! The links of a folder's own pages, which are all that a page written here can have: `href` and `src` between
//! double quotes.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

use super::{InBreve, MANIFEST};
use crate::model::Indirizzo;

/// The links that lead to no file of the folder, or to no place of a page: the page, and where.
pub(super) fn broken(files: &BTreeMap<String, Vec<u8>>) -> Vec<(String, String)> {
    let pages: BTreeMap<&str, String> = files
        .iter()
        .filter(|(path, _)| matches!(path.rsplit_once('.'), Some((_, "html"))))
        .map(|(path, bytes)| (path.as_str(), String::from_utf8_lossy(bytes).into_owned()))
        .collect();
    let places: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .map(|(path, page)| (*path, values(page, " id=\"").collect()))
        .collect();
    let root = root(files);
    let mut broken = Vec::new();
    for (path, page) in &pages {
        let links = values(page, " href=\"").chain(values(page, " src=\""));
        let links: BTreeSet<&str> = links.collect();
        for link in links {
            let plain = link.replace("&amp;", "&");
            if is_outside(&plain) {
                continue;
            }
            // The page «not found» is shown at any address, and its links begin at the server's root.
            let (from, below) = match plain.strip_prefix(&root) {
                Some(below) if plain.starts_with('/') => (HOME, below),
                _ => (*path, plain.as_str()),
            };
            if !leads(from, below, files, &places) {
                broken.push(((*path).to_owned(), plain));
            }
        }
    }
    broken
}

/// A page at the root of the folder.
const HOME: &str = "index.html";

/// The folder as its own server names it, where the manifest says its address; `/` without one.
fn root(files: &BTreeMap<String, Vec<u8>>) -> String {
    let indirizzo = files
        .get(MANIFEST)
        .and_then(|manifest| InBreve::letto(manifest))
        .and_then(|in_breve| in_breve.indirizzo)
        .and_then(|indirizzo| Indirizzo::leggi(&indirizzo).ok());
    indirizzo.map_or_else(
        || "/".to_owned(),
        |indirizzo| indirizzo.sul_server().to_owned(),
    )
}

/// What stands after a mark, up to the next quote.
fn values<'a>(page: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(mark)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
}

/// Whether a link has a scheme or a host of its own.
fn is_outside(link: &str) -> bool {
    let scheme = link.split(['/', '?', '#']).next().unwrap_or_default();
    scheme.contains(':') || link.starts_with("//")
}

fn leads(
    page: &str,
    link: &str,
    files: &BTreeMap<String, Vec<u8>>,
    places: &BTreeMap<&str, BTreeSet<&str>>,
) -> bool {
    let (address, fragment) = link.split_once('#').unwrap_or((link, ""));
    let address = address.split('?').next().unwrap_or_default();
    let Some(target) = resolved(page, address) else {
        return false;
    };
    if !files.contains_key(&target) {
        return false;
    }
    match places.get(target.as_str()) {
        Some(places) if !fragment.is_empty() => places.contains(decoded(fragment).as_str()),
        _ => true,
    }
}

/// The file that an address means, seen from a page; `None` outside the folder.
fn resolved(page: &str, address: &str) -> Option<String> {
    if address.is_empty() {
        return Some(page.to_owned());
    }
    let mut parts: Vec<String> = page.split('/').map(str::to_owned).collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(decoded(part)),
        }
    }
    if parts.last().is_some_and(String::is_empty) {
        parts.pop();
        parts.push("index.html".to_owned());
    }
    Some(parts.join("/"))
}

/// Percent-encoding undone (RFC 3986, 2.1); what is not one stays.
fn decoded(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        let owned = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        owned.collect()
    }

    #[test]
    fn links_lead_to_files_and_places() {
        let files = folder(&[
            (
                "index.html",
                "<a href=\"2023/index.html#in-breve\">x</a> <a href=\"2023/a%20b.pdf\">y</a>",
            ),
            (
                "2023/index.html",
                "<h2 id=\"in-breve\">x</h2> <a href=\"../index.html\"> <a href=\"#in-breve\"> <a href=\"https://a.it\">",
            ),
            ("2023/a b.pdf", "%PDF"),
        ]);
        assert_eq!(broken(&files), []);
    }

    #[test]
    fn links_from_the_root_of_the_server_begin_at_the_address() {
        let manifest =
            "{\"in_breve\": {\"denominazione\": \"x\", \"indirizzo\": \"https://a.it/p/\"}}";
        let page = "<a href=\"/p/index.html\"> <a href=\"/p/\"> <a href=\"/p/no.html\"> <a href=\"/index.html\">";
        let files = folder(&[
            ("404.html", page),
            ("index.html", ""),
            ("manifest.json", manifest),
        ]);
        let found: Vec<String> = broken(&files).into_iter().map(|(_, link)| link).collect();
        assert_eq!(found, ["/index.html", "/p/no.html"]);
    }

    #[test]
    fn what_leads_nowhere_is_found() {
        let page = "<a href=\"no.html\"> <a href=\"#no\"> <img src=\"../../fuori.png\"> <a href=\"index.html#si\"><p id=\"si\">";
        let files = folder(&[("a/index.html", page)]);
        let found: Vec<String> = broken(&files).into_iter().map(|(_, link)| link).collect();
        assert_eq!(found, ["#no", "../../fuori.png", "no.html"]);
    }
}
