//! griglia turns the objective cards and results of a municipality into a transparency site and
//! into the PDFs that go with its acts.
//!
//! Data flows one way; each arrow is a function of its input, and only the two ends touch the disk:
//!
//! ```text
//! content/ ─▶ source ─▶ check ─▶ model ─▶ score ─▶ griglia ─┬─▶ allegati ─▶ document ─▶ layout ─▶ pdf ─┐
//!             as        rules,   typed    exact    scheda   │   what each   semantic    pages     bytes│
//!             written   problems domain   decimals storia   │   PDF says    blocks                     ├─▶ publish ─▶ output/
//!                                     │        │   no media └─▶ site ─────▶ HTML ─────────────────────┤   stage, swap
//!                                     └────────┴─▶ dati ──────▶ CSV, JSON ────────────────────────────┘
//! ```
//!
//! `document`, `layout` and `pdf` know nothing of objectives; `model`, `score`, `griglia`, `scheda` and
//! `storia` know nothing of media; `dati` writes the open data and knows no pages. `ARCHITECTURE.md` is
//! the plan of the house.

pub mod allegati;
pub mod bundle;
pub mod check;
pub mod cli;
pub mod dati;
pub mod document;
pub mod griglia;
pub mod integrity;
pub mod layout;
pub mod lingua;
pub mod model;
pub mod parole;
pub mod pdf;
pub mod picture;
pub mod preview;
pub mod publish;
pub mod raccolta;
pub mod render;
pub mod scaffold;
pub mod scheda;
pub mod schema;
pub mod score;
pub mod site;
pub mod source;
pub mod storia;
pub mod theme;
pub mod uri;
