//! Results gathered with a spreadsheet.
pub mod yaml;
