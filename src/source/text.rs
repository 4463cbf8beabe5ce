//! Forms out of bytes, wherever these come from.

use std::ops::Range;

use super::files::Loaded;
use super::form::{Form, Reader};
use super::node::{Node, NodeKind};
use super::{Fault, FaultKind, FileId, Place, Sources, YamlError, yaml};

/// The tree of a text; one that holds nothing is a mapping without keys.
///
/// # Errors
/// When the text is not YAML: what is wrong, and where in bytes.
pub(super) fn tree(text: &str) -> Result<Node, (Range<usize>, YamlError)> {
    let mut node = yaml::parse(text)?;
    if node.kind == NodeKind::Null {
        node = Node {
            span: 0..0,
            kind: NodeKind::Mapping(Vec::new()),
        };
    }
    Ok(node)
}

/// Reads a form out of the bytes of a file, which joins `sources`; `None` when it is not YAML or no
/// mapping. What does not fit comes beside it.
pub(crate) fn form_in<T: Form>(
    sources: &mut Sources,
    path: String,
    bytes: Vec<u8>,
) -> (FileId, Option<T>, Vec<Fault>) {
    let (file, added) = sources.push(Loaded::of(path, bytes));
    if let Err(fault) = added {
        return (file, None, vec![fault]);
    }
    let text = sources.file(file).map_or("", |file| file.text.as_str());
    match tree(text) {
        Ok(node) => {
            let mut reader = Reader::new(file);
            let form = T::read(&node, &mut reader);
            (file, form, reader.into_faults())
        }
        Err((span, error)) => {
            let place = Place { file, span };
            let kind = FaultKind::Yaml(error);
            (file, None, vec![Fault { place, kind }])
        }
    }
}
