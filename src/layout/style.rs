//! How a document looks: every measure and colour, in one place, as plain data.
//!
//! All lengths are in points (1 pt = 1/72 inch). Nothing here decides: the values come with the
//! document, as [`crate::theme`] reads them from a theme's `pdf.yaml`.

/// A colour of the sRGB space, as every page uses it (the output intent says so).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Width and height, pt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width, pt.
    pub width: f64,
    /// Height, pt.
    pub height: f64,
}

/// White space between the edge of the paper and the text, pt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margins {
    /// Above; the running head stands in it.
    pub top: f64,
    /// At the right.
    pub right: f64,
    /// Below; the running foot stands in it.
    pub bottom: f64,
    /// At the left.
    pub left: f64,
}

/// How a kind of text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// Size of the letters, pt.
    pub size: f64,
    /// Distance from line to line, as a multiple of the size.
    pub leading: f64,
    /// Colour of the letters.
    pub colour: Colour,
}

/// How a heading is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeadingStyle {
    /// Its letters.
    pub text: TextStyle,
    /// White space above, pt; none at the top of a page.
    pub before: f64,
    /// White space below, pt.
    pub after: f64,
}

/// How tables are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TableStyle {
    /// The text of its cells.
    pub text: TextStyle,
    /// The size that text may shrink to when the columns would not fit otherwise, pt.
    pub smallest_size: f64,
    /// White space at the left and right of a cell's content, pt.
    pub pad_x: f64,
    /// White space above and below a cell's content, pt.
    pub pad_y: f64,
    /// Thickness of the rule between two rows, pt.
    pub rule: f64,
    /// Thickness of the rule under the header and at the end, pt.
    pub strong_rule: f64,
    /// Colour of the rules between rows.
    pub rule_colour: Colour,
    /// Colour of the rule under the header and at the end, and of the text of headers and totals.
    pub strong_rule_colour: Colour,
    /// Ground of header cells.
    pub header_ground: Colour,
    /// Ground of totals.
    pub total_ground: Colour,
}

/// Every measure and colour of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// The paper.
    pub page: Size,
    /// The white space around the text.
    pub margins: Margins,
    /// Ordinary text.
    pub body: TextStyle,
    /// A paragraph that says what follows a title.
    pub lead: TextStyle,
    /// Small print.
    pub note: TextStyle,
    /// Head and foot of every page.
    pub running: TextStyle,
    /// Titles of tables.
    pub caption: TextStyle,
    /// Headings, from H1 to H6.
    pub headings: [HeadingStyle; 6],
    /// Tables.
    pub table: TableStyle,
    /// White space between two paragraphs, pt.
    pub paragraph_gap: f64,
    /// White space between two items of a list, pt.
    pub item_gap: f64,
    /// White space around tables, quotes and preformatted text, pt.
    pub block_gap: f64,
    /// How far an item's text stands from its label's left edge, pt.
    pub indent: f64,
    /// Links, the bar of a quote, the band of the cover.
    pub accent: Colour,
    /// Thin lines.
    pub rule_colour: Colour,
    /// Ground of preformatted text.
    pub tint: Colour,
    /// The word that says draft, across the page behind the text.
    pub stamp: Colour,
}

impl Style {
    /// Width of the text, pt.
    #[must_use]
    pub fn measure(&self) -> f64 {
        (self.page.width - self.margins.left - self.margins.right).max(72.0)
    }

    /// Height of the text, pt.
    #[must_use]
    pub fn depth(&self) -> f64 {
        (self.page.height - self.margins.top - self.margins.bottom).max(72.0)
    }
}
