//! Objects that nothing leads to, taken out: what `printpdf` wrote and [`super::finish`] replaced.
//!
//! `lopdf` can prune too; it was a quarter of the time of a long document, for it asks for each object
//! whether the list of those seen holds it.

use lopdf::{Document, Object, ObjectId};

/// Takes out every object that the trailer does not lead to.
pub(super) fn sweep(document: &mut Document) {
    let count = usize::try_from(document.max_id).unwrap_or(usize::MAX);
    let mut seen = vec![false; count.saturating_add(1)];
    let mut waiting: Vec<ObjectId> = Vec::new();
    for (_, value) in &document.trailer {
        references(value, &mut waiting);
    }
    while let Some(id) = waiting.pop() {
        let known = usize::try_from(id.0).ok().and_then(|id| seen.get_mut(id));
        if let Some(known @ false) = known {
            *known = true;
            if let Some(object) = document.objects.get(&id) {
                references(object, &mut waiting);
            }
        }
    }
    document.objects.retain(|id, _| {
        let id = usize::try_from(id.0).ok();
        id.and_then(|id| seen.get(id)).copied().unwrap_or_default()
    });
}

/// The objects that one leads to directly.
fn references(object: &Object, found: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => found.push(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, found)),
        Object::Dictionary(entries) => entries
            .iter()
            .for_each(|(_, value)| references(value, found)),
        Object::Stream(stream) => stream
            .dict
            .iter()
            .for_each(|(_, value)| references(value, found)),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::String(..) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::objects::{array, dictionary, integer, reference};

    #[test]
    fn what_something_leads_to_stays_and_circles_end() {
        let mut document = Document::with_version("1.7");
        let lost = document.add_object(integer(1));
        let leaf = document.add_object(integer(2));
        let root = document.new_object_id();
        document.set_object(
            root,
            dictionary([("Kids", array([reference(leaf), reference(root)]))]),
        );
        document.trailer.set("Root", reference(root));
        sweep(&mut document);
        assert!(!document.objects.contains_key(&lost));
        assert!(document.objects.contains_key(&leaf) && document.objects.contains_key(&root));
    }
}
