//! First drafts: a new folder builds at once, new files fit into what is there, nothing is overwritten.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use common::{Project, stderr, stdout};

const ANSWERS: [&str; 6] = [
    "--ente",
    "Comune di San Nicolò d'Arcidano",
    "--anno",
    "2026",
    "--settore",
    "Cura: \"verde\" e città",
];

fn griglia(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_griglia"))
        .args(args)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn a_new_folder_has_no_problems_and_builds() {
    let root = tempfile::tempdir().unwrap();
    let init = griglia(
        root.path(),
        &[&["init", "prova"], ANSWERS.as_slice()].concat(),
    );
    assert_eq!(init.status.code(), Some(0), "{}", stderr(&init));
    let folder = root.path().join("prova");
    let check = griglia(&folder, &["check"]);
    assert_eq!(
        (stdout(&check).as_str(), stderr(&check).as_str()),
        ("8 file letti: nessun problema.\n", "")
    );
    let build = griglia(&folder, &["build"]);
    assert_eq!(build.status.code(), Some(0), "{}", stderr(&build));
    let site = folder.join("output/san-nicolo-d-arcidano");
    let page = fs::read_to_string(site.join("index.html")).unwrap();
    assert!(page.contains("Comune di San Nicolò d"), "{page}");
    let pdf = fs::read(site.join("2026/documenti/schede-obiettivi-2026.pdf")).unwrap();
    common::assert_conforming("a first plan", &pdf);
    let ignored = fs::read_to_string(folder.join(".gitignore")).unwrap();
    assert!(ignored.contains("/output/"));
}

#[test]
fn what_is_there_is_never_overwritten() {
    let root = tempfile::tempdir().unwrap();
    let args = [&["init"], ANSWERS.as_slice()].concat();
    assert_eq!(griglia(root.path(), &args).status.code(), Some(0));
    let ente = root.path().join("content/san-nicolo-d-arcidano/ente.yaml");
    fs::write(&ente, "denominazione: Comune mio\n").unwrap();
    let again = griglia(root.path(), &args);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("c'è già"), "{}", stderr(&again));
    assert_eq!(
        fs::read_to_string(&ente).unwrap(),
        "denominazione: Comune mio\n"
    );
}

#[test]
fn a_script_that_forgets_an_answer_is_told_which() {
    let root = tempfile::tempdir().unwrap();
    let told = griglia(root.path(), &["init", "--ente", "Comune di Prova"]);
    assert_eq!(told.status.code(), Some(2));
    assert!(stderr(&told).contains("--anno"), "{}", stderr(&told));
    let told = griglia(
        root.path(),
        &["init", "--ente", "X", "--anno", "26", "--settore", "Y"],
    );
    assert!(
        stderr(&told).contains("«26» non è un anno"),
        "{}",
        stderr(&told)
    );
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
}

/// Answers typed at a terminal; `script` makes one.
fn typed(folder: &Path, command: &str, answers: &str) -> Output {
    let binary = env!("CARGO_BIN_EXE_griglia");
    let mut child = Command::new("script")
        .args(["-qec", &format!("'{binary}' {command}"), "/dev/null"])
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut keyboard = child.stdin.take().unwrap();
    keyboard.write_all(answers.as_bytes()).unwrap();
    drop(keyboard);
    child.wait_with_output().unwrap()
}

