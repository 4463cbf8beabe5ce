//! The look of the PDFs as a theme of one's own says it: what changes, what stays, and what is told
//! when it is wrong. Each folder of `tests/aspetto` is a `themes/italia` with mistakes; the message is
//! a reviewed snapshot.

#![allow(clippy::expect_used, reason = "a test that cannot start may panic")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use common::{Project, files, stderr, stdout};
use griglia::layout::{Colour, Style};
use griglia::theme::{PdfLook, Rejected, Theme, read_look};
use proptest::collection::vec;
use proptest::prelude::*;

static THEME: LazyLock<Theme> =
    LazyLock::new(|| Theme::embedded().expect("the theme's templates parse"));
static EMBEDDED: LazyLock<String> =
    LazyLock::new(|| fs::read_to_string("themes/italia/pdf.yaml").expect("the theme has a look"));

/// The look with a `pdf.yaml` of one's own.
fn look(own: &str) -> Result<PdfLook, Rejected> {
    let files = [("embedded", EMBEDDED.as_str()), ("own", own)];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    read_look(files.into(), &THEME.pdf_fonts())
}

fn style(own: &str) -> Style {
    look(own).expect("no mistakes").style
}

/// The codes of what is wrong.
fn codes(rejected: &Rejected) -> Vec<&'static str> {
    let problemi = rejected.problemi.iter();
    problemi.map(|problema| problema.genere.codice()).collect()
}

/// The PDFs below a folder, by path.
fn pdfs(project: &Project) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut files = files(&project.path("output"))?;
    files.retain(|(path, _)| path.rsplit('.').next() == Some("pdf"));
    Ok(files)
}

#[test]
fn every_mistake_is_told_with_place_and_remedy() -> io::Result<()> {
    for entry in fs::read_dir("tests/aspetto")? {
        let case = entry?;
        let name = case.file_name().to_string_lossy().into_owned();
        let project = Project::themed(&case.path())?;
        let output = project.griglia(&["check"]);
        let told = stderr(&output);
        let code = name.split('-').next().unwrap_or_default();
        assert!(told.contains(&format!("errore[{code}]")), "{name}:\n{told}");
        assert_eq!(output.status.code(), Some(1), "{name}\n{told}");
        insta::assert_snapshot!(name.clone(), told);

        let built = project.griglia(&["build"]);
        assert_eq!(built.status.code(), Some(1), "{name}");
        assert_eq!(stderr(&built), told, "{name}");
        assert!(!project.path("output").exists(), "{name}");
    }
    Ok(())
}

#[test]
fn every_rule_has_a_wrong_theme() -> io::Result<()> {
    let rules: BTreeSet<String> = fs::read_to_string("src/check/aspetto.rs")?
        .split('"')
        .filter(|word| word.len() == 4 && word.starts_with('G'))
        .map(str::to_owned)
        .collect();
    let mut shown = BTreeSet::new();
    for entry in fs::read_dir("tests/aspetto")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        shown.extend(name.split('-').next().map(str::to_owned));
    }
    let missing: Vec<_> = rules.difference(&shown).collect();
    assert!(missing.is_empty(), "{missing:?}");
    Ok(())
}

#[test]
fn mistakes_of_content_and_theme_are_told_together_and_the_old_site_stays() -> io::Result<()> {
    let project = Project::new()?;
    project.griglia(&["build"]);
    let before = files(&project.path("output"))?;
    project.write("themes/italia/pdf.yaml", "margini: { destro: -1 }\n")?;
    project.write("content/prova/ente.yaml", "nome: x\n")?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    for code in ["[G005]", "[G010]", "[G102]"] {
        assert!(told.contains(code), "{code} in:\n{told}");
    }
    assert_eq!(
        stdout(&output),
        "3 errori: non è stato scritto niente, il sito di prima è rimasto com'era.\n"
    );
    assert_eq!(files(&project.path("output"))?, before);
    Ok(())
}

#[test]
fn what_is_not_written_stays_as_it_is() {
    let plain = style("");
    assert_eq!(style("# solo un commento\n"), plain);
    let own = style(
        "margini: { sinistro: 25.4 mm }\ntitoli: { livello_2: { colore: \"#7A1F5C\" } }\ntabella: { fondo_totali: \"#FFF4E5\" }\n",
    );
    let mut expected = plain;
    expected.margins.left = 72.0;
    expected.headings[1].text.colour = Colour(0x7A, 0x1F, 0x5C);
    expected.table.total_ground = Colour(0xFF, 0xF4, 0xE5);
    assert_eq!(own, expected);
}

