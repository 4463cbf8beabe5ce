//! Markdown to semantic blocks.
