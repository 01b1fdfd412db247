//! Trace files: one for each violating execution, named after the scenario and what it shows.

use std::path::{Path, PathBuf};

use pmdrace_report::{CellResult, Record};
use pmdrace_scenario::printable;

use super::write_file;
use crate::exit::Failure;

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
    /// Why none were written.
    pub(crate) problem: Option<String>,
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
    ) -> Result<Written, Failure> {
        let properties: Vec<_> = properties.collect();
        let records = properties.iter().filter_map(|(record, _)| (*record).clone()).collect();
        let written = self.write_records(records)?;
        if written.problem.is_none() {
            for (record, file) in properties {
                *file = record.as_ref().map(|record| self.path_of(record));
            }
        }
        Ok(written)
    }

    /// Writes these records, those of one execution into one file.
    fn write_records(&self, records: Vec<Record>) -> Result<Written, Failure> {
        let records = Record::gathered(records);
        let mut written = Written { place: short(&self.path), ..Written::default() };
        let made = std::fs::create_dir_all(&self.path);
        for record in &records {
            let path = self.path.join(record.file_name());
            let done = match &made {
                Ok(()) => write_file(&path, &record.to_text()),
                Err(error) => Err(Failure::usage(error.kind().to_string())),
            };
            match done {
                Ok(()) => written.files += 1,
                Err(failure) if self.asked => return Err(failure),
                Err(failure) => {
                    written.problem = Some(failure.to_string());
                    return Ok(written);
                }
            }
        }
        Ok(written)
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

/// A path to be printed, with the home directory as `~`.
pub(crate) fn short(path: &Path) -> String {
    let home = dirs::home_dir();
    match home.and_then(|home| path.strip_prefix(home).ok().map(Path::to_owned)) {
        Some(rest) => printable(&format!("~/{}", rest.display())).into_owned(),
        None => printable(&path.display().to_string()).into_owned(),
    }
}
