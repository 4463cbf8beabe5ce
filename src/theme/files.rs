//! The files of a theme.
//!
//! `themes/italia` is embedded in the binary. A file of the user's own `themes/italia` stands in for
//! the embedded one of the same path, one by one:
//!
//! | path | what |
//! |---|---|
//! | `templates/*.html` | Tera templates, one per kind of page, `base.html` around them |
//! | `dist/templates/*` | templates that the theme's build makes: the icons |
//! | `dist/assets/**` | copied beside the pages as they are: style sheet, fonts, favicon |
//! | `dist/pdf-fonts/*` | faces for the PDFs, not copied |
//! | `theme.yaml` | its name, its version, the version of griglia that it needs |
//! | `lingua/it.yaml` | the words of the interface; laid over the embedded ones key by key |
//! | `lingua/*.yaml` | those of another language; laid over Italian |
//! | `pdf.yaml` | how the PDFs look; laid over the embedded one key by key |

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use rust_embed::RustEmbed;
use tera::Tera;

use super::escape::escape;
use super::identity::{self, Identity};
use super::look::{Fonts, PdfLook, Rejected, read_look};
use super::words::{self, Words};
use crate::model::Lingua;
use crate::parole::{self, Lingue};

/// The files of `themes/italia` as they were when the binary was built.
#[derive(RustEmbed)]
#[folder = "themes/italia"]
#[include = "templates/*"]
#[include = "dist/*"]
#[include = "lingua/*"]
#[include = "pdf.yaml"]
#[include = "theme.yaml"]
struct Italia;

/// Templates and files that make pages look like the site they belong to.
#[derive(Debug)]
pub struct Theme {
    templates: Tera,
    files: Files,
    /// The user's own `pdf.yaml`.
    own_look: Option<Vec<u8>>,
    /// The user's own `lingua/it.yaml`.
    own_words: Option<Vec<u8>>,
    /// What differs from the embedded theme, in order of path.
    changed: Vec<String>,
}

/// The files of a theme by their path, with `/`.
type Files = BTreeMap<String, Cow<'static, [u8]>>;

const TEMPLATES: [&str; 2] = ["templates/", "dist/templates/"];
const ASSETS: &str = "dist/assets/";
const PDF_FONTS: &str = "dist/pdf-fonts/";
/// The endings of font files: beside them stand their licences.
const FONT_ENDINGS: [&str; 2] = ["ttf", "otf"];
const LOOK: &str = "pdf.yaml";
const WORDS: &str = "lingua/";
const ITALIAN: &str = "lingua/it.yaml";
const IDENTITY: &str = "theme.yaml";

impl Theme {
    /// The theme in the binary.
    ///
    /// # Errors
    /// When a template does not parse: an error of this program.
    pub fn embedded() -> Result<Self, ThemeError> {
        Self::with_overrides(std::iter::empty())
    }

    /// The theme in the binary, with some files in the place of its own.
    ///
    /// Each comes with its path below the theme's folder (`templates/obiettivo.html`,
    /// `dist/assets/stile.css`) and its content.
    ///
    /// # Errors
    /// When a template is not UTF-8 or does not parse.
    pub fn with_overrides(
        files: impl Iterator<Item = (String, Vec<u8>)>,
    ) -> Result<Self, ThemeError> {
        let mut all: Files = Italia::iter()
            .filter_map(|path| Italia::get(&path).map(|file| (path.into_owned(), file.data)))
            .collect();
        let mut own_look = None;
        let mut own_words = None;
        let mut changed = Vec::new();
        for (path, bytes) in files {
            if all.get(&path).map(AsRef::as_ref) == Some(bytes.as_slice()) {
                continue;
            }
            changed.push(path.clone());
            if path == LOOK {
                own_look = Some(bytes);
            } else if path == ITALIAN {
                own_words = Some(bytes);
            } else {
                all.insert(path, Cow::Owned(bytes));
            }
        }
        changed.sort();
        Ok(Self {
            templates: parse_templates(&all)?,
            files: all,
            own_look,
            own_words,
            changed,
        })
    }

    /// The paths of the files that are not as in the binary, in order.
    #[must_use]
    pub fn changed(&self) -> &[String] {
        &self.changed
    }

    /// What it is called, and its version.
    ///
    /// # Errors
    /// Everything that is wrong in `theme.yaml`, at once.
    pub fn identity(&self) -> Result<Identity, Rejected> {
        let bytes = self.files.get(IDENTITY).map_or(&[] as &[u8], AsRef::as_ref);
        identity::read(format!("themes/italia/{IDENTITY}"), bytes.to_vec())
    }

    /// How the PDFs look.
    ///
    /// # Errors
    /// Everything that is wrong in `pdf.yaml`, at once.
    pub fn pdf_look(&self) -> Result<PdfLook, Rejected> {
        let embedded = self.files.get(LOOK).map_or(&[] as &[u8], AsRef::as_ref);
        let shown = "themes/italia/pdf.yaml";
        let mut layers = vec![(format!("{shown} (nel programma)"), embedded.to_vec())];
        layers.extend(self.own_look.clone().map(|own| (shown.to_owned(), own)));
        read_look(layers, &self.pdf_fonts())
    }

