//! Forms out of bytes, wherever these come from.

use super::files::Loaded;
use super::form::{Form, Reader};
use super::node::{Node, NodeKind};
use super::{Fault, FaultKind, FileId, Place, Sources, yaml};

/// The tree of the text of a file, and what the text has that the tree has not.
///
/// # Errors
/// When the text is not YAML: what is wrong, and where.
pub(super) fn tree(file: FileId, text: &str) -> Result<(Node, Vec<Fault>), Fault> {
    let node = yaml::parse(text).map_err(|slip| Fault {
        place: Place {
            file,
            span: slip.span,
        },
        kind: FaultKind::Yaml {
            error: slip.error,
            mended: slip.mended,
        },
    })?;
    let lost = yaml::lost(&node, text)
        .into_iter()
        .map(|(span, lost)| Fault {
            place: Place { file, span },
            kind: FaultKind::Lost(lost),
        });
    let lost = lost.collect();
    Ok((node, lost))
}

/// The tree of a file that must say something.
///
/// # Errors
/// When the text is not YAML, or holds nothing.
pub(super) fn filled(file: FileId, text: &str) -> Result<(Node, Vec<Fault>), Fault> {
    let (node, lost) = tree(file, text)?;
    if node.kind == NodeKind::Null {
        return Err(Fault {
            place: Place::start_of(file),
            kind: FaultKind::Empty,
        });
    }
    Ok((node, lost))
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
        Ok((mut node, mut faults)) => {
            if node.kind == NodeKind::Null {
                // Nothing said, nothing changed.
                node.kind = NodeKind::Mapping(Vec::new());
            }
            let mut reader = Reader::new(file);
            let form = T::read(&node, &mut reader);
            faults.extend(reader.into_faults());
            (file, form, faults)
        }
        Err(fault) => (file, None, vec![fault]),
    }
}
