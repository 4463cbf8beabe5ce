//! Nodes to forms: which keys a form has, without judging what they hold.
//!
//! Reading a form never fails. What does not fit is noted as a [`Fault`], the rest is read: a clerk
//! sees every mistake of a file at once.

use std::collections::BTreeMap;
use std::ops::Deref;

use super::nearest::nearest;
use super::node::{Key, Node, NodeKind};
use super::schema::Described;
use super::{Fault, FaultKind, FileId, Place, Shape};

/// A text as typed, and where. It stands behind a pointer: of the keys of a form, of which thousands may be
/// read, most are not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scritto(Box<Detto>);

/// What is written, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detto {
    /// The characters, without quotes and outer spaces.
    pub testo: String,
    /// Where they stand.
    pub luogo: Place,
}

impl Scritto {
    fn new(testo: String, luogo: Place) -> Self {
        Self(Box::new(Detto { testo, luogo }))
    }
}

impl Deref for Scritto {
    type Target = Detto;

    fn deref(&self) -> &Detto {
        &self.0
    }
}

/// Keys of the author's choice with their values, in order: the grades per settore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voci(pub Vec<(Scritto, Scritto)>);

/// Words and what is said of each, in the order in which they are written; `None` where nothing is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coppie(pub Vec<(Scritto, Option<Scritto>)>);

/// A text, or several as a list: `tipo: innovativo`, `tipo: [innovativo, strategico]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lista(pub Vec<Scritto>);

/// A text, or several told apart by keys of the author's choice: `atteso: 30`,
/// `atteso: { 2025: 30, 2026: 40 }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnoOVoci {
    /// One.
    Uno(Scritto),
    /// Several.
    Voci(Voci),
}

/// What can be read from a node; what it reads it can also describe.
pub trait Form: Sized + Described {
    /// Reads it; `None` when nothing is written, or something of another shape (then noted).
    fn read(node: &Node, reader: &mut Reader) -> Option<Self>;
}

/// A file being read: gathers what does not fit.
#[derive(Debug)]
pub struct Reader {
    file: FileId,
    faults: Vec<Fault>,
}

impl Reader {
    /// Starts on a file.
    #[must_use]
    pub const fn new(file: FileId) -> Self {
        Self {
            file,
            faults: Vec::new(),
        }
    }

    /// What did not fit, in order of reading.
    #[must_use]
    pub fn into_faults(self) -> Vec<Fault> {
        self.faults
    }

    /// A stretch of the file.
    #[must_use]
    pub const fn place(&self, span: std::ops::Range<usize>) -> Place {
        Place {
            file: self.file,
            span,
        }
    }

    fn wrong_shape(&mut self, node: &Node, expected: Shape, keys: &'static [&'static str]) {
        let found = node.shape();
        if found != Shape::Nothing {
            let place = self.place(node.span.clone());
            let kind = if expected == Shape::Text && is_prose(node) {
                FaultKind::ProseAsKeys
            } else {
                FaultKind::WrongShape {
                    expected,
                    found,
                    keys,
                }
            };
            self.faults.push(Fault { place, kind });
        }
    }

    /// The entries of a mapping; notes repeated keys.
    fn entries<'n>(
        &mut self,
        node: &'n Node,
        known: &'static [&'static str],
    ) -> Option<Vec<(&'n Key, &'n Node)>> {
        let NodeKind::Mapping(written) = &node.kind else {
            self.wrong_shape(node, Shape::Keys, known);
            return None;
        };
        let mut entries: Vec<(&Key, &Node)> = Vec::new();
        // A file may hold a million keys, all of them wrong.
        let mut seen: BTreeMap<&str, &Key> = BTreeMap::new();
        for (key, value) in written {
            let place = self.place(key.span.clone());
            if let Some(first) = seen.get(key.text.as_str()) {
                let first = self.place(first.span.clone());
                let key = key.text.clone();
                let kind = FaultKind::DuplicateKey { key, first };
                self.faults.push(Fault { place, kind });
                continue;
            }
            seen.insert(&key.text, key);
            entries.push((key, value));
        }
        Some(entries)
    }

    /// Reads the keys of a form with `take`, which says whether a key is the form's and whether its
    /// value could be read. Returns where the form begins and what has been told of it.
    pub fn keys(
        &mut self,
        node: &Node,
        known: &'static [&'static str],
        mut take: impl FnMut(&str, &Node, &mut Self) -> Option<Found>,
    ) -> Option<About> {
        let entries = self.entries(node, known)?;
        let begin = entries
            .first()
            .map_or_else(|| node.span.clone(), |(key, _)| key.span.clone());
        let mut noted = Noted::default();
        for (key, value) in entries {
            let before = self.faults.len();
            match take(&key.text, value, self) {
                Some(Found::Value) => {}
                Some(Found::Nothing) if self.faults.len() == before => {
                    let place = self.place(key.span.clone());
                    noted.vuote.push(Scritto::new(key.text.clone(), place));
                }
                Some(Found::Nothing) => noted.gia_dette.push(key.text.clone()),
                None => {
                    noted
                        .gia_dette
                        .extend(nearest(&key.text, known.iter().copied()).map(str::to_owned));
                    let place = self.place(key.span.clone());
                    let key = key.text.clone();
                    let kind = FaultKind::UnknownKey { key, known };
                    self.faults.push(Fault { place, kind });
                }
            }
        }
        let posto = self.place(begin);
        Some(About::new(posto, noted))
    }
}

