//! A published folder as one file, or as a few that are not larger than an upload allows.
//!
//! This module owns the bytes of the archives: what is in them, in which order, how they are read again
//! without believing them. It never touches the disk, and never judges the files (`integrity` does).
//!
//! The same folder gives the same bytes: names in order, one fixed time, fixed permissions. Each archive
//! can be unpacked alone; all of them unpack into one folder.

mod leggimi;
mod limite;
mod own;
mod read;
mod write;

pub use self::limite::Limite;
pub use self::read::{Guasti, Guasto, read};
pub use self::write::{Archive, PackError, pack};

use std::io::{Read, Seek};

use zip::ZipArchive;

/// What the comment of an archive made here begins with.
const MARK: &str = "griglia";

/// Which of how many archives one is: 1 of 1 when there is one alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parte {
    /// From 1.
    pub which: usize,
    /// How many there are.
    pub of: usize,
}

impl Parte {
    /// What stands after the name: `-2-di-3`; nothing for one alone.
    fn suffix(self) -> String {
        match self {
            Self { of: 1, .. } => String::new(),
            Self { which, of } => format!("-{which}-di-{of}"),
        }
    }

    /// The name of the archive of an ente.
    fn name(self, ente: &str) -> String {
        format!("{ente}{}.zip", self.suffix())
    }

    /// The name of the text that explains it. Two archives unpacked into one folder do not overwrite each
    /// other's.
    fn leggimi(self) -> String {
        match self {
            Self { which: 1, .. } => "LEGGIMI.txt".to_owned(),
            other => format!("LEGGIMI{}.txt", other.suffix()),
        }
    }

    fn comment(self) -> String {
        format!("{MARK} {}/{}", self.which, self.of)
    }

    /// Which one an archive says that it is, if it was made here.
    fn of_comment(comment: &[u8]) -> Option<Self> {
        let text = str::from_utf8(comment).ok()?;
        let (which, of) = text.strip_prefix(MARK)?.trim().split_once('/')?;
        let (which, of) = (which.parse().ok()?, of.parse().ok()?);
        (1..=of).contains(&which).then_some(Self { which, of })
    }
}

/// Whether a file is an archive that was made here: another one is somebody's work.
pub fn is_ours(file: impl Read + Seek) -> bool {
    ZipArchive::new(file).is_ok_and(|archive| Parte::of_comment(archive.comment()).is_some())
}

/// Whether a file name is that of an archive of an ente, alone or one of several.
#[must_use]
pub fn is_named_after(ente: &str, name: &str) -> bool {
    let Some(middle) = name
        .strip_prefix(ente)
        .and_then(|rest| rest.strip_suffix(".zip"))
    else {
        return false;
    };
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    middle.is_empty()
        || middle
            .strip_prefix('-')
            .and_then(|rest| rest.split_once("-di-"))
            .is_some_and(|(which, of)| number(which) && number(of))
}

/// Whether a name at the root of an archive is that of a text that explains it.
fn is_leggimi(name: &str) -> bool {
    name.strip_prefix("LEGGIMI")
        .and_then(|rest| rest.strip_suffix(".txt"))
        .is_some_and(|middle| middle.is_empty() || middle.contains("-di-") && !middle.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn archives_of_an_ente_are_known_by_name() {
        for name in ["caluso.zip", "caluso-1-di-3.zip", "caluso-10-di-12.zip"] {
            assert!(is_named_after("caluso", name), "{name}");
        }
        for name in [
            "caluso-nuovo.zip",
            "caluso.tar",
            "caluso-1-di-x.zip",
            "altro.zip",
        ] {
            assert!(!is_named_after("caluso", name), "{name}");
        }
    }

    #[test]
    fn the_comment_says_which_one_it_is() {
        let parte = Parte { which: 2, of: 3 };
        assert_eq!(Parte::of_comment(parte.comment().as_bytes()), Some(parte));
        for wrong in ["", "griglia", "griglia 4/3", "griglia 0/3", "altro 1/1"] {
            assert_eq!(Parte::of_comment(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
