//! What the program writes: standard output, messages on standard error, and files.
//!
//! An output that fails is an error with an exit code of its own ([`Exit::Output`]), and keeps no other output
//! from being written: callers attempt them all and collect the failures with [`all`]. A closed pipe on standard
//! output is not a failure, since the reader has seen enough. Messages on standard error are lost in silence if
//! nobody can read them.

use std::fmt::Display;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::exit::Failure;

/// Prints to standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    printed(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// What came of printing.
pub(crate) fn printed(done: io::Result<()>) -> Result<(), Failure> {
    match done {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::output(format!("cannot write to standard output: {}", error.kind())))
        }
        _ => Ok(()),
    }
}

/// Writes a line to standard error, if anybody can read it.
pub(crate) fn tell(line: impl Display) {
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}

/// The failures among outputs that were all attempted, as one.
pub(crate) fn all(outputs: impl IntoIterator<Item = Result<(), Failure>>) -> Result<(), Failure> {
    let failures = outputs.into_iter().filter_map(Result::err);
    failures.reduce(Failure::and).map_or(Ok(()), Err)
}

/// Writes a whole file or nothing.
pub(crate) fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    // Write to a pipe or a device instead of replacing it.
    let device = path.metadata().is_ok_and(|metadata| !metadata.is_file());
    let write = || match device {
        true => std::fs::OpenOptions::new().write(true).open(path)?.write_all(text.as_bytes()),
        false => put(staged(path, text)?, path),
    };
    write().map_err(|error| cannot_write(path, &error))
}

/// Writes several files, all or none, and waits until they are on the disk.
pub(crate) fn write_together(files: &[(PathBuf, String)]) -> Result<(), Failure> {
    let stage = |(path, text): &(PathBuf, String)| {
        let staged = staged(path, text).and_then(|file| {
            file.as_file().sync_all()?;
            // The place of a file cannot be taken if a directory is there.
            match path.is_dir() {
                true => Err(io::ErrorKind::IsADirectory.into()),
                false => Ok(file),
            }
        });
        staged.map_err(|error| cannot_write(path, &error))
    };
    let staged = files.iter().map(stage).collect::<Result<Vec<_>, Failure>>()?;
    let mut replaced: Vec<(&Path, Option<String>)> = Vec::new();
    for ((path, _), file) in files.iter().zip(staged) {
        let before = std::fs::read_to_string(path).ok();
        if let Err(error) = put(file, path) {
            let restored = replaced.into_iter().map(|(path, before)| match before {
                Some(text) => write_file(path, &text),
                None => std::fs::remove_file(path).map_err(|error| cannot_write(path, &error)),
            });
            return all([Err(cannot_write(path, &error))].into_iter().chain(restored));
        }
        replaced.push((path, before));
    }
    Ok(())
}

/// The directory of a file.
fn directory(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A temporary file with this text beside the file that it is to replace.
fn staged(path: &Path, text: &str) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".pmdrace-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    let mut file = builder.tempfile_in(directory(path))?;
    file.write_all(text.as_bytes())?;
    Ok(file)
}

/// Puts a temporary file in its place.
fn put(file: NamedTempFile, path: &Path) -> io::Result<()> {
    file.persist(path).map(drop).map_err(|error| error.error)
}

pub(crate) fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Failure::output(format!("cannot write {}: {}", path.display(), error.kind()))
}

/// Fails early if a file could not be written later.
pub(crate) fn check_folders<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Result<(), Failure> {
    for path in paths {
        if !directory(path).is_dir() || path.is_dir() {
            return Err(Failure::usage(format!(
                "cannot write {}: the directory is missing, or the path is a directory",
                path.display()
            )));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::write_together;

    #[test]
    fn files_are_replaced_together_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        let both = |text: &str| [(file("a"), text.to_owned()), (file("b"), text.to_owned())];
        write_together(&both("old")).unwrap();
        write_together(&both("new")).unwrap();
        assert_eq!(fs::read_to_string(file("b")).unwrap(), "new");
        fs::remove_file(file("b")).unwrap();
        fs::create_dir(file("b")).unwrap();
        assert!(write_together(&both("newer")).is_err());
        assert_eq!(fs::read_to_string(file("a")).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "something was left behind");
    }
}
