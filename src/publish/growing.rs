//! Files that come piece by piece: how long they become is known at the end.
//!
//! A short one is kept in memory and then goes where every file goes. One that grows long is written where its
//! folder is made; in the end it is compared, piece by piece too, with what is published.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::staging::Staged;
use super::{Cause, OutputFile, PublishError, Sink, Step, failed};

/// The length from which a file is no longer kept in memory, bytes.
const LONG: usize = 1 << 20;

/// A file of a folder that comes piece by piece. Who drops it before it is closed has failed, and does not publish the
/// folder.
pub trait Growing: Write {
    /// The file is whole.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn close(self: Box<Self>) -> Result<(), PublishError>;

    /// What to say when some of its bytes could not be written.
    fn failure(&self, cause: io::Error) -> PublishError;
}

/// A file that is kept in memory until it is whole.
pub(super) struct Whole<'s> {
    sink: &'s dyn Sink,
    file: OutputFile,
}

impl<'s> Whole<'s> {
    /// For a sink that takes it in the end.
    pub(super) const fn new(sink: &'s dyn Sink, path: String) -> Self {
        let bytes = Vec::new();
        Self {
            sink,
            file: OutputFile { path, bytes },
        }
    }
}

impl Write for Whole<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Growing for Whole<'_> {
    fn close(self: Box<Self>) -> Result<(), PublishError> {
        self.sink.take(self.file)
    }

    fn failure(&self, cause: io::Error) -> PublishError {
        failed(Step::Write, Path::new(&self.file.path), Cause::Io(cause))
    }
}

/// A file that stays in memory while it is short.
pub(super) struct Spilling<'s> {
    staged: &'s Staged<'s>,
    path: String,
    place: Place,
}

/// Where its bytes are.
enum Place {
    Memory(Vec<u8>),
    Disk(BufWriter<File>),
}

impl<'s> Spilling<'s> {
    /// For a folder in the making.
    pub(super) const fn new(staged: &'s Staged<'s>, path: String) -> Self {
        Self {
            staged,
            path,
            place: Place::Memory(Vec::new()),
        }
    }
}

impl Write for Spilling<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _going = self.staged.go_on();
        if let Place::Memory(held) = &mut self.place {
            if held.len() + bytes.len() <= LONG {
                return held.write(bytes);
            }
            let mut file = BufWriter::new(self.staged.create(&self.path)?);
            file.write_all(held)?;
            self.place = Place::Disk(file);
        }
        match &mut self.place {
            Place::Memory(held) => held.write(bytes),
            Place::Disk(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        let _going = self.staged.go_on();
        match &mut self.place {
            Place::Memory(_) => Ok(()),
            Place::Disk(file) => file.flush(),
        }
    }
}

impl Growing for Spilling<'_> {
    fn close(mut self: Box<Self>) -> Result<(), PublishError> {
        let flushed = self.flush();
        let Self {
            staged,
            path,
            place,
        } = *self;
        match place {
            Place::Memory(bytes) => staged.take(OutputFile { path, bytes }),
            Place::Disk(file) => {
                drop(file);
                staged.settle(path, flushed)
            }
        }
    }

    fn failure(&self, cause: io::Error) -> PublishError {
        self.staged.failure(&self.path, cause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::{Changes, Interruption, Kept, Staging, Work};
    use std::fs;

    /// Publishes one file that comes in pieces of a length.
    fn publish(output: &Path, bytes: &[u8], piece: usize) -> Result<Changes, PublishError> {
        let staging = Staging::begin(output, Work::Ente("ente"), &Interruption::default())?;
        let staged = staging.folder("ente")?;
        // What marks the folder as griglia's own.
        staged.take(OutputFile {
            path: "index.html".to_owned(),
            bytes: format!("<meta {}>", crate::publish::GENERATOR).into_bytes(),
        })?;
        let mut file = staged.open("2023/lungo.pdf".to_owned());
        for piece in bytes.chunks(piece) {
            assert!(file.write_all(piece).is_ok());
        }
        file.close()?;
        staged.swap()
    }

    #[test]
    fn a_long_file_is_written_as_it_comes_and_again_only_when_it_changes()
    -> Result<(), PublishError> {
        let root = tempfile::tempdir();
        let output = root.as_ref().map_or(Path::new(""), |root| root.path());
        let place = output.join("ente/2023/lungo.pdf");
        let time = || fs::metadata(&place).and_then(|file| file.modified()).ok();
        for length in [10, LONG - 1, LONG, LONG + 1, 3 * LONG + 7] {
            let mut bytes: Vec<u8> = (0_u8..251).cycle().take(length).collect();
            publish(output, &bytes, 65_537)?;
            assert!(fs::read(&place).is_ok_and(|there| there == bytes));
            let first = time();
            assert!(publish(output, &bytes, 1000)?.is_nothing(), "{length}");
            assert_eq!(time(), first);
            if let Some(last) = bytes.last_mut() {
                *last ^= 1;
            }
            let changes = publish(output, &bytes, 4096)?;
            assert_eq!(changes.changed, ["ente/2023/lungo.pdf"]);
            assert!(fs::read(&place).is_ok_and(|there| there == bytes));
        }
        assert!(!output.join(".griglia-ente-ente").exists());
        Ok(())
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_while_the_file_comes() -> Result<(), PublishError> {
        let root = tempfile::tempdir();
        let output = root.as_ref().map_or(Path::new(""), |root| root.path());
        let staging = Staging::begin(output, Work::Ente("ente"), &Interruption::default())?;
        let staged = staging.folder("ente")?;
        // A disk on which there is never room stands where the file is going to be made.
        let made = output.join(".griglia-ente-ente/nuovo/ente/lungo.pdf");
        assert!(std::os::unix::fs::symlink("/dev/full", made).is_ok());
        let mut file = staged.open("lungo.pdf".to_owned());
        let written = file.write_all(&vec![7; 3 * LONG]);
        let told = written.map_err(|error| (error.kind(), file.failure(error).path));
        let place = output.join("ente/lungo.pdf");
        assert_eq!(told, Err((io::ErrorKind::StorageFull, place)));
        Ok(())
    }

    #[test]
    fn what_is_not_closed_is_no_file() -> Result<(), PublishError> {
        let kept = Kept::default();
        for (path, ending) in [("a", true), ("b", false)] {
            let mut file = kept.open(path.to_owned());
            assert!(file.write_all(b"parola").is_ok());
            if ending {
                file.close()?;
            }
        }
        let folder = kept.into_folder("ente".to_owned());
        let paths: Vec<&str> = folder.files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["a"]);
        Ok(())
    }
}
