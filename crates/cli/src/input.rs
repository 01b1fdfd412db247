//! Reading files that somebody names: regular files, up to a limit, as UTF-8 text.
//!
//! A pipe without a writer, a device without an end or a file of gigabytes is an error at once, and neither a hang nor
//! a lack of memory.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use bytesize::ByteSize;

use crate::exit::Failure;

/// The maximum size of a scenario file, in bytes.
pub(crate) const SCENARIO: u64 = 1 << 20;
/// The maximum size of a file of traces or of a golden file, in bytes.
pub(crate) const RESULTS: u64 = 64 << 20;

/// Reads a file of at most `limit` bytes.
///
/// # Errors
/// When it is not a regular file, cannot be read, is larger, or is not UTF-8, with the line and column.
pub(crate) fn read_bounded(path: &Path, limit: u64) -> Result<String, Failure> {
    let name = path.display();
    let fail = |error: std::io::Error| Failure::usage(format!("cannot read {name}: {error}"));
    // Before it is opened: to open a pipe waits for a writer.
    let metadata = std::fs::metadata(path).map_err(fail)?;
    if metadata.is_dir() {
        return Err(Failure::usage(format!("{name} is a directory\n  = help: name a file in it")));
    }
    if !metadata.is_file() {
        return Err(Failure::usage(format!(
            "{name} is not a regular file\n  = help: copy what it holds into a file"
        )));
    }
    let mut bytes = Vec::new();
    if metadata.len() <= limit {
        // It may grow meanwhile.
        File::open(path).map_err(fail)?.take(limit + 1).read_to_end(&mut bytes).map_err(fail)?;
    }
    if metadata.len() > limit || bytes.len() as u64 > limit {
        return Err(Failure::usage(format!(
            "{name} is too large\n  = help: such a file has at most {limit} bytes ({})",
            ByteSize(limit)
        )));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = valid.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        Failure::usage(format!(
            "{name}:{line}:{column}: not UTF-8\n  = help: save the file as UTF-8 text"
        ))
    })
}
