//! The structure tree: what the content of the pages means (ISO 32000-1, 14.7 and 14.8).
//!
//! Nodes are made while blocks are composed, in reading order, before anything has a page. Text does
//! not hang on a node itself but on one of its *slots*: a place among its kids that gathers, once the
//! pages exist, the marked-content sequences that its words became. A paragraph with a link in its
//! middle has a slot, the link's node, and another slot; so the order of kids is the order of reading,
//! wherever the pages break.
//!
//! What hangs right below the root is a [`Branch`]. A branch knows nothing of the others: when all that it says stands
//! on pages it leaves, and of a long document the tree is never whole in memory.

use std::collections::BTreeMap;

use super::chains::{Chain, Chains};
use super::tags::Tag;

/// An element of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId {
    branch: u32,
    index: u32,
}

/// A place for text among the kids of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotId {
    branch: u32,
    index: u32,
}

/// A link: an element of the tree and the areas of the pages that lead somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId {
    branch: u32,
    index: u32,
}

impl NodeId {
    /// Its place in [`Branch::nodes`].
    #[must_use]
    pub fn index(self) -> usize {
        widened(self.index)
    }
}

impl SlotId {
    /// The number of its branch.
    pub(super) fn branch(self) -> usize {
        widened(self.branch)
    }
}

impl LinkId {
    /// Its place in [`Branch::links`].
    #[must_use]
    pub fn index(self) -> usize {
        widened(self.index)
    }

    /// The number of its branch.
    pub(super) fn branch(self) -> usize {
        widened(self.branch)
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
    /// What it belongs to: another element of its branch, or [`Tree::ROOT`].
    pub parent: NodeId,
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
    /// A heading of this document, by its number in the outline: [`super::Places`] knows where it stands.
    Heading(usize),
    /// A footnote of this document, by its number from 0: the same.
    Note(usize),
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

/// An element right below the root, the first of its nodes, and all that is under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    number: u32,
    nodes: Vec<Node>,
    kids: Chains<Kid>,
    slots: Vec<Chain>,
    marks: Chains<MarkRef>,
    links: Vec<Link>,
    bounds: BTreeMap<NodeId, Bounds>,
}

impl Branch {
    /// A branch with nothing below its first node.
    fn new(number: u32, tag: Tag) -> Self {
        let mut branch = Self {
            number,
            nodes: Vec::new(),
            kids: Chains::default(),
            slots: Vec::new(),
            marks: Chains::default(),
            links: Vec::new(),
            bounds: BTreeMap::new(),
        };
        branch.grow(Tree::ROOT, tag);
        branch
    }

    /// Its place among the branches of the document, which is its place in the order of reading.
    #[must_use]
    pub fn number(&self) -> usize {
        widened(self.number)
    }

    /// All elements, parents before their kids.
    #[must_use]
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = (NodeId, &Node)> {
        let branch = self.number;
        self.nodes.iter().enumerate().map(move |(index, node)| {
            let index = narrowed(index);
            (NodeId { branch, index }, node)
        })
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
        let own = self.slots.get(widened(id.index)).copied();
        self.marks.items(own.unwrap_or_default())
    }

    /// Where a figure stands.
    #[must_use]
    pub fn bounds(&self, id: NodeId) -> Option<Bounds> {
        self.bounds.get(&id).copied()
    }

    /// Its links.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// The same, for who keeps them and drops the rest.
    #[must_use]
    pub fn into_links(self) -> Vec<Link> {
        self.links
    }

    /// A node that no other holds yet.
    fn grow(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let (branch, index) = (self.number, narrowed(self.nodes.len()));
        self.nodes.push(Node {
            tag,
            parent,
            kids: Chain::default(),
        });
        NodeId { branch, index }
    }

    fn adopt(&mut self, parent: NodeId, kid: Kid) {
        if let Some(parent) = self.nodes.get_mut(parent.index()) {
            self.kids.push(&mut parent.kids, kid);
        }
    }

    fn mark(&mut self, slot: SlotId, mark: MarkRef) {
        let Some(slot) = self.slots.get_mut(widened(slot.index)) else {
            return;
        };
        match self.marks.last(*slot) {
            Some(last) if last > mark => self.marks.insert(slot, mark),
            _ => self.marks.push(slot, mark),
        }
    }

