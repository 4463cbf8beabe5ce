//! Files inside the file (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4).

use lopdf::{Object, Stream};

use super::file::File;
use super::objects::{count, dictionary, name, reference, text};
use crate::document::{Attachment, Info};

/// What the catalog says of the attached files.
pub(super) struct Attached {
    /// The files of the whole document (`AF`).
    pub(super) files: Object,
    /// The same by name (`EmbeddedFiles` of `Names`).
    pub(super) names: Object,
}

/// Writes the files; `None` when there are none.
pub(super) fn write(
    file: &mut File<'_>,
    attachments: &[Attachment],
    info: &Info,
) -> Option<Attached> {
    if attachments.is_empty() {
        return None;
    }
    let mut sorted: Vec<&Attachment> = attachments.iter().collect();
    sorted.sort_by(|one, other| one.name.cmp(&other.name));
    let (mut files, mut names) = (Vec::new(), Vec::new());
    for attachment in sorted {
        let date = text(&format!("D:{}000000Z", info.date.format("%Y%m%d")));
        let parameters = dictionary([("Size", count(attachment.bytes.len())), ("ModDate", date)]);
        let stream = Stream::new(
            dictionary([
                ("Type", name("EmbeddedFile")),
                ("Subtype", name(&attachment.media_type)),
                ("Params", Object::Dictionary(parameters)),
            ]),
            attachment.bytes.clone(),
        );
        let stream = file.add(stream);
        let streams = dictionary([("F", reference(stream)), ("UF", reference(stream))]);
        let own = file.add(dictionary([
            ("Type", name("Filespec")),
            ("F", text(&attachment.name)),
            ("UF", text(&attachment.name)),
            ("Desc", text(&attachment.description)),
            ("AFRelationship", name("Data")),
            ("EF", Object::Dictionary(streams)),
        ]));
        files.push(reference(own));
        names.extend([text(&attachment.name), reference(own)]);
    }
    let tree = file.add(dictionary([("Names", Object::Array(names))]));
    Some(Attached {
        files: Object::Array(files),
        names: Object::Dictionary(dictionary([("EmbeddedFiles", reference(tree))])),
    })
}
