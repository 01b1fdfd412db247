//! The exit codes, and failures that carry one.

use std::fmt;
use std::process::ExitCode;

use pmdrace_engine::EngineError;
use pmdrace_report::{ErrorKind, Report};
use pmdrace_scenario::Diagnostic;

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
}

impl Failure {
    /// A mistake of the user.
    pub(crate) fn usage(message: impl Into<String>) -> Failure {
        Failure { exit: Exit::Usage, message: message.into() }
    }

    /// Nothing is selected.
    pub(crate) fn nothing(message: impl Into<String>) -> Failure {
        Failure { exit: Exit::NothingSelected, message: message.into() }
    }

    /// The run was interrupted.
    pub(crate) fn interrupted() -> Failure {
        Failure { exit: Exit::Interrupted, message: "interrupted".to_owned() }
    }

    /// A fault of the tool or of the machine.
    pub(crate) fn internal(message: impl Into<String>) -> Failure {
        Failure { exit: Exit::Internal, message: message.into() }
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
        // A rendered diagnostic begins with "error" already.
        match self.message.starts_with("error") || self.message.starts_with('\u{1b}') {
            true => f.write_str(&self.message),
            false => write!(f, "error: {}", self.message),
        }
    }
}
