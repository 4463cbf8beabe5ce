//! What an element of the structure tree is called, and its attributes.

use lopdf::{Dictionary, Object};

use super::objects::{bytes, dictionary, integer, name};
use crate::layout::{CellShape, Numbering, Scope, Tag};

/// The structure type of a tag (ISO 32000-1, 14.8.4), or one that the role map leads to it.
pub(super) const fn structure_type(tag: &Tag) -> &'static str {
    match tag {
        Tag::Heading(1) => "H1",
        Tag::Heading(2) => "H2",
        Tag::Heading(3) => "H3",
        Tag::Heading(4) => "H4",
        Tag::Heading(5) => "H5",
        Tag::Heading(_) => "H6",
        Tag::Paragraph => "P",
        Tag::List(_) => "L",
        Tag::ListItem => "LI",
        Tag::Label => "Lbl",
        Tag::ListBody => "LBody",
        Tag::Table => "Table",
        Tag::Caption => "Caption",
        Tag::TableHead => "THead",
        Tag::TableBody => "TBody",
        Tag::TableFoot => "TFoot",
        Tag::TableRow => "TR",
        Tag::HeaderCell(..) => "TH",
        Tag::DataCell(_) => "TD",
        Tag::Contents => "TOC",
        Tag::ContentsItem => "TOCI",
        Tag::Reference => "Reference",
        Tag::Link => "Link",
        Tag::Strong => "Strong",
        Tag::Emphasis => "Em",
        Tag::Struck | Tag::Foreign(_) | Tag::Abbreviation(_) => "Span",
        Tag::Figure(_) => "Figure",
        Tag::Division => "Div",
        Tag::Note(_) => "Note",
        Tag::Code => "Code",
        Tag::Quote => "BlockQuote",
    }
}

/// What the type alone does not say (ISO 32000-1, 14.8.5).
pub(super) fn attributes(tag: &Tag) -> Option<Dictionary> {
    match tag {
        Tag::List(numbering) => {
            let kind = match numbering {
                Numbering::None => "None",
                Numbering::Disc => "Disc",
                Numbering::Decimal => "Decimal",
            };
            Some(dictionary([
                ("O", name("List")),
                ("ListNumbering", name(kind)),
            ]))
        }
        Tag::Struck => Some(dictionary([
            ("O", name("Layout")),
            ("TextDecorationType", name("LineThrough")),
        ])),
        Tag::HeaderCell(scope, shape) => {
            let scope = match scope {
                Scope::Column => "Column",
                Scope::Row => "Row",
            };
            let mut attributes = cell(shape);
            attributes.set("Scope", name(scope));
            Some(attributes)
        }
        Tag::DataCell(shape) => {
            let attributes = cell(shape);
            (attributes.len() > 1).then_some(attributes)
        }
        _ => None,
    }
}

fn cell(shape: &CellShape) -> Dictionary {
    let mut attributes = dictionary([("O", name("Table"))]);
    for (key, extent) in [("ColSpan", shape.columns), ("RowSpan", shape.rows)] {
        if extent > 1 {
            attributes.set(key, integer(i64::from(extent)));
        }
    }
    if !shape.headers().is_empty() {
        let headers = shape
            .headers()
            .iter()
            .map(|id| bytes(id.as_bytes()))
            .collect();
        attributes.set("Headers", Object::Array(headers));
    }
    attributes
}
