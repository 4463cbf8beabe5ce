//! Where a text leads: addresses, headings, pictures, and languages written as links.

use pulldown_cmark::LinkType;

use super::super::{Anchor, Target};
use super::FaultKind;

/// What a link of a text is.
pub(super) enum Led {
    /// A link.
    To(Target),
    /// Words of another language (BCP 47).
    Language(String),
}

impl Led {
    /// What an address makes of its words; a fault when it leads nowhere that a reader could go.
    pub(super) fn of(link: LinkType, address: &str) -> Result<Self, FaultKind> {
        if let Some(tag) = address.strip_prefix("lang:") {
            let tag = tag.to_owned();
            return if is_language(&tag) {
                Ok(Self::Language(tag))
            } else {
                Err(FaultKind::UnknownLanguage { tag })
            };
        }
        if let Some(name) = address.strip_prefix('#').filter(|name| !name.is_empty()) {
            return Ok(Self::To(Target::Anchor(Anchor(name.to_owned()))));
        }
        let address = match link {
            LinkType::Email => format!("mailto:{address}"),
            _ => address.to_owned(),
        };
        let safe = ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| address.len() > scheme.len() && address.starts_with(scheme));
        if safe {
            Ok(Self::To(Target::Address(address)))
        } else {
            Err(FaultKind::UnsafeLink { address })
        }
    }
}

/// Whether a name leads to a file below the folder that it starts from.
pub(super) fn is_below(name: &str) -> bool {
    let parts_go_down = name
        .split('/')
        .all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '?', '#']));
    !name.is_empty() && parts_go_down
}

/// Whether a word has the shape of a language tag (RFC 5646): `en`, `pt-BR`.
#[must_use]
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().is_some_and(|part| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    first
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}
