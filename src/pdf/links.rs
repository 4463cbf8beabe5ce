//! Links as annotations (ISO 32000-1, 12.5.6.5; PDF/UA-1, 7.18.5).
//!
//! A link has one annotation on each page that it touches, with a quadrilateral for each of its lines
//! and words for those who do not see it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Object, ObjectId};

use super::file::File;
use super::objects::{array, count, dictionary, integer, length, name, reference, text};
use super::tree::{Annotation, Annotations};
use crate::layout::{Book, LinkArea, LinkId, LinkTarget, Place};

/// Annotation flag: shown on paper too (PDF/A asks for it; ISO 19005-2, 6.3.2).
const PRINT: i64 = 4;

/// What the links of a document have become.
pub(super) struct Written {
    /// The annotations of each link.
    pub(super) annotations: Annotations,
    /// The same by page, for it to name them.
    pub(super) by_page: BTreeMap<usize, Vec<Object>>,
}

/// Writes the annotations of all links.
pub(super) fn write(file: &mut File, book: &Book, pages: &[ObjectId]) -> Written {
    let mut annotations = Annotations::new();
    let mut on_pages: BTreeMap<usize, Vec<Object>> = BTreeMap::new();
    let mut key = pages.len();
    for (index, link) in book.tree.links().iter().enumerate() {
        let mut by_page: BTreeMap<usize, Vec<LinkArea>> = BTreeMap::new();
        for area in &link.areas {
            by_page.entry(area.page).or_default().push(*area);
        }
        for (page, areas) in by_page {
            let mut annotation = annotation(&areas, book.height(page), &link.description);
            annotation.set("StructParent", count(key));
            aim(&mut annotation, &link.target, book, pages);
            let id = file.add(annotation);
            on_pages.entry(page).or_default().push(reference(id));
            annotations
                .entry(LinkId::new(index))
                .or_default()
                .push(Annotation { id, page, key });
            key += 1;
        }
    }
    Written {
        annotations,
        by_page: on_pages,
    }
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

fn aim(annotation: &mut Dictionary, target: &LinkTarget, pages: &Book, ids: &[ObjectId]) {
    match target {
        LinkTarget::Place(place) => {
            if let Some(destination) = destination(*place, pages, ids) {
                annotation.set("Dest", destination);
            }
        }
        LinkTarget::Address(address) => {
            let action = dictionary([
                ("Type", name("Action")),
                ("S", name("URI")),
                ("URI", text(&escaped(address))),
            ]);
            annotation.set("A", Object::Dictionary(action));
        }
        LinkTarget::Heading(_) | LinkTarget::Note(_) => {}
    }
}

/// A place as a destination: the page, a little above the place, at the reader's own zoom.
pub(super) fn destination(place: Place, pages: &Book, ids: &[ObjectId]) -> Option<Object> {
    let page = ids.get(place.page)?;
    let height = pages.height(place.page);
    Some(array([
        reference(*page),
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
