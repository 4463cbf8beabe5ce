//! YAML as a tree, every scalar as typed.

use std::ops::Range;

use super::Shape;

/// A YAML value and where it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Bytes of the file's text.
    pub span: Range<usize>,
    /// The value.
    pub kind: NodeKind,
}

/// A YAML value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// Nothing, `~` or `null`.
    Null,
    /// A text, number, date or truth value: the characters typed, without quotes.
    Scalar(String),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values, in order, repeated keys included.
    Mapping(Vec<(Key, Node)>),
}

/// A key of a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its characters.
    pub text: String,
    /// Bytes of the file's text.
    pub span: Range<usize>,
}

impl Node {
    /// Its shape.
    #[must_use]
    pub const fn shape(&self) -> Shape {
        match self.kind {
            NodeKind::Null => Shape::Nothing,
            NodeKind::Scalar(_) => Shape::Text,
            NodeKind::Sequence(_) => Shape::List,
            NodeKind::Mapping(_) => Shape::Keys,
        }
    }
}
