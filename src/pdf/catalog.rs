//! The document's objects, hung on its catalog (ISO 32000-1, 7.7): pages, what they share, what the document
//! says of itself.

use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use sha2::{Digest, Sha256};

use super::metadata::Part;
use super::objects::{array, bytes, count, dictionary, integer, length, name, reference, text};
use super::packed::Packed;
use super::{PdfError, attachments, links, metadata, outline, profile, tree};
use crate::document::{Attachment, Info};
use crate::layout::{Book, Leaf};

/// What the pages draw: of each page, and of each stamp that lies behind pages.
pub(super) struct Drawn {
    /// The content of each page.
    pub(super) pages: Vec<Stream>,
    /// The content of each stamp.
    pub(super) stamps: Vec<Stream>,
}

/// What all pages draw with, by the names that they call it.
pub(super) struct Resources {
    /// Fonts.
    pub(super) fonts: Dictionary,
    /// Rasters.
    pub(super) images: Dictionary,
}

/// Completes a document that has fonts and images; the elements of the structure tree are bytes already.
pub(super) fn complete(
    mut document: Document,
    pages: &Book,
    (drawn, resources): (Drawn, Resources),
    (info, attached): (&Info, &[Attachment]),
) -> Result<(Document, Packed), PdfError> {
    let (parent, ids) = write_pages(&mut document, pages, drawn, resources);
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

    let marked = dictionary([("Marked", Object::Boolean(true))]);
    let titled = dictionary([("DisplayDocTitle", Object::Boolean(true))]);
    let mut catalog = dictionary([
        ("Type", name("Catalog")),
        ("Pages", reference(parent)),
        ("PageLayout", name("OneColumn")),
        ("StructTreeRoot", reference(tree.root)),
        ("MarkInfo", Object::Dictionary(marked)),
        ("Lang", text(&info.language)),
        ("ViewerPreferences", Object::Dictionary(titled)),
        ("Metadata", reference(xmp)),
        ("OutputIntents", profile::intents(intent)),
    ]);
    if let Some(bookmarks) = bookmarks {
        catalog.set("Outlines", reference(bookmarks));
        catalog.set("PageMode", name("UseOutlines"));
    }
    if let Some(attached) = attached {
        catalog.set("AF", attached.files);
        catalog.set("Names", attached.names);
    }
    let catalog = document.add_object(catalog);
    let identity = bytes(identity.get(..16).unwrap_or_default());
    document.trailer = dictionary([
        ("Root", reference(catalog)),
        ("Info", reference(own)),
        ("ID", array([identity.clone(), identity])),
    ]);
    Ok((document, tree.objects))
}

/// Writes the pages under a parent of their own.
fn write_pages(
    document: &mut Document,
    pages: &Book,
    drawn: Drawn,
    resources: Resources,
) -> (ObjectId, Vec<ObjectId>) {
    let parent = document.new_object_id();
    let stamps = drawn.stamps.into_iter();
    let stamps: Vec<ObjectId> = stamps.map(|stamp| document.add_object(stamp)).collect();
    let mut shared = dictionary([("Font", Object::Dictionary(resources.fonts))]);
    if !resources.images.is_empty() {
        shared.set("XObject", Object::Dictionary(resources.images));
    }
    let shared = document.add_object(shared);
    let drawn = pages.leaves.iter().zip(drawn.pages);
    let ids: Vec<ObjectId> = drawn
        .enumerate()
        .map(|(index, (page, content))| {
            let behind = page.behind.and_then(|stamp| stamps.get(stamp).copied());
            let content = document.add_object(content);
            let contents = behind.into_iter().chain([content]).map(reference).collect();
            let mut entries = page_entries(page, index);
            entries.set("Parent", reference(parent));
            // Each page says it itself: inherited resources are no archive's (ISO 19005-2, 6.2.2).
            entries.set("Resources", reference(shared));
            entries.set("Contents", Object::Array(contents));
            document.add_object(entries)
        })
        .collect();
    let kids = ids.iter().copied().map(reference).collect();
    document.set_object(
        parent,
        dictionary([
            ("Type", name("Pages")),
            ("Kids", Object::Array(kids)),
            ("Count", count(ids.len())),
        ]),
    );
    (parent, ids)
}

/// What a page says: its size, where its content stands in the parent tree, and that the tab key follows
/// the structure (PDF/UA-1, 7.18.3).
fn page_entries(page: &Leaf, index: usize) -> Dictionary {
    let paper = [
        integer(0),
        integer(0),
        length(page.size.width),
        length(page.size.height),
    ];
    dictionary([
        ("Type", name("Page")),
        ("MediaBox", array(paper)),
        ("StructParents", count(index)),
        ("Tabs", name("S")),
    ])
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
