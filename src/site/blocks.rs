//! Semantic blocks to HTML.
//!
//! The narrative is Markdown, read once into [`Block`]s: here they become the kit's markup, in
//! [`crate::layout`] they become pages of a PDF. So both say the same, and no HTML of the content ever
//! reaches a page.

pub(in crate::site) mod figura;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use self::figura::Figure;
use super::html::Html;
use crate::document::{
    Align, Anchor, Block, Cell, CellRole, Definition, Inline, List, ListKind, ParagraphRole, Row,
    Signature, Table, Target, plain_text,
};
use crate::parole::Parole;

/// The HTML of some blocks; their footnotes stand at the end, with a way back.
pub(super) fn html(blocks: &[Block], figure: &Figure, parole: &Parole) -> Html {
    let mut pen = Pen {
        html: Html::default(),
        figure,
        parole,
        notes: Vec::new(),
        numbers: BTreeMap::new(),
        explained: BTreeSet::new(),
    };
    write_blocks(&mut pen, blocks);
    write_notes(&mut pen);
    pen.html
}

/// What is written, and what comes at its end.
struct Pen<'a> {
    html: Html,
    figure: &'a Figure,
    parole: &'a Parole,
    /// The footnotes, in order of their numbers.
    notes: Vec<Vec<Block>>,
    numbers: BTreeMap<Anchor, usize>,
    /// The short forms that are explained already.
    explained: BTreeSet<String>,
}

fn write_blocks(pen: &mut Pen<'_>, blocks: &[Block]) {
    for block in blocks {
        write_block(pen, block);
    }
}

fn write_block(pen: &mut Pen<'_>, block: &Block) {
    match block {
        Block::Heading {
            level,
            content,
            anchor,
        } => {
            pen.html.markup("<h");
            pen.html.number(level.depth());
            pen.html.attribute("id", &anchor.0);
            pen.html.markup(">");
            write_inlines(pen, content);
            pen.html.markup("</h");
            pen.html.number(level.depth());
            pen.html.markup(">\n");
        }
        Block::Paragraph { content, role } => {
            pen.html.markup(match role {
                ParagraphRole::Body => "<p>",
                ParagraphRole::Lead => "<p class=\"lead\">",
                ParagraphRole::Note => "<p class=\"nota\">",
                ParagraphRole::Closing => "<p class=\"text-end\">",
            });
            write_inlines(pen, content);
            pen.html.markup("</p>\n");
        }
        Block::List(list) => write_list(pen, list),
        Block::Table(table) => write_table(pen, table),
        Block::Definitions(definitions) => write_definitions(pen, definitions),
        Block::Figure(figure) => figura::write(pen, figure),
        Block::Signatures(signatures) => {
            for Signature { office, name } in signatures {
                pen.html.markup("<p class=\"text-end\">");
                pen.html.text(office);
                pen.html.markup("<br>");
                pen.html.text(name);
                pen.html.markup("</p>\n");
            }
        }
        Block::Landscape(blocks) => write_blocks(pen, blocks),
        Block::Quote(blocks) => {
            pen.html.markup("<blockquote class=\"blockquote\">\n");
            write_blocks(pen, blocks);
            pen.html.markup("</blockquote>\n");
        }
        Block::Preformatted(text) => {
            pen.html.markup("<pre tabindex=\"0\"><code>");
            pen.html.text(text);
            pen.html.markup("</code></pre>\n");
        }
        Block::Separator => pen.html.markup("<hr>\n"),
        // A page of a site has no pages, and its table of contents is the browser's business.
        Block::Contents { .. } | Block::PageBreak => {}
    }
}

fn write_list(pen: &mut Pen<'_>, list: &List) {
    let end = match list.kind {
        ListKind::Bulleted => {
            pen.html.markup("<ul>\n");
            "</ul>\n"
        }
        ListKind::Numbered { start: 1 } => {
            pen.html.markup("<ol>\n");
            "</ol>\n"
        }
        ListKind::Numbered { start } => {
            pen.html.markup("<ol start=\"");
            pen.html.number(start);
            pen.html.markup("\">\n");
            "</ol>\n"
        }
    };
    for item in &list.items {
        pen.html.markup("<li>");
        write_close(pen, item);
        pen.html.markup("</li>\n");
    }
    pen.html.markup(end);
}

/// The content of an item or a cell: a paragraph that stands first and alone needs no `<p>`.
fn write_close(pen: &mut Pen<'_>, blocks: &[Block]) {
    match blocks {
        [Block::Paragraph { content, .. }, rest @ ..]
            if rest.iter().all(|block| matches!(block, Block::List(_))) =>
        {
            write_inlines(pen, content);
            write_blocks(pen, rest);
        }
        _ => write_blocks(pen, blocks),
    }
}

