//! Paths as they stand in addresses: percent-encoding, as RFC 3986 has it.
//!
//! This module owns which characters of a path stand as they are. It never judges where a path leads.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The unreserved characters (RFC 3986, 2.3) and what parts a path.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// A path, with `/`, as a relative reference (RFC 3986, 4.2).
#[must_use]
pub fn encoded(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_path_may_have_stays() {
        assert_eq!(encoded("2023/a-b_c.~/x"), "2023/a-b_c.~/x");
        assert_eq!(encoded("là su?#%"), "l%C3%A0%20su%3F%23%25");
    }
}
