//! Many entities in one `content/`: some of them, a share of them, broken ones among them.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::process::Command;

use common::{Project, files, stderr, stdout};

/// As many copies of `tests/progetto` as there are names.
fn many(names: &[String]) -> io::Result<Project> {
    let project = Project::new()?;
    let model = files(&project.path("content/prova"))?;
    fs::remove_dir_all(project.path("content/prova"))?;
    for name in names {
        for (below, bytes) in &model {
            let text = String::from_utf8_lossy(bytes).replace("Comune di Prova", name);
            project.write(&format!("content/{name}/{below}"), &text)?;
        }
    }
    Ok(project)
}

fn numbered(count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("comune-{n:02}")).collect()
}

/// The entities that stand in the output.
fn published(project: &Project) -> io::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    // A share may have nobody, and then writes nothing.
    fs::create_dir_all(project.path("output"))?;
    for entry in fs::read_dir(project.path("output"))? {
        let entry = entry?;
        if entry.path().join("SHA256SUMS").is_file() {
            names.insert(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(names)
}

/// Which entities the page of several leads to, in its order.
fn listed(project: &Project) -> io::Result<Vec<String>> {
    let page = fs::read_to_string(project.path("output/index.html"))?;
    let links = page.split("href=\"").skip(1);
    let links = links.filter_map(|rest| rest.split_once("/index.html\""));
    Ok(links
        .map(|(name, _)| name.to_owned())
        .filter(|name| name.starts_with("comune-"))
        .collect())
}

#[test]
fn broken_entities_are_told_in_order_and_the_others_are_published() -> io::Result<()> {
    let names = numbered(12);
    let project = many(&names)?;
    for broken in ["comune-03", "comune-07", "comune-11"] {
        project.write(&format!("content/{broken}/ente.yaml"), "nome: x\n")?;
    }
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    let places: Vec<usize> = ["comune-03", "comune-07", "comune-11"]
        .iter()
        .filter_map(|name| told.find(name))
        .collect();
    assert_eq!(places.len(), 3, "{told}");
    assert!(places.is_sorted(), "{told}");
    assert_eq!(published(&project)?.len(), 9);
    assert_eq!(listed(&project)?.len(), 9);
    let said = stdout(&output);
    assert!(
        said.contains("9 enti, 9 cicli, 27 obiettivi")
            && said.contains("non sono stati toccati (comune-03, comune-07, comune-11)"),
        "{said}"
    );
    // Told alike every time, whoever finishes first.
    assert_eq!(stderr(&project.griglia(&["build"])), told);
    let left = fs::read_dir(project.path("output"))?.filter_map(Result::ok);
    let hidden = left.filter(|entry| entry.file_name().to_string_lossy().starts_with('.'));
    assert_eq!(hidden.count(), 0, "nothing of the staging folders is left");
    Ok(())
}

#[test]
fn one_ente_alone_can_be_built_and_the_page_of_all_stays_right() -> io::Result<()> {
    let project = many(&numbered(3))?;
    project.griglia(&["build"]);
    let before = files(&project.path("output/comune-01"))?;
    let ente = "denominazione: Comune Rinominato\n";
    project.write("content/comune-02/ente.yaml", ente)?;
    project.write("content/comune-01/ente.yaml", ente)?;
    let output = project.griglia(&["build", "--ente", "comune-02"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(files(&project.path("output/comune-01"))?, before);
    let page = fs::read_to_string(project.path("output/index.html"))?;
    assert!(
        page.contains("Comune Rinominato") && page.contains(">comune-01<"),
        "{page}"
    );
    assert_eq!(listed(&project)?.len(), 3);
    let output = project.griglia(&["build", "--ente", "comune-01", "--ente", "comune-03"]);
    assert!(
        stdout(&output).contains("2 enti, 2 cicli"),
        "{}",
        stdout(&output)
    );

    let output = project.griglia(&["build", "--ente", "comune02"]);
    assert_eq!(output.status.code(), Some(2));
    let told = stderr(&output);
    assert!(
        told.contains("non c'è l'ente «comune02»; forse «comune-02»?"),
        "{told}"
    );
    Ok(())
}

#[test]
fn of_a_year_only_the_entities_that_have_it_are_built_whole() -> io::Result<()> {
    let project = many(&numbered(2))?;
    for (below, bytes) in files(&project.path("content/comune-02/2023"))? {
        let text = String::from_utf8_lossy(&bytes).replace("2023", "2024");
        project.write(&format!("content/comune-02/2024/{below}"), &text)?;
    }
    let output = project.griglia(&["build", "--anno", "2024"]);
    assert_ne!(output.status.code(), Some(2), "{}", stderr(&output));
    assert_eq!(
        published(&project)?,
        BTreeSet::from(["comune-02".to_owned()])
    );
    assert!(project.path("output/comune-02/2023/index.html").exists());
    let output = project.griglia(&["build", "--anno", "1999"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        stdout(&output).contains("Nessun ente da scrivere"),
        "{}",
        stdout(&output)
    );
    Ok(())
}

#[test]
fn the_shares_make_the_whole_and_do_not_depend_on_who_else_is_there() -> io::Result<()> {
    let names = numbered(10);
    let (whole, shared) = (many(&names)?, many(&names)?);
    whole.griglia(&["build"]);
    let mut seen = BTreeSet::new();
    for parte in ["1/3", "2/3", "3/3"] {
        let output = shared.griglia(&["build", "--parte", parte]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let now = published(&shared)?;
        assert!(seen.is_subset(&now));
        seen = now;
        assert!(
            !shared.path("output/index.html").exists(),
            "others may still be writing"
        );
    }
    let output = shared.griglia(&["build", "--indice"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("10 enti"), "{}", stdout(&output));
    assert_eq!(
        files(&whole.path("output"))?,
        files(&shared.path("output"))?
    );

    let fewer = many(&names.iter().step_by(2).cloned().collect::<Vec<_>>())?;
    fewer.griglia(&["build", "--parte", "2/3"]);
    let again = many(&names)?;
    again.griglia(&["build", "--parte", "2/3"]);
    let all = published(&again)?;
    assert!(published(&fewer)?.is_subset(&all) && all.len() < names.len());

    let output = shared.griglia(&["build", "--parte", "4/3"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("«4/3» non va bene"),
        "{}",
        stderr(&output)
    );
    Ok(())
}

#[test]
fn parallel_builds_every_share_as_the_manual_says() -> io::Result<()> {
    if Command::new("parallel").arg("--version").output().is_err() {
        // The command of the manual is tried where GNU parallel is: `make strumenti-test` installs it.
        return Ok(());
    }
    let names = numbered(8);
    let project = many(&names)?;
    let script = fs::read_to_string("docs/molti-enti.md")?;
    let script = script.split("```sh\n").find_map(|rest| {
        let (block, _) = rest.split_once("```")?;
        block.contains("parallel").then_some(block)
    });
    let Some(script) = script else {
        unreachable!("the manual has the command")
    };
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_griglia"));
    let folder = binary.parent().unwrap_or(binary).display().to_string();
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("bash")
        .args(["-eu", "-c", script])
        .current_dir(project.path(""))
        .env("PATH", format!("{folder}:{path}"))
        .output()?;
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(published(&project)?.len(), names.len());
    assert_eq!(listed(&project)?, names);
    Ok(())
}

#[test]
fn every_index_of_the_kubernetes_job_builds_a_share() -> io::Result<()> {
    let names = numbered(6);
    let project = many(&names)?;
    // One ente has errors: that is no reason to try again.
    project.write("content/comune-04/ente.yaml", "nome: x\n")?;
    let manifest = fs::read_to_string("docs/molti-enti.yaml")?;
    let arguments = manifest.lines().map(str::trim);
    let command = arguments
        .filter_map(|line| line.strip_prefix("- griglia build"))
        .map(|rest| format!("griglia build{rest}"))
        .next()
        .unwrap_or_default();
    assert!(manifest.contains("completionMode: Indexed"));
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_griglia"));
    let folder = binary.parent().unwrap_or(binary).display().to_string();
    let path = std::env::var("PATH").unwrap_or_default();
    for index in ["0", "1", "2"] {
        let output = Command::new("sh")
            .args(["-c", &command])
            .current_dir(project.path(""))
            .env("PATH", format!("{folder}:{path}"))
            .env("JOB_COMPLETION_INDEX", index)
            .env("PARTI", "3")
            .output()?;
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
    assert_eq!(published(&project)?.len(), names.len() - 1);
    Ok(())
}
