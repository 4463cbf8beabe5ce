//! Whatever happens during a build, what is published is whole and nothing is left behind.

#![cfg(unix)]

mod common;

use std::collections::hash_map::RandomState;
use std::fs::{self, Permissions};
use std::hash::{BuildHasher as _, Hasher as _};
use std::io;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use common::{Project, files, stderr, stdout};

type Files = Vec<(String, Vec<u8>)>;

const GRIGLIA: &str = env!("CARGO_BIN_EXE_griglia");
const NOBODY: u32 = 65_534;

/// A project that has been published, and its files.
fn published() -> io::Result<(Project, Files)> {
    let project = Project::new()?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let before = files(&project.path("output"))?;
    Ok((project, before))
}

/// Changes what every page says.
fn rename(project: &Project, name: &str) -> io::Result<()> {
    let ente = project.path("content/prova/ente.yaml");
    let text = fs::read_to_string(&ente)?;
    let lines = text.lines().map(|line| match line {
        line if line.starts_with("denominazione:") => format!("denominazione: {name}"),
        line => line.to_owned(),
    });
    fs::write(&ente, lines.collect::<Vec<_>>().join("\n") + "\n")
}

/// A build that goes on by itself.
fn start(project: &Project, args: &[&str]) -> io::Result<Child> {
    Command::new(GRIGLIA)
        .arg("build")
        .args(args)
        .current_dir(project.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

fn staging(project: &Project) -> PathBuf {
    project.path("output/.griglia-ente-prova")
}

/// Waits until a build writes.
fn until_it_writes(project: &Project, child: &mut Child) -> io::Result<()> {
    let start = Instant::now();
    while !staging(project).join("nuovo/prova").exists() {
        assert!(child.try_wait()?.is_none(), "the build ended unseen");
        assert!(start.elapsed() < Duration::from_mins(1));
        thread::sleep(Duration::from_millis(1));
    }
    Ok(())
}

fn signal(child: &Child, name: &str) -> io::Result<()> {
    let pid = child.id().to_string();
    let status = Command::new("kill").args(["-s", name, &pid]).status()?;
    assert!(status.success());
    Ok(())
}

/// `griglia verify` finds nothing to say.
fn assert_verified(project: &Project) {
    let output = project.griglia(&["verify", "output/prova"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}

fn assert_nothing_left(project: &Project) -> io::Result<()> {
    for entry in fs::read_dir(project.path("output"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        assert!(!name.starts_with('.'), "{name} is left");
    }
    Ok(())
}

/// A build failed and told what to do; the output is as it was.
fn assert_refused(project: &Project, output: &Output, before: &Files, words: &[&str]) {
    let told = stderr(output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    for word in words {
        assert!(told.contains(word), "«{word}» is not in: {told}");
    }
    assert!(told.contains("rimedio: "), "{told}");
    let now = files(&project.path("output")).unwrap_or_default();
    assert!(now == *before, "the output is another");
    assert_verified(project);
    assert!(assert_nothing_left(project).is_ok());
}

/// A moment between now and some time.
fn moment(within: Duration) -> Duration {
    let random = RandomState::new().build_hasher().finish() % 1000;
    within.mul_f64(f64::from(u32::try_from(random).unwrap_or(0)) / 1000.0)
}

fn killed_at_random_moments(times: usize) -> io::Result<()> {
    let (project, _) = published()?;
    rename(&project, "Comune di Cronometro")?;
    let start_of_one = Instant::now();
    project.griglia(&["build"]);
    let one = start_of_one.elapsed();
    let mut left = 0;
    for turn in 0..times {
        rename(&project, &format!("Comune di Prova {turn}"))?;
        let mut child = start(&project, &[])?;
        thread::sleep(moment(one));
        child.kill()?;
        child.wait()?;
        assert_verified(&project);
        left += usize::from(staging(&project).exists());
    }
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_verified(&project);
    assert_nothing_left(&project)?;
    assert!(times < 50 || left > 0, "no build was killed while it wrote");
    Ok(())
}

#[test]
fn killed_at_eight_moments() -> io::Result<()> {
    killed_at_random_moments(8)
}

#[test]
#[ignore = "minutes: make prova-lunga"]
fn killed_at_fifty_moments() -> io::Result<()> {
    killed_at_random_moments(50)
}

#[test]
fn killed_while_it_writes_the_next_build_takes_over() -> io::Result<()> {
    let (project, before) = published()?;
    rename(&project, "Comune di Domani")?;
    let mut child = start(&project, &[])?;
    until_it_writes(&project, &mut child)?;
    child.kill()?;
    child.wait()?;
    assert!(staging(&project).exists());
    assert_verified(&project);
    // Of an ente that is built no more, too.
    fs::create_dir_all(project.path("output/.griglia-ente-altro/nuovo/altro"))?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_nothing_left(&project)?;
    assert_verified(&project);
    assert!(files(&project.path("output"))? != before);
    Ok(())
}

#[test]
fn stopped_by_the_user_nothing_is_left() -> io::Result<()> {
    let (project, before) = published()?;
    rename(&project, "Comune di Domani")?;
    for name in ["INT", "TERM", "HUP"] {
        let mut child = start(&project, &[])?;
        until_it_writes(&project, &mut child)?;
        signal(&child, name)?;
        let output = child.wait_with_output()?;
        assert_refused(&project, &output, &before, &["interrotto: "]);
    }
    Ok(())
}

#[test]
fn two_builds_at_once() -> io::Result<()> {
    let (project, before) = published()?;
    for (below, bytes) in files(&project.path("content/prova"))? {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        project.write(&format!("content/altro/{below}"), &text)?;
    }
    rename(&project, "Comune di Domani")?;
    let mut child = start(&project, &["--ente", "prova"])?;
    until_it_writes(&project, &mut child)?;
    signal(&child, "STOP")?;
    let second = project.griglia(&["build", "--ente", "prova"]);
    let of_another = project.griglia(&["build", "--ente", "altro"]);
    signal(&child, "CONT")?;
    let first = child.wait_with_output()?;

    let told = stderr(&second);
    assert_eq!(second.status.code(), Some(2), "{told}");
    let word = "errore: «output/prova» la sta già scrivendo un altro «griglia build»";
    assert!(told.contains(word) && told.contains("rimedio: "), "{told}");
    assert_eq!(of_another.status.code(), Some(0), "{}", stderr(&of_another));
    assert_eq!(first.status.code(), Some(0), "{}", stderr(&first));
    assert_verified(&project);
    assert_nothing_left(&project)?;
    assert!(files(&project.path("output/prova"))? != before);
    let index = fs::read_to_string(project.path("output/index.html"))?;
    assert!(index.contains("Comune di Domani") && index.contains("altro/"));
    Ok(())
}

#[test]
fn a_limit_to_what_may_be_written() -> io::Result<()> {
    let (project, before) = published()?;
    rename(&project, "Comune di Domani")?;
    // 25 is the signal of who writes too much; ignored, writing fails as on a full disk.
    let output = Command::new("sh")
        .args(["-c", "trap '' 25; ulimit -f 16; exec \"$0\" build", GRIGLIA])
        .current_dir(project.path(""))
        .output()?;
    let words = ["output/prova/", "liberare spazio"];
    assert_refused(&project, &output, &before, &words);
    Ok(())
}

/// A small disk in memory, where the system lets tests have one.
struct Disk(PathBuf);

impl Disk {
    fn mounted(at: PathBuf, size: &str) -> Option<Self> {
        fs::create_dir_all(&at).ok()?;
        let size = format!("size={size}");
        let mut mount = Command::new("mount");
        let mount = mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&at);
        let done = mount.stderr(Stdio::null()).status().ok()?;
        done.success().then_some(Self(at))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk() -> io::Result<()> {
    let project = Project::new()?;
    let Some(_disk) = Disk::mounted(project.path("output"), "64m") else {
        eprintln!("no disk can be mounted here: not tried");
        return Ok(());
    };
    assert_eq!(project.griglia(&["build"]).status.code(), Some(0));
    rename(&project, "Comune di Domani")?;
    let filling = project.path("output/altro.bin");
    // As much as there is room for; the error is that there is no more.
    let _ = fs::write(&filling, vec![0_u8; 80 << 20]);
    for room in [0_u64, 100_000] {
        let size = fs::metadata(&filling)?.len().saturating_sub(room);
        fs::File::options()
            .write(true)
            .open(&filling)?
            .set_len(size)?;
        let before = files(&project.path("output"))?;
        let output = project.griglia(&["build"]);
        let words = ["il disco è pieno", "liberare spazio"];
        assert_refused(&project, &output, &before, &words);
    }
    fs::remove_file(filling)?;
    assert_eq!(project.griglia(&["build"]).status.code(), Some(0));
    assert_verified(&project);
    Ok(())
}

/// The program run by somebody whom permissions hold back.
fn by_nobody(project: &Project, args: &[&str]) -> io::Result<Output> {
    let root = project.path("");
    let program = root.join("griglia-di-prova");
    fs::copy(GRIGLIA, &program)?;
    fs::set_permissions(&root, Permissions::from_mode(0o755))?;
    let mut command = Command::new(program);
    command.args(args).current_dir(&root).env("NO_COLOR", "1");
    if fs::metadata(&root)?.uid() == 0 {
        command.uid(NOBODY);
    }
    command.output()
}

#[test]
fn an_output_that_cannot_be_written() -> io::Result<()> {
    let (project, before) = published()?;
    rename(&project, "Comune di Domani")?;
    let folder = project.path("output");
    fs::set_permissions(&folder, Permissions::from_mode(0o555))?;
    let output = by_nobody(&project, &["build"])?;
    fs::set_permissions(&folder, Permissions::from_mode(0o755))?;
    let words = ["«output»", "manca il permesso", "chiedere il permesso"];
    assert_refused(&project, &output, &before, &words);
    Ok(())
}

#[test]
fn an_output_that_is_a_file() -> io::Result<()> {
    let (project, before) = published()?;
    project.write("sito", "un file di qualcuno")?;
    for output in ["sito", "sito/dentro"] {
        let output = project.griglia(&["build", "--output", output]);
        let words = ["non è una cartella", "lì c'è un file"];
        assert_refused(&project, &output, &before, &words);
    }
    let file = fs::read_to_string(project.path("sito"))?;
    assert_eq!(file, "un file di qualcuno");
    Ok(())
}

/// The cards of the project.
fn cards(project: &Project) -> io::Result<Vec<PathBuf>> {
    let content = project.path("content/prova");
    let mut cards = Vec::new();
    for (below, _) in files(&content)? {
        if below.contains("obiettivi/") {
            cards.push(content.join(below));
        }
    }
    assert!(!cards.is_empty());
    Ok(cards)
}

#[test]
fn a_source_that_cannot_be_read() -> io::Result<()> {
    let (project, before) = published()?;
    rename(&project, "Comune di Domani")?;
    let card = cards(&project)?.remove(0);
    fs::set_permissions(&card, Permissions::from_mode(0o000))?;
    let output = by_nobody(&project, &["build"])?;
    let told = stderr(&output);
    assert!(matches!(output.status.code(), Some(1 | 2)), "{told}");
    let name = card.file_name().map(|name| name.to_string_lossy());
    assert!(told.contains(name.as_deref().unwrap_or("?")), "{told}");
    assert!(files(&project.path("output"))? == before);
    assert_verified(&project);
    assert_nothing_left(&project)
}

#[test]
fn sources_that_vanish() -> io::Result<()> {
    let (project, _) = published()?;
    let one = {
        let start = Instant::now();
        project.griglia(&["build"]);
        start.elapsed()
    };
    let cards = cards(&project)?;
    for turn in 0..4 {
        rename(&project, &format!("Comune di Prova {turn}"))?;
        let child = start(&project, &[])?;
        thread::sleep(moment(one / 2));
        let gone: Vec<(PathBuf, Vec<u8>)> = match turn {
            3 => (files(&project.path("content"))?.into_iter())
                .map(|(below, bytes)| (project.path("content").join(below), bytes))
                .collect(),
            _ => vec![(cards[0].clone(), fs::read(&cards[0])?)],
        };
        for (path, _) in &gone {
            fs::remove_file(path)?;
        }
        let output = child.wait_with_output()?;
        let told = stderr(&output);
        match output.status.code() {
            Some(0) => {}
            Some(1 | 2) => assert!(told.contains("errore"), "{told}"),
            code => panic!("{code:?}: {told}"),
        }
        assert_verified(&project);
        assert_nothing_left(&project)?;
        for (path, bytes) in gone {
            fs::write(path, bytes)?;
        }
    }
    Ok(())
}

/// Where each file is kept and since when.
fn nodes(folder: &Path) -> io::Result<Vec<(String, u64, i64, i64)>> {
    let mut nodes = Vec::new();
    for (below, _) in files(folder)? {
        let file = fs::metadata(folder.join(&below))?;
        nodes.push((below, file.ino(), file.mtime(), file.mtime_nsec()));
    }
    Ok(nodes)
}

#[test]
fn what_did_not_change_is_not_written() -> io::Result<()> {
    let (project, before) = published()?;
    let folder = project.path("output");
    let nodes_before = nodes(&folder)?;
    let output = project.griglia(&["build"]);
    assert!(
        stdout(&output).contains("Niente è cambiato: nessun file è stato riscritto."),
        "{}",
        stdout(&output)
    );
    assert_eq!(nodes(&folder)?, nodes_before);

    // One card changes: the files that speak of it are new, the others the same.
    let card = cards(&project)?.remove(0);
    let text = fs::read_to_string(&card)?;
    let title = text.lines().find(|line| line.starts_with("titolo:"));
    let title = title.expect("a card has a title on a line");
    fs::write(&card, text.replace(title, &format!("{title} bis")))?;
    project.write("output/prova/in-più.html", "un file che non c'entra")?;
    let output = project.griglia(&["build", "-v"]);
    let said = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let after = files(&folder)?;
    let nodes_after = nodes(&folder)?;
    assert_eq!(after.len(), before.len());
    let (mut same, mut changed) = (0, 0);
    for (at, (path, bytes)) in before.iter().enumerate() {
        assert_eq!(*path, after[at].0);
        if after[at].1 == *bytes {
            same += 1;
            assert_eq!(nodes_after[at], nodes_before[at]);
        } else {
            changed += 1;
            assert!(
                said.contains(&format!("cambiato: {path}\n")),
                "{path}: {said}"
            );
        }
    }
    assert!(same > 0 && changed > 0);
    assert_eq!(said.matches("cambiato: ").count(), changed);
    assert!(said.contains("tolto: prova/in-più.html\n"), "{said}");
    assert!(said.contains("Tolti: 1 pagina\n"), "{said}");
    assert!(
        said.contains(&format!("Uguali a prima, non riscritti: {same} file\n")),
        "{said}"
    );
    Ok(())
}

#[test]
fn who_edits_a_published_file_edits_that_file_alone() -> io::Result<()> {
    let (project, before) = published()?;
    let page = project.path("output/prova/index.html");
    // A copy made by links, as backups are.
    let copy = project.path("copia.html");
    fs::hard_link(&page, &copy)?;
    rename(&project, "Comune di Domani")?;
    project.griglia(&["build"]);
    let of_before = before.iter().find(|(path, _)| path == "prova/index.html");
    assert_eq!(of_before.map(|(_, bytes)| bytes), Some(&fs::read(&copy)?));
    assert!(fs::read(&page)? != fs::read(&copy)?);

    let right = fs::read_to_string(&page)?;
    fs::write(&page, right.replace("Domani", "Dopodì"))?;
    let output = project.griglia(&["build"]);
    assert!(
        stdout(&output).contains("Cambiati: 1 pagina\n"),
        "{}",
        stdout(&output)
    );
    assert_eq!(fs::read_to_string(&page)?, right);
    assert_verified(&project);
    Ok(())
}

#[test]
fn a_trial_writes_nothing() -> io::Result<()> {
    let (project, before) = published()?;
    let nodes_before = nodes(&project.path("output"))?;
    rename(&project, "Comune di Domani")?;
    let trial = project.griglia(&["build", "--dry-run", "--dettagli"]);
    assert_eq!(trial.status.code(), Some(0), "{}", stderr(&trial));
    let said = stdout(&trial);
    assert!(
        said.contains("in output non è stato scritto niente"),
        "{said}"
    );
    assert_eq!(nodes(&project.path("output"))?, nodes_before);
    let build = project.griglia(&["build", "-v"]);
    let differing = |said: &str| {
        let lines = said.lines().take_while(|line| !line.starts_with("Uguali"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(differing(&stdout(&build)), differing(&said));
    assert!(files(&project.path("output"))? != before);

    let nowhere = project.griglia(&["build", "--prova", "--output", "mai"]);
    assert_eq!(nowhere.status.code(), Some(0), "{}", stderr(&nowhere));
    assert!(!project.path("mai").exists());
    Ok(())
}
