//! The entities of a build: which ones, several at a time, each on its own from reading to publishing.
//!
//! As many as there are processors are in flight, so that memory does not grow with their number. What is said of
//! them is said in order of folder, whoever finishes first.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::args;
use super::check::inspect_enti;
use super::outcome::Failure;
use super::progress::Progress;
use super::report::{Told, serious};
use crate::check::{Gravita, Quanti};
use crate::model::Ente;
use crate::publish::{Cause, Changes, Comparison, Interruption, PublishError, Staging, Work};
use crate::render::{self, Kit, Rendered, RenderedPdf};
use crate::source::nearest::nearest;
use crate::source::{self, Cartella};

/// What became of an ente.
pub(super) struct Done {
    /// The name of its folder.
    pub(super) folder: String,
    /// What is to say: problems, then what kept it from being published.
    pub(super) words: Vec<String>,
    /// Its problems.
    pub(super) quanti: Quanti,
    pub(super) fate: Fate,
}

/// Whether it was published.
pub(super) enum Fate {
    /// Or compared with what is published, when nothing is to be written.
    Published(Rendered, Changes),
    /// Its content has errors, or the theme has.
    Broken,
    /// Not one of those that were asked for.
    Elsewhere,
    /// It was fine and could not be read, rendered or written.
    Failed,
}

/// How entities are built.
pub(super) struct Works<'a> {
    pub(super) content: &'a Path,
    pub(super) output: &'a Path,
    pub(super) anno: Option<i32>,
    /// None when the theme has errors: then they are only checked.
    pub(super) kit: Option<&'a Kit>,
    pub(super) progress: &'a Progress,
    pub(super) purpose: Purpose,
    pub(super) interruption: &'a Interruption,
}

/// What a build is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Publish,
    /// To tell what publishing would change.
    Compare,
}

/// The folders of the entities that a build is about.
pub(super) fn chosen(args: &args::Build) -> Result<Vec<Cartella>, Failure> {
    let content = &args.content.folder;
    let mut folders = source::enti(content).map_err(Failure::contents(content))?;
    for asked in &args.ente {
        if !folders.iter().any(|folder| folder.nome() == *asked) {
            let names: Vec<String> = folders.iter().map(Cartella::nome).collect();
            let near = nearest(asked, names.iter().map(String::as_str));
            let near = near.map_or_else(String::new, |near| format!("; forse «{near}»?"));
            let what = format!(
                "in «{}» non c'è l'ente «{asked}»{near}\n\nrimedio: scrivere il nome della sua cartella",
                content.display()
            );
            return Err(Failure::Answer { what });
        }
    }
    if !args.ente.is_empty() {
        folders.retain(|folder| args.ente.contains(&folder.nome()));
    }
    if let Some(parte) = args.parte {
        folders.retain(|folder| parte.has(&folder.nome()));
    }
    Ok(folders)
}

