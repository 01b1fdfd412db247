//! The program, run as a user runs it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

/// How a run ended, and what it said.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    fn new(output: Output) -> Ran {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let (out, err) = (text(output.stdout), text(output.stderr));
        Ran { code: output.status.code().unwrap(), out, err }
    }

    /// Standard output as one JSON document.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

/// The program with these arguments: no colours, lines of full width, nothing to read, and traces below the build's folder.
pub(crate) fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pmdrace"));
    command
        .args(args)
        .stdin(Stdio::null())
        .env("NO_COLOR", "1")
        .env_remove("COLUMNS")
        .env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"));
    command
}

/// Runs the program to its end.
pub(crate) fn pmdrace(args: &[&str]) -> Ran {
    Ran::new(command(args).output().unwrap())
}

/// Runs the program to its end in a folder.
pub(crate) fn pmdrace_in(folder: &Path, args: &[&str]) -> Ran {
    Ran::new(command(args).current_dir(folder).output().unwrap())
}

/// Interrupts a program that runs, as Ctrl-C does, and waits for its end.
pub(crate) fn interrupt(child: Child) -> Ran {
    let kill = format!("kill -INT {}", child.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    Ran::new(child.wait_with_output().unwrap())
}

/// The folder of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}
