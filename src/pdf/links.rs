//! Links as annotations (ISO 32000-1, 12.5.6.5; PDF/UA-1, 7.18.5).
//!
//! A link has one annotation on each page that it touches, with a quadrilateral for each of its lines
//! and words for those who do not see it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Object, ObjectId};

use super::file::File;
use super::objects::{array, count, dictionary, integer, length, name, reference, text};
use super::press::Sheets;
use crate::layout::{Book, Link, LinkArea, LinkTarget, Place};

/// Annotation flag: shown on paper too (PDF/A asks for it; ISO 19005-2, 6.3.2).
const PRINT: i64 = 4;

/// A link of which the tree knows, to be written when all places are known.
#[derive(Debug)]
pub(super) struct Led {
    /// The link.
    pub(super) link: Link,
    /// Its annotations.
    pub(super) annotations: Vec<Annotation>,
}

/// An annotation that a link has on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Annotation {
    /// Its object.
    pub(super) id: ObjectId,
    /// Index of its page.
    pub(super) page: usize,
}

/// Writes the annotations of all links, which have keys of the parent tree after those of the pages; returns them
/// page by page.
pub(super) fn write(
    file: &mut File<'_>,
    links: &[Led],
    book: &Book,
    sheets: &Sheets,
) -> BTreeMap<usize, Vec<Object>> {
    let mut by_page: BTreeMap<usize, Vec<Object>> = BTreeMap::new();
    let mut key = sheets.count();
    for Led { link, annotations } in links {
        for Annotation { id, page } in annotations {
            let areas = link.areas.iter().filter(|area| area.page == *page);
            let areas: Vec<LinkArea> = areas.copied().collect();
            let mut annotation = annotation(&areas, book.height(*page), &link.description);
            annotation.set("StructParent", count(key));
            aim(&mut annotation, &link.target, book, sheets);
            file.set(*id, annotation);
            by_page.entry(*page).or_default().push(reference(*id));
            key += 1;
        }
    }
    by_page
}

fn annotation(areas: &[LinkArea], height: f64, description: &str) -> Dictionary {
    let edges = |area: &LinkArea| {
        (
            area.x,
            height - area.y - area.height,
            area.x + area.width,
            height - area.y,
        )
    };
    let (mut left, mut bottom, mut right, mut top) = (f64::MAX, f64::MAX, f64::MIN, f64::MIN);
    let mut quads = Vec::new();
    for (x0, y0, x1, y1) in areas.iter().map(edges) {
        (left, bottom) = (left.min(x0), bottom.min(y0));
        (right, top) = (right.max(x1), top.max(y1));
        // Upper left, upper right, lower left, lower right: the order that readers expect.
        quads.extend([x0, y1, x1, y1, x0, y0, x1, y0].map(length));
    }
    dictionary([
        ("Type", name("Annot")),
        ("Subtype", name("Link")),
        ("Rect", array([left, bottom, right, top].map(length))),
        ("QuadPoints", Object::Array(quads)),
        ("Border", array([integer(0), integer(0), integer(0)])),
        ("F", integer(PRINT)),
        ("Contents", text(description)),
    ])
}

fn aim(annotation: &mut Dictionary, target: &LinkTarget, book: &Book, sheets: &Sheets) {
    match target {
        LinkTarget::Address(address) => {
            let action = dictionary([
                ("Type", name("Action")),
                ("S", name("URI")),
                ("URI", text(&escaped(address))),
            ]);
            annotation.set("A", Object::Dictionary(action));
        }
        LinkTarget::Heading(_) | LinkTarget::Note(_) => {
            let place = book.places.of(target);
            if let Some(destination) = place.and_then(|place| destination(place, sheets)) {
                annotation.set("Dest", destination);
            }
        }
    }
}

/// A place as a destination: the page, a little above the place, at the reader's own zoom.
pub(super) fn destination(place: Place, sheets: &Sheets) -> Option<Object> {
    let sheet = sheets.get(place.page)?;
    let height = sheet.height;
    Some(array([
        reference(sheet.id),
        name("XYZ"),
        integer(0),
        length((height - place.y + 12.0).min(height)),
        Object::Null,
    ]))
}

/// An address in ASCII (ISO 32000-1, 12.6.4.7), its other characters escaped (RFC 3986).
fn escaped(address: &str) -> String {
    let mut plain = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            plain.push(char::from(byte));
        } else {
            let _ = write!(plain, "%{byte:02X}");
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn addresses_are_ascii() {
        assert_eq!(
            escaped("https://comune.it/città di a"),
            "https://comune.it/citt%C3%A0%20di%20a"
        );
    }
}
