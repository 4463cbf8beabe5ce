//! Markdown to a document, and that to a PDF.
#![no_main]

mod documento;

use griglia::document::markdown;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parsed = markdown::parse(text);
    for fault in &parsed.faults {
        assert!(text.get(fault.span.clone()).is_some(), "a place in the text: {:?}", fault);
    }
    let blocks = parsed.fill(|_| Vec::new());
    documento::draw(blocks);
});
