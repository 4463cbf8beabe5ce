//! The document's objects, hung on its catalog (ISO 32000-1, 7.7): pages, what they share, what the document
//! says of itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Object, ObjectId};
use sha2::{Digest, Sha256};

use super::file::File;
use super::metadata::Part;
use super::objects::{array, bytes, count, dictionary, integer, length, name, reference, text};
use super::press::Sheets;
use super::tree::Branches;
use super::{PdfError, attachments, links, metadata, outline, profile};
use crate::document::{Attachment, Info};
use crate::layout::{Book, Leaf};

/// What is in the file already, for pages to name.
pub(super) struct Resources {
    /// What lies behind pages.
    pub(super) stamps: Vec<ObjectId>,
    /// Fonts, by the names that pages call them.
    pub(super) fonts: Dictionary,
    /// Rasters, the same.
    pub(super) images: Dictionary,
}

/// Completes a file that has what its pages draw, and all that they draw with.
pub(super) fn complete(
    mut file: File<'_>,
    book: &Book,
    (sheets, branches): (Sheets, Branches),
    resources: Resources,
    (info, attached): (&Info, &[Attachment]),
) -> Result<(), PdfError> {
    let parent = file.reserve();
    let (tree, links) = branches.finish(&mut file, &sheets);
    let links = links::write(&mut file, &links, book, &sheets);
    write_pages(&mut file, book, (parent, &sheets), resources, links);
    let bookmarks = outline::write(&mut file, book, &sheets);
    let intent = profile::write(&mut file)?;
    let attached = attachments::write(&mut file, attached, info);
    let part = match attached {
        Some(_) => Part::Three,
        None => Part::Two,
    };
    let identity = identity(&file, info);
    let xmp = metadata::write(&mut file, info, part, &uuid(&identity));
    let own = file.add(metadata::dictionary_of(info));

    let marked = dictionary([("Marked", Object::Boolean(true))]);
    let titled = dictionary([("DisplayDocTitle", Object::Boolean(true))]);
    let mut catalog = dictionary([
        ("Type", name("Catalog")),
        ("Pages", reference(parent)),
        ("PageLayout", name("OneColumn")),
        ("StructTreeRoot", reference(tree)),
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
    let catalog = file.add(catalog);
    let identity = bytes(identity.get(..16).unwrap_or_default());
    let end = file.finish(dictionary([
        ("Root", reference(catalog)),
        ("Info", reference(own)),
        ("ID", array([identity.clone(), identity])),
    ]));
    end.map_err(PdfError::Write)
}

/// Writes the pages under a parent of their own.
fn write_pages(
    file: &mut File<'_>,
    book: &Book,
    (parent, sheets): (ObjectId, &Sheets),
    resources: Resources,
    mut annotations: BTreeMap<usize, Vec<Object>>,
) {
    let mut shared = dictionary([("Font", Object::Dictionary(resources.fonts))]);
    if !resources.images.is_empty() {
        shared.set("XObject", Object::Dictionary(resources.images));
    }
    let shared = file.add(shared);
    for (index, (leaf, sheet)) in book.leaves.iter().zip(sheets.iter()).enumerate() {
        let behind = leaf.behind.and_then(|stamp| resources.stamps.get(stamp));
        let contents = behind.into_iter().chain(&sheet.contents).copied();
        let mut entries = page_entries(leaf, index);
        entries.set("Parent", reference(parent));
        // Each page says it itself: inherited resources are no archive's (ISO 19005-2, 6.2.2).
        entries.set("Resources", reference(shared));
        entries.set("Contents", Object::Array(contents.map(reference).collect()));
        if let Some(annotations) = annotations.remove(&index) {
            entries.set("Annots", annotations);
        }
        file.set(sheet.id, entries);
    }
    let kids = sheets.iter().map(|sheet| reference(sheet.id)).collect();
    file.set(
        parent,
        dictionary([
            ("Type", name("Pages")),
            ("Kids", Object::Array(kids)),
            ("Count", count(sheets.count())),
        ]),
    );
}

/// What a page says: its size, where its content stands in the parent tree, and that the tab key follows
/// the structure (PDF/UA-1, 7.18.3).
fn page_entries(leaf: &Leaf, index: usize) -> Dictionary {
    let paper = [
        integer(0),
        integer(0),
        length(leaf.size.width),
        length(leaf.size.height),
    ];
    dictionary([
        ("Type", name("Page")),
        ("MediaBox", array(paper)),
        ("StructParents", count(index)),
        ("Tabs", name("S")),
    ])
}

/// A hash of all that the file holds so far and of what it says of itself.
fn identity(file: &File<'_>, info: &Info) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(format!("{info:?}"));
    hash.update(file.hash());
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
