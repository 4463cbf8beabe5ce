//! The structure tree as PDF objects (ISO 32000-1, 14.7.2).
//!
//! Every element becomes an object; marked content hangs on it by page and number. The way back, from
//! a page's content to its elements, is the parent tree (14.7.4.4): page *n* has key *n*, annotations
//! come after the pages. Elements that ended up empty (a link of spaces) are left out; cells are not.
//!
//! The tree comes branch by branch; of a branch that is written only those stay whom others must name: its first
//! element, the elements of each page, what has a name, what leads somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use lopdf::{Dictionary, Object, ObjectId};

use super::file::File;
use super::links::{Annotation, Led};
use super::objects::{array, bytes, count, dictionary, length, name, reference, text};
use super::press::Sheets;
use super::spelling::{part, write, write_name, write_reference};
use super::tags::{attributes, structure_type};
use crate::layout::{Branch, Kid, Link, MarkRef, Node, NodeId, Tag, Tree};

/// The branches that are in the file.
pub(super) struct Branches {
    /// What all elements belong to.
    root: ObjectId,
    /// The document's element.
    document: ObjectId,
    /// The first element of each branch, by the branch's number.
    tops: BTreeMap<usize, u32>,
    /// For each page, the element of each marked-content sequence, by its number and that of its object.
    parents: Vec<Vec<(u32, u32)>>,
    /// What leads somewhere, with its element, by the number of its branch and its own.
    links: BTreeMap<(usize, usize), (Led, ObjectId)>,
    /// Elements with names.
    names: BTreeMap<String, ObjectId>,
}

impl Branches {
    /// None yet.
    pub(super) fn new(file: &mut File<'_>) -> Self {
        Self {
            root: file.reserve(),
            document: file.reserve(),
            tops: BTreeMap::new(),
            parents: Vec::new(),
            links: BTreeMap::new(),
            names: BTreeMap::new(),
        }
    }

    /// Writes a branch. The pages on which it stands are among the sheets.
    pub(super) fn take(&mut self, file: &mut File<'_>, sheets: &Sheets, branch: Branch) {
        let live = live(&branch);
        let ids = live.iter();
        let ids: Vec<u32> = ids
            .map(|live| if *live { file.reserve().0 } else { 0 })
            .collect();
        let Some(top) = ids.first().filter(|id| **id > 0) else {
            return;
        };
        self.tops.insert(branch.number(), *top);
        let annotations = branch.links().iter().map(|link| annotations(file, link));
        let mut writer = Writer {
            annotations: annotations.collect(),
            owners: BTreeMap::new(),
            branch: &branch,
            sheets,
            ids,
            written: self,
        };
        for (id, node) in branch.nodes() {
            if let Some(own) = writer.id(id) {
                writer.element(id, node, own, file.begin(own));
            }
        }
        let (annotations, owners) = (writer.annotations, writer.owners);
        let number = branch.number();
        let links = branch.into_links().into_iter().zip(annotations);
        for (index, (link, annotations)) in links.enumerate() {
            if let Some(owner) = owners.get(&index) {
                let led = Led { link, annotations };
                self.links.insert((number, index), (led, *owner));
            }
        }
    }

    /// Notes the element of a marked-content sequence.
    fn note(&mut self, mark: MarkRef, element: ObjectId) {
        let page = mark.page();
        if self.parents.len() <= page {
            self.parents.resize_with(page + 1, Vec::new);
        }
        if let Some(parents) = self.parents.get_mut(page) {
            let number = u32::try_from(mark.number()).unwrap_or(u32::MAX);
            parents.push((number, element.0));
        }
    }

    /// Writes what they hang on; returns the root, and what leads somewhere.
    pub(super) fn finish(self, file: &mut File<'_>, sheets: &Sheets) -> (ObjectId, Vec<Led>) {
        let (top, root_id) = (self.document, self.root);
        let out = file.begin(top);
        out.extend(b"<</S/Document/P ");
        write_reference(out, root_id);
        let mut kids = Kids::default();
        for id in self.tops.values() {
            kids.push(&reference((*id, 0)));
        }
        kids.write(out);
        out.extend(b">>");
        let mut add = |object: Object| reference(file.add(object));
        let mut numbers = Vec::new();
        let mut parents = self.parents;
        parents.resize_with(sheets.count(), Vec::new);
        for (page, mut parents) in parents.into_iter().enumerate() {
            parents.sort_unstable();
            let elements = parents
                .into_iter()
                .map(|(_, id)| reference((id, 0)))
                .collect();
            numbers.extend([count(page), add(Object::Array(elements))]);
        }
        let mut key = sheets.count();
        let mut links = Vec::with_capacity(self.links.len());
        for (led, element) in self.links.into_values() {
            for _ in &led.annotations {
                numbers.extend([count(key), reference(element)]);
                key += 1;
            }
            links.push(led);
        }
        let parents = dictionary([("Nums", Object::Array(numbers))]);
        let parents = add(Object::Dictionary(parents));
        let mut root = dictionary([
            ("Type", name("StructTreeRoot")),
            ("K", array([reference(top)])),
            ("ParentTree", parents),
            ("ParentTreeNextKey", count(key)),
            (
                "RoleMap",
                Object::Dictionary(dictionary([("Strong", name("Span")), ("Em", name("Span"))])),
            ),
        ]);
        if !self.names.is_empty() {
            let names = self
                .names
                .iter()
                .flat_map(|(label, id)| [bytes(label.as_bytes()), reference(*id)])
                .collect();
            let names = dictionary([("Names", Object::Array(names))]);
            root.set("IDTree", add(Object::Dictionary(names)));
        }
        file.set(root_id, root);
        (root_id, links)
    }
}

