//! Forms out of bytes, wherever these come from.

use super::files::Loaded;
use super::form::{Form, Reader};
use super::node::{Node, NodeKind};
use super::{Fault, FaultKind, FileId, Place, Sources, yaml};

/// The tree of the text of a file, and what the text has that the tree has not.
///
/// # Errors
/// When the text is not YAML: what is wrong, and where.
fn tree(file: FileId, text: &str) -> Result<(Node, Vec<Fault>), Fault> {
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

/// The form in the text of a file that must say something, `None` when it is not YAML or holds nothing; and what does
/// not fit.
pub(super) fn form<T: Form>(file: FileId, text: &str) -> (Option<T>, Vec<Fault>) {
    let filled = tree(file, text).and_then(|(node, lost)| match node.kind {
        NodeKind::Null => Err(Fault {
            place: Place::start_of(file),
            kind: FaultKind::Empty,
        }),
        _ => Ok((node, lost)),
    });
    understood(file, filled)
}

/// The form of a tree, and every fault on the way to it.
fn understood<T: Form>(
    file: FileId,
    tree: Result<(Node, Vec<Fault>), Fault>,
) -> (Option<T>, Vec<Fault>) {
    match tree {
        Ok((node, mut faults)) => {
            let mut reader = Reader::new(file);
            let form = T::read(&node, &mut reader);
            faults.extend(reader.into_faults());
            (form, faults)
        }
        Err(fault) => (None, vec![fault]),
    }
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
    let tree = tree(file, text).map(|(mut node, lost)| {
        if node.kind == NodeKind::Null {
            // Nothing said, nothing changed.
            node.kind = NodeKind::Mapping(Vec::new());
        }
        (node, lost)
    });
    let (form, faults) = understood(file, tree);
    (file, form, faults)
}
