//! Trace files: one for each violating execution, named after the scenario and what it shows.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use pmdrace_report::{CellResult, Record};
use pmdrace_scenario::printable;

use super::kernel::shell;
use crate::exit::Failure;
use crate::output::{self, write_file};

/// A directory for trace files.
pub(crate) struct Folder {
    path: PathBuf,
    /// Whether it was asked for; if not, a run does not fail if it cannot be written.
    asked: bool,
}

/// What was written.
#[derive(Default)]
pub(crate) struct Written {
    /// The number of files.
    pub(crate) files: usize,
    /// Where they are, to be printed.
    pub(crate) place: String,
    /// Why some, or all, were not written.
    pub(crate) problem: Option<String>,
    /// The same as a failure, if the directory was asked for.
    pub(crate) failed: Option<Failure>,
}

impl Written {
    /// Fails if the directory was asked for and some file was not written.
    pub(crate) fn result(&mut self) -> Result<(), Failure> {
        self.failed.take().map_or(Ok(()), Err)
    }
}

impl Folder {
    /// The directory that was asked for, created if it is missing, or one in the platform's cache.
    pub(crate) fn new(asked: Option<&Path>) -> Result<Folder, Failure> {
        let Some(path) = asked else {
            let cache = dirs::cache_dir().map(|cache| cache.join("pmdrace").join("traces"));
            return Ok(Folder { path: cache.unwrap_or_else(|| "traces".into()), asked: false });
        };
        std::fs::create_dir_all(path).map_err(|error| {
            let kind = error.kind();
            Failure::usage(format!("cannot create the directory {}: {kind}", path.display()))
        })?;
        Ok(Folder { path: path.to_owned(), asked: true })
    }

    /// Writes a file for each execution that is recorded, and the file's name beside its record.
    pub(crate) fn write<'p>(
        &self,
        properties: impl Iterator<Item = (&'p Option<Record>, &'p mut Option<String>)>,
    ) -> Written {
        let properties: Vec<_> = properties.collect();
        let records = properties.iter().filter_map(|(record, _)| (*record).clone()).collect();
        let (written, files) = self.write_records(records);
        for (record, file) in properties {
            let path = record.as_ref().map(|record| self.path_of(record));
            *file = path.filter(|path| files.contains(path));
        }
        written
    }

    /// Writes these records, those of one execution into one file; returns the files.
    fn write_records(&self, records: Vec<Record>) -> (Written, BTreeSet<String>) {
        let records = Record::gathered(records);
        let made = std::fs::create_dir_all(&self.path);
        let (mut files, mut failures) = (BTreeSet::new(), Vec::new());
        for record in &records {
            let path = self.path.join(record.file_name());
            let done = match &made {
                Ok(()) => write_file(&path, &record.to_text()),
                Err(error) => Err(output::cannot_write(&path, error)),
            };
            match done {
                Ok(()) => drop(files.insert(self.path_of(record))),
                Err(failure) => failures.push(failure),
            }
        }
        // They all have the same reason, such as a full disk.
        let failed = failures.into_iter().next();
        let written = Written {
            files: files.len(),
            place: short(&self.path),
            problem: failed.as_ref().map(ToString::to_string),
            failed: failed.filter(|_| self.asked),
        };
        (written, files)
    }

    /// The path of a record's file.
    fn path_of(&self, record: &Record) -> String {
        self.path.join(record.file_name()).display().to_string()
    }

    /// Sets the trace files of a result.
    pub(crate) fn name(&self, result: &mut CellResult) {
        for property in &mut result.properties {
            property.trace = property.record.as_ref().map(|record| self.path_of(record));
        }
    }
}

/// A path to be given to a command: as [`short`], and quoted where a shell asks for it.
pub(crate) fn argument(path: &Path) -> String {
    let short = short(path);
    let quoted = |path: &str| shell(&vec![path.to_owned()]);
    match short.strip_prefix("~/") {
        // A shell knows `~` outside of quotes only.
        Some(rest) => format!("~/{}", quoted(rest)),
        None => quoted(&short),
    }
}

/// A path to be printed, with the home directory as `~`.
pub(crate) fn short(path: &Path) -> String {
    let home = dirs::home_dir();
    match home.and_then(|home| path.strip_prefix(home).ok().map(Path::to_owned)) {
        Some(rest) => printable(&format!("~/{}", rest.display())).into_owned(),
        None => printable(&path.display().to_string()).into_owned(),
    }
}
