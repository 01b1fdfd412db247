//! The exit codes, and failures that carry one.

use std::fmt;
use std::process::ExitCode;

use pmdrace_engine::EngineError;
use pmdrace_report::{ErrorKind, Report};
use pmdrace_scenario::{Diagnostic, printable};

/// How a run ended. The numbers are a contract with scripts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// Everything is as expected.
    AsExpected = 0,
    /// A verdict or a count differs from what is expected.
    Unexpected = 1,
    /// The command line or a scenario is wrong.
    Usage = 2,
    /// Some verdict is inconclusive, and nothing is worse.
    Inconclusive = 3,
    /// The selection is empty.
    NothingSelected = 4,
    /// An internal error.
    Internal = 70,
    /// Some output could not be written; all others were. The code of EX_IOERR in sysexits.h.
    Output = 74,
    /// The run was interrupted; what was found is printed.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

impl Exit {
    /// The exit code of a run that was not interrupted.
    pub(crate) fn of(report: &Report) -> Exit {
        let errors = || report.results.iter().filter_map(|result| result.error.as_ref());
        let at_fault = [ErrorKind::Internal, ErrorKind::Disagreement];
        if errors().any(|error| at_fault.contains(&error.kind)) {
            Exit::Internal
        } else if report.summary.unexpected > 0 || errors().next().is_some() {
            Exit::Unexpected
        } else if report.summary.inconclusive > 0 {
            Exit::Inconclusive
        } else {
            Exit::AsExpected
        }
    }
}

/// Why a command failed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Failure {
    /// The exit code.
    pub(crate) exit: Exit,
    message: String,
    /// Whether the message is styled, and safe to print as it is.
    rendered: bool,
}

impl Failure {
    fn new(exit: Exit, message: impl Into<String>) -> Failure {
        Failure { exit, message: message.into(), rendered: false }
    }

    /// A mistake of the user. The message may quote what the user gave.
    pub(crate) fn usage(message: impl Into<String>) -> Failure {
        Failure::new(Exit::Usage, message)
    }

    /// Mistakes in a scenario, as [`crate::diagnostic::render`] shows them.
    pub(crate) fn rendered(message: String) -> Failure {
        Failure { rendered: true, ..Failure::usage(message) }
    }

    /// Nothing is selected.
    pub(crate) fn nothing(message: impl Into<String>) -> Failure {
        Failure::new(Exit::NothingSelected, message)
    }

    /// The run was interrupted.
    pub(crate) fn interrupted() -> Failure {
        Failure::new(Exit::Interrupted, "interrupted")
    }

    /// An output could not be written.
    pub(crate) fn output(message: impl Into<String>) -> Failure {
        Failure::new(Exit::Output, message)
    }

    /// Both failures, with the exit code of this one.
    pub(crate) fn and(self, other: Failure) -> Failure {
        Failure { message: format!("{self}\n{other}"), ..self }
    }

    /// A fault of the tool or of the machine.
    pub(crate) fn internal(message: impl Into<String>) -> Failure {
        Failure::new(Exit::Internal, message)
    }
}

/// A model that cannot be built is a mistake in the scenario.
impl From<Diagnostic> for Failure {
    fn from(problem: Diagnostic) -> Failure {
        Failure::usage(problem.to_string())
    }
}

/// A model that the engine cannot run is an internal error.
impl From<EngineError> for Failure {
    fn from(error: EngineError) -> Failure {
        Failure::internal(error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rendered {
            true => f.write_str(&self.message),
            false => write!(f, "error: {}", printable(&self.message)),
        }
    }
}