/// Annotations for a link: one on each page that it touches.
fn annotations(file: &mut File<'_>, link: &Link) -> Vec<Annotation> {
    let pages: BTreeSet<usize> = link.areas.iter().map(|area| area.page).collect();
    let annotation = |page| Annotation {
        id: file.reserve(),
        page,
    };
    pages.into_iter().map(annotation).collect()
}

/// Which elements hold something, or mean something while empty.
fn live(branch: &Branch) -> Vec<bool> {
    let mut live = vec![false; branch.count()];
    for (id, node) in branch.nodes().rev() {
        let means = matches!(
            node.tag,
            Tag::HeaderCell(..) | Tag::DataCell(..) | Tag::TableRow
        );
        let holds = || {
            branch.kids(node).any(|kid| match kid {
                Kid::Node(id) => live.get(id.index()).copied().unwrap_or_default(),
                Kid::Slot(slot) => branch.marks(slot).next().is_some(),
                Kid::Areas(link) => {
                    let link = branch.links().get(link.index());
                    link.is_some_and(|link| !link.areas.is_empty())
                }
            })
        };
        let own = means || holds();
        if let Some(known) = live.get_mut(id.index()) {
            *known = own;
        }
    }
    live
}

/// What an element holds, written at once: the root of a long document has a hundred thousand kids.
#[derive(Default)]
struct Kids {
    bytes: Vec<u8>,
    count: usize,
    /// The last one is a number or a reference.
    plain: bool,
}

impl Kids {
    fn push(&mut self, kid: &Object) {
        if self.count > 0 {
            part(&mut self.bytes, kid);
        }
        write(&mut self.bytes, kid);
        self.count += 1;
        self.plain = matches!(kid, Object::Integer(_) | Object::Reference(_));
    }

    /// One number or reference alone needs no array (ISO 32000-1, table 323).
    fn write(&self, out: &mut Vec<u8>) {
        match self.count {
            0 => {}
            1 if self.plain => {
                out.extend(b"/K ");
                out.extend(&self.bytes);
            }
            _ => {
                out.extend(b"/K[");
                out.extend(&self.bytes);
                out.push(b']');
            }
        }
    }
}

/// Writes the elements of a branch.
struct Writer<'a> {
    branch: &'a Branch,
    sheets: &'a Sheets,
    /// The number of each element's object; 0 for those that have none.
    ids: Vec<u32>,
    /// Those of each link.
    annotations: Vec<Vec<Annotation>>,
    /// The element of each link.
    owners: BTreeMap<usize, ObjectId>,
    written: &'a mut Branches,
}

