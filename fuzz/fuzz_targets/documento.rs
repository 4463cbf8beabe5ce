//! What both targets that draw need.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use griglia::document::{Block, Document, Info, PageLabel, Running, Status};
use griglia::theme::{PdfLook, Theme};

pub static LOOK: LazyLock<PdfLook> = LazyLock::new(|| Theme::embedded().unwrap().pdf_look().unwrap());

pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        info: Info {
            title: "Prova".into(),
            author: "Comune".into(),
            subject: String::new(),
            keywords: Vec::new(),
            language: "it-IT".into(),
            date: chrono::NaiveDate::from_ymd_opt(2024, 5, 3).unwrap(),
        },
        running: Running {
            head_start: "Comune".into(),
            head_end: "Prova".into(),
            foot: "Atto".into(),
            page_label: PageLabel { before: "pagina ".into(), between: " di ".into() },
        },
        note_label: "Nota ".into(),
        status: Status::Approved,
        letterhead: None,
        cover: None,
        blocks,
        pictures: BTreeMap::new(),
    }
}

/// Lays out and writes; the pages are drawn within their paper.
pub fn draw(blocks: Vec<Block>) {
    let document = document(blocks);
    let pages = griglia::layout::lay_out(&document, &LOOK.style, &LOOK.faces);
    let bytes = griglia::pdf::write(&pages, &document.info, &[], &LOOK.faces).unwrap();
    assert!(bytes.starts_with(b"%PDF-") && bytes.ends_with(b"%%EOF\n"));
}
