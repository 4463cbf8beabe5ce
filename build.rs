//! Stops early, with words, when the theme has not been built: the binary embeds it.

use std::path::Path;

const DIST: &str = "themes/italia/dist";

fn main() {
    // Cargo looks into folders: a new, changed or removed file below them builds the crate again.
    println!("cargo::rerun-if-changed={DIST}");
    println!("cargo::rerun-if-changed=themes/italia/templates");
    println!("cargo::rerun-if-changed=themes/italia/pdf.yaml");
    println!("cargo::rerun-if-changed=themes/italia/theme.yaml");
    if !Path::new(DIST).join("assets/stile.css").is_file() {
        println!(
            "cargo::error=the theme is not built: {DIST} is missing. Run `make tema` (npm ci && npm run build)."
        );
    }
}