    /// The languages that there are words for.
    ///
    /// # Errors
    /// Everything that is wrong in the files of words, at once.
    pub fn languages(&self) -> Result<Lingue, Rejected> {
        let shown = |path: &str| format!("themes/italia/{path}");
        let embedded = self.files.get(ITALIAN).map_or(&[] as &[u8], AsRef::as_ref);
        let program = format!("{} (nel programma)", shown(ITALIAN));
        let mut italian = vec![(program, embedded.to_vec())];
        italian.extend(self.own_words.clone().map(|own| (shown(ITALIAN), own)));
        let others = self.files.iter().filter(|(path, _)| *path != ITALIAN);
        let others = others.filter_map(|(path, bytes)| {
            let name = path.strip_prefix(WORDS)?.strip_suffix(".yaml")?;
            let language = Lingua::leggi(name).ok()?;
            Some((language, (shown(path), bytes.to_vec())))
        });
        parole::lingue(italian, others.collect())
            .map_err(|(problemi, sources)| Rejected { problemi, sources })
    }

    /// The faces for the PDFs, by file name.
    #[must_use]
    pub fn pdf_fonts(&self) -> Fonts<'_> {
        let fonts = self.files.iter().filter_map(|(path, bytes)| {
            let name = path.strip_prefix(PDF_FONTS)?;
            let ending = Path::new(name).extension()?.to_str()?;
            let is_font = FONT_ENDINGS
                .iter()
                .any(|font| ending.eq_ignore_ascii_case(font));
            is_font.then_some((name, bytes.as_ref()))
        });
        fonts.collect()
    }

    /// The files that go beside the pages: name below `assets/`, and content.
    pub(crate) fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix(ASSETS)?, bytes.as_ref())))
    }

    /// The page that a template makes of a model, in a language.
    pub(crate) fn render(
        &self,
        template: &str,
        model: impl serde::Serialize,
        words: &Words,
    ) -> Result<String, tera::Error> {
        let mut context = tera::Context::from_serialize(&model)?;
        drop(model);
        context.insert_value("lingua", words.language.clone());
        context.insert_value("parole", words.all.clone());
        self.templates.render(template, &context)
    }
}

fn parse_templates(files: &Files) -> Result<Tera, ThemeError> {
    let mut sources = Vec::new();
    for (path, bytes) in files {
        let name = TEMPLATES
            .iter()
            .find_map(|folder| path.strip_prefix(folder));
        if let Some(name) = name {
            let source = std::str::from_utf8(bytes)
                .map_err(|_| ThemeError::NotText { path: path.clone() })?;
            sources.push((name, source));
        }
    }
    let mut templates = Tera::default();
    templates.set_escape_fn(escape);
    words::register(&mut templates);
    templates
        .add_raw_templates(sources)
        .map_err(ThemeError::Template)?;
    Ok(templates)
}

/// Why a theme cannot be used.
#[derive(Debug)]
#[non_exhaustive]
pub enum ThemeError {
    /// A template is not UTF-8.
    NotText {
        /// Its path below the theme's folder.
        path: String,
    },
    /// A template does not parse, or names another that is not there.
    Template(tera::Error),
}

impl fmt::Display for ThemeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText { path } => write!(formatter, "il modello {path} non è testo UTF-8"),
            Self::Template(errore) => {
                write!(formatter, "{}", template_fault(errore))
            }
        }
    }
}

/// What a template is refused for. Only who writes templates reads it: the library's words stay English, and are
/// said to be.
pub(crate) fn template_fault(error: &tera::Error) -> String {
    let words = error.to_string();
    let words = words.strip_prefix("error: ").unwrap_or(&words);
    format!(
        "un modello di pagina è sbagliato; Tera, che legge i modelli, dice in inglese:\n\n{}\n\nrimedio: correggere il file in templates/ del proprio tema, oppure toglierlo: al suo posto vale quello di griglia",
        words.trim_end()
    )
}

impl std::error::Error for ThemeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotText { .. } => None,
            Self::Template(errore) => Some(errore),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pdf_faces_are_there_and_stay_out_of_the_pages() {
        let Ok(theme) = Theme::embedded() else {
            unreachable!("the embedded theme parses")
        };
        let fonts = theme.pdf_fonts();
        for face in ["TitilliumWeb-Regular.ttf", "RobotoMono-Regular.ttf"] {
            assert!(fonts.contains_key(face), "{face}");
        }
        assert!(fonts.keys().all(|name| !name.contains("LICENSE")));
        assert!(theme.assets().all(|(name, _)| !name.contains("pdf")));
        assert!(theme.assets().any(|(name, _)| name == "stile.css"));
    }

    #[test]
    fn a_file_of_the_users_stands_in_for_the_embedded_one() {
        let mia = ("dist/assets/stile.css".to_owned(), b"body{}".to_vec());
        let Ok(theme) = Theme::with_overrides(std::iter::once(mia)) else {
            unreachable!("only a style sheet has changed")
        };
        let stile = theme.assets().find(|(name, _)| *name == "stile.css");
        assert_eq!(stile.map(|(_, bytes)| bytes), Some(b"body{}".as_slice()));
    }

    #[test]
    fn the_same_file_changes_nothing() {
        let same = Italia::get(LOOK).map(|file| (LOOK.to_owned(), file.data.into_owned()));
        let Ok(theme) = Theme::with_overrides(same.into_iter()) else {
            unreachable!("nothing has changed")
        };
        assert!(theme.changed().is_empty());
        assert!(theme.pdf_look().is_ok());
    }

    #[test]
    fn a_template_that_does_not_parse_is_an_error() {
        let rotta = ("templates/anno.html".to_owned(), b"{% if".to_vec());
        assert!(matches!(
            Theme::with_overrides(std::iter::once(rotta)),
            Err(ThemeError::Template(_))
        ));
    }
}
