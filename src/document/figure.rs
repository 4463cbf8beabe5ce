//! Figures: what is to be seen, and the words that stand for it.

use super::Inline;

/// Something to see.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What is drawn.
    pub content: FigureContent,
    /// What it shows, for who does not see it (WCAG 1.1.1; PDF/UA-1, 7.3). Never empty.
    pub alt: String,
    /// What is written under it.
    pub caption: Option<Vec<Inline>>,
}

/// What a figure draws.
#[derive(Debug, Clone, PartialEq)]
pub enum FigureContent {
    /// A picture, by its name among the document's [`super::Pictures`].
    Picture(String),
    /// Bars, one under the other.
    Bars(Bars),
    /// Tasks and the time that each takes.
    Timeline(Timeline),
}

/// Horizontal bars on one scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// The bars, from the top.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it measures.
    pub label: String,
    /// The measure as it is printed: *98,75%*.
    pub value: String,
    /// Its length in thousandths of the full scale; more than 1000 is drawn as 1000.
    pub thousandths: u16,
}

/// A *cronoprogramma*: tasks over periods of equal length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The periods, by their short names: *gen*, *feb* …
    pub periods: Vec<String>,
    /// The tasks, from the top.
    pub tasks: Vec<Task>,
}

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its name.
    pub label: String,
    /// When it runs.
    pub intervals: Vec<Interval>,
}

/// Consecutive periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The first period, from 0.
    pub first: usize,
    /// How many.
    pub count: usize,
}
