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
        group = placed(group, luogo, parole.etichetta, &parole.altri, sources);
    }
    if parole.rimedio.is_empty() {
        group
    } else {
        group.element(Level::HELP.with_name("rimedio").message(parole.rimedio))
    }
}

/// The lines of the place of a problem, and of the other places that it names.
fn placed<'a>(
    mut group: Group<'a>,
    luogo: &Place,
    etichetta: String,
    altri: &[(Place, String)],
    sources: &'a Sources,
) -> Group<'a> {
    let (near, far): (Vec<_>, Vec<_>) = altri.iter().partition(|(altro, _)| {
        altro.file == luogo.file && altro.span.start.abs_diff(luogo.span.start) < NEAR
    });
    group = match sources.file(luogo.file) {
        Some(file) if !file.text.is_empty() && !etichetta.is_empty() => {
            let places = near.iter().map(|(altro, _)| altro).chain([luogo]);
            let lines = Lines::around(file, places);
            let primary = AnnotationKind::Primary.span(lines.within(luogo));
            let mut snippet = lines.snippet().annotation(primary.label(etichetta));
            for (altro, words) in near {
                let context = AnnotationKind::Context.span(lines.within(altro));
                snippet = snippet.annotation(context.label(words.clone()));
            }
            lines.shown(group, luogo, snippet)
        }
        Some(file) => group.element(Origin::path(file.path.as_str())),
        None => group,
    };
    for (altro, words) in far {
        if let Some(file) = sources.file(altro.file) {
            let lines = Lines::around(file, [altro]);
            let context = AnnotationKind::Context.span(lines.within(altro));
            let snippet = lines.snippet().annotation(context.label(words.clone()));
            group = lines.shown(group, altro, snippet);
        }
    }
    group
}

/// How many bytes of a line a message shows on each side of its place.
const REACH: usize = 1000;
/// How many bytes are between the places that a message shows together.
const NEAR: usize = 10_000;

/// The lines of a file that a message shows. Whoever draws it looks through all the text that it gets: the whole file, or a
/// line as long, for each of thousands of problems would take minutes.
struct Lines<'a> {
    file: &'a SourceFile,
    /// Where they begin and end.
    bytes: Range<usize>,
    /// The number of the first, from 1.
    first: usize,
    /// Whether the first has more before.
    cut: bool,
}

impl<'a> Lines<'a> {
    /// Those from the first to the last of some places.
    fn around<'p>(file: &'a SourceFile, places: impl IntoIterator<Item = &'p Place>) -> Self {
        let spans = places.into_iter().map(|place| within(file, place));
        let all = spans.reduce(|all, own| all.start.min(own.start)..all.end.max(own.end));
        let bytes = file.lines_around(all.unwrap_or_default(), REACH);
        let (first, column) = file.line_and_column(bytes.start);
        Self {
            file,
            bytes,
            first,
            cut: column > 1,
        }
    }

    fn snippet(&self) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let text = self.file.text.get(self.bytes.clone()).unwrap_or_default();
        Snippet::source(text).line_start(self.first)
    }

    /// The lines in a message, with the name of the file. The column is counted from where the lines begin: of a line that
    /// has more before, it is told apart.
    fn shown(
        &self,
        group: Group<'a>,
        place: &Place,
        snippet: Snippet<'a, annotate_snippets::Annotation<'a>>,
    ) -> Group<'a> {
        let path = self.file.path.as_str();
        if !self.cut {
            return group.element(snippet.path(path));
        }
        let (line, column) = self.file.line_and_column(place.span.start);
        group
            .element(Origin::path(path).line(line).char_column(column))
            .element(snippet)
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
    let boundary = |offset: usize| file.text.floor_char_boundary(offset);
    let start = boundary(place.span.start);
    let far = place.span.end.min(start.saturating_add(REACH));
    let end = boundary(far).max(start);
    let line_end = file
        .text
        .get(start..end)
        .and_then(|rest| rest.find('\n'))
        .map_or(end, |newline| start + newline);
    start..line_end
}
