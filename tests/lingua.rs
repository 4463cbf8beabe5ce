//! Another language: what its file says stands in pages and PDFs, what it does not say is Italian.

mod common;
#[path = "lingua/maiuscole.rs"]
mod maiuscole;

use std::collections::BTreeSet;
use std::fs;
use std::io;

use common::testi::pdf_text;
use common::{Project, assert_conforming, files, stderr, stdout};

/// The small project in German, with a few words only.
fn tedesco() -> io::Result<Project> {
    let project = Project::new()?;
    let ente = fs::read_to_string(project.path("content/prova/ente.yaml"))?;
    project.write("content/prova/ente.yaml", &format!("{ente}\nlingua: de\n"))?;
    project.write(
        "themes/italia/lingua/de.yaml",
        &fs::read_to_string("tests/lingua/de.yaml")?,
    )?;
    Ok(project)
}

fn page(project: &Project, path: &str) -> io::Result<String> {
    fs::read_to_string(project.path("output/prova").join(path))
}

#[test]
fn pages_have_the_words_of_the_language_and_italian_for_the_rest() -> io::Result<()> {
    let project = tedesco()?;
    let built = project.griglia(&["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    let anno = page(&project, "2023/index.html")?;
    assert!(anno.starts_with("<!DOCTYPE html>\n<html lang=\"de\">"));
    for words in [
        "<h1 id=\"titolo\">Ziele und Ergebnisse 2023</h1>",
        "Alle Ziele",
        "<span>Erreicht",
        "Zum Inhalt springen",
        "Ultimo aggiornamento:",
    ] {
        assert!(anno.contains(words), "{words}");
    }
    assert!(!anno.contains("Tutti gli obiettivi"));
    let obiettivo = page(&project, "2023/obiettivi/TEC-01/index.html")?;
    assert!(obiettivo.contains("Ziel TEC-01, 2023"));
    assert!(obiettivo.contains("Weitere Ziele"));
    Ok(())
}

#[test]
fn pdfs_have_the_same_words_as_the_pages_and_say_their_language() -> io::Result<()> {
    let project = tedesco()?;
    project.griglia(&["build"]);
    let path = project.path("output/prova/2023/documenti/griglia-report-valutazione-2023.pdf");
    let text = pdf_text(&path)?;
    for words in ["Zielerreichungsgrad", "Seite 1 von", "Indicatore"] {
        assert!(text.contains(words), "{words} in:\n{text}");
    }
    let obiettivo = page(&project, "2023/obiettivi/TEC-01/index.html")?;
    assert!(obiettivo.contains("Zielerreichungsgrad"));
    let pdf = fs::read(path)?;
    let document = lopdf::Document::load_mem(&pdf).map_err(io::Error::other)?;
    let catalog = document.catalog().map_err(io::Error::other)?;
    let language = catalog.get(b"Lang").and_then(lopdf::Object::as_str);
    assert_eq!(language.ok(), Some(b"de-IT".as_slice()));
    assert_conforming("griglia", &pdf);
    Ok(())
}

#[test]
fn a_word_of_ones_own_stands_in_for_the_italian_one() -> io::Result<()> {
    let project = Project::new()?;
    project.write(
        "themes/italia/lingua/it.yaml",
        "testata:\n  menu: \"Voci <principali>\"\n",
    )?;
    project.griglia(&["build"]);
    let anno = page(&project, "2023/index.html")?;
    assert!(anno.contains("<html lang=\"it\">"));
    assert!(anno.contains("aria-label=\"Voci &lt;principali&gt;\""));
    assert!(anno.contains("Vai al contenuto"));
    Ok(())
}

#[test]
fn missing_words_are_a_note_and_a_wrong_word_keeps_the_old_site() -> io::Result<()> {
    let project = tedesco()?;
    assert_eq!(stderr(&project.griglia(&["check"])), "");
    let told = stderr(&project.griglia(&["check", "--severita", "nota"]));
    assert!(told.contains("nota[G129]"), "{told}");
    project.griglia(&["build"]);
    let before = files(&project.path("output"))?;
    project.write(
        "themes/italia/lingua/de.yaml",
        "anno:\n  titlo: x\n  titolo: \"{jahr}\"\nstanza: {}\n",
    )?;
    let built = project.griglia(&["build"]);
    let told = stderr(&built);
    assert_eq!(built.status.code(), Some(1), "{}", stdout(&built));
    for said in [
        "forse «titolo»?",
        "[G127]",
        "[G128]",
        "[G005]",
        "themes/italia/lingua/de.yaml:3",
    ] {
        assert!(told.contains(said), "{said} in:\n{told}");
    }
    assert_eq!(files(&project.path("output"))?, before);
    Ok(())
}

/// The words that a text asks for after `parole.`: *anno.titolo*.
fn asked(text: &str) -> impl Iterator<Item = String> + '_ {
    let word = |c: char| c.is_ascii_lowercase() || matches!(c, '_' | '.');
    text.split("parole.").skip(1).filter_map(move |rest| {
        let end = rest.find(|c| !word(c)).unwrap_or(rest.len());
        let mut parts = rest.get(..end)?.split('.');
        let (room, key) = (parts.next()?, parts.next()?);
        (!room.is_empty() && !key.is_empty()).then(|| format!("{room}.{key}"))
    })
}

/// The words that a file of the program says: of a room that it names, perhaps once for several words.
fn said<'a>(flat: &'a str, there: &'a BTreeSet<String>) -> impl Iterator<Item = String> + 'a {
    let identifier = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let has = move |name: &str| {
        let mut places = flat.match_indices(name);
        places.any(|(place, _)| {
            let after = flat.get(place + name.len()..).unwrap_or_default();
            !after.starts_with(identifier)
        })
    };
    let word = move |word: &&String| {
        let (room, key) = word.split_once('.').unwrap_or_default();
        has(&format!("parole.{room}")) && has(&format!(".{key}"))
    };
    there.iter().filter(word).cloned()
}

#[test]
fn every_word_is_used_and_every_word_used_is_there() -> io::Result<()> {
    let text = fs::read_to_string("themes/italia/lingua/it.yaml")?;
    let mut room = "";
    let mut there = BTreeSet::new();
    for line in text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'))
    {
        let (key, _) = line.split_once(':').unwrap_or_default();
        match key.strip_prefix("  ") {
            Some(key) => drop(there.insert(format!("{room}.{key}"))),
            None => room = key,
        }
    }
    let mut used = BTreeSet::new();
    for (path, bytes) in files("themes/italia/templates".as_ref())? {
        let words: Vec<String> = asked(&String::from_utf8_lossy(&bytes)).collect();
        for word in &words {
            assert!(there.contains(word), "{path} asks for {word}");
        }
        used.extend(words);
        // A state asks for its word by name.
        let text = String::from_utf8_lossy(&bytes);
        let by_name = |word: &&String| {
            let room = word.split('.').next().unwrap_or_default();
            text.contains(&format!("parole.{room}["))
        };
        used.extend(there.iter().filter(by_name).cloned());
    }
    for (path, bytes) in files("src".as_ref())? {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        // A chain of calls may break its line after the room.
        let flat: String = text.split_whitespace().collect();
        let flat = flat.replace("words.", "parole.");
        if !path.starts_with("parole/") {
            used.extend(said(&flat, &there));
        }
    }
    let idle: Vec<_> = there.difference(&used).collect();
    assert!(idle.is_empty(), "words that nobody says: {idle:?}");
    Ok(())
}

/// The content of this repository and every habit of the tests, in capital letters and in a language whose words
/// are those of Italian in capital letters.
fn tutto_maiuscolo() -> io::Result<Project> {
    let project = Project::caluso()?;
    for (below, bytes) in files("tests/abitudini".as_ref())? {
        let path = project.path("content").join(below);
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::write(path, bytes)?;
    }
    maiuscole::contenuto(&project.path("content"))?;
    let parole = fs::read_to_string("themes/italia/lingua/it.yaml")?;
    project.write("themes/italia/lingua/de.yaml", &maiuscole::lingua(&parole))?;
    Ok(project)
}

#[test]
fn in_another_language_nothing_italian_is_left_but_the_content() -> io::Result<()> {
    let project = tutto_maiuscolo()?;
    let built = project.griglia(&["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    let mut trovate = BTreeSet::new();
    let mut pagine = 0;
    for (path, bytes) in files(&project.path("output"))? {
        let detto = match path.rsplit_once('.') {
            Some((_, "html" | "atom")) => maiuscole::detto(&String::from_utf8_lossy(&bytes)),
            Some((_, "js")) if path.ends_with("ricerca/indice.js") => {
                maiuscole::detto_dall_indice(&String::from_utf8_lossy(&bytes))?
            }
            Some((_, "pdf")) => vec![pdf_text(&project.path("output").join(&path))?],
            _ => continue,
        };
        pagine += 1;
        for testo in detto {
            let minuscole = maiuscole::minuscole(&testo, &path);
            trovate.extend(minuscole.map(|parola| format!("{parola}  ({path})")));
        }
    }
    assert!(pagine > 300, "only {pagine} pages and documents");
    let trovate: Vec<String> = trovate.into_iter().collect();
    assert!(trovate.is_empty(), "{}", trovate.join("\n"));
    Ok(())
}
