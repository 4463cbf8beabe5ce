//! The words of PDFs and pages, without what print and file may differ in.

use std::io;
use std::path::Path;
use std::process::Command;

/// Words without what print and file may differ in: case, kinds of space, apostrophe and quotation
/// mark, the acts' capital vowel with apostrophe for an accented one, a hyphen at the end of a line.
pub(crate) fn normal(words: &str) -> String {
    let mut words = words
        .to_lowercase()
        .replace('\u{2019}', "'")
        .replace(['\u{201c}', '\u{201d}'], "\"")
        .replace('\u{a0}', " ");
    for stem in [
        "modalit",
        "attivit",
        "citt",
        "legittimit",
        "annualit",
        "contabilit",
        "irregolarit",
        "viabilit",
        "prossimit",
        "pubblicit",
    ] {
        words = words.replace(&format!("{stem}a'"), &format!("{stem}à"));
    }
    let words = words.replace("\u{ad}\n", "").replace('\u{ad}', "");
    joined(&words)
}

/// Single spaces; a word that ends its line at a hyphen or slash of its own goes on without one.
fn joined(words: &str) -> String {
    let mut text = String::new();
    for line in words.lines() {
        let of_its_own =
            text.ends_with(['-', '/']) && !text.ends_with(" -") && !text.ends_with(" /");
        if !of_its_own {
            text.push(' ');
        }
        text.push_str(line);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a PDF in the order of its content, which is that of its structure tree.
pub(crate) fn pdf_text(file: &Path) -> io::Result<String> {
    let output = Command::new("pdftotext")
        .arg("-raw")
        .arg(file)
        .arg("-")
        .output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The words of a page, without its markup.
pub(crate) fn page_text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    for (entity, c) in [
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, c);
    }
    text
}
