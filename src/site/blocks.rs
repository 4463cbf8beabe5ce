//! Semantic blocks to HTML.
//!
//! The narrative is Markdown, read once into [`Block`]s: here they become the kit's markup, in
//! [`crate::layout`] they become pages of a PDF. So both say the same, and no HTML of the content ever
//! reaches a page.

use super::html::Html;
use crate::document::{
    Align, Block, Cell, CellRole, Inline, List, ListKind, ParagraphRole, Row, Table, Target,
    plain_text,
};

/// The HTML of some blocks.
pub(super) fn html(blocks: &[Block]) -> Html {
    let mut html = Html::default();
    write_blocks(&mut html, blocks);
    html
}

fn write_blocks(html: &mut Html, blocks: &[Block]) {
    for block in blocks {
        write_block(html, block);
    }
}

fn write_block(html: &mut Html, block: &Block) {
    match block {
        Block::Heading {
            level,
            content,
            anchor,
        } => {
            html.markup("<h");
            html.number(level.depth());
            html.attribute("id", &anchor.0);
            html.markup(">");
            write_inlines(html, content);
            html.markup("</h");
            html.number(level.depth());
            html.markup(">\n");
        }
        Block::Paragraph { content, role } => {
            html.markup(match role {
                ParagraphRole::Body => "<p>",
                ParagraphRole::Lead => "<p class=\"lead\">",
                ParagraphRole::Note => "<p class=\"nota\">",
                ParagraphRole::Closing => "<p class=\"text-end\">",
            });
            write_inlines(html, content);
            html.markup("</p>\n");
        }
        Block::List(list) => write_list(html, list),
        Block::Table(table) => write_table(html, table),
        Block::Quote(blocks) => {
            html.markup("<blockquote class=\"blockquote\">\n");
            write_blocks(html, blocks);
            html.markup("</blockquote>\n");
        }
        Block::Preformatted(text) => {
            html.markup("<pre tabindex=\"0\"><code>");
            html.text(text);
            html.markup("</code></pre>\n");
        }
        Block::Separator => html.markup("<hr>\n"),
        // A page of a site has no pages, and its table of contents is the browser's business.
        Block::Contents { .. } | Block::PageBreak => {}
    }
}

fn write_list(html: &mut Html, list: &List) {
    let end = match list.kind {
        ListKind::Bulleted => {
            html.markup("<ul>\n");
            "</ul>\n"
        }
        ListKind::Numbered { start: 1 } => {
            html.markup("<ol>\n");
            "</ol>\n"
        }
        ListKind::Numbered { start } => {
            html.markup("<ol start=\"");
            html.number(start);
            html.markup("\">\n");
            "</ol>\n"
        }
    };
    for item in &list.items {
        html.markup("<li>");
        write_close(html, item);
        html.markup("</li>\n");
    }
    html.markup(end);
}

/// The content of an item or a cell: a paragraph that stands first and alone needs no `<p>`.
fn write_close(html: &mut Html, blocks: &[Block]) {
    match blocks {
        [Block::Paragraph { content, .. }, rest @ ..]
            if rest.iter().all(|block| matches!(block, Block::List(_))) =>
        {
            write_inlines(html, content);
            write_blocks(html, rest);
        }
        _ => write_blocks(html, blocks),
    }
}

fn write_table(html: &mut Html, table: &Table) {
    let label = match &table.caption {
        Some(caption) => plain_text(caption),
        None => "Tabella".to_owned(),
    };
    // It scrolls on its own when it is too wide, therefore the keyboard must be able to reach it.
    html.markup("<div class=\"table-responsive\" role=\"region\" tabindex=\"0\"");
    html.attribute("aria-label", &label);
    html.markup(">\n<table class=\"table\">\n");
    if let Some(caption) = &table.caption {
        html.markup("<caption>");
        write_inlines(html, caption);
        html.markup("</caption>\n");
    }
    for (rows, start, end) in [
        (&table.header, "<thead>\n", "</thead>\n"),
        (&table.body, "<tbody>\n", "</tbody>\n"),
        (&table.footer, "<tfoot>\n", "</tfoot>\n"),
    ] {
        if !rows.is_empty() {
            html.markup(start);
            for row in rows {
                write_row(html, row, table);
            }
            html.markup(end);
        }
    }
    html.markup("</table>\n</div>\n");
}

fn write_row(html: &mut Html, row: &Row, table: &Table) {
    html.markup("<tr>");
    // Where a span of a row above shifts the columns, a cell says its own alignment.
    for (index, cell) in row.cells.iter().enumerate() {
        let align = cell
            .align
            .or_else(|| table.columns.get(index).map(|column| column.align));
        write_cell(html, cell, align);
    }
    html.markup("</tr>\n");
}

