//! Problems as a person reads them: the place, the line, what is wrong, what to do.

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
                let mut snippet = snippet(file).annotation(
                    AnnotationKind::Primary
                        .span(within(file, luogo))
                        .label(parole.etichetta),
                );
                for (altro, words) in others {
                    let span = within(file, altro);
                    snippet =
                        snippet.annotation(AnnotationKind::Context.span(span).label(words.clone()));
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
                let span = within(file, altro);
                group = group.element(
                    snippet(file)
                        .annotation(AnnotationKind::Context.span(span).label(words.clone())),
                );
            }
        }
    }
    if parole.rimedio.is_empty() {
        group
    } else {
        group.element(Level::HELP.with_name("rimedio").message(parole.rimedio))
    }
}

fn snippet(file: &SourceFile) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    Snippet::source(file.text.as_str()).path(file.path.as_str())
}

/// The place cut to its first line and to the file's text: a card of 40 lines is not underlined.
fn within(file: &SourceFile, place: &Place) -> std::ops::Range<usize> {
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
