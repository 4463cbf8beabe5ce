//! The first page, and the label that says draft.

use super::composer::Composer;
use super::faces::FaceKey;
use super::hyphenate::Ease;
use super::pages::Shape;
use super::paginate::{PlacedStrips, paginate};
use super::strip::{self, Body, Item, Strip};
use super::style::{Colour, TextStyle};
use super::tags::Tag;
use super::text::{Look, Setting};
use super::tree::Tree;
use crate::document::{Align, Cover, Document, Inline, Status};

/// Where the title stands, as a part of the height of the text.
const TITLE_AT: f64 = 0.30;
/// White space around the word in the text, pt.
const LABEL_PAD: f64 = 6.0;

/// Some words on lines of their own.
pub(super) struct Piece<'a> {
    words: &'a str,
    tag: Tag,
    style: TextStyle,
    face: FaceKey,
    before: f64,
}

impl Composer<'_> {
    /// The pages of the cover: one, unless somebody writes a novel on it.
    pub(super) fn cover(&mut self, cover: &Cover, document: &Document) -> Vec<PlacedStrips> {
        let (width, depth) = (self.style.measure(), self.style.depth());
        let title_style = TextStyle {
            size: 32.0,
            leading: 1.14,
            ..self.style.headings[0].text
        };
        let mut strips = match &document.letterhead {
            Some(letterhead) => self.head_of_cover(letterhead),
            None => Vec::new(),
        };
        let label = self.draft_label(&document.status);
        let used = strip::stack(&strips).1;
        let room = depth.mul_add(TITLE_AT, -used).max(30.0);
        let rule = self.accent_rule(room);
        strips.push(rule);
        strips.extend(label);
        let mut title = self.piece(&Piece {
            words: &cover.title,
            tag: Tag::Heading(1),
            style: title_style,
            face: FaceKey::Bold,
            before: 20.0,
        });
        strips.append(&mut title);
        if let Some(subtitle) = &cover.subtitle {
            let style = TextStyle {
                size: 17.0,
                leading: 1.3,
                ..self.style.lead
            };
            let mut subtitle = self.piece(&paragraph(subtitle, style, FaceKey::Regular, 12.0));
            strips.append(&mut subtitle);
        }
        let mut notes = Vec::new();
        for note in &cover.notes {
            let style = TextStyle {
                size: 10.5,
                ..self.style.lead
            };
            notes.append(&mut self.piece(&paragraph(note, style, FaceKey::Regular, 3.0)));
        }
        if !notes.is_empty() {
            let (above, own) = (strip::stack(&strips).1, strip::stack(&notes).1);
            let mut line = self.notes_rule(width);
            line.before = (depth - above - own - 11.0).max(24.0);
            line.after = 10.0;
            strips.push(line);
            strips.append(&mut notes);
        }
        paginate(strips, depth)
    }

    pub(super) fn piece(&mut self, piece: &Piece<'_>) -> Vec<Strip> {
        if piece.words.trim().is_empty() {
            return Vec::new();
        }
        let node = self.tree.child(Tree::ROOT, piece.tag.clone());
        let setting = Setting {
            ease: Ease::Reluctant,
            ..Setting::of(piece.style, piece.face)
        };
        let words = self.paragraph(&[Inline::text(piece.words)], node, setting);
        let measure = words.balanced(self.style.measure());
        let mut strips = self.set(&words, measure, Align::Start);
        strip::space(&mut strips, piece.before, 0.0);
        strips
    }

    fn accent_rule(&self, before: f64) -> Strip {
        let bar = Shape {
            x: 0.0,
            y: 0.0,
            width: 64.0,
            height: 4.0,
            colour: self.style.accent,
        };
        let mut strip = Strip::items(4.0, 0.0, vec![Item::Shape(bar)]);
        strip.before = before;
        strip
    }

    fn notes_rule(&self, width: f64) -> Strip {
        let line = Shape {
            x: 0.0,
            y: 0.0,
            width,
            height: 0.75,
            colour: self.style.rule_colour,
        };
        Strip::items(0.75, 0.0, vec![Item::Shape(line)])
    }

    /// The word that says draft as text, once, so that whoever listens hears it first.
    pub(super) fn draft_label(&mut self, status: &Status) -> Option<Strip> {
        let Status::Draft { label } = status else {
            return None;
        };
        let style = TextStyle {
            size: 11.0,
            leading: 1.3,
            colour: Colour(0xFF, 0xFF, 0xFF),
        };
        let (_, width) = self.plain(label, Look::of(style, FaceKey::Bold));
        let mut strips = self.piece(&paragraph(label, style, FaceKey::Bold, 0.0));
        strips.truncate(1);
        let mut strip = strips.pop()?;
        (strip.x, strip.before, strip.after) = (LABEL_PAD, 20.0, 16.0);
        if let Body::Items(items) = &mut strip.body {
            items.push(Item::Shape(Shape {
                x: -LABEL_PAD,
                y: -2.0,
                width: 2.0f64.mul_add(LABEL_PAD, width),
                height: strip.height + 4.0,
                colour: self.style.headings[0].text.colour,
            }));
        }
        Some(strip)
    }
}

/// A paragraph as a piece.
pub(super) const fn paragraph(
    words: &str,
    style: TextStyle,
    face: FaceKey,
    before: f64,
) -> Piece<'_> {
    Piece {
        words,
        tag: Tag::Paragraph,
        style,
        face,
        before,
    }
}
