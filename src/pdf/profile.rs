//! The colours' meaning: an sRGB profile as output intent (ISO 19005-2, 6.2.3).

use lopdf::{Dictionary, ObjectId, Stream};
use moxcms::ColorProfile;

use super::PdfError;
use super::file::File;
use super::objects::{array, dictionary, integer, name, reference, text};

/// Where an ICC profile says when it was made (ICC.1:2010, 7.2.8), and what it says here: a profile
/// made from constants is as old as its standard.
const CREATED: std::ops::Range<usize> = 24..36;
const SRGB_STANDARD: [u8; 12] = [0x07, 0xCF, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0];

/// Writes the output intent.
pub(super) fn write(file: &mut File<'_>) -> Result<ObjectId, PdfError> {
    let stream = Stream::new(
        dictionary([("N", integer(3)), ("Alternate", name("DeviceRGB"))]),
        profile()?,
    );
    let profile = file.add(stream);
    let intent: Dictionary = dictionary([
        ("Type", name("OutputIntent")),
        ("S", name("GTS_PDFA1")),
        ("OutputConditionIdentifier", text("sRGB IEC61966-2.1")),
        ("RegistryName", text("http://www.color.org")),
        ("Info", text("sRGB IEC61966-2.1")),
        ("DestOutputProfile", reference(profile)),
    ]);
    Ok(file.add(intent))
}

/// The entry of the catalog.
pub(super) fn intents(intent: ObjectId) -> lopdf::Object {
    array([reference(intent)])
}

/// A display profile of the sRGB space, the same bytes on every day.
fn profile() -> Result<Vec<u8>, PdfError> {
    let mut profile = ColorProfile::new_srgb();
    // Version 4.0 has no such tag, and 4.4 is younger than PDF 1.7.
    profile.cicp = None;
    let mut bytes = profile.encode().map_err(|_| PdfError::Profile)?;
    if let Some(date) = bytes.get_mut(CREATED) {
        date.copy_from_slice(&SRGB_STANDARD);
    }
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_a_display_profile_and_never_changes() {
        let bytes = profile().unwrap();
        assert_eq!(bytes.get(12..16), Some(b"mntr".as_slice()));
        assert_eq!(bytes.get(CREATED), Some(SRGB_STANDARD.as_slice()));
        assert_eq!(bytes, profile().unwrap());
    }
}