impl Writer<'_> {
    fn id(&self, node: NodeId) -> Option<ObjectId> {
        let number = self.ids.get(node.index()).copied();
        number
            .filter(|number| *number > 0)
            .map(|number| (number, 0))
    }

    fn element(&mut self, id: NodeId, node: &Node, own: ObjectId, out: &mut Vec<u8>) {
        let parent = match node.parent {
            Tree::ROOT => self.written.document,
            parent => self.id(parent).unwrap_or(self.written.document),
        };
        out.extend(b"<</S");
        write_name(out, structure_type(&node.tag).as_bytes());
        out.extend(b"/P ");
        write_reference(out, parent);
        let page = self.first_page(node);
        if let Some(id) = page.and_then(|page| self.sheets.id(page)) {
            out.extend(b"/Pg ");
            write_reference(out, id);
        }
        let mut kids = Kids::default();
        for kid in self.branch.kids(node) {
            self.kid(kid, own, page, &mut kids);
        }
        kids.write(out);
        let described = self.described(id, &node.tag, own);
        for (key, value) in &described {
            write_name(out, key);
            part(out, value);
            write(out, value);
        }
        out.extend(b">>");
    }

    /// What an element says of itself: its attributes, the words that stand for it (ISO 32000-1, 14.9), its
    /// name.
    fn described(&mut self, id: NodeId, tag: &Tag, own: ObjectId) -> Dictionary {
        let mut entries = Dictionary::new();
        if let Some(attributes) = attributes(tag).or_else(|| self.bounds(id, tag)) {
            entries.set("A", attributes);
        }
        match tag {
            Tag::Figure(alt) => entries.set("Alt", text(alt)),
            Tag::Foreign(language) => entries.set("Lang", text(language)),
            Tag::Abbreviation(expansion) => entries.set("E", text(expansion)),
            _ => {}
        }
        let label = match tag {
            Tag::HeaderCell(_, shape) => shape.id(),
            Tag::Note(name) => Some(name.as_ref()),
            _ => None,
        };
        if let Some(label) = label {
            entries.set("ID", bytes(label.as_bytes()));
            self.written.names.insert(label.to_owned(), own);
        }
        entries
    }

    /// Where a figure stands on its page.
    fn bounds(&self, id: NodeId, tag: &Tag) -> Option<Dictionary> {
        let Tag::Figure(_) = tag else { return None };
        let bounds = self.branch.bounds(id)?;
        let height = self.sheets.get(bounds.page?)?.height;
        let (bottom, top) = (height - bounds.bottom, height - bounds.top);
        let edges = [bounds.left, bottom, bounds.right, top];
        Some(dictionary([
            ("O", name("Layout")),
            ("Placement", name("Block")),
            ("BBox", array(edges.map(length))),
        ]))
    }

    /// The page of the first content that hangs on the node itself.
    fn first_page(&self, node: &Node) -> Option<usize> {
        self.branch.kids(node).find_map(|kid| match kid {
            Kid::Slot(slot) => self.branch.marks(slot).next().map(MarkRef::page),
            _ => None,
        })
    }

    fn kid(&mut self, kid: Kid, own: ObjectId, page: Option<usize>, kids: &mut Kids) {
        match kid {
            Kid::Node(id) => {
                if let Some(id) = self.id(id) {
                    kids.push(&reference(id));
                }
            }
            Kid::Slot(slot) => {
                for mark in self.branch.marks(slot) {
                    self.written.note(mark, own);
                    kids.push(&self.content(mark, page));
                }
            }
            Kid::Areas(link) => {
                self.owners.insert(link.index(), own);
                let annotations = self.annotations.get(link.index());
                for annotation in annotations.into_iter().flatten() {
                    let page = self.sheets.id(annotation.page);
                    kids.push(&Object::Dictionary(dictionary([
                        ("Type", name("OBJR")),
                        ("Obj", reference(annotation.id)),
                        ("Pg", page.map_or(Object::Null, reference)),
                    ])));
                }
            }
        }
    }

    /// A number for content on the element's own page, a dictionary for any other.
    fn content(&self, mark: MarkRef, page: Option<usize>) -> Object {
        if page == Some(mark.page()) {
            return count(mark.number());
        }
        let id = self.sheets.id(mark.page());
        Object::Dictionary(dictionary([
            ("Type", name("MCR")),
            ("Pg", id.map_or(Object::Null, reference)),
            ("MCID", count(mark.number())),
        ]))
    }
}

/// The structure tree as text, an element a line, indented by depth: for tests and for the curious.
#[must_use]
pub fn outline_of(tree: &Tree) -> String {
    let mut text = String::from("Document\n");
    for branch in tree.branches() {
        if let Some((_, node)) = branch.nodes().next() {
            describe(branch, node, 1, &mut text);
        }
    }
    text
}

fn describe(branch: &Branch, node: &Node, depth: usize, text: &mut String) {
    text.push_str(&"  ".repeat(depth));
    text.push_str(structure_type(&node.tag));
    if let Tag::HeaderCell(_, shape) | Tag::DataCell(shape) = &node.tag {
        for (key, extent) in [("columns", shape.columns), ("rows", shape.rows)] {
            if extent > 1 {
                let _ = write!(text, " {key}={extent}");
            }
        }
        if !shape.headers().is_empty() {
            let _ = write!(text, " headers={}", shape.headers().join(","));
        }
    }
    match &node.tag {
        Tag::Figure(alt) => {
            let _ = write!(text, " alt={alt:?}");
        }
        Tag::Foreign(language) => {
            let _ = write!(text, " language={language}");
        }
        Tag::Abbreviation(expansion) => {
            let _ = write!(text, " expansion={expansion:?}");
        }
        _ => {}
    }
    text.push('\n');
    for kid in branch.kids(node) {
        if let Kid::Node(kid) = kid
            && let Some(kid) = branch.node(kid)
        {
            describe(branch, kid, depth + 1, text);
        }
    }
}
