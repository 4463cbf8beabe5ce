//! The structure tree as PDF objects (ISO 32000-1, 14.7.2).
//!
//! Every element becomes an object; marked content hangs on it by page and number. The way back, from
//! a page's content to its elements, is the parent tree (14.7.4.4): page *n* has key *n*, annotations
//! come after the pages. Elements that ended up empty (a link of spaces) are left out; cells are not.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Object, ObjectId};

use super::file::File;
use super::objects::{array, bytes, count, dictionary, length, name, reference, text};
use super::spelling::{part, write, write_name, write_reference};
use super::tags::{attributes, structure_type};
use crate::layout::{Book, Kid, LinkId, MarkRef, Node, NodeId, Tag, Tree};

/// An annotation that a link has on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Annotation {
    /// Its object.
    pub(super) id: ObjectId,
    /// Index of its page.
    pub(super) page: usize,
    /// Its key in the parent tree.
    pub(super) key: usize,
}

/// The annotations of each link.
pub(super) type Annotations = BTreeMap<LinkId, Vec<Annotation>>;

/// Writes the tree; returns its root.
pub(super) fn write_tree(
    file: &mut File,
    drawn: &Book,
    pages: &[ObjectId],
    annotations: &Annotations,
) -> ObjectId {
    let tree = &drawn.tree;
    let root = file.reserve();
    let live = live(tree, annotations);
    let ids: Vec<u32> = live
        .iter()
        .map(|live| if *live { file.reserve().0 } else { 0 })
        .collect();
    let mut writer = Writer {
        drawn,
        tree,
        pages,
        annotations,
        ids,
        root,
        parents: room_for_parents(tree, pages.len()),
        links: BTreeMap::new(),
        names: BTreeMap::new(),
    };
    for (id, node) in tree.nodes() {
        if let Some(own) = writer.id(id) {
            writer.element(id, node, file.begin(own));
        }
    }
    writer.finish(file);
    root
}

/// Which elements hold something, or mean something while empty.
fn live(tree: &Tree, annotations: &Annotations) -> Vec<bool> {
    let mut live = vec![false; tree.count()];
    for (id, node) in tree.nodes().rev() {
        let means = matches!(
            node.tag,
            Tag::Document | Tag::HeaderCell(..) | Tag::DataCell(..) | Tag::TableRow
        );
        let holds = || {
            tree.kids(node).any(|kid| match kid {
                Kid::Node(id) => live.get(id.index()).copied().unwrap_or_default(),
                Kid::Slot(slot) => tree.marks(slot).next().is_some(),
                Kid::Areas(link) => annotations.contains_key(&link),
            })
        };
        let own = means || holds();
        if let Some(known) = live.get_mut(id.index()) {
            *known = own;
        }
    }
    live
}

/// Lists with room for the element of each marked-content sequence, page by page.
fn room_for_parents(tree: &Tree, pages: usize) -> Vec<Vec<(u32, u32)>> {
    let mut counts = vec![0_usize; pages];
    for mark in tree.all_marks() {
        if let Some(count) = counts.get_mut(mark.page()) {
            *count += 1;
        }
    }
    counts.into_iter().map(Vec::with_capacity).collect()
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

struct Writer<'a> {
    drawn: &'a Book,
    tree: &'a Tree,
    pages: &'a [ObjectId],
    annotations: &'a Annotations,
    /// The number of each element's object; 0 for those that have none.
    ids: Vec<u32>,
    root: ObjectId,
    /// For each page, the element of each marked-content sequence, by its number and that of its object.
    parents: Vec<Vec<(u32, u32)>>,
    /// The element of each annotation, by key.
    links: BTreeMap<usize, ObjectId>,
    /// Elements with names.
    names: BTreeMap<String, ObjectId>,
}

impl Writer<'_> {
    fn id(&self, node: NodeId) -> Option<ObjectId> {
        let number = self.ids.get(node.index()).copied();
        number
            .filter(|number| *number > 0)
            .map(|number| (number, 0))
    }

    fn element(&mut self, id: NodeId, node: &Node, out: &mut Vec<u8>) {
        let own = self.id(id).unwrap_or(self.root);
        let parent = node.parent.and_then(|parent| self.id(parent));
        out.extend(b"<</S");
        write_name(out, structure_type(&node.tag).as_bytes());
        out.extend(b"/P ");
        write_reference(out, parent.unwrap_or(self.root));
        let page = self.first_page(node);
        if let Some(id) = page.and_then(|page| self.pages.get(page)) {
            out.extend(b"/Pg ");
            write_reference(out, *id);
        }
        let mut kids = Kids::default();
        for kid in self.tree.kids(node) {
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
            self.names.insert(label.to_owned(), own);
        }
        entries
    }

    /// Where a figure stands on its page.
    fn bounds(&self, id: NodeId, tag: &Tag) -> Option<Dictionary> {
        let Tag::Figure(_) = tag else { return None };
        let bounds = self.tree.bounds(id)?;
        let height = self.drawn.height(bounds.page?);
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
        self.tree.kids(node).find_map(|kid| match kid {
            Kid::Slot(slot) => self.tree.marks(slot).next().map(MarkRef::page),
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
                for mark in self.tree.marks(slot) {
                    if let Some(parents) = self.parents.get_mut(mark.page()) {
                        let number = u32::try_from(mark.number()).unwrap_or(u32::MAX);
                        parents.push((number, own.0));
                    }
                    kids.push(&self.content(mark, page));
                }
            }
            Kid::Areas(link) => {
                for annotation in self.annotations.get(&link).into_iter().flatten() {
                    self.links.insert(annotation.key, own);
                    let page = self.pages.get(annotation.page).copied();
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
        let id = self.pages.get(mark.page()).copied();
        Object::Dictionary(dictionary([
            ("Type", name("MCR")),
            ("Pg", id.map_or(Object::Null, reference)),
            ("MCID", count(mark.number())),
        ]))
    }

    fn finish(self, file: &mut File) {
        let top = self.id(Tree::ROOT).map_or(Object::Null, reference);
        let root_id = self.root;
        let mut add = |object: Object| reference(file.add(object));
        let mut numbers = Vec::new();
        for (page, mut parents) in self.parents.into_iter().enumerate() {
            parents.sort_unstable();
            let elements = parents
                .into_iter()
                .map(|(_, id)| reference((id, 0)))
                .collect();
            numbers.extend([count(page), add(Object::Array(elements))]);
        }
        for (key, element) in &self.links {
            numbers.extend([count(*key), reference(*element)]);
        }
        let parents = dictionary([("Nums", Object::Array(numbers))]);
        let parents = add(Object::Dictionary(parents));
        let next = self.pages.len() + self.links.len();
        let mut root = dictionary([
            ("Type", name("StructTreeRoot")),
            ("K", array([top])),
            ("ParentTree", parents),
            ("ParentTreeNextKey", count(next)),
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
    }
}

/// The structure tree as text, an element a line, indented by depth: for tests and for the curious.
#[must_use]
pub fn outline_of(tree: &Tree) -> String {
    let mut text = String::new();
    describe(tree, Tree::ROOT, 0, &mut text);
    text
}

fn describe(tree: &Tree, id: NodeId, depth: usize, text: &mut String) {
    let Some(node) = tree.node(id) else { return };
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
    for kid in tree.kids(node) {
        if let Kid::Node(kid) = kid {
            describe(tree, kid, depth + 1, text);
        }
    }
}
