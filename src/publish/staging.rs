//! The folder in which a successor is made, and what killed builds leave of theirs.
//!
//! Each ente has its own, with a name that says so. It is locked as long as its build lives: that keeps out a second
//! build of the same ente, and tells a folder that is being written from one that was left.

use std::fs::{self, File, FileTimes};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::compare::{self, Changes, Record, State};
use super::growing::Spilling;
use super::interruption::{self, Interruption};
use super::lock::{self, Held};
use super::{Cause, Growing, OutputFile, PublishError, Sink, Step, failed, swap};

const PREFIX: &str = ".griglia-";
/// Where successors are made.
const NEW: &str = "nuovo";
/// Where predecessors wait when two folders cannot change places in one step.
const OLD: &str = "precedente";
/// What stands, on its way to the place of a file that was made in vain.
const KEPT: &str = ".griglia-uguale";
/// Where single files are made.
const ROOT: &str = "radice";

/// What a staging folder is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work<'a> {
    /// The folder of an ente: two builds of one are a mistake.
    Ente(&'a str),
    /// Files at the root of the output, which builds of different enti share: they wait for one another.
    Root,
}

impl Work<'_> {
    fn folder_name(self) -> String {
        match self {
            Self::Ente(name) => format!("{PREFIX}ente-{name}"),
            Self::Root => format!("{PREFIX}{ROOT}"),
        }
    }
}

/// A staging folder. Dropping it leaves nothing behind.
#[derive(Debug)]
pub struct Staging {
    output: PathBuf,
    folder: PathBuf,
    interruption: Interruption,
    // Given back after the folder has gone.
    _lock: Option<File>,
}

impl Staging {
    /// Makes it, in an output folder that is made if need be. What a killed build left of the same work goes.
    ///
    /// # Errors
    /// When it cannot be made, or another build is at the same work.
    pub fn begin(
        output: &Path,
        work: Work<'_>,
        interruption: &Interruption,
    ) -> Result<Self, PublishError> {
        let prepare = |error| failed(Step::Prepare, output, Cause::Io(error));
        let path = output.join(work.folder_name());
        let (folder, lock) = loop {
            let mut open = interruption.alone();
            let made = (!output.exists()).then(|| output.to_owned());
            fs::create_dir_all(output).map_err(prepare)?;
            let held = hold(&path).map_err(|error| {
                interruption::forget(made.as_deref());
                prepare(error)
            })?;
            match held {
                Held::Alone(lock) => {
                    open.insert(path.clone(), made);
                    break (path, Some(lock));
                }
                Held::Impossible => {
                    let _ = fs::remove_dir(&path);
                    let folder = tempfile::Builder::new()
                        .prefix(PREFIX)
                        .tempdir_in(output)
                        .map_err(prepare)?
                        .keep();
                    open.insert(folder.clone(), made);
                    break (folder, None);
                }
                Held::Gone => {}
                Held::Busy => match work {
                    Work::Ente(name) => {
                        return Err(failed(Step::Prepare, &output.join(name), Cause::Busy));
                    }
                    Work::Root => {
                        drop(open);
                        thread::sleep(Duration::from_millis(20));
                    }
                },
            }
        };
        let staging = Self {
            output: output.to_owned(),
            folder,
            interruption: interruption.clone(),
            _lock: lock,
        };
        empty(&staging.folder, output).map_err(prepare)?;
        Ok(staging)
    }

    /// Begins a folder to be published as a whole.
    ///
    /// # Errors
    /// When one of that name stands in the output that was not made here.
    pub fn folder(&self, name: &str) -> Result<Staged<'_>, PublishError> {
        let record = Record::new(&self.output, name)?;
        let new = self.folder.join(NEW).join(name);
        let old = self.folder.join(OLD);
        for folder in [&new, &old] {
            let _going = self.interruption.go_on();
            make_folder(folder)
                .map_err(|error| failed(Step::Prepare, record.place(), Cause::Io(error)))?;
        }
        Ok(Staged {
            staging: self,
            record,
            new,
            old: old.join(name),
        })
    }

    /// Puts single files at the root of the output, each in one step; those that did not change stay.
    ///
    /// # Errors
    /// When one cannot be written or put in its place.
    pub fn root(&self, files: &[OutputFile]) -> Result<Changes, PublishError> {
        let new = self.folder.join(ROOT);
        let mut changes = Changes::default();
        let mut ready = Vec::new();
        let _going = self.interruption.go_on();
        for file in files {
            let place = self.output.join(&file.path);
            let state = compare::state(&place, &file.bytes);
            changes.count(file.path.clone(), state);
            if state != State::Same {
                let made = new.join(&file.path);
                below(&made, || fs::write(&made, &file.bytes))
                    .map_err(|error| failed(Step::Write, &place, Cause::Io(error)))?;
                ready.push((made, place));
            }
        }
        for (made, place) in ready {
            below(&place, || fs::rename(&made, &place))
                .map_err(|error| failed(Step::Swap, &place, Cause::Io(error)))?;
        }
        Ok(changes)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let mut open = self.interruption.alone();
        let made = open.remove(&self.folder).flatten();
        discard(&self.folder, made.as_deref());
    }
}