fn write_table(pen: &mut Pen<'_>, table: &Table) {
    let label = match &table.caption {
        Some(caption) => plain_text(caption),
        None => pen.parole.intorno.tabella.to_string(),
    };
    // It scrolls on its own when it is too wide, therefore the keyboard must be able to reach it.
    pen.html
        .markup("<div class=\"table-responsive\" role=\"region\" tabindex=\"0\"");
    pen.html.attribute("aria-label", &label);
    pen.html.markup(">\n<table class=\"table\">\n");
    if let Some(caption) = &table.caption {
        pen.html.markup("<caption>");
        write_inlines(pen, caption);
        pen.html.markup("</caption>\n");
    }
    for (rows, start, end) in [
        (&table.header, "<thead>\n", "</thead>\n"),
        (&table.body, "<tbody>\n", "</tbody>\n"),
        (&table.footer, "<tfoot>\n", "</tfoot>\n"),
    ] {
        if !rows.is_empty() {
            pen.html.markup(start);
            for row in rows {
                write_row(pen, row, table);
            }
            pen.html.markup(end);
        }
    }
    pen.html.markup("</table>\n</div>\n");
}

fn write_row(pen: &mut Pen<'_>, row: &Row, table: &Table) {
    pen.html.markup("<tr>");
    // Where a span of a row above shifts the columns, a cell says its own alignment.
    for (index, cell) in row.cells.iter().enumerate() {
        let align = cell
            .align
            .or_else(|| table.columns.get(index).map(|column| column.align));
        write_cell(pen, cell, align);
    }
    pen.html.markup("</tr>\n");
}

fn write_cell(pen: &mut Pen<'_>, cell: &Cell, align: Option<Align>) {
    let tag = match cell.role {
        CellRole::ColumnHeader | CellRole::RowHeader => "th",
        CellRole::Data | CellRole::Total => "td",
    };
    pen.html.markup("<");
    pen.html.markup(tag);
    match cell.role {
        CellRole::ColumnHeader => pen.html.attribute("scope", "col"),
        CellRole::RowHeader => pen.html.attribute("scope", "row"),
        CellRole::Data | CellRole::Total => {}
    }
    if let Some(class) = class_of(cell.role, align) {
        pen.html.attribute("class", class);
    }
    for (name, span) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
        if span > 1 {
            pen.html.attribute(name, &span.to_string());
        }
    }
    pen.html.markup(">");
    write_close(pen, &cell.content);
    pen.html.markup("</");
    pen.html.markup(tag);
    pen.html.markup(">");
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

fn write_inlines(pen: &mut Pen<'_>, content: &[Inline]) {
    for inline in content {
        write_inline(pen, inline);
    }
}

fn write_inline(pen: &mut Pen<'_>, inline: &Inline) {
    match inline {
        Inline::Text(words) => pen.html.text(words),
        Inline::Strong(content) => write_within(pen, "strong", content),
        Inline::Emphasis(content) => write_within(pen, "em", content),
        Inline::Struck(content) => write_within(pen, "s", content),
        Inline::Code(words) => {
            pen.html.markup("<code>");
            pen.html.text(words);
            pen.html.markup("</code>");
        }
        Inline::Link { target, content } => write_link(pen, target, content),
        Inline::Foreign { language, content } => {
            pen.html.markup("<span");
            pen.html.attribute("lang", language);
            pen.html.markup(">");
            write_inlines(pen, content);
            pen.html.markup("</span>");
        }
        // Explained where it is first read: a page that says it at every turn is tiring to hear.
        Inline::Abbreviation { short, .. } if !pen.explained.insert(short.clone()) => {
            pen.html.text(short);
        }
        Inline::Abbreviation { short, expansion } => {
            pen.html.markup("<abbr");
            pen.html.attribute("title", expansion);
            pen.html.markup(">");
            pen.html.text(short);
            pen.html.markup("</abbr>");
        }
        Inline::Footnote(note) => {
            pen.notes.push(note.content.clone());
            let number = pen.notes.len();
            pen.numbers.insert(note.anchor.clone(), number);
            write_reference(pen, number, &format!("rif-nota-{number}"));
        }
        Inline::FootnoteAgain(anchor) => {
            if let Some(number) = pen.numbers.get(anchor).copied() {
                write_reference(pen, number, "");
            }
        }
        Inline::LineBreak => pen.html.markup("<br>"),
    }
}

fn write_within(pen: &mut Pen<'_>, tag: &str, content: &[Inline]) {
    pen.html.markup("<");
    pen.html.markup(tag);
    pen.html.markup(">");
    write_inlines(pen, content);
    pen.html.markup("</");
    pen.html.markup(tag);
    pen.html.markup(">");
}