fn write_cell(html: &mut Html, cell: &Cell, align: Option<Align>) {
    let tag = match cell.role {
        CellRole::ColumnHeader | CellRole::RowHeader => "th",
        CellRole::Data | CellRole::Total => "td",
    };
    html.markup("<");
    html.markup(tag);
    match cell.role {
        CellRole::ColumnHeader => html.attribute("scope", "col"),
        CellRole::RowHeader => html.attribute("scope", "row"),
        CellRole::Data | CellRole::Total => {}
    }
    if let Some(class) = class_of(cell.role, align) {
        html.attribute("class", class);
    }
    for (name, span) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
        if span > 1 {
            html.attribute(name, &span.to_string());
        }
    }
    html.markup(">");
    write_close(html, &cell.content);
    html.markup("</");
    html.markup(tag);
    html.markup(">");
}

const fn class_of(role: CellRole, align: Option<Align>) -> Option<&'static str> {
    match (role, align) {
        (CellRole::Total, Some(Align::End)) => Some("fw-bold text-end"),
        (CellRole::Total, Some(Align::Center)) => Some("fw-bold text-center"),
        (CellRole::Total, _) => Some("fw-bold"),
        (_, Some(Align::End)) => Some("text-end"),
        (_, Some(Align::Center)) => Some("text-center"),
        (_, _) => None,
    }
}

fn write_inlines(html: &mut Html, content: &[Inline]) {
    for inline in content {
        write_inline(html, inline);
    }
}

fn write_inline(html: &mut Html, inline: &Inline) {
    let mut wrap = |start: &str, content: &[Inline], end: &str| {
        html.markup(start);
        write_inlines(html, content);
        html.markup(end);
    };
    match inline {
        Inline::Text(words) => html.text(words),
        Inline::Strong(content) => wrap("<strong>", content, "</strong>"),
        Inline::Emphasis(content) => wrap("<em>", content, "</em>"),
        Inline::Struck(content) => wrap("<s>", content, "</s>"),
        Inline::Code(words) => {
            html.markup("<code>");
            html.text(words);
            html.markup("</code>");
        }
        Inline::Link { target, content } => write_link(html, target, content),
        Inline::LineBreak => html.markup("<br>"),
    }
}

fn write_link(html: &mut Html, target: &Target, content: &[Inline]) {
    match target {
        Target::Anchor(anchor) => {
            html.markup("<a");
            html.attribute("href", &format!("#{}", anchor.0));
            html.markup(">");
            write_inlines(html, content);
        }
        Target::Address(address) => {
            html.markup("<a");
            html.attribute("href", address);
            if leads_outside(address) {
                html.attribute("rel", "external");
            }
            html.markup(">");
            write_inlines(html, content);
            if leads_outside(address) {
                html.markup(OUTSIDE);
            }
        }
    }
    html.markup("</a>");
}

/// Says to everybody that a link leaves the site.
const OUTSIDE: &str = "<span class=\"visually-hidden\"> (altro sito)</span>\
    <svg class=\"icon icon-xs icon-primary ms-1\" aria-hidden=\"true\"><use href=\"#it-external-link\"></use></svg>";

fn leads_outside(address: &str) -> bool {
    address.starts_with("https:") || address.starts_with("http:")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::markdown::parse;

    fn rendered(markdown: &str) -> String {
        html(&parse(markdown).blocks).as_str().to_owned()
    }

    #[test]
    fn words_of_the_content_are_never_markup() {
        let pagina = rendered("Chi firma: A & B, 3 < 4, \"tra virgolette\"\n\n`<script>`");
        assert!(pagina.contains("A &amp; B, 3 &lt; 4"), "{pagina}");
        assert!(pagina.contains("<code>&lt;script&gt;</code>"), "{pagina}");
    }

    #[test]
    fn a_nested_list_stands_inside_its_item() {
        assert_eq!(
            rendered("- uno\n  - due\n- tre\n"),
            "<ul>\n<li>uno<ul>\n<li>due</li>\n</ul>\n</li>\n<li>tre</li>\n</ul>\n"
        );
    }

    #[test]
    fn header_cells_say_what_they_head() {
        let tabella = rendered("| Voce | Cifra |\n|---|--:|\n| Peso | 15 |\n");
        assert!(tabella.contains("<th scope=\"col\">Voce</th>"), "{tabella}");
        assert!(
            tabella.contains("<td class=\"text-end\">15</td>"),
            "{tabella}"
        );
    }

    #[test]
    fn a_link_that_leaves_the_site_says_so() {
        let link = rendered("[AgID](https://www.agid.gov.it/)");
        assert!(
            link.contains("<a href=\"https://www.agid.gov.it/\" rel=\"external\">AgID<span"),
            "{link}"
        );
    }
}