/// A folder in the making.
#[derive(Debug)]
pub struct Staged<'a> {
    staging: &'a Staging,
    record: Record,
    new: PathBuf,
    old: PathBuf,
}

impl Staged<'_> {
    /// Waits for ever once somebody has asked to stop.
    pub(super) fn go_on(&self) -> impl Drop + '_ {
        self.staging.interruption.go_on()
    }

    /// What to say of a file that cannot be written: where it would have been published.
    pub(super) fn failure(&self, path: &str, cause: io::Error) -> PublishError {
        failed(
            Step::Write,
            &self.record.place().join(path),
            Cause::Io(cause),
        )
    }

    /// Begins a file that will be settled.
    pub(super) fn create(&self, path: &str) -> io::Result<File> {
        let new = self.new.join(path);
        below(&new, || File::create(&new))
    }

    /// Ends a file that was begun here, unless its last bytes could not be written: one that is as it was gives way to
    /// what stands.
    pub(super) fn settle(&self, path: String, flushed: io::Result<()>) -> Result<(), PublishError> {
        let _going = self.staging.interruption.go_on();
        let standing = self.record.place().join(&path);
        let new = self.new.join(&path);
        let settled = flushed.and_then(|()| {
            let state = compare::state_of_file(&standing, &new)?;
            let kept = self.new.join(KEPT);
            if state == State::Same && keep(state, &standing, &kept).is_ok() {
                fs::rename(&kept, &new)?;
            }
            Ok(state)
        });
        let state = settled.map_err(|error| self.failure(&path, error))?;
        self.record.see(path, state);
        Ok(())
    }

    /// Puts it in the place of its predecessor, which is thrown away; where nothing changed the predecessor stays.
    ///
    /// # Errors
    /// When it cannot be put there: the predecessor is as it was.
    pub fn swap(self) -> Result<Changes, PublishError> {
        let place = self.record.place().to_owned();
        let changes = self.record.close()?;
        if !changes.is_nothing() || !place.exists() {
            let _going = self.staging.interruption.go_on();
            swap::folder(&self.new, &place, &self.old)
                .map_err(|error| failed(Step::Swap, &place, Cause::Io(error)))?;
        }
        // Of thousands of predecessors none is kept until the end; one that resists goes with the staging
        // folder.
        for left in [&self.new, &self.old] {
            let _ = fs::remove_dir_all(left);
        }
        Ok(changes)
    }
}

impl Sink for Staged<'_> {
    fn take(&self, file: OutputFile) -> Result<(), PublishError> {
        let _going = self.staging.interruption.go_on();
        let standing = self.record.place().join(&file.path);
        let new = self.new.join(&file.path);
        let state = compare::state(&standing, &file.bytes);
        let put = || match (state, keep(state, &standing, &new)) {
            (State::Same, Ok(())) => Ok(()),
            (State::Same, Err(error)) if error.kind() == io::ErrorKind::NotFound => Err(error),
            _ => fs::write(&new, &file.bytes),
        };
        below(&new, put).map_err(|error| self.failure(&file.path, error))?;
        self.record.see(file.path, state);
        Ok(())
    }

    fn open(&self, path: String) -> Box<dyn Growing + '_> {
        Box::new(Spilling::new(self, path))
    }
}

/// The same file in another folder, if it is the same; a copy with its times where links are not possible.
fn keep(state: State, old: &Path, new: &Path) -> io::Result<()> {
    if state != State::Same {
        return Ok(());
    }
    match fs::hard_link(old, new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => copy(old, new),
        linked => linked,
    }
}

fn copy(old: &Path, new: &Path) -> io::Result<()> {
    fs::copy(old, new)?;
    let times = FileTimes::new().set_modified(fs::metadata(old)?.modified()?);
    File::options().write(true).open(new)?.set_times(times)
}

