//! Input that means harm: it is refused with a clear problem or shown as plain text, in bounded time and
//! memory. `GRIGLIA_OSTILE=lunga` tries the same at full size (`make prova-lunga-ostile`).

#![allow(
    clippy::unwrap_used,
    clippy::format_push_string,
    clippy::format_collect,
    reason = "what a test cannot read is a failure of the test; bombs are made as they are read best"
)]

mod common;

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use common::{Project, files, stderr, stdout};

/// Kilobytes of address space and seconds of processor that a run may take, whatever it reads.
const SPACE: u32 = 4_000_000;
const SECONDS: u32 = 60;

const CARD: &str = "content/prova/2023/obiettivi/tecnico.yaml";

/// A size for `make test`, another for the long version.
fn sized(short: usize, long: usize) -> usize {
    match std::env::var("GRIGLIA_OSTILE").as_deref() {
        Ok("lunga") => long,
        _ => short,
    }
}

/// Runs griglia with a limit to its memory and its time; a crash or a limit reached is a failure.
fn run(project: &Project, args: &[&str]) -> Output {
    run_telling(project, args, 1_000_000)
}

/// The same, where so many bytes of words are no wonder: every problem is told.
fn run_telling(project: &Project, args: &[&str], words: usize) -> Output {
    let start = Instant::now();
    let output = Command::new("bash")
        .args([
            "-c",
            &format!("ulimit -v {SPACE} -t {SECONDS}; exec \"$0\" \"$@\""),
        ])
        .arg(env!("CARGO_BIN_EXE_griglia"))
        .args(args)
        .current_dir(project.path(""))
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    let code = output.status.code();
    let told = stderr(&output);
    assert!(
        matches!(code, Some(0..=2)),
        "{args:?}: {code:?}\n{}",
        short(&told)
    );
    assert!(!told.contains("panicked"), "{}", short(&told));
    assert!(start.elapsed() < Duration::from_secs(u64::from(SECONDS) * 2));
    assert!(told.len() < words, "{} bytes of words", told.len());
    output
}

fn short(text: &str) -> String {
    text.chars().take(3000).collect()
}

/// That a check refuses, with a code and some words.
fn refused(project: &Project, code: &str, words: &str) {
    let output = run(project, &["check"]);
    let told = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{}", short(&told));
    assert!(
        told.contains(code) && told.contains(words),
        "{code} {words}:\n{}",
        short(&told)
    );
}

/// The card with some lines at its end.
fn card_with(project: &Project, lines: &str) -> io::Result<()> {
    let text = fs::read_to_string(project.path(CARD))?;
    project.write(CARD, &format!("{text}{lines}\n"))
}

#[test]
fn a_bomb_of_aliases_is_not_blown_up() -> io::Result<()> {
    let project = Project::new()?;
    let mut bomb = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for level in 1..sized(9, 40) {
        let before = format!("*a{}, ", level - 1).repeat(9);
        bomb += &format!("a{level}: &a{level} [{before}]\n");
    }
    project.write(CARD, &bomb)?;
    refused(&project, "G003", "tecnico.yaml");
    // A mapping that holds itself.
    project.write(CARD, "&x codice: *x\ntitolo: &y [*y]\n")?;
    refused(&project, "G003", "tecnico.yaml");
    Ok(())
}

