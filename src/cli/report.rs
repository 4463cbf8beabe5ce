//! Problems as a person reads them: the place, the line, what is wrong, what to do.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::check::{Gravita, Problema, parole};

pub(super) use crate::check::{conteggio as count, quante_volte as how_many, quanti};
use crate::source::{Place, SourceFile, Sources};

/// Some problems with the files that they stand in.
pub(super) struct Told<'a> {
    /// The problems, file by file.
    pub(super) problemi: Vec<&'a Problema>,
    /// The files.
    pub(super) sources: &'a Sources,
}

impl<'a> Told<'a> {
    /// Errors and warnings: notes are for who asks for them.
    pub(super) fn all(problemi: &'a [Problema], sources: &'a Sources) -> Self {
        Self::from(problemi, sources, Gravita::Avviso)
    }

    /// Those of a severity, and of graver ones.
    pub(super) fn from(problemi: &'a [Problema], sources: &'a Sources, least: Gravita) -> Self {
        let problemi = problemi.iter();
        Self {
            problemi: problemi
                .filter(|problema| problema.genere.gravita() <= least)
                .collect(),
            sources,
        }
    }

    /// One after the other, each closed by an empty line.
    pub(super) fn shown(&self) -> impl Iterator<Item = String> {
        let renderer = Renderer::styled().decor_style(DecorStyle::Unicode);
        let problemi = self.problemi.iter();
        problemi.map(move |problema| renderer.render(&[group(problema, self.sources)]) + "\n")
    }
}

/// Errors and warnings: notes are for who asks for them.
pub(super) fn serious<'a>(
    problemi: impl IntoIterator<Item = &'a Problema, IntoIter: Clone>,
) -> impl Iterator<Item = &'a Problema> + Clone {
    let problemi = problemi.into_iter();
    problemi.filter(|problema| problema.genere.gravita() != Gravita::Nota)
}

fn group<'a>(problema: &Problema, sources: &'a Sources) -> Group<'a> {
    let parole = parole(problema);
    let level = match problema.genere.gravita() {
        Gravita::Errore => Level::ERROR.with_name("errore"),
        Gravita::Avviso => Level::WARNING.with_name("avviso"),
        Gravita::Nota => Level::NOTE.with_name("nota"),
    };
    let title = level
        .primary_title(parole.messaggio)
        .id(problema.genere.codice());
    let mut group = Group::with_title(title);
    if let Some(luogo) = &problema.luogo {
        let others: Vec<&(Place, String)> = parole
            .altri
            .iter()
            .filter(|(altro, _)| altro.file == luogo.file)
            .collect();
        group = match sources.file(luogo.file) {
            Some(file) if !file.text.is_empty() && !parole.etichetta.is_empty() => {
                let places = others.iter().map(|(altro, _)| altro).chain([luogo]);
                let lines = Lines::around(file, places);
                let primary = AnnotationKind::Primary.span(lines.within(luogo));
                let mut snippet = lines.snippet().annotation(primary.label(parole.etichetta));
                for (altro, words) in others {
                    let context = AnnotationKind::Context.span(lines.within(altro));
                    snippet = snippet.annotation(context.label(words.clone()));
                }
                group.element(snippet)
            }
            Some(file) => group.element(Origin::path(file.path.as_str())),
            None => group,
        };
        for (altro, words) in parole
            .altri
            .iter()
            .filter(|(altro, _)| altro.file != luogo.file)
        {
            if let Some(file) = sources.file(altro.file) {
                let lines = Lines::around(file, [altro]);
                let context = AnnotationKind::Context.span(lines.within(altro));
                let snippet = lines.snippet().annotation(context.label(words.clone()));
                group = group.element(snippet);
            }
        }
    }
    if parole.rimedio.is_empty() {
        group
    } else {
        group.element(Level::HELP.with_name("rimedio").message(parole.rimedio))
    }
}

/// The lines of a file that a message shows. Whoever draws it looks through all the text that it gets: the whole file for
/// each of thousands of problems would take minutes.
struct Lines<'a> {
    file: &'a SourceFile,
    /// Where they begin and end.
    bytes: Range<usize>,
    /// The number of the first, from 1.
    first: usize,
}

impl<'a> Lines<'a> {
    /// Those from the first to the last of some places.
    fn around<'p>(file: &'a SourceFile, places: impl IntoIterator<Item = &'p Place>) -> Self {
        let text = file.text.as_str();
        let spans = places.into_iter().map(|place| within(file, place));
        let all = spans.reduce(|all, own| all.start.min(own.start)..all.end.max(own.end));
        let all = all.unwrap_or_default();
        let (before, after) = (text.get(..all.start), text.get(all.end..));
        let start = before.and_then(|before| before.rfind('\n'));
        let start = start.map_or(0, |newline| newline + 1);
        let end = after.and_then(|after| after.find('\n'));
        let end = end.map_or(text.len(), |newline| all.end + newline + 1);
        let above = text.get(..start).unwrap_or_default();
        Self {
            file,
            bytes: start..end,
            first: above.matches('\n').count() + 1,
        }
    }

    fn snippet(&self) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let text = self.file.text.get(self.bytes.clone()).unwrap_or_default();
        Snippet::source(text)
            .path(self.file.path.as_str())
            .line_start(self.first)
    }

    /// A place among them.
    fn within(&self, place: &Place) -> Range<usize> {
        let span = within(self.file, place);
        let below = |at: usize| at.saturating_sub(self.bytes.start);
        below(span.start)..below(span.end)
    }
}

/// The place cut to its first line and to the file's text: a card of 40 lines is not underlined.
fn within(file: &SourceFile, place: &Place) -> Range<usize> {
    let boundary = |mut offset: usize| {
        offset = offset.min(file.text.len());
        while !file.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let start = boundary(place.span.start);
    let line_end = file
        .text
        .get(start..)
        .and_then(|rest| rest.find('\n'))
        .map_or(file.text.len(), |newline| start + newline);
    start..boundary(place.span.end).clamp(start, line_end)
}
