//! The object tree, made complete: what `printpdf` does not write.

use std::fmt::Write as _;

use lopdf::{Document, Object, ObjectId};
use sha2::{Digest, Sha256};

use super::fonts::Font;
use super::metadata::Part;
use super::objects::{array, bytes, count, dictionary, name, reference, text};
use super::{PdfError, attachments, fonts, links, metadata, outline, profile, sweep, tree};
use crate::document::{Attachment, Info};
use crate::layout::Pages;

/// Completes the tree.
pub(super) fn finish(
    mut document: Document,
    pages: &Pages,
    (info, attached): (&Info, &[Attachment]),
    used: &[Font<'_>],
) -> Result<Document, PdfError> {
    "1.7".clone_into(&mut document.version);
    let mut ids: Vec<ObjectId> = document.page_iter().collect();
    let behind = split_behind(&mut document, pages, &mut ids);
    let resources = share_resources(&mut document, pages, &ids)?;
    fonts::amend(&mut document, used, &resources);
    for (index, id) in ids.iter().enumerate() {
        finish_page(&mut document, index, *id);
    }
    for (page, id) in pages.pages.iter().zip(&ids) {
        if let Some(stamp) = page.behind.and_then(|stamp| behind.get(stamp)) {
            lay_behind(&mut document, *id, *stamp);
        }
    }
    let annotations = links::write(&mut document, pages, &ids);
    let root = tree::write(&mut document, pages, &ids, &annotations);
    let bookmarks = outline::write(&mut document, pages, &ids);
    let intent = profile::write(&mut document)?;
    let attached = attachments::write(&mut document, attached, info);
    let part = match attached {
        Some(_) => Part::Three,
        None => Part::Two,
    };
    let identity = identity(&document, info);
    let xmp = metadata::write(&mut document, info, part, &uuid(&identity));
    let own = document.add_object(metadata::dictionary_of(info));

    let catalog = document
        .catalog_mut()
        .map_err(|_| PdfError::Incomplete("catalog"))?;
    catalog.set("StructTreeRoot", reference(root));
    catalog.set(
        "MarkInfo",
        Object::Dictionary(dictionary([("Marked", Object::Boolean(true))])),
    );
    catalog.set("Lang", text(&info.language));
    catalog.set(
        "ViewerPreferences",
        Object::Dictionary(dictionary([("DisplayDocTitle", Object::Boolean(true))])),
    );
    catalog.set("Metadata", reference(xmp));
    catalog.set("OutputIntents", profile::intents(intent));
    if let Some(bookmarks) = bookmarks {
        catalog.set("Outlines", reference(bookmarks));
        catalog.set("PageMode", name("UseOutlines"));
    }
    if let Some(attached) = attached {
        catalog.set("AF", attached.files);
        catalog.set("Names", attached.names);
    }
    document.trailer.set("Info", reference(own));
    let identity = bytes(identity.get(..16).unwrap_or_default());
    document
        .trailer
        .set("ID", array([identity.clone(), identity]));
    sweep::sweep(&mut document);
    Ok(document)
}

/// Takes the last pages out of the document when they are only there for their content, and returns
/// that.
fn split_behind(document: &mut Document, pages: &Pages, ids: &mut Vec<ObjectId>) -> Vec<ObjectId> {
    let extra = ids.split_off(pages.count().min(ids.len()));
    let mut contents = Vec::with_capacity(extra.len());
    for id in extra {
        let Ok(page) = document.get_dictionary(id) else {
            continue;
        };
        let of = |key: &[u8]| page.get(key).and_then(Object::as_reference);
        let (Ok(content), Ok(parent)) = (of(b"Contents"), of(b"Parent")) else {
            continue;
        };
        contents.push(content);
        if let Ok(parent) = document.get_dictionary_mut(parent) {
            let kids: Vec<Object> = ids.iter().copied().map(reference).collect();
            parent.set("Kids", kids);
            parent.set("Count", count(ids.len()));
        }
    }
    contents
}

/// Draws a content stream before a page's own.
fn lay_behind(document: &mut Document, page: ObjectId, behind: ObjectId) {
    if let Ok(page) = document.get_dictionary_mut(page)
        && let Ok(own) = page.get(b"Contents").and_then(Object::as_reference)
    {
        page.set("Contents", array([reference(behind), reference(own)]));
    }
}

/// One resource dictionary for all pages, with nothing in it but fonts and rasters. Returns the fonts.
fn share_resources(
    document: &mut Document,
    drawn: &Pages,
    pages: &[ObjectId],
) -> Result<lopdf::Dictionary, PdfError> {
    let missing = || PdfError::Incomplete("page resources");
    let first = pages.first().ok_or_else(missing)?;
    let shared = document
        .get_dictionary(*first)
        .and_then(|page| page.get(b"Resources"))
        .and_then(Object::as_reference)
        .map_err(|_| missing())?;
    let resources = document.get_dictionary_mut(shared).map_err(|_| missing())?;
    for empty in [b"ExtGState".as_slice(), b"Shading"] {
        resources.remove(empty);
    }
    if drawn.rasters.is_empty() {
        resources.remove(b"XObject");
    }
    let fonts = resources
        .get(b"Font")
        .and_then(Object::as_reference)
        .map_err(|_| missing())?;
    for id in pages {
        if let Ok(page) = document.get_dictionary_mut(*id) {
            page.set("Resources", reference(shared));
        }
    }
    document
        .get_dictionary(fonts)
        .cloned()
        .map_err(|_| missing())
}

/// What every page says: where its content stands in the parent tree, and that the tab key follows
/// the structure (PDF/UA-1, 7.18.3).
fn finish_page(document: &mut Document, index: usize, id: ObjectId) {
    let mut content = None;
    if let Ok(page) = document.get_dictionary_mut(id) {
        page.set("StructParents", count(index));
        page.set("Tabs", name("S"));
        for same in [b"Annots".as_slice(), b"TrimBox", b"CropBox"] {
            page.remove(same);
        }
        content = page.get(b"Contents").and_then(Object::as_reference).ok();
    }
    if let Some(id) = content
        && let Ok(stream) = document.get_object_mut(id).and_then(Object::as_stream_mut)
    {
        let joined = join_codes(&stream.content);
        stream.set_content(joined);
    }
}

/// Joins neighbouring codes into one string: `<0001><0002>` shows the same as `<00010002>`.
///
/// Nothing else in a content stream made here has `>` before `<` with nothing between.
fn join_codes(content: &[u8]) -> Vec<u8> {
    let mut joined = Vec::with_capacity(content.len());
    let mut bytes = content.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if byte == b'>' && bytes.next_if_eq(&b'<').is_some() {
            continue;
        }
        joined.push(byte);
    }
    joined
}

/// A hash of all that the file draws (its streams, before compression) and says of itself, and of the
/// size of its tree.
fn identity(document: &Document, info: &Info) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(format!("{info:?} {}", document.objects.len()));
    for object in document.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    hash.finalize().to_vec()
}

/// The hash as a UUID (RFC 9562, version 8).
fn uuid(hash: &[u8]) -> String {
    let mut text = String::new();
    for (index, byte) in hash.iter().take(16).enumerate() {
        let byte = match index {
            6 => byte & 0x0F | 0x80,
            8 => byte & 0x3F | 0x80,
            _ => *byte,
        };
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_codes_become_one_string() {
        let joined = join_codes(b"/P <</MCID 1>> BDC [<0001><0002>3<0003>] TJ");
        assert_eq!(joined, b"/P <</MCID 1>> BDC [<00010002>3<0003>] TJ");
    }
}
