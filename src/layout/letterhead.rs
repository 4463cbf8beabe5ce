//! Whose document it is: coat of arms, name, and what stands under the name.

use super::composer::Composer;
use super::cover::paragraph;
use super::faces::FaceKey;
use super::figures::picture::fitted;
use super::pages::Shape;
use super::strip::{Item, Keep, Strip, stacked};
use super::style::TextStyle;
use super::tree::Tree;
use crate::document::{Document, Emblem, Letterhead};

/// The room of a coat of arms at the head of a page, pt.
const SMALL: (f64, f64) = (60.0, 44.0);
/// The room of a coat of arms on a cover, pt.
const LARGE: (f64, f64) = (120.0, 84.0);
/// White space between a coat of arms and the words beside it, pt.
const BESIDE: f64 = 12.0;

impl Composer<'_> {
    /// What stands above the title of a document without a cover.
    pub(super) fn head_of_first_page(&mut self, document: &Document) -> Vec<Strip> {
        let mut strips = Vec::new();
        if let Some(letterhead) = &document.letterhead {
            strips.push(self.letterhead(letterhead));
        }
        strips.extend(self.draft_label(&document.status));
        strips
    }

    /// The coat of arms with the words beside it, in the middle of its height, and a line below.
    fn letterhead(&mut self, letterhead: &Letterhead) -> Strip {
        let mut items = Vec::new();
        let (mut left, mut height) = (0.0, 0.0f64);
        if let Some(emblem) = &letterhead.emblem {
            let (mut drawn, size) = self.emblem(emblem, SMALL);
            items.append(&mut drawn);
            (left, height) = (size.0 + BESIDE, size.1);
        }
        let name = TextStyle {
            size: 13.0,
            leading: 1.25,
            ..self.style.headings[0].text
        };
        let mut words = self.piece(&paragraph(&letterhead.body, name, FaceKey::Bold, 0.0));
        if let Some(detail) = &letterhead.detail {
            let small = TextStyle {
                size: 9.5,
                leading: 1.3,
                ..self.style.lead
            };
            words.append(&mut self.piece(&paragraph(detail, small, FaceKey::Regular, 0.0)));
        }
        let (mut words, own) = stacked(words);
        let above = ((height - own) / 2.0).max(0.0);
        height = height.max(own);
        for item in &mut words {
            item.shift(left, above);
        }
        items.append(&mut words);
        let line = height + 9.0;
        items.push(Item::Shape(Shape {
            x: 0.0,
            y: line,
            width: self.style.measure(),
            height: 0.75,
            colour: self.style.rule_colour,
        }));
        let mut strip = Strip::items(line + 0.75, 0.0, items);
        (strip.after, strip.keep) = (18.0, Keep::WithNext);
        strip
    }

    /// The head of a cover: the coat of arms above the words.
    pub(super) fn head_of_cover(&mut self, letterhead: &Letterhead) -> Vec<Strip> {
        let mut strips = Vec::new();
        if let Some(emblem) = &letterhead.emblem {
            let (items, size) = self.emblem(emblem, LARGE);
            let mut strip = Strip::items(size.1, size.1, items);
            (strip.after, strip.keep) = (14.0, Keep::WithNext);
            strips.push(strip);
        }
        let name = TextStyle {
            size: 17.0,
            leading: 1.25,
            ..self.style.headings[0].text
        };
        strips.append(&mut self.piece(&paragraph(&letterhead.body, name, FaceKey::Bold, 0.0)));
        if let Some(detail) = &letterhead.detail {
            let small = TextStyle {
                size: 11.0,
                ..self.style.lead
            };
            strips.append(&mut self.piece(&paragraph(detail, small, FaceKey::Regular, 2.0)));
        }
        strips
    }

    fn emblem(&mut self, emblem: &Emblem, room: (f64, f64)) -> (Vec<Item>, (f64, f64)) {
        // Any picture fills its room: how many pixels it has says nothing of a coat of arms.
        let picture = &emblem.picture;
        let large = (picture.width * 1e3, picture.height * 1e3);
        let size = fitted(large, room);
        let hook = self.hook(&emblem.alt, Tree::ROOT);
        let graphics = self.graphics(picture, size);
        let items = graphics.into_iter().map(|graphic| hook.item(graphic));
        (items.collect(), size)
    }
}