impl Works<'_> {
    /// Builds some entities; `tell` hears of each in order of folder.
    pub(super) fn build(&self, folders: &[Cartella], tell: &mut (dyn FnMut(Done) + Send)) {
        let workers = rayon::current_num_threads().min(folders.len()).max(1);
        let queue = AtomicUsize::new(0);
        let stop = AtomicBool::new(false);
        let ordered = Mutex::new(Ordered {
            next: 0,
            waiting: BTreeMap::new(),
            tell,
        });
        let work = || {
            while !stop.load(Ordering::Relaxed) {
                let at = queue.fetch_add(1, Ordering::Relaxed);
                let Some(folder) = folders.get(at) else { break };
                let (done, after) = self.one(folder);
                if after == After::Stop {
                    stop.store(true, Ordering::Relaxed);
                }
                self.progress.ente_done();
                let mut ordered = ordered.lock().unwrap_or_else(PoisonError::into_inner);
                ordered.hear(at, done);
            }
        };
        if folders.len() <= workers {
            // Few of them: each has all processors for its documents and pages.
            thread::scope(|scope| {
                for _ in 0..workers {
                    scope.spawn(work);
                }
            });
            return;
        }
        thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| match one_thread() {
                    Some(pool) => pool.install(work),
                    None => work(),
                });
            }
        });
    }

    /// Builds an ente.
    fn one(&self, folder: &Cartella) -> (Done, After) {
        let mut done = Done {
            folder: folder.nome(),
            words: Vec::new(),
            quanti: Quanti::default(),
            fate: Fate::Failed,
        };
        let after = match self.journey(folder, &mut done) {
            Ok(()) => After::GoOn,
            Err(failure) => {
                done.words.push(failure.message() + "\n");
                // A disk that is full for one is full for all.
                match failure {
                    Failure::Publish(PublishError {
                        cause: Cause::Busy, ..
                    }) => After::GoOn,
                    Failure::Publish(_) => After::Stop,
                    _ => After::GoOn,
                }
            }
        };
        (done, after)
    }

    /// From the folder to what is online.
    fn journey(&self, folder: &Cartella, done: &mut Done) -> Result<(), Failure> {
        let folders = [folder.clone()];
        let (content, verdetto) = inspect_enti(self.content, &folders, self.kit)?;
        let ente = verdetto.enti.first();
        let of_the_year = |anno| {
            let cicli = ente.map(|ente| &ente.cicli);
            // Of an ente with errors the years are not certain: it is told.
            cicli.is_none_or(|cicli| cicli.iter().any(|ciclo| ciclo.anni.contiene(anno)))
        };
        if !self.anno.is_none_or(of_the_year) {
            done.fate = Fate::Elsewhere;
            return Ok(());
        }
        done.quanti = Quanti::di(serious(&verdetto.problemi));
        done.words = Told::from(&verdetto.problemi, &content.sources, Gravita::Avviso)
            .shown()
            .collect();
        // The files as written are of no more use.
        drop(content);
        let (Some(ente), Some(kit)) = (ente, self.kit) else {
            done.fate = Fate::Broken;
            return Ok(());
        };
        self.progress.begin(ente);
        let (rendered, changes) = self.put(ente, kit)?;
        let missing = rendered.pdfs.iter().filter_map(missing_characters);
        done.words.extend(missing);
        done.fate = Fate::Published(rendered, changes);
        Ok(())
    }

    /// Renders an ente into its place, or beside it.
    fn put(&self, ente: &Ente, kit: &Kit) -> Result<(Rendered, Changes), Failure> {
        let name = ente.codice.as_str();
        let progress = |step: render::Step<'_>| self.progress.step(&step);
        match self.purpose {
            Purpose::Publish => {
                let staging = Staging::begin(self.output, Work::Ente(name), self.interruption)
                    .map_err(Failure::Publish)?;
                let place = staging.folder(name).map_err(Failure::Publish)?;
                let rendered = render::ente(ente, kit, &place, &progress)?;
                Ok((rendered, place.swap().map_err(Failure::Publish)?))
            }
            Purpose::Compare => {
                let place = Comparison::new(self.output, name).map_err(Failure::Publish)?;
                let rendered = render::ente(ente, kit, &place, &progress)?;
                Ok((rendered, place.changes().map_err(Failure::Publish)?))
            }
        }
    }
}

/// Whether the other entities have their turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    GoOn,
    Stop,
}

/// A pool for an ente among many: the others keep the other processors busy.
fn one_thread() -> Option<rayon::ThreadPool> {
    rayon::ThreadPoolBuilder::new().num_threads(1).build().ok()
}

/// What is to say, kept until its turn comes.
struct Ordered<'a> {
    next: usize,
    waiting: BTreeMap<usize, Done>,
    tell: &'a mut (dyn FnMut(Done) + Send),
}

impl Ordered<'_> {
    fn hear(&mut self, at: usize, done: Done) {
        self.waiting.insert(at, done);
        while let Some(done) = self.waiting.remove(&self.next) {
            self.next += 1;
            (self.tell)(done);
        }
    }
}

/// What a PDF cannot draw, if there is anything.
fn missing_characters(pdf: &RenderedPdf) -> Option<String> {
    let characters: Vec<String> = pdf
        .missing
        .iter()
        .map(|c| format!("«{c}» (U+{:04X})", u32::from(*c)))
        .collect();
    (!characters.is_empty()).then(|| {
        format!(
            "avviso: in {} al posto di questi caratteri c'è «?», perché i caratteri di stampa non li hanno: {}\n\nrimedio: scrivere la stessa cosa a parole\n",
            pdf.path,
            characters.join(", ")
        )
    })
}