#[test]
fn a_wrong_answer_is_told_and_asked_for_again() {
    let root = tempfile::tempdir().unwrap();
    let answers = "\ncomune di prova\nduemila\n2026\n-\ntributi\n\n";
    let asked = typed(root.path(), "init nuovo", answers);
    let told = stdout(&asked);
    assert_eq!(asked.status.code(), Some(0), "{told}");
    for words in [
        "Serve una risposta",
        "«duemila» non è un anno",
        "«-» non è un nome",
        "Chi ne risponde",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let ente = root.path().join("nuovo/content/prova/ente.yaml");
    let ente = fs::read_to_string(ente).unwrap();
    assert!(
        ente.contains("denominazione: Comune di prova\nluogo: prova\n"),
        "{ente}"
    );
    let check = griglia(&root.path().join("nuovo"), &["check"]);
    assert_eq!(stdout(&check), "8 file letti: nessun problema.\n");
    let early = typed(root.path(), "init altro", "Comune di Prova\n\u{4}");
    assert_eq!(early.status.code(), Some(2), "{}", stdout(&early));
    assert!(!root.path().join("altro").exists());
}

#[test]
fn the_next_ciclo_does_not_follow_one_that_is_empty() {
    let project = Project::new().unwrap();
    let card = "content/prova/2023/obiettivi/tecnico.yaml";
    let text = fs::read_to_string(project.path(card)).unwrap();
    // An objective of one year: nothing goes on in the next.
    project
        .write(card, &text.replace("annualita: 1 di 2\n", ""))
        .unwrap();
    let next = project.griglia(&["nuovo", "ciclo"]);
    assert_eq!(next.status.code(), Some(0), "{}", stderr(&next));
    let again = project.griglia(&["nuovo", "ciclo"]);
    assert_eq!(again.status.code(), Some(2));
    let told = stderr(&again);
    assert!(
        told.contains("il ciclo 2024 non ha ancora nessuna scheda"),
        "{told}"
    );
    let meant = project.griglia(&["nuovo", "ciclo", "--ciclo", "2024"]);
    assert_eq!(meant.status.code(), Some(0), "{}", stderr(&meant));
}

#[test]
fn a_new_card_has_the_next_code_and_number() {
    let project = Project::new().unwrap();
    let add = |title: &str| {
        project.griglia(&[
            "nuovo",
            "obiettivo",
            "--settore",
            "tecnico",
            "--titolo",
            title,
        ])
    };
    assert!(stdout(&add("Strade: più sicure")).contains("tec-02.yaml"));
    // The weights do not sum any more: another card can be added all the same.
    assert!(stdout(&add("Scuole")).contains("tec-03.yaml"));
    let card = project.path("content/prova/2023/obiettivi/tecnico/tec-02.yaml");
    let schema = card
        .parent()
        .unwrap()
        .join("../../../../../schema/obiettivo.json");
    assert!(schema.exists(), "the line leads to a schema");
    let card = fs::read_to_string(card).unwrap();
    assert!(
        card.starts_with(
            "# yaml-language-server: $schema=../../../../../schema/obiettivo.json\n\
             codice: TEC-02\nnumero: 2\ntitolo: \"Strade: più sicure\"\n"
        ),
        "{card}"
    );
    let told = stderr(&project.griglia(&["check"]));
    assert!(told.contains("G030") && !told.contains("G003"), "{told}");
    let wrong = project.griglia(&["nuovo", "obiettivo", "--settore", "tecnco"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(
        stderr(&wrong).contains("forse è «tecnico». Ci sono: affari-generali, tecnico, struttura"),
        "{}",
        stderr(&wrong)
    );
}

#[test]
fn results_to_be_filled_in_hold_every_objective_and_indicator() {
    let project = Project::new().unwrap();
    fs::remove_file(project.path("content/prova/2023/risultati/tutti.yaml")).unwrap();
    for settore in ["tecnico", "affari-generali", "struttura"] {
        let added = project.griglia(&["nuovo", "risultati", "--settore", settore]);
        assert_eq!(added.status.code(), Some(0), "{}", stderr(&added));
    }
    let path = project.path("content/prova/2023/risultati/tecnico.yaml");
    let draft = fs::read_to_string(&path).unwrap();
    assert!(
        draft.contains("obiettivo: TEC-01") && draft.contains("nome: Fine dei lavori"),
        "{draft}"
    );
    let told = project.griglia(&["check"]);
    assert_eq!(told.status.code(), Some(0), "{}", stderr(&told));
    // Filled in as the comments say.
    let filled = draft
        .replace("    grado:", "    grado: 100%")
        .replace("    # indicatori:", "    indicatori:")
        .replace("    #   - nome", "      - nome")
        .replace("    #     raggiunto:", "        raggiunto: 12 km")
        .replacen("raggiunto: 12 km", "raggiunto: 30-ott", 1);
    fs::write(&path, filled).unwrap();
    let told = stderr(&project.griglia(&["check"]));
    assert!(
        !told.contains("errore") && !told.contains("TEC-01"),
        "{told}"
    );
}

#[test]
fn an_act_starts_from_the_cards_as_they_are() {
    let project = Project::new().unwrap();
    let sources = project.path("content/prova/2023");
    let act = |args: &[&str]| project.griglia(&[&["nuovo", "modifica"], args].concat());
    let added = act(&["--nome", "gc-50", "--scheda", "tec-01"]);
    assert_eq!(added.status.code(), Some(0), "{}", stderr(&added));
    let path = sources.join("modifiche/gc-50/tec-01.yaml");
    let card = fs::read_to_string(&path).unwrap();
    let approved = fs::read_to_string(sources.join("obiettivi/tecnico.yaml")).unwrap();
    assert!(card.contains(approved.trim_end()), "{card}");
    // A draft that changes nothing yet is only a warning.
    let told = stderr(&project.griglia(&["check"]));
    assert!(told.contains("G080") && !told.contains("errore"), "{told}");
    // Adopted, with a change: the next act starts from it.
    let changed = card
        .replace("atteso: 31-ott", "atteso: 30-nov")
        .replace("# motivo: …", "motivo: >-\n  La gara è\n  andata deserta");
    fs::write(&path, format!("cambio: modificato\n{changed}")).unwrap();
    let atto = sources.join("modifiche/gc-50/atto.yaml");
    let text = fs::read_to_string(&atto).unwrap();
    let adopted = text
        .replace("# numero: 100", "numero: 50")
        .replace("# data: 30/09", "data: 30/09");
    fs::write(&atto, adopted).unwrap();
    assert_eq!(stderr(&project.griglia(&["check"])), "");
    let added = act(&["--nome", "gc-60", "--scheda", "TEC-01", "--togli", "AFF-01"]);
    assert_eq!(added.status.code(), Some(0), "{}", stderr(&added));
    let next = fs::read_to_string(sources.join("modifiche/gc-60/tec-01.yaml")).unwrap();
    assert!(next.contains("atteso: 30-nov"), "{next}");
    assert!(
        !next.contains("cambio") && !next.contains("deserta"),
        "{next}"
    );
    let atto = fs::read_to_string(sources.join("modifiche/gc-60/atto.yaml")).unwrap();
    assert!(
        atto.contains("eliminati:\n  - obiettivo: AFF-01\n"),
        "{atto}"
    );
    // What cannot be is said, and nothing is written.
    for (args, told) in [
        (["--nome", "gc-70", "--scheda", "TEC-1"], "forse «TEC-01»?"),
        (
            ["--nome", "gc 70", "--scheda", "TEC-01"],
            "nome di una cartella",
        ),
        (["--nome", "gc-60", "--scheda", "TEC-01"], "c'è già"),
    ] {
        let refused = act(&args);
        assert_eq!(refused.status.code(), Some(2));
        assert!(stderr(&refused).contains(told), "{}", stderr(&refused));
    }
    assert!(!sources.join("modifiche/gc-70").exists());
}

#[test]
fn a_card_of_a_list_is_copied_at_the_left_margin() {
    let project = Project::new().unwrap();
    let cards = "content/prova/2023/obiettivi/tecnico.yaml";
    let one = fs::read_to_string(project.path(cards)).unwrap();
    let listed = |card: &str| format!("- {}\n", card.trim_end().replace('\n', "\n  "));
    let other = one.replace("codice: TEC-01\nnumero: 1", "codice: TEC-02\nnumero: 2");
    project
        .write(cards, &(listed(&one) + &listed(&other)))
        .unwrap();
    let added = project.griglia(&["nuovo", "modifica", "--nome", "a", "--scheda", "TEC-01"]);
    assert_eq!(added.status.code(), Some(0), "{}", stderr(&added));
    let card = fs::read_to_string(project.path("content/prova/2023/modifiche/a/tec-01.yaml"));
    let card = card.unwrap();
    assert!(
        card.contains(one.trim_end()) && !card.contains("TEC-02"),
        "{card}"
    );
}

#[test]
fn the_next_year_has_the_settori_and_what_goes_on() {
    let project = Project::new().unwrap();
    let added = project.griglia(&["nuovo", "ciclo"]);
    assert_eq!(added.status.code(), Some(0), "{}", stderr(&added));
    let card = fs::read_to_string(project.path("content/prova/2024/obiettivi/tecnico/tec-01.yaml"));
    let card = card.unwrap();
    assert!(
        card.contains("annualita: 2 di 2") && card.contains("continua: 2023/TEC-01"),
        "{card}"
    );
    assert!(card.contains("  Le frazioni vengono prima."), "{card}");
    let told = project.griglia(&["check"]);
    assert!(!stderr(&told).contains("errore"), "{}", stderr(&told));
    let build = project.griglia(&["build"]);
    assert_eq!(build.status.code(), Some(0), "{}", stderr(&build));
}

/// The fenced blocks of a language in a text, in order.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let opened = format!("```{language}\n");
    let blocks = text.split(opened.as_str()).skip(1);
    blocks
        .filter_map(|block| block.split("```").next())
        .collect()
}

#[test]
fn the_ten_minutes_of_the_manual_are_true() {
    let manual = fs::read_to_string("docs/manuale.md").unwrap();
    let (_, chapter) = manual.split_once("## Dieci minuti").unwrap();
    let (chapter, _) = chapter.split_once("\n## ").unwrap();
    let commands: Vec<Vec<String>> = blocks(chapter, "sh")
        .iter()
        .flat_map(|block| block.lines())
        .filter_map(|line| line.strip_prefix("griglia "))
        .map(words)
        .collect();
    let [init, serve, new, build, results, export] = commands.as_slice() else {
        panic!("{commands:?}");
    };
    assert_eq!(serve, &["serve"]);
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("trasparenza");
    let run = |folder: &Path, args: &[String]| {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let output = griglia(folder, &args);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{args:?}: {}",
            stderr(&output)
        );
        output
    };
    run(root.path(), init);

    let path = chapter.split_once("Aprite `").unwrap().1;
    let path = folder.join(path.split_once('`').unwrap().0);
    assert!(path.exists(), "{}", path.display());
    let yaml = blocks(chapter, "yaml");
    let [card, slip] = yaml.as_slice() else {
        panic!("{yaml:?}");
    };
    fs::write(&path, card).unwrap();
    let check = griglia(&folder, &["check"]);
    assert_eq!(
        stdout(&check),
        "8 file letti: nessun problema.\n",
        "{}",
        stderr(&check)
    );

    let title = card
        .lines()
        .find(|line| line.starts_with("titolo: "))
        .unwrap();
    fs::write(&path, card.replace(title, slip.trim_end())).unwrap();
    let told = stderr(&griglia(&folder, &["check"]));
    let message = blocks(chapter, "text").concat();
    assert!(told.contains(message.trim_end()), "{told}");

    fs::write(&path, card.replace("peso: 50", "peso: 40")).unwrap();
    run(&folder, new);
    run(&folder, build);
    assert!(folder.join("output/prova/index.html").exists());
    assert!(
        folder
            .join("output/prova/2026/documenti/schede-obiettivi-2026.pdf")
            .exists()
    );
    run(&folder, results);
    let told = stdout(&run(&folder, export));
    assert!(told.contains("servizi-demografici.xlsx"), "{told}");
}

/// The words of a command, quoted ones whole.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match (c, words.last_mut()) {
            ('"', _) => quoted = !quoted,
            (' ', _) if !quoted => words.push(String::new()),
            (c, Some(word)) => word.push(c),
            (_, None) => {}
        }
    }
    words
}
