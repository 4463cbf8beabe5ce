//! The `griglia` command.
fn main() {}
