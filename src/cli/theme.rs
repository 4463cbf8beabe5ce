//! The theme that a command works with: the one in the binary, with the user's files on top.

use std::path::Path;

use super::outcome::Failure;
use crate::check::{Genere, Problema};
use crate::render::{Kit, RenderError};
use crate::source::{self, ThemeFiles};
use crate::theme::{Rejected, Theme};

/// How many changed files are named.
const NAMED: usize = 5;

/// Reads the theme's files beside a content folder.
pub(super) fn read(content: &Path) -> Result<ThemeFiles, Failure> {
    let folder = source::theme_folder(content);
    source::read_theme(&folder).map_err(|error| Failure::Theme { folder, error })
}

/// What rendering needs; or what is wrong with the user's files.
pub(super) fn load(own: ThemeFiles) -> Result<Result<Kit, Rejected>, Failure> {
    match kit(own) {
        Ok(kit) => Ok(Ok(kit)),
        Err(RenderError::Look(rejected)) => Ok(Err(rejected)),
        Err(error) => Err(Failure::Render(error)),
    }
}

fn kit(own: ThemeFiles) -> Result<Kit, RenderError> {
    if own.faults.is_empty() {
        let theme = Theme::with_overrides(own.files.into_iter()).map_err(RenderError::Theme)?;
        return Kit::with_theme(theme);
    }
    let problemi = own.faults.into_iter().map(|fault| Problema {
        luogo: Some(fault.place),
        genere: Genere::Lettura(fault.kind),
    });
    Err(RenderError::Look(Rejected {
        problemi: problemi.collect(),
        sources: own.sources,
    }))
}

/// Which files of the user's stand in for those of the program, if any do.
pub(super) fn changed(theme: &Theme) -> Option<String> {
    let changed = theme.changed();
    let named = changed.get(..NAMED).unwrap_or(changed).join(", ");
    let others = match changed.len().saturating_sub(NAMED) {
        0 => String::new(),
        others => format!(" e altri {others}"),
    };
    let whose = match theme.identity() {
        Ok(identity) if changed.iter().any(|path| path == "theme.yaml") => {
            format!(" ({} {})", identity.name, identity.version)
        }
        _ => String::new(),
    };
    (!changed.is_empty()).then(|| format!("Dal vostro themes/italia{whose}: {named}{others}"))
}
