//! The object tree, made complete: what `printpdf` does not write.

use std::fmt::Write as _;

use lopdf::{Document, Object, ObjectId, Stream};
use sha2::{Digest, Sha256};

use super::fonts::Font;
use super::metadata::Part;
use super::objects::{array, bytes, count, dictionary, name, reference, text};
use super::packed::Packed;
use super::{PdfError, attachments, fonts, links, metadata, outline, profile, sweep, tree};
use crate::document::{Attachment, Info};
use crate::layout::Pages;

/// What the pages draw: of each page, and of each stamp that lies behind pages.
pub(super) struct Drawn {
    /// The content of each page.
    pub(super) pages: Vec<Stream>,
    /// The content of each stamp.
    pub(super) stamps: Vec<Stream>,
}

/// Completes the tree; the elements of the structure tree are bytes already.
pub(super) fn finish(
    mut document: Document,
    pages: &Pages,
    drawn: Drawn,
    (info, attached): (&Info, &[Attachment]),
    used: &[Font<'_>],
) -> Result<(Document, Packed), PdfError> {
    "1.7".clone_into(&mut document.version);
    let ids: Vec<ObjectId> = document.page_iter().collect();
    let resources = share_resources(&mut document, pages, &ids)?;
    fonts::amend(&mut document, used, &resources);
    let stamps = drawn.stamps.into_iter();
    let stamps: Vec<ObjectId> = stamps.map(|stamp| document.add_object(stamp)).collect();
    let drawn = pages.pages.iter().zip(drawn.pages);
    for (index, ((page, content), id)) in drawn.zip(&ids).enumerate() {
        let behind = page.behind.and_then(|stamp| stamps.get(stamp));
        let content = document.add_object(content);
        finish_page(
            &mut document,
            index,
            *id,
            behind.into_iter().chain([&content]),
        );
    }
    let annotations = links::write(&mut document, pages, &ids);
    let tree = tree::write_tree(&mut document, pages, &ids, &annotations);
    let bookmarks = outline::write(&mut document, pages, &ids);
    let intent = profile::write(&mut document)?;
    let attached = attachments::write(&mut document, attached, info);
    let part = match attached {
        Some(_) => Part::Three,
        None => Part::Two,
    };
    let identity = identity(&document, &tree.objects, info);
    let xmp = metadata::write(&mut document, info, part, &uuid(&identity));
    let own = document.add_object(metadata::dictionary_of(info));

    let catalog = document
        .catalog_mut()
        .map_err(|_| PdfError::Incomplete("catalog"))?;
    catalog.set("StructTreeRoot", reference(tree.root));
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
    Ok((document, tree.objects))
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

/// What every page says: what it draws, where that stands in the parent tree, and that the tab key
/// follows the structure (PDF/UA-1, 7.18.3).
fn finish_page<'a>(
    document: &mut Document,
    index: usize,
    id: ObjectId,
    contents: impl Iterator<Item = &'a ObjectId>,
) {
    if let Ok(page) = document.get_dictionary_mut(id) {
        page.set("StructParents", count(index));
        page.set("Tabs", name("S"));
        let contents = contents.copied().map(reference).collect();
        page.set("Contents", Object::Array(contents));
        for same in [b"Annots".as_slice(), b"TrimBox", b"CropBox"] {
            page.remove(same);
        }
    }
}

/// A hash of all that the file draws, of its structure tree and of what it says of itself.
fn identity(document: &Document, tree: &Packed, info: &Info) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(format!("{info:?} {}", document.objects.len()));
    hash.update(tree.bytes());
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
