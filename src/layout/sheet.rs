//! The paper, upright or turned on its side.

use super::style::{Margins, Size, Style};

/// Which way the paper is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Orientation {
    /// As the style says it.
    Upright,
    /// On its side.
    Turned,
}

/// Paper with white space around the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sheet {
    /// The paper.
    pub(super) size: Size,
    /// The white space.
    pub(super) margins: Margins,
}

impl Sheet {
    /// The paper of a style, held one way or the other. The margins stay where the reader sees them: the
    /// running head is above in both.
    pub(super) const fn of(style: &Style, orientation: Orientation) -> Self {
        let Size { width, height } = style.page;
        let size = match orientation {
            Orientation::Upright => style.page,
            Orientation::Turned => Size {
                width: height,
                height: width,
            },
        };
        Self {
            size,
            margins: style.margins,
        }
    }

    /// Width of the text, pt.
    pub(super) fn measure(&self) -> f64 {
        (self.size.width - self.margins.left - self.margins.right).max(72.0)
    }

    /// Height of the text, pt.
    pub(super) fn depth(&self) -> f64 {
        (self.size.height - self.margins.top - self.margins.bottom).max(72.0)
    }
}