#[test]
fn a_file_that_says_too_little_alone_says_what_it_lacks() {
    let alone = |text: &str| {
        let files = vec![("alone".to_owned(), text.as_bytes().to_vec())];
        read_look(files, &THEME.pdf_fonts())
    };
    assert!(alone(&EMBEDDED).is_ok());
    let without: String = EMBEDDED
        .split_inclusive('\n')
        .filter(|line| {
            !["  destro:", "formato:"]
                .iter()
                .any(|key| line.starts_with(key))
        })
        .collect();
    let rejected = alone(&without).expect_err("two keys are missing");
    assert_eq!(codes(&rejected), ["G010", "G010"]);
    assert_eq!(codes(&alone("").expect_err("all is missing")), ["G010"; 12]);
    assert!(read_look(Vec::new(), &THEME.pdf_fonts()).is_err());
}

#[test]
fn faces_come_from_the_file() {
    let own = look(
        "caratteri:\n  neretto: TitilliumWeb-Bold.ttf\n  ripiego: [RobotoMono-Regular.ttf, TitilliumWeb-Regular.ttf]\n",
    )
    .expect("no mistakes");
    let bold = own.faces.face(griglia::layout::FaceKey::Bold);
    assert_eq!(bold.name(), "TitilliumWeb-Bold");
    let others: Vec<&str> = own
        .faces
        .others()
        .skip(2)
        .map(|key| own.faces.face(key).name())
        .collect();
    assert_eq!(others, ["RobotoMono-Regular", "TitilliumWeb-Regular"]);
    assert!(common::faces().draws('\u{2713}') && !own.faces.draws('\u{2713}'));
}

#[test]
fn a_margin_and_a_colour_of_ones_own_reach_the_pdf() -> io::Result<()> {
    let project = Project::new()?;
    project.griglia(&["build"]);
    let before = pdfs(&project)?;
    let pages = |project: &Project| -> io::Result<_> {
        let mut files = files(&project.path("output"))?;
        files.retain(|(path, _)| path.rsplit('.').next() != Some("pdf"));
        Ok(files.into_iter().map(|(path, _)| path).collect::<Vec<_>>())
    };
    let site = pages(&project)?;

    let left_edge = |project: &Project| -> io::Result<String> {
        let pdf = project.path("output/prova/2023/documenti/griglia-report-valutazione-2023.pdf");
        let output = Command::new("pdftotext")
            .arg("-bbox")
            .arg(pdf)
            .arg("-")
            .output()?;
        let words = String::from_utf8_lossy(&output.stdout).into_owned();
        let starts = words.split("xMin=\"").skip(1);
        let starts = starts.filter_map(|rest| rest.split('"').next()?.parse::<f64>().ok());
        Ok(format!("{:.0}", starts.fold(f64::INFINITY, f64::min)))
    };
    assert_eq!(left_edge(&project)?, "70");

    let colour = "titoli: { livello_1: { colore: \"#7A1F5C\" } }\n";
    project.write("themes/italia/pdf.yaml", colour)?;
    let output = project.griglia(&["build"]);
    assert!(
        stdout(&output).contains("Dal vostro themes/italia: pdf.yaml\n"),
        "{}",
        stdout(&output)
    );
    let coloured = pdfs(&project)?;
    assert_eq!(before.len(), coloured.len());
    for (one, other) in before.iter().zip(&coloured) {
        assert_ne!(one.1, other.1, "{}", one.0);
    }
    assert_eq!(left_edge(&project)?, "70");

    project.write("themes/italia/pdf.yaml", "margini: { sinistro: 40 mm }\n")?;
    project.griglia(&["build"]);
    assert_eq!(left_edge(&project)?, "113");
    assert_eq!(pages(&project)?, site);
    Ok(())
}

