//! What a build changed, in words.

use super::report::quanti;
use crate::publish::Changes;

/// How many files of a kind changed, came and went, in all enti.
#[derive(Debug, Default)]
pub(super) struct Tally {
    changed: Kinds,
    added: Kinds,
    removed: Kinds,
    same: usize,
}

/// What people look for, counted.
#[derive(Debug, Default)]
struct Kinds {
    pages: usize,
    pdfs: usize,
    others: usize,
}

impl Kinds {
    fn add(&mut self, paths: &[String]) {
        for path in paths {
            match path.rsplit_once('.') {
                Some((_, "html")) => self.pages += 1,
                Some((_, "pdf")) => self.pdfs += 1,
                _ => self.others += 1,
            }
        }
    }

    const fn all(&self) -> usize {
        self.pages + self.pdfs + self.others
    }

    fn words(&self) -> String {
        let counted = [
            (self.pages, "pagina", "pagine"),
            (self.pdfs, "PDF", "PDF"),
            (self.others, "altro file", "altri file"),
        ];
        let counted = counted.into_iter().filter(|(count, ..)| *count > 0);
        let counted = counted.map(|(count, one, many)| quanti(count, one, many));
        counted.collect::<Vec<_>>().join(", ")
    }
}

impl Tally {
    pub(super) fn add(&mut self, changes: &Changes) {
        self.changed.add(&changes.changed);
        self.added.add(&changes.added);
        self.removed.add(&changes.removed);
        self.same += changes.same;
    }

    /// What differs from before; nothing for a first build, where everything is new.
    pub(super) fn words(&self) -> Vec<String> {
        let differing = self.changed.all() + self.removed.all();
        if self.same + differing == 0 {
            return Vec::new();
        }
        if differing + self.added.all() == 0 {
            return vec!["Niente è cambiato: nessun file è stato riscritto.".to_owned()];
        }
        let kinds = [
            ("Cambiati", &self.changed),
            ("Nuovi", &self.added),
            ("Tolti", &self.removed),
        ];
        let kinds = kinds.into_iter().filter(|(_, kinds)| kinds.all() > 0);
        let mut lines: Vec<String> = kinds
            .map(|(title, kinds)| format!("{title}: {}", kinds.words()))
            .collect();
        lines.push(format!(
            "Uguali a prima, non riscritti: {}",
            quanti(self.same, "file", "file")
        ));
        lines
    }
}

/// Each file that differs.
pub(super) fn lines(changes: &Changes) -> impl Iterator<Item = String> {
    let kinds = [
        ("cambiato", &changes.changed),
        ("nuovo", &changes.added),
        ("tolto", &changes.removed),
    ];
    kinds
        .into_iter()
        .flat_map(|(what, paths)| paths.iter().map(move |path| format!("{what}: {path}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(paths: &[&str]) -> Vec<String> {
        paths.iter().map(|path| (*path).to_owned()).collect()
    }

    #[test]
    fn pages_and_pdfs_are_counted_apart() {
        let mut tally = Tally::default();
        tally.add(&Changes {
            changed: paths(&["a/SHA256SUMS", "a/b.html", "a/c.pdf"]),
            same: 7,
            ..Changes::default()
        });
        tally.add(&Changes {
            removed: paths(&["b/d.html", "b/e.html"]),
            ..Changes::default()
        });
        assert_eq!(
            tally.words(),
            [
                "Cambiati: 1 pagina, 1 PDF, 1 altro file",
                "Tolti: 2 pagine",
                "Uguali a prima, non riscritti: 7 file"
            ]
        );
    }

    #[test]
    fn a_first_build_has_no_before() {
        let mut tally = Tally::default();
        tally.add(&Changes {
            added: paths(&["a/b.html"]),
            ..Changes::default()
        });
        assert!(tally.words().is_empty());
    }
}
