//! The verbs, one file each, and what several of them share.

pub(crate) mod check;
pub(crate) mod contract;
pub(crate) mod decode;
pub(crate) mod export;
pub(crate) mod gate;
pub(crate) mod lint;
pub(crate) mod list;
pub(crate) mod matrix;
pub(crate) mod mutate;
pub(crate) mod replay;
pub(crate) mod reports;
pub(crate) mod run;
pub(crate) mod show;
pub(crate) mod stress;
pub(crate) mod traces;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use pmdrace_report::{Trace, trace_text};

use self::traces::short;
use crate::exit::Failure;

/// The maximum line width.
const MAX_WIDTH: usize = 100;

/// The width of the terminal, within limits.
pub(crate) fn width() -> usize {
    let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    terminal.map_or(MAX_WIDTH, |width| width.clamp(40, MAX_WIDTH))
}

/// Appends `body`, wrapped and indented.
pub(crate) fn wrapped(text: &mut String, indent: usize, body: &str) {
    let indent = " ".repeat(indent);
    let options =
        textwrap::Options::new(width()).initial_indent(&indent).subsequent_indent(&indent);
    for line in textwrap::wrap(&body.lines().collect::<Vec<_>>().join(" "), options) {
        let _ = writeln!(text, "{line}");
    }
}

/// Appends a trace, and the command that replays its file if there is one.
pub(crate) fn show_trace(text: &mut String, trace: &Trace, file: Option<&str>) {
    let _ = writeln!(text, "{}", trace_text(trace, width()));
    if let Some(file) = file {
        let _ = writeln!(text, "replay: pmdrace replay {}\n", short(file.as_ref()));
    }
}

/// Prints to standard output; a closed pipe is not an error.
pub(crate) fn print(text: &str) {
    let mut out = anstream::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Writes a whole file or nothing.
pub(crate) fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let write = || -> std::io::Result<()> {
        // Write to a pipe or a device instead of replacing it.
        if path.metadata().is_ok_and(|metadata| !metadata.is_file()) {
            return std::fs::OpenOptions::new().write(true).open(path)?.write_all(text.as_bytes());
        }
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|error| {
        let kind = error.kind();
        Failure::usage(format!("cannot write {}: {kind}", path.display()))
    })
}

/// Fails early if a file could not be written later.
pub(crate) fn check_folders<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Result<(), Failure> {
    for path in paths {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if folder.is_some_and(|folder| !folder.is_dir()) || path.is_dir() {
            return Err(Failure::usage(format!(
                "cannot write {}: the directory is missing, or the path is a directory",
                path.display()
            )));
        }
    }
    Ok(())
}