    /// Widens the bounds of a figure by something that it draws.
    fn draw(&mut self, figure: NodeId, own: Bounds) {
        let bounds = self.bounds.entry(figure).or_insert(own);
        if bounds.page != own.page {
            bounds.page = None;
        }
        bounds.left = bounds.left.min(own.left);
        bounds.top = bounds.top.min(own.top);
        bounds.right = bounds.right.max(own.right);
        bounds.bottom = bounds.bottom.max(own.bottom);
    }
}

/// The whole tree, or what of it has not left: the branches below the root.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tree {
    branches: Vec<Option<Box<Branch>>>,
}

impl Tree {
    /// The root: the document itself, no branch's.
    pub const ROOT: NodeId = NodeId {
        branch: u32::MAX,
        index: 0,
    };

    /// The branches that are here, in the order of reading.
    pub fn branches(&self) -> impl Iterator<Item = &Branch> {
        self.branches.iter().filter_map(Option::as_deref)
    }

    /// How many branches there have been: the number of the next.
    pub(super) const fn count(&self) -> usize {
        self.branches.len()
    }

    /// Takes a branch away; nothing hangs on it any more.
    pub(super) fn take(&mut self, number: usize) -> Option<Branch> {
        let own = self.branches.get_mut(number)?.take();
        own.map(|branch| *branch)
    }

    /// Puts a branch in its place.
    pub(super) fn put(&mut self, branch: Branch) {
        let number = branch.number();
        if self.branches.len() <= number {
            self.branches.resize_with(number + 1, || None);
        }
        if let Some(own) = self.branches.get_mut(number) {
            *own = Some(Box::new(branch));
        }
    }

    /// An element; the root is none.
    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        let branch = self.branches.get(widened(id.branch))?.as_deref()?;
        branch.node(id)
    }

    /// A new last child of `parent`.
    pub(super) fn child(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        if parent == Self::ROOT {
            let branch = Branch::new(narrowed(self.branches.len()), tag);
            let first = NodeId {
                branch: branch.number,
                index: 0,
            };
            self.branches.push(Some(Box::new(branch)));
            return first;
        }
        let Some(branch) = self.branch(parent.branch) else {
            return parent;
        };
        let id = branch.grow(parent, tag);
        branch.adopt(parent, Kid::Node(id));
        id
    }

    /// A new place for text, after the present kids of `node`.
    pub(super) fn slot(&mut self, node: NodeId) -> SlotId {
        let mut id = SlotId {
            branch: node.branch,
            index: 0,
        };
        if let Some(branch) = self.branch(node.branch) {
            id.index = narrowed(branch.slots.len());
            branch.slots.push(Chain::default());
            branch.adopt(node, Kid::Slot(id));
        }
        id
    }

    /// A new link of `node`; [`Tree::close_link`] gives it its areas once its words are there.
    pub(super) fn open_link(
        &mut self,
        node: NodeId,
        target: LinkTarget,
        description: String,
    ) -> LinkId {
        let mut id = LinkId {
            branch: node.branch,
            index: 0,
        };
        if let Some(branch) = self.branch(node.branch) {
            id.index = narrowed(branch.links.len());
            branch.links.push(Link {
                target,
                description,
                areas: Vec::new(),
            });
        }
        id
    }

    /// Hangs the areas of a link on `node`, after its words.
    pub(super) fn close_link(&mut self, node: NodeId, link: LinkId) {
        if let Some(branch) = self.branch(node.branch) {
            branch.adopt(node, Kid::Areas(link));
        }
    }

    /// Adds marked content to a slot. Pages may be drawn in any order; what hangs on a slot is in the order of reading.
    pub(super) fn mark(&mut self, slot: SlotId, mark: MarkRef) {
        if let Some(branch) = self.branch(slot.branch) {
            branch.mark(slot, mark);
        }
    }

    pub(super) fn area(&mut self, link: LinkId, area: LinkArea) {
        let branch = self.branch(link.branch);
        if let Some(link) = branch.and_then(|branch| branch.links.get_mut(link.index())) {
            link.areas.push(area);
        }
    }

    /// Widens the bounds of a figure by something that it draws.
    pub(super) fn draw(&mut self, figure: NodeId, own: Bounds) {
        if let Some(branch) = self.branch(figure.branch) {
            branch.draw(figure, own);
        }
    }

    /// A branch; who asks for one that has left would write a file whose content hangs on nothing.
    fn branch(&mut self, number: u32) -> Option<&mut Branch> {
        let own = self.branches.get_mut(widened(number));
        let own = own.and_then(Option::as_deref_mut);
        debug_assert!(own.is_some(), "branch {number} is not there");
        own
    }
}

/// A place in a list in half the room; no document has so many elements that it would not do.
fn narrowed(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn widened(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}