#[test]
fn nesting_has_a_limit() -> io::Result<()> {
    let project = Project::new()?;
    let depth = sized(10_000, 1_000_000);
    for text in [
        format!("titolo: {}x{}", "[".repeat(depth), "]".repeat(depth)),
        format!("titolo: {}", "{a: ".repeat(depth)),
        (0..sized(300, 1500))
            .map(|level| format!("{}a:\n", " ".repeat(level)))
            .collect(),
        format!("{}x", "- ".repeat(depth)),
    ] {
        project.write(CARD, &text)?;
        let output = run(&project, &["check"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            stderr(&output).contains("tecnico.yaml"),
            "{}",
            short(&stderr(&output))
        );
    }
    Ok(())
}

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

#[test]
fn enormous_files_are_not_read() -> io::Result<()> {
    let megabytes = sized(9, 100);
    let bytes = vec![b'a'; megabytes * 1024 * 1024];
    for path in [
        CARD,
        "content/prova/ente.yaml",
        "content/prova/2023/relazione/01-risultati.md",
    ] {
        let project = Project::new()?;
        fs::write(project.path(path), &bytes)?;
        refused(&project, "G001", &format!("troppo grande: {megabytes} MB"));
    }
    // Just below the limit, on one line.
    let project = Project::new()?;
    project.write(
        CARD,
        &format!("titolo: {}\n", "a".repeat(sized(1, 8) * 1_000_000)),
    )?;
    run(&project, &["check"]);
    Ok(())
}

#[test]
fn bytes_that_are_no_text_are_refused() -> io::Result<()> {
    let project = Project::new()?;
    fs::write(
        project.path(CARD),
        b"codice: TEC-01\ntitolo: \xff\xfe\x80\n",
    )?;
    refused(&project, "G002", "UTF-8");
    for bytes in [
        &b"\0\0\0\0"[..],
        b"\xed\xa0\x80",
        b"titolo: a\0b\n",
        b"\xff\xfet\0i\0",
    ] {
        fs::write(project.path(CARD), bytes)?;
        let output = run(&project, &["check"]);
        assert_eq!(output.status.code(), Some(1), "{bytes:?}");
    }
    Ok(())
}

#[test]
fn links_are_not_followed() -> io::Result<()> {
    let secret = tempfile::tempdir()?;
    let outside = secret.path().join("segreto.yaml");
    fs::write(&outside, "parola_segreta: 42\n")?;
    for place in [
        "content/prova/2023/obiettivi/altrove.yaml",
        "content/prova/2023/relazione/09-altrove.md",
        "content/prova/2023/relazione/altrove.png",
        "content/prova/pagine/altrove.md",
    ] {
        let project = Project::new()?;
        symlink(&outside, project.path(place))?;
        let output = run(&project, &["check"]);
        assert_eq!(output.status.code(), Some(1), "{place}");
        let told = stderr(&output);
        assert!(
            told.contains("G170") && told.contains(place),
            "{place}: {told}"
        );
        assert!(!told.contains("segreta"), "{told}");
    }
    for place in ["content/prova/ente.yaml", "content/prova/2023/ciclo.yaml"] {
        let project = Project::new()?;
        fs::remove_file(project.path(place))?;
        symlink(&outside, project.path(place))?;
        let output = run(&project, &["check"]);
        let told = stderr(&output);
        assert!(
            told.contains("G170") && !told.contains("segreta"),
            "{place}: {told}"
        );
    }
    for place in [
        "content/prova/2023/obiettivi",
        "content/prova/2023",
        "content/prova",
    ] {
        let project = Project::new()?;
        let moved = project.path("altrove");
        fs::rename(project.path(place), &moved)?;
        symlink(&moved, project.path(place))?;
        refused(&project, "G170", place);
        let output = run(&project, &["build"]);
        assert_eq!(output.status.code(), Some(1), "{place}");
        assert!(!project.path("output/prova").exists(), "{place}");
    }
    // Nor without end.
    let project = Project::new()?;
    symlink("..", project.path("content/prova/2023/obiettivi/su"))?;
    refused(&project, "G170", "obiettivi/su");
    symlink(
        "/dev/zero",
        project.path("content/prova/2023/obiettivi/zero.yaml"),
    )?;
    refused(&project, "G170", "zero.yaml");
    Ok(())
}

#[test]
fn codes_and_names_do_not_leave_the_output() -> io::Result<()> {
    for code in [
        "../../etc",
        "..",
        ".",
        "a/b",
        "/etc/passwd",
        "a\\b",
        "con\\0",
        "..\\..",
    ] {
        let project = Project::new()?;
        let text = fs::read_to_string(project.path(CARD))?;
        project.write(CARD, &text.replace("TEC-01", &format!("'{code}'")))?;
        refused(&project, "G011", "");
        let project = Project::new()?;
        card_with(&project, &format!("alias: ['{code}']"))?;
        refused(&project, "G011", "");
    }
    let project = Project::new()?;
    for folder in ["content/..strano", "content/con spazi", "content/a;b"] {
        project.write(&format!("{folder}/ente.yaml"), "denominazione: X\n")?;
    }
    let output = run(&project, &["build"]);
    assert_eq!(output.status.code(), Some(1));
    for (path, _) in files(&project.path("output"))? {
        assert!(path.starts_with("prova/"), "{path}");
    }
    let project = Project::new()?;
    project.write("content/prova/pagine/../../../fuori.md", "# Fuori\n")?;
    let pagine = fs::read_to_string(project.path("content/prova/pagine/note-legali.md"))?;
    project.write(
        "content/prova/pagine/note-legali.md",
        &format!("{pagine}\n![Una foto](../../../../../etc/passwd)\n\n![Altra](/etc/passwd)\n"),
    )?;
    let output = run(&project, &["check"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    Ok(())
}

#[test]
fn names_that_differ_by_case_only_are_told() -> io::Result<()> {
    let project = Project::new()?;
    let text = fs::read_to_string(project.path(CARD))?;
    let twin = text
        .replace("TEC-01", "tec-01")
        .replace("peso: 80", "peso: 40");
    project.write("content/prova/2023/obiettivi/gemello.yaml", &twin)?;
    refused(&project, "G020", "gemello.yaml");
    let project = Project::new()?;
    project.write("content/prova/pagine/Note-Legali.md", "# Note\n\nAltro.\n")?;
    let output = run(&project, &["check"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    // Composed and decomposed letters.
    let project = Project::new()?;
    project.write("content/prova/pagine/citt\u{e0}.md", "# Città\n\nUna.\n")?;
    project.write("content/prova/pagine/citta\u{300}.md", "# Città\n\nDue.\n")?;
    let output = run(&project, &["check"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    Ok(())
}

#[test]
fn enti_whose_folders_differ_by_case_only_are_told() -> io::Result<()> {
    let project = Project::new()?;
    for (below, bytes) in files(&project.path("content/prova"))? {
        let path = project.path("content/PROVA").join(below);
        fs::create_dir_all(path.parent().unwrap())?;
        fs::write(path, bytes)?;
    }
    for command in ["check", "build"] {
        let output = run(&project, &[command]);
        let told = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{command}: {told}");
        assert!(told.contains("G171"), "{told}");
    }
    Ok(())
}

/// What every text of a project is made of: markup, templates, quotes.
const EVIL: &str = "<script>alert(1)</script>{{ 1+1 }}{% raw %}{% include 'x' %}\"'& <img src=x onerror=alert(2)> ]]> --> javascript:alert(3)";

#[test]
fn markup_and_templates_in_every_field_are_plain_text() -> io::Result<()> {
    let project = evil()?;
    let output = run(&project, &["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let mut pages = 0;
    for (path, bytes) in files(&project.path("output"))? {
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        let ending = path.rsplit('.').next().unwrap_or_default();
        if ending == "html" {
            pages += 1;
            assert!(!text.contains("<script>alert"), "{path}");
            assert!(!text.contains("<img src=x"), "{path}");
            assert!(!text.contains("href=\"javascript:"), "{path}");
            assert!(!text.contains("{%- ") && !text.contains("__tera"), "{path}");
            no_event_handlers(&path, &text);
            if path.ends_with("TEC-01/index.html") {
                assert!(text.contains("{{ 1+1 }}"), "the template is shown: {path}");
                assert!(text.contains("&lt;script&gt;alert(1)"), "{path}");
            }
        }
        if ending == "atom" || ending == "xml" {
            assert!(!text.contains("<script>alert"), "{path}");
        }
        if path.ends_with("indice.js") || ending == "jsonld" {
            assert!(
                !text.contains("<script>") && !text.contains("</script>"),
                "{path}"
            );
        }
    }
    assert!(pages > 10);
    Ok(())
}

/// No element of a page has an attribute that runs something.
fn no_event_handlers(path: &str, html: &str) {
    for tag in html
        .split('<')
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
    {
        let mut outside = String::new();
        for (at, part) in tag.0.split('"').enumerate() {
            if at % 2 == 0 {
                outside.push_str(part);
            }
        }
        assert!(!outside.contains(" on"), "{path}: <{}>", tag.0);
    }
}

/// `tests/progetto` with [`EVIL`] at the end of every text that people write.
fn evil() -> io::Result<Project> {
    let project = Project::new()?;
    let quoted = format!("'{}'", EVIL.replace('\'', "''"));
    project.write(
        "content/prova/ente.yaml",
        &format!("denominazione: {quoted}\nluogo: {quoted}\nterritorio: {quoted}\n"),
    )?;
    for path in [
        "content/prova/2023/ciclo.yaml",
        CARD,
        "content/prova/2023/obiettivi/struttura.yaml",
        "content/prova/2023/obiettivi/affari-generali.yaml",
        "content/prova/2023/risultati/tutti.yaml",
    ] {
        let text = fs::read_to_string(project.path(path))?;
        let mut lines = Vec::new();
        for line in text.lines() {
            let free = [
                "nome: ",
                "titolo: ",
                "descrizione: ",
                "oggetto: ",
                "organo: ",
                "ottenuti: ",
            ];
            let found = free.iter().find_map(|key| {
                let (before, rest) = line.split_once(key)?;
                let value =
                    !rest.starts_with('|') && !rest.starts_with('>') && !before.contains('{');
                value.then(|| format!("{before}{key}{quoted}"))
            });
            lines.push(found.unwrap_or_else(|| line.to_owned()));
        }
        project.write(path, &(lines.join("\n") + "\n"))?;
    }
    card_with(&project, &format!("risultati_attesi: {quoted}")).and_then(|()| {
        let output = run(&project, &["check"]);
        // A key that this card does not have is no text of it.
        if stderr(&output).contains("risultati_attesi") {
            let text = fs::read_to_string(project.path(CARD))?;
            let kept = text
                .lines()
                .filter(|line| !line.starts_with("risultati_attesi"));
            project.write(CARD, &(kept.collect::<Vec<_>>().join("\n") + "\n"))?;
        }
        Ok(())
    })?;
    Ok(project)
}

#[test]
fn markdown_runs_nothing() -> io::Result<()> {
    for (text, code) in [
        ("<script>alert(1)</script>", "G060"),
        ("testo <b onclick=alert(1)>forte</b>", "G060"),
        ("[qui](javascript:alert(1))", "G06"),
        ("[qui](JaVaScRiPt:alert(1))", "G06"),
        ("[qui](data:text/html,<script>alert(1)</script>)", "G06"),
        ("[qui](vbscript:x)", "G06"),
        ("<javascript:alert(1)>", "G06"),
        ("[qui](java&#x0A;script:alert(1))", "G06"),
        ("![x](https://altrove.example/x.png)", "G07"),
        ("![x](file:///etc/passwd)", "G07"),
    ] {
        let project = Project::new()?;
        project.write(
            "content/prova/2023/relazione/02-ostile.md",
            &format!("# Ostile\n\n{text}\n"),
        )?;
        refused(&project, code, "02-ostile.md");
    }
    Ok(())
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// A project whose stemma is some SVG.
fn with_stemma(svg: &str) -> io::Result<Project> {
    let project = Project::new()?;
    project.write("content/prova/stemma.svg", svg)?;
    project.write(
        "content/prova/ente.yaml",
        "denominazione: Comune di Prova\nluogo: Prova\nstemma: { file: stemma.svg, testo_alternativo: Stemma di Prova }\n",
    )?;
    Ok(project)
}

#[test]
fn nothing_of_a_picture_but_its_shapes_is_published() -> io::Result<()> {
    for inside in [
        "<script>alert(1)</script>",
        "<image href=\"https://altrove.example/x.png\" width=\"9\" height=\"9\"/>",
        "<image href=\"file:///etc/passwd\" width=\"9\" height=\"9\"/>",
        "<image href=\"../../../etc/passwd\" width=\"9\" height=\"9\"/>",
        "<use href=\"https://altrove.example/x.svg#a\"/>",
        "<foreignObject width=\"9\" height=\"9\"><body xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"alert(1)\"/></foreignObject>",
        "<style>@import url(https://altrove.example/x.css);</style>",
        "<a href=\"javascript:alert(1)\"><rect width=\"3\" height=\"3\"/></a>",
        "<rect width=\"2\" height=\"2\" onclick=\"alert(1)\"/>",
    ] {
        let project = with_stemma(&format!(
            "<svg xmlns=\"{SVG}\" viewBox=\"0 0 9 9\" onload=\"alert(1)\">{inside}<rect width=\"9\" height=\"9\"/></svg>"
        ))?;
        let output = run(&project, &["build"]);
        if output.status.code() == Some(1) {
            assert!(
                stderr(&output).contains("stemma"),
                "{inside}: {}",
                stderr(&output)
            );
            continue;
        }
        for (path, bytes) in files(&project.path("output"))? {
            // The theme's sprite is griglia's own.
            if path.rsplit('.').next() == Some("svg") && !path.contains("assets/") {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                for word in [
                    "script",
                    "altrove",
                    "onload",
                    "onclick",
                    "foreignObject",
                    "root:",
                    "file:",
                ] {
                    assert!(!text.contains(word), "{word} in {path}: {text}");
                }
            }
        }
    }
    Ok(())
}

#[test]
fn pictures_that_are_bombs_are_refused() -> io::Result<()> {
    let mut entities = "<!ENTITY a0 \"lol\">".to_owned();
    for level in 1..sized(10, 30) {
        let before = format!("&a{};", level - 1).repeat(10);
        entities += &format!("<!ENTITY a{level} \"{before}\">");
    }
    let last = sized(10, 30) - 1;
    let nested = sized(1_000, 100_000);
    for svg in [
        format!(
            "<!DOCTYPE svg [{entities}]><svg xmlns=\"{SVG}\" viewBox=\"0 0 9 9\"><desc>&a{last};</desc><rect width=\"9\" height=\"9\"/></svg>"
        ),
        format!(
            "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"{SVG}\" viewBox=\"0 0 9 9\"><text>&x;</text><rect width=\"9\" height=\"9\"/></svg>"
        ),
        format!(
            "<svg xmlns=\"{SVG}\" viewBox=\"0 0 9 9\">{}<rect width=\"9\" height=\"9\"/>{}</svg>",
            "<g>".repeat(nested),
            "</g>".repeat(nested)
        ),
        format!(
            "<svg xmlns=\"{SVG}\" viewBox=\"0 0 1e30 1e30\" width=\"1e30\" height=\"1e30\"><circle r=\"1e30\"/></svg>"
        ),
        format!(
            "<svg xmlns=\"{SVG}\" width=\"99999999\" height=\"99999999\"><linearGradient id=\"g\"><stop stop-color=\"red\"/></linearGradient><rect width=\"99999999\" height=\"99999999\" fill=\"url(#g)\"/></svg>"
        ),
        format!(
            "<svg xmlns=\"{SVG}\" viewBox=\"0 0 9 9\"><g id=\"a\"><use href=\"#a\"/></g><use href=\"#a\"/><rect width=\"9\" height=\"9\"/></svg>"
        ),
        "<svg".to_owned(),
        String::new(),
    ] {
        let project = with_stemma(&svg)?;
        let output = run(&project, &["build"]);
        assert!(!stderr(&output).contains("root:"), "{}", stderr(&output));
        for (path, bytes) in files(&project.path("output")).unwrap_or_default() {
            assert!(
                !String::from_utf8_lossy(&bytes).contains("root:x:0"),
                "{path}"
            );
        }
    }
    // A PNG of 60,000 × 60,000 in a few bytes: its header says so.
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend(60_000_u32.to_be_bytes());
    png.extend(60_000_u32.to_be_bytes());
    png.extend([8, 2, 0, 0, 0, 0x11, 0x22, 0x33, 0x44, 0, 0, 0, 0]);
    png.extend(b"IEND\xaeB`\x82");
    let project = with_stemma("")?;
    fs::write(project.path("content/prova/stemma.png"), png)?;
    let ente = fs::read_to_string(project.path("content/prova/ente.yaml"))?;
    project.write("content/prova/ente.yaml", &ente.replace(".svg", ".png"))?;
    refused(&project, "stemma.png", "");
    Ok(())
}

#[test]
fn control_characters_and_overrides_are_told() -> io::Result<()> {
    let text = fs::read_to_string(Project::new()?.path(CARD))?;
    for sign in [
        '\u{202e}',
        '\u{202d}',
        '\u{2066}',
        '\u{2067}',
        '\u{2069}',
        '\u{200f}',
        '\u{0001}',
        '\u{001b}',
        '\u{0085}',
        '\u{feff}',
        '\u{e0001}',
        '\u{fff9}',
    ] {
        let project = Project::new()?;
        project.write(
            CARD,
            &text.replace("delle strade", &format!("delle{sign}strade")),
        )?;
        let output = run(&project, &["check"]);
        let told = stderr(&output);
        assert_eq!(
            output.status.code(),
            Some(1),
            "U+{:04X}: {told}",
            u32::from(sign)
        );
        // A terminal is not told to do things either.
        assert!(
            !told.contains('\u{202e}') && !told.contains('\u{1b}'),
            "{told:?}"
        );
    }
    Ok(())
}

#[test]
fn formulas_do_not_reach_a_spreadsheet() -> io::Result<()> {
    let text = fs::read_to_string(Project::new()?.path(CARD))?;
    for formula in [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\\t=1+1",
        "=HYPERLINK(\\\"http://x\\\")",
    ] {
        let project = Project::new()?;
        project.write(
            CARD,
            &text.replace(
                "titolo: Manutenzione delle strade",
                &format!("titolo: \"{formula}\""),
            ),
        )?;
        let output = run(&project, &["build"]);
        if output.status.code() == Some(1) {
            continue;
        }
        for (path, bytes) in files(&project.path("output/prova/2023/dati"))? {
            if !path.ends_with("csv") {
                continue;
            }
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(b';')
                .from_reader(bytes.as_slice());
            for record in reader.records() {
                for cell in &record.unwrap() {
                    let number = cell.trim_start_matches(['+', '-']);
                    let number = number
                        .chars()
                        .all(|c| c.is_ascii_digit() || ".,".contains(c));
                    let seen = cell.trim_start();
                    assert!(
                        number || !seen.starts_with(['=', '+', '-', '@']),
                        "{formula}: {cell} in {path}"
                    );
                }
            }
        }
    }
    Ok(())
}

#[test]
fn thousands_of_mistakes_are_told_in_bounded_words() -> io::Result<()> {
    let project = Project::new()?;
    let lines: String = (0..sized(2_000, 20_000))
        .map(|n| format!("voce{n}: x\n"))
        .collect();
    card_with(&project, &lines)?;
    let start = Instant::now();
    let output = Command::new(env!("CARGO_BIN_EXE_griglia"))
        .arg("check")
        .current_dir(project.path(""))
        .output()?;
    assert_eq!(output.status.code(), Some(1));
    assert!(
        start.elapsed() < Duration::from_mins(1),
        "{:?}",
        start.elapsed()
    );
    assert!(stdout(&output).contains("errori"), "{}", stdout(&output));
    Ok(())
}
