//! The structure tree: what the content of the pages means (ISO 32000-1, 14.7 and 14.8).
//!
//! Nodes are made while blocks are composed, in reading order, before anything has a page. Text does
//! not hang on a node itself but on one of its *slots*: a place among its kids that gathers, once the
//! pages exist, the marked-content sequences that its words became. A paragraph with a link in its
//! middle has a slot, the link's node, and another slot; so the order of kids is the order of reading,
//! wherever the pages break.

use std::collections::BTreeMap;

use super::chains::{Chain, Chains};
use super::tags::Tag;

/// An element of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

/// A place for text among the kids of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotId(u32);

/// A link: an element of the tree and the areas of the pages that lead somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId(u32);

impl NodeId {
    /// Its place in [`Tree::nodes`].
    #[must_use]
    pub fn index(self) -> usize {
        widened(self.0)
    }
}

impl LinkId {
    /// The link at a place of [`Tree::links`].
    #[must_use]
    pub fn new(index: usize) -> Self {
        Self(narrowed(index))
    }
}

/// A child of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kid {
    /// Another element.
    Node(NodeId),
    /// Text.
    Slot(SlotId),
    /// The clickable areas of a link.
    Areas(LinkId),
}

/// An element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it means.
    pub tag: Tag,
    /// What it belongs to; `None` for the root.
    pub parent: Option<NodeId>,
    kids: Chain,
}

/// A marked-content sequence: a page and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MarkRef {
    page: u32,
    number: u32,
}

impl MarkRef {
    /// The sequence with a number on the page with an index.
    #[must_use]
    pub fn new(page: usize, number: usize) -> Self {
        Self {
            page: narrowed(page),
            number: narrowed(number),
        }
    }

    /// Index of the page.
    #[must_use]
    pub fn page(self) -> usize {
        widened(self.page)
    }

    /// Number of the sequence on that page (the `MCID`).
    #[must_use]
    pub fn number(self) -> usize {
        widened(self.number)
    }
}

/// Where a link leads and where it can be clicked.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Where it leads.
    pub target: LinkTarget,
    /// What it is called, for readers who do not see it.
    pub description: String,
    /// The clickable areas, page by page.
    pub areas: Vec<LinkArea>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub enum LinkTarget {
    /// A heading of this document, by its number in the outline; a [`Place`] once pages exist.
    Heading(usize),
    /// A footnote of this document, by its number from 0; a [`Place`] once pages exist.
    Note(usize),
    /// A place of this document.
    Place(Place),
    /// An address outside it.
    Address(String),
}

/// A place in the document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Index of the page.
    pub page: usize,
    /// Distance from the top of the page, pt.
    pub y: f64,
}

/// A clickable rectangle, pt from the top left corner of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinkArea {
    /// Index of the page.
    pub page: usize,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// The whole tree. The first node is the root.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    nodes: Vec<Node>,
    kids: Chains<Kid>,
    slots: Vec<Chain>,
    marks: Chains<MarkRef>,
    links: Vec<Link>,
    bounds: BTreeMap<NodeId, Bounds>,
}

/// Where a figure stands: its page and its edges, pt from the top left corner of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Index of the page; `None` for a figure that goes over several.
    pub page: Option<usize>,
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Tree {
    /// The root's name.
    pub const ROOT: NodeId = NodeId(0);

    pub(super) fn new() -> Self {
        Self {
            nodes: vec![Node {
                tag: Tag::Document,
                parent: None,
                kids: Chain::default(),
            }],
            kids: Chains::default(),
            slots: Vec::new(),
            marks: Chains::default(),
            links: Vec::new(),
            bounds: BTreeMap::new(),
        }
    }

    /// All elements, parents before their kids.
    #[must_use]
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = (NodeId, &Node)> {
        self.nodes
            .iter()
            .enumerate()
            .map(|(index, node)| (NodeId(narrowed(index)), node))
    }

    /// How many elements there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.nodes.len()
    }

    /// An element.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.index())
    }

    /// What an element holds, in reading order.
    pub fn kids(&self, node: &Node) -> impl Iterator<Item = Kid> {
        self.kids.items(node.kids)
    }

    /// The marked content of a slot.
    pub fn marks(&self, id: SlotId) -> impl Iterator<Item = MarkRef> {
        let own = self.slots.get(widened(id.0)).copied();
        self.marks.items(own.unwrap_or_default())
    }

    /// The marked content of all slots, in no order.
    pub fn all_marks(&self) -> impl Iterator<Item = MarkRef> {
        self.marks.all()
    }

    /// Where a figure stands.
    #[must_use]
    pub fn bounds(&self, id: NodeId) -> Option<Bounds> {
        self.bounds.get(&id).copied()
    }

    /// All links.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// A new last child of `parent`.
    pub(super) fn child(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = NodeId(narrowed(self.nodes.len()));
        self.nodes.push(Node {
            tag,
            parent: Some(parent),
            kids: Chain::default(),
        });
        self.adopt(parent, Kid::Node(id));
        id
    }

    /// A new place for text, after the present kids of `node`.
    pub(super) fn slot(&mut self, node: NodeId) -> SlotId {
        let id = SlotId(narrowed(self.slots.len()));
        self.slots.push(Chain::default());
        self.adopt(node, Kid::Slot(id));
        id
    }

    /// A new link; [`Tree::close_link`] gives its areas to an element once its words are there.
    pub(super) fn open_link(&mut self, target: LinkTarget, description: String) -> LinkId {
        let id = LinkId::new(self.links.len());
        self.links.push(Link {
            target,
            description,
            areas: Vec::new(),
        });
        id
    }

    /// Hangs the areas of a link on `node`, after its words.
    pub(super) fn close_link(&mut self, node: NodeId, link: LinkId) {
        self.adopt(node, Kid::Areas(link));
    }

    /// Adds marked content to a slot. Pages may be drawn in any order; what hangs on a slot is in the order of reading.
    pub(super) fn mark(&mut self, slot: SlotId, mark: MarkRef) {
        let Some(slot) = self.slots.get_mut(widened(slot.0)) else {
            return;
        };
        match self.marks.last(*slot) {
            Some(last) if last > mark => self.marks.insert(slot, mark),
            _ => self.marks.push(slot, mark),
        }
    }

    pub(super) fn area(&mut self, link: LinkId, area: LinkArea) {
        if let Some(link) = self.links.get_mut(widened(link.0)) {
            link.areas.push(area);
        }
    }

    /// Widens the bounds of a figure by something that it draws.
    pub(super) fn draw(&mut self, figure: NodeId, own: Bounds) {
        let bounds = self.bounds.entry(figure).or_insert(own);
        if bounds.page != own.page {
            bounds.page = None;
        }
        bounds.left = bounds.left.min(own.left);
        bounds.top = bounds.top.min(own.top);
        bounds.right = bounds.right.max(own.right);
        bounds.bottom = bounds.bottom.max(own.bottom);
    }

    pub(super) fn links_mut(&mut self) -> &mut [Link] {
        &mut self.links
    }

    fn adopt(&mut self, parent: NodeId, kid: Kid) {
        if let Some(parent) = self.nodes.get_mut(parent.index()) {
            self.kids.push(&mut parent.kids, kid);
        }
    }
}

/// A place in a list in half the room; no document has so many elements that it would not do.
fn narrowed(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn widened(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}
