//! `griglia serve`.

use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};
use std::{io, process, thread};

use notify::{Event, EventKind, RecursiveMode, Watcher as _};

use super::outcome::{Failure, Outcome};
use super::report::{self, Told};
use super::{args, check, terminal, theme};
use crate::integrity::InBreve;
use crate::preview::Snapshot;
use crate::preview::server::{self, Sender};
use crate::publish::{Folder, Kept};
use crate::render;
use crate::source;

/// Editors save in several steps: this long after the first, all are done.
const SAVED: Duration = Duration::from_millis(60);

pub(super) fn run(args: &args::Serve) -> Result<Outcome, Failure> {
    let mut builder = Builder {
        content: args.content.folder.clone(),
        number: 0,
    };
    let (first, said) = builder.build()?;
    let failed = |error| Failure::Serve { error };
    let listener = server::listen(args.porta).map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let (sender, receiver) = server::channel(first);
    // What changes from now on is seen, even before anybody looks.
    let (changes, watcher) = watch(&args.content.folder).map_err(failed)?;
    if !args.quiet {
        terminal::say(said);
        terminal::say(format!(
            "Anteprima: http://{address}/ (si aggiorna da sé; Ctrl-C per chiudere)"
        ));
    }
    let quiet = args.quiet;
    thread::spawn(move || follow(&mut builder, &changes, &sender, quiet));
    server::serve(listener, receiver).map_err(failed)?;
    drop(watcher);
    if !args.quiet {
        terminal::say("Anteprima chiusa.");
    }
    Ok(Outcome::Fine)
}

/// Builds again at each change, until the server is gone.
fn follow(builder: &mut Builder, changes: &mpsc::Receiver<()>, sender: &Sender, quiet: bool) {
    while changes.recv().is_ok() {
        thread::sleep(SAVED);
        while changes.try_recv().is_ok() {}
        match builder.build() {
            Ok((snapshot, said)) => {
                if !quiet {
                    terminal::say(said);
                }
                if sender.send(snapshot.into()).is_err() {
                    return;
                }
            }
            // A folder that is being moved comes back at the next change.
            Err(failure) => terminal::warn(failure.message()),
        }
    }
}

/// What tells of every change below a content folder and its theme.
fn watch(content: &Path) -> io::Result<(mpsc::Receiver<()>, notify::RecommendedWatcher)> {
    let (tell, changes) = mpsc::channel();
    let other = |error: notify::Error| io::Error::other(error);
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        let read = matches!(&event, Ok(event) if matches!(event.kind, EventKind::Access(_)));
        if !read {
            let _ = tell.send(());
        }
    })
    .map_err(other)?;
    watcher
        .watch(content, RecursiveMode::Recursive)
        .map_err(other)?;
    let of_the_theme = source::theme_folder(content);
    if of_the_theme.is_dir() {
        watcher
            .watch(&of_the_theme, RecursiveMode::Recursive)
            .map_err(other)?;
    }
    Ok((changes, watcher))
}

struct Builder {
    content: std::path::PathBuf,
    /// How many times it has built.
    number: usize,
}

impl Builder {
    /// The site as it is now, and what is to say of it.
    fn build(&mut self) -> Result<(Snapshot, String), Failure> {
        let start = Instant::now();
        self.number += 1;
        // No other preview has the same process: pages left open from an earlier one load again.
        let version = format!("{}-{}", process::id(), self.number);
        let kit = match theme::load(theme::read(&self.content)?)? {
            Ok(kit) => kit,
            Err(rejected) => {
                let snapshot = Snapshot::new(version, Vec::new(), Vec::new());
                let snapshot = snapshot.with_problems(&rejected.problemi, &rejected.sources);
                tell(&Told::all(&rejected.problemi, &rejected.sources));
                let said = report::count(&rejected.problemi).unwrap_or_default();
                return Ok((snapshot, format!("Il tema ha problemi: {said}.")));
            }
        };
        let (content, verdetto) = check::inspect(&self.content, Some(&kit))?;
        tell(&Told::all(&verdetto.problemi, &content.sources));
        let enti = verdetto.enti.iter();
        let folders = enti.clone().map(|ente| {
            let kept = Kept::default();
            render::ente(ente, &kit, &kept, &|_| {})?;
            Ok::<_, Failure>(kept.into_folder(ente.codice.to_string()))
        });
        let folders: Vec<Folder> = folders.collect::<Result<_, _>>()?;
        let listed: Vec<_> = enti
            .map(|ente| (ente.codice.clone(), InBreve::di(ente)))
            .collect();
        let root = render::index(&listed, &kit).map_err(Failure::Render)?;
        let snapshot = Snapshot::new(version, folders, root)
            .with_problems(&verdetto.problemi, &content.sources);
        let found = report::count(report::serious(&verdetto.problemi));
        let found = found.unwrap_or_else(|| "nessun problema".to_owned());
        let seconds = format!("{:.2}", start.elapsed().as_secs_f64()).replace('.', ",");
        Ok((snapshot, format!("Costruito in {seconds} s: {found}.")))
    }
}

fn tell(told: &Told<'_>) {
    told.shown().for_each(terminal::warn);
}
