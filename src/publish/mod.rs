//! From rendered files to what is online, without ever leaving it broken.
//!
//! This module owns the staging folder and the swap. It never renders and never judges.

/// A finished file of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Where it goes, below the folder of the ente, with `/`: `2023/index.html`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}
