//! Lists and definitions: labels that hang beside or above what they belong to.

use super::composer::{Composer, Manner, Prepared};
use super::hyphenate::Ease;
use super::lines::Extent;
use super::set::{affordable, extent, indented};
use super::strip::{self, Body, Keep, Strip};
use super::tags::{Numbering, Tag};
use super::text::{Paragraph, Setting};
use super::tree::NodeId;
use crate::document::{Align, Definition, Inline, List, ListKind};

/// A prepared list.
#[derive(Debug, Clone)]
pub(super) struct PreparedList {
    /// Label and content of each item.
    pub(super) items: Vec<(Paragraph, Vec<Prepared>)>,
    /// How far the content stands from the labels' left edge, pt.
    pub(super) indent: f64,
    /// White space around the list and between its items, pt.
    pub(super) gaps: (f64, f64),
}

/// Terms and what they mean.
#[derive(Debug, Clone)]
pub(super) struct PreparedDefinitions {
    /// Terms and meanings of each definition.
    items: Vec<(Vec<Paragraph>, Vec<Prepared>)>,
    /// How far the meanings stand in, pt.
    indent: f64,
    /// White space around the list and between its items, pt.
    gaps: (f64, f64),
}

impl Composer<'_> {
    pub(super) fn prepare_list(&mut self, list: &List, node: NodeId, manner: Manner) -> Prepared {
        let numbering = match list.kind {
            ListKind::Bulleted => Numbering::Disc,
            ListKind::Numbered { .. } => Numbering::Decimal,
        };
        let node = self.tree.child(node, Tag::List(numbering));
        let scale = manner.text.size / self.style.body.size;
        let item_gap = self.style.item_gap * scale;
        let inner = Manner {
            align: Align::Start,
            depth: manner.depth + 1,
            gap: item_gap * 1.4,
            ..manner
        };
        let mut number = match list.kind {
            ListKind::Bulleted => 0,
            ListKind::Numbered { start } => start,
        };
        let mut items = Vec::with_capacity(list.items.len());
        for blocks in &list.items {
            let label = match list.kind {
                ListKind::Bulleted => bullet(manner.depth).to_owned(),
                ListKind::Numbered { .. } => format!("{number}."),
            };
            number = number.saturating_add(1);
            let item = self.tree.child(node, Tag::ListItem);
            let label_node = self.tree.child(item, Tag::Label);
            let setting = Setting::of(manner.text, manner.face);
            let label = self.paragraph(&[Inline::text(label)], label_node, setting);
            let body = self.tree.child(item, Tag::ListBody);
            let content = self.prepare_item(blocks, body, inner);
            items.push((label, content));
        }
        let widest = items
            .iter()
            .map(|(label, _)| label.extent().line)
            .fold(0.0, f64::max);
        let around = if manner.depth > 0 {
            item_gap
        } else {
            manner.gap
        };
        Prepared::List(PreparedList {
            items,
            indent: (self.style.indent * scale).max(widest + 5.0),
            gaps: (around, item_gap),
        })
    }

    /// Terms are labels, meanings the content of items (ISO 32000-1, 14.8.4.3.3: *L* also serves lists of
    /// terms).
    pub(super) fn prepare_definitions(
        &mut self,
        definitions: &[Definition],
        node: NodeId,
        manner: Manner,
    ) -> Prepared {
        let list = self.tree.child(node, Tag::List(Numbering::None));
        let inner = Manner {
            align: Align::Start,
            ..manner
        };
        let setting = Setting {
            ease: Ease::Reluctant,
            ..Setting::of(manner.text, manner.face.bold())
        };
        let mut items = Vec::with_capacity(definitions.len());
        for definition in definitions {
            let item = self.tree.child(list, Tag::ListItem);
            let mut terms = Vec::with_capacity(definition.terms.len());
            for term in &definition.terms {
                let label = self.tree.child(item, Tag::Label);
                terms.push(self.paragraph(term, label, setting));
            }
            let body = self.tree.child(item, Tag::ListBody);
            let meanings = match definition.meanings.as_slice() {
                [meaning] => self.prepare_item(meaning, body, inner),
                meanings => meanings
                    .iter()
                    .flat_map(|meaning| self.prepare(meaning, body, inner))
                    .collect(),
            };
            items.push((terms, meanings));
        }
        Prepared::Definitions(PreparedDefinitions {
            items,
            indent: self.style.indent,
            gaps: (manner.gap, self.style.item_gap),
        })
    }

    pub(super) fn set_list(&mut self, list: PreparedList, width: f64) -> Vec<Strip> {
        let indent = affordable(list.indent, width);
        let (around, between) = list.gaps;
        let mut strips: Vec<Strip> = Vec::new();
        for (label, content) in list.items {
            let mut item = self.set_all(content, width - indent);
            indented(&mut item, indent);
            if let Some(first) = item.first_mut() {
                first.before = between;
            }
            if let Some(last) = item.last_mut() {
                last.after = between;
            }
            let mut item = self.labelled(&label, item, indent);
            strips.append(&mut item);
        }
        strip::space(&mut strips, around, around);
        strips
    }

    /// Puts a label beside the first line of an item.
    pub(super) fn labelled(
        &mut self,
        label: &Paragraph,
        mut item: Vec<Strip>,
        indent: f64,
    ) -> Vec<Strip> {
        let mut beside = self.set(label, f64::INFINITY, Align::Start);
        let Some(mut own) = beside.pop() else {
            return item;
        };
        match item.first_mut() {
            Some(first) if matches!(first.body, Body::Items(_)) => {
                let (down, left) = (first.baseline - own.baseline, -indent.min(first.x));
                if let (Body::Items(items), Body::Items(mut label)) = (&mut first.body, own.body) {
                    for item in &mut label {
                        item.shift(left, down);
                    }
                    items.splice(0..0, label);
                }
                item
            }
            Some(first) => {
                if let Body::Items(items) = &mut own.body {
                    let down = first.baseline - own.baseline;
                    for item in items {
                        item.shift(0.0, down);
                    }
                }
                (own.height, own.keep) = (0.0, Keep::WithNext);
                own.before = first.before;
                item.insert(0, own);
                item
            }
            None => vec![own],
        }
    }

    /// Each term on lines of its own, its meanings below, further in.
    pub(super) fn set_definitions(
        &mut self,
        definitions: PreparedDefinitions,
        width: f64,
    ) -> Vec<Strip> {
        let indent = affordable(definitions.indent, width);
        let (around, between) = definitions.gaps;
        let mut strips: Vec<Strip> = Vec::new();
        for (terms, meanings) in definitions.items {
            let mut own = Vec::new();
            for term in &terms {
                own.append(&mut self.set(term, width, Align::Start));
            }
            for strip in &mut own {
                strip.keep = Keep::WithNext;
            }
            let mut meanings = self.set_all(meanings, width - indent);
            indented(&mut meanings, indent);
            if let (Some(first), false) = (meanings.first_mut(), own.is_empty()) {
                first.before = between / 2.0;
            }
            own.append(&mut meanings);
            if let Some(last) = own.last_mut() {
                last.keep = Keep::Free;
            }
            strip::space(&mut own, between * 2.0, between);
            strips.append(&mut own);
        }
        strip::space(&mut strips, around, around);
        strips
    }
}

