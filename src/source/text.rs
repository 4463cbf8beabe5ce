//! Forms out of bytes, wherever these come from.

use super::files::Loaded;
use super::form::{Form, Reader};
use super::node::{Node, NodeKind};
use super::{Fault, FaultKind, FileId, Place, Sources, yaml};

/// The tree of the text of a file; one that holds nothing is a mapping without keys.
///
/// # Errors
/// When the text is not YAML: what is wrong, and where.
pub(super) fn tree(file: FileId, text: &str) -> Result<Node, Fault> {
    let mut node = yaml::parse(text).map_err(|(span, error)| Fault {
        place: Place { file, span },
        kind: FaultKind::Yaml(error),
    })?;
    if node.kind == NodeKind::Null {
        node = Node {
            span: 0..0,
            kind: NodeKind::Mapping(Vec::new()),
        };
    }
    Ok(node)
}

/// The tree of a text, and where its values stand; `None` when it is not YAML.
pub(crate) fn tree_of(text: &str) -> Option<Node> {
    yaml::parse(text).ok()
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
    match tree(file, text) {
        Ok(node) => {
            let mut reader = Reader::new(file);
            let form = T::read(&node, &mut reader);
            (file, form, reader.into_faults())
        }
        Err(fault) => (file, None, vec![fault]),
    }
}
