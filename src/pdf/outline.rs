//! Bookmarks (ISO 32000-1, 12.3.3): the headings as a tree.

use lopdf::{Dictionary, Object, ObjectId};

use super::file::File;
use super::links::destination;
use super::objects::{dictionary, integer, name, reference, text};
use super::press::Sheets;
use crate::layout::{Book, Bookmark};

/// The number of bookmarks up to which all of them are shown at once.
const ALL_OPEN: usize = 40;

/// A bookmark with those under it.
struct Item<'a> {
    bookmark: &'a Bookmark,
    kids: Vec<Item<'a>>,
}

/// Writes the bookmarks; `None` when there are none.
pub(super) fn write(file: &mut File<'_>, book: &Book, sheets: &Sheets) -> Option<ObjectId> {
    let mut rest = book.outline.iter().peekable();
    let items = nest(&mut rest, 0);
    if items.is_empty() {
        return None;
    }
    let open = book.outline.len() <= ALL_OPEN;
    let writer = Writer {
        sheets,
        sign: if open { 1 } else { -1 },
    };
    let root = file.reserve();
    let (first, last, shown) = writer.level(file, &items, root)?;
    let shown = if open {
        shown
    } else {
        i64::try_from(items.len()).unwrap_or(i64::MAX)
    };
    file.set(
        root,
        dictionary([
            ("Type", name("Outlines")),
            ("First", reference(first)),
            ("Last", reference(last)),
            ("Count", integer(shown)),
        ]),
    );
    Some(root)
}

/// The bookmarks deeper than `above`, each with its own.
fn nest<'a>(
    rest: &mut std::iter::Peekable<std::slice::Iter<'a, Bookmark>>,
    above: u8,
) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    while let Some(bookmark) = rest.next_if(|next| next.level > above) {
        let kids = nest(rest, bookmark.level);
        items.push(Item { bookmark, kids });
    }
    items
}

struct Writer<'a> {
    sheets: &'a Sheets,
    sign: i64,
}

impl Writer<'_> {
    /// Writes the items of one level: the first, the last, and how many there are in all.
    fn level(
        &self,
        file: &mut File<'_>,
        items: &[Item<'_>],
        parent: ObjectId,
    ) -> Option<(ObjectId, ObjectId, i64)> {
        let ids: Vec<ObjectId> = items.iter().map(|_| file.reserve()).collect();
        let mut total = 0;
        for (index, (item, id)) in items.iter().zip(&ids).enumerate() {
            let mut entry = dictionary([
                ("Title", text(&item.bookmark.title)),
                ("Parent", reference(parent)),
            ]);
            if let Some(place) = destination(item.bookmark.place, self.sheets) {
                entry.set("Dest", place);
            }
            let before = index.checked_sub(1).and_then(|before| ids.get(before));
            set(&mut entry, "Prev", before);
            set(&mut entry, "Next", ids.get(index + 1));
            total += 1;
            if let Some((first, last, count)) = self.level(file, &item.kids, *id) {
                set(&mut entry, "First", Some(&first));
                set(&mut entry, "Last", Some(&last));
                entry.set("Count", integer(self.sign * count));
                total += count;
            }
            file.set(*id, Object::Dictionary(entry));
        }
        Some((*ids.first()?, *ids.last()?, total))
    }
}

fn set(entry: &mut Dictionary, key: &str, id: Option<&ObjectId>) {
    if let Some(id) = id {
        entry.set(key, reference(*id));
    }
}
