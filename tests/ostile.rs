//! Input that means harm: it is refused with a clear problem or shown as plain text, in bounded time and
//! memory. `GRIGLIA_OSTILE=lunga` tries the same at full size (`make prova-lunga-ostile`).

#![allow(
    clippy::unwrap_used,
    clippy::format_push_string,
    clippy::format_collect,
    reason = "what a test cannot read is a failure of the test; bombs are made as they are read best"
)]

mod common;
#[path = "ostile/forme_markdown.rs"]
mod forme_markdown;
#[path = "ostile/forme_yaml.rs"]
mod forme_yaml;
#[path = "ostile/immagini.rs"]
mod immagini;

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
