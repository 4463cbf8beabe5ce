//! What a clerk reads when something is wrong: each folder of `tests/errori` holds the files of a
//! small wrong project, laid over `tests/progetto`; the message is a reviewed snapshot.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::io;

use common::{Project, stderr, stdout};

#[test]
fn every_mistake_is_told_with_place_and_remedy() -> io::Result<()> {
    for entry in fs::read_dir("tests/errori")? {
        let case = entry?;
        let name = case.file_name().to_string_lossy().into_owned();
        let project = Project::with(&case.path())?;
        let output = project.griglia(&["check"]);
        let told = stderr(&output);
        let code = name.split('-').next().unwrap_or_default();
        assert!(
            told.contains(&format!("[{code}]")),
            "{name} is not told:\n{told}"
        );
        let fatal = told.lines().any(|line| line.starts_with("errore["));
        assert_eq!(
            output.status.code(),
            Some(i32::from(fatal)),
            "{name}\n{told}"
        );
        insta::assert_snapshot!(name, told);
    }
    Ok(())
}

#[test]
fn every_rule_has_a_wrong_project() -> io::Result<()> {
    let written = fs::read_to_string("src/check/problema.rs")?
        + &fs::read_to_string("src/check/contenuto/mod.rs")?
        + &fs::read_to_string("src/check/documenti/mod.rs")?
        + &fs::read_to_string("src/check/valori.rs")?;
    let rules: BTreeSet<String> = written
        .split('"')
        .filter(|word| word.len() == 4 && word.starts_with('G'))
        .map(str::to_owned)
        .collect();
    let mut shown: BTreeSet<String> = BTreeSet::new();
    for entry in fs::read_dir("tests/errori")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        shown.extend(name.split('-').next().map(str::to_owned));
    }
    // These need no files, or files that cannot be kept here, or are told only when asked for: they have
    // tests of their own.
    let elsewhere = [
        "G001", "G050", "G051", "G114", "G048", "G122", "G125", "G145", "G170", "G171",
    ]
    .map(str::to_owned)
    .into();
    let missing: Vec<_> = rules.difference(&(&shown | &elsewhere)).cloned().collect();
    assert_eq!(missing, Vec::<String>::new());
    Ok(())
}

#[test]
fn no_message_speaks_of_parsers_or_types() -> io::Result<()> {
    for entry in fs::read_dir("tests/errori")? {
        let project = Project::with(&entry?.path())?;
        let told = stderr(&project.griglia(&["check"])).to_lowercase();
        for word in [
            "expected",
            "mapping",
            "scalar",
            "option<",
            "some(",
            "struct ",
            "line ",
            "error:",
            "os error",
            "warning",
            "no such file",
        ] {
            assert!(!told.contains(word), "«{word}» in:\n{told}");
        }
    }
    Ok(())
}

#[test]
fn a_file_too_large_is_not_read() -> io::Result<()> {
    let project = Project::new()?;
    project.write(
        "content/prova/2023/obiettivi/enorme.yaml",
        &"#".repeat(9 * 1024 * 1024),
    )?;
    let output = project.griglia(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("G001-troppo-grande", stderr(&output));
    Ok(())
}

#[test]
fn other_encodings_are_named() -> io::Result<()> {
    let project = Project::new()?;
    let card = "content/prova/2023/obiettivi/tecnico.yaml";
    let text = fs::read_to_string(project.path(card))?;
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [
        ("G002-utf-16", utf_16),
        (
            "G002-non-un-testo",
            b"PK\x03\x04\x14\x00\x06\x00\x08\xff".to_vec(),
        ),
        (
            "G002-due-codifiche",
            [text.as_bytes(), b"costi: 10 \x80\n"].concat(),
        ),
    ] {
        fs::write(project.path(card), bytes)?;
        let output = project.griglia(&["check"]);
        assert_eq!(output.status.code(), Some(1));
        insta::assert_snapshot!(name, stderr(&output));
    }
    Ok(())
}

#[test]
fn a_folder_without_entities_or_years_says_what_to_add() -> io::Result<()> {
    let project = Project::new()?;
    fs::remove_dir_all(project.path("content/prova/2023"))?;
    let output = project.griglia(&["check"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    insta::assert_snapshot!("G051-nessun-ciclo", stderr(&output));
    fs::remove_dir_all(project.path("content/prova"))?;
    let output = project.griglia(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("G050-nessun-ente", stderr(&output));
    Ok(())
}

#[test]
fn what_offices_really_save_is_accepted() -> io::Result<()> {
    let project = Project::new()?;
    for file in [
        "content/prova/ente.yaml",
        "content/prova/2023/obiettivi/tecnico.yaml",
    ] {
        let text = fs::read_to_string(project.path(file))?;
        project.write(file, &format!("\u{feff}{}", text.replace('\n', "\r\n")))?;
    }
    let output = project.griglia(&["check"]);
    assert_eq!(
        (stderr(&output).as_str(), output.status.code()),
        ("", Some(0))
    );
    assert_eq!(stdout(&output), "8 file letti: nessun problema.\n");
    Ok(())
}

#[test]
fn links_out_of_the_folder_are_not_followed() -> io::Result<()> {
    #[cfg(unix)]
    {
        let project = Project::new()?;
        project.write("segreto.yaml", "codice: TEC-02\n")?;
        std::os::unix::fs::symlink(
            project.path("segreto.yaml"),
            project.path("content/prova/2023/obiettivi/link.yaml"),
        )?;
        let output = project.griglia(&["check"]);
        let told = stderr(&output);
        assert!(
            told.contains("G170") && told.contains("link.yaml"),
            "{told}"
        );
        assert!(!told.contains("TEC-02"), "{told}");
    }
    Ok(())
}

#[test]
fn wrong_use_is_exit_code_2_and_italian() -> io::Result<()> {
    let project = Project::new()?;
    for (args, told) in [
        (
            vec!["chek"],
            "«chek» non è un comando di griglia; forse «check»?",
        ),
        (vec![], "dopo «griglia» va un comando: build, check, init"),
        (
            vec!["nuovo"],
            "dopo «griglia nuovo» va un comando: obiettivo, risultati, ciclo, modifica",
        ),
        (
            vec!["nuovo", "obiettivo"],
            "manca «--settore <CODICE>»\n\nPer come si usa: griglia nuovo obiettivo --aiuto",
        ),
        (
            vec!["check", "--contenut", "x"],
            "«--contenut» non è un'opzione prevista; forse «--contenuti»?",
        ),
        (vec!["check", "--contenuti"], "manca il valore"),
        (
            vec!["check", "--contenuti", "altrove"],
            "la cartella dei contenuti «altrove» non esiste",
        ),
    ] {
        let output = project.griglia(&args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(
            stderr(&output).contains(told),
            "{args:?}: {}",
            stderr(&output)
        );
    }
    let help = project.griglia(&["--aiuto"]);
    assert_eq!(help.status.code(), Some(0));
    insta::assert_snapshot!("aiuto", stdout(&help));
    Ok(())
}
