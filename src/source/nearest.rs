//! The nearest valid spelling of a word.

/// The candidate most like `word`, if one is like it: at most a third of its letters off.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word = word.to_lowercase();
    let letters = word.chars().count();
    let limit = (letters / 3).max(1);
    candidates
        .into_iter()
        // Words whose lengths differ by more are further apart: no need to measure.
        .filter(|candidate| candidate.chars().count().abs_diff(letters) <= limit)
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_of_the_fingers_are_recognised_and_other_words_are_not() {
        let keys = ["titolo", "peso", "indicatori"];
        assert_eq!(nearest("tiotlo", keys), Some("titolo"));
        assert_eq!(nearest("Pesi", keys), Some("peso"));
        assert_eq!(nearest("colore", keys), None);
        assert_eq!(nearest("", keys), None);
    }
}