#[test]
fn any_measure_within_its_limits_makes_conforming_pdfs() -> io::Result<()> {
    let large = "formato: A5\nmargini: { superiore: 40, destro: 15, inferiore: 40, sinistro: 15 }
testo: { corpo: 48, interlinea: 3 }
tabella: { corpo: 48, corpo_minimo: 48, interlinea: 3, bianco_laterale: 30, bianco_verticale: 30, filetto: 5 }
titoli: { livello_1: { corpo: 48, spazio_sotto: 100 }, livello_2: { corpo: 48, spazio_sopra: 100 } }
spazi: { paragrafi: 100, elenchi: 100, blocchi: 100, rientro: 100 }
";
    let small = "formato: { larghezza: 280, altezza: 3400 }
margini: { superiore: 40, destro: 15, inferiore: 1000, sinistro: 15 }
testo: { corpo: 5, interlinea: 1 }
tabella: { corpo: 5, corpo_minimo: 5, interlinea: 1, bianco_laterale: 0, bianco_verticale: 0, filetto: 0.1 }
testatina: { corpo: 12 }
spazi: { paragrafi: 0, elenchi: 0, blocchi: 0, rientro: 0 }
";
    for own in [large, small] {
        let project = Project::with(Path::new("tests/errori/G042-approvazione-mancante"))?;
        project.write("themes/italia/pdf.yaml", own)?;
        let output = project.griglia(&["build"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        for (path, bytes) in pdfs(&project)? {
            common::assert_conforming(&path, &bytes);
        }
    }
    Ok(())
}

#[test]
fn the_theme_itself_as_ones_own_changes_nothing() -> io::Result<()> {
    let project = Project::new()?;
    project.griglia(&["build"]);
    let before = files(&project.path("output"))?;
    let same = Project::themed(Path::new("themes/italia"))?;
    // What the theme's own sources are made of is not read.
    same.write("themes/italia/scss/mio.scss", "niente")?;
    same.write("themes/italia/templates/.nascosto.html", "{% if")?;
    let output = same.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(
        !stdout(&output).contains("themes/italia"),
        "{}",
        stdout(&output)
    );
    assert_eq!(files(&same.path("output"))?, before);
    Ok(())
}

#[test]
fn a_file_of_ones_own_reaches_the_site() -> io::Result<()> {
    let project = Project::new()?;
    project.write("themes/italia/dist/assets/stile.css", "body{}")?;
    project.write("themes/italia/dist/assets/stemma.svg", "<svg/>")?;
    let output = project.griglia(&["build", "-c", "./content"]);
    assert!(
        stdout(&output)
            .contains("Dal vostro themes/italia: dist/assets/stemma.svg, dist/assets/stile.css\n"),
        "{}",
        stdout(&output)
    );
    let assets = project.path("output/prova/assets");
    assert_eq!(fs::read_to_string(assets.join("stile.css"))?, "body{}");
    assert_eq!(fs::read_to_string(assets.join("stemma.svg"))?, "<svg/>");
    let checked = project.griglia(&["check"]);
    assert_eq!(
        stdout(&checked),
        "8 file letti e 2 del tema: nessun problema.\n"
    );

    project.write("themes/italia/templates/anno.html", "{% if")?;
    let refused = project.griglia(&["build"]);
    assert_eq!(refused.status.code(), Some(2));
    let told = stderr(&refused);
    for words in [
        "un modello di pagina è sbagliato",
        "anno.html:1",
        "rimedio: correggere il file in templates/",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert_eq!(project.griglia(&["check"]).status.code(), Some(2));
    Ok(())
}

#[cfg(unix)]
#[test]
fn links_out_of_the_theme_are_not_followed() -> io::Result<()> {
    let project = Project::new()?;
    project.write("altrove/pdf.yaml", "margini: { destro: -1 }\n")?;
    project.write("altrove/assets/stile.css", "body{}")?;
    fs::create_dir_all(project.path("themes/italia"))?;
    let link = |to: &str, at: &str| {
        std::os::unix::fs::symlink(project.path(to), project.path("themes/italia").join(at))
    };
    link("altrove/pdf.yaml", "pdf.yaml")?;
    link("altrove", "dist")?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(!stdout(&output).contains("themes/italia"));
    Ok(())
}

#[test]
fn a_theme_that_cannot_be_read_says_so() -> io::Result<()> {
    let project = Project::new()?;
    let path = project.path("themes/italia/pdf.yaml");
    fs::create_dir_all(project.path("themes/italia"))?;
    fs::write(&path, b"colori: # citt\xe0\n")?;
    assert!(stderr(&project.griglia(&["check"])).contains("errore[G002]"));
    fs::write(&path, "#".repeat(9 * 1024 * 1024))?;
    let output = project.griglia(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("troppo-grande", stderr(&output));
    Ok(())
}

/// Words that a hand may type where a value stands.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[-+]?[0-9]{1,6}([.,][0-9]{0,3})?( ?(mm|cm|pt|px))?",
        "\"#[0-9A-Fa-f]{6}\"",
        "\\PC{0,12}",
        Just("[".to_owned()),
        Just("{ a: 1 }".to_owned()),
        Just("A4".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_text_makes_it_panic(own in "(\\PC|\n|\t| ){0,200}") {
        if let Err(rejected) = look(&own) {
            prop_assert!(!rejected.problemi.is_empty());
        }
    }

    #[test]
    fn no_value_makes_it_panic(changes in vec((0usize..200, value()), 1..6)) {
        let mut lines: Vec<String> = EMBEDDED.lines().map(str::to_owned).collect();
        for (line, value) in changes {
            let count = lines.len();
            let line = &mut lines[line % count];
            if let Some((key, _)) = line.split_once(": ") {
                *line = format!("{key}: {value}");
            }
        }
        match look(&lines.join("\n")) {
            Ok(look) => {
                prop_assert!(look.style.measure() >= 240.0);
                prop_assert!(look.style.depth() >= 240.0);
            }
            Err(rejected) => {
                prop_assert!(!rejected.problemi.is_empty());
                for problema in &rejected.problemi {
                    let luogo = problema.luogo.as_ref().expect("a problem of a file");
                    let file = rejected.sources.file(luogo.file).expect("the file is kept");
                    prop_assert!(file.text.get(luogo.span.clone()).is_some());
                    prop_assert!(!griglia::check::parole(problema).messaggio.is_empty());
                }
            }
        }
    }
}
