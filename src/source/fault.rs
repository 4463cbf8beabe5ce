//! What could not be read.

use super::{Encoding, Place};

/// Something that stands in a file and cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: FaultKind,
}

/// Why something cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The file cannot be opened.
    Unreadable {
        /// What kind of trouble the operating system has with it.
        reason: std::io::ErrorKind,
    },
    /// The file is larger than any text of a person.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The largest size accepted.
        limit: u64,
    },
    /// The file is not UTF-8; most likely an old Windows encoding.
    NotUtf8 {
        /// The byte that is not, from 0.
        offset: usize,
        /// In what it was written instead.
        encoding: Encoding,
    },
    /// It is a symbolic link: what it leads to may be anywhere on the machine.
    Link,
    /// Another folder beside it has the same name but for capital letters: many systems cannot tell them apart.
    Twin {
        /// The name of the other.
        other: String,
    },
    /// The file stands where a folder should: beside the folders of the acts.
    Misplaced,
    /// The file looks like content and stands where nothing is read.
    Stray(Stray),
    /// The file is not YAML.
    Yaml {
        /// Why.
        error: YamlError,
        /// The line as it should be, where that can be told.
        mended: Option<String>,
    },
    /// Words that YAML takes for something else: they would be missing without a sound.
    Lost(Lost),
    /// The file holds nothing, or only comments.
    Empty,
    /// A key stands twice in the same mapping.
    DuplicateKey {
        /// The key.
        key: String,
        /// Where it stands first.
        first: Place,
    },
    /// A key that the form does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that the form has.
        known: &'static [&'static str],
    },
    /// A value of another shape than the form asks for.
    WrongShape {
        /// The shape asked for.
        expected: Shape,
        /// The shape found.
        found: Shape,
        /// The keys of the form asked for, where it has a fixed set of them.
        keys: &'static [&'static str],
    },
    /// A text of several lines that a colon makes keys of.
    ProseAsKeys,
}

/// Words of the author that YAML drops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// `&Sportello`: the name of something to refer to, and nothing does.
    Anchor,
    /// `!Sportello`: a type.
    Tag,
    /// `Sportello #1`: from the mark on, a comment.
    Comment {
        /// The line as it should be if the words are text, where it is no long one.
        mended: Option<String>,
    },
}

/// The shape of a YAML value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing after the colon.
    Nothing,
    /// A text or a number.
    Text,
    /// Items with dashes.
    List,
    /// Keys with values.
    Keys,
}

/// Why a file that looks like content is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stray {
    /// Its ending is not one of YAML or Markdown: `.yaml.txt`, `.YAML`.
    Ending {
        /// The name that would be read.
        name: String,
    },
    /// Its folder is none of those that are read.
    Folder,
    /// It is a document of another program: its author may believe that it is published.
    Document,
}

/// Why a text is not YAML, told apart by what its author should do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YamlError {
    /// A tab where YAML wants spaces.
    Tab,
    /// A text that begins with a character that means something in YAML (`%`, `@`, `` ` `` …).
    ReservedCharacter(char),
    /// A colon or another mark inside a text without quotes.
    ColonInText,
    /// A quote or bracket that is never closed.
    Unclosed,
    /// Words after a closing quote.
    TextAfterQuotes,
    /// A key without its colon.
    MissingColon,
    /// A key whose colon has no space after it.
    MissingSpace,
    /// Lines that belong together do not start in the same column.
    Indentation {
        /// Where the line starts, from 1.
        column: usize,
        /// Where the line above does, if elsewhere.
        above: Option<usize>,
    },
    /// A blank that is no space: no-break, or of no width.
    StrangeBlank,
    /// A mark that looks like the dash of a list.
    OtherDash(char),
    /// A dash of a list without space after it.
    GluedDash,
    /// The first item of a list has no dash, the others have.
    FirstWithoutDash,
    /// More nesting, aliases or data than any card has.
    TooMuch,
    /// Several documents (`---`) in a file of one.
    SeveralDocuments,
    /// Anything else; the parser's own words.
    Other(String),
}