/// Whether keys are words of a text: no key has a blank in it.
fn is_prose(node: &Node) -> bool {
    matches!(&node.kind, NodeKind::Mapping(entries)
        if entries.first().is_some_and(|(key, _)| key.text.contains(char::is_whitespace)))
}

/// Whether a key had a value that could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// It had.
    Value,
    /// It had none, or one of another shape (then noted).
    Nothing,
}

/// What is known of a form as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Where it begins.
    pub posto: Place,
    /// What was noted of its keys; of most forms nothing is.
    noted: Option<Box<Noted>>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Noted {
    gia_dette: Vec<String>,
    vuote: Vec<Scritto>,
}

impl About {
    fn new(posto: Place, noted: Noted) -> Self {
        let something = noted != Noted::default();
        Self {
            posto,
            noted: something.then(|| Box::new(noted)),
        }
    }

    /// The keys whose trouble has been noted: misspelt, or of another shape. That they are missing
    /// is not to be told again.
    #[must_use]
    pub fn gia_dette(&self) -> &[String] {
        let noted = self.noted.as_ref();
        noted.map_or(&[], |noted| noted.gia_dette.as_slice())
    }

    /// The keys with nothing after the colon, or an empty text.
    #[must_use]
    pub fn vuote(&self) -> &[Scritto] {
        let noted = self.noted.as_ref();
        noted.map_or(&[], |noted| noted.vuote.as_slice())
    }
}

/// What has keys of its own.
pub trait Keyed {
    /// What is known of it as a whole.
    fn about(&self) -> &About;
}

impl Form for Scritto {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let NodeKind::Scalar(text) = &node.kind else {
            reader.wrong_shape(node, Shape::Text, &[]);
            return None;
        };
        let testo = text.trim();
        (!testo.is_empty()).then(|| Self::new(testo.to_owned(), reader.place(node.span.clone())))
    }
}

impl<T: Form> Form for Vec<T> {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let NodeKind::Sequence(items) = &node.kind else {
            reader.wrong_shape(node, Shape::List, &[]);
            return None;
        };
        // No larger than it must be: a plan has thousands of lists.
        let mut read = Vec::with_capacity(items.len());
        read.extend(items.iter().filter_map(|item| T::read(item, reader)));
        Some(read)
    }
}

impl<T: Form> Form for Box<T> {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(Self::new)
    }
}

impl Form for Voci {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let entries = reader.entries(node, &[])?;
        let mut voci = Vec::new();
        for (key, value) in entries {
            let chiave = Scritto::new(key.text.clone(), reader.place(key.span.clone()));
            if let Some(valore) = Scritto::read(value, reader) {
                voci.push((chiave, valore));
            }
        }
        Some(Self(voci))
    }
}

impl Form for Coppie {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let entries = reader.entries(node, &[])?;
        let coppie = entries.iter().map(|(key, value)| {
            let chiave = Scritto::new(key.text.clone(), reader.place(key.span.clone()));
            let detto = match value.kind {
                NodeKind::Null => None,
                _ => Scritto::read(value, reader),
            };
            (chiave, detto)
        });
        Some(Self(coppie.collect()))
    }
}

impl Form for Lista {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.kind {
            NodeKind::Sequence(_) => Vec::read(node, reader).map(Self),
            _ => Scritto::read(node, reader).map(|solo| Self(vec![solo])),
        }
    }
}

impl Form for UnoOVoci {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.kind {
            NodeKind::Mapping(_) => Voci::read(node, reader).map(Self::Voci),
            _ => Scritto::read(node, reader).map(Self::Uno),
        }
    }
}

/// Declares a form: a struct whose fields are its keys, all optional, and what is known of it. Each key
/// says in Italian what it is for, and may give examples: editors show them.
macro_rules! form {
    (
        $(#[$about:meta])*
        pub struct $name:ident {
            $(
                $(#[$key_about:meta])*
                $key:ident: $form:ty = $says:literal $([$($example:literal),+])?,
            )+
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            /// Where the form begins, and what has been noted of it.
            pub about: $crate::source::form::About,
            $( $(#[$key_about])* pub $key: Option<$form>, )+
        }

        impl $name {
            /// The keys of the form.
            pub const CHIAVI: &'static [&'static str] = &[$(stringify!($key)),+];
        }

        impl $crate::source::schema::Described for $name {
            fn schema() -> schemars::Schema {
                $crate::source::schema::keys([$((
                    $crate::source::schema::Chiave {
                        nome: stringify!($key),
                        descrizione: $says,
                        esempi: &[$($($example),+)?],
                    },
                    <$form as $crate::source::schema::Described>::schema(),
                )),+])
            }
        }

        impl $crate::source::form::Keyed for $name {
            fn about(&self) -> &$crate::source::form::About {
                &self.about
            }
        }

        impl $crate::source::form::Form for $name {
            fn read(
                node: &$crate::source::node::Node,
                reader: &mut $crate::source::form::Reader,
            ) -> Option<Self> {
                use $crate::source::form::{Form, Found};
                $( let mut $key = None; )+
                let about = reader.keys(node, Self::CHIAVI, |key, value, reader| {
                    let read = match key {
                        $( stringify!($key) => {
                            $key = Form::read(value, reader);
                            $key.is_some()
                        } )+
                        _ => return None,
                    };
                    Some(if read { Found::Value } else { Found::Nothing })
                })?;
                Some(Self { about, $( $key, )+ })
            }
        }
    };
}
pub(crate) use form;
