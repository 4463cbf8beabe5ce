//! Figures: pictures, bars and cronoprogrammi, with their captions.
//!
//! A figure is one element with its alternative text; what it draws and writes are its marked content.
//! Bars and tasks are strips of their own, so that a long figure goes on over pages like a table.

mod bars;
pub(super) mod picture;
mod timeline;

use std::sync::Arc;

use self::bars::PreparedBars;
use self::picture::PreparedPicture;
use self::timeline::PreparedTimeline;
use super::composer::{Composer, Manner, Prepared};
use super::faces::FaceKey;
use super::lines::Extent;
use super::pages::{Graphic, Shape};
use super::strip::{self, Item, Keep, Strip};
use super::style::Colour;
use super::tags::Tag;
use super::text::{Paragraph, Setting};
use super::tree::{NodeId, SlotId};
use crate::document::{Align, Figure, FigureContent, Inline};

/// The narrowest that a figure can be, pt.
const NARROWEST: f64 = 48.0;

/// A prepared figure.
#[derive(Debug, Clone)]
pub(super) struct PreparedFigure {
    drawing: Drawing,
    caption: Option<Paragraph>,
    gap: f64,
}

#[derive(Debug, Clone)]
enum Drawing {
    Picture(PreparedPicture),
    Bars(PreparedBars),
    Timeline(PreparedTimeline),
    /// There is no such picture: its words stand in its place.
    Words(Paragraph),
}

/// Where what a figure draws hangs in the tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hook {
    figure: NodeId,
    slot: SlotId,
}

impl Hook {
    pub(super) const fn slot(self) -> SlotId {
        self.slot
    }

    fn rectangle(self, x: f64, y: f64, (width, height): (f64, f64), colour: Colour) -> Item {
        self.item(Graphic::Rectangle(Shape {
            x,
            y,
            width,
            height,
            colour,
        }))
    }

    pub(super) const fn item(self, graphic: Graphic) -> Item {
        Item::Graphic {
            figure: self.figure,
            slot: self.slot,
            graphic,
        }
    }
}

impl Composer<'_> {
    pub(super) fn prepare_figure(
        &mut self,
        figure: &Figure,
        node: NodeId,
        manner: Manner,
    ) -> Prepared {
        let parent = match figure.caption {
            Some(_) => self.tree.child(node, Tag::Division),
            None => node,
        };
        let drawing = self.prepare_drawing(figure, parent, manner);
        let caption = figure.caption.as_ref().map(|words| {
            let caption = self.tree.child(parent, Tag::Caption);
            self.paragraph(
                words,
                caption,
                Setting::of(self.style.caption, FaceKey::Regular),
            )
        });
        Prepared::Figure(Box::new(PreparedFigure {
            drawing,
            caption: caption.filter(|words| !words.is_empty()),
            gap: manner.block_gap,
        }))
    }

    fn prepare_drawing(&mut self, figure: &Figure, node: NodeId, manner: Manner) -> Drawing {
        match &figure.content {
            FigureContent::Picture(name) => {
                if let Some(picture) = self.pictures.get(name) {
                    let hook = self.hook(&figure.alt, node);
                    Drawing::Picture(PreparedPicture::new(Arc::clone(picture), hook))
                } else {
                    self.missing_pictures.insert(name.clone());
                    let node = self.tree.child(node, Tag::Paragraph);
                    let setting = Setting::of(manner.text, manner.face);
                    Drawing::Words(self.paragraph(&[Inline::text(&figure.alt)], node, setting))
                }
            }
            FigureContent::Bars(bars) => {
                let hook = self.hook(&figure.alt, node);
                Drawing::Bars(self.prepare_bars(bars, hook))
            }
            FigureContent::Timeline(timeline) => {
                let hook = self.hook(&figure.alt, node);
                Drawing::Timeline(self.prepare_timeline(timeline, hook))
            }
        }
    }

    /// A new figure below `node`, with a place for what it draws.
    pub(super) fn hook(&mut self, alt: &str, node: NodeId) -> Hook {
        let figure = self.tree.child(node, Tag::Figure(alt.into()));
        let slot = self.tree.slot(figure);
        Hook { figure, slot }
    }

    pub(super) fn set_figure(&mut self, figure: &PreparedFigure, width: f64) -> Vec<Strip> {
        let mut strips = match &figure.drawing {
            Drawing::Picture(picture) => self.set_picture(picture, width),
            Drawing::Bars(bars) => self.set_bars(bars, width),
            Drawing::Timeline(timeline) => self.set_timeline(timeline, width),
            Drawing::Words(words) => self.set(words, width, Align::Start),
        };
        if let Some(caption) = &figure.caption {
            strip::keep_with_next(&mut strips);
            let mut lines = self.set(caption, width, Align::Start);
            strip::keep_ends(&mut lines);
            strip::space(&mut lines, 5.0, 0.0);
            strips.append(&mut lines);
        }
        strip::space(&mut strips, figure.gap, figure.gap);
        strips
    }
}

/// A strip of a figure, kept with the next one.
fn kept(height: f64, items: Vec<Item>) -> Strip {
    let mut strip = Strip::items(height, 0.0, items);
    strip.keep = Keep::WithNext;
    strip
}

impl PreparedFigure {
    /// How narrow and how wide it can be.
    pub(super) fn extent(&self) -> Extent {
        let line = match &self.drawing {
            Drawing::Picture(picture) => picture.natural().0,
            Drawing::Bars(_) | Drawing::Timeline(_) => NARROWEST * 4.0,
            Drawing::Words(words) => return words.extent(),
        };
        Extent {
            divided: NARROWEST,
            word: NARROWEST,
            line,
        }
    }

    /// The same figure with smaller or larger letters.
    pub(super) fn scale(&mut self, by: f64) {
        if let Some(caption) = &mut self.caption {
            caption.scale(by);
        }
        match &mut self.drawing {
            Drawing::Picture(_) => {}
            Drawing::Bars(bars) => bars.scale(by),
            Drawing::Timeline(timeline) => timeline.scale(by),
            Drawing::Words(words) => words.scale(by),
        }
    }
}

impl Graphic {
    /// Moves it.
    pub(super) fn shift(&mut self, right: f64, down: f64) {
        match self {
            Self::Rectangle(shape) => {
                shape.x += right;
                shape.y += down;
            }
            Self::Figure(figure) => figure.each_point(|[x, y]| [x + right, y + down]),
            Self::Raster { x, y, .. } => {
                *x += right;
                *y += down;
            }
        }
    }
}
