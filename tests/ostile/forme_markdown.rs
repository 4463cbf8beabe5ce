//! Markdown that is all shape and no words: nested, repeated, half open. It is read or refused, in bounded time.

use std::io;
use std::time::Instant;

use crate::common::Project;
use crate::{refused, run, run_telling, sized};

/// Pieces that make parsers of Markdown look back, and what each is written again and again.
const PIECES: [&str; 44] = [
    "*a_ ",
    "*a **a ",
    "![",
    "[a](",
    "[a](<b ",
    "[a][b] ",
    "<",
    "<a ",
    "a <!-- ",
    "a <? ",
    "> > a\n",
    "- ",
    "- a\n",
    "1. a\n\n",
    "[^1] ",
    "[^1]: x\n",
    "[a]: x\n",
    "[a](#b) ",
    "[a](x) ",
    "&amp; ",
    "&a",
    "\\",
    "~~",
    "~~a ",
    "a",
    "a-",
    "a.",
    "parole ",
    " ",
    "\n",
    "a\n",
    "**a** ",
    "`a` ",
    "a\\\n",
    "## a\n\nx\n\n",
    "|a|\n|-|\n|b|\n\n",
    "a\n: b\n\n",
    ": b\n",
    "<div>\n\n",
    "![a](x.png)\n\n",
    "{{ x }}\n\n",
    "```\na\n```\n\n",
    "---\n\n",
    "IT60X054",
];

/// A text of one piece, as long as asked.
fn again(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

/// Texts whose pieces differ, or stand in some order.
fn composed(bytes: usize) -> Vec<String> {
    let numbered = |write: &dyn Fn(usize) -> String| {
        let mut text = String::new();
        for n in 0.. {
            if text.len() > bytes {
                break;
            }
            text += &write(n);
        }
        text
    };
    let nested = |open: &str, close: &str| {
        let depth = bytes / (open.len() + close.len());
        format!("{}x{}", open.repeat(depth), close.repeat(depth))
    };
    let table = |columns: usize| {
        let (cells, dashes) = ("a |".repeat(columns), "-|".repeat(columns));
        format!("|{cells}\n|{dashes}\n")
    };
    vec![
        nested("*", "*"),
        nested("[", "](a)"),
        nested("[", "](a) "),
        nested("> - ", "\nb"),
        nested("> ", "\nb"),
        table(bytes / 5),
        table(3) + &again("|a|b|c|\n", bytes),
        table(40) + &again("a\n", bytes),
        format!("|a|b|\n|-|-|\n|{}|x|\n", again("parole ", bytes)),
        format!("# {}", again("&amp; ", bytes)),
        format!("a[^1]\n\n[^1]: x\n\n{}", again("c[^1] ", bytes)),
        numbered(&|n| format!("e{}", "`".repeat(n))),
        numbered(&|n| format!("[{n}]: https://x.it\n")),
        numbered(&|n| format!("[^{n}]: x\n")),
        numbered(&|n| format!("[^{n}] ")),
        numbered(&|n| format!("a[^{n}]\n\n[^{n}]: x\n\n")),
        numbered(&|n| format!("## a{n}\n\n[x](#b{n})\n\n")),
        (0..bytes.isqrt())
            .map(|n| format!("{}- a\n", " ".repeat(n * 2)))
            .collect(),
    ]
}

/// In the long version eight megabytes are checked, the most that is read, and one is built; `make test` looks at small ones.
#[test]
fn markdown_of_any_shape_is_read_or_refused() -> io::Result<()> {
    for (command, bytes) in [
        ("check", sized(30_000, 8_000_000)),
        ("build", sized(5_000, 1_000_000)),
    ] {
        let pieces = PIECES.iter().map(|piece| again(piece, bytes));
        for text in pieces.chain(composed(bytes)) {
            let project = Project::new()?;
            project.write(
                "content/prova/2023/relazione/02-ostile.md",
                &format!("# Ostile\n\n{text}\n"),
            )?;
            let start = Instant::now();
            let output = run_telling(&project, &[command], 2_000 * bytes);
            let code = output.status.code();
            let head: String = text.chars().take(20).collect();
            println!("{command} {:>7.2?} {code:?} {head:?}", start.elapsed());
        }
    }
    Ok(())
}

#[test]
fn what_no_page_could_hold_is_refused_before_it_is_read() -> io::Result<()> {
    let size = sized(60_000, 8_000_000);
    for (text, code, words) in [
        (
            format!("|{}\n|{}\n", "a |".repeat(size / 5), "-|".repeat(size / 5)),
            "G174",
            "colonne",
        ),
        ("a-".repeat(size / 2), "G174", "senza uno spazio"),
        ("**a** ".repeat(size / 6), "G174", "capoverso"),
        (
            format!("{}a{}", "> - ".repeat(size / 8), "\nb".repeat(size / 4)),
            "G172",
            "venti livelli",
        ),
        ("- ".repeat(size / 2) + "a", "G172", "venti livelli"),
    ] {
        let project = Project::new()?;
        project.write(
            "content/prova/2023/relazione/02-ostile.md",
            &format!("# Ostile\n\n{text}\n"),
        )?;
        refused(&project, code, words);
        refused(&project, code, "02-ostile.md:3:");
    }
    Ok(())
}

#[test]
fn a_table_of_many_rows_is_no_harm() -> io::Result<()> {
    let project = Project::new()?;
    let rows = "| uno | due |\n".repeat(sized(500, 100_000));
    project.write(
        "content/prova/2023/relazione/02-righe.md",
        &format!("# Righe\n\n| a | b |\n|---|---|\n{rows}"),
    )?;
    assert_eq!(run(&project, &["build"]).status.code(), Some(0));
    Ok(())
}