/// Makes something at a path, and its folder if it is the first there.
fn below<T>(path: &Path, put: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match put() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), make_folder)?;
            put()
        }
        done => done,
    }
}

fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Makes a staging folder, or takes over one that was left, and holds it.
fn hold(folder: &Path) -> io::Result<Held> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(lock::take(folder)),
    }
}

/// Takes away a staging folder, and an output folder that was made for it alone.
pub(super) fn discard(folder: &Path, output: Option<&Path>) {
    let _ = fs::remove_dir_all(folder);
    interruption::forget(output);
}

/// Takes away what killed builds left; what a build is working in stays. What cannot be removed stays as well: it
/// is in nobody's way.
pub fn clear_leftovers(output: &Path) {
    // An output that is not there yet has none.
    let entries = fs::read_dir(output).into_iter().flatten().flatten();
    for entry in entries {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !is_ours || !is_folder {
            continue;
        }
        if let Held::Alone(_lock) = lock::take(&entry.path())
            && empty(&entry.path(), output).is_ok()
        {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Takes away what a killed build left in a staging folder. A folder that it had moved aside, and that nothing
/// replaced, goes back first.
fn empty(folder: &Path, output: &Path) -> io::Result<()> {
    let old = folder.join(OLD);
    for entry in fs::read_dir(&old).into_iter().flatten() {
        let entry = entry?;
        let place = output.join(entry.file_name());
        if fs::symlink_metadata(&place).is_err() {
            fs::rename(entry.path(), place)?;
        }
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn a_folder_moved_aside_by_a_killed_build_goes_back() -> io::Result<()> {
        let output = tempfile::tempdir()?;
        for (name, word) in [("caluso", "di prima"), ("altro", "vecchio")] {
            let aside = output.path().join(".griglia-abc/precedente").join(name);
            fs::create_dir_all(&aside)?;
            fs::write(aside.join("a.txt"), word)?;
        }
        fs::create_dir_all(output.path().join("altro"))?;
        fs::write(output.path().join("altro/a.txt"), "nuovo")?;
        clear_leftovers(output.path());
        let text = |path: &str| fs::read_to_string(output.path().join(path));
        assert_eq!(text("caluso/a.txt")?, "di prima");
        assert_eq!(text("altro/a.txt")?, "nuovo");
        assert!(!output.path().join(".griglia-abc").exists());
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn an_ente_is_built_once_at_a_time_and_others_beside_it() -> Result<(), PublishError> {
        let root = tempfile::tempdir();
        let output = root
            .as_ref()
            .map_or(PathBuf::new(), |root| root.path().join("output"));
        let interruption = Interruption::default();
        let begin = |work| Staging::begin(&output, work, &interruption);
        let caluso = begin(Work::Ente("caluso"))?;
        assert!(matches!(
            begin(Work::Ente("caluso")),
            Err(PublishError {
                cause: Cause::Busy,
                ..
            })
        ));
        let others = (begin(Work::Ente("altro"))?, begin(Work::Root)?);
        clear_leftovers(&output);
        assert!(caluso.folder.exists() && others.1.folder.exists());
        drop((others, caluso));
        assert!(!output.exists(), "a folder made in vain goes");
        Ok(())
    }

    #[test]
    fn who_asks_to_stop_leaves_nothing_behind() -> Result<(), PublishError> {
        let root = tempfile::tempdir();
        let output = root
            .as_ref()
            .map_or(PathBuf::new(), |root| root.path().join("output"));
        let interruption = Interruption::default();
        let staging = Staging::begin(&output, Work::Ente("caluso"), &interruption)?;
        let staged = staging.folder("caluso")?;
        staged.take(OutputFile {
            path: "2023/index.html".to_owned(),
            bytes: b"pagina".to_vec(),
        })?;
        assert!(staging.folder.join("nuovo/caluso/2023/index.html").exists());
        drop(interruption.stop());
        assert!(!output.exists());
        Ok(())
    }

    #[test]
    fn a_copy_has_the_time_of_what_it_copies() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let (old, new) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&old, "testo")?;
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        File::options().write(true).open(&old)?.set_modified(then)?;
        copy(&old, &new)?;
        assert_eq!(fs::metadata(&new)?.modified()?, then);
        assert_eq!(fs::read_to_string(&new)?, "testo");
        Ok(())
    }
}