/// A raised number that leads to its note; the first one is where the note leads back to.
fn write_reference(pen: &mut Pen<'_>, number: usize, id: &str) {
    pen.html.markup("<sup><a role=\"doc-noteref\"");
    if !id.is_empty() {
        pen.html.attribute("id", id);
    }
    pen.html.attribute("href", &format!("#nota-{number}"));
    let label = pen.parole.intorno.nota.con(&[("n", &number.to_string())]);
    pen.html.attribute("aria-label", &label);
    pen.html.markup(">");
    pen.html.number(number);
    pen.html.markup("</a></sup>");
}

fn write_notes(pen: &mut Pen<'_>) {
    if pen.notes.is_empty() {
        return;
    }
    pen.html
        .markup("<section class=\"nota\" role=\"doc-endnotes\"");
    pen.html.attribute("aria-label", &pen.parole.intorno.note);
    pen.html.markup(">\n<ol>\n");
    let mut number = 0;
    // A note may have notes of its own: the list grows while it is written.
    while let Some(content) = pen.notes.get(number).cloned() {
        number += 1;
        pen.html.markup("<li");
        pen.html.attribute("id", &format!("nota-{number}"));
        pen.html.markup(">");
        write_close(pen, &content);
        pen.html.markup(" <a role=\"doc-backlink\"");
        pen.html.attribute("href", &format!("#rif-nota-{number}"));
        let back = pen.parole.intorno.torna.con(&[("n", &number.to_string())]);
        pen.html.attribute("aria-label", &back);
        pen.html.markup(">↑</a></li>\n");
    }
    pen.html.markup("</ol>\n</section>\n");
}

fn write_definitions(pen: &mut Pen<'_>, definitions: &[Definition]) {
    pen.html.markup("<dl>\n");
    for definition in definitions {
        for term in &definition.terms {
            pen.html.markup("<dt>");
            write_inlines(pen, term);
            pen.html.markup("</dt>\n");
        }
        for meaning in &definition.meanings {
            pen.html.markup("<dd>");
            write_close(pen, meaning);
            pen.html.markup("</dd>\n");
        }
    }
    pen.html.markup("</dl>\n");
}

fn write_link(pen: &mut Pen<'_>, target: &Target, content: &[Inline]) {
    match target {
        Target::Anchor(anchor) => {
            pen.html.markup("<a");
            pen.html.attribute("href", &format!("#{}", anchor.0));
            pen.html.markup(">");
            write_inlines(pen, content);
        }
        Target::Address(address) => {
            pen.html.markup("<a");
            pen.html.attribute("href", address);
            if leads_outside(address) {
                pen.html.attribute("rel", "external");
            }
            pen.html.markup(">");
            write_inlines(pen, content);
            if leads_outside(address) {
                pen.html.markup("<span class=\"visually-hidden\"> ");
                pen.html.text(&pen.parole.intorno.altro_sito);
                pen.html.markup("</span>");
                pen.html.markup(OUTSIDE);
            }
        }
    }
    pen.html.markup("</a>");
}

/// Shows that a link leaves the site; the words before it say it.
const OUTSIDE: &str = "<svg class=\"icon icon-xs icon-primary ms-1\" aria-hidden=\"true\"><use href=\"#it-external-link\"></use></svg>";

fn leads_outside(address: &str) -> bool {
    address.starts_with("https:") || address.starts_with("http:")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::markdown::parse;

    fn rendered(markdown: &str) -> String {
        html(
            &parse(markdown).blocks,
            &Figure::default(),
            &crate::parole::italiano(),
        )
        .as_str()
        .to_owned()
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

    #[test]
    fn a_footnote_leads_there_and_back() {
        let pagina = rendered("Il PEG[^1] e ancora[^1].\n\n[^1]: Piano *esecutivo*.\n");
        assert!(
            pagina.contains("<a role=\"doc-noteref\" id=\"rif-nota-1\" href=\"#nota-1\""),
            "{pagina}"
        );
        assert_eq!(pagina.matches("id=\"rif-nota-1\"").count(), 1, "{pagina}");
        assert!(
            pagina.contains("<li id=\"nota-1\">Piano <em>esecutivo</em>. <a role=\"doc-backlink\""),
            "{pagina}"
        );
    }

    #[test]
    fn terms_and_foreign_words_keep_their_meaning() {
        let pagina = rendered("PEG\n: Piano esecutivo di gestione\n\n[smart working](lang:en)\n");
        assert!(
            pagina.contains("<dt>PEG</dt>\n<dd>Piano esecutivo di gestione</dd>"),
            "{pagina}"
        );
        assert!(
            pagina.contains("<span lang=\"en\">smart working</span>"),
            "{pagina}"
        );
    }
}