impl PreparedList {
    /// How narrow and how wide it can be.
    pub(super) fn extent(&self) -> Extent {
        self.items
            .iter()
            .map(|(_, content)| extent(content))
            .fold(Extent::default(), Extent::or)
            .widened(self.indent)
    }

    /// The same list with smaller or larger letters.
    pub(super) fn scale(&mut self, by: f64) {
        self.indent *= by;
        for (label, content) in &mut self.items {
            label.scale(by);
            for block in content {
                block.scale(by);
            }
        }
    }
}

impl PreparedDefinitions {
    /// How narrow and how wide it can be.
    pub(super) fn extent(&self) -> Extent {
        let terms = self.items.iter().flat_map(|(terms, _)| terms);
        let terms = terms
            .map(Paragraph::extent)
            .fold(Extent::default(), Extent::or);
        self.items
            .iter()
            .map(|(_, meanings)| extent(meanings).widened(self.indent))
            .fold(terms, Extent::or)
    }

    /// The same list with smaller or larger letters.
    pub(super) fn scale(&mut self, by: f64) {
        for (terms, meanings) in &mut self.items {
            for term in terms {
                term.scale(by);
            }
            for block in meanings {
                block.scale(by);
            }
        }
    }
}

/// The bullet of a list inside `depth` others.
const fn bullet(depth: usize) -> &'static str {
    match depth % 3 {
        0 => "•",
        1 => "–",
        _ => "·",
    }
}
